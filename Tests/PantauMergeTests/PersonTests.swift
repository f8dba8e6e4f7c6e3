import PantauMerge
import PantauRecords
import Testing

@Suite("Persons")
struct PersonTests {
  static let same: [(String, String)] = [
    ("Sudarrochman", "Sudarochman"), ("M. Fadhly", "Muhammad Fadhly"), ("M. Fadhly", "M. Fadly"),
    ("Muh. Fadhly", "Muhammad Fadhly"), ("Moh. Fadhly", "Muhammad Fadhly"),
    ("Suratmi", "Suratmi Kusumaningtyas"), ("Soetarman Widodo", "Sutarman Widodo"),
    ("Rachmat Hidayat", "Rahmat Hidayat"), ("Nur Rochman", "Nurrochman"), ("Ma'ruf Setya", "Maruf Setya"),
    ("Budi Antono, S.Sos", "Budi Antono"), ("Bambang Sutrisno", "Bambang Sutrino"),
  ]

  @Test("in one office of one body, these are one person", arguments: same)
  func isSame(_ left: String, _ right: String) {
    let one = Holder(name: left, position: "Wali Kota", of: "Kota Melati")
    let other = Holder(name: right, position: "Wali Kota", of: "Kota Melati")
    let verdict = PersonMatcher().verdict(one, other)
    #expect(verdict.isSame, "\(verdict.reason)")
    #expect(verdict.score > 0.7 && verdict.score <= 1)
    #expect(PersonMatcher().verdict(other, one) == verdict)
  }

  static let different: [(String, String)] = [
    ("Ahmad Fauzan", "Ahmad Fadlan"), ("Sukarno", "Hartono"), ("Budianto", "Budianti"),
    ("M. R.", "Maya Rini"),
    ("Andi", "Candi"), ("Rini Astuti", "Dini Astuti"), ("Muhammad Fadhly", "Mahmud Fadhly Rangkuti Siregar"),
    ("Joko Santoso", "Santoso Joko"), ("", "Joko"),
  ]

  @Test("in one office of one body, these are two", arguments: different)
  func isDifferent(_ left: String, _ right: String) {
    let verdict = PersonMatcher().verdict(
      Holder(name: left, position: "Wali Kota", of: "Kota Melati"),
      Holder(name: right, position: "Wali Kota", of: "Kota Melati"))
    #expect(!verdict.isSame)
    #expect(verdict.score == 0)
  }

  @Test(
    "words name a person in any spelling, with or without degrees",
    arguments: [
      ("soekarno", "Ir. Sukarno Wijaya", true), ("Sukarno Wijaya", "Sukarno Wijaya, S.Sos", true),
      ("H. Rachmat Hidayat, M.Si", "Rahmat Hidayat", true), ("Wijaya Sukarno", "Sukarno Wijaya", false),
      ("Rahmat Hidayat Putra", "Rahmat Hidayat", false), ("H.", "H. Rahmat", false), ("", "Rahmat", false),
    ])
  func isPart(_ words: String, _ name: String, _ expected: Bool) {
    #expect(PersonMatcher.isPart(words, of: name) == expected)
  }

