internal import CLibXML2

/// Brings a page's bytes to UTF-8, by the order of the WHATWG standard: byte order mark, transport, `meta`, content.
///
/// In two things it is wiser than the standard, since what it reads was saved and served on by others: bytes that are
/// valid UTF-8 beyond ASCII are UTF-8 whatever was declared, and where a charset is named that nobody can read, the
/// text is windows-1252, as where none is named.
enum CharacterDecoding {
  /// The page as UTF-8 without NUL bytes and byte order mark, and the name of the character set that it was in. Linear.
  static func utf8(_ bytes: [UInt8], _ check: UTF8Check, transport: String?, isHTML: Bool)
    -> (bytes: [UInt8], charset: String)
  {
    var bytes = bytes
    var charset = "utf-8"
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isBig = bytes[0] == 0xFE
      return (decodeUTF16(bytes.dropFirst(2), bigEndian: isBig), isBig ? "utf-16be" : "utf-16le")
    }
    let named = transport.flatMap { CharacterSetLabel.encoding(Array($0.utf8)) }
    if check.hasNUL, let named, named.hasPrefix("utf-16") {
      return (decodeUTF16(bytes[...], bigEndian: named == "utf-16be"), named)
    }
    if check.isValid, named != "iso-2022-jp" {
      if check.isASCII { charset = "us-ascii" }
    } else {
      let declared = named ?? (isHTML ? CharsetPrescan.encoding(in: bytes) : nil)
      (bytes, charset) = decode(bytes, declared: declared, mostlyUTF8: check.isMostlyValid && !check.isASCII)
    }
    if check.hasNUL {
      for index in bytes.indices where bytes[index] == 0 { bytes[index] = 32 }
    }
    return (check.isASCII ? bytes : Mojibake.repaired(bytes), charset)
  }

  private static func decode(_ bytes: [UInt8], declared: String?, mostlyUTF8: Bool) -> ([UInt8], String) {
    if mostlyUTF8 { return (WindowsLatin.repaired(bytes), "utf-8") }
    if let declared, declared != "utf-8", declared != "windows-1252",
      let converted = convert(bytes, from: CharacterSetLabel.systemName(of: declared))
    {
      return (converted, declared)
    }
    return (WindowsLatin.utf8(bytes), "windows-1252")
  }

  /// By the system's converter; nil where it does not know the charset.
  private static func convert(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
    pantau_xml_silence()
    guard let handler = xmlFindCharEncodingHandler(charset) else { return nil }
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
