import PantauClean
import PantauRecords
import Testing

@Suite("Main text of web pages")
struct MainTextTests {
  static let headline = "Sukamaju Kejar 12 Koperasi Desa Sebelum Akhir Juni"

  /// The same report in the shapes that sites give it.
  static let shapes: [(name: String, html: String)] = [
    ("paragraphs", "<article><h1>\(headline)</h1>\(paragraphs.map { "<p>\($0)</p>" }.joined())</article>"),
    ("line breaks", "<h1>\(headline)</h1><div>\(paragraphs.joined(separator: "<br><br>"))</div>"),
    (
      "div soup",
      "<div><div><span>\(headline)</span></div><div>\(paragraphs.map { "<div dir=auto>\($0)</div>" }.joined())</div></div>"
    ),
    (
      "layout table",
      "<table><tr><td>MENU<br><a href=/>HOME</a> | <a href=/m>METRO</a></td><td><font size=5><b>\(headline)</b></font><br>"
        + "\(paragraphs.joined(separator: "<br>"))</td><td><b>TERPOPULER</b><br><a href=/1>Harga Beras Naik</a></td></tr></table>"
    ),
    ("unclosed elements", "<div><h1>\(headline)<div><p>\(paragraphs.joined(separator: "<p>"))"),
    (
      "text inside an unclosed button",
      "<button><div><h1>\(headline)</h1>\(paragraphs.map { "<p>\($0)</p>" }.joined())</div>"
    ),
  ]

  @Test("finds the same report in every shape of page", arguments: shapes.map(\.name))
  func findsReport(shape: String) throws {
    let html = try #require(Self.shapes.first { $0.name == shape }?.html)
    let residue =
      "<ul class=menu><li><a href=/>Beranda</a></li><li><a href=/e>Ekonomi</a></li></ul>"
      + html + "<div>Copyright 2025 Kabar Sukamaju. All Rights Reserved</div>"
    let article = try cleaner.article(
      from: page(
        "<html><head><title>\(Self.headline) - Kabar Sukamaju</title></head><body>\(residue)</body></html>"))
    #expect(article.title == Self.headline)
    #expect(article.body == paragraphs.joined(separator: "\n"))
  }

  @Test(
    "drops residue between paragraphs",
    arguments: [
      "<p><strong><a href=/x>Baca juga: Warga Sukamaju Panen Raya</a></strong></p>",
      "<p>Baca juga: Warga Sukamaju Panen Raya</p>",
      "<p>ADVERTISEMENT<br>SCROLL TO CONTINUE WITH CONTENT</p>",
      "<div class=\"social-share\">Bagikan lewat Facebook</div>",
      "<figure><img src=a.jpg><figcaption>Suasana rapat di aula kantor bupati (Foto: Humas)</figcaption></figure>",
      "<script>var a = '<p>bukan teks</p>';</script>",
      "<p style=\"display: none\">Teks yang tidak tampak di layar pembaca mana pun.</p>",
      "<ul class=\"related-posts\"><li><a href=/1>Harga Cabai Naik di Tiga Pasar</a></li></ul>",
    ])
  func dropsResidue(residue: String) throws {
    let html =
      "<article><h1>\(Self.headline)</h1><p>\(paragraphs[0])</p>\(residue)<p>\(paragraphs[1])</p><p>\(paragraphs[2])</p></article>"
    #expect(try cleaner.article(from: page(html)).body == paragraphs.joined(separator: "\n"))
  }

  @Test("ends at the comments")
  func endsAtComments() throws {
    let html =
      "<h1>\(Self.headline)</h1><div>\(paragraphs.map { "<p>\($0)</p>" }.joined())<h3>Tinggalkan Balasan</h3>"
      + "<p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p></div>"
    #expect(try cleaner.article(from: page(html)).body == paragraphs.joined(separator: "\n"))
  }

  @Test("keeps headings, list items and block quotes as lines")
  func keepsStructure() throws {
    let html =
      "<article><h1>\(Self.headline)</h1><p>\(paragraphs[0])</p><h2>Sebaran per kecamatan</h2><p>Berikut rinciannya:</p>"
      + "<ol><li>Kecamatan Sukajaya: 12 koperasi</li><li>Kecamatan Sukaratu: 9 koperasi</li></ol>"
      + "<blockquote><p>\(paragraphs[2])</p></blockquote></article>"
    let expected = [
      paragraphs[0], "Sebaran per kecamatan", "Berikut rinciannya:", "Kecamatan Sukajaya: 12 koperasi",
      "Kecamatan Sukaratu: 9 koperasi", paragraphs[2],
    ]
    #expect(try cleaner.article(from: page(html)).body == expected.joined(separator: "\n"))
  }

