import PantauRules
import PantauText
import Testing

/// A pattern, a text and what it must find in it.
struct PatternCase: Sendable, CustomTestStringConvertible {
  var pattern: String
  var text: String
  var hits: [String]

  init(_ pattern: String, _ text: String, _ hits: [String]) {
    self.pattern = pattern
    self.text = text
    self.hits = hits
  }

  var testDescription: String { "\(pattern) on \(text)" }
}

@Suite struct PatternTests {
  @Test(arguments: [
    // Words and marks
    PatternCase("paling lambat", "Paling lambat Juni, paling telat Juli.", ["Paling lambat"]),
    PatternCase("jum'at", "Rapat Jum’at sore", ["Jum’at"]),
    PatternCase("selambat-lambatnya", "selambat-lambatnya Juni", ["selambat-lambatnya"]),
    PatternCase("nusaé", "Desa NUSAÉ maju", ["NUSAÉ"]),
    PatternCase("desa \",\" kelurahan", "desa, kelurahan desa kelurahan", ["desa, kelurahan"]),
    PatternCase("\"desa/kelurahan\"", "80.000 desa/kelurahan", ["desa/kelurahan"]),
    PatternCase("\"-\"", "5–7", ["–"]),
    // Choice and groups
    PatternCase("desa | kelurahan", "desa dan kelurahan", ["desa", "kelurahan"]),
    PatternCase("(paling | selambat) lambat", "selambat lambat", ["selambat lambat"]),
    PatternCase("desa (maju | )jaya", "desa jaya desa maju jaya", ["desa jaya", "desa maju jaya"]),
    PatternCase("mei | mei 2025", "mei 2025", ["mei"]),
    // Quantifiers
    PatternCase("sangat? besar", "besar sangat besar", ["besar", "sangat besar"]),
    PatternCase("sangat* besar", "sangat sangat sangat besar", ["sangat sangat sangat besar"]),
    PatternCase("sangat+ besar", "besar, sangat sangat besar", ["sangat sangat besar"]),
    PatternCase("a{2}", "a a a", ["a a"]),
    PatternCase("a{2,3}", "a a a a a", ["a a a", "a a"]),
    PatternCase("a{2,}", "a a a a a", ["a a a a a"]),
    PatternCase("a{0,2} b", "a a a b", ["a a b"]),
    PatternCase("a{0} b", "a b", ["b"]),
    PatternCase("a #word* b", "a b b", ["a b b"]),
    PatternCase("a #word*? b", "a b b", ["a b"]),
    PatternCase("a #word+? b", "a b b", ["a b b"]),
    PatternCase("a #word?? b", "a b b", ["a b"]),
    PatternCase("a #word{1,4}? b", "a c b c b", ["a c b"]),
    PatternCase("a #word{1,4} b", "a c b c b", ["a c b c b"]),
    PatternCase("(a b)+", "a b a b a", ["a b a b"]),
    PatternCase("(a?)* b", "a a b", ["a a b"]),
    PatternCase("((a | a a)+)+ b", "a a a b", ["a a a b"]),
    // Token classes
    PatternCase("#any", "a", ["a"]),
    PatternCase("#number", "80.000 desa", ["80.000"]),
    PatternCase("#capital+", "Kepala Dinas Tirta hadir", ["Kepala Dinas Tirta"]),
    PatternCase("#capitals", "Dinas PMD Kab", ["PMD"]),
    PatternCase("#small+", "Dinas itu ada", ["itu ada"]),
    PatternCase("#word #mark", "12, siap!", ["siap!"]),
    PatternCase("\"/\" #joined", "1 / 2 3/4", ["/4"]),
    PatternCase("#linestart #number", "desa 5\n6 desa", ["desa 5"]),
    PatternCase("#linestart", "desa lima\nenam", ["desa", "enam"]),
    // Word lists
    PatternCase("<months>", "Mei dan Jun", ["Mei", "Jun"]),
    PatternCase("<places>", "Muara Elok Hilir", ["Muara Elok Hilir"]),
    PatternCase("<places level=city>", "Muara Elok Hilir", ["Muara Elok"]),
    PatternCase("<places level=city|village>", "Muara Elok Hilir", ["Muara Elok"]),
    PatternCase("<places level!=district>", "Muara Elok Hilir", ["Muara Elok"]),
    PatternCase("< months number=5 >", "Mei Juni", ["Mei"]),
    PatternCase("<places> hilir", "Muara Elok Hilir", ["Muara Elok Hilir"]),
    PatternCase("#number <months> #number?", "26 Mei 2025 dan 5 Juni", ["26 Mei 2025", "5 Juni"]),
    // Look-around
    PatternCase("desa (?= maju)", "desa maju desa", ["desa"]),
    PatternCase("desa (?! maju)", "desa maju, desa kita", ["desa"]),
    PatternCase("(?<= kota) elok", "Elok kota Elok", ["Elok"]),
    PatternCase("(?<= <months>) elok", "Mei elok, Juni lalu elok", ["elok"]),
    PatternCase("(?<= <months> #word?) elok", "Mei elok, Juni lalu elok. Elok", ["elok", "elok"]),
    PatternCase(
      "(?<= pada | di #word) elok | (?<= <months>) kali", "pada elok di sana elok; Mei kali",
      ["elok", "elok", "kali"]),
    PatternCase("(?<! kota) batu", "Kota Batu dan batu kali", ["batu"]),
    PatternCase("(?<= pada #number?) <months>", "pada 5 Mei, akhir Juni", ["Mei"]),
    PatternCase("desa (?! maju | #number) #word", "desa maju desa 5 desa kita", ["desa kita"]),
    PatternCase("(?= #capital) desa", "desa Desa", ["Desa"]),
    // Affixes
    PatternCase(
      "~bentuk", "bentuk dibentuk membentukkan pembentukan berbentuk terbentuk",
      [
        "bentuk", "dibentuk", "membentukkan", "pembentukan", "berbentuk",
      ]),
  ])
  func aPatternFindsWhatItSays(example: PatternCase) throws {
    #expect(try Fixture.hits(example.pattern, on: example.text) == example.hits)
  }

