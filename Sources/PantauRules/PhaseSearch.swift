import PantauText

/// Tries the rules of one automaton where they can match.
struct PhaseSearch: ~Copyable {
  /// Where the automaton says that rules can match, in the order of the text.
  var hits = FlatList<LazyAutomaton.Hit>()
  var found = Findings()
  private var matcher = PatternMatcher()

  /// Forgets what was found.
  mutating func begin(keepsVetoed: Bool) {
    found.candidates.removeAll(keepingCapacity: true)
    found.captures.removeAll(keepingCapacity: true)
    found.vetoed.removeAll()
    found.keepsVetoed = keepsVetoed
  }

  /// Tries each rule of ``hits`` where it can match.
  mutating func attemptHits(of rules: RuleAutomaton, on text: AnnotatedText, _ input: MatchInput) {
    rules.members.withUnsafeBufferPointer { members in
      rules.vetoes.withUnsafeBufferPointer { vetoes in
        var start = -1
        var bounds = 0..<0
        for index in 0..<hits.count {
          let hit = hits[index]
          if Int(hit.start) != start {
            start = Int(hit.start)
            bounds = text.bounds(of: rules.scope, at: start)
          }
          attempt(members[Int(hit.member)], vetoes, at: start, bounds, input)
        }
      }
    }
  }

  private mutating func attempt(
    _ member: RuleAutomaton.Member, _ vetoes: UnsafeBufferPointer<RuleAutomaton.Forbidden>, at start: Int,
    _ bounds: Range<Int>, _ input: MatchInput
  ) {
    if member.before >= 0, !input.mayEnd(Int(member.before), at: start, lower: bounds.lowerBound) { return }
    let end = end(of: member.pattern, at: start, bounds, input)
    guard end > start else { return }
    let firstCapture = found.captures.count
    matcher.appendCaptures(to: &found.captures)
    for number in 0..<member.vetoCount {
      let veto = vetoes[Int(member.firstVeto &+ number)]
      guard forbids(veto, start..<end, bounds, input) else { continue }
      found.captures.removeSubrange(firstCapture...)
      if found.keepsVetoed {
        found.vetoed.append(Rival(rule: Int(member.rule), range: start..<end, cause: .veto))
      }
      return
    }
    found.candidates.append(
      Candidate(
        rule: Int(member.rule), label: member.label, priority: member.priority, range: start..<end,
        firstCapture: firstCapture, captureCount: Int(member.pattern.captureCount)))
  }

  @inline(__always)
  private mutating func end(
    of pattern: RuleAutomaton.Entry, at start: Int, _ bounds: Range<Int>, _ input: MatchInput
  ) -> Int {
    let reach = PatternMatcher.Reach(
      limit: bounds.upperBound, lower: bounds.lowerBound, upper: bounds.upperBound)
    return matcher.end(of: pattern, at: start, reach, in: input)
  }

  private mutating func forbids(
    _ veto: RuleAutomaton.Forbidden, _ range: Range<Int>, _ bounds: Range<Int>, _ input: MatchInput
  ) -> Bool {
    switch veto.place {
    case .after: matches(veto, from: range.upperBound..<range.upperBound + 1, bounds, input)
    case .before: ends(veto, at: range.lowerBound, bounds, input)
    case .within: matches(veto, from: range, bounds, input)
    case .anywhere: matches(veto, from: bounds, bounds, input)
    }
  }

  /// Whether a veto's pattern matches from one of `starts` on.
  private mutating func matches(
    _ veto: RuleAutomaton.Forbidden, from starts: Range<Int>, _ bounds: Range<Int>, _ input: MatchInput
  ) -> Bool {
    for start in starts where begins(veto.pattern, at: start, bounds, input) {
      if veto.single >= 0, input.isSentence, start < bounds.upperBound, input.meets(start, veto.single) {
        return true
      }
      if end(of: veto.pattern, at: start, bounds, input) != PatternMatcher.none { return true }
    }
    return false
  }

  /// Whether a match of a veto's pattern that begins a few tokens before `end` ends there.
  private mutating func ends(
    _ veto: RuleAutomaton.Forbidden, at end: Int, _ bounds: Range<Int>, _ input: MatchInput
  ) -> Bool {
    if veto.ending >= 0, !input.mayEnd(Int(veto.ending), at: end, lower: bounds.lowerBound) { return false }
    if veto.ending >= 0, veto.isToken { return true }
    let pattern = veto.pattern
    let lowest = max(bounds.lowerBound, end - PatternMatcher.longestLookBehind)
    let reach = PatternMatcher.Reach(limit: end, lower: lowest, upper: bounds.upperBound)
    for start in stride(from: end - 1, through: lowest, by: -1)
    where begins(pattern, at: start, bounds, input) && matcher.matches(pattern, start..<end, reach, in: input)
    {
      return true
    }
    return false
  }

  /// Whether the pattern can begin at a token, as far as that token tells.
  @inline(__always)
  private func begins(
    _ pattern: RuleAutomaton.Entry, at start: Int, _ bounds: Range<Int>, _ input: MatchInput
  ) -> Bool {
    guard pattern.first >= 0 else { return true }
    return start < bounds.upperBound && (!input.isSentence || input.meets(start, pattern.first))
  }
}

extension AnnotatedText {
  /// Calls `body` with what a search for `rules` looks at.
  func withMatchInput(
    _ rules: RuleAutomaton, _ table: SymbolTable.View, _ body: (MatchInput) -> Void
  ) {
    self.rules.alphabet.withTables { tables in
      rules.withUnsafePointers { operations, endings in
        symbols.values.withUnsafeBufferPointer { symbols in
          matches.withUnsafePointers { list, first, next in
            matches.withUnsafeEndings { ending in
              guard let symbols = symbols.baseAddress else { return }
              body(
                MatchInput(
                  operations: operations, tables: tables, symbols: symbols, table: table,
                  nothing: tables.nothing, matches: list, first: first, next: next, ending: ending,
                  endings: endings, isSentence: rules.scope == .sentence))
            }
          }
        }
      }
    }
  }
}
