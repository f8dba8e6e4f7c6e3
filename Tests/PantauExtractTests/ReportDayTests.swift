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
    ])
  func day(body: String, expected: String) throws {
    let record = try Fixture.record(body, published: nil)
    #expect(record.article.published?.description == expected)
    #expect(record.article.publishedBasis == .text)
  }
}
