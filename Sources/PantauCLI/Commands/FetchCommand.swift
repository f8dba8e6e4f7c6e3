internal import ArgumentParser
internal import PantauExport
internal import PantauFetch
internal import PantauPipeline
internal import PantauRecords
internal import PantauRules

/// `pantau fetch`: from addresses, feeds, sitemaps and archives to pages.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Brings in pages from the web, from archives and from folders.",
    discussion: """
      EXAMPLES
        pantau fetch https://example.org/news-sitemap.xml --into pages
        pantau fetch https://example.org/ --discover --since 2025-05-01 --into pages
        pantau fetch addresses.txt crawl.warc.gz --into pages
        pantau fetch sources.yaml --into pages --every 30m --match "koperasi merah putih"
        pantau fetch sources.yaml --dry-run
        pantau fetch --into pages                  what an earlier run left
        pantau fetch --into pages --retry-failed
        pantau fetch --status pages

      A source is an address, a feed, a sitemap, a file or standard input ('-') with
      addresses, a web archive, a folder, or a sources.yaml. Pages are kept as WARC 1.1;
      'pantau run', 'clean' and 'extract' read the folder. Run it again: what is stored
      is not asked again, and a run that was stopped goes on.
      """)

  @Argument(
    help: ArgumentHelp("Addresses, files, folders, sources.yaml, or '-' for addresses.", valueName: "source"),
    completion: .file())
  var sources: [String] = []

  @Option(
    help: ArgumentHelp("Keep pages in this folder; it is made where it is missing.", valueName: "dir"),
    completion: .directory)
  var into: String?

  @Option(
    help: ArgumentHelp("Print how each address of this folder ended, and do nothing else.", valueName: "dir"),
    completion: .directory)
  var status: String?

  @Flag(help: "Print the pages that would be asked; ask feeds and sitemaps only.")
  var dryRun = false

  @Option(help: ArgumentHelp("Look again after this time: 90s, 30m, 6h, 1d.", valueName: "time"))
  var every: String?

  @OptionGroup var fetching: FetchArguments
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if status != nil { return }
    if into == nil, !dryRun { throw ValidationError("Say where pages go, with --into DIR.") }
    if let every, SourceList.seconds(every) == nil {
      throw ValidationError("--every takes a time such as 30m, not '\(every)'.")
    }
    if sources.isEmpty, into == nil { throw ValidationError("Name a source.") }
  }

  func run() throws {
    try options.perform { console in
      if let status { return try FetchCommand.show(status, console) }
      let summary = try fetching.fetch(
        sources, into: into, every: every.flatMap { SourceList.seconds($0) }, isDry: dryRun, console: console)
      return summary.failed
    }
  }

  /// One line for each address: state, reason, address, message, between tabs.
  private static func show(_ folder: String, _ console: Console) throws -> Int {
    let status = try FetchStatus(folder: folder)
    let output = OutputFile.standardOutput()
    for line in status.lines {
      let fields = [line.state.rawValue, line.reason, line.address, line.message]
      try output.write(fields.map(TerminalText.safe).joined(separator: "\t") + "\n")
    }
    try output.flush()
    console.note(FetchArguments.text(status.counts))
    return 0
  }
}
