import PantauRecords
import Testing

@testable import PantauFetch

@Suite("What becomes of a page, decided without a network")
struct PageDecisionTests {
  typealias Web = SimulatedWeb

  @Test(
    "each status has its state",
    arguments: [
      (404, FetchState.failed, "http-404"), (410, .failed, "http-410"), (403, .failed, "http-403"),
      (200, .stored, ""),
    ])
  func statuses(status: Int, state: FetchState, reason: String) throws {
    var web = Web(answer: Web.site(["https://a.id/1": Web.page("x", status: status)]))
    try web.add("https://a.id/1")
    web.run()
    #expect(web.state("https://a.id/1") == state)
    #expect(web.reason("https://a.id/1") == reason)
  }

  @Test("redirects are followed, counted, and end where they go round")
  func redirects() throws {
    var pages = ["https://b.id/baru": Web.page("x")]
    pages["https://a.id/lama"] = Web.raw("", status: 301, fields: ["Location": "https://b.id/baru"])
    pages["https://a.id/putar"] = Web.raw("", status: 302, fields: ["Location": "/putar2"])
    pages["https://a.id/putar2"] = Web.raw("", status: 302, fields: ["Location": "/putar3"])
    pages["https://a.id/putar3"] = Web.raw("", status: 302, fields: ["Location": "/putar2"])
    pages["https://a.id/kosong"] = Web.raw("", status: 302)
    pages["https://a.id/berkas"] = Web.raw("", status: 302, fields: ["Location": "file:///etc/passwd"])
    pages["https://a.id/dalam"] = Web.raw(
      "", status: 302, fields: ["Location": "http://169.254.169.254/latest"])
    var web = Web(answer: Web.site(pages))
    for name in ["lama", "putar", "kosong", "berkas", "dalam"] { try web.add("https://a.id/\(name)") }
    web.run()
    #expect(web.state("https://a.id/lama") == .stored)
    #expect(web.settled["https://a.id/lama"]?.final?.description == "https://b.id/baru")
    #expect(web.reason("https://a.id/putar") == "redirect-loop")
    #expect(web.reason("https://a.id/kosong") == "bad-redirect")
    #expect(web.reason("https://a.id/berkas") == "refused-scheme")
    #expect(web.reason("https://a.id/dalam") == "refused-address")
    #expect(!web.asked.contains { $0.address.contains("169.254") })
    #expect(web.times("https://b.id/robots.txt").count == 1)
  }

  @Test("fault 16: credentials go to the host they were given for, and are dropped on the way to another")
  func credentials() throws {
    var seen: [String: String?] = [:]
    var web = Web { request, _ in
      seen[request.address.description] = request.address.credentials
      switch request.address.description {
      case "https://a.id/1": return .success(Web.raw("", status: 302, fields: ["Location": "/2"]))
      case "https://a.id/2": return .success(Web.raw("", status: 302, fields: ["Location": "https://b.id/3"]))
      case "https://b.id/3": return .success(Web.raw("", status: 302, fields: ["Location": "https://a.id/4"]))
      default: return .success(Web.page("x", status: request.address.path == "/robots.txt" ? 404 : 200))
      }
    }
    try web.add("https://rina:rahasia@a.id/1")
    web.run()
    #expect(seen["https://a.id/1"] == "rina:rahasia")
    #expect(seen["https://a.id/2"] == "rina:rahasia")
    #expect(seen["https://b.id/3"] == .some(nil))
    #expect(seen["https://a.id/4"] == .some(nil))
    #expect(web.state("https://a.id/1") == .stored)
  }

