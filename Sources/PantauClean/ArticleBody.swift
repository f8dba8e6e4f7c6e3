/// One line of a body: a line of the page, or the cells of a table's row side by side.
struct BodyLine {
  /// Not yet in normal form C.
  var text: String
  /// Lines of the outline, and where each begins in `text`, in bytes.
  var pieces: [(line: Int, start: Int)]
  /// It is a row of a table that holds facts.
  var isRow: Bool
}

extension MainText {
  /// The selected lines as the body has them. Linear.
  func bodyLines(of selection: [Int]) -> [BodyLine] {
    var found: [BodyLine] = []
    var bytes: [UInt8] = []
    var row: Int32 = -1
    var cell: Int32 = -1
    func end() {
      if !found.isEmpty { found[found.count - 1].text = String(decoding: bytes, as: UTF8.self) }
      bytes.removeAll(keepingCapacity: true)
    }
    for index in selection {
      let line = outline.lines[index]
      let here = dataRow(of: line)
      let hereCell = here >= 0 ? self.cell(of: line, in: here) : -1
      if here >= 0, here == row {
        bytes +=
          hereCell == cell
          ? [32] : Array(repeatElement([32, 124, 32], count: cells(here, cell, hereCell)).joined())
      } else {
        end()
        found.append(BodyLine(text: "", pieces: [], isRow: here >= 0))
      }
      row = here
      cell = hereCell
      found[found.count - 1].pieces.append((index, bytes.count))
      bytes += outline.bytes(line)
    }
    end()
    return found
  }

  /// The row that a line is a cell of, where the table holds facts and not the page's layout; else -1.
  func dataRow(of line: Line) -> Int32 {
    var element = line.block
    guard element >= 0, context[Int(element)].contains(.table) else { return -1 }
    var steps = 0
    while element >= 0, steps < 4 {
      switch outline.kinds[Int(element)] {
      case .row:
        let lines = Int(outline.endLine[Int(element)] - outline.firstLine[Int(element)])
        return lines >= 2 && lines <= 16 && sum(words, Int(element)) <= 120 && sum(prose, Int(element)) < 40
          ? element : -1
      case .table: return -1
      default: element = outline.parents[Int(element)]
      }
      steps += 1
    }
    return -1
  }

  /// The cell of `row` that a line stands in.
  private func cell(of line: Line, in row: Int32) -> Int32 {
    var element = line.block
    while element > row, outline.parents[Int(element)] != row { element = outline.parents[Int(element)] }
    return element
  }

  /// How many cells `second` lies behind `first`: empty ones keep their place.
  private func cells(_ row: Int32, _ first: Int32, _ second: Int32) -> Int {
    var count = 0
    var element = max(first, row + 1)
    while element < second, count < 16 {
      count += 1
      element = outline.last[Int(element)]
    }
    return max(1, count)
  }
}
