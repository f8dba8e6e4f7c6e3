internal import ArgumentParser
internal import PantauPipeline

/// `pantau gazetteer import`: the official code table into the user's data folder.
struct GazetteerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads the official code table, for districts and villages.",
    discussion: """
      EXAMPLES
        pantau gazetteer import wilayah.sql
        pantau gazetteer import codes.csv.gz --gazetteer codes.csv

      Reads an SQL dump with ('11.01','Name') or CSV lines 11.01,Name; either may be
      compressed with gzip. Writes the user's data folder (XDG_DATA_HOME, else
      ~/.local/share)/pantau/gazetteer.csv, where every command finds it, or the file that
      --gazetteer names.
      """)

  @Argument(
    help: ArgumentHelp("The table: .sql or .csv, also .gz.", valueName: "file"),
    completion: .file(extensions: ["sql", "csv", "gz"]))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.perform { console in
      guard let target = options.gazetteer ?? GazetteerLocation.userFile else { throw NoDataFolder() }
      let summary = try GazetteerImport.run(from: file, to: target)
      for (level, count) in summary.counts {
        console.note("\(count) \(GazetteerImportCommand.plural(of: level, count))")
      }
      console.note("written to \(target)")
      return 0
    }
  }

  /// "urban_village", 2: "urban villages".
  private static func plural(of level: String, _ count: Int) -> String {
    let noun = level.split(separator: "_").joined(separator: " ")
    guard count != 1 else { return noun }
    return noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
  }
}

/// There is no place to write to.
private struct NoDataFolder: Error, CustomStringConvertible {
  var description: String {
    "neither XDG_DATA_HOME nor HOME is set; name the file to write with --gazetteer FILE"
  }
}
