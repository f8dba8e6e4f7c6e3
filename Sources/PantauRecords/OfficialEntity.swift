/// One person in office, as the articles together show the person.
public struct OfficialEntity: Sendable, Equatable {
  /// An office that the person is named with.
  public struct Office: Sendable, Hashable {
    /// The office spelled out, without its region.
    public var position: String
    /// Region label or body served.
    public var of: String?
    /// Whether the office is held for the time being.
    public var acting: Bool

    /// A value of its parts.
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
    /// What spoke for it.
    public var reason: String

    /// A value of its parts.
    public init(name: String, score: Double, reason: String) {
      self.name = name
      self.score = score
      self.reason = reason
    }
  }

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

  /// A value of its parts.
  public init(
    name: String, aliases: [String] = [], office: Office, otherOffices: [Office] = [], articles: [String],
    joins: [Join] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.office = office
    self.otherOffices = otherOffices
    self.articles = articles
    self.joins = joins
  }
}
