import PantauRules

/// What a word list's rows mean to one finder, read once: cells are looked up by name and parsed nowhere on the hot path.
struct EntryTable<Value: Sendable>: Sendable {
  private var first = 0
  private var values: [Value?] = []

  /// The meaning of each row of the word lists with `labels`; nil for rows without one.
  init(_ lexicon: Lexicon, _ labels: [LabelID], _ meaning: (Lexicon.Entry) -> Value?) {
    for (index, entry) in lexicon.entries.enumerated() where labels.contains(entry.label) {
      guard let value = meaning(entry) else { continue }
      if values.isEmpty { first = index }
      while values.count < index - first { values.append(nil) }
      values.append(value)
    }
  }

  /// The meaning of the row behind a match of one of the labels.
  @inline(__always)
  subscript(match: Match) -> Value? {
    let index = Int(match.payload) &- first
    return index >= 0 && index < values.count ? values[index] : nil
  }
}
