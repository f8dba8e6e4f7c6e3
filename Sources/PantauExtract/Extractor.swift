public import PantauGazetteer
public import PantauRecords
public import PantauRules

/// Reads statements, regions and officials out of an article.
public struct Extractor: Sendable {
  /// - Throws: ``RuleErrors`` where the rules are faulty.
  public init(rules: RuleFolder, gazetteer: Gazetteer) throws {}

  /// Everything that `article` states.
  public func record(of article: Article) -> ArticleRecord { ArticleRecord(article: article) }
}