  @Test("across offices only the full name counts")
  func offices() {
    let matcher = PersonMatcher()
    func verdict(_ left: Holder, _ right: Holder) -> Bool { matcher.verdict(left, right).isSame }
    let mayor = Holder(name: "Surya Kencana", position: "Wali Kota", of: "Kota Melati")
    #expect(verdict(mayor, Holder(name: "Surya Kencana", position: "Wakil Wali Kota", of: "Kota Melati")))
    #expect(!verdict(mayor, Holder(name: "Suria Kencana", position: "Wakil Wali Kota", of: "Kota Melati")))
    #expect(!verdict(mayor, Holder(name: "Surya", position: "Wakil Wali Kota", of: "Kota Melati")))
    #expect(!verdict(mayor, Holder(name: "Surya Kencana", position: "Camat", of: "Kecamatan Kenanga")))
    let long = Holder(name: "Surya Kencana Wirabuana", position: "Bupati", of: "Kabupaten Dahlia")
    #expect(
      verdict(long, Holder(name: "Surya Kencana Wirabuana", position: "Gubernur", of: "Provinsi Mawar")))
  }

  @Test("a longer wording of the office is the same office, another office's is not")
  func wordings() {
    let matcher = PersonMatcher()
    func holder(_ position: String, _ name: String = "Dewi Larasati") -> Holder {
      Holder(name: name, position: position, of: "Kota Melati")
    }
    let full = holder("Kepala Dinas Koperasi, Usaha Mikro dan Perdagangan")
    #expect(matcher.verdict(full, holder("Kepala Dinas Koperasi", "Dewi")).isSame)
    #expect(!matcher.verdict(full, holder("Kepala Dinas Kesehatan", "Dewi")).isSame)
  }

  @Test("joins spellings under the fullest form, with aliases, articles and reasons")
  func entity() throws {
    let entities = Merger().officials(from: [
      official("Sudarochman", "Wali Kota", of: "Kota Melati", article: "a2", aliases: ["Cak Dar"]),
      official("Sudarrochman", "Wali Kota", of: "Kota Melati", article: "a1"),
      official("Sudarrochman", "Wali Kota", of: "Kota Melati", article: "a1"),
      official("Sri Wahyuni", "Wakil Wali Kota", of: "Kota Melati", article: "a1"),
    ])
    #expect(entities.map(\.name) == ["Sri Wahyuni", "Sudarrochman"])
    let mayor = try #require(entities.last)
    #expect(mayor.aliases == ["Cak Dar", "Sudarochman"])
    #expect(mayor.articles == ["a1", "a2"])
    #expect(mayor.joins.map(\.name) == ["Sudarochman"])
    #expect(mayor.joins.first?.reason == "same office and body; spelling")
  }

  @Test("the newest article tells the office, the older ones stay")
  func promotion() throws {
    let entity = try #require(
      Merger().officials(from: [
        official("Surya Kencana", "Bupati", of: "Kabupaten Dahlia", article: "b", published: "2025-06-01"),
        official(
          "Surya Kencana", "Sekretaris Daerah", of: "Kabupaten Dahlia", article: "a", published: "2025-04-01"),
        official(
          "Surya Kencana", "Bupati", of: "Kabupaten Dahlia", article: "c", published: "2025-05-01",
          acting: true),
      ]).first)
    #expect(
      entity.office == OfficialEntity.Office(position: "Bupati", of: "Kabupaten Dahlia", acting: false))
    #expect(entity.otherOffices.map(\.position) == ["Bupati", "Sekretaris Daerah"])
    #expect(entity.articles == ["a", "b", "c"])
  }

  @Test("initials that fit two persons join neither")
  func ambiguous() {
    let entities = Merger().officials(from: [
      official("M. Fadhly", "Anggota DPRD", of: "Kota Melati"),
      official("Muhammad Fadhly", "Anggota DPRD", of: "Kota Melati"),
      official("Mahmud Fadhly", "Anggota DPRD", of: "Kota Melati"),
    ])
    #expect(entities.map(\.name) == ["M. Fadhly", "Mahmud Fadhly", "Muhammad Fadhly"])
  }

  @Test("two persons of one short name stay two")
  func namesakes() {
    let entities = Merger().officials(from: [
      official("Agus Salim", "Camat", of: "Kecamatan Kenanga"),
      official("Agus Salim", "Lurah", of: "Kelurahan Cempaka"),
    ])
    #expect(entities.count == 2)
  }

  @Test("any order of the input gives the same persons", arguments: 0..<20)
  func shuffled(_ seed: UInt64) {
    var generator = Seeded(seed)
    let first = ["Muhammad", "M.", "Moh.", "Mahmud", "Sri", "Soeharti", "Suharti", "Nur"]
    let second = ["Fadhly", "Fadly", "Rochman", "Rahman", "Kusuma", "Wijaya", ""]
    let third = ["Siregar", "", "", "Putra"]
    var officials: [OfficialInContext] = []
    for number in 0..<120 {
      let words = [first, second, third].compactMap { $0.randomElement(using: &generator) }
      officials.append(
        official(
          words.filter { !$0.isEmpty }.joined(separator: " "),
          ["Wali Kota", "Camat", "Kepala Dinas Koperasi", "Kepala Dinas"].randomElement(using: &generator)
            ?? "",
          of: ["Kota Melati", "Kecamatan Kenanga", nil].randomElement(using: &generator) ?? nil,
          article: "a\(number % 40)", published: "2025-05-\(10 + number % 40 % 20)",
          acting: Bool.random(using: &generator)))
    }
    let once = Merger().officials(from: officials)
    #expect(once.count > 5)
    for _ in 0..<5 {
      officials.shuffle(using: &generator)
      #expect(Merger().officials(from: officials) == once)
    }
  }
}