  @Test(
    "keeps short lists that a colon announces, whatever classes say",
    arguments: ["ul", "ul class=wp-block-list", "ul class=list-box"])
  func keepsAnnouncedLists(tag: String) throws {
    let html =
      "<article><h1>\(Self.headline)</h1><div class=entry-content><p>\(paragraphs[0])</p>"
      + "<p>Daerah yang sudah selesai antara lain:</p><\(tag)><li>Sukajaya: 12 unit</li><li>Pendidikan</li>"
      + "</ul><p>\(paragraphs[1])</p></div></article>"
    let expected = [
      paragraphs[0], "Daerah yang sudah selesai antara lain:", "Sukajaya: 12 unit", "Pendidikan",
      paragraphs[1],
    ]
    #expect(try cleaner.article(from: page(html)).body == expected.joined(separator: "\n"))
  }

  @Test("keeps headings in widgets and headings that are links")
  func keepsHeadings() throws {
    let html =
      "<article><h1>\(Self.headline)</h1><div class=entry-content><p>\(paragraphs[0])</p>"
      + "<div class=widget-wrap><div class=widget><h2>Sebaran per kecamatan</h2></div></div><p>\(paragraphs[1])</p>"
      + "<h3><a href=#lahan>Soal lahan</a></h3><p>\(paragraphs[2])</p></div></article>"
    let expected = [paragraphs[0], "Sebaran per kecamatan", paragraphs[1], "Soal lahan", paragraphs[2]]
    #expect(try cleaner.article(from: page(html)).body == expected.joined(separator: "\n"))
  }

  @Test("leaves out what a paragraph holds hidden")
  func dropsHiddenSpans() throws {
    let html =
      "<article><h1>\(Self.headline)</h1><p>\(paragraphs[0])</p><p>Kepala dinas<span class=tooltip>Kartu nama</span>"
      + "<span style='display: none'>Profil</span> mencatat 64 koperasi sudah berdiri pekan ini.</p><p>\(paragraphs[1])</p></article>"
    let expected = [
      paragraphs[0], "Kepala dinas mencatat 64 koperasi sudah berdiri pekan ini.", paragraphs[1],
    ]
    #expect(try cleaner.article(from: page(html)).body == expected.joined(separator: "\n"))
  }

  @Test("loses boxes of advertisements whose words have grown together")
  func dropsAdvertisements() throws {
    let html =
      "<article><h1>\(Self.headline)</h1><p>\(paragraphs[0])</p><div><span>ADVERTISEMENT</span>"
      + "<ins class=adsbygoogle></ins><small>Gulir untuk lanjut membaca</small></div><p>\(paragraphs[1])</p></article>"
    #expect(try cleaner.article(from: page(html)).body == paragraphs[0...1].joined(separator: "\n"))
  }

  @Test("writes a table's rows as lines, with their numbers")
  func keepsTables() throws {
    let html =
      "<article><h1>\(Self.headline)</h1><p>\(paragraphs[0])</p><table><tr><th>Kecamatan</th><th>Koperasi</th></tr>"
      + "<tr><td>Sukajaya</td><td>12</td></tr></table><p>\(paragraphs[1])</p></article>"
    let expected = [paragraphs[0], "Kecamatan | Koperasi", "Sukajaya | 12", paragraphs[1]]
    #expect(try cleaner.article(from: page(html)).body == expected.joined(separator: "\n"))
  }

  @Test("takes the report after the headline where a page holds several")
  func prefersHeadline() throws {
    let other = (1...6).map {
      "<article><h2>Berita lain nomor \($0)</h2><div class=entry-content><p>Isi berita lain yang cukup panjang untuk dibaca sebagai satu paragraf penuh, nomor \($0).</p></div></article>"
    }
    let html =
      "<title>\(Self.headline)</title><article><h1>\(Self.headline)</h1><div class=entry-content>\(paragraphs.map { "<p>\($0)</p>" }.joined())</div></article>"
      + other.joined()
    #expect(try cleaner.article(from: page(html)).body == paragraphs.joined(separator: "\n"))
  }

  @Test("reads the text from JSON-LD where the page shows none")
  func readsLinkedText() throws {
    let text = paragraphs.joined(separator: "\\n")
    let html =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"\(Self.headline)\",\"articleBody\":\"\(text)\"}</script>"
      + "<div id=app>Memuat halaman ini.</div>"
    let article = try cleaner.article(from: page(html))
    #expect(article.title == Self.headline)
    #expect(article.body == paragraphs.joined(separator: "\n"))
  }

  @Test("gives the same article every time")
  func isDeterministic() throws {
    let html = Self.shapes[3].html
    let first = try cleaner.article(from: page(html))
    for _ in 0..<5 { #expect(try cleaner.article(from: page(html)) == first) }
  }
}
