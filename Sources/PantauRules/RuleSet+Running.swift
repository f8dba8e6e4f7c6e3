import PantauText

extension RuleSet {
  /// Runs the rules of one phase and adds their matches.
  ///
  /// Among matches of one label that overlap, the one of higher priority stays, then the longer, then the earlier, then
  /// that of the rule that comes first. Linear in tokens, whatever the number of rules that do not apply.
  public func run(phase name: String, on text: inout AnnotatedText) {
    if text.rivals != nil { text.phaseStarts[name] = text.matches.matches.count }
    guard let numbers = phases[name], !text.tokens.isEmpty else { return }
    let scratch = text.lease.take() ?? MatchScratch(alphabet, automata)
    defer { text.lease.giveBack(scratch) }
    text.updateSymbols(scratch)
    var found = Findings()
    found.candidates.reserveCapacity(32)
    found.captures.reserveCapacity(128)
    for number in numbers {
      let rules = automata[number]
      text.withMatchInput(rules, scratch) { input in
        var search = PhaseSearch(rules: rules, input: input)
        search.run(on: text, number, scratch, &found)
      }
    }
    if readsValues { found.removeMisfits(of: self, in: text) }
    var vetoed = text.rivals
    vetoed?.append(contentsOf: found.vetoed)
    for candidate in survivors(of: found.candidates, tokenCount: text.tokens.count, scratch) {
      let slice = found.captures[candidate.firstCapture..<candidate.firstCapture + candidate.captureCount]
      text.matches.add(
        Match(label: candidate.label, rule: Int32(candidate.rule), range: candidate.range), captures: slice)
    }
    if let vetoed {
      text.rivals = vetoed + losers(among: found.candidates.map { ($0.rule, $0.range) }, in: text)
    }
  }

  /// Those that no better one of their label overlaps, in the order of the text.
  private func survivors(
    of candidates: [Candidate], tokenCount: Int, _ scratch: MatchScratch
  ) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    let ranked = candidates.sorted { left, right in
      if left.label != right.label { return left.label < right.label }
      if left.priority != right.priority { return left.priority > right.priority }
      if left.range.count != right.range.count { return left.range.count > right.range.count }
      if left.range.lowerBound != right.range.lowerBound {
        return left.range.lowerBound < right.range.lowerBound
      }
      return left.rule < right.rule
    }
    while scratch.taken.count < tokenCount { scratch.taken.append(0) }
    var kept: [Candidate] = []
    kept.reserveCapacity(ranked.count)
    var label: LabelID?
    var stamp = scratch.takenStamp
    scratch.taken.withUnsafeMutableBufferPointer { taken in
      for candidate in ranked {
        if candidate.label != label {
          label = candidate.label
          stamp &+= 1
        }
        if candidate.range.contains(where: { taken[$0] == stamp }) { continue }
        for token in candidate.range { taken[token] = stamp }
        kept.append(candidate)
      }
    }
    scratch.takenStamp = stamp
    return kept.sorted { left, right in
      left.range.lowerBound == right.range.lowerBound
        ? left.rule < right.rule : left.range.lowerBound < right.range.lowerBound
    }
  }
}

/// A match that may have to yield to a better one.
struct Candidate {
  var rule: Int
  var label: LabelID
  var priority: Int
  var range: Range<Int>
  var firstCapture: Int
  var captureCount: Int
}

/// What the rules of a phase found, before it is settled what stays.
struct Findings {
  var candidates: [Candidate] = []
  var captures: [(start: Int32, end: Int32)] = []
  var vetoed: [Rival] = []
}

/// Looks for the matches of one automaton's rules.
struct PhaseSearch: ~Copyable {
  private let rules: RuleAutomaton
  private let input: MatchInput
  private var matcher = PatternMatcher(capacity: 0)
  private var found = Findings()

  init(rules: RuleAutomaton, input: MatchInput) {
    self.rules = rules
    self.input = input
  }

  /// Tries each rule where the lazy automaton says that it can match.
  mutating func run(
    on text: AnnotatedText, _ number: Int, _ scratch: MatchScratch, _ findings: inout Findings
  ) {
    guard var automaton = scratch.automata[number].take() else { return }
    swap(&matcher, &scratch.matcher)
    swap(&found, &findings)
    let table = scratch.symbols
    automaton.prepare(table)
    automaton.findStarts(among: text.tokens.count, input.symbols, table, &scratch.starts)
    for index in scratch.starts.indices {
      let start = Int(scratch.starts[index])
      let bounds = text.bounds(of: rules.scope, at: start)
      automaton.find(at: start, limit: bounds.upperBound, input.symbols, table)
      for index in automaton.found.indices {
        attempt(Int(automaton.found[index]), at: start, bounds)
      }
    }
    swap(&matcher, &scratch.matcher)
    swap(&found, &findings)
    scratch.automata[number] = automaton
  }

