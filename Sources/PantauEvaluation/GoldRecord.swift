public import PantauRecords

/// The gold facts of one article, as its JSON file gives them. Lists that are left out are empty.
public struct GoldRecord: Sendable, Equatable, Decodable {
  /// A region that the article names.
  public struct Region: Sendable, Equatable, Decodable {
    /// Canonical label.
    public var region: String
    /// Canonical label of the nearest parent.
    public var within: String?

    /// A value of its parts.
    public init(region: String, within: String? = nil) {
      self.region = region
      self.within = within
    }
  }

  /// A named person with an office.
  public struct Official: Sendable, Equatable, Decodable {
    /// The name without honorifics.
    public var name: String
    /// The office spelled out.
    public var position: String?
    /// Region label or body served.
    public var of: String?
    /// Whether the office is held for the time being.
    public var acting: Bool?

    /// A value of its parts.
    public init(name: String, position: String? = nil, of: String? = nil, acting: Bool? = nil) {
      self.name = name
      self.position = position
      self.of = of
      self.acting = acting
    }
  }

  /// A target, an actual or a total; fields that do not apply are nil.
  public struct Fact: Sendable, Equatable, Decodable {
    /// What was counted.
    public var stage: String?
    /// The number.
    public var value: Double?
    /// The percentage.
    public var percent: Double?
    /// Whether the text says "all of them".
    public var all: Bool?
    /// `min`, `max` or `about`.
    public var bound: String?
    /// The denominator where stated.
    public var of: Double?
    /// The unit of count.
    public var unit: String?
    /// Canonical label.
    public var region: String?
    /// Targets: the first day.
    public var earliest: CalendarDate?
    /// Targets: the last day on which the target is met.
    public var latest: CalendarDate?
    /// Actuals: the day for which it is reported.
    public var asOf: CalendarDate?
    /// Words from the body that prove it.
    public var quote: String?

    /// A value of its parts.
    public init(
      stage: String? = nil, value: Double? = nil, percent: Double? = nil, all: Bool? = nil,
      unit: String? = nil, region: String? = nil, latest: CalendarDate? = nil, quote: String? = nil
    ) {
      self.stage = stage
      self.value = value
      self.percent = percent
      self.all = all
      self.unit = unit
      self.region = region
      self.latest = latest
      self.quote = quote
    }

    enum CodingKeys: String, CodingKey {
      case stage, value, percent, all, bound, of, unit, region, earliest, latest, quote
      case asOf = "as_of"
    }
  }

  /// The day of publication, or nil.
  public var published: CalendarDate?
  /// Every region that the article names.
  public var regions: [Region] = []
  /// Every named office holder.
  public var officials: [Official] = []
  /// What is promised.
  public var targets: [Fact] = []
  /// What is reported as reached.
  public var actuals: [Fact] = []
  /// The sizes of the universe.
  public var totals: [Fact] = []

  /// A value of its parts.
  public init() {}

  /// Reads the JSON form; throws `DecodingError`, which names the field.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    published = try container.decodeIfPresent(CalendarDate.self, forKey: .published)
    regions = try container.decodeIfPresent([Region].self, forKey: .regions) ?? []
    officials = try container.decodeIfPresent([Official].self, forKey: .officials) ?? []
    targets = try container.decodeIfPresent([Fact].self, forKey: .targets) ?? []
    actuals = try container.decodeIfPresent([Fact].self, forKey: .actuals) ?? []
    totals = try container.decodeIfPresent([Fact].self, forKey: .totals) ?? []
  }

  enum CodingKeys: String, CodingKey { case published, regions, officials, targets, actuals, totals }
}
