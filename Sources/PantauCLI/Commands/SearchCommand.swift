internal import ArgumentParser
internal import PantauExport
internal import PantauPipeline
internal import PantauStore

/// `pantau search`: full-text search over headlines, bodies and quotes.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds articles and quotes by their words.",
    discussion: """
      EXAMPLES
        pantau search "akta notaris" --store out/ledger.sqlite
        pantau search '"badan hukum" bupati' --store out/ledger.sqlite
        pantau search 'gudang* -gerai' --store out/ledger.sqlite --limit 50 --format json

      All words must occur; "words in quotation marks" stand together, word* is the
      beginning of a word, -word must not occur. Case and accents do not count. The
      best articles come first, each with a snippet and the statements whose quote
      matches, with the ID that 'pantau evidence' takes. The first search after a merge
      adds the new articles to the index.
      """)

  /// How the result is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("What to look for.", valueName: "words"))
  var words: [String]

  @OptionGroup var file: StoreOption

  @Option(help: ArgumentHelp("Articles to show.", valueName: "n"))
  var limit = 20

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var colour: ColourOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit takes a number from 1.") }
    if SearchQuery(words.joined(separator: " ")) == nil {
      throw ValidationError("name at least one word that must occur.")
    }
  }

  func run() throws {
    try options.perform { console in
      guard let query = SearchQuery(words.joined(separator: " ")) else { return 0 }
      let result = try file.open().search(query, limit: limit) { missing in
        console.note("indexing \(Phrase.count(missing, "article")), which is done once")
      }
      if result.missing > 0 {
        console.note(
          "\(Phrase.count(result.missing, "article")) not searched: the ledger cannot be written now")
      }
      try write(result)
      let shown = result.count > result.hits.count ? ", the best \(result.hits.count) shown" : ""
      console.note("\(Phrase.count(result.count, "article")) found\(shown)")
      return 0
    }
  }

  private func write(_ result: SearchResult) throws {
    let output = OutputFile.standardOutput()
    switch format {
    case .text:
      try output.write(SearchText.text(result, width: Environment.terminalWidth, style: colour.style))
    case .json: try output.write(SearchText.json(result))
    }
    try output.flush()
  }
}
