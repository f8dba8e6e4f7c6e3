internal import CLibXML2

typealias Node = UnsafeMutablePointer<xmlNode>

/// Walks a tree once, by its own pointers and without recursion, and fills an ``Outline``.
struct OutlineBuilder {
  let rules: CleanRules
  var outline = Outline()
  /// The line in the making.
  var lineStart = 0
  var linkBytes = 0
  var strongBytes = 0
  var lineElement: Int32 = -1
  var pendingSpace = false
  /// Room in which lines are judged.
  var foldedLine = FoldedLine()
  // Where the walk stands.
  var element: Int32 = -1
  var block: Int32 = 0
  var anchors = 0
  var strongs = 0
  var headings = 0
  var preformatted = 0

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
    if kind == .inline, outline.text.count > lineStart, isHidden(node) { return false }
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
      // An empty place for an advertisement or an icon parts words.
      if outline.text.count > lineStart, outline.hints[Int(index)].contains(.residue) { pendingSpace = true }
      leave()
      return false
    }
    return true
  }

  /// What a paragraph holds hidden from its reader (a card that opens over a name) is no part of its sentence.
  private func isHidden(_ node: Node) -> Bool {
    var attribute = node.pointee.properties
    while let each = attribute {
      attribute = each.pointee.next
      guard let name = each.pointee.name else { continue }
      let value = each.pointee.children?.pointee.content
      switch packed(name) {
      case 0x6869_6464_656E: return true  // hidden
      case 0x63_6C61_7373: if let value, named(value).contains(.hidden) { return true }  // class
      case 0x73_7479_6C65: if let value, hides(value) { return true }  // style
      default: break
      }
    }
    return false
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
