/// What statements agree on: one programme, stage, region and amount, with dates that can be one.
///
/// Facts are derived from statements on each reading; nothing of a statement is lost in one.
public struct Fact: Sendable, Equatable, Identifiable {
  /// A number, a percentage or "all of them".
  public struct Amount: Sendable, Hashable {
    /// The number.
    public var value: Double?
    /// The percentage, 0 to 100 and above.
    public var percent: Double?
    /// Whether the text says "all of them".
    public var all: Bool
    /// `min`, `max` or `about`; nil for an exact number.
    public var bound: String?
    /// The denominator that stands beside the number.
    public var of: Double?
    /// What is counted.
    public var unit: String?

    /// An amount; what it does not say is nil.
    public init(
      value: Double? = nil, percent: Double? = nil, all: Bool = false, bound: String? = nil,
      of: Double? = nil, unit: String? = nil
    ) {
      self.value = value
      self.percent = percent
      self.all = all
      self.bound = bound
      self.of = of
      self.unit = unit
    }
  }

  /// One statement that says it.
  public struct Saying: Sendable, Equatable {
    /// The statement, with article, speaker, quote and offsets.
    public var statement: StatementInContext
    /// The group that the article belongs to: ``ArticleGroup/id``.
    public var group: String
    /// Whose voice it is: the site of the group's original, else the group; copies and a site's own repetition are one
    /// voice.
    public var voice: String
    /// Whether an older article of the same voice says it already.
    public var isEcho: Bool
    /// The speaker as a person: ``OfficialEntity/id``; nil where nobody is named.
    public var person: String?

    /// A statement as a voice for a fact.
    public init(
      statement: StatementInContext, group: String, voice: String, isEcho: Bool, person: String? = nil
    ) {
      self.statement = statement
      self.group = group
      self.voice = voice
      self.isEcho = isEcho
      self.person = person
    }
  }

  /// `f` and 16 hexadecimal digits, from programme, region, stage, kind, amount and date: the same fact has the same
  /// identifier in every ledger that holds the same statements of it.
  public var id: String
  /// Whether it was promised, reported as reached, or is the size of the universe.
  public var kind: Statement.Kind
  /// The programme's identifier.
  public var programme: String
  /// What was counted; nil for totals.
  public var stage: String?
  /// Canonical label, `Indonesia` for the whole country; nil where the articles name no region.
  public var region: String?
  /// The region's official code.
  public var regionCode: String?
  /// Canonical label of the nearest known parent.
  public var within: String?
  /// The amount, each part from the oldest statement that gives it.
  public var amount: Amount
  /// Targets: the first day, given only for a beginning.
  public var earliest: CalendarDate?
  /// Targets: the last day on which the target is still met.
  public var latest: CalendarDate?
  /// Actuals: the day for which it is reported, where an article says so.
  public var asOf: CalendarDate?
  /// What "all of them" stands for, where the amount says so: an article's total of that day, else the gazetteer's count.
  public var whole: Double?
  /// Whether a later article corrected it (``FactEvent/Kind/correction``): it stays, and counts no further.
  public var isVoid: Bool
  /// Everyone who says it, oldest article first (unknown days before all others); never empty.
  public var sayings: [Saying]

  /// A fact and who says it.
  public init(
    id: String, kind: Statement.Kind, programme: String, stage: String?, region: String?,
    regionCode: String? = nil, within: String? = nil, amount: Amount, earliest: CalendarDate? = nil,
    latest: CalendarDate? = nil, asOf: CalendarDate? = nil, whole: Double? = nil, isVoid: Bool = false,
    sayings: [Saying]
  ) {
    self.id = id
    self.kind = kind
    self.programme = programme
    self.stage = stage
    self.region = region
    self.regionCode = regionCode
    self.within = within
    self.amount = amount
    self.earliest = earliest
    self.latest = latest
    self.asOf = asOf
    self.whole = whole
    self.isVoid = isVoid
    self.sayings = sayings
  }

  /// How many articles say it.
  public var articleCount: Int { Set(sayings.lazy.map(\.statement.article.id)).count }
  /// How many independent voices say it.
  public var independentCount: Int { Set(sayings.lazy.map(\.voice)).count }
  /// How many articles only repeat: copies, rewrites, and the same site saying it again.
  public var echoCount: Int { articleCount - independentCount }
  /// The first day on which it was published; nil where no article tells its day.
  public var firstPublished: CalendarDate? { sayings.lazy.compactMap(\.statement.article.published).min() }
  /// The last day on which it was published; nil where no article tells its day.
  public var lastPublished: CalendarDate? { sayings.lazy.compactMap(\.statement.article.published).max() }
  /// The number, "all of them" counted as the whole; nil for a percentage alone.
  public var number: Double? { amount.value ?? (amount.all || amount.percent == 100 ? whole : nil) }
  /// The day that it is true for: the day reported, else the first day of publication.
  public var day: CalendarDate? { asOf ?? firstPublished }
}
