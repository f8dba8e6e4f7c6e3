public import PantauRecords

/// A cleaned page as Markdown (CommonMark, with tables as GitHub writes them).
///
/// Marks that would mean something to a reader of Markdown are escaped, so that the text says what the page said.
public enum ArticleMarkdown {
  /// UTF-8 that ends with a line feed; links stand in it where the page holds them. Linear.
  public static func bytes(of page: CleanedPage) -> [UInt8] {
    var writer = MarkdownWriter(text: Array(page.article.text.utf8), links: page.links)
    if !page.article.title.isEmpty {
      writer.output += Array("# ".utf8)
      writer.write(Span(0, page.article.title.utf8.count), isStart: false)
      writer.output.append(10)
    }
    var previous: Block?
    for block in page.blocks {
      let goesOn = previous?.kind == block.kind && block.kind.standsClose
      if !goesOn, !writer.output.isEmpty {
        writer.endFence(previous)
        writer.output.append(10)
      }
      writer.write(block, isFirst: !goesOn)
      previous = block
    }
    writer.endFence(previous)
    return writer.output
  }
}

/// Writes blocks, escaped, with their links.
private struct MarkdownWriter {
  let text: [UInt8]
  var links: ArraySlice<Link>
  var output: [UInt8] = []
  /// The last number of each list that is open, by level.
  private var numbers: [Int] = []

  init(text: [UInt8], links: [Link]) {
    self.text = text
    self.links = links[...]
  }

  mutating func write(_ block: Block, isFirst: Bool) {
    if isFirst { numbers = [] }
    switch block.kind {
    case .paragraph: write(block.span, isStart: true)
    case .heading:
      output += Array(repeating: 35, count: min(6, max(2, block.level))) + [32]
      write(block.span, isStart: false)
    case .item:
      let level = max(1, block.level)
      output += Array(repeating: 32, count: 3 * (level - 1))
      numbers = Array(numbers.prefix(level)) + Array(repeating: 0, count: max(0, level - numbers.count))
      numbers[level - 1] += 1
      output += Array((block.isNumbered ? "\(numbers[level - 1]). " : "- ").utf8)
      let line = ArticleText.unmarked(text[block.span.start..<block.span.end], .item)
      write(Span(line.startIndex, line.endIndex), isStart: true)
    case .quote:
      output += Array("> ".utf8)
      write(block.span, isStart: true)
    case .row: writeRow(block.span, isFirst: isFirst)
    case .code:
      if isFirst { output += Array("```\n".utf8) }
      output += text[block.span.start..<block.span.end]
    }
    output.append(10)
  }

  /// Closes a block of code that `block` was the last line of.
  mutating func endFence(_ block: Block?) {
    if block?.kind == .code { output += Array("```\n".utf8) }
  }

  /// Cells of a row; the first row is the head, for a table must have one.
  private mutating func writeRow(_ span: Span, isFirst: Bool) {
    let cells = String(decoding: text[span.start..<span.end], as: UTF8.self).split(
      separator: " | ", omittingEmptySubsequences: false)
    output += Array("|".utf8)
    for cell in cells {
      output.append(32)
      escape(Array(cell.utf8)[...], isStart: false)
      output += Array(" |".utf8)
    }
    if isFirst { output += Array(("\n|" + String(repeating: " --- |", count: cells.count)).utf8) }
  }

  /// Text with its links; `isStart` where a line begins, and marks of lists and headings would count.
  mutating func write(_ span: Span, isStart: Bool) {
    var at = span.start
    links = links.drop { $0.span.start < at }
    while let link = links.first, link.span.end <= span.end {
      escape(text[at..<link.span.start], isStart: isStart && at == span.start)
      output.append(91)
      escape(text[link.span.start..<link.span.end], isStart: false)
      output +=
        Array("](<".utf8) + link.address.utf8.filter { $0 > 32 && $0 != 60 && $0 != 62 } + Array(">)".utf8)
      at = link.span.end
      links = links.dropFirst().drop { $0.span.start < at }
    }
    escape(text[at..<span.end], isStart: isStart && at == span.start)
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>, isStart: Bool) {
    var index = bytes.startIndex
    if isStart { escapeStart(bytes, &index) }
    while index < bytes.endIndex {
      if MarkdownWriter.special.contains(bytes[index]) { output.append(92) }
      output.append(bytes[index])
      index += 1
    }
  }

  /// `#`, `+`, `-`, `>` and `12.` at the start of a line.
  private mutating func escapeStart(_ bytes: ArraySlice<UInt8>, _ index: inout Int) {
    guard let first = bytes.first else { return }
    if [35, 43, 45, 61, 62].contains(first) { return output.append(92) }
    let digits = bytes.prefix { $0 &- 48 < 10 }
    guard !digits.isEmpty, digits.count < 10, let mark = bytes.dropFirst(digits.count).first,
      mark == 46 || mark == 41
    else { return }
    output += digits + [92]
    index += digits.count
  }

  /// `\`, `` ` ``, `*`, `_`, `[`, `]`, `<`, `>`, `|`, `~`
  private static let special: Set<UInt8> = [92, 96, 42, 95, 91, 93, 60, 62, 124, 126]
}
