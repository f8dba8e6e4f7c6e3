internal import PantauRecords

/// Moments as the web writes them, in seconds since 1970-01-01 00:00 UTC.
///
/// Reads the three forms of HTTP (RFC 9110, 5.6.7), mail dates as RSS has them (RFC 5322, a day's name may be missing), and
/// the profile of ISO 8601 that Atom and sitemaps use (RFC 3339, https://www.w3.org/TR/NOTE-datetime).
enum WebDate {
  /// A moment, and how far east of Greenwich the clock stood that it was read from.
  struct Moment: Sendable, Equatable {
    /// Since 1970-01-01 00:00 UTC.
    var seconds: Int
    /// Seconds east of Greenwich.
    var zone: Int

    /// The day where it was written: one in the morning in Jakarta is the day before in UTC.
    var day: CalendarDate { WebDate.day(seconds + zone) }
  }

  private static let months: [String: Int] = Dictionary(
    uniqueKeysWithValues: [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    .enumerated().map { ($1, $0 + 1) })
  private static let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5 * 3600, "edt": -4 * 3600, "cst": -6 * 3600,
    "cdt": -5 * 3600,
    "mst": -7 * 3600, "mdt": -6 * 3600, "pst": -8 * 3600, "pdt": -7 * 3600, "wib": 7 * 3600, "wita": 8 * 3600,
    "wit": 9 * 3600,
  ]

  /// The moment that `text` names; nil where it names none. A day without a time is its beginning, a time without a zone
  /// is UTC.
  static func seconds(_ text: String) -> Int? { moment(text)?.seconds }

  /// As ``seconds(_:)``, with the zone.
  static func moment(_ text: String) -> Moment? {
    let bytes = text.utf8.prefix(64)
    let trimmed = String(Substring(bytes).drop { $0 == " " || $0.isNewline })
    if let moment = timestamp(trimmed) { return moment }
    return mailDate(trimmed)
  }

  /// The day of a moment, in UTC.
  static func day(_ seconds: Int) -> CalendarDate {
    CalendarDate(dayNumber: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  /// `2025-05-26T08:15:00Z`.
  static func text(_ seconds: Int) -> String {
    let day = day(seconds)
    let rest = seconds - day.dayNumber * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  private static func timestamp(_ text: String) -> Moment? {
    guard let day = CalendarDate(iso: text.prefix(10)) else {
      return yearOrMonth(text).map { Moment(seconds: $0, zone: 0) }
    }
    let start = day.dayNumber * 86_400
    var rest = text.dropFirst(10)
    guard let mark = rest.first else { return Moment(seconds: start, zone: 0) }
    guard mark == "T" || mark == "t" || mark == " " else { return nil }
    rest.removeFirst()
    let clock = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    guard let time = time(clock) else { return nil }
    rest = rest.dropFirst(clock.count)
    if rest.first == "." || rest.first == "," { rest = rest.dropFirst().drop { $0.isNumber } }
    guard let zone = zone(rest.filter { $0 != " " }) else { return nil }
    return Moment(seconds: start + time - zone, zone: zone)
  }

  private static func yearOrMonth(_ text: String) -> Int? {
    let parts = text.split(separator: "-")
    guard parts.count <= 2, text.utf8.count <= 7, let year = Int(parts.first ?? ""), year >= 1000,
      let month = parts.count == 2 ? Int(parts[1]) : 1
    else { return nil }
    return CalendarDate(year: year, month: month, day: 1).map { $0.dayNumber * 86_400 }
  }

  /// `Mon, 26 May 2025 08:15:00 +0700`, `Monday, 26-May-25 08:15:00 GMT`, `Mon May 26 08:15:00 2025`.
  private static func mailDate(_ text: String) -> Moment? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" && !text.contains(":-") }
    var numbers: [Int] = []
    var month: Int?
    var clock: Int?
    var offset = 0
    for word in words {
      if clock != nil, word.first == "+" || zones[word.lowercased()] != nil {
        offset = zone(word) ?? 0
      } else if word.contains(":") {
        if clock == nil {
          guard let found = time(word) else { return nil }
          clock = found
        } else {
          // `-07:00`, of which the split has taken the sign.
          guard let found = zone("-" + word) else { return nil }
          offset = found
        }
      } else if let number = Int(word), number >= 0 {
        // With `-` taken for a separator, a zone behind the time is a number of four digits.
        if clock != nil, word.utf8.count == 4, numbers.count >= 2 {
          offset = zone("-" + word) ?? 0
        } else {
          numbers.append(number)
        }
      } else if let found = months[String(word.lowercased().prefix(3))] {
        month = found
      }
    }
    guard let month, numbers.count >= 2 else { return nil }
    let (first, second) = (numbers[0], numbers[1])
    let (day, year) = first > 31 ? (second, first) : (first, second)
    let full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year
    guard let date = CalendarDate(year: full, month: month, day: day) else { return nil }
    return Moment(seconds: date.dayNumber * 86_400 + (clock ?? 0) - offset, zone: offset)
  }

  private static func time(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":").map { $0.utf8.count <= 2 ? Int($0) : nil }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
      let second = parts.count == 3 ? parts[2] : 0, (0...24).contains(hour), (0...59).contains(minute),
      (0...60).contains(second)
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Seconds east of Greenwich.
  private static func zone(_ text: some StringProtocol) -> Int? {
    if text.isEmpty { return 0 }
    if let known = zones[text.lowercased()] { return known }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = String(text.dropFirst().filter { $0 != ":" })
    guard digits.utf8.count == 4 || digits.utf8.count == 2, let number = Int(digits), number >= 0 else {
      return nil
    }
    let (hours, minutes) = digits.utf8.count == 2 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 14, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
