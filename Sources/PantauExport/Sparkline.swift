internal import PantauRecords

/// Levels over time in one row of block characters.
enum Sparkline {
  private static let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One character for each of `width` equal stretches of `days`, for the level at the stretch's end: the lowest block
  /// is 0, the full one `top`; no level makes a space.
  static func text(
    days: ClosedRange<CalendarDate>, width: Int, top: Double, level: (CalendarDate) -> Double?
  ) -> String {
    var scalars = String.UnicodeScalarView()
    let length = days.upperBound.dayNumber - days.lowerBound.dayNumber
    for column in 1...max(1, width) {
      let day = days.lowerBound.adding(days: length * column / max(1, width))
      guard let level = level(day), top > 0 else {
        scalars.append(" ")
        continue
      }
      let place = Int((min(max(level / top, 0), 1) * Double(blocks.count - 1)).rounded())
      scalars.append(blocks[place])
    }
    return String(scalars)
  }
}
