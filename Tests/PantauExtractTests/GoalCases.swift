/// Promises that take their amount, their day or their stage from what stands around them, and the number that the programme promises.
enum GoalCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Sebanyak 57 desa di Kabupaten Mesuji telah menggelar musyawarah Koperasi Merah Putih. Pemkab menargetkan seluruh desa \
        menyelesaikannya pada 30 Mei 2025 supaya akta dapat diurus.
        """,
      statements: [
        "target deliberated all Kabupaten Mesuji 2025-05-30", "actual deliberated 57 Kabupaten Mesuji",
      ]),
    .init(
      text: """
        Desa-desa di Kabupaten Demak menggelar musyawarah Koperasi Merah Putih. Semua desa ditargetkan selesai pada akhir Mei 2025, \
        kemudian semua koperasi sudah berbadan hukum paling lambat 30 Juni 2025.
        """,
      statements: [
        "target deliberated all Kabupaten Demak 2025-05-31",
        "target incorporated all Kabupaten Demak 2025-06-30",
      ]),
    .init(
      text:
        "Seluruh Koperasi Merah Putih di Kabupaten Pati wajib berbadan hukum hingga Senin (26/5/2025) pukul 24.00.",
      statements: ["target incorporated all Kabupaten Pati 2025-05-26"]),
    .init(
      text:
        "Kami targetkan seluruh Koperasi Merah Putih di Kabupaten Pati terbentuk, kata bupati, Senin (26/5/2025).",
      statements: ["target formed all Kabupaten Pati"]),
    .init(
      text: """
        Sebanyak 14 gerai Koperasi Merah Putih di Kabupaten Blora mulai dibangun. Semuanya dijadwalkan rampung akhir Desember 2025.
        """,
      statements: ["target built 14 all Kabupaten Blora 2025-12-31", "actual building 14 Kabupaten Blora"]),
    .init(
      text: """
        Tenggat pembentukan Koperasi Merah Putih itu ditujukan kepada 59 desa dan 16 kelurahan di Kabupaten Kupang. Semuanya wajib \
        membentuk koperasi paling lambat 20 Juni 2025.
        """,
      statements: [
        "target formed 59 all Kabupaten Kupang 2025-06-20",
        "target formed 16 all Kabupaten Kupang 2025-06-20",
      ]),
    .init(
      text: """
        Di Provinsi Aceh pembangunan gerai Koperasi Merah Putih dimulai di 52 titik. Totalnya nanti 6.457 unit. Seluruhnya diupayakan \
        tuntas Maret 2026.
        """,
      statements: ["target built 6457 all Provinsi Aceh 2026-03-31", "actual building 52 Provinsi Aceh"]),
    .init(
      text: """
        Semua kelurahan di Kota Kediri dipersiapkan punya Koperasi Merah Putih. Instruksi Presiden Nomor 9 \
        Tahun 2025 menghendaki pembentukannya rampung sebelum Juli 2025.
        """,
      statements: ["target formed all Kota Kediri 2025-06-30"]),
    .init(
      text: """
        Pemkab Agam menargetkan 92 nagari membentuk Koperasi Merah Putih pada 15 Mei 2025. Target itu lalu digeser ke akhir Mei 2025.
        """,
      statements: [
        "target formed 92 Kabupaten Agam 2025-05-15", "target formed 92 Kabupaten Agam 2025-05-31",
      ]),
    .init(
      text: """
        Kabupaten Mukomuko memiliki 151 Koperasi Merah Putih. Dua di antaranya menjadi percontohan. Keduanya mulai beroperasi sebelum \
        21 Juli 2025.
        """,
      statements: [
        "target operating 2 Kabupaten Mukomuko 2025-07-20", "actual formed 151 Kabupaten Mukomuko",
        "actual other 2/151 Kabupaten Mukomuko",
      ]),
    .init(
      text: """
        Gerai Koperasi Merah Putih secara nasional ditargetkan rampung Januari hingga Februari 2026, kemudian seluruh koperasi \
        beroperasi penuh mulai Maret 2026.
        """,
      statements: ["target built Indonesia 2026-02-28", "target operating all Indonesia"]),
    .init(
      text: """
        Kota Balikpapan sudah memiliki 34 Koperasi Merah Putih berakta. Itu bagian dari 80 ribu koperasi yang ditargetkan Presiden.
        """,
      statements: ["target formed 80000 Indonesia", "actual incorporated 34 Kota Balikpapan"]),
    .init(
      text: """
        Secara nasional pemerintah membidik 80.000 Koperasi Merah Putih, dan peluncurannya dirancang pada 12 Juli 2025.
        """,
      statements: ["target formed 80000 Indonesia", "target launched Indonesia 2025-07-12"]),
    .init(
      text: """
        Dari 80.000 Koperasi Merah Putih yang direncanakan se-Indonesia, Kalimantan Selatan telah membentuk 2.013 koperasi. Kabupaten \
        Banjar membentuk 290 koperasi.
        """,
      statements: [
        "target formed 80000 Indonesia", "actual formed 2013/80000 Provinsi Kalimantan Selatan",
        "actual formed 290 Kabupaten Banjar",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Buton terus disiapkan. Rencananya minggu ini kepengurusan dan administrasi untuk akta notaris \
        sudah dirampungkan.
        """,
      statements: ["target other Kabupaten Buton 2025-06-01"]),
    .init(
      text: """
        Tahapan Koperasi Merah Putih diurai Menteri Desa di Kota Serang, Banten, Rabu (21/5/2025). Badan hukum diharapkan beres Juni \
        2025.
        """,
      statements: ["target incorporated Indonesia 2025-06-30"]),
  ]
}
