import PantauText

extension FirstSet {
  /// Whether a match can begin at `token`, as far as one token tells.
  func admits(_ token: Int, _ text: AnnotatedText) -> Bool {
    if anything || words.contains(text.tokens[token].word) { return true }
    if classes.contains(where: { text.tokens[token].belongs(to: $0) }) { return true }
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
  private var bucketOfWord: [UInt32]
  private var buckets: [[Int32]] = [[]]
  private var byLabel: [[Int32]] = []
  private var byClass: [(tokenClass: TokenClass, rules: [Int32])] = []
  private var anywhere: [Int32] = []
  /// Labels that some rule of the phase cannot do without.
  private(set) var required: [LabelID] = []
  private var hasLabels = false

  init(rules: [Rule], members: [Int], wordCount: Int) {
    bucketOfWord = Array(repeating: 0, count: wordCount + 1)
    for index in members {
      let first = rules[index].program.first
      for label in rules[index].program.required where !required.contains(label) { required.append(label) }
      if first.anything {
        anywhere.append(Int32(index))
        continue
      }
      for word in first.words.sorted() {
        if bucketOfWord[Int(word)] == 0 {
          buckets.append([])
          bucketOfWord[Int(word)] = UInt32(buckets.count - 1)
        }
        buckets[Int(bucketOfWord[Int(word)])].append(Int32(index))
      }
      for label in first.labels {
        while byLabel.count <= Int(label) { byLabel.append([]) }
        byLabel[Int(label)].append(Int32(index))
      }
      for tokenClass in first.classes {
        if let known = byClass.firstIndex(where: { $0.tokenClass == tokenClass }) {
          byClass[known].rules.append(Int32(index))
        } else {
          byClass.append((tokenClass, [Int32(index)]))
        }
      }
    }
    hasLabels = !byLabel.isEmpty
  }

  @inline(__always)
  func forEachRule(at token: Int, in text: AnnotatedText, _ body: (Int) -> Void) {
    for rule in anywhere { body(Int(rule)) }
    for entry in byClass where text.tokens[token].belongs(to: entry.tokenClass) {
      for rule in entry.rules { body(Int(rule)) }
    }
    let word = Int(text.tokens[token].word)
    if word < bucketOfWord.count, bucketOfWord[word] != 0 {
      for rule in buckets[Int(bucketOfWord[word])] { body(Int(rule)) }
    }
    guard hasLabels else { return }
    text.matches.forEach(at: token) { index in
      let label = Int(text.matches.matches[index].label)
      if label < byLabel.count {
        for rule in byLabel[label] { body(Int(rule)) }
      }
    }
  }
}
