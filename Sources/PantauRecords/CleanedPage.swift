/// An article with the structure of its text and the facts of its page: what `pantau clean` writes.
public struct CleanedPage: Sendable, Equatable {
  /// The article.
  public var article: Article
  /// One for each line of the body, in order.
  public var blocks: [Block]
  /// Links in headline and body, in order; empty unless they were asked for.
  public var links: [Link]
  /// What the page says about itself.
  public var facts: PageFacts

  /// An article with its structure and its page's facts.
  public init(article: Article, blocks: [Block] = [], links: [Link] = [], facts: PageFacts = PageFacts()) {
    self.article = article
    self.blocks = blocks
    self.links = links
    self.facts = facts
  }
}

/// What a line of the body is.
public struct Block: Sendable, Equatable {
  /// Kinds of lines.
  public enum Kind: String, Sendable, Codable {
    case paragraph, heading, item, row, quote, code
  }

  /// What the line is.
  public var kind: Kind
  /// Headings: 1 to 6. Items: how many lists they stand in. Others: 0.
  public var level: Int
  /// An item of a numbered list.
  public var isNumbered: Bool
  /// The line in ``Article/text``.
  public var span: Span

  /// A line's kind and place.
  public init(kind: Kind, level: Int = 0, isNumbered: Bool = false, span: Span) {
    self.kind = kind
    self.level = level
    self.isNumbered = isNumbered
    self.span = span
  }
}

/// Text that links somewhere.
public struct Link: Sendable, Equatable {
  /// The text in ``Article/text``.
  public var span: Span
  /// The address, absolute where it can be told.
  public var address: String

  /// A link.
  public init(span: Span, address: String) {
    self.span = span
    self.address = address
  }
}
