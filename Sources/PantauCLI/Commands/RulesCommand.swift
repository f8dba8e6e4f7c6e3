internal import ArgumentParser
internal import PantauPipeline

/// `pantau rules`: for those who write rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Checks, tests, measures, compares and describes rules.",
    discussion: """
      EXAMPLES
        pantau rules check                      what is wrong, all at once
        pantau rules test quantity/x-of-y       does the rule do what its examples say?
        pantau rules diff rules/ mine/ pages/   which facts come and go?
        pantau rules profile pages/             which rules find what, and what they cost
        pantau rules docs > rules.md            a reference of all rules

      Every command reads the rules that --rules names, else PANTAU_RULES, else the program's.
      """,
    subcommands: [
      RulesCheckCommand.self, RulesTestCommand.self, RulesProfileCommand.self, RulesDiffCommand.self,
      RulesDocsCommand.self, RulesSchemaCommand.self,
    ])
}
