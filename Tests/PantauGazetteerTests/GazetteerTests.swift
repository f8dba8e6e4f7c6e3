import PantauGazetteer
import PantauRecords
import PantauRules
import Testing

@Suite struct GazetteerTests {
  static let header = "code\tlevel\tname\tiso\tcapital\tshort\tdistricts\turban_villages\tvillages"

  /// The project's own table.
  static func own(imported: [Region] = []) throws -> Gazetteer {
    let file = try #require(RuleFolder.builtIn.file(at: "gazetteer/regions.tsv"))
    return try Gazetteer(table: file.text, path: file.displayPath, imported: imported)
  }

  private func labels(_ gazetteer: Gazetteer, _ name: String) -> [String] {
    gazetteer.indices(named: name).map { gazetteer.regions[$0].label }.sorted()
  }

  // MARK: - The table

  @Test func theTableHoldsEveryProvinceRegencyAndCity() throws {
    let gazetteer = try Self.own()
    func count(_ level: RegionLevel) -> Int { gazetteer.regions.filter { $0.level == level }.count }
    #expect(gazetteer.regions.count == 552)
    #expect(gazetteer.ownCount == 552)
    #expect(count(.province) == 38)
    #expect(count(.regency) == 416)
    #expect(count(.city) == 98)
    #expect(Set(gazetteer.regions.map(\.code)).count == 552)
    #expect(Set(gazetteer.regions.map(\.label)).count == 552)
  }

  @Test func theCountsOfAProvinceAreTheSumsOfItsRegenciesAndCities() throws {
    let gazetteer = try Self.own()
    for province in gazetteer.regions where province.level == .province {
      let parts = gazetteer.regions.filter { $0.parentCode == province.code }
      #expect(!parts.isEmpty, "\(province.label)")
      #expect(parts.compactMap(\.districts).reduce(0, +) == province.districts, "\(province.label)")
      #expect(parts.compactMap(\.urbanVillages).reduce(0, +) == province.urbanVillages, "\(province.label)")
      #expect(parts.compactMap(\.villages).reduce(0, +) == province.villages, "\(province.label)")
    }
  }

