import PantauGazetteer
import PantauRecords
import PantauRules
import Testing

@testable import PantauExtract

/// What an article states of one programme or of several.
@Suite struct ProgrammeTests {
  private static let kitchens = "makan-bergizi-gratis"
  private static let cooperatives = "koperasi-merah-putih"

  private static func extractor(_ programmes: [String], rules: RuleFolder = .builtIn) throws -> Extractor {
    let table = try #require(rules.file(at: "gazetteer/regions.tsv"))
    var gazetteer = try Gazetteer(table: table.text, path: table.displayPath)
    let districts = try #require(rules.file(at: "gazetteer/districts.tsv"))
    try gazetteer.readDistricts(table: districts.text, path: districts.displayPath)
    let villages = try #require(rules.file(at: "gazetteer/villages.tsv"))
    try gazetteer.readVillages(table: villages.text, path: villages.displayPath)
    return try Extractor(rules: rules, gazetteer: gazetteer, programmes: programmes)
  }

  private static let both = Result { try extractor([kitchens, cooperatives]) }

  /// A statement's fields as an example writes them.
  private static func fields(_ statement: Statement, named: some Collection<String>) -> [String: String] {
    func plain(_ number: Double?) -> String? {
      number.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }
    }
    let all: [String: String?] = [
      "kind": statement.kind.rawValue, "stage": statement.stage, "value": plain(statement.value),
      "percent": plain(statement.percent), "of": plain(statement.of), "all": statement.all ? "yes" : nil,
      "bound": statement.bound, "unit": statement.unit, "region": statement.region,
      "latest": statement.latest.map { "\($0)" }, "as_of": statement.asOf.map { "\($0)" },
    ]
    return all.compactMapValues { $0 }.filter { named.contains($0.key) }
  }

  @Test func everyExampleOfEveryProgrammeHolds() throws {
    var errors: [RuleError] = []
    let programmes = Programme.read(from: .builtIn, errors: &errors)
    #expect(errors.map(\.description) == [])
    #expect(programmes.first { $0.identifier == Self.kitchens }?.examples.count ?? 0 >= 10)
    for programme in programmes where !programme.examples.isEmpty {
      let extractor = try Self.extractor([programme.identifier])
      for example in programme.examples {
        let article = Fixture.article(example.text, title: programme.title, published: example.day)
        let record = extractor.record(of: article)
        let statements = record.targets + record.actuals + record.totals
        let found = statements.enumerated().map { number, statement in
          let isWanted = number < example.statements.count
          let named = isWanted ? Array(example.statements[number].keys) : ["kind", "stage", "value"]
          return Self.fields(statement, named: named)
        }
        #expect(found == example.statements, "\(example.location): \(example.text)")
      }
    }
  }

  @Test(
    "a programme named in passing, in an article that its headline calls one on another, is stated nothing of",
    arguments: [
      ("Kapuas Hulu Usulkan Enam Desa Jadi Kampung Nelayan Merah Putih", 0),
      ("Kapuas Hulu Usulkan Enam Desa", 1),
      ("Koperasi dan Kampung Nelayan di Kapuas Hulu", 1),
    ])
  func inPassing(title: String, statements: Int) throws {
    let record = try Fixture.record(
      "Enam desa di Kabupaten Kapuas Hulu sudah menyiapkan lahan. Bantuan itu melibatkan Koperasi Merah Putih.",
      title: title)
    #expect(record.targets.count + record.actuals.count == statements)
  }

  static let mixed = """
    Dari 406 koperasi di Kabupaten Pati, 58 koperasi telah beroperasi. Koperasi Desa Merah Putih (KDMP) itu memasok \
    dapur Makan Bergizi Gratis (MBG). Saat ini 84 SPPG sudah beroperasi di Kabupaten Pati, dan 71 SPPG sudah \
    bersertifikat halal.
    """

  @Test func anArticleOnTwoProgrammesStatesBoth() throws {
    let record = try Self.both.get().record(of: Fixture.article(Self.mixed))
    let found = record.actuals.map { "\($0.programme) \($0.stage ?? "") \(Int($0.value ?? 0))" }
    #expect(
      found == [
        "\(Self.cooperatives) operating 58", "\(Self.kitchens) operating 84", "\(Self.kitchens) certified 71",
      ])
    #expect(record.actuals.map(\.id) == ["a1", "a2", "a3"])
  }

  @Test func articlesReadTogetherStateWhatEachStatesAlone() throws {
    let extractor = try Self.both.get()
    let bodies = [Self.mixed, "", RecordTests.body, "Harga cabai naik di Pasar Senen, Jakarta.", Self.mixed]
    let articles = bodies.map { Fixture.article($0, title: $0.isEmpty ? "" : "Koperasi Merah Putih") }
    let records = extractor.records(of: articles)
    #expect(records == articles.map { extractor.record(of: $0) })
    #expect(records.map { $0.actuals.count } == [3, 0, 2, 0, 3])
  }

  @Test func aStageMayHaveALongName() throws {
    let long = "certified_by_the_authorities"
    let files = RuleFolder.builtIn.files.map { file in
      var file = file
      if file.path.hasPrefix("programmes/") { file.text = file.text.replacing("certified", with: long) }
      return file
    }
    let rules = RuleFolder(files: files, origin: "rules")
    let record = try Self.extractor([Self.kitchens], rules: rules).record(of: Fixture.article(Self.mixed))
    #expect(record.actuals.map(\.stage) == ["operating", long])
  }

  @Test func aProgrammeThatIsNotAskedForStatesNothing() throws {
    let record = try Fixture.record(Self.mixed)
    #expect(Set(record.actuals.map(\.programme)) == [Self.cooperatives])
    #expect(record.actuals.compactMap(\.value) == [58])
    let other = try Fixture.record("Sudah 84 SPPG beroperasi di Kabupaten Pati.", title: "Dapur MBG")
    #expect(other.actuals + other.targets + other.totals == [])
  }

  @Test func theProgrammeOfHeadlineAndLeadGivesSharedWordsTheirMeaning() throws {
    let body = "Sebanyak 12 titik di Kabupaten Pati sudah rampung dibangun."
    for (title, programme, unit) in [
      ("Gerai Koperasi Merah Putih", Self.cooperatives, "site"),
      ("Dapur MBG dan SPPG", Self.kitchens, "kitchen"),
    ] {
      let record = try Self.both.get().record(of: Fixture.article(body, title: title))
      #expect(record.actuals.map(\.programme) == [programme])
      #expect(record.actuals.map(\.unit) == [unit])
      #expect(record.actuals.map(\.stage) == ["built"])
    }
  }

  @Test(
    "a promise without an amount is of what has its stage",
    arguments: [
      (
        "Pembangunan gerai Koperasi Merah Putih di Kabupaten Wonogiri ditargetkan rampung pada Maret 2026.",
        "built site"
      ),
      (
        "Musyawarah desa khusus Koperasi Merah Putih di Kabupaten Wonogiri harus selesai paling lambat 31 Mei 2025.",
        "deliberated village"
      ),
      (
        "Koperasi Merah Putih di Kabupaten Wonogiri akan diluncurkan pada 12 Juli 2025.",
        "launched cooperative"
      ),
    ])
  func subjects(body: String, expected: String) throws {
    let record = try Fixture.record(body, published: "2025-05-01")
    #expect(record.targets.map { "\($0.stage ?? "") \($0.unit ?? "")" } == [expected])
  }

  @Test func anUnknownProgrammeIsAFaultThatNamesTheKnownOnes() throws {
    let error = try #require(throws: RuleErrors.self) { try Self.extractor(["makan-siang"]) }
    #expect(error.description.contains("there is no programme 'makan-siang'"))
    #expect(error.description.contains(Self.kitchens))
  }

  static let schools = """
    programme: sekolah-rakyat
    title: Sekolah Rakyat
    follow: asked
    names: [sekolah rakyat]
    units:
      school: [sekolah, titik, sekolah rakyat, titik sekolah rakyat]
    uncounted: [siswa, guru, rombongan belajar]
    stages:
      building:
        state: [dibangun, sedang dibangun]
      operating:
        state: [beroperasi]
    goals: {building: building}
    """

  @Test func aNewProgrammeIsAFile() throws {
    let path = "programmes/sekolah-rakyat.yml"
    let folder = RuleFolder(
      files: RuleFolder.builtIn.files + [.init(path: path, displayPath: path, text: Self.schools)],
      origin: "test")
    let extractor = try Self.extractor(["sekolah-rakyat"], rules: folder)
    let record = extractor.record(
      of: Fixture.article(
        """
        Kementerian mencatat 166 Sekolah Rakyat sudah beroperasi dengan 15.954 siswa. Sebanyak 104 sekolah sedang \
        dibangun di seluruh Indonesia. Sudah 80 koperasi berbadan hukum.
        """, title: "Sekolah Rakyat"))
    #expect(
      record.actuals.map { "\($0.stage ?? "") \(Int($0.value ?? 0)) \($0.unit ?? "")" } == [
        "operating 166 school", "building 104 school",
      ])
  }

  @Test(
    "kin name the programme in the lead of a dated report from its first year on, and only where nothing else is named",
    arguments: [
      ("Sebanyak 43 koperasi desa di Kabupaten Lombok Utara telah beroperasi.", "2025-08-18", 1),
      ("Sebanyak 43 koperasi desa di Kabupaten Lombok Utara telah beroperasi.", "2021-08-18", 0),
      ("Sebanyak 43 koperasi desa di Kabupaten Lombok Utara telah beroperasi.", nil, 0),
      (
        "Sampai 18 Agustus 2025 sebanyak 43 koperasi desa di Kabupaten Lombok Utara telah beroperasi.", nil, 1
      ),
      (
        "Sampai 18 Agustus 2019 sebanyak 43 koperasi desa di Kabupaten Lombok Utara telah beroperasi.", nil, 0
      ),
      ("Sebanyak 43 koperasi simpan pinjam di Kabupaten Lombok Utara telah beroperasi.", "2025-08-18", 0),
      (
        "Bupati membuka pasar. Warga datang pagi. Hujan turun siang. Lalu 43 koperasi desa di Lombok Utara telah beroperasi.",
        "2025-08-18", 1
      ),
      (
        """
        Bupati membuka pasar. Warga datang pagi. Hujan turun siang. Pedagang pulang. Jalan kembali sepi. Lalu 43 koperasi \
        desa di Lombok Utara telah beroperasi.
        """, "2025-08-18", 0
      ),
    ] as [(String, String?, Int)])
  func kin(body: String, published: String?, count: Int) throws {
    let record = try Fixture.record(body, title: "Kabar dari Lombok Utara", published: published)
    #expect(record.actuals.count == count)
  }
}
