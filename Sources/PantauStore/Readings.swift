internal import GRDB

/// Which reading of each article counts.
struct Readings {
  /// What became of a reading.
  enum Outcome {
    /// Another one goes on to count, or this one counted already.
    case kept
    /// It is the article's first.
    case first
    /// It counts in the place of another one.
    case replaced(Int64)
  }

  private let db: Database
  private let time: String
  private let find, inForce, setInForce, adoption: GRDB.Statement
  /// The number under which each reader was adopted last.
  private var adoptions: [String: Int64] = [:]
  private var newest: String?

  init(_ db: Database, time: String) throws {
    self.db = db
    self.time = time
    find = try db.cachedStatement(
      sql: "SELECT extraction FROM extractions WHERE article = ? AND extractor = ?")
    inForce = try db.cachedStatement(
      sql: """
        SELECT r.extraction, e.extractor FROM readings_in_force r JOIN extractions e USING (extraction)
        WHERE r.article = ?
        """)
    setInForce = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO readings_in_force (article, extraction) VALUES (?, ?)")
    adoption = try db.cachedStatement(sql: "INSERT INTO adoptions (reader, inserted_at) VALUES (?, ?)")
    for row in try Row.fetchAll(db, sql: "SELECT reader, adoption FROM adoptions ORDER BY adoption") {
      adoptions[row[0]] = row[1]
      newest = row[0]
    }
  }

  /// Makes the reader of `extractor` the preferred one.
  mutating func adopt(_ extractor: String) throws {
    let reader = Reader.name(of: extractor)
    guard reader != newest else { return }
    try adoption.execute(arguments: [reader, time])
    adoptions[reader] = db.lastInsertedRowID
    newest = reader
  }

  func extraction(of article: Int64, _ extractor: String) throws -> Int64? {
    try Int64.fetchOne(find, arguments: [article, extractor])
  }

  /// Lets the first reading of an article count.
  func begin(_ extraction: Int64, of article: Int64) throws {
    try setInForce.execute(arguments: [article, extraction])
  }

  /// Lets the better one of this reading and the one in force count.
  func prefer(_ extraction: Int64, _ extractor: String, of article: Int64) throws -> Outcome {
    guard let row = try Row.fetchOne(inForce, arguments: [article]) else {
      try begin(extraction, of: article)
      return .first
    }
    let present: Int64 = row[0]
    guard present != extraction, rank(row[1]) < rank(extractor) else { return .kept }
    try setInForce.execute(arguments: [article, extraction])
    return .replaced(present)
  }

  private func rank(_ extractor: String) -> (Int64, String) {
    (adoptions[Reader.name(of: extractor)] ?? 0, extractor)
  }
}
