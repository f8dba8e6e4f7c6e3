public import PantauRecords

/// What parts add up to, in the forms of the tracking table.
public enum RollUpTable {
  static let columns: [PlainTable.Column] = [
    .init("Region"), .init("Programme"), .init("Stage"), .init("Reported", isNumber: true), .init("As of"),
    .init("Sum of parts", isNumber: true), .init("Parts", isNumber: true),
    .init("Difference", isNumber: true), .init("Unit"), .init("Days of the parts"),
  ]

  static func cells(of rollUp: RollUp) -> [String] {
    let parts = IndonesianNumber.string(Double(rollUp.parts))
    let known = rollUp.known.map { " of " + IndonesianNumber.string(Double($0)) } ?? ""
    return [
      rollUp.region.map(TerminalText.safe) ?? rollUp.code ?? "–", rollUp.programme, rollUp.stage,
      rollUp.reported.map { IndonesianNumber.string($0) } ?? "–", rollUp.reportedOn?.description ?? "–",
      IndonesianNumber.string(rollUp.sum), parts + known,
      rollUp.difference.map { ($0 > 0 ? "+" : "") + IndonesianNumber.string($0) } ?? "–",
      FigureText.words(rollUp.unit ?? "–"), days(rollUp.days),
    ]
  }

  private static func days(_ days: ClosedRange<CalendarDate>?) -> String {
    guard let days else { return "–" }
    guard days.lowerBound < days.upperBound else { return days.lowerBound.description }
    return "\(days.lowerBound) to \(days.upperBound)"
  }

  /// A table for a terminal.
  public static func text(_ rollUps: [RollUp]) -> String {
    let shown = shownColumns(rollUps)
    return PlainTable(shown.map { columns[$0] }, rows: rollUps.map { pick(cells(of: $0), shown) }).text()
  }

  /// A table in Markdown.
  public static func markdown(_ rollUps: [RollUp]) -> String {
    let shown = shownColumns(rollUps)
    return MarkdownTable.text(shown.map { columns[$0] }, rows: rollUps.map { pick(cells(of: $0), shown) })
  }

  private static func shownColumns(_ rollUps: [RollUp]) -> [Int] {
    let isOnly = Set(rollUps.map(\.programme)).count <= 1
    return columns.indices.filter { !isOnly || columns[$0].title != "Programme" }
  }

  private static func pick(_ cells: [String], _ shown: [Int]) -> [String] { shown.map { cells[$0] } }

  /// CSV with a header: plain figures, days as `YYYY-MM-DD`.
  public static func csv(_ rollUps: [RollUp]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(
      [
        "programme", "region", "region_code", "stage", "unit", "reported", "reported_on", "sum", "parts",
        "known_parts", "skipped_parts", "difference", "first_day", "last_day",
      ].map(CSVWriter.Cell.text))
    for rollUp in rollUps {
      csv.row([
        .text(rollUp.programme), .init(rollUp.region), .init(rollUp.code), .text(rollUp.stage),
        .init(rollUp.unit), .init(rollUp.reported), .init(rollUp.reportedOn?.description),
        .number(rollUp.sum), .integer(rollUp.parts), rollUp.known.map { .integer($0) } ?? .empty,
        .integer(rollUp.skipped), .init(rollUp.difference), .init(rollUp.days?.lowerBound.description),
        .init(rollUp.days?.upperBound.description),
      ])
    }
    return csv.take()
  }

  /// A JSON array, one object on each row of the file.
  public static func json(_ rollUps: [RollUp]) -> [UInt8] {
    JSONRows.bytes(rollUps) { rollUp, json in write(rollUp, to: &json) }
  }

  private static func write(_ rollUp: RollUp, to json: inout JSONWriter) {
    json.key("programme")
    json.string(rollUp.programme)
    json.key("region")
    json.string(orNull: rollUp.region)
    json.key("region_code")
    json.string(orNull: rollUp.code)
    json.key("stage")
    json.string(rollUp.stage)
    json.key("unit")
    json.string(orNull: rollUp.unit)
    json.key("reported")
    json.number(rollUp.reported)
    json.key("reported_on")
    json.date(rollUp.reportedOn)
    json.key("sum")
    json.number(rollUp.sum)
    json.key("parts")
    json.int(rollUp.parts)
    json.key("known_parts")
    json.number(rollUp.known.map(Double.init))
    json.key("skipped_parts")
    json.int(rollUp.skipped)
    json.key("difference")
    json.number(rollUp.difference)
    json.key("first_day")
    json.date(rollUp.days?.lowerBound)
    json.key("last_day")
    json.date(rollUp.days?.upperBound)
  }
}
