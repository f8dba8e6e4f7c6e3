public import PantauRecords

/// Gives date expressions their place in time.
///
/// What the words leave open comes from the reference day: the missing year is the one whose day lies nearest, or, with
/// a weekday, the nearest year in which the weekday fits. A part of a month or year ends where the annotation guide
/// settles it: the start of a month on the 10th, its middle on the 20th; the start of a year on 30 April, its middle on
/// 30 June.
public struct DateResolver: Sendable {
  /// The day that "ini", "depan" and missing years refer to, usually that of publication.
  public var reference: CalendarDate?

  /// A resolver without `reference` settles full dates only.
  public init(reference: CalendarDate?) { self.reference = reference }

  /// The days that `parts` covers; nil where words and reference do not settle them.
  public func range(of parts: DateParts) -> DateRange? {
    if let unit = parts.unit, let length = parts.length { return span(length, unit, parts) }
    if let month = parts.month {
      var parts = parts
      // "Juli tahun lalu"
      if parts.year == nil, parts.unit == .year, let offset = parts.offset {
        parts.year = reference.map { $0.year + offset }
      }
      // "Juli lalu", "12 Juli mendatang"
      if parts.year == nil, parts.unit == nil, let offset = parts.offset, offset != 0 {
        parts.year = yearBeside(month: month, isPast: offset < 0)
      }
      return parts.day != nil ? day(parts, month: month) : inMonth(parts, month: month)
    }
    if parts.unit == .quarter || parts.unit == .semester, let ordinal = parts.ordinal {
      var parts = parts
      // "Semester I tahun depan"
      if parts.year == nil, let offset = parts.offset { parts.year = reference.map { $0.year + offset } }
      return partOfYear(parts, ordinal: ordinal)
    }
    // "akhir tahun" without "ini" is this year's.
    if let unit = parts.unit, let offset = parts.offset ?? (parts.part == nil || parts.year != nil ? nil : 0)
    {
      return deictic(unit, offset, parts)
    }
    if let year = parts.year { return inYear(year, parts) }
    if parts.day != nil, let reference {
      var same = parts
      // "Tanggal 5 harus selesai", on the 20th
      let moved =
        parts.isPlanned && (parts.day ?? 31) < reference.day ? reference.adding(months: 1) : reference
      same.year = moved.year
      return day(same, month: moved.month)
    }
    if let weekday = parts.weekday, let reference {
      let back = (reference.weekday - weekday + 7) % 7
      // "Paling lambat Kamis" lies ahead, and so does "direncanakan diserahkan Jumat ini".
      let isAhead = parts.relation == .by || parts.relation == .before || parts.isPlanned
      let date = reference.adding(days: parts.offset ?? 0 > 0 || (isAhead && back > 0) ? 7 - back : -back)
      return DateRange(earliest: date, latest: date, approximate: false, edtf: date.description)
    }
    return nil
  }

  // MARK: - Days

  private func day(_ parts: DateParts, month: Int) -> DateRange? {
    guard 1...12 ~= month, let day = parts.day, 1...31 ~= day else { return nil }
    guard let year = parts.year ?? inferredYear(month: month, day: day, parts) else {
      return nil
    }
    let last = CalendarDate.daysInMonth(month, ofYear: year)
    guard let date = CalendarDate(year: year, month: month, day: min(day, last)) else { return nil }
    var range = DateRange(earliest: date, latest: date, approximate: false, edtf: date.description)
    range.impossible = day > last
    if range.impossible { range.edtf = nil }
    if let weekday = parts.weekday { range.weekdayMismatch = date.weekday != weekday }
    if let endDay = parts.endDay { extend(&range, to: endDay, month: parts.endMonth ?? month) }
    return range
  }

  /// Makes a day the first one of a range; the end's month may lie in the next year, its day may not exist.
  private func extend(_ range: inout DateRange, to day: Int, month: Int) {
    guard 1...12 ~= month, 1...31 ~= day else { return }
    let year = range.earliest.year + (month < range.earliest.month ? 1 : 0)
    let last = CalendarDate.daysInMonth(month, ofYear: year)
    guard let end = CalendarDate(year: year, month: month, day: min(day, last)), end > range.earliest else {
      return
    }
    range.latest = end
    range.impossible = range.impossible || day > last
    range.edtf = range.impossible ? nil : "\(range.earliest)/\(end)"
    range.weekdayMismatch = false
  }

  /// The year in which this day lies nearest to the reference; with a weekday, among those where it fits; what has been so
  /// "since" a day is not yet to come.
  private func inferredYear(month: Int, day: Int, _ parts: DateParts) -> Int? {
    guard let reference else { return nil }
    let today = reference.dayNumber
    // "Minimal 100 koperasi harus aktif per 30 November" is still to come.
    let isPast = (parts.relation == .since || parts.relation == .asOf) && !parts.isPlanned
    let isAhead = parts.isPlanned && parts.weekday == nil
    var nearest: (year: Int, distance: Int)?
    var fitting: (year: Int, distance: Int)?
    for year in reference.year - 2...reference.year + 2 {
      let last = CalendarDate.daysInMonth(month, ofYear: year)
      guard let date = CalendarDate(year: year, month: month, day: min(day, last)) else { continue }
      let number = date.dayNumber
      if isPast, number > today + 31 { continue }
      // "Sampai Desember ditargetkan", in May: this year's.
      if isAhead, number < today - 62 { continue }
      let distance = abs(number - today)
      if distance < nearest?.distance ?? .max { nearest = (year, distance) }
      if distance < fitting?.distance ?? .max, parts.weekday == nil || date.weekday == parts.weekday {
        fitting = (year, distance)
      }
    }
    if let fitting, fitting.distance < 400 { return fitting.year }
    return nearest?.year
  }

