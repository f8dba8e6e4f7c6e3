import Foundation
import PantauRecords
import Testing

@testable import PantauStore

@Suite("Health of a ledger")
struct HealthTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder("ledger.sqlite")
  }

  /// An article whose quotes stand where their offsets say.
  private func sound(_ number: Int) -> ArticleRecord {
    var record = record(number)
    let text = Array(record.article.text.utf8)
    for (words, place) in [("Sebanyak", \ArticleRecord.targets), ("koperasi", \.actuals)] {
      let wanted = Array(words.utf8)
      let start = text.indices.first { text[$0...].starts(with: wanted) } ?? 0
      record[keyPath: place][0].quote = words
      record[keyPath: place][0].span = Span(start, start + wanted.count)
    }
    record.totals = []
    return record
  }

  private func make(_ damage: (LedgerStore) throws -> Void = { _ in }) throws -> LedgerHealth {
    let store = try LedgerStore(path: path)
    _ = try store.merge((1...5).map(sound), extractor: "x1")
    try damage(store)
    // Decisions need rules, which are not the store's.
    try store.execute("DELETE FROM open_articles; DELETE FROM open_scopes")
    try store.close()
    return try LedgerExamination(path: path).health()
  }

  private func faults(_ health: LedgerHealth) -> [String] {
    health.findings.filter { !$0.isSound }.map(\.check)
  }

  @Test("a sound ledger is sound, and counted")
  func sound() throws {
    let health = try make { _ = try $0.search(try #require(SearchQuery("koperasi"))) }
    #expect(faults(health) == [])
    #expect(health.isSound && health.isUsable)
    #expect(health.counts.map(\.number).prefix(6) == [5, 5, 5, 5, 5, 0])
    #expect(health.published?.first == "2025-05-26")
    #expect(health.schema.first == "v1")
  }

  @Test("articles that no search has indexed are no fault")
  func unindexed() throws {
    let health = try make()
    #expect(faults(health) == ["search index"])
    #expect(health.isUsable && !health.isSound)
  }

  @Test("a quote that does not stand where it should is found")
  func evidence() throws {
    let health = try make { store in
      var wrong = sound(6)
      wrong.targets[0].span = Span(0, 8)
      _ = try store.merge([wrong], extractor: "x1")
    }
    #expect(faults(health).contains("evidence"))
    #expect(!health.isUsable)
  }

  @Test("a guard that was removed, and a reference to nothing, are found")
  func guards() throws {
    let health = try make { store in
      try store.execute("DROP TRIGGER statements_no_delete")
      try store.execute("PRAGMA foreign_keys = OFF")
      try store.execute("DROP TRIGGER articles_no_delete")
    }
    let finding = try #require(health.findings.first { $0.check == "append-only tables" })
    #expect(finding.faults.count == 2)
    #expect(finding.remedy != nil)
    let orphan = "PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE article = 1"
    try LedgerStore.executeRaw(orphan, at: path)
    #expect(faults(try LedgerExamination(path: path).health()).contains("foreign keys"))
  }

  @Test("a damaged page is found, and nothing is changed")
  func damaged() throws {
    _ = try make { store in _ = try store.merge((10..<400).map(sound), extractor: "x1") }
    var bytes = try Data(contentsOf: URL(filePath: path))
    let middle = bytes.count / 2 / 4096 * 4096
    for offset in 0..<4096 { bytes[middle + offset] = 0xA5 }
    try bytes.write(to: URL(filePath: path))
    do throws(StoreError) {
      let health = try LedgerExamination(path: path).health()
      #expect(!health.isUsable)
    } catch {
      #expect(error.code == .damaged)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
  }

  @Test("what is no ledger is refused", arguments: ["", "bukan basis data\n"])
  func noLedger(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(throws: StoreError.self) { try LedgerExamination(path: path).health() }
  }

  @Test("a newer program's ledger is named as one")
  func newer() throws {
    let health = try make { try $0.execute("INSERT INTO grdb_migrations VALUES ('v999')") }
    #expect(faults(health).contains("schema"))
    #expect(!health.isUsable)
    #expect(health.schema.last == "v999")
  }
}
