import Foundation
import PantauTestSupport
import Testing

/// Where compiled rules are kept, and that nobody has to know of it.
struct CacheTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "Koperasi Merah Putih Kota Batam\n\nBATAM - Sebanyak 12 koperasi telah terbentuk di Kota Batam.\n",
      to: "berita.txt")
  }

  private func kept(_ path: String) -> Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(path))) ?? []).count
  }

  @Test(
    "compiled rules are kept in the user's cache, where another folder is not named, or none",
    arguments: [
      ("unset PANTAU_CACHE; XDG_CACHE_HOME=$PWD/a", "a/pantau", 1),
      ("unset PANTAU_CACHE XDG_CACHE_HOME; HOME=$PWD/b", "b/.cache/pantau", 1),
      ("PANTAU_CACHE=$PWD/c XDG_CACHE_HOME=$PWD/d", "c", 1),
      ("PANTAU_CACHE=$PWD/c XDG_CACHE_HOME=$PWD/d", "d", 0),
      ("PANTAU_CACHE= XDG_CACHE_HOME=$PWD/e", "e", 0),
      ("unset PANTAU_CACHE; HOME=$PWD/f XDG_CACHE_HOME=", "f/.cache/pantau", 1),
    ])
  func places(environment: String, path: String, count: Int) throws {
    let line = "\(environment) $P extract berita.txt && \(environment) $P extract berita.txt"
    let result = try Command.shell(line, in: folder.path(""))
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
    #expect(kept(path) == count)
    #expect(result.lines.count == 2)
    #expect(result.lines.first == result.lines.last)
  }

  @Test("a cache that cannot be written is no fault")
  func unwritable() throws {
    let result = try Command.run(
      ["extract", folder.path("berita.txt")], environment: ["PANTAU_CACHE": folder.path("berita.txt")])
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
    #expect(result.text.contains(#""value":12"#))
  }

  @Test("runs that begin together write the same records")
  func together() throws {
    let result = try Command.shell(
      """
      export PANTAU_CACHE=$PWD/cache
      for i in 1 2 3 4; do $P extract berita.txt > $i.jsonl & done; wait
      cmp 1.jsonl 2.jsonl && cmp 2.jsonl 3.jsonl && cmp 3.jsonl 4.jsonl && $P extract berita.txt | cmp - 4.jsonl
      """, in: folder.path(""))
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
    #expect(kept("cache") == 1)
  }
}
