import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

/// What the user chooses, over a real connection and over several runs.
@Suite("Choosing pages")
struct ChoiceTests {
  /// A site with a feed that never changes, of five pages with titles and days.
  private func site() throws -> FetchFixture {
    try FetchFixture { request in
      switch request.target {
      case "/feed":
        if request.fields["if-none-match"] == "\"f\"" { return .response(304, [:], []) }
        let items = ["Koperasi satu", "Banjir", "Koperasi tiga", "Jalan", "Koperasi lima"].enumerated().map {
          "<item><title>\($1)</title><link>/\($0 + 1)</link><pubDate>\(20 + $0) May 2025 01:00:00 +0700</pubDate></item>"
        }
        return .response(
          200, ["Content-Type": "application/rss+xml", "ETag": "\"f\""],
          Array("<rss><channel>\(items.joined())</channel></rss>".utf8))
      case "/indeks": return .text("<sitemapindex><sitemap><loc>/feed</loc></sitemap></sitemapindex>")
      case "/robots.txt": return .missing
      default: return .html(request.target)
      }
    }
  }

  @Test("a feed that has not changed is read again where the choice has; then not")
  func changedChoice() throws {
    let fixture = try site()
    fixture.options.match = ["koperasi"]
    fixture.options.since = CalendarDate(iso: "2025-05-22")
    try fixture.fetch("/feed")
    try fixture.fetch("/feed")
    #expect(fixture.asked == ["/feed", "/3", "/5", "/feed"])
    #expect(try fixture.outcome("/feed") == "unchanged")
    fixture.options.since = nil
    try fixture.fetch("/feed")
    #expect(fixture.asked.suffix(2) == ["/feed", "/1"])
    fixture.options.match = []
    try fixture.fetch("/feed")
    #expect(fixture.asked.suffix(3) == ["/feed", "/2", "/4"])
    let count = fixture.asked.count
    try fixture.fetch("/feed")
    #expect(fixture.asked.count == count + 1)
    #expect(try fixture.outcome("/feed") == "unchanged")
  }

  @Test("--since goes by the day that the feed's own zone has")
  func zone() throws {
    let fixture = try site()
    fixture.options.since = CalendarDate(iso: "2025-05-23")
    try fixture.fetch("/feed")
    // 01:00 +0700 on the 23rd is the 22nd in UTC.
    #expect(fixture.asked == ["/feed", "/4", "/5"])
  }

  @Test("a source's own words hold for its nested listings, for lists in files, and after an interrupt")
  func ownWords() throws {
    let fixture = try site()
    try fixture.folder.write(
      ["koperasi-a", "banjir-b"].map { fixture.server.url("/" + $0) }.joined(separator: "\n"),
      to: "daftar.txt")
    let sources = [
      fixture.source("/indeks", match: ["koperasi"]),
      fixture.source(fixture.folder.path("daftar.txt"), match: ["koperasi"]),
    ]
    // The user stops the run when its first request is under way.
    var listener = Fetcher.Listener()
    listener.isInterrupted = { true }
    let stopped = try Fetcher(fixture.options, into: fixture.path).run(sources, listener: listener)
    #expect(stopped.isInterrupted)
    #expect(stopped.waiting > 0)
    try fixture.fetch([])
    #expect(Set(fixture.asked) == ["/indeks", "/feed", "/1", "/3", "/5", "/koperasi-a"])
    #expect(fixture.asked.count == 6)
  }

  @Test("--limit counts pages that the user names, and no feeds", arguments: [1, 2])
  func limit(count: Int) throws {
    let fixture = try site()
    fixture.options.limit = count
    let summary = try fixture.fetch("/2", "/4", "/feed", "/indeks")
    #expect(summary.states[.stored] == count)
    #expect(fixture.asked.filter { $0.count == 2 }.count == count)
    try fixture.fetch("/feed")
    try fixture.fetch("/feed")
    try fixture.fetch("/feed")
    fixture.options.limit = nil
    try fixture.fetch([])
    #expect(Set(fixture.asked.filter { $0.count == 2 }) == ["/1", "/2", "/3", "/4", "/5"])
    #expect(fixture.asked.filter { $0.count == 2 }.count == 5)
  }

