public import PantauRecords

/// The merge stage as the ledger knows it.
extension Merger: MergeRules {
  /// The keys of `article`, as ``ArticleMatcher/signature(of:)``.
  public func signature(of article: Article) -> ArticleSignature { ArticleMatcher().signature(of: article) }

  /// The decision on two articles, as ``ArticleMatcher/likeness(of:_:)``.
  public func likeness(of left: Article, _ right: Article) -> ArticleLikeness {
    ArticleMatcher().likeness(of: left, right)
  }

  /// The scope of the holder's office, and that of its name where the name is full.
  public func scopes(of holder: Holder) -> [String] {
    [PersonClustering.officeScope(of: holder), PersonClustering.nameScope(of: holder)].compactMap { $0 }
  }

  /// The decisions within one scope.
  public func decisions(
    inScope scope: String, on holders: [HolderTenure], judgements: [Decision]
  ) -> [Decision] {
    let clustering = PersonClustering(judgements: judgements, regions: regions)
    return scope == holders.first.flatMap({ PersonClustering.nameScope(of: $0.holder) })
      ? clustering.decisions(ofNamesakes: holders)
      : clustering.decisions(ofOffice: holders.map(\.holder))
  }

  /// The person of each holder: the holder of the fullest name among those that the decisions join.
  public func persons(of holders: [Holder], decisions: [Decision]) -> [String: String] {
    let byID = Dictionary(holders.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    var persons: [String: String] = [:]
    for group in PersonClustering.persons(of: Array(byID.keys), decisions) {
      let canonical = group.count == 1 ? group.first : fullest(of: group.compactMap { byID[$0] })?.id
      for id in group { persons[id] = canonical }
    }
    return persons
  }
}
