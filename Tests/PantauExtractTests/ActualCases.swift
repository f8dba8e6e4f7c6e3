/// What results told across sentences, in headlines, in parts and in lines of their own state.
enum ActualCases {
  static let cases: [StatementTests.Case] = [
    .init(
      title: "152 Koperasi Merah Putih Terbentuk di Kabupaten Mimika",
      text: "Musyawarah Koperasi Merah Putih di Kabupaten Mimika sudah digelar di 152 desa dan kelurahan.",
      statements: [
        "actual formed 152 Kabupaten Mimika", "actual deliberated 152 Kabupaten Mimika",
      ]),
    .init(
      title: "Kabupaten Mimika Siapkan Akta 152 Koperasi Merah Putih",
      text: "Musyawarah Koperasi Merah Putih di Kabupaten Mimika sudah digelar di 152 desa dan kelurahan.",
      statements: ["actual deliberated 152 Kabupaten Mimika"]),
    .init(
      text: """
        Dinas Koperasi Kabupaten Sukoharjo menggelar sosialisasi Koperasi Merah Putih. Di Kabupaten Sukoharjo \
        ada 167 koperasi yang tersebar di 150 desa dan 17 kelurahan.
        """,
      statements: [
        "actual formed 167 Kabupaten Sukoharjo", "actual formed 150 Kabupaten Sukoharjo",
        "actual formed 17 Kabupaten Sukoharjo",
      ]),
    .init(
      text: """
        Di Kabupaten Sidoarjo sebanyak 95 Koperasi Merah Putih telah menjalankan usaha. Totalnya ada 346 koperasi.
        """,
      statements: ["actual operating 95 Kabupaten Sidoarjo", "actual formed 346 Kabupaten Sidoarjo"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Kampar sudah berdiri. Jumlahnya 250 koperasi.
        """,
      statements: ["actual formed 250 Kabupaten Kampar"]),
    .init(
      text: """
        Bupati ingin Koperasi Merah Putih di Kabupaten Kampar segera beroperasi. Jumlahnya 250 koperasi.
        """,
      statements: []),
    .init(
      text: """
        Sebanyak 152 Koperasi Merah Putih di Kabupaten Mimika sudah berbadan hukum. Bupati Mimika berterima kasih \
        kepada notaris. Koperasi itu berada di 133 desa dan 19 kelurahan.
        """,
      statements: [
        "actual incorporated 152 Kabupaten Mimika", "actual incorporated 133 Kabupaten Mimika",
        "actual incorporated 19 Kabupaten Mimika",
      ]),
    .init(
      text: """
        Sebanyak 152 Koperasi Merah Putih di Kabupaten Mimika sudah berbadan hukum. Kabupaten Mimika terdiri dari 18 \
        distrik dengan 133 desa dan 19 kelurahan.
        """,
      statements: ["actual incorporated 152 Kabupaten Mimika"]),
    .init(
      text: "Kota Manado menyelesaikan musyawarah Koperasi Merah Putih di seluruh 87 kelurahan.",
      statements: ["actual deliberated 87 all Kota Manado"]),
    .init(
      text: """
        Tiga daerah sudah 100 persen membentuk Koperasi Merah Putih, yaitu:
        Kabupaten Musi Rawas
        Kabupaten Ogan Ilir
        Kota Prabumulih (30 Mei 2025)
        """,
      statements: [
        "actual formed 100% Kabupaten Musi Rawas", "actual formed 100% Kabupaten Ogan Ilir",
        "actual formed 100% Kota Prabumulih",
      ]),
    .init(
      text: """
        Gubernur Sulawesi Selatan memimpin pembentukan Koperasi Merah Putih usai sosialisasi. Dua kabupaten/kota \
        telah merampungkannya, yakni Takalar dan Kota Parepare.
        """,
      statements: ["actual formed 100% all Kabupaten Takalar", "actual formed 100% all Kota Parepare"]),
    .init(
      text: """
        Yang sudah 100 persen membentuk Koperasi Merah Putih adalah Kabupaten Nganjuk (17 Mei 2025), Ponorogo (tuntas \
        20 Mei 2025), dan Kota Mojokerto.
        """,
      statements: [
        "actual formed 100% Kabupaten Nganjuk", "actual formed 100% Kabupaten Ponorogo",
        "actual formed 100% Kota Mojokerto",
      ]),
    .init(
      text: "Kita mau tiap desa di Kabupaten Blora punya ruang usaha Koperasi Merah Putih.", statements: []),
    .init(
      text: "Di Kabupaten Sambas Koperasi Merah Putih terbentuk 100 persen.",
      statements: ["actual formed 100% Kabupaten Sambas"]),
    .init(
      text: """
        Koperasi Merah Putih berkembang di Provinsi Jawa Tengah. Dari 8.523 yang berbadan hukum, baru 3.308 yang \
        beroperasi.
        """,
      statements: [
        "actual incorporated 8523 Provinsi Jawa Tengah", "actual operating 3308/8523 Provinsi Jawa Tengah",
      ]),
    .init(
      text: """
        Di Jawa Tengah 7.564 dari 8.563 desa sudah bermusyawarah membentuk Koperasi Merah Putih. Jawa Barat 74,7 \
        persen. Sumatera Selatan dan Lampung bahkan 84,5 persen.
        """,
      statements: [
        "actual deliberated 7564/8563 Provinsi Jawa Tengah", "actual deliberated 74.7% Provinsi Jawa Barat",
        "actual deliberated 84.5% Provinsi Sumatera Selatan", "actual deliberated 84.5% Provinsi Lampung",
      ]),
    .init(
      text: "Di Kota Palembang sudah berdiri 107 Koperasi Merah Putih yang telah berbadan hukum.",
      statements: ["actual incorporated 107 Kota Palembang", "actual formed 107 Kota Palembang"]),
    .init(
      text: "Di Kota Palembang sudah berdiri 107 Koperasi Merah Putih yang berbadan hukum.",
      statements: ["actual incorporated 107 Kota Palembang"]),
    .init(
      text: """
        Di Kabupaten Tabanan, Koperasi Merah Putih yang sudah beroperasi mencapai 19 unit dari 133 unit yang mengantongi \
        badan hukum.
        """,
      statements: ["actual operating 19/133 Kabupaten Tabanan", "actual incorporated 133 Kabupaten Tabanan"]),
  ]
}
