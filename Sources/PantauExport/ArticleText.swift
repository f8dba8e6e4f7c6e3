public import PantauRecords

/// A cleaned page as plain text: headline, then a line for each block with an empty line around paragraphs.
public enum ArticleText {
  /// UTF-8 that ends with a line feed. Linear.
  public static func bytes(of page: CleanedPage) -> [UInt8] {
    let text = Array(page.article.text.utf8)
    var output = Array(page.article.title.utf8)
    var previous: Block.Kind?
    for block in page.blocks {
      if !output.isEmpty {
        output.append(10)
        if previous != block.kind || !block.kind.standsClose { output.append(10) }
      }
      if block.kind == .item {
        output += Array(repeating: 32, count: 2 * max(0, block.level - 1)) + [45, 32]
      }
      output += unmarked(text[block.span.start..<block.span.end], block.kind)
      previous = block.kind
    }
    return output + [10]
  }

  /// A bullet that the page wrote itself gives way to ours.
  static func unmarked(_ line: ArraySlice<UInt8>, _ kind: Block.Kind) -> ArraySlice<UInt8> {
    guard kind == .item else { return line }
    if line.starts(with: [45, 32]) { return line.dropFirst(2) }
    if line.starts(with: [0xE2, 0x80, 0xA2]) { return line.dropFirst(3).drop { $0 == 32 } }
    return line
  }
}

extension Block.Kind {
  /// Lines of this kind stand one below the other without an empty line.
  var standsClose: Bool { self == .item || self == .row || self == .code }
}
