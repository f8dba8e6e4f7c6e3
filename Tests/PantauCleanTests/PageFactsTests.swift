import PantauClean
import PantauRecords
import Testing

@Suite("Facts of pages")
struct PageFactsTests {
  @Test(
    "keeps the time and the zone that stand beside the day",
    arguments: [
      ("Senin, 26 Mei 2025 | 15:47 WIB", "2025-05-26T15:47+07:00"),
      ("Senin, 26 Mei 2025 - 15.47 WITA", "2025-05-26T15:47+08:00"),
      ("26/05/2025 08:05 WIT", "2025-05-26T08:05+09:00"), ("26 Mei 2025, 7:05", "2025-05-26T07:05"),
      ("15:47 WIB, 26 Mei 2025", "2025-05-26T15:47+07:00"), ("May 26, 2025 at 3:47 pm", "2025-05-26T15:47"),
      ("26 Mei 2025", "2025-05-26"),
    ])
  func visibleTime(line: String, moment: String) throws {
    let cleaned = try cleaner.cleaned(page(MetadataTests.html(afterTitle: "<p>\(line)</p>")))
    #expect(cleaned.facts.published?.description == moment)
    #expect(cleaned.article.published?.description == "2025-05-26")
  }

  @Test(
    "reads times of attributes",
    arguments: [
      ("2025-05-26T08:15:00+07:00", "2025-05-26T08:15+07:00"),
      ("2025-05-26T01:15:00.570Z", "2025-05-26T01:15+00:00"),
      ("2025-05-26 08:15:00", "2025-05-26T08:15"), ("2025-05-26T08:15:00+0800", "2025-05-26T08:15+08:00"),
      ("2025-05-26T08:15:00-03:30", "2025-05-26T08:15-03:30"),
      ("Mon, 26 May 2025 08:15:00 GMT", "2025-05-26T08:15+00:00"),
    ])
  func attributeTime(value: String, moment: String) throws {
    let head = "<meta property=article:published_time content=\"\(value)\">"
    #expect(try cleaner.cleaned(page(MetadataTests.html(head: head))).facts.published?.description == moment)
  }

