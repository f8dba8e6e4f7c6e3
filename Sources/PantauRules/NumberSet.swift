/// A set of small numbers, as bits: a rule has thousands of instructions, each with a test to be noted.
struct NumberSet: Sendable {
  /// Bit `n` stands for the number `n`.
  private(set) var words: [UInt64]

  /// The set of the numbers whose bits are set.
  init(words: [UInt64] = []) { self.words = words }

  mutating func insert(_ number: Int) {
    let word = number >> 6
    if word >= words.count { widen(to: word + 1) }
    words[word] |= 1 << UInt64(number & 63)
  }

  /// Has at least so many 64-bit words.
  mutating func widen(to width: Int) {
    if width > words.count { words += repeatElement(0, count: width - words.count) }
  }

  /// Calls `body` with each number, in ascending order.
  func forEach(_ body: (Int) -> Void) {
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(place << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
