import PantauRecords
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(
    "a weekday falls on its date",
    arguments: [
      ("2025-05-26", 1), ("2025-05-16", 5), ("2025-07-21", 1), ("2026-02-18", 3), ("2000-02-29", 2),
    ])
  func weekday(iso: String, expected: Int) throws {
    #expect(try #require(CalendarDate(iso: iso)).weekday == expected)
  }

  @Test("a day number leads back to its day")
  func roundTrip() {
    for number in stride(from: -20_000, through: 40_000, by: 17) {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }
  }

  @Test(
    "impossible days are refused", arguments: ["2025-06-31", "2025-13-01", "2025-02-29", "2025-5-26", "x"])
  func impossible(iso: String) {
    #expect(CalendarDate(iso: iso) == nil)
  }

  @Test("a month later keeps within the month")
  func months() throws {
    #expect(try #require(CalendarDate(iso: "2025-01-31")).adding(months: 1).description == "2025-02-28")
    #expect(try #require(CalendarDate(iso: "2025-07-21")).adding(months: 3).description == "2025-10-21")
    #expect(try #require(CalendarDate(iso: "2025-01-15")).adding(months: -1).description == "2024-12-15")
  }
}