  @Test("takes the day that the page shows where Greenwich has another")
  func greenwich() throws {
    let head = "<meta property=article:published_time content=2025-05-25T23:30:00Z>"
    let shown = try cleaner.article(
      from: page(MetadataTests.html(head: head, afterTitle: "<p>26 Mei 2025</p>")))
    #expect(shown.published?.description == "2025-05-26")
    let address = "<link rel=canonical href=https://kabar.example/2025/05/26/koperasi>"
    #expect(
      try cleaner.article(from: page(MetadataTests.html(head: head + address))).published?.description
        == "2025-05-26")
    let far = try cleaner.article(
      from: page(MetadataTests.html(head: head, afterTitle: "<p>20 Mei 2025</p>")))
    #expect(far.published?.description == "2025-05-25")
  }

  @Test("keeps publication and change apart")
  func changes() throws {
    let line =
      "<p>Terbit: Senin, 26 Mei 2025 15:47 WIB, diperbarui 27 Mei 2025</p><p>Diperbarui: 28 Mei 2025 07:00 WIB</p>"
    let cleaned = try cleaner.cleaned(page(MetadataTests.html(afterTitle: line)))
    #expect(cleaned.article.published?.description == "2025-05-26")
    #expect(cleaned.facts.updated?.description == "2025-05-28T07:00+07:00")
    #expect(cleaned.facts.updatedBasis == .text)
    let head = "<meta property=article:modified_time content=2025-05-29T01:00:00Z>"
    let only = try cleaner.cleaned(page(MetadataTests.html(head: head)))
    #expect(only.article.published?.description == "2025-05-29")
    #expect(only.facts.updatedBasis == .meta)
  }

  @Test("takes address, picture, section and tags, and makes addresses absolute")
  func head() throws {
    let head = """
      <link rel=canonical href=https://kabar.example/ekonomi/koperasi-desa?page=all>
      <meta property=og:image content=/foto/rapat.jpg><meta property=article:section content=Ekonomi>
      <meta property=article:tag content="koperasi desa"><meta property=article:tag content=Sukamaju>
      """
    let facts = try cleaner.cleaned(page(MetadataTests.html(head: head))).facts
    #expect(facts.canonical == "https://kabar.example/ekonomi/koperasi-desa?page=all")
    #expect(facts.image == "https://kabar.example/foto/rapat.jpg")
    #expect(facts.section == "Ekonomi")
    #expect(facts.tags == ["koperasi desa", "Sukamaju"])
    let linked = """
      <script type=application/ld+json>{"@type":"NewsArticle","articleSection":["Desa"],"keywords":"koperasi, desa",
      "image":{"url":"https://kabar.example/b.jpg"},"dateModified":"2025-05-27T10:00:00+08:00"}</script>
      """
    let told = try cleaner.cleaned(page(MetadataTests.html(head: linked))).facts
    #expect(told.image == "https://kabar.example/b.jpg")
    #expect(told.section == "Desa")
    #expect(told.tags == ["koperasi", "desa"])
    #expect(told.updated?.description == "2025-05-27T10:00+08:00")
  }

  @Test(
    "tells which of several pages it has, with the links to the others",
    arguments: [
      ("<p>Halaman 1 dari 3</p><a href=?page=2>2</a> <a href=?page=3>3</a>", 1, 3, [2, 3]),
      (
        "<div><a href=/ekonomi/koperasi>1</a> <b>2</b> <a href=/ekonomi/koperasi/3>3</a></div>", 2, 3, [1, 3]
      ),
      ("<p>2 dari 4 halaman</p>", 2, 4, []),
    ])
  func parts(tail: String, number: Int, count: Int, links: [Int]) throws {
    let head = "<link rel=canonical href=https://kabar.example/ekonomi/koperasi>"
    let part = try cleaner.cleaned(page(MetadataTests.html(head: head, afterTitle: "") + tail)).facts.part
    #expect(part?.number == number)
    #expect(part?.count == count)
    #expect(part?.links.map(\.number) == links)
    #expect(
      part?.links.allSatisfy { $0.address.hasPrefix("https://kabar.example/ekonomi/koperasi") } ?? false)
  }

  @Test("knows the other pages by a query and by its head where its own address is not told")
  func partsWithoutAddress() throws {
    let head = "<link rel=next href=/ekonomi/koperasi/2>"
    let counted = try cleaner.cleaned(page(MetadataTests.html(head: head) + "<p>Halaman 1 dari 3</p>")).facts
      .part
    #expect(counted?.links.map(\.address) == ["/ekonomi/koperasi/2"])
    let linked = try cleaner.cleaned(
      page(MetadataTests.html() + "<a href=?page=2>2</a> <a href=?page=3>3</a>"))
    #expect(linked.facts.part?.links.map(\.number) == [2, 3])
  }

  @Test("takes no address that runs something or is none")
  func addresses() throws {
    let head = """
      <link rel=canonical href="javascript:alert(1)"><meta property=og:url content=https://kabar.example/a>
      <meta property=og:image content="data:image/png;base64,AAAA">
      """
    let facts = try cleaner.cleaned(page(MetadataTests.html(head: head))).facts
    #expect(facts.canonical == "https://kabar.example/a")
    #expect(facts.image == nil)
  }

  @Test(
    "an article on one page has no part",
    arguments: ["", "<a href=/tag/7>7</a>", "<p>Naik 2 dari 3 desa</p>"])
  func onePage(tail: String) throws {
    let head = "<link rel=canonical href=https://kabar.example/ekonomi/koperasi>"
    #expect(try cleaner.cleaned(page(MetadataTests.html(head: head) + tail)).facts.part == nil)
  }

  @Test("a short text in Indonesian is not of the language that its page declares")
  func language() throws {
    let html =
      "<html lang=en-US><body><h1>Rapat Desa</h1><p>Rapat warga yang digelar di balai desa selesai.</p></body></html>"
    #expect(try cleaner.article(from: page(html)).language != "en")
  }
}
