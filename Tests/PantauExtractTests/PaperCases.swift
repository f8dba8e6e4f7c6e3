/// Sentences as local papers write them: what is given, begun, only hastened or of another day; registered wholes, sums set aside, totals.
enum PaperCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: """
        Di Kabupaten Bangli sudah terbentuk 72 Koperasi Merah Putih, sekitar 20-an di antaranya sudah beroperasi.
        """,
      statements: ["actual formed 72 Kabupaten Bangli", "actual operating 20/72 Kabupaten Bangli"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Bangli itu sudah terbentuk 72 dan telah memiliki badan hukum.
        """,
      statements: ["actual formed 72 Kabupaten Bangli"]),
    .init(
      text: """
        Bupati akan mengikuti rapat untuk melaporkan pembentukan 72 Koperasi Merah Putih di Kabupaten Bangli.
        """,
      statements: ["actual formed 72 Kabupaten Bangli"]),
    .init(
      text: """
        Bupati berharap, dengan terbentuknya 424 Koperasi Merah Putih di Kabupaten Cirebon, ekonomi desa tumbuh.
        """,
      statements: ["actual formed 424 Kabupaten Cirebon"]),
    .init(
      text: """
        Baru 10 dari 248 Koperasi Merah Putih di Kabupaten Jember yang aktif namun pemerintah optimistis bisa berkembang cepat.
        """,
      statements: ["actual operating 10/248 Kabupaten Jember"]),
    .init(
      text: """
        Pemkot Yogyakarta menyatakan 45 Koperasi Merah Putih di 14 kecamatan akan segera terbentuk.
        """,
      statements: ["target formed 45 Kota Yogyakarta"]),
    .init(
      text: """
        Pemerintah mengalokasikan Rp55 miliar untuk pembangunan 50 gerai Koperasi Merah Putih di Kota Mataram.
        """,
      statements: ["target built 50 Kota Mataram"]),
    .init(
      text: """
        Pemprov Papua Pegunungan mencatat sudah ada 136 Koperasi Merah Putih yang tersebar di 2.617 kampung dan 10 kelurahan.
        """,
      statements: ["actual formed 136 Provinsi Papua Pegunungan"]),
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih di Kabupaten Ponorogo sudah berjalan di 150 titik dan ditargetkan rampung Juli 2025.
        """,
      statements: [
        "target built 150 Kabupaten Ponorogo 2025-07-31", "actual building 150 Kabupaten Ponorogo",
      ]),
    .init(
      text: """
        Dari target 345 gerai Koperasi Merah Putih pada Desember 2025 di Kabupaten Lebak, sebanyak 195 sudah dibangun.
        """,
      statements: ["target built 345 Kabupaten Lebak 2025-12-31", "actual building 195/345 Kabupaten Lebak"]),
    .init(
      text: """
        Dari target 345 gerai Koperasi Merah Putih di Kabupaten Lebak yang harus selesai Juli 2025, baru 195 yang dibangun.
        """,
      statements: ["target built 345 Kabupaten Lebak 2025-07-31", "actual building 195/345 Kabupaten Lebak"]),
    .init(
      text: """
        Sebanyak 37 desa di Kabupaten Kudus telah menerima SK badan hukum Koperasi Merah Putih. Sedangkan 95 desa lainnya masih dalam proses dan ditargetkan rampung pada akhir Juni 2025.
        """,
      statements: [
        "target incorporated 95 Kabupaten Kudus 2025-06-30", "actual incorporated 37 Kabupaten Kudus",
      ]),
    .init(
      text: """
        Dari 253 Koperasi Merah Putih yang terdaftar di Kabupaten Subang, 22 sudah beroperasi.
        """,
      statements: ["actual other 253 Kabupaten Subang", "actual operating 22/253 Kabupaten Subang"]),
    .init(
      text: """
        Koperasi Merah Putih yang sudah berjalan ini tersebar di seluruh Banyuwangi.
        """,
      statements: []),
    .init(
      text: """
        Dinas Koperasi Lombok Timur terus mendorong percepatan pembentukan Koperasi Merah Putih di seluruh desa.
        """,
      statements: []),
    .init(
      text: """
        Setiap lahan Koperasi Merah Putih di Kota Mataram harus memenuhi syarat teknis.
        """,
      statements: []),
    .init(
      text: """
        Kegiatan pembangunan gerai Koperasi Merah Putih dimulai di 800 titik di seluruh Indonesia, dan akan terus berkembang.
        """,
      statements: ["actual building 800 Indonesia"]),
    .init(
      text: """
        Di Kabupaten Luwu Timur sudah ada tujuh desa yang menjadi role model Koperasi Merah Putih.
        """,
      statements: ["actual other 7 Kabupaten Luwu Timur"]),
    .init(
      text: """
        Dari 377 Koperasi Merah Putih di Kabupaten Lahat, misalkan 40 persen saja yang berhasil, ekonomi bergerak.
        """,
      statements: []),
    .init(
      text: """
        Program itu diatur instruksi presiden yang ditandatangani pada 27 Maret 2025, dengan target pembentukan 80.000 Koperasi Merah Putih di seluruh Indonesia.
        """,
      statements: ["target formed 80000 Indonesia"]),
    .init(
      text: """
        Hingga tanggal 28 malam lalu, dinas berhasil membentuk 237 Koperasi Merah Putih di Kutai Kartanegara.
        """,
      statements: ["actual formed 237 Kabupaten Kutai Kartanegara"]),
    .init(
      text: """
        Di Kalimantan Tengah telah berdiri 1,542 unit Koperasi Merah Putih.
        """,
      statements: ["actual formed 1542 Provinsi Kalimantan Tengah"]),
    .init(
      text: """
        Pemerintah Aceh menargetkan pembentukan 6.500 Koperasi Merah Putih di Aceh. Pembentukan koperasi ditargetkan rampung pada 30 Juni 2025.
        """,
      statements: ["target formed 6500 Provinsi Aceh 2025-06-30"]),
    .init(
      text: """
        Gubernur meluncurkan 8.494 Koperasi Merah Putih di Jawa Timur yang telah berbadan hukum.
        """,
      statements: [
        "actual incorporated 8494 Provinsi Jawa Timur", "actual launched 8494 Provinsi Jawa Timur",
      ]),
    .init(
      text: """
        Hingga pertengahan Mei 2025, baru satu kampung di Kabupaten Berau yang menyelesaikan seluruh tahapan pembentukan Koperasi Merah Putih.
        """,
      statements: ["actual formed 1 Kabupaten Berau"]),
    .init(
      text: """
        Gedung Koperasi Merah Putih di Desa Ciakar ditargetkan selesai tahun depan, di bulan Januari.
        """,
      statements: ["target built Desa Ciakar 2026-01-31"]),
    .init(
      text: """
        Musyawarah desa khusus Koperasi Merah Putih di Kabupaten Aceh Barat wajib dilaksanakan paling lambat 31 Mei 2025, sebagai dasar pengesahan badan hukum.
        """,
      statements: ["target deliberated Kabupaten Aceh Barat 2025-05-31"]),
    .init(
      text: """
        Pemkab Berau mendampingi Koperasi Merah Putih. Pemerintah menargetkan seluruh musyawarah desa selesai paling lambat 31 Mei 2025.
        """,
      statements: ["target deliberated all Indonesia 2025-05-31"]),
    .init(
      text: """
        Menteri menilai rapat itu penting untuk memastikan 80.081 Koperasi Merah Putih atau KDMP bisa beroperasi seluruhnya bulan depan.
        """,
      statements: ["target operating 80081 all Indonesia 2025-06-30"]),
    .init(
      text: """
        Lima gerai Koperasi Merah Putih di Kabupaten Lahat selesai, dan mari kita wujudkan semuanya ada di daerah.
        """,
      statements: ["actual built 5 Kabupaten Lahat"]),
    .init(
      text: """
        Sudah tiga sampai empat bulan sejak kelembagaan Koperasi Merah Putih diluncurkan.
        """,
      statements: []),
    .init(
      text: """
        Menteri berharap 20 sampai 30 ribu gerai Koperasi Merah Putih di Indonesia rampung dibangun Oktober 2025.
        """,
      statements: ["target built 20000 Indonesia 2025-10-31"]),
    .init(
      text: """
        Sebanyak 20 hingga 25 ribu Koperasi Merah Putih di Indonesia sudah beroperasi.
        """,
      statements: ["actual operating 20000 Indonesia"]),
    .init(
      text: """
        Kabupaten Kediri ikut dalam program nasional pembentukan 75.000 Koperasi Merah Putih se-Indonesia.
        """,
      statements: ["target formed 75000 Indonesia"]),
    .init(
      text: """
        Untuk tahap ini pemerintah mencanangkan 75 ribu Koperasi Merah Putih di seluruh Indonesia.
        """,
      statements: ["target formed 75000 Indonesia"]),
    .init(
      text: """
        Menurut menteri, Koperasi Merah Putih di Indonesia siap diluncurkan pada 28 Oktober 2025.
        """,
      statements: ["target launched Indonesia 2025-10-28"]),
    .init(
      text: """
        Pembentukan Koperasi Merah Putih di Provinsi Aceh ditargetkan rampung pada 30 September dan akan diluncurkan pada 28 Oktober.
        """,
      statements: ["target formed Provinsi Aceh 2025-09-30", "target launched Provinsi Aceh 2025-10-28"]),
    .init(
      text: """
        Gerai-gerai Koperasi Merah Putih di Kabupaten Sampang ini akan berfungsi sebagai lumbung garam.
        """,
      statements: []),
    .init(
      text: """
        Enam lokasi gerai Koperasi Merah Putih di Kabupaten Ngawi dipantau langsung supaya pengerjaannya tidak tersendat.
        """,
      statements: []),
  ]
}
