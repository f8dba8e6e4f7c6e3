internal import PantauText

/// Eight bytes of a text as one number, the first one lowest; sets of them are numbers with the highest bit of each byte.
struct EightBytes {
  let value: UInt64

  static let all: UInt64 = 0x8080_8080_8080_8080

  /// The bytes from `index` on, zeros where the text is over.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    if index &+ 8 <= bytes.count {
      value = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    } else {
      value = EightBytes.end(of: bytes, from: index)
    }
  }

  @inline(never)
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in index..<max(index, bytes.count) {
      value |= UInt64(bytes[place]) << UInt64((place - index) * 8)
    }
    return value
  }

  /// ASCII letters.
  @inline(__always)
  var letters: UInt64 {
    let small = (value | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
    return (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505) & ~value & EightBytes.all
  }

  @inline(__always)
  var digits: UInt64 {
    let low = value & 0x7F7F_7F7F_7F7F_7F7F
    return (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~value & EightBytes.all
  }

  @inline(__always)
  var beyondASCII: UInt64 { value & EightBytes.all }

  @inline(__always)
  var underscores: UInt64 {
    let others = value ^ 0x5F5F_5F5F_5F5F_5F5F
    return ~(((others & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | others) & EightBytes.all
  }

  /// The bytes with their `letters` small.
  @inline(__always)
  func lowered(_ letters: UInt64) -> UInt64 { value | (letters >> 2) }

  /// How many there are in a set.
  @inline(__always)
  static func count(_ set: UInt64) -> Int {
    Int(truncatingIfNeeded: ((set >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// How many bytes stand before the first one of the set: 8 where it is empty.
  @inline(__always)
  static func count(before set: UInt64) -> Int { set == 0 ? 8 : set.trailingZeroBitCount / 8 }

  /// All bits of the bytes before the first one of the set.
  @inline(__always)
  static func bits(before set: UInt64) -> UInt64 { set == 0 ? .max : ((set & (0 &- set)) &- 1) >> 7 }
}

extension WordHash {
  /// The hash of no word.
  static let none = FoldedHash.start

  /// The hash of a mark by itself.
  @inline(__always)
  static func of(mark: UInt8) -> UInt64 { FoldedHash.mixed(FoldedHash.start, UInt64(mark)) }

  /// The hash of bytes in which letters are small already.
  static func ofFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FoldedHash.start
    var index = 0
    while index < bytes.count {
      hash = FoldedHash.mixed(hash, EightBytes(bytes, at: index).value)
      index &+= 8
    }
    return hash
  }

  /// The hash of the run of letters, digits, bytes beyond ASCII and underscores that begins at `index`, which goes behind it.
  @inline(__always)
  static func ofWord(_ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, underscores: Bool) -> UInt64
  {
    var hash = FoldedHash.start
    while true {
      let eight = EightBytes(bytes, at: index)
      let letters = eight.letters
      let word = letters | eight.digits | eight.beyondASCII | (underscores ? eight.underscores : 0)
      let others = ~word & EightBytes.all
      let count = EightBytes.count(before: others)
      if count > 0 { hash = FoldedHash.mixed(hash, eight.lowered(letters) & EightBytes.bits(before: others)) }
      index &+= count
      if count < 8 { return hash }
    }
  }
}
