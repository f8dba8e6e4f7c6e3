internal import PantauRecords

/// A text as hashes of words, and what is made of them.
struct ArticleWords {
  /// Words of a shingle.
  static let shingle = 3
  /// Words that make a sentence long enough to be nobody's by chance.
  static let sentence = 10

  /// Hashes of the words in order, letters folded to lower case (ASCII) and punctuation left out.
  let words: [UInt64]
  /// Where sentences end: indices into `words`, ascending.
  let ends: [Int]

  init(_ text: String) {
    var words: [UInt64] = []
    var ends: [Int] = []
    var hash = StableHash()
    var isInWord = false
    func close() {
      if isInWord { words.append(hash.value) }
      isInWord = false
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
        if !isInWord { hash = StableHash() }
        isInWord = true
        hash.add(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if !isInWord { hash = StableHash() }
        isInWord = true
        hash.add(byte | 0x20)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"):
        close()
        if ends.last ?? 0 < words.count { ends.append(words.count) }
      default: close()
      }
    }
    close()
    if ends.last ?? 0 < words.count { ends.append(words.count) }
    self.words = words
    self.ends = ends
  }

  /// Distinct shingles, sorted. A text shorter than one shingle is one.
  var shingles: [UInt64] {
    guard words.count > ArticleWords.shingle else {
      return words.isEmpty ? [] : [ArticleWords.hash(words[...])]
    }
    var all: [UInt64] = []
    all.reserveCapacity(words.count)
    for start in 0...(words.count - ArticleWords.shingle) {
      all.append(ArticleWords.hash(words[start..<(start + ArticleWords.shingle)]))
    }
    all.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(all.count)
    for hash in all where distinct.last != hash { distinct.append(hash) }
    return distinct
  }

  /// Distinct hashes of long sentences, sorted.
  var sentences: [UInt64] {
    var found: [UInt64] = []
    var start = 0
    for end in ends {
      if end - start >= ArticleWords.sentence { found.append(ArticleWords.hash(words[start..<end])) }
      start = end
    }
    return Set(found).sorted()
  }

  static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in words { hash = StableHash.mix(hash ^ word) }
    return hash
  }

  /// How many elements two sorted lists share.
  static func common(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var (one, other, count) = (0, 0, 0)
    while one < left.count, other < right.count {
      if left[one] == right[other] {
        count += 1
        one += 1
        other += 1
      } else if left[one] < right[other] {
        one += 1
      } else {
        other += 1
      }
    }
    return count
  }
}
