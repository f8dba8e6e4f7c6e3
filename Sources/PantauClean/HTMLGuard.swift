#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds in a page's bytes what would cost libxml2 quadratic time, before it parses them.
enum HTMLGuard {
  /// The longest tag that is left as it is; no honest one is near it, `data:` addresses apart.
  static let longestTag = 65_536
  /// The most steps that closing tags may cost: end tags times depth, about a second.
  static let mostSteps = 300_000_000

  /// How deep libxml2 and other parsers keep what a page nests; more is reported.
  static let usualDepth = 256

  /// What the bytes look like to one pass over their tags.
  struct Shape {
    /// Tags opened and not closed, at most, elements that close themselves apart.
    var depth = 0
    var endTags = 0
    /// Ranges inside tags that are longer than ``HTMLGuard/longestTag``.
    var longTags: [Range<Int>] = []

    var isTooDeep: Bool { depth * endTags > HTMLGuard.mostSteps }
  }

  /// One pass with `memchr` from tag to tag.
  static func shape(of bytes: [UInt8]) -> Shape {
    var shape = Shape()
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var open = 0
      var index = 0
      while index + 1 < buffer.count,
        let found = memchr(base + index, Int32(UInt8(ascii: "<")), buffer.count - index - 1)
      {
        let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        index = at + 1
        let next = base[index]
        if next == UInt8(ascii: "/") {
          shape.endTags += 1
          open = max(0, open - 1)
        } else if (next | 32) &- 97 < 26 {
          if !closesItself(base + index, buffer.count - index) { open += 1 }
          shape.depth = max(shape.depth, open)
        } else {
          continue
        }
        guard let close = memchr(base + index, Int32(UInt8(ascii: ">")), buffer.count - index) else {
          if buffer.count - index > longestTag { shape.longTags.append(index + longestTag..<buffer.count) }
          break
        }
        let end = UnsafeRawPointer(close) - UnsafeRawPointer(base)
        if end - index > longestTag {
          shape.longTags.append(index + 16..<end)
        }
        if base[end - 1] == UInt8(ascii: "/"), next != UInt8(ascii: "/") { open = max(0, open - 1) }
        index = end
      }
    }
    return shape
  }

  /// Elements without an end tag, or with one that is often left out.
  private static func closesItself(_ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var value: UInt64 = 0
    var length = 0
    while length < min(8, count), (name[length] | 32) &- 97 < 26 || isDigit(name[length]) {
      value = value << 8 | UInt64(lowercase(name[length]))
      length += 1
    }
    return selfClosing.contains(value)
  }

  private static let selfClosing: Set<UInt64> = Set(
    "br img meta link input hr p li td tr th dt dd option area base col embed param source track wbr"
      .split(separator: " ").map { packed(bytes: Array($0.utf8)) })
}
