internal import ArgumentParser
internal import PantauFetch
internal import PantauPipeline
internal import PantauStore

/// `pantau run`: the whole line into a folder.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Takes pages through the whole line and prints targets against achievements.",
    discussion: """
      EXAMPLES
        pantau run pages/ --out out
        pantau run pages/ 'crawl/*.html.gz' --out out --jobs 4
        cat pages.jsonl | pantau run - --out out
        pantau run sources.yaml https://example.org/feed.xml --out out

      Writes articles.jsonl, statements.csv and ledger.sqlite, and prints the tracking
      table. Run it again: what is done is not done twice, and a run that was killed
      is finished. Addresses, lists of addresses and a sources.yaml are fetched into
      pages/ of the output folder first, as 'pantau fetch' does.
      """)

  @OptionGroup var inputs: InputArguments

  @Option(
    help: ArgumentHelp("Write to this folder; it is made where it is missing.", valueName: "dir"),
    completion: .directory)
  var out: String

  @OptionGroup var subjects: ProgrammeOptions
  @OptionGroup var fetching: FetchArguments
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let setup = try options.setup(programmes: subjects.programme)
      let (web, local) = FetchRun.split(inputs.inputs)
      var documents = local
      var unfetched = 0
      if !web.isEmpty {
        let pages = RunFolder(out).pages
        unfetched = try fetching.fetch(web, into: pages, console: console).failed
        documents.append(pages)
      }
      let summary = try RunFolder(out).run(
        inputs: documents, setup: setup, jobs: options.threads, onFailure: console.failure,
        onProgress: console.progress)
      console.note(summary.documents == 0 ? LineRun.nothingFound : RunCommand.text(summary))
      let files = RunFolder(out)
      let lines = try LedgerStore(path: files.ledger).track(asOf: Environment.today, setup: setup)
      try TrackCommand.write(lines, .table)
      console.note("results: \(files.articles), \(files.statements), \(files.ledger)")
      return summary.failed + unfetched
    }
  }

  /// What a run did, in one line.
  static func text(_ summary: RunFolder.Summary) -> String {
    let good = summary.documents - summary.failed
    let failed = summary.failed > 0 ? "; \(Phrase.count(summary.failed, "input")) failed" : ""
    guard summary.isChanged else {
      return "nothing to do: \(good) of \(Phrase.count(good, "article")) were done already" + failed
    }
    return "\(Phrase.count(good, "article")): \(summary.made) new, \(summary.reused) done already" + failed
  }
}