  @Test("a listing's pages are asked, its nested listings to a limit, loops once")
  func listings() throws {
    func index(_ names: [String]) -> HTTPResponse {
      Web.raw(
        "<sitemapindex>" + names.map { "<sitemap><loc>https://a.id/\($0)</loc></sitemap>" }.joined()
          + "</sitemapindex>", "application/xml")
    }
    var pages = [
      "https://a.id/0.xml": index(["1.xml", "0.xml"]),
      "https://a.id/1.xml": index(["2.xml", "1.xml", "0.xml"]),
    ]
    pages["https://a.id/2.xml"] = index(["3.xml"])
    pages["https://a.id/3.xml"] = Web.raw(
      "<urlset><url><loc>https://a.id/p</loc></url></urlset>", "application/xml")
    pages["https://a.id/p"] = Web.page("x")
    var web = Web(answer: Web.site(pages))
    try web.add("https://a.id/0.xml", kind: .source(discover: false))
    web.run()
    #expect(web.state("https://a.id/p") == .stored)
    #expect(web.times("https://a.id/0.xml").count == 1)
    #expect(web.times("https://a.id/1.xml").count == 1)
    pages["https://a.id/3.xml"] = index(["4.xml"])
    var deep = Web(answer: Web.site(pages))
    try deep.add("https://a.id/0.xml", kind: .source(discover: false))
    deep.run()
    #expect(deep.times("https://a.id/4.xml") == [])
  }

  @Test("--since and --match choose among what a listing names")
  func choice() throws {
    let feed = """
      <rss><channel><item><title>Koperasi 64</title><link>https://a.id/1</link><pubDate>Mon, 26 May 2025 01:00:00 GMT</pubDate></item>
      <item><title>Koperasi lama</title><link>https://a.id/2</link><pubDate>Mon, 05 May 2025 01:00:00 GMT</pubDate></item>
      <item><title>Banjir</title><link>https://a.id/3</link></item><item><title>koperasi tanpa tanggal</title><link>https://a.id/4</link></item></channel></rss>
      """
    var limits = FetchLimits()
    limits.since = CalendarDate(iso: "2025-05-20")
    limits.match = TitleMatch(["koperasi"])
    var web = Web(
      limits,
      answer: { request, _ in
        .success(
          request.address.path == "/feed"
            ? Web.raw(feed, "application/rss+xml") : Web.page(request.address.path))
      })
    try web.add("https://a.id/feed", kind: .source(discover: false))
    web.run()
    #expect(web.stored.map(\.settlement.asked.path).sorted() == ["/1", "/4"])
    #expect(web.machine.counts.leftOut == 2)
  }

  @Test("a front page leads to its feeds and to the sitemaps of robots.txt")
  func discover() throws {
    let pages = [
      "https://a.id/robots.txt": Web.raw("Sitemap: https://a.id/news.xml"),
      "https://a.id/": Web.raw(
        "<html><link rel=alternate type='application/rss+xml' href='/rss'><p>x</p></html>", "text/html"),
      "https://a.id/rss": Web.raw("<rss><channel><item><link>/1</link></item></channel></rss>", "text/xml"),
      "https://a.id/news.xml": Web.raw("<urlset><url><loc>https://a.id/2</loc></url></urlset>", "text/xml"),
      "https://a.id/1": Web.page("1"), "https://a.id/2": Web.page("2"),
    ]
    var web = Web(answer: Web.site(pages))
    try web.add("https://a.id/", kind: .source(discover: true))
    web.run()
    #expect(web.stored.map(\.settlement.asked.path).sorted() == ["/1", "/2"])
    #expect(web.state("https://a.id/") == .listed)
  }

  @Test(
    "an AMP page gives way to the page it is a twin of, and stays where that fails", arguments: [200, 404])
  func amp(status: Int) throws {
    let amp = Web.raw("<html amp><link rel=canonical href='https://a.id/x'><p>amp</p></html>", "text/html")
    var web = Web(
      answer: Web.site(["https://a.id/x/amp": amp, "https://a.id/x": Web.page("utuh", status: status)]))
    try web.add("https://a.id/x/amp")
    try web.add("https://a.id/x")
    web.run()
    #expect(web.stored.count == 1)
    #expect(web.stored.first?.captures.first?.address.path == (status == 200 ? "/x" : "/x/amp"))
  }

