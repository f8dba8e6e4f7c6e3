/// What a page says about itself and its article beyond what the article record carries.
public struct PageFacts: Sendable, Equatable {
  /// The moment of publication, where the page gives a time; its day is the record's `published`, or next to it where
  /// the page states Greenwich time and shows the day of its own clock.
  public var published: Moment?
  /// When the article was last changed, as the page says.
  public var updated: Moment?
  /// What `updated` rests on; nil without it.
  public var updatedBasis: Article.PublishedBasis?
  /// The address that the page gives as its own, absolute where it can be told.
  public var canonical: String?
  /// The address of the lead image.
  public var image: String?
  /// The section of the site that the article stands in.
  public var section: String?
  /// Subjects, as the page names them, in order.
  public var tags: [String] = []
  /// The part of the article that the page holds, where it comes on several pages.
  public var part: PagePart?
  /// The character set that the bytes were read in, by its name in the WHATWG Encoding standard, or `us-ascii`.
  public var charset = "utf-8"
  /// What was wrong with the page and was mended.
  public var notices: [Notice] = []

  /// No facts.
  public init() {}
}

/// One page of an article that comes on several.
public struct PagePart: Sendable, Equatable {
  /// Counted from 1.
  public var number: Int
  /// How many pages there are, as far as this one tells.
  public var count: Int
  /// Addresses of the other pages that this one links to, by their number.
  public var links: [Link]

  /// A link to another page of the article.
  public struct Link: Sendable, Equatable {
    /// Counted from 1.
    public var number: Int
    /// Absolute where it can be told.
    public var address: String

    /// A link.
    public init(number: Int, address: String) {
      self.number = number
      self.address = address
    }
  }

  /// A part.
  public init(number: Int, count: Int, links: [Link]) {
    self.number = number
    self.count = count
    self.links = links
  }
}

/// Something about a page that is out of the ordinary and that its reader should know.
public struct Notice: Sendable, Equatable {
  /// `deep-nesting`, `flat-reading`, `long-tags`.
  public var code: String
  /// One sentence.
  public var message: String

  /// A notice.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
