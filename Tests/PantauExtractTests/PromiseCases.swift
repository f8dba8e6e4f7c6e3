/// Results beside promises, launches, days that set no limit, and what is lacking.
enum PromiseCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: "Baru 30 persen, akta Koperasi Merah Putih di Kabupaten Sumedang dikejar sampai 20 Juni 2025.",
      statements: [
        "target incorporated Kabupaten Sumedang 2025-06-20", "actual incorporated 30% Kabupaten Sumedang",
      ]),
    .init(
      text: "Koperasi Merah Putih di Kabupaten Klaten menunggu. Peluncuran dijadwalkan pada 12 Juli 2025.",
      statements: ["target launched Indonesia 2025-07-12"]),
    .init(
      text: """
        Peresmian Koperasi Desa (Kopdes) Merah Putih oleh Presiden rencananya akan digelar pada 19 Juli 2025.
        """,
      statements: ["target launched Indonesia 2025-07-19"]),
    .init(
      text: "Kami targetkan musyawarah Koperasi Merah Putih di Kabupaten Banyumas rampung 27 Mei 2025.",
      statements: ["target deliberated Kabupaten Banyumas 2025-05-27"]),
    .init(
      text: """
        "Kami ingin 50 Koperasi Merah Putih terbentuk di Kota Ambon," kata wali kota, Minggu (25/5/2025).
        """,
      statements: ["target formed 50 Kota Ambon"]),
    .init(
      text: "Musyawarah Koperasi Merah Putih di Kabupaten Trenggalek dijadwalkan mulai 2 Juni 2025.",
      statements: []),
    .init(
      text: "Di Kabupaten Simalungun kurang lebih 300 Koperasi Merah Putih sudah terbentuk.",
      statements: ["actual formed 300 Kabupaten Simalungun"]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Nusa Tenggara Barat hampir rampung. Kabupaten Lombok Utara tinggal satu desa, Kabupaten \
        Lombok Timur 10 desa, dan Kabupaten Sumbawa 32 desa.
        """,
      statements: []),
    .init(
      text: """
        Bupati Nganjuk memberi batas waktu pembentukan Koperasi Merah Putih hingga 31 Mei 2025. Koperasi harus dibentuk di 264 desa \
        dan 20 kelurahan.
        """,
      statements: [
        "target formed 264 Kabupaten Nganjuk 2025-05-31", "target formed 20 Kabupaten Nganjuk 2025-05-31",
      ]),
    .init(
      text: """
        Provinsi Bali memiliki 636 desa dan 80 kelurahan, dan seluruhnya telah membentuk Koperasi Merah Putih.
        """,
      statements: ["actual formed 636 all Provinsi Bali", "actual formed 80 all Provinsi Bali"]),
    .init(
      text: """
        Di Kabupaten Samosir 78 Koperasi Merah Putih sudah terbentuk dan masih dalam proses penerbitan akta notaris.
        """,
      statements: ["actual formed 78 Kabupaten Samosir"]),
    .init(
      text: "KDMP Desa Lolu di Kabupaten Sigi dijadwalkan diluncurkan pada 30 Juni 2025.",
      statements: ["target launched Desa Lolu 2025-06-30"]),
    .init(
      text: """
        Enam desa dan satu kelurahan di Kecamatan Benua Lima, Kabupaten Barito Timur, sudah membentuk Koperasi Merah Putih.
        """,
      statements: ["actual formed 6 Kecamatan Benua Lima", "actual formed 1 Kecamatan Benua Lima"]),
    .init(
      text:
        "Dari target 307 titik gerai Koperasi Merah Putih di Kabupaten Ponorogo, 127 titik lahannya sudah didata.",
      statements: ["target built 307 Kabupaten Ponorogo", "actual other 127/307 Kabupaten Ponorogo"]),
    .init(
      text: """
        Rekap badan hukum Koperasi Merah Putih yang terbit:
        Kabupaten Kaimana: 2 kelurahan dan 3 kampung, total 5 koperasi
        Kabupaten Manokwari: 6 kelurahan dan 73 kampung, total 79 koperasi
        """,
      statements: [
        "actual incorporated 2 Kabupaten Kaimana", "actual incorporated 3 Kabupaten Kaimana",
        "actual incorporated 5 Kabupaten Kaimana", "actual incorporated 6 Kabupaten Manokwari",
        "actual incorporated 73 Kabupaten Manokwari", "actual incorporated 79 Kabupaten Manokwari",
      ]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Provinsi Maluku sudah 99 persen. Cuaca buruk sempat menghambat. Data itu menunjukkan \
        1.222 dari 1.235 desa telah bermusyawarah.
        """,
      statements: ["actual deliberated 1222/1235 Provinsi Maluku"]),
    .init(
      text: """
        Delapan Koperasi Merah Putih di Provinsi Sulawesi Tenggara sudah beroperasi, kebanyakan di Konawe Utara, Buton Tengah, dan \
        Kolaka Timur.
        """,
      statements: ["actual operating 8 Provinsi Sulawesi Tenggara"]),
    .init(
      text: """
        Total 119 titik gerai Koperasi Merah Putih harus berdiri di Kabupaten Lampung Selatan. Semuanya ditargetkan rampung sebelum 31 \
        Juli 2025.
        """,
      statements: ["target built 119 all Kabupaten Lampung Selatan 2025-07-30"]),
    .init(
      text: """
        Akta Koperasi Merah Putih di Kabupaten Pati sedang dibahas. Di sana terdapat 71 notaris. Yang ditunjuk ternyata hanya lima.
        """,
      statements: []),
    .init(
      text: """
        Di Kabupaten Jombang 115 gerai Koperasi Merah Putih masih disiapkan dan 371 gerai sedang dibangun.
        """,
      statements: ["actual building 371 Kabupaten Jombang"]),
    .init(
      text: "Dari 243 Koperasi Merah Putih di Kabupaten Demak yang berbadan hukum, baru 108 yang beroperasi.",
      statements: ["actual incorporated 243 Kabupaten Demak", "actual operating 108/243 Kabupaten Demak"]),
  ]
}
