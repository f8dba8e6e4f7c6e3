internal import PantauRecords

/// Places days and levels in a chart's frame and chooses its ticks.
struct ChartScale {
  let days: ClosedRange<CalendarDate>
  /// The level at the frame's upper edge.
  let top: Double
  /// The frame's left, top, right and lower edge, in the chart's own units.
  let frame: (left: Double, top: Double, right: Double, bottom: Double)

  /// A scale up to a round number at or above `highest`.
  init(
    days: ClosedRange<CalendarDate>, highest: Double,
    frame: (left: Double, top: Double, right: Double, bottom: Double)
  ) {
    self.days = days
    self.frame = frame
    top = ChartScale.step(for: highest) * (highest / ChartScale.step(for: highest)).rounded(.up)
  }

  func x(_ day: CalendarDate) -> Double {
    let width = max(1, days.upperBound.dayNumber - days.lowerBound.dayNumber)
    let share = Double(day.dayNumber - days.lowerBound.dayNumber) / Double(width)
    return frame.left + (frame.right - frame.left) * share
  }

  func y(_ level: Double) -> Double {
    frame.bottom - (frame.bottom - frame.top) * (top > 0 ? min(level, top) / top : 0)
  }

  /// Levels from 0 to ``top``, at most six.
  var levels: [Double] {
    let step = ChartScale.step(for: top)
    return (0...max(1, Int((top / step).rounded()))).map { Double($0) * step }
  }

  /// 1, 2 or 5 times a power of ten, so that at most five steps reach `highest`.
  private static func step(for highest: Double) -> Double {
    guard highest > 0, highest.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= highest / 5 { power *= 10 }
    while power > highest / 5 { power /= 10 }
    return [1.0, 2, 5, 10].lazy.map { $0 * power }.first { $0 * 5 >= highest * 0.999_999 } ?? power * 10
  }

  /// Days with their labels, at most eight: first days of months, or days where the chart covers few of them.
  var ticks: [(day: CalendarDate, label: String)] {
    let length = days.upperBound.dayNumber - days.lowerBound.dayNumber
    guard length > 75 else {
      let step = max(1, (length + 5) / 6)
      return stride(from: 0, through: length, by: step).map { offset in
        let day = days.lowerBound.adding(days: offset)
        return (day, String(day.description.dropFirst(5)))
      }
    }
    let first = days.lowerBound
    let months = length / 30
    let step = [1, 2, 3, 6, 12].first { months / $0 <= 6 } ?? max(12, months / 72 * 12)
    var day = first.adding(days: 1 - first.day)
    if day < first { day = day.adding(months: 1) }
    while (day.month - 1) % min(step, 12) != 0 { day = day.adding(months: 1) }
    var ticks: [(day: CalendarDate, label: String)] = []
    while day <= days.upperBound {
      ticks.append((day, String(day.description.prefix(7))))
      day = day.adding(months: step)
    }
    return ticks
  }
}
