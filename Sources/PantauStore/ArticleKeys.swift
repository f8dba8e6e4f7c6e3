internal import GRDB

/// The keys of articles within one transaction: what the ledger holds under them, and what the transaction adds.
///
/// Keys are hashes: those of one article lie on as many pages of a table that is in their order. So keys are looked up and
/// written many at a time and in order, and new ones go into a small table first, `recent_article_keys`, whose pages are
/// few. When it is full, all its rows go into the table of the others, `article_keys`, some to each page.
///
/// Neither table refers to `articles` by a foreign key: the check costs as much as the row, and rows follow from the
/// articles.
struct ArticleKeys {
  /// Rows from which the table of recent keys is full: 18 MB, the keys of about 36,000 articles.
  static let recentRows = 1 << 20
  /// Rows that are held back at most, and keys that are remembered at most.
  private static let held = 1 << 17
  private static let remembered = 1 << 20
  private static let tables = ["article_keys", "recent_article_keys"]
  /// What is kept of a key: SQLite stores numbers of 47 bits in six bytes, and two keys that are one by chance only
  /// bring about a comparison of their articles.
  private static let kept: UInt64 = 1 << 47 - 1

  /// Version 3: shorter keys without a foreign key, and the table of recent ones.
  static let migration = """
    ALTER TABLE article_keys RENAME TO former_article_keys;
    \(tables.map(definition).joined(separator: "\n"))
    INSERT OR IGNORE INTO article_keys (key, article)
      SELECT key & \(kept), article FROM former_article_keys ORDER BY key & \(kept), article;
    DROP TABLE former_article_keys
    """

  private static func definition(of table: String) -> String {
    """
    CREATE TABLE \(table) (
      key INTEGER NOT NULL,
      article INTEGER NOT NULL,
      PRIMARY KEY (key, article)
    ) STRICT, WITHOUT ROWID;
    """
  }

  private static func row(_ key: UInt64) -> Int64 { Int64(key & kept) }

  private struct Entry {
    var key: Int64
    var article: Int64
  }

  private let db: Database
  private let recentRows: Int
  /// By key, for keys that were asked for: all articles under it.
  private var filed: [Int64: [Int64]] = [:]
  /// What is not written yet.
  private var held: [Entry] = []
  private var heldArticles: Set<Int64> = []

  init(_ db: Database, recentRows: Int = ArticleKeys.recentRows) {
    self.db = db
    self.recentRows = recentRows
  }

  /// The articles under any of `keys`.
  mutating func articles(under keys: [UInt64]) throws -> Set<Int64> {
    try load(keys)
    return keys.reduce(into: []) { found, key in
      if let articles = filed[ArticleKeys.row(key)], !articles.isEmpty { found.formUnion(articles) }
    }
  }

  /// Reads what is filed under `keys`, so that it is at hand; cheapest for many keys at once.
  mutating func load(_ keys: some Sequence<UInt64>) throws {
    var missing: [Int64] = []
    for key in keys {
      let key = ArticleKeys.row(key)
      guard filed[key] == nil else { continue }
      filed[key] = []
      missing.append(key)
    }
    missing.sort()
    try read(missing)
  }

  private mutating func read(_ keys: [Int64]) throws {
    let width = keys.count > 64 ? 1024 : 64
    let marks = (1...width).map { "?\($0)" }.joined(separator: ",")
    let queries = ArticleKeys.tables.map { "SELECT key, article FROM \($0) WHERE key IN (\(marks))" }
    let find = try db.cachedStatement(sql: queries.joined(separator: " UNION ALL "))
    for start in stride(from: 0, to: keys.count, by: width) {
      var part = Array(keys[start..<min(start + width, keys.count)])
      // The last key again fills the list, so that one statement serves for every number of keys.
      part += Array(repeating: part[part.count - 1], count: width - part.count)
      let rows = try Row.fetchCursor(find, arguments: StatementArguments(part))
      while let row = try rows.next() { filed[row[0], default: []].append(row[1]) }
    }
  }

  /// Files `article` under `keys`.
  mutating func add(_ article: Int64, under keys: [UInt64]) throws {
    try load(keys)
    heldArticles.insert(article)
    for key in keys {
      let key = ArticleKeys.row(key)
      if filed[key]?.contains(article) ?? false { continue }
      filed[key, default: []].append(article)
      held.append(Entry(key: key, article: article))
    }
    if held.count >= ArticleKeys.held { try write() }
  }

  /// Takes `article` from under `keys`.
  mutating func remove(_ article: Int64, from keys: Set<UInt64>) throws {
    if heldArticles.contains(article) { try write() }
    for table in ArticleKeys.tables {
      let remove = try db.cachedStatement(sql: "DELETE FROM \(table) WHERE key = ? AND article = ?")
      for key in keys { try remove.execute(arguments: [ArticleKeys.row(key), article]) }
    }
    for key in keys { filed[ArticleKeys.row(key)]?.removeAll { $0 == article } }
  }

  /// Writes down what is held back; to be called before the transaction ends.
  mutating func write() throws {
    held.sort { ($0.key, $0.article) < ($1.key, $1.article) }
    for width in [256, 1] {
      let marks = Array(repeating: "(?,?)", count: width).joined(separator: ",")
      let insert = try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO recent_article_keys (key, article) VALUES \(marks)")
      let whole = held.count / width * width
      for start in stride(from: 0, to: whole, by: width) {
        let values = held[start..<(start + width)].flatMap { [$0.key, $0.article] }
        try insert.execute(arguments: StatementArguments(values))
      }
      held.removeFirst(whole)
    }
    heldArticles = []
    if filed.count > ArticleKeys.remembered { filed = [:] }
    let recent = try Int.fetchOne(db, sql: "SELECT count(*) FROM recent_article_keys") ?? 0
    guard recent >= recentRows else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO article_keys (key, article)
          SELECT key, article FROM recent_article_keys ORDER BY key, article;
        DELETE FROM recent_article_keys
        """)
  }
}
