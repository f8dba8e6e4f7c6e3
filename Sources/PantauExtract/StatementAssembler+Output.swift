import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// From drafts to statements, with their words, days and speakers.
extension StatementAssembler {
  func finish(
    _ drafts: [Draft], _ reading: FinalReading
  ) -> (statements: [Statement], deadlines: [Deadline]) {
    var statements: [Statement] = []
    var deadlines: [Deadline] = []
    statements.reserveCapacity(drafts.count)
    var numbers = (targets: 0, actuals: 0)
    for index in drafts.indices {
      var id = ""
      switch drafts[index].kind {
      case .target:
        numbers.targets += 1
        id = Self.targets[numbers.targets]
      case .actual:
        numbers.actuals += 1
        id = Self.actuals[numbers.actuals]
      case .total: break
      }
      statements.append(statement(drafts[index], id, &deadlines, reading))
    }
    return (statements, deadlines)
  }

  private static let targets = Numbered("t")
  private static let actuals = Numbered("a")
  private static let deadlines = Numbered("d")
  private static let officials = Numbered("o")

  private func statement(
    _ draft: Draft, _ id: String, _ deadlines: inout [Deadline], _ reading: FinalReading
  ) -> Statement {
    let bytes = reading.text.byteRange(quote(of: draft, reading))
    let quote = reading.bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[bytes]), as: UTF8.self)
    }
    let due = draft.kind == .target ? draft.deadline.map { deadline($0, draft, &deadlines, reading) } : nil
    let isFrom = due.map { deadlines[$0].relation == "from" } ?? false
    let rule = draft.quantity.rule >= 0 ? reading.rules.rules[draft.quantity.rule].name : "deadline"
    return Statement.made(
      id: id, kind: draft.kind, programme: programme.identifier,
      stage: draft.kind == .total ? nil : draft.stage?.string, value: draft.quantity.value,
      percent: share(draft, reading), all: draft.quantity.all, bound: draft.quantity.bound?.string,
      of: draft.quantity.of, unit: draft.quantity.unit?.string,
      region: draft.region.map { reading.regions[$0].label } ?? Statement.country,
      regionCode: draft.region.flatMap { reading.regions[$0].code },
      earliest: isFrom ? due.flatMap { deadlines[$0].earliest } : nil,
      latest: due.flatMap { deadlines[$0].latest }, deadline: due.map { deadlines[$0].id },
      asOf: draft.asOf.flatMap { reading.days[$0].isDay ? reading.days[$0].latest : nil },
      speaker: reading.tellers[draft.quantity.sentence].map { Self.officials[$0 + 1] },
      quote: quote, span: Span(bytes.lowerBound, bytes.upperBound),
      rule: rule, confidence: confidence(draft, reading))
  }

  private func confidence(_ draft: Draft, _ reading: FinalReading) -> Double {
    let weights = draft.kind == .target ? weights.targetConfidence : weights.actualConfidence
    return weights.confidence(
      of: draft, inHeading: draft.quantity.anchor < reading.bodyStart,
      isWorks: draft.stage.map { stage in known.contains { $0.isWorks(stage) } } ?? false)
  }

  /// The percentage of a draft, as the share that its number is of a whole; nil where it tells how far each of so many is: "15 gedung
  /// rampung 100 persen".
  private func share(_ draft: Draft, _ reading: FinalReading) -> Double? {
    guard let percent = draft.quantity.percent, draft.kind == .actual, let value = draft.quantity.value,
      let stage = draft.stage
    else { return draft.quantity.percent }
    let isWorks = known.contains { $0.isWorks(stage) }
    if percent == 100 { return isWorks || value != draft.quantity.of ?? value ? nil : percent }
    guard isWorks, programme.goal(of: stage) != nil, !isApposed(draft.quantity, reading) else {
      return percent
    }
    return draft.quantity.of.map { abs(value / $0 * 100 - percent) < 2 } == true ? percent : nil
  }

  /// "50 persen atau sekitar 40 titik", "27 koperasi (37 persen)": whether number and share are said to be the same.
  private func isApposed(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    quantity.range.contains {
      reading.joins($0) || reading.isMark($0, "(") || reading.has(labels.shareLeads, at: $0)
    }
  }

  /// Tokens of the longest sentence that is quoted whole.
  private static let longestQuote = 60

  /// The sentence that proves a statement; of a long one the clause of the quantity or what is beside that, with the words for the stage and
  /// the day where they are not far off.
  private func quote(of draft: Draft, _ reading: FinalReading) -> Range<Int> {
    let range = draft.quantity.range
    let sentence = reading.sentences[draft.quantity.sentence]
    var (low, high) = (sentence.lowerBound, sentence.upperBound)
    if sentence.count > Self.longestQuote {
      let clauseStart = Int(reading.clauseStarts[range.lowerBound])
      let clauseEnd = Int(reading.clauseEnds[max(range.lowerBound, range.upperBound - 1)])
      low = max(clauseStart, range.lowerBound - 12)
      high = min(clauseEnd, range.upperBound + 16)
      let day = (draft.deadline ?? draft.asOf).map { reading.days[$0].range }
      for words in [draft.cue?.range, day].compactMap({ $0 })
      where sentence.contains(words.lowerBound)
        && max(high, words.upperBound) - min(low, words.lowerBound) <= Self.longestQuote
      {
        (low, high) = (min(low, words.lowerBound), max(high, words.upperBound))
      }
    }
    low = min(low, range.lowerBound)
    while high > range.upperBound, reading.tokens[high - 1].kind == .punctuation,
      !closes(high - 1, since: low, reading)
    {
      high -= 1
    }
    return low..<max(high, range.upperBound)
  }

  /// Whether a mark belongs to the words before it: a sign of percent, or a bracket or quotation mark whose other half stands there.
  private func closes(_ token: Int, since low: Int, _ reading: FinalReading) -> Bool {
    if reading.isMark(token, "%") { return true }
    if reading.isMark(token, ")") { return (low..<token).contains { reading.isMark($0, "(") } }
    if reading.isCurly(token, 0x9D) { return (low..<token).contains { reading.isCurly($0, 0x9C) } }
    return reading.isMark(token, "\"") && !(low..<token).count { reading.isMark($0, "\"") }.isMultiple(of: 2)
  }

  /// The number among `deadlines` of the one that a date means; it is added where there is none yet.
  private func deadline(
    _ index: Int, _ draft: Draft, _ deadlines: inout [Deadline], _ reading: FinalReading
  ) -> Int {
    let bytes = reading.text.byteRange(reading.days[index].range)
    let span = Span(bytes.lowerBound, bytes.upperBound)
    let bounds = reading.days[index].bounds(onDay: draft.isOnDay, onEve: draft.isOnEve)
    if let known = deadlines.firstIndex(where: { $0.span == span && $0.relation == bounds.relation }) {
      return known
    }
    let days = reading.dates[index].days
    deadlines.append(
      Deadline(
        id: Self.deadlines[deadlines.count + 1], text: reading.text.string(reading.days[index].range),
        relation: bounds.relation, earliest: bounds.relation == "from" ? days?.earliest : nil,
        latest: bounds.latest, approximate: days?.approximate ?? false, edtf: days?.edtf, span: span))
    return deadlines.count - 1
  }
}
