import PantauRecords
import Testing

@testable import PantauFetch

@Suite("Dates of the web")
struct WebDateTests {
  @Test(
    "all usual forms are read",
    arguments: [
      ("Mon, 26 May 2025 08:15:00 +0700", "2025-05-26T01:15:00Z"),
      ("Mon, 26 May 2025 08:15:00 GMT", "2025-05-26T08:15:00Z"),
      ("26 May 2025 08:15 WIB", "2025-05-26T01:15:00Z"),
      ("Monday, 26-May-25 08:15:00 GMT", "2025-05-26T08:15:00Z"),
      ("Mon May 26 08:15:00 2025", "2025-05-26T08:15:00Z"),
      ("2025-05-26T08:15:00+07:00", "2025-05-26T01:15:00Z"),
      ("2025-05-26T08:15:00.123Z", "2025-05-26T08:15:00Z"), ("2025-05-26 08:15:00", "2025-05-26T08:15:00Z"),
      ("2025-05-26", "2025-05-26T00:00:00Z"), ("2025-05", "2025-05-01T00:00:00Z"),
      ("2025", "2025-01-01T00:00:00Z"),
      (" \n2025-05-26T08:15+0700", "2025-05-26T01:15:00Z"),
      ("Mon, 26 May 2025 08:15:00 +07:00", "2025-05-26T01:15:00Z"),
      ("Mon, 26 May 2025 08:15:00 -07:00", "2025-05-26T15:15:00Z"),
      ("Mon, 26 May 2025 08:15:00 -0700", "2025-05-26T15:15:00Z"),
      ("Fri, 31 Dec 1999 23:59:59 -0500", "2000-01-01T04:59:59Z"),
    ])
  func valid(text: String, expected: String) {
    #expect(WebDate.seconds(text).map(WebDate.text) == expected)
  }

  @Test(
    "what is no date is none",
    arguments: [
      "", "kemarin", "2025-13-01", "2025-02-30T00:00:00Z", "32 May 2025", "26 Mei", "2025-05-26T25:00:00Z",
      "0", "Mon, 26 May 2025 08:15:00 09:15:00", "Mon, 99 May 2025 08:15:00 GMT",
    ])
  func invalid(text: String) { #expect(WebDate.seconds(text) == nil) }

  @Test(
    "a moment's day is that of its own zone",
    arguments: [
      ("Mon, 26 May 2025 01:15:00 +0700", "2025-05-26"), ("2025-05-26T23:15:00-05:00", "2025-05-26"),
      ("2025-05-26", "2025-05-26"), ("26 May 2025 06:59 WIB", "2025-05-26"),
    ])
  func day(text: String, day: String) { #expect(WebDate.moment(text)?.day.description == day) }
}
