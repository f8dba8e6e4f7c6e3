internal import PantauRecords

/// How new a target is; among equals the fuller, then the larger one counts.
struct TargetRank: Comparable {
  private let keys: [Double]
  /// The statement's place in its line.
  let place: Int

  init(_ item: StatementInContext, place: Int) {
    self.place = place
    let statement = item.statement
    let halves = (statement.hasAmount ? 1.0 : 0) + (statement.latest == nil ? 0 : 1)
    keys = [
      Double(StatementOrder.day(item.article.published)), halves, statement.value ?? -1,
      statement.percent ?? -1, statement.all ? 1 : 0, Double(StatementOrder.day(statement.latest)),
      Double(place),
    ]
  }

  static func < (left: TargetRank, right: TargetRank) -> Bool {
    left.keys.lexicographicallyPrecedes(right.keys)
  }
}

/// How new a report is: the day it is for, then the day of publication; among equals the larger one counts.
struct ActualRank: Comparable {
  private let keys: [Double]
  /// The statement's place in its line.
  let place: Int

  init(_ item: StatementInContext, day: CalendarDate?, place: Int) {
    self.place = place
    let statement = item.statement
    let published = StatementOrder.day(item.article.published)
    keys = [
      Double(StatementOrder.day(day)), Double(published), statement.value ?? -1,
      statement.percent ?? -1, statement.all ? 1 : 0, statement.of ?? -1, Double(place),
    ]
  }

  static func < (left: ActualRank, right: ActualRank) -> Bool {
    left.keys.lexicographicallyPrecedes(right.keys)
  }
}
