internal import GRDB
public import PantauRecords

extension LedgerStore {
  /// Adds what `records` say, in one transaction: all of it, or nothing where an error is thrown.
  ///
  /// An article that the ledger holds as read by `extractor` adds nothing but a copy's path. Linear in the records.
  /// - Parameters:
  ///   - records: articles with what was read out of them.
  ///   - extractor: the version of extractor and rules; another string is another reading.
  ///   - rules: decide which articles are one report; nil to leave that to ``settle(_:)``.
  /// - Returns: what was added.
  /// - Throws: ``StoreError`` where the ledger cannot be written; it then holds what it held before.
  public func merge(
    _ records: [ArticleRecord], extractor: String, rules: (any MergeRules)? = nil
  ) throws(StoreError) -> MergeReport {
    try merge(records.map { MergeItem(record: $0, extractor: extractor) }, rules: rules)
  }

  /// Adds `items`, in one transaction: all of them, or nothing where an error is thrown.
  ///
  /// Of several readings of one article that of the reader adopted last counts, of one reader's that of the greatest
  /// digest; the others stay. So the order of `items`, and how they are split into calls, does not show. Near linear.
  /// - Parameters:
  ///   - items: records with their extractors.
  ///   - rules: decide which articles are one report; nil to leave that to ``settle(_:)``.
  /// - Returns: what was added.
  /// - Throws: ``StoreError`` where the ledger cannot be written; it then holds what it held before.
  public func merge(
    _ items: [MergeItem], rules: (any MergeRules)?
  ) throws(StoreError) -> MergeReport {
    try access {
      try pool.write { db in
        var insertion = try RecordInsertion(db, rules: rules)
        try insertion.insert(items)
        return insertion.report
      }
    }
  }

  /// Decides what is open: articles that are not filed yet, and names whose scope got a holder or a day more.
  ///
  /// Call it when a merge is done; until then, persons are those of the last call. Linear in the holders.
  /// - Throws: ``StoreError`` where the ledger cannot be written; it then holds what it held before.
  public func settle(_ rules: any MergeRules) throws(StoreError) {
    try access {
      try pool.write { db in
        let time = try Clock.now(db)
        var holders = try Holders(db, rules)
        var filing = try ArticleFiling(db, rules)
        for article in try Int64.fetchAll(db, sql: "SELECT article FROM open_articles ORDER BY article") {
          try filing.refile(article)
          try holders.renew(article)
        }
        try filing.finish()
        try db.execute(sql: "DELETE FROM open_articles")
        try PersonSettlement(db, rules, time: time).run()
      }
    }
  }
}

/// The moment at which a transaction writes.
enum Clock {
  static func now(_ db: Database) throws -> String {
    try String.fetchOne(db, sql: "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')") ?? ""
  }
}
