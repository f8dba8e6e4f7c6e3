internal import ArgumentParser
internal import PantauPipeline
internal import PantauRecords
internal import PantauStore

/// `pantau export`: the whole ledger as JSON lines.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints the whole ledger as JSON lines: reports, persons, decisions, facts.",
    discussion: """
      EXAMPLES
        pantau export --store out/ledger.sqlite > ledger.jsonl
        pantau export --store out/ledger.sqlite --as-of 2025-06-30 | jq 'select(.kind == "line")'

      The same articles give the same bytes, in whatever order and portions they were
      merged.
      """)

  @Option(
    help: ArgumentHelp("The ledger that 'pantau run' or 'pantau merge' made.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var store: String

  @Option(help: ArgumentHelp("Only what was published up to this day, YYYY-MM-DD.", valueName: "date"))
  var asOf: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let asOf, CalendarDate(iso: asOf) == nil {
      throw ValidationError("--as-of takes a day as YYYY-MM-DD, not '\(asOf)'.")
    }
  }

  func run() throws {
    try options.perform { _ in
      let ledger = try LedgerStore.existing(at: store)
      let output = OutputFile.standardOutput()
      try LedgerExport(try options.setup()).write(ledger, asOf: asOf.flatMap { CalendarDate(iso: $0) }) {
        try output.write($0)
      }
      try output.flush()
      return 0
    }
  }
}
