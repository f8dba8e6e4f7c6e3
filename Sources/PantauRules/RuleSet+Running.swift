import PantauText

extension RuleSet {
  /// Runs the rules of one phase and adds their matches.
  ///
  /// Among matches of one label that overlap, the one of higher priority stays, then the longer, then the earlier, then
  /// that of the rule that comes first. Linear in tokens, whatever the number of rules that do not apply.
  public func run(phase name: String, on text: inout AnnotatedText) {
    guard let numbers = phases[name], !text.tokens.isEmpty else { return }
    var scratch = text.lease.take() ?? MatchScratch(alphabet, automata)
    defer { text.lease.giveBack(scratch) }
    text.updateSymbols(&scratch)
    var found = Findings()
    for number in numbers {
      let rules = automata[number]
      let input = PatternMatcher.Input(
        operations: rules.operations, alphabet: alphabet, symbols: text.symbols.values,
        bits: scratch.symbols.bits, matches: text.matches, isSentence: rules.scope == .sentence)
      var search = PhaseSearch(rules: rules, text: text, input: input)
      search.run(number, &scratch, &found)
    }
    var vetoed = text.rivals
    vetoed?.append(contentsOf: found.vetoed)
    for candidate in survivors(of: found.candidates, tokenCount: text.tokens.count, &scratch) {
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
    of candidates: [Candidate], tokenCount: Int, _ scratch: inout MatchScratch
  ) -> [Candidate] {
    let ranked = candidates.sorted { left, right in
      if left.label != right.label { return left.label < right.label }
      return (-left.priority, -left.range.count, left.range.lowerBound, left.rule)
        < (-right.priority, -right.range.count, right.range.lowerBound, right.rule)
    }
    while scratch.taken.count < tokenCount { scratch.taken.append(0) }
    var kept: [Candidate] = []
    var label: LabelID?
    for candidate in ranked {
      if candidate.label != label {
        label = candidate.label
        scratch.takenStamp &+= 1
      }
      let stamp = scratch.takenStamp
      if candidate.range.contains(where: { scratch.taken[$0] == stamp }) { continue }
      for token in candidate.range { scratch.taken[token] = stamp }
      kept.append(candidate)
    }
    return kept.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
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
struct PhaseSearch {
  let rules: RuleAutomaton
  let text: AnnotatedText
  let input: PatternMatcher.Input

  /// Tries each rule where the lazy automaton says that it can match.
  mutating func run(_ number: Int, _ scratch: inout MatchScratch, _ found: inout Findings) {
    for sentence in text.text.sentences {
      var rest = sentence
      while let start = scratch.automata[number].nextStart(in: rest, input.symbols, scratch.symbols) {
        let bounds = rules.scope == .sentence ? sentence : text.bounds(of: rules.scope, at: start)
        scratch.candidates.removeAll(keepingCapacity: true)
        scratch.automata[number].candidates(
          at: start, limit: bounds.upperBound, input.symbols, scratch.symbols, to: &scratch.candidates)
        for member in scratch.candidates {
          attempt(rules.members[Int(member)], at: start, bounds, &scratch.matcher, &found)
        }
        rest = start + 1..<sentence.upperBound
      }
    }
  }

  private func attempt(
    _ member: RuleAutomaton.Member, at start: Int, _ bounds: Range<Int>, _ matcher: inout PatternMatcher,
    _ found: inout Findings
  ) {
    guard
      let end = matcher.end(
        of: member.pattern, at: start, limit: bounds.upperBound, lower: bounds.lowerBound,
        upper: bounds.upperBound, in: input),
      end > start
    else { return }
    let firstCapture = found.captures.count
    matcher.appendCaptures(to: &found.captures)
    guard !isVetoed(member, start..<end, bounds, &matcher) else {
      found.captures.removeSubrange(firstCapture...)
      found.vetoed.append(Rival(rule: member.rule, range: start..<end, cause: .veto))
      return
    }
    found.candidates.append(
      Candidate(
        rule: member.rule, label: member.label, priority: member.priority, range: start..<end,
        firstCapture: firstCapture, captureCount: Int(member.pattern.captureCount)))
  }

  private func isVetoed(
    _ member: RuleAutomaton.Member, _ range: Range<Int>, _ bounds: Range<Int>, _ matcher: inout PatternMatcher
  ) -> Bool {
    member.vetoes.contains { place, pattern in
      switch place {
      case .after:
        return matches(pattern, at: range.upperBound, bounds, &matcher)
      case .before:
        let lowest = max(bounds.lowerBound, range.lowerBound - PatternMatcher.longestLookBehind)
        return stride(from: range.lowerBound - 1, through: lowest, by: -1).contains { start in
          begins(pattern, at: start, bounds)
            && matcher.end(
              of: pattern, at: start, limit: range.lowerBound, lower: lowest, upper: bounds.upperBound,
              in: input)
              == range.lowerBound
        }
      case .within: return range.contains { matches(pattern, at: $0, bounds, &matcher) }
      case .anywhere: return bounds.contains { matches(pattern, at: $0, bounds, &matcher) }
      }
    }
  }

  private func matches(
    _ pattern: RuleAutomaton.Entry, at start: Int, _ bounds: Range<Int>, _ matcher: inout PatternMatcher
  ) -> Bool {
    begins(pattern, at: start, bounds)
      && matcher.end(
        of: pattern, at: start, limit: bounds.upperBound, lower: bounds.lowerBound, upper: bounds.upperBound,
        in: input) != nil
  }

  /// Whether the pattern can begin at a token, as far as that token tells.
  private func begins(_ pattern: RuleAutomaton.Entry, at start: Int, _ bounds: Range<Int>) -> Bool {
    guard pattern.first >= 0 else { return true }
    return start < bounds.upperBound && (!input.isSentence || input.meets(start, pattern.first))
  }
}

extension AnnotatedText {
  /// Brings ``symbols`` to what tokens and matches are now.
  mutating func updateSymbols(_ scratch: inout MatchScratch) {
    let isNew = symbols.of != scratch.identity || symbols.values.count != tokens.count
    if isNew {
      symbols = (scratch.identity, 0, Array(repeating: 0, count: tokens.count))
      for sentence in text.sentences {
        for token in sentence {
          symbols.values[token] = scratch.symbols.symbol(
            of: tokens[token], at: token, limit: sentence.upperBound, matches)
        }
      }
    } else {
      for match in matches.matches[symbols.matches...] {
        let token = Int(match.start)
        let sentence = text.sentences[Int(text.sentenceOfToken[token])]
        symbols.values[token] = scratch.symbols.symbol(
          of: tokens[token], at: token, limit: sentence.upperBound, matches)
      }
    }
    symbols.matches = matches.matches.count
  }
}
