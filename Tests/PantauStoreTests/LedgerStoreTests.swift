import Foundation
import PantauRecords
import Testing

@testable import PantauStore

@Suite("Ledger store")
struct LedgerStoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func report(
    added: Int = 0, reread: Int = 0, known: Int = 0, copies: Int = 0, statements: Int = 0
  ) -> MergeReport {
    var report = MergeReport()
    report.articlesAdded = added
    report.articlesReread = reread
    report.articlesKnown = known
    report.copiesAdded = copies
    report.statementsAdded = statements
    return report
  }

  @Test("gives back what was merged, with its article")
  func roundTrip() throws {
    let store = try LedgerStore(path: folder("ledger.sqlite"))
    let one = record(1)
    #expect(try store.merge([one], extractor: "v1") == report(added: 1, statements: 3))
    let expected = one.statementsInContext(extractor: "v1").map { item in
      var item = item
      item.speaker?.aliases = []
      item.speaker?.mentions = []
      return item
    }.sorted { $0.statement.span.start < $1.statement.span.start }
    #expect(try store.statements() == expected)
    #expect(try store.officials() == one.officialsInContext)
    #expect(try store.articles() == [ArticleContext(one.article)])
    #expect(try store.faults().isEmpty)
  }

  @Test("the same article again adds nothing; another path of it is a copy")
  func sameAgain() throws {
    let store = try LedgerStore(path: folder("ledger.sqlite"))
    _ = try store.merge([record(1, path: "b.txt")], extractor: "v1")
    let before = try store.statements()
    #expect(try store.merge([record(1, path: "b.txt")], extractor: "v1") == report(known: 1))
    #expect(try store.statements() == before)
    let copies = [record(1, path: "a.txt"), record(1, path: "c.txt")]
    #expect(try store.merge(copies, extractor: "v1") == report(known: 2, copies: 2))
    #expect(try store.statements().map(\.article.path) == ["a.txt", "a.txt", "a.txt"])
    #expect(try store.articles().count == 1)
  }

  @Test("another extractor's reading is added, and that of the extractor adopted last is shown")
  func rereading() throws {
    let store = try LedgerStore(path: folder("ledger.sqlite"))
    _ = try store.merge([record(1, value: 64), record(2)], extractor: "v1")
    #expect(
      try store.merge([record(1, value: 80)], extractor: "v2") == report(reread: 1, statements: 3))
    let first = try store.statements().filter { $0.article.id.hasSuffix("1") }
    #expect(first.map(\.extractor) == ["v2", "v2", "v2"])
    #expect(first.map(\.statement.value) == [64, 80, 80])
    #expect(try store.statements().count == 6)
    #expect(try store.merge([record(1, value: 80)], extractor: "v2") == report(known: 1))
    #expect(try store.knownArticles(extractor: "v1").count == 2)
    #expect(try store.knownArticles(extractor: "v2") == ["0000000000000001"])
  }

  @Test("rules that are taken back show what they read before")
  func rulesTakenBack() throws {
    let store = try LedgerStore(path: folder("ledger.sqlite"))
    _ = try store.merge([record(1, value: 64)], extractor: "v1")
    let before = try store.statements()
    _ = try store.merge([record(1, value: 80)], extractor: "v2")
    #expect(try store.statements() != before)
    #expect(try store.merge([record(1, value: 64)], extractor: "v1") == report(known: 1))
    #expect(try store.statements() == before)
  }

  @Test("a reading without statements hides the older one's")
  func emptyRereading() throws {
    let store = try LedgerStore(path: folder("ledger.sqlite"))
    _ = try store.merge([record(1)], extractor: "v1")
    _ = try store.merge([ArticleRecord(article: record(1).article)], extractor: "v2")
    #expect(try store.statements().isEmpty)
    #expect(try store.officials().isEmpty)
  }

  @Test("order and portions of merging do not show")
  func order() throws {
    let records = (1...7).map { record($0, published: $0 == 3 ? nil : "2025-05-1\(9 - $0)") }
    let one = try LedgerStore(path: folder("one.sqlite"))
    _ = try one.merge(records, extractor: "v1")
    let other = try LedgerStore(path: folder("other.sqlite"))
    for record in records.reversed() { _ = try other.merge([record, record], extractor: "v1") }
    #expect(try one.statements() == other.statements())
    #expect(try one.officials() == other.officials())
    #expect(try one.articles() == other.articles())
    #expect(try one.articles().map(\.published?.description).first == .some(nil))
  }

  @Test(
    "filters by region with what lies in it, by stage and by programme",
    arguments: [
      (StatementFilter(), 12), (StatementFilter(region: "Kota Melati"), 6),
      (StatementFilter(region: "kota melati"), 6), (StatementFilter(region: "Melati"), 6),
      (StatementFilter(region: "21.71"), 6), (StatementFilter(region: "21"), 6),
      (StatementFilter(region: "Provinsi Mawar"), 12), (StatementFilter(region: "21.7"), 0),
      (StatementFilter(region: "Kabupaten Dahlia"), 6), (StatementFilter(region: "Tiada"), 0),
      (StatementFilter(stage: "launched"), 2), (StatementFilter(region: "Melati", stage: "launched"), 0),
      (StatementFilter(programme: "koperasi-merah-putih"), 12), (StatementFilter(programme: "lain"), 0),
      (StatementFilter(region: "x' OR 1=1 --"), 0),
    ])
  func filters(_ filter: StatementFilter, _ expected: Int) throws {
    let store = try LedgerStore(path: folder("ledger.sqlite"))
    let records = [
      record(1), record(2, region: "Kabupaten Dahlia", code: "33.02", stage: "launched"),
      record(3, region: "Kelurahan Cempaka", code: "21.71.08.1004"),
      record(4, region: "Kabupaten Dahlia", code: nil),
    ]
    _ = try store.merge(records, extractor: "v1")
    let found = try store.statements(filter)
    #expect(found.count == expected, "\(found.map { ($0.statement.region, $0.statement.kind) })")
  }

  @Test("what was said can be neither changed nor deleted")
  func appendOnly() throws {
    let store = try LedgerStore(path: folder("ledger.sqlite"))
    _ = try store.merge([record(1)], extractor: "v1")
    for sql in ["DELETE FROM statements", "UPDATE statements SET value = 1", "DELETE FROM extractions"] {
      #expect(throws: StoreError.self) { try store.execute(sql) }
    }
    #expect(try store.statements().count == 3)
  }

  @Test("a closed ledger is one file, which opens again with all it held")
  func closing() throws {
    let path = folder("ledger.sqlite")
    let store = try LedgerStore(path: path)
    _ = try store.merge([record(1)], extractor: "v1")
    let before = try store.statements()
    try store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["ledger.sqlite"])
    #expect(try LedgerStore(path: path).statements() == before)
  }
}
