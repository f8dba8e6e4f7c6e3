import PantauClean
import PantauRecords
import Testing

@Suite("Copied text")
struct CopiedTextTests {
  static let headline = "Sukamaju Kejar 12 Koperasi Desa Sebelum Akhir Juni"
  static let body = paragraphs.joined(separator: "\n")

  @Test(
    "loses what stands before the headline",
    arguments: [
      "25 C", "31.2 C Sukamaju", "Loading...", "spot_img", "MENU", "Beranda  News  Ekonomi  Opini  Indeks",
      "Home / Ekonomi / Desa", "SUKAMAJU  SUKAJAYA  SUKARATU", "LOKAL PEMERINTAHAN",
      "Nasional | Daerah | Olahraga",
      "Advertisement", "Sukamaju", "Terpopuler: Harga Cabai Naik di Tiga Pasar",
    ])
  func before(residue: String) throws {
    let article = try cleaner.article(from: page("\(residue)\n\n\(Self.headline)\n\(Self.body)\n", .text))
    #expect(article.title == Self.headline)
    #expect(article.body == Self.body)
  }

  @Test(
    "takes the day from a line above the headline",
    arguments: [
      "21/8/2025 10:05", "Banten Hari Ini — Kamis, 21 Agustus 2025", "Ekonomi\n21-08-2025",
      "Ekonomi dan Bisnis   21 Agu 2025 16:53   Sumber: admin",
    ])
  func dayAbove(line: String) throws {
    let article = try cleaner.article(from: page("\(line)\n\n\(Self.headline)\n\(Self.body)\n", .text))
    #expect(article.title == Self.headline)
    #expect(article.published?.description == "2025-08-21")
  }

  @Test(
    "loses legends that close with who took the picture",
    arguments: [
      "Warga meninjau gerai di Kecamatan Sukaratu, Jumat (12/9/2025). Kabar/Ardi Lesmana",
      "Bupati Sukamaju meninjau gerai koperasi (Kabar Pagi/Ruhaili)",
      "KABAR FOTO/Angga Budi/rwa.",
      "Kabar.com/Sansul Ardi\nRAPAT - Suasana rapat koperasi di balai kota, Rabu.",
    ])
  func legends(legend: String) throws {
    let article = try cleaner.article(from: page("\(Self.headline)\n\(legend)\n\(Self.body)\n", .text))
    #expect(article.body == Self.body)
  }

  @Test("joins lines that were broken amid sentences")
  func broken() throws {
    let broken = paragraphs.map { paragraph in
      var width = 0
      return paragraph.split(separator: " ").reduce(into: "") { text, word in
        width += word.count + 1
        let isEnd = width > 40 && text.last?.isLetter == true && word.first?.isLowercase == true
        text += (text.isEmpty ? "" : isEnd ? "\n" : " ") + word
        if isEnd { width = word.count }
      }
    }.joined(separator: "\n\n")
    #expect(broken.split(separator: "\n").count > paragraphs.count * 2)
    for text in [
      broken, broken.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
    ] {
      let article = try cleaner.article(from: page("\(Self.headline)\n\n\(text)\n", .text))
      #expect(article.title == Self.headline)
      #expect(article.body == Self.body)
    }
  }

  @Test("keeps a list of persons and their offices")
  func persons() throws {
    let list =
      "- Kepala Dinas Pertanahan dan Tata Ruang, Adi Bayu\n- Kepala Dinas Koperasi dan Usaha Kecil, Agus Mulya"
    let article = try cleaner.article(
      from: page("\(Self.headline)\n\(Self.body)\n\(list)\n\(Self.body)\n", .text))
    #expect(article.body.contains(list))
  }

  @Test("takes no day from the numbers of an archive")
  func archive() throws {
    let text = "\(Self.headline)\n\(Self.body)\nArsip: Mei 2025 (12)  Juni 2025 (9)\n"
    #expect(try cleaner.article(from: page(text, .text)).published == nil)
  }

  @Test(
    "loses what stands after the text",
    arguments: [
      "Baca juga: Warga Sukamaju Panen Raya",
      "Tinggalkan Balasan\nAlamat email Anda tidak akan dipublikasikan.",
      "LEAVE A REPLY\nPlease enter your comment!\nPlease enter your name here", "Editor : Wd",
      "Tags : Sukamaju, Kopdes",
      "-\nSukamaju3 hari agoWarga Panen Raya di Sawah Baru\n-\nHeadline1 hari agoHarga Cabai Naik di Tiga Pasar",
      "0FansLike\n0FollowersFollow", "Post Views: 1.204", "108 Dilihat", "Halaman 1 2 Selanjutnya",
      "Bagikan: WA FB X",
      "Lebih baru Lebih lama", "COPYRIGHT © 2025", "Komentar (0)", "Sumber:",
      "Berita Terkait\nHarga Cabai Naik di Tiga Pasar",
    ])
  func after(residue: String) throws {
    let article = try cleaner.article(from: page("\(Self.headline)\n\(Self.body)\n\(residue)\n", .text))
    #expect(article.body == Self.body)
  }

