internal import GRDB
internal import PantauRecords

/// The query behind ``LedgerStore/statements(_:)``: a filter as SQL, and a row as a statement.
struct StatementQuery {
  private(set) var sql: String
  private(set) var arguments = StatementArguments()

  init(_ filter: StatementFilter, _ db: Database) throws {
    let moment = filter.knownAt
    var conditions = [ArticleColumns.isInForce(moment)]
    if let stage = filter.stage {
      conditions.append("s.stage = ?")
      arguments += [stage]
    }
    if let programme = filter.programme {
      conditions.append("s.programme = ?")
      arguments += [programme]
    }
    if let region = filter.region {
      let scope = try RegionScope(region, db)
      conditions.append(scope.condition)
      arguments += scope.arguments
    }
    sql = """
      SELECT \(ArticleColumns.list), \(StatementQuery.columns), e.extractor, d.words,
        o.local, o.name, o.position, o.served, o.acting, \(ArticleColumns.area)
      FROM statements s CROSS JOIN \(ArticleColumns.tables(moment))
      LEFT JOIN officials o ON o.official = s.speaker
      LEFT JOIN deadlines d ON d.extraction = s.extraction AND d.local = s.deadline
      WHERE e.extraction = s.extraction AND \(conditions.joined(separator: " AND "))
      ORDER BY \(ArticleColumns.order), s.span_start, s.span_end, s.statement
      """
  }

  private static let columns = """
    s.local, s.kind, s.programme, s.stage, s.value, s.percent, s.is_all, s.bound, s.denominator, s.unit, \
    s.region, s.region_code, s.within, s.earliest, s.latest, s.deadline, s.as_of, s.speaker_local, s.quote, \
    s.span_start, s.span_end, s.point_start, s.point_end, s.rule, s.confidence
    """

  static func statement(_ row: Row, article: ArticleContext) throws -> StatementInContext {
    let first = ArticleColumns.count
    func date(_ column: Int) -> CalendarDate? {
      (row[first + column] as String?).flatMap { CalendarDate(iso: $0) }
    }
    guard let kind = PantauRecords.Statement.Kind(rawValue: row[first + 1]) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "unknown kind of statement in article \(article.id)")
    }
    var statement = PantauRecords.Statement(
      kind: kind, programme: row[first + 2], quote: row[first + 18],
      span: Span(row[first + 19], row[first + 20]), rule: row[first + 23])
    statement.id = row[first]
    statement.stage = row[first + 3]
    statement.value = row[first + 4]
    statement.percent = row[first + 5]
    statement.all = row[first + 6]
    statement.bound = row[first + 7]
    statement.of = row[first + 8]
    statement.unit = row[first + 9]
    statement.region = row[first + 10]
    statement.regionCode = row[first + 11]
    statement.earliest = date(13)
    statement.latest = date(14)
    statement.deadline = row[first + 15]
    statement.asOf = date(16)
    statement.speaker = row[first + 17]
    statement.confidence = row[first + 24]
    return StatementInContext(
      statement: statement, article: article, speaker: speaker(row, from: first + 27),
      within: row[first + 12], deadlineText: row[first + 26],
      codePoints: Span(row[first + 21], row[first + 22]), extractor: row[first + 25])
  }

  /// The speaker's name and office; forms and places of the name are left to ``LedgerStore/officials()``.
  private static func speaker(_ row: Row, from column: Int) -> Official? {
    guard let local: String = row[column] else { return nil }
    return Official(
      id: local, name: row[column + 1], position: row[column + 2], of: row[column + 3],
      acting: row[column + 4], mentions: [], area: row[column + 5])
  }
}

/// The regions that a filter's words mean, with what lies in them.
private struct RegionScope {
  private(set) var condition: String
  private(set) var arguments = StatementArguments()

  init(_ words: String, _ db: Database) throws {
    var labels = [words]
    var codes = [words]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT label, code FROM regions
        WHERE label = ?1 COLLATE NOCASE OR name = ?1 COLLATE NOCASE OR code = ?1 ORDER BY label, code
        """, arguments: [words])
    for row in rows {
      labels.append(row[0])
      if let code: String = row[1] { codes.append(code) }
    }
    let labelMarks = Array(repeating: "?", count: labels.count).joined(separator: ", ")
    condition = "s.region COLLATE NOCASE IN (\(labelMarks)) OR s.within COLLATE NOCASE IN (\(labelMarks))"
    arguments += StatementArguments(labels + labels)
    for code in codes {
      condition += " OR s.region_code = ? OR (s.region_code > ? AND s.region_code < ?)"
      arguments += [code, code + ".", code + "/"]
    }
    condition = "(\(condition))"
  }
}
