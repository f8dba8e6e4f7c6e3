import PantauClean
import PantauRecords
import Testing

@Suite("Pages that hold no article")
struct PageKindTests {
  static let apology = "<p>Maaf, yang Anda cari belum dapat kami tampilkan saat ini.</p>"

  @Test(
    "are known by how title and headline begin",
    arguments: [
      ("404 - Halaman tidak ditemukan", .missingPage, "not there"),
      ("Hasil pencarian: koperasi", .searchPage, "search"), ("Masuk ke akun Anda", .loginPage, "sign in"),
      ("Kategori: Ekonomi", .indexPage, "list of links"), ("Tag: koperasi", .indexPage, "list of links"),
    ] as [(String, Failure.Code, String)])
  func titles(title: String, code: Failure.Code, part: String) {
    let html = "<title>\(title) - Kabar Sukamaju</title><h1>\(title)</h1>\(Self.apology)"
    let failure = #expect(throws: Failure.self) { try cleaner.article(from: page(html)) }
    #expect(failure?.code == code)
    #expect(failure?.message.contains(part) == true)
  }

  @Test(
    "are known by what their first lines say",
    arguments: [
      (
        "Kabar Sukamaju", "Halaman yang Anda tuju tidak ditemukan. Coba gunakan pencarian di bawah ini.",
        .missingPage
      ),
      (
        "Pencarian", "Tidak ada hasil untuk kata kunci “koperasi desa”. Coba kata kunci yang lain.",
        .searchPage
      ),
      (
        "Kami menghargai privasi Anda",
        "Kami dan mitra kami menyimpan informasi pada perangkat Anda, dan membacanya.", .noArticle
      ),
      (
        "Just a moment...", "Your browser will be sent to the page that was asked for in up to 5 seconds.",
        .noArticle
      ),
    ] as [(String, String, Failure.Code)])
  func saidInText(title: String, text: String, code: Failure.Code) {
    #expect(failureCode(page("<title>\(title)</title><h1>\(title)</h1><p>\(text)</p>")) == code)
  }

  @Test("a number that is also a status begins headlines too")
  func numberedHeadline() throws {
    let headline = "404 Desa di Sukamaju Belum Punya Koperasi"
    let text = paragraphs.map { "<p>\($0)</p>" }.joined()
    #expect(
      try cleaner.article(from: page("<title>\(headline)</title><h1>\(headline)</h1>\(text)")).title
        == headline)
  }

  @Test("a page of teasers is an index, unless it says that it is an article")
  func teasers() throws {
    let items = (1...8).map {
      "<div><h3><a href=/b/\($0)>Berita tentang koperasi nomor \($0)</a></h3><p>Ringkasan berita nomor \($0) tentang koperasi desa di kecamatan ini sudah tersedia.</p></div>"
    }.joined()
    #expect(failureCode(page("<h1>Koperasi Desa Sukamaju</h1>\(items)")) == .indexPage)
    let marked = "<meta property=og:type content=article><h1>Koperasi Desa Sukamaju</h1>\(items)"
    #expect(try !cleaner.article(from: page(marked)).body.isEmpty)
  }

  @Test("a row of pictures without text is a gallery; with legends of some length it is an article")
  func gallery() throws {
    let pictures = (1...9).map { "<div><img src=/\($0).jpg><br>Foto \($0)</div>" }.joined()
    let html = "<title>Panen Raya di Sukamaju</title><h1>Panen Raya di Sukamaju</h1>\(pictures)"
    #expect(failureCode(page(html)) == .galleryPage)
    #expect(try !cleaner.article(from: page(html + "<p>\(paragraphs[0])</p>")).body.isEmpty)
  }

  @Test("a text that stops at a gate is kept for those who pay")
  func gate() throws {
    let lead = "<p>Pemerintah Kabupaten Sukamaju mencatat puluhan koperasi desa sudah berdiri.</p>"
    let html = "<h1>Sukamaju Kejar 12 Koperasi Desa</h1><article>\(lead)</article>"
    let gate = "<div>Untuk melanjutkan membaca, silakan masuk atau berlangganan.</div>"
    #expect(failureCode(page(html + gate)) == .loginPage)
    #expect(try !cleaner.article(from: page(html)).body.isEmpty)
    let text = (1...6).map { "<p>Pada hari ke-\($0), \(paragraphs[$0 % 3])</p>" }.joined()
    #expect(
      try !cleaner.article(from: page("<h1>Sukamaju Kejar 12 Koperasi</h1>\(text)\(gate)")).body.isEmpty)
  }

  @Test("what begins like such a page and goes on as an article is one")
  func articlesWithSuchTitles() throws {
    let text = (1...12).map { "<p>Pada hari ke-\($0), \(paragraphs[$0 % 3])</p>" }.joined()
    let html = "<title>Login Massal Warga Sukamaju</title><h1>Login Massal Warga Sukamaju</h1>\(text)"
    #expect(try !cleaner.article(from: page(html)).body.isEmpty)
  }
}
