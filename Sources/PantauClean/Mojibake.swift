#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// UTF-8 that was taken for windows-1252 and written as UTF-8 again: `â€™` for a curly apostrophe.
enum Mojibake {
  /// The bytes with such sequences read as what they were. Linear; bytes without a trace of them come back as they are.
  ///
  /// Repaired are marks of U+2000…U+20FF (quotes, dashes, ellipses), Latin letters, and no-break spaces: what follows
  /// the first character cannot stand there in any text that is meant so.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard var index = suspect(bytes, from: 0) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var copied = 0
    while true {
      if let (scalar, used) = sequence(bytes, at: index) {
        output += bytes[copied..<index]
        output += scalar
        index += used
        copied = index
      } else {
        index += 2
      }
      guard let next = suspect(bytes, from: index) else { break }
      index = next
    }
    output += bytes[copied...]
    return output
  }

  /// The next `â`, `Ã` or `Â` with a character beyond ASCII after it.
  private static func suspect(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var index = start
      while index + 3 < buffer.count, let found = memchr(base + index, 0xC3, buffer.count - index - 3) {
        let at = UnsafeRawPointer(found) - base
        let next = buffer[at + 1]
        if next == 0xA2 || next == 0x83 || next == 0x82, buffer[at + 2] >= 0xC2 { return at }
        index = at + 1
      }
      return nil
    }
  }

  /// The UTF-8 sequence that is spelt out at `index`, and the number of bytes that spell it.
  private static func sequence(_ bytes: [UInt8], at index: Int) -> (scalar: [UInt8], used: Int)? {
    guard let (second, secondLength) = byte(bytes, at: index + 2) else { return nil }
    switch bytes[index + 1] {
    case 0xA2:
      guard second == 0x80 || second == 0x82,
        let (third, thirdLength) = byte(bytes, at: index + 2 + secondLength), 0x80...0xBF ~= third
      else { return nil }
      return ([0xE2, second, third], 2 + secondLength + thirdLength)
    case 0x83:
      // Not the quotation marks that may close a word in Ã.
      guard 0xA0...0xBF ~= second, second != 0xAB, second != 0xBB else { return nil }
      return ([0xC3, second], 2 + secondLength)
    default:
      guard 0xA0...0xBF ~= second else { return nil }
      return ([0xC2, second], 2 + secondLength)
    }
  }

  /// The byte that windows-1252, or Latin-1, has for the character at `index`, where it is beyond ASCII.
  private static func byte(_ bytes: [UInt8], at index: Int) -> (byte: UInt8, length: Int)? {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index] == 0xC2 { return (bytes[index + 1], 2) }
    let length = bytes[index] >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count, bytes[index] >= 0xC4 else { return nil }
    var code = UInt16(bytes[index] & (length == 3 ? 0x0F : 0x1F))
    for offset in 1..<length { code = code << 6 | UInt16(bytes[index + offset] & 0x3F) }
    return WindowsLatin.characters.firstIndex(of: code).map { (UInt8($0 + 128), length) }
  }
}
