internal import GRDB
internal import PantauRecords

/// Decisions as rows.
enum DecisionRows {
  /// The scope of what users decide.
  static let users = "user"

  /// A decision with its row.
  struct Stored {
    var row: Int64
    var decision: Decision
  }

  private static let columns = """
    decision, subject, left_id, left_label, right_id, right_label, verdict, score, reason, author, made_at, \
    withdrawn_at
    """

  /// What users decided and did not undo.
  static func judgements(_ db: Database, _ subject: Decision.Subject) throws -> [Decision] {
    try inForce(db, scope: users).map(\.decision).filter { $0.subject == subject }
  }

  /// The decisions of one scope that hold.
  static func inForce(_ db: Database, scope: String) throws -> [Stored] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM decisions WHERE scope = ? AND withdrawn_at IS NULL ORDER BY decision")
    return try Row.fetchAll(statement, arguments: [scope]).map(stored)
  }

  /// Decisions by labels, identifiers and time of making; `withdrawn` adds those that no longer hold.
  static func all(
    _ db: Database, subject: Decision.Subject? = nil, withdrawn: Bool = false
  ) throws -> [Decision] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns) FROM decisions
        WHERE (?1 IS NULL OR subject = ?1) AND (?2 OR withdrawn_at IS NULL)
        ORDER BY subject, left_label, right_label, left_id, right_id, id, decision
        """, arguments: [subject?.rawValue, withdrawn])
    return try rows.map { try stored($0).decision }
  }

  static func insert(_ db: Database, _ decision: Decision, scope: String, _ time: String) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO decisions (id, scope, subject, left_id, left_label, right_id, right_label, verdict, score,
          reason, author, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      decision.id, scope, decision.subject.rawValue, decision.left.id, decision.left.label,
      decision.right.id, decision.right.label, decision.verdict.rawValue, decision.score, decision.reason,
      decision.author.rawValue, time,
    ])
  }

  static func withdraw(_ db: Database, _ row: Int64, _ time: String) throws {
    try db.cachedStatement(sql: "UPDATE decisions SET withdrawn_at = ? WHERE decision = ?")
      .execute(arguments: [time, row])
  }

  private static func stored(_ row: Row) throws -> Stored {
    guard let subject = Decision.Subject(rawValue: row[1]), let verdict = Decision.Verdict(rawValue: row[6]),
      let author = Decision.Author(rawValue: row[9])
    else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown kind of decision")
    }
    return Stored(
      row: row[0],
      decision: Decision(
        subject: subject, Decision.Party(id: row[2], label: row[3]),
        Decision.Party(id: row[4], label: row[5]), verdict: verdict, score: row[7], reason: row[8],
        author: author, madeAt: row[10], withdrawnAt: row[11]))
  }
}
