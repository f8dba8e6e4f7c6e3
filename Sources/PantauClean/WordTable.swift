internal import PantauText

/// The hash of a word without case: that of its bytes, ASCII letters in lower case.
struct WordHash {
  private var folded = FoldedHash()

  var value: UInt64 {
    @inline(__always) get { folded.value }
  }

  @inline(__always)
  mutating func combine(_ byte: UInt8) { folded.combine(lowercase(byte)) }

  static func of(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in text { hash.combine(byte) }
    return hash.value
  }

  static func of(_ text: String) -> UInt64 { of(text.utf8) }
}

/// The byte in lower case where it is an ASCII capital.
@inline(__always)
func lowercase(_ byte: UInt8) -> UInt8 {
  byte &- 65 < 26 ? byte | 32 : byte
}

@inline(__always)
func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte &- 48 < 10 || (byte | 32) &- 97 < 26 || byte >= 128
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

/// What each byte is to words, as tables: one look in place of several comparisons.
enum WordBytes {
  /// Letters in lower case, digits, and all bytes beyond ASCII; 0 for marks and white space.
  static let letters: [UInt8] = (0...255).map { isLetterOrDigit($0) ? lowercase($0) : 0 }
}

/// A fixed map from word hashes to numbers: open addressing, a quarter full, no allocation on look-up.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private let mask: Int

  /// Values of a word given twice are united bit by bit.
  init(_ entries: [(UInt64, UInt32)]) {
    var capacity = 16
    while capacity < entries.count * 4 { capacity *= 2 }
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)
    for (key, value) in entries {
      var slot = Int(truncatingIfNeeded: key >> 20) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] |= value
    }
  }

  /// All words with the value 1.
  init(words: [String]) { self.init(words.map { (WordHash.of($0), 1) }) }

  /// The number of the word, or 0.
  @inline(__always)
  subscript(_ key: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool { self[key] != 0 }
}
