/// One pass over bytes that tells whether they are UTF-8 and whether they are text at all.
struct UTF8Check {
  var isASCII = true
  var hasNUL = false
  /// Sequences of more than one byte that are well formed.
  var wellFormed = 0
  var malformed = 0
  /// Bytes below 32 other than white space and escape.
  var controls = 0

  var isValid: Bool { malformed == 0 }
  /// UTF-8 with a few faults, not another charset.
  var isMostlyValid: Bool { wellFormed > malformed * 8 }

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = 0
      while index < buffer.count {
        if index + 8 <= buffer.count {
          let eight = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
          // The lowest bit set is that of the first byte beyond ASCII or below 32.
          let others = (eight | (eight &- 0x2020_2020_2020_2020)) & EightBytes.all
          guard others != 0 else {
            index += 8
            continue
          }
          index += others.trailingZeroBitCount / 8
        }
        let byte = buffer[index]
        if byte < 128 {
          if byte < 32, byte != 9, byte != 10, byte != 13, byte != 12, byte != 27 {
            controls += 1
            if byte == 0 { hasNUL = true }
          }
          index += 1
          continue
        }
        isASCII = false
        let length = UTF8Check.length(buffer, at: index)
        if length == 0 {
          malformed += 1
          index += 1
        } else {
          wellFormed += 1
          index += length
        }
      }
    }
  }

  static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    bytes.withUnsafeBufferPointer { length($0, at: index) }
  }

  /// The length of the well-formed sequence at `index`, or 0.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
    if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
    return length
  }
}
