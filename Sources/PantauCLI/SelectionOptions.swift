internal import ArgumentParser
internal import PantauPipeline
internal import PantauRecords

/// Which lines of the table to show, and in which order.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only lines of this status, with hyphens for spaces (met-late); may be repeated.", valueName: "status"))
  var status: [String] = []

  @Option(help: ArgumentHelp("Only lines whose deadline is before this day.", valueName: "date"))
  var deadlineBefore: String?

  @Option(
    help: ArgumentHelp(
      "Only lines of which this speaker says something: a name, in any spelling of the person's, or a part of an office.",
      valueName: "name"))
  var speaker: String?

  @Option(
    help: ArgumentHelp(
      "Sort by region, target, reported, progress, deadline, date, sources or status (the worst first).",
      valueName: "key"))
  var sort: String = TrackSelection.Key.region.rawValue

  @Flag(help: "Sort the other way round.")
  var descending = false

  func validate() throws {
    _ = try selection
  }

  /// What the options choose.
  var selection: TrackSelection {
    get throws {
      var selection = TrackSelection()
      selection.statuses = Set(try status.map(SelectionOptions.status))
      if let deadlineBefore {
        guard let day = CalendarDate(iso: deadlineBefore) else {
          throw ValidationError("--deadline-before takes a day as YYYY-MM-DD, not '\(deadlineBefore)'.")
        }
        selection.deadlineBefore = day
      }
      guard let key = TrackSelection.Key(rawValue: sort) else {
        let keys = TrackSelection.Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("there is no sort key '\(sort)'; the keys are \(keys).")
      }
      selection.key = key
      selection.isDescending = descending
      selection.speaker = speaker
      return selection
    }
  }

  private static func status(_ word: String) throws -> TrackLine.Status {
    let found = TrackLine.Status.allCases.first { $0.word == word || $0.rawValue == word }
    if let found { return found }
    let words = TrackLine.Status.allCases.map(\.word).joined(separator: ", ")
    throw ValidationError("there is no status '\(word)'; the statuses are \(words).")
  }
}
