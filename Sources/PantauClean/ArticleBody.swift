/// The selected lines as the body has them.
struct BodyText {
  /// Lines with line feeds between them; not yet in normal form C.
  var bytes: [UInt8] = []
  var lines: [BodyLine] = []
  /// Lines of the outline, and where each begins in ``bytes``.
  var pieces: [(line: Int32, start: Int32)] = []

  /// The bytes of a line.
  func range(_ index: Int) -> Range<Int> {
    Int(lines[index].start)..<(index + 1 < lines.count ? Int(lines[index + 1].start) - 1 : bytes.count)
  }

  /// The pieces of a line.
  func pieces(_ index: Int) -> ArraySlice<(line: Int32, start: Int32)> {
    pieces[Int(lines[index].piece)..<(index + 1 < lines.count ? Int(lines[index + 1].piece) : pieces.count)]
  }

  /// The body in normal form C.
  var text: String { composed(String(decoding: bytes, as: UTF8.self)) }
}

/// One line of a body: a line of the page, or the cells of a table's row side by side.
struct BodyLine {
  /// A place in ``BodyText/bytes``.
  var start: Int32
  /// The first of its ``BodyText/pieces``.
  var piece: Int32
  /// It is a row of a table that holds facts.
  var isRow: Bool
}

extension MainText {
  /// The selected lines as the body has them. Linear.
  func bodyText(of selection: [Int]) -> BodyText {
    var body = BodyText()
    body.bytes.reserveCapacity(selection.reduce(0) { $0 + outline.lines[$1].count + 3 })
    var row: Int32 = -1
    var cell: Int32 = -1
    for index in selection {
      let line = outline.lines[index]
      let here = dataRow(of: line)
      let hereCell = here >= 0 ? self.cell(of: line, in: here) : -1
      if here >= 0, here == row {
        if hereCell == cell {
          body.bytes.append(32)
        } else {
          for _ in 0..<cells(here, cell, hereCell) { body.bytes += [32, 124, 32] }
        }
      } else {
        if !body.lines.isEmpty { body.bytes.append(10) }
        body.lines.append(
          BodyLine(start: Int32(body.bytes.count), piece: Int32(body.pieces.count), isRow: here >= 0))
      }
      row = here
      cell = hereCell
      body.pieces.append((Int32(index), Int32(body.bytes.count)))
      body.bytes += outline.bytes(line)
    }
    return body
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