  // MARK: - Months

  /// The year of the last such month that has begun, or of the next one that has not ended.
  private func yearBeside(month: Int, isPast: Bool) -> Int? {
    reference.map { day in
      isPast ? day.year - (month > day.month ? 1 : 0) : day.year + (month < day.month ? 1 : 0)
    }
  }

  private func inMonth(_ parts: DateParts, month: Int) -> DateRange? {
    guard 1...12 ~= month else { return nil }
    let endMonth = parts.endMonth ?? month
    guard let year = parts.year ?? inferredYear(month: month, day: 15, parts),
      let first = CalendarDate(year: year, month: month, day: 1),
      let lastMonth = CalendarDate(year: endMonth < month ? year + 1 : year, month: endMonth, day: 1)
    else { return nil }
    let monthText = String(first.description.prefix(7))
    if parts.unit == .week, let ordinal = parts.ordinal, 1...4 ~= ordinal {
      let end = first.adding(days: ordinal * 7 - 1)
      return DateRange(
        earliest: end.adding(days: -6), latest: end, approximate: true, edtf: "\(end.adding(days: -6))/\(end)"
      )
    }
    guard let part = parts.part else {
      let edtf = endMonth == month ? monthText : "\(monthText)/\(lastMonth.description.prefix(7))"
      return DateRange(earliest: first, latest: lastMonth.endOfMonth, approximate: false, edtf: edtf)
    }
    let (from, to) = DateResolver.days(of: part, first: first)
    return DateRange(earliest: from, latest: to, approximate: true, edtf: monthText + "~")
  }

  /// Start: 1–10, middle: 11–20, end: 21–last.
  private static func days(
    of part: DateParts.Part, first: CalendarDate
  ) -> (CalendarDate, CalendarDate) {
    switch part {
    case .start: (first, first.adding(days: 9))
    case .middle: (first.adding(days: 10), first.adding(days: 19))
    case .end: (first.adding(days: 20), first.endOfMonth)
    }
  }

  // MARK: - Years and their parts

  private func inYear(_ year: Int, _ parts: DateParts) -> DateRange? {
    func range(_ from: Int, _ to: Int, _ approximate: Bool, _ edtf: String) -> DateRange? {
      guard let first = CalendarDate(year: year, month: from, day: 1),
        let last = CalendarDate(year: year, month: to, day: 1)
      else { return nil }
      return DateRange(earliest: first, latest: last.endOfMonth, approximate: approximate, edtf: edtf)
    }
    switch parts.part {
    case nil: return range(1, 12, false, String(year))
    case .start: return range(1, 4, true, "\(year)~")
    case .middle: return range(5, 6, true, "\(year)~")
    case .end: return range(10, 12, true, "\(year)~")
    }
  }

  private func partOfYear(_ parts: DateParts, ordinal: Int) -> DateRange? {
    let months = parts.unit == .quarter ? 3 : 6
    guard (1...12 / months) ~= ordinal, let year = parts.year ?? reference?.year,
      let first = CalendarDate(year: year, month: (ordinal - 1) * months + 1, day: 1)
    else { return nil }
    let last = first.adding(months: months - 1).endOfMonth
    return DateRange(earliest: first, latest: last, approximate: false, edtf: "\(first)/\(last)")
  }

  // MARK: - Relative to the reference

  private func deictic(_ unit: DateParts.Unit, _ offset: Int, _ parts: DateParts) -> DateRange? {
    guard let reference else { return nil }
    switch unit {
    case .day:
      let date = reference.adding(days: offset)
      return DateRange(earliest: date, latest: date, approximate: false, edtf: date.description)
    case .week:
      let monday = reference.adding(days: 1 - reference.weekday + offset * 7)
      // "Jumat pekan depan"
      if let weekday = parts.weekday {
        let date = monday.adding(days: weekday - 1)
        return DateRange(earliest: date, latest: date, approximate: false, edtf: date.description)
      }
      return DateRange(
        earliest: monday, latest: monday.adding(days: 6), approximate: false,
        edtf: "\(monday)/\(monday.adding(days: 6))")
    case .month:
      let date = reference.adding(months: offset)
      var month = parts
      // "Minggu kedua bulan depan", "tanggal 10 bulan depan"
      month.unit = parts.ordinal == nil ? nil : .week
      month.year = date.year
      return parts.day == nil ? inMonth(month, month: date.month) : day(month, month: date.month)
    case .year: return inYear(reference.year + offset, parts)
    case .quarter, .semester:
      let months = unit == .quarter ? 3 : 6
      var moved = parts
      let date = reference.adding(months: offset * months)
      moved.year = date.year
      return partOfYear(moved, ordinal: (date.month - 1) / months + 1)
    }
  }

  private func span(_ length: Int, _ unit: DateParts.Unit, _ parts: DateParts) -> DateRange? {
    guard let start = parts.anchor ?? reference, 1...1200 ~= length else { return nil }
    let end: CalendarDate
    switch unit {
    case .day: end = start.adding(days: length)
    case .week: end = start.adding(days: length * 7)
    case .month: end = start.adding(months: length)
    case .quarter: end = start.adding(months: length * 3)
    case .semester: end = start.adding(months: length * 6)
    case .year: end = start.adding(months: length * 12)
    }
    return DateRange(earliest: start, latest: end, approximate: true, edtf: "\(start)/\(end)~")
  }
}
