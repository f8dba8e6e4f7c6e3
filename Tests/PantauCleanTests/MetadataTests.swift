import PantauClean
import PantauRecords
import Testing

@Suite("Metadata")
struct MetadataTests {
  static let headline = "Sukamaju Kejar 12 Koperasi Desa"
  static let text = paragraphs.map { "<p>\($0)</p>" }.joined()

  static func html(head: String = "", beforeTitle: String = "", afterTitle: String = "") -> String {
    "<html><head>\(head)</head><body>\(beforeTitle)<article><h1>\(headline)</h1>\(afterTitle)\(text)</article></body></html>"
  }

  struct DateCase: Sendable, CustomTestStringConvertible {
    var html: String
    var date: String?
    var basis: Article.PublishedBasis?
    var testDescription: String { "\(basis?.rawValue ?? "none"): \(html.prefix(60))" }
  }

  static let dates: [DateCase] = [
    DateCase(
      html: html(head: "<meta property=article:published_time content=2025-05-26T08:15:00+07:00>"),
      date: "2025-05-26",
      basis: .meta),
    DateCase(
      html: html(
        head:
          "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-05-27\"}]}</script>"
      ), date: "2025-05-27", basis: .jsonld),
    DateCase(
      html: html(afterTitle: "<time datetime=\"2025-05-28T01:00:00Z\">kemarin</time>"), date: "2025-05-28",
      basis: .meta),
    DateCase(
      html: html(afterTitle: "<p>Senin, 26 Mei 2025 | 15:47 WIB</p>"), date: "2025-05-26", basis: .text),
    DateCase(
      html: html(afterTitle: "<span>Redaksi - Minggu, 29 Juni 2025 | 14:05</span>"), date: "2025-06-29",
      basis: .text),
    DateCase(html: html(afterTitle: "<div>21 Jul 2025, 13:40</div>"), date: "2025-07-21", basis: .text),
    DateCase(html: html(afterTitle: "<div>May 6, 2025</div>"), date: "2025-05-06", basis: .text),
    DateCase(html: html(afterTitle: "<div>26/05/2025 10.30 WITA</div>"), date: "2025-05-26", basis: .text),
    DateCase(
      html: html(head: "<link rel=canonical href=https://kabar.example/2025/05/26/koperasi-desa>"),
      date: "2025-05-26",
      basis: .url),
    DateCase(html: html(), date: nil, basis: nil),
  ]

  @Test("finds the day of publication and its basis", arguments: dates)
  func date(of test: DateCase) throws {
    let article = try cleaner.article(from: page(test.html))
    #expect(article.published?.description == test.date)
    #expect(article.publishedBasis == test.basis)
  }

  @Test("takes the headline without the site's name")
  func headline() throws {
    for head in [
      "<title>\(Self.headline) - Kabar Sukamaju</title>", "<title>Kabar Sukamaju :: \(Self.headline)</title>",
      "<meta property=og:title content=\"\(Self.headline) | Kabar Sukamaju\"><title>Kabar Sukamaju</title>",
    ] {
      #expect(try cleaner.article(from: page(Self.html(head: head))).title == Self.headline)
    }
  }

  @Test("takes site, address, language and bylines")
  func facts() throws {
    let article = try cleaner.article(
      from: page(
        Self.html(
          head:
            "<meta property=og:site_name content=\"Kabar Sukamaju\"><link rel=canonical href=https://kabar.example/a>",
          afterTitle: "<p>Reporter: Sari Lestari | Editor: Bram Hadi</p>")))
    #expect(article.source.site == "Kabar Sukamaju")
    #expect(article.source.url == "https://kabar.example/a")
    #expect(article.language == "id")
    #expect(article.byline == ["Sari Lestari", "Bram Hadi"])
  }

  @Test(
    "reads the place of the dateline",
    arguments: [
      ("Batam, Kabar Sukamaju – Pemerintah kota mencatat 64 koperasi sudah berdiri.", "Batam"),
      ("KABAR.ID, KOTA BATU - Wali kota meresmikan 24 koperasi pada hari Senin.", "KOTA BATU"),
      ("Jakarta (KABAR) -- Menteri mencatat 80 koperasi sudah berdiri pekan ini.", "Jakarta"),
      ("BANTUL—Sekitar 10 gerai sudah berdiri pada pekan ini.", "BANTUL"),
      ("AMBON- Dua desa masuk daftar lokasi percontohan.", "AMBON"),
      ("Langsa | Sebanyak 66 gampong sudah bermusyawarah.", "Langsa"),
      ("Rabu, 8 Juli 2026 | Pemerintah kota mencatat 64 koperasi.", nil),
      ("Pemerintah kota – yang dipimpin wali kota – mencatat 64 koperasi.", nil),
      ("Pemerintah kota mencatat 64 koperasi sudah berdiri.", nil),
    ] as [(String, String?)])
  func dateline(text: String, place: String?) throws {
    #expect(
      try cleaner.article(from: page("<h1>\(Self.headline)</h1><p>\(text)</p>\(Self.text)")).dateline == place
    )
  }
}
