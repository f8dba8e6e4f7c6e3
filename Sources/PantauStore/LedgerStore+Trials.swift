#if DEBUG
  internal import GRDB
  internal import PantauRecords

  /// What tests need to bring a ledger into states that otherwise take a crash, a full disk or another program.
  extension LedgerStore {
    func execute(_ sql: String) throws(StoreError) {
      try access { try pool.write { try $0.execute(sql: sql) } }
    }

    /// Holds the ledger's write lock while `body` runs.
    func whileWriting(_ body: () throws -> Void) throws(StoreError) {
      try access { try pool.write { _ in try body() } }
    }

    /// Lets the file grow by at most `count` pages more.
    func limitPages(beyondPresent count: Int) throws(StoreError) {
      try access {
        try pool.writeWithoutTransaction { db in
          let present = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
          try db.execute(sql: "PRAGMA max_page_count = \(present + count)")
        }
      }
    }

    /// Runs `body` while `records` are inserted but not committed, then takes them back.
    func whileInserting(
      _ records: [ArticleRecord], extractor: String, _ body: () throws -> Void
    ) throws(StoreError) {
      try access {
        try pool.writeWithoutTransaction { db in
          try db.inTransaction(.immediate) {
            var insertion = try RecordInsertion(db, rules: nil)
            try insertion.insert(records.map { MergeItem(record: $0, extractor: extractor) })
            try body()
            return .rollback
          }
        }
      }
    }

    /// Runs `body` on the keys of articles, in a transaction of its own; their table of recent ones is full at `recentRows`.
    func withKeys<Value>(
      recentRows: Int, _ body: (inout ArticleKeys) throws -> Value
    ) throws(StoreError) -> Value {
      try access {
        try pool.write { db in
          var keys = ArticleKeys(db, recentRows: recentRows)
          let value = try body(&keys)
          try keys.write()
          return value
        }
      }
    }

    func count(_ table: String) throws(StoreError) -> Int {
      try access { try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 } }
    }

    /// Makes a ledger of the first version at `path`.
    static func makeLedger(upTo version: String, at path: String) throws {
      let pool = try DatabasePool(path: path)
      try Schema.migrator.migrate(pool, upTo: version)
      try pool.close()
    }

    /// Runs statements as another program would, without this one's guards.
    static func executeRaw(_ sql: String, at path: String) throws {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
      try queue.close()
    }

    static func makeForeignDatabase(at path: String) throws {
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE notes (note TEXT)") }
      try queue.close()
    }
  }

  extension StoreError {
    init(sqliteCode code: Int32, path: String) {
      self.init(DatabaseError(resultCode: ResultCode(rawValue: code)), path: path)
    }
  }
#endif
