public import PantauRecords

/// Derives the tracking table from statements.
public struct Tracker: Sendable {
  /// How many units a region has: label, official code, unit; nil where unknown.
  public typealias Universe = @Sendable (_ region: String?, _ code: String?, _ unit: String?) -> Double?

  private let universe: Universe?

  /// - Parameter universe: the gazetteer's counts, the denominator of a target "all" without a number.
  public init(universe: Universe? = nil) { self.universe = universe }

  /// One line for each programme, region and stage with a target or a report, as known on `asOf`.
  ///
  /// Statements of articles that were published later are left out; those of unknown date are kept. The order of
  /// the input does not matter, and an article that comes twice counts once. Lines go by region (the country, then
  /// official codes, then labels), programme, stage. Near linear: O(n log m) for lines of m statements.
  public func lines(from statements: [StatementInContext], asOf: CalendarDate) -> [TrackLine] {
    let known = statements.indices.filter { index in
      guard let published = statements[index].article.published else { return true }
      return published <= asOf
    }
    let order = StatementOrder(statements)
    let regions = RegionIdentities(statements, known)
    var groups: [LineKey: [Int]] = [:]
    var totals: [RegionIdentity: [Int]] = [:]
    for index in known {
      let region = regions.identity(of: statements[index])
      if statements[index].statement.kind == .total {
        totals[region, default: []].append(index)
      } else {
        let key = LineKey(
          programme: statements[index].statement.programme, region: region,
          stage: statements[index].statement.stage ?? ProgrammeStage.other.rawValue)
        groups[key, default: []].append(index)
      }
    }
    let orderedTotals = totals.mapValues(order.distinct)
    let lines = groups.map { key, items in
      let builder = LineBuilder(
        key: key, statements: statements, items: order.distinct(items),
        totals: orderedTotals[key.region] ?? [], universe: universe, asOf: asOf)
      return (LineOrder(key), builder.line())
    }
    return lines.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// What makes two statements one line's.
struct LineKey: Hashable {
  var programme: String
  var region: RegionIdentity
  var stage: String
}

/// The place of a line in the table.
private struct LineOrder: Comparable {
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