  @Test("a dry run tells named pages, what an earlier run left, and files; it asks no page and keeps nothing")
  func dry() throws {
    let fixture = try site()
    fixture.options.limit = 1
    try fixture.fetch("/feed")
    try fixture.folder.write("<html><p>Satu</p></html>", to: "arsip/a.html")
    let journal = try fixture.folder.bytes("halaman/journal.jsonl")
    let archive = try fixture.folder.bytes("halaman/pages-00001.warc.gz")
    fixture.server.clear()
    fixture.options.limit = nil
    fixture.options.isDry = true
    try fixture.fetch("/lain", "ftp://a.id/", fixture.folder.path("arsip"))
    #expect(fixture.asked == ["/lain"])
    let addresses = fixture.told.map { $0.split(separator: " ")[0].split(separator: "/").last ?? "" }
    #expect(addresses.first?.hasPrefix("a.html#") == true)
    #expect(addresses.dropFirst().sorted() == ["2", "3", "4", "5", "lain"])
    #expect(try fixture.folder.bytes("halaman/journal.jsonl") == journal)
    #expect(try fixture.folder.bytes("halaman/pages-00001.warc.gz") == archive)
  }

  static let forms: [(name: String, list: @Sendable (String) -> [UInt8])] = [
    ("what --dry-run writes", { Array("\($0)/1\t2025-05-26\tKoperasi satu\n\($0)/2\t\t\n".utf8) }),
    ("a byte order mark and CRLF", { Array("\u{FEFF}\($0)/1\r\n\($0)/2\r\n".utf8) }),
    ("UTF-16", { ("\u{FEFF}\($0)/1\n\($0)/2\n").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }),
    ("gzip", { Deflater.member(Array("\($0)/1\n\($0)/2\n".utf8)) }),
    ("comments and empty lines", { Array("# daftar\n\n\($0)/1\n  \n # lagi\n \($0)/2 \n".utf8) }),
    ("a line that is no address", { Array("\($0)/1\nwww.a.id/x\n\($0)/2\n".utf8) }),
  ]

  @Test("a list of addresses is read in the forms that lists have", arguments: forms.indices)
  func lists(index: Int) throws {
    let fixture = try site()
    let list = Self.forms[index].list("http://localhost:\(fixture.server.port)")
    try fixture.folder.write(list, to: "daftar")
    try fixture.fetch(fixture.folder.path("daftar"))
    #expect(fixture.asked == ["/1", "/2"], "\(Self.forms[index].name)")
    let isFaulty = Self.forms[index].name == "a line that is no address"
    #expect(
      fixture.failures.map(\.message) == (isFaulty ? ["this is no address; write https:// in front"] : []))
    #expect(FetchSource.namesAddresses(fixture.folder.path("daftar")))
  }

  @Test(
    "a text that begins with an address is a document, not a list; a file that is missing is told with a hint"
  )
  func documents() throws {
    let fixture = try site()
    try fixture.folder.write("https://a.id/1\nWali Kota menargetkan 64 koperasi.\nDua desa.\n", to: "a.txt")
    try fixture.fetch(fixture.folder.path("a.txt"))
    #expect(try FetchStatus(folder: fixture.path).counts == [.stored: 1])
    try fixture.fetch(from: [FetchSource("www.contoh.example/feed")])
    #expect(fixture.failures.first?.message.hasSuffix("write https:// in front") == true)
  }

  @Test("a source's name stands before what is wrong with it")
  func names() throws {
    let fixture = try FetchFixture { _ in .missing }
    try fixture.fetch(from: [fixture.source("/feed", name: "Berita Desa")])
    #expect(fixture.failures.map(\.message) == ["Berita Desa: the host answers with status 404"])
  }
}
