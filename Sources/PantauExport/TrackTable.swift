public import PantauRecords

/// The tracking table in its forms.
public enum TrackTable {
  /// A table for a terminal: header, rule, one row for each line, ends with a line feed.
  ///
  /// - Parameters:
  ///   - lines: the table's lines, in the order in which they are shown.
  ///   - width: columns of the terminal; nil for as wide as need be.
  ///   - style: whether the terminal shows colours.
  /// - Returns: the table.
  public static func text(_ lines: [TrackLine], width: Int? = nil, style: TextStyle = .plain) -> String {
    let columns = columns(for: lines)
    let isOnly = !columns.contains(.programme)
    let rows = lines.map { line in columns.map { $0.cell(of: line, isOnly: isOnly) } }
    let emphasis = lines.map { line in columns.map { $0.emphasis(of: line) } }
    return TextLayout(columns: columns, rows: rows, emphasis: emphasis, style: style).text(width: width)
  }

  /// A table in Markdown (GitHub's tables), numbers to the right.
  public static func markdown(_ lines: [TrackLine]) -> String {
    let columns = columns(for: lines)
    let isOnly = !columns.contains(.programme)
    return MarkdownTable.text(
      columns.map { PlainTable.Column($0.title, isNumber: $0.isNumber) },
      rows: lines.map { line in columns.map { $0.cell(of: line, isOnly: isOnly) } })
  }

  private static func columns(for lines: [TrackLine]) -> [TextColumn] {
    let programmes = Set(lines.map(\.programme))
    return TextColumn.allCases.filter { $0 != .programme || programmes.count > 1 }
  }

  /// CSV with a header; figures as in the statements, days as `YYYY-MM-DD`, progress from 0 to 1.
  public static func csv(_ lines: [TrackLine]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(csvColumns.map(CSVWriter.Cell.text))
    for line in lines { csv.row(cells(of: line)) }
    return csv.take()
  }

  /// The columns of ``csv(_:)``, in order.
  public static let csvColumns = [
    "programme", "region", "region_code", "within", "stage", "target_value", "target_percent", "target_all",
    "target_bound", "target_unit", "target_published", "target_source", "deadline", "deadline_source",
    "actual_value", "actual_percent", "actual_all", "actual_bound", "actual_of", "actual_unit",
    "actual_date", "actual_source", "progress", "progress_basis", "denominator", "status", "sources", "id",
    "target_whole", "actual_whole", "reason", "promised", "reached", "expected", "expected_now", "is_share",
    "first_deadline", "met_on", "days_left", "report_age",
    "voices", "echoes", "rival_low", "rival_high", "events",
  ]

  private static func cells(of line: TrackLine) -> [CSVWriter.Cell] {
    let (target, actual) = (line.target, line.actual)
    return [
      .text(line.programme), .init(line.region), .init(line.regionCode), .init(line.within),
      .text(line.stage), .init(target?.value), .init(target?.percent),
      target.map { .flag($0.all) } ?? .empty, .init(target?.bound), .init(target?.unit),
      .init(target?.date?.description), .init(line.source(target?.evidence)),
      .init(target?.deadline?.description), .init(line.source(target?.deadlineEvidence)),
      .init(actual?.value), .init(actual?.percent), actual.map { .flag($0.all) } ?? .empty,
      .init(actual?.bound), .init(actual?.of), .init(actual?.unit), .init(actual?.date?.description),
      .init(line.source(actual?.evidence)), .init(line.progress.map(rounded)),
      .init(line.progressBasis?.rawValue), .init(line.denominator), .text(line.status.rawValue),
      .integer(line.sourceCount),
    ] + assessmentCells(of: line)
  }

  private static func assessmentCells(of line: TrackLine) -> [CSVWriter.Cell] {
    let found = line.assessment
    return [
      .text(line.id), .init(line.target?.whole), .init(line.actual?.whole), .text(StatusReason.text(line)),
      .init(found?.promised), .init(found?.reached.map { rounded($0.level) }),
      .init(found?.expected.map(rounded)), .init(found?.expectedNow.map(rounded)),
      found.map { .flag($0.isShare) } ?? .empty, .init(found?.firstDeadline?.description),
      .init(found?.metOn?.description),
      found?.daysLeft.map { .integer($0) } ?? .empty, found?.reportAge.map { .integer($0) } ?? .empty,
      .integer(line.voiceCount), .integer(line.echoCount), .init(line.newestRivals?.low),
      .init(line.newestRivals?.high),
      .integer(line.facts?.events.count ?? 0),
    ]
  }

  /// Six decimals, so that a share does not show the last bit of a division.
  static func rounded(_ share: Double) -> Double { (share * 1e6).rounded() / 1e6 }
}

extension TrackLine {
  /// The path of the article behind the evidence at `index`.
  func source(_ index: Int?) -> String? {
    guard let index, evidence.indices.contains(index) else { return nil }
    return evidence[index].article.path
  }
}
