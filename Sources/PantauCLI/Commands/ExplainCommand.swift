internal import ArgumentParser
internal import PantauPipeline
internal import PantauRecords

/// `pantau explain`: what the rules make of a sentence.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows what the rules make of a sentence, and why.",
    discussion: """
      EXAMPLES
        pantau explain "Sudah 48 dari 64 kelurahan di Kota Batam membentuk koperasi."
        pantau explain --date 2025-05-26 "Targetnya rampung sebelum 15 Juni."
        pantau explain --format json "…" | jq .statements
        pantau explain --why-not quantity/x-of-y "Baru 48 dari sekian kelurahan."

      Shows the tokens, what lexicons and rules found, what became of numbers, dates, regions
      and officials, and for each field of a statement the rule or the weighed features that
      gave it, with the rivals that lost. Weights are those of rules/extract/weights.tsv.

      With --why-not, for each sentence how that rule fared: how far its pattern came and what
      it wanted there, which 'unless' forbade the match, or which rule took its place.
      """)

  /// How the explanation is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("The sentence, or several.", valueName: "sentence"))
  var sentence: String

  @Option(help: ArgumentHelp("The article's headline.", valueName: "headline"))
  var title: String?

  @Option(help: ArgumentHelp("The article's day, YYYY-MM-DD; relative dates need it.", valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp("Show only why this rule does or does not match.", valueName: "rule"))
  var whyNot: String?

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var subjects: ProgrammeOptions
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let date, CalendarDate(iso: date) == nil {
      throw ValidationError("--date takes a day as YYYY-MM-DD, not '\(date)'.")
    }
    if sentence.utf8.allSatisfy({ $0 <= 32 }) { throw ValidationError("the sentence is empty.") }
  }

  func run() throws {
    try options.perform { _ in
      let explainer = try Explainer(try options.setup(programmes: subjects.programme))
      let day = date.flatMap { CalendarDate(iso: $0) }
      let output = OutputFile.standardOutput()
      switch (whyNot, format) {
      case (let rule?, _):
        try output.write(
          explainer.whyNot(rule, sentence, title: title, day: day, isJSON: format == .json))
      case (nil, .text): try output.write(explainer.text(sentence, title: title, day: day))
      case (nil, .json): try output.write(explainer.json(sentence, title: title, day: day))
      }
      try output.flush()
      return 0
    }
  }
}
