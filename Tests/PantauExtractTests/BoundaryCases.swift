/// Where what is said of one amount ends: at headings, at reports beside promises, at days that only bound, at others' words.
enum BoundaryCases {
  static let cases: [StatementTests.Case] = [
    // Of several that a headline told, the one of the same stage is the same thing.
    .init(
      title: "Kementerian Targetkan 20.000 Gerai Koperasi Merah Putih Beroperasi Juli 2025",
      text: """
        Kementerian menargetkan 20.000 gerai Koperasi Merah Putih sudah berdiri lengkap dan mulai beroperasi pada \
        Juli 2025. "Kami mengejar target 20.000 gerai berdiri lengkap pada Juli," ujarnya.
        """,
      statements: ["target built 20000 Indonesia 2025-07-31", "target operating 20000 Indonesia 2025-07-31"]),
    .init(
      text: """
        Bupati Kudus berharap semua desa di Kabupaten Kudus sudah menggelar musyawarah Koperasi Merah Putih pekan \
        ini.
        1. Badan hukum tuntas akhir Juni
        Pengesahan badan hukum seluruh Koperasi Merah Putih di Kabupaten Kudus ditargetkan tuntas pada akhir Juni \
        2025.
        """,
      statements: [
        "target deliberated all Kabupaten Kudus 2025-06-01",
        "target incorporated all Kabupaten Kudus 2025-06-30",
      ]),
    .init(
      text: """
        Pemerintah Kabupaten Kudus menargetkan pembentukan Koperasi Merah Putih selesai akhir Juni 2025, menyusul \
        saat ini 112 desa dilaporkan selesai bermusyawarah.
        """,
      statements: [
        "target formed Kabupaten Kudus 2025-06-30", "actual deliberated 112 Kabupaten Kudus",
      ]),
    .init(
      text: """
        Pada pekan depan di Kabupaten Kudus ditargetkan sudah terbentuk 30 akta badan hukum untuk Koperasi Merah \
        Putih.
        """,
      statements: ["target incorporated 30 Kabupaten Kudus 2025-06-08"]),
    .init(
      title: "Musdesus Koperasi Merah Putih di Kabupaten Kudus 98,8 Persen, Tersisa 13 Desa",
      text: "Bupati Kudus berterima kasih kepada para camat.",
      statements: []),
    .init(
      text: """
        Dari 24 gerai Koperasi Merah Putih di Kabupaten Kudus, tujuh sudah selesai, sepuluh sudah beroperasi.
        """,
      statements: ["actual built 7/24 Kabupaten Kudus", "actual operating 10/24 Kabupaten Kudus"]),
    .init(
      text: "Musyawarah untuk mendirikan Koperasi Merah Putih telah digelar di 108 desa di Kabupaten Kudus.",
      statements: ["actual deliberated 108 Kabupaten Kudus"]),
    .init(
      text: """
        Kodim Kudus sedang membangun 12 gedung Koperasi Merah Putih di Kabupaten Kudus. Sepuluh di antaranya \
        ditargetkan selesai 100 persen pada akhir Juni 2025.
        """,
      statements: [
        "target built 10/12 100% Kabupaten Kudus 2025-06-30", "actual building 12 Kabupaten Kudus",
      ]),
    .init(
      text: """
        Sebanyak 12 Koperasi Merah Putih di Kabupaten Kudus akan dibuatkan akta setelah 21 Juli 2025.
        """,
      statements: ["target incorporated 12 Kabupaten Kudus"]),
    .init(
      text: """
        Sebanyak 2.140 Koperasi Merah Putih di Sulawesi Tenggara sudah berakta notaris. Semua diupayakan sah \
        sebelum Presiden meluncurkannya pada 19 Juli 2025. Rinciannya:
        - Kabupaten Wakatobi: 100 koperasi
        - Kota Kendari: 65 koperasi
        """,
      statements: [
        "target incorporated Provinsi Sulawesi Tenggara 2025-07-18",
        "actual incorporated 2140 Provinsi Sulawesi Tenggara", "actual incorporated 100 Kabupaten Wakatobi",
        "actual incorporated 65 Kota Kendari",
      ]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih belum digelar di 13 desa di Kabupaten Maluku Barat Daya. Gubernur Maluku \
        menyebut cuaca buruk di Provinsi Maluku. Menurut dia, 13 desa itu ditargetkan bermusyawarah sebelum 15 Juni.
        """,
      statements: ["target deliberated 13 Kabupaten Maluku Barat Daya 2025-06-14"]),
    .init(
      text: """
        Bupati Kudus menegaskan minimal 100 Koperasi Merah Putih di Kabupaten Kudus harus aktif per 30 November.
        """,
      statements: ["target operating 100 Kabupaten Kudus 2025-11-30"]),
    .init(
      text: """
        Bupati Sambas meninjau pasar. Tiga gerai Koperasi Merah Putih di Kecamatan Paloh dan Sajingan Besar, \
        Kabupaten Sambas, harus sudah beroperasi sebelum 17 Agustus 2025.
        """,
      statements: ["target operating 3 Kabupaten Sambas 2025-08-16"]),
    .init(
      text: """
        Semua Koperasi Merah Putih di Nusa Tenggara Timur wajib punya rekening paling lambat September 2025. Yang \
        sudah membuka usaha masih bisa dihitung. Kabupaten Kupang enam koperasi, Kabupaten Belu empat koperasi.
        """,
      statements: [
        "target other all Provinsi Nusa Tenggara Timur 2025-09-30", "actual operating 6 Kabupaten Kupang",
        "actual operating 4 Kabupaten Belu",
      ]),
  ]
}
