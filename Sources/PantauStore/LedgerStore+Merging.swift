internal import GRDB
public import PantauRecords

extension LedgerStore {
  /// Adds what `records` say, in one transaction: all of it, or nothing where an error is thrown.
  ///
  /// An article that the ledger holds as read by `extractor` adds nothing but a copy's path. Linear in the records.
  /// - Parameters:
  ///   - records: articles with what was read out of them.
  ///   - extractor: the version of extractor and rules; another string is another reading.
  /// - Returns: what was added.
  /// - Throws: ``StoreError`` where the ledger cannot be written; it then holds what it held before.
  public func merge(_ records: [ArticleRecord], extractor: String) throws(StoreError) -> MergeReport {
    try access {
      try pool.write { db in
        var insertion = try RecordInsertion(db, extractor: extractor)
        for record in records { try insertion.insert(record) }
        return insertion.report
      }
    }
  }

}
