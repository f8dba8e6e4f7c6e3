internal import PantauRecords

/// Figures as people read them.
enum FigureText {
  /// `64`, `≥ 64`, `7.564 of 8.563`, `50 %`, `all` or `all (64)`; a figure without amount is `–`. A denominator that
  /// equals `target` is not repeated.
  static func amount(_ figure: TrackLine.Figure, beside target: Double? = nil) -> String {
    if let value = figure.value {
      let whole = figure.of.flatMap { $0 == target ? nil : " of " + IndonesianNumber.string($0) } ?? ""
      return sign(figure.bound) + IndonesianNumber.string(value) + whole
    }
    if let percent = figure.percent { return sign(figure.bound) + IndonesianNumber.string(percent) + " %" }
    guard figure.all else { return "–" }
    return "all" + (figure.whole.map { " (\(IndonesianNumber.string($0)))" } ?? "")
  }

  static func sign(_ bound: String?) -> String {
    switch bound {
    case "min": "≥ "
    case "max": "≤ "
    case "about": "± "
    default: ""
    }
  }

  /// A level of the target line: a number of units or a share.
  static func level(_ level: Double, isShare: Bool) -> String {
    isShare ? IndonesianNumber.percent(ofShare: level) : IndonesianNumber.string(level, decimals: 1)
  }

  /// `urban village` for `urban_village`.
  static func words(_ identifier: String) -> String {
    String(decoding: identifier.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// "1 day", "12 days".
  static func days(_ number: Int) -> String { "\(abs(number)) day\(abs(number) == 1 ? "" : "s")" }
}
