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
        pantau track --store ledger.sqlite
        pantau track --store ledger.sqlite --region "Kota Batam" --as-of 2025-06-30
        pantau track --store ledger.sqlite --status overdue --sort deadline
        pantau track --store ledger.sqlite --deadline-before 2025-08-01 --speaker bupati
        pantau track --store ledger.sqlite --region 21.71 --stage formed --history
        pantau track --store ledger.sqlite --roll-up
        pantau track --store ledger.sqlite --stage formed --format csv > formed.csv

      A line shows the newest target with its deadline, the newest report, and how
      they stand as of a day; 9–15 are rival figures for that day. Sources 3+2 are three
      independent voices and two articles that only repeat one (copies, rewrites, the
      same site again). The ID leads to the sentences: pantau evidence ID.

      STATUS: the first of these that holds
      \(TrackCommand.rubric)

      \(TrackCommand.convention)
      """)

  /// How the table is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, markdown
  }

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Show each line as a time line: promises, reports, corrections, and how they run.")
  var history = false

  @Flag(help: "Show what the parts of each region add up to, beside its own figure.")
  var rollUp = false

  @Option(help: ArgumentHelp("table, csv, json or markdown.", valueName: "format"))
  var format: Format = .table

  @OptionGroup var colour: ColourOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if history, rollUp { throw ValidationError("--history and --roll-up exclude each other.") }
  }

  func run() throws {
    try options.perform { console in
      let setup = try options.setup()
      let lines = try ledger.file.open().track(
        ledger.filter, asOf: ledger.day, selection: selection.selection, setup: setup)
      if lines.isEmpty { console.note("the ledger holds no such statement") }
      if rollUp {
        try write(lines.rollUps(setup: setup))
      } else if history {
        try writeHistory(of: lines)
      } else {
        try TrackCommand.write(lines, format, style: colour.style)
      }
      return 0
    }
  }

  /// Writes the table to standard output, as wide as the terminal where that is one.
  static func write(_ lines: [TrackLine], _ format: Format, style: TextStyle = .plain) throws {
    let output = OutputFile.standardOutput()
    switch format {
    case .table where lines.isEmpty: break
    case .table: try output.write(TrackTable.text(lines, width: Environment.terminalWidth, style: style))
    case .csv: try output.write(TrackTable.csv(lines))
    case .json: try output.write(TrackTable.json(lines))
    case .markdown: try output.write(TrackTable.markdown(lines))
    }
    try output.flush()
  }

  private func writeHistory(of lines: [TrackLine]) throws {
    let output = OutputFile.standardOutput()
    switch format {
    case .table: try output.write(HistoryText.text(lines, asOf: ledger.day, style: colour.style))
    case .csv: try output.write(HistoryText.csv(lines))
    case .json: try output.write(TrackTable.json(lines))
    case .markdown: try output.write(HistoryText.markdown(lines))
    }
    try output.flush()
  }

  private func write(_ rollUps: [RollUp]) throws {
    let output = OutputFile.standardOutput()
    switch format {
    case .table where rollUps.isEmpty: break
    case .table: try output.write(RollUpTable.text(rollUps))
    case .csv: try output.write(RollUpTable.csv(rollUps))
    case .json: try output.write(RollUpTable.json(rollUps))
    case .markdown: try output.write(RollUpTable.markdown(rollUps))
    }
    try output.flush()
  }

  /// The rubric, one status a paragraph, for help of 80 columns.
  private static let rubric = StatusRules.all.map { rule in
    let name = rule.status.rawValue.padded(to: 13)
    return HelpText.wrapped("\(rule.text)", indent: 15, first: "  " + name)
  }.joined(separator: "\n")

  private static let convention = HelpText.wrapped(StatusRules.line, indent: 0, first: "")
}
