import PantauRecords
import Testing

/// A deadline as the annotation guide settles it: the words, the day of publication, the last day.
struct DeadlineCase: Sendable, CustomTestStringConvertible {
  var words: String
  var published: String
  var latest: String?

  init(_ words: String, _ latest: String?, published: String = "2025-05-26") {
    self.words = words
    self.published = published
    self.latest = latest
  }

  var testDescription: String { "\(words) on \(published)" }
}

@Suite struct DeadlineTests {
  private func latest(_ example: DeadlineCase) throws -> String? {
    let body =
      "Pemerintah Kota Batam menargetkan 64 Koperasi Kelurahan Merah Putih terbentuk \(example.words)."
    let record = try Fixture.record(body, published: example.published)
    let target = try #require(record.targets.first)
    #expect(target.value == 64)
    #expect(target.region == "Kota Batam")
    return target.latest?.description
  }

  static let settled = [
    DeadlineCase("sebelum Juni 2025", "2025-05-31"),
    DeadlineCase("sebelum 15 Mei", "2025-05-14", published: "2025-05-05"),
    DeadlineCase("sebelum tanggal 15 Mei", "2025-05-14", published: "2025-05-05"),
    DeadlineCase("paling lambat 31 Mei", "2025-05-31"),
    DeadlineCase("paling lambat 31 Mei 2025", "2025-05-31"),
    DeadlineCase("pada Juni 2025", "2025-06-30"),
    DeadlineCase("Juni 2025", "2025-06-30"),
    DeadlineCase("akhir Juni 2025", "2025-06-30"),
    DeadlineCase("pada akhir Juni", "2025-06-30"),
    DeadlineCase("awal Juni", "2025-06-10"),
    DeadlineCase("pertengahan Juni", "2025-06-20"),
    DeadlineCase("pertengahan 2025", "2025-06-30"),
    DeadlineCase("pertengahan tahun", "2025-06-30"),
    DeadlineCase("akhir tahun", "2025-12-31"),
    DeadlineCase("akhir tahun ini", "2025-12-31"),
    DeadlineCase("awal tahun 2026", "2026-04-30"),
    DeadlineCase("semester I 2025", "2025-06-30"),
    DeadlineCase("pada semester II 2025", "2025-12-31"),
    DeadlineCase("triwulan III 2025", "2025-09-30"),
    DeadlineCase("tahun ini", "2025-12-31"),
    DeadlineCase("bulan depan", "2025-06-30"),
    DeadlineCase("akhir bulan ini", "2025-05-31"),
    DeadlineCase("pada Hari Koperasi", "2025-07-12"),
    DeadlineCase("sebelum Hari Koperasi", "2025-07-11"),
    DeadlineCase("pekan pertama Juni 2025", "2025-06-07"),
    DeadlineCase("pekan kedua Juni 2025", "2025-06-14"),
    DeadlineCase("pekan ketiga Juni 2025", "2025-06-21"),
    DeadlineCase("pekan keempat Juni 2025", "2025-06-28"),
    DeadlineCase("pekan ini", "2025-06-01", published: "2025-05-28"),
    DeadlineCase("pekan depan", "2025-06-08", published: "2025-05-28"),
    DeadlineCase("paling lambat 31 Juni 2025", "2025-06-30"),
    DeadlineCase("dalam tiga bulan", "2025-08-26"),
    DeadlineCase("pada 12 Juli mendatang", "2025-07-12"),
    DeadlineCase("hingga 30 Juni 2025", "2025-06-30"),
    DeadlineCase("paling lambat Januari", "2026-01-31", published: "2025-12-20"),
    DeadlineCase("", nil),
    DeadlineCase("dalam 100 hari kerja", nil),
    DeadlineCase("sebelum pertengahan 2025", "2025-06-30"),
    DeadlineCase("pertengahan tahun", "2025-06-30"),
    DeadlineCase("akhir tahun", "2025-12-31"),
    DeadlineCase("tiga bulan sejak 21 Juli 2025", "2025-10-21", published: "2025-07-25"),
  ]

  @Test(arguments: settled) func aDeadlineHasItsLastDay(example: DeadlineCase) throws {
    #expect(try latest(example) == example.latest)
  }

  /// What counts from the day of writing stays open where nothing tells it, whatever other days the text names.
  @Test(arguments: [
    ("pekan depan", nil), ("dalam dua bulan", nil), ("besok", nil), ("Kamis", nil), ("akhir bulan ini", nil),
    ("30 Juni 2025", "2025-06-30"), ("akhir Juni 2025", "2025-06-30"),
    ("tiga bulan sejak 21 Juli 2025", "2025-10-21"),
  ])
  func withoutADayOfWritingOnlyWholeDatesAreRead(words: String, expected: String?) throws {
    let body = """
      Sebanyak 48 Koperasi Merah Putih di Kabupaten Kudus ditargetkan beroperasi \(words). Peluncuran nasional \
      digelar pada 12 Juli 2025.
      """
    let record = try Fixture.record(body, published: nil)
    let target = try #require(record.targets.first { $0.value == 48 })
    #expect(target.latest?.description == expected)
  }
}
