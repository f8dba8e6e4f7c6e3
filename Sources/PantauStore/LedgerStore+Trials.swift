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
            for record in records { try insertion.insert(MergeItem(record: record, extractor: extractor)) }
            try body()
            return .rollback
          }
        }
      }
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
