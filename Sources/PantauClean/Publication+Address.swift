internal import PantauRecords

extension Publication {
  /// `/2025/05/26/`, `/2025-05-26-…`, `/20250526/` in an address's path.
  static func date(inURL url: String) -> CalendarDate? {
    let bytes = Array(url.utf8)
    var numbers: [(value: Int, digits: Int, end: Int)] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var value = 0
      while index < bytes.count, isDigit(bytes[index]) {
        value = min(value * 10 + Int(bytes[index]) - 48, 1_000_000_000)
        index += 1
      }
      let bounded = start > 0 && [47, 45, 95].contains(bytes[start - 1])
      numbers.append((bounded ? value : -1, index - start, index))
      if bounded, index - start == 8,
        let date = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100),
        1995...2100 ~= date.year
      {
        return date
      }
    }
    for at in numbers.indices.dropLast(2) where numbers[at].digits == 4 && 1995...2100 ~= numbers[at].value {
      let (month, day) = (numbers[at + 1], numbers[at + 2])
      guard month.end - numbers[at].end <= 3, day.end - month.end <= 3, month.digits <= 2, day.digits <= 2
      else { continue }
      if let date = CalendarDate(year: numbers[at].value, month: month.value, day: day.value) { return date }
    }
    return nil
  }
}
