import PantauRecords
import Testing

@testable import PantauExtract

/// Offices of all kinds of bodies: sentences as reports from all parts of the country have them, and the person and office in each.
@Suite struct OfficeTests {
  /// The officials of a report on Kabupaten Blora with one more sentence, each as "name = position".
  private static func officials(_ sentence: String) throws -> [String] {
    try Fixture.record("Di Kabupaten Blora ada kabar. " + sentence).officials
      .map { "\($0.name) = \($0.position)" }
  }

  @Test(arguments: [
    ("Kepala Desa Nele, Marselina Tiga, membuka rapat.", "Marselina Tiga = Kepala Desa"),
    ("Wakil Bupati Garut, TB Hidayat, hadir.", "TB Hidayat = Wakil Bupati"),
    ("Camat Kadungora RD Asep Suherlan hadir.", "RD Asep Suherlan = Camat"),
    (
      "Kepala Dinas PMD Blora Hj. St. Marhamah hadir.",
      "St. Marhamah = Kepala Dinas Pemberdayaan Masyarakat dan Desa"
    ),
    (
      "Ketua BPD Palakka Sirajuddin Dg. Ngalle hadir.",
      "Sirajuddin Dg. Ngalle = Ketua BPD"
    ),
    (
      "Badan Permusyawaratan Desa (BPD) bersidang. Ketua BPD Palakka, Sirajuddin, hadir.",
      "Sirajuddin = Ketua Badan Permusyawaratan Desa"
    ),
    ("Perwakilan Camat Cepu, Iwan Sugara, hadir.", "Iwan Sugara = Perwakilan Camat"),
    (
      "Perwakilan Dinas Koperasi dan UKM Blora, Rr. Fatma Agustin, hadir.",
      "Fatma Agustin = Perwakilan Dinas Koperasi dan UKM"
    ),
    (
      "Rapat dipandu Zubair selaku Koordinator Lapangan Percepatan Pembentukan Koperasi Blora.",
      "Zubair = Koordinator Lapangan Percepatan Pembentukan Koperasi"
    ),
    ("Kepala Dinas Koperasi Blora, Yunus Minggu, menjelaskan.", "Yunus Minggu = Kepala Dinas Koperasi"),
    (
      "Bupati Gunung Mas (Gumas), Kalimantan Tengah, Jaya S. Mandar melalui siaran hadir.",
      "Jaya S. Mandar = Bupati"
    ),
    ("Wakil Bupati Buol Moh. Yusran Dj. Tarungku hadir.", "Moh. Yusran Dj. Tarungku = Wakil Bupati"),
    ("Camat Ladongi, drh. Arief Budiharto, hadir.", "Arief Budiharto = Camat"),
    ("Wakil Gubernur NTT Yoni da Costa hadir.", "Yoni da Costa = Wakil Gubernur"),
    ("Kepala Desa Oelnasi, Maria B. de Rosari, hadir.", "Maria B. de Rosari = Kepala Desa"),
    ("Pj Sekda NTT Florian Ngadu-Ngadu hadir.", "Florian Ngadu-Ngadu = Sekretaris Daerah"),
    ("Kepala Lembang Tonga Riu, Yohanis Pali Ne' Tiku, hadir.", "Yohanis Pali Ne' Tiku = Kepala Lembang"),
    ("Perbekel Batubulan Kangin, I Made Suarka, hadir.", "I Made Suarka = Perbekel"),
    ("Bendesa Adat Tegal Tamu, I Ketut Darma, hadir.", "I Ketut Darma = Bendesa Adat"),
    ("Hukum Tua Desa Kembes Satu, Jantje Wowiling, hadir.", "Jantje Wowiling = Hukum Tua"),
    ("Sangadi Bongkudai, Sumarno Mokodongan, hadir.", "Sumarno Mokodongan = Sangadi"),
    ("Raja Negeri Hila, Dahlan Latu, hadir.", "Dahlan Latu = Raja"),
    ("Kepala Ohoi Elaar, Yosep Rahail, hadir.", "Yosep Rahail = Kepala Ohoi"),
    ("Kepala Kampung Yoboi, Sefnat Walli, hadir.", "Sefnat Walli = Kepala Kampung"),
    ("Keuchik Gampong Lambaro, Tgk. Muhammad Yusran, hadir.", "Muhammad Yusran = Keuchik"),
    ("Ketua DPRK Aceh Tengah Fitri Muga hadir.", "Fitri Muga = Ketua DPRK"),
  ])
  func namesOfAllPartsOfTheCountryAreReadWhole(sentence: String, expected: String) throws {
    #expect(try Self.officials(sentence) == [expected])
  }

