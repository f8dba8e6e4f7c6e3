import PantauRecords
import Testing

@testable import PantauExtract

/// Rows of names that no level word leads: what a careful reader takes them for.
@Suite struct BareRowTests {
  private static func regions(_ body: String, title: String = "Kabar Koperasi Merah Putih") throws -> Set<
    String
  > {
    Set(try Fixture.record(body, title: title).regions.map(\.region))
  }

  @Test(arguments: [
    (
      "Di Kabupaten Berau lima desa siap. \"Tanjung Batu, Long Keluh, Sido Urip, Bumi Jaya, Giri Mulya,\" sebutnya.",
      ["Desa Tanjung Batu", "Desa Long Keluh", "Desa Sido Urip", "Desa Bumi Jaya", "Desa Giri Mulya"]
    ),
    (
      "Dua kelurahan di Kota Semarang berjalan, yaitu Dadapwangi dan Tanjung Sari.",
      ["Kelurahan Dadapwangi", "Kelurahan Tanjung Sari"]
    ),
    (
      "Sudah 21 desa di Kabupaten Natuna bergabung. Keramat - Impul - Sungguk, serta Piabang - Belabak menyatu.",
      ["Desa Keramat", "Desa Impul", "Desa Sungguk", "Desa Piabang", "Desa Belabak"]
    ),
    (
      "Koperasi di Kabupaten Kudus tumbuh: dua desa di Dawe (Puyeh dan Samirejo).",
      ["Desa Puyeh", "Desa Samirejo"]
    ),
    (
      "Di Kabupaten Tapanuli Tengah ada lima desa, yakni Manggita, Sibia-bia, Sialoga, Naga Tumbul, dan Nauli.",
      ["Desa Sibia-bia", "Desa Naga Tumbul"]
    ),
    (
      "Di Kabupaten Muaro Jambi, Camat Kumpeh hadir. Dua koperasi di kecamatan itu, yakni Puding dan Sponjan, siap.",
      ["Desa Puding", "Desa Sponjan"]
    ),
    (
      "Di Kabupaten Sikka gerai dibangun di Desa Tilang dan Egon, sementara Hura Bekor, Geliting, serta Koting B menunggu.",
      ["Desa Hura Bekor", "Desa Geliting", "Desa Koting B"]
    ),
    (
      "Di Kecamatan Setu, Kota Tangerang Selatan, Kelurahan Kademangan menyusul Bakti Jaya, Setu, dan Keranggan.",
      ["Kelurahan Bakti Jaya", "Kelurahan Keranggan"]
    ),
    (
      "Di Kecamatan Setu, Kota Tangerang Selatan, tiga kelurahan sudah punya gerai. Ketiganya Bakti Jaya, Setu, dan Keranggan.",
      ["Kelurahan Bakti Jaya", "Kelurahan Setu", "Kelurahan Keranggan"]
    ),
    (
      "Di Kabupaten Pacitan empat desa tertinggal, yakni Klesem di Kecamatan Kebonagung, Ngunut di Kecamatan Bandar, serta "
        + "Padi dan Kluwih di Kecamatan Tulakan.",
      ["Desa Padi", "Desa Kluwih", "Kecamatan Bandar", "Kecamatan Tulakan"]
    ),
    (
      "Kopdes percontohan ada dua: Apeng di Kabupaten Bulungan dan Selumat di Kota Tarakan.",
      ["Desa Apeng", "Kelurahan Selumat"]
    ),
  ])
  func villagesInARow(body: String, expected: [String]) throws {
    let found = try Self.regions(body)
    #expect(found.isSuperset(of: expected), "\(found)")
  }

  @Test(arguments: [
    (
      "Koperasi Kabupaten Madiun didata. Dagengan dan Gegeran jadi kecamatan terdepan.",
      ["Kecamatan Dagengan", "Kecamatan Gegeran"]
    ),
    (
      "Beberapa kampung di Kelei dan Segoh, Kabupaten Berau, belum terjangkau.",
      ["Kecamatan Kelei", "Kecamatan Segoh"]
    ),
    (
      "Lurah Ternate Baru di Kota Manado senang. Koperasi Merah Putih Ternate Baru mulai berjualan.",
      ["Kelurahan Ternate Baru", "Kota Manado"]
    ),
    (
      "Di Kabupaten Sukoharjo ada lima kecamatan yang koperasinya lengkap, yaitu Weri, Buli, Sukoharjo, Gatik, dan Kartasira.",
      ["Kecamatan Weri", "Kecamatan Sukoharjo", "Kecamatan Kartasira", "Kabupaten Sukoharjo"]
    ),
    (
      "Gampong di Kota Langsa tersebar di Kecamatan Langsa Kota, Langsa Timur, Langsa Lama, dan Langsa Baro.",
      [
        "Kecamatan Langsa Kota", "Kecamatan Langsa Timur", "Kecamatan Langsa Lama", "Kecamatan Langsa Baro",
        "Kota Langsa",
      ]
    ),
    (
      "Dua desa ditunjuk per kecamatan di Kabupaten Pacitan. Di antaranya Tegalamba: Tahunen, Gemahrejo; Tulakin: "
        + "Kluwah, Nglaren.",
      [
        "Kecamatan Tegalamba", "Desa Tahunen", "Desa Gemahrejo", "Kecamatan Tulakin", "Desa Kluwah",
        "Desa Nglaren",
      ]
    ),
    (
      "Kota Palembang membangun gerai di Koramil 418-08/Sakojaya, Kamis.", ["Kecamatan Sakojaya"]
    ),
    (
      "Di Kabupaten Gunungkidul daftarnya:\n- Giriwungan (Kapanewon Panggang)\n- Gedangsari dan Jatiaya (Kapanewon "
        + "Karangmojo)\nKoperasi itu didanai.",
      ["Desa Giriwungan", "Desa Gedangsari", "Desa Jatiaya"]
    ),
    (
      "Berikut keadaan lahan tiga desa di Kabupaten Aceh Barat:\n- Drien Baru: tanah desa\n- Rumah Panjeng: belum "
        + "ada\n- Keude Mane: tanah desa\nTim lanjut.",
      ["Desa Drien Baru", "Desa Rumah Panjeng", "Desa Keude Mane"]
    ),
  ])
  func districtsGroupsAndLines(body: String, expected: [String]) throws {
    let found = try Self.regions(body)
    #expect(found.isSuperset(of: expected), "\(found)")
  }

