import PantauRecords
import PantauText
import Testing

/// One expression, the day it is read on, and the days that it must cover.
struct DateCase: Sendable, CustomTestStringConvertible {
  var words: String
  var reference: String?
  var parts: DateParts
  var earliest: String
  var latest: String

  init(
    _ words: String, on reference: String? = "2025-05-26", _ earliest: String, _ latest: String,
    _ fill: (inout DateParts) -> Void
  ) {
    self.words = words
    self.reference = reference
    self.earliest = earliest
    self.latest = latest
    var parts = DateParts()
    fill(&parts)
    self.parts = parts
  }

  var testDescription: String { "\(words) on \(reference ?? "no day")" }

  var range: DateRange? {
    DateResolver(reference: reference.flatMap { CalendarDate(iso: $0) }).range(of: parts)
  }
}

@Suite struct DateResolverTests {
  private func check(_ date: DateCase) throws {
    let range = try #require(date.range)
    #expect("\(range.earliest)" == date.earliest)
    #expect("\(range.latest)" == date.latest)
  }

  // MARK: - Days

  static let days: [DateCase] = [
    DateCase("31 Mei 2025", on: nil, "2025-05-31", "2025-05-31") {
      ($0.day, $0.month, $0.year) = (31, 5, 2025)
    },
    DateCase("15 Mei", on: "2025-05-05", "2025-05-15", "2025-05-15") { ($0.day, $0.month) = (15, 5) },
    DateCase("28 Desember", on: "2026-01-04", "2025-12-28", "2025-12-28") { ($0.day, $0.month) = (28, 12) },
    DateCase("3 Januari", on: "2025-12-20", "2026-01-03", "2026-01-03") { ($0.day, $0.month) = (3, 1) },
    DateCase("Rabu (9/4)", on: "2025-04-10", "2025-04-09", "2025-04-09") {
      ($0.weekday, $0.day, $0.month) = (3, 9, 4)
    },
    DateCase("Kamis (24/7)", on: "2025-12-05", "2025-07-24", "2025-07-24") {
      ($0.weekday, $0.day, $0.month) = (4, 24, 7)
    },
    DateCase("tanggal 20", "2025-05-20", "2025-05-20") { $0.day = 20 },
    DateCase("12-15 Juni 2025", "2025-06-12", "2025-06-15") {
      ($0.day, $0.endDay, $0.month, $0.year) = (12, 15, 6, 2025)
    },
    DateCase("28 Mei hingga 3 Juni 2025", "2025-05-28", "2025-06-03") {
      ($0.day, $0.month, $0.endDay, $0.endMonth, $0.year) = (28, 5, 3, 6, 2025)
    },
    DateCase("28 Desember 2025 hingga 3 Januari", "2025-12-28", "2026-01-03") {
      ($0.day, $0.month, $0.endDay, $0.endMonth, $0.year) = (28, 12, 3, 1, 2025)
    },
    DateCase("12 Juli lalu", "2024-07-12", "2024-07-12") { ($0.day, $0.month, $0.offset) = (12, 7, -1) },
    DateCase("12 Mei mendatang", "2025-05-12", "2025-05-12") { ($0.day, $0.month, $0.offset) = (12, 5, 1) },
    DateCase("hari ini", "2025-05-26", "2025-05-26") { ($0.unit, $0.offset) = (.day, 0) },
    DateCase("besok", on: "2025-05-31", "2025-06-01", "2025-06-01") { ($0.unit, $0.offset) = (.day, 1) },
    DateCase("Jumat", "2025-05-23", "2025-05-23") { $0.weekday = 5 },
    DateCase("Senin", "2025-05-26", "2025-05-26") { $0.weekday = 1 },
    DateCase("Jumat depan", "2025-05-30", "2025-05-30") { ($0.weekday, $0.offset) = (5, 1) },
    DateCase("paling lambat Kamis", "2025-05-29", "2025-05-29") { ($0.weekday, $0.relation) = (4, .by) },
    DateCase("Senin depan", "2025-06-02", "2025-06-02") { ($0.weekday, $0.offset) = (1, 1) },
  ]

  @Test(arguments: days) func aDayIsFound(date: DateCase) throws {
    try check(date)
    #expect(date.range?.impossible == false)
    #expect(date.range?.weekdayMismatch == false)
  }

