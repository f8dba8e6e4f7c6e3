internal import ArgumentParser
internal import PantauExport
internal import PantauPipeline
internal import PantauStore

/// `pantau doctor`: whether a ledger is sound.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examines a ledger: file, schema, references, guards, evidence.",
    discussion: """
      EXAMPLES
        pantau doctor --store out/ledger.sqlite
        pantau doctor --store out/ledger.sqlite --format json
        pantau doctor --store out/ledger.sqlite --rebuild-search

      Nothing is changed, unless --rebuild-search asks for a new search index. Each fault
      comes with its remedy.

      EXIT STATUS
        0 sound; 2 a fault by which something shown may be wrong, or no ledger
      """)

  @OptionGroup var file: StoreOption

  @Flag(help: "Make the index of 'pantau search' anew.")
  var rebuildSearch = false

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format: SearchCommand.Format = .text

  @OptionGroup var colour: ColourOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      guard FileSystem.exists(file.store) else { throw NoLedger(path: file.store) }
      if rebuildSearch {
        try file.open().rebuildSearchIndex()
        console.note("the search index was made anew")
      }
      let health = try LedgerExamination(path: file.store).health()
      let output = OutputFile.standardOutput()
      switch format {
      case .text: try output.write(HealthText.text(health, style: colour.style))
      case .json: try output.write(HealthText.json(health))
      }
      try output.flush()
      guard health.isUsable else { throw ExitStatus.unusable.error }
      return 0
    }
  }
}
