import Foundation
import PantauMerge
import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauPipeline
@testable import PantauStore

/// Merging is associative, commutative and idempotent: the same records give the same export, byte for byte.
@Suite("The ledger's algebra")
struct LedgerAlgebraTests {
  private let folder: TemporaryFolder
  private let setup: Setup

  /// `PANTAU_SEEDS=100` tries so many.
  static let seeds = Array(
    1...(ProcessInfo.processInfo.environment["PANTAU_SEEDS"].flatMap { UInt64($0) } ?? 4))

  init() throws {
    folder = try TemporaryFolder()
    setup = try Pages.setup()
  }

  private func export(_ name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let store = try LedgerStore(path: folder.path(name))
    #expect(try store.faults() == [])
    try LedgerExport(setup).write(store) { bytes += $0 }
    return bytes
  }

  /// The export of a ledger into which `portions` were merged one after the other.
  private func merged(_ portions: [[MergeItem]], _ name: String) throws -> [UInt8] {
    let store = try LedgerStore(path: folder.path(name))
    for portion in portions {
      _ = try store.merge(portion, rules: setup.merger)
      try store.settle(setup.merger)
    }
    try store.close()
    return try export(name)
  }

  @Test("any order, portions and repetitions give the same bytes", arguments: seeds)
  func property(seed: UInt64) throws {
    let items = InventedRecords(seed: seed).items(40)
    let whole = try merged([items], "whole.sqlite")
    #expect(whole.count > 10_000)
    var random = Seeded(seed &+ 1000)
    for round in 0..<2 {
      var shuffled = (items + items.shuffled(using: &random).prefix(20)).shuffled(using: &random)
      var portions: [[MergeItem]] = []
      while !shuffled.isEmpty {
        let count = min(shuffled.count, Int.random(in: 1...30, using: &random))
        portions.append(Array(shuffled.prefix(count)))
        shuffled.removeFirst(count)
      }
      #expect(try merged(portions, "shuffled-\(round).sqlite") == whole)
    }
  }

  @Test(
    "what grew step by step is what the rules make of everything at once",
    arguments: seeds)
  func incremental(seed: UInt64) throws {
    let items = InventedRecords(seed: seed).items(40)
    let store = try LedgerStore(path: folder.path("ledger.sqlite"))
    for item in items {
      _ = try store.merge([item], rules: setup.merger)
      try store.settle(setup.merger)
    }
    let officials = try store.officials()
    let whole = setup.merger.persons(in: officials, [])
    #expect(try store.persons(of: Set(whole.keys)) == whole)
    let reports = try store.articleGroups().map { Set($0.members.map(\.article.id)) }
    let articles = try store.texts(of: try store.articles().map(\.id))
    let groups = setup.merger.groups(of: articles, judgements: []).map { Set($0.map { articles[$0].id }) }
    #expect(Set(reports) == Set(groups))
    #expect(reports.contains { $0.count > 1 })
  }

  @Test("64 articles of the corpus split 1, 7 and 64 ways, forwards and backwards")
  func corpus() throws {
    let pages = Gold.project.appending(path: "corpus/pages")
    let names = try FileManager.default.contentsOfDirectory(atPath: pages.path).filter { !$0.hasPrefix(".") }
      .sorted().prefix(64)
    #expect(names.count == 64)
    var lines: [[UInt8]] = []
    try LineRun(setup, goal: .record, jobs: 2).run(inputs: names.map { pages.appending(path: $0).path }) {
      lines.append($0.line)
    }
    var exports: [[UInt8]] = []
    for ways in [1, 7, 64] {
      for isReversed in [false, true] {
        let name = "\(ways)-\(isReversed)"
        let store = try LedgerStore(path: folder.path(name))
        for part in isReversed ? Array((0..<ways).reversed()) : Array(0..<ways) {
          let share = lines.indices.filter { $0 % ways == part }.map { lines[$0] }
          let file = try folder.write(Array(share.joined()), to: "\(name)-\(part).jsonl")
          _ = try MergeRun(jobs: 2, setup: setup).run([file], into: store)
        }
        try store.close()
        exports.append(try export(name))
      }
    }
    #expect(exports[0].count > 50_000)
    #expect(exports.allSatisfy { $0 == exports[0] })
  }

  @Test("a ledger of version 1 is taken over, and settled by the next merge")
  func version1() throws {
    let items = InventedRecords(seed: 3).items(40)
    let whole = try merged([items], "whole.sqlite")
    let store = try LedgerStore(path: folder.path("old.sqlite"))
    _ = try store.merge(Array(items.prefix(25)), rules: nil)
    // What version 2 added goes: the file is then as version 1 left it.
    for table in [
      "open_articles", "open_scopes", "decisions", "official_holders", "holder_scopes", "holders",
      "article_groups",
      "article_keys", "recent_article_keys", "readings_in_force", "adoptions",
    ] {
      try store.execute("DROP TABLE \(table)")
    }
    try store.execute("DELETE FROM grdb_migrations WHERE identifier IN ('v2', 'v3')")
    try store.close()
    #expect(try merged([items], "old.sqlite") == whole)
  }

  @Test("what a user decided stays through later merges, and undoing it brings back what the rules say")
  func judgements() throws {
    let items = InventedRecords(seed: 5).items(60)
    let plain = try merged([items], "plain.sqlite")
    let store = try LedgerStore(path: folder.path("judged.sqlite"))
    _ = try store.merge(Array(items.prefix(30)), rules: setup.merger)
    try store.settle(setup.merger)
    let same = try #require(try store.decisions(.person).first { $0.verdict == .same })
    let report = try #require(try store.articleGroups().first { $0.members.count == 2 })
    let person = try store.undo(same.id, rules: setup.merger)
    #expect(person == same)
    let (one, other) = (report.members[0].article.id, report.members[1].article.id)
    try store.judge(.different, one, other, rules: setup.merger)
    _ = try store.merge(Array(items.suffix(40)), rules: setup.merger)
    try store.settle(setup.merger)
    let persons = try store.persons(of: [same.left.id, same.right.id])
    #expect(persons[same.left.id] != persons[same.right.id])
    #expect(
      try store.articleGroups().allSatisfy { group in
        let ids = Set(group.members.map(\.article.id))
        return !(ids.contains(one) && ids.contains(other))
      })
    for judgement in try store.decisions() where judgement.author == .user {
      try store.undo(judgement.id, rules: setup.merger)
    }
    try store.close()
    #expect(try export("judged.sqlite") == plain)
  }
}