  @Test("a page that names another as its one address is no page of its own")
  func canonical() throws {
    let copy = Web.raw(
      "<html><link rel=canonical href='https://www.a.id/asli'><p>salinan</p></html>", "text/html")
    var web = Web(
      answer: Web.site([
        "https://a.id/asli": Web.page("asli"), "https://a.id/salinan": copy, "https://a.id/salinan2": copy,
      ]))
    for name in ["asli", "salinan", "salinan2"] { try web.add("https://a.id/\(name)") }
    web.run()
    #expect(web.stored.count == 1)
    #expect(web.reason("https://a.id/salinan") == "canonical")
  }

  @Test("the parts of a split article are one page; the whole of it is preferred", arguments: [true, false])
  func parts(hasWhole: Bool) throws {
    let links =
      "<a href='?page=2'>2</a><a href='?page=3'>3</a>" + (hasWhole ? "<a href='?page=all'>semua</a>" : "")
    func part(_ text: String) -> HTTPResponse { Web.raw("<html><p>\(text)</p>\(links)</html>", "text/html") }
    var web = Web(
      answer: Web.site([
        "https://a.id/x": part("satu"), "https://a.id/x?page=2": part("dua"),
        "https://a.id/x?page=3": part("tiga"),
        "https://a.id/x?page=all": part("satu dua tiga"),
      ]))
    try web.add("https://a.id/x")
    try web.add("https://a.id/x?page=2")
    web.run()
    let captures = try #require(web.stored.first?.captures)
    #expect(
      captures.map(\.address.target) == (hasWhole ? ["/x?page=all"] : ["/x", "/x?page=2", "/x?page=3"]))
  }

  @Test(
    "what is stored is not asked again, unless a listing says that it changed or the user wants it",
    arguments: [0, 1, 2])
  func again(way: Int) throws {
    let stored = try WebAddress("https://a.id/1").key
    let validators = Validators(etag: "\"e\"", lastModified: "Mon, 26 May 2025 08:00:00 GMT")
    var limits = FetchLimits()
    limits.refresh = way == 2
    let lastmod = way == 1 ? "<lastmod>2025-05-27</lastmod>" : "<lastmod>2025-05-01</lastmod>"
    var web = Web(
      limits,
      recall: {
        $0 == stored ? FetchMachine.Known(state: .stored, date: Int(Web.start), validators: validators) : nil
      }
    ) { request, _ in
      switch request.address.path {
      case "/s.xml":
        .success(Web.raw("<urlset><url><loc>https://a.id/1</loc>\(lastmod)</url></urlset>", "text/xml"))
      case "/1":
        .success(Web.raw("", status: request.fields.contains { $0.name == "If-None-Match" } ? 304 : 500))
      default: .success(Web.raw("", status: 404))
      }
    }
    try web.add("https://a.id/s.xml", kind: .source(discover: false))
    web.run()
    #expect(web.times("https://a.id/1").count == (way == 0 ? 0 : 1))
    if way > 0 {
      #expect(web.state("https://a.id/1") == .unchanged)
      #expect(
        web.asked.last?.fields == [
          "If-None-Match": "\"e\"", "If-Modified-Since": "Mon, 26 May 2025 08:00:00 GMT",
        ])
    }
  }

  @Test("dry: pages are told, listings asked")
  func dry() throws {
    var limits = FetchLimits()
    limits.isDry = true
    var web = Web(limits, answer: Web.site(["https://a.id/l": Web.raw("https://a.id/1\nhttps://a.id/2\n")]))
    try web.add("https://a.id/l", kind: .source(discover: false))
    web.run()
    #expect(web.wouldAsk == ["https://a.id/1", "https://a.id/2"])
    #expect(web.times("https://a.id/1") == [])
  }
}
