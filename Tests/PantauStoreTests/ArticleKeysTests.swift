import Foundation
import Testing

@testable import PantauStore

@Suite("Keys of articles")
struct ArticleKeysTests {
  let folder: TemporaryFolder
  let store: LedgerStore

  init() throws {
    folder = try TemporaryFolder()
    store = try LedgerStore(path: folder("ledger.sqlite"))
  }

  /// Spread over all bits, as hashes are.
  private static func keys(_ numbers: Range<UInt64>) -> [UInt64] {
    numbers.map { ($0 + 1) &* 0x9E37_79B9_7F4A_7C15 }
  }

  @Test(
    "articles are found under their keys, whichever table holds them",
    arguments: [1, 40, 1 << 20])
  func tables(recentRows: Int) throws {
    for article in 0..<30 {
      try store.withKeys(recentRows: recentRows) { keys in
        try keys.add(Int64(article), under: Self.keys(UInt64(article)..<UInt64(article + 10)))
      }
    }
    let found = try store.withKeys(recentRows: recentRows) { keys in
      try [0..<1, 20..<21, 5..<8, 100..<2000].map { try keys.articles(under: Self.keys($0)) }
    }
    #expect(found == [[0], Set(11...20), Set(0...7), []])
    let counts = (try store.count("article_keys"), try store.count("recent_article_keys"))
    #expect(counts.0 + counts.1 == 300)
    #expect(counts.1 < max(recentRows, 1))
  }

  @Test("what one transaction adds and takes back is found, and not found, within it")
  func transaction() throws {
    let shared = Self.keys(0..<5)
    let found = try store.withKeys(recentRows: 1000) { keys in
      var found: [Set<Int64>] = []
      try keys.add(1, under: shared)
      found.append(try keys.articles(under: shared))
      try keys.add(2, under: Self.keys(4..<9))
      try keys.add(2, under: Self.keys(4..<9))
      found.append(try keys.articles(under: [shared[4]]))
      try keys.remove(1, from: Set(shared))
      found.append(try keys.articles(under: shared))
      return found
    }
    #expect(found == [[1], [1, 2], [2]])
    #expect(try store.count("recent_article_keys") == 5)
    try store.withKeys(recentRows: 1) { _ in }
    #expect(try store.count("article_keys") == 5)
    try store.withKeys(recentRows: 1000) { keys in try keys.remove(2, from: Set(Self.keys(4..<9))) }
    #expect(try store.count("article_keys") == 0)
  }

  @Test("keys of a ledger of version 2 are found after it is brought up to date")
  func version2() throws {
    let path = folder("old.sqlite")
    try LedgerStore.makeLedger(upTo: "v2", at: path)
    let keys = Self.keys(0..<3)
    let rows = keys.map { "(\(Int64(bitPattern: $0)), 7)" }.joined(separator: ",")
    try LedgerStore.executeRaw(
      """
      INSERT INTO articles (article, id, sha256) VALUES (7, 'a', 'b');
      INSERT INTO article_keys (key, article) VALUES \(rows)
      """, at: path)
    let old = try LedgerStore(path: path)
    for key in keys {
      let articles = try old.withKeys(recentRows: 1000) { try $0.articles(under: [key]) }
      #expect(articles == [7])
    }
    #expect(try old.count("article_keys") == 3)
  }
}
