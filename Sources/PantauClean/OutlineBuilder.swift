/// Takes in a page tag by tag and fills an ``Outline``.
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
  // Where the reading stands.
  var element: Int32 = -1
  var block: Int32 = 0
  var anchors = 0
  var strongs = 0
  var headings = 0
  var preformatted = 0
  /// Elements open below the innermost that counts: all that is inside an element that is passed over.
  private var passed = 0
  /// What is passed over is gathered where it is a title or JSON-LD.
  private var gathering = Gathering.nothing
  private var gathered: [UInt8] = []
  private var isEmpty = false
  private var depth = 0
  /// How each open element stands in the outline, the innermost last.
  private var open: [Standing] = []
  /// The anchor in the making: its address, and where its text begins.
  var anchor: (address: [UInt8], start: Int) = ([], 0)
  /// Whether the outline holds all links.
  let keepsLinks: Bool
  /// Elements and lines that an outline has room for.
  let room: Int

  private enum Gathering { case nothing, title, script }

  /// One that says nothing of itself is no element of the outline.
  private enum Standing: UInt8 { case element, plain, strong, anchor, block }

  init(rules: CleanRules, expecting bytes: Int, keepsLinks: Bool) {
    self.rules = rules
    self.keepsLinks = keepsLinks
    room = OutlineBuilder.room(for: bytes)
    // What is reserved and not used takes no memory; arrays that grow are there twice while they do.
    outline.text.reserveCapacity(bytes)
    outline.lines.reserveCapacity(bytes / 56 + 64)
    outline.reserve(elements: bytes / 56 + 64)
    outline.append(.html, parent: -1, hints: [])
    element = 0
  }

  /// Elements, and lines, that a page of so many bytes has structure for: one for every 56 bytes and 16,384 more.
  ///
  /// A page with more is one of tags and letters by turns; past that, its short lines run together and its elements tell
  /// nothing, so that the memory for them stays in proportion to the page.
  static func room(for bytes: Int) -> Int { bytes / 56 + 16_384 }

  /// The outline of a page in UTF-8; nil where libxml2 has no memory for it. Linear.
  static func outline(of bytes: [UInt8], rules: CleanRules, keepsLinks: Bool = false) -> Outline? {
    // What a malformed page has beside its root hangs below element 0, which stands for the document.
    var builder = OutlineBuilder(rules: rules, expecting: bytes.count, keepsLinks: keepsLinks)
    guard HTMLScan.feed(bytes, to: &builder) else { return nil }
    return builder.finished()
  }

  private mutating func finished() -> Outline {
    while !open.isEmpty { leave() }
    flush(always: true)
    outline.last[0] = Int32(outline.kinds.count)
    outline.endLine[0] = Int32(outline.lines.count)
    return outline
  }

  /// JSON-LD beyond this is cut off, and so not read; what describes an article has some kilobytes.
  private static let longestScript = 4_000_000

  // MARK: - What the parser calls

  mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: Attributes) {
    isEmpty = false
    depth += 1
    outline.head.depth = max(outline.head.depth, depth)
    if passed > 0 {
      passed += 1
      return
    }
    let kind = ElementKind(name)
    switch kind {
    case .skipped, .script, .meta, .link, .title, .lineBreak, .image:
      takeLeaf(attributes, kind)
      passed = 1
    default:
      if kind.isBlock { flush(always: isLandmark(kind, name)) }
      if kind == .inline, outline.text.count > lineStart, isHidden(attributes) {
        passed = 1
      } else {
        enter(kind, name, attributes)
      }
    }
  }

  mutating func end() {
    depth -= 1
    if passed > 0 {
      passed -= 1
      if passed == 0 { takeGathered() }
      return
    }
    // An empty place for an advertisement or an icon parts words.
    if isEmpty, open.last == .element, outline.text.count > lineStart,
      outline.hints[Int(element)].contains(.residue)
    {
      pendingSpace = true
    }
    isEmpty = false
    if !open.isEmpty { leave() }
  }

  mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
    isEmpty = false
    if passed == 0 { return append(text) }
    if gathering == .title, passed == 1, gathered.count < 4096 { gathered.append(contentsOf: text) }
  }

  mutating func script(_ text: UnsafeBufferPointer<UInt8>) {
    isEmpty = false
    if gathering == .script, gathered.count < OutlineBuilder.longestScript {
      gathered.append(contentsOf: text)
    }
  }

  // MARK: - Elements

  private mutating func enter(_ kind: ElementKind, _ name: UnsafePointer<UInt8>, _ attributes: Attributes) {
    let index = Int32(outline.kinds.count)
    let hints = hints(of: attributes, kind, index)
    if saysNothing(kind, name, hints) {
      open.append(kind == .strong ? .strong : kind == .anchor ? .anchor : kind.isBlock ? .block : .plain)
      if kind == .strong { strongs += 1 }
      if kind == .anchor { anchors += 1 }
      return
    }
    open.append(.element)
    outline.append(kind, parent: element, hints: hints)
    element = index
    if kind.isBlock { block = index }
    switch kind {
    case .anchor:
      anchors += 1
      beginAnchor(attributes)
    case .strong: strongs += 1
    case .heading:
      headings += 1
      outline.headingLevels[index] = name[1] &- 48
    case .list: if name[0] == UInt8(ascii: "o") { outline.numbered.insert(index) }
    case .preformatted: preformatted += 1
    default: break
    }
    isEmpty = true
  }

  /// Whether an element is none of the outline: inline and without hints, or past the room for elements.
  private mutating func saysNothing(_ kind: ElementKind, _ name: UnsafePointer<UInt8>, _ hints: Hints) -> Bool
  {
    if kind == .inline || kind == .strong, hints.isEmpty { return true }
    guard outline.kinds.count > room else { return false }
    outline.head.isCrowded = true
    if isLandmark(kind, name) { return outline.kinds.count > room * 2 }
    return hints.isEmpty || outline.kinds.count > room + room / 2
  }

  /// Whether an element parts what is before it from what is after it on any page.
  private func isLandmark(_ kind: ElementKind, _ name: UnsafePointer<UInt8>) -> Bool {
    kind == .article || kind == .main || kind == .heading && name[1] == UInt8(ascii: "1")
  }

  /// Ends the innermost element.
  private mutating func leave() {
    switch open.removeLast() {
    case .plain: return
    case .block: flush()
    case .strong: strongs -= 1
    case .anchor: anchors -= 1
    case .element: leaveElement()
    }
  }

  private mutating func leaveElement() {
    let index = Int(element)
    let kind = outline.kinds[index]
    if kind.isBlock {
      flush(
        always: kind == .article || kind == .main || kind == .heading && outline.isTopHeading(Int32(index)))
    }
    outline.last[index] = Int32(outline.kinds.count)
    outline.endLine[index] = Int32(outline.lines.count + (outline.text.count > lineStart ? 1 : 0))
    switch kind {
    case .anchor:
      anchors -= 1
      endAnchor(index)
    case .strong: strongs -= 1
    case .heading: headings -= 1
    case .preformatted: preformatted -= 1
    default: break
    }
    element = outline.parents[index]
    // A block without text and elements tells nothing, except that an empty cell keeps its place.
    if kind.isBlock, kind != .cell, index == outline.kinds.count - 1,
      Int(outline.firstLine[index]) == outline.lines.count
    {
      outline.removeLastElement()
    }
    if kind.isBlock {
      var above = element
      while above > 0, !outline.kinds[Int(above)].isBlock { above = outline.parents[Int(above)] }
      block = max(0, above)
    }
  }

  private mutating func takeLeaf(_ attributes: Attributes, _ kind: ElementKind) {
    switch kind {
    case .lineBreak:
      if headings > 0 { pendingSpace = true } else { flush() }
    case .image, .skipped:
      if kind == .image { outline.pictures += 1 }
      pendingSpace = pendingSpace || outline.text.count > lineStart
    case .script:
      guard outline.head.scripts.count < 64, let type = attributes.text("type"), type.contains("ld+json")
      else { return }
      gathering = .script
    case .title:
      if outline.head.title.isEmpty { gathering = .title }
    case .meta: takeMeta(attributes)
    case .link: takeLink(attributes)
    default: break
    }
  }

  private mutating func takeGathered() {
    switch gathering {
    case .nothing: return
    case .title: outline.head.title = gathered.withUnsafeBufferPointer { foldedString($0) }
    case .script: outline.head.scripts.append(gathered)
    }
    gathering = .nothing
    gathered = []
  }

  private mutating func takeMeta(_ attributes: Attributes) {
    let name = attributes.text("property") ?? attributes.text("name") ?? attributes.text("itemprop")
    guard outline.head.metas.count < 512, let name, let content = attributes.text("content"), !content.isEmpty
    else { return }
    outline.head.metas.append((name.lowercased(), content))
  }

  private mutating func takeLink(_ attributes: Attributes) {
    guard let relation = attributes.text("rel")?.lowercased(), let address = attributes.text("href") else {
      return
    }
    switch relation {
    case "canonical": outline.head.canonical = outline.head.canonical ?? address
    case "prev": outline.head.previous = outline.head.previous ?? address
    case "next": outline.head.next = outline.head.next ?? address
    default: break
    }
  }
}
