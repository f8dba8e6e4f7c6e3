public import PantauRecords

/// Who speaks behind articles and names: the groups that articles belong to, and the persons that names belong to.
public struct Voices: Sendable {
  /// A group of articles as the article knows it.
  public struct Group: Sendable, Equatable {
    /// ``ArticleGroup/id``.
    public var id: String
    /// The site of the group's original; nil where unknown.
    public var site: String?

    /// A group.
    public init(id: String, site: String?) {
      self.id = id
      self.site = site
    }
  }

  private let groups: [String: Group]
  private let persons: [String: String]

  /// - Parameters:
  ///   - groups: by article; an article that is missing speaks for itself.
  ///   - persons: ``OfficialEntity/id`` by ``Holder/id``; a name that is missing stands for itself.
  public init(groups: [String: Group] = [:], persons: [String: String] = [:]) {
    self.groups = groups
    self.persons = persons
  }

  /// - Parameters:
  ///   - groups: groups of articles, whose first member is the original.
  ///   - persons: ``OfficialEntity/id`` by ``Holder/id``.
  public init(groups: [ArticleGroup], persons: [String: String]) {
    var byArticle: [String: Group] = [:]
    for group in groups {
      let value = Group(id: group.id, site: group.members.first?.article.site)
      for member in group.members { byArticle[member.article.id] = value }
    }
    self.init(groups: byArticle, persons: persons)
  }

  /// The group of `article`.
  public func group(of article: ArticleContext) -> Group {
    groups[article.id] ?? Group(id: article.id, site: article.site)
  }

  /// The person behind `official`.
  public func person(of official: Official) -> String {
    let holder = Holder(official).id
    return persons[holder] ?? holder
  }
}
