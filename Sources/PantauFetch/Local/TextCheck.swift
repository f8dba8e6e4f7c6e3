internal import PantauRecords

/// Tells text in any character set from everything that is no text.
enum TextCheck {
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x89] + Array("PNG".utf8), "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
  ]
  /// How much of a document is looked at.
  private static let sample = 1 << 16

  /// - Throws: `empty` for nothing but white space; `notText` for a known binary format, or where more than one
  ///   byte in 200 is a control character that text does not use.
  static func validate(_ bytes: [UInt8], sha256: String) throws(ReadFault) {
    guard bytes.contains(where: { !isWhiteSpace($0) }) else {
      let what = bytes.isEmpty ? "is empty" : "holds nothing but white space"
      throw ReadFault(.empty, "the document \(what); fetch it again or leave it out", sha256: sha256)
    }
    for signature in signatures
    where bytes[0] == signature.bytes[0] && bytes.starts(with: signature.bytes) {
      throw ReadFault(.notText, "this is \(signature.name), neither a web page nor text", sha256: sha256)
    }
    let looked = min(bytes.count, sample)
    let controls = bytes.withUnsafeBytes { count(of: UnsafeRawBufferPointer(rebasing: $0.prefix(looked))) }
    guard controls * 200 <= looked else {
      throw ReadFault(
        .notText, "these bytes are neither a web page nor text; is the file damaged?", sha256: sha256)
    }
  }

  /// Control characters that text does not use; eight bytes at a time, since this looks at every page.
  private static func count(of bytes: UnsafeRawBufferPointer) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = 0
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The lowest bit set is the highest one of the first byte that is below 32 or 127.
        let deletes = eight ^ (ones &* 0x7F)
        let found =
          (((eight &- ones &* 0x20) & ~eight) | ((deletes &- ones) & ~deletes)) & (ones &* 0x80)
        guard found != 0 else {
          index += 8
          continue
        }
        index += found.trailingZeroBitCount / 8
      }
      count += isControl(bytes[index]) ? 1 : 0
      index += 1
    }
    return count
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isControl(_ byte: UInt8) -> Bool {
    let isUsed = (byte &- 0x09 < 5) != (byte == 0x1B)
    return ((byte < 0x20) != isUsed) != (byte == 0x7F)
  }
}

/// Text in 16-bit units, which a byte order mark announces.
enum WideText {
  /// The same text in UTF-8, or nil where no UTF-16 byte order mark stands in front.
  static func utf8(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 2 else { return nil }
    let little = bytes[0] == 0xFF && bytes[1] == 0xFE
    guard little || (bytes[0] == 0xFE && bytes[1] == 0xFF) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(little ? first | second << 8 : first << 8 | second)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
