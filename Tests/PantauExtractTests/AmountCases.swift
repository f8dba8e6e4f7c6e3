/// Promises that take an amount from their sentence or from the promise that they move, and results told by ways of counting.
enum AmountCases {
  static let cases: [StatementTests.Case] = [
    // The only number of a promise's sentence
    .init(
      text: """
        Bupati Kabupaten Mamuju Tengah sudah meresmikan 40 gerai Koperasi Merah Putih. Kepala dinas memastikan tujuh sisanya selesai \
        paling lambat 20 Desember 2025.
        """,
      statements: [
        "target launched 7 Kabupaten Mamuju Tengah 2025-12-20", "actual launched 40 Kabupaten Mamuju Tengah",
      ]),
    // A day that is moved keeps its amount.
    .init(
      text: """
        Sebanyak 71 gerai Koperasi Merah Putih di Kabupaten Karimun ditargetkan rampung Juni 2026. Tenggat itu kemudian digeser menjadi \
        akhir tahun 2026.
        """,
      statements: [
        "target built 71 Kabupaten Karimun 2026-06-30", "target built 71 Kabupaten Karimun 2026-12-31",
      ]),
    // All, behind what is done
    .init(
      text:
        "Sesuai jadwal, paling lambat 28 Oktober 2025 Koperasi Merah Putih di Kalbar sudah beroperasi semuanya.",
      statements: ["target operating all Provinsi Kalimantan Barat 2025-10-28"]),
    // The day stands with the promise behind what is under way.
    .init(
      text:
        "Empat gedung Koperasi Merah Putih Kabupaten Ponorogo dikerjakan prajurit dan ditarget berdiri Januari 2026.",
      statements: ["target built 4 Kabupaten Ponorogo 2026-01-31", "actual building 4 Kabupaten Ponorogo"]),
    // Half a year of the next one; the day before a feast
    .init(
      text: "Semua gerai Koperasi Merah Putih di Kabupaten Blora ditargetkan selesai semester I tahun depan.",
      statements: ["target built all Kabupaten Blora 2026-06-30"]),
    .init(
      text: "Bupati Klungkung ingin 20 gerai Koperasi Merah Putih berdiri sebelum Galungan, 17 Juni 2026.",
      statements: ["target built 20 Kabupaten Klungkung 2026-06-16"]),
    // A place that goes on from the one before
    .init(
      text: "Di Kabupaten Labuhanbatu 40 gerai Koperasi Merah Putih sudah rampung. Labura sudah 61.",
      statements: ["actual built 40 Kabupaten Labuhanbatu", "actual built 61 Kabupaten Labuhanbatu Utara"]),
    // One of those told of
    .init(
      text:
        "Tiga titik gerai Koperasi Merah Putih disiapkan di Kota Metro. Satu dari tiga titik tersebut sudah dicor pondasinya.",
      statements: ["actual other 3 Kota Metro", "actual building 1/3 Kota Metro"]),
    // What a number was before
    .init(
      text:
        "Koperasi Merah Putih yang beroperasi di Kabupaten Majalengka kini 120, naik dari 74 pada akhir Maret 2025.",
      statements: ["actual operating 120 Kabupaten Majalengka", "actual operating 74 Kabupaten Majalengka"]),
    // Items that have so many of what the figure before them tells
    .init(
      text: """
        Seluruh 35 Koperasi Merah Putih di Kabupaten Kayong Utara sudah berbadan hukum. Simpang Hilir memiliki 12, Sukadana 10, Teluk \
        Batang 7, dan Seponti 6.
        """,
      statements: [
        "actual incorporated 35 Kabupaten Kayong Utara", "actual incorporated 12 Kecamatan Simpang Hilir",
        "actual incorporated 10 Kecamatan Sukadana", "actual incorporated 7 Kecamatan Teluk Batang",
        "actual incorporated 6 Kecamatan Seponti",
      ]),
    // A share of two acts side by side
    .init(
      text:
        "Di Kabupaten Madiun musyawarah desa khusus dan pengesahan badan hukum Koperasi Merah Putih sudah 100 persen.",
      statements: ["actual incorporated 100% Kabupaten Madiun", "actual deliberated 100% Kabupaten Madiun"]),
  ]
}
