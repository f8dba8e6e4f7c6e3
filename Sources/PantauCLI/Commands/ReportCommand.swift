internal import ArgumentParser
internal import PantauExport
internal import PantauPipeline
internal import PantauRecords
internal import PantauStore

/// `pantau report`: the ledger as one HTML page.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes one self-contained HTML page about a region, or about everything.",
    discussion: """
      EXAMPLES
        pantau report --store out/ledger.sqlite --out report.html
        pantau report --store out/ledger.sqlite --region "Kota Batam" --out batam.html
        pantau report --store out/ledger.sqlite --status overdue --out overdue.html
        pantau report --store out/ledger.sqlite --region 33 --as-of 2025-06-30 --out - > jateng.html

      The page holds the tables, a chart of reports against the target line for each
      promise, and every sentence with its place in the article. It needs no script, no
      font and no network, follows the reader's light or dark setting, and prints.
      """)

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp("The page; '-' is standard output.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var out: String

  @Option(help: ArgumentHelp("The page's headline.", valueName: "text"))
  var title: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let store = try ledger.file.open()
      let setup = try options.setup()
      let lines = try store.track(
        ledger.filter, asOf: ledger.day, selection: selection.selection, setup: setup)
      let page = ReportPage(
        title: title ?? "Promised and reported: \(place(setup))", asOf: ledger.day, lines: lines,
        rollUps: lines.rollUps(setup: setup), texts: try store.bodies(of: lines))
      try write(page.html())
      if lines.isEmpty { console.note("the ledger holds no such statement") }
      if out != "-" { console.note("\(Phrase.count(lines.count, "line")) written to \(out)") }
      return 0
    }
  }

  /// What the page is about.
  private func place(_ setup: Setup) -> String {
    ledger.region.map { setup.label(ofCode: $0) ?? $0 } ?? "all regions"
  }

  private func write(_ bytes: [UInt8]) throws {
    if out == "-" {
      let output = OutputFile.standardOutput()
      try output.write(bytes)
      try output.flush()
    } else {
      try OutputFile.replace(out, with: bytes)
    }
  }
}
