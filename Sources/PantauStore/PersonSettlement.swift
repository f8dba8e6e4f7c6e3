internal import GRDB
internal import PantauRecords

/// Makes the decisions of the open scopes anew, and the persons from all decisions.
struct PersonSettlement {
  private let db: Database
  private let rules: any MergeRules
  private let time: String
  private let judgements: [Decision]

  init(_ db: Database, _ rules: any MergeRules, time: String) throws {
    self.db = db
    self.rules = rules
    self.time = time
    judgements = try DecisionRows.judgements(db, .person)
  }

  /// Does nothing where no scope is open.
  func run() throws {
    let scopes = try String.fetchAll(db, sql: "SELECT scope FROM open_scopes ORDER BY scope")
    guard !scopes.isEmpty else { return }
    for scope in scopes { try decide(scope) }
    try db.execute(sql: "DELETE FROM open_scopes")
    try assignPersons()
  }

  /// Brings the scope's decisions to what the rules say; those that they no longer say are withdrawn.
  private func decide(_ scope: String) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT h.name, h.position, h.served, h.area, h.first_day, h.last_day, h.is_acting
        FROM holder_scopes s JOIN holders h USING (holder) WHERE s.scope = ? ORDER BY h.id
        """)
    let tenures = try Row.fetchAll(statement, arguments: [scope]).map { row in
      HolderTenure(
        holder: PersonSettlement.holder(row), first: row[4], last: row[5], isActing: row[6])
    }
    let made =
      tenures.count < 2
      ? [] : rules.decisions(inScope: scope, on: tenures, judgements: judgements)
    var present: [String: DecisionRows.Stored] = [:]
    for stored in try DecisionRows.inForce(db, scope: scope) { present[stored.decision.id] = stored }
    for decision in made {
      if let stored = present.removeValue(forKey: decision.id) {
        if stored.decision.score == decision.score, stored.decision.reason == decision.reason { continue }
        try DecisionRows.withdraw(db, stored.row, time)
      }
      try DecisionRows.insert(db, decision, scope: scope, time)
    }
    for stored in present.values { try DecisionRows.withdraw(db, stored.row, time) }
  }

  private func assignPersons() throws {
    var present: [String: String] = [:]
    var holders: [Holder] = []
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT name, position, served, area, id, person FROM holders ORDER BY id")
    while let row = try cursor.next() {
      holders.append(PersonSettlement.holder(row))
      present[row[4]] = row[5]
    }
    let decisions = try DecisionRows.all(db, subject: .person)
    let move = try db.cachedStatement(sql: "UPDATE holders SET person = ? WHERE id = ?")
    for (id, person) in rules.persons(of: holders, decisions: decisions) where present[id] != person {
      try move.execute(arguments: [person, id])
    }
  }

  static func holder(_ row: Row) -> Holder {
    Holder(name: row[0], position: row[1], of: row[2], area: row[3])
  }
}
