import PantauRecords
import Testing

/// The words that prove a statement.
@Suite("Quotes")
struct QuoteTests {
  @Test(
    "are the sentence that states it",
    arguments: [
      (
        "Rapat berlangsung di aula. Kepala dinas menyebut, dari 64 kelurahan di Kota Batam, baru 12 yang sudah membentuk "
          + "Koperasi Merah Putih. Warga menyambut baik.",
        "Kepala dinas menyebut, dari 64 kelurahan di Kota Batam, baru 12 yang sudah membentuk Koperasi Merah Putih"
      ),
      (
        "Pada akhir November ini, kata Menteri Koperasi, ditargetkan sebanyak 40 gerai Koperasi Merah Putih di Kota Batam "
          + "selesai dibangun. Sisanya menyusul.",
        "Pada akhir November ini, kata Menteri Koperasi, ditargetkan sebanyak 40 gerai Koperasi Merah Putih di Kota Batam "
          + "selesai dibangun"
      ),
    ])
  func sentence(body: String, expected: String) throws {
    let record = try Fixture.record(body, published: "2025-11-10")
    let quotes = (record.targets + record.actuals).map(\.quote)
    #expect(quotes.contains(expected), "\(quotes)")
  }

  @Test("of a sentence of many words hold the figure, its stage and its day, and stand where they say")
  func longSentence() throws {
    let places = (1...40).map { "pasar ke-\($0) yang ramai" }.joined(separator: ", ")
    let body =
      "Di tengah \(places), sebanyak 40 gerai Koperasi Merah Putih di Kota Batam ditargetkan selesai dibangun pada "
      + "31 Desember 2025, sesudah \(places)."
    let record = try Fixture.record(body, published: "2025-11-10")
    let target = try #require(record.targets.first)
    #expect(target.quote.contains("40 gerai") && target.quote.contains("31 Desember 2025"))
    #expect(target.quote.utf8.count < body.utf8.count / 2)
    let text = record.article.text.utf8
    let start = text.index(text.startIndex, offsetBy: target.span.start)
    #expect(String(record.article.text[start...].prefix(target.quote.count)) == target.quote)
  }
}
