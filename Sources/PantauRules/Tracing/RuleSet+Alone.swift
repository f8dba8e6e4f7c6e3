import PantauText

extension RuleSet {
  /// The rule set with one rule as the only one of its phase; the rules keep their numbers, and the other phases all theirs.
  ///
  /// The set must have been compiled in this process, not read from its compiled form. Costs as much as the rule is long.
  public func alone(_ rule: Int) -> RuleSet { RuleSet(self, alone: rule) }

  /// What one phase's rules cost on a text in whose reading ``AnnotatedText/rivals`` were kept.
  ///
  /// Each rule runs alone on the text as it was when the phase began, and once more through a ``PatternTrace`` that counts
  /// its steps. `alone` holds the rule set with one rule alone, by the rule's index, made once for all texts. Costs some
  /// ten times what the phase does.
  public func costs(phase: String, on text: AnnotatedText, alone: [Int: RuleSet]) -> [RuleCost] {
    guard let visible = text.phaseStarts[phase] else { return [] }
    let before = text.rewound(to: visible, for: self)
    return rules.indices.filter { rules[$0].phase == phase }.map { index in
      var cost = RuleCost(rule: index)
      cost.hits = text.matches.matches.count { Int($0.rule) == index }
      cost.lost = (text.rivals ?? []).count { $0.rule == index }
      let rule = rules[index]
      for token in before.tokens.indices where before.meets(token, first(ofRule: index)) {
        var trace = PatternTrace(before, visible: visible, bounds: before.bounds(of: rule.scope, at: token))
        _ = trace.ends(of: rule.pattern, at: token)
        cost.tries += 1
        cost.steps += trace.steps
      }
      if let alone = alone[index] { cost.time = time(alone, phase, text, visible) }
      return cost
    }
  }

  /// The least of three runs of a phase.
  private func time(_ rules: RuleSet, _ phase: String, _ text: AnnotatedText, _ visible: Int) -> Duration {
    var least = Duration.seconds(1_000_000)
    for _ in 0..<3 {
      var copy = text.rewound(to: visible, for: rules)
      // What each token is to the rules is settled once for all rules of a phase.
      let scratch = copy.lease.take() ?? MatchScratch(rules.alphabet, rules.automata)
      copy.updateSymbols(scratch)
      copy.lease.giveBack(scratch)
      least = min(least, ContinuousClock().measure { rules.run(phase: phase, on: &copy) })
    }
    return least
  }
}

/// What a rule found in a text, and what that took.
public struct RuleCost: Sendable, Equatable {
  /// Index of the rule in its ``RuleSet``.
  public var rule: Int
  /// Matches that stayed.
  public var hits = 0
  /// Matches that an `unless`, a capture's type or a better match took away.
  public var lost = 0
  /// Tokens at which the pattern can begin, as far as one token tells.
  public var tries = 0
  /// Elements of the pattern that were held against a token.
  public var steps = 0
  /// Time of the rule alone.
  public var time = Duration.zero

  init(rule: Int) { self.rule = rule }

  /// Both costs in one.
  public static func + (left: RuleCost, right: RuleCost) -> RuleCost {
    var sum = left
    sum.hits += right.hits
    sum.lost += right.lost
    sum.tries += right.tries
    sum.steps += right.steps
    sum.time += right.time
    return sum
  }
}

extension AnnotatedText {
  /// The text with only the first `count` matches, for another rule set with the same rules.
  func rewound(to count: Int, for rules: RuleSet) -> AnnotatedText {
    var copy = AnnotatedText(text, rules: rules)
    copy.values = values
    var table = MatchTable(tokenCount: tokens.count)
    for match in matches.matches.prefix(count) {
      let names =
        match.rule >= 0 && match.captures >= 0 ? rules.rules[Int(match.rule)].captureNames.indices : 0..<0
      let captures = names.map { number in
        matches.capture(number, of: match).map { (start: Int32($0.lowerBound), end: Int32($0.upperBound)) }
          ?? (start: -1, end: -1)
      }
      table.add(match, captures: captures[...])
    }
    copy.matches = table
    return copy
  }

  /// Whether what begins at a token meets the test; any token does without one.
  func meets(_ token: Int, _ test: ElementTest?) -> Bool {
    switch test {
    case nil: return true
    case .words(let ids): return tokens[token].word != 0 && ids.contains(tokens[token].word)
    case .tokenClass(let tokenClass): return tokenClass.holds(tokens[token].kind, tokens[token].traits)
    case .any(let tests): return tests.contains { meets(token, $0) }
    case .label(let label, let constraint):
      var found = holdsWord(token, label, constraint)
      matches.forEach(at: token) { index in
        let match = matches.matches[index]
        if match.label == label, satisfies(match, constraint) { found = true }
      }
      return found
    }
  }
}
