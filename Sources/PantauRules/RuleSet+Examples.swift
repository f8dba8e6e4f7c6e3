import PantauText

extension RuleSet {
  /// Runs every rule's examples against the whole rule set.
  ///
  /// - Parameter annotate: brings a text to the state that it has after the phase of the given name has run.
  /// - Returns: one fault for each example that does not hold: its rule, line and what was found instead.
  public func exampleFaults(annotate: (_ text: String, _ phase: String) -> AnnotatedText) -> [RuleError] {
    var faults: [RuleError] = []
    for (index, rule) in rules.enumerated() {
      for example in rule.matches {
        let text = annotate(example.text, rule.phase)
        if let message = mismatch(of: example, rule, index, text) {
          faults.append(fault(rule, example, message))
        }
      }
      for example in rule.rejects {
        let text = annotate(example.text, rule.phase)
        if let match = text.matches.matches.first(where: { Int($0.rule) == index }) {
          faults.append(
            fault(
              rule, example, "rule '\(rule.name)' matches '\(text.text.string(match.range))', but must not"))
        }
      }
    }
    return faults
  }

  private func mismatch(
    of example: Rule.Example, _ rule: Rule, _ index: Int, _ text: AnnotatedText
  ) -> String? {
    let own = text.matches.matches.filter { Int($0.rule) == index }
    guard !own.isEmpty else { return "rule '\(rule.name)' does not match" }
    let hit = own.first { match in
      guard let span = example.span else { return true }
      return text.text.byteRange(match.range) == span
    }
    guard let hit else {
      return "rule '\(rule.name)' matches '\(text.text.string(own[0].range))' instead of what is in brackets"
    }
    for (name, expected) in example.fields {
      let found = text.capture(name, of: hit).map(text.text.string) ?? ""
      if found != expected { return "capture '\(name)' is '\(found)', not '\(expected)'" }
    }
    return nil
  }

  private func fault(_ rule: Rule, _ example: Rule.Example, _ message: String) -> RuleError {
    let path = rule.location.split(separator: ":").dropLast().joined(separator: ":")
    return RuleError(path: path, line: example.line, message: message, excerpt: example.text)
  }
}
