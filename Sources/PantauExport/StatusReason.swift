internal import PantauRecords

/// The numbers that led to a line's status, in a sentence.
enum StatusReason {
  static func text(_ line: TrackLine) -> String {
    guard let target = line.target else { return "no target is known for what was reported" }
    guard let found = line.assessment else { return "" }
    switch line.status {
    case .met, .metLate: return met(line, target, found)
    case .onTrack, .behind: return besideLine(found)
    case .overdue: return overdue(line, target, found)
    case .noReport: return noReport(found)
    case .contradicted: return contradicted(line, found)
    case .underWay:
      return target.deadline == nil
        ? "the target has no deadline" : "the report cannot be set beside the target"
    case .reported: return ""
    }
  }

  private static func met(
    _ line: TrackLine, _ target: TrackLine.Figure, _ found: TrackLine.Assessment
  ) -> String {
    let amount = line.actual.map { FigureText.amount($0, beside: target.value) } ?? ""
    guard let day = found.metOn else { return "\(amount) reported" }
    let first = "reported as reached (\(amount)) for \(day)"
    guard let deadline = found.firstDeadline ?? target.deadline else { return first }
    let name = deadline == target.deadline ? "the deadline" : "the first deadline (\(deadline))"
    let days = deadline.dayNumber - day.dayNumber
    if days == 0 { return first + ", the day of \(name)" }
    return first + ", \(FigureText.days(days)) \(days > 0 ? "before" : "after") \(name)"
  }

  private static func besideLine(_ found: TrackLine.Assessment) -> String {
    guard let reached = found.reached, let expected = found.expected else { return "" }
    let (level, line) = (
      FigureText.level(reached.level, isShare: found.isShare),
      FigureText.level(expected, isShare: found.isShare)
    )
    return "\(level) for \(reached.day), when the target line stood at \(line)" + left(found)
  }

  private static func left(_ found: TrackLine.Assessment) -> String {
    guard let left = found.daysLeft else { return "" }
    if left == 0 { return "; the deadline is this day" }
    return left < 0 ? "; the deadline passed \(FigureText.days(left)) ago" : "; \(FigureText.days(left)) left"
  }

  private static func overdue(
    _ line: TrackLine, _ target: TrackLine.Figure, _ found: TrackLine.Assessment
  ) -> String {
    let amount = line.actual.map { FigureText.amount($0, beside: target.value) } ?? "–"
    return "\(amount) in the newest report, against a target of \(FigureText.amount(target))" + left(found)
  }

  private static func noReport(_ found: TrackLine.Assessment) -> String {
    guard let age = found.reportAge else { return "nothing was reported" + left(found) }
    return "the newest report is \(FigureText.days(age)) old" + left(found)
  }

  private static func contradicted(_ line: TrackLine, _ found: TrackLine.Assessment) -> String {
    guard let pair = found.contradiction, let claim = line.evidence[pair.claim].figure,
      let rival = line.evidence[pair.rival].figure
    else { return "" }
    func said(_ figure: TrackLine.Figure) -> String {
      FigureText.amount(figure) + (figure.date.map { " for \($0)" } ?? "")
    }
    return "\(said(claim)) in one article, \(said(rival)) in another"
  }
}
