public import PantauRecords

extension Cleaner {
  /// The article on `page` with the structure of its text and the facts of its page; with its links where
  /// `keepsLinks` asks for them. Linear.
  ///
  /// - Throws: as ``article(from:)``.
  public func cleaned(_ page: Page, keepsLinks: Bool = false) throws(Failure) -> CleanedPage {
    let (bytes, charset) = try decoded(page)
    guard page.kind == .html else {
      var cleaned = CleanedPage(article: try textArticle(page, bytes))
      cleaned.facts.charset = charset
      cleaned.blocks = Cleaner.paragraphs(of: cleaned.article)
      return cleaned
    }
    let (article, reading) = try htmlArticle(page, bytes, keepsLinks: keepsLinks)
    var cleaned = CleanedPage(article: article, facts: facts(reading, article))
    cleaned.facts.charset = charset
    if reading.told != nil {
      cleaned.blocks = Cleaner.paragraphs(of: article)
    } else {
      structure(&cleaned, reading, keepsLinks: keepsLinks)
    }
    return cleaned
  }

  /// Each line a paragraph, or an item where it begins with a bullet.
  private static func paragraphs(of article: Article) -> [Block] {
    var start = article.title.utf8.count + 1
    return article.body.utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      defer { start += line.count + 1 }
      let isItem = line.starts(with: [0x2D, 0x20]) || line.starts(with: [0xE2, 0x80, 0xA2])
      return Block(
        kind: isItem ? .item : .paragraph, level: isItem ? 1 : 0, span: Span(start, start + line.count))
    }
  }

  private func structure(_ cleaned: inout CleanedPage, _ reading: HTMLReading, keepsLinks: Bool) {
    let outline = reading.outline
    let body = reading.main.bodyText(of: reading.selection)
    let changes = mayHoldMark(body.bytes)
    // How long bytes of the body are in normal form C.
    func length(_ range: Range<Int>) -> Int {
      changes ? composed(String(decoding: body.bytes[range], as: UTF8.self)).utf8.count : range.count
    }
    var start = cleaned.article.title.utf8.count + 1
    var begun: Int32 = -1
    var links = outline.links.sorted { $0.start < $1.start }[...]
    cleaned.blocks.reserveCapacity(body.lines.count)
    for index in body.lines.indices {
      let range = body.range(index)
      let count = length(range)
      let pieces = body.pieces(index)
      var block = reading.main.block(
        of: body.lines[index], first: pieces.first.map { Int($0.line) }, begun: &begun)
      block.span = Span(start, start + count)
      cleaned.blocks.append(block)
      for piece in pieces where keepsLinks {
        let place = outline.lines[Int(piece.line)]
        links = links.drop { $0.start < place.start }
        for link in links.prefix(while: { $0.start < place.end }) where link.end <= place.end {
          func byte(_ offset: Int) -> Int {
            start + length(range.lowerBound..<Int(piece.start) + offset - place.start)
          }
          cleaned.links.append(
            Link(
              span: Span(byte(link.start), byte(link.end)),
              address: WebAddress.resolved(link.address, against: cleaned.article.source.url)))
        }
      }
      start += count + 1
    }
  }
}

extension MainText {
  /// What a line of the body is, its place apart; `first` is its first line of the outline, `begun` the list item that
  /// the line before stood in.
  func block(of line: BodyLine, first: Int?, begun: inout Int32) -> Block {
    let none = Span(0, 0)
    guard let first, !line.isRow else { return Block(kind: .row, span: none) }
    var element = outline.lines[first].block
    var item: Int32 = -1
    var lists = 0
    var isQuote = false
    while element > 0 {
      switch outline.kinds[Int(element)] {
      case .heading where item < 0:
        begun = -1
        return Block(
          kind: .heading, level: Int(min(6, max(1, outline.headingLevels[element] ?? 2))), span: none)
      case .preformatted: return Block(kind: .code, span: none)
      case .item: if item < 0 { item = element }
      case .list: lists += 1
      case .quote: isQuote = true
      default: break
      }
      element = outline.parents[Int(element)]
    }
    defer { begun = item }
    guard item >= 0, item != begun, lists > 0 else {
      return Block(kind: isQuote ? .quote : .paragraph, span: none)
    }
    let list = outline.parents[Int(item)]
    return Block(kind: .item, level: lists, isNumbered: outline.numbered.contains(list), span: none)
  }
}
