internal import ArgumentParser

/// `pantau gazetteer`: the regions that the program knows.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Adds districts and villages, and looks regions up.",
    discussion: """
      EXAMPLES
        pantau gazetteer import wilayah.sql
        pantau gazetteer lookup Batam

      Provinces, regencies and cities are part of the rules. Districts and villages come from
      the official code table (Kemendagri), once it is imported.
      """,
    subcommands: [GazetteerImportCommand.self, GazetteerLookupCommand.self])
}