  @Test(arguments: [
    DateCase("31 Juni 2025", "2025-06-30", "2025-06-30") { ($0.day, $0.month, $0.year) = (31, 6, 2025) },
    DateCase("30 Februari 2025", "2025-02-28", "2025-02-28") { ($0.day, $0.month, $0.year) = (30, 2, 2025) },
    DateCase("29 Februari 2025", "2025-02-28", "2025-02-28") { ($0.day, $0.month, $0.year) = (29, 2, 2025) },
    DateCase("31 September", "2025-09-30", "2025-09-30") { ($0.day, $0.month) = (31, 9) },
    DateCase("15-31 Juni 2025", "2025-06-15", "2025-06-30") {
      ($0.day, $0.endDay, $0.month, $0.year) = (15, 31, 6, 2025)
    },
  ])
  func aDayThatDoesNotExistIsTheMonthsLastAndSaidToBeImpossible(date: DateCase) throws {
    try check(date)
    #expect(date.range?.impossible == true)
    #expect(date.range?.edtf == nil)
  }

  @Test func aLeapDayExistsInItsYear() {
    let date = DateCase("29 Februari 2028", "2028-02-29", "2028-02-29") {
      ($0.day, $0.month, $0.year) = (29, 2, 2028)
    }
    #expect(date.range?.impossible == false)
    #expect(date.range?.edtf == "2028-02-29")
  }

  @Test func aWeekdayThatDoesNotFallOnTheDateIsSaid() {
    let date = DateCase("Senin, 27 Mei 2025", "2025-05-27", "2025-05-27") {
      ($0.weekday, $0.day, $0.month, $0.year) = (1, 27, 5, 2025)
    }
    #expect(date.range?.weekdayMismatch == true)
    #expect(date.range?.earliest.description == "2025-05-27")
  }

  @Test func aWeekdayChoosesTheYear() {
    // 24 July is a Thursday in 2025, a Friday in 2026.
    for (weekday, year) in [(4, 2025), (5, 2026)] {
      let date = DateCase("(24/7)", on: "2026-01-15", "", "") {
        ($0.weekday, $0.day, $0.month) = (weekday, 24, 7)
      }
      #expect(date.range?.earliest.year == year)
    }
  }

  // MARK: - Months

  static let months: [DateCase] = [
    DateCase("Juni 2025", on: nil, "2025-06-01", "2025-06-30") { ($0.month, $0.year) = (6, 2025) },
    DateCase("Juni", "2025-06-01", "2025-06-30") { $0.month = 6 },
    DateCase("Februari 2028", "2028-02-01", "2028-02-29") { ($0.month, $0.year) = (2, 2028) },
    DateCase("awal Juni", "2025-06-01", "2025-06-10") { ($0.month, $0.part) = (6, .start) },
    DateCase("pertengahan Juni", "2025-06-11", "2025-06-20") { ($0.month, $0.part) = (6, .middle) },
    DateCase("akhir Juni 2025", "2025-06-21", "2025-06-30") {
      ($0.month, $0.year, $0.part) = (6, 2025, .end)
    },
    DateCase("pekan pertama Juni", "2025-06-01", "2025-06-07") {
      ($0.month, $0.unit, $0.ordinal) = (6, .week, 1)
    },
    DateCase("pekan kedua Juni", "2025-06-08", "2025-06-14") {
      ($0.month, $0.unit, $0.ordinal) = (6, .week, 2)
    },
    DateCase("pekan ketiga Juni", "2025-06-15", "2025-06-21") {
      ($0.month, $0.unit, $0.ordinal) = (6, .week, 3)
    },
    DateCase("pekan keempat Juni", "2025-06-22", "2025-06-28") {
      ($0.month, $0.unit, $0.ordinal) = (6, .week, 4)
    },
    DateCase("Agustus hingga September 2026", "2026-08-01", "2026-09-30") {
      ($0.month, $0.endMonth, $0.year) = (8, 9, 2026)
    },
    DateCase("November 2025 hingga Januari", "2025-11-01", "2026-01-31") {
      ($0.month, $0.endMonth, $0.year) = (11, 1, 2025)
    },
    DateCase("Desember", on: "2026-01-20", "2025-12-01", "2025-12-31") { $0.month = 12 },
    DateCase("bulan ini", "2025-05-01", "2025-05-31") { ($0.unit, $0.offset) = (.month, 0) },
    DateCase("bulan depan", "2025-06-01", "2025-06-30") { ($0.unit, $0.offset) = (.month, 1) },
    DateCase("bulan depan", on: "2025-12-31", "2026-01-01", "2026-01-31") {
      ($0.unit, $0.offset) = (.month, 1)
    },
    DateCase("bulan lalu", on: "2025-01-31", "2024-12-01", "2024-12-31") {
      ($0.unit, $0.offset) = (.month, -1)
    },
    DateCase("akhir bulan ini", "2025-05-21", "2025-05-31") {
      ($0.unit, $0.offset, $0.part) = (.month, 0, .end)
    },
    DateCase("awal bulan depan", "2025-06-01", "2025-06-10") {
      ($0.unit, $0.offset, $0.part) = (.month, 1, .start)
    },
  ]