  @Test(
    "keeps short lines that belong to the text",
    arguments: [
      "Sukajaya: 69 koperasi atau 46,31 persen dari total kampung", "1. Tanah kas desa boleh dipakai",
      "1. Kecamatan Sukajaya 104 kelurahan (100%)", "“Tinggal dua pekan,” kata Darma.",
    ])
  func keeps(line: String) throws {
    let text = "\(Self.headline)\n\(paragraphs[0])\n\(line)\n\(paragraphs[1])\n"
    #expect(
      try cleaner.article(from: page(text, .text)).body == "\(paragraphs[0])\n\(line)\n\(paragraphs[1])")
  }

  @Test("keeps the rows of a table that was copied with its tabs")
  func tabs() throws {
    let table = "Kecamatan\tTarget\tTerbentuk\nSukajaya\t12\t9\nSukaratu\t\t7"
    let text = "\(Self.headline)\n\(paragraphs[0])\n\(table)\n\(paragraphs[1])\n"
    #expect(
      try cleaner.article(from: page(text, .text)).body
        == "\(paragraphs[0])\nKecamatan | Target | Terbentuk\nSukajaya | 12 | 9\nSukaratu | | 7\n\(paragraphs[1])"
    )
  }

  @Test(
    "keeps the head and all rows of a table in Markdown, whatever menu a name is known from, and not the rule between them"
  )
  func markdownTable() throws {
    let head = "| Kota | Desa | Persentase |"
    let rows = "| Kota Metro | 22 | 100% |\n| Pesawaran | 140 | 95% |"
    let table = "\(head)\n|:-----|-----:|---|\n\(rows)"
    let text = "\(Self.headline)\n\(paragraphs[0])\n\(table)\n\(paragraphs[1])\n"
    #expect(
      try cleaner.article(from: page(text, .text)).body
        == "\(paragraphs[0])\n\(head)\n\(rows)\n\(paragraphs[1])")
  }

  @Test("takes Markdown's signs off headings and quotations")
  func markdown() throws {
    let text = "# \(Self.headline)\n\n\(paragraphs[0])\n\n## Sebaran per kecamatan\n\n> \(paragraphs[1])\n"
    let article = try cleaner.article(from: page(text, .text))
    #expect(article.title == Self.headline)
    #expect(article.body == "\(paragraphs[0])\nSebaran per kecamatan\n\(paragraphs[1])")
  }

  @Test("knows a name that stands alone, and a page that is missing")
  func nameAndKind() throws {
    let text = "Beranda » Daerah » Sukamaju\n\(Self.headline)\nOleh Sari Lestari\n\(Self.body)\n"
    let article = try cleaner.article(from: page(text, .text))
    #expect(article.title == Self.headline)
    #expect(article.byline == ["Sari Lestari"])
    #expect(article.body == Self.body)
    let missing =
      "Halaman tidak ditemukan\nMaaf, halaman yang Anda cari tidak tersedia atau sudah dipindahkan.\n"
    #expect(failureCode(page(missing, .text)) == .missingPage)
  }

  @Test("says a repeated headline once")
  func repeatedHeadline() throws {
    let article = try cleaner.article(
      from: page("\(Self.headline)\n\n\(Self.headline)\n\n\(Self.body)", .text))
    #expect(article.title == Self.headline)
    #expect(article.body == Self.body)
  }

  @Test(
    "reads the date that stands by the headline, not the day of copying",
    arguments: [
      ("Senin, 26 Mei 2025 | 15:47 WIB", "2025-05-26"), ("Rabu, 07 Januari 2026 07:17 WIB", "2026-01-07"),
      ("21 Jul 2025, 13:40", "2025-07-21"), ("25 C\nSukamaju\nFriday, December 5, 2025", nil),
    ] as [(String, String?)])
  func date(line: String, expected: String?) throws {
    let article = try cleaner.article(from: page("\(line)\n\(Self.headline)\n\(Self.body)", .text))
    #expect(article.published?.description == expected)
    #expect(article.title == Self.headline)
  }

  @Test("reads windows-1252 where the bytes are not UTF-8")
  func westernBytes() throws {
    let bytes =
      Array("\(Self.headline)\n".utf8) + [0x93] + Array("Semua desa harus selesai bulan ini".utf8) + [0x94]
      + Array(" kata Darma kepada para camat di kantornya pada hari itu.\n".utf8)
    #expect(
      try cleaner.article(from: page(bytes: bytes, .text)).body.hasPrefix(
        "“Semua desa harus selesai bulan ini”"))
  }

  @Test("keeps a last paragraph that ends in its writer's initials")
  func keepsInitials() throws {
    let last = "“Kami minta pengurus tetap optimistis menunggu lahan,” imbuhnya. (ans)"
    let text = "Sukamaju Kejar 12 Koperasi Desa\n\n\(paragraphs[0])\n\n\(last)\n\nAdvertisement\n"
    #expect(try cleaner.article(from: page(text, .text)).body == "\(paragraphs[0])\n\(last)")
  }
}
