internal import CLibXML2

/// Brings a page's bytes to UTF-8, by the order of the WHATWG standard: byte order mark, transport, `meta`, content.
///
/// A charset that the bytes contradict loses: bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever was declared.
enum CharacterDecoding {
  /// The page as UTF-8 without NUL bytes and byte order mark. Linear.
  static func utf8(_ bytes: [UInt8], _ check: UTF8Check, transport: String?, isHTML: Bool) -> [UInt8] {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return decodeUTF16(bytes.dropFirst(2), bigEndian: bytes[0] == 0xFE)
    }
    if !check.isASCII, !check.isValid {
      let declared = transport.map { Array($0.utf8) } ?? (isHTML ? metaCharset(bytes) : nil)
      bytes = decode(bytes, declared: declared.map { $0.map(lowercase) }, mostlyUTF8: check.isMostlyValid)
    } else if !isUTF8Compatible(transport), let converted = convert(bytes, from: transport) {
      bytes = converted
    }
    if check.hasNUL {
      for index in bytes.indices where bytes[index] == 0 { bytes[index] = 32 }
    }
    return check.isASCII ? bytes : Mojibake.repaired(bytes)
  }

  /// Seven-bit charsets (ISO-2022-JP, HZ) look like ASCII; all others that are valid UTF-8 are UTF-8.
  private static func isUTF8Compatible(_ charset: String?) -> Bool {
    guard let charset = charset?.lowercased() else { return true }
    return !charset.hasPrefix("iso-2022") && !charset.hasPrefix("hz")
  }

  private static func decode(_ bytes: [UInt8], declared: [UInt8]?, mostlyUTF8: Bool) -> [UInt8] {
    let name = declared.map { String(decoding: $0, as: UTF8.self) }
    let isWestern =
      name.map { name in
        ["latin1", "iso-8859-1", "iso8859-1", "windows-1252", "cp1252", "us-ascii", "ascii"].contains(name)
      } ?? true
    if mostlyUTF8 { return repairUTF8(bytes) }
    if let name, !isWestern, name != "utf-8", name != "utf8", let converted = convert(bytes, from: name) {
      return converted
    }
    return decodeWindows1252(bytes)
  }

  /// The charset that a `meta` element within the first 4,096 bytes declares.
  static func metaCharset(_ bytes: [UInt8]) -> [UInt8]? {
    let head = bytes.prefix(4096)
    let mark = Array("charset=".utf8)
    var index = head.startIndex
    while index + mark.count < head.endIndex {
      if lowercase(head[index]) == mark[0], head[index..<index + mark.count].map(lowercase) == mark {
        let value = head[(index + mark.count)...].drop { $0 == 34 || $0 == 39 || $0 == 32 }
          .prefix { isLetterOrDigit($0) && $0 < 128 || $0 == 45 || $0 == 95 }
        if !value.isEmpty { return value.map(lowercase) }
      }
      index += 1
    }
    return nil
  }

  /// By the system's converter; nil where it does not know the charset.
  private static func convert(_ bytes: [UInt8], from charset: String?) -> [UInt8]? {
    guard let charset, let handler = xmlFindCharEncodingHandler(charset) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let output = xmlBufferCreate(), let input = xmlBufferCreate() else { return nil }
    defer {
      xmlBufferFree(output)
      xmlBufferFree(input)
    }
    guard bytes.count < Int(Int32.max) else { return nil }
    _ = bytes.withUnsafeBufferPointer { xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
    while xmlBufferLength(input) > 0 {
      let before = xmlBufferLength(input)
      let outcome = xmlCharEncInFunc(handler, output, input)
      if xmlBufferLength(input) == before {
        if outcome >= 0 { break }
        // One byte that the charset does not have.
        xmlBufferAdd(output, [0xEF, 0xBF, 0xBD], 3)
        xmlBufferShrink(input, 1)
      }
    }
    guard let content = xmlBufferContent(output) else { return nil }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
  }

  /// The characters of windows-1252 at 0x80…0x9F.
  static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
    0x9D,
    0x17E, 0x178,
  ]

  /// Latin-1 as the web uses it: with windows-1252's characters at 0x80…0x9F.
  static func decodeWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 128 {
        output.append(byte)
      } else {
        append(byte < 0xA0 ? UInt32(windows1252[Int(byte) - 128]) : UInt32(byte), to: &output)
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
  private static func repairUTF8(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var index = 0
    while index < bytes.count {
      let length = UTF8Check.sequenceLength(bytes, at: index)
      if length == 0 {
        output += decodeWindows1252([bytes[index]])
        index += 1
      } else {
        for offset in 0..<length { output.append(bytes[index + offset]) }
        index += length
      }
    }
    return output
  }

  private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8).map { $0 == 0 ? 32 : $0 }
  }
}

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
          // No byte beyond ASCII and none below 32.
          if (eight | (eight &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0 {
            index += 8
            continue
          }
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
