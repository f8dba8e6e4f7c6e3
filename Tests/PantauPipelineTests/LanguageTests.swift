import PantauFetch
import PantauRecords
import Testing

@testable import PantauPipeline

@Suite("Articles in other languages")
struct LanguageTests {
  @Test("are kept with their language, and nothing is taken out of them")
  func english() throws {
    let text = """
      Batam Mayor Says 64 Cooperatives Have Been Formed

      The mayor of Kota Batam said on Monday that 64 of the cooperatives in the city have been formed, and that the \
      rest of them will be formed by the end of June 2025, as it was planned by the ministry.

      "Sebanyak 24 koperasi di Kota Batam sudah berbadan hukum," he said in Indonesian, and that was all he said to \
      the people who had come to the meeting at the city hall.

      """
    let page = Page(
      source: Source(path: "a.txt", sha256: String(repeating: "a", count: 64)), kind: .text,
      bytes: Array(text.utf8))
    guard case .record(let record) = try Line(try Pages.setup()).outcome(of: .page(page)) else {
      Issue.record("no record")
      return
    }
    #expect(record.article.language == "en")
    #expect(record.article.body.contains("64 of the cooperatives"))
    #expect(record == ArticleRecord(article: record.article))
  }
}
