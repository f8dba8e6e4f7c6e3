/// What the extract stage returns: an article and everything that was read out of it.
public struct ArticleRecord: Sendable, Equatable {
  public var article: Article
  public var regions: [RegionMention] = []
  public var officials: [Official] = []
  public var deadlines: [Deadline] = []
  public var targets: [Statement] = []
  public var actuals: [Statement] = []
  public var totals: [Statement] = []
  public var checks: [Check] = []

  public init(article: Article) { self.article = article }
}

/// The level of an administrative region.
public enum RegionLevel: String, Sendable, Codable, CaseIterable {
  case province, regency, city, district, village
  case urbanVillage = "urban_village"
}

/// A region that an article names, with every place where it does.
public struct RegionMention: Sendable, Equatable {
  /// `r1`, `r2`, … in the order of first mention.
  public var id: String
  /// Canonical label ("Kota Batam").
  public var region: String
  /// The name without its level ("Batam").
  public var name: String
  public var level: RegionLevel
  /// Official code in the Ministry of Home Affairs' form (`21.71.08.1004`), or nil.
  public var code: String?
  /// Canonical label of the nearest known parent.
  public var within: String?
  public var mentions: [Span]

  public init(
    id: String, region: String, name: String, level: RegionLevel, code: String? = nil, within: String? = nil,
    mentions: [Span]
  ) {
    self.id = id
    self.region = region
    self.name = name
    self.level = level
    self.code = code
    self.within = within
    self.mentions = mentions
  }
}

/// A named person with an office.
public struct Official: Sendable, Equatable {
  /// `o1`, `o2`, … in the order of first mention.
  public var id: String
  /// The fullest form in the article, without honorifics and degrees.
  public var name: String
  /// The office spelled out, without its region.
  public var position: String
  /// Region label or body served.
  public var of: String?
  /// Whether the office is held for the time being (Plt, Pj, Pjs, Plh).
  public var acting: Bool
  /// Other forms of the name in the article.
  public var aliases: [String]
  public var mentions: [Span]

  public init(
    id: String, name: String, position: String, of: String? = nil, acting: Bool = false, aliases: [String] = [],
    mentions: [Span]
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.of = of
    self.acting = acting
    self.aliases = aliases
    self.mentions = mentions
  }
}

/// A date expression that bounds a target.
public struct Deadline: Sendable, Equatable {
  public var id: String
  /// The words, as they stand in the text.
  public var text: String
  /// `before`, `by`, `on`, `in` or `from`.
  public var relation: String
  public var earliest: CalendarDate?
  public var latest: CalendarDate?
  public var approximate: Bool
  /// The expression in the Extended Date/Time Format (ISO 8601-2), where it has one.
  public var edtf: String?
  public var span: Span

  public init(
    id: String, text: String, relation: String, earliest: CalendarDate? = nil, latest: CalendarDate? = nil,
    approximate: Bool = false, edtf: String? = nil, span: Span
  ) {
    self.id = id
    self.text = text
    self.relation = relation
    self.earliest = earliest
    self.latest = latest
    self.approximate = approximate
    self.edtf = edtf
    self.span = span
  }
}

/// A contradiction within the article: between two of its figures, or between a weekday and its date.
public struct Check: Sendable, Equatable {
  /// `percent-mismatch`, `weekday-mismatch`, `impossible-date`, `sum-mismatch`, `above-universe`.
  public var kind: String
  /// Identifier of the statement concerned, if one is.
  public var statement: String?
  public var stated: Double?
  public var computed: Double?
  public var message: String

  public init(
    kind: String, statement: String? = nil, stated: Double? = nil, computed: Double? = nil, message: String
  ) {
    self.kind = kind
    self.statement = statement
    self.stated = stated
    self.computed = computed
    self.message = message
  }
}
