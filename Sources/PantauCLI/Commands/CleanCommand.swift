internal import ArgumentParser
internal import PantauPipeline

/// `pantau clean`: pages to articles.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Finds the article on each page.",
    discussion: """
      EXAMPLES
        pantau clean page.html
        pantau clean pages/ 'more/*.html.gz' > articles.jsonl
        pantau clean page.html --format markdown --links

      Writes one JSON object a line: the article record up to its body, then what the page
      says of itself (page), which lines are headings, items, rows or quotes (blocks), and
      with --links where its words lead. As text or Markdown, articles follow one another.
      """)

  /// How articles are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, text, markdown

    var form: ArticleForm {
      switch self {
      case .json: .json
      case .text: .text
      case .markdown: .markdown
      }
    }
  }

  @OptionGroup var inputs: InputArguments

  @Option(help: ArgumentHelp("json, text or markdown.", valueName: "format"))
  var format: Format = .json

  @Flag(help: "Keep the links of the text (json and markdown).")
  var links = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if links, format == .text {
      throw ValidationError("--links has no place in plain text; take json or markdown.")
    }
  }

  func run() throws {
    try options.perform { console in
      try LineRun(
        try options.setup(), goal: .cleaned(format.form, keepsLinks: links), jobs: options.threads
      )
      .write(inputs.inputs, console: console)
    }
  }
}

/// Documents that a command reads.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Folders, files, patterns, or '-' for JSON lines on standard input.",
      discussion: """
        Reads .html, .htm, .txt and .md, each also .gz; .warc and .warc.gz; folders that 'fetch' filled; .jsonl holds a
        document a line.
        """,
      valueName: "input"),
    completion: .file())
  var inputs: [String]
}
