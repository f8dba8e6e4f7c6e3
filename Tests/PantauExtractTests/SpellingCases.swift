/// Words and numbers as papers spell them, which mean what the usual spelling means.
enum SpellingCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Sebanyak 120 (seratus dua puluh) Koperasi Merah Putih di Kabupaten Blora sudah terbentuk.
        """,
      statements: ["actual formed 120 Kabupaten Blora"]),
    .init(
      text: """
        Pemerintah menargetkan 80,000 Koperasi Merah Putih terbentuk di seluruh Indonesia.
        """,
      statements: ["target formed 80000 Indonesia"]),
    .init(
      text: """
        Di Jawa Tengah 2,125 dari 8,523 Koperasi Merah Putih sudah berbadan hukum.
        """,
      statements: ["actual incorporated 2125/8523 Provinsi Jawa Tengah"]),
    .init(
      text: """
        Koperasi Merah Putih sudah di bentuk didesa-desa. Sebanyak 31 buah koperasi di Kabupaten Blora di targetkan beroperasi sebelum 1 Juni 2026.
        """,
      statements: ["target operating 31 Kabupaten Blora 2026-05-31"]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih telah digelar di 85/157 desa di Kabupaten Ogan Komering Ulu.
        """,
      statements: ["actual deliberated 85/157 Kabupaten Ogan Komering Ulu"]),
    .init(
      text: """
        Bupati meninjau Koperasi Merah Putih di Kabupaten Kudus.Sebanyak 48 koperasi sudah terbentuk.Semuanya diharapkan berbadan hukum paling lama 30 Juni 2025.
        """,
      statements: [
        "target incorporated 48 all Kabupaten Kudus 2025-06-30", "actual formed 48 Kabupaten Kudus",
      ]),
  ]
}
