internal import ArgumentParser
internal import PantauPipeline

/// `pantau rules check`: every fault of a folder of rules.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lists every fault of the rules, and what in them does nothing.",
    discussion: """
      EXAMPLES
        pantau rules check
        pantau rules check --rules mine/ --strict

      Each with file, line, column and a guess at what was meant: unknown keys, labels, macros
      and columns, broken patterns, rules without both kinds of examples. Warnings: macros,
      word lists and rules that nothing uses, elements that can never be found, rules that
      another one always beats, files that nobody reads.

      Exit status 1 where there is a fault, or with --strict a warning.
      """)

  @Flag(help: "Take warnings for faults.")
  var strict = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let inspection = RuleInspection(try options.setup())
      let output = OutputFile.standardOutput()
      for error in inspection.faults + inspection.warnings { try output.write("\(error)\n") }
      try output.flush()
      console.note(
        "\(Phrase.count(inspection.faults.count, "fault")), "
          + Phrase.count(inspection.warnings.count, "warning"))
      return inspection.faults.count + (strict ? inspection.warnings.count : 0)
    }
  }
}
