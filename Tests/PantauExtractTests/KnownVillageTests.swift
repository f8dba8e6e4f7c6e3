import PantauRecords
import Testing

@testable import PantauExtract

/// Villages that the gazetteer's own table knows.
struct KnownVillageTests {
  @Test(arguments: [
    ("Bupati Morowali datang ke Bahomohoni, Senin.", ["Desa Bahomohoni"]),
    ("Warga Tengku Dacing menunggu Bupati Tana Tidung.", ["Desa Tengku Dacing"]),
    (
      "Di Kota Kediri, Bandar Lor kuat di UMKM. Dermo punya industri batik.",
      ["Kelurahan Bandar Lor", "Kelurahan Dermo"]
    ),
    // The table tells which of them are kelurahan.
    (
      "Pengurus KDKMP Padangsambian dan KDKMP Padangsambian Kaja bertemu Wali Kota Denpasar.",
      ["Kelurahan Padangsambian", "Desa Padangsambian Kaja"]
    ),
    (
      "Bupati Lombok Timur memuji Kelurahan Kelayu Selatan, Bagik Papan, dan Gunung Rajak.",
      ["Kelurahan Kelayu Selatan", "Desa Bagik Papan", "Desa Gunung Rajak"]
    ),
    // Village and district, village and person without a mark between them
    (
      "Bupati Blora menyebut Desa Jati, Gembyungan Randublatung, dan Kemantren Kedungtuban.",
      ["Desa Jati", "Desa Gembyungan", "Desa Kemantren"]
    ),
    // The regency's seat stands for the town; the place of a region that is not named, a person, an island, another word
    ("Bupati Kotawaringin Timur rapat di Sampit.", []),
    ("Gubernur Sulawesi Tengah datang ke Bahomohoni.", []),
    ("Bupati Aceh Utara mendengar Kepala Kantor Aceh Meurah Burhan.", []),
    ("Bupati Sambas memulai lebih awal dari daerah lain di Kalimantan.", []),
    ("Bupati Sragen hadir. Dari 208 koperasi, satu yang buka.", []),
  ])
  func aVillageOfTheRegencyNeedsNoLevelWord(body: String, expected: [String]) throws {
    let villages = try Self.regions(body).filter { $0.hasPrefix("Desa") || $0.hasPrefix("Kelurahan") }
    #expect(villages == expected)
  }

  /// A text that names very many regencies is no report on the districts and villages of each.
  @Test func whereVeryManyRegenciesAreNamedNoneOfTheirDistrictsIsLookedFor() throws {
    let towns = [
      "Banda Aceh", "Sabang", "Langsa", "Medan", "Binjai", "Padang", "Solok", "Bukittinggi", "Pekanbaru",
      "Dumai",
      "Palembang", "Prabumulih", "Pagar Alam", "Metro", "Pangkal Pinang", "Batam", "Bogor", "Sukabumi",
      "Bekasi",
      "Depok", "Cimahi", "Tasikmalaya", "Magelang", "Surakarta", "Salatiga", "Semarang", "Pekalongan",
      "Tegal",
      "Yogyakarta", "Kediri", "Blitar", "Malang", "Probolinggo", "Pasuruan", "Mojokerto", "Madiun",
      "Surabaya",
      "Tangerang", "Cilegon", "Serang", "Denpasar", "Mataram", "Kupang", "Pontianak", "Singkawang",
      "Banjarmasin",
      "Banjarbaru", "Samarinda", "Balikpapan", "Bontang", "Tarakan", "Manado", "Bitung", "Tomohon",
      "Kotamobagu",
      "Palu", "Makassar", "Parepare", "Palopo", "Kendari", "Baubau", "Ambon", "Tual",
    ]
    func finds(_ count: Int) throws -> Bool {
      let named = towns.prefix(count).map { "Kota \($0)" }.joined(separator: ", ")
      return try Self.regions("Hadir wakil \(named). Di Padang, Lubuk Begalung ada tujuh koperasi.")
        .contains("Kecamatan Lubuk Begalung")
    }
    #expect(try finds(10))
    #expect(try !finds(towns.count))
  }

  private static func regions(_ body: String) throws -> [String] {
    try Fixture.record(body, title: "Kabar Koperasi Merah Putih").regions.map(\.region)
  }
}
