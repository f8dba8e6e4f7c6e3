internal import GRDB
internal import PantauRecords

extension LedgerStore {
  /// The articles, as last read, whose headline and body match, with the matching quotes.
  ///
  /// The index is brought up to date first, which is work once for each article that came since the last search:
  /// merging does not pay for it. Where the ledger cannot be written (another process writes, the file is read-only),
  /// the search goes over what is indexed, and the result says how much is missing.
  /// - Parameters:
  ///   - query: what to look for.
  ///   - limit: how many articles at most.
  ///   - onIndexing: told the number of articles that are about to be indexed, where there are any.
  /// - Returns: articles by rank (BM25, a word of the headline counting five times).
  /// - Throws: ``StoreError`` where the ledger cannot be read.
  public func search(
    _ query: SearchQuery, limit: Int = 20, onIndexing: (Int) -> Void = { _ in }
  ) throws(StoreError) -> SearchResult {
    do {
      try updateSearchIndex(onIndexing)
    } catch  where error.code == .locked || error.code == .readOnly {
      // What is indexed can be searched.
    }
    return try access {
      try pool.read { db in
        let reading = SearchReading(db, query: query)
        return SearchResult(
          hits: try reading.hits(limit: limit), count: try reading.count(),
          missing: try SearchIndex.missing(db))
      }
    }
  }

  /// Makes the index anew from the articles; for one that ``LedgerHealth`` finds faulty. Linear in all text.
  public func rebuildSearchIndex() throws(StoreError) {
    try access { try pool.write { try SearchIndex.rebuild($0) } }
  }

  private func updateSearchIndex(_ onIndexing: (Int) -> Void) throws(StoreError) {
    try access {
      let missing = try pool.read { try SearchIndex.missing($0) }
      guard missing > 0 else { return }
      onIndexing(missing)
      while try pool.write({ try SearchIndex.addBatch($0) }) {}
    }
  }
}

/// The full-text index: of headlines and bodies, and of quotes. It holds no text of its own.
enum SearchIndex {
  /// Readings that are indexed in one transaction, so that a kill loses little, without using much memory.
  private static let batch = 500

  static let migration = """
    CREATE VIRTUAL TABLE search_articles USING fts5(
      title, body, content='extractions', content_rowid='extraction',
      tokenize="unicode61 remove_diacritics 2");
    CREATE VIRTUAL TABLE search_quotes USING fts5(
      quote, content='statements', content_rowid='statement', tokenize="unicode61 remove_diacritics 2");
    CREATE TABLE search_progress (
      extraction INTEGER NOT NULL
    ) STRICT;
    INSERT INTO search_progress VALUES (0);
    """

  /// Readings that are not indexed yet.
  static func missing(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM extractions WHERE extraction > (SELECT extraction FROM search_progress)")
      ?? 0
  }

  /// Indexes the next readings; returns whether any were left.
  static func addBatch(_ db: Database) throws -> Bool {
    let first = try Int64.fetchOne(db, sql: "SELECT extraction FROM search_progress") ?? 0
    let last = try Int64.fetchOne(
      db,
      sql: """
        SELECT max(extraction) FROM
          (SELECT extraction FROM extractions WHERE extraction > ? ORDER BY extraction LIMIT \(batch))
        """, arguments: [first])
    guard let last else { return false }
    try db.execute(
      sql: """
        INSERT INTO search_articles (rowid, title, body)
        SELECT extraction, title, body FROM extractions WHERE extraction > ? AND extraction <= ?
        """, arguments: [first, last])
    try db.execute(
      sql: """
        INSERT INTO search_quotes (rowid, quote)
        SELECT statement, quote FROM statements WHERE extraction > ? AND extraction <= ?
        """, arguments: [first, last])
    try db.execute(sql: "UPDATE search_progress SET extraction = ?", arguments: [last])
    return true
  }

  static func rebuild(_ db: Database) throws {
    for table in ["search_articles", "search_quotes"] {
      try db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('rebuild')")
    }
    try db.execute(
      sql: "UPDATE search_progress SET extraction = (SELECT ifnull(max(extraction), 0) FROM extractions)")
  }
}

/// Queries of one search.
private struct SearchReading {
  let db: Database
  let query: SearchQuery

  /// Stand in no text that people write.
  private static let marks = (start: "\u{1}", end: "\u{2}")

  init(_ db: Database, query: SearchQuery) {
    self.db = db
    self.query = query
  }

  func count() throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM search_articles f JOIN extractions e ON e.extraction = f.rowid
        WHERE search_articles MATCH ? AND \(ArticleColumns.isInForce(nil))
        """, arguments: [query.expression]) ?? 0
  }

  func hits(limit: Int) throws -> [SearchResult.Hit] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(ArticleColumns.list), f.rowid, snippet(search_articles, -1, ?, ?, '…', 32)
        FROM search_articles f JOIN \(ArticleColumns.tables(nil))
        WHERE e.extraction = f.rowid AND search_articles MATCH ? AND \(ArticleColumns.isInForce(nil))
        ORDER BY bm25(search_articles, 5.0, 1.0), e.published DESC, a.id LIMIT ?
        """,
      arguments: [
        SearchReading.marks.start, SearchReading.marks.end, query.expression, limit,
      ])
    var columns = ArticleColumns()
    return try rows.map { row in
      SearchResult.Hit(
        article: columns.article(row), snippet: SearchReading.pieces(of: row[ArticleColumns.count + 1]),
        quotes: try quotes(of: row[ArticleColumns.count]))
    }
  }

  private func quotes(of extraction: Int64) throws -> [SearchResult.Quote] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.kind, s.stage, s.region, s.region_code, s.within, highlight(search_quotes, 0, ?1, ?2),
          s.point_start, s.point_end
        FROM search_quotes q JOIN statements s ON s.statement = q.rowid
        WHERE search_quotes MATCH ?3 AND q.rowid >= (SELECT min(statement) FROM statements WHERE extraction = ?4)
          AND q.rowid <= (SELECT max(statement) FROM statements WHERE extraction = ?4) AND s.extraction = ?4
        ORDER BY s.span_start, s.span_end, s.statement
        """,
      arguments: [SearchReading.marks.start, SearchReading.marks.end, query.expression, extraction])
    return rows.compactMap { row in
      guard let kind = PantauRecords.Statement.Kind(rawValue: row[0]) else { return nil }
      return SearchResult.Quote(
        kind: kind, stage: row[1], region: row[2], regionCode: row[3], within: row[4],
        text: SearchReading.pieces(of: row[5]), codePoints: Span(row[6], row[7]))
    }
  }

  /// The text between the marks matches.
  private static func pieces(of marked: String) -> [SearchResult.Piece] {
    var pieces: [SearchResult.Piece] = []
    var current = String.UnicodeScalarView()
    var isMatch = false
    func close() {
      if !current.isEmpty { pieces.append(.init(String(current), isMatch: isMatch)) }
      current = String.UnicodeScalarView()
    }
    for scalar in marked.unicodeScalars {
      switch scalar.value {
      case 1, 2:
        close()
        isMatch = scalar.value == 1
      default: current.append(scalar)
      }
    }
    close()
    return pieces
  }
}
