internal import GRDB
public import PantauRecords

extension LedgerStore {
  /// Identifiers of the articles that the ledger holds as read by `extractor`.
  public func knownArticles(extractor: String) throws(StoreError) -> Set<String> {
    try access {
      try pool.read { db in
        try String.fetchSet(
          db,
          sql: """
            SELECT a.id FROM articles a JOIN extractions e ON e.article = a.article WHERE e.extractor = ?
            """, arguments: [extractor])
      }
    }
  }

  /// The articles as their readings in force have them, by publication day (unknown first), then identifier.
  /// - Parameter knownAt: what the ledger held at this moment; nil for now.
  /// - Returns: each article once.
  /// - Throws: ``StoreError``.
  public func articles(knownAt: LedgerTime? = nil) throws(StoreError) -> [ArticleContext] {
    try access {
      try pool.read { db in
        let cursor = try Row.fetchCursor(
          db,
          sql: """
            SELECT \(ArticleColumns.list) FROM \(ArticleColumns.tables(knownAt))
            WHERE \(ArticleColumns.isInForce(knownAt))
            ORDER BY \(ArticleColumns.order)
            """)
        var columns = ArticleColumns()
        var articles: [ArticleContext] = []
        while let row = try cursor.next() { articles.append(columns.article(row)) }
        return articles
      }
    }
  }

  /// The officials of all articles as their readings in force have them, by publication day (unknown first), article,
  /// order in the record.
  /// - Parameter knownAt: what the ledger held at this moment; nil for now.
  /// - Returns: each naming once.
  /// - Throws: ``StoreError``.
  public func officials(knownAt: LedgerTime? = nil) throws(StoreError) -> [OfficialInContext] {
    try access {
      try pool.read { db in
        let cursor = try Row.fetchCursor(
          db,
          sql: """
            SELECT \(ArticleColumns.list), o.local, o.name, o.position, o.served, o.acting, o.aliases, o.spans,
              \(ArticleColumns.area)
            FROM \(ArticleColumns.tables(knownAt)) JOIN officials o ON o.extraction = e.extraction
            WHERE \(ArticleColumns.isInForce(knownAt)) ORDER BY \(ArticleColumns.order), o.official
            """)
        var columns = ArticleColumns()
        var officials: [OfficialInContext] = []
        while let row = try cursor.next() {
          let official = try official(row, from: ArticleColumns.count)
          officials.append(OfficialInContext(official: official, article: columns.article(row)))
        }
        return officials
      }
    }
  }

  /// The statements of all articles' readings in force that pass `filter`, by publication day (unknown first), article,
  /// place in the text.
  public func statements(
    _ filter: StatementFilter = StatementFilter()
  ) throws(StoreError) -> [StatementInContext] {
    try access {
      try pool.read { db in
        let query = try StatementQuery(filter, db)
        let cursor = try Row.fetchCursor(db, sql: query.sql, arguments: query.arguments)
        var columns = ArticleColumns()
        var statements: [StatementInContext] = []
        while let row = try cursor.next() {
          statements.append(try StatementQuery.statement(row, article: columns.article(row)))
        }
        return statements
      }
    }
  }

  private func official(_ row: Row, from column: Int) throws -> Official {
    Official(
      id: row[column], name: row[column + 1], position: row[column + 2], of: row[column + 3],
      acting: row[column + 4], aliases: try Lists.words(row[column + 5]),
      mentions: try Lists.spans(row[column + 6]), area: row[column + 7])
  }
}

/// The columns that make an ``ArticleContext``, at the front of every query.
struct ArticleColumns {
  static let list = "a.id, e.title, e.published, c.path, c.url, c.site"
  static let count = 6
  /// The reading, its article, and the copy that is shown.
  static func tables(_ moment: LedgerTime?) -> String {
    """
    extractions e JOIN articles a ON a.article = e.article JOIN sources c ON c.source = \
    (SELECT source FROM sources WHERE article = a.article \(upTo(moment, "inserted_at")) \
    ORDER BY path LIMIT 1)
    """
  }

  /// Whether the reading is the one in force: now, or at a moment of the past.
  static func isInForce(_ moment: LedgerTime?) -> String {
    guard moment != nil else {
      return "e.extraction = (SELECT extraction FROM readings_in_force WHERE article = e.article)"
    }
    func rank(_ reading: String) -> String {
      """
      ifnull((SELECT max(adoption) FROM adoptions WHERE reader = \(Reader.sql("\(reading).extractor")) \
      \(upTo(moment, "inserted_at"))), 0), \(reading).extractor, \(reading).extraction
      """
    }
    return """
      (TRUE \(upTo(moment, "e.inserted_at")) AND NOT EXISTS (SELECT 1 FROM extractions n \
      WHERE n.article = e.article AND n.extraction <> e.extraction \(upTo(moment, "n.inserted_at")) \
      AND (\(rank("n"))) > (\(rank("e")))))
      """
  }

  private static func upTo(_ moment: LedgerTime?, _ column: String) -> String {
    // A moment is digits and punctuation of its own making: nothing in it needs quoting.
    moment.map { "AND \(column) <= '\($0)'" } ?? ""
  }

  /// What tells the bodies that officials `o` serve apart, as ``ArticleRecord/area(of:)``.
  static let area = """
    (SELECT CASE WHEN count(DISTINCT ifnull(substr(g.code, 1, 5), g.within)) = 1 \
    THEN max(ifnull(substr(g.code, 1, 5), g.within)) END \
    FROM region_mentions m CROSS JOIN regions g \
    WHERE m.extraction = o.extraction AND g.region = m.region AND g.label = o.served)
    """

  static let order = "e.published, a.id"

  private var last: ArticleContext?

  /// Rows of one article stand together, so the last one's strings are shared.
  mutating func article(_ row: Row) -> ArticleContext {
    let id: String = row[0]
    if let last, last.id == id { return last }
    let published: String? = row[2]
    let article = ArticleContext(
      id: id, title: row[1], published: published.flatMap { CalendarDate(iso: $0) }, path: row[3],
      url: row[4],
      site: row[5])
    last = article
    return article
  }
}
