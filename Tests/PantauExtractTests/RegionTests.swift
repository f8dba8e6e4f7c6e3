import PantauRecords
import Testing

@testable import PantauExtract

/// Which regions an article names: tables of short reports and the labels that a careful reader takes out of them.
@Suite struct RegionTests {
  private static func regions(_ body: String, title: String = "Kabar Koperasi Merah Putih") throws -> [String]
  {
    try Fixture.record(body, title: title).regions.map(\.region)
  }

  @Test(arguments: [
    ("Jakarta, Kabar.id - Bupati Garut meninjau koperasi.", ["Kabupaten Garut"]),
    ("Bandung | Kabar Pagi – Bupati Garut meninjau koperasi.", ["Kabupaten Garut"]),
    ("Lampungkabar.co.id, Bandar Lampung – Gubernur Lampung hadir.", ["Provinsi Lampung"]),
    ("GARUT – Bupati Garut meninjau koperasi.", ["Kabupaten Garut"]),
    ("KABARJATENG.COM, JAKARTA - Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("bakabar.com, BANJARBARU — Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("Jakarta, hotkabar.com\nBupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("SIDOARJO l Gubernur Jatim meninjau koperasi.", ["Provinsi Jawa Timur"]),
    ("Jakarta: Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("Surabaya-Seluruh camat Kabupaten Blora hadir.", ["Kabupaten Blora"]),
    ("MANOKWARI, kabar.com-Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("Makassar. Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("PEKANBARU, Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("Kabar Pagi, Jakarta-Sebanyak 12 camat Kabupaten Blora hadir.", ["Kabupaten Blora"]),
    ("Kabar6.com, Jakarta Pemerintah membantu Kabupaten Blora.", ["Kabupaten Blora"]),
    ("KABAR.ID - JAKARTA. Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("Kabar.id | Jayapura | Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
    ("KABAR.COM-Papua Tengah mencatat sejarah.", ["Provinsi Papua Tengah"]),
    ("Koperasi itu kini buka.\nSurabaya, Kabar Times - Bupati Blora meninjau koperasi.", ["Kabupaten Blora"]),
  ])
  func aPlaceOfTheDatelineAloneIsLeftOut(body: String, expected: [String]) throws {
    #expect(try Self.regions(body) == expected)
  }

  /// Words that `rules/synonyms.txt` must leave to names.
  @Test(arguments: [
    "Kecamatan X Koto Diatas", "Desa Bakal Dalam", "Desa Bakal Julu", "Desa Bangunan",
  ])
  func namesKeepWordsThatHaveSynonyms(place: String) throws {
    let body =
      "Bupati meninjau Koperasi Merah Putih di \(place), Kecamatan Talo, Senin. Koperasi \(place) buka."
    #expect(try Self.regions(body).contains(place))
  }

  @Test(arguments: [
    ("Kabupaten Manggarai barat meresmikan koperasi.", ["Kabupaten Manggarai Barat"]),
    ("Bupati Sumba Barat daya hadir.", ["Kabupaten Sumba Barat Daya"]),
    // "tengah" says that something is going on
    ("Pemprov Bengkulu tengah menyiapkan koperasi.", ["Provinsi Bengkulu"]),
  ])
  func aPointOfTheCompassMayStandInSmallLetters(body: String, expected: [String]) throws {
    #expect(try Self.regions(body) == expected)
  }

  @Test(arguments: [
    (
      "Di Kabupaten Pesisir Barat, Krui Selatan 10 koperasi, Karya Penggawa 9, dan Lemong 5.",
      ["Kecamatan Krui Selatan", "Kecamatan Karya Penggawa", "Kecamatan Lemong"]
    ),
    ("Di Medan Petisah baru satu koperasi yang buka, kata Wali Kota Medan.", ["Kecamatan Medan Petisah"]),
    ("Camat Payung Sekaki Ahmad Fauzan hadir bersama Wali Kota Pekanbaru.", ["Kecamatan Payung Sekaki"]),
    ("Bupati Batu Bara menyebut Lima Puluh Pesisir 13 unit.", ["Kecamatan Lima Puluh Pesisir"]),
    ("Bupati Gowa bertemu pengurus di Somba Opu, Senin.", ["Kecamatan Somba Opu"]),
    // As the decree spells it
    ("Camat Padangtiji hadir, kata Bupati Pidie.", ["Kecamatan Padang Tiji"]),
    // One letter apart, in a row of districts
    (
      "Bupati Pamekasan memuji Palenggaan, Pakong, dan Galis.",
      ["Kecamatan Palenggaan", "Kecamatan Pakong", "Kecamatan Galis"]
    ),
  ])
  func aDistrictOfTheRegencyNeedsNoLevelWord(body: String, expected: [String]) throws {
    #expect(try Self.regions(body).filter { $0.hasPrefix("Kecamatan") } == expected)
  }

  @Test(arguments: [
    // Only one of them is a district's name as well.
    "Gerai yang siap di Bandar Lampung ada di Kelurahan Kota Karang, Sukarame, dan Waydadi.",
    // The regency is not named.
    "Di Somba Opu koperasi sudah buka, kata Gubernur Sulawesi Selatan.",
    // A person, a street, a common word at the beginning of a sentence
    "Bupati Gowa mendengar Salam Bontonompo Putra berbicara.",
    "Bupati Kampar lewat di Jalan Salo.",
    "Bupati Kudus datang. Kota ini ramai.",
    // Three cooperatives, one to one
    "Tiga koperasi di Kabupaten Lombok Timur, yaitu di Jerowaru, Labuhan Haji, dan Sugian, didampingi.",
    // No district of the city is called so.
    "Satu lokasi di Antang telah diajukan, kata Wali Kota Makassar. Kecamatan Tamalanrea menunggu.",
  ])
  func whatIsNoDistrictIsNotTakenForOne(body: String) throws {
    #expect(try Self.regions(body).filter { $0.hasPrefix("Kecamatan") && $0 != "Kecamatan Tamalanrea" } == [])
  }

  @Test(arguments: [
    ("Bupati Sleman menyebut KDMP Sleman sudah 86 unit.", ["Kabupaten Sleman"]),
    ("Dinas Pemberdayaan Masyarakat Desa Tanggamus melapor ke Pemkab Tanggamus.", ["Kabupaten Tanggamus"]),
    ("Gubernur Sulsel menargetkan seluruh desa Sulsel.", ["Provinsi Sulawesi Selatan"]),
    ("Dua desa Lombok Timur sudah bermusyawarah.", ["Kabupaten Lombok Timur"]),
    ("Seluruh desa Aceh Besar sudah bermusyawarah.", ["Kabupaten Aceh Besar"]),
    (
      "Di Kabupaten Klaten, KDMP Bentangan sudah buka.", ["Kabupaten Klaten", "Desa Bentangan"]
    ),
  ])
  func aCooperativeNamedAfterTheRegionIsNoVillage(body: String, expected: [String]) throws {
    #expect(try Self.regions(body) == expected)
  }

  @Test(arguments: [
    (
      "Di Kabupaten Berau tinggal tiga kampung yang tersisa, yaitu Long Ayan, Long Ayap, dan Long Sule.",
      ["Kabupaten Berau", "Desa Long Ayan", "Desa Long Ayap", "Desa Long Sule"]
    ),
    (
      "Di Kabupaten Jember dua desa kecil di lereng, Sumberan dan Gunungrejo, berbagi satu koperasi.",
      ["Kabupaten Jember", "Desa Sumberan", "Desa Gunungrejo"]
    ),
    (
      "Empat desa di Kabupaten Tulungagung ditunjuk. Dua berada di Kecamatan Ngunut, yaitu Gilang dan Pulosari.",
      ["Kabupaten Tulungagung", "Kecamatan Ngunut", "Desa Gilang", "Desa Pulosari"]
    ),
    (
      "Di Kabupaten Pesisir Barat, pekon paling maju adalah Sukarame di Kecamatan Ngaras dan Ulok Mukti di "
        + "Kecamatan Ngambur.",
      [
        "Kabupaten Pesisir Barat", "Kecamatan Ngaras", "Kecamatan Ngambur", "Desa Sukarame",
        "Desa Ulok Mukti",
      ]
    ),
    (
      "Lima dari 32 kecamatan di Kabupaten Simalungun selesai. Kelimanya ialah Maligas, Huluan, Bosar, Dolok, dan "
        + "Haranggaol.",
      [
        "Kabupaten Simalungun", "Kecamatan Maligas", "Kecamatan Huluan", "Kecamatan Bosar", "Kecamatan Dolok",
        "Kecamatan Haranggaol",
      ]
    ),
    (
      "Di Kota Cirebon sudah buka di Kelurahan Kecapi, Kesambi, Larangan, dan Kelurahan Sukapura.",
      ["Kota Cirebon", "Kelurahan Kecapi", "Kelurahan Kesambi", "Kelurahan Larangan", "Kelurahan Sukapura"]
    ),
    (
      "Di Kabupaten Rejang Lebong, Kecamatan Bermani Ulu punya 12 koperasi, sedangkan di Curup Utara ada tujuh.",
      ["Kabupaten Rejang Lebong", "Kecamatan Bermani Ulu", "Kecamatan Curup Utara"]
    ),
  ])
  func namesOfListsTakeTheLevelOfWhatIsCounted(body: String, expected: [String]) throws {
    #expect(try Self.regions(body).sorted() == expected.sorted())
  }

  @Test(arguments: [
    ("Di Kota Ambon, Negeri Batu Merah, Kecamatan Sirimau.", "Desa Batu Merah"),
    ("Di Kota Depok, Kelurahan Mampang, Kecamatan Pancoran Mas, siap.", "Kecamatan Pancoran Mas"),
    ("Di Kabupaten Aceh Barat, Gampong Kampung Belakang menggelar musyawarah.", "Desa Kampung Belakang"),
    ("Di Kabupaten Gunungkidul, Lurah Giripurwo, Suharman, hadir.", "Desa Giripurwo"),
    ("Sumenep dan Provinsi Banten; ia hadir di Serang, kata panitia.", "Kota Serang"),
    ("Pemerintah Musirawas menargetkan 10 desa.", "Kabupaten Musi Rawas"),
    ("Gubernur Jateng menyebut Kabupaten Banyumas, Tegal dan Magelang.", "Kabupaten Tegal"),
    (
      "Di Kabupaten Alor, Kecamatan Teluk Mutiara punya 9 gerai. Menyusul Alor Barat Daya 8 gerai, Pantar 6 gerai.",
      "Kecamatan Alor Barat Daya"
    ),
    (
      "Di Kabupaten Paser, sebarannya: Long Ikis 14 gerai, Paser Belengkong 9 gerai, Kuaro 6 gerai.",
      "Kecamatan Paser Belengkong"
    ),
    (
      "Di Kabupaten Kampar, Desa Pulau Gadang, Kecamatan XIII Koto Kampar, siap.",
      "Kecamatan XIII Koto Kampar"
    ),
    ("Di Kabupaten Lima Puluh Kota, Kecamatan Situjuah Limo Nagari, siap.", "Kecamatan Situjuah Limo Nagari"),
    ("Di Kabupaten Bungo, Kecamatan Muko-Muko Bathin VII, siap.", "Kecamatan Muko-Muko Bathin VII"),
    ("Di Kabupaten Solok, Camat Lembah Gumanti Zulkarnain hadir.", "Kecamatan Lembah Gumanti"),
    (
      "Di Kota Pangkalpinang, KKMP Air Kepala Tujuh, Kecamatan Gerunggang, buka.",
      "Kelurahan Air Kepala Tujuh"
    ),
    ("Di Kabupaten Solok Selatan, Kecamatan Sangir Balai Janggo siap.", "Kecamatan Sangir Balai Janggo"),
    ("Di Kabupaten OKU Selatan, Kecamatan Tiga Dihaji siap.", "Kecamatan Tiga Dihaji"),
    (
      "Di Kota Jakarta Selatan, Kecamatan Cilandak punya tiga koperasi, Tebet dan Pasar Minggu masing-masing dua.",
      "Kecamatan Pasar Minggu"
    ),
    ("Di Kota Makassar, Koperasi Merah Putih Mangasa di Jalan Mallengkeri Raya buka.", "Kelurahan Mangasa"),
    ("Koperasi Desa Merah Putih (KDMP) Medan Krio di Kabupaten Deli Serdang buka.", "Desa Medan Krio"),
    ("Dialog Kopdes Merah Putih Sumsel digelar di Kota Palembang.", "Provinsi Sumatera Selatan"),
    (
      "Di Kabupaten Malinau baru 12 desa yang lahannya cukup, di antaranya Long Loreh dan Belayan.",
      "Desa Belayan"
    ),
    (
      "Di Kabupaten Cilacap, Lurah Sidanegara, Cilacap Tengah, Retno Wulan, hadir.",
      "Kecamatan Cilacap Tengah"
    ),
  ])
  func aNameIsReadWholeAndAtItsLevel(body: String, expected: String) throws {
    #expect(try Self.regions(body).contains(expected))
  }

  @Test(arguments: [
    ("Di Kabupaten Lombok Utara, Tegal Maja mulai menjual beras.", "Kabupaten Tegal"),
    ("Di Kabupaten Dompu, Komando Distrik Militer ikut mengawal.", "Kecamatan Militer"),
    ("TULUNGAGUNG – Palu mulai berbunyi di Kabupaten Tulungagung.", "Kota Palu"),
    ("Menteri Desa Yudha Susilo hadir di Klaten.", "Desa Yudha Susilo"),
    ("Gubernur Bali menyebut Bank BPD Bali siap.", "Desa Bali"),
    ("Bupati Kulon Progo membahas Lumbung Mataram.", "Kota Mataram"),
    ("Koperasi Desa Merah-Putih di Kabupaten Blora buka.", "Desa Merah-Putih"),
    ("Sebanyak 71.397 unit KDMP Baru di Kabupaten Blora siap.", "Desa Baru"),
    ("Dana Desa Tahap II di Kabupaten Blora cair.", "Desa Tahap II"),
    ("Di Kota Makassar, KMP Mangasa di Jalan Mallengkeri Raya buka.", "Kecamatan Jalan Mallengkeri Raya"),
    ("Gerai KDKMP Tegal Kertha buka di Kota Denpasar.", "Kota Tegal"),
    ("Kapolres Metro Jakarta Utara hadir.", "Kota Metro"),
    ("Warga Kabupaten Bojonegoro menanam padi di sepanjang Bengawan Solo.", "Kota Surakarta"),
    (
      "Di Kabupaten Gunungkidul, 144 KDMP di Bumi Handayani siap, 12 KDMP di Ponjong buka.",
      "Kecamatan Bumi Handayani"
    ),
    ("Di Kabupaten Minahasa, Hukum Tua Desa Kembes, Jantje Sajo, hadir.", "Kecamatan Jantje Sajo"),
    ("Nagari Situjuah Batua di Kabupaten Lima Puluh Kota dan Kabupaten Kampar siap.", "Kecamatan Kabupaten"),
    ("Di Kabupaten Ciamis koperasi ada di enam kecamatan Ciamis Utara.", "Kecamatan Ciamis Utara"),
    ("Di Kabupaten Nunukan gerai Desa Tanjung Harapan di Pulau Sebatik buka.", "Kecamatan Pulau Sebatik"),
    (
      "Di Kota Batam lahan ada di Kelurahan Kasu dan Sekanak serta Tanjung Banun di Kelurahan Sembulang.",
      "Kelurahan Tanjung Banun"
    ),
    (
      "Di Kota Serang gerai dibangun di Gedung Kesenian Utara, Selasa (6/1).",
      "Kecamatan Gedung Kesenian Utara"
    ),
    ("Rakor Koperasi Desa/Kelurahan Merah Putih Wilayah III di Kabupaten Sorong.", "Desa Wilayah III"),
    (
      "Di Kabupaten Kutai Kartanegara, Camat Marangkayu, Ambon Jaya, menyebut dua desa.",
      "Kecamatan Ambon Jaya"
    ),
    ("Rapat Kabupaten Blora dihadiri tenaga pendamping desa, yakni Wiwit Aprianto dan Buari.", "Desa Buari"),
    ("Bimbingan itu di Desa Adat Penglipuran, Kabupaten Bangli.", "Desa Penglipuran"),
    ("Pemerintah Kabupaten Pohuwato, Gorontalo, mulai bergerak.", "Kabupaten Gorontalo"),
  ])
  func whatOnlyLooksLikeAPlaceIsNone(body: String, wrong: String) throws {
    #expect(try Self.regions(body).contains(wrong) == false)
  }

  @Test(arguments: [
    (
      "Koperasi dimulai di Kota Surabaya. Kelurahan percontohan itu adalah Mojo, Tandes, dan Ketintang.",
      ["Kota Surabaya", "Kelurahan Mojo", "Kelurahan Tandes", "Kelurahan Ketintang"]
    ),
    (
      "Di Kota Bengkulu gerai ada di Kelurahan Beringin Raya, Pematang Gubernur, dan Timur Indah.",
      ["Kota Bengkulu", "Kelurahan Beringin Raya", "Kelurahan Pematang Gubernur", "Kelurahan Timur Indah"]
    ),
    (
      "Di Kabupaten Minahasa gerai berdiri di Pahaleten (Kecamatan Kakas) dan Senduk (Tombariri).",
      [
        "Kabupaten Minahasa", "Desa Pahaleten", "Kecamatan Kakas", "Desa Senduk", "Kecamatan Tombariri",
      ]
    ),
    (
      "Desa itu dikunjungi tiga orang, yakni Budi, Sari, dan Wati.", []
    ),
    (
      "Di Kota Jakarta Pusat lima KKMP sudah rapat, yakni Karang Anyar, Petamburan, Kebon Melati, Kebon Kacang, dan "
        + "Kampung Bali.",
      [
        "Kota Jakarta Pusat", "Kelurahan Karang Anyar", "Kelurahan Petamburan", "Kelurahan Kebon Melati",
        "Kelurahan Kebon Kacang", "Kelurahan Kampung Bali",
      ]
    ),
    (
      "Kabupaten Klaten merinci, Kecamatan Wonosari, Ceper, dan Trucuk masing-masing tiga gerai. Cawas, Karanganom, "
        + "dan Polanharjo dua gerai.",
      [
        "Kabupaten Klaten", "Kecamatan Wonosari", "Kecamatan Ceper", "Kecamatan Trucuk", "Kecamatan Cawas",
        "Kecamatan Karanganom", "Kecamatan Polanharjo",
      ]
    ),
    (
      "Empat Kopdes menandatanganinya, yaitu Ulian (Kabupaten Bangli), Nusasari (Kabupaten Jembrana), Pertiwi dan "
        + "Kutuh (Kabupaten Badung).",
      [
        "Desa Ulian", "Kabupaten Bangli", "Desa Nusasari", "Kabupaten Jembrana", "Desa Pertiwi", "Desa Kutuh",
        "Kabupaten Badung",
      ]
    ),
    (
      "Warga Cempaka Baru, Kemayoran, Jakarta Pusat, kini bisa berbelanja.",
      ["Kelurahan Cempaka Baru", "Kecamatan Kemayoran", "Kota Jakarta Pusat"]
    ),

    (
      "Gedung KKMP di Jalan Danau Bisma, Papanggo, Tanjung Priok, Kota Jakarta Utara, dikerjakan.",
      ["Kelurahan Papanggo", "Kecamatan Tanjung Priok", "Kota Jakarta Utara"]
    ),
    (
      "Di Kabupaten Jember dua desa siap. Menunggu izin:\n1. Pancakarya\n2. Rowoindah\n3. Sukamakmur",
      ["Kabupaten Jember", "Desa Pancakarya", "Desa Rowoindah", "Desa Sukamakmur"]
    ),
    (
      "Gerai KDMP Kabupaten Minahasa ada banyak. Pahaleten di Kakas, Kamanga di Tompaso, dan Watumea di Eris.",
      [
        "Kabupaten Minahasa", "Desa Pahaleten", "Kecamatan Kakas", "Desa Kamanga", "Kecamatan Tompaso",
        "Desa Watumea", "Kecamatan Eris",
      ]
    ),
    (
      "Di Kabupaten Malinau 12 desa siap, di antaranya Malinau Hilir, Kuala Lapang, dan Belayan.",
      ["Kabupaten Malinau", "Desa Malinau Hilir", "Desa Kuala Lapang", "Desa Belayan"]
    ),
    (
      "Desa relokasi di Kabupaten Malinau sempit. Contohnya Temalang di Kecamatan Mentarang.",
      ["Kabupaten Malinau", "Desa Temalang", "Kecamatan Mentarang"]
    ),
    (
      "Di Kabupaten Kudus gedung dibangun di desa. Di Kecamatan Gebog ada Gondosari dan Besito.",
      ["Kabupaten Kudus", "Kecamatan Gebog", "Desa Gondosari", "Desa Besito"]
    ),
    (
      "Gerai Kota Tasikmalaya ada di empat lokasi. Yang maju itu Nagarawangi, Sukahurip, Panyingkiran, dan Sukamaju.",
      [
        "Kota Tasikmalaya", "Kelurahan Nagarawangi", "Kelurahan Sukahurip", "Kelurahan Panyingkiran",
        "Kelurahan Sukamaju",
      ]
    ),
    (
      "Gubernur Jawa Timur meninjau KMP Kutisari Surabaya.",
      ["Provinsi Jawa Timur", "Kelurahan Kutisari", "Kota Surabaya"]
    ),
    ("Musyawarah Desa Luar Biasa di Kabupaten Blora selesai.", ["Kabupaten Blora"]),
    (
      "Bupati Bandung menerangkan hal itu di Soreang, Kamis (3/7/2025).",
      ["Kabupaten Bandung", "Kecamatan Soreang"]
    ),
    (
      "Bupati Langkat membuka pencanangan di Jentera Malay, Stabat, Senin (28/4/2025).",
      ["Kabupaten Langkat", "Kecamatan Stabat"]
    ),
    (
      "Bupati Kotawaringin Timur menerangkan hal itu di Sampit, Kamis (3/7/2025).",
      ["Kabupaten Kotawaringin Timur"]
    ),
    (
      "Di Kabupaten Minahasa ia hadir di Kawangkoan Utara, Selasa (27/5/2025).",
      ["Kabupaten Minahasa", "Kecamatan Kawangkoan Utara"]
    ),
    (
      "Di Kabupaten Teluk Wondama ia datang bersama kepala kampung dari Mena, Menarbu, dan Inday.",
      ["Kabupaten Teluk Wondama", "Desa Mena", "Desa Menarbu", "Desa Inday"]
    ),
    (
      "Giliran Desa Parparean 1 dan Desa Parparean 2 di Kabupaten Toba.",
      ["Desa Parparean 1", "Desa Parparean 2", "Kabupaten Toba"]
    ),
    (
      "Di Kabupaten Lampung Selatan ada tiga desa, yakni Kelaten, Pasuruhan, dan Kampung Baru.",
      ["Kabupaten Lampung Selatan", "Desa Kelaten", "Desa Pasuruhan", "Desa Kampung Baru"]
    ),
    (
      "Di Kabupaten Kepulauan Sula, Mangoli Barat punya lima dari tujuh desa, sedangkan Sulabesi Timur empat dari enam.",
      ["Kabupaten Kepulauan Sula", "Kecamatan Mangoli Barat", "Kecamatan Sulabesi Timur"]
    ),
    (
      "Di Kabupaten Pulau Morotai ada 15 desa di Morotai Timur, 14 di Morotai Jaya, dan lima di Pulau Rao.",
      ["Kabupaten Pulau Morotai", "Kecamatan Morotai Timur", "Kecamatan Morotai Jaya", "Kecamatan Pulau Rao"]
    ),
    (
      "Bupati Sumbawa mencontohkan peternak di Moyo Hilir yang sanggup membeli pakan.",
      ["Kabupaten Sumbawa", "Kecamatan Moyo Hilir"]
    ),
    (
      "Di Kabupaten Pandeglang lima desa mulai. Keduanya Kertasana (Kecamatan Pagelaran) dan Sukasari (Kecamatan "
        + "Kaduhejo).",
      [
        "Kabupaten Pandeglang", "Desa Kertasana", "Kecamatan Pagelaran", "Desa Sukasari",
        "Kecamatan Kaduhejo",
      ]
    ),
  ])
  func listsOfVillagesAreReadWhole(body: String, expected: [String]) throws {
    #expect(try Self.regions(body) == expected)
  }

  @Test(arguments: [
    ("KDMP di Desa Penfui Timur di Kupang buka.", "Kabupaten Kupang"),
    ("KKMP di Kelurahan Oesapa di Kupang buka.", "Kota Kupang"),
    ("Rapat berlangsung di Aula El Tari, Kupang, Jumat.", "Kota Kupang"),
  ])
  func aBareNameIsTheCitysUnlessOnlyVillagesAreNamed(body: String, expected: String) throws {
    #expect(try Self.regions(body).contains(expected))
  }

  @Test func aRegionThatIsPartOfAVillagesNameInTheHeadlineIsNone() throws {
    let found = try Self.regions(
      "Pasar itu ada di Kelurahan Batu Hitam, Kabupaten Natuna.", title: "Warga Batu Hitam Natuna Diajak")
    #expect(found == ["Kelurahan Batu Hitam", "Kabupaten Natuna"])
  }
}
