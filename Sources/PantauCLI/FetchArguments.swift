internal import ArgumentParser
internal import PantauExport
internal import PantauFetch
internal import PantauPipeline
internal import PantauRecords

/// How pages are fetched: the options of `fetch`, and of `run` where it is given addresses.
struct FetchArguments: ParsableArguments {
  @Flag(help: "Take addresses for front pages, and find their feeds and sitemaps.")
  var discover = false

  @Option(help: ArgumentHelp("Leave out what a listing dates before this day.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only titles with all these words; may be repeated.", valueName: "words"))
  var match: [String] = []

  @Option(help: ArgumentHelp("Ask at most so many pages; the others wait for the next run.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Send at most so many requests to one host.", valueName: "n"))
  var perHost: Int?

  @Option(help: ArgumentHelp("Seconds between two requests to one host.", valueName: "seconds"))
  var delay = 1.0

  @Option(help: ArgumentHelp("Requests at once, one to each host.", valueName: "n"))
  var connections = 16

  @Flag(help: "Ask again what failed or was refused.")
  var retryFailed = false

  @Flag(help: "Ask stored pages whether they have changed.")
  var refresh = false

  @Option(help: ArgumentHelp("Connect to this host or network although it is not public.", valueName: "host"))
  var allowHost: [String] = []

  @Option(
    help: ArgumentHelp("An address by which sites reach you (or PANTAU_CONTACT).", valueName: "contact"))
  var contact: String?

  func validate() throws {
    if let since, CalendarDate(iso: since) == nil {
      throw ValidationError("--since takes a day as YYYY-MM-DD, not '\(since)'.")
    }
    if !(1...256).contains(connections) {
      throw ValidationError("--connections takes a number from 1 to 256.")
    }
    if !(0...3600).contains(delay) { throw ValidationError("--delay takes seconds from 0 to 3600.") }
    for (name, value) in [("--limit", limit), ("--per-host", perHost)] where (value ?? 1) < 1 {
      throw ValidationError("\(name) takes a number from 1.")
    }
  }

  /// Fetches, says what was done, and ends the command where the user stopped it.
  func fetch(
    _ arguments: [String], into folder: String?, every: Double? = nil, isDry: Bool = false, console: Console
  ) throws -> FetchSummary {
    var run = FetchRun(options: choices, folder: folder, every: every)
    run.options.isDry = isDry
    let sources = try FetchRun.sources(arguments, discovers: discover)
    if run.options.contact == nil, sources.contains(where: \.isOnTheWeb) {
      console.note("no contact is named; sites like to know whom to write to: --contact")
    }
    Interruption.waitForCommand()
    let output = OutputFile.standardOutput()
    let summary = try run.run(sources, listener: listener(console, output)) { look, next in
      console.endProgress()
      console.note(FetchArguments.text(look, isDry: isDry, next: next))
    }
    try output.flush()
    guard summary.isInterrupted else { return summary }
    console.note(
      "stopped; the same command goes on: \(Phrase.count(summary.waiting, "address", "addresses")) left")
    throw ExitStatus.interrupted.error
  }

  private var choices: FetchOptions {
    var options = FetchOptions(product: "pantau/\(Setup.version)")
    options.contact = contact ?? Environment.value("PANTAU_CONTACT")
    options.connections = connections
    options.delay = delay
    options.hostBudget = perHost
    options.limit = limit
    options.since = since.flatMap { CalendarDate(iso: $0) }
    options.match = match
    options.retriesFailed = retryFailed
    options.refreshes = refresh
    options.allowedHosts = allowHost
    options.certificates = Environment.value("SSL_CERT_FILE")
    return options
  }

  private func listener(_ console: Console, _ output: OutputFile) -> Fetcher.Listener {
    var listener = Fetcher.Listener()
    listener.failure = console.failure
    listener.isInterrupted = { Interruption.isRequested }
    listener.progress = { console.progress(FetchArguments.bar($0), logged: true) }
    listener.wouldAsk = { address, title, day in
      let title = title.map(TerminalText.safe) ?? ""
      try output.write("\(TerminalText.safe(address))\t\(day?.description ?? "")\t\(title)\n")
    }
    return listener
  }

  // MARK: - Sentences

  private static func bar(_ progress: FetchProgress) -> String {
    let total = max(1, progress.done + progress.waiting + progress.active)
    let width = 20
    let filled = width * progress.done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    let rate = Int((progress.rate * 10).rounded())
    return "[\(bar)] \(progress.done) done, \(progress.failed) failed, \(rate / 10).\(rate % 10)/s, "
      + "\(progress.waiting + progress.active) left"
  }

  static func text(_ summary: FetchSummary, isDry: Bool, next: Double?) -> String {
    var text =
      isDry
      ? "nothing was kept" : summary.done == 0 ? "nothing to do" : FetchArguments.text(summary.states)
    if summary.leftOut > 0 { text += "; \(summary.leftOut) left out by --since or --match" }
    if summary.waiting > 0 { text += "; \(summary.waiting) wait for the next run" }
    text += "; \(Phrase.count(summary.requests, "request")) in \(Int(summary.seconds.rounded())) s"
    if let next { text += "; next look in \(Int(next.rounded())) s" }
    return text
  }

  /// `12 stored, 3 failed`.
  static func text(_ states: [FetchState: Int]) -> String {
    FetchState.allCases.compactMap { state in states[state].map { "\($0) \(state.rawValue)" } }
      .joined(separator: ", ")
  }
}
