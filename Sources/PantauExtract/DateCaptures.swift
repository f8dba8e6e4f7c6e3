import PantauRules

/// The captures of rules for dates, asked for by number.
struct DateCaptures: Sendable {
  let weekday, day, endDay, month, endMonth, year, startYear: CaptureKey
  let length, ordinal, part, unit, deixis, holiday, anaphor: CaptureKey

  init(_ rules: RuleSet?) {
    func key(_ name: String) -> CaptureKey { rules?.captureKey(name) ?? .none }
    weekday = key("weekday")
    day = key("day")
    endDay = key("endday")
    month = key("month")
    endMonth = key("endmonth")
    year = key("year")
    startYear = key("startyear")
    length = key("length")
    ordinal = key("ordinal")
    part = key("part")
    unit = key("unit")
    deixis = key("deixis")
    holiday = key("holiday")
    anaphor = key("anaphor")
  }
}
