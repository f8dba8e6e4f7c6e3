import Foundation
import PantauClean
import PantauRecords
import Testing

@Suite("Bad pages")
struct BadPageTests {
  static let text = paragraphs.map { "<p>\($0)</p>" }.joined()

  @Test("recovers text below any depth of elements", arguments: [300, 12_000, 60_000])
  func deepNesting(depth: Int) throws {
    let html =
      String(repeating: "<div>", count: depth) + Self.text + String(repeating: "</div>", count: depth)
    #expect(try cleaner.article(from: page(html)).body == paragraphs.joined(separator: "\n"))
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
    #expect(try cleaner.article(from: page(html)).body == paragraphs.joined(separator: "\n"))
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

  @Test(
    "reads the bytes in the character set that they are in",
    arguments: [("iso-8859-1", nil), (nil, nil), ("utf-8", nil), (nil, "windows-1252")]
      as [(String?, String?)])
  func westernCharset(meta: String?, transport: String?) throws {
    let quote =
      "Bupati Darma Wirata mengatakan, “semua desa – tanpa kecuali – harus selesai pada bulan ini juga.”"
    var bytes = Array("<html><head>\(meta.map { "<meta charset=\($0)>" } ?? "")</head><body><p>".utf8)
    for scalar in quote.unicodeScalars {
      switch scalar {
      case "“": bytes.append(0x93)
      case "”": bytes.append(0x94)
      case "–": bytes.append(0x96)
      default: bytes.append(UInt8(scalar.value))
      }
    }
    bytes += Array("</p></body></html>".utf8)
    #expect(try cleaner.article(from: page(bytes: bytes, charset: transport)).body == quote)
  }

  @Test("believes the bytes when they are UTF-8 and declared otherwise")
  func contradictedCharset() throws {
    let html = "<html><head><meta charset=iso-8859-1></head><body>\(Self.text)</body></html>"
    #expect(
      try cleaner.article(from: page(html, charset: "latin1")).body == paragraphs.joined(separator: "\n"))
  }

  @Test("loses soft hyphens, zero-width characters and no-break spaces")
  func invisibleCharacters() throws {
    let html =
      "<p>Peme\u{AD}rintah Kabu\u{200B}paten&nbsp;Sukamaju&shy; mencatat 45 koperasi desa pada pekan ini.</p>"
    #expect(
      try cleaner.article(from: page(html)).body
        == "Pemerintah Kabupaten Sukamaju mencatat 45 koperasi desa pada pekan ini.")
  }

  @Test("says what is no article")
  func failures() {
    #expect(failureCode(page("")) == .empty)
    #expect(failureCode(page("  \n\t ")) == .empty)
    #expect(failureCode(page("<html><body></body></html>")) == .noArticle)
    #expect(
      failureCode(page(bytes: (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) })) == .notText)
    let links = (1...40).map { "<li><a href=/\($0)>Judul berita nomor \($0) tentang desa</a></li>" }.joined()
    #expect(failureCode(page("<h1>Indeks</h1><ul>\(links)</ul>")) == .noArticle)
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
