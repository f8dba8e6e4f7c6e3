import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Settles for every quantity its stage, its role (promised, reached, background), its region and its dates.
///
/// Each is a choice among candidates by weighted features; nothing here knows an Indonesian word.
struct StatementAssembler {
  let labels: Labels
  let weights: FeatureWeights
  let gazetteer: Gazetteer
  let programmes: [Programme]
  /// Takes what an explanation needs.
  var log: ChoiceLog?
  /// Stages of building, of which a share may be that of one building.
  var worksStages: Set<String> { Set(programmes.flatMap { Array($0.goals.keys) + Array($0.goals.values) }) }

  /// All statements of the article, in the order of the text, each amount once.
  ///
  /// An article that is about none of the programmes is read as if it were about `assumed`.
  func statements(
    in reading: inout Reading, assuming assumed: Programme? = nil
  ) -> (statements: [Statement], deadlines: [Deadline]) {
    guard let programme = programme(of: reading) ?? assumed else { return ([], []) }
    PlaceAnaphora(gazetteer: gazetteer, labels: labels).resolve(in: &reading)
    markMentions(&reading)
    var quantities = QuantityFinder(labels: labels).quantities(in: &reading)
    if isNational(quantities, reading) { reading.focus = nil }
    if let district = districtFocus(of: reading) { reading.focus = district }
    let cues = CueTable(reading, programme: programme)
    quantities = withoutEchoes(withoutUniverses(quantities, cues, reading), reading)
    let choices = self.choices(quantities, programme, cues, reading)
    var drafts: [Draft] = []
    for (index, quantity) in quantities.enumerated() {
      if addsPercent(quantity, to: &drafts) { continue }
      let previous = drafts.last.flatMap { $0.quantity.sentence >= quantity.sentence - 2 ? $0 : nil }
      let context = Context(
        previous: previous, lastUnit: drafts.last?.quantity.unit,
        last: drafts.last.flatMap { $0.quantity.sentence >= quantity.sentence - 5 ? $0 : nil },
        list: listContext(of: index, quantities, drafts, cues, reading),
        whole: quantity.of.flatMap { whole in
          drafts.last { $0.kind == .actual && $0.quantity.value == whole && !$0.quantity.isListItem }
        })
      let draft = draft(quantity, index, quantities, context, choices, programme, cues, reading)
      if let draft = joined(draft, at: index, quantities, drafts, reading) { drafts.append(draft) }
    }
    // "44 titik masih dalam proses": no result, whatever list goes on from it.
    drafts.removeAll { $0.kind == .actual && $0.cue?.aspect == .pending }
    drafts = drafts.flatMap { withReport($0, programme, cues, reading) }
    drafts = sumsMoved(rangesJoined(drafts, quantities, reading), reading)
    drafts = resolved(distributed(drafts, reading), programme)
    drafts += deadlineOnly(drafts, programme, cues, reading)
    drafts += occasions(drafts, programme, cues, reading)
    drafts.sort {
      ($0.quantity.anchor, $0.quantity.range.upperBound) < ($1.quantity.anchor, $1.quantity.range.upperBound)
    }
    let kept = withoutRepetition(drafts, reading)
    log?.assembly = ChoiceLog.Assembly(quantities: quantities, drafts: drafts, kept: kept)
    return finish(kept, programme, reading)
  }

  /// What stands before a quantity and may say what its own sentence leaves out.
  struct Context {
    /// The statement before, if it stands in one of the two sentences before or in the same one.
    var previous: Draft?
    /// The unit of the last statement, however far above.
    var lastUnit: Term?
    /// The last statement, if it stands in one of the five sentences before.
    var last: Draft?
    /// For an item of a list: the stage and unit of what introduces the list.
    var list: ListContext?
    /// The result before of which this amount is a part: "39 gerai … Dari 39 gerai itu sembilan ada di Ngimbang".
    var whole: Draft?
  }

  /// The choices of an article, made once for all its amounts.
  struct Choices {
    let stage: StageChoice
    let role: RoleChoice
    let region: RegionChoice
    let date: DateChoice
  }

