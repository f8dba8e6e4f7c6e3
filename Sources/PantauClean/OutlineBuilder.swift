internal import CLibXML2

typealias Node = UnsafeMutablePointer<xmlNode>

/// Walks a tree once, by its own pointers and without recursion, and fills an ``Outline``.
struct OutlineBuilder {
  private let rules: CleanRules
  private var outline = Outline()
  /// The line in the making.
  private var lineStart = 0
  private var linkBytes = 0
  private var strongBytes = 0
  private var lineElement: Int32 = -1
  private var pendingSpace = false
  // Where the walk stands.
  private var element: Int32 = -1
  private var block: Int32 = 0
  private var anchors = 0
  private var strongs = 0
  private var headings = 0
  private var preformatted = 0

  init(rules: CleanRules, expecting bytes: Int) {
    self.rules = rules
    outline.text.reserveCapacity(bytes / 6)
    outline.lines.reserveCapacity(256)
    let elements = bytes / 60
    outline.kinds.reserveCapacity(elements)
    outline.parents.reserveCapacity(elements)
    outline.last.reserveCapacity(elements)
    outline.hints.reserveCapacity(elements)
    outline.firstLine.reserveCapacity(elements)
    outline.endLine.reserveCapacity(elements)
    outline.kinds.append(.html)
    outline.parents.append(-1)
    outline.last.append(1)
    outline.hints.append([])
    outline.firstLine.append(0)
    outline.endLine.append(0)
    element = 0
  }

  /// The outline of the document. Linear in its nodes.
  static func outline(of tree: borrowing HTMLTree, rules: CleanRules, bytes: Int) -> Outline {
    var builder = OutlineBuilder(rules: rules, expecting: bytes)
    // Malformed pages have several elements at the top: all hang below element 0, which stands for the document.
    var top = tree.document.pointee.children
    while let node = top {
      if node.pointee.type == XML_ELEMENT_NODE || node.pointee.type == XML_TEXT_NODE { builder.walk(node) }
      top = node.pointee.next
    }
    return builder.finished()
  }

  private mutating func finished() -> Outline {
    flush()
    outline.last[0] = Int32(outline.kinds.count)
    outline.endLine[0] = Int32(outline.lines.count)
    return outline
  }

  private mutating func walk(_ root: Node) {
    var node = root
    while true {
      if enter(node), let child = node.pointee.children {
        node = child
        continue
      }
      while node.pointee.next == nil || node == root {
        if node == root { return }
        guard let parent = node.pointee.parent else { return }
        node = parent
        leave()
        if node == root { return }
      }
      if let next = node.pointee.next { node = next }
    }
  }

  /// Takes a node in; true where its children are to be visited (``leave()`` follows).
  private mutating func enter(_ node: Node) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE:
      if let content = node.pointee.content { append(content) }
      return false
    case XML_ELEMENT_NODE:
      return enterElement(node)
    default:
      return false
    }
  }

  private mutating func enterElement(_ node: Node) -> Bool {
    let kind = ElementKind(node.pointee.name)
    switch kind {
    case .skipped, .script, .meta, .link, .title, .lineBreak, .image:
      takeLeaf(node, kind)
      return false
    default:
      break
    }
    if kind.isBlock { flush() }
    let index = Int32(outline.kinds.count)
    outline.kinds.append(kind)
    outline.parents.append(element)
    outline.last.append(index + 1)
    outline.firstLine.append(Int32(outline.lines.count))
    outline.endLine.append(Int32(outline.lines.count))
    outline.hints.append(attributes(of: node, kind, index))
    element = index
    if kind.isBlock { block = index }
    switch kind {
    case .anchor: anchors += 1
    case .strong: strongs += 1
    case .heading:
      headings += 1
      if node.pointee.name[1] == UInt8(ascii: "1") { outline.topHeadings.insert(index) }
    case .preformatted: preformatted += 1
    default: break
    }
    if node.pointee.children == nil {
      leave()
      return false
    }
    return true
  }

  /// Ends the innermost element.
  private mutating func leave() {
    let index = Int(element)
    guard index > 0 else { return }
    let kind = outline.kinds[index]
    if kind.isBlock { flush() }
    outline.last[index] = Int32(outline.kinds.count)
    outline.endLine[index] = Int32(outline.lines.count + (outline.text.count > lineStart ? 1 : 0))
    switch kind {
    case .anchor: anchors -= 1
    case .strong: strongs -= 1
    case .heading: headings -= 1
    case .preformatted: preformatted -= 1
    default: break
    }
    element = outline.parents[index]
    if kind.isBlock {
      var above = element
      while above > 0, !outline.kinds[Int(above)].isBlock { above = outline.parents[Int(above)] }
      block = max(0, above)
    }
  }

  private mutating func takeLeaf(_ node: Node, _ kind: ElementKind) {
    switch kind {
    case .lineBreak:
      if headings > 0 { pendingSpace = true } else { flush() }
    case .image, .skipped:
      pendingSpace = pendingSpace || outline.text.count > lineStart
    case .script:
      guard let type = attribute(node, "type"), type.contains("ld+json") else { return }
      if outline.head.scripts.count < 64, let content = node.pointee.children?.pointee.content {
        outline.head.scripts.append(Array(UnsafeBufferPointer(start: content, count: length(content))))
      }
    case .title:
      if outline.head.title.isEmpty, let content = node.pointee.children?.pointee.content {
        outline.head.title = foldedString(
          UnsafeBufferPointer(start: content, count: min(4096, length(content))))
      }
    case .meta:
      let name = attribute(node, "property") ?? attribute(node, "name") ?? attribute(node, "itemprop")
      if outline.head.metas.count < 512, let name, let content = attribute(node, "content"), !content.isEmpty
      {
        outline.head.metas.append((name.lowercased(), content))
      }
    case .link:
      if attribute(node, "rel")?.lowercased() == "canonical", outline.head.canonical == nil {
        outline.head.canonical = attribute(node, "href")
      }
    default: break
    }
  }
}