  @Test func namesWithTheSameWordBehindGoOnFromARow() throws {
    let found = try Self.regions(
      "Delapan KDMP di Kabupaten Tabanan berjalan. Di antaranya Gadungen dan Gubeg dengan simpan pinjam, Tunjek dengan "
        + "sembako, serta Jegi dengan pupuk.")
    #expect(found.isSuperset(of: ["Desa Gadungen", "Desa Gubeg", "Desa Tunjek", "Desa Jegi"]), "\(found)")
  }

  @Test(arguments: [
    "Kepala Dinas Koperasi, Usaha Mikro, Perindustrian, dan Perdagangan Kabupaten Blora mendata desa.",
    "Desa di Kabupaten Blora meniru India, Norwegia, dan Finlandia.",
    "Desa-desa di Kabupaten Blora dilewati Batang Anyar, Batang Ulaken, dan Batang Lubuk.",
    "Kades di Kabupaten Blora memakai modal dari BNI, BRI, dan Mandiri.",
  ])
  func otherRowsAreNoVillages(body: String) throws {
    #expect(try Self.regions(body) == ["Kabupaten Blora"])
  }

  @Test func theHeadlineNamesADistrictOfTheBody() throws {
    let record = try Fixture.record(
      "Kecamatan Sukakerta, Kabupaten Musi Rawas, punya delapan desa. Empat desa telah membangun Koperasi Merah Putih, "
        + "kata Camat Sukakerta, Joni Rusdi.",
      title: "Dua Desa di Sukakerta Belum Punya Lahan")
    #expect(record.actuals.first?.region == "Kecamatan Sukakerta")
  }

  @Test func aPromiseOfOneCooperativeIsItsVillages() throws {
    let record = try Fixture.record(
      "Bangunan itu adalah Koperasi Merah Putih di Kelurahan Sukodani, Kecamatan Sukarami, Kota Palembang. Gerai itu harus "
        + "siap beroperasi pada 25 Juli 2025.",
      title: "Koperasi Sukodani Dicat")
    #expect(record.targets.map(\.region) == ["Kelurahan Sukodani"])
  }

  @Test(arguments: [
    (
      "Susunannya: Ketua Arif Billah, Sekretaris Samsul Huda, Bendahara Hasanuddin.",
      [
        "Arif Billah = Ketua Koperasi", "Samsul Huda = Sekretaris Koperasi",
        "Hasanuddin = Bendahara Koperasi",
      ]
    ),
    (
      "Secara mufakat terpilih Tarmiji sebagai ketua, Holdin wakil ketua bidang usaha, dan Santi bendahara.",
      [
        "Tarmiji = Ketua Koperasi", "Holdin = Wakil Ketua Bidang Usaha Koperasi",
        "Santi = Bendahara Koperasi",
      ]
    ),
    ("Ia dibantu Fadila Putra (Sekretaris).", ["Fadila Putra = Sekretaris Koperasi"]),
  ])
  func theBoardOfACooperative(sentence: String, expected: [String]) throws {
    let record = try Fixture.record(
      "Koperasi Merah Putih Desa Sumberan, Kabupaten Blora, berdiri. " + sentence)
    #expect(record.officials.map { "\($0.name) = \($0.position)" } == expected)
    #expect(record.officials.first?.of == "Koperasi Desa/Kelurahan Merah Putih Sumberan")
  }

  @Test(arguments: [
    ("Kepala dinas, I Wayan Ekaputra, hadir.", "I Wayan Ekaputra = Kepala Dinas Koperasi dan UMKM"),
    ("Kepala dinasnya, Slamet Sunarya, hadir.", "Slamet Sunarya = Kepala Dinas Koperasi dan UMKM"),
  ])
  func aDepartmentNamedByItsHeadIsTheLastOne(sentence: String, expected: String) throws {
    let record = try Fixture.record("Dinas Koperasi dan UMKM Kabupaten Blora bergerak. " + sentence)
    #expect(record.officials.map { "\($0.name) = \($0.position)" } == [expected])
  }

  @Test func onePersonBehindAnOfficeAndItsDistrictIsNoPlace() throws {
    let record = try Fixture.record(
      "Begitulah keadaan di Kecamatan Balikpapan Barat, Kota Balikpapan, menurut Camat Erwanto, Senin (10/11/2025)."
    )
    #expect(record.officials.map(\.name) == ["Erwanto"])
    #expect(!record.regions.map(\.region).contains("Kecamatan Erwanto"))
  }
}