  private func choices(
    _ quantities: [Quantity], _ programme: Programme, _ cues: CueTable, _ reading: Reading
  ) -> Choices {
    var completes: [Term: Term] = [:]
    for (unit, stages) in programme.readings {
      if let stage = stages[Programme.completed] { completes[Term(unit)] = Term(stage) }
    }
    return Choices(
      stage: StageChoice(
        weights: weights, cues: cues, quantities: quantities, reading: reading, completes: completes,
        goals: Dictionary(uniqueKeysWithValues: programme.goals.map { (Term($0), Term($1)) }), log: log),
      role: RoleChoice(
        weights: weights, cues: cues, reading: reading, quantities: quantities, goals: goals(quantities),
        log: log),
      region: RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading, log: log),
      date: DateChoice(reading: reading))
  }

  /// Tokens of the amounts that are promises by their own words, up to the number.
  private func goals(_ quantities: [Quantity]) -> [Range<Int>] {
    quantities.compactMap { $0.role == .target ? $0.range.lowerBound..<($0.anchor + 1) : nil }
  }

  /// What introduces a list.
  struct ListContext {
    var stage: Cue?
    var unit: Term?
    var kind: Statement.Kind?
    /// Index in ``Reading/dates``.
    var deadline: Int?

    init(_ stage: Cue?, _ unit: Term?, _ kind: Statement.Kind?, _ deadline: Int? = nil) {
      self.stage = stage
      self.unit = unit
      self.kind = kind
      self.deadline = deadline
    }

    /// What a statement tells of the list that breaks it down.
    init(_ told: Draft) { self.init(told.cue, told.quantity.unit, told.kind, told.deadline) }
  }

  // MARK: - One quantity

  /// A quantity with the words that tell its stage, and what it takes over from the figure or list to which it belongs;
  /// nil where nothing is said of it.
  private func opened(
    _ index: Int, _ all: [Quantity], _ context: Context, _ choices: Choices, _ programme: Programme,
    _ cues: CueTable, _ reading: Reading
  ) -> (draft: Draft, inherited: Statement.Kind?, deadline: Int?)? {
    let quantity = all[index]
    var draft = Draft(quantity: quantity)
    complete(&draft.quantity, context, programme, reading)
    let own = choices.stage.stage(of: draft.quantity, index: index)
    draft.cue = own?.cue
    draft.stageScore = own?.score ?? 0
    if let list = context.list, draft.stageScore < weights.stageSameZone {
      draft.cue = list.stage ?? draft.cue
    }
    // "Sosialisasi yang diikuti 13 desa": an act without a word that it is done tells no stage of the number.
    if let cue = draft.cue, cue.stage == "other", cue.aspect == .event, !cue.isPredicate,
      draft.quantity.unit?.hasSuffix("village") == true, !isDone(of: quantity, cues)
    {
      draft.cue = nil
    }
    // "Pelatihan pendamping sudah 61 persen": how far an act is that counts nothing of the programme's.
    if let cue = draft.cue, cue.stage == "other", cue.aspect == .event, quantity.isBare,
      quantity.value == nil,
      quantity.percent != nil
    {
      return nil
    }
    let told = draft.stageScore < weights.stageSameZone ? context.whole : nil
    if let told { draft.cue = told.cue }
    let inSentence = draft.cue?.sentence == quantity.sentence
    if quantity.all, quantity.value == nil, !inSentence, !quantity.isRest, !isGoal(quantity, cues, reading) {
      return nil
    }
    if let cue = draft.cue, cue.stage == "other", cue.aspect == .event, !inSentence { return nil }
    var inherited = context.list.map { $0.kind ?? .actual } ?? told.map { _ in .actual }
    var deadline = context.list?.deadline
    if draft.stageScore < weights.stageSameZone,
      let whole = whole(of: index, all, context, cues, reading) ?? brokenDown(index, all, context, reading)
    {
      draft.partOf = whole.partOf ?? whole.quantity.value
      draft.cue = whole.cue
      draft.stageScore = whole.stageScore
      // "Alor memiliki 175 koperasi, terdiri atas 158 di desa": the parts are there as their sum is.
      if whole.isExistence, !quantity.isListItem, !quantity.isDistributed {
        (draft.isExistence, draft.stage) = (true, whole.stage)
      }
      inherited = whole.kind
      deadline = whole.deadline
    }
    // "Kota Ternate menyusul dengan 76 dari 78", "Enam di antaranya di Adonara Timur": what the statement before says.
    let goesOn =
      quantity.of != nil || isPart(quantity, reading)
      || (countsAgain(quantity, reading) && context.previous?.quantity.value == nil)
      || (quantity.region != nil && !isHad(index, all, cues, reading))
    if draft.cue == nil || draft.stageScore < 0, goesOn, let previous = context.previous,
      previous.kind == .actual, !cues.modes[quantity.sentence].contains(where: { $0.mode == "target" })
    {
      draft.cue = isPart(quantity, reading) ? previous.cue : draft.cue ?? previous.cue
      inherited = inherited ?? .actual
    }
    // "Ia mematok delapan koperasi sudah membuka gerai, dua di antaranya di Bontang Barat": part of a promise.
    if isPart(quantity, reading), let previous = context.previous, previous.kind == .target,
      previous.quantity.sentence == quantity.sentence,
      draft.cue.map({ !quantity.zone.contains($0.range.lowerBound) }) ?? true
    {
      (draft.cue, draft.stageScore) = (previous.cue, previous.stageScore)
      draft.quantity.role = .target
      deadline = previous.deadline
    }
    return (draft, inherited, deadline)
  }

  /// "Dari 250 koperasi itu …": a part of a result told before, whose sentence names no place.
  private func isOfWhole(_ quantity: Quantity, _ context: Context, _ reading: Reading) -> Bool {
    context.whole != nil && quantity.region == nil
      && !reading.regionMentions.contains {
        reading.sentence(of: $0.range.lowerBound) == quantity.sentence && !$0.isDateline
      }
  }

  /// "Target untuk seluruh desa itu paling lambat 31 Mei": a word for the goal and a day stand in the quantity's sentence.
  private func isGoal(_ quantity: Quantity, _ cues: CueTable, _ reading: Reading) -> Bool {
    cues.modes[quantity.sentence].contains {
      $0.mode == "target" && $0.weight >= 2 && $0.range.upperBound <= quantity.anchor
    }
      && reading.dates.contains { date in
        reading.sentence(of: date.range.lowerBound) == quantity.sentence
          && (date.parts.relation == .by || date.parts.relation == .before)
      }
  }

  private func draft(
    _ quantity: Quantity, _ index: Int, _ all: [Quantity], _ context: Context, _ choices: Choices,
    _ programme: Programme, _ cues: CueTable, _ reading: Reading
  ) -> Draft? {
    guard let start = opened(index, all, context, choices, programme, cues, reading) else {
      return nil
    }
    var draft = start.draft
    let (inherited, deadline) = (start.inherited, start.deadline)
    let role =
      draft.quantity.role
      ?? choices.role.role(of: draft.quantity, stage: draft.cue, inherited: inherited)
      ?? (existence(of: draft, programme, cues, reading) == nil ? nil : .actual)
    guard let role else { return nil }
    draft.kind = role
    let previous = context.previous
    let sameParagraph = previous.map {
      reading.text.text.paragraphOfSentence[$0.quantity.sentence]
        == reading.text.text.paragraphOfSentence[quantity.sentence]
    }
    // What follows a list is not said of its last item's place.
    let leavesList = previous?.quantity.isListItem == true && !quantity.isListItem
    draft.region = choices.region.region(
      of: draft.quantity, previous: sameParagraph == true && !leavesList ? .some(previous?.region) : nil)
    if isOfWhole(quantity, context, reading) { draft.region = context.whole?.region }
    if role == .total { return total(draft) }
    if draft.cue == nil { draft.cue = previous?.cue ?? cues.focus }
    if draft.quantity.unit == nil, draft.stageScore >= weights.stageSameZone {
      draft.quantity.unit = programme.countedUnit.map { Term($0) }
    }
    guard draft.quantity.unit != nil else { return nil }
    if draft.isExistence, draft.kind == .actual {
      // Taken over from the sum.
    } else if let stage = existence(of: draft, programme, cues, reading) {
      draft.stage = stage
      draft.isExistence = true
    } else if let stage = wanted(draft, programme, cues) {
      draft.stage = stage
    } else {
      guard setStage(&draft, programme, cues) else { return nil }
    }
    if isProgressOfWorks(draft, reading) { return nil }
    setDates(&draft, cues, choices.date)
    if draft.kind == .target { draft.deadline = draft.deadline ?? deadline }
    if quantity.isRest {
      guard draft.kind == .target, draft.deadline != nil else { return nil }
    }
    return draft
  }

  /// "Gerai Desa Sihite sudah 62,4 persen": how far one building is, which counts nothing.
  private func isProgressOfWorks(_ draft: Draft, _ reading: Reading) -> Bool {
    let quantity = draft.quantity
    guard quantity.isBare, quantity.value == nil, quantity.percent != nil, quantity.of == nil,
      draft.kind == .actual, quantity.percent != 100,
      draft.stage.map({ stage in worksStages.contains(stage.string) }) ?? false
    else { return false }
    if quantity.anchor < reading.bodyStart {
      return draft.cue?.aspect == .state || draft.cue?.aspect == .start
    }
    func levels(_ sentence: Int) -> [RegionLevel] {
      reading.regionMentions.filter {
        reading.sentence(of: $0.range.lowerBound) == sentence && !$0.isDateline
      }
      .map { reading.regions[$0.region].level }
    }
    let own = levels(quantity.sentence)
    if own.contains(where: { $0.rank == 3 }) { return true }
    // "… di Desa Wiyurejo. Fisiknya sudah 50 persen"
    return own.isEmpty && quantity.sentence > 0
      && levels(quantity.sentence - 1).contains { $0.rank == 3 }
  }

  /// A cooperative that there is has been formed: where only a word of having leads the number.
  private func existence(
    of draft: Draft, _ programme: Programme, _ cues: CueTable, _ reading: Reading
  ) -> Term? {
    guard let stage = programme.existence[draft.quantity.unit?.string ?? ""], draft.quantity.value != nil,
      draft.quantity.of == nil, draft.cue == nil || !countsAgain(draft.quantity, reading)
    else { return nil }
    let leads = cues.modes[draft.quantity.sentence].contains { mode in
      mode.mode == "total" && !(mode.isBreakdown && draft.partOf != nil)
        && mode.range.upperBound <= draft.quantity.anchor
        && draft.quantity.anchor - mode.range.upperBound <= 1
    }
    let told = draft.cue.map {
      draft.quantity.zone.contains($0.range.lowerBound) && $0.stage != "other" && $0.aspect != .event
        || $0.range.lowerBound > draft.quantity.anchor && draft.quantity.zone.contains($0.range.lowerBound)
    }
    let lacks = cues.modes[draft.quantity.sentence].contains { mode in
      mode.mode == "lack" && draft.quantity.zone.contains(mode.range.lowerBound)
        && mode.range.lowerBound >= draft.quantity.range.upperBound
    }
    return leads && !lacks && told != true ? Term(stage) : nil
  }

  /// "Menargetkan 57 koperasi": so many there shall be, where a word for the goal itself leads the amount and its sentence tells
  /// no stage.
  private func wanted(_ draft: Draft, _ programme: Programme, _ cues: CueTable) -> Term? {
    let quantity = draft.quantity
    guard draft.kind == .target, quantity.value != nil, quantity.of == nil, !quantity.isListItem,
      let stage = programme.existence[programme.countedUnit ?? ""],
      draft.cue?.sentence != quantity.sentence
    else { return nil }
    let isLed =
      quantity.role == .target
      || cues.modes[quantity.sentence].contains { mode in
        mode.mode == "target" && mode.weight >= 1 && mode.range.upperBound <= quantity.anchor
          && quantity.anchor - mode.range.upperBound <= (mode.weight >= 2 ? 1 : 0)
      }
    return isLed ? Term(programme.readings[quantity.unit?.string ?? ""]?[stage] ?? stage) : nil
  }

  /// "Jumlahnya 113": a word that counts again what was spoken of leads the number.
  private func countsAgain(_ quantity: Quantity, _ reading: Reading) -> Bool {
    let first = max(
      quantity.zone.lowerBound, reading.text.text.sentences[quantity.sentence].lowerBound,
      quantity.anchor - 4)
    return first < quantity.anchor
      && (first..<quantity.anchor).contains { reading.match(labels.backCounts, at: $0) != nil }
  }

  /// The stage that the cue means for this unit and role; false where it means none.
  private func setStage(_ draft: inout Draft, _ programme: Programme, _ cues: CueTable) -> Bool {
    guard let cue = draft.cue else { return false }
    var stage = cue.stage
    // "Satu lokasi siap diluncurkan": ready for it, not there.
    if draft.kind == .actual, cue.isReady { stage = "other" }
    stage = self.stage(meant: stage, draft.quantity, programme) ?? ""
    if draft.kind == .target, cue.aspect != .start || draft.quantity.isOfWhole,
      draft.quantity.role == .target || !isDone(cue, cues),
      let goal = programme.goals[stage.string]
    {
      stage = Term(goal)
    }
    draft.stage = stage
    return !stage.isEmpty
  }

  /// Whether a word that it is done stands in what is said of the quantity alone, before it.
  private func isDone(of quantity: Quantity, _ cues: CueTable) -> Bool {
    cues.modes[quantity.sentence].contains {
      $0.mode == "done" && quantity.zone.contains($0.range.lowerBound)
        && $0.range.upperBound <= quantity.anchor
    }
  }

  /// "Harus sudah dikerjakan": a word that it is done stands right before the stage's.
  private func isDone(_ cue: Cue, _ cues: CueTable) -> Bool {
    cues.modes[cue.sentence].contains { $0.mode == "done" && $0.range.upperBound == cue.range.lowerBound }
  }

  private func total(_ draft: Draft) -> Draft? {
    var draft = draft
    guard draft.quantity.value != nil, draft.quantity.percent == nil, !draft.quantity.isBare,
      let unit = draft.quantity.unit, unit.hasSuffix("village") || unit == "village_any"
    else { return nil }
    draft.stage = nil
    return draft
  }

  private func setDates(_ draft: inout Draft, _ cues: CueTable, _ choice: DateChoice) {
    // "383 dari target 413, per 19 Juni": the day is that of the part.
    if draft.kind == .target, draft.quantity.isOfWhole { return }
    if draft.kind == .target {
      draft.deadline = choice.deadline(
        of: draft.quantity, stage: draft.cue, among: cues.stages[draft.quantity.sentence])
    } else {
      draft.asOf = choice.reportDay(of: draft.quantity)
    }
  }
}
