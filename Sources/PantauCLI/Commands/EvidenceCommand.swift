internal import ArgumentParser
internal import PantauExport
internal import PantauPipeline
internal import PantauRecords
internal import PantauStore

/// `pantau evidence`: the sentences behind a line or a cell.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Prints every sentence behind a line of the table, or behind one cell of it.",
    discussion: """
      EXAMPLES
        pantau evidence 21.71/formed --store out/ledger.sqlite
        pantau evidence 21.71/formed/target --store out/ledger.sqlite
        pantau evidence koperasi-merah-putih/ID/built --store out/ledger.sqlite --format json
        pantau evidence 3f0c9a1be2d84e77 --store out/ledger.sqlite

      An ID is what 'pantau track' shows beside a line: region and stage, and the programme
      before it where there are several. /target, /deadline, /reported or /progress behind
      it asks for one cell. The identifier of a fact or of an article works as well: it
      prints the sentences of that fact or article. Each sentence comes with paper, day,
      speaker, and the place where it stands: Unicode code points in headline, line feed,
      body.
      """)

  @Argument(help: ArgumentHelp("Lines, cells, facts or articles.", valueName: "id"))
  var ids: [String]

  @OptionGroup var ledger: LedgerOptions

  @Option(help: ArgumentHelp("table, csv, json or markdown.", valueName: "format"))
  var format: TrackCommand.Format = .table

  @OptionGroup var colour: ColourOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    for id in ids where EvidenceReference(id) == nil {
      throw ValidationError(
        "'\(id)' is no ID; those of lines look like 21.71/formed, see 'pantau track --format csv'.")
    }
  }

  func run() throws {
    try options.perform { console in
      let store = try ledger.file.open()
      let setup = try options.setup()
      var choices: [EvidenceText.Choice] = []
      var missing = 0
      for reference in ids.compactMap(EvidenceReference.init) {
        let lines = try store.track(reference.filter(ledger.filter), asOf: ledger.day, setup: setup)
        let found = reference.lines(of: lines)
        choices += found.map { ($0, reference.places(in: $0)) }
        guard found.isEmpty else { continue }
        missing += 1
        console.error("\(reference.text): the ledger holds no such line, fact or article as of \(ledger.day)")
      }
      try write(choices)
      return missing
    }
  }

  private func write(_ choices: [EvidenceText.Choice]) throws {
    let output = OutputFile.standardOutput()
    switch format {
    case .table:
      try output.write(
        EvidenceText.text(choices, width: Environment.terminalWidth, style: colour.style))
    case .csv: try output.write(EvidenceText.csv(choices))
    case .json: try output.write(EvidenceText.json(choices))
    case .markdown where choices.isEmpty: break
    case .markdown: try output.write(EvidenceText.markdown(choices))
    }
    try output.flush()
  }
}
