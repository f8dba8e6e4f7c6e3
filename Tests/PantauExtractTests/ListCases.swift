/// Lists with their sums, schedules, days that earlier words name, shares of works, who speaks for a regency.
enum ListCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Di Kabupaten Bengkulu Tengah sudah 27 Koperasi Merah Putih terbentuk. Rinciannya Kecamatan Pondok Kelapa 17 dan Kecamatan Talang Empat 10.
        """,
      statements: [
        "actual formed 27 Kabupaten Bengkulu Tengah", "actual formed 17 Kecamatan Pondok Kelapa",
        "actual formed 10 Kecamatan Talang Empat",
      ]),
    .init(
      text: """
        Berikut sebaran gerai Koperasi Merah Putih yang telah selesai di Kabupaten Kebumen: Kecamatan Ayah tujuh unit, Kecamatan Buayan lima unit.
        """,
      statements: ["actual built 7 Kecamatan Ayah", "actual built 5 Kecamatan Buayan"]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Kabupaten Klaten masih berjalan. Kecamatan Bayat 18 desa (tuntas), Kecamatan Cawas 12 desa.
        """,
      statements: ["actual deliberated 18 Kecamatan Bayat", "actual deliberated 12 Kecamatan Cawas"]),
    .init(
      text: """
        Sebanyak 15 gerai Koperasi Merah Putih di Kabupaten Ngawi sudah 100 persen selesai dibangun.
        """,
      statements: ["actual built 15 Kabupaten Ngawi"]),
    .init(
      text: """
        Di Kabupaten Ngawi 4 dari 19 kecamatan sudah tuntas membentuk Koperasi Merah Putih.
        """,
      statements: []),
    .init(
      text: """
        Pemerintah Kabupaten Kudus menargetkan 132 Koperasi Merah Putih terbentuk sebelum 12 Juli 2025, hari peluncuran nasional. Aktanya ditargetkan selesai sebelum hari peluncuran itu.
        """,
      statements: [
        "target formed 132 Kabupaten Kudus 2025-07-11", "target launched Indonesia 2025-07-12",
        "target incorporated Kabupaten Kudus 2025-07-11",
      ]),
    .init(
      text: """
        Pemerintah Kabupaten Pati menetapkan 30 Juni 2025 sebagai batas pembentukan 401 Koperasi Merah Putih. Sampai tenggat itu semua akta juga harus rampung.
        """,
      statements: [
        "target formed 401 Kabupaten Pati 2025-06-30", "target incorporated all Kabupaten Pati 2025-06-30",
      ]),
    .init(
      text: """
        Bupati Lombok Tengah menargetkan 154 Koperasi Merah Putih di daerahnya berbadan hukum Desember nanti.
        """,
      statements: ["target incorporated 154 Kabupaten Lombok Tengah 2025-12-31"]),
    .init(
      text: """
        Inpres Nomor 9 Tahun 2025 mewajibkan 80.000 Koperasi Merah Putih terbentuk. Di Kabupaten Sumbawa 157 koperasi sudah terbentuk.
        """,
      statements: ["target formed 80000 Indonesia", "actual formed 157 Kabupaten Sumbawa"]),
    .init(
      text: """
        Gubernur Sumatera Selatan memimpin rapat percepatan Koperasi Merah Putih. Bupati Lahat, Bursah Tamrin, mengatakan 377 koperasi sudah terbentuk.
        """,
      statements: ["actual formed 377 Kabupaten Lahat"]),
    .init(
      text: """
        Semua Koperasi Merah Putih di Kabupaten Sragen ditargetkan berbadan hukum pada 30 Juni 2025. "Tanggal 30 Juni itu, sekali lagi, semua akta sudah selesai," kata bupati.
        """,
      statements: ["target incorporated all Kabupaten Sragen 2025-06-30"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Tabanan berjumlah 133, sesuai jumlah 133 desa yang ada.
        """,
      statements: ["actual formed 133 Kabupaten Tabanan"]),
    .init(
      text: """
        Koperasi Merah Putih di Sumatera Selatan terbentuk di Ogan Ilir 241, Ogan Komering Ulu (OKU) Timur 312, dan Lahat 377.
        """,
      statements: [
        "actual formed 241 Kabupaten Ogan Ilir", "actual formed 312 Kabupaten Ogan Komering Ulu Timur",
        "actual formed 377 Kabupaten Lahat",
      ]),
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih Desa Karangrejo di Kabupaten Tuban sudah 80 persen.
        """,
      statements: []),
    .init(
      text: """
        Sebanyak 857 gerai Koperasi Merah Putih di Jawa Timur sudah selesai. Yang 857 itu paling lama satu bulan sudah bisa buka.
        """,
      statements: [
        "target operating 857 Provinsi Jawa Timur 2025-06-26", "actual built 857 Provinsi Jawa Timur",
      ]),
    .init(
      text: """
        Gubernur menargetkan 438 Koperasi Merah Putih di Daerah Istimewa Yogyakarta berbadan hukum sebelum program itu diluncurkan pada 12 Juli 2025.
        """,
      statements: ["target incorporated 438 Provinsi Daerah Istimewa Yogyakarta 2025-07-11"]),
    .init(
      text: """
        Peresmian Koperasi Merah Putih bertahap: Kabupaten Agam 82 koperasi pada 12 Juni 2025, Kota Solok 13 koperasi pada 14 Juni 2025.
        """,
      statements: [
        "target launched 82 Kabupaten Agam 2025-06-12", "target launched 13 Kota Solok 2025-06-14",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Majene: Banggae 8, Pamboang 15, Sendana 16. Total 39 koperasi sudah terbentuk.
        """,
      statements: [
        "actual formed 8 Kecamatan Banggae", "actual formed 15 Kecamatan Pamboang",
        "actual formed 16 Kecamatan Sendana", "actual formed 39 Kabupaten Majene",
      ]),
    .init(
      text: """
        Di Kabupaten Lampung Tengah 40 gerai Koperasi Merah Putih dibangun dengan progres rata-rata 60 persen.
        """,
      statements: ["actual building 40 Kabupaten Lampung Tengah"]),
    .init(
      text: """
        Empat daerah di Sumatera Selatan dengan capaian 100 persen pembentukan Koperasi Merah Putih ialah Musi Rawas, Ogan Ilir, Lahat, dan Kota Palembang.
        """,
      statements: [
        "actual formed 100% Kabupaten Musi Rawas", "actual formed 100% Kabupaten Ogan Ilir",
        "actual formed 100% Kabupaten Lahat", "actual formed 100% Kota Palembang",
      ]),
    .init(
      text: """
        Data sementara di Kabupaten Merauke 179 kampung. Rinciannya, Kecamatan Kurik 11 kampung dan Kecamatan Semangga 10 kampung membentuk Koperasi Merah Putih.
        """,
      statements: ["actual formed 11 Kecamatan Kurik", "actual formed 10 Kecamatan Semangga"]),
    .init(
      text: """
        Sebanyak 30.611 gerai Koperasi Merah Putih sedang dibangun. Presiden ingin semuanya selesai Maret 2026.
        """,
      statements: ["target built 30611 all Indonesia 2026-03-31", "actual building 30611 Indonesia"]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Kabupaten Gowa sudah selesai di 121 desa. Tersisa tiga kelurahan, dijadwalkan 28 Mei 2025.
        """,
      statements: ["target deliberated 3 Kabupaten Gowa 2025-05-28", "actual deliberated 121 Kabupaten Gowa"]),
    .init(
      text: """
        Bupati Kapuas, Kalimantan Tengah, meminta semua desa membentuk Koperasi Merah Putih sampai 31 Mei 2025.
        """,
      statements: ["target formed all Kabupaten Kapuas 2025-05-31"]),
    .init(
      text: """
        Pada 12 Juli 2025 koperasi akan diluncurkan serentak oleh Presiden, dan 28 Oktober 2025 seluruh Koperasi Merah Putih di Kabupaten Bireuen beroperasi.
        """,
      statements: [
        "target launched Indonesia 2025-07-12", "target operating all Kabupaten Bireuen 2025-10-28",
      ]),
    .init(
      text: """
        Pemerintah menargetkan 25 ribu Koperasi Merah Putih beroperasi pada Maret 2026 dari total rencana 81 ribu.
        """,
      statements: ["target operating 25000/81000 Indonesia 2026-03-31"]),
    .init(
      text: """
        Operasional penuh Koperasi Merah Putih di Kabupaten Lamongan ditargetkan berjalan mulai Maret 2026.
        """,
      statements: ["target operating Kabupaten Lamongan"]),
    .init(
      text: """
        Sebanyak 18 desa di Kabupaten Sukamara sudah punya gedung Koperasi Merah Putih. Di luar 18 desa itu akan dibangun 7 desa lagi.
        """,
      statements: ["target built 7 Kabupaten Sukamara", "actual built 18 Kabupaten Sukamara"]),
    .init(
      text: """
        Ada sejumlah kabupaten di NTT yang sudah 100 persen membentuk Koperasi Merah Putih.
        """,
      statements: []),
    .init(
      text: """
        Di Kabupaten Sikka 10 lokasi gerai Koperasi Merah Putih sudah berjalan, progres pembangunannya beragam.
        """,
      statements: ["actual building 10 Kabupaten Sikka"]),
    .init(
      text: """
        Koperasi Merah Putih sudah terbentuk di Manggarai barat (169), Sumba Barat daya (175), dan Sumba timur (156).
        """,
      statements: [
        "actual formed 169 Kabupaten Manggarai Barat", "actual formed 175 Kabupaten Sumba Barat Daya",
        "actual formed 156 Kabupaten Sumba Timur",
      ]),
    .init(
      text: """
        Kabupaten Blora 14, Kudus 17, dan Pati 20 Koperasi Merah Putih sudah terbentuk.
        """,
      statements: [
        "actual formed 14 Kabupaten Blora", "actual formed 17 Kabupaten Kudus",
        "actual formed 20 Kabupaten Pati",
      ]),
    .init(
      text: """
        Progres pembangunan gerai Koperasi Merah Putih di 15 kabupaten/kota se-Provinsi Lampung hampir 40 persen.
        """,
      statements: ["actual building 40% Provinsi Lampung"]),
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih di Kabupaten Cirebon sudah mencapai 100 persen di 15 titik.
        """,
      statements: ["actual built 15 Kabupaten Cirebon"]),
    .init(
      text: """
        Pada tahap pertama 55 gerai Koperasi Merah Putih di Kabupaten Cirebon akan dibangun, sedangkan tahap kedua 207 gerai.
        """,
      statements: ["target built 55 Kabupaten Cirebon", "target built 207 Kabupaten Cirebon"]),
    .init(
      text: """
        Di Jawa Barat yang sudah 100 persen membentuk Koperasi Merah Putih baru Kabupaten Bekasi, Kota Bekasi, dan Kota Depok.
        """,
      statements: [
        "actual formed 100% Kabupaten Bekasi", "actual formed 100% Kota Bekasi",
        "actual formed 100% Kota Depok",
      ]),
    .init(
      text: """
        Pembangunan 12 gerai Koperasi Merah Putih di Kabupaten Sleman ditargetkan selesai Januari 2026, saat ini progresnya 60 persen.
        """,
      statements: ["target built 12 Kabupaten Sleman 2026-01-31", "actual building 60% Kabupaten Sleman"]),
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih di Kabupaten Sleman ditargetkan selesai Januari 2026. Saat ini sudah 60 persen.
        """,
      statements: ["target built Kabupaten Sleman 2026-01-31", "actual building 60% Kabupaten Sleman"]),
    .init(
      text: """
        Progres pembangunan fisik gerai Koperasi Merah Putih di Kabupaten Sleman 60 persen dan ditargetkan rampung Januari 2026.
        """,
      statements: ["target built Kabupaten Sleman 2026-01-31", "actual building 60% Kabupaten Sleman"]),
    .init(
      text: """
        Kabupaten Garut punya 421 desa dan 21 kelurahan. Koperasi Merah Putih sudah terbentuk di 400 di antaranya.
        """,
      statements: ["actual formed 400 Kabupaten Garut"]),
  ]
}
