internal import ArgumentParser
internal import PantauPipeline

/// `pantau gazetteer lookup`: all regions of a name.
struct GazetteerLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Prints all regions of a name, a short form, a label or a code.",
    discussion: """
      EXAMPLES
        pantau gazetteer lookup Batam
        pantau gazetteer lookup "Kota Malang"
        pantau gazetteer lookup 21.71 --format json

      Exit status 1 where no region is found.
      """)

  /// How the regions are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Argument(help: ArgumentHelp("A region's name, in any case.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("table or json.", valueName: "format"))
  var format: Format = .table

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      let setup = try options.setup()
      let lookup = RegionLookup(name, in: setup)
      let output = OutputFile.standardOutput()
      switch format {
      case .table: if !lookup.isEmpty { try output.write(lookup.table) }
      case .json: try output.write(lookup.json)
      }
      try output.flush()
      guard lookup.isEmpty else { return 0 }
      let hint = setup.hasImportedRegions ? "" : "; districts and villages need 'pantau gazetteer import'"
      console.error("no region is called '\(name)'\(hint)")
      return 1
    }
  }
}
