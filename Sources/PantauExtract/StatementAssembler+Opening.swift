import PantauRecords
import PantauRules
import PantauText

/// The words that tell an amount's stage: its own, or those of the figure, list or promise to which it belongs.
extension StatementAssembler {
  /// What an amount takes over.
  struct Inherited {
    var kind: Statement.Kind?
    /// Index in ``Reading/dates``.
    var deadline: Int?
    /// Index among the drafts of the result of which it is the rest.
    var rest: Int?
  }

  /// Gives a quantity's draft the words that tell its stage.
  ///
  /// - Returns: what it takes over from the figure or list to which it belongs; nil where nothing is said of it.
  func open(
    _ draft: inout Draft, _ index: Int, _ all: [Quantity], _ context: Context, _ choices: Choices,
    _ cues: CueTable, _ reading: FinalReading
  ) -> Inherited? {
    complete(&draft.quantity, context, reading)
    guard findCue(for: &draft, all[index], context, choices, cues) else { return nil }
    takeFromPair(&draft, index, all, context, reading)
    takeFromSumOfPair(&draft, index, all, context, reading)
    let rest = complement(of: draft.quantity, context, cues)
    if let rest { takeStage(of: context.drafts[rest], &draft) }
    if rest == nil, let told = processed(draft, context, cues) { takeStage(of: context.drafts[told], &draft) }
    let told = draft.stageScore < weights.stageSameZone ? context.whole : nil
    if let told { draft.cue = context.drafts[told].cue }
    let inSentence = draft.cue?.sentence == all[index].sentence
    if all[index].all, all[index].value == nil, !inSentence, !all[index].isRest,
      !isGoal(all[index], cues, reading)
    {
      return nil
    }
    if let cue = draft.cue, cue.stage == .other, cue.aspect == .event, !inSentence {
      // "Di daerahnya ada 167 koperasi", behind a sentence on an act of other kinds.
      draft.cue = nil
      guard existence(of: draft, among: context.drafts, cues, reading) != nil,
        !cues.modes.contains(in: all[index].sentence, where: { $0.mode == .target })
      else { return nil }
    }
    var inherited = Inherited(
      kind: context.list.map { $0.kind ?? .actual } ?? told.map { _ in .actual },
      deadline: context.list?.deadline)
    takeFromSum(&draft, &inherited, index, all, context, cues, reading)
    goOn(&draft, &inherited, index, all, context, cues, reading)
    takeFromPromise(&draft, &inherited, all[index], context)
    takeFromOtherPlace(&draft, &inherited, all[index], context, cues, reading)
    inherited.rest = rest
    return inherited
  }

  /// "Gerai yang rampung berada di Bulungan dan Nunukan, masing-masing 52 dan 44 unit": a second number without words of its own is of the stage of
  /// the one to which a joining word ties it.
  private func takeFromPair(
    _ draft: inout Draft, _ index: Int, _ all: [Quantity], _ context: Context, _ reading: FinalReading
  ) {
    guard draft.stageScore < weights.stageSameZone, index > 0, let previous = context.previous,
      context.drafts[previous].quantity.range == all[index - 1].range,
      all[index - 1].sentence == all[index].sentence,
      all[index].range.lowerBound - all[index - 1].range.upperBound == 1,
      reading.joins(all[index - 1].range.upperBound), context.drafts[previous].cue != nil
    else { return }
    draft.cue = context.drafts[previous].cue
    draft.stageScore = context.drafts[previous].stageScore
  }

  /// "205 koperasi sudah terbentuk, yaitu di 198 desa dan 7 kelurahan, dan kini masuk tahap …": two numbers of villages side by side that add up to the
  /// result before them in their sentence say what it says.
  private func takeFromSumOfPair(
    _ draft: inout Draft, _ index: Int, _ all: [Quantity], _ context: Context, _ reading: FinalReading
  ) {
    let pairs = [(index, index + 1), (index - 1, index)].filter { $0.0 >= 0 && $0.1 < all.count }
    guard all[index].unit?.isAnyVillage == true, let own = draft.cue,
      draft.stageScore >= weights.stageSameZone, own.range.lowerBound > all[index].range.upperBound,
      let (first, second) = pairs.first(where: { isPair(all[$0.0], all[$0.1], reading) }),
      let one = all[first].value, let other = all[second].value,
      let sum = context.drafts.last(where: {
        $0.quantity.sentence == all[index].sentence && $0.quantity.value == one + other && $0.kind == .actual
          && $0.quantity.range.upperBound <= all[first].range.lowerBound
      }), let cue = sum.cue, cue.stage != own.stage, cue.range.lowerBound < all[first].range.lowerBound
    else { return }
    draft.cue = cue
  }

