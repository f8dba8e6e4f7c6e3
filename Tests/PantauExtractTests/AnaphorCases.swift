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
  ]
}