  @Test(arguments: [
    (
      "Kepala Dinas Penanaman Modal dan PTSP Minsel, Roy F.K. Tumilaar, S.STP, hadir.",
      "Roy F.K. Tumilaar = Kepala Dinas Penanaman Modal dan PTSP"
    ),
    (
      "Kepala Dinas Usaha Kecil Menengah (UKM) dan Koperasi Buru Selatan, Hamid Latu, hadir.",
      "Hamid Latu = Kepala Dinas Usaha Kecil Menengah dan Koperasi"
    ),
    (
      "Kepala Dinas Koperasi (Dinkop) dan UMKM Muna, LM Hasdar Sola, hadir.",
      "LM Hasdar Sola = Kepala Dinas Koperasi dan UMKM"
    ),
    (
      "Kepala DKUKMPP (Dinas Koperasi, UKM, Perindustrian dan Perdagangan) Blora Drs. Dahlan Hikam hadir.",
      "Dahlan Hikam = Kepala Dinas Koperasi, UKM, Perindustrian dan Perdagangan"
    ),
    (
      "Kadis Perdagangan Koperasi dan UKM Kabupaten Solok Rahman Hidayat hadir.",
      "Rahman Hidayat = Kepala Dinas Perdagangan Koperasi dan UKM"
    ),
    (
      "Kepala Dinas Koperasi UKM dan Perdagangan Aceh Barat Trisna Dharma hadir.",
      "Trisna Dharma = Kepala Dinas Koperasi, UKM dan Perdagangan"
    ),
    (
      "Pelaksana Tugas (Plt) Kepala Dinas Koperasi dan UKM Kabupaten Boltim, Irham Lasena, S.Kom, hadir.",
      "Irham Lasena = Kepala Dinas Koperasi dan UKM"
    ),
    (
      "Kepala Suku Dinas PPKUKM Jakarta Timur, Ahmad Bahari, hadir.",
      "Ahmad Bahari = Kepala Suku Dinas PPKUKM"
    ),
    ("Kasudin PPKUKM Jakarta Utara, Rita Wardani, hadir.", "Rita Wardani = Kepala Suku Dinas PPKUKM"),
    ("Sekretaris Kota Jakarta Pusat, Deni Ramdani, hadir.", "Deni Ramdani = Sekretaris Kota"),
    (
      "Asisten Daerah (Asda) II Kabupaten Serang, Febrian Hidayat, hadir.",
      "Febrian Hidayat = Asisten II Sekretariat Daerah"
    ),
    (
      "Asisten II Bidang Ekonomi dan Pembangunan Seluma Drs. Sukarno Efendi, MM, hadir.",
      "Sukarno Efendi = Asisten II Sekretariat Daerah Bidang Ekonomi dan Pembangunan"
    ),
    (
      "Staf Ahli Bupati Bidang Pemerintahan, Hukum dan Politik Idris Fahruddin hadir.",
      "Idris Fahruddin = Staf Ahli Bupati Bidang Pemerintahan, Hukum dan Politik"
    ),
    (
      "Anggota Komisi II DPRD Kota Serang Rizki Mulyana hadir.",
      "Rizki Mulyana = Anggota Komisi II DPRD"
    ),
  ])
  func officesOfRegionsAreSpelledWithAllTheirWordsOnce(sentence: String, expected: String) throws {
    #expect(try Self.officials(sentence) == [expected])
  }

