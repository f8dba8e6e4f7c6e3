internal import PantauRecords

/// A column of the terminal's table.
enum TextColumn: CaseIterable {
  case region, programme, stage, target, deadline, reported, date, progress, status, unit, sources

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
    default: nil
    }
  }

  /// Whether the cells may be cut.
  var isElastic: Bool { self == .region || self == .programme || self == .stage }

  func cell(of line: TrackLine) -> String {
    switch self {
    case .region: line.region ?? "–"
    case .programme: line.programme
    case .stage: line.stage
    case .target: line.target.map { amount($0) } ?? "–"
    case .deadline: line.target?.deadline?.description ?? "–"
    case .reported: line.actual.map { amount($0, beside: line.target?.value) } ?? "–"
    case .date: line.actual?.date?.description ?? "–"
    case .progress: line.progress.map(IndonesianNumber.percent(ofShare:)) ?? "–"
    case .status: line.status.rawValue
    case .unit: (line.target?.unit ?? line.actual?.unit ?? "–").replacingUnderscores
    case .sources: IndonesianNumber.string(Double(line.sourceCount))
    }
  }

  /// `64`, `≥ 64`, `7.564 of 8.563`, `50 %` or `all`; a target without any is `–`. A denominator that is the target
  /// beside it is not repeated.
  private func amount(_ figure: TrackLine.Figure, beside target: Double? = nil) -> String {
    let sign =
      switch figure.bound {
      case "min": "≥ "
      case "max": "≤ "
      case "about": "± "
      default: ""
      }
    if let value = figure.value {
      let whole = figure.of.flatMap { $0 == target ? nil : " of " + IndonesianNumber.string($0) } ?? ""
      return sign + IndonesianNumber.string(value) + whole
    }
    if let percent = figure.percent { return sign + IndonesianNumber.string(percent) + " %" }
    return figure.all ? "all" : "–"
  }
}

extension String {
  /// `urban village` for `urban_village`.
  fileprivate var replacingUnderscores: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "_" ? " " : $0 }))
  }
}
