/// What is lacking with a day to come, limits that are named as such, works that begin and are completed, parts of a sum and places joined.
enum LackingCases {
  static let cases: [StatementTests.Case] = [
    // What is lacking is promised for the day that the next sentence tells.
    .init(
      text: """
        Sebanyak 141 Koperasi Merah Putih di Kabupaten Sintang sudah berbadan hukum. Yang 162 harus menyusul paling lambat 30 Juni.
        """,
      statements: [
        "target incorporated 162 Kabupaten Sintang 2025-06-30", "actual incorporated 141 Kabupaten Sintang",
      ]),
    // Cooperatives of which only their number is told
    .init(
      text: "Jumlah seluruh KKMP di Kota Balikpapan ada 34.", statements: ["actual formed 34 Kota Balikpapan"]
    ),
    // Limits
    .init(
      text:
        "Kemendagri memberi Kabupaten Sintang batas 31 Mei untuk pembentukan Koperasi Merah Putih. Baru 141 koperasi yang berbadan hukum.",
      statements: [
        "target formed Kabupaten Sintang 2025-05-31", "actual incorporated 141 Kabupaten Sintang",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Solok terbentuk di 70 nagari. Tenggat sebelumnya, yakni 11 Juni, dimajukan menjadi 5 Juni.
        """,
      statements: [
        "target formed Kabupaten Solok 2025-06-11", "target formed Kabupaten Solok 2025-06-05",
        "actual formed 70 Kabupaten Solok",
      ]),
    // What begins on a day is due then.
    .init(
      text: "Koperasi Merah Putih di Kabupaten Blora mulai menjual beras bulan depan.",
      statements: ["target operating Kabupaten Blora 2025-06-30"]),
    .init(
      text: "Pekan depan lima titik gerai Koperasi Merah Putih lagi mulai kami kerjakan di Kabupaten Blora.",
      statements: ["target building 5 Kabupaten Blora 2025-06-08"]),
    // Works completed, works under way that are to be completed, works that go on
    .init(
      text: "Pembangunan fisik gerai Koperasi Merah Putih hingga 10 Mei telah rampung 38.412 unit.",
      statements: ["actual built 38412 Indonesia"]),
    .init(
      text:
        "Di Kabupaten Blora 64 gerai Koperasi Merah Putih sedang dibangun dan harus selesai pada Desember.",
      statements: ["target built 64 Kabupaten Blora 2025-12-31", "actual building 64 Kabupaten Blora"]),
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih di Kabupaten Mappi belum selesai; pekerjaan fondasi malah sudah jalan di tiga kampung.
        """,
      statements: ["actual building 3 Kabupaten Mappi"]),
    // Parts of a sum, a second number of a pair, a place joined to another
    .init(
      text: """
        Di Kabupaten Bojonegoro 430 Koperasi Merah Putih sudah terbentuk, yaitu di 419 desa dan 11 kelurahan, dan kini masuk tahap pengurusan \
        badan hukum.
        """,
      statements: [
        "actual formed 430 Kabupaten Bojonegoro", "actual formed 419 Kabupaten Bojonegoro",
        "actual formed 11 Kabupaten Bojonegoro",
      ]),
    .init(
      text:
        "Gerai Koperasi Merah Putih yang rampung berada di Kabupaten Bulungan dan Kabupaten Nunukan, masing-masing 52 dan 44 unit.",
      statements: ["actual built 52 Kabupaten Bulungan", "actual built 44 Kabupaten Nunukan"]),
    .init(
      text:
        "Koperasi Merah Putih terbentuk di semua desa di Kecamatan Lipunoto dan Kecamatan Karamat, Kabupaten Buol.",
      statements: ["actual formed all Kecamatan Lipunoto", "actual formed all Kecamatan Karamat"]),
    // A headline's figure in full thousands is the body's, rounded.
    .init(
      title: "83 Ribu Koperasi Merah Putih Berbadan Hukum",
      text: "Sebanyak 82.914 Koperasi Merah Putih sudah berbadan hukum.",
      statements: ["actual incorporated 82914 Indonesia"]),
    // Papers that somebody has seen to; a goal of a share by its figure
    .init(
      text: "Kabupaten Keerom telah mengurus legalitas bagi seluruh 91 kampung.",
      statements: ["actual incorporated 91 all Kabupaten Keerom"]),
    .init(
      text: """
        Kanwil menargetkan angka 100 persen badan hukum Koperasi Merah Putih di Kabupaten Blora tercapai pada pekan keempat Juni.
        """,
      statements: ["target incorporated 100% Kabupaten Blora 2025-06-28"]),
  ]
}
