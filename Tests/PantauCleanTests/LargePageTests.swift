import Foundation
import PantauClean
import PantauRecords
import Testing

/// Pages that are large in one way each. Every day they have a few megabytes; `PANTAU_LARGE=100` makes them 100 MB.
@Suite("Large pages")
struct LargePageTests {
  static let megabytes = ProcessInfo.processInfo.environment["PANTAU_LARGE"].flatMap { Int($0) } ?? 1
  static let text = Array(paragraphs.map { "<p>\($0)</p>" }.joined().utf8)

  /// What fills the page before the article's text; nothing in it is text of an article.
  static let fillings: [(name: String, start: String, unit: String, end: String)] = [
    ("one script", "<script>", "var a = '<p>bukan teks</p>'; ", "</script>"),
    ("one JSON-LD script", "<script type=application/ld+json>[", "{\"@type\":\"Thing\",\"a\":[", "</script>"),
    ("one comment", "<!--", " <p>bukan teks</p> ", "-->"), ("one style", "<style>", ".a{b:c} ", "</style>"),
    ("one tag", "<div ", "a=1 ", "></div>"), ("links", "<nav>", "<a href=/a>Beranda</a> ", "</nav>"),
    ("line breaks", "", "<br>", ""), ("rows", "<table>", "<tr><td>1<td>2", "</table>"),
    ("ends of nothing", "", "</b></i></div>", ""), ("entities", "<nav>", "&amp;&#x41;&tidakada;", "</nav>"),
    ("meta", "", "<meta name=a content=b>", ""),
  ]

  @Test("give their article", arguments: fillings.map(\.name))
  func filled(name: String) throws {
    let filling = try #require(Self.fillings.first { $0.name == name })
    let unit = Array(filling.unit.utf8)
    let count = Self.megabytes * 1_000_000 / unit.count
    var bytes = Array("<html><body>\(filling.start)".utf8)
    bytes.reserveCapacity(count * unit.count + 10_000)
    for _ in 0..<count { bytes += unit }
    bytes += Array("\(filling.end)<article><h1>Sukamaju Kejar 12 Koperasi Desa</h1>".utf8) + Self.text
    #expect(try cleaner.article(from: page(bytes: bytes)).body == paragraphs.joined(separator: "\n"))
  }

  @Test("the same page gives the same article on every thread")
  func threads() async throws {
    let html = StructureTests.html
    let expected = try cleaner.cleaned(page(html), keepsLinks: true)
    await withTaskGroup(of: CleanedPage?.self) { group in
      for _ in 0..<32 { group.addTask { try? cleaner.cleaned(page(html), keepsLinks: true) } }
      for await found in group { #expect(found == expected) }
    }
  }

  @Test("text that stands in several containers is read once")
  func repeated() throws {
    let text = paragraphs.map { "<p>\($0)</p>" }.joined()
    let html =
      "<h1>Sukamaju Kejar 12 Koperasi Desa</h1><div class=mobile>\(text)</div><div class=desktop>\(text)</div>"
    #expect(try cleaner.article(from: page(html)).body == paragraphs.joined(separator: "\n"))
  }

  @Test("names with numbers after the last paragraph stay, what is said of the writer goes")
  func ends() throws {
    let html = """
      <meta name=author content="Sari Lestari"><article><h1>Sukamaju Kejar 12 Koperasi Desa</h1>
      <p>\(paragraphs[0])</p><p>\(paragraphs[1])</p><div>Karang Asri: 12<br>Tirta : 9</div>
      <p>Sari Lestari adalah wartawan yang meliput desa dan koperasi sejak tahun lalu.</p></article>
      """
    #expect(
      try cleaner.article(from: page(html)).body
        == [paragraphs[0], paragraphs[1], "Karang Asri: 12", "Tirta : 9"].joined(separator: "\n"))
  }
}
