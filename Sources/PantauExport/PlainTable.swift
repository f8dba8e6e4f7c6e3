/// Rows of text in aligned columns, for a terminal.
public struct PlainTable: Sendable {
  /// A column's title and which way its cells lean.
  public struct Column: Sendable {
    /// Stands above the column.
    public var title: String
    /// Whether cells end at the column's right edge.
    public var isNumber: Bool

    /// A column.
    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// The columns, from left to right.
  public var columns: [Column]
  /// Each with a cell for every column; missing cells are empty.
  public var rows: [[String]]

  /// A table.
  public init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// A line of titles, a rule below it, a line for each row; columns without any cell are left out.
  ///
  /// - Parameters:
  ///   - indent: spaces before each line.
  ///   - hasTitles: whether the first two lines are written.
  /// - Returns: lines, each ended by a line feed.
  public func text(indent: Int = 0, hasTitles: Bool = true) -> String {
    let shown = columns.indices.filter { column in rows.contains { !cell($0, column).isEmpty } }
    let widths = columns.indices.map { column in
      rows.reduce(hasTitles ? DisplayWidth.of(columns[column].title) : 0) {
        max($0, DisplayWidth.of(cell($1, column)))
      }
    }
    var lines: [String] = []
    if hasTitles {
      lines.append(line(columns.map(\.title), widths, shown, indent))
      lines.append(
        String(repeating: " ", count: indent)
          + shown.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  "))
    }
    for row in rows { lines.append(line(row, widths, shown, indent)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func cell(_ row: [String], _ column: Int) -> String { column < row.count ? row[column] : "" }

  private func line(_ row: [String], _ widths: [Int], _ shown: [Int], _ indent: Int) -> String {
    var line = String(repeating: " ", count: indent)
    line += shown.map { DisplayWidth.pad(cell(row, $0), to: widths[$0], isNumber: columns[$0].isNumber) }
      .joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }
}
