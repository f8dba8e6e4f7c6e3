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

  private static func regions(_ body: String) throws -> [String] {
    try Fixture.record(body, title: "Kabar Koperasi Merah Putih").regions.map(\.region)
  }
}
