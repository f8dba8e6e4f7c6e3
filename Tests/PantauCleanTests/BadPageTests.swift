import Foundation
import PantauClean
import PantauRecords
import Testing

@Suite("Bad pages")
struct BadPageTests {
  static let text = paragraphs.map { "<p>\($0)</p>" }.joined()

  @Test(
    "repairs curly quotes, dashes and letters that were decoded twice",
    arguments: [
      ("don\u{E2}\u{20AC}\u{2122}t", "don\u{2019}t"), ("a \u{E2}\u{20AC}\u{201C} b", "a \u{2013} b"),
      ("don\u{E2}\u{80}\u{99}t", "don\u{2019}t"), ("caf\u{C3}\u{A9}", "caf\u{E9}"),
      ("S\u{C3}O PAULO", "S\u{C3}O PAULO"), ("\u{E2}me", "\u{E2}me"),
      ("AMANH\u{C3}\u{201D}", "AMANH\u{C3}\u{201D}"), ("e\u{301}lan", "\u{E9}lan"),
    ])
  func mojibake(written: String, read: String) throws {
    let text = "Pemerintah desa menyebut kata \(written) dalam rapat warga pekan ini."
    let body = try cleaner.article(from: page("<p>\(text)</p>\(Self.text)")).body
    #expect(Array(body.utf8).starts(with: Array(text.replacing(written, with: read).utf8)))
  }

  @Test(
    "recovers text below any depth of elements, and says so",
    arguments: [(200, nil), (300, "deep-nesting"), (12_000, "deep-nesting"), (60_000, "flat-reading")]
      as [(Int, String?)])
  func deepNesting(depth: Int, notice: String?) throws {
    let html =
      String(repeating: "<div>", count: depth) + Self.text + String(repeating: "</div>", count: depth)
    let cleaned = try cleaner.cleaned(page(html))
    #expect(cleaned.article.body == paragraphs.joined(separator: "\n"))
    #expect(cleaned.facts.notices.first?.code == notice)
  }

  @Test("takes bounded time for what is never closed and closes what was never opened")
  func unmatchedTags() throws {
    let html =
      String(repeating: "<div>", count: 50_000) + Self.text + String(repeating: "</b>", count: 50_000)
    #expect(try cleaner.article(from: page(html)).body == paragraphs.joined(separator: "\n"))
  }

  @Test("takes bounded time for a tag with a great many attributes")
  func manyAttributes() throws {
    let attributes = (0..<200_000).map { "a\($0)=1" }.joined(separator: " ")
    let html = "<div \(attributes)>x</div><article>\(Self.text)</article>"
    let cleaned = try cleaner.cleaned(page(html))
    #expect(cleaned.article.body == paragraphs.joined(separator: "\n"))
    #expect(cleaned.facts.notices.map(\.code) == ["long-tags"])
  }

  @Test(
    "reads the text of pages with a tag for every few letters, and says so",
    arguments: [
      "<p>x", "x<br>", "<tr><td>1<td>2", "<i class=date>x</i><div>y</div>", "<h3>x</h3>",
      "<a href=/>x</a><p>",
    ])
  func crowded(unit: String) throws {
    let html =
      String(repeating: unit, count: 60_000)
      + "<article><h1>\(MainTextTests.headline)</h1>\(Self.text)</article>"
    let cleaned = try cleaner.cleaned(page(html))
    #expect(cleaned.article.title == MainTextTests.headline)
    #expect(cleaned.article.body == paragraphs.joined(separator: "\n"))
    #expect(cleaned.facts.notices.map(\.code) == ["crowded"])
  }

  @Test("cleans on a thread with a small stack")
  func smallStack() async throws {
    let html = String(repeating: "<div>", count: 12_000) + Self.text
    let body = await withCheckedContinuation { (continuation: CheckedContinuation<String?, Never>) in
      let thread = Thread { continuation.resume(returning: try? cleaner.article(from: page(html)).body) }
      thread.stackSize = 256 * 1024
      thread.start()
    }
    #expect(body == paragraphs.joined(separator: "\n"))
  }

  @Test("reads on after NUL bytes")
  func nulBytes() throws {
    var bytes = Array("<article><p>".utf8) + [0, 0]
    bytes += Array("\(paragraphs[0])</p>\(Self.text)".utf8)
    #expect(try cleaner.article(from: page(bytes: bytes)).body.hasSuffix(paragraphs[2]))
  }

  @Test("loses soft hyphens, zero-width characters and no-break spaces")
  func invisibleCharacters() throws {
    let html =
      "<p>Peme\u{AD}rintah Kabu\u{200B}paten&nbsp;Sukamaju&shy; mencatat 45 koperasi desa pada pekan ini.</p>"
    #expect(
      try cleaner.article(from: page(html)).body
        == "Pemerintah Kabupaten Sukamaju mencatat 45 koperasi desa pada pekan ini.")
  }

  @Test("reads references to windows-1252's marks as browsers do")
  func controlReferences() throws {
    let html =
      "<p>&#147;Semua desa&#148; harus punya koperasi yang hidup &#150; bukan papan nama, kata Darma.</p>"
    #expect(
      try cleaner.article(from: page(html)).body
        == "“Semua desa” harus punya koperasi yang hidup – bukan papan nama, kata Darma.")
  }

  @Test("says what is no article")
  func failures() {
    #expect(failureCode(page("")) == .empty)
    #expect(failureCode(page("  \n\t ")) == .empty)
    #expect(failureCode(page("<html><body></body></html>")) == .noArticle)
    #expect(
      failureCode(page(bytes: (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) })) == .notText)
    let links = (1...40).map { "<li><a href=/\($0)>Judul berita nomor \($0) tentang desa</a></li>" }.joined()
    #expect(failureCode(page("<h1>Indeks</h1><ul>\(links)</ul>")) == .indexPage)
    #expect(failureCode(page("Beranda\nNasional\nEkonomi\n", .text)) == .noArticle)
  }

  @Test("names the remedy in its messages")
  func messages() {
    do {
      _ = try cleaner.article(from: page(""))
      Issue.record("an empty page gave an article")
    } catch {
      #expect(error.stage == "clean")
      #expect(error.message == "the page is empty; fetch it again or remove it")
    }
  }
}
