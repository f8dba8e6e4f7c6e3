internal import CLibXML2

extension OutlineBuilder {
  /// What tag and attributes say about an element.
  mutating func attributes(of node: Node, _ kind: ElementKind, _ index: Int32) -> Hints {
    var hints = OutlineBuilder.hints(of: kind)
    var attribute = node.pointee.properties
    while let each = attribute {
      attribute = each.pointee.next
      guard let name = each.pointee.name else { continue }
      guard let value = each.pointee.children?.pointee.content else {
        if packed(name) == 0x6869_6464_656E { hints.insert(.hidden) }
        continue
      }
      switch packed(name) {
      case 0x63_6C61_7373, 0x6964:  // class, id
        if kind != .html, kind != .body { hints.formUnion(named(value)) }
      case 0x726F_6C65:  // role
        hints.formUnion(OutlineBuilder.role(value))
      case 0x6974_656D_7072_6F70:  // itemprop
        hints.formUnion(named(value).intersection([.body, .date, .byline]))
      case 0x73_7479_6C65:  // style
        if hides(value) { hints.insert(.hidden) }
      case 0x6869_6464_656E:  // hidden
        hints.insert(.hidden)
      case 0x6C61_6E67:  // lang
        if kind == .html { outline.head.language = String(cString: value) }
      case 0x6461_7465_7469_6D65 where kind == .time, 0x7469_746C_65 where kind == .time:  // datetime, title
        let marked = hints.contains(.date) || self.attribute(node, "class") != nil
        outline.head.times.append((String(cString: value), index, outline.lines.count, marked))
      default: break
      }
    }
    return hints
  }

  private static func hints(of kind: ElementKind) -> Hints {
    switch kind {
    case .nav, .footer, .form, .aside: .frame
    case .header: .header
    case .article: [.article, .main]
    case .main: .main
    case .caption: .caption
    case .heading: .heading
    case .list: .list
    case .quote: .quote
    case .table: .table
    default: []
    }
  }

  private static func role(_ value: UnsafePointer<UInt8>) -> Hints {
    switch packed(value) {
    case packed(bytes: Array("navigation".utf8)), packed(bytes: Array("complementary".utf8)),
      packed(bytes: Array("search".utf8)),
      packed(bytes: Array("contentinfo".utf8)), packed(bytes: Array("banner".utf8)),
      packed(bytes: Array("dialog".utf8)):
      .frame
    case packed(bytes: Array("main".utf8)): .main
    case packed(bytes: Array("article".utf8)): [.article, .main]
    default: []
    }
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
      var word = WordHash()
      var pair = WordHash(value: previous)
      var triple = WordHash(value: earlier)
      var letters = 0
      repeat {
        word.combine(value[index])
        pair.combine(value[index])
        triple.combine(value[index])
        letters += 1
        index += 1
      } while isLetterOrDigit(value[index]) && value[index] < 128
        && !(value[index] &- 65 < 26 && value[index - 1] &- 97 < 26)
      if previous == WordHash.no || previous == WordHash.has || previous == WordHash.with {
        previous = word.value
        continue
      }
      found |= rules.hints[word.value]
      if previous != 0 { found |= rules.hints[pair.value] }
      if earlier != 0 { found |= rules.hints[triple.value] }
      earlier = previous == 0 ? 0 : pair.value
      previous = word.value
    }
    return Hints(rawValue: found)
  }

  /// `display:none` or `visibility:hidden`.
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

  func attribute(_ node: Node, _ name: StaticString) -> String? {
    let key = packed(name.utf8Start)
    var attribute = node.pointee.properties
    while let each = attribute {
      if let found = each.pointee.name, packed(found) == key {
        guard let value = each.pointee.children?.pointee.content else { return "" }
        return String(cString: value)
      }
      attribute = each.pointee.next
    }
    return nil
  }
}

extension WordHash {
  static let no = WordHash.of("no")
  static let has = WordHash.of("has")
  static let with = WordHash.of("with")
}
