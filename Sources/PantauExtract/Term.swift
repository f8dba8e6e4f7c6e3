import Synchronization

/// A word by which rule files and programmes call a thing (a stage, a unit, a mode), as sixteen bytes: copying and
/// comparing it touches no storage and counts no reference.
struct Term: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The bytes of the word, zero behind its end; of a longer word, `mark` and its place among the long ones.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  private static let mark = UInt64.max
  /// Words of more than sixteen bytes, each once; never given up, for they are as few as the rules' own.
  private static let longer = Mutex<[String]>([])

  /// The term for a word; one of more than sixteen bytes is looked for among the others of that kind.
  init(_ word: String) {
    var word = word
    let isShort = word.withUTF8 { bytes in
      guard bytes.count <= 16 else { return false }
      for index in 0..<min(bytes.count, 8) { low |= UInt64(bytes[index]) << UInt64(index &* 8) }
      for index in min(bytes.count, 8)..<bytes.count {
        high |= UInt64(bytes[index]) << UInt64(index &* 8 &- 64)
      }
      return true
    }
    if !isShort { (low, high) = (Self.mark, Self.number(of: word)) }
  }

  @inline(__always)
  init(stringLiteral word: StaticString) {
    let count = word.utf8CodeUnitCount
    precondition(
      word.hasPointerRepresentation && count <= 16, "a term in the program has sixteen bytes at most")
    let bytes = word.utf8Start
    for index in 0..<min(count, 8) { low |= UInt64(bytes[index]) << UInt64(index &* 8) }
    for index in min(count, 8)..<count { high |= UInt64(bytes[index]) << UInt64(index &* 8 &- 64) }
  }

  private static func number(of word: String) -> UInt64 {
    longer.withLock { words in
      if let known = words.firstIndex(of: word) { return UInt64(known) }
      words.append(word)
      return UInt64(words.count - 1)
    }
  }

  /// The word.
  var string: String {
    if low == Self.mark { return Self.longer.withLock { $0[Int(high)] } }
    return withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  var isEmpty: Bool { low == 0 }

  /// Whether the word ends in `suffix`.
  func hasSuffix(_ suffix: String) -> Bool { string.hasSuffix(suffix) }
}
