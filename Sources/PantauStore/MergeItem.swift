public import PantauRecords

/// A record on its way into the ledger.
public struct MergeItem: Sendable {
  /// The article and what was read out of it.
  public let record: ArticleRecord
  /// The version of extractor and rules, ended by a point and 16 digits of a digest of the record where one reader may
  /// give several readings of one article.
  public let extractor: String
  /// The article's keys, where they were worked out beforehand; nil to have them worked out while merging.
  public let signature: ArticleSignature?
  /// What the record says, worked out on the thread that makes the item and not on the one that writes.
  let statements: [StatementInContext]
  let officials: [OfficialInContext]

  /// A record of `extractor`.
  public init(record: ArticleRecord, extractor: String, signature: ArticleSignature? = nil) {
    self.record = record
    self.extractor = extractor
    self.signature = signature
    statements = record.statementsInContext(extractor: extractor)
    officials = record.officialsInContext
  }
}
