import PantauRecords
import PantauRules
import PantauText

/// The stage that an amount's words mean for its unit and role.
extension StatementAssembler {
  /// "Gerai Desa Sihite sudah 62,4 persen": how far one building is, which counts nothing.
  func isProgressOfWorks(_ draft: Draft, _ reading: FinalReading) -> Bool {
    guard draft.quantity.isBare, draft.quantity.value == nil, draft.quantity.percent != nil,
      draft.quantity.of == nil, draft.kind == .actual, let stage = draft.stage,
      known.contains(where: { $0.isWorks(stage) })
    else { return false }
    // "Yang rampung 100 persen 15 gedung": how far each of them is.
    if draft.quantity.percent == 100, programme.goal(of: stage) == nil { return true }
    if draft.quantity.anchor < reading.bodyStart {
      return draft.cue?.aspect == .state || draft.cue?.aspect == .start
    }
    func mentions(_ sentence: Int) -> LazyFilterSequence<Range<Int>> {
      reading.mentions(of: sentence).lazy.filter { !reading.mentions[$0].isDateline }
    }
    let sentence = draft.quantity.sentence
    if mentions(sentence).contains(where: { reading.mentions[$0].rank == 3 }) { return true }
    // "… di Desa Wiyurejo. Fisiknya sudah 50 persen"
    return mentions(sentence).isEmpty && sentence > 0
      && mentions(sentence - 1).contains { reading.mentions[$0].rank == 3 }
  }

  /// "Gerai Desa Ayunan Papan memimpin dengan 39,03 persen": whether a share without a stage of the programme's is told of a village, which has one.
  func isProgressOfOne(_ draft: Draft, _ reading: FinalReading) -> Bool {
    draft.kind == .actual && draft.stage == .other && draft.quantity.value == nil
      && draft.quantity.percent != nil && draft.quantity.of == nil
      && draft.region.map { reading.regions[$0].level.rank == 3 } == true
  }

  /// "Ditargetkan selesai Januari, saat ini progresnya 60 persen", "sudah 60 persen dan ditargetkan rampung Januari": a share short of the whole,
  /// beside what works are promised to be, tells how far they are, which are under way.
  ///
  /// - Returns: false where it is the progress of one building, told with its day.
  func takeProgress(_ draft: inout Draft, _ reading: FinalReading) -> Bool {
    guard draft.quantity.value == nil, draft.quantity.of == nil, let percent = draft.quantity.percent,
      percent < 100, let begun = draft.stage.flatMap({ programme.begun(before: $0) })
    else { return true }
    if draft.kind == .actual {
      let isOwn = draft.cue.map { draft.quantity.zone.contains($0.range.lowerBound) } ?? false
      if !isOwn { draft.stage = begun }
    } else if draft.kind == .target, goalFollows(draft.quantity, reading) {
      (draft.kind, draft.stage) = (.actual, begun)
      return draft.quantity.region != nil
    }
    return true
  }

  /// Whether a joining word parts a share from words of intention right behind it.
  private func goalFollows(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    var token = quantity.range.upperBound
    if reading.isMark(token, ",") { token += 1 }
    guard reading.joins(token), token + 1 < reading.tokens.count,
      let mode = reading.match(labels.modality, at: token + 1)
    else { return false }
    return reading.labels.modes[mode]?.mode == .target
  }

  /// "Dari 127.000 koperasi aktif": whether a number is greater by a quarter than what the programme itself promises, so that it counts
  /// none of its own.
  func isBeyondProgramme(_ quantity: Quantity) -> Bool {
    guard let pledged = programme.pledged else { return false }
    return max(quantity.value ?? 0, quantity.of ?? 0) > pledged * 1.25
  }

  /// "Kaimana: 2 kelurahan dan 3 kampung, total 5 koperasi": whether an amount is the sum of two results told before it in its sentence.
  private func isSum(_ draft: Draft, _ drafts: [Draft]) -> Bool {
    guard drafts.count >= 2 else { return false }
    let parts = drafts.suffix(2)
    return parts.allSatisfy {
      $0.kind == .actual && $0.quantity.sentence == draft.quantity.sentence && $0.quantity.value != nil
    } && parts.reduce(0) { $0 + ($1.quantity.value ?? 0) } == draft.quantity.value
  }

