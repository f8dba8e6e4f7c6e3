/// Days that begin a clause of their own, relative clauses before a promise, parts of a year to come.
enum ClauseCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Prajurit masih menggarap 118 titik gerai Koperasi Merah Putih di Kabupaten Brebes, dan sebelum 17 Agustus \
        2025 sebanyak 179 gerai ditargetkan sudah berdiri.
        """,
      statements: [
        "target built 179 Kabupaten Brebes 2025-08-16", "actual building 118 Kabupaten Brebes",
      ]),
    .init(
      text: """
        Sepuluh gerai Koperasi Merah Putih yang sudah selesai dibangun di Polewali Mandar ditargetkan beroperasi \
        akhir Agustus 2025.
        """,
      statements: ["target operating 10 Kabupaten Polewali Mandar 2025-08-31"]),
    .init(
      text: "Tiap desa di Kabupaten Lamongan sudah punya gerai Koperasi Merah Putih pada akhir 2027.",
      statements: ["target built all Kabupaten Lamongan 2027-12-31"]),
    .init(
      text: "Di Kabupaten Lamongan seluruh Koperasi Merah Putih sudah beroperasi pada akhir tahun.",
      statements: ["target operating all Kabupaten Lamongan 2025-12-31"]),
    // Handed over is no building.
    .init(
      text: """
        Dua puluh gerai Koperasi Merah Putih di Kabupaten Tabalong akan diserahterimakan kepada pengurus paling \
        lambat 30 September 2025.
        """,
      statements: ["target other 20 Kabupaten Tabalong 2025-09-30"]),
    // Reached and promised in one clause
    .init(
      text:
        "Di Kabupaten Sragen 87 gerai KDMP sudah selesai dibangun dan ditargetkan diresmikan sebelum Natal.",
      statements: [
        "target launched 87 Kabupaten Sragen 2025-12-24", "actual built 87 Kabupaten Sragen",
      ]),
    .init(
      text: "Di Kabupaten Sragen 64 gerai KDMP sudah rampung dan ditargetkan beroperasi bulan depan.",
      statements: [
        "target operating 64 Kabupaten Sragen 2025-06-30", "actual built 64 Kabupaten Sragen",
      ]),
    // A goal behind a state; a clause of time that ends at its comma; a second place without words of its own
    .init(
      text: """
        Di Kabupaten Sragen 48 gerai KDMP sudah beroperasi. Pada akhir tahun, jumlahnya ditargetkan menjadi 100 \
        gerai.
        """,
      statements: [
        "target operating 100 Kabupaten Sragen 2025-12-31", "actual operating 48 Kabupaten Sragen",
      ]),
    .init(
      text: "Setelah terbentuk, 72 Koperasi Merah Putih di Sragen dijadwalkan berbadan hukum bulan depan.",
      statements: ["target incorporated 72 Kabupaten Sragen 2025-06-30"]),
    .init(
      text: """
        Pemkab Sragen menargetkan 35 gerai KDMP rampung akhir Oktober, sedangkan Kabupaten Karanganyar 110 gerai.
        """,
      statements: [
        "target built 35 Kabupaten Sragen 2025-10-31", "target built 110 Kabupaten Karanganyar 2025-10-31",
      ]),
    .init(
      text: """
        Pemkab Sragen menargetkan 35 gerai KDMP rampung akhir Oktober, sedangkan Kabupaten Karanganyar sudah \
        mempunyai 110 gerai.
        """,
      statements: ["target built 35 Kabupaten Sragen 2025-10-31", "actual built 110 Kabupaten Karanganyar"]),
    // A number in words that begins the text, behind a headline without a mark
    .init(
      title: "Kabar dari Kabupaten Tabalong",
      text: "Dua puluh lima gerai Koperasi Merah Putih di Kabupaten Tabalong sudah diresmikan.",
      statements: ["actual launched 25 Kabupaten Tabalong"]),
    // No part of a smaller result
    .init(
      text: """
        Di Jawa Tengah sudah 1.128 desa menggelar musyawarah Koperasi Merah Putih. Sebanyak 37 di antaranya sudah \
        mengantongi akta notaris. Penyumbang terbanyak adalah Brebes dengan 112 desa.
        """,
      statements: [
        "actual deliberated 1128 Provinsi Jawa Tengah", "actual incorporated 37/1128 Provinsi Jawa Tengah",
        "actual deliberated 112 Kabupaten Brebes",
      ]),
  ]
}
