internal import ArgumentParser
internal import PantauPipeline

/// `pantau rules profile`: hits and cost of every rule.
struct RulesProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Shows how often each rule matches in articles, and what it costs.",
    discussion: """
      EXAMPLES
        pantau rules profile pages/
        pantau rules profile pages/ --format json | jq 'select(.hits == 0).rule'

      Hits are matches that stayed, lost ones those that an 'unless' or a better match took
      away; tries are tokens at which the rule can begin, steps the elements of its pattern
      that were held against a token. The time is that of the rule alone in its phase, the
      least of three runs; hits, lost, tries and steps are the same in every run.
      """)

  /// How the figures are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @OptionGroup var inputs: InputArguments

  @Option(help: ArgumentHelp("table or json.", valueName: "format"))
  var format: Format = .table

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let profile = try RuleProfile(
        try options.setup(), inputs: inputs.inputs, onProgress: { console.progress($0) })
      for failure in profile.failures { console.failure(failure) }
      let output = OutputFile.standardOutput()
      if profile.documents > 0 {
        switch format {
        case .table: try output.write(profile.table)
        case .json: try output.write(profile.json)
        }
      }
      try output.flush()
      let found = profile.documents > 0 || !profile.failures.isEmpty
      console.note(found ? Phrase.count(profile.documents, "document") : LineRun.nothingFound)
      return profile.failures.count
    }
  }
}
