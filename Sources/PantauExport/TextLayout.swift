/// Lays cells out in columns.
struct TextLayout {
  private static let gap = "  "
  private static let narrowest = 8
  let columns: [TextColumn]
  let rows: [[String]]
  /// For each cell of `rows`.
  let emphasis: [[TextStyle.Emphasis?]]
  let style: TextStyle

  func text(width: Int?) -> String {
    var shown = Array(columns.indices)
    var widths = columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of($1[column])) }
    }
    if let width {
      while total(widths, shown) > width, let next = nextToGo(shown) { shown.removeAll { $0 == next } }
      narrow(&widths, shown, to: width)
    }
    let titles = columns.map { _ in TextStyle.Emphasis?.some(.bold) }
    var lines = [line(columns.map(\.title), widths, shown, titles)]
    lines.append(shown.map { String(repeating: "─", count: widths[$0]) }.joined(separator: TextLayout.gap))
    for (row, emphasis) in zip(rows, emphasis) { lines.append(line(row, widths, shown, emphasis)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func total(_ widths: [Int], _ shown: [Int]) -> Int {
    shown.reduce(0) { $0 + widths[$1] } + TextLayout.gap.count * max(0, shown.count - 1)
  }

  private func nextToGo(_ shown: [Int]) -> Int? {
    shown.filter { columns[$0].goesAs != nil }
      .min { (columns[$0].goesAs ?? 0) < (columns[$1].goesAs ?? 0) }
  }

  /// Takes columns of the terminal from the widest text until the table fits or no text can be cut further.
  private func narrow(_ widths: inout [Int], _ shown: [Int], to width: Int) {
    var excess = total(widths, shown) - width
    while excess > 0 {
      let widest = shown.filter { columns[$0].isElastic && widths[$0] > TextLayout.narrowest }
        .max { widths[$0] < widths[$1] }
      guard let widest else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  private func line(
    _ cells: [String], _ widths: [Int], _ shown: [Int], _ emphasis: [TextStyle.Emphasis?]
  ) -> String {
    var line = ""
    for (place, column) in shown.enumerated() {
      let cut = DisplayWidth.cut(cells[column], to: widths[column])
      let spaces = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cut)))
      let isLast = place == shown.count - 1
      line += place == 0 ? "" : TextLayout.gap
      line += columns[column].isNumber ? spaces : ""
      line += style.show(cut, emphasis[column])
      line += columns[column].isNumber || isLast ? "" : spaces
    }
    return line
  }
}
