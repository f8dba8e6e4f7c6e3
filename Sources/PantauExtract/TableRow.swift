import PantauText

/// A line of a text that is a row of a table, and its cells.
///
/// A cell ends at a bar, or at a dash between spaces where there are two or more: cleaning writes a page's tables with bars.
struct TableRow {
  let sentence: Int
  let mark: Unicode.Scalar
  /// Two or more.
  let cells: [Range<Int>]

  /// The row that a sentence is; nil for one that does not begin its line, or has no cells. Linear in its tokens.
  init?(_ sentence: Int, in text: some ArticleText) {
    let tokens = text.tokenized.tokens
    let range = text.tokenized.sentences[sentence]
    guard let first = range.first, tokens[first].traits.contains(.lineStart) else { return nil }
    self.sentence = sentence
    let bars = TableRow.cells(range) { text.isMark($0, "|") }
    if bars.count >= 2 {
      (mark, cells) = ("|", bars)
      return
    }
    let dashes = TableRow.cells(range) { token in
      text.isMark(token, "-") && tokens[token].traits.contains(.spaceBefore)
        && token + 1 < range.upperBound && tokens[token + 1].traits.contains(.spaceBefore)
    }
    guard dashes.count >= 3 else { return nil }
    (mark, cells) = ("-", dashes)
  }

  /// Whether the next sentence is a row of the same table.
  func goesOn(with next: TableRow) -> Bool {
    next.sentence == sentence + 1 && next.mark == mark && next.cells.count == cells.count
  }

  /// The stretches between separators; those at the ends of a line part nothing.
  private static func cells(_ tokens: Range<Int>, _ isSeparator: (Int) -> Bool) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = tokens.lowerBound
    for token in tokens where isSeparator(token) {
      if token > tokens.lowerBound { cells.append(start..<token) }
      start = token + 1
    }
    if start < tokens.upperBound { cells.append(start..<tokens.upperBound) }
    return cells
  }
}
