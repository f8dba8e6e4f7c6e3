public import PantauText

/// All rules and lexicons of a folder, compiled; immutable and shared by all threads.
public final class RuleSet: Sendable {
  public let vocabulary: Vocabulary
  public let labels: LabelTable
  public let lexicon: Lexicon
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
    var matcher = PatternMatcher()
    var tried = Array(repeating: Int32(-1), count: rules.count)
    for token in text.tokens.indices {
      phase.forEachRule(at: token, in: text) { index in
        guard tried[index] != Int32(token) else { return }
        tried[index] = Int32(token)
        let rule = rules[index]
        let bounds = text.bounds(of: rule.scope, at: token)
        guard
          let end = matcher.end(
            of: rule.program, at: token, limit: bounds.upperBound, lower: bounds.lowerBound, in: text),
          end > token
        else { return }
        let slots = matcher.slots
        guard !isVetoed(rule, token..<end, bounds, text, &matcher) else {
          vetoed?.append(Rival(rule: index, range: token..<end, cause: .veto))
          return
        }
        found.append(
          Candidate(rule: index, range: token..<end, firstCapture: captures.count, priority: rule.priority))
        for capture in 0..<rule.program.captureCount {
          captures.append((slots[capture * 2], slots[capture * 2 + 1]))
        }
      }
    }
    for candidate in survivors(of: found) {
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

  private func survivors(of candidates: [Candidate]) -> [Candidate] {
    let ranked = candidates.sorted { left, right in
      (-left.priority, -left.range.count, left.range.lowerBound, left.rule)
        < (-right.priority, -right.range.count, right.range.lowerBound, right.rule)
    }
    var taken: [LabelID: [Range<Int>]] = [:]
    var kept: [Candidate] = []
    for candidate in ranked {
      let label = rules[candidate.rule].label
      // Ranges of one label do not overlap, so they are sorted by start and one neighbour on each side decides.
      var ranges = taken[label] ?? []
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].lowerBound < candidate.range.lowerBound { low = middle + 1 } else { high = middle }
      }
      if low > 0, ranges[low - 1].upperBound > candidate.range.lowerBound { continue }
      if low < ranges.count, ranges[low].lowerBound < candidate.range.upperBound { continue }
      taken[label] = nil
      ranges.insert(candidate.range, at: low)
      taken[label] = ranges
      kept.append(candidate)
    }
    return kept.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
  }

  private func isVetoed(
    _ rule: Rule, _ range: Range<Int>, _ bounds: Range<Int>, _ text: AnnotatedText, _ matcher: inout PatternMatcher
  ) -> Bool {
    rule.vetoes.contains { veto in
      switch veto.place {
      case .after:
        return matcher.end(
          of: veto.program, at: range.upperBound, limit: bounds.upperBound, lower: bounds.lowerBound, in: text) != nil
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
              of: veto.program, at: start, limit: bounds.upperBound, lower: bounds.lowerBound, in: text) != nil
        }
      }
    }
  }
}

extension FirstSet {
  /// Whether a match can begin at `token`, as far as one token tells.
  func admits(_ token: Int, _ text: AnnotatedText) -> Bool {
    if anything || words.contains(text.tokens[token].word) { return true }
    var found = false
    text.matches.forEach(at: token) { index in
      if labels.contains(text.matches.matches[index].label) { found = true }
    }
    return found
  }
}

/// Which rules of a phase can begin at a token: by its word, by the matches that begin there, or anywhere.
struct PhaseIndex: Sendable {
  /// Bucket of each word identifier, 0 for none.
  private var bucketOfWord: [UInt16]
  private var buckets: [[Int32]] = [[]]
  private var byLabel: [LabelID: [Int32]] = [:]
  private var anywhere: [Int32] = []
  private var hasLabels = false

  init(rules: [Rule], members: [Int], wordCount: Int) {
    bucketOfWord = Array(repeating: 0, count: wordCount + 1)
    for index in members {
      let first = rules[index].program.first
      if first.anything {
        anywhere.append(Int32(index))
        continue
      }
      for word in first.words.sorted() {
        if bucketOfWord[Int(word)] == 0 {
          buckets.append([])
          bucketOfWord[Int(word)] = UInt16(buckets.count - 1)
        }
        buckets[Int(bucketOfWord[Int(word)])].append(Int32(index))
      }
      for label in first.labels { byLabel[label, default: []].append(Int32(index)) }
    }
    hasLabels = !byLabel.isEmpty
  }

  @inline(__always)
  func forEachRule(at token: Int, in text: AnnotatedText, _ body: (Int) -> Void) {
    for rule in anywhere { body(Int(rule)) }
    let word = Int(text.tokens[token].word)
    if word < bucketOfWord.count, bucketOfWord[word] != 0 {
      for rule in buckets[Int(bucketOfWord[word])] { body(Int(rule)) }
    }
    guard hasLabels else { return }
    text.matches.forEach(at: token) { index in
      if let rules = byLabel[text.matches.matches[index].label] {
        for rule in rules { body(Int(rule)) }
      }
    }
  }
}
