/// A change between two facts of one line that a reader should know of.
public struct FactEvent: Sendable, Equatable {
  /// What changed.
  public enum Kind: String, Sendable, CaseIterable {
    /// One article gives two amounts for the same thing (one deadline, one day), of which one was published before: the
    /// new one holds, the old one is void.
    case correction
    /// A newer target gives another amount or a later deadline, and no article gives both: moved in silence.
    case targetMoved = "target-moved"
    /// A later deadline for the same amount, and an article gives both: moved with a word.
    case deadlineSlipped = "deadline-slipped"
    /// An earlier deadline for the same amount.
    case deadlineAdvanced = "deadline-advanced"
    /// A newer article gives another size of the region's universe.
    case denominatorChanged = "denominator-changed"
  }

  /// What changed.
  public var kind: Kind
  /// The day on which the change was published; nil where unknown.
  public var day: CalendarDate?
  /// ``Fact/id`` of the older fact.
  public var before: String
  /// ``Fact/id`` of the newer fact.
  public var after: String
  /// The older figure: an amount or a denominator; nil for deadlines and where it was no number.
  public var oldValue: Double?
  /// The newer figure.
  public var newValue: Double?
  /// The older deadline; nil for amounts.
  public var oldDate: CalendarDate?
  /// The newer deadline.
  public var newDate: CalendarDate?
  /// Whether no article gives both figures.
  public var isSilent: Bool

  /// A change from `before` to `after`.
  public init(
    kind: Kind, day: CalendarDate?, before: String, after: String, oldValue: Double? = nil,
    newValue: Double? = nil, oldDate: CalendarDate? = nil, newDate: CalendarDate? = nil, isSilent: Bool
  ) {
    self.kind = kind
    self.day = day
    self.before = before
    self.after = after
    self.oldValue = oldValue
    self.newValue = newValue
    self.oldDate = oldDate
    self.newDate = newDate
    self.isSilent = isSilent
  }
}

/// Figures that cannot all be true: of different articles for one day, or a later one that is lower than an earlier one.
public struct RivalFigures: Sendable, Equatable {
  /// Whether they were promised or reported.
  public var kind: Statement.Kind
  /// The day that they are for; nil where unknown.
  public var day: CalendarDate?
  /// Whether `low` and `high` are percentages.
  public var isPercent: Bool
  /// The least figure.
  public var low: Double
  /// The largest figure.
  public var high: Double
  /// ``Fact/id`` of each figure, lowest first; who said it stands in the facts.
  public var facts: [String]

  /// Figures side by side.
  public init(
    kind: Statement.Kind, day: CalendarDate?, isPercent: Bool = false, low: Double, high: Double,
    facts: [String]
  ) {
    self.kind = kind
    self.day = day
    self.isPercent = isPercent
    self.low = low
    self.high = high
    self.facts = facts
  }
}

/// Everything said about one programme, region and stage, as facts with rivals and events; the key is that of a
/// ``TrackLine``.
public struct FactHistory: Sendable, Equatable {
  /// The programme's identifier.
  public var programme: String
  /// Canonical label, `Indonesia` for the whole country; nil where the articles name no region.
  public var region: String?
  /// The region's official code.
  public var regionCode: String?
  /// Canonical label of the nearest known parent.
  public var within: String?
  /// The stage.
  public var stage: String
  /// What was promised, in the order of publication.
  public var targets: [Fact]
  /// What was reported, in the order of the days that it is for.
  public var actuals: [Fact]
  /// Sizes of the region's universe, in the order of publication.
  public var totals: [Fact]
  /// Figures that cannot all be true, oldest first.
  public var rivals: [RivalFigures]
  /// Changes, oldest first.
  public var events: [FactEvent]

  /// A line's facts.
  public init(
    programme: String, region: String?, regionCode: String? = nil, within: String? = nil, stage: String,
    targets: [Fact] = [], actuals: [Fact] = [], totals: [Fact] = [], rivals: [RivalFigures] = [],
    events: [FactEvent] = []
  ) {
    self.programme = programme
    self.region = region
    self.regionCode = regionCode
    self.within = within
    self.stage = stage
    self.targets = targets
    self.actuals = actuals
    self.totals = totals
    self.rivals = rivals
    self.events = events
  }

  /// The line's fact with this identifier.
  public func fact(_ id: String) -> Fact? { (targets + actuals + totals).first { $0.id == id } }
}