  @Test func everyRowIsComplete() throws {
    let gazetteer = try Self.own()
    for region in gazetteer.regions {
      #expect(region.districts != nil && region.allVillages != nil, "\(region.label)")
      #expect((region.iso != nil) == (region.level == .province), "\(region.label)")
      #expect(
        (region.capital == nil) == (region.level == .city) || region.level == .province, "\(region.label)")
      #expect(region.parentCode == nil || gazetteer.region(code: region.parentCode ?? "")?.level == .province)
      #expect(region.iso?.hasPrefix("ID-") ?? true)
      #expect(region.name == region.name.split(separator: " ").joined(separator: " "))
    }
    #expect(Set(gazetteer.regions.compactMap(\.iso)).count == 38)
  }

  // MARK: - Districts

  /// The project's own tables, districts included.
  private static func withDistricts() throws -> Gazetteer {
    var gazetteer = try own()
    let file = try #require(RuleFolder.builtIn.file(at: "gazetteer/districts.tsv"))
    try gazetteer.readDistricts(table: file.text, path: file.displayPath)
    return gazetteer
  }

  @Test func everyRegencyAndCityHasDistrictsAndNoneHasMoreThanItsCount() throws {
    let gazetteer = try Self.withDistricts()
    var complete = 0
    for (number, region) in gazetteer.regions.enumerated() where region.level != .province {
      let (count, counted) = (gazetteer.districts.count(of: number), region.districts ?? 0)
      #expect(count > 0 && count <= counted, "\(region.label)")
      if count == counted { complete += 1 }
    }
    #expect(complete == 484)
  }

  @Test func districtsOfARegionThatTheTableHasNotAreLeftOut() throws {
    var gazetteer = try Self.own()
    try gazetteer.readDistricts(table: "regency\tdistricts\n99.99\t01 A\n21.71\t01 Galang\n", path: "d.tsv")
    let number = try #require(gazetteer.index(code: "21.71"))
    #expect(gazetteer.districts.count(of: number) == 1)
  }

  @Test(
    arguments: [
      ("14.01", "SALO", "Salo", true), ("14.01", "Marpoyan Damai", nil, false),
      ("11.07", "Grong Grong", "Grong-grong", true), ("35.28", "Palenggaan", nil, true),
      ("82.71", "Ternate Tengah", nil, true), ("73.71", "Antang", nil, false), ("14", "Salo", nil, false),
      ("21.71", "Galang", "Galang", true), ("21.71", "Gal", nil, false),
    ] as [(String, String, String?, Bool)])
  func districtsAreFoundByNameWithinTheirRegency(
    code: String, name: String, official: String?, mayBe: Bool
  ) throws {
    let gazetteer = try Self.withDistricts()
    let number = try #require(gazetteer.index(code: code))
    let folded = name.lowercased().utf8.filter { $0 != 32 }
    let key = folded.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    #expect(gazetteer.districts.name(key, in: number) == official)
    #expect(gazetteer.districts.contains(key, in: number) == (official != nil))
    #expect(gazetteer.districts.mayContain(Array(folded), in: number) == (mayBe && folded.count >= 5))
  }

  @Test(arguments: [
    (
      "regency\tdistricts\n21.71 01 A\n",
      "d.tsv:2: expected a regency's or city's code, a tab, and its districts"
    ),
    (
      "# c\nregency\tdistricts\n21.71\t01 Galang|Bulang\n",
      "d.tsv:3: a district is the last part of its code, a space, and its name"
    ),
    (
      "regency\tdistricts\n21.71\t01 \n",
      "d.tsv:2: a district is the last part of its code, a space, and its name"
    ),
  ])
  func aFaultyTableOfDistrictsIsNamedWithItsLine(table: String, message: String) throws {
    var gazetteer = try Self.own()
    let error = #expect(throws: GazetteerError.self) {
      try gazetteer.readDistricts(table: table, path: "d.tsv")
    }
    #expect(error?.description == message)
  }

  // MARK: - Villages

  /// The project's own tables, villages included.
  private static func withVillages() throws -> Gazetteer {
    var gazetteer = try own()
    let file = try #require(RuleFolder.builtIn.file(at: "gazetteer/villages.tsv"))
    try gazetteer.readVillages(table: file.text, path: file.displayPath)
    return gazetteer
  }

  @Test func everyRegencyAndCityHasItsVillagesWithinATenthOfItsCount() throws {
    let gazetteer = try Self.withVillages()
    var (names, close) = (0, 0)
    for (number, region) in gazetteer.regions.enumerated() {
      let villages = gazetteer.villageNames.names(of: number)
      #expect((villages != nil) == (region.level != .province), "\(region.label)")
      let (count, counted) = (villages?.count ?? 0, region.allVillages ?? 0)
      names += count
      // Some names stand for several villages.
      if region.level != .province, count <= counted, count * 10 >= counted * 9 { close += 1 }
    }
    #expect(names == 80_720)
    #expect(close > 480)
  }

  @Test(
    arguments: [
      ("51.71", "Padangsambian", .urbanVillage), ("51.71", "PADANG SAMBIAN KAJA", .village),
      ("52.03", "Gunung Rajak", .village), ("52.03", "Padangsambian", []), ("51", "Padangsambian", []),
      ("16.71", "30 Ilir", .urbanVillage), ("51.71", "", []),
    ] as [(String, String, VillageTable.Kinds)])
  func villagesAreFoundByNameWithinTheirRegency(
    code: String, name: String, kinds: VillageTable.Kinds
  ) throws {
    let gazetteer = try Self.withVillages()
    let number = try #require(gazetteer.index(code: code))
    #expect((gazetteer.villageNames.names(of: number)?.kinds(NameKey(name).hash) ?? []) == kinds)
  }

  @Test func aFilterLetsAllItsNamesThroughAndFewOthers() throws {
    let gazetteer = try Self.withVillages()
    var filter = NameFilter()
    let numbers = try ["35.24", "73.08", "12.71"].map { try #require(gazetteer.index(code: $0)) }
    let names = try numbers.map { try #require(gazetteer.villageNames.names(of: $0)) }
    for regency in names { filter.formUnion(regency.filter) }
    for name in ["Kanugrahan", "Sidomukti", "Welado", "Gedung Johor"] {
      let key = NameKey(name).hash
      let isKnown = names.contains { !$0.kinds(key).isEmpty }
      #expect(!isKnown || filter.mayContain(key), "\(name)")
    }
    let others = (0..<10_000).count { filter.mayContain(NameKey("Tidak ada \($0)").hash) }
    #expect(others < 2_000)
    #expect(!NameFilter().mayContain(NameKey("Welado").hash))
  }

  @Test func aVillageTableIsReadWithEmptyNamesDoubleKindsAndWindowsLines() throws {
    var gazetteer = try Self.own()
    let table =
      "# c\r\nregency\turban_villages\tvillages\r\n99.99\tA\tB\r\n21.71\tSei Lekop||Galang\tGalang\r\n"
    try gazetteer.readVillages(table: table, path: "v.tsv")
    let number = try #require(gazetteer.index(code: "21.71"))
    func key(_ name: String) -> UInt64 { NameKey(name).hash }
    let names = try #require(gazetteer.villageNames.names(of: number))
    #expect(names.count == 2)
    #expect(names.kinds(key("galang")) == [.urbanVillage, .village])
    #expect(names.kinds(key("seilekop")) == .urbanVillage)
  }

  @Test func aFaultyTableOfVillagesIsNamedWithItsLine() throws {
    var gazetteer = try Self.own()
    let error = #expect(throws: GazetteerError.self) {
      try gazetteer.readVillages(table: "regency\turban_villages\tvillages\n21.71\tGalang\n", path: "v.tsv")
    }
    #expect(
      error?.description
        == "v.tsv:2: expected a regency's or city's code, a tab, its kelurahan, a tab, and its other villages"
    )
  }

  // MARK: - Lookup

  @Test(
    arguments: [
      ("21.71", "Kota Batam", "21"), ("35.79", "Kota Batu", "35"), ("14.03", "Kabupaten Bengkalis", "14"),
      ("62", "Provinsi Kalimantan Tengah", nil), ("34", "Provinsi Daerah Istimewa Yogyakarta", nil),
    ] as [(String, String, String?)])
  func aRegionIsFoundByItsCode(code: String, label: String, parent: String?) throws {
    let gazetteer = try Self.own()
    let region = try #require(gazetteer.region(code: code))
    #expect(region.label == label)
    #expect(region.parentCode == parent)
    #expect(gazetteer.index(code: code).map { gazetteer.regions[$0].code } == code)
  }

  @Test func anUnknownCodeIsNoRegion() throws {
    let gazetteer = try Self.own()
    #expect(gazetteer.region(code: "99") == nil)
    #expect(gazetteer.index(code: "21.71.08") == nil)
    #expect(gazetteer.region(code: "") == nil)
  }

  @Test(arguments: [
    ("Batam", ["Kota Batam"]), ("batam", ["Kota Batam"]), ("Malang", ["Kabupaten Malang", "Kota Malang"]),
    ("Kalteng", ["Provinsi Kalimantan Tengah"]), ("Kepri", ["Provinsi Kepulauan Riau"]),
    ("NTB", ["Provinsi Nusa Tenggara Barat"]), ("DIY", ["Provinsi Daerah Istimewa Yogyakarta"]),
    ("Kulonprogo", ["Kabupaten Kulon Progo"]), ("Kulon-Progo", ["Kabupaten Kulon Progo"]),
    ("KULON PROGO", ["Kabupaten Kulon Progo"]), ("Tasik", ["Kabupaten Tasikmalaya", "Kota Tasikmalaya"]),
    ("Abdya", ["Kabupaten Aceh Barat Daya"]), ("Tanjabtim", ["Kabupaten Tanjung Jabung Timur"]),
    ("Muara Elok Raya", []), ("", []),
  ])
  func aRegionIsFoundByNameAndShortForm(name: String, labels: [String]) throws {
    #expect(self.labels(try Self.own(), name) == labels)
  }

  @Test func levelAndParentNarrowALookup() throws {
    let gazetteer = try Self.own()
    func found(_ levels: [RegionLevel], _ parent: String?) -> [String] {
      gazetteer.indices(named: "Malang", levels: levels, within: parent).map { gazetteer.regions[$0].label }
    }
    #expect(found([.city], nil) == ["Kota Malang"])
    #expect(found([.city, .regency], "35").count == 2)
    #expect(found([.city], "21").isEmpty)
    #expect(found([.province], nil).isEmpty)
  }

  @Test(arguments: [
    ("21.71.08", "21.71", true), ("21.71", "21", true), ("21.71", "21.71", true), ("21.7", "21.71", false),
    ("21.71", "21.7", false), ("11.01", "1", false), ("21", "21.71", false),
  ])
  func aCodeLiesWithinItsAncestors(code: String, ancestor: String, expected: Bool) {
    #expect(Gazetteer.lies(code, within: ancestor) == expected)
  }

  // MARK: - Imported regions

  @Test func importedRegionsAddLevelsAndDoNotReplaceTheTable() throws {
    let csv =
      "21,Kepulauan Lain\n21.71.08,Galang\n21.71.08.1004,Sembulang Elok\n35.09.01.2001,Sembulang Elok\n"
    let gazetteer = try Self.own(imported: try CodeTable.regions(in: Array(csv.utf8), path: "a.csv"))
    #expect(gazetteer.ownCount == 552)
    #expect(gazetteer.regions.count == 555)
    #expect(gazetteer.region(code: "21")?.name == "Kepulauan Riau")
    #expect(labels(gazetteer, "sembulang elok") == ["Desa Sembulang Elok", "Kelurahan Sembulang Elok"])
    let within = gazetteer.indices(
      named: "Sembulang Elok", levels: [.urbanVillage, .village], within: "21.71")
    #expect(within.map { gazetteer.regions[$0].code } == ["21.71.08.1004"])
    #expect(gazetteer.region(code: "21.71.08")?.allVillages == nil)
  }

  // MARK: - Faults

  @Test(arguments: [
    (
      "kode\tnama\n",
      "t.tsv:1: the columns are not code, level, name, iso, capital, short, districts, urban_villages, villages"
    ),
    (header + "\n# x\n11\tprovince\tAceh\n", "t.tsv:3: expected 9 cells, the second one a level"),
    (header + "\n11\tstate\tAceh\tID-AC\t\t\t1\t2\t3\n", "t.tsv:2: expected 9 cells, the second one a level"),
  ])
  func aFaultyTableIsAnErrorWithItsLine(table: String, message: String) {
    do {
      _ = try Gazetteer(table: table, path: "t.tsv")
      Issue.record("no error")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func labelsBeginWithTheLevel() {
    let words = RegionLevel.allCases.map { Region.label($0, "Elok") }
    #expect(
      words == [
        "Provinsi Elok", "Kabupaten Elok", "Kota Elok", "Kecamatan Elok", "Desa Elok", "Kelurahan Elok",
      ])
  }
}