  /// Chooses the words that tell the stage of a draft among those around its amount and its list's.
  ///
  /// - Returns: false where they say that nothing of the programme's is counted.
  private func findCue(
    for draft: inout Draft, _ quantity: Quantity, _ context: Context, _ choices: Choices, _ cues: CueTable
  ) -> Bool {
    if let heading = quantity.heading, let cue = cues.stage(at: heading, choices.stage.reading) {
      (draft.cue, draft.stageScore) = (cue, weights.stageSameZone)
      return true
    }
    let own = choices.stage.stage(of: draft.quantity)
    draft.cue = own?.cue
    draft.stageScore = own?.score ?? 0
    if let list = context.list,
      draft.stageScore < weights.stageSameZone || (list.kind == .actual && isOnlyComplete(draft, cues))
    {
      draft.cue = list.stage ?? draft.cue
    }
    if let spoken = stageUnderWay(of: draft, context) { draft.cue = spoken }
    guard let cue = draft.cue, cue.stage == .other, cue.aspect == .event else { return true }
    // "Sosialisasi yang diikuti 13 desa": an act without a word that it is done tells no stage of the number.
    if !cue.isPredicate, draft.quantity.unit?.isVillage == true, !isDone(of: quantity, cues) {
      draft.cue = nil
      return true
    }
    // "Pelatihan pendamping sudah 61 persen": how far an act is that counts nothing of the programme's.
    return !(quantity.isBare && quantity.value == nil && quantity.percent != nil)
  }

  /// "Kabupaten Maros: 80 desa (tuntas)": whether a word of completion behind a number alone tells its stage, of what the text speaks of.
  private func isOnlyComplete(_ draft: Draft, _ cues: CueTable) -> Bool {
    guard let cue = draft.cue, draft.quantity.value != nil,
      cue.range.lowerBound > draft.quantity.anchor,
      programme.completion(of: draft.quantity.unit) == nil
    else { return false }
    return cues.completions.contains(in: cue.sentence) { $0.range == cue.range }
  }

  /// "Daerah yang masih berproses meliputi Lahat (92 persen), Banyuasin (78 persen)": the stage told last, of which the shares of a list say how
  /// far it is where words only tell that something is under way.
  private func stageUnderWay(of draft: Draft, _ context: Context) -> Cue? {
    guard draft.quantity.isListItem, draft.quantity.value == nil, draft.quantity.percent != nil,
      let cue = draft.cue, cue.stage == .other, !cue.tellsContext
    else { return nil }
    return context.drafts.last {
      $0.kind != .total && $0.cue?.tellsContext == true && $0.stage != .other
    }?.cue
  }

  /// A part says what the sum before it does.
  private func takeFromSum(
    _ draft: inout Draft, _ inherited: inout Inherited, _ index: Int, _ all: [Quantity], _ context: Context,
    _ cues: CueTable, _ reading: FinalReading
  ) {
    let isBehindPromise =
      context.previous.map {
        context.drafts[$0].kind == .target && context.drafts[$0].quantity.sentence == all[index].sentence
      } ?? false
    // "Targetnya 51 koperasi, sesuai jumlah 36 desa dan 15 kelurahan": so many villages there are.
    if all[index].role == .total { return }
    let kinds = sumOfKinds(index, all, context, cues, reading)
    guard draft.stageScore < weights.stageSameZone || isBehindPromise || kinds != nil,
      let whole = kinds ?? whole(of: index, all, context, cues, reading)
        ?? brokenDown(index, all, context, reading)
    else { return }
    if kinds != nil { draft.stageScore = 0 }
    let sum = context.drafts[whole]
    // "Targetnya 435 koperasi dibangun, 416 di desa dan 19 di kelurahan"
    let isPromise =
      sum.kind == .target && sum.quantity.sentence == all[index].sentence && !hasOwnStage(all[index], cues)
    guard draft.stageScore < weights.stageSameZone || isPromise else { return }
    if isPromise { draft.quantity.role = .target }
    draft.partOf = sum.partOf ?? sum.quantity.value
    draft.cue = sum.cue
    draft.stageScore = sum.stageScore
    // "Alor memiliki 175 koperasi, terdiri atas 158 di desa": the parts are there as their sum is.
    if sum.isExistence, !all[index].isListItem, !all[index].isDistributed {
      (draft.isExistence, draft.stage) = (true, sum.stage)
    }
    inherited = Inherited(kind: sum.kind, deadline: sum.deadline)
  }

