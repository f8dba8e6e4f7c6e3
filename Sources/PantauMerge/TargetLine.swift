internal import PantauRecords

/// Where a promise should stand on each day between its start and its deadline.
///
/// Straight from the start to the target. The start is the day of the promise (or its own first day, "mulai …"), and
/// the level there is what was reported by then, else 0. A new amount or deadline bends the line on the day it is
/// published: it goes on from where it stood, at most the new amount, and aims straight at the new target, so that a
/// target that moves forgives no lag. After the last deadline the line is level.
struct TargetLine {
  /// An amount and a deadline as they stood from a day on, on the line's scale.
  struct Promise: Equatable {
    var day: CalendarDate
    var start: CalendarDate?
    var amount: Double
    var deadline: CalendarDate?
  }

  private(set) var points: [TrackLine.Assessment.Point] = []

  /// - Parameters:
  ///   - promises: oldest first; one that repeats the last changes nothing.
  ///   - reached: the level reported for a day or before it, nil for none.
  init(_ promises: [Promise], reached: (CalendarDate) -> Double?) {
    var last: Promise?
    for promise in promises {
      if let last, last.amount == promise.amount, last.deadline == promise.deadline { continue }
      last = promise
      bend(to: promise, reached: reached)
    }
  }

  private mutating func bend(to promise: Promise, reached: (CalendarDate) -> Double?) {
    let start = max(promise.day, promise.start ?? promise.day)
    let standing = points.level(on: start) ?? reached(start) ?? 0
    points.removeAll { $0.day >= start }
    guard let deadline = promise.deadline else { return points = [] }
    let first = deadline > start ? min(standing, promise.amount) : promise.amount
    // Where the line jumps, it has two levels on one day; the later one counts.
    if !points.isEmpty, standing != first { points.append(.init(day: start, level: standing)) }
    points.append(.init(day: start, level: first))
    if deadline > start { points.append(.init(day: deadline, level: promise.amount)) }
  }
}
