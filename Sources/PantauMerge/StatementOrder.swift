internal import PantauRecords

/// A total order of statements: oldest article first, then article, then place in the text.
enum StatementOrder {
  /// Sorted, and without what one article says twice in the same words at the same place.
  static func distinct(_ items: [StatementInContext]) -> [StatementInContext] {
    guard items.count > 1 else { return items }
    var kept: [StatementInContext] = []
    kept.reserveCapacity(items.count)
    for item in items.sorted(by: precedes) {
      if let last = kept.last, isSame(last, item) { continue }
      kept.append(item)
    }
    return kept
  }

  /// Whether both are one sentence's fact in one article; copies of it under other paths are the same article.
  private static func isSame(_ left: StatementInContext, _ right: StatementInContext) -> Bool {
    left.article.id == right.article.id && compare(left.statement, right.statement) == 0
  }

  private static func precedes(_ left: StatementInContext, _ right: StatementInContext) -> Bool {
    let (one, other) = (left.article, right.article)
    let days = (day(one.published), day(other.published))
    if days.0 != days.1 { return days.0 < days.1 }
    if one.id != other.id { return one.id < other.id }
    let facts = compare(left.statement, right.statement)
    if facts != 0 { return facts < 0 }
    if one.path != other.path { return one.path < other.path }
    return rest(left).lexicographicallyPrecedes(rest(right))
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
