public import PantauRecords

/// One article written for a test, with the statements that a reader takes out of it.
///
/// The quotes are words of the body; where they stand is found.
public struct InventedArticle: Sendable {
  /// One statement of the article.
  public struct Says: Sendable {
    var kind: Statement.Kind
    var quote: String
    var edit: @Sendable (inout Statement) -> Void

    /// A statement whose fields `edit` fills in.
    public init(
      _ kind: Statement.Kind, _ quote: String, _ edit: @escaping @Sendable (inout Statement) -> Void
    ) {
      self.kind = kind
      self.quote = quote
      self.edit = edit
    }
  }

  var name: String
  var published: String?
  var site: String?
  var url: String?
  var title: String
  var body: String
  var region: RegionMention
  var speaker: Official?
  var says: [Says]

  /// An article in the file `name`, of which every statement is about `region` and said by `speaker`.
  public init(
    _ name: String, published: String?, site: String? = nil, url: String? = nil, title: String, body: String,
    region: (label: String, code: String?, within: String?),
    speaker: (name: String, position: String)? = nil,
    says: [Says]
  ) {
    self.name = name
    self.published = published
    self.site = site
    self.url = url
    self.title = title
    self.body = body
    self.region = RegionMention(
      id: "r1", region: region.label, name: String(region.label.split(separator: " ").last ?? ""),
      level: region.label.hasPrefix("Provinsi") ? .province : .regency, code: region.code,
      within: region.within, mentions: [])
    self.speaker = speaker.map {
      Official(
        id: "o1", name: $0.name, position: $0.position, of: region.label, acting: false, aliases: [],
        mentions: [])
    }
    self.says = says
  }

  /// The record that the extract stage would make of it.
  public var record: ArticleRecord {
    let article = Article(
      source: Source(
        path: "berita/\(name).html", url: url, site: site, sha256: InventedArticle.digest(of: name)),
      title: title, published: published.flatMap { CalendarDate(iso: $0) }, publishedBasis: .meta,
      language: "id", body: body)
    var record = ArticleRecord(article: article)
    record.regions = [region]
    record.officials = speaker.map { [$0] } ?? []
    for says in says {
      var statement = Statement(
        kind: says.kind, programme: "koperasi-merah-putih", quote: says.quote,
        span: InventedArticle.place(of: says.quote, in: article.text), rule: "quantity/test")
      statement.region = region.region
      statement.regionCode = region.code
      statement.stage = says.kind == .total ? nil : "formed"
      statement.unit = "village_any"
      statement.speaker = speaker?.id
      statement.confidence = 1
      says.edit(&statement)
      switch says.kind {
      case .target:
        statement.id = "t\(record.targets.count + 1)"
        record.targets.append(statement)
      case .actual:
        statement.id = "a\(record.actuals.count + 1)"
        record.actuals.append(statement)
      case .total: record.totals.append(statement)
      }
    }
    return record
  }

  /// 64 hexadecimal digits that depend on the name alone.
  private static func digest(of name: String) -> String {
    StableHash.text([name]) + StableHash.text([name, "2"]) + StableHash.text([name, "3"])
      + StableHash.text([name, "4"])
  }

  private static func place(of quote: String, in text: String) -> Span {
    let (text, quote) = (Array(text.utf8), Array(quote.utf8))
    let places = text.indices.filter { text[$0...].starts(with: quote) }
    precondition(places.count == 1, "a quote must stand in its article once")
    return Span(places[0], places[0] + quote.count)
  }
}
