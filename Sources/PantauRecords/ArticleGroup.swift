/// One copy of an article: where it was found.
public struct ArticleCopy: Sendable, Hashable {
  /// The path as the user named it, as ``Source/path``.
  public var path: String
  /// The copy's address.
  public var url: String?
  /// The site's name.
  public var site: String?

  /// A copy and where it was found.
  public init(path: String, url: String? = nil, site: String? = nil) {
    self.path = path
    self.url = url
    self.site = site
  }
}

/// Articles that are one report: the same page under other addresses, paged and mobile editions, syndicated copies,
/// rewrites of an agency's text.
///
/// Every member stays a source; only one of them, the oldest, counts as an independent voice.
public struct ArticleGroup: Sendable, Equatable, Identifiable {
  /// An article of the group.
  public struct Member: Sendable, Equatable {
    /// The article.
    public var article: ArticleContext
    /// Every copy of it (other paths, the same bytes), in byte order of the paths.
    public var copies: [ArticleCopy]
    /// Why it belongs to the group: what links it to another member, the strongest first; empty for an article alone.
    public var links: [Decision]

    /// A member.
    public init(article: ArticleContext, copies: [ArticleCopy], links: [Decision] = []) {
      self.article = article
      self.copies = copies
      self.links = links
    }
  }

  /// The identifier of the oldest member, which counts as the original.
  public var id: String
  /// All articles: by publication day (unknown last), the longest first, then identifier; so the original stands first.
  public var members: [Member]

  /// A group; `members` in their order.
  public init(id: String, members: [Member]) {
    self.id = id
    self.members = members
  }
}
