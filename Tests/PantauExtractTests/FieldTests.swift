import PantauRecords
import Testing

@testable import PantauExtract

/// Fields beside stage, amount and place: wholes, background, days, speakers, parents, short names, quotes, shares, confidence.
@Suite struct FieldTests {
  private static let lead =
    "Bupati Kudus Sugeng Hartanto mengatakan pembentukan koperasi merah putih di Kabupaten Kudus terus berjalan.\n"

  // MARK: - Wholes and background

  /// Sentences with, by number, the whole that each amount is of.
  @Test(
    arguments: [
      (
        "Dari 122 desa di Kabupaten Kudus, baru 18 yang bermusyawarah, sembilan mengajukan akta, dan empat berbadan hukum.",
        [18: 122, 9: 122, 4: 122]
      ),
      ("Dari 61 koperasi itu, yang sudah beroperasi baru 23.", [23: 61]),
      (
        "Sebanyak 72 desa sudah bermusyawarah, dan 15 desa di antaranya telah memiliki akta notaris.",
        [15: 72]
      ),
      (
        "Sebanyak 90 koperasi telah berbadan hukum, atau 73,2 persen dari 123 koperasi yang terbentuk.",
        [90: 123]
      ),
      ("Sudah 47 desa yang bermusyawarah, dari 123 yang ada.", [47: 123]),
      ("Koperasi terbentuk di 123 desa, terdiri dari 114 desa dan 9 kelurahan.", [:]),
      ("Lebih dari 60 koperasi telah berbadan hukum dan 12 koperasi sudah beroperasi.", [:]),
    ] as [(String, [Int: Int])])
  func amountsBearTheirWhole(text: String, wholes: [Int: Int]) throws {
    let actuals = try Fixture.record(Self.lead + text).actuals
    var found: [Int: Int] = [:]
    for actual in actuals {
      if let value = actual.value, let whole = actual.of { found[Int(value)] = Int(whole) }
    }
    #expect(found == wholes, "\(actuals.map { ($0.value, $0.of, $0.stage) })")
  }

  @Test(
    arguments: [
      // The whole is their sum, which the text does not give.
      ("Dari 114 desa dan 9 kelurahan di Kabupaten Kudus, 98 koperasi sudah berbadan hukum.", [9, 114]),
      // What lacks is no result.
      ("Dari 123 desa di Kabupaten Kudus, 18 belum memiliki lahan untuk gerai.", [123]),
      ("Dari total 123 desa di Kabupaten Kudus, kebanyakan belum memiliki lahan untuk gerai.", [123]),
      ("Dari 123 desa di Kabupaten Kudus, 98 sudah berbadan hukum.", []),
    ] as [(String, [Int])])
  func wholesWithoutAFigureOfTheirOwnAreBackground(text: String, totals: [Int]) throws {
    let record = try Fixture.record(Self.lead + text)
    #expect(record.totals.compactMap(\.value).map { Int($0) }.sorted() == totals)
  }

  // MARK: - Shares

  @Test(
    arguments: [
      ("Dari 123 gerai yang dibangun di Kabupaten Kudus, 15 gerai telah rampung 100 persen.", 15, nil),
      (
        "Sebanyak 82 desa atau 66,7 persen dari 123 desa di Kabupaten Kudus sudah membentuk koperasi.", 82,
        66.7
      ),
      ("Yang sudah berbadan hukum di Kabupaten Kudus 82 koperasi, kira-kira 67 persen.", 82, 67),
      ("Di Kabupaten Kudus 41 titik, setara 33 persen, sudah mulai dibangun.", 41, 33),
      ("Seluruhnya 123 koperasi di Kabupaten Kudus sudah berbadan hukum, atau 100 persen.", 123, 100),
    ] as [(String, Double, Double?)])
  func howFarWorksAreIsNoShare(text: String, value: Double, percent: Double?) throws {
    let record = try Fixture.record(Self.lead + text)
    let actual = try #require(record.actuals.first { $0.value == value })
    #expect(actual.percent == percent)
    #expect(record.checks.isEmpty)
  }

  @Test func whatLeadsAListIsSaidOfItsItems() throws {
    let record = try Fixture.record(
      "Gubernur Jawa Tengah mencatat tiga dari 35 kabupaten/kota yang seluruh koperasinya berbadan hukum telah 100 persen, yaitu Kabupaten Kudus (132 koperasi), Kabupaten Jepara (195), dan Kabupaten Blora (295)."
    )
    #expect(record.actuals.compactMap(\.value).sorted() == [132, 195, 295])
    #expect(record.actuals.allSatisfy { $0.percent == 100 })
  }

  // MARK: - Days

  @Test(
    arguments: [
      (
        "Per 20 Mei 2025, sebanyak 61 desa sudah bermusyawarah. Rinciannya:\n- Kecamatan Bae 10 desa\n- Kecamatan Jati 14 desa",
        14, "2025-05-20"
      ),
      ("Per hari ini sudah 61 koperasi yang berbadan hukum.", 61, "2025-05-26"),
      // A month is no day.
      ("Hingga April 2025 sudah 61 koperasi yang berbadan hukum.", 61, nil),
    ] as [(String, Double, String?)])
  func resultsAreOfTheDayTold(text: String, value: Double, day: String?) throws {
    let record = try Fixture.record(Self.lead + text)
    let actual = try #require(record.actuals.first { $0.value == value })
    #expect(actual.asOf?.description == day)
  }

  // MARK: - Speakers

  private static let two =
    "Kepala Dinas Koperasi Kudus, Rini Astuti, memaparkan kemajuan program koperasi merah putih di Kabupaten Kudus.\n"

