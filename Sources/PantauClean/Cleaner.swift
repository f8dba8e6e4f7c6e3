public import PantauRecords
public import PantauRules

/// Finds the article on a page: main text, headline and the facts of its publication.
public struct Cleaner: Sendable {
  /// - Throws: ``RuleErrors`` where the clean rules are faulty.
  public init(rules: RuleFolder) throws {}

  /// The article on `page`.
  ///
  /// - Throws: ``Failure`` with `stage` "clean" where the page holds none.
  public func article(from page: Page) throws(Failure) -> Article {
    let text = String(decoding: page.bytes, as: UTF8.self)
    return Article(source: page.source, title: "", body: text)
  }
}
