public import PantauRecords

/// A record on its way into the ledger.
public struct MergeItem: Sendable {
  /// The article and what was read out of it.
  public var record: ArticleRecord
  /// The version of extractor and rules, ended by a point and 16 digits of a digest of the record where one reader may
  /// give several readings of one article.
  public var extractor: String
  /// The article's keys, where they were worked out beforehand; nil to have them worked out while merging.
  public var signature: ArticleSignature?

  /// A record of `extractor`.
  public init(record: ArticleRecord, extractor: String, signature: ArticleSignature? = nil) {
    self.record = record
    self.extractor = extractor
    self.signature = signature
  }
}
