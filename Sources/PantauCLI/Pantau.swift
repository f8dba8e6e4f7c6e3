public import ArgumentParser
internal import PantauPipeline

/// The program's root command.
public struct Pantau: ParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "pantau",
    abstract: "Reads Indonesian news and keeps a ledger of what was promised and what was reached.",
    discussion: """
      EXAMPLES
        pantau run articles/ --out out             from a folder of pages to a table
        pantau fetch sources.yaml --into pages     from feeds and sitemaps to pages
        pantau extract page.html                   one page's record, as JSON
        pantau clean pages/ | pantau extract -     stage by stage
        pantau track --store out/ledger.sqlite     targets against achievements
        pantau evidence 21.71/formed --store …     the sentences behind a line
        pantau report --store … --out page.html    the ledger as one page
        pantau search "akta notaris" --store …     articles and quotes by their words
        pantau doctor --store out/ledger.sqlite    is the ledger sound?
        pantau judge list --store out/ledger.sqlite who was taken for whom, and why
        pantau export --store out/ledger.sqlite    all of it, as JSON lines
        pantau explain "Sudah 12 desa …"           which rules gave which fields
        pantau rules check                         is anything wrong with the rules?
        pantau gazetteer import wilayah.sql        add districts and villages

      EXIT STATUS
        0 all done; 1 done, but some inputs failed; 2 could not start;
        64 wrong usage; 130 interrupted
      """,
    version: Setup.version,
    subcommands: [
      RunCommand.self, FetchCommand.self, CleanCommand.self, ExtractCommand.self, MergeCommand.self,
      TrackCommand.self, EvidenceCommand.self, ReportCommand.self, SearchCommand.self, JudgeCommand.self,
      ExportCommand.self, DoctorCommand.self,
      ExplainCommand.self, RulesCommand.self, GazetteerCommand.self,
    ])

  /// What the argument parser starts from.
  public init() {}
}
