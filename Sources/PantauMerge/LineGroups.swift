internal import PantauRecords

/// Statements by line: programme, region and stage; totals by region.
struct LineGroups {
  /// The lines' keys, in the order of the table.
  let keys: [LineKey]
  let statements: [StatementInContext]
  private let groups: [LineKey: [Int]]
  private let totals: [RegionIdentity: [Int]]
  private let resolver: RegionResolver
  let asOf: CalendarDate

  /// Leaves out what was published after `asOf`. O(n log m) for lines of m statements.
  init(_ statements: [StatementInContext], asOf: CalendarDate, regions resolver: RegionResolver) {
    let known = statements.indices.filter { index in
      guard let published = statements[index].article.published else { return true }
      return published <= asOf
    }
    let order = StatementOrder(statements)
    let regions = RegionIdentities(statements, known, resolver)
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
    self.statements = statements
    self.resolver = resolver
    self.asOf = asOf
    self.groups = groups.mapValues(order.distinct)
    self.totals = totals.mapValues(order.distinct)
    keys = groups.keys.map { (LineOrder($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The line's targets and actuals: indices, sorted and distinct.
  func items(of key: LineKey) -> [Int] { groups[key] ?? [] }

  /// The region's totals, whatever the programme: indices, sorted and distinct.
  func totals(of key: LineKey) -> [Int] { totals[key.region] ?? [] }

  /// The totals that count for the line: the programme's own and those of no programme.
  func totals(for key: LineKey) -> [Int] {
    totals(of: key).filter { index in
      let programme = statements[index].statement.programme
      return programme.isEmpty || programme == key.programme
    }
  }

  /// The region's label: the gazetteer's of the day asked for, else the newest statement's.
  func label(of key: LineKey, among items: [Int]) -> String? {
    if let label = key.region.label { return label }
    if let label = key.region.code.flatMap({ resolver.label(of: $0, on: asOf) }) { return label }
    return items.last { statements[$0].statement.region != nil }
      .flatMap { statements[$0].statement.region }
  }

  /// The region's parent as the newest statement gives it.
  func parent(of key: LineKey, among items: [Int]) -> String? {
    if let parent = key.region.within { return parent }
    return items.last { statements[$0].within != nil }.flatMap { statements[$0].within }
  }
}
