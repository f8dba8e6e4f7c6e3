internal import PantauRecords

/// What "all of them" stands for in one region: a total that articles give, else the gazetteer's count.
struct Wholes {
  private let statements: [StatementInContext]
  /// Indices of the totals that count, oldest first.
  private let totals: [Int]
  private let universe: Tracker.Universe?
  private let region: (label: String?, code: String?)

  init(
    _ statements: [StatementInContext], totals: [Int], region: (label: String?, code: String?),
    universe: Tracker.Universe?
  ) {
    self.statements = statements
    self.totals = totals.filter { statements[$0].statement.value != nil }
    self.region = region
    self.universe = universe
  }

  /// The number behind "all" or "100 percent"; nil for a statement that says neither, and where nothing tells.
  func whole(of item: StatementInContext) -> Double? {
    let statement = item.statement
    guard statement.value == nil, statement.all || statement.percent == 100 else { return nil }
    return total(for: statement.unit, on: item.article.published)
      ?? universe?(region.label, region.code, statement.unit)
  }

  /// The newest total up to `day`; of two in one article, the one that was not stated before.
  private func total(for unit: String?, on day: CalendarDate?) -> Double? {
    let known = totals.filter { index in
      let total = statements[index]
      guard Units.agree(total.statement.unit, unit) else { return false }
      guard let published = total.article.published, let day else { return true }
      return published <= day
    }
    guard let newest = known.last else { return nil }
    let article = statements[newest].article.id
    let older = Set(
      known.filter { statements[$0].article.id != article }.map { statements[$0].statement.value })
    let beside = known.filter { statements[$0].article.id == article }
    let fresh = beside.last { !older.contains(statements[$0].statement.value) } ?? newest
    return statements[fresh].statement.value
  }
}
