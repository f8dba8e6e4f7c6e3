import PantauRecords
import Testing

@testable import PantauExtract

/// Who holds which office: tables of sentences and the persons that a careful reader takes out of them.
@Suite struct OfficialTests {
  struct Person: Equatable, CustomStringConvertible {
    var name: String
    var position: String
    var description: String { "\(name) = \(position)" }

    init(_ name: String, _ position: String) {
      self.name = name
      self.position = position
    }
  }

  private static func officials(_ body: String) throws -> [Person] {
    try Fixture.record("Di Kabupaten Blora ada kabar. " + body).officials.map { Person($0.name, $0.position) }
  }

  @Test(arguments: [
    ("Komandan Kodim (Dandim) 0721/Blora Letkol Inf Agung Marsono, S.Sos., hadir.", "Agung Marsono"),
    ("Dandim 0721 Blora, Letkol Inf Deni Suryana, hadir.", "Deni Suryana"),
    ("Komandan Kodim 1601/Sumba Timur, Letkol Inf Dobby Pranata S., S.E, hadir.", "Dobby Pranata S."),
    ("Dandim 1614/Dompu Letkol. Czi. Janu Harjono, SE, hadir.", "Janu Harjono"),
    ("Komandan Distrik Militer (Dandim) 0911 Nunukan Letkol (Inf) Toni Prasetya hadir.", "Toni Prasetya"),
    ("Dandim 0818/Malang-Batu Letkol Arm Yudha Marsono, yang mendampingi, hadir.", "Yudha Marsono"),
  ])
  func aUnitsNumberDoesNotHideItsCommander(body: String, name: String) throws {
    #expect(try Self.officials(body) == [Person(name, "Komandan Kodim")])
  }

  @Test(
    "an office stands in brackets behind the name, or bears the country's",
    arguments: [
      (
        "Hadir Mayjen TNI Rudi Salad (Pangdam V/Brawijaya) dan warga.",
        [Person("Rudi Salad", "Panglima Kodam")]
      ),
      (
        "Hadir Endi Alim (Kadis Koperasi dan UKM), Dr. Kuntara (Kajati Jatim).",
        [Person("Endi Alim", "Kepala Dinas Koperasi dan UKM"), Person("Kuntara", "Kepala Kejaksaan Tinggi")]
      ),
      (
        "Menteri Koperasi Indonesia, Budi Harsono, menyebut hal itu.",
        [Person("Budi Harsono", "Menteri Koperasi")]
      ),
      ("Perwira Penghubung (Pabung) Kodim Blora hadir.", []),
    ])
  func officesInBrackets(body: String, persons: [Person]) throws {
    #expect(try Self.officials(body) == persons)
  }

  @Test(
    "districts named one by one by their heads are no persons",
    arguments: [
      "Camat Jepon dan Camat Cepu hadir dalam rapat itu.",
      "Camat Jepon, Camat Cepu, dan Camat Blora sudah ditelepon.",
    ])
  func headsOfDistricts(body: String) throws {
    #expect(try Self.officials(body).isEmpty)
  }

  @Test(arguments: [
    (
      "Dinas Perdagangan, Koperasi, dan UKM (Dindagkop-UKM) bergerak. Kepala Dindagkop-UKM Blora, Supardi, hadir.",
      Person("Supardi", "Kepala Dinas Perdagangan, Koperasi, dan UKM")
    ),
    (
      "Kepala Dinas Perindakop Blora, Agustina Wulan, hadir.",
      Person("Agustina Wulan", "Kepala Dinas Perindustrian dan Koperasi")
    ),
    (
      "Kepala Dinkop-UM Blora, Sugeng Wardaya, hadir.",
      Person("Sugeng Wardaya", "Kepala Dinas Koperasi dan Usaha Mikro")
    ),
    ("Kabid Koperasi DKUKMPP Blora, Rina Lestari, hadir.", Person("Rina Lestari", "Kepala Bidang Koperasi")),
    ("Di Kecamatan Cepu, kata Camat Lilik K Sulistya, semua siap.", Person("Lilik K Sulistya", "Camat")),
    ("Ketua koperasinya, Maria Yosefa Lindung, bercerita.", Person("Maria Yosefa Lindung", "Ketua Koperasi")),
    (
      "Kabid Pengembangan SDM dan Restrukturisasi Usaha Dinas Koperasi Jateng, Ir. Vecky Pangau, MSi, hadir.",
      Person("Vecky Pangau", "Kepala Bidang Pengembangan SDM dan Restrukturisasi Usaha")
    ),
    (
      "Ka. Diskop UKM Blora Trisman Supardi, S.Pd., hadir.",
      Person("Trisman Supardi", "Kepala Dinas Koperasi dan UKM")
    ),
    (
      "Plt. Dinas PMD Blora, Sulpakri, hadir.",
      Person("Sulpakri", "Kepala Dinas Pemberdayaan Masyarakat dan Desa")
    ),
  ])
  func agenciesAreSpelledOutAndFieldsEndBeforeThem(body: String, person: Person) throws {
    #expect(try Self.officials(body) == [person])
  }

