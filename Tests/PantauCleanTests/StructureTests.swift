import PantauClean
import PantauRecords
import Testing

@Suite("Structure of the text")
struct StructureTests {
  static let html = """
    <link rel=canonical href=https://kabar.example/2025/05/sukamaju><article><h1>Sukamaju Kejar 12 Koperasi Desa</h1>
    <p>\(paragraphs[0]) Lihat <a href=/data>data lengkap</a> dinas.</p><h3>Rincian per kecamatan</h3>
    <p>Berikut rinciannya menurut laporan dinas:</p>
    <ol><li>Kecamatan Karang Asri 12 desa<ul><li>Desa Karang Lor</li></ul></li><li>Kecamatan Tirta 9 desa</li></ol>
    <table><tr><th>Kecamatan</th><th>Desa</th><th>Catatan</th></tr><tr><td>Karang Asri</td><td></td><td>sudah selesai</td></tr></table>
    <blockquote><p>\(paragraphs[2])</p></blockquote><p>\(paragraphs[1])</p></article>
    """

  private func text(_ span: Span, _ article: Article) -> String {
    String(decoding: Array(article.text.utf8)[span.start..<span.end], as: UTF8.self)
  }

  @Test("each line of the body is known for what it is")
  func blocks() throws {
    let cleaned = try cleaner.cleaned(page(Self.html))
    #expect(
      cleaned.blocks.map { text($0.span, cleaned.article) }
        == cleaned.article.body.split(separator: "\n").map(String.init))
    let kinds = cleaned.blocks.map {
      "\($0.kind.rawValue)\($0.level == 0 ? "" : "\($0.level)")\($0.isNumbered ? "#" : "")"
    }
    #expect(
      kinds == [
        "paragraph", "heading3", "paragraph", "item1#", "item2", "item1#", "row", "row", "quote", "paragraph",
      ])
  }

  @Test("cells of a row stand side by side, empty ones keep their place")
  func rows() throws {
    let cleaned = try cleaner.cleaned(page(Self.html))
    let rows = cleaned.blocks.filter { $0.kind == .row }.map { text($0.span, cleaned.article) }
    #expect(rows == ["Kecamatan | Desa | Catatan", "Karang Asri |  | sudah selesai"])
  }

  @Test("links are kept where they are asked for, and only there")
  func links() throws {
    #expect(try cleaner.cleaned(page(Self.html)).links.isEmpty)
    let cleaned = try cleaner.cleaned(page(Self.html), keepsLinks: true)
    #expect(cleaned.links.map { text($0.span, cleaned.article) } == ["data lengkap"])
    #expect(cleaned.links.map(\.address) == ["https://kabar.example/data"])
    #expect(try cleaner.article(from: page(Self.html)) == cleaned.article)
  }

  @Test(
    "links that run something are text",
    arguments: ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x"])
  func unsafeLinks(address: String) throws {
    let html =
      "<article><h1>Rapat Desa</h1><p>\(paragraphs[0]) <a href=\"\(address)\">Lihat</a></p></article>"
    let cleaned = try cleaner.cleaned(page(html), keepsLinks: true)
    #expect(cleaned.links.isEmpty)
    #expect(cleaned.article.body == "\(paragraphs[0]) Lihat")
  }

  @Test("places hold where letters are composed")
  func composed() throws {
    let html =
      "<article><h1>Rapat di E\u{301}lan Baru</h1><p>Cafe\u{301} Sukamaju menjadi tempat <a href=http://a.example/x>rapat cafe\u{301}</a> warga pekan ini, kata pemiliknya.</p><ul><li>Cafe\u{301} baru dibuka lagi pekan depan.</li></ul></article>"
    let cleaned = try cleaner.cleaned(page(html), keepsLinks: true)
    #expect(cleaned.links.map { text($0.span, cleaned.article) } == ["rapat caf\u{E9}"])
    #expect(
      cleaned.blocks.map { text($0.span, cleaned.article) }.last == "Caf\u{E9} baru dibuka lagi pekan depan.")
  }

  @Test("lines of copied text are paragraphs and items")
  func copied() throws {
    let lines =
      "Sukamaju Kejar 12 Koperasi Desa\n\n\(paragraphs[0])\n\(paragraphs[1])\nRincian desa yang belum selesai:\n- Desa Karang Lor: 12 orang pengurus\n- Desa Tirta: 9 orang pengurus\n\(paragraphs[2])\n"
    let cleaned = try cleaner.cleaned(page(lines, .text))
    #expect(cleaned.blocks.map(\.kind) == [.paragraph, .paragraph, .paragraph, .item, .item, .paragraph])
    #expect(cleaned.blocks.last.map { text($0.span, cleaned.article) } == paragraphs[2])
  }
}
