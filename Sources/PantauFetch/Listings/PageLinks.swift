#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The links of a page that say what else it is: its one address, its other parts, its site's feeds.
///
/// A scan for the tags `link`, `a` and `base`, and for the page's `html`, in one pass without a tree: the clean stage builds
/// that once, later. Text inside comments and scripts is taken for tags, too; what it yields are addresses, never content.
struct PageLinks: Sendable, Equatable {
  /// `rel=canonical`.
  private(set) var canonical: WebAddress?
  /// `rel=next`.
  private(set) var next: WebAddress?
  /// `rel=alternate` with the type of a feed.
  private(set) var feeds: [WebAddress] = []
  /// Links to other parts of the same article, by number, or to the whole of it.
  private(set) var parts: [Int: WebAddress] = [:]
  private(set) var whole: WebAddress?
  /// Whether the page says that it is an AMP page.
  private(set) var isAMP = false

  private let page: WebAddress
  private let stem: String
  private var base: WebAddress

  private static let maximumFeeds = 50
  private static let maximumTag = 4096

  init(_ bytes: [UInt8], of page: WebAddress) {
    self.page = page
    base = page
    stem = page.part?.stem ?? page.key.description
    isAMP = false
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count, let start = buffer.baseAddress,
        let found = memchr(start + index, Int32(UInt8(ascii: "<")), buffer.count - index)
      {
        index = start.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
        guard let name = PageLinks.name(buffer, at: index) else { continue }
        let limit = min(index + PageLinks.maximumTag, buffer.count)
        read(name, TagAttributes(buffer, from: index + name.utf8CodeUnitCount, limit: limit))
      }
    }
  }

  /// Which of the tags of interest begins at `index`.
  private static func name(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> StaticString? {
    func begins(_ name: StaticString) -> Bool {
      let count = name.utf8CodeUnitCount
      guard index + count < buffer.count, buffer[index + count] <= 0x20 else { return false }
      for offset in 0..<count where buffer[index + offset] | 0x20 != name.utf8Start[offset] { return false }
      return true
    }
    guard index < buffer.count else { return nil }
    switch buffer[index] | 0x20 {
    case UInt8(ascii: "a"): return begins("a") ? "a" : nil
    case UInt8(ascii: "b"): return begins("base") ? "base" : nil
    case UInt8(ascii: "h"): return begins("html") ? "html" : nil
    case UInt8(ascii: "l"): return begins("link") ? "link" : nil
    default: return nil
    }
  }

  private mutating func read(_ name: StaticString, _ tag: TagAttributes) {
    switch name.utf8Start.pointee {
    case UInt8(ascii: "h"): isAMP = isAMP || tag.has("amp") || tag.has("\u{26A1}")
    case UInt8(ascii: "b"):
      if let href = tag["href"], let address = try? WebAddress(bytes: href, relativeTo: page) {
        base = address
      }
    default:
      guard let href = tag["href"], !href.isEmpty, href.first != UInt8(ascii: "#") else { return }
      // Most links on a page are of no interest, and need not be taken apart.
      let relation = tag["rel"].map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
      let isLink = name.utf8Start.pointee == UInt8(ascii: "l")
      guard isLink || relation.contains("next") || PageLinks.mayNamePart(href) else { return }
      guard let address = try? WebAddress(bytes: href, relativeTo: base) else { return }
      let relations = relation.split(separator: " ")
      if relations.contains("next"), next == nil { next = address }
      if isLink { note(address, relations, type: tag["type"]) } else { note(part: address) }
    }
  }

  private mutating func note(_ address: WebAddress, _ relations: [Substring], type: [UInt8]?) {
    if relations.contains("canonical"), canonical == nil { canonical = address }
    guard relations.contains("alternate"), let type, feeds.count < PageLinks.maximumFeeds else { return }
    let name = String(decoding: type, as: UTF8.self).lowercased()
    if ["application/rss+xml", "application/atom+xml", "application/feed+json"].contains(
      where: name.hasPrefix),
      !feeds.contains(address)
    {
      feeds.append(address)
    }
  }

  private mutating func note(part address: WebAddress) {
    guard address.host == page.host else { return }
    if address.asksForWhole, whole == nil, address.key.description == stem || address.key == page.key {
      whole = address
    } else if let part = address.part, part.stem == stem, parts[part.number] == nil {
      parts[part.number] = address
    }
  }

  /// Whether a link may be to another part: it ends with a digit, or has a query.
  private static func mayNamePart(_ href: [UInt8]) -> Bool {
    guard let last = href.last(where: { $0 != UInt8(ascii: "/") }) else { return false }
    return (0x30...0x39).contains(last) || href.contains(UInt8(ascii: "?"))
  }
}

/// The attributes of one tag.
struct TagAttributes {
  private var pairs: [(name: Range<Int>, value: Range<Int>)] = []
  private let buffer: UnsafeBufferPointer<UInt8>

  /// Reads from `start` to the tag's end, or to `limit`.
  init(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) {
    self.buffer = buffer
    var index = start
    while index < limit {
      while index < limit, buffer[index] <= 0x20 || buffer[index] == UInt8(ascii: "/") { index += 1 }
      guard index < limit, buffer[index] != UInt8(ascii: ">") else { return }
      let name = index
      while index < limit, buffer[index] > 0x20, buffer[index] != UInt8(ascii: "="),
        buffer[index] != UInt8(ascii: ">"), buffer[index] != UInt8(ascii: "/") || index == name
      {
        index += 1
      }
      let nameEnd = index
      if nameEnd == name { index += 1 }
      while index < limit, buffer[index] <= 0x20 { index += 1 }
      guard index < limit, buffer[index] == UInt8(ascii: "=") else {
        pairs.append((name..<nameEnd, nameEnd..<nameEnd))
        continue
      }
      index += 1
      while index < limit, buffer[index] <= 0x20 { index += 1 }
      let value = TagAttributes.value(buffer, &index, limit)
      pairs.append((name..<nameEnd, value))
    }
  }

  private static func value(_ buffer: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ limit: Int) -> Range<
    Int
  > {
    guard index < limit else { return limit..<limit }
    let quote = buffer[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < limit, buffer[index] != quote { index += 1 }
      defer { index = min(index + 1, limit) }
      return start..<index
    }
    let start = index
    while index < limit, buffer[index] > 0x20, buffer[index] != UInt8(ascii: ">") { index += 1 }
    return start..<index
  }

  /// The value of an attribute, `&amp;` resolved; nil where the tag has no such attribute.
  subscript(name: String) -> [UInt8]? {
    pairs.first { matches($0.name, name) }.map { TagAttributes.resolved(Array(buffer[$0.value])) }
  }

  func has(_ name: String) -> Bool { pairs.contains { matches($0.name, name) } }

  private func matches(_ range: Range<Int>, _ name: String) -> Bool {
    guard range.count == name.utf8.count else { return false }
    return zip(range, name.utf8).allSatisfy { index, byte in
      let own = buffer[index]
      return ((0x41...0x5A).contains(own) ? own | 0x20 : own) == byte
    }
  }

  private static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    let forms: [(StaticString, UInt8)] = [
      ("&amp;", 0x26), ("&#38;", 0x26), ("&#038;", 0x26), ("&#x26;", 0x26),
    ]
    var out: [UInt8] = []
    var index = 0
    outer: while index < bytes.count {
      if bytes[index] == 0x26 {
        for (form, byte) in forms
        where bytes[index...].starts(
          with: UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
        {
          out.append(byte)
          index += form.utf8CodeUnitCount
          continue outer
        }
      }
      out.append(bytes[index])
      index += 1
    }
    return out
  }
}