  @Test(
    arguments: [
      ("“Sudah 61 koperasi yang berbadan hukum,” ujarnya.", "Rini Astuti"),
      ("Ia menyebut 61 koperasi sudah berbadan hukum.", "Rini Astuti"),
      (
        "“Kami gembira. Sudah 61 koperasi yang berbadan hukum. Yang lain menyusul,” kata Bupati Kudus Sugeng Hartanto.",
        "Sugeng Hartanto"
      ),
      (
        "Bupati Kudus Sugeng Hartanto ikut hadir. Menurut dia, 61 koperasi sudah berbadan hukum.",
        "Sugeng Hartanto"
      ),
      (
        "Sekretaris Daerah Kudus Agus Salim, mewakili Bupati Sugeng Hartanto, menyampaikan 61 koperasi sudah berbadan hukum.",
        "Agus Salim"
      ),
      // Who acts does not speak.
      ("Sebanyak 61 koperasi berbadan hukum akan diresmikan oleh Bupati Kudus Sugeng Hartanto.", nil),
      // A list that her words lead to.
      (
        "Rini Astuti merinci yang sudah berbadan hukum:\n- Kecamatan Bae 10 koperasi\n- Kecamatan Jati 61 koperasi",
        "Rini Astuti"
      ),
      // Data of nobody who is named.
      ("Data kementerian mencatat 61 koperasi sudah berbadan hukum.", nil),
    ] as [(String, String?)])
  func whoTellsAnAmountIsKnown(text: String, name: String?) throws {
    let record = try Fixture.record(Self.two + text)
    let statement = try #require((record.actuals + record.targets).first { $0.value == 61 })
    #expect(record.officials.first { $0.id == statement.speaker }?.name == name)
  }

  // MARK: - Parents and short names

  @Test(
    arguments: [
      (
        "Gerai pertama berdiri di Desa Getaspejaten, Kecamatan Jati, Kabupaten Kudus.",
        ["Desa Getaspejaten": "Kecamatan Jati"]
      ),
      (
        "Gerai berdiri di Desa Puyoh, Desa Samirejo, dan Desa Cendono di Kecamatan Dawe.",
        ["Desa Puyoh": "Kecamatan Dawe", "Desa Samirejo": "Kecamatan Dawe", "Desa Cendono": "Kecamatan Dawe"]
      ),
      (
        "Gerai berdiri di Kecamatan Dawe, yaitu Desa Puyoh dan Desa Samirejo.",
        ["Desa Puyoh": "Kecamatan Dawe", "Desa Samirejo": "Kecamatan Dawe"]
      ),
      // The district that leads the sentence, whatever is said between.
      (
        "Di Kecamatan Dawe pekerjaan dimulai di Desa Puyoh dan Desa Samirejo.",
        ["Desa Puyoh": "Kecamatan Dawe", "Desa Samirejo": "Kecamatan Dawe"]
      ),
      // The tables know where it lies.
      (
        "Kabupaten Jepara menyusul. Camat Mejobo dan Camat Mlonggo hadir.",
        ["Kecamatan Mejobo": "Kabupaten Kudus", "Kecamatan Mlonggo": "Kabupaten Jepara"]
      ),
      ("Musyawarah digelar di Desa Puyoh dan Kecamatan Jati.", ["Desa Puyoh": "Kabupaten Kudus"]),
    ] as [(String, [String: String])])
  func villagesLieInTheirDistrict(text: String, parents: [String: String]) throws {
    let record = try Fixture.record(Self.lead + text)
    for (village, parent) in parents {
      #expect(record.regions.first { $0.region == village }?.within == parent, "\(village)")
    }
  }

  @Test func shortFormsOfANameAreItsAliases() throws {
    let text =
      Self.lead + "“Kami bangga,” kata Sugeng. Sugeng Hartanto lalu pulang. SUGENG HARTANTO tidak menunggu."
    let official = try #require(try Fixture.record(text).officials.first)
    #expect(official.name == "Sugeng Hartanto")
    #expect(official.aliases == ["Sugeng"])
  }

  // MARK: - Quotes

  @Test(arguments: [
    (
      "Sudah berdiri 61 koperasi, kata Rini, Senin (26/5/2025).",
      "Sudah berdiri 61 koperasi, kata Rini, Senin (26/5/2025)"
    ),
    ("Yang terbentuk 61 koperasi dari 123 desa (50%).", "Yang terbentuk 61 koperasi dari 123 desa (50%)"),
    (
      "Sudah berdiri 61 koperasi yang disebut “koperasi contoh”.",
      "Sudah berdiri 61 koperasi yang disebut “koperasi contoh”"
    ),
  ])
  func quotesKeepTheMarksThatCloseThem(text: String, quote: String) throws {
    let record = try Fixture.record(Self.lead + text)
    #expect(record.actuals.first { $0.value == 61 }?.quote == quote)
  }

  // MARK: - Confidence

  @Test func whatIsToldPlainlyIsSurerThanWhatIsNot() throws {
    let record = try Fixture.record(
      Self.lead
        + "Pemerintah Kabupaten Kudus menargetkan 123 koperasi berbadan hukum paling lambat 30 Juni 2025. Tiga desa harus bermusyawarah lagi."
    )
    let plain = try #require(record.targets.first { $0.value == 123 })
    let other = try #require(record.targets.first { $0.value == 3 })
    #expect(plain.confidence > other.confidence + 0.1)
    #expect((record.targets + record.actuals).allSatisfy { 0.05...0.99 ~= $0.confidence })
  }
}