  @Test func macrosStandForTheirPattern() throws {
    let macros = "{n: '#number', unit: '(desa | kelurahan)', count: '@n @unit'}"
    #expect(try Fixture.hits("@count", on: "64 kelurahan, 5 titik", macros: macros) == ["64 kelurahan"])
    #expect(try Fixture.hits("(@n ribu)+ @unit", on: "64 ribu desa", macros: macros) == ["64 ribu desa"])
  }

  @Test(
    arguments: [
      (
        "tanggal (day:#number) (month:<months>) (year:#number)?", "tanggal 26 Mei 2025",
        ["day": "26", "month": "Mei", "year": "2025"]
      ),
      (
        "tanggal (day:#number) (month:<months>) (year:#number)?", "tanggal 26 Mei",
        ["day": "26", "month": "Mei"]
      ),
      ("((day:#number) hari | (month:#number) bulan)", "3 bulan", ["month": "3"]),
      ("(value:#number) desa | desa (value:#number)", "desa 5", ["value": "5"]),
      (
        "(outer: desa (inner:#capital+))", "desa Muara Elok",
        ["outer": "desa Muara Elok", "inner": "Muara Elok"]
      ),
      ("((item:#number) \",\"?)+", "1, 2, 3", ["item": "3"]),
      ("(a: #number*?) (b: #number*)", "1 2 3", ["a": "", "b": "1 2 3"]),
      ("(?= (x: #any)) desa", "desa", [:]),
    ] as [(String, String, [String: String])])
  func capturesHoldTheTokensOfThePreferredMatch(pattern: String, text: String, expected: [String: String])
    throws
  {
    let rules = try Fixture.load(Fixture.rule(pattern))
    let annotated = Fixture.run(rules, on: text)
    let match = try #require(annotated.matches.matches.first { $0.rule >= 0 })
    var found: [String: String] = [:]
    for name in rules.rules[0].captureNames {
      if let range = annotated.capture(name, of: match) { found[name] = annotated.text.string(range) }
    }
    #expect(found == expected)
    #expect(annotated.capture("unheard", of: match) == nil)
  }

  @Test(arguments: [
    ("bentuk", "membentukkan", "pembentukan"), ("target", "menargetkan", "penargetan"),
    ("operasi", "mengoperasikan", "pengoperasian"), ("sosial", "menyosialkan", "penyosialan"),
    ("kerja", "mengerjakan", "pengerjaan"), ("program", "memprogramkan", "pemprograman"),
    ("luncur", "meluncurkan", "peluncuran"), ("dorong", "mendorongkan", "pendorongan"),
    ("resmi", "meresmikan", "peresmian"), ("fungsi", "memfungsikan", "pemfungsian"),
    ("gerak", "menggerakkan", "penggerakan"), ("syarat", "mensyaratkan", "pensyaratan"),
    ("stabil", "menstabilkan", "penstabilan"), ("kelola", "mengelolakan", "pengelolaan"),
    ("jalan", "menjalankan", "penjalanan"),
    ("nyata", "menyatakan", "penyataan"),
  ])
  func theNasalFollowsTheRootsFirstLetter(root: String, verb: String, noun: String) {
    #expect(Affixes(templates: ["meN*kan", "peN*an"]).forms(of: root) == [verb, noun])
  }

  @Test func formsAreGivenOnce() {
    #expect(Affixes(templates: ["*", "di*", "*"]).forms(of: "bentuk") == ["bentuk", "dibentuk"])
  }
}
