import PantauRules
import Testing

@testable import PantauClean

@Suite("One pass over a line")
struct LineScanTests {
  /// What the scan must find, by the ways of several passes.
  private struct Found: Equatable {
    var folded: [UInt8]
    var words: [UInt64]
    var hash: UInt64
    var counts: [Int32]
    var ends: [Bool]
    var languageWords: Int

    init(_ folded: FoldedLine, _ shape: LineShape, _ languageWords: Int) {
      self.folded = folded.bytes
      words = folded.words.map(\.hash)
      hash = folded.wholeHash
      counts = [
        shape.words, shape.capitals, shape.smalls, shape.allCapitals, shape.digits, shape.letters,
        shape.sentences, shape.commas,
      ]
      ends = [shape.endsSentence, shape.endsInColon]
      self.languageWords = languageWords
    }
  }

  @Test(
    "finds what folding and counting find",
    arguments: [
      "a", "7", ".", "Sukamaju", "SUKAMAJU KEJAR 12 KOPERASI", "Rapat (12/5/2025), pukul 10.30 WIB.",
      "“Kita mulai besok,” kata Sari.", "BLANGPIDIE — Warga datang…", "Beranda › Ekonomi › Desa",
      "Harga: Rp50.000 — Rp75.000!", "*** Bintang", "- butir pertama", "• butir kedua", "→ lanjut", "akhir *",
      "[Video] Sukaratu]", "Penulis : Sari Dewi", "nama_berkas dan yang_lain", "Café Müller, São Paulo: 3 °C",
      "日本語の文章です。", "satu\u{301} dua\u{308}", "5G di Desa2 kita", "Email: sari@contoh.id?",
      "Koperasi Desa Merah Putih terbentuk di seluruh kelurahan pada akhir bulan, kata \"ketua\". ",
      "tiga belas huruf persis delapan12345678 angka",
    ])
  func agrees(line: String) throws {
    let rules = try CleanRules(.builtIn)
    // At every offset to the steps of eight bytes, with and without white space to fold.
    for padding in 0..<9 {
      let filling = String(repeating: "x", count: padding)
      for text in [
        line + filling, filling + line, filling + " " + line, " " + filling + "  " + line,
        filling + "\t" + line,
      ] {
        var plain: [UInt8] = []
        _ = Array(text.utf8).withUnsafeBufferPointer { appendFolded($0, to: &plain) }
        var languageWords = 0
        rules.forEachWord(plain) { _, _ in languageWords += 1 }
        let expected = plain.withUnsafeBufferPointer {
          Found(FoldedLine(plain), LineShape($0), languageWords)
        }
        var scan = LineScan()
        let isRead = Array(text.utf8).withUnsafeBufferPointer { scan.read($0, isFolded: false, rules) }
        if isRead {
          #expect(Array(text.utf8) == plain)
          #expect(Found(scan.folded, scan.shape, scan.words) == expected)
        }
        let isReadFolded = plain.withUnsafeBufferPointer { scan.read($0, isFolded: true, rules) }
        #expect(isReadFolded)
        #expect(Found(scan.folded, scan.shape, scan.words) == expected)
      }
    }
  }

  @Test(
    "leaves to folding what must be folded",
    arguments: [
      "dua  spasi", " awal", "akhir ", "tab\tdi sini", "keras\u{A0}spasi", "lunak\u{AD}hubung",
      "nol\u{200B}lebar",
      "tipis\u{2009}spasi", "urut\u{FEFF}", "rusak\u{85}",
    ])
  func leaves(line: String) throws {
    let rules = try CleanRules(.builtIn)
    var scan = LineScan()
    #expect(Array(line.utf8).withUnsafeBufferPointer { scan.read($0, isFolded: false, rules) } == false)
    #expect(scan.frequent.isEmpty)
  }
}
