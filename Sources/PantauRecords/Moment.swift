/// A day with, where it is known, the time of day and the zone: as a page states it, never converted.
public struct Moment: Sendable, Equatable {
  /// The day.
  public var date: CalendarDate
  /// Minutes after midnight, 0 to 1,439; nil where only the day is known.
  public var minutes: Int?
  /// Minutes east of Greenwich; nil where no zone is named.
  public var offset: Int?

  /// A moment; what is not known is nil.
  public init(_ date: CalendarDate, minutes: Int? = nil, offset: Int? = nil) {
    self.date = date
    self.minutes = minutes
    self.offset = offset
  }

  /// ISO 8601, as far as it is known: `2025-05-26`, `2025-05-26T15:47`, `2025-05-26T15:47+07:00`.
  public var description: String {
    guard let minutes else { return date.description }
    var text = "\(date.description)T\(Moment.clock(minutes))"
    if let offset { text += (offset < 0 ? "-" : "+") + Moment.clock(abs(offset)) }
    return text
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