  @Test(arguments: months) func aMonthOrItsPartIsFound(date: DateCase) throws { try check(date) }

  // MARK: - Years and their parts

  static let years: [DateCase] = [
    DateCase("tahun 2026", on: nil, "2026-01-01", "2026-12-31") { $0.year = 2026 },
    DateCase("tahun ini", "2025-01-01", "2025-12-31") { ($0.unit, $0.offset) = (.year, 0) },
    DateCase("tahun depan", "2026-01-01", "2026-12-31") { ($0.unit, $0.offset) = (.year, 1) },
    DateCase("awal tahun 2026", "2026-01-01", "2026-04-30") { ($0.year, $0.part) = (2026, .start) },
    DateCase("pertengahan 2025", "2025-05-01", "2025-06-30") { ($0.year, $0.part) = (2025, .middle) },
    DateCase("akhir tahun ini", "2025-10-01", "2025-12-31") {
      ($0.unit, $0.offset, $0.part) = (.year, 0, .end)
    },
    DateCase("akhir tahun", "2025-10-01", "2025-12-31") { ($0.unit, $0.part) = (.year, .end) },
    DateCase("pertengahan tahun", "2025-05-01", "2025-06-30") { ($0.unit, $0.part) = (.year, .middle) },
    DateCase("awal tahun", "2025-01-01", "2025-04-30") { ($0.unit, $0.part) = (.year, .start) },
    DateCase("akhir tahun 2026", "2026-10-01", "2026-12-31") {
      ($0.unit, $0.part, $0.year) = (.year, .end, 2026)
    },
    DateCase("semester I 2025", "2025-01-01", "2025-06-30") {
      ($0.year, $0.unit, $0.ordinal) = (2025, .semester, 1)
    },
    DateCase("semester II", "2025-07-01", "2025-12-31") { ($0.unit, $0.ordinal) = (.semester, 2) },
    DateCase("triwulan I 2026", "2026-01-01", "2026-03-31") {
      ($0.year, $0.unit, $0.ordinal) = (2026, .quarter, 1)
    },
    DateCase("triwulan III 2025", "2025-07-01", "2025-09-30") {
      ($0.year, $0.unit, $0.ordinal) = (2025, .quarter, 3)
    },
    DateCase("kuartal IV", "2025-10-01", "2025-12-31") { ($0.unit, $0.ordinal) = (.quarter, 4) },
    DateCase("triwulan depan", "2025-07-01", "2025-09-30") { ($0.unit, $0.offset) = (.quarter, 1) },
    DateCase("triwulan depan", on: "2025-11-02", "2026-01-01", "2026-03-31") {
      ($0.unit, $0.offset) = (.quarter, 1)
    },
  ]

  @Test(arguments: years) func aYearOrItsPartIsFound(date: DateCase) throws { try check(date) }

  // MARK: - Weeks and lengths

