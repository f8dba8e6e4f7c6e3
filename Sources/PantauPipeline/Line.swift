public import PantauFetch
internal import PantauClean
internal import PantauExtract
public import PantauRecords
internal import PantauRules

/// The line from a page to its record: clean, then extract.
public struct Line: Sendable {
  private let cleaner: Cleaner
  let extractor: Extractor

  /// - Throws: `RuleErrors` where the rules are faulty.
  public init(_ setup: Setup) throws {
    cleaner = try Cleaner(rules: setup.rules)
    extractor = try Extractor(rules: setup.rules, gazetteer: setup.gazetteer, programmes: setup.programmes)
  }

  /// The article of `document`: cleaned, unless an earlier run has done that.
  public func article(of document: Document) throws(Failure) -> Article {
    switch document {
    case .page(let page): try cleaner.article(from: page)
    case .article(let article): article
    }
  }

  /// The record of `document`, or why there is none.
  public func outcome(of document: Document) -> Outcome {
    do throws(Failure) {
      return .record(extractor.record(of: try article(of: document)))
    } catch {
      return .failure(error)
    }
  }
}
