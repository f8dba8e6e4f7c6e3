import PantauRecords
import PantauRules
import PantauText

/// Reads tables: lines of as many cells each, of which one names a region and others hold numbers, below a line that says what the columns
/// count, or none.
///
/// Linear in the tokens of lines that hold amounts of a rule with the constant `cell`.
struct TableReader {
  /// What a column holds.
  private struct Column {
    enum Kind { case value, whole, share, none }
    var kind = Kind.value
    /// The token with which its head tells a stage.
    var heading: Int?
    var unit: Term?
  }

  let labels: Labels
  let reading: Reading

  /// Puts the amounts of tables in the place of all others of their lines. What lies in a cell and in no table stays where it has a noun.
  func read(_ found: inout [Quantity]) {
    for table in tables(holding: found) { read(table, &found) }
    found.removeAll { isCell($0) && !$0.isListItem && $0.unit == nil }
  }

  private func isCell(_ quantity: Quantity) -> Bool { labels.constants[quantity.rule].cell }

  /// The rows of each table, from the first one with an amount on.
  private func tables(holding found: [Quantity]) -> [[TableRow]] {
    var tables: [[TableRow]] = []
    for quantity in found where isCell(quantity) && quantity.sentence > tables.last?.last?.sentence ?? -1 {
      guard var last = TableRow(quantity.sentence, in: reading) else { continue }
      var rows = [last]
      while last.sentence + 1 < reading.text.text.sentences.count,
        let next = TableRow(last.sentence + 1, in: reading), last.goesOn(with: next)
      {
        rows.append(next)
        last = next
      }
      if rows.count >= 2 { tables.append(rows) }
    }
    return tables
  }

  // MARK: - One table

  private func read(_ rows: [TableRow], _ found: inout [Quantity]) {
    let lines = rows[0].sentence..<rows[0].sentence + rows.count
    let columns = columns(above: rows[0])
    let amounts = rows.flatMap { row in self.amounts(of: row, columns, in: found) }
    guard !amounts.isEmpty else { return }
    found.removeAll { lines.contains($0.sentence) }
    found.insert(contentsOf: amounts, at: found.firstIndex { $0.sentence >= lines.upperBound } ?? found.count)
  }

  /// What the line right above the first one with amounts says of the columns.
  private func columns(above row: TableRow) -> [Column] {
    let plain = Array(repeating: Column(), count: row.cells.count)
    guard row.sentence > 0, let head = TableRow(row.sentence - 1, in: reading), head.goesOn(with: row)
    else { return plain }
    return head.cells.map(column)
  }

  private func column(headedBy cell: Range<Int>) -> Column {
    var column = Column()
    for token in cell {
      if column.heading == nil, reading.match(labels.stage, at: token) != nil { column.heading = token }
      if column.unit == nil, let unit = reading.match(labels.unit, at: token) {
        column.unit = labels.amounts.units[unit]?.term
      }
    }
    let kinds = cell.compactMap { token in
      reading.match(labels.tableHeads, at: token).flatMap { labels.amounts.tableHeads[$0] }
    }
    if kinds.contains(.none) {
      column.kind = .none
    } else if kinds.contains(.share) {
      column.kind = .share
    } else if column.heading == nil, kinds.contains(.whole) {
      column.kind = .whole
    }
    return column
  }

  /// The amounts of a line whose place is known, in the order of the columns: each with the whole and the share told beside it.
  private func amounts(of row: TableRow, _ columns: [Column], in found: [Quantity]) -> [Quantity] {
    guard let region = region(of: row) else { return [] }
    let told = amounts(of: row.sentence, in: found)
    var amounts: [Quantity] = []
    var whole: Quantity?
    var shares: [Quantity] = []
    for (cell, column) in zip(row.cells, columns) where column.kind != .none {
      guard var amount = told.first(where: { isCell($0) && cell.contains($0.anchor) }) else { continue }
      (amount.region, amount.isListItem, amount.heading) = (region, true, column.heading)
      amount.unit = amount.unit ?? column.unit
      let isShare =
        column.kind == .share || amount.value == nil
        || column.heading == nil && isShare(amount, of: amounts.last)
      if isShare {
        (amount.percent, amount.value) = (amount.percent ?? amount.value, nil)
        shares.append(amount)
      } else if column.kind == .whole {
        whole = amount
      } else {
        amounts.append(amount)
      }
    }
    if whole == nil { whole = takeWhole(from: &amounts) }
    for index in amounts.indices where amounts[index].of == nil {
      if let value = amounts[index].value, let of = whole?.value, value <= of { amounts[index].of = of }
      amounts[index].unit = amounts[index].unit ?? whole?.unit
    }
    for share in shares where !add(share, to: &amounts) { amounts.append(share) }
    return amounts
  }

  /// What was found in a sentence, in logarithmic time: amounts stand in the order of the text.
  private func amounts(of sentence: Int, in found: [Quantity]) -> ArraySlice<Quantity> {
    var (low, high) = (0, found.count)
    while low < high {
      let middle = (low + high) / 2
      if found[middle].sentence < sentence { low = middle + 1 } else { high = middle }
    }
    return found[low...].prefix { $0.sentence == sentence }
  }

  /// "62/63 | 98": whether a number without a noun is the share of the part before it.
  private func isShare(_ amount: Quantity, of part: Quantity?) -> Bool {
    guard let part, part.of != nil, let share = part.share, amount.of == nil, amount.unit == nil,
      let value = amount.value
    else { return false }
    return abs(share - value) < 1
  }

  /// "40 | 51": takes out the greater of two numbers of which nothing tells what they count, as the whole of the other.
  private func takeWhole(from amounts: inout [Quantity]) -> Quantity? {
    guard amounts.count == 2, let first = amounts[0].value, let second = amounts[1].value,
      amounts.allSatisfy({ $0.heading == nil && $0.of == nil && $0.unit == nil })
    else { return nil }
    return amounts.remove(at: first > second ? 0 : 1)
  }

  /// Gives a share to the amount whose part of its whole it is, or that stands right before it; false where it is one of its own.
  private func add(_ share: Quantity, to amounts: inout [Quantity]) -> Bool {
    guard let percent = share.percent, !amounts.isEmpty else { return false }
    let fitting = amounts.indices.last { index in
      guard amounts[index].of != nil, let own = amounts[index].share else { return false }
      return abs(own - percent) <= 1
    }
    let before = amounts.indices.last { amounts[$0].anchor < share.anchor && amounts[$0].percent == nil }
    guard let index = fitting ?? before else { return false }
    amounts[index].percent = percent
    return true
  }

  /// The region that a line's first cell with a name names.
  private func region(of row: TableRow) -> Int? {
    for cell in row.cells {
      for token in cell {
        if let match = reading.match(labels.region, at: token) {
          return reading.qualified(Int(match.payload), at: token)
        }
      }
    }
    return nil
  }
}
