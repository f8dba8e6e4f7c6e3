public import PantauText

/// All rules and lexicons of a folder, compiled; immutable and shared by all threads.
public final class RuleSet: Sendable {
  /// Every word that a lexicon, a pattern or the program names.
  public let vocabulary: Vocabulary
  /// Every label that a lexicon, a rule or the program gives.
  public let labels: LabelTable
  /// The word lists.
  public let lexicon: Lexicon
  /// The rules, by file and within a file in its order.
  public let rules: [Rule]
  /// Words after which a point does not end a sentence.
  public let splitter: SentenceSplitter
  private let phases: [String: PhaseIndex]
  private let lexiconLabels: [Bool]

  init(
    vocabulary: Vocabulary, labels: LabelTable, lexicon: Lexicon, rules: [Rule], splitter: SentenceSplitter
  ) {
    self.vocabulary = vocabulary
    self.labels = labels
    self.lexicon = lexicon
    self.rules = rules
    self.splitter = splitter
    var flags = Array(repeating: false, count: labels.names.count)
    for entry in lexicon.entries { flags[Int(entry.label)] = true }
    lexiconLabels = flags
    var grouped: [String: [Int]] = [:]
    for (index, rule) in rules.enumerated() { grouped[rule.phase, default: []].append(index) }
    phases = grouped.mapValues { PhaseIndex(rules: rules, members: $0, wordCount: vocabulary.count) }
  }

  func isLexicon(_ label: LabelID) -> Bool { Int(label) < lexiconLabels.count && lexiconLabels[Int(label)] }

  /// Tokenises `bytes` (valid UTF-8) and marks what the lexicons know.
  public func annotate(_ bytes: [UInt8]) -> AnnotatedText {
    let tokens = Tokenizer(vocabulary: vocabulary).tokens(of: bytes)
    return AnnotatedText(TokenizedText(bytes: bytes, tokens: tokens, splitter: splitter), rules: self)
  }

  /// Runs the rules of one phase and adds their matches.
  ///
  /// Among matches of one label that overlap, the one of higher priority stays, then the longer, then the earlier, then
  /// that of the rule that comes first. Linear in tokens times the rules whose first element is found.
  public func run(phase name: String, on text: inout AnnotatedText) {
    guard let phase = phases[name] else { return }
    var found: [Candidate] = []
    var captures: [(start: Int32, end: Int32)] = []
    var vetoed = text.rivals
    // Taken out of the text, so that it is not shared while it works.
    var matcher = PatternMatcher()
    swap(&matcher, &text.matcher)
    let positions = LabelPositions(of: phase.required, in: text)
    var tried = Array(repeating: Int32(-1), count: rules.count)
    for token in text.tokens.indices {
      phase.forEachRule(at: token, in: text) { index in
        guard tried[index] != Int32(token) else { return }
        tried[index] = Int32(token)
        // Fields one by one: a rule as a whole is a dozen references to count.
        let bounds = text.bounds(of: rules[index].scope, at: token)
        guard positions.hold(rules[index].program.required, from: token, before: bounds.upperBound) else {
          return
        }
        guard
          let end = matcher.end(
            of: rules[index].program, at: token, limit: bounds.upperBound, lower: bounds.lowerBound, in: text),
          end > token
        else { return }
        let firstCapture = captures.count
        matcher.appendCaptures(to: &captures)
        guard !isVetoed(index, token..<end, bounds, text, &matcher) else {
          captures.removeSubrange(firstCapture...)
          vetoed?.append(Rival(rule: index, range: token..<end, cause: .veto))
          return
        }
        found.append(
          Candidate(
            rule: index, range: token..<end, firstCapture: firstCapture, priority: rules[index].priority))
      }
    }
    swap(&matcher, &text.matcher)
    for candidate in survivors(of: found, tokenCount: text.tokens.count) {
      let rule = rules[candidate.rule]
      let slice = captures[candidate.firstCapture..<candidate.firstCapture + rule.program.captureCount]
      text.matches.add(
        Match(label: rule.label, rule: Int32(candidate.rule), range: candidate.range), captures: slice)
    }
    if let vetoed { text.rivals = vetoed + losers(among: found.map { ($0.rule, $0.range) }, in: text) }
  }

  private struct Candidate {
    var rule: Int
    var range: Range<Int>
    var firstCapture: Int
    var priority: Int
  }

  private func survivors(of candidates: [Candidate], tokenCount: Int) -> [Candidate] {
    let ranked = candidates.sorted { left, right in
      (-left.priority, -left.range.count, left.range.lowerBound, left.rule)
        < (-right.priority, -right.range.count, right.range.lowerBound, right.rule)
    }
    var taken: [LabelID: [Bool]] = [:]
    var kept: [Candidate] = []
    for candidate in ranked {
      let label = rules[candidate.rule].label
      let free = Array(repeating: false, count: taken[label] == nil ? tokenCount : 0)
      let overlaps = taken[label, default: free][candidate.range].contains(true)
      if overlaps { continue }
      for token in candidate.range { taken[label, default: free][token] = true }
      kept.append(candidate)
    }
    return kept.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
  }

  private func isVetoed(
    _ rule: Int, _ range: Range<Int>, _ bounds: Range<Int>, _ text: AnnotatedText,
    _ matcher: inout PatternMatcher
  ) -> Bool {
    rules[rule].vetoes.contains { veto in
      switch veto.place {
      case .after:
        return matcher.end(
          of: veto.program, at: range.upperBound, limit: bounds.upperBound, lower: bounds.lowerBound, in: text
        ) != nil
      case .before:
        let lowest = max(bounds.lowerBound, range.lowerBound - PatternMatcher.longestLookBehind)
        return stride(from: range.lowerBound - 1, through: lowest, by: -1).contains { start in
          matcher.end(of: veto.program, at: start, limit: range.lowerBound, lower: lowest, in: text)
            == range.lowerBound
        }
      case .within, .anywhere:
        let places = veto.place == .within ? range : bounds
        return places.contains { start in
          veto.program.first.admits(start, text)
            && matcher.end(
              of: veto.program, at: start, limit: bounds.upperBound, lower: bounds.lowerBound, in: text)
              != nil
        }
      }
    }
  }
}
