/// Days that were moved, limits that something is compared with, days that point back, and promises without an amount.
enum DayCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Rencana meluncurkan Koperasi Merah Putih di Kabupaten Berau pada 12 Juli 2025 batal. Dinas bersepakat memindahkannya ke 19 \
        Juli 2025.
        """,
      statements: [
        "target launched Kabupaten Berau 2025-07-12", "target launched Kabupaten Berau 2025-07-19",
      ]),
    .init(
      text:
        "Jadwal peluncuran Koperasi Merah Putih secara nasional mundur dari 19 Juli 2025 menjadi 21 Juli 2025.",
      statements: ["target launched Indonesia 2025-07-19", "target launched Indonesia 2025-07-21"]),
    .init(
      text: """
        Akta 120 Koperasi Merah Putih di Kabupaten Sragen harus terbit paling lambat 25 Juni 2025, mendahului batas nasional 30 Juni \
        2025.
        """,
      statements: [
        "target incorporated 120 Kabupaten Sragen 2025-06-25", "target incorporated Indonesia 2025-06-30",
      ]),
    .init(
      text: """
        Badan hukum Koperasi Merah Putih di Kota Kupang selesai pada 20 Mei 2025, lebih awal dari target 30 Mei 2025.
        """,
      statements: ["target incorporated Kota Kupang 2025-05-30"]),
    .init(
      text: """
        Gerai Koperasi Merah Putih di Kabupaten Blora ditargetkan berdiri pada Juli 2025. Pada bulan yang sama ke-20 gerai itu \
        ditargetkan beroperasi.
        """,
      statements: [
        "target built Kabupaten Blora 2025-07-31", "target operating 20 Kabupaten Blora 2025-07-31",
      ]),
    .init(
      text: "Koperasi Merah Putih di Indonesia akan diluncurkan sekaligus beroperasi pada 28 Oktober 2025.",
      statements: ["target launched Indonesia 2025-10-28", "target operating Indonesia 2025-10-28"]),
    .init(
      text: """
        Semua Koperasi Merah Putih di Kabupaten Pacitan ditargetkan terbentuk 12 Juni 2025. Badan hukumnya kita harapkan selesai Juli \
        2025.
        """,
      statements: [
        "target formed all Kabupaten Pacitan 2025-06-12",
        "target incorporated all Kabupaten Pacitan 2025-07-31",
      ]),
    .init(
      text: """
        Dinas menargetkan 104 Koperasi Merah Putih di Kabupaten Lebong berbadan hukum 30 Juni 2025. "Pengurusan akta notaris paling \
        lambat 30 Juni 2025," ujarnya.
        """,
      statements: ["target incorporated 104 Kabupaten Lebong 2025-06-30"]),
    .init(
      text: """
        Secara nasional musyawarah Koperasi Merah Putih dibatasi sampai 31 Mei 2025, sedangkan badan hukum ditargetkan akhir Juni 2025.
        """,
      statements: ["target deliberated Indonesia 2025-05-31", "target incorporated Indonesia 2025-06-30"]),
    .init(
      text: "Koperasi Merah Putih di Kabupaten Dairi ikut diluncurkan serentak pada 12 Juli 2025.",
      statements: ["target launched Kabupaten Dairi 2025-07-12"]),
    .init(
      text: "Target pembangunan gedung Koperasi Merah Putih di Kabupaten Rokan Hilir akhir Juli 2025.",
      statements: ["target built Kabupaten Rokan Hilir 2025-07-31"]),
    .init(
      text:
        "WATES, 24 Mei 2025 – Sebanyak 87 kalurahan di Kabupaten Kulon Progo wajib membentuk Koperasi Merah Putih.",
      statements: ["target formed 87 Kabupaten Kulon Progo"]),
    .init(
      text:
        "Pendataan lahan Koperasi Merah Putih di Kabupaten Lombok Tengah harus rampung pada 15 Juni 2025.",
      statements: ["target other Kabupaten Lombok Tengah 2025-06-15"]),
    .init(
      text: "Pelatihan pengurus Koperasi Merah Putih di Kabupaten Enrekang digelar pada 20 Juni 2025.",
      statements: []),
    .init(
      title: "107 Gerai Koperasi Merah Putih di Kabupaten Purworejo Wajib Rampung Januari 2026",
      text:
        "Seluruh gerai Koperasi Merah Putih di Kabupaten Purworejo harus rampung paling lambat 31 Januari 2026.",
      statements: ["target built 107 all Kabupaten Purworejo 2026-01-31"]),
    .init(
      text: """
        Gerai Koperasi Merah Putih di Kabupaten Karawang mulai dibangun di tujuh titik, dan ketujuhnya harus selesai sebelum 31 \
        Januari 2026.
        """,
      statements: ["target built 7 Kabupaten Karawang 2026-01-30", "actual building 7 Kabupaten Karawang"]),
    .init(
      text: """
        Akta Koperasi Merah Putih di Kabupaten Serang dikejar sejak 3 April lalu. Menjelang akhir bulan itu, 283 dari 326 desa sudah \
        mengantongi SK.
        """,
      statements: ["actual incorporated 283/326 Kabupaten Serang"]),
    .init(
      text: """
        Menteri yang berkunjung ke Kabupaten Sukoharjo pekan lalu menyampaikan sasaran 80.000 Koperasi Merah Putih di seluruh \
        Indonesia.
        """,
      statements: ["target formed 80000 Indonesia"]),
    .init(
      text:
        "Tidak perlu menunggu Juni, sebanyak 88 desa di Kabupaten Pulau Morotai sudah membentuk Koperasi Merah Putih.",
      statements: ["actual formed 88 Kabupaten Pulau Morotai"]),
    .init(
      text: """
        Pada pertemuan akhir tahun, Dandim melaporkan pembangunan gerai Koperasi Merah Putih di Kabupaten Lombok Timur sudah \
        berjalan di 52 titik.
        """,
      statements: ["actual building 52 Kabupaten Lombok Timur"]),
    .init(
      text: """
        Bupati optimistis pada akhir Mei 2025 Koperasi Merah Putih sudah terbentuk di semua desa di Kabupaten Buru.
        """,
      statements: ["target formed all Kabupaten Buru 2025-05-31"]),
    .init(
      text: """
        Dari 194 kampung di Kabupaten Kutai Barat, yang telah membentuk Koperasi Merah Putih baru 5,67 persen, antara lain Kampung \
        Resak dan Kampung Besiq.
        """,
      statements: ["actual formed 5.67% Kabupaten Kutai Barat"]),
    .init(
      text: """
        Sebanyak 69 Koperasi Merah Putih di Kabupaten Seluma atau 35 persen sudah berbadan hukum pada April. Sekarang semuanya sudah \
        berbadan hukum.
        """,
      statements: ["actual incorporated 69 35% Kabupaten Seluma", "actual incorporated all Kabupaten Seluma"]),
    .init(
      text: "KDMP Blora akan diluncurkan secara resmi pada 11 Juli 2025 di Pendopo Kabupaten Blora.",
      statements: ["target launched Kabupaten Blora 2025-07-11"]),
    // A part of the year to come that leads its sentence
    .init(
      text:
        "Koperasi Merah Putih di Kabupaten Bone bertambah. Akhir tahun ini paling tidak 70 koperasi sudah buka.",
      statements: ["target operating 70 Kabupaten Bone 2025-12-31"]),
    // A limit before a beginning
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih di Kabupaten Bone direncanakan di lima kelurahan dan paling lambat dimulai \
        Agustus 2025.
        """,
      statements: ["target built 5 Kabupaten Bone 2025-08-31"]),
    // Nothing is reported for a month to come, whatever says that it is done.
    .init(
      text: "Sebanyak 40 Koperasi Merah Putih di Kabupaten Bone sudah beroperasi pada Maret 2026.",
      statements: ["target operating 40 Kabupaten Bone 2026-03-31"]),
    // What is ready beside another state is promised too.
    .init(
      text:
        "Pemkab menargetkan 25 gerai Koperasi Merah Putih di Kabupaten Bone selesai dan siap beroperasi pada April 2026.",
      statements: [
        "target built 25 Kabupaten Bone 2026-04-30", "target operating 25 Kabupaten Bone 2026-04-30",
      ]),
    // A whole with a stage of its own is a result.
    .init(
      text:
        "Di Kabupaten Bone, dari total 12 gedung Koperasi Merah Putih yang tengah dibangun, 10 ditargetkan rampung Januari 2026.",
      statements: ["target built 10/12 Kabupaten Bone 2026-01-31", "actual building 12 Kabupaten Bone"]),
  ]
}
