public import PantauRecords

/// One document of a source, read.
public enum Document: Sendable, Equatable {
  /// A page, still to be cleaned.
  case page(Page)
  /// An article that its site splits over several pages, in their order, two at least; each still to be cleaned.
  case parts([Page])
  /// An article that the clean stage made in an earlier run (a line of its output).
  case article(Article)

  /// Whether it is still to be cleaned.
  public var isUncleaned: Bool { if case .article = self { false } else { true } }

  /// Where the document came from.
  public var source: Source {
    switch self {
    case .page(let page): page.source
    case .parts(let pages): Document.source(of: pages)
    case .article(let article): article.source
    }
  }

  /// The first part's source, with a digest of all parts.
  private static func source(of pages: [Page]) -> Source {
    var source = pages.first?.source ?? Source(path: "", sha256: "")
    source.sha256 = Digest.hexadecimal(of: pages.flatMap { Array($0.source.sha256.utf8) })
    return source
  }
}