  /// A cooperative that there is has been formed: where only a word of having leads the number.
  func existence(of draft: Draft, among drafts: [Draft], _ cues: CueTable, _ reading: FinalReading) -> Term? {
    guard draft.quantity.value != nil, draft.quantity.of == nil,
      let stage = programme.existence(of: draft.quantity.unit)
    else { return nil }
    let (sentence, anchor, zone) = (draft.quantity.sentence, draft.quantity.anchor, draft.quantity.zone)
    // "50 koperasi sudah berbadan hukum, terdiri atas delapan koperasi desa …": the parts are what their sum is.
    func isTold(before mode: Cue) -> Bool {
      draft.cue.map { $0.sentence == sentence && $0.range.upperBound <= mode.range.lowerBound } ?? false
    }
    let leads = cues.modes.contains(in: sentence) { mode in
      mode.mode == .total && !(mode.isBreakdown && (draft.partOf != nil || isTold(before: mode)))
        && mode.range.upperBound <= anchor && anchor - mode.range.upperBound <= 1
    }
    guard leads, draft.cue == nil || !countsAgain(draft.quantity, reading), !isSum(draft, drafts),
      !goesOnAsItem(draft, reading)
    else { return nil }
    let told = draft.cue.map {
      zone.contains($0.range.lowerBound) && $0.stage != .other && $0.aspect != .event
        || $0.range.lowerBound > anchor && zone.contains($0.range.lowerBound)
    }
    let lacks = cues.modes.contains(in: sentence) { mode in
      mode.mode == .lack && zone.contains(mode.range.lowerBound)
        && (mode.range.lowerBound >= draft.quantity.range.upperBound
          // "Yang belum punya lahan 428 koperasi"
          || reading.has(labels.relatives, at: mode.range.lowerBound - 1))
    }
    return !lacks && told != true ? stage : nil
  }

  /// "42 koperasi sudah berbadan hukum. Simpang Hilir memiliki 12, Sukadana 10": whether an item without a noun goes on from what is told of the
  /// figure before its list.
  private func goesOnAsItem(_ draft: Draft, _ reading: FinalReading) -> Bool {
    guard draft.quantity.isListItem, draft.quantity.region != nil, let cue = draft.cue else { return false }
    return cue.aspect == .state && cue.stage != .other && cue.sentence == draft.quantity.sentence - 1
      && !reading.has(labels.unit, in: draft.quantity.range)
  }

