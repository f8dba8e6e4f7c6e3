import PantauRecords
import Testing

@testable import PantauStore

@Suite("Search")
struct SearchTests {
  let folder: TemporaryFolder
  let store: LedgerStore

  init() throws {
    folder = try TemporaryFolder()
    store = try LedgerStore(path: folder("ledger.sqlite"))
    _ = try store.merge((1...9).map { record($0) }, extractor: "x1")
  }

  private func found(_ words: String) throws -> SearchResult {
    try store.search(try #require(SearchQuery(words)))
  }

  @Test(
    "words must all occur, phrases stand together, stars end beginnings, a hyphen excludes",
    arguments: [
      ("koperasi terbentuk", 9), ("KOPÉRASI", 9), ("koperasi gudang", 0), ("\"koperasi terbentuk\"", 9),
      ("\"terbentuk koperasi\"", 0), ("koper*", 9), ("koper", 0), ("koperasi -\"Sebanyak 3\"", 8),
      ("koperasi -7", 8), ("judul 5", 1),
    ])
  func query(_ words: String, _ count: Int) throws {
    let result = try found(words)
    #expect(result.count == count)
    #expect(result.hits.count == count)
  }

  @Test(
    "what FTS5 takes for syntax is text",
    arguments: [
      "koperasi AND", "koperasi NEAR(", "koperasi OR terbentuk", "title:koperasi", "koperasi^", "{koperasi",
      "koperasi)", "\"koperasi", "koperasi'", "koperasi \u{0}", "koperasi; DROP TABLE articles",
      "a*b* koperasi",
      "koperasi \"\"", "koperasi - *", "+koperasi",
    ])
  func harmless(_ words: String) throws { _ = try found(words) }

  @Test("a query without a word that must occur is none", arguments: ["", " ", "\"\"", "-gudang", "* — ."])
  func empty(_ words: String) { #expect(SearchQuery(words) == nil) }

  @Test("a hit shows where, and the statements whose quote matches")
  func snippet() throws {
    let result = try found("sebanyak 5")
    let hit = try #require(result.hits.first)
    #expect(hit.article.title == "Judul — 5")
    #expect(hit.snippet.filter(\.isMatch).map(\.text) == ["Sebanyak", "5"])
    #expect(hit.snippet.map(\.text).joined().contains("koperasi terbentuk"))
    let quotes = try #require(try found("sebanyak").hits.first).quotes
    #expect(quotes.map(\.kind) == [.target, .actual])
    #expect(quotes.map { $0.text.filter(\.isMatch).map(\.text) } == [["Sebanyak"], ["Sebanyak"]])
    #expect(quotes.first?.region == "Kota Melati")
  }

  @Test("among equals the newest article is first, then the least identifier")
  func order() throws {
    _ = try store.merge(
      [record(20, published: "2025-07-01"), record(21, published: "2025-08-01")], extractor: "x1")
    let titles = try found("judul terbentuk").hits.map(\.article.title)
    #expect(titles.prefix(2) == ["Judul — 21", "Judul — 20"])
    #expect(titles.dropFirst(2).first == "Judul — 1")
  }

  @Test("new articles are indexed by the next search, once, and only the newest reading is found")
  func index() throws {
    var told: [Int] = []
    let query = try #require(SearchQuery("terbentuk"))
    _ = try store.search(query) { told.append($0) }
    _ = try store.search(query) { told.append($0) }
    _ = try store.merge([record(30)], extractor: "x1")
    _ = try store.merge([record(1)], extractor: "x2")
    let result = try store.search(query) { told.append($0) }
    #expect(told == [9, 2])
    #expect(result.count == 10)
    #expect(result.missing == 0)
  }

  @Test("many articles are indexed in steps")
  func steps() throws {
    _ = try store.merge((100..<1_300).map { record($0) }, extractor: "x1")
    #expect(try found("terbentuk").count == 1_209)
    try store.rebuildSearchIndex()
    #expect(try found("terbentuk").count == 1_209)
  }

  @Test("while another process writes, the search goes over what is indexed, and says so")
  func busy() throws {
    _ = try found("terbentuk")
    _ = try store.merge([record(40)], extractor: "x1")
    let reader = try LedgerStore(path: folder("ledger.sqlite"), patience: 0.05)
    try store.whileWriting {
      let result = try reader.search(try #require(SearchQuery("terbentuk")))
      #expect(result.count == 9)
      #expect(result.missing == 1)
    }
  }
}
