internal import ArgumentParser
internal import PantauPipeline
internal import PantauRecords
internal import PantauStore

/// `pantau judge`: decisions on who and what is one.
struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract:
      "Lists, makes and undoes decisions on which names are one person and which articles one report.",
    discussion: """
      EXAMPLES
        pantau judge list --store out/ledger.sqlite
        pantau judge different p08f56c7 p4a02a1ec --store out/ledger.sqlite
        pantau judge undo d51c3a0f --store out/ledger.sqlite

      What you decide goes before the rules, and every later run respects it.
      """,
    subcommands: [JudgeSame.self, JudgeDifferent.self, JudgeList.self, JudgeUndo.self])
}

/// What every subcommand of `judge` takes.
struct JudgeOptions: ParsableArguments {
  @OptionGroup var file: StoreOption
  @OptionGroup var options: GlobalOptions

  /// A decision in one line.
  static func text(_ decision: Decision) -> String {
    "\(decision.verdict.rawValue): \(decision.left.label) (\(decision.left.id)) and "
      + "\(decision.right.label) (\(decision.right.id))"
  }
}

/// Two parties to judge.
struct JudgedPair: ParsableArguments {
  @Argument(help: "Identifier of a name, a person or an article, or its first characters.")
  var one: String
  @Argument(help: "The other's.")
  var other: String
  @OptionGroup var judging: JudgeOptions

  /// Judges them, and says what was decided.
  func judge(_ verdict: Decision.Verdict) throws {
    try judging.options.perform { console in
      let rules = try judging.options.setup().merger
      let decision = try judging.file.open().judge(verdict, one, other, rules: rules)
      console.note("\(JudgeOptions.text(decision)); undo it with 'pantau judge undo \(decision.id)'")
      return 0
    }
  }
}

/// `pantau judge same`.
struct JudgeSame: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same", abstract: "Two names are one person, or two articles one report.",
    discussion: """
      EXAMPLES
        pantau judge same p08f56c7 p4a02a1ec --store out/ledger.sqlite
      """)

  @OptionGroup var pair: JudgedPair

  func run() throws { try pair.judge(.same) }
}

/// `pantau judge different`.
struct JudgeDifferent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "different", abstract: "Two names are two persons, or two articles two reports.",
    discussion: """
      EXAMPLES
        pantau judge different p08f56c7 p4a02a1ec --store out/ledger.sqlite
      """)

  @OptionGroup var pair: JudgedPair

  func run() throws { try pair.judge(.different) }
}

/// `pantau judge list`.
struct JudgeList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Prints all decisions with their reasons and scores, one a line.",
    discussion: """
      EXAMPLES
        pantau judge list --store out/ledger.sqlite
        pantau judge list --store out/ledger.sqlite --withdrawn | grep user

      Columns: identifier, who decided, verdict, score, reason, one side, the other side.
      """)

  @Flag(help: "Also those that no longer hold.")
  var withdrawn = false
  @OptionGroup var judging: JudgeOptions

  func run() throws {
    try judging.options.perform { _ in
      let ledger = try judging.file.open()
      let setup = try judging.options.setup()
      let links = try ledger.reports(setup: setup).flatMap(\.members).flatMap(\.links)
      let output = OutputFile.standardOutput()
      for decision in try ledger.decisions(withdrawn: withdrawn) + links {
        let cells = [
          decision.id, decision.author.rawValue,
          decision.verdict.rawValue + (decision.withdrawnAt == nil ? "" : " (withdrawn)"),
          JudgeList.text(decision.score), decision.reason, "\(decision.left.id) \(decision.left.label)",
          "\(decision.right.id) \(decision.right.label)",
        ]
        try output.write(cells.joined(separator: "\t") + "\n")
      }
      try output.flush()
      return 0
    }
  }

  /// Two decimals.
  private static func text(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

/// `pantau judge undo`.
struct JudgeUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes a decision back; of the rules' decisions the opposite holds from now on.",
    discussion: """
      EXAMPLES
        pantau judge undo d51c3a0f --store out/ledger.sqlite
      """)

  @Argument(help: "The decision's identifier, or its first characters.")
  var decision: String
  @OptionGroup var judging: JudgeOptions

  func run() throws {
    try judging.options.perform { console in
      let ledger = try judging.file.open()
      let setup = try judging.options.setup()
      let links = try ledger.reports(setup: setup).flatMap(\.members).flatMap(\.links)
      let undone: Decision
      if let link = links.first(where: { $0.id.hasPrefix(decision) }) {
        try ledger.judge(.different, link.left.id, link.right.id, rules: setup.merger)
        undone = link
      } else {
        undone = try ledger.undo(decision, rules: setup.merger)
      }
      console.note("undone: \(JudgeOptions.text(undone))")
      return 0
    }
  }
}
