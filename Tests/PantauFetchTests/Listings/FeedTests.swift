import Testing

@testable import PantauFetch

@Suite("Feeds and sitemaps")
struct FeedTests {
  static let base = try? WebAddress("https://berita.example.id/feed/")

  static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
    <title>Berita Desa</title><link>https://berita.example.id/</link>
    <item><title><![CDATA[64 Koperasi & "Merah Putih"]]></title><link> https://berita.example.id/a </link>
      <media:content><media:title>Foto</media:title></media:content>
      <guid isPermaLink="false">77</guid><pubDate>Mon, 26 May 2025 08:15:00 +0700</pubDate></item>
    <item><media:title>Foto lain</media:title><title>Target &amp; capaian</title><guid>/b?x=1</guid><dc:date>2025-05-27</dc:date></item>
    <item><title>Tanpa alamat</title><guid isPermaLink="false">78</guid></item>
    <item><title>Tanggal salah</title><link>https://berita.example.id/c</link><pubDate>kemarin sore</pubDate></item>
    <item><title>Bukan web</title><link>file:///etc/passwd</link></item>
    </channel></rss>
    """

  @Test("RSS: titles in CDATA, guid as address, a date that is none")
  func rss() throws {
    let listing = try Listing.read(Array(Self.rss.utf8), base: Self.base)
    #expect(listing.form == .feed)
    #expect(
      listing.items.map(\.address.description) == [
        "https://berita.example.id/a", "https://berita.example.id/b?x=1", "https://berita.example.id/c",
      ])
    #expect(
      listing.items.map(\.title) == ["64 Koperasi & \"Merah Putih\"", "Target & capaian", "Tanggal salah"])
    #expect(
      listing.items.map { $0.published.map(WebDate.text) } == [
        "2025-05-26T01:15:00Z", "2025-05-27T00:00:00Z", nil,
      ])
    #expect(listing.refused == 2)
  }

  @Test("Atom: the alternate link, the entry's own title and dates")
  func atom() throws {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Situs</title><link href="/"/>
      <entry><author><name>Rina</name></author><link rel="enclosure" href="/x.mp3"/><link href="/a"/><title type="html">Satu</title>
      <published>2025-05-26T08:00:00+07:00</published><updated>2025-05-27T08:00:00+07:00</updated>
      <source><title>Lain</title></source></entry></feed>
      """
    let item = try #require(try Listing.read(Array(text.utf8), base: Self.base).items.first)
    #expect(item.address.description == "https://berita.example.id/a")
    #expect(item.title == "Satu")
    #expect(item.published.map(WebDate.text) == "2025-05-26T01:00:00Z")
    #expect(item.modified.map(WebDate.text) == "2025-05-27T01:00:00Z")
  }

  @Test("RDF and JSON Feed")
  func others() throws {
    let rdf = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel/><item><title>Satu</title><link>https://berita.example.id/a</link></item></rdf:RDF>
      """
    #expect(try Listing.read(Array(rdf.utf8), base: nil).items.map(\.title) == ["Satu"])
    let json = """
      {"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1","url":"/a","title":"Satu",
      "date_published":"2025-05-26T08:00:00+07:00"},{"id":2},{"url":7},{"url":"/b"}]}
      """
    let listing = try Listing.read(Array(json.utf8), base: Self.base)
    #expect(listing.items.map(\.address.path) == ["/a", "/b"])
    #expect(listing.refused == 2)
  }

  @Test("a news sitemap, an image's title left alone")
  func sitemap() throws {
    let text = """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://berita.example.id/a</loc>
      <image:image><image:loc>https://berita.example.id/a.jpg</image:loc><image:title>Foto</image:title></image:image>
      <news:news><news:publication><news:name>Berita</news:name></news:publication>
      <news:publication_date>2025-05-26T08:00:00+07:00</news:publication_date><news:title>Koperasi &#38; desa</news:title></news:news>
      <lastmod>2025-05-28</lastmod></url></urlset>
      """
    let listing = try Listing.read(Array(text.utf8), base: nil)
    #expect(listing.form == .sitemap)
    let item = try #require(listing.items.first)
    #expect(item.address.path == "/a")
    #expect(item.title == "Koperasi & desa")
    #expect(item.published.map(WebDate.text) == "2025-05-26T01:00:00Z")
    #expect(item.modified.map(WebDate.text) == "2025-05-28T00:00:00Z")
  }

  @Test("a sitemap index, and a list of addresses")
  func index() throws {
    let text = "<sitemapindex><sitemap><loc>https://a.id/1.xml</loc></sitemap></sitemapindex>"
    let listing = try Listing.read(Array(text.utf8), base: nil)
    #expect(listing.form == .index)
    #expect(listing.items.map(\.isListing) == [true])
    let list = try Listing.read(
      Array("# daftar\nhttps://a.id/1\r\n\nhttps://a.id/2\nfile:///x\n".utf8), base: nil)
    #expect(list.items.map(\.address.path) == ["/1", "/2"])
    #expect(list.refused == 1)
  }

  @Test("other encodings, white space in front, and markup that is not well-formed are read")
  func tolerant() throws {
    let text =
      "\n <rss><channel><item><title>A & B</title><link>https://a.id/1</link></item><item><link>https://a.id/2</link>"
    #expect(try Listing.read(Array(text.utf8), base: nil).items.first?.address.path == "/1")
    let latin =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><title>Caf".utf8) + [0xE9]
      + Array("</title><link>https://a.id/1</link></item></channel></rss>".utf8)
    #expect(try Listing.read(latin, base: nil).items.first?.title == "Café")
    let marked =
      "\u{FEFF}<?xml version='1.0'?><rss><channel><item><title>é</title><link>https://a.id/1</link></item></channel></rss>"
    var wide: [UInt8] = []
    for unit in marked.utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    #expect(try Listing.read(wide, base: nil).items.first?.title == "é")
  }

  @Test(
    "what is no listing is none",
    arguments: ["", "  ", "<html><body>x</body></html>", "{\"a\":1}", "satu dua\n", "{"])
  func none(text: String) {
    #expect(throws: ListingFault.self) { try Listing.read(Array(text.utf8), base: Self.base) }
  }

  @Test("an item that has an older title match: words in any order and case, else those of the address")
  func match() throws {
    let match = TitleMatch(["Koperasi Merah Putih", "kopdes"])
    let address = try WebAddress("https://a.id/2025/kopdes-batam-64")
    let other = try WebAddress("https://a.id/2025/banjir")
    #expect(match.takes(title: "MERAH putih: 64 koperasi", address: other))
    #expect(!match.takes(title: "Koperasi susu", address: other))
    #expect(match.takes(title: nil, address: address))
    #expect(!match.takes(title: nil, address: other))
    #expect(match.takes(title: "“Kopdes”–Merah Putih…", address: other))
    #expect(match.takes(title: "\u{A0}Koperasi\u{A0}Merah\u{2009}Putih\u{A0}", address: other))
    #expect(!match.takes(title: "kopdesé", address: other))
    #expect(TitleMatch([]).takes(title: nil, address: other))
  }
}

@Suite("Links of a page")
struct PageLinksTests {
  private func links(_ html: String, at address: String = "https://www.a.id/desa/koperasi-64") throws
    -> PageLinks
  {
    PageLinks(Array(html.utf8), of: try WebAddress(address))
  }

  @Test("canonical address, feeds and the AMP mark")
  func head() throws {
    let found = try links(
      """
      <!doctype html><html ⚡ lang=id><head><base href="/x/"><link rel="canonical" href='https://www.a.id/desa/koperasi-64?a=1&amp;b=2'>
      <LINK REL=alternate TYPE="application/rss+xml" HREF=rss.xml><link rel="alternate" hreflang="en" href="/en">
      <link rel="alternate" type="application/atom+xml; charset=utf-8" href="/atom"></head>
      """)
    #expect(found.canonical?.description == "https://www.a.id/desa/koperasi-64?a=1&b=2")
    #expect(found.feeds.map(\.description) == ["https://www.a.id/x/rss.xml", "https://www.a.id/atom"])
    #expect(found.isAMP)
  }

  @Test("parts of a split article, and the whole of it; other numbers are no parts")
  func parts() throws {
    let found = try links(
      """
      <a href="/desa/koperasi-64?page=2">2</a><a href="/desa/koperasi-64?page=3">3</a><a href="/desa/lain?page=2">x</a>
      <a href="https://lain.id/desa/koperasi-64?page=4">4</a><a href="/desa/koperasi-64?page=all">Semua</a><a href="/tag/2">t</a>
      """)
    #expect(found.parts.keys.sorted() == [2, 3])
    #expect(found.whole?.description == "https://www.a.id/desa/koperasi-64?page=all")
    let path = try links(
      "<a href=/desa/koperasi-64/2>2</a><a rel=next href=/desa/koperasi-64/2>Berikutnya</a>")
    #expect(path.parts[2]?.path == "/desa/koperasi-64/2")
    #expect(path.next?.path == "/desa/koperasi-64/2")
  }
}
