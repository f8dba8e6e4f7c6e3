import PantauRecords
import Testing

@Suite("Moments of the ledger")
struct LedgerTimeTests {
  @Test(
    "what is left out counts up to its end, and zones are taken off",
    arguments: [
      ("2026-11-28", "2026-11-28T23:59:59.999Z"), ("2026-11-28T14:05", "2026-11-28T14:05:59.999Z"),
      ("2026-11-28 14:05:30", "2026-11-28T14:05:30.999Z"),
      ("2026-11-28T14:05:30.5Z", "2026-11-28T14:05:30.500Z"),
      ("2026-11-28T06:30:00.123456+07:00", "2026-11-27T23:30:00.123Z"),
      ("2026-12-31T23:30-0130", "2027-01-01T01:00:59.999Z"),
    ])
  func reading(_ text: String, _ expected: String) {
    #expect(LedgerTime(text)?.description == expected)
  }

  @Test(
    "what is no moment is refused",
    arguments: [
      "", "kemarin", "2026-02-30", "2026-11-28T25:00", "2026-11-28T14:61", "2026-11-28T14:05x",
      "2026-11-28T1",
    ])
  func refused(_ text: String) {
    #expect(LedgerTime(text) == nil)
  }

  @Test("later is greater")
  func order() throws {
    #expect(try #require(LedgerTime("2026-11-28T14:05")) < #require(LedgerTime("2026-11-28")))
  }
}
