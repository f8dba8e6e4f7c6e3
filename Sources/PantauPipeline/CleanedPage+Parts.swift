internal import PantauRecords

extension CleanedPage {
  /// Adds the lines of another part of the same article, those that are not there yet, with what is known of them.
  mutating func append(_ part: CleanedPage) {
    var seen = Set(article.body.utf8.split(separator: 0x0A).map { Substring($0) })
    let lines = part.article.body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let hasBlocks = part.blocks.count == lines.count
    var old = part.article.title.utf8.count + 1
    var new = article.title.utf8.count + 1 + article.body.utf8.count
    for (index, line) in lines.enumerated() {
      defer { old += line.count + 1 }
      guard !line.isEmpty, seen.insert(Substring(line)).inserted else { continue }
      let shift = new + 1 - old
      func moved(_ span: Span) -> Span { Span(span.start + shift, span.end + shift) }
      if hasBlocks {
        var block = part.blocks[index]
        block.span = moved(block.span)
        blocks.append(block)
      }
      for var link in part.links where link.span.start >= old && link.span.end <= old + line.count {
        link.span = moved(link.span)
        links.append(link)
      }
      article.body += "\n" + Substring(line)
      new += line.count + 1
    }
  }
}
