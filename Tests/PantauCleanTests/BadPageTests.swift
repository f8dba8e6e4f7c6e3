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
    "says what a page without an article is",
    arguments: [
      ("404 - Halaman tidak ditemukan", "not there"), ("Hasil pencarian: koperasi", "search"),
      ("Masuk ke akun Anda", "sign in"), ("Kategori: Ekonomi", "list of links"),
    ])
  func pageKinds(title: String, part: String) {
    let html =
      "<title>\(title) - Kabar Sukamaju</title><h1>\(title)</h1><p>Maaf, yang Anda cari belum dapat kami tampilkan saat ini.</p>"
    let failure = #expect(throws: Failure.self) { try cleaner.article(from: page(html)) }
    #expect(failure?.code == .noArticle)
    #expect(failure?.message.contains(part) == true)
  }

  @Test("takes a page of teasers for an index, unless it says that it is an article")
  func teasers() throws {
    let items = (1...8).map {
      "<div><h3><a href=/b/\($0)>Berita tentang koperasi nomor \($0)</a></h3><p>Ringkasan berita nomor \($0) tentang koperasi desa di kecamatan ini sudah tersedia.</p></div>"
    }.joined()
    #expect(throws: Failure.self) {
      try cleaner.article(from: page("<h1>Koperasi Desa Sukamaju</h1>\(items)"))
    }
    let marked = "<meta property=og:type content=article><h1>Koperasi Desa Sukamaju</h1>\(items)"
    #expect(try !cleaner.article(from: page(marked)).body.isEmpty)
  }

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
