import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

@Suite("Going on where a run stopped")
struct ResumeTests {
  private func asked(_ fixture: FetchFixture) -> [String] {
    fixture.server.requests.map(\.target).filter { $0 != "/robots.txt" }
  }

  @Test("a second run asks nothing that is stored, and nothing that failed unless it is told to")
  func second() throws {
    let fixture = try FetchFixture { $0.target == "/ada" ? .html("isi") : .missing }
    try fixture.fetch(pages: ["/ada", "/hilang"])
    #expect(asked(fixture).sorted() == ["/ada", "/hilang"])
    fixture.server.clear()
    let summary = try fixture.fetch(pages: ["/ada", "/hilang"])
    #expect(asked(fixture) == [])
    #expect(summary.done == 0)
    fixture.options.retriesFailed = true
    try fixture.fetch([])
    #expect(asked(fixture) == ["/hilang"])
  }

  @Test("a listing is asked again with what its host gave along, and only new pages are asked")
  func conditional() throws {
    let counter = Counter()
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/feed":
        if request.fields["if-none-match"] == "\"dua\"" { return .response(304, [:], []) }
        let number = counter.next()
        let items = (1...number).map { "<item><link>/\($0)</link></item>" }.joined()
        return .response(
          200,
          [
            "Content-Type": "text/xml", "ETag": number == 1 ? "\"satu\"" : "\"dua\"",
            "Last-Modified": "Mon, 26 May 2025 08:00:00 GMT",
          ],
          Array("<rss><channel>\(items)</channel></rss>".utf8))
      case "/1", "/2": return .html(request.target)
      default: return .missing
      }
    }
    try fixture.fetch("/feed")
    try fixture.fetch("/feed")
    try fixture.fetch("/feed")
    #expect(asked(fixture) == ["/feed", "/1", "/feed", "/2", "/feed"])
    #expect(fixture.server.requests.last?.fields["if-modified-since"] == "Mon, 26 May 2025 08:00:00 GMT")
    #expect(try fixture.outcome("/feed") == "unchanged")
  }

  @Test("with --refresh stored pages are asked whether they changed; a changed one is read in its new form")
  func refresh() throws {
    let counter = Counter()
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/tetap":
        request.fields["if-none-match"] == "\"t\""
          ? .response(304, [:], []) : .response(200, ["ETag": "\"t\""], Array("<html><p>tetap</p>".utf8))
      case "/ubah": .html("versi \(counter.next())")
      default: .missing
      }
    }
    try fixture.fetch(pages: ["/tetap", "/ubah"])
    fixture.options.refreshes = true
    let summary = try fixture.fetch(pages: ["/tetap", "/ubah"])
    #expect(summary.states == [.unchanged: 1, .stored: 1])
    let pages = try fixture.pages()
    #expect(pages.count == 2)
    #expect(
      pages[fixture.server.url("/ubah")].map { String(decoding: $0.bytes, as: UTF8.self).contains("versi 2") }
        == true)
  }

  @Test("a feed and a page behind a redirect are asked with what the address gave that answered")
  func conditionalBehindRedirect() throws {
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/lama": return .redirect("/feed", 301)
      case "/feed", "/1":
        if request.fields["if-none-match"] == "\"e\"" { return .response(304, [:], []) }
        let text = "<rss><channel><item><link>/0</link></item></channel></rss>"
        return .response(
          200, ["ETag": "\"e\"", "Content-Type": "text/xml"],
          Array((request.target == "/1" ? "<!doctype html><p>satu" : text).utf8))
      case "/0": return .redirect("/1")
      default: return .missing
      }
    }
    try fixture.fetch("/lama")
    fixture.options.refreshes = true
    for _ in 0..<2 {
      fixture.server.clear()
      let summary = try fixture.fetch("/lama")
      #expect(summary.states == [.unchanged: 1])
      #expect(asked(fixture) == ["/lama", "/feed"])
      #expect(fixture.server.requests.map { $0.fields["if-none-match"] ?? "" } == ["", "\"e\""])
    }
    fixture.server.clear()
    #expect(try fixture.fetch(pages: ["/0"]).states == [.unchanged: 1])
    #expect(fixture.server.requests.map { $0.fields["if-none-match"] ?? "" } == ["", "\"e\""])
  }

  @Test(
    "a page is asked again each time that its sitemap says it changed, but not for a change in the future")
  func changed() throws {
    let days = Counter()
    let day = WebDate.day(Int(FetchClock.wall()))
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/s.xml":
        // The sitemap of each run is a day younger than the run before; one page's date lies far ahead.
        let changed = day.adding(days: days.next() * 2 - 2)
        return .text(
          "<urlset><url><loc>/1</loc><lastmod>\(changed)</lastmod></url><url><loc>/2</loc><lastmod>2999-01-01</lastmod></url></urlset>",
          "text/xml")
      case "/robots.txt": return .missing
      default:
        return .response(
          request.fields["if-none-match"] == nil ? 200 : 304, ["ETag": "\"e\""], Array("<html><p>x".utf8))
      }
    }
    for run in 0..<4 {
      fixture.hours = Double(run) * 48 + 24
      try fixture.fetch("/s.xml")
    }
    #expect(asked(fixture).filter { $0 == "/1" }.count == 4)
    #expect(asked(fixture).filter { $0 == "/2" }.count == 1)
    #expect(try fixture.outcome("/1") == "unchanged")
  }

  @Test("the address that a page calls its own is known in the next run, too")
  func canonical() throws {
    let fixture = try FetchFixture { request in
      request.target == "/robots.txt"
        ? .missing : .page("<html><link rel=canonical href='/baca/7/judul'><p>isi</p></html>")
    }
    try fixture.fetch(pages: ["/baca/7"])
    try fixture.fetch(pages: ["/baca/7/judul", "/baca/7"])
    #expect(asked(fixture) == ["/baca/7"])
    fixture.options.refreshes = true
    #expect(try fixture.fetch(pages: ["/baca/7"]).states == [.stored: 1])
  }

  @Test("a part that a list names by itself is not asked again when its article has been kept")
  func namedPart() throws {
    let fixture = try FetchFixture { request in
      request.target.hasPrefix("/x")
        ? .page("<html><p>bagian \(request.target)</p><a href='/x?page=2'>2</a></html>") : .missing
    }
    try fixture.fetch(pages: ["/x", "/x?page=2"])
    #expect(asked(fixture) == ["/x", "/x?page=2"])
    #expect(try fixture.outcome("/x?page=2") == "duplicate part")
  }

  @Test("a page that waits takes one line of the journal, however often its list is named")
  func journalLines() throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? .missing : .html($0.target) }
    fixture.options.limit = 1
    for _ in 0..<3 { try fixture.fetch(pages: (0..<9).map { "/\($0)" }) }
    let journal = String(decoding: try fixture.folder.bytes("halaman/journal.jsonl"), as: UTF8.self)
    #expect(journal.split(separator: "\n").filter { $0.contains("\"pending\"") }.count == 9)
  }

  @Test("what a limit left waits for the next run")
  func limit() throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? .missing : .html($0.target) }
    fixture.options.limit = 3
    let first = try fixture.fetch(pages: (0..<8).map { "/\($0)" })
    #expect(first.states == [.stored: 3])
    #expect(first.waiting == 5)
    #expect(try FetchStatus(folder: fixture.path).counts == [.stored: 3, .pending: 5])
    try fixture.fetch([])
    fixture.options.limit = nil
    try fixture.fetch([])
    #expect(try FetchStatus(folder: fixture.path).counts == [.stored: 8])
    #expect(asked(fixture).count == 8)
  }

  @Test("the parts of a split article are kept together, and read as one document")
  func parts() throws {
    let fixture = try FetchFixture { request in
      let links = "<a href='/x?page=2'>2</a>"
      return request.target.hasPrefix("/x")
        ? .page("<html><p>bagian \(request.target)</p>\(links)</html>") : .missing
    }
    try fixture.fetch("/x")
    let entries = Array(LocalSource([fixture.path]))
    #expect(entries.count == 1)
    guard case .parts(let pages)? = try entries.first?.document() else { throw Unexpected() }
    #expect(pages.map { $0.source.url?.hasSuffix("/x?page=2") } == [false, true])
  }

  @Test("bytes behind the last line of the journal: whole records are taken over, the rest is cut off")
  func takeOver() throws {
    let fixture = try FetchFixture { $0.target == "/robots.txt" ? .missing : .html($0.target) }
    try fixture.fetch(pages: ["/1", "/2", "/3"])
    let journal = try fixture.folder.bytes("halaman/journal.jsonl")
    let archive = try fixture.folder.bytes("halaman/pages-00001.warc.gz")
    let lines = journal.split(separator: 0x0A, omittingEmptySubsequences: false)
    for kept in 0..<lines.count {
      for loss in [0, 1, 40, 400] where loss < archive.count {
        let partial =
          lines[..<kept].joined(separator: [0x0A]) + (kept > 0 ? [0x0A] : []) + lines[kept].prefix(9)
        try fixture.folder.write(Array(partial), to: "halaman/journal.jsonl")
        // A kill loses no bytes of the archive that the journal names.
        let needed = Self.needed(Array(partial))
        try fixture.folder.write(
          archive.prefix(max(needed, archive.count - loss)), to: "halaman/pages-00001.warc.gz")
        try fixture.fetch(pages: ["/1", "/2", "/3"])
        #expect(try fixture.pages().count == 3)
        #expect(try FetchStatus(folder: fixture.path).counts == [.stored: 3])
        let stored = try Self.targets(fixture)
        #expect(stored.count == Set(stored).count)
      }
    }
  }

  /// Bytes of the archive that a journal names.
  static func needed(_ journal: [UInt8]) -> Int {
    journal.split(separator: 0x0A).compactMap { JournalLine(Array($0))?.place }.map { $0.offset + $0.length }
      .max() ?? 0
  }

  /// The addresses of all responses in the archive.
  static func targets(_ fixture: FetchFixture) throws -> [String] {
    var reader = try WARCReader(path: fixture.path + "/pages-00001.warc.gz", limit: 1 << 20)
    var targets: [String] = []
    while let record = try reader.next() {
      if record.type == "response" { targets.append(record["warc-target-uri"] ?? "") }
    }
    return targets
  }

  @Test("a folder that another run holds is refused")
  func busy() throws {
    let fixture = try FetchFixture { _ in .missing }
    let holder = try Fetcher(fixture.options, into: fixture.path)
    withExtendedLifetime(holder) {
      let error = #expect(throws: FetchError.self) { try Fetcher(fixture.options, into: fixture.path) }
      #expect(error?.code == .busy)
    }
  }

  @Test("files, folders and archives on this machine are kept, too, once")
  func local() throws {
    let fixture = try FetchFixture { _ in .missing }
    try fixture.folder.write("<html><p>Satu</p></html>", to: "arsip/a.html")
    try fixture.folder.write("Dua desa.", to: "arsip/b.txt")
    try fixture.folder.write(
      WARCTests.response("https://a.id/1") + WARCTests.response("https://a.id/2"), to: "arsip/c.warc")
    for _ in 0..<2 { try fixture.fetch(fixture.folder.path("arsip")) }
    #expect(try FetchStatus(folder: fixture.path).counts == [.stored: 4])
    let urls = try fixture.pages().keys.sorted()
    #expect(urls == ["", "https://a.id/1", "https://a.id/2"])
  }
}
