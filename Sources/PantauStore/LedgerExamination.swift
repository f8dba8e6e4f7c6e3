internal import GRDB

/// Examines a ledger without changing it, not even to bring its schema up to date.
public struct LedgerExamination: Sendable {
  private let path: String
  /// Faults of one kind that are told one by one.
  private static let told = 5

  /// - Parameter path: the ledger's file.
  public init(path: String) { self.path = path }

  /// Looks at file, schema, references and evidence. Linear in the file's size.
  ///
  /// - Throws: ``StoreError`` where the file cannot be opened or is no ledger at all.
  public func health() throws(StoreError) -> LedgerHealth {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let health = try queue.read { try examine($0) }
      try queue.close()
      return health
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private func examine(_ db: Database) throws -> LedgerHealth {
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
      throw StoreError(
        .notALedger, path: path, problem: "the file is no ledger",
        remedy: "Name the file that 'pantau run' or 'pantau merge' made.")
    }
    var health = LedgerHealth(
      path: path, size: try number(db, "PRAGMA page_count") * number(db, "PRAGMA page_size"),
      schema: try steps(db),
      findings: [try schema(db), try integrity(db)], counts: [], published: nil)
    // A damaged file is not read any further: what follows would only fail on it.
    guard health.findings[1].isSound else { return health }
    health.findings += [try references(db), try guards(db), try evidence(db)]
    if try db.tableExists("open_articles") { health.findings.append(try decisions(db)) }
    if try db.tableExists("search_articles") { health.findings.append(try searchIndex(db)) }
    health.counts = try counts(db)
    health.published = try Row.fetchOne(
      db, sql: "SELECT min(published), max(published) FROM extractions WHERE published IS NOT NULL"
    ).flatMap { row in
      guard let first: String = row[0], let last: String = row[1] else { return nil }
      return (first, last)
    }
    return health
  }

  private func number(_ db: Database, _ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }

  private func finding(
    _ check: String, _ faults: [String], detail: String? = nil, remedy: String, isMinor: Bool = false
  ) -> LedgerHealth.Finding {
    LedgerHealth.Finding(
      check: check, faults: faults, detail: faults.isEmpty ? detail : nil,
      remedy: faults.isEmpty ? nil : remedy, isMinor: isMinor)
  }

  /// The steps that the file has gone through, in the program's order, unknown ones last.
  private func steps(_ db: Database) throws -> [String] {
    let known = Schema.migrator.migrations
    let applied = try Schema.migrator.appliedIdentifiers(db)
    return known.filter(applied.contains) + applied.subtracting(known).sorted()
  }

  private func schema(_ db: Database) throws -> LedgerHealth.Finding {
    let migrator = Schema.migrator
    if try migrator.hasBeenSuperseded(db) {
      return finding(
        "schema", ["a newer version of the program made this ledger"], remedy: "Update the program.")
    }
    let isCurrent = try migrator.hasCompletedMigrations(db)
    return finding(
      "schema", isCurrent ? [] : ["the ledger is of an older version of the program"],
      detail: "as this program makes it",
      remedy: "Any other command that opens the ledger brings it up to date.", isMinor: true)
  }

  private func integrity(_ db: Database) throws -> LedgerHealth.Finding {
    let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(LedgerExamination.told))")
      .filter { $0 != "ok" }
    return finding(
      "integrity of the file", faults, detail: "every page and index is sound",
      remedy: "Restore a copy, or delete the file and run again on the articles.")
  }

  private func references(_ db: Database) throws -> LedgerHealth.Finding {
    let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
      "\(row[0] as String), row \(row[1] as Int64? ?? 0): refers to a row that is not there"
    }
    return finding(
      "foreign keys", shortened(orphans), detail: "every reference leads to a row",
      remedy: "Another program has changed the file: restore a copy, or delete it and run again.")
  }

  /// The triggers that keep the tables append-only.
  private func guards(_ db: Database) throws -> LedgerHealth.Finding {
    let present = Set(
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    let guarded = try (Schema.appendOnly + ["adoptions", "decisions"]).filter { try db.tableExists($0) }
    let missing = guarded.filter { table in
      !Schema.guards(of: table).allSatisfy { present.contains($0.trigger) }
    }
    return finding(
      "append-only tables", missing.map { "\($0): changes are not refused any more" },
      detail: "changes and deletions are refused",
      remedy: "Another program has removed a guard: compare with a copy before you trust the figures.")
  }

  /// Every quote must stand in its article where its offsets say.
  private func evidence(_ db: Database) throws -> LedgerHealth.Finding {
    let wrong = try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, s.local, s.kind, s.point_start
        FROM statements s JOIN extractions e ON e.extraction = s.extraction
        JOIN articles a ON a.article = e.article
        WHERE substr(e.title || char(10) || e.body, s.point_start + 1, s.point_end - s.point_start)
          <> s.quote
        ORDER BY s.statement LIMIT 1000
        """
    ).map { row in
      "article \(row[0] as String), \(row[2] as String) at \(row[3] as Int): the quote does not stand there"
    }
    return finding(
      "evidence", shortened(wrong), detail: "every quote stands in its article at its offsets",
      remedy: "Merge the records of these articles again; the newer reading takes the place of the older one."
    )
  }

  /// Whether what was merged was also decided: which articles are one report, which names one person.
  private func decisions(_ db: Database) throws -> LedgerHealth.Finding {
    let articles = try number(db, "SELECT count(*) FROM open_articles")
    let scopes = try number(db, "SELECT count(*) FROM open_scopes")
    var faults: [String] = []
    if articles > 0 { faults.append("\(articles) articles are not compared with the others yet") }
    if scopes > 0 { faults.append("\(scopes) offices have names that are not compared yet") }
    return finding(
      "decisions", faults, detail: "all articles and names are compared",
      remedy: "The next 'pantau merge' or 'pantau run' finishes it.", isMinor: true)
  }

  private func searchIndex(_ db: Database) throws -> LedgerHealth.Finding {
    let missing = try SearchIndex.missing(db)
    return finding(
      "search index", missing == 0 ? [] : ["\(missing) articles are not indexed yet"],
      detail: "every article is indexed", remedy: "The next 'pantau search' indexes them.", isMinor: true)
  }

  private func counts(_ db: Database) throws -> [LedgerHealth.Count] {
    var queries = [
      ("articles", "SELECT count(*) FROM articles"), ("copies", "SELECT count(*) FROM sources"),
      ("readings", "SELECT count(*) FROM extractions"),
      ("targets", "SELECT count(*) FROM statements WHERE kind = 'target'"),
      ("reports", "SELECT count(*) FROM statements WHERE kind = 'actual'"),
      ("totals", "SELECT count(*) FROM statements WHERE kind = 'total'"),
      ("named officials", "SELECT count(*) FROM officials"), ("regions", "SELECT count(*) FROM regions"),
    ]
    if try db.tableExists("decisions") {
      queries += [
        ("decisions in force", "SELECT count(*) FROM decisions WHERE withdrawn_at IS NULL"),
        ("decisions by users", "SELECT count(*) FROM decisions WHERE author = 'user'"),
      ]
    }
    return try queries.map { LedgerHealth.Count(noun: $0.0, number: try number(db, $0.1)) }
  }

  private func shortened(_ faults: [String]) -> [String] {
    guard faults.count > LedgerExamination.told else { return faults }
    return faults.prefix(LedgerExamination.told) + ["and \(faults.count - LedgerExamination.told) more"]
  }
}
