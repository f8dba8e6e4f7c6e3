/// The character set that a page's head declares, by the HTML standard's prescan (§13.2.3.2), over its first 4,096 bytes.
///
/// The standard asks for 1,024 bytes; many pages begin with more than that.
struct CharsetPrescan {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// The encoding's name; nil where none that is known is declared. A page that can be scanned so is not UTF-16.
  static func encoding(in bytes: [UInt8]) -> String? {
    var scan = CharsetPrescan(bytes.prefix(4096))
    let found = scan.xmlDeclaration() ?? scan.scan()
    return found.map { $0.hasPrefix("utf-16") ? "utf-8" : $0 }
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  private mutating func xmlDeclaration() -> String? {
    guard starts("<?xml") else { return nil }
    let end = bytes.firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    defer { index = bytes.startIndex }
    while index < end {
      index += 1
      guard starts("encoding=") else { continue }
      let value = bytes[(index + 9)..<end]
      guard let quote = value.first, quote == 34 || quote == 39 else { return nil }
      return CharacterSetLabel.encoding(value.dropFirst().prefix { $0 != quote })
    }
    return nil
  }

  private mutating func scan() -> String? {
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if starts("<!--") {
        index += 2
        while index < bytes.endIndex, !starts("-->") { index += 1 }
      } else if starts("<meta"), let next = at(5), next <= 32 || next == UInt8(ascii: "/") {
        index += 5
        if let found = meta() { return found }
      } else if let next = at(1), (next | 32) &- 97 < 26 || next == UInt8(ascii: "/") {
        skipName()
        while attribute() != nil {}
      } else {
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: ">") { index += 1 }
      }
      index += 1
    }
    return nil
  }

  private mutating func meta() -> String? {
    var isPragma = false
    var needsPragma: Bool?
    var found: String?
    while let (name, value) = attribute() {
      switch String(decoding: name, as: UTF8.self) {
      case "http-equiv": isPragma = isPragma || value == Array("content-type".utf8)
      case "charset":
        found = CharacterSetLabel.encoding(value)
        needsPragma = false
      case "content" where found == nil:
        guard let label = CharsetPrescan.charset(inContent: value) else { continue }
        found = CharacterSetLabel.encoding(label)
        needsPragma = true
      default: break
      }
    }
    guard let needsPragma, !needsPragma || isPragma else { return nil }
    return found
  }

  /// What follows `charset=` in `text/html; charset=windows-1252`.
  private static func charset(inContent value: [UInt8]) -> ArraySlice<UInt8>? {
    let mark = Array("charset".utf8)
    var index = 0
    while index + mark.count < value.count {
      guard Array(value[index..<index + mark.count]) == mark else {
        index += 1
        continue
      }
      let rest = value[(index + mark.count)...].drop { $0 <= 32 }
      if rest.first == UInt8(ascii: "=") {
        let label = rest.dropFirst().drop { $0 <= 32 }
        if let quote = label.first, quote == 34 || quote == 39 {
          return label.dropFirst().prefix { $0 != quote }
        }
        return label.prefix { $0 > 32 && $0 != UInt8(ascii: ";") }
      }
      index += mark.count
    }
    return nil
  }

  /// The next attribute in small letters, or nil at the tag's end.
  private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
    while let byte = at(0), byte <= 32 || byte == UInt8(ascii: "/") { index += 1 }
    guard let first = at(0), first != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    while let byte = at(0), byte > 32, byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">"),
      byte != UInt8(ascii: "=") || name.isEmpty
    {
      name.append(lowercase(byte))
      index += 1
    }
    while let byte = at(0), byte <= 32 { index += 1 }
    guard at(0) == UInt8(ascii: "=") else { return (name, []) }
    index += 1
    while let byte = at(0), byte <= 32 { index += 1 }
    return (name, value())
  }

  private mutating func value() -> [UInt8] {
    var value: [UInt8] = []
    if let quote = at(0), quote == 34 || quote == 39 {
      index += 1
      while let byte = at(0), byte != quote {
        value.append(lowercase(byte))
        index += 1
      }
      index = min(index + 1, bytes.endIndex)
      return value
    }
    while let byte = at(0), byte > 32, byte != UInt8(ascii: ">") {
      value.append(lowercase(byte))
      index += 1
    }
    return value
  }

  private mutating func skipName() {
    while let byte = at(0), byte > 32, byte != UInt8(ascii: ">") { index += 1 }
  }

  private func at(_ offset: Int) -> UInt8? {
    index + offset < bytes.endIndex ? bytes[index + offset] : nil
  }

  private func starts(_ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.endIndex else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where lowercase(bytes[index + offset]) != text.utf8Start[offset] { return false }
    return true
  }
}
