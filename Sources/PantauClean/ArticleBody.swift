extension MainText {
  /// The selected lines as text: one a line, the cells of a table's row side by side.
  func body(of selection: [Int]) -> String {
    var output: [UInt8] = []
    var row: Int32 = -1
    for index in selection {
      let line = outline.lines[index]
      let here = dataRow(of: line)
      if !output.isEmpty {
        if here >= 0, here == row {
          output += [32, UInt8(ascii: "|"), 32]
        } else {
          output.append(10)
        }
      }
      row = here
      output += outline.bytes(line)
    }
    return String(decoding: output, as: UTF8.self)
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
}
