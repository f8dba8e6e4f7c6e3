import PantauText

extension RuleSet {
  /// Holds every example against its rule alone and against the whole rule set.
  ///
  /// - Parameters:
  ///   - isIncluded: which rules' examples run, all without it.
  ///   - reader: makes what reads an example with the given rules; called once for each rule and once for all.
  /// - Returns: one fault for each example and setting that does not hold, in the order of the rules.
  public func exampleFaults(
    where isIncluded: (Rule) -> Bool = { _ in true },
    reader: (RuleSet) -> (Rule.Example) -> ExampleReading
  ) -> [ExampleFault] {
    let together = reader(self)
    return rules.indices.filter { isIncluded(rules[$0]) }.flatMap { index -> [ExampleFault] in
      let rule = rules[index]
      let alone = reader(self.alone(index))
      var faults: [ExampleFault] = []
      for example in rule.matches {
        faults += [
          mismatch(of: example, index, alone(example), .alone),
          mismatch(of: example, index, together(example), .together),
        ].compactMap { $0 }
      }
      for example in rule.rejects {
        faults += intrusions(into: example, index, alone(example), together(example))
      }
      return faults
    }
  }

  // MARK: - Texts that must match

  private func mismatch(
    of example: Rule.Example, _ index: Int, _ reading: ExampleReading, _ setting: ExampleFault.Setting
  ) -> ExampleFault? {
    let text = reading.text
    let own = text.matches.matches.filter { Int($0.rule) == index }
    guard let first = own.first else {
      var fault = fault(index, example, setting, "it does not match")
      fault.expected = example.span
      fault.details = reasons(index, text)
      return fault
    }
    let hit = own.first { example.span == nil || bytes($0, reading) == example.span }
    guard let hit else {
      var fault = fault(index, example, setting, "it matches other words than those in brackets")
      fault.expected = example.span
      fault.found = bytes(first, reading)
      return fault
    }
    var details: [String] = []
    for (name, expected) in example.fields.sorted(by: { $0.key < $1.key }) {
      let found = text.capture(name, of: hit).map(text.text.string) ?? ""
      if found != expected { details.append("capture   \(name) is '\(found)', not '\(expected)'") }
    }
    let meaning = reading.meanings[hit.label]?[hit.range] ?? [:]
    for (name, expected) in example.gives.sorted(by: { $0.key < $1.key }) where meaning[name] != expected {
      let found = meaning[name].map { "'\($0)'" } ?? RuleSet.absent(among: meaning)
      details.append("gives     \(name) is \(found), not '\(expected)'")
    }
    guard !details.isEmpty else { return nil }
    var fault = fault(index, example, setting, "it matches, but not with what the example says")
    fault.found = bytes(hit, reading)
    fault.details = details
    return fault
  }

  private static func absent(among meaning: [String: String]) -> String {
    let given = meaning.keys.sorted().joined(separator: ", ")
    return given.isEmpty ? "absent (the program makes nothing of the match)" : "absent (given: \(given))"
  }

  /// Why a rule has no match in a text: what took it away, or how far it came.
  private func reasons(_ index: Int, _ text: AnnotatedText) -> [String] {
    var reasons: [String] = []
    for miss in nearMisses(of: index, in: text) {
      let line = "because   " + self.text(of: miss, rule: rules[index], in: text)
      if !reasons.contains(line) { reasons.append(line) }
    }
    return reasons
  }

  // MARK: - Texts that must not match

  /// A match of the rule alone that another rule keeps away is worth a warning: it comes back with a change of that one.
  private func intrusions(
    into example: Rule.Example, _ index: Int, _ alone: ExampleReading, _ together: ExampleReading
  ) -> [ExampleFault] {
    let with = intrusion(into: example, index, together, .together)
    guard var own = intrusion(into: example, index, alone, .alone) else { return with.map { [$0] } ?? [] }
    if let with { return [own, with] }
    own.severity = .warning
    own.message = "only another rule keeps it from matching what it must not"
    own.details += reasons(index, together.text)
    return [own]
  }

  private func intrusion(
    into example: Rule.Example, _ index: Int, _ reading: ExampleReading, _ setting: ExampleFault.Setting
  ) -> ExampleFault? {
    guard let match = reading.text.matches.matches.first(where: { Int($0.rule) == index }) else { return nil }
    var fault = fault(index, example, setting, "it matches, but must not")
    fault.found = bytes(match, reading)
    fault.details = rules[index].captureNames.compactMap { name in
      reading.text.capture(name, of: match).map { "capture   \(name) is '\(reading.text.text.string($0))'" }
    }
    return fault
  }

  // MARK: - Both

  private func bytes(_ match: Match, _ reading: ExampleReading) -> Range<Int> {
    let bytes = reading.text.text.byteRange(match.range)
    return bytes.lowerBound - reading.offset..<bytes.upperBound - reading.offset
  }

  private func fault(
    _ index: Int, _ example: Rule.Example, _ setting: ExampleFault.Setting, _ message: String
  ) -> ExampleFault {
    let rule = rules[index]
    let path = rule.location.split(separator: ":").dropLast().joined(separator: ":")
    return ExampleFault(
      rule: rule.name, location: "\(path):\(example.line)", setting: setting, message: message,
      text: example.text)
  }
}

extension RuleSet {
  /// What became of a rule in a sentence, in words.
  public func text(of miss: NearMiss, rule: Rule, in text: AnnotatedText) -> String {
    let words = "'\(text.text.string(miss.tokens))'"
    switch miss.outcome {
    case .matched: return "it matches \(words)"
    case .vetoed(let place, let pattern, let tokens):
      return "its 'unless \(place): \(pattern)' forbids \(words): it finds '\(text.text.string(tokens))'"
    case .misfit(let capture):
      return "its capture '\(capture)' in \(words) is not of the type that it must be"
    case .beaten(let other, let tokens):
      return
        "\(rules[other].name) (\(rules[other].location)) takes '\(text.text.string(tokens))' from \(words): "
        + advantage(of: other, tokens, over: rule, miss.tokens)
    case .stopped(let token, let wanted):
      let end =
        token < miss.sentence.upperBound
        ? "'\(text.text.string(token..<token + 1))' stands" : "the sentence ends"
      return "after \(words), where \(end), it wants \(wanted.joined(separator: " or "))"
    case .noBeginning(let wanted):
      return "no token of the sentence can begin it; it begins with \(wanted.joined(separator: " or "))"
    }
  }

  /// Why one match stays in place of another.
  public func advantage(of winner: Int, _ tokens: Range<Int>, over rule: Rule, _ lost: Range<Int>) -> String {
    let better = rules[winner]
    if better.priority > rule.priority {
      return "\(better.name) has priority \(better.priority), this rule \(rule.priority)"
    }
    if tokens.count > lost.count { return "\(better.name) is longer" }
    return tokens.lowerBound < lost.lowerBound
      ? "\(better.name) begins earlier" : "\(better.name) comes first"
  }
}
