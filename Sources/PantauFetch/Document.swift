public import PantauRecords

/// One document of a source, read.
public enum Document: Sendable, Equatable {
  /// A page, still to be cleaned.
  case page(Page)
  /// An article that the clean stage made in an earlier run (a line of its output).
  case article(Article)

  /// Where the document came from.
  public var source: Source {
    switch self {
    case .page(let page): page.source
    case .article(let article): article.source
    }
  }
}
