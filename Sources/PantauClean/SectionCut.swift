/// Decides what headings of comments and of other articles take with them; shared by web pages and copied text.
enum SectionCut {
  struct Line {
    var verdict: LineVerdict
    /// Words of prose, 0 for other lines.
    var words: Int32
    /// A paragraph that cannot be an item of a list of other articles.
    var endsList: Bool
    /// Marked as a heading by the page.
    var isHeading = false
  }

  /// Offsets of the lines to drop.
  ///
  /// After a heading of comments everything goes, unless more than a fifth of the prose stands below it. Below a
  /// heading over other articles lines go until prose comes again, or all where less than a twelfth is left, an eighth
  /// below what the page itself marks as a heading.
  static func dropped(_ lines: [Line]) -> [Int] {
    let total = lines.reduce(0) { $0 + Int($1.words) }
    var after = 0
    var cut = lines.count
    for (offset, line) in lines.enumerated().reversed() {
      if line.verdict == .sectionEnd, after * 5 <= total { cut = offset }
      if line.verdict == .listHead, after * (line.isHeading ? 8 : 12) <= total { cut = offset }
      after += Int(line.words)
    }
    var dropped: [Int] = []
    var inList = false
    for (offset, line) in lines.enumerated() {
      if line.endsList { inList = false }
      if line.verdict == .listHead { inList = true }
      if offset >= cut || inList || line.verdict == .sectionEnd { dropped.append(offset) }
    }
    return dropped
  }
}
