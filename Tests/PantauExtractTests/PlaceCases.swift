/// Which place an amount is said of: described, ranked, visited, told by its number of villages.
enum PlaceCases {
  static let cases: [StatementTests.Case] = [
    // A description in place of the name
    .init(
      text: """
        Bupati Pasangkayu membuka rapat Koperasi Merah Putih. Kabupaten di ujung utara Sulawesi Barat ini sudah \
        membentuk 58 koperasi.
        """,
      statements: ["actual formed 58 Kabupaten Pasangkayu"]),
    .init(
      text: """
        Koperasi Merah Putih dibahas di Ogan Komering Ulu Timur. Di lumbung padi Sumsel tersebut tercatat 300 \
        koperasi berbadan hukum.
        """,
      statements: ["actual incorporated 300 Kabupaten Ogan Komering Ulu Timur"]),
    // Two or more places are described
    .init(
      text: """
        Gubernur Papua Selatan memantau Koperasi Merah Putih. Di empat kabupaten dengan 82 distrik itu, kata \
        Gubernur, 261 koperasi sudah terbentuk. Bupati Merauke hadir.
        """,
      statements: ["actual formed 261 Provinsi Papua Selatan"]),
    // As many as the regency has villages, whoever says it
    .init(
      text: """
        Kepala Kanwil Kemenkum Sulawesi Tengah mendata Koperasi Merah Putih di Tojo Una-Una, Sigi, dan Palu. \
        Kanwil Sulteng mencatat 129 dari 146 desa dan kelurahan di Tojo Una-Una sudah berbadan hukum.
        """,
      statements: ["actual incorporated 129/146 Kabupaten Tojo Una Una"]),
    // A district right behind the amount; one where somebody was met
    .init(
      text:
        "Di Kabupaten Lamongan, musyawarah Koperasi Merah Putih di 17 desa Kecamatan Babat sudah digelar.",
      statements: ["actual deliberated 17 Kecamatan Babat"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Bone bertambah. Saat ditemui di Kecamatan Ajangale, Bupati Bone \
        menyebut 40 gerai sudah berdiri.
        """,
      statements: ["actual built 40 Kabupaten Bone"]),
    // What is wanted of all by the government in Jakarta
    .init(
      text: """
        Di Kabupaten Bone 200 Koperasi Merah Putih sudah berbadan hukum. Pemerintah pusat menginginkan seluruh \
        koperasi beroperasi pada Maret 2026.
        """,
      statements: [
        "target operating all Indonesia 2026-03-31", "actual incorporated 200 Kabupaten Bone",
      ]),
    // Where most of them are, or something else; whose place is told between two amounts
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Bone bertambah. Rapat digelar pekan lalu. Sembilan koperasi telah \
        beroperasi, kebanyakan di Kecamatan Ajangale yang ramai.
        """,
      statements: ["actual operating 9 Kabupaten Bone"]),
    .init(
      text: """
        Gerai Koperasi Merah Putih di Kabupaten Enrekang dinanti petani. Rapat digelar pekan lalu. Delapan gerai telah \
        beroperasi, sehingga bawang dari Kecamatan Anggeraja laku.
        """,
      statements: ["actual operating 8 Kabupaten Enrekang"]),
    .init(
      text: """
        Kabupaten Tabalong mendapat jatah gerai Koperasi Merah Putih. Bupati hadir. Sembilan titik sedang dibangun \
        dan satu, di Kelurahan Pembataan, Kecamatan Murung Pudak, sudah selesai.
        """,
      statements: ["actual building 9 Kabupaten Tabalong", "actual built 1 Kabupaten Tabalong"]),
    // A province right behind the amount
    .init(
      text: """
        Koperasi Merah Putih dibahas di Kota Jayapura. Kami menargetkan musyawarah di seluruh kampung dan \
        kelurahan Provinsi Papua selesai pada Juli 2025 seusai acara di Jayapura.
        """,
      statements: ["target deliberated all Provinsi Papua 2025-07-31"]),
    // The one village whose building is promised; one of a regency's, in a village; as many as are named one by one
    .init(
      text: """
        Bupati Konawe menanam batu pertama Koperasi Merah Putih di Kelurahan Tobeu. Kami ingin akhir Desember \
        gerai di Tobeu ini sudah rampung.
        """,
      statements: ["target built Kelurahan Tobeu 2025-12-31"]),
    .init(
      text: """
        Gerai Koperasi Merah Putih di Kabupaten Klungkung belum banyak. Rapat digelar pekan lalu. Yang tuntas baru \
        satu gerai, di Desa Takmung, dan lantainya masih tanah.
        """,
      statements: ["actual built 1 Kabupaten Klungkung"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Tulungagung bertambah. Rapat digelar pekan lalu. Dua desa disiapkan \
        sebagai percontohan: Boyolangu di Kecamatan Boyolangu dan Pucunglor di Kecamatan Ngantru.
        """,
      statements: ["actual other 2 Kabupaten Tulungagung"]),
    // What the country wants, told in the sentence before
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Kepulauan Talaud tertinggal. Bupati Talaud hadir. Jadwal nasional sudah ditetapkan pusat. \
        Musyawarah semua desa dan kelurahan harus selesai 31 Mei.
        """,
      statements: ["target deliberated all Indonesia 2025-05-31"]),
    // Whence somebody comes; the unit that does it; the part of a whole in a place
    .init(
      title: "Notaris dari Manokwari Layani Koperasi Merah Putih",
      text: """
        Notaris dari Manokwari tiba di Teluk Wondama. Lima kampung sudah memiliki akta Koperasi Merah Putih.
        """,
      statements: ["actual incorporated 5 Kabupaten Teluk Wondama"]),
    .init(
      text: """
        Kodam menghitung gerai Koperasi Merah Putih di Jawa Timur, kata Gubernur Jawa Timur. Kodim 0813/Bojonegoro sudah membangun 84 gerai.
        """,
      statements: ["actual built 84 Kabupaten Bojonegoro"]),
    .init(
      text: """
        Gerai Koperasi Merah Putih dibangun serentak di Kabupaten Batang. Dari 800 titik yang mulai dibangun di \
        Indonesia, tujuh berada di Kabupaten Batang.
        """,
      statements: ["actual building 800 Indonesia", "actual building 7/800 Kabupaten Batang"]),
    // A noun with which a clause begins; a weekday that is planned
    .init(
      text: """
        Seluruh pembangunan fisik Koperasi Merah Putih harus selesai pada Maret 2026. Sampai April 2025, kata dia, \
        koperasi desa yang mengantongi badan hukum berjumlah 42.223 dengan 900 anggota.
        """,
      statements: ["target built all Indonesia 2026-03-31", "actual incorporated 42223 Indonesia"]),
    .init(
      text:
        "Kabupaten Bone siap. Peluncuran 12 Koperasi Merah Putih di Kabupaten Bone direncanakan digelar Jumat ini.",
      statements: ["target launched 12 Kabupaten Bone 2025-05-30"]),
    // A joining word is part of an agency's name ("Masyarakat dan Desa"), not of a second district's that its regency has too.
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Blora yang beroperasi 12 unit. Kecamatan Jepon dan Kecamatan Blora masing-masing empat.
        """,
      statements: [
        "actual operating 12 Kabupaten Blora", "actual operating 4 Kecamatan Jepon",
        "actual operating 4 Kecamatan Blora",
      ]),
    // The number of a letter is none of sites.
    .init(
      text: """
        Dari 12 Koperasi Merah Putih di Kabupaten Blora yang ditetapkan lewat surat S-367/Sespangan, dua sudah beroperasi.
        """,
      statements: ["actual operating 2/12 Kabupaten Blora"]),
    // What a minister tells on a visit is the country's, where the visited place cannot hold it; what a governor tells is the province's.
    .init(
      text: """
        Menteri Koperasi Bagas Wirawan meresmikan Koperasi Merah Putih Metuk di Kabupaten Boyolali, Jawa Tengah. \
        "Hampir 5.000 koperasi sedang dibangun," ujar Bagas.
        """,
      statements: ["actual building 5000 Indonesia"]),
    .init(
      text: """
        Gubernur Jawa Tengah Bagas Wirawan meresmikan Koperasi Merah Putih Metuk di Kabupaten Boyolali, Jawa Tengah. \
        "Hampir 5.000 koperasi sedang dibangun," ujar Bagas.
        """,
      statements: ["actual building 5000 Provinsi Jawa Tengah"]),
  ]
}
