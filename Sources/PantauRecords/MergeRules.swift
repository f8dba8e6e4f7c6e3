/// What decides which articles are one report and which names are one person: the contract between the ledger, which
/// keeps decisions, and the merge stage, which makes them.
///
/// All functions are pure, and `likeness` is symmetric: then groups and persons depend on what the ledger holds alone, and
/// not on the order in which it came.
public protocol MergeRules: Sendable {
  /// The keys under which an article is filed, and under which articles like it are.
  func signature(of article: Article) -> ArticleSignature

  /// The decision on two articles that share a key.
  func likeness(of left: Article, _ right: Article) -> ArticleLikeness

  /// Indices of `articles` by report, each once; what users decided goes before the rules.
  func groups(of articles: [Article], judgements: [Decision]) -> [[Int]]

  /// The scopes in which decisions on `holder` are made, one for names in its office, one for its full name.
  func scopes(of holder: Holder) -> [String]

  /// The decisions on the holders of one scope; what users decided goes before the rules.
  func decisions(inScope scope: String, on holders: [HolderTenure], judgements: [Decision]) -> [Decision]

  /// For each holder's identifier that of its person, which is one of the holders'.
  func persons(of holders: [Holder], decisions: [Decision]) -> [String: String]
}
