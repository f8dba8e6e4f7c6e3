public import PantauRecords

/// Lines as time lines.
public enum HistoryText {
  private static let width = 48

  /// For each line its figures, a sparkline of reports above one of the target line, and what happened, oldest first.
  public static func text(_ lines: [TrackLine], asOf: CalendarDate, style: TextStyle = .plain) -> String {
    lines.map { line in
      LineHead.text(line, style: style) + sparklines(line, asOf, style) + "\n" + entries(line, style)
    }.joined(separator: "\n")
  }

  private static func entries(_ line: TrackLine, _ style: TextStyle) -> String {
    let rows = TimeLine(line).entries.map { entry in
      [
        entry.day?.description ?? "day unknown", entry.evidence == nil ? "▸ " + entry.kind : entry.kind,
        entry.text, entry.evidence.map { TerminalText.safe(EvidenceText.paper($0.article)) } ?? "",
      ]
    }
    return PlainTable([.init("Day"), .init("What"), .init(""), .init("Source")], rows: rows).text(indent: 2)
  }

  /// Two rows of blocks on one scale, with their last levels; empty where there are not two days.
  private static func sparklines(_ line: TrackLine, _ asOf: CalendarDate, _ style: TextStyle) -> String {
    guard let found = line.assessment else { return "" }
    let days = (found.reports.map(\.day) + found.line.map(\.day) + [asOf]).filter { $0 <= asOf }
    guard let first = days.min(), let last = days.max(), first < last else { return "" }
    let levels = found.reports.map(\.level) + found.line.map(\.level)
    guard let top = levels.max(), top > 0 else { return "" }
    func row(_ name: String, _ level: (CalendarDate) -> Double?) -> [String] {
      let blocks = Sparkline.text(days: first...last, width: width, top: top, level: level)
      let now = level(last).map { FigureText.level($0, isShare: found.isShare) } ?? "–"
      return [name, style.show(blocks, name == "reported" ? .green : .dim), now]
    }
    var rows: [[String]] = []
    if !found.reports.isEmpty {
      rows.append(row("reported") { day in found.reports.last { $0.day <= day }?.level })
    }
    if !found.line.isEmpty { rows.append(row("target line") { found.level(on: $0) }) }
    rows.append(["", "\(first)" + String(repeating: " ", count: max(1, width - 20)) + "\(last)", ""])
    return "\n" + PlainTable([.init(""), .init(""), .init("")], rows: rows).text(indent: 2, hasTitles: false)
  }

  private static let columns = [
    "id", "day", "kind", "text", "value", "deadline", "paper", "published", "speaker", "article", "quote",
    "start", "end",
  ]

  /// CSV with a header, one row for each entry of the time lines.
  public static func csv(_ lines: [TrackLine]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(columns.map(CSVWriter.Cell.text))
    for line in lines {
      for entry in TimeLine(line).entries {
        let evidence = entry.evidence
        csv.row([
          .text(line.id), .init(entry.day?.description), .text(entry.kind), .text(entry.text),
          .init(entry.value), .init(entry.deadline?.description),
          .init(evidence.map { EvidenceText.paper($0.article) }),
          .init(evidence?.article.published?.description), .init(evidence?.speaker),
          .init(evidence?.article.id), .init(evidence?.quote),
          evidence.map { .integer($0.codePoints.start) } ?? .empty,
          evidence.map { .integer($0.codePoints.end) } ?? .empty,
        ])
      }
    }
    return csv.take()
  }

  /// A table in Markdown for each line.
  public static func markdown(_ lines: [TrackLine]) -> String {
    lines.map { line in
      let title = [line.region ?? "–", line.stage].map(MarkdownTable.escaped).joined(separator: ", ")
      let rows = TimeLine(line).entries.map { entry in
        [
          entry.day?.description ?? "–", entry.kind, entry.text,
          entry.evidence.map { EvidenceText.paper($0.article) } ?? "",
        ]
      }
      let status = MarkdownTable.escaped("\(line.status.rawValue): \(StatusReason.text(line))")
      return "### \(title)\n\n\(status)\n\n"
        + MarkdownTable.text([.init("Day"), .init("What"), .init("Figure"), .init("Source")], rows: rows)
    }.joined(separator: "\n")
  }
}
