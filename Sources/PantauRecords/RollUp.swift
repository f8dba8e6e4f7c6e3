/// What the parts of a region add up to, beside what the region itself was reported to have.
public struct RollUp: Sendable, Equatable {
  /// The programme's identifier.
  public var programme: String
  /// The region's official code; nil for the whole country.
  public var code: String?
  /// Canonical label; nil where neither an article nor the gazetteer names it.
  public var region: String?
  /// The stage.
  public var stage: String
  /// What is counted.
  public var unit: String?
  /// The region's own newest figure.
  public var reported: Double?
  /// The day that ``reported`` is for.
  public var reportedOn: CalendarDate?
  /// What the newest figures of the parts, one level below, add up to.
  public var sum: Double
  /// How many parts have a figure.
  public var parts: Int
  /// How many parts there are by the gazetteer; nil where it does not say.
  public var known: Int?
  /// Parts that count something else, so that their figure cannot be added.
  public var skipped: Int
  /// First and last day that the added figures are for.
  public var days: ClosedRange<CalendarDate>?

  /// What a region's parts add up to.
  public init(
    programme: String, code: String?, region: String?, stage: String, unit: String?, reported: Double? = nil,
    reportedOn: CalendarDate? = nil, sum: Double, parts: Int, known: Int? = nil, skipped: Int = 0,
    days: ClosedRange<CalendarDate>? = nil
  ) {
    self.programme = programme
    self.code = code
    self.region = region
    self.stage = stage
    self.unit = unit
    self.reported = reported
    self.reportedOn = reportedOn
    self.sum = sum
    self.parts = parts
    self.known = known
    self.skipped = skipped
    self.days = days
  }

  /// The region's own figure less the sum; nil without one.
  public var difference: Double? { reported.map { $0 - sum } }
  /// Whether every part that the gazetteer knows has a figure.
  public var isWhole: Bool { known.map { parts >= $0 } ?? false }
}