  @Test(arguments: [
    (
      "Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi (Mendes PDTT), Yanto Susilo, hadir.",
      "Yanto Susilo = Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi", "Indonesia"
    ),
    (
      "Menteri Koordinator Bidang Pangan, sekaligus Ketua Satgas Nasional Koperasi Merah Putih, Zainal Hakim hadir.",
      "Zainal Hakim = Menteri Koordinator Bidang Pangan", "Indonesia"
    ),
    (
      "Farid Jaelani yang juga menjabat sebagai Wakil Menteri Koperasi meninjau gerai.",
      "Farid Jaelani = Wakil Menteri Koperasi", "Indonesia"
    ),
    (
      "Staf Ahli Menteri Dalam Negeri Bidang Hukum dan Kesatuan Bangsa, Budi Harsono, hadir.",
      "Budi Harsono = Staf Ahli Menteri Dalam Negeri Bidang Hukum dan Kesatuan Bangsa", "Indonesia"
    ),
    (
      "Direktur Jenderal Pengendalian dan Penertiban Tanah dan Ruang (PPTR), Yohan Hutapea, hadir.",
      "Yohan Hutapea = Direktur Jenderal Pengendalian dan Penertiban Tanah dan Ruang", "Indonesia"
    ),
    (
      "Asisten Deputi Sistem Distribusi Pangan Kementerian Koordinator Bidang Pangan, Fadli Nugraha, hadir.",
      "Fadli Nugraha = Asisten Deputi Sistem Distribusi Pangan", "Kementerian Koordinator Bidang Pangan"
    ),
    (
      "Asisten Teritorial (Aster) Panglima TNI Mayjen TNI Sukandar hadir.",
      "Sukandar = Asisten Teritorial Panglima TNI", "Indonesia"
    ),
    (
      "Direktur Utama Subholding Upstream Pertamina, Yoga Wibisana, hadir.",
      "Yoga Wibisana = Direktur Utama", "Subholding Upstream Pertamina"
    ),
    (
      "Direktur Utama PT Pos Indonesia, Faisal Rahmat, hadir.", "Faisal Rahmat = Direktur Utama",
      "PT Pos Indonesia"
    ),
    (
      "Pemimpin Cabang BRI Singaraja, Ketut Wirawan, hadir.", "Ketut Wirawan = Pemimpin Cabang",
      "BRI Singaraja"
    ),
    (
      "Komandan Kodim (Dandim) 0210/TU Letkol Kav. Rudi Tambun hadir.", "Rudi Tambun = Komandan Kodim",
      "Kodim 0210/TU"
    ),
    (
      "Pangdam V/Brawijaya Mayjen TNI Arif Samudra hadir.", "Arif Samudra = Panglima Kodam",
      "Kodam V/Brawijaya"
    ),
    (
      "Ketua KSU Sumber Guyub, Sutrisno Hadi, hadir.", "Sutrisno Hadi = Ketua Koperasi", "KSU Sumber Guyub"
    ),
  ])
  func whatANationalOfficeOrABodyIsOf(sentence: String, expected: String, of: String) throws {
    let record = try Fixture.record("Di Kabupaten Blora ada kabar. " + sentence)
    #expect(record.officials.map { "\($0.name) = \($0.position)" } == [expected])
    #expect(record.officials.first?.of == of)
  }

  @Test(arguments: [
    "Selanjutnya, Wakil Menteri Koperasi menyebut hal itu.",
    "Menurutnya, Gubernur setuju. Diketahui, Camat hadir.",
    "Tenaga Asisten Bisnis dari kementerian dilibatkan.",
    "Program Bupati Menyapa Warga berjalan.",
    "Dasarnya, menurut Sekda, Petunjuk Pelaksanaan Menteri Koperasi.",
    "Direktur Utama PT Agrinas Pangan Nusantara menambahkan begitu.",
    "Ketua Pengda INI Kabupaten Blora, Suharyanto, hadir.",
  ])
  func adverbsProgrammesAndFieldsAreNoPersons(sentence: String) throws {
    #expect(try Self.officials(sentence).isEmpty)
  }

  @Test func theVillageBeforeAnOfficeIsWhatItIsOf() throws {
    let record = try Fixture.record(
      "Di Desa Ranolimbo, Kabupaten Konawe Selatan, camat didampingi Ketua BPD Hasrun dan Sekretaris BPD Nurmi."
    )
    #expect(record.officials.map(\.name) == ["Hasrun", "Nurmi"])
    #expect(record.regions.map(\.region) == ["Desa Ranolimbo", "Kabupaten Konawe Selatan"])
  }

  @Test func oneWhoIsChosenHoldsTheOffice() throws {
    let record = try Fixture.record(
      "Di Kabupaten Sikka, Yosef Lero dipilih sebagai Ketua Koperasi Desa Merah Putih Nele dengan empat pengurus."
    )
    #expect(record.officials.map(\.name) == ["Yosef Lero"])
    #expect(record.officials.first?.of == "Koperasi Desa Merah Putih Nele")
  }
}
