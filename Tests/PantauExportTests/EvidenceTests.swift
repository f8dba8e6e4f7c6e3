import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauExport

@Suite("Quotes and text from articles")
struct EvidenceTests {
  @Test(
    "figures that the quote writes in digits are found",
    arguments: [
      ("4.882 dari 8.563 desa", [4_882, 8_563], ["4.882", "8.563"]),
      ("baru 4882 desa, 57,02 persen.", [4_882, 57.02], ["4882", "57,02"]),
      ("15 desa di 150 tempat, 2015.", [15], ["15"]), ("sembilan desa", [9], []), ("64.", [64], ["64"]),
      ("Rp64.000 untuk 64 koperasi", [64], ["64"]),
    ] as [(String, [Double], [String])])
  func figures(_ quote: String, _ figures: [Double], _ found: [String]) {
    let pieces = QuoteInContext.pieces(of: quote, figures: figures)
    #expect(pieces.map(\.text).joined() == quote)
    #expect(pieces.filter(\.isFigure).map(\.text) == found)
  }

  private func evidence(_ quote: String, _ start: Int) -> TrackLine.Evidence {
    TrackLine.Evidence(
      article: ArticleContext(id: "a", title: "", path: "a.txt"), kind: .actual, stage: nil, quote: quote,
      codePoints: Span(start, start + quote.unicodeScalars.count))
  }

  @Test("a quote stands in its paragraph, cut at words")
  func context() {
    let long = String(repeating: "kata ", count: 60)
    let text = "Judul 🎉\nSebelum 15 desa sesudah.\n\(long)16 desa \(long)"
    let scalars = Array(text.unicodeScalars)
    let short = QuoteInContext(evidence("15 desa", 16), text: scalars)
    #expect([short.before, short.quote, short.after] == ["Sebelum ", "15 desa", " sesudah."])
    let start = scalars.count - long.unicodeScalars.count - 8
    let cut = QuoteInContext(evidence("16 desa", start), text: scalars)
    #expect(cut.before.hasPrefix("… kata"))
    #expect(cut.after.hasSuffix("kata …"))
    #expect(cut.before.count <= 162)
  }

  @Test("a quote that does not stand where it should, stands alone", arguments: [0, 17, 400, -3])
  func misplaced(_ start: Int) {
    let found = QuoteInContext(
      evidence("15 desa", start), text: Array("Judul\nSebelum 15 desa".unicodeScalars))
    #expect([found.before, found.quote, found.after] == ["", "15 desa", ""])
  }

  @Test(
    "control characters do not reach a terminal",
    arguments: [
      ("aman", "aman"), ("\u{1B}[31mmerah", " [31mmerah"), ("a\u{9B}31mb", "a 31mb"), ("a\r\nb", "a  b"),
      ("a\u{7F}b", "a b"), ("a\u{202E}b\u{2066}", "a b "), ("élok", "élok"),
    ])
  func terminal(_ text: String, _ expected: String) { #expect(TerminalText.safe(text) == expected) }

  @Test("text is filled to a width, escape sequences taking none")
  func filled() {
    #expect(TerminalText.filled(["satu", "dua", "tiga"], to: 8) == ["satu dua", "tiga"])
    #expect(TerminalText.filled(["\u{1B}[1msatu\u{1B}[0m", "dua"], to: 8).count == 1)
    #expect(TerminalText.filled(["panjang-sekali", "x"], to: 4) == ["panjang-sekali", "x"])
    #expect(TerminalText.filled([], to: 4) == [])
  }

  @Test(
    "Markdown's markup in a cell is text",
    arguments: [
      ("a|b", "a\\|b"), ("[x](javascript:y)", "\\[x\\](javascript:y)"), ("<b>", "&lt;b>"), ("a\nb", "a b"),
      ("*_`~!\\", "\\*\\_\\`\\~\\!\\\\"), ("&lt;", "&amp;lt;"),
    ])
  func markdown(_ text: String, _ expected: String) { #expect(MarkdownTable.escaped(text) == expected) }
}
