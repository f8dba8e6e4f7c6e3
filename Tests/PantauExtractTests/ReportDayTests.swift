import PantauRecords
import Testing

/// The day of a report that no line of the page gives.
@Suite("Day of the report")
struct ReportDayTests {
  @Test(
    "is the day on which something was said, not one that is spoken of in a quotation",
    arguments: [
      (
        "\"Target kami, semua koperasi terdaftar paling lambat awal Juni 2025,\" ujar Rizal Harahap, Jumat (30/5).\n"
          + "Pada Senin (19/5) koperasi yang terbentuk baru 120 unit.", "2025-05-30"
      ),
      (
        "Tim pemantau datang ke Sukamaju, Selasa (27/05/2025).\n"
          + "\"Kamis (29/5) targetnya semua desa sudah musyawarah,\" kata kepala dinas.", "2025-05-27"
      ),
      (
        "Rapat digelar Senin (19/5/2025). “Peresmian rencananya Kamis (29/5),” katanya.", "2025-05-19"
      ),
      ("Situwangi, Bandung Barat. 13 Januari 2026. Kodim menggelar rapat koperasi.", "2026-01-13"),
      // A weekday that fits another year only is wrong.
      (
        "Data aset disusun, ujarnya, Senin (24/11/2025). Koperasi diluncurkan Selasa (21/7) lalu.",
        "2025-11-24"
      ),
      ("Koperasi ditargetkan rampung sebelum akhir Juni 2025, Jum’at (2/5).", "2025-05-02"),
    ])
  func day(body: String, expected: String) throws {
    let record = try Fixture.record(body, published: nil)
    #expect(record.article.published?.description == expected)
    #expect(record.article.publishedBasis == .text)
  }
}
