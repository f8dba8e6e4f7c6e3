internal import PantauRecords

/// A total order of statements, by their indices: oldest article first, then article, then place in the text.
///
/// Statements are large values, so indices are sorted and what decides nearly always stands beside them.
struct StatementOrder {
  private let statements: [StatementInContext]

  init(_ statements: [StatementInContext]) { self.statements = statements }

  private struct Key {
    var day: Int
    var article: String
    var start: Int
    var index: Int
  }

  /// Sorted, and without what one article says twice in the same words at the same place.
  func distinct(_ items: [Int]) -> [Int] {
    guard items.count > 1 else { return items }
    let keys = items.map { index in
      Key(
        day: StatementOrder.day(statements[index].article.published), article: statements[index].article.id,
        start: statements[index].statement.span.start, index: index)
    }
    var kept: [Int] = []
    kept.reserveCapacity(items.count)
    for key in keys.sorted(by: precedes) {
      if let last = kept.last, isSame(last, key.index) { continue }
      kept.append(key.index)
    }
    return kept
  }

  /// Whether both are one sentence's fact in one article; copies of it under other paths are the same article.
  private func isSame(_ left: Int, _ right: Int) -> Bool {
    guard statements[left].statement.span == statements[right].statement.span,
      statements[left].article.id == statements[right].article.id
    else { return false }
    return StatementOrder.compare(statements[left].statement, statements[right].statement) == 0
  }

  private func precedes(_ left: Key, _ right: Key) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.article != right.article { return left.article < right.article }
    if left.start != right.start { return left.start < right.start }
    let (one, other) = (statements[left.index], statements[right.index])
    let facts = StatementOrder.compare(one.statement, other.statement)
    if facts != 0 { return facts < 0 }
    if one.article.path != other.article.path { return one.article.path < other.article.path }
    return StatementOrder.rest(one).lexicographicallyPrecedes(StatementOrder.rest(other))
  }

  /// Fields that differ only where two readings of one article were given.
  private static func rest(_ item: StatementInContext) -> [String] {
    [
      item.extractor, item.statement.rule, item.statement.id, item.statement.quote, item.article.title,
      item.article.url ?? "", item.article.site ?? "", item.speaker?.name ?? "", item.within ?? "",
      item.deadlineText ?? "", String(item.statement.confidence),
    ]
  }

  /// The day's number; unknown days stand before all others.
  static func day(_ date: CalendarDate?) -> Int { date?.dayNumber ?? Int.min }

  /// Negative, 0 or positive, by everything that makes a statement another fact.
  private static func compare(_ left: Statement, _ right: Statement) -> Int {
    let places = order(
      [left.span.start, left.span.end, rank(left.kind), left.all ? 1 : 0],
      [right.span.start, right.span.end, rank(right.kind), right.all ? 1 : 0])
    if places != 0 { return places }
    let amounts = order(
      [left.value ?? -1, left.percent ?? -1, left.of ?? -1],
      [right.value ?? -1, right.percent ?? -1, right.of ?? -1])
    if amounts != 0 { return amounts }
    let days = order(
      [day(left.earliest), day(left.latest), day(left.asOf)],
      [day(right.earliest), day(right.latest), day(right.asOf)])
    if days != 0 { return days }
    return order(words(left), words(right))
  }

  private static func words(_ statement: Statement) -> [String] {
    [
      statement.programme, statement.stage ?? "", statement.region ?? "", statement.regionCode ?? "",
      statement.unit ?? "", statement.bound ?? "",
    ]
  }

  private static func rank(_ kind: Statement.Kind) -> Int {
    switch kind {
    case .target: 0
    case .actual: 1
    case .total: 2
    }
  }

  private static func order<Key: Comparable>(_ left: [Key], _ right: [Key]) -> Int {
    for (one, other) in zip(left, right) where one != other { return one < other ? -1 : 1 }
    return 0
  }
}
