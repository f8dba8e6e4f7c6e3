internal import GRDB
internal import PantauRecords

/// Keeps the names with offices of the readings in force, with their days, and notes which scopes are open.
struct Holders {
  private struct Known {
    var row: Int64
    var first: Int?
    var last: Int?
    var isActing: Bool
  }

  private let db: Database
  private let rules: any MergeRules
  private let find, add, widen, link, addScope, open, officials: GRDB.Statement
  private var known: [Holder: Known] = [:]

  init(_ db: Database, _ rules: any MergeRules) throws {
    self.db = db
    self.rules = rules
    find = try db.cachedStatement(
      sql: "SELECT holder, first_day, last_day, is_acting FROM holders WHERE id = ?")
    add = try db.cachedStatement(
      sql: """
        INSERT INTO holders (id, name, position, served, area, first_day, last_day, is_acting, person)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?1)
        """)
    widen = try db.cachedStatement(
      sql: "UPDATE holders SET first_day = ?, last_day = ?, is_acting = ? WHERE holder = ?")
    link = try db.cachedStatement(sql: "INSERT INTO official_holders (official, holder) VALUES (?, ?)")
    addScope = try db.cachedStatement(sql: "INSERT INTO holder_scopes (scope, holder) VALUES (?, ?)")
    open = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO open_scopes (scope) SELECT scope FROM holder_scopes WHERE holder = ?")
    officials = try db.cachedStatement(
      sql: "SELECT official FROM officials WHERE extraction = ? ORDER BY official")
  }

  /// Notes the officials of a reading that came into force.
  mutating func note(_ extraction: Int64, _ named: [OfficialInContext]) throws {
    guard !named.isEmpty else { return }
    let rows = try Int64.fetchAll(officials, arguments: [extraction])
    for (row, item) in zip(rows, named) {
      let holder = try note(
        Holder(item.official), item.article.published?.dayNumber, item.official.acting)
      try link.execute(arguments: [row, holder])
    }
  }

  /// Takes back what a reading that is no longer in force had noted.
  mutating func forget(_ extraction: Int64) throws {
    known = [:]
    let holders = try Int64.fetchSet(
      db,
      sql: """
        SELECT h.holder FROM officials o JOIN official_holders h USING (official) WHERE o.extraction = ?
        """, arguments: [extraction])
    try db.execute(
      sql: """
        DELETE FROM official_holders WHERE official IN (SELECT official FROM officials WHERE extraction = ?)
        """, arguments: [extraction])
    for holder in holders {
      try open.execute(arguments: [holder])
      let rest = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), min(julianday(e.published)) - 2440587.5, max(julianday(e.published)) - 2440587.5,
            min(o.acting)
          FROM official_holders h JOIN officials o USING (official) JOIN extractions e USING (extraction)
          WHERE h.holder = ?
          """, arguments: [holder])
      guard let rest, rest[0] as Int > 0 else {
        try db.execute(sql: "DELETE FROM holder_scopes WHERE holder = ?", arguments: [holder])
        try db.execute(sql: "DELETE FROM holders WHERE holder = ?", arguments: [holder])
        continue
      }
      let days = [1, 2].map { (rest[$0] as Double?).map { Int($0.rounded()) } }
      try widen.execute(arguments: [days[0], days[1], rest[3] as Bool, holder])
    }
  }

  /// Notes the officials of the reading in force of `article`, which was merged without rules or by version 1.
  mutating func renew(_ article: Int64) throws {
    let readings = try Int64.fetchAll(
      db, sql: "SELECT extraction FROM extractions WHERE article = ?", arguments: [article])
    for reading in readings { try forget(reading) }
    guard
      let reading = try Int64.fetchOne(
        db, sql: "SELECT extraction FROM readings_in_force WHERE article = ?", arguments: [article])
    else { return }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT o.official, o.name, o.position, o.served, \(ArticleColumns.area), o.acting, e.published
        FROM officials o JOIN extractions e USING (extraction) WHERE o.extraction = ? ORDER BY o.official
        """, arguments: [reading])
    for row in rows {
      let day = (row[6] as String?).flatMap { CalendarDate(iso: $0)?.dayNumber }
      let holder = Holder(name: row[1], position: row[2], of: row[3], area: row[4])
      let number = try note(holder, day, row[5])
      try link.execute(arguments: [row[0] as Int64, number])
    }
  }

  /// The holder's row, made where it is new; a day more than before widens its days.
  private mutating func note(_ holder: Holder, _ day: Int?, _ acting: Bool) throws -> Int64 {
    guard var present = try known[holder] ?? found(holder) else {
      return try insert(holder, day, acting)
    }
    let before = (present.first, present.last, present.isActing)
    if let day {
      present.first = min(present.first ?? day, day)
      present.last = max(present.last ?? day, day)
    }
    present.isActing = present.isActing && acting
    known[holder] = present
    if (present.first, present.last, present.isActing) != before {
      try widen.execute(arguments: [present.first, present.last, present.isActing, present.row])
      try open.execute(arguments: [present.row])
    }
    return present.row
  }

  private func found(_ holder: Holder) throws -> Known? {
    try Row.fetchOne(find, arguments: [holder.id]).map { row in
      Known(row: row[0], first: row[1], last: row[2], isActing: row[3])
    }
  }

  private mutating func insert(_ holder: Holder, _ day: Int?, _ acting: Bool) throws -> Int64 {
    try add.execute(arguments: [
      holder.id, holder.name, holder.position, holder.of, holder.area, day, day, acting,
    ])
    let row = db.lastInsertedRowID
    for scope in rules.scopes(of: holder) { try addScope.execute(arguments: [scope, row]) }
    try open.execute(arguments: [row])
    known[holder] = Known(row: row, first: day, last: day, isActing: acting)
    return row
  }
}
