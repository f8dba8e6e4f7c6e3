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
        Di Kota Ternate kami targetkan pendaftaran seluruh Koperasi Merah Putih selesai dalam tiga bulan, yaitu \
        Juli, Agustus, hingga September 2025, kata Rusdi, Senin (26/5/2025).
        """,
      statements: ["target other all Kota Ternate 2025-09-30"]),
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
  ]
}
