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
    let cues = CueTable(reading, programme: programme)
    quantities = withoutUniverses(quantities, cues)
    var drafts: [Draft] = []
    for (index, quantity) in quantities.enumerated() {
      if addsPercent(quantity, to: &drafts) { continue }
      let previous = drafts.last.flatMap { $0.quantity.sentence >= quantity.sentence - 2 ? $0 : nil }
      let context = Context(
        previous: previous, lastUnit: drafts.last?.quantity.unit,
        last: drafts.last.flatMap { $0.quantity.sentence >= quantity.sentence - 5 ? $0 : nil },
        list: listContext(of: index, quantities, drafts, cues, reading))
      if let draft = draft(quantity, index, quantities, context, programme, cues, reading) {
        drafts.append(draft)
      }
    }
    drafts = distributed(drafts, reading)
    drafts += deadlineOnly(drafts, cues, reading)
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
    var lastUnit: String?
    /// The last statement, if it stands in one of the five sentences before.
    var last: Draft?
    /// For an item of a list: the stage and unit of what introduces the list.
    var list: ListContext?
  }

  /// "Di Asmat yang punya 224 kampung, 121 sudah bermusyawarah": the number that a word of having leads is the whole of
  /// the others in its sentence.
  private func withoutUniverses(_ quantities: [Quantity], _ cues: CueTable) -> [Quantity] {
    var kept: [Quantity] = []
    var whole: Quantity?
    for (index, quantity) in quantities.enumerated() {
      if whole?.sentence != quantity.sentence { whole = nil }
      let next = index + 1 < quantities.count ? quantities[index + 1] : nil
      let isWhole =
        quantity.of == nil && quantity.percent == nil && !quantity.all && whole == nil && !quantity.isListItem
        && next?.sentence == quantity.sentence && next?.value ?? .infinity <= quantity.value ?? 0
        && (next?.unit ?? quantity.unit) == quantity.unit
        && cues.modes[quantity.sentence].contains { mode in
          mode.mode == "total" && !mode.isBreakdown && mode.range.upperBound <= quantity.anchor
            && quantity.anchor - mode.range.upperBound <= 1
        }
        && !cues.stages[quantity.sentence].contains { quantity.zone.contains($0.range.lowerBound) }
      if isWhole {
        whole = quantity
        continue
      }
      var quantity = quantity
      if let whole, !quantity.isListItem, quantity.of == nil, let value = quantity.value,
        value <= whole.value ?? 0
      {
        quantity.of = whole.value
        quantity.unit = quantity.unit ?? whole.unit
      }
      kept.append(quantity)
    }
    return kept
  }

  /// Whether the article is about the whole country: its headline names no place, and its first sentences count more than
  /// the place named most can hold.
  private func isNational(_ quantities: [Quantity], _ reading: Reading) -> Bool {
    guard let focus = reading.focus, let known = reading.regions[focus].gazetteer, known < gazetteer.ownCount,
      !reading.regionMentions.contains(where: { $0.range.lowerBound < reading.bodyStart }),
      let villages = gazetteer.regions[known].allVillages
    else { return false }
    let lead = reading.sentence(of: min(reading.bodyStart, max(0, reading.tokens.count - 1))) + 3
    return quantities.contains { quantity in
      quantity.sentence <= lead && quantity.region == nil
        && max(quantity.value ?? 0, quantity.of ?? 0) > Double(villages) * 1.08 + 3
    }
  }

  /// Marks the mentions that are not what something is said of: places above the one named right before, and those in the
  /// numbers of units.
  private func markMentions(_ reading: inout Reading) {
    reading.regionMentions.sort { $0.range.lowerBound < $1.range.lowerBound }
    for index in reading.regionMentions.indices {
      let start = reading.regionMentions[index].range.lowerBound
      reading.regionMentions[index].isUnitNumber = reading.isMark(start - 1, "/")
      guard index > 0 else { continue }
      let before = reading.regionMentions[index - 1]
      let gap = before.range.upperBound..<max(before.range.upperBound, start)
      let isBeside =
        gap.count == 1 && (reading.isMark(start - 1, ",") || reading.isMark(start - 1, "("))
        || gap.count == 3 && reading.isMark(start - 1, ",")
          && reading.isMark(before.range.upperBound + 1, ")")
      let level = reading.regions[reading.regionMentions[index].region].level
      reading.regionMentions[index].isQualifier =
        isBeside && level.rank < reading.regions[before.region].level.rank
    }
  }

  /// The programme that the article is about: named in headline or lead, or twice.
  func programme(of reading: Reading) -> Programme? {
    var counts: [String: Int] = [:]
    guard !reading.tokens.isEmpty else { return nil }
    let lead = reading.sentence(of: min(reading.bodyStart, max(0, reading.tokens.count - 1))) + 4
    for match in reading.text.matches.matches where match.label == labels.programme {
      guard let name = reading.text.column("programme", of: match) else { continue }
      counts[name, default: 0] += reading.sentence(of: Int(match.start)) <= lead ? 2 : 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= 2 else { return nil }
    return programmes.first { $0.identifier == best.key }
  }

  /// Tokens of the amounts that are promises by their own words, up to the number.
  private func goals(_ quantities: [Quantity]) -> [Range<Int>] {
    quantities.compactMap { $0.role == .target ? $0.range.lowerBound..<($0.anchor + 1) : nil }
  }

  /// What introduces a list.
  struct ListContext {
    var stage: Cue?
    var unit: String?
    var kind: Statement.Kind?
    /// Index in ``Reading/dates``.
    var deadline: Int?

    init(_ stage: Cue?, _ unit: String?, _ kind: Statement.Kind?, _ deadline: Int? = nil) {
      self.stage = stage
      self.unit = unit
      self.kind = kind
      self.deadline = deadline
    }

    /// What a statement tells of the list that breaks it down.
    init(_ told: Draft) { self.init(told.cue, told.quantity.unit, told.kind, told.deadline) }
  }

  // MARK: - One quantity

  private func draft(
    _ quantity: Quantity, _ index: Int, _ all: [Quantity], _ context: Context, _ programme: Programme,
    _ cues: CueTable, _ reading: Reading
  ) -> Draft? {
    var draft = Draft(quantity: quantity)
    complete(&draft.quantity, context, programme, reading)
    let own = StageChoice(
      weights: weights, cues: cues, quantities: all, reading: reading,
      completes: programme.readings.compactMapValues { $0[Programme.completed] }, log: log
    )
    .stage(of: draft.quantity, index: index)
    draft.cue = own?.cue
    draft.stageScore = own?.score ?? 0
    if let list = context.list, draft.stageScore < weights.stageSameZone {
      draft.cue = list.stage ?? draft.cue
    }
    // "Sosialisasi yang diikuti 13 desa": an act without a word that it is done tells no stage of the number.
    if let cue = draft.cue, cue.stage == "other", cue.aspect == .event, !cue.isPredicate,
      draft.quantity.unit?.hasSuffix("village") == true
    {
      draft.cue = nil
    }
    let inSentence = draft.cue?.sentence == quantity.sentence
    if quantity.all, quantity.value == nil, !inSentence, !quantity.isRest { return nil }
    if let cue = draft.cue, cue.stage == "other", cue.aspect == .event, !inSentence { return nil }
    var inherited = context.list.map { $0.kind ?? .actual }
    var deadline = context.list?.deadline
    if draft.stageScore < weights.stageSameZone,
      let whole = whole(of: index, all, context) ?? brokenDown(index, all, context, reading)
    {
      draft.partOf = whole.partOf ?? whole.quantity.value
      draft.cue = whole.cue
      draft.stageScore = whole.stageScore
      inherited = whole.kind
      deadline = whole.deadline
    }
    // "Kota Ternate menyusul dengan 76 dari 78", "Enam di antaranya di Adonara Timur": what the statement before says.
    let goesOn = quantity.of != nil || quantity.region != nil || isPart(quantity, reading)
    if draft.cue == nil || draft.stageScore < 0, goesOn, let previous = context.previous,
      previous.kind == .actual, !cues.modes[quantity.sentence].contains(where: { $0.mode == "target" })
    {
      draft.cue = isPart(quantity, reading) ? previous.cue : draft.cue ?? previous.cue
      inherited = inherited ?? .actual
    }
    let role =
      quantity.role
      ?? RoleChoice(
        weights: weights, cues: cues, reading: reading, quantities: all, goals: goals(all), log: log
      )
      .role(of: draft.quantity, stage: draft.cue, inherited: inherited)
      ?? (existence(of: draft, programme, cues) == nil ? nil : .actual)
    guard let role else { return nil }
    draft.kind = role
    let previous = context.previous
    let sameParagraph = previous.map {
      reading.text.text.paragraphOfSentence[$0.quantity.sentence]
        == reading.text.text.paragraphOfSentence[quantity.sentence]
    }
    let region = RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading, log: log)
    draft.region = region.region(
      of: draft.quantity, previous: sameParagraph == true ? .some(previous?.region) : nil)
    if role == .total { return total(draft) }
    if draft.cue == nil { draft.cue = previous?.cue ?? cues.focus }
    guard draft.quantity.unit != nil else { return nil }
    if let stage = existence(of: draft, programme, cues) {
      draft.stage = stage
    } else {
      guard setStage(&draft, programme) else { return nil }
    }
    if isProgressOfWorks(draft, reading) { return nil }
    setDates(&draft, reading)
    if draft.kind == .target { draft.deadline = draft.deadline ?? deadline }
    if quantity.isRest {
      guard draft.kind == .target, draft.deadline != nil else { return nil }
    }
    return draft
  }

  /// "Gerai Desa Sihite sudah 62,4 persen": how far one building is, which counts nothing.
  private func isProgressOfWorks(_ draft: Draft, _ reading: Reading) -> Bool {
    guard draft.quantity.isBare, draft.quantity.value == nil, draft.quantity.percent != nil,
      draft.quantity.of == nil,
      draft.kind == .actual, draft.quantity.percent != 100,
      draft.cue?.aspect == .state || draft.cue?.aspect == .start,
      draft.stage.map({ stage in worksStages.contains(stage) }) ?? false
    else { return false }
    return draft.quantity.anchor < reading.bodyStart
      || reading.regionMentions.contains { mention in
        reading.sentence(of: mention.range.lowerBound) == draft.quantity.sentence
          && reading.regions[mention.region].level.rank == 3
      }
  }

  /// Fills in what stands elsewhere: the unit of the statement before, the whole of which it is a part.
  private func complete(
    _ quantity: inout Quantity, _ context: Context, _ programme: Programme, _ reading: Reading
  ) {
    guard quantity.unit == nil else { return }
    let previous = context.previous
    quantity.unit =
      context.list?.unit ?? (quantity.value == nil ? nil : subject(of: quantity, reading))
      ?? previous?.quantity.unit ?? context.lastUnit
    if quantity.value == nil { quantity.unit = quantity.unit ?? programme.countedUnit }
    if quantity.isBare, quantity.value != nil, quantity.of == nil, isPart(quantity, reading) {
      quantity.of = previous?.quantity.value
    }
  }

  /// The counted noun with which the quantity's sentence begins: "Koperasi yang berbadan hukum di daerah itu ada lima".
  private func subject(of quantity: Quantity, _ reading: Reading) -> String? {
    let low = max(quantity.zone.lowerBound, reading.text.text.sentences[quantity.sentence].lowerBound)
    guard low < quantity.anchor else { return nil }
    for token in low..<min(quantity.anchor, low + 6) {
      guard let unit = reading.match(labels.unit, at: token), Int(unit.end) <= quantity.anchor else {
        continue
      }
      return reading.text.column("unit", of: unit)
    }
    return nil
  }

  /// The figure before of which this one and its neighbour are the parts: "302, terdiri atas 299 pekon dan 3 kelurahan".
  private func whole(of index: Int, _ all: [Quantity], _ context: Context) -> Draft? {
    guard let previous = context.last, previous.kind != .total, let value = all[index].value else {
      return nil
    }
    let sums = [index - 1, index + 1].filter {
      all.indices.contains($0) && all[$0].sentence == all[index].sentence
    }
    let isPart = sums.contains {
      all[$0].value ?? 0 > 0 && (all[$0].value ?? 0) + value == previous.quantity.value
        && all[$0].range != previous.quantity.range
    }
    // The second part finds the first one as the statement before it.
    let isSecond = index > 0 && previous.partOf.map { $0 == value + (previous.quantity.value ?? 0) } ?? false
    return isPart || isSecond ? previous : nil
  }

  /// The figure before a word that leads to its parts: "1.892 desa/kelurahan …, terdiri dari 1.802 desa dan 90 kelurahan".
  private func brokenDown(
    _ index: Int, _ all: [Quantity], _ context: Context, _ reading: Reading
  ) -> Draft? {
    let quantity = all[index]
    guard let value = quantity.value, quantity.of == nil, quantity.percent == nil, !quantity.isListItem else {
      return nil
    }
    let start = quantity.range.lowerBound
    if let led = all[..<index].last, led.sentence == quantity.sentence, start - led.range.upperBound <= 2,
      let previous = context.previous, let sum = previous.partOf, previous.quantity.range == led.range
    {
      return value <= sum ? previous : nil
    }
    let isLed = (max(0, start - 4)..<start).contains { token in
      guard let match = reading.match(labels.breakdowns, at: token) else { return false }
      return (Int(match.end)..<max(Int(match.end), start)).allSatisfy {
        reading.tokens[$0].kind != .punctuation || reading.isMark($0, ":") || reading.isMark($0, ",")
      }
    }
    guard isLed, let previous = context.previous, let sum = previous.quantity.value, value < sum,
      previous.quantity.sentence >= quantity.sentence - 1, previous.kind != .total
    else { return nil }
    return previous
  }

  /// A cooperative that there is has been formed: where only a word of having leads the number.
  private func existence(of draft: Draft, _ programme: Programme, _ cues: CueTable) -> String? {
    guard let stage = programme.existence[draft.quantity.unit ?? ""], draft.quantity.value != nil,
      draft.quantity.of == nil
    else { return nil }
    let leads = cues.modes[draft.quantity.sentence].contains { mode in
      mode.mode == "total" && mode.range.upperBound <= draft.quantity.anchor
        && draft.quantity.anchor - mode.range.upperBound <= 1
    }
    let told = draft.cue.map {
      draft.quantity.zone.contains($0.range.lowerBound) && $0.stage != "other" && $0.aspect != .event
        || $0.range.lowerBound > draft.quantity.anchor && draft.quantity.zone.contains($0.range.lowerBound)
    }
    return leads && told != true ? stage : nil
  }

  /// The stage that the cue means for this unit and role; false where it means none.
  private func setStage(_ draft: inout Draft, _ programme: Programme) -> Bool {
    guard let cue = draft.cue else { return false }
    var stage = cue.stage
    if let reading = programme.readings[draft.quantity.unit ?? ""]?[stage] { stage = reading }
    if draft.kind == .target, cue.aspect != .start, let goal = programme.goals[stage] { stage = goal }
    draft.stage = stage
    return !stage.isEmpty
  }

  /// A percentage by itself, right behind a number without one, belongs to that number, and one that the number before
  /// gives in any case.
  private func addsPercent(_ quantity: Quantity, to drafts: inout [Draft]) -> Bool {
    guard let percent = quantity.percent, quantity.value == nil, !quantity.isDistributed,
      let last = drafts.last,
      last.kind == .actual, let value = last.quantity.value, last.quantity.percent == nil,
      quantity.sentence - last.quantity.sentence <= 1
    else { return false }
    let whole = quantity.of ?? last.quantity.of
    let agrees = whole.map { abs(value / $0 * 100 - percent) < 1 } ?? false
    let isProgress = quantity.isBare && quantity.sentence != last.quantity.sentence
    guard
      agrees || (isProgress && (percent != 100 || quantity.isProgress))
        || (quantity.isBare && quantity.sentence == last.quantity.sentence)
    else { return false }
    drafts[drafts.count - 1].quantity.percent = percent
    drafts[drafts.count - 1].quantity.of = last.quantity.of ?? quantity.of
    return true
  }

  /// "Empat di antaranya": the whole is the number before.
  private func isPart(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.text.rules.rules[quantity.rule].name == "quantity/of-them"
  }

  private func total(_ draft: Draft) -> Draft? {
    var draft = draft
    guard draft.quantity.value != nil, draft.quantity.percent == nil, !draft.quantity.isBare,
      let unit = draft.quantity.unit, unit.hasSuffix("village") || unit == "village_any"
    else { return nil }
    draft.stage = nil
    return draft
  }

  private func setDates(_ draft: inout Draft, _ reading: Reading) {
    let choice = DateChoice(reading: reading)
    if draft.kind == .target {
      draft.deadline = choice.deadline(of: draft.quantity)
    } else {
      draft.asOf = choice.reportDay(of: draft.quantity)
    }
  }
}

/// A statement in the making.
struct Draft: Sendable {
  var quantity: Quantity
  var kind = Statement.Kind.actual
  /// The words that tell the stage.
  var cue: Cue?
  var stage: String?
  var stageScore = 0.0
  /// Index in ``Reading/regions``; nil for the whole country.
  var region: Int?
  /// The figure of which this one is a part.
  var partOf: Double?
  /// Index in ``Reading/dates``.
  var deadline: Int?
  var asOf: CalendarDate?

  init(quantity: Quantity) { self.quantity = quantity }

  /// The same, said of another region.
  func moved(to region: Int) -> Draft {
    var copy = self
    copy.region = region
    return copy
  }
}
