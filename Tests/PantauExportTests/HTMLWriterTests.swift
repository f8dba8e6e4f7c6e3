import PantauRecords
import Testing

@testable import PantauExport

@Suite("HTML writer")
struct HTMLWriterTests {
  private func written(_ body: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    body(&html)
    return String(decoding: html.take(), as: UTF8.self)
  }

  @Test(
    "text and attributes are escaped scalar by scalar",
    arguments: [
      ("Kota Melati", "Kota Melati"), ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"),
      ("\"\u{301}x", "&quot;\u{301}x"), ("'\u{308}", "&#39;\u{308}"), ("<\u{338}b>", "&lt;\u{338}b&gt;"),
      ("&\u{20DD}lt;", "&amp;\u{20DD}lt;"), ("a\u{0}b\u{1B}[31m", "a\u{FFFD}b\u{FFFD}[31m"),
      ("satu\ndua\tiga", "satu\ndua\tiga"), ("👩‍🌾 élok", "👩‍🌾 élok"),
    ])
  func escaping(_ text: String, _ expected: String) {
    // Compared as bytes: equal strings may be different scalars.
    let element = written { $0.element("p", .init("title", text), text: text) }
    #expect(Array(element.utf8) == Array("<p title=\"\(expected)\">\(expected)</p>".utf8))
  }

  @Test("no input leaves its element", arguments: 0..<200)
  func fuzz(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let parts: [Unicode.Scalar] = [
      "<", ">", "\"", "'", "&", "/", "a", "=", "\u{301}", "\u{338}", "\u{200D}", "\u{202E}", "\u{0}", "`",
      " ",
      "\n", "é", "𝕏",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<40 { text.append(parts[Int(next() % UInt64(parts.count))]) }
    let html = written { $0.element("p", .init("title", String(text)), text: String(text)) }
    let inner = html.utf8.dropFirst("<p title=\"".utf8.count).dropLast("</p>".utf8.count)
    let quotes = inner.filter { $0 == UInt8(ascii: "\"") }
    #expect(quotes.count == 1)
    #expect(inner.filter { $0 == UInt8(ascii: "<") }.isEmpty)
    #expect(inner.filter { $0 == UInt8(ascii: ">") }.count == 1)
  }

  @Test("elements nest, attributes without value are left out, void elements have no end")
  func elements() {
    let html = written { html in
      html.element("ul", .init("class", nil), .init("id", "a")) { html in
        html.element("li", text: "satu")
        html.void("br")
        html.element("li")
      }
    }
    #expect(html == "<ul id=\"a\"><li>satu</li><br><li></li></ul>")
  }

  @Test(
    "only web addresses become links",
    arguments: [
      ("https://kabar.example/1", true), ("HTTP://kabar.example", true), ("javascript:alert(1)", false),
      (" https://kabar.example", false), ("data:text/html,x", false), ("https://kabar.example/a b", false),
      ("java\nscript:alert(1)", false), ("//kabar.example", false), ("/jalur/berkas.html", false),
      ("", false),
    ])
  func addresses(_ address: String, _ isSafe: Bool) { #expect((WebAddress.safe(address) != nil) == isSafe) }

  @Test(
    "a paper without a name goes by its host",
    arguments: [
      ("https://www.kabar.example/a/b", "kabar.example"), ("http://kabar.example?x", "kabar.example"),
      ("ftp://kabar.example/", nil), ("https:///x", nil),
    ] as [(String, String?)])
  func hosts(_ address: String, _ host: String?) { #expect(WebAddress.host(address) == host) }
}
