internal import GRDB
public import PantauRecords

extension LedgerStore {
  /// Articles by report, each with every copy; by the original's publication day (unknown last), then identifier.
  ///
  /// Linear in the articles.
  public func articleGroups() throws(StoreError) -> [ArticleGroup] {
    try access {
      try pool.read { db in
        let copies = try LedgerStore.copies(db)
        let cursor = try Row.fetchCursor(
          db,
          sql: """
            SELECT \(ArticleColumns.list), ifnull(g.report, -a.article)
            FROM \(ArticleColumns.tables(nil)) LEFT JOIN article_groups g ON g.article = a.article
            WHERE \(ArticleColumns.isInForce(nil)) ORDER BY \(LedgerStore.originalFirst)
            """)
        var columns = ArticleColumns()
        var order: [Int64] = []
        var groups: [Int64: ArticleGroup] = [:]
        while let row = try cursor.next() {
          let article = columns.article(row)
          let report: Int64 = row[ArticleColumns.count]
          if groups[report] == nil {
            order.append(report)
            groups[report] = ArticleGroup(id: article.id, members: [])
          }
          groups[report]?.members.append(
            ArticleGroup.Member(article: article, copies: copies[article.id] ?? []))
        }
        return order.compactMap { groups[$0] }
      }
    }
  }

  /// Identifiers of the articles, title and body, of one report each; for reasons why they are one.
  public func texts(of ids: [String]) throws(StoreError) -> [Article] {
    try access {
      try pool.read { db in
        try ids.compactMap { id in
          let statement = try db.cachedStatement(
            sql: """
              SELECT a.sha256, e.title, e.published, e.body, c.path, c.url, c.site
              FROM \(ArticleColumns.tables(nil)) WHERE a.id = ? AND \(ArticleColumns.isInForce(nil))
              """)
          return try Row.fetchOne(statement, arguments: [id]).map(LedgerStore.article)
        }
      }
    }
  }

  /// Every article with its text as the ledger held it at a moment; by identifier.
  public func texts(knownAt moment: LedgerTime) throws(StoreError) -> [Article] {
    try access {
      try pool.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT a.sha256, e.title, e.published, e.body, c.path, c.url, c.site
            FROM \(ArticleColumns.tables(moment)) WHERE \(ArticleColumns.isInForce(moment)) ORDER BY a.id
            """
        ).map(LedgerStore.article)
      }
    }
  }

  /// For each of `articles` that is not alone in its report: the report's original, the oldest member.
  ///
  /// In proportion to the articles asked for and their copies, not to the ledger.
  public func originals(of articles: Set<String>) throws(StoreError) -> [String: ArticleContext] {
    try access {
      try pool.read { db in
        let members = try db.cachedStatement(
          sql: """
            SELECT g.report FROM articles a JOIN article_groups g USING (article)
            WHERE a.id = ? AND EXISTS (SELECT 1 FROM article_groups o
              WHERE o.report = g.report AND o.article <> g.article)
            """)
        let original = try db.cachedStatement(
          sql: """
            SELECT \(ArticleColumns.list)
            FROM article_groups g CROSS JOIN \(ArticleColumns.tables(nil))
            WHERE g.report = ? AND a.article = g.article AND \(ArticleColumns.isInForce(nil))
            ORDER BY \(LedgerStore.originalFirst) LIMIT 1
            """)
        var originals: [Int64: ArticleContext] = [:]
        var found: [String: ArticleContext] = [:]
        for id in articles {
          guard let report = try Int64.fetchOne(members, arguments: [id]) else { continue }
          if originals[report] == nil, let row = try Row.fetchOne(original, arguments: [report]) {
            var columns = ArticleColumns()
            originals[report] = columns.article(row)
          }
          found[id] = originals[report]
        }
        return found
      }
    }
  }

  /// For each of `holders` (``Holder/id``) that the ledger knows: the identifier of the person.
  public func persons(of holders: Set<String>) throws(StoreError) -> [String: String] {
    try access {
      try pool.read { db in
        let statement = try db.cachedStatement(sql: "SELECT person FROM holders WHERE id = ?")
        var persons: [String: String] = [:]
        for id in holders { persons[id] = try String.fetchOne(statement, arguments: [id]) }
        return persons
      }
    }
  }

  /// Every name with its office, by ``Holder/id``, and the identifier of the person. Linear in the names.
  public func holders() throws(StoreError) -> [(holder: Holder, person: String)] {
    try access {
      try pool.read { db in
        try Row.fetchAll(db, sql: "SELECT name, position, served, area, person FROM holders ORDER BY id")
          .map { (PersonSettlement.holder($0), $0[4]) }
      }
    }
  }

  /// The oldest article of a report first, unknown days last; of one day the longest, since rewrites leave something out.
  private static let originalFirst = "e.published IS NULL, e.published, length(e.body) DESC, a.id"

  private static func copies(_ db: Database) throws -> [String: [ArticleCopy]] {
    var copies: [String: [ArticleCopy]] = [:]
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT a.id, c.path, c.url, c.site FROM sources c JOIN articles a USING (article)
        ORDER BY c.article, c.path
        """)
    while let row = try cursor.next() {
      copies[row[0], default: []].append(ArticleCopy(path: row[1], url: row[2], site: row[3]))
    }
    return copies
  }

  private static func article(_ row: Row) -> Article {
    Article(
      source: Source(path: row[4], url: row[5], site: row[6], sha256: row[0]), title: row[1],
      published: (row[2] as String?).flatMap { CalendarDate(iso: $0) }, body: row[3])
  }
}
