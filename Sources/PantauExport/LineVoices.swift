internal import PantauRecords

/// Who stands behind a line, and what they disagree on.
extension TrackLine {
  /// `3 independent voices, 2 echoes`, or in short `3+2`.
  func voices(short: Bool) -> String {
    let echoes = echoCount
    let (voice, echo) = (IndonesianNumber.string(Double(voiceCount)), IndonesianNumber.string(Double(echoes)))
    if short { return echoes == 0 ? voice : "\(voice)+\(echo)" }
    let all = "\(voice) independent voice\(voiceCount == 1 ? "" : "s")"
    return echoes == 0 ? all : all + ", \(echo) echo\(echoes == 1 ? "" : "es")"
  }

  /// Figures for the day of the newest report that cannot all be true.
  var newestRivals: RivalFigures? {
    guard let actual, let day = actual.date else { return nil }
    return facts?.rivals.last { $0.kind == .actual && $0.day == day && $0.low < $0.high }
  }

  /// `9–15` where the newest figures disagree.
  var range: String? {
    guard let rivals = newestRivals, rivals.isPercent == (actual?.value == nil) else { return nil }
    let unit = rivals.isPercent ? " %" : ""
    return "\(IndonesianNumber.string(rivals.low))–\(IndonesianNumber.string(rivals.high))\(unit)"
  }

  /// Who says which of the newest figures.
  var rivalText: String? { newestRivals.map { TimeLine.voices(of: $0, facts) } }
}
