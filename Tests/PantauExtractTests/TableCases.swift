/// Tables: rows of cells, of which one names a place and others hold figures.
enum TableCases {
  static let cases: [StatementTests.Case] = [
    // A head tells the stage of each column, and which one holds the whole.
    .init(
      text: """
        Dinas Koperasi Provinsi Lampung merilis perkembangan Koperasi Merah Putih.
        Kabupaten/Kota | Jumlah desa/kelurahan | Musdesus | Berbadan hukum
        Lampung Selatan | 260 | 258 | 250
        Tanggamus | - | - | -
        Kota Metro | 22 | 22 | 22
        Jumlah | 584 | 579 | 552
        """,
      statements: [
        "actual deliberated 258/260 Kabupaten Lampung Selatan",
        "actual incorporated 250/260 Kabupaten Lampung Selatan",
        "actual deliberated 22/22 Kota Metro", "actual incorporated 22/22 Kota Metro",
      ]),
    // Without one, the words that announce the table do; parts, wholes and shares stand in one cell or in several.
    .init(
      text: """
        Berikut Koperasi Merah Putih di Sulawesi Barat yang sudah berbadan hukum:
        Kabupaten – berbadan hukum/jumlah – persen
        Mamuju – 101/101 – 100
        Mamasa – 175/181 – 97
        """,
      statements: [
        "actual incorporated 101/101 100% Kabupaten Mamuju",
        "actual incorporated 175/181 97% Kabupaten Mamasa",
      ]),
    .init(
      text: """
        Berikut Koperasi Merah Putih di Sulawesi Barat yang sudah terbentuk:
        Majene | 80 | 82
        Pasangkayu | 60 | 63
        """,
      statements: [
        "actual formed 80/82 Kabupaten Majene", "actual formed 60/63 Kabupaten Pasangkayu",
      ]),
    .init(
      text: """
        Berikut capaian pembentukan Koperasi Merah Putih di Maluku Utara:
        Pulau Morotai | 100%
        Halmahera Barat | 91%
        Ternate | 50 koperasi
        """,
      statements: [
        "actual formed 100% Kabupaten Pulau Morotai", "actual formed 91% Kabupaten Halmahera Barat",
        "actual formed 50 Kota Ternate",
      ]),
    // Names below the word for their level are of that level, whatever else bears them.
    .init(
      text: """
        Kodim 0701/Banyumas membangun gerai Koperasi Merah Putih di Kabupaten Banyumas.
        Berikut jumlah gerai yang sudah selesai dibangun:
        No | Kecamatan | Gerai
        1 | Lumbir | 4
        2 | Wangon | 6
        """,
      statements: ["actual built 4 Kecamatan Lumbir", "actual built 6 Kecamatan Wangon"]),
    // What is lacking, and what counts something else, is no column of results.
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Banyumas sebagian sudah beroperasi.
        Kecamatan | Beroperasi | Belum | Anggota
        Kecamatan Lumbir | 4 | 6 | 230
        Kecamatan Wangon | 6 | 6 | 410
        """,
      statements: ["actual operating 4 Kecamatan Lumbir", "actual operating 6 Kecamatan Wangon"]),
    // The same announcement before lines with colons.
    .init(
      text: """
        Berikut jumlah gerai Koperasi Merah Putih yang sudah selesai dibangun:
        Kecamatan Lumbir: 4
        Kecamatan Wangon: 6
        """,
      statements: ["actual built 4 Kecamatan Lumbir", "actual built 6 Kecamatan Wangon"]),
    // Bars that make no table.
    .init(
      text: """
        CILACAP | 192 Koperasi Merah Putih di Kabupaten Cilacap telah beroperasi.
        """,
      statements: ["actual operating 192 Kabupaten Cilacap"]),
  ]
}
