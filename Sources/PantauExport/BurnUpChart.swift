internal import PantauRecords

/// A line's reports over time against its target line, as SVG.
struct BurnUpChart {
  private static let size = (width: 640.0, height: 240.0)
  private let found: TrackLine.Assessment
  private let line: TrackLine
  private let asOf: CalendarDate
  private let scale: ChartScale

  /// Nil where there are not two days to draw between.
  init?(_ line: TrackLine, asOf: CalendarDate) {
    guard let found = line.assessment else { return nil }
    let days = found.reports.map(\.day) + found.line.map(\.day)
    guard let first = days.min(), let last = days.max(), first < last else { return nil }
    self.found = found
    self.line = line
    self.asOf = asOf
    let levels = found.reports.map(\.level) + found.line.map(\.level) + [found.promised ?? 0]
    scale = ChartScale(
      days: first...max(last, asOf <= last.adding(days: 45) ? asOf : last), highest: levels.max() ?? 1,
      frame: (64, 34, BurnUpChart.size.width - 24, BurnUpChart.size.height - 26))
  }

  func write(to html: inout HTMLWriter) {
    html.element(
      "svg", .init("class", "chart"), .init("role", "img"), .init("aria-label", description),
      .init("viewBox", "0 0 \(Self.number(BurnUpChart.size.width)) \(Self.number(BurnUpChart.size.height))")
    ) { html in
      grid(&html)
      mark(asOf, "today", "as of", &html)
      if let deadline = line.target?.deadline { mark(deadline, "deadline", "deadline", &html) }
      targetLine(&html)
      reports(&html)
    }
  }

  private var description: String {
    "Reports against the target line, \(scale.days.lowerBound) to \(scale.days.upperBound): "
      + StatusReason.text(line)
  }

  private func grid(_ html: inout HTMLWriter) {
    for level in scale.levels {
      let y = scale.y(level)
      rule(from: (scale.frame.left, y), to: (scale.frame.right, y), "grid", &html)
      let label = FigureText.level(level, isShare: found.isShare)
      text(label, at: (scale.frame.left - 6, y + 4), "tick end", &html)
    }
    for tick in scale.ticks {
      let x = scale.x(tick.day)
      rule(from: (x, scale.frame.bottom), to: (x, scale.frame.bottom + 4), "grid", &html)
      text(tick.label, at: (x, scale.frame.bottom + 18), "tick middle", &html)
    }
  }

  private func mark(_ day: CalendarDate, _ style: String, _ label: String, _ html: inout HTMLWriter) {
    guard scale.days.contains(day) else { return }
    let x = scale.x(day)
    // The labels stand above the frame, one below the other, so that neither hides a line nor the other.
    let top = style == "today" ? 16.0 : 2
    rule(from: (x, top), to: (x, scale.frame.bottom), style, &html)
    let isRight = x > (scale.frame.left + scale.frame.right) / 2
    text(label, at: (x + (isRight ? -4 : 4), top + 10), "note " + (isRight ? "end" : "start"), &html)
  }

  private func targetLine(_ html: inout HTMLWriter) {
    guard let last = found.line.last else { return }
    var points = found.line.map { (scale.x($0.day), scale.y($0.level)) }
    points.append((scale.x(scale.days.upperBound), scale.y(last.level)))
    polyline(points, "target", &html)
  }

  private func reports(_ html: inout HTMLWriter) {
    var newest: [(day: CalendarDate, level: Double)] = []
    for report in found.reports {
      if newest.last?.day == report.day { newest.removeLast() }
      newest.append((report.day, report.level))
    }
    if newest.count > 1 { polyline(newest.map { (scale.x($0.day), scale.y($0.level)) }, "reports", &html) }
    for report in found.reports {
      html.element(
        "circle", .init("class", report == found.reached ? "dot newest" : "dot"),
        .init("cx", Self.number(scale.x(report.day))), .init("cy", Self.number(scale.y(report.level))),
        .init("r", report == found.reached ? "5" : "3.5")
      ) { html in
        let level = FigureText.level(report.level, isShare: found.isShare)
        html.element("title", text: "\(report.day): \(level)")
      }
    }
  }

  private func rule(
    from start: (Double, Double), to end: (Double, Double), _ style: String, _ html: inout HTMLWriter
  ) {
    html.element(
      "line", .init("class", style), .init("x1", Self.number(start.0)), .init("y1", Self.number(start.1)),
      .init("x2", Self.number(end.0)), .init("y2", Self.number(end.1)))
  }

  private func polyline(_ points: [(Double, Double)], _ style: String, _ html: inout HTMLWriter) {
    let list = points.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
    html.element("polyline", .init("class", style), .init("points", list))
  }

  private func text(
    _ text: String, at place: (Double, Double), _ style: String, _ html: inout HTMLWriter
  ) {
    html.element(
      "text", .init("class", style), .init("x", Self.number(place.0)), .init("y", Self.number(place.1)),
      text: text)
  }

  /// One decimal, with a point.
  private static func number(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