  /// An amount without words of its own goes on from the result before it.
  private func goOn(
    _ draft: inout Draft, _ inherited: inout Inherited, _ index: Int, _ all: [Quantity], _ context: Context,
    _ cues: CueTable, _ reading: FinalReading
  ) {
    guard draft.cue == nil || draft.stageScore < 0, let previous = context.previous,
      context.drafts[previous].kind == .actual,
      goesOn(index, all, context.drafts[previous].quantity.value, cues, reading),
      !cues.modes.contains(in: all[index].sentence, where: { $0.mode == .target })
    else { return }
    let before = context.drafts[previous].cue
    draft.cue = isPart(all[index]) ? before : draft.cue ?? before
    inherited.kind = inherited.kind ?? .actual
  }

  /// "Ia mematok delapan koperasi sudah membuka gerai, dua di antaranya di Bontang Barat": part of a promise.
  private func takeFromPromise(
    _ draft: inout Draft, _ inherited: inout Inherited, _ quantity: Quantity, _ context: Context
  ) {
    guard isPart(quantity), let previous = context.previous, context.drafts[previous].kind == .target,
      context.drafts[previous].quantity.sentence == quantity.sentence || quantity.region != nil,
      draft.cue.map({ !quantity.zone.contains($0.range.lowerBound) }) ?? true
    else { return }
    let promise = context.drafts[previous]
    (draft.cue, draft.stageScore) = (promise.cue, promise.stageScore)
    draft.quantity.role = .target
    draft.partOf = promise.partOf ?? promise.quantity.value
    inherited.deadline = promise.deadline
  }

  /// "Sragen menargetkan 35 gerai rampung akhir Oktober, sedangkan Karanganyar 110 gerai": a place and its amount behind a promise of another
  /// place, with no word of their own, go on with it; so do buildings of a further phase behind a comma.
  private func takeFromOtherPlace(
    _ draft: inout Draft, _ inherited: inout Inherited, _ quantity: Quantity, _ context: Context,
    _ cues: CueTable, _ reading: FinalReading
  ) {
    guard quantity.of == nil, quantity.value != nil, !quantity.isListItem, quantity.role == nil,
      let previous = context.previous
    else { return }
    let promise = context.drafts[previous]
    guard promise.kind == .target, promise.quantity.sentence == quantity.sentence,
      promise.quantity.unit == quantity.unit || quantity.unit == nil
    else { return }
    if let place = quantity.region {
      let rank = promise.region.map { $0 == place ? -1 : reading.regions[$0].level.rank }
      guard rank == reading.regions[place].level.rank else { return }
    } else {
      // "Tahap pertama akan dibangun 55 gerai, dan tahap kedua 207 gerai"
      guard quantity.unit == .site, draft.stageScore < weights.stageSameZone,
        (promise.quantity.range.upperBound..<max(promise.quantity.range.upperBound, quantity.anchor))
          .contains(where: { reading.isMark($0, ",") })
      else { return }
    }
    // What stands behind the promise's own words and day.
    let end = max(promise.quantity.range.upperBound, promise.cue.map { $0.range.upperBound } ?? 0)
    let own = end..<max(end, quantity.zone.upperBound)
    let hasWords =
      cues.stages.contains(in: quantity.sentence) { own.contains($0.range.lowerBound) }
      || cues.modes.contains(in: quantity.sentence) { own.contains($0.range.lowerBound) }
      || cues.completions.contains(in: quantity.sentence) { own.contains($0.range.lowerBound) }
    if hasWords { return }
    (draft.cue, draft.stageScore, draft.quantity.role) = (promise.cue, promise.stageScore, .target)
    inherited.deadline = promise.deadline
  }

  /// "Kota Ternate menyusul dengan 76 dari 78", "Enam di antaranya di Adonara Timur": whether what the statement before says,
  /// an amount of `before`, is said of a quantity too.
  private func goesOn(
    _ index: Int, _ all: [Quantity], _ before: Double?, _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    all[index].of != nil || isPart(all[index]) || (before == nil && countsAgain(all[index], reading))
      || (all[index].region != nil && !isHad(index, all, cues, reading))
  }

  /// "Target untuk seluruh desa itu paling lambat 31 Mei": a word for the goal and a day stand in the quantity's sentence.
  private func isGoal(_ quantity: Quantity, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    cues.modes.contains(in: quantity.sentence) {
      $0.mode == .target && $0.weight >= 2 && $0.range.upperBound <= quantity.anchor
    }
      && reading.days.indices.contains { day in
        reading.days[day].sentence == quantity.sentence
          && (reading.days[day].relation == .by || reading.days[day].relation == .before)
      }
  }
}
