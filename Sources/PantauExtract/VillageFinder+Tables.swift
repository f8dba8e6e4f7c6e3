import PantauRecords
import PantauRules
import PantauText

/// Names in the columns of tables.
extension VillageFinder {
  /// "Kecamatan | Gerai" and below it "Lumbir | 4", "Wangon | 6": names that fill the cells of a column headed by the word for their level.
  func readTables(in reading: inout Reading, markersAt tokens: [Int32]) {
    var heads: [(column: Int, level: RegionLevel, row: TableRow)] = []
    for token in tokens.lazy.map({ Int($0) })
    where reading.isMark(token - 1, "|") || reading.isMark(token + 1, "|") {
      guard let word = reading.match(labels.villageWords, at: token), let level = level(ofWord: word),
        let row = TableRow(reading.sentence(of: token), in: reading),
        let column = row.cells.firstIndex(where: { $0 == word.range })
      else { continue }
      if heads.last?.row.sentence != row.sentence { heads.append((column, level, row)) }
    }
    guard !heads.isEmpty, let within = regencyLabel(of: &reading) else { return }
    var end = 0
    // A head inside a table is one of its rows.
    for head in heads where head.row.sentence >= end {
      var row = head.row
      while row.sentence + 1 < reading.text.text.sentences.count,
        let next = TableRow(row.sentence + 1, in: reading), row.goesOn(with: next)
      {
        row = next
        end = row.sentence + 1
        let cell = row.cells[head.column]
        guard let name = name(at: cell.lowerBound, in: reading), name == cell, isFree(name, in: reading)
        else {
          continue
        }
        add(head.level, name, name, within: within, isTold: true, to: &reading)
      }
    }
  }
}
