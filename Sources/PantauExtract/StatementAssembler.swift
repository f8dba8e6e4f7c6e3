import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Settles for every quantity its stage, its role (promised, reached, background), its region and its dates.
///
/// Each is a choice among candidates by weighted features; nothing here knows an Indonesian word.
struct StatementAssembler: Sendable {
  let labels: Labels
  let weights: FeatureWeights
  let gazetteer: Gazetteer
  let programmes: [Programme]

  /// All statements of the article, in the order of the text, each amount once.
  ///
  /// - Parameters:
  ///   - assumed: the programme for an article that is about none.
  ///   - log: takes what an explanation needs.
  func statements(
    in reading: inout Reading, assuming assumed: Programme? = nil, log: ChoiceLog? = nil
  ) -> (statements: [Statement], deadlines: [Deadline]) {
    guard let programme = programme(of: reading) ?? assumed else { return ([], []) }
    let quantities = QuantityFinder(labels: labels).quantities(in: &reading)
    let cues = CueTable(reading)
    var drafts: [Draft] = []
    for (index, quantity) in quantities.enumerated() {
      if addsPercent(quantity, to: &drafts) { continue }
      let previous = drafts.last.flatMap { $0.quantity.sentence >= quantity.sentence - 2 ? $0 : nil }
      if let draft = draft(quantity, index, quantities, previous: previous, cues, reading) { drafts.append(draft) }
    }
    drafts += deadlineOnly(drafts, cues, reading)
    drafts.sort { ($0.quantity.anchor, $0.quantity.range.upperBound) < ($1.quantity.anchor, $1.quantity.range.upperBound) }
    let kept = withoutRepetition(drafts, reading)
    log?.assembly = ChoiceLog.Assembly(quantities: quantities, cues: cues, drafts: drafts, kept: kept)
    return finish(kept, programme, reading)
  }

  /// The programme that the article is about: named in headline or lead, or twice.
  func programme(of reading: Reading) -> Programme? {
    var counts: [String: Int] = [:]
    let lead = reading.sentence(of: min(reading.bodyStart, max(0, reading.tokens.count - 1))) + 4
    guard !reading.tokens.isEmpty else { return nil }
    for match in reading.text.matches.matches where match.label == labels.programme {
      guard let name = reading.text.column("programme", of: match) else { continue }
      counts[name, default: 0] += reading.sentence(of: Int(match.start)) <= lead ? 2 : 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= 2 else { return nil }
    return programmes.first { $0.identifier == best.key }
  }

  // MARK: - One quantity

  private func draft(
    _ quantity: Quantity, _ index: Int, _ all: [Quantity], previous: Draft?, _ cues: CueTable, _ reading: Reading
  ) -> Draft? {
    var draft = Draft(quantity: quantity)
    let stage = StageChoice(weights: weights, cues: cues, quantities: all, reading: reading)
      .stage(of: quantity, index: index)
    draft.stage = stage?.cue.stage
    draft.stageScore = stage?.score ?? 0
    if quantity.unit == nil, let previous {
      draft.quantity.unit = previous.quantity.unit
      if quantity.isBare, quantity.value != nil, quantity.of == nil, isPart(quantity, reading) {
        draft.quantity.of = previous.quantity.value
      }
    }
    if quantity.isListItem, draft.stage == nil || draft.stageScore < 1, let previous { draft.stage = previous.stage }
    if quantity.all, quantity.value == nil, stage?.cue.sentence != quantity.sentence { return nil }
    if let cue = stage?.cue, cue.stage == "other", !cue.isState, cue.sentence != quantity.sentence { return nil }
    let role = RoleChoice(weights: weights, cues: cues, reading: reading)
      .role(of: draft.quantity, stage: stage?.cue, inherited: quantity.isListItem ? previous?.kind : nil)
    guard let role else { return nil }
    draft.kind = role
    if draft.stage == nil {
      guard role != .total, draft.quantity.unit != nil else { return role == .total ? total(draft, cues, reading) : nil }
      guard let previous, previous.quantity.sentence >= quantity.sentence - 1 else { return nil }
      draft.stage = previous.stage
    }
    if role == .total { return total(draft, cues, reading) }
    guard draft.quantity.unit != nil else { return nil }
    draft.region = RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading).region(of: draft.quantity)
    setDates(&draft, reading)
    return draft
  }

  /// A percentage by itself, right behind a number without one, belongs to that number.
  private func addsPercent(_ quantity: Quantity, to drafts: inout [Draft]) -> Bool {
    guard quantity.isBare, let percent = quantity.percent, quantity.value == nil, let last = drafts.last,
      last.kind == .actual, last.quantity.value != nil, last.quantity.percent == nil,
      quantity.sentence - last.quantity.sentence <= 1
    else { return false }
    drafts[drafts.count - 1].quantity.percent = percent
    if drafts[drafts.count - 1].quantity.of == nil { drafts[drafts.count - 1].quantity.of = quantity.of }
    return true
  }

  /// "Empat di antaranya": the whole is the number before.
  private func isPart(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.text.rules.rules[quantity.rule].name == "quantity/of-them"
  }

  private func total(_ draft: Draft, _ cues: CueTable, _ reading: Reading) -> Draft? {
    var draft = draft
    guard draft.quantity.value != nil, draft.quantity.percent == nil, !draft.quantity.isBare,
      let unit = draft.quantity.unit, unit.hasSuffix("village") || unit == "village_any"
    else { return nil }
    draft.kind = .total
    draft.stage = nil
    draft.region = RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading).region(of: draft.quantity)
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

  // MARK: - Targets that name no quantity

  /// A stage, a promise and a deadline in one sentence are a target, even where no quantity is named.
  private func deadlineOnly(_ drafts: [Draft], _ cues: CueTable, _ reading: Reading) -> [Draft] {
    var found: [Draft] = []
    for (index, date) in reading.dates.enumerated() {
      let sentence = reading.sentence(of: date.range.lowerBound)
      guard let relation = date.parts.relation, relation == .before || relation == .by,
        let days = date.days, !found.contains(where: { $0.quantity.sentence == sentence }),
        !drafts.contains(where: { $0.quantity.sentence == sentence && $0.kind == .target }),
        cues.namesProgramme[sentence] || (sentence > 0 && cues.namesProgramme[sentence - 1]),
        let stage = cues.stages[sentence].min(by: { distance($0.range, date.range) < distance($1.range, date.range) }),
        stage.stage != "other", reading.reference.map({ days.latest >= $0.adding(days: -3) }) ?? true,
        date.range.lowerBound >= reading.bodyStart
      else { continue }
      var quantity = Quantity(
        range: stage.range, anchor: stage.range.lowerBound, rule: -1, sentence: sentence)
      quantity.range = min(stage.range.lowerBound, date.range.lowerBound)..<max(stage.range.upperBound, date.range.upperBound)
      quantity.unit = "cooperative"
      quantity.zone = reading.text.text.sentences[sentence]
      var draft = Draft(quantity: quantity)
      draft.stage = stage.stage
      draft.kind = .target
      draft.deadline = index
      draft.region = RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading).region(of: quantity)
      found.append(draft)
    }
    return found
  }

  private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
  }
}

/// A statement in the making.
struct Draft: Sendable {
  var quantity: Quantity
  var kind = Statement.Kind.actual
  var stage: String?
  var stageScore = 0.0
  /// Index in ``Reading/regions``; nil for the whole country.
  var region: Int?
  /// Index in ``Reading/dates``.
  var deadline: Int?
  var asOf: CalendarDate?

  init(quantity: Quantity) { self.quantity = quantity }
}
