/// What the clean stage returns: headline, body and the facts about publication, without the page's residue.
public struct Article: Sendable, Equatable {
  /// What the publication date rests on.
  public enum PublishedBasis: String, Sendable, Codable {
    case meta, jsonld, text, dateline, url
  }

  /// The record's identity: the first 16 hexadecimal digits of `source.sha256`.
  public var id: String
  /// The document that it was found in.
  public var source: Source
  /// The headline, without the site's name; empty where the page has none.
  public var title: String
  /// The day of publication.
  public var published: CalendarDate?
  /// What `published` rests on; nil without it.
  public var publishedBasis: PublishedBasis?
  /// The writers and editors that the page names, in order.
  public var byline: [String]
  /// The place that a news agency's report begins with ("Batam").
  public var dateline: String?
  /// ISO 639-1 code of the text's language, or nil where the text is too short to tell.
  public var language: String?
  /// Paragraphs, one a line; the headline is not repeated.
  public var body: String

  /// An article, its identity taken from `source`.
  public init(
    source: Source, title: String, published: CalendarDate? = nil, publishedBasis: PublishedBasis? = nil,
    byline: [String] = [], dateline: String? = nil, language: String? = nil, body: String
  ) {
    self.id = String(source.sha256.prefix(16))
    self.source = source
    self.title = title
    self.published = published
    self.publishedBasis = publishedBasis
    self.byline = byline
    self.dateline = dateline
    self.language = language
    self.body = body
  }

  /// The text that all spans point into: headline, a line feed, body.
  public var text: String { title + "\n" + body }
}
