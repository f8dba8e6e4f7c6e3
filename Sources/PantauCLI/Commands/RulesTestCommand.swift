internal import ArgumentParser
internal import PantauPipeline
internal import PantauRules

/// `pantau rules test`: the rules' own examples.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Holds every example against its rule alone, and against all rules.",
    discussion: """
      EXAMPLES
        pantau rules test
        pantau rules test quantity/x-of-y date/month
        pantau rules test --rules mine/

      For each example that does not hold: the text with what was expected and found marked
      below it, the fields that differ, and which rule or 'unless' took the match away or how
      far the pattern came. A text that must not match, and that only another rule keeps from
      matching, is a warning.

      Exit status 1 where an example does not hold.
      """)

  @Argument(help: ArgumentHelp("Rules to test; all without any.", valueName: "rule"))
  var rules: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let trial = try RuleTrial(try options.setup())
      let faults = try trial.faults(of: rules)
      let output = OutputFile.standardOutput()
      for fault in faults { try output.write("\(fault)\n\n") }
      try output.flush()
      let failed = faults.count { $0.severity == .fault }
      let warnings = faults.count - failed
      console.note(
        "\(Phrase.count(trial.exampleCount(of: rules), "example")), alone and together: "
          + (failed == 0 ? "all hold" : Phrase.count(failed, "fault"))
          + (warnings == 0 ? "" : ", \(Phrase.count(warnings, "warning"))"))
      return failed
    }
  }
}
