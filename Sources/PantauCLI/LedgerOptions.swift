internal import ArgumentParser
internal import PantauExport
internal import PantauPipeline
internal import PantauRecords
internal import PantauStore

/// Which ledger to read, and which part of it as of which day.
struct LedgerOptions: ParsableArguments {
  @OptionGroup var file: StoreOption

  @Option(
    help: ArgumentHelp(
      "Only this region and those within it: a name, a label or a code.", valueName: "region"))
  var region: String?

  @Option(help: ArgumentHelp("Only this stage: formed, incorporated, operating, …", valueName: "stage"))
  var stage: String?

  @Option(help: ArgumentHelp("Only this programme, by its name in rules/programmes.", valueName: "programme"))
  var programme: String?

  @Option(
    help: ArgumentHelp(
      "What was known on this day, YYYY-MM-DD; deadlines are judged from it (default: today).",
      valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "What the ledger held at this moment: a day, or YYYY-MM-DDTHH:MM with seconds and zone if wanted (UTC).",
      valueName: "time"))
  var knownAt: String?

  func validate() throws {
    if let knownAt, LedgerTime(knownAt) == nil {
      throw ValidationError("--known-at takes a day or a moment as YYYY-MM-DDTHH:MM, not '\(knownAt)'.")
    }
    if let asOf, CalendarDate(iso: asOf) == nil {
      throw ValidationError("--as-of takes a day as YYYY-MM-DD, not '\(asOf)'.")
    }
    if let stage, ProgrammeStage(rawValue: stage) == nil {
      let stages = ProgrammeStage.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no stage '\(stage)'; the stages are \(stages).")
    }
  }

  /// The day from which deadlines are judged.
  var day: CalendarDate { asOf.flatMap { CalendarDate(iso: $0) } ?? Environment.today }

  /// The statements that the options ask for.
  var filter: StatementFilter {
    StatementFilter(
      region: region, stage: stage, programme: programme, knownAt: knownAt.flatMap { LedgerTime($0) })
  }
}

/// The ledger's file.
struct StoreOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The ledger that 'pantau run' or 'pantau merge' made.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var store: String

  /// Opens the ledger; one that is not there is not made.
  func open() throws -> LedgerStore { try LedgerStore.existing(at: store) }
}

/// Whether standard output gets colours.
struct ColourOption: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(
    help: ArgumentHelp(
      "Colours: auto (on a terminal, unless NO_COLOR is set), always or never.", valueName: "when"))
  var color: Choice = .auto

  var style: TextStyle {
    switch color {
    case .always: .ansi
    case .never: .plain
    case .auto: Environment.hasColour ? .ansi : .plain
    }
  }
}
