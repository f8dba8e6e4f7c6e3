import PantauClean
import PantauRecords
import Testing

/// What is residue at the ends of an article and the writer's in the midst of it.
@Suite("Lines amid the text")
struct AmidTextTests {
  /// `middle` between two paragraphs of an article, and after the last.
  static func body(middle: String = "", end: String = "") throws -> [String] {
    let html =
      "<article><h1>\(MainTextTests.headline)</h1><div class=entry-content><p>\(paragraphs[0])</p>\(middle)"
      + "<p>\(paragraphs[1])</p><p>\(paragraphs[2])</p>\(end)</div></article>"
    return try cleaner.article(from: page(html)).body.split(separator: "\n").map(String.init)
  }

  @Test(
    "keeps what the writer has put between paragraphs",
    arguments: [
      ("<p>10.15 p.m.</p>", "10.15 p.m."), ("<p><b>18 Juni 2025</b></p>", "18 Juni 2025"),
      ("<p>_____</p>", "_____"), ("<p>[<a href=https://a.id>Kabar Sukamaju</a>]</p>", "[Kabar Sukamaju]"),
      ("<p><a href=https://a.id/b>https://a.id/b</a></p>", "https://a.id/b"),
      (
        "<p>Pendaftaran: <a href=https://daftar.id>https://daftar.id</a></p>",
        "Pendaftaran: https://daftar.id"
      ),
      ("<h2 id=menu-program-sosial>Menu program sosial</h2>", "Menu program sosial"),
      ("<h2><a href=/s>Koperasi Mina Sari</a></h2><p>Anggota: 35 orang</p>", "Koperasi Mina Sari"),
      ("<ul><li><a href=/1>Koperasi Tani Makmur</a></li></ul>", "Koperasi Tani Makmur"),
      ("<pre>total = 45\n-- 12\n3</pre>", "-- 12"),
    ])
  func keeps(html: String, line: String) throws {
    #expect(try Self.body(middle: html).contains(line))
  }

  @Test(
    "loses the like where no text follows, and residue wherever it stands",
    arguments: [
      ("", "<p>18 Juni 2025</p>"), ("", "<p>_____</p>"), ("", "<p>redaksi@kabarsukamaju.id</p>"),
      ("", "<ul><li><a href=/1>Koperasi Tani Makmur</a></li></ul>"),
      ("", "<p>(Reporting by Sari Lestari; editing by Budi Santoso.)</p>"),
      ("", "<p>Sari Lestari contributed to this report.</p>"),
      ("<p class=date>18 Juni 2025</p>", ""),
      ("<p>Baca juga:</p><ul><li><a href=/1>Harga Cabai</a></li></ul>", ""),
      ("<h3>Berita terkait</h3><ul><li><a href=/1>Harga Cabai Naik</a></li></ul>", ""),
      ("<p><a href=/1>HARGA CABAI NAIK DI TIGA PASAR KABUPATEN</a></p>", ""),
      ("<div class=\"panel collapse\"><p>Tim redaksi terdiri dari sembilan orang wartawan.</p></div>", ""),
    ])
  func loses(middle: String, end: String) throws {
    #expect(try Self.body(middle: middle, end: end) == paragraphs)
  }

  @Test("keeps under a quotation who said it and when")
  func quotation() throws {
    let quote =
      "<blockquote><p>Semua desa kami dampingi.</p>— Darma Wirata (@darma) <a href=/s>18 Juni 2025</a></blockquote>"
    #expect(
      try Self.body(middle: quote)
        == [paragraphs[0], "Semua desa kami dampingi.", "— Darma Wirata (@darma) 18 Juni 2025"]
        + paragraphs[1...])
  }
}
