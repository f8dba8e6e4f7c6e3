internal import ArgumentParser
internal import PantauPipeline

/// `pantau rules diff`: what a change of rules does to facts.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows which facts two folders of rules read differently.",
    discussion: """
      EXAMPLES
        pantau rules diff rules/ mine/ pages/
        git worktree add ../before && pantau rules diff ../before/rules rules/ pages/
        pantau rules diff rules/ mine/ pages/ --format json | jq 'select(.change == "lost")'

      A '+' leads a fact that only the new rules find, '-' one that only the old rules find,
      '~' one that both find with other fields, each with its sentence. Facts are regions,
      officials, deadlines, statements and checks.
      """)

  /// How the differences are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("The folder of rules before.", valueName: "old"), completion: .directory)
  var old: String

  @Argument(help: ArgumentHelp("The folder of rules after.", valueName: "new"), completion: .directory)
  var new: String

  @OptionGroup var inputs: InputArguments

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format: Format = .text

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let comparison = try RuleComparison(
        old: try options.setup(rulesIn: old), new: try options.setup(rulesIn: new))
      let output = OutputFile.standardOutput()
      var counts = RuleDifferenceCounts()
      var failed = 0
      try comparison.run(inputs: inputs.inputs, jobs: options.threads) { outcome in
        counts.add(outcome)
        if let failure = outcome.failure {
          failed += 1
          console.failure(failure)
        }
        switch format {
        case .text: try output.write(outcome.text)
        case .json: try output.write(outcome.json)
        }
        console.progress(counts.documents + failed)
      }
      try output.flush()
      console.note(
        counts.documents + failed == 0
          ? LineRun.nothingFound
          : "\(counts.gained) gained, \(counts.lost) lost, \(counts.changed) changed in \(counts.differing) of "
            + Phrase.count(counts.documents, "document"))
      return failed
    }
  }
}
