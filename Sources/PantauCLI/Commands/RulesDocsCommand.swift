internal import ArgumentParser
internal import PantauPipeline
internal import PantauRules

/// `pantau rules docs`: a reference of all rules.
struct RulesDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Writes a reference of all rules in Markdown.",
    discussion: """
      EXAMPLES
        pantau rules docs > rules.md
        pantau rules docs --rules mine/ | less

      Each rule with its pattern, captures, vetoes and examples, by phase; then the word lists
      and the programmes.
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { _ in
      let output = OutputFile.standardOutput()
      try output.write(try RuleTrial(try options.setup()).reference)
      try output.flush()
      return 0
    }
  }
}

/// `pantau rules schema`: what editors check rule files by.
struct RulesSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes the JSON Schema of a kind of rule file.",
    discussion: """
      EXAMPLES
        pantau rules schema extract > rules/schema/extract.json
        pantau rules schema programme > rules/schema/programme.json

      Editors that know the YAML language server complete and check a rule file whose first
      line is
        # yaml-language-server: $schema=../schema/extract.json
      """)

  /// The kinds of rule files.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case extract, programme
  }

  @Argument(help: ArgumentHelp("extract or programme.", valueName: "kind"))
  var kind: Kind

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { _ in
      let output = OutputFile.standardOutput()
      try output.write(RuleInspection.schema(kind == .extract ? .extract : .programme))
      try output.flush()
      return 0
    }
  }
}
