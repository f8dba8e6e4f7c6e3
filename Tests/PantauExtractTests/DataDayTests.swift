import PantauRecords
import Testing

/// The day for which figures are reported, where their own sentence does not tell it.
@Suite("Day of the figures")
struct DataDayTests {
  @Test(
    "is the one that the paragraph, the whole or the lead of the list tells",
    arguments: [
      (
        "Per 20 Juni 2025, sebanyak 31 Koperasi Merah Putih di Kabupaten Belu sudah terbentuk. "
          + "Yang berbadan hukum baru 12 koperasi.", ["31 2025-06-20", "12 2025-06-20"]
      ),
      (
        "Koperasi Merah Putih sampai 14 Mei 2025 berdiri di 32 desa di Kabupaten Jember. "
          + "Tiga di antaranya telah bernotaris dan berbadan hukum.", ["32 2025-05-14", "3 2025-05-14"]
      ),
      (
        "Di Provinsi Gorontalo, per-11 Juni 2025, sudah 42 Koperasi Merah Putih yang berbadan hukum.",
        ["42 2025-06-11"]
      ),
      (
        "Musyawarah Koperasi Merah Putih di Kabupaten Jember digelar Kamis (29/5/2025). "
          + "Sampai hari itu 130 desa di Kabupaten Jember sudah membentuk koperasi.", ["130 2025-05-29"]
      ),
      (
        "Berikut koperasi yang berbadan hukum per 19 Juni 2025:\n- Kabupaten Jember: 12 koperasi\n- Kabupaten Blora: 9 koperasi",
        ["12 2025-06-19", "9 2025-06-19"]
      ),
      // The next paragraph and a sentence with a day of its own report for other days, or for none.
      (
        "Per 20 Juni 2025, sebanyak 31 Koperasi Merah Putih di Kabupaten Belu sudah terbentuk.\n"
          + "Koperasi yang berbadan hukum 12 unit.", ["31 2025-06-20", "12 -"]
      ),
      (
        "Per 20 Juni 2025, sebanyak 31 Koperasi Merah Putih di Kabupaten Belu sudah terbentuk. "
          + "Per 1 Juli 2025 yang berbadan hukum 12 koperasi.", ["31 2025-06-20", "12 2025-07-01"]
      ),
      // What is due on a day is not reported for it.
      (
        "Pembentukan ditargetkan rampung 31 Mei 2025. Sebanyak 12 Koperasi Merah Putih di Kabupaten Belu sudah terbentuk.",
        ["12 -"]
      ),
    ])
  func days(body: String, expected: [String]) throws {
    let record = try Fixture.record(body, published: "2025-07-10")
    let found = record.actuals.map { actual in
      "\(Int(actual.value ?? 0)) \(actual.asOf.map { "\($0)" } ?? "-")"
    }
    #expect(found == expected)
  }
}
