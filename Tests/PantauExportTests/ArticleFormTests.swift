import PantauExport
import PantauRecords
import Testing

@Suite("Articles as text and Markdown")
struct ArticleFormTests {
  /// A page of lines with their kinds; `⟦…⟧` marks a link.
  static func page(_ title: String, _ lines: [(Block.Kind, Int, Bool, String)]) -> CleanedPage {
    var cleaned = CleanedPage(
      article: Article(
        source: Source(path: "a.html", sha256: String(repeating: "a", count: 64)), title: title, body: ""))
    var body: [String] = []
    var start = title.utf8.count + 1
    for (kind, level, isNumbered, marked) in lines {
      let line = marked.filter { $0 != "⟦" && $0 != "⟧" }
      let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
      if parts.count == 3 {
        let begin = start + parts[0].utf8.count
        cleaned.links.append(
          Link(span: Span(begin, begin + parts[1].utf8.count), address: "https://kabar.example/a(b)"))
      }
      cleaned.blocks.append(
        Block(kind: kind, level: level, isNumbered: isNumbered, span: Span(start, start + line.utf8.count)))
      body.append(line)
      start += line.utf8.count + 1
    }
    cleaned.article.body = body.joined(separator: "\n")
    return cleaned
  }

  static let full = page(
    "Kabar *Desa*",
    [
      (.paragraph, 0, false, "# bukan judul, lihat ⟦data [1]⟧ dinas."), (.heading, 2, false, "Rincian"),
      (.item, 1, true, "Karang Asri"), (.item, 2, false, "• Karang Lor"), (.item, 1, true, "Tirta"),
      (.row, 0, false, "Kecamatan | Desa"), (.row, 0, false, "Tirta | 9"),
      (.quote, 0, false, "“Semua desa.”"),
      (.code, 0, false, "a = *b*"), (.paragraph, 0, false, "12. Mei <b>"),
    ])

  @Test("Markdown shows the structure and says what the page said")
  func markdown() {
    #expect(
      String(decoding: ArticleMarkdown.bytes(of: Self.full), as: UTF8.self) == """
        # Kabar \\*Desa\\*

        \\# bukan judul, lihat [data \\[1\\]](<https://kabar.example/a(b)>) dinas.

        ## Rincian

        1. Karang Asri
           - Karang Lor
        2. Tirta

        | Kecamatan | Desa |
        | --- | --- |
        | Tirta | 9 |

        > “Semua desa.”

        ```
        a = *b*
        ```

        12\\. Mei \\<b\\>

        """)
  }

  @Test("text keeps lists and rows together and paragraphs apart")
  func text() {
    #expect(
      String(decoding: ArticleText.bytes(of: Self.full), as: UTF8.self) == """
        Kabar *Desa*

        # bukan judul, lihat data [1] dinas.

        Rincian

        - Karang Asri
          - Karang Lor
        - Tirta

        Kecamatan | Desa
        Tirta | 9

        “Semua desa.”

        a = *b*

        12. Mei <b>

        """)
  }

  @Test("an article without a headline begins with its text")
  func untitled() {
    let page = Self.page("", [(.paragraph, 0, false, "Rapat warga selesai.")])
    #expect(String(decoding: ArticleText.bytes(of: page), as: UTF8.self) == "Rapat warga selesai.\n")
    #expect(String(decoding: ArticleMarkdown.bytes(of: page), as: UTF8.self) == "Rapat warga selesai.\n")
  }
}