// MARK: - Text

extension OutlineBuilder {
  /// Takes text in: white space folded, soft hyphens and zero-width characters lost.
  private mutating func append(_ content: UnsafePointer<UInt8>) {
    let before = outline.text.count
    var index = 0
    while true {
      let byte = content[index]
      if byte > 32, byte < 0x80 {
        if pendingSpace {
          if outline.text.count > lineStart { outline.text.append(32) }
          pendingSpace = false
        }
        outline.text.append(byte)
        index += 1
      } else if byte == 0 {
        break
      } else if byte <= 32 {
        if byte == 10, preformatted > 0 { flush() } else { pendingSpace = true }
        index += 1
      } else {
        index += appendWide(content + index)
      }
    }
    let added = outline.text.count - max(before, lineStart)
    guard added > 0 else { return }
    if anchors > 0 { linkBytes += added }
    if strongs > 0 || headings > 0 { strongBytes += added }
    lineElement = lineElement < 0 || lineElement == element ? element : block
  }

  /// Takes in one character beyond ASCII; its length in bytes.
  private mutating func appendWide(_ content: UnsafePointer<UInt8>) -> Int {
    let lead = content[0]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    for offset in 1..<length where content[offset] == 0 { return offset }
    switch WideCharacter(content) {
    case .space: pendingSpace = true
    case .nothing: break
    case .letter:
      if pendingSpace {
        if outline.text.count > lineStart { outline.text.append(32) }
        pendingSpace = false
      }
      for offset in 0..<length { outline.text.append(content[offset]) }
    }
    return length
  }

  /// Ends the line in the making.
  private mutating func flush() {
    defer {
      lineStart = outline.text.count
      linkBytes = 0
      strongBytes = 0
      lineElement = -1
      pendingSpace = false
    }
    guard outline.text.count > lineStart else { return }
    var line = Line(
      start: lineStart, end: outline.text.count, element: max(0, lineElement), block: block,
      linkBytes: Int32(clamping: linkBytes), strongBytes: Int32(clamping: strongBytes))
    line.shape = outline.text.withUnsafeBufferPointer {
      LineShape(UnsafeBufferPointer(rebasing: $0[lineStart...]))
    }
    outline.lines.append(line)
  }
}

/// What a character beyond ASCII is to the text.
enum WideCharacter {
  case letter, space, nothing

  /// No-break and typographic spaces are spaces; soft hyphens, zero-width characters and direction marks are nothing.
  init(_ bytes: UnsafePointer<UInt8>) {
    self = .letter
    if bytes[0] == 0xC2 {
      if bytes[1] == 0xA0 { self = .space }
      if bytes[1] == 0xAD { self = .nothing }
    } else if bytes[0] == 0xE2, bytes[1] == 0x80 {
      if bytes[2] <= 0x8A || bytes[2] == 0xAF || bytes[2] == 0xA8 || bytes[2] == 0xA9 { self = .space }
      if 0x8B...0x8F ~= bytes[2] || 0xAA...0xAE ~= bytes[2] { self = .nothing }
    } else if bytes[0] == 0xE2, bytes[1] == 0x81, bytes[2] == 0xA0 {
      self = .nothing
    } else if bytes[0] == 0xE3, bytes[1] == 0x80, bytes[2] == 0x80 {
      self = .space
    } else if bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      self = .nothing
    }
  }
}

// MARK: - Attributes

extension OutlineBuilder {
  /// What tag and attributes say about an element.
  private mutating func attributes(of node: Node, _ kind: ElementKind, _ index: Int32) -> Hints {
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
  private func named(_ value: UnsafePointer<UInt8>) -> Hints {
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
  private func hides(_ style: UnsafePointer<UInt8>) -> Bool {
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

  private func attribute(_ node: Node, _ name: String) -> String? {
    let key = packed(bytes: Array(name.utf8))
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

/// The length of a C string.
@inline(__always)
func length(_ text: UnsafePointer<UInt8>) -> Int {
  var count = 0
  while text[count] != 0 { count += 1 }
  return count
}

/// Text with white space folded and zero-width characters lost.
func foldedString(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  var pending = false
  var index = 0
  while index < bytes.count {
    let length = UTF8Check.length(bytes, at: index)
    if length <= 1 {
      if bytes[index] <= 32 {
        pending = true
      } else if length == 1 {
        if pending, !output.isEmpty { output.append(32) }
        pending = false
        output.append(bytes[index])
      }
      index += 1
      continue
    }
    var four: (UInt8, UInt8, UInt8, UInt8) = (bytes[index], bytes[index + 1], 0, 0)
    if length > 2 { four.2 = bytes[index + 2] }
    if length > 3 { four.3 = bytes[index + 3] }
    let kind = withUnsafeBytes(of: &four) { raw in
      raw.assumingMemoryBound(to: UInt8.self).baseAddress.map { WideCharacter($0) } ?? .letter
    }
    switch kind {
    case .space: pending = true
    case .nothing: break
    case .letter:
      if pending, !output.isEmpty { output.append(32) }
      pending = false
      for offset in 0..<length { output.append(bytes[index + offset]) }
    }
    index += length
  }
  return String(decoding: output, as: UTF8.self)
}

/// A string with white space folded and zero-width characters lost.
func folded(_ text: String) -> String {
  Array(text.utf8).withUnsafeBufferPointer { foldedString($0) }
}
