/// A moment at which something entered the ledger (transaction time), in UTC with milliseconds.
public struct LedgerTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// `YYYY-MM-DDTHH:MM:SS.mmmZ`, which sorts as text.
  public let description: String

  /// Reads a day (`2026-11-28`, up to its last millisecond in UTC) or a moment (`2026-11-28T14:05`, with seconds,
  /// fraction and zone where wanted; UTC without a zone; what is left out counts up to its end). Nil for anything else.
  public init?(_ text: String) {
    guard let date = CalendarDate(iso: text) else { return nil }
    let rest = Array(text.utf8.dropFirst(10))
    if rest.isEmpty {
      description = "\(date)T23:59:59.999Z"
      return
    }
    guard let clock = Clock(rest) else { return nil }
    let minutes = clock.minutes - clock.offset
    let day = date.adding(days: minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440)
    let ofDay = ((minutes % 1440) + 1440) % 1440
    let time = [ofDay / 60, ofDay % 60, clock.seconds].map { LedgerTime.padded($0, 2) }
    description = "\(day)T\(time.joined(separator: ":")).\(LedgerTime.padded(clock.milliseconds, 3))Z"
  }

  /// Whether `left` is the earlier moment.
  public static func < (left: LedgerTime, right: LedgerTime) -> Bool { left.description < right.description }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The part behind the day.
  private struct Clock {
    var minutes = 0
    var seconds = 0
    var milliseconds = 999
    /// Minutes east of UTC.
    var offset = 0

    init?(_ bytes: [UInt8]) {
      var rest = bytes[...]
      guard let first = rest.popFirst(), first == UInt8(ascii: "T") || first == UInt8(ascii: " "),
        let time = Clock.pair(&rest), time.0 < 24, time.1 < 60
      else { return nil }
      minutes = time.0 * 60 + time.1
      seconds = 59
      if rest.first == UInt8(ascii: ":") {
        rest.removeFirst()
        guard let number = Clock.number(&rest, 2), number < 60 else { return nil }
        seconds = number
        if rest.first == UInt8(ascii: ".") {
          rest.removeFirst()
          let digits = rest.prefix { 48...57 ~= $0 }
          guard !digits.isEmpty else { return nil }
          rest.removeFirst(digits.count)
          milliseconds = (Array(digits.prefix(3)) + [48, 48]).prefix(3).reduce(0) { $0 * 10 + Int($1) - 48 }
        }
      }
      guard let sign = rest.popFirst() else { return }
      if sign == UInt8(ascii: "Z") { if rest.isEmpty { return } else { return nil } }
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let zone = Clock.pair(&rest), rest.isEmpty
      else { return nil }
      offset = (zone.0 * 60 + zone.1) * (sign == UInt8(ascii: "+") ? 1 : -1)
    }

    private static func pair(_ rest: inout ArraySlice<UInt8>) -> (Int, Int)? {
      guard let hours = number(&rest, 2) else { return nil }
      if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
      return number(&rest, 2).map { (hours, $0) }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ width: Int) -> Int? {
      let digits = rest.prefix(width)
      guard digits.count == width, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
      rest.removeFirst(width)
      return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
  }
}
