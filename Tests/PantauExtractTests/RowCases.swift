/// Rows of numbers beside rows of regions and days, and what belongs to them.
enum RowCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Koperasi Merah Putih yang berbadan hukum paling banyak di Kabupaten Cilacap, Kebumen dan Banyumas, masing-masing 284, \
        460 dan 331 unit.
        """,
      statements: [
        "actual incorporated 284 Kabupaten Cilacap", "actual incorporated 460 Kabupaten Kebumen",
        "actual incorporated 331 Kabupaten Banyumas",
      ]),
    .init(
      text: """
        Di Provinsi Jawa Timur 120 Koperasi Merah Putih sudah beroperasi. Pasuruan dan Probolinggo di urutan bawah, \
        masing-masing 9 dan 6.
        """,
      statements: [
        "actual operating 120 Provinsi Jawa Timur", "actual operating 9 Kabupaten Pasuruan",
        "actual operating 6 Kabupaten Probolinggo",
      ]),
    .init(
      text: """
        Sebanyak 284 dan 460 Koperasi Merah Putih masing-masing di Kabupaten Cilacap dan Kebumen sudah berbadan hukum.
        """,
      statements: ["actual incorporated 284 Kabupaten Cilacap", "actual incorporated 460 Kabupaten Kebumen"]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Kabupaten Puncak digelar 9 kampung di Distrik Ilaga dan di Distrik Gome, 8 kampung di \
        Distrik Beoga, serta 5 kampung di Distrik Sinak.
        """,
      statements: [
        "actual deliberated 9 Kecamatan Ilaga", "actual deliberated 8 Kecamatan Beoga",
        "actual deliberated 5 Kecamatan Sinak",
      ]),
    .init(
      text: """
        Gerai Koperasi Merah Putih dibangun di Kabupaten Lampung Tengah. Dari 28 kecamatan, Terbanggi Besar mencatat pembangunan \
        terbanyak, yaitu 11 titik. Punggur dan Trimurjo menyusul, delapan dan enam titik.
        """,
      statements: [
        "actual building 11 Kecamatan Terbanggi Besar",
        "actual building 8 Kecamatan Punggur", "actual building 6 Kecamatan Trimurjo",
      ]),
    .init(
      text: "Musyawarah desa khusus Koperasi Merah Putih di Kota Ambon dan Kota Tual sudah 100 persen.",
      statements: ["actual deliberated 100% Kota Ambon", "actual deliberated 100% Kota Tual"]),
    .init(
      text: """
        Kanwil meminta Kabupaten Jayawijaya dan Yahukimo masing-masing mengesahkan minimal 40 Koperasi Merah Putih sebelum 21 Juli \
        2025.
        """,
      statements: [
        "target incorporated 40 Kabupaten Jayawijaya 2025-07-20",
        "target incorporated 40 Kabupaten Yahukimo 2025-07-20",
      ]),
    .init(
      text: """
        Kementerian Koperasi menargetkan 45 ribu gerai Koperasi Merah Putih rampung pada September 2025, Oktober 52 ribu, \
        November 58 ribu.
        """,
      statements: [
        "target built 45000 Indonesia 2025-09-30", "target built 52000 Indonesia 2025-10-31",
        "target built 58000 Indonesia 2025-11-30",
      ]),
    .init(
      text: """
        Bupati Langkat mematok delapan Koperasi Merah Putih sudah membuka gerai sampai Desember 2025, dua di antaranya di \
        Kecamatan Stabat.
        """,
      statements: [
        "target operating 8 Kabupaten Langkat 2025-12-31", "target operating 2/8 Kecamatan Stabat 2025-12-31",
      ]),
    .init(
      text: "Sampai 20 Mei 2025 baru 567 SK Koperasi Merah Putih terbit di Provinsi Sulawesi Selatan.",
      statements: ["actual incorporated 567 Provinsi Sulawesi Selatan"]),
    .init(
      text: """
        Koperasi Merah Putih berbadan hukum di Jakarta Barat 56, Jakarta Pusat 44, lalu Kepulauan Seribu enam.
        """,
      statements: [
        "actual incorporated 56 Kota Jakarta Barat", "actual incorporated 44 Kota Jakarta Pusat",
        "actual incorporated 6 Kabupaten Kepulauan Seribu",
      ]),
    .init(
      text: "Belum jelas kapan semua Koperasi Merah Putih di Kabupaten Pasuruan beroperasi.", statements: []),
    .init(
      text: """
        Korem telah menetapkan 10 titik untuk pembangunan gerai Koperasi Merah Putih di Provinsi Kepulauan Bangka Belitung.
        """,
      statements: ["actual other 10 Provinsi Kepulauan Bangka Belitung"]),
    .init(
      text: """
        Di Kabupaten Tulungagung tiga gerai Koperasi Merah Putih selesai dibangun. Dua dari tiga bangunan itu berada di Kecamatan \
        Ngunut.
        """,
      statements: [
        "actual built 3 Kabupaten Tulungagung", "actual built 2/3 Kecamatan Ngunut",
      ]),
    .init(
      text: """
        Kepala Dinas Koperasi Kabupaten Raja Ampat menargetkan 18 Koperasi Merah Putih di Distrik Kota Waisai, Distrik Waigeo Selatan, \
        dan Distrik Meos Mansar terbentuk.
        """,
      statements: ["target formed 18 Kabupaten Raja Ampat"]),
    .init(
      title: "Koperasi Merah Putih di Kecamatan Mangoli Tengah",
      text: """
        Sembilan desa di Kecamatan Mangoli Tengah, Kabupaten Kepulauan Sula, sudah membentuk koperasi. Kecamatan Mangoli Tengah maju. \
        Dinas koperasi mencatat 41 dari 78 desa sudah membentuk koperasi.
        """,
      statements: [
        "actual formed 9 Kecamatan Mangoli Tengah", "actual formed 41/78 Kabupaten Kepulauan Sula",
      ]),
    .init(
      text: """
        Bupati Kulon Progo menargetkan 87 kalurahan dan satu kelurahan membentuk Koperasi Merah Putih paling lambat akhir Juni 2025.
        """,
      statements: [
        "target formed 87 Kabupaten Kulon Progo 2025-06-30",
        "target formed 1 Kabupaten Kulon Progo 2025-06-30",
      ]),
    // Shares without their sign in a row that begins with one
    .init(
      text: """
        Pembentukan Koperasi Merah Putih di Sumatera Selatan berjalan, kata Gubernur Sumatera Selatan. Lahat mencapai 92 \
        persen, Empat Lawang 90, dan Banyuasin 78.
        """,
      statements: [
        "actual formed 92% Kabupaten Lahat", "actual formed 90% Kabupaten Empat Lawang",
        "actual formed 78% Kabupaten Banyuasin",
      ]),
    // Further ones by what became of them
    .init(
      text: """
        Di Kabupaten Blora ada 31 gerai Koperasi Merah Putih yang sedang dikerjakan dan dua yang selesai, kata Bupati Blora.
        """,
      statements: ["actual building 31 Kabupaten Blora", "actual built 2 Kabupaten Blora"]),
    // A list of buildings behind finished ones and others
    .init(
      text: """
        Agrinas melaporkan 61.420 gedung Koperasi Merah Putih selesai. Sebanyak 12.903 gedung lain masih dalam \
        konstruksi. Tiga provinsi dengan gedung terbanyak yaitu Jawa Timur 7.118 unit, Jawa Tengah 6.942 unit, dan Jawa \
        Barat 4.870 unit.
        """,
      statements: [
        "actual built 61420 Indonesia", "actual building 12903 Indonesia",
        "actual built 7118 Provinsi Jawa Timur",
        "actual built 6942 Provinsi Jawa Tengah", "actual built 4870 Provinsi Jawa Barat",
      ]),
    // How far buildings are in the whole is no share of them
    .init(
      text: """
        Gedung Koperasi Merah Putih di Kabupaten Magetan bertambah. Satu gedung, yakni di Desa Cepoko, malah sudah 100 \
        persen selesai.
        """,
      statements: []),
    .init(
      text: """
        Koperasi Merah Putih di Sulawesi Tenggara dikebut. Pengesahan sudah 100 persen di Kabupaten Muna, Kolaka, dan Kota Kendari.
        """,
      statements: [
        "actual incorporated 100% Kabupaten Muna", "actual incorporated 100% Kabupaten Kolaka",
        "actual incorporated 100% Kota Kendari",
      ]),
    .init(
      text: """
        Sebanyak 9 gerai Koperasi Merah Putih mulai dibangun di Provinsi Sulawesi Tenggara. Muna memperoleh tiga titik, Kolaka empat, dan Konawe dua.
        """,
      statements: [
        "actual building 9 Provinsi Sulawesi Tenggara", "actual building 3 Kabupaten Muna",
        "actual building 4 Kabupaten Kolaka", "actual building 2 Kabupaten Konawe",
      ]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Provinsi Sulawesi Tenggara hampir rampung. Muna menuntaskannya di 124 desa, Kolaka di 83 desa, dan Konawe 291 desa.
        """,
      statements: [
        "actual deliberated 124 Kabupaten Muna", "actual deliberated 83 Kabupaten Kolaka",
        "actual deliberated 291 Kabupaten Konawe",
      ]),
    .init(
      text: """
        Koperasi Merah Putih yang sudah beroperasi di Provinsi Sulawesi Tenggara terbanyak di Muna (12), disusul Buton (9) dan Konawe (4).
        """,
      statements: [
        "actual operating 12 Kabupaten Muna", "actual operating 9 Kabupaten Buton",
        "actual operating 4 Kabupaten Konawe",
      ]),
    .init(
      text: """
        Musyawarah desa khusus Koperasi Merah Putih di Provinsi Papua Selatan belum tuntas. Merauke dengan 191 kampung mencatat 58. Di Asmat, yang kampungnya 212, sekitar 13 kampung. Mappi paling sedikit, yaitu delapan dari 162 kampung.
        """,
      statements: [
        "actual deliberated 58/191 Kabupaten Merauke", "actual deliberated 13/212 Kabupaten Asmat",
        "actual deliberated 8/162 Kabupaten Mappi",
      ]),
    .init(
      text: """
        Dinas Koperasi Provinsi Lampung merilis capaian musyawarah Koperasi Merah Putih.
        Berikut capaian musyawarah desa khusus per kabupaten:
        1. Lampung Selatan: target 260, realisasi 250
        2. Pesawaran: 140 dari 148 (94,6%)
        3. Tanggamus 299/302
        4. Lampung Barat : 131/131 (100 persen)
        """,
      statements: [
        "target deliberated 260 Kabupaten Lampung Selatan",
        "actual deliberated 250/260 Kabupaten Lampung Selatan",
        "actual deliberated 140/148 94.6% Kabupaten Pesawaran",
        "actual deliberated 299/302 Kabupaten Tanggamus",
        "actual deliberated 131/131 100% Kabupaten Lampung Barat",
      ]),
  ]
}
