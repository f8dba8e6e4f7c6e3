import PantauClean
import PantauRecords
import Testing

@Suite("Character sets")
struct CharacterSetTests {
  static let quote =
    "Bupati Darma Wirata mengatakan, “semua desa – tanpa kecuali – harus selesai pada bulan ini juga.”"

  /// `quote` in windows-1252.
  static let western: [UInt8] = quote.unicodeScalars.map { scalar in
    switch scalar {
    case "“": 0x93
    case "”": 0x94
    case "–": 0x96
    default: UInt8(scalar.value)
    }
  }

  static func html(head: String, _ text: [UInt8]) -> [UInt8] {
    Array("<html><head>\(head)</head><body><p>".utf8) + text + Array("</p></body></html>".utf8)
  }

  @Test(
    "reads windows-1252 under every name it goes by, and where none is given",
    arguments: [
      ("<meta charset=iso-8859-1>", nil), ("", nil), ("<meta charset=utf-8>", nil), ("", "windows-1252"),
      ("<meta http-equiv=content-type content='text/html; charset=\"l1\"'>", nil),
      ("<!-- <meta charset=shift_jis> --><meta charset=ISO_8859-1:1987>", nil),
      ("<meta name=x content='charset=gbk'>", nil), ("<meta charset=tidak-dikenal>", nil),
      ("<a title='<meta charset=gbk>'></a><meta charset=latin1>", nil),
      ("<meta charset=gbk>", " Latin1 "), ("<meta charset=x-user-defined>", nil),
    ] as [(String, String?)])
  func western(head: String, transport: String?) throws {
    let cleaned = try cleaner.cleaned(page(bytes: Self.html(head: head, Self.western), charset: transport))
    #expect(cleaned.article.body == Self.quote)
    #expect(cleaned.facts.charset == "windows-1252")
  }

  @Test(
    "reads other character sets by their labels",
    arguments: [
      ("shift_jis", "shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("sjis", "shift_jis", [0x93, 0xFA], "日"),
      ("gb2312", "gbk", [0xD6, 0xD0, 0xB9, 0xFA], "中国"), ("big5", "big5", [0xA4, 0xA4], "中"),
      ("koi8-r", "koi8-r", [0xEB, 0xEF], "КО"), ("cp1251", "windows-1251", [0xCC, 0xC8], "МИ"),
      ("iso-8859-9", "windows-1254", [0xFE, 0xF0], "şğ"), ("latin2", "iso-8859-2", [0xB1, 0xB6], "ąś"),
      ("ks_c_5601-1987", "euc-kr", [0xC7, 0xD1], "한"),
    ] as [(String, String, [UInt8], String)])
  func labels(label: String, name: String, bytes: [UInt8], text: String) throws {
    let sentence = "Rapat warga desa pekan ini membahas kata itu di balai desa: "
    let cleaned = try cleaner.cleaned(
      page(bytes: Self.html(head: "<meta charset=\(label)>", Array(sentence.utf8) + bytes + [46])))
    #expect(cleaned.article.body == sentence + text + ".")
    #expect(cleaned.facts.charset == name)
  }

  @Test("believes the bytes when they are UTF-8 and declared otherwise")
  func contradicted() throws {
    let bytes = Self.html(head: "<meta charset=iso-8859-1>", Array(Self.quote.utf8))
    let cleaned = try cleaner.cleaned(page(bytes: bytes, charset: "latin1"))
    #expect(cleaned.article.body == Self.quote)
    #expect(cleaned.facts.charset == "utf-8")
  }

  @Test("reads UTF-16 by its mark, and by the transport's word", arguments: [true, false], [true, false])
  func wide(isBig: Bool, hasMark: Bool) throws {
    let html = String(
      decoding: Self.html(head: "<meta charset=utf-16>", Array(Self.quote.utf8)), as: UTF8.self)
    let units = (hasMark ? [0xFEFF] : []) + Array(html.utf16)
    let bytes = units.flatMap { unit in
      isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
    let name = isBig ? "utf-16be" : "utf-16le"
    let cleaned = try cleaner.cleaned(page(bytes: bytes, charset: hasMark ? nil : name))
    #expect(cleaned.article.body == Self.quote)
    #expect(cleaned.facts.charset == name)
  }

  @Test("a single faulty byte does not change how the rest is read")
  func oneFault() throws {
    let bytes = Self.html(head: "", Array("Rapat\u{A0}warga, kata ".utf8) + [0x93] + Array(Self.quote.utf8))
    #expect(
      try cleaner.article(from: page(bytes: bytes)).body == "Rapat warga, kata “" + Self.quote)
  }
}
