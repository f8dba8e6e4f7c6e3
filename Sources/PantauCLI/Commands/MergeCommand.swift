internal import ArgumentParser
internal import PantauPipeline
internal import PantauStore

/// `pantau merge`: records into a ledger.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Adds article records to a ledger.",
    discussion: """
      EXAMPLES
        pantau merge records.jsonl --store ledger.sqlite
        pantau extract pages/ | pantau merge - --store ledger.sqlite

      The ledger only grows: a record that it holds adds nothing.
      """)

  @Argument(
    help: ArgumentHelp("Files that 'pantau extract' wrote, '-' for standard input.", valueName: "records"),
    completion: .file(extensions: ["jsonl"]))
  var records: [String]

  @Option(
    help: ArgumentHelp("The ledger; it is made where it is missing.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var store: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let ledger = try LedgerStore(path: store)
      let summary = try MergeRun(jobs: options.threads, setup: try options.setup()).run(
        records, into: ledger, onFailure: console.failure, onProgress: console.progress)
      try ledger.close()
      let report = summary.report
      let statements = Phrase.count(report.statementsAdded, "statement")
      console.note(
        "\(Phrase.count(report.articlesAdded, "article")) added, \(report.articlesReread) read anew, "
          + "\(report.articlesKnown) known already; \(statements) added to \(store)")
      return summary.failed
    }
  }
}
