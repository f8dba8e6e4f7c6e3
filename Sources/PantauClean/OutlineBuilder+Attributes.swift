internal import CLibXML2

extension OutlineBuilder {
  /// What tag and attributes say about an element.
  mutating func hints(of attributes: Attributes, _ kind: ElementKind, _ index: Int32) -> Hints {
    var hints = Hints(kind)
    var time: UnsafePointer<UInt8>?
    var hasClass = false
    for (name, value) in attributes {
      guard let value else {
        if name == 0x6869_6464_656E { hints.insert(.hidden) }
        continue
      }
      switch name {
      case 0x63_6C61_7373, 0x6964:  // class, id
        // The id of a heading is made of its words, not of what it is.
        let isSlug = kind == .heading && name == 0x6964
        if kind != .html, kind != .body, !isSlug { hints.formUnion(named(value)) }
        hasClass = hasClass || name == 0x63_6C61_7373
      case 0x726F_6C65:  // role
        hints.formUnion(Hints(role: value))
      case 0x6974_656D_7072_6F70:  // itemprop
        hints.formUnion(named(value).intersection([.body, .date, .byline]))
      case 0x73_7479_6C65:  // style
        if hides(value) { hints.insert(.hidden) }
      case 0x6869_6464_656E:  // hidden
        hints.insert(.hidden)
      case 0x6C61_6E67:  // lang
        if kind == .html { outline.head.language = String(cString: value) }
      case 0x6461_7465_7469_6D65 where kind == .time, 0x7469_746C_65 where kind == .time:  // datetime, title
        if time == nil || name == 0x6461_7465_7469_6D65 { time = value }
      default: break
      }
    }
    if let time, outline.head.times.count < 4096 {
      let isMarked = hints.contains(.date) || hasClass
      outline.head.times.append((String(cString: time), index, outline.lines.count, isMarked))
    }
    return hints
  }

  /// What a paragraph holds hidden from its reader (a card that opens over a name) is no part of its sentence.
  func isHidden(_ attributes: Attributes) -> Bool {
    for (name, value) in attributes {
      switch name {
      case 0x6869_6464_656E: return true  // hidden
      case 0x63_6C61_7373: if let value, named(value).contains(.hidden) { return true }  // class
      case 0x73_7479_6C65: if let value, hides(value) { return true }  // style
      default: break
      }
    }
    return false
  }

  /// The hints of a value's words and of neighbouring words written together.
  func named(_ value: UnsafePointer<UInt8>) -> Hints {
    var found: UInt32 = 0
    var previous: UInt64 = 0
    var earlier: UInt64 = 0
    var index = 0
    while value[index] != 0, index < 2048 {
      let byte = value[index]
      guard isLetterOrDigit(byte), byte < 128 else {
        if byte <= 32 {
          previous = 0
          earlier = 0
        }
        index += 1
        continue
      }
      var word = NameHash()
      var pair = NameHash(value: previous)
      var triple = NameHash(value: earlier)
      repeat {
        word.combine(value[index])
        pair.combine(value[index])
        triple.combine(value[index])
        index += 1
      } while isLetterOrDigit(value[index]) && value[index] < 128
        && !(value[index] &- 65 < 26 && value[index - 1] &- 97 < 26)
      if previous == NameHash.no || previous == NameHash.has || previous == NameHash.with {
        previous = word.value
        continue
      }
      found |= rules.hints[word.value]
      if previous != 0 { found |= rules.hints[pair.value] }
      if earlier != 0 { found |= rules.hints[triple.value] }
      earlier = previous == 0 ? 0 : pair.value
      previous = word.value
    }
    let hints = Hints(rawValue: found)
    return hints.contains(.shown) ? hints.subtracting([.shown, .hidden]) : hints
  }

  /// `display:none`.
  func hides(_ style: UnsafePointer<UInt8>) -> Bool {
    var index = 0
    while style[index] != 0 {
      if lowercase(style[index]) == 100, matches(style + index, "display") {
        var at = index + 7
        while style[at] == 32 || style[at] == 58 { at += 1 }
        if matches(style + at, "none") { return true }
      }
      index += 1
    }
    return false
  }

  private func matches(_ bytes: UnsafePointer<UInt8>, _ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where lowercase(bytes[index]) != word.utf8Start[index] {
      return false
    }
    return true
  }
}

extension Hints {
  /// What an element's tag says.
  init(_ kind: ElementKind) {
    switch kind {
    case .nav, .footer, .form, .aside: self = .frame
    case .header: self = .header
    case .article: self = [.article, .main]
    case .main: self = .main
    case .caption: self = .caption
    case .heading: self = .heading
    case .list: self = .list
    case .quote: self = .quote
    case .table: self = .table
    default: self = []
    }
  }

  /// Roles of what frames a text: menus, a search box, a banner, a dialog that lies over it.
  private static let frameRoles = Set(
    ["navigation", "complementary", "search", "contentinfo", "banner", "dialog"]
      .map { packed(bytes: Array($0.utf8)) })
  private static let mainRole = packed(bytes: Array("main".utf8))
  private static let articleRole = packed(bytes: Array("article".utf8))

  /// What an element's role says.
  init(role value: UnsafePointer<UInt8>) {
    let role = packed(value)
    if Hints.frameRoles.contains(role) {
      self = .frame
    } else if role == Hints.mainRole {
      self = .main
    } else {
      self = role == Hints.articleRole ? [.article, .main] : []
    }
  }
}

/// A hash of the words of names without case: FNV-1a over bytes, ASCII letters in lower case.
///
/// Hashes of two words in a row are the hash of the words written together, which is how `entry-content` and
/// `entrycontent` meet.
struct NameHash {
  var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(lowercase(byte))) &* 0x100_0000_01b3 }

  static func of(_ text: String) -> UInt64 {
    var hash = NameHash()
    for byte in text.utf8 { hash.combine(byte) }
    return hash.value
  }

  static let no = NameHash.of("no")
  static let has = NameHash.of("has")
  static let with = NameHash.of("with")
}
