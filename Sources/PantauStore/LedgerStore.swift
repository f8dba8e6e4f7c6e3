internal import GRDB

/// The ledger in its SQLite file: articles and what they say, append-only.
///
/// May be used from several threads. Several processes may read while one writes.
public struct LedgerStore: Sendable {
  /// The ledger's path as the caller gave it.
  public let path: String
  let pool: DatabasePool

  /// Opens the ledger at `path`, or makes it where no file is; its folder must exist.
  ///
  /// - Parameters:
  ///   - path: the ledger's file.
  ///   - patience: seconds to wait for another writer before ``StoreError/Code-swift.struct/locked``.
  /// - Throws: ``StoreError``, whose code tells what is wrong with the file.
  public init(path: String, patience: Double = 5) throws(StoreError) {
    self.path = path
    do {
      try LedgerStore.refuseForeignFile(at: path)
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.maximumReaderCount = 2
      configuration.prepareDatabase { db in
        // Writers meet the indexes of the whole ledger in random order: keep up to 640 MiB of them at hand.
        if !db.configuration.readonly { try db.execute(sql: "PRAGMA cache_size = -655360") }
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 32768")
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      try LedgerStore.migrate(pool, path: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes the log back into the ledger's file and closes it, so that the ledger is one file again.
  ///
  /// The readers go first: SQLite removes the log only when a connection that may write is the last one.
  public func close() throws(StoreError) {
    try access {
      pool.invalidateReadOnlyConnections()
      try pool.close()
    }
  }

  /// SQLite's own check of the whole file: empty where it is sound. Linear in the file's size.
  public func faults() throws(StoreError) -> [String] {
    try access {
      try pool.read { db in
        let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
          "\(row[0] as String): row \(row[1] as Int64? ?? 0) refers to a row that is not there"
        }
        return integrity + orphans
      }
    }
  }

  /// Runs `body` and turns its errors into ``StoreError``.
  func access<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    do { return try body() } catch { throw StoreError(error, path: path) }
  }

  /// Throws for a database that another program made, before anything in it is changed.
  private static func refuseForeignFile(at path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let peek: DatabaseQueue
    do { peek = try DatabaseQueue(path: path, configuration: configuration) } catch { return }
    defer { try? peek.close() }
    do {
      let (owner, tables) = try peek.read { db in
        (
          try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") ?? 0
        )
      }
      guard owner != Schema.applicationID, tables > 0 else { return }
      throw StoreError(
        .notALedger, path: path, problem: "the file is the database of another program",
        remedy: "Name another file; a new one is made where none is.")
    } catch let error as DatabaseError where error.resultCode != .SQLITE_NOTADB {
      return  // The opening that follows tells more.
    }
  }

  private static func migrate(_ pool: DatabasePool, path: String) throws {
    let migrator = Schema.migrator
    let (isNewer, isCurrent) = try pool.read { db in
      (try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db))
    }
    guard !isNewer else {
      throw StoreError(
        .newerSchema, path: path, problem: "a newer version of the program made this ledger",
        remedy: "Update the program, or name another file.")
    }
    if !isCurrent { try migrator.migrate(pool) }
  }
}
