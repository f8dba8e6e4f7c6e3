public import PantauRecords

/// What a search found.
public struct SearchResult: Sendable, Equatable {
  /// A stretch of text and whether it is what was looked for.
  public struct Piece: Sendable, Equatable {
    /// The text.
    public var text: String
    /// Whether it matches.
    public var isMatch: Bool

    /// A piece.
    public init(_ text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }

  /// An article that matches.
  public struct Hit: Sendable, Equatable {
    /// The article.
    public var article: ArticleContext
    /// The best place in headline or body.
    public var snippet: [Piece]
    /// The statements whose quote matches, in the order of the text.
    public var quotes: [Quote]
  }

  /// A statement whose quote matches.
  public struct Quote: Sendable, Equatable {
    /// Whether it was promised, reported, or is a total.
    public var kind: Statement.Kind
    /// The stage.
    public var stage: String?
    /// Canonical label.
    public var region: String?
    /// The region's code.
    public var regionCode: String?
    /// Canonical label of the region's parent.
    public var within: String?
    /// The whole quote.
    public var text: [Piece]
    /// Where the quote stands, in Unicode code points of ``Article/text``.
    public var codePoints: Span
  }

  /// The best ones, best first; among equals the newest article first.
  public var hits: [Hit]
  /// How many articles match.
  public var count: Int
  /// Articles that are not in the index yet, because the ledger could not be written.
  public var missing: Int
}
