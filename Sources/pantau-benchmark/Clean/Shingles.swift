/// The word 4-grams of a text as a multiset, as the article-extraction-benchmark counts them.
struct Shingles {
  private(set) var counts: [UInt64: Int32] = [:]
  private(set) var total = 0

  /// A text of fewer than four words is one gram; one without words has none. Linear.
  init(_ text: String) {
    let words = Shingles.words(text)
    guard !words.isEmpty else { return }
    for start in 0..<max(1, words.count - 3) {
      var hash: UInt64 = 0
      for word in words[start..<min(start + 4, words.count)] {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      counts[hash, default: 0] += 1
      total += 1
    }
  }

  /// The size of the two multisets' intersection.
  func common(_ other: Shingles) -> Int {
    counts.reduce(0) { $0 + Int(min($1.value, other.counts[$1.key] ?? 0)) }
  }

  /// Hashes (FNV-1a) of runs of letters, numbers and underscores.
  private static func words(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64?
    for scalar in text.unicodeScalars {
      if isWord(scalar) {
        hash = ((hash ?? 0xcbf2_9ce4_8422_2325) ^ UInt64(scalar.value)) &* 0x100_0000_01b3
      } else if let done = hash {
        words.append(done)
        hash = nil
      }
    }
    if let hash { words.append(hash) }
    return words
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.value &- 48 < 10 || (scalar.value | 32) &- 97 < 26 || scalar == "_"
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
