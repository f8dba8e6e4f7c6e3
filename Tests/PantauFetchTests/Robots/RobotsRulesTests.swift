import Testing

@testable import PantauFetch

@Suite("robots.txt")
struct RobotsRulesTests {
  @Test(
    "rules decide as RFC 9309 says",
    arguments: [
      ("User-agent: *\nDisallow: /", "/berita", false), ("User-agent: *\nDisallow:", "/berita", true),
      ("", "/berita", true), ("User-agent: *\nDisallow: /\nAllow: /berita", "/berita/1", true),
      ("User-agent: *\nDisallow: /a\nAllow: /a", "/a/1", true),
      ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", false),
      ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?b", true),
      ("User-agent: *\nDisallow: /a*b*c", "/a1b2b3c4", false),
      ("User-agent: *\nDisallow: /a*b*c", "/a1b2b3", true),
      ("User-agent: lain\nDisallow: /", "/a", true),
      ("User-agent: *\nDisallow: /\nUser-agent: pantau\nAllow: /", "/a", true),
      ("User-agent: PANTAU/2.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", true),
      (
        "User-agent: pantau\nDisallow: /a\nUser-agent: x\nDisallow: /c\nUser-agent: pantau\nDisallow: /b",
        "/b", false
      ),
      ("User-agent: pantau\nUser-agent: lain\nDisallow: /a", "/a", false),
      ("User-agent: pantaulain\nDisallow: /", "/a", true),
      ("Disallow: /", "/a", true), ("User-agent: *\nDisallow: /caf%C3%a9", "/caf%C3%A9/1", false),
      ("User-agent: *\nDisallow: /café", "/caf%C3%A9", false), ("User-agent: *\nDisallow: /%61", "/a", false),
      ("User-agent: *\nDisallow: /a # catatan", "/a", false),
      ("\u{FEFF}User-agent: *\r\nDisallow: /a\r\n", "/a", false),
      ("User-agent: *\nDisallow: /", "/robots.txt", true), ("User-agent: *\nDisallow: *x", "/a/x", false),
      ("User-agent: *\nCrawl-delay: 1\nDisallow: /a", "/a", false),
      ("User-agent: *\nDisallow: /$", "/", false),
      ("User-agent: *\nDisallow: /$", "/a", true),
    ])
  func decisions(text: String, path: String, isAllowed: Bool) {
    #expect(RobotsRules(Array(text.utf8), agent: "pantau").allows(path) == isAllowed)
  }

  @Test("delay and sitemaps are read, the delay of the own group")
  func others() {
    let text = """
      Sitemap: https://a.id/sitemap.xml
      User-agent: *
      Crawl-delay: 5
      User-agent: pantau
      Crawl-delay: 2.5
      Sitemap: https://a.id/news.xml
      """
    let rules = RobotsRules(Array(text.utf8), agent: "pantau")
    #expect(rules.crawlDelay == 2.5)
    #expect(rules.sitemaps == ["https://a.id/sitemap.xml", "https://a.id/news.xml"])
  }

  @Test("of a file of 600 KiB the first 500 KiB are read")
  func long() {
    let filler = String(repeating: "# pengisi\n", count: 60_000)
    let early = "User-agent: *\nDisallow: /awal\n" + filler + "Disallow: /akhir\n"
    let rules = RobotsRules(Array(early.utf8), agent: "pantau")
    #expect(!rules.allows("/awal"))
    #expect(rules.allows("/akhir"))
  }

  @Test("patterns of many stars are matched in linear time")
  func stars() {
    let pattern = Array(("/" + String(repeating: "a*", count: 900) + "b").utf8)
    let path = Array(("/" + String(repeating: "a", count: 8000)).utf8)
    #expect(!RobotsRules.matches(pattern, path))
  }
}
