/// What the extract stage returns: an article and everything that was read out of it.
public struct ArticleRecord: Sendable, Equatable {
  /// The article itself.
  public var article: Article
  /// The regions that it names, in the order of first mention.
  public var regions: [RegionMention] = []
  /// The persons in office that it names, in the order of first mention.
  public var officials: [Official] = []
  /// The date expressions that bound its targets.
  public var deadlines: [Deadline] = []
  /// What it says is to be reached.
  public var targets: [Statement] = []
  /// What it says is reached.
  public var actuals: [Statement] = []
  /// What it says the universe holds.
  public var totals: [Statement] = []
  /// Contradictions found in it.
  public var checks: [Check] = []

  /// A record in which nothing was read yet.
  public init(article: Article) { self.article = article }
}

/// The level of an administrative region.
public enum RegionLevel: String, Sendable, Codable, CaseIterable {
  case province, regency, city, district, village
  case urbanVillage = "urban_village"

  /// How far below the state: 0 for provinces to 3 for villages of either kind.
  public var rank: Int {
    switch self {
    case .province: 0
    case .regency, .city: 1
    case .district: 2
    case .village, .urbanVillage: 3
    }
  }
}

/// A region that an article names, with every place where it does.
public struct RegionMention: Sendable, Equatable {
  /// `r1`, `r2`, … in the order of first mention.
  public var id: String
  /// Canonical label ("Kota Batam").
  public var region: String
  /// The name without its level ("Batam").
  public var name: String
  /// The level of administration.
  public var level: RegionLevel
  /// Official code in the Ministry of Home Affairs' form (`21.71.08.1004`), or nil.
  public var code: String?
  /// Canonical label of the nearest known parent.
  public var within: String?
  /// Every place that names it, in order.
  public var mentions: [Span]

  /// A region with its mentions.
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
  /// Every place that names the person, in order.
  public var mentions: [Span]
  /// What tells regions of one label apart: code of the regency (or province) that ``of`` is or lies in, else its
  /// parent's label. Not part of the record; filled in where the person is taken out of it (``ArticleRecord/area(of:)``).
  public var area: String?

  /// A person with the mentions.
  public init(
    id: String, name: String, position: String, of: String? = nil, acting: Bool = false,
    aliases: [String] = [],
    mentions: [Span], area: String? = nil
  ) {
    self.area = area
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
  /// `d1`, `d2`, … in the order of the targets.
  public var id: String
  /// The words, as they stand in the text.
  public var text: String
  /// `before`, `by`, `on`, `in` or `from`.
  public var relation: String
  /// The first day that the expression covers.
  public var earliest: CalendarDate?
  /// The last day on which what it bounds is still in time.
  public var latest: CalendarDate?
  /// Whether the words leave the borders open ("awal Juni").
  public var approximate: Bool
  /// The expression in the Extended Date/Time Format (ISO 8601-2), where it has one.
  public var edtf: String?
  /// Where `text` stands.
  public var span: Span

  /// A deadline; days that the words do not settle are nil.
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
  /// The figure that the article gives.
  public var stated: Double?
  /// The figure that follows from its others.
  public var computed: Double?
  /// What contradicts what, one sentence.
  public var message: String

  /// A contradiction.
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
