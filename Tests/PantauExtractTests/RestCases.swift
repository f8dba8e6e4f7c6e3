/// The rest of a whole, places that are pointed to, parts of a promise, words of intention that promise nothing, and days told elsewhere.
enum RestCases {
  static let cases: [StatementTests.Case] = [
    // The rest of a whole.
    .init(
      text: """
        13 dari 16 desa di Kecamatan Palangga, Kabupaten Konawe Selatan, telah membentuk Koperasi \
        Merah Putih. Sisanya, tiga desa, harus selesai paling lambat 28 Mei 2025.
        """,
      statements: [
        "target formed 3 Kecamatan Palangga 2025-05-28",
        "actual formed 13/16 Kecamatan Palangga",
      ]),
    .init(
      text: """
        Di Kabupaten Mesuji 57 dari 105 desa sudah bermusyawarah untuk Koperasi Merah Putih, dan 20 \
        koperasi memegang akta. Yang 48 desa lagi kami targetkan rampung 31 Mei 2025.
        """,
      statements: [
        "target deliberated 48 Kabupaten Mesuji 2025-05-31",
        "actual deliberated 57/105 Kabupaten Mesuji",
        "actual incorporated 20 Kabupaten Mesuji",
      ]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Kota Tidore Kepulauan tinggal dua desa. Batas waktunya 28 \
        Mei 2025.
        """,
      statements: ["target deliberated 2 Kota Tidore Kepulauan 2025-05-28"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Sarolangun hampir lengkap. Dua dari tiga desa terakhir sudah \
        bermusyawarah. Ketiganya ditargetkan berbadan hukum pada akhir Juli 2025.
        """,
      statements: [
        "target incorporated 3 Kabupaten Sarolangun 2025-07-31",
        "actual deliberated 2/3 Kabupaten Sarolangun",
      ]),
    .init(
      text: """
        Kepala dinas menyebutkan 175 Koperasi Merah Putih di Kabupaten Mamasa telah mengantongi SK \
        badan hukum. Enam lagi terganjal nama pengurus dan ditargetkan terbit pada akhir Juli 2025.
        """,
      statements: [
        "target incorporated 6 Kabupaten Mamasa 2025-07-31",
        "actual incorporated 175 Kabupaten Mamasa",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Sikka dikejar. Bupati menjamin seluruh kelurahan yang belum \
        mengambil akta pendirian selesai dalam bulan ini.
        """,
      statements: ["target incorporated all Kabupaten Sikka 2025-05-31"]),
    .init(
      text: """
        Kepala dinas memberi waktu kepada semua desa di Kabupaten Jember sampai 25 Juni 2025 untuk \
        membentuk Koperasi Merah Putih.
        """,
      statements: ["target formed all Kabupaten Jember 2025-06-25"]),
    // Places.
    .init(
      text: """
        Kementerian Koperasi meninjau Koperasi Merah Putih di Provinsi Papua Barat Daya dan Provinsi \
        Papua Barat. Musyawarah di seluruh kampung di kedua provinsi ditargetkan selesai pada \
        pertengahan Juni 2025.
        """,
      statements: [
        "target deliberated all Provinsi Papua Barat Daya 2025-06-20",
        "target deliberated all Provinsi Papua Barat 2025-06-20",
      ]),
    .init(
      text: """
        Gubernur Jawa Tengah meninjau Koperasi Merah Putih di Jawa Tengah. Di Kabupaten Klaten ia \
        menyatakan semua koperasi akan beroperasi pada akhir 2025.
        """,
      statements: ["target operating all Provinsi Jawa Tengah 2025-12-31"]),
    .init(
      title: "Koperasi Merah Putih di Kabupaten Kepulauan Sula",
      text: """
        Kabupaten Kepulauan Sula mengejar Koperasi Merah Putih.
        Camat Mangoli Tengah, Nurjana Umasugi, memimpin rapat di aula. Peserta memenuhi aula. Nurjana \
        menargetkan akta semua koperasi terbit sebelum 1 Juni 2025.
        """,
      statements: ["target incorporated all Kecamatan Mangoli Tengah 2025-05-31"]),
    .init(
      title: "Koperasi Desa Semanget Siapkan Berkas",
      text: """
        Koperasi Merah Putih Desa Semanget di Kabupaten Sanggau menyiapkan berkas. Di Provinsi \
        Kalimantan Barat sebanyak 2.038 koperasi direncanakan terbentuk. Pembentukannya harus rampung \
        paling lambat 31 Mei 2025.
        """,
      statements: ["target formed 2038 Provinsi Kalimantan Barat 2025-05-31"]),
    .init(
      title: "Koperasi Merah Putih di Kabupaten Sleman",
      text: """
        Dari 438 Koperasi Merah Putih di Provinsi Daerah Istimewa Yogyakarta, empat di antaranya sudah \
        beroperasi. Kepala dinas meninjau gerai di Kabupaten Sleman. Keempat koperasi itu akan \
        diluncurkan Presiden pada 19 Juli 2025.
        """,
      statements: [
        "target launched 4 Provinsi Daerah Istimewa Yogyakarta 2025-07-19",
        "actual operating 4/438 Provinsi Daerah Istimewa Yogyakarta",
      ]),
    // Parts of a promise, and the headline's own.
    .init(
      title: "603 Koperasi Merah Putih di Kabupaten Aceh Besar Dipastikan Berbadan Hukum 30 Juni 2025",
      text: """
        Pemerintah Kabupaten Aceh Besar siap membentuk 603 Koperasi Merah Putih.
        """,
      statements: [
        "target incorporated 603 Kabupaten Aceh Besar 2025-06-30",
        "target formed 603 Kabupaten Aceh Besar",
      ]),
    .init(
      text: """
        Targetnya 435 Koperasi Merah Putih dibangun di seluruh Kabupaten Bogor, 416 di desa dan 19 di \
        kelurahan.
        """,
      statements: [
        "target built 435 Kabupaten Bogor",
        "target built 416 Kabupaten Bogor",
        "target built 19 Kabupaten Bogor",
      ]),
    .init(
      text: """
        Pembangunan gudang Koperasi Merah Putih di Kabupaten Semarang dimulai. Sasarannya 208 desa.
        """,
      statements: ["target built 208 Kabupaten Semarang"]),
    .init(
      text: """
        Sebanyak 636 desa dan 80 kelurahan di Provinsi Bali akan mempunyai Koperasi Merah Putih.
        """,
      statements: ["target formed 636 Provinsi Bali", "target formed 80 Provinsi Bali"]),
    .init(
      text: """
        Lahan Koperasi Merah Putih di Kota Banjarmasin sudah siap. Pada akhirnya gerai direncanakan \
        berdiri di 52 titik.
        """,
      statements: ["target built 52 Kota Banjarmasin"]),
    // What is done, beside words of intention.
    .init(
      text: """
        Seluruh kalurahan di Kabupaten Sleman telah menyelenggarakan Musyawarah Kalurahan Khusus \
        (Muskalsus) untuk mendirikan Koperasi Desa Merah Putih.
        """,
      statements: ["actual deliberated all Kabupaten Sleman"]),
    .init(
      text: """
        Bupati Bangka yakin Koperasi Merah Putih berjalan karena semua desa di Kabupaten Bangka telah \
        melakukan musyawarah.
        """,
      statements: ["actual deliberated all Kabupaten Bangka"]),
    .init(
      text: """
        Dua hari jelang tenggat, 88,72 persen desa di Jawa Timur rampung musyawarah Koperasi Merah \
        Putih.
        """,
      statements: ["actual deliberated 88.72% Provinsi Jawa Timur"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Kutai Kartanegara harus tuntas berbadan hukum akhir Juni \
        2025, progres 85 persen.
        """,
      statements: [
        "target incorporated Kabupaten Kutai Kartanegara 2025-06-30",
        "actual incorporated 85% Kabupaten Kutai Kartanegara",
      ]),
    .init(
      text: """
        Yang berhak atas bantuan akta Koperasi Merah Putih di Jawa Timur hanya desa yang bermusyawarah \
        sebelum 31 Mei 2025.
        """,
      statements: []),
    // Days.
    .init(
      text: """
        Pemerintah menargetkan seluruh Koperasi Merah Putih memiliki gerai pada Maret 2026, sekaligus \
        mulai beroperasi.
        """,
      statements: [
        "target built all Indonesia 2026-03-31",
        "target operating all Indonesia 2026-03-31",
      ]),
    .init(
      text: """
        Semua Koperasi Merah Putih di Kabupaten Agam ditargetkan berakta notaris sebelum peluncuran. \
        Peluncuran nasional dijadwalkan pada 21 Juli 2025.
        """,
      statements: [
        "target incorporated all Kabupaten Agam 2025-07-20",
        "target launched Indonesia 2025-07-21",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Langkat dapat beroperasi pasca peluncuran nasional pada 12 \
        Juli 2025.
        """,
      statements: []),
    .init(
      text: """
        Pada peletakan batu pertama April lalu Pemkab Bantul menargetkan 75 gerai Koperasi Merah Putih \
        di Kabupaten Bantul.
        """,
      statements: ["target built 75 Kabupaten Bantul"]),
    // As many as were counted before, and days that explain a length of time.
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih di Kabupaten Tapin sudah berjalan di 25 lokasi. Sebanyak \
        15 desa memakai lahan pemerintah daerah. Yang 25 ini harus selesai akhir Maret 2026.
        """,
      statements: [
        "target built 25 Kabupaten Tapin 2026-03-31",
        "actual building 25 Kabupaten Tapin",
        "actual other 15 Kabupaten Tapin",
      ]),
    .init(
      text: """
        Dari 117 desa di Kabupaten Samosir, 103 koperasi desa merah putih memegang akta. Dua hari lagi, \
        Sabtu 21 Juni 2025, yang 14 itu kami harapkan sudah beres.
        """,
      statements: [
        "target incorporated 14 Kabupaten Samosir 2025-06-21",
        "actual incorporated 103/117 Kabupaten Samosir",
      ]),
    // A programme that only tells when is not what the text is about.
    .init(
      title: "Sembilan Koperasi Lama Dibekukan",
      text: """
        Dinas membekukan izin sembilan koperasi simpan pinjam di Kabupaten Lombok Tengah yang berdiri jauh sebelum program \
        koperasi desa dari pemerintah pusat. Sebanyak 41 koperasi diberi waktu menggelar rapat anggota tahunan \
        sampai 30 Juni 2026.
        """,
      statements: []),
  ]
}
