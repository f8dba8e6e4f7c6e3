/// Words that stand for things counted before, be it only to say what they lack.
enum AnaphorCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Tiga Koperasi Merah Putih di Kecamatan Cepu, Kabupaten Blora, belum beroperasi. Akhir November 2025 ketiganya harus sudah jualan.
        """,
      statements: ["target operating 3 Kecamatan Cepu 2025-11-30"]),
    .init(
      text: """
        Tiga Koperasi Merah Putih di Kecamatan Cepu, Kabupaten Blora, belum beroperasi. Dinas menjanjikan tiga-tiganya buka akhir November 2025.
        """,
      statements: ["target operating 3 Kecamatan Cepu 2025-11-30"]),
    .init(
      text: """
        Tiga Koperasi Merah Putih di Kecamatan Cepu, Kabupaten Blora, belum beroperasi. Ketiganya bisa diresmikan sebelum 1 Desember 2025.
        """,
      statements: ["target launched 3 Kecamatan Cepu 2025-11-30"]),
    .init(
      text: """
        Tiga Koperasi Merah Putih di Kecamatan Cepu, Kabupaten Blora, belum beroperasi. Tiga koperasi itu dijadwalkan sudah berjualan akhir November 2025.
        """,
      statements: ["target operating 3 Kecamatan Cepu 2025-11-30"]),
    .init(
      text: """
        Tiga Koperasi Merah Putih di Kecamatan Cepu, Kabupaten Blora, belum beroperasi. Koperasi yang tiga tadi dijadwalkan sudah melayani warga akhir November 2025.
        """,
      statements: ["target operating 3 Kecamatan Cepu 2025-11-30"]),
    .init(
      text: """
        Tiga Koperasi Merah Putih di Kecamatan Cepu, Kabupaten Blora, belum beroperasi. Yang tiga ini harus sudah buka akhir November 2025.
        """,
      statements: ["target operating 3 Kecamatan Cepu 2025-11-30"]),
    .init(
      text: """
        Dari 271 desa di Kabupaten Blora, 251 desa sudah menggelar musyawarah desa khusus Koperasi Merah Putih. Kami upayakan 20 lagi pada akhir November 2025.
        """,
      statements: [
        "target deliberated 20 Kabupaten Blora 2025-11-30", "actual deliberated 251/271 Kabupaten Blora",
      ]),
    .init(
      text: """
        Dari 271 desa di Kabupaten Blora, 251 desa sudah menggelar musyawarah desa khusus Koperasi Merah Putih. Sedangkan 20 lagi ditargetkan rampung akhir November 2025.
        """,
      statements: [
        "target deliberated 20 Kabupaten Blora 2025-11-30", "actual deliberated 251/271 Kabupaten Blora",
      ]),
    .init(
      text: """
        Dari 271 desa di Kabupaten Blora, 251 desa sudah menggelar musyawarah desa khusus Koperasi Merah Putih. Yang belum harus selesai akhir November 2025.
        """,
      statements: [
        "target deliberated all Kabupaten Blora 2025-11-30", "actual deliberated 251/271 Kabupaten Blora",
      ]),
    .init(
      text: """
        Dari 271 desa di Kabupaten Blora, 251 desa sudah menggelar musyawarah desa khusus Koperasi Merah Putih. Tidak boleh ada lagi yang belum pada akhir November 2025.
        """,
      statements: [
        "target deliberated all Kabupaten Blora 2025-11-30", "actual deliberated 251/271 Kabupaten Blora",
      ]),
    // The number of the sentence before, which lacks something or is on the way, is the one that a day is told for.
    .init(
      text: """
        Musyawarah desa khusus Koperasi Merah Putih di Kabupaten Blora hampir rampung. Masih ada 26 desa yang kami tunggu. Tenggat untuk mereka 10 Juli 2025.
        """,
      statements: ["target deliberated 26 Kabupaten Blora 2025-07-10"]),
    .init(
      text: """
        Musyawarah desa khusus Koperasi Merah Putih di Kabupaten Blora hampir rampung. Ada 26 desa yang belum bermusyawarah. Mereka harus selesai 10 Juli 2025.
        """,
      statements: ["target deliberated 26 Kabupaten Blora 2025-07-10"]),
    .init(
      text: """
        Musyawarah desa khusus Koperasi Merah Putih di Kabupaten Blora hampir rampung. Sebanyak 26 desa belum bermusyawarah. Batasnya 10 Juli 2025.
        """,
      statements: ["target deliberated 26 Kabupaten Blora 2025-07-10"]),
    .init(
      text: """
        Di Kabupaten Blora 14 gerai Koperasi Merah Putih masih dikerjakan. Akhir Juli 2025 harus selesai.
        """,
      statements: ["target built 14 Kabupaten Blora 2025-07-31", "actual building 14 Kabupaten Blora"]),
    .init(
      text: """
        Di Kabupaten Blora 14 gerai Koperasi Merah Putih belum rampung. Sebanyak 20 koperasi harus beroperasi akhir Juli 2025.
        """,
      statements: ["target operating 20 Kabupaten Blora 2025-07-31"]),
    .init(
      text: """
        Kepala dinas ingin tidak ada satu pun desa di Kabupaten Blora yang belum memiliki Koperasi Merah Putih pada 31 Mei 2025.
        """,
      statements: ["target formed all Kabupaten Blora 2025-05-31"]),
  ]
}