  private mutating func attempt(_ number: Int, at start: Int, _ bounds: Range<Int>) {
    let pattern = rules.members[number].pattern
    guard mayFollow(pattern, at: start, bounds) else { return }
    guard let end = end(of: pattern, at: start, bounds), end > start else { return }
    let firstCapture = found.captures.count
    matcher.appendCaptures(to: &found.captures)
    guard !isVetoed(number, start..<end, bounds) else {
      found.captures.removeSubrange(firstCapture...)
      found.vetoed.append(Rival(rule: rules.members[number].rule, range: start..<end, cause: .veto))
      return
    }
    found.candidates.append(
      Candidate(
        rule: rules.members[number].rule, label: rules.members[number].label,
        priority: rules.members[number].priority, range: start..<end, firstCapture: firstCapture,
        captureCount: Int(pattern.captureCount)))
  }

  /// Whether what a pattern wants right before its match may stand there, as far as single tokens tell. Most attempts of a
  /// rule that is held by what stands before it alone end here.
  private func mayFollow(_ pattern: RuleAutomaton.Entry, at start: Int, _ bounds: Range<Int>) -> Bool {
    let first = input.operations[Int(pattern.start)]
    guard first.code == .look, !first.ahead, !first.negative, first.test >= 0, input.isSentence else {
      return true
    }
    let lowest = max(bounds.lowerBound, start - PatternMatcher.longestLookBehind)
    return (lowest..<max(lowest, start)).contains { input.meets($0, first.test) }
  }

  private mutating func end(of pattern: RuleAutomaton.Entry, at start: Int, _ bounds: Range<Int>) -> Int? {
    let reach = PatternMatcher.Reach(
      limit: bounds.upperBound, lower: bounds.lowerBound, upper: bounds.upperBound)
    return matcher.end(of: pattern, at: start, reach, in: input)
  }

  private mutating func isVetoed(_ number: Int, _ range: Range<Int>, _ bounds: Range<Int>) -> Bool {
    for veto in rules.members[number].vetoes {
      let holds =
        switch veto.place {
        case .after: matches(veto.pattern, from: range.upperBound..<range.upperBound + 1, bounds)
        case .before: ends(veto.pattern, at: range.lowerBound, bounds)
        case .within: matches(veto.pattern, from: range, bounds)
        case .anywhere: matches(veto.pattern, from: bounds, bounds)
        }
      if holds { return true }
    }
    return false
  }

  /// Whether the pattern matches from one of `starts` on.
  private mutating func matches(
    _ pattern: RuleAutomaton.Entry, from starts: Range<Int>, _ bounds: Range<Int>
  ) -> Bool {
    for start in starts where begins(pattern, at: start, bounds) && end(of: pattern, at: start, bounds) != nil
    {
      return true
    }
    return false
  }

  /// Whether a match of the pattern that begins a few tokens before `end` ends there.
  private mutating func ends(_ pattern: RuleAutomaton.Entry, at end: Int, _ bounds: Range<Int>) -> Bool {
    let lowest = max(bounds.lowerBound, end - PatternMatcher.longestLookBehind)
    let reach = PatternMatcher.Reach(limit: end, lower: lowest, upper: bounds.upperBound)
    for start in stride(from: end - 1, through: lowest, by: -1)
    where begins(pattern, at: start, bounds) && matcher.matches(pattern, start..<end, reach, in: input) {
      return true
    }
    return false
  }

  /// Whether the pattern can begin at a token, as far as that token tells.
  private func begins(_ pattern: RuleAutomaton.Entry, at start: Int, _ bounds: Range<Int>) -> Bool {
    guard pattern.first >= 0 else { return true }
    return start < bounds.upperBound && (!input.isSentence || input.meets(start, pattern.first))
  }
}

extension AnnotatedText {
  /// Brings ``symbols`` to what tokens and matches are now.
  mutating func updateSymbols(_ scratch: MatchScratch) {
    if symbols.of != scratch.identity || symbols.values.count != tokens.count {
      symbols = (scratch.identity, matches.matches.count, [])
      scratch.symbols.read(text, matches, to: &symbols.values)
    } else {
      for match in matches.matches[symbols.matches...] {
        let token = Int(match.start)
        let sentence = text.sentences[Int(text.sentenceOfToken[token])]
        symbols.values[token] = scratch.symbols.symbol(
          of: tokens[token], at: token, limit: sentence.upperBound, matches)
      }
      symbols.matches = matches.matches.count
    }
  }

  /// Calls `body` with what a search for `rules` looks at.
  func withMatchInput(_ rules: RuleAutomaton, _ scratch: MatchScratch, _ body: (MatchInput) -> Void) {
    rules.operations.withUnsafeBufferPointer { operations in
      symbols.values.withUnsafeBufferPointer { symbols in
        scratch.symbols.bits.withUnsafeBufferPointer { bits in
          matches.withUnsafePointers { matches, first, next in
            guard let operations = operations.baseAddress, let symbols = symbols.baseAddress,
              let bits = bits.baseAddress
            else { return }
            body(
              MatchInput(
                operations: operations, alphabet: self.rules.alphabet, symbols: symbols, bits: bits,
                width: self.rules.alphabet.width, matches: matches, first: first, next: next,
                isSentence: rules.scope == .sentence))
          }
        }
      }
    }
  }
}
