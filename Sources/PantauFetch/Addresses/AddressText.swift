/// The bytes of an address while it is being taken apart.
struct AddressText {
  private(set) var bytes: [UInt8]

  /// Drops control characters and spaces at the ends, tabs and line ends everywhere, and turns `\` before a query.
  init(_ raw: [UInt8]) {
    let start = raw.firstIndex { $0 > 0x20 } ?? raw.endIndex
    let end = (raw.lastIndex { $0 > 0x20 } ?? start - 1) + 1
    bytes = raw[start..<max(start, end)].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: "#") { break }
      if bytes[index] == UInt8(ascii: "\\") { bytes[index] = UInt8(ascii: "/") }
    }
  }

  mutating func cutFragment() {
    if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes.removeSubrange(hash...) }
  }

  /// The scheme in lower case, taken off with its colon; nil where there is none.
  mutating func takeScheme() -> String? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first,
      AddressText.isLetter(first),
      bytes[..<colon].allSatisfy({
        AddressText.isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
      })
    else { return nil }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    // `localhost:8080/x` has no scheme, but is not relative either; nobody means it that way.
    bytes.removeSubrange(...colon)
    return scheme
  }

  /// Whether two slashes stand in front; they, and any more, are taken off.
  mutating func takeSlashes() -> Bool {
    guard bytes.starts(with: [0x2F, 0x2F]) else { return false }
    bytes.removeSubrange(..<(bytes.firstIndex { $0 != 0x2F } ?? bytes.endIndex))
    return true
  }

  /// Before and behind the first `?`.
  static func split(_ text: ArraySlice<UInt8>) -> (path: ArraySlice<UInt8>, query: ArraySlice<UInt8>?) {
    guard let mark = text.firstIndex(of: UInt8(ascii: "?")) else { return (text, nil) }
    return (text[..<mark], text[(mark + 1)...])
  }

  /// `path` escaped, behind `folder`, with `.` and `..` resolved (RFC 3986, 5.2.4); begins with `/`. Linear.
  static func path(_ path: ArraySlice<UInt8>, below folder: ArraySlice<UInt8>) -> String {
    let whole = Array(folder) + Array(escaped(path).utf8)
    var segments: [ArraySlice<UInt8>] = []
    var endsOpen = false
    let parts = whole.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index == 0, part.isEmpty { continue }
      endsOpen = false
      if part.elementsEqual(".".utf8) {
        endsOpen = true
      } else if part.elementsEqual("..".utf8) {
        if !segments.isEmpty { segments.removeLast() }
        endsOpen = true
      } else {
        segments.append(part)
      }
    }
    var text: [UInt8] = []
    for segment in segments {
      text.append(UInt8(ascii: "/"))
      text += segment
    }
    if endsOpen || text.isEmpty { text.append(UInt8(ascii: "/")) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text with escapes in one form: upper-case digits, none for unreserved characters, one for all that may not
  /// stand in an address.
  static func escaped(_ text: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "%"), let value = escape(text, at: index) {
        if isUnreserved(value) { out.append(value) } else { append(escape: value, to: &out) }
        index += 3
        continue
      }
      if byte > 0x20, byte < 0x7F, !unsafe.contains(byte) {
        out.append(byte)
      } else {
        append(escape: byte, to: &out)
      }
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text with all escapes resolved.
  static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let value = escape(text, at: index)
      out.append(value ?? text[index])
      index += value == nil ? 1 : 3
    }
    return out
  }

  private static let unsafe = Set("\"<>`{}^|\\%".utf8)

  private static func escape(_ text: ArraySlice<UInt8>, at index: Int) -> UInt8? {
    guard text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex, let high = digit(text[index + 1]),
      let low = digit(text[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func append(escape byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 15] { out.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
      || byte == 0x7E
  }
}