  /// "Menargetkan 57 koperasi": so many there shall be, where a word for the goal itself leads the amount and its sentence tells
  /// no stage.
  func wanted(_ draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> Term? {
    guard draft.kind == .target, draft.quantity.value != nil, draft.quantity.of == nil,
      !draft.quantity.isListItem, let stage = programme.existence(of: programme.countedUnit),
      draft.cue.map({
        $0.sentence != draft.quantity.sentence || isPledge(draft, before: $0, reading)
      }) ?? true,
      !(draft.cue != nil && reading.has(labels.backCounts, in: reading.sentences[draft.quantity.sentence]))
    else { return nil }
    let anchor = draft.quantity.anchor
    let isLed =
      draft.quantity.role == .target
      || cues.modes.contains(in: draft.quantity.sentence) { mode in
        mode.mode == .target && mode.weight >= 1 && mode.range.upperBound <= anchor
          && anchor - mode.range.upperBound <= (mode.weight >= 2 ? 1 : 0)
      }
    let isOfWorks =
      cues.focus.map { focus in known.contains { $0.isWorks(focus.stage) } } == true
      && isCalledGoal(draft.quantity, cues, reading)
    guard isLed || isOfWorks || isPledged(draft, cues) else { return nil }
    // "Targetnya hanya 10 unit", in a report on buildings.
    if draft.quantity.isGeneric || draft.quantity.value != programme.pledged || !isLed,
      let focus = cues.focus?.stage, known.contains(where: { $0.isWorks(focus) })
    {
      return programme.goal(of: focus) ?? focus
    }
    return programme.reading(of: stage, for: draft.quantity.unit) ?? stage
  }

  /// "Target akhirnya tetap 131 desa": whether nothing but a few words stands between a word for the goal and the amount.
  private func isCalledGoal(_ quantity: Quantity, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    cues.modes.contains(in: quantity.sentence) { mode in
      let gap = mode.range.upperBound..<max(mode.range.upperBound, quantity.anchor)
      return mode.mode == .target && mode.weight >= 2 && mode.range.upperBound <= quantity.anchor
        && gap.count <= 3 && gap.allSatisfy { reading.tokens[$0].kind == .word }
    }
  }

  /// "Bagian dari 80 ribu koperasi yang ditargetkan Presiden": whether words of intention stand beside the number that the programme promises.
  private func isPledged(_ draft: Draft, _ cues: CueTable) -> Bool {
    draft.quantity.value == programme.pledged
      && cues.modes.contains(in: draft.quantity.sentence) {
        $0.mode == .target && $0.weight >= 1 && draft.quantity.zone.contains($0.range.lowerBound)
      }
  }

  /// "Memasang angka 80 ribu koperasi dan semuanya mau diluncurkan", "membidik 80.000 koperasi, dan peluncurannya …": whether a joining word
  /// parts the number that the programme promises from an act behind it, which is said of all or in a clause of its own.
  func isPledge(_ draft: Draft, before cue: Cue, _ reading: FinalReading) -> Bool {
    let (end, start) = (draft.quantity.range.upperBound, cue.range.lowerBound)
    guard draft.quantity.value == programme.pledged, cue.sentence == draft.quantity.sentence, end < start
    else { return false }
    return (end..<start).contains {
      (reading.isMark($0, ",") && reading.joins($0 + 1))
        || (reading.joins($0) && reading.has(labels.quantifiers, at: $0 + 1))
    }
  }

  /// "Jumlahnya 113": a word that counts again what was spoken of leads the number.
  func countsAgain(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    let first = max(
      quantity.zone.lowerBound, reading.sentences[quantity.sentence].lowerBound, quantity.anchor - 4)
    return first < quantity.anchor && reading.has(labels.backCounts, in: first..<quantity.anchor)
  }

  /// "Sebanyak 95 koperasi telah berusaha. Totalnya ada 346 koperasi": a number of cooperatives that counts again what was spoken of, with
  /// no stage of its own.
  ///
  /// Where the sentence before tells its stage of another number, so many there are; else it is the stage of this one.
  func recounts(
    _ draft: inout Draft, _ context: Context, _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    let sentence = draft.quantity.sentence
    guard let cue = draft.cue, cue.sentence < sentence, draft.quantity.value != nil, draft.quantity.of == nil,
      draft.quantity.unit ?? programme.countedUnit == programme.countedUnit,
      countsAgain(draft.quantity, reading), let stage = programme.existence(of: programme.countedUnit),
      !cues.modes.contains(in: sentence, where: { $0.mode == .target || $0.mode == .lack }),
      !cues.modes.contains(in: cue.sentence, where: { $0.mode == .target }),
      context.previous.map({ context.drafts[$0].kind != .target }) ?? true
    else { return false }
    let told = context.drafts.contains {
      $0.quantity.sentence == cue.sentence && $0.quantity.value != nil
        && $0.region == context.drafts.last?.region
    }
    let goesOn = !told && cue.aspect == .state && sentence - cue.sentence == 1
    draft.quantity.unit = programme.countedUnit
    if !goesOn { (draft.isExistence, draft.stage) = (true, stage) }
    return true
  }

  /// The stage that the cue means for this unit and role; false where it means none.
  func setStage(_ draft: inout Draft, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    guard let cue = draft.cue else { return false }
    var stage = cue.stage
    // "Satu lokasi siap diluncurkan": ready for it, not there.
    if draft.kind == .actual, cue.isReady { stage = .other }
    let counted = countsSites(draft.quantity, reading) ? .site : draft.quantity.unit
    stage = self.stage(meant: stage, counted) ?? .empty
    // "Titik yang dibangun ditargetkan menjadi 40.000": so many shall be under way.
    let isKind =
      cue.range.upperBound <= draft.quantity.range.lowerBound && cue.aspect == .state
      && reading.match(labels.relatives, endingAt: cue.range.lowerBound, reach: 1) != nil
    if draft.kind == .target, !isKind,
      cue.aspect != .start || draft.quantity.isOfWhole || isOccasion(cue, of: draft, cues),
      let goal = programme.goal(of: stage),
      draft.quantity.role == .target || cue.sentence != draft.quantity.sentence || !isDone(cue, cues)
        || isToBeCompleted(cue, draft, cues)
    {
      stage = goal
    }
    // "Dari target 307 titik, 127 sudah tervalidasi": sites are to be built, whatever their part has reached.
    if draft.kind == .target, draft.quantity.isOfWhole,
      let built = programme.completion(of: draft.quantity.unit)
    {
      stage = built
    }
    // "Sasaran lama, yaitu 80.000 gerai paling lambat April, disesuaikan": what is said behind the day is not what is promised.
    if draft.kind == .target, draft.quantity.role == .target, stage == .other, counted == .site,
      let built = programme.completion(of: .site),
      reading.days.contains(where: {
        $0.sentence == cue.sentence && $0.range.lowerBound >= draft.quantity.range.upperBound
          && $0.range.upperBound <= cue.range.lowerBound
      })
    {
      stage = built
    }
    draft.stage = stage
    return !stage.isEmpty
  }

  /// "Dua titik lagi akan dikerjakan mulai Maret": works of which only the beginning is told are promised to begin.
  func startsWorks(_ draft: inout Draft, _ reading: FinalReading) {
    guard let day = draft.deadline, reading.days[day].relation == .from, latest(draft, reading) == nil,
      let stage = draft.cue?.stage, stage != draft.stage, programme.goal(of: stage) == draft.stage
    else { return }
    draft.stage = stage
  }

  /// "Gerai di 101 desa dan tiga kelurahan berdiri semua": whether an amount of villages only tells where sites are, of which is spoken.
  private func countsSites(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    let (start, first) = (quantity.range.lowerBound, reading.sentences[quantity.sentence].lowerBound)
    guard quantity.unit?.isAnyVillage == true, start > first,
      reading.joins(start - 1) || reading.match(labels.prepositions, endingAt: start, reach: 1) != nil
    else { return false }
    let site = (first..<start).last { token in
      reading.match(labels.unit, at: token).flatMap { reading.words.units[$0]?.term } == .site
    }
    guard let site, start - site <= Self.siteReach else { return false }
    return (site..<start).allSatisfy { token in
      !reading.has(labels.stage, at: token) && !reading.has(labels.modality, at: token)
        && (!reading.isMark(token, ",") || reading.match(labels.listIntros, at: token + 1) != nil)
    }
  }

  /// Most tokens between a word for sites and the villages in which they are.
  private static let siteReach = 16

  /// Whether a word that it is done stands in what is said of the quantity alone, before it.
  func isDone(of quantity: Quantity, _ cues: CueTable) -> Bool {
    cues.modes.contains(in: quantity.sentence) {
      $0.mode == .done && quantity.zone.contains($0.range.lowerBound)
        && $0.range.upperBound <= quantity.anchor
    }
  }

  /// "Peletakan batu pertama itu mengawali gedung yang ditargetkan di 75 desa": whether a beginning of works is told in another sentence than
  /// one that calls the amount a goal, or before the words of intention that lead it, so that it is not what is promised.
  private func isOccasion(_ cue: Cue, of draft: Draft, _ cues: CueTable) -> Bool {
    let isElsewhere = cue.sentence != draft.quantity.sentence
    if isElsewhere, draft.quantity.isRest { return true }
    if draft.partOf != nil { return false }
    return cues.modes.contains(in: draft.quantity.sentence) { mode in
      mode.mode == .target && mode.weight >= (isElsewhere ? 2 : 1)
        && (isElsewhere
          || (mode.range.lowerBound >= cue.range.upperBound
            && mode.range.upperBound <= draft.quantity.anchor))
    }
  }

  /// "64 sedang membangun dan harus selesai pada Desember": whether a word of completion stands behind one of intention, behind what is under way.
  private func isToBeCompleted(_ cue: Cue, _ draft: Draft, _ cues: CueTable) -> Bool {
    let zone = draft.quantity.zone
    return cues.modes.contains(in: cue.sentence) { mode in
      mode.mode == .target && mode.range.lowerBound >= cue.range.upperBound
        && zone.contains(mode.range.lowerBound)
        && cues.completions.contains(in: cue.sentence) {
          $0.range.lowerBound >= mode.range.upperBound && zone.contains($0.range.lowerBound) && !$0.isNegated
        }
    }
  }

  /// "Harus sudah dikerjakan": a word that it is done stands right before the stage's.
  private func isDone(_ cue: Cue, _ cues: CueTable) -> Bool {
    cue.aspect != .event
      && cues.modes.contains(in: cue.sentence) {
        $0.mode == .done && $0.range.upperBound == cue.range.lowerBound
      }
  }

  func total(_ draft: Draft) -> Draft? {
    guard draft.quantity.value != nil, draft.quantity.percent == nil, !draft.quantity.isBare,
      draft.quantity.unit?.isAnyVillage == true
    else { return nil }
    var draft = draft
    draft.stage = nil
    return draft
  }
}
