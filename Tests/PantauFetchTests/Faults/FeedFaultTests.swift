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
