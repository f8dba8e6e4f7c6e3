internal import PantauRecords

/// Judges a line by the published rubric (see the design note, "Status").
struct StatusRubric {
  /// Days after which a report says nothing about today.
  static let freshness = 90
  /// Days after the deadline for which an article that names no day still counts as in time.
  static let grace = 7

  let asOf: CalendarDate

  /// The line's status.
  func status(of line: TrackLine) -> TrackLine.Status {
    guard let target = line.target, let found = line.assessment else { return .reported }
    guard let actual = line.actual else { return .noReport }
    if found.contradiction != nil { return .contradicted }
    if let progress = line.progress, progress >= 1, actual.bound != "max" {
      return isInTime(line, found) ? .met : .metLate
    }
    guard let deadline = target.deadline else { return .underWay }
    if deadline < asOf { return .overdue }
    guard let reached = found.reached, let expected = found.expected else { return .underWay }
    // A level is worked out by division: what is on the line must not fall below it by the last bit.
    guard reached.level >= expected - abs(expected) * 1e-9 else { return .behind }
    return (found.reportAge ?? 0) > StatusRubric.freshness ? .noReport : .onTrack
  }

  /// Whether the first report that shows the target as reached is for a day up to the first deadline: one that slips
  /// does not turn late into in time.
  private func isInTime(_ line: TrackLine, _ found: TrackLine.Assessment) -> Bool {
    guard let deadline = found.firstDeadline, let day = found.metOn, day > deadline else { return true }
    let isShortAfterwards = found.reports.contains { report in
      report.day > deadline && report.day < day && report.level < found.promised ?? 0
    }
    if isShortAfterwards { return false }
    let names = found.reports.contains { report in
      report.day == day && line.evidence[report.evidence].figure?.isDated == true
    }
    return !names && day.dayNumber - deadline.dayNumber <= StatusRubric.grace
  }
}
