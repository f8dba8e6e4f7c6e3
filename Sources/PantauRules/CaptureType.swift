import PantauText

/// What a capture must hold for its match to stay, as the key `captures` of a rule says.
public enum CaptureType: Sendable, Equatable {
  /// One number: a token of digits, or a match of the program that has a value; within the bounds, where they are given.
  case number(least: Double?, most: Double?)
  /// One match with this label, and with one of these values in that column, where one is named.
  case label(LabelID, column: String? = nil, values: [String] = [], isNegative: Bool = false)

  /// Reads `number`, `1..31`, `1..` or `..100`; nil for anything else.
  init?(range text: String) {
    if text == "number" {
      self = .number(least: nil, most: nil)
      return
    }
    guard let dots = text.firstRange(of: "..") else { return nil }
    let low = text[..<dots.lowerBound]
    let high = text[dots.upperBound...]
    let (least, most) = (Double(low), Double(high))
    guard least != nil || low.isEmpty, most != nil || high.isEmpty, least != nil || most != nil else {
      return nil
    }
    if let least, let most, least > most { return nil }
    self = .number(least: least, most: most)
  }

  /// The element `<label column=value>` of a pattern as a type; nil for other patterns.
  init?(_ node: PatternNode) {
    guard case .label(let label, let constraint) = node else { return nil }
    self = .label(
      label, column: constraint?.column, values: constraint?.values ?? [],
      isNegative: constraint?.negative ?? false)
  }

  var constraint: LabelConstraint? {
    guard case .label(_, let column?, let values, let isNegative) = self else { return nil }
    return LabelConstraint(column: column, values: values, negative: isNegative)
  }
}

extension Findings {
  /// Throws away what has a capture that holds what its type forbids.
  mutating func removeMisfits(of rules: RuleSet, in text: AnnotatedText) {
    candidates.removeAll { candidate in
      guard rules.captures.hasTyped[candidate.rule] else { return false }
      let own = captures[candidate.firstCapture..<candidate.firstCapture + candidate.captureCount]
      guard let name = text.misfit(of: candidate.rule, own) else { return false }
      if keepsVetoed {
        vetoed.append(Rival(rule: candidate.rule, range: candidate.range, cause: .capture(name)))
      }
      return true
    }
  }
}

extension AnnotatedText {
  /// Whether a match is what a constraint asks for; true without one.
  func satisfies(_ match: Match, _ constraint: LabelConstraint?) -> Bool {
    constraint?.admits(constraint.flatMap { column($0.column, of: match) }) ?? true
  }

  /// The first of a rule's captures that holds what its type forbids; nil where all are as they must be. A capture that
  /// took no part is.
  func misfit(of rule: Int, _ captures: ArraySlice<(start: Int32, end: Int32)>) -> String? {
    for (number, type) in rules.captures.typed[rule] {
      let capture = captures[captures.startIndex + number]
      guard capture.start >= 0 else { continue }
      if !holds(Int(capture.start)..<Int(capture.end), type) { return rules.rules[rule].captureNames[number] }
    }
    return nil
  }

  private func holds(_ range: Range<Int>, _ type: CaptureType) -> Bool {
    switch type {
    case .number(let least, let most):
      guard let value = number(range) else { return false }
      return value >= least ?? value && value <= most ?? value
    case .label(let label, _, _, _):
      guard !range.isEmpty else { return false }
      var found = range.count == 1 && holdsWord(range.lowerBound, label, type.constraint)
      matches.forEach(at: range.lowerBound) { index in
        let match = matches.matches[index]
        if match.label == label, match.range == range, satisfies(match, type.constraint) { found = true }
      }
      return found
    }
  }

  /// The value of what stands in `range`, where it is one number.
  private func number(_ range: Range<Int>) -> Double? {
    guard !range.isEmpty else { return nil }
    if let values, let match = matches.match(values.label, at: range.lowerBound, end: range.upperBound),
      match.rule < 0, values.numbers.indices.contains(Int(match.payload))
    {
      return values.numbers[Int(match.payload)]
    }
    guard range.count == 1, tokens[range.lowerBound].kind == .number else { return nil }
    let bytes = text.byteRange(range)
    return NumberText.value(text.bytes[bytes])
  }
}
