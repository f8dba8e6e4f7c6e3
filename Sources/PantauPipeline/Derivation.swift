internal import PantauExport
internal import PantauFetch
internal import PantauRecords
internal import PantauStore

/// Brings `statements.csv` and `ledger.sqlite` to what `articles.jsonl` says.
struct Derivation {
  let folder: OutputFolder
  /// What the files name as the extractor.
  let extractor: String
  let rules: any MergeRules
  let jobs: Int

  private struct Part: Sendable {
    var item: MergeItem
    var rows: [UInt8]
  }

  /// Reads the records once, on `jobs` threads, and passes them on in their order.
  func run() throws {
    let ledger = try LedgerStore(path: folder.ledger)
    let partial = folder.statements + ".partial"
    let csv = try OutputFile(creating: partial)
    try csv.write(StatementsCSV.bytes(of: []))
    let (extractor, path, rules) = (extractor, folder.articles, rules)
    var batch = MergeBatch(ledger, rules)
    let lines = RecordLines(reader: try LineReader(path: path))
    try inOrder(lines, jobs: jobs, work: { $0.map { Derivation.part($0, path, extractor, rules) } }) {
      portion in
      for part in portion {
        guard let part = try part.get() else { continue }
        try csv.write(part.rows)
        try batch.add(part.item)
      }
    }
    _ = try batch.finish()
    try csv.synchronize()
    try folder.replace(folder.statements, with: partial)
    try ledger.close()
  }

  private static func part(
    _ line: Result<LineReader.Line, Failure>, _ path: String, _ extractor: String, _ rules: any MergeRules
  ) -> Result<Part?, Failure> {
    do throws(Failure) {
      guard let reading = try RecordReading(line, path: path) else { return .success(nil) }
      var csv = CSVWriter()
      for statement in reading.record.statementsInContext(extractor: extractor) {
        csv.row(StatementsCSV.cells(of: statement))
      }
      return .success(Part(item: reading.item(reader: extractor, rules), rows: csv.take()))
    } catch {
      return .failure(error)
    }
  }
}
