public import PantauRecords

/// The gold facts of one article, as its JSON file gives them. Lists that are left out are empty.
public struct GoldRecord: Sendable, Equatable, Decodable {
  /// A region that the article names.
  public struct Region: Sendable, Equatable, Decodable {
    public var region: String
    public var within: String?

    public init(region: String, within: String? = nil) {
      self.region = region
      self.within = within
    }
  }

  /// A named person with an office.
  public struct Official: Sendable, Equatable, Decodable {
    public var name: String
    public var position: String?
    public var of: String?
    public var acting: Bool?

    public init(name: String, position: String? = nil, of: String? = nil, acting: Bool? = nil) {
      self.name = name
      self.position = position
      self.of = of
      self.acting = acting
    }
  }

  /// A target, an actual or a total; fields that do not apply are nil.
  public struct Fact: Sendable, Equatable, Decodable {
    public var stage: String?
    public var value: Double?
    public var percent: Double?
    public var all: Bool?
    public var bound: String?
    public var of: Double?
    public var unit: String?
    public var region: String?
    public var earliest: CalendarDate?
    public var latest: CalendarDate?
    public var asOf: CalendarDate?
    public var quote: String?

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

  public var published: CalendarDate?
  public var regions: [Region] = []
  public var officials: [Official] = []
  public var targets: [Fact] = []
  public var actuals: [Fact] = []
  public var totals: [Fact] = []

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
