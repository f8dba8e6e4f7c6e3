public import PantauRecords

/// Derives the tracking table from statements.
public struct Tracker: Sendable {
  /// How many units a region has: label, official code, unit; nil where unknown.
  public typealias Universe = @Sendable (_ region: String?, _ code: String?, _ unit: String?) -> Double?

  private let universe: Universe?
  private let regions: RegionResolver

  /// - Parameters:
  ///   - regions: codes and names of regions, today's and former ones.
  ///   - universe: the gazetteer's counts, the denominator of a target "all" without a number.
  public init(regions: RegionResolver = RegionResolver(), universe: Universe? = nil) {
    self.regions = regions
    self.universe = universe
  }

  /// One line for each programme, region and stage with a target or a report, as known on `asOf`.
  ///
  /// Statements of articles that were published later are left out; those of unknown date are kept. The order of
  /// the input does not matter, and an article that comes twice counts once. Lines go by region (the country, then
  /// official codes, then labels), programme, stage. Near linear: O(n log m) for lines of m statements.
  ///
  /// - Parameters:
  ///   - statements: what articles say.
  ///   - asOf: the day from which deadlines are judged.
  ///   - histories: what the statements agree on; figures that were corrected then count no further, and sentences
  ///     name their fact and whether they are an echo.
  /// - Returns: the table's lines.
  public func lines(
    from statements: [StatementInContext], asOf: CalendarDate, histories: [FactHistory] = []
  ) -> [TrackLine] {
    lines(of: LineGroups(statements, asOf: asOf, regions: regions), histories)
  }

  /// The same lines with histories worked out from the same statements.
  ///
  /// - Parameters:
  ///   - statements: what articles say.
  ///   - voices: which articles are one report, and which names one person.
  ///   - asOf: the day from which deadlines are judged.
  /// - Returns: the table's lines, each with its facts.
  public func lines(
    from statements: [StatementInContext], voices: Voices, asOf: CalendarDate
  ) -> [TrackLine] {
    let groups = LineGroups(statements, asOf: asOf, regions: regions)
    return lines(of: groups, Merger(regions: regions, universe: universe).histories(of: groups, voices))
  }

  private func lines(of groups: LineGroups, _ histories: [FactHistory]) -> [TrackLine] {
    let facts = FactLookup.byLine(histories)
    return groups.keys.map { key in
      let items = groups.items(of: key)
      let builder = LineBuilder(
        key: key, label: groups.label(of: key, among: items), statements: groups.statements, items: items,
        totals: groups.totals(for: key), universe: universe, asOf: groups.asOf, facts: facts[key.lineID])
      return builder.line()
    }
  }
}

/// What makes two statements one line's.
struct LineKey: Hashable {
  var programme: String
  var region: RegionIdentity
  var stage: String
}

/// The place of a line in the table.
struct LineOrder: Comparable {
  /// The country, then regions with a code, then labels, then no region.
  private let rank: Int
  private let names: [String]
  private let stage: Int
  private let stageName: String

  init(_ key: LineKey) {
    let region = key.region
    if region.isCountry {
      rank = 0
    } else if region.code != nil {
      rank = 1
    } else {
      rank = region.label == nil ? 3 : 2
    }
    names = [region.code ?? "", region.label ?? "", region.within ?? "", key.programme]
    stage = ProgrammeStage.order(of: key.stage)
    stageName = key.stage
  }

  static func < (left: LineOrder, right: LineOrder) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    for (one, other) in zip(left.names, right.names) where one != other { return one < other }
    return (left.stage, left.stageName) < (right.stage, right.stageName)
  }
}
