import Foundation
import PantauFetch
import PantauRecords
import PantauTestSupport
import Testing

@Suite("Listing a source")
struct ListingTests {
  @Test("a folder is listed in the order of its paths' bytes, hidden names and other endings left out")
  func folder() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.html", "a/z.txt", "a.html", "a/b/c.md", "a-b.htm", "B.html.gz", ".tersembunyi.html", ".git/x.html",
      "gambar.png", "catatan.jsonl", "a/é.txt",
    ] {
      try folder.write("x", to: name)
    }
    let expected = ["B.html.gz", "a-b.htm", "a.html", "a/b/c.md", "a/z.txt", "a/é.txt", "b.html"]
    #expect(paths([folder.path]) == expected.map { folder.path($0) })
    #expect(paths([folder.path + "/"]) == expected.map { folder.path($0) })
  }

  @Test("a file that is named is taken whatever its name")
  func named() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: "unduhan.php")
    #expect(paths([path]) == [path])
  }

  @Test("a pattern that the shell left alone is expanded in the order of bytes")
  func pattern() throws {
    let folder = try TemporaryFolder()
    for name in ["2.html", "10.html", "a.txt", "1.html"] { try folder.write("x", to: name) }
    #expect(paths([folder.path("*.html")]) == ["1.html", "10.html", "2.html"].map { folder.path($0) })
  }

  @Test("a file whose name looks like a pattern is taken as it is")
  func literal() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: "berita[1].html")
    try folder.write("x", to: "berita1.html")
    #expect(paths([path]) == [path])
  }

  @Test("inputs keep their order, and a document named twice is listed once")
  func twice() throws {
    let folder = try TemporaryFolder()
    let second = try folder.write("x", to: "b.html")
    let first = try folder.write("x", to: "a.html")
    #expect(paths([second, folder.path, first]) == [second, first])
  }

  @Test("an input that is not there is a failure, and listing goes on", arguments: ["hilang.html", "*.warc"])
  func missing(name: String) throws {
    let folder = try TemporaryFolder()
    let there = try folder.write("ada", to: "a.txt")
    let entries = Array(LocalSource([folder.path(name), there]))
    #expect(entries.map(\.path) == [folder.path(name), there])
    let failure = try #require(throws: Failure.self) { try entries[0].document() }
    #expect(failure.code == .unreadable)
    #expect(throws: Never.self) { try entries[1].document() }
  }

  @Test("a link to a folder is not followed, a link to a file is")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/b.html")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path("a/lingkar"), withDestinationPath: folder.path)
    try files.createSymbolicLink(atPath: folder.path("c.html"), withDestinationPath: folder.path("a/b.html"))
    #expect(paths([folder.path]) == ["a/b.html", "c.html"].map { folder.path($0) })
  }

  private func paths(_ inputs: [String]) -> [String] { LocalSource(inputs).map(\.path) }
}

@Suite("JSON Lines")
struct JSONLinesTests {
  static let cases: [(line: String, path: String, kind: Page.Kind, url: String?)] = [
    (#"{"html":"<p>Isi</p>"}"#, "baris.jsonl", .html, nil),
    (
      #"{"path":"a.html","url":"https://contoh.id/1","html":"<p>Isi</p>"}"#, "a.html", .html,
      "https://contoh.id/1"
    ),
    (#"{"text":"Isi","lain":[1,{"x":null}]}"#, "baris.jsonl", .text, nil),
  ]

  @Test("a page is read from its line", arguments: cases)
  func page(line: String, path: String, kind: Page.Kind, url: String?) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(line + "\n", to: "baris.jsonl")
    let entries = Array(LocalSource([file]))
    #expect(entries.count == 1)
    guard case .page(let page) = try entries[0].document() else { throw Unexpected() }
    #expect(page.source.path == (path == "baris.jsonl" ? file : path))
    #expect(page.kind == kind)
    #expect(page.source.url == url)
    #expect(page.source.sha256.count == 64)
  }

  @Test(
    "a line that is no document is a failure that names it, and reading goes on",
    arguments: [
      "{", "42", #"{"url":"https://contoh.id"}"#, #"{"html":3}"#, #"{"schema":"pantau/article/1"}"#,
    ])
  func bad(line: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("\n\(line)\r\n{\"text\":\"Isi\"}", to: "baris.jsonl")
    let entries = Array(LocalSource([file]))
    #expect(entries.count == 2)
    let failure = try #require(throws: Failure.self) { try entries[0].document() }
    #expect(failure.code == .badRecord)
    #expect(failure.message.contains("line 2"))
    #expect(throws: Never.self) { try entries[1].document() }
  }

  @Test("an article and an error that an earlier stage wrote are told from pages")
  func earlier() throws {
    let folder = try TemporaryFolder()
    let source = Source(path: "a.html", sha256: String(repeating: "0", count: 64))
    let article = Article(source: source, title: "Judul", body: "Isi.")
    let failure = Failure(source: source, stage: "clean", code: .noArticle, message: "no article")
    let lines = RecordJSON.line(for: article) + RecordJSON.line(for: failure)
    let entries = Array(LocalSource([try folder.write(lines, to: "artikel.jsonl")]))
    #expect(entries.count == 2)
    #expect(try entries[0].document() == .article(article))
    #expect(try #require(throws: Failure.self) { try entries[1].document() } == failure)
  }

  @Test("offsets and ends of lines are told")
  func reader() throws {
    let folder = try TemporaryFolder()
    var reader = try LineReader(path: try folder.write("satu\n\ndua\ntig", to: "a.jsonl"), maximumBytes: 100)
    var found: [String] = []
    while let line = try reader.next() {
      found.append(
        "\(String(decoding: line.bytes, as: UTF8.self)) \(line.number) \(line.offset) \(line.isComplete)")
    }
    #expect(found == ["satu 1 0 true", "dua 3 6 true", "tig 4 10 false"])
  }

  @Test("a line beyond the limit is a failure, and the next line is read")
  func long() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: 200_000) + "\npendek\n"
    var reader = try LineReader(path: try folder.write(text, to: "a.jsonl"), maximumBytes: 1000)
    #expect(try #require(throws: Failure.self) { try reader.next() }.code == .tooLarge)
    #expect(try reader.next()?.bytes == Array("pendek".utf8))
    #expect(try reader.next() == nil)
  }
}
