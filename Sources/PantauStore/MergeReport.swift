/// What one call of ``LedgerStore/merge(_:extractor:)`` added.
public struct MergeReport: Sendable, Equatable {
  /// Articles that the ledger did not hold.
  public var articlesAdded = 0
  /// Articles that the ledger held, but not as this extractor reads them.
  public var articlesReread = 0
  /// Articles that the ledger held as this extractor reads them: they add no statement.
  public var articlesKnown = 0
  /// Further copies (other paths) of articles that the ledger held.
  public var copiesAdded = 0
  /// Targets, actuals and totals of new articles and new readings.
  public var statementsAdded = 0

  /// Nothing added.
  public init() {}

  /// The sum of two reports.
  public static func + (left: MergeReport, right: MergeReport) -> MergeReport {
    var sum = left
    sum.articlesAdded += right.articlesAdded
    sum.articlesReread += right.articlesReread
    sum.articlesKnown += right.articlesKnown
    sum.copiesAdded += right.copiesAdded
    sum.statementsAdded += right.statementsAdded
    return sum
  }
}
