import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauFetch

/// Feeds and sitemaps that mean harm.
@Suite("Faults: feeds and sitemaps")
struct FeedFaultTests {
  static let item = "<item><title>Koperasi</title><link>https://a.id/1</link></item>"

  @Test(
    "fault 7: a DOCTYPE with a file for an entity is refused, and the file never opened",
    arguments: [
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://PATH\">]>",
      "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file://PATH\"> %x;]>",
      "<!DOCTYPE rss [<!ENTITY x PUBLIC \"a\" \"http://127.0.0.1:9/x\">]>",
    ])
  func externalEntity(doctype: String) throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("rahasia-negara", to: "rahasia.txt")
    let text =
      "<?xml version='1.0'?>" + doctype.replacing("PATH", with: secret)
      + "<rss><channel><item><title>&x;</title><link>https://a.id/&x;</link></item></channel></rss>"
    let fault = #expect(throws: ListingFault.self) { try Listing.read(Array(text.utf8), base: nil) }
    #expect(fault?.code == .declaresEntities)
  }

  @Test("fault 7: a DTD elsewhere is not loaded; a DOCTYPE alone does no harm")
  func doctype() throws {
    let server = try LoopbackServer { _ in .text("<!ENTITY x 'y'>") }
    defer { server.close() }
    let text = "<!DOCTYPE rss SYSTEM \"\(server.url("/rss.dtd"))\"><rss><channel>\(Self.item)</channel></rss>"
    #expect(try Listing.read(Array(text.utf8), base: nil).items.map(\.title) == ["Koperasi"])
    #expect(server.requests.isEmpty)
  }

  @Test("fault 8: a billion laughs is refused where it begins")
  func laughs() throws {
    var text = "<!DOCTYPE lolz [<!ENTITY l0 \"lol\">"
    for level in 1..<10 {
      text += "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }
    text += "]><rss><channel><item><title>&l9;</title></item></channel></rss>"
    let start = ContinuousClock.now
    #expect(throws: ListingFault.self) { try Listing.read(Array(text.utf8), base: nil) }
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test("fault 9: an author of 64 KB costs what its bytes cost; a title is cut off")
  func longField() throws {
    let long = String(repeating: "Rina Suhartini, ", count: 4096)
    let text =
      "<rss><channel><item><author>\(long)</author><title>\(long)</title><link>https://a.id/1</link></item></channel></rss>"
    let found = try #require(try Listing.read(Array(text.utf8), base: nil).items.first)
    #expect(found.address.path == "/1")
    #expect(found.title?.utf8.count == Listing.maximumText - 1)
  }

  /// What a site's feed `body`, named by an index, leads to: the site, and how the feed ended.
  private func outcome(_ body: String, _ type: String = "application/rss+xml") throws -> (
    fixture: FetchFixture, outcome: String
  ) {
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/feed": .text(body.replacing("HOST", with: request.host), type)
      case "/robots.txt": .missing
      default: .html(request.target)
      }
    }
    let list = "<sitemapindex><sitemap><loc>\(fixture.server.url("/feed"))</loc></sitemap></sitemapindex>"
    try fixture.folder.write(list, to: "indeks.xml")
    try fixture.fetch(fixture.folder.path("indeks.xml"))
    return (fixture, try fixture.outcome("/feed"))
  }

  @Test(
    "fault 7, from a server: the feed is refused, nothing is opened, no page of it is asked",
    arguments: ["file:///etc/passwd", "http://HOST/jahat.dtd"])
  func externalEntityServed(target: String) throws {
    let found = try outcome(
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM \"\(target)\">]>"
        + "<rss><channel><item><title>&x;</title><link>http://HOST/1?&x;</link></item></channel></rss>")
    #expect(found.outcome == "failed declares-entities")
    #expect(found.fixture.asked == ["/feed"])
  }

  @Test("fault 7, from a server: a DTD elsewhere is not loaded, and the feed is read without it")
  func doctypeServed() throws {
    let found = try outcome(
      "<!DOCTYPE rss SYSTEM \"http://HOST/rss.dtd\"><rss><channel><item><link>http://HOST/1</link></item></channel></rss>"
    )
    #expect(found.outcome == "listed feed")
    #expect(found.fixture.asked == ["/feed", "/1"])
  }

  @Test("fault 8, from a server: a billion laughs is refused in under a second")
  func laughsServed() throws {
    var body = "<!DOCTYPE lolz [<!ENTITY l0 \"lol\">"
    for level in 1..<10 {
      body += "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }
    body += "]><rss><channel><item><title>&l9;</title><link>http://HOST/1</link></item></channel></rss>"
    let start = ContinuousClock.now
    let found = try outcome(body)
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(found.outcome == "failed declares-entities")
    #expect(found.fixture.asked == ["/feed"])
  }

  @Test("fault 9, from a server: of authors of 64 KB and of 4 MB each byte costs the same")
  func longFieldServed() throws {
    var times: [Duration] = []
    for count in [4096, 262_144] {
      let author = String(repeating: "Rina Suhartini, ", count: count)
      let start = ContinuousClock.now
      let found = try outcome(
        "<rss><channel><item><author>\(author)</author><link>http://HOST/1</link></item></channel></rss>")
      times.append(ContinuousClock.now - start)
      #expect(found.outcome == "listed feed")
      #expect(found.fixture.asked == ["/feed", "/1"])
    }
    // 64 times the bytes: a reader whose time grows with the square would need minutes.
    #expect(times[1] < times[0] * 64 + .seconds(2))
  }

  @Test(
    "titles in CDATA, over lines, with escapes and control characters stand on one line; dates of no calendar do no harm"
  )
  func titles() throws {
    let fixture = try FetchFixture { request in
      let items = [
        "<title><![CDATA[ “64 Koperasi”\n\t& \"Merah Putih\" ]]></title><pubDate>Mon, 26 May 2025 01:00:00 +07:00</pubDate>",
        "<title>Koperasi&#9;dua\u{9B}31m\u{202E}</title><pubDate>31 Feb 2025</pubDate>",
        "<title/><pubDate>99999999999999999999-01-01T00:00:00Z</pubDate>",
        "<title>Banjir</title><pubDate>besok</pubDate>",
      ].enumerated().map { "<item>\($1)<link>/\($0)</link></item>" }
      return request.target == "/robots.txt"
        ? .missing : .text("<rss><channel>\(items.joined())</channel></rss>", "application/rss+xml")
    }
    fixture.options.isDry = true
    try fixture.fetch("/feed")
    func page(_ number: String) -> String { fixture.server.url("/" + number) }
    #expect(
      fixture.told == [
        "\(page("0")) 2025-05-26 “64 Koperasi” & \"Merah Putih\"", "\(page("1")) - Koperasi dua 31m",
        "\(page("2")) - -", "\(page("3")) - Banjir",
      ])
    fixture.options.match = ["koperasi merah putih"]
    try fixture.fetch("/feed")
    #expect(fixture.told.count == 1)
  }

  @Test("of a sitemap of 60,000 entries 50,000 wait, and it says so; entries of other schemes are counted")
  func manyServed() throws {
    let entries = (0..<60_000).map { "<url><loc>http://HOST/\($0)</loc></url>" }.joined()
    let fixture = try FetchFixture { request in
      let body = "<urlset><url><loc>file:///etc/passwd</loc></url>\(entries)</urlset>"
      return switch request.target {
      case "/s.xml": .text(body.replacing("HOST", with: request.host), "text/xml")
      case "/robots.txt": .missing
      default: .html(request.target)
      }
    }
    fixture.options.limit = 1
    let summary = try fixture.fetch("/s.xml")
    #expect(summary.states == [.listed: 1, .stored: 1])
    #expect(summary.waiting == 49_999)
    let line = try #require(try FetchStatus(folder: fixture.path).lines.first { $0.state == .listed })
    #expect(line.message == "50000 addresses; 1 refused; only the first 50000 were read")
  }

  @Test("a gzip sitemap is read where it is itself the source; a damaged one and a bomb are told")
  func compressedSource() throws {
    let text = Array("<urlset><url><loc>/1</loc></url></urlset>".utf8)
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/baik.xml.gz": .response(200, ["Content-Type": "application/gzip"], Deflater.member(text))
      case "/indeks.xml":
        .text(
          "<sitemapindex><sitemap><loc>/rusak.gz</loc></sitemap><sitemap><loc>/bom.gz</loc></sitemap></sitemapindex>"
        )
      case "/rusak.gz": .response(200, [:], Array(Deflater.member(text).dropLast(6)))
      case "/bom.gz": .response(200, [:], Deflater.member([UInt8](repeating: 32, count: 60 << 20)))
      case "/robots.txt": .missing
      default: .html(request.target)
      }
    }
    try fixture.fetch("/baik.xml.gz", "/indeks.xml")
    #expect(try fixture.outcome("/baik.xml.gz") == "listed sitemap")
    #expect(try fixture.outcome("/1") == "stored")
    #expect(try fixture.outcome("/rusak.gz") == "failed bad-compression")
    #expect(try fixture.outcome("/bom.gz") == "failed bad-compression")
  }

  @Test("deep nesting ends the reading")
  func deep() {
    let text = "<rss><channel><item>" + String(repeating: "<a>", count: 100_000)
    let fault = #expect(throws: ListingFault.self) { try Listing.read(Array(text.utf8), base: nil) }
    #expect(fault?.code == .tooDeep)
  }

  @Test("of 60,000 entries 50,000 are read")
  func many() throws {
    let text =
      "<urlset>" + (0..<60_000).map { "<url><loc>https://a.id/\($0)</loc></url>" }.joined() + "</urlset>"
    let listing = try Listing.read(Array(text.utf8), base: nil)
    #expect(listing.items.count == 50_000)
    #expect(listing.isCut)
  }

  static let feeds: [(name: String, body: String, outcome: String)] = [
    (
      "DOCTYPE with entities", "<!DOCTYPE r [<!ENTITY a 'b'>]><rss><channel>\(item)</channel></rss>",
      "failed declares-entities"
    ),
    ("nested too deep", "<rss><channel><item>" + String(repeating: "<a>", count: 999), "failed too-deep"),
    ("HTML", "<!doctype html><p>x</p>", "failed not-a-listing"),
    ("empty feed", "<rss><channel></channel></rss>", "listed feed"),
    (
      "invalid dates", "<rss><channel><item><link>/1</link><pubDate>besok</pubDate></item></channel></rss>",
      "listed feed"
    ),
  ]

  @Test("a feed that goes wrong ends in one state with its reason", arguments: feeds)
  func feed(name: String, body: String, outcome: String) throws {
    let fixture = try FetchFixture { request in
      switch request.target {
      case "/":
        .text("<html><link rel=alternate type='application/rss+xml' href='/feed'></html>", "text/html")
      case "/feed": .text(body, "application/rss+xml")
      case "/1": .html("isi")
      default: .missing
      }
    }
    let fetcher = try Fetcher(fixture.options, into: fixture.path)
    var source = FetchSource(fixture.server.url("/"))
    source.discovers = true
    _ = try fetcher.run([source])
    #expect(try fixture.outcome("/") == "listed front-page")
    #expect(try fixture.outcome("/feed") == outcome)
  }

  @Test("sitemap indexes that name each other end; a compressed sitemap is read")
  func indexLoop() throws {
    let fixture = try FetchFixture { request in
      func index(_ names: String...) -> LoopbackServer.Answer {
        let host = request.host
        return .text(
          "<sitemapindex>" + names.map { "<sitemap><loc>http://\(host)/\($0)</loc></sitemap>" }.joined()
            + "</sitemapindex>", "text/xml")
      }
      switch request.target {
      case "/a.xml": return index("b.xml", "a.xml", "c.xml.gz")
      case "/b.xml": return index("a.xml", "b.xml")
      case "/c.xml.gz":
        let text = "<urlset><url><loc>http://\(request.host)/1</loc></url></urlset>"
        return .response(200, ["Content-Type": "application/gzip"], Deflater.member(Array(text.utf8)))
      case "/1": return .html("isi")
      default: return .missing
      }
    }
    try fixture.fetch("/a.xml")
    #expect(try fixture.outcome("/1") == "stored")
    #expect(fixture.server.requests.count == 5)
  }
}
