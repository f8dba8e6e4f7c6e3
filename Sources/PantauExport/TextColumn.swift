internal import PantauRecords

/// A column of the terminal's table.
enum TextColumn: CaseIterable {
  case region, programme, stage, target, deadline, reported, date, progress, status, unit, sources, id

  var title: String {
    switch self {
    case .region: "Region"
    case .programme: "Programme"
    case .stage: "Stage"
    case .target: "Target"
    case .deadline: "Deadline"
    case .reported: "Reported"
    case .date: "As of"
    case .progress: "Progress"
    case .status: "Status"
    case .unit: "Unit"
    case .sources: "Sources"
    case .id: "ID"
    }
  }

  var isNumber: Bool {
    switch self {
    case .target, .reported, .progress, .sources: true
    default: false
    }
  }

  /// The order in which columns go where the terminal is narrow; nil for those that stay.
  var goesAs: Int? {
    switch self {
    case .unit: 0
    case .sources: 1
    case .date: 2
    case .id: 3
    default: nil
    }
  }

  /// Whether the cells may be cut.
  var isElastic: Bool { self == .region || self == .programme || self == .stage }

  /// The cell's text; where the table `isOnly` of one programme, the identifier does not name it.
  func cell(of line: TrackLine, isOnly: Bool) -> String {
    switch self {
    case .region: line.region.map(TerminalText.safe) ?? "–"
    case .programme: line.programme
    case .stage: line.stage
    case .target: line.target.map { FigureText.amount($0) } ?? "–"
    case .deadline: line.target?.deadline?.description ?? "–"
    case .reported: line.actual.map { line.range ?? FigureText.amount($0, beside: line.target?.value) } ?? "–"
    case .date: line.actual?.date?.description ?? "–"
    case .progress: line.progress.map(IndonesianNumber.percent(ofShare:)) ?? "–"
    case .status: line.status.rawValue
    case .unit: FigureText.words(line.target?.unit ?? line.actual?.unit ?? "–")
    case .sources: line.voices(short: true)
    case .id: isOnly ? line.shortID : line.id
    }
  }

  func emphasis(of line: TrackLine) -> TextStyle.Emphasis? { self == .status ? line.status.emphasis : nil }
}
