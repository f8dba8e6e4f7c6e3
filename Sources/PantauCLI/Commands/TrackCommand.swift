internal import ArgumentParser
internal import PantauExport
internal import PantauPipeline
internal import PantauRecords
internal import PantauStore

/// `pantau track`: targets against achievements.
struct TrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track",
    abstract: "Prints targets against achievements, by region, programme and stage.",
    discussion: """
      EXAMPLES
        pantau track --store out/ledger.sqlite
        pantau track --store out/ledger.sqlite --region "Kota Batam" --as-of 2025-06-30
        pantau track --store out/ledger.sqlite --stage formed --format csv > formed.csv

      A line shows the newest target with its deadline, the newest report, and what they
      say as of a day: met, late, under way, no report, or reported without a target.
      """)

  /// How the table is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  @Option(
    help: ArgumentHelp("The ledger that 'pantau run' or 'pantau merge' made.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var store: String

  @Option(
    help: ArgumentHelp(
      "Only this region and those within it: a name, a label or a code.", valueName: "region"))
  var region: String?

  @Option(help: ArgumentHelp("Only this stage: formed, incorporated, operating, …", valueName: "stage"))
  var stage: String?

  @Option(help: ArgumentHelp("Only this programme, by its name in rules/programmes.", valueName: "programme"))
  var programme: String?

  @Option(
    help: ArgumentHelp("Judge deadlines as of this day, YYYY-MM-DD (default: today).", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("table, csv or json.", valueName: "format"))
  var format: Format = .table

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let asOf, CalendarDate(iso: asOf) == nil {
      throw ValidationError("--as-of takes a day as YYYY-MM-DD, not '\(asOf)'.")
    }
    if let stage, ProgrammeStage(rawValue: stage) == nil {
      let stages = ProgrammeStage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no stage '\(stage)'; the stages are \(stages).")
    }
  }

  func run() throws {
    try options.perform { console in
      guard FileSystem.exists(store) else { throw MissingLedger(path: store) }
      let ledger = try LedgerStore(path: store)
      let day = asOf.flatMap { CalendarDate(iso: $0) } ?? Environment.today
      let filter = StatementFilter(region: region, stage: stage, programme: programme)
      let lines = try ledger.track(filter, asOf: day, setup: try options.setup())
      try TrackCommand.write(lines, format)
      if lines.isEmpty { console.note("the ledger holds no such statement") }
      return 0
    }
  }

  /// Writes the table to standard output, as wide as the terminal where that is one.
  static func write(_ lines: [TrackLine], _ format: Format) throws {
    let output = OutputFile.standardOutput()
    switch format {
    case .table where lines.isEmpty: break
    case .table: try output.write(TrackTable.text(lines, width: Environment.terminalWidth))
    case .csv: try output.write(TrackTable.csv(lines))
    case .json: try output.write(TrackTable.json(lines))
    }
    try output.flush()
  }
}

/// There is no ledger to read.
private struct MissingLedger: Error, CustomStringConvertible {
  var path: String
  var description: String { "\(path): there is no ledger; make one with 'pantau run' or 'pantau merge'" }
}
