public import PantauRecords

/// A date expression taken apart: what its words say, before a reference day gives it a place in time.
public struct DateParts: Sendable, Equatable {
  /// Which part of the period is meant.
  public enum Part: String, Sendable {
    case start, middle, end
  }

  /// What the expression counts in or points at.
  public enum Unit: String, Sendable {
    case day, week, month, quarter, semester, year
  }

  /// How the expression bounds what it is said of.
  public enum Relation: String, Sendable {
    case before, by, on, until, from, since, within
    case asOf = "as_of"
  }

  /// 1 (Monday) to 7.
  public var weekday: Int?
  /// 1 to 31.
  public var day: Int?
  /// 1 to 12.
  public var month: Int?
  /// The year, in full.
  public var year: Int?
  /// The last month (or day, with `day`) of a range; the range ends in it.
  public var endDay: Int?
  /// The month in which a range ends; nil where it ends in `month`.
  public var endMonth: Int?
  /// The part of the month or year that is meant, nil for all of it.
  public var part: Part?
  /// What `offset`, `ordinal` or `length` count.
  public var unit: Unit?
  /// With `unit`: periods after the current one (0 this, 1 next, -1 last); beside the `ordinal` of a quarter or semester, years after this one.
  public var offset: Int?
  /// With `unit`: number of the quarter, semester or week of the month.
  public var ordinal: Int?
  /// With `unit`: a length of time ("dalam tiga bulan"), counted from the reference or `anchor`.
  public var length: Int?
  /// The day from which `length` counts.
  public var anchor: CalendarDate?
  /// How the words before the expression bound what it is said of.
  public var relation: Relation?
  /// Whether words of intention lead it, so that what they leave open lies ahead.
  public var isPlanned = false

  /// An expression that says nothing yet.
  public init() {}

  /// Whether only the day of writing gives it a place: "pekan depan", "dalam dua bulan", "Kamis".
  public var countsFromToday: Bool {
    guard day == nil, month == nil, year == nil, anchor == nil else { return false }
    if length != nil || weekday != nil { return true }
    return offset != nil && (unit == .day || unit == .week || unit == .month)
  }
}

/// Days that an expression covers.
public struct DateRange: Sendable, Equatable {
  /// The first day.
  public var earliest: CalendarDate
  /// The last day.
  public var latest: CalendarDate
  /// Whether the words leave the borders open ("awal Juni").
  public var approximate: Bool
  /// Extended Date/Time Format (ISO 8601-2), where it has one for this.
  public var edtf: String?
  /// Whether the expression named a day that does not exist (31 June); `latest` is then the month's last.
  public var impossible = false
  /// Whether a weekday was named that does not fall on the date.
  public var weekdayMismatch = false
  /// Whether one day is meant.
  public var isDay: Bool { earliest == latest }
}
