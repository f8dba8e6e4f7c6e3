/// One person in office, as the articles together show the person.
public struct OfficialEntity: Sendable, Equatable, Identifiable {
  /// An office that the person is named with.
  public struct Office: Sendable, Hashable {
    /// The office spelled out, without its region.
    public var position: String
    /// Region label or body served.
    public var of: String?
    /// Whether the office is held for the time being.
    public var acting: Bool

    /// An office.
    public init(position: String, of: String?, acting: Bool) {
      self.position = position
      self.of = of
      self.acting = acting
    }
  }

  /// Why a further form of the name was taken for the same person.
  public struct Join: Sendable, Equatable {
    /// The form of the name that was joined.
    public var name: String
    /// 0 to 1.
    public var score: Double
    /// The rule that joined it, in words.
    public var reason: String

    /// A decision.
    public init(name: String, score: Double, reason: String) {
      self.name = name
      self.score = score
      self.reason = reason
    }
  }

  /// An office and when articles name the person with it.
  public struct Tenure: Sendable, Equatable {
    /// The office.
    public var office: Office
    /// The first day on which an article names the person with it; nil where no article tells its day.
    public var first: CalendarDate?
    /// The last such day.
    public var last: CalendarDate?

    /// An office and its days.
    public init(office: Office, first: CalendarDate?, last: CalendarDate?) {
      self.office = office
      self.first = first
      self.last = last
    }
  }

  /// The identifier (``Holder/id``) of the fullest name with its office.
  public var id: String
  /// The fullest form of the name.
  public var name: String
  /// The other forms, in byte order.
  public var aliases: [String]
  /// The office in the newest article.
  public var office: Office
  /// The offices of the other articles, in byte order.
  public var otherOffices: [Office]
  /// Identifiers of the articles that name the person, in byte order.
  public var articles: [String]
  /// The decisions that joined the forms, in byte order of the forms.
  public var joins: [Join]
  /// All offices with their days, oldest first; promotions and acting terms show here.
  public var tenures: [Tenure]

  /// A person as the articles show the person.
  public init(
    id: String = "", name: String, aliases: [String] = [], office: Office, otherOffices: [Office] = [],
    articles: [String],
    joins: [Join] = [], tenures: [Tenure] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.office = office
    self.otherOffices = otherOffices
    self.articles = articles
    self.joins = joins
    self.tenures = tenures
  }
}
