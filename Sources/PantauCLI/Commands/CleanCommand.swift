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

      Writes one JSON object a line: the article record up to its body.
      """)

  @OptionGroup var inputs: InputArguments
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      try LineRun(try options.setup(), goal: .article, jobs: options.threads)
        .write(inputs.inputs, console: console)
    }
  }
}

/// Documents that a command reads.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Folders, files, patterns, or '-' for JSON lines on standard input.",
      discussion: "Reads .html, .htm, .txt and .md, each also .gz; .jsonl holds a document a line.",
      valueName: "input"),
    completion: .file())
  var inputs: [String]
}
