/// Latin-1 as the web uses it: windows-1252.
enum WindowsLatin {
  /// The characters of windows-1252 at 0x80…0x9F.
  static let characters: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
    0x9D,
    0x17E, 0x178,
  ]

  /// What the HTML standard has a control character of U+0080…U+009F stand for: `&#147;` is a quotation mark. The bytes are
  /// those of one character; nil for any other.
  static func character(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int) -> [UInt8]? {
    guard length == 2, bytes[index] == 0xC2, bytes[index + 1] < 0xA0 else { return nil }
    return utf8([bytes[index + 1]])
  }

  /// Latin-1 as the web uses it: with windows-1252's characters at 0x80…0x9F.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 128 {
        output.append(byte)
      } else {
        append(byte < 0xA0 ? UInt32(characters[Int(byte) - 128]) : UInt32(byte), to: &output)
      }
    }
    return output
  }

  /// Appends a code point of the basic plane.
  private static func append(_ code: UInt32, to output: inout [UInt8]) {
    if code < 0x80 {
      output.append(UInt8(code))
    } else if code < 0x800 {
      output.append(UInt8(0xC0 | code >> 6))
      output.append(UInt8(0x80 | code & 0x3F))
    } else {
      output.append(UInt8(0xE0 | code >> 12))
      output.append(UInt8(0x80 | code >> 6 & 0x3F))
      output.append(UInt8(0x80 | code & 0x3F))
    }
  }

  /// Puts windows-1252's reading in place of bytes that are not UTF-8 on a page that otherwise is.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let length = UTF8Check.sequenceLength(bytes, at: index)
      if length == 0 {
        output += utf8([bytes[index]])
        index += 1
      } else {
        for offset in 0..<length { output.append(bytes[index + offset]) }
        index += length
      }
    }
    return output
  }
}
