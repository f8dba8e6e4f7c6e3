#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much HTML there is in the first part of a document.
struct Markup {
  /// Whether the first thing that is not white space is a document type or one of the outer elements.
  private(set) var beginsAsPage = false
  /// Opening tags of elements that HTML knows, in the part looked at.
  private(set) var openings = 0
  /// Closing tags of such elements.
  private(set) var closings = 0

  /// Whether there are more tags than a text about something else would hold.
  var isDense: Bool { openings >= 5 && closings >= 3 }

  /// How much of a document is looked at.
  private static let sample = 1 << 16
  private static let outer = ["<!doctype", "<html", "<head", "<body", "<?xml"].map { Array($0.utf8) }
  private static let elements: Set<String> = [
    "a", "article", "b", "body", "br", "div", "em", "footer", "h1", "h2", "h3", "head", "header", "hr",
    "html", "i",
    "img", "li", "link", "main", "meta", "nav", "ol", "p", "script", "section", "span", "strong", "style",
    "table",
    "td", "title", "tr", "ul",
  ]

  init(_ bytes: [UInt8]) {
    let start = Markup.start(of: bytes)
    beginsAsPage = Markup.beginsAsPage(bytes)
    bytes.withUnsafeBytes { buffer in
      let end = min(buffer.count, Markup.sample)
      var index = start
      while index < end, let base = buffer.baseAddress,
        let found = memchr(base + index, Int32(UInt8(ascii: "<")), end - index)
      {
        index = UnsafeRawPointer(found) - base + 1
        count(bytes, after: index)
      }
    }
  }

  /// ``beginsAsPage`` alone, which costs nothing.
  static func beginsAsPage(_ bytes: [UInt8]) -> Bool {
    let start = start(of: bytes)
    return outer.contains { matches($0, bytes, at: start) }
  }

  /// Behind a byte order mark and white space.
  private static func start(of bytes: [UInt8]) -> Int {
    let end = min(bytes.count, sample)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < end, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  private mutating func count(_ bytes: [UInt8], after start: Int) {
    var index = start
    let closes = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if closes { index += 1 }
    let nameStart = index
    while index < bytes.count, index - nameStart < 8, Markup.isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart, index < bytes.count, Markup.endsName(bytes[index]) else { return }
    let name = String(decoding: bytes[nameStart..<index].map { $0 | 0x20 }, as: UTF8.self)
    guard Markup.elements.contains(name) else { return }
    if closes { closings += 1 } else { openings += 1 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func matches(_ lowercase: [UInt8], _ bytes: [UInt8], at start: Int) -> Bool {
    guard start + lowercase.count <= bytes.count else { return false }
    for (offset, expected) in lowercase.enumerated() {
      let byte = bytes[start + offset]
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if folded != expected { return false }
    }
    return true
  }
}