  static let spans: [DateCase] = [
    DateCase("pekan ini", on: "2025-05-28", "2025-05-26", "2025-06-01") { ($0.unit, $0.offset) = (.week, 0) },
    DateCase("pekan ini", on: "2025-06-01", "2025-05-26", "2025-06-01") { ($0.unit, $0.offset) = (.week, 0) },
    DateCase("pekan depan", on: "2025-05-28", "2025-06-02", "2025-06-08") {
      ($0.unit, $0.offset) = (.week, 1)
    },
    DateCase("pekan lalu", on: "2025-05-28", "2025-05-19", "2025-05-25") {
      ($0.unit, $0.offset) = (.week, -1)
    },
    DateCase("dalam tiga bulan", "2025-05-26", "2025-08-26") { ($0.unit, $0.length) = (.month, 3) },
    DateCase("dalam sebulan", on: "2025-01-31", "2025-01-31", "2025-02-28") {
      ($0.unit, $0.length) = (.month, 1)
    },
    DateCase("tiga bulan sejak 21 Juli 2025", "2025-07-21", "2025-10-21") {
      ($0.unit, $0.length, $0.anchor) = (.month, 3, CalendarDate(iso: "2025-07-21"))
    },
    DateCase("dua pekan lagi", "2025-05-26", "2025-06-09") { ($0.unit, $0.length) = (.week, 2) },
    DateCase("10 hari", "2025-05-26", "2025-06-05") { ($0.unit, $0.length) = (.day, 10) },
    DateCase("dua tahun", "2025-05-26", "2027-05-26") { ($0.unit, $0.length) = (.year, 2) },
    DateCase("satu semester", "2025-05-26", "2025-11-26") { ($0.unit, $0.length) = (.semester, 1) },
    DateCase("dua triwulan", "2025-05-26", "2025-11-26") { ($0.unit, $0.length) = (.quarter, 2) },
  ]

  @Test(arguments: spans) func aWeekOrALengthOfTimeIsFound(date: DateCase) throws { try check(date) }

  // MARK: - What words and reference do not settle

  @Test(arguments: [
    DateCase("15 Mei", on: nil, "", "") { ($0.day, $0.month) = (15, 5) },
    DateCase("Juni", on: nil, "", "") { $0.month = 6 },
    DateCase("bulan depan", on: nil, "", "") { ($0.unit, $0.offset) = (.month, 1) },
    DateCase("dalam tiga bulan", on: nil, "", "") { ($0.unit, $0.length) = (.month, 3) },
    DateCase("semester I", on: nil, "", "") { ($0.unit, $0.ordinal) = (.semester, 1) },
    DateCase("Jumat", on: nil, "", "") { $0.weekday = 5 },
    DateCase("tanggal 20", on: nil, "", "") { $0.day = 20 },
    DateCase("13/13/2025", "", "") { ($0.day, $0.month, $0.year) = (13, 13, 2025) },
    DateCase("0 Mei", "", "") { ($0.day, $0.month) = (0, 5) },
    DateCase("32 Mei", "", "") { ($0.day, $0.month) = (32, 5) },
    DateCase("triwulan V", "", "") { ($0.unit, $0.ordinal) = (.quarter, 5) },
    DateCase("semester III", "", "") { ($0.unit, $0.ordinal) = (.semester, 3) },
    DateCase("nol bulan", "", "") { ($0.unit, $0.length) = (.month, 0) },
    DateCase("9999999 tahun", "", "") { ($0.unit, $0.length) = (.year, 9_999_999) },
    DateCase("nothing", "", "") { _ in },
  ])
  func whatIsNotSettledHasNoDays(date: DateCase) { #expect(date.range == nil) }

  // MARK: - Extended date and time format

  @Test(arguments: [
    (DateCase("26 Mei 2025", "", "") { ($0.day, $0.month, $0.year) = (26, 5, 2025) }, "2025-05-26"),
    (DateCase("Juni 2025", "", "") { ($0.month, $0.year) = (6, 2025) }, "2025-06"),
    (DateCase("2026", "", "") { $0.year = 2026 }, "2026"),
    (DateCase("awal Juni", "", "") { ($0.month, $0.part) = (6, .start) }, "2025-06~"),
    (DateCase("akhir 2026", "", "") { ($0.year, $0.part) = (2026, .end) }, "2026~"),
    (DateCase("Juni-Juli", "", "") { ($0.month, $0.endMonth) = (6, 7) }, "2025-06/2025-07"),
    (DateCase("dua pekan", "", "") { ($0.unit, $0.length) = (.week, 2) }, "2025-05-26/2025-06-09~"),
    (DateCase("semester I", "", "") { ($0.unit, $0.ordinal) = (.semester, 1) }, "2025-01-01/2025-06-30"),
  ])
  func theExpressionIsWrittenAsEDTF(date: DateCase, expected: String) {

    #expect(date.range?.edtf == expected)
  }

  @Test func onlyOpenBordersAreApproximate() {
    let exact = DateCase("Juni", "", "") { $0.month = 6 }
    let open = DateCase("awal Juni", "", "") { ($0.month, $0.part) = (6, .start) }
    #expect(exact.range?.approximate == false)
    #expect(open.range?.approximate == true)
    #expect(exact.range?.isDay == false)
  }
}
