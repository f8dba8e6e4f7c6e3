public import PantauRecords

/// Statements as CSV: every field, with article, speaker and quote.
///
/// Offsets `start` and `end` are Unicode code points into headline, line feed, body, half-open.
public enum StatementsCSV {
  /// The columns' names, in order.
  public static let columns = [
    "article", "path", "url", "site", "title", "published", "kind", "id", "programme", "stage", "value",
    "percent", "all", "bound", "of", "unit", "region", "region_code", "within", "earliest", "latest",
    "deadline", "as_of", "speaker", "speaker_position", "speaker_of", "speaker_acting", "quote", "start",
    "end", "rule", "confidence", "extractor",
  ]

  /// Header and one row for each statement, in the given order.
  public static func bytes(of statements: [StatementInContext]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(columns.map(CSVWriter.Cell.text))
    for statement in statements { csv.row(cells(of: statement)) }
    return csv.take()
  }

  /// One row's cells, in the order of ``columns``.
  public static func cells(of item: StatementInContext) -> [CSVWriter.Cell] {
    let (article, statement) = (item.article, item.statement)
    return [
      .text(article.id), .text(article.path), .init(article.url), .init(article.site), .text(article.title),
      .init(article.published?.description), .text(statement.kind.rawValue), .text(statement.id),
      .text(statement.programme), .init(statement.stage), .init(statement.value), .init(statement.percent),
      .flag(statement.all), .init(statement.bound), .init(statement.of), .init(statement.unit),
      .init(statement.region), .init(statement.regionCode), .init(item.within),
      .init(statement.earliest?.description), .init(statement.latest?.description), .init(item.deadlineText),
      .init(statement.asOf?.description), .init(item.speaker?.name), .init(item.speaker?.position),
      .init(item.speaker?.of), item.speaker.map { .flag($0.acting) } ?? .empty, .text(statement.quote),
      .integer(item.codePoints.start), .integer(item.codePoints.end), .text(statement.rule),
      .number(statement.confidence), .text(item.extractor),
    ]
  }
}
