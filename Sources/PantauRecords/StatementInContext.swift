/// What a reader must know about the article behind a fact: the value that the ledger keeps beside each statement.
public struct ArticleContext: Sendable, Hashable {
  /// The article's identity, as ``Article/id``.
  public var id: String
  /// The headline.
  public var title: String
  /// The day of publication, or nil where the page does not tell.
  public var published: CalendarDate?
  /// The path of the copy that is shown: the least of all copies' paths in byte order.
  public var path: String
  /// The article's address.
  public var url: String?
  /// The site's name.
  public var site: String?

  /// What the ledger keeps of an article.
  public init(
    id: String, title: String, published: CalendarDate? = nil, path: String, url: String? = nil,
    site: String? = nil
  ) {
    self.id = id
    self.title = title
    self.published = published
    self.path = path
    self.url = url
    self.site = site
  }

  /// The context of `article`.
  public init(_ article: Article) {
    self.init(
      id: article.id, title: article.title, published: article.published, path: article.source.path,
      url: article.source.url, site: article.source.site)
  }
}

/// A statement with the article it stands in: the value that merge, track and export work on.
public struct StatementInContext: Sendable, Equatable {
  /// What was said.
  public var statement: Statement
  /// Where it was said.
  public var article: ArticleContext
  /// The official who said it, found by ``Statement/speaker``; nil where nobody is named.
  public var speaker: Official?
  /// The nearest known parent of the statement's region, as ``RegionMention/within``.
  public var within: String?
  /// The words of the deadline, as they stand in the text.
  public var deadlineText: String?
  /// Where the quote stands, half-open, in Unicode code points of ``Article/text``.
  public var codePoints: Span
  /// The version of extractor and rules that found it.
  public var extractor: String

  /// A statement and the article that makes it.
  public init(
    statement: Statement, article: ArticleContext, speaker: Official? = nil, within: String? = nil,
    deadlineText: String? = nil, codePoints: Span? = nil, extractor: String = ""
  ) {
    self.statement = statement
    self.article = article
    self.speaker = speaker
    self.within = within
    self.deadlineText = deadlineText
    self.codePoints = codePoints ?? statement.span
    self.extractor = extractor
  }
}

/// An official with the article that names the person: the value from which ``OfficialEntity`` is made.
public struct OfficialInContext: Sendable, Equatable {
  /// The person.
  public var official: Official
  /// The article that names the person.
  public var article: ArticleContext

  /// A person and the article that names the person.
  public init(official: Official, article: ArticleContext) {
    self.official = official
    self.article = article
  }
}

extension ArticleRecord {
  /// Targets, actuals and totals, in this order, each with its article. Linear in the text's length.
  ///
  /// A statement without a code gets the code of the record's region of that label, where there is just one: totals
  /// have none of their own.
  public func statementsInContext(extractor: String = "") -> [StatementInContext] {
    let context = ArticleContext(article)
    let map = CodePointMap(article.text)
    let speakers = Dictionary(
      officialsInContext.map { ($0.official.id, $0.official) }, uniquingKeysWith: { first, _ in first })
    let named = Dictionary(grouping: regions, by: \.region)
    let deadlineTexts = Dictionary(
      deadlines.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    return (targets + actuals + totals).map { statement in
      var statement = statement
      let namesakes = statement.region.flatMap { named[$0] } ?? []
      if statement.regionCode == nil, namesakes.count == 1 { statement.regionCode = namesakes.first?.code }
      return StatementInContext(
        statement: statement, article: context,
        speaker: statement.speaker.flatMap { speakers[$0] },
        within: namesakes.first { $0.code == statement.regionCode }?.within,
        deadlineText: statement.deadline.flatMap { deadlineTexts[$0] },
        codePoints: Span(
          map.codePoint(ofByte: statement.span.start), map.codePoint(ofByte: statement.span.end)),
        extractor: extractor)
    }
  }

  /// The officials, each with the article and the area of the body served.
  public var officialsInContext: [OfficialInContext] {
    let context = ArticleContext(article)
    return officials.map { official in
      var official = official
      official.area = area(of: official.of)
      return OfficialInContext(official: official, article: context)
    }
  }

  /// What tells bodies of one label apart, as ``Official/area``; nil where the record's regions do not tell.
  public func area(of body: String?) -> String? {
    guard let body else { return nil }
    let areas = Set(
      regions.lazy.filter { $0.region == body }.compactMap { region in
        region.code.map { String($0.prefix(ArticleRecord.regencyCode)) } ?? region.within
      })
    return areas.count == 1 ? areas.first : nil
  }

  /// Characters in a regency's official code.
  private static var regencyCode: Int { 5 }
}