  @Test(arguments: [
    ("Kepala Desa Bonder, Lalu Zulkifli Hadi, hadir.", "Lalu Zulkifli Hadi"),
    ("Sekretaris Kopdes Merah Putih Bentangan Hari Wibisana mengatakan begitu.", "Hari Wibisana"),
    ("Bupati Blora, Lim Mei Fang, meminta begitu.", "Lim Mei Fang"),
    ("Camat Kunduran, Abd. Munir, hadir.", "Abd. Munir"),
    ("Menteri Desa Yudha Susilo hadir.", "Yudha Susilo"),
    ("Pimpinan DPRD Blora Sujita, S. M., hadir.", "Sujita"),
    (
      "Kepala Seksi Pembangunan Kecamatan Kunduran, Anak Agung Ngurah Wirata, hadir.",
      "Anak Agung Ngurah Wirata"
    ),
    ("Nova Tupama, SE.M.Si, Kepala Bidang Koperasi pada Dinas Koperasi Blora, hadir.", "Nova Tupama"),
    ("Ir Jantje Palande MSi, Kepala Bidang Koperasi Dinas Koperasi Blora, hadir.", "Jantje Palande"),
    ("Lurah Kunduran, Suharto Wibowo, hadir.", "Suharto Wibowo"),
    ("Ferry selaku Wakil Menteri Koperasi hadir. Kata Ferry Juliawan, begitu.", "Ferry Juliawan"),
  ])
  func wordsThatAreAlsoNamesStayInThem(body: String, name: String) throws {
    #expect(try Self.officials(body).map(\.name) == [name])
  }

  @Test(arguments: [
    "Di Kecamatan Johan Pahlawan hadir Camat Johan Pahlawan, Danramil dan Kapolsek.",
    "Ketua Umum DPP Desa Bersatu, Muhammad Asrul, hadir.",
    "“Tercapai,” ujar Hendarman. Presiden meminta 40.000 gerai.",
    "Rapat dihadiri 151 anggota Koperasi Pegawai Republik Indonesia.",
    "Turut hadir Imum Mukim Pinang, Pendamping Desa, aparatur lainnya.",
    "Penghargaan itu untuk mendiang Adi Sasono, menteri koperasi pada era Presiden BJ Habibie.",
    "Retret Kepala Daerah Gelombang II digelar.",
    "Mantan Pj Wali Kota Semarang itu menjelaskan hal lain.",
  ])
  func placesBodiesAndAssociationsAreNoOfficials(body: String) throws {
    #expect(try Self.officials(body).isEmpty)
  }

  @Test func namesALetterApartAreTwoPersonsWhereOfficesDiffer() throws {
    let found = try Self.officials(
      "Kepala Dinas Koperasi Blora, Marnawati, hadir. Camat Cepu, Mardawati, juga hadir.")
    #expect(found == [Person("Marnawati", "Kepala Dinas Koperasi"), Person("Mardawati", "Camat")])
  }

  @Test func anInitialOfTheLongerNameStandsForNoWordOfTheShorter() throws {
    let found = try Self.officials(
      "Kepala Desa Sanggi, Muh. Asri, hadir. Camat Palangga, Muh. Sahrul A.T., datang.")
    #expect(found == [Person("Muh. Asri", "Kepala Desa"), Person("Muh. Sahrul A.T.", "Camat")])
  }

  @Test func aNicknameIsAnAlias() throws {
    let record = try Fixture.record(
      "Keuchik Kampung Belakang, Said Amrin atau yang akrab disapa Abu Cek, hadir di Kabupaten Aceh Barat.")
    #expect(record.officials.map(\.name) == ["Said Amrin"])
    #expect(record.officials.first?.aliases == ["Abu Cek"])
  }

  @Test func aNicknameInBracketsInsideANameIsAnAlias() throws {
    let record = try Fixture.record("Bupati Ende Ferdinandus (Verdi) Lepe membuka rapat.")
    #expect(record.officials.map(\.name) == ["Ferdinandus Lepe"])
    #expect(record.officials.first?.aliases == ["Verdi"])
  }

  @Test func aBodyOfItsOwnNameIsWhatTheOfficeIsOf() throws {
    let record = try Fixture.record(
      "Ketua KPRI Karya Bakti, Edy Purnama, melaporkan omzet di Kabupaten Blora.")
    #expect(record.officials.map(\.name) == ["Edy Purnama"])
    #expect(record.officials.first?.of == "KPRI Karya Bakti")
  }

  @Test(arguments: [
    ("Pangdam V Brawijaya Mayjen TNI Rudi Salahudin hadir.", Person("Rudi Salahudin", "Panglima Kodam")),
    ("Kasat Samapta Polres Blora AKP B Manurung hadir.", Person("B Manurung", "Kepala Satuan Samapta")),
    (
      "Anggota DPR RI Komisi VI, I.G.N. Kesawa Kelana, berharap.",
      Person("I.G.N. Kesawa Kelana", "Anggota DPR RI")
    ),
    (
      "Asisten Setda Blora bidang Ekonomi dan Pembangunan, Hermon B. Adin, hadir.",
      Person("Hermon B. Adin", "Asisten Sekretariat Daerah Bidang Ekonomi dan Pembangunan")
    ),
    (
      "Dinas Koperasi dan Usaha Mikro Kecil Menengah (UMKM) bergerak. Kepala Dinas Koperasi dan UMKM Blora Nurlawa hadir.",
      Person("Nurlawa", "Kepala Dinas Koperasi dan Usaha Mikro Kecil Menengah")
    ),
  ])
  func officesAreReadWithTheirUnitsAndFields(body: String, person: Person) throws {
    #expect(try Self.officials(body) == [person])
  }

  @Test func anOfficeWithoutItsAgencyHasThatOfTheOneBefore() throws {
    let found = try Self.officials(
      "Kepala Dinas Koperasi dan UKM Blora, Junita, melalui Sekretaris Dinas Herman Tomi, mengatakan begitu.")
    #expect(
      found == [
        Person("Junita", "Kepala Dinas Koperasi dan UKM"),
        Person("Herman Tomi", "Sekretaris Dinas Koperasi dan UKM"),
      ])
  }
}
