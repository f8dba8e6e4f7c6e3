import Foundation
import PantauRecords
import Testing

@testable import PantauStore

@Suite("What the ledger held at a moment")
struct KnownAtTests {
  private let folder: TemporaryFolder
  private let store: LedgerStore

  init() throws {
    folder = try TemporaryFolder()
    store = try LedgerStore(path: folder("ledger.sqlite"))
  }

  /// A moment between what was written before and what is written after.
  private func moment() throws -> LedgerTime {
    Thread.sleep(forTimeInterval: 0.003)
    defer { Thread.sleep(forTimeInterval: 0.003) }
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    return try #require(LedgerTime(format.string(from: Date())))
  }

  @Test("articles, copies and readings that came later do not count, and what they replaced does")
  func knownAt() throws {
    let nothing = try moment()
    _ = try store.merge([record(1, path: "b.txt", value: 64)], extractor: "v1")
    let first = try moment()
    _ = try store.merge([record(1, path: "a.txt", value: 80), record(2)], extractor: "v2")
    let second = try moment()
    func values(_ time: LedgerTime?) throws -> [Double?] {
      try store.statements(StatementFilter(region: "Kota Melati", stage: "formed", knownAt: time))
        .filter { $0.statement.kind == .target }.map(\.statement.value)
    }
    #expect(try values(nothing) == [])
    #expect(try values(first) == [64])
    #expect(try values(second) == [80, 64])
    #expect(try values(nil) == values(second))
    #expect(try store.articles(knownAt: first).map(\.path) == ["b.txt"])
    #expect(try store.articles(knownAt: second).map(\.path) == ["a.txt", "artikel-2.txt"])
    #expect(try store.officials(knownAt: first).count == 1)
  }

  @Test("a reader that was adopted again brings its readings back, and the moments before keep theirs")
  func readopted() throws {
    _ = try store.merge([record(1, value: 64)], extractor: "v1")
    _ = try store.merge([record(1, value: 80)], extractor: "v2")
    let between = try moment()
    #expect(try store.merge([record(1, value: 64)], extractor: "v1").articlesKnown == 1)
    func value(_ time: LedgerTime?) throws -> Double? {
      try store.statements(StatementFilter(knownAt: time)).last?.statement.value
    }
    #expect(try value(nil) == 64)
    #expect(try value(between) == 80)
  }

  @Test("of one reader's readings that of the greatest digest counts, in whatever order they came")
  func digests() throws {
    let one = MergeItem(record: record(1, value: 64), extractor: "records.00000000000000aa")
    let other = MergeItem(record: record(1, value: 80), extractor: "records.00000000000000bb")
    _ = try store.merge([one, other], rules: nil)
    let reversed = try LedgerStore(path: folder("reversed.sqlite"))
    _ = try reversed.merge([other], rules: nil)
    _ = try reversed.merge([one, other, one], rules: nil)
    #expect(try store.statements() == reversed.statements())
    #expect(try store.statements().last?.statement.value == 80)
  }

  @Test(
    "what was said and decided is not changed",
    arguments: [
      "UPDATE adoptions SET reader = 'x'", "DELETE FROM adoptions", "DELETE FROM decisions",
      "UPDATE decisions SET id = 'x'",
    ])
  func appendOnly(_ sql: String) throws {
    _ = try store.merge([record(1)], extractor: "v1")
    try store.execute(
      """
      INSERT INTO decisions (id, scope, subject, left_id, left_label, right_id, right_label, verdict, score, reason,
        author, made_at) VALUES ('d1', 'user', 'person', 'a', 'a', 'b', 'b', 'same', 1, '', 'user', '2026-01-01')
      """)
    let error = #expect(throws: StoreError.self) { try store.execute(sql) }
    #expect(
      error?.problem.contains("append-only") == true || error?.problem.contains("withdrawn, not") == true)
  }
}
