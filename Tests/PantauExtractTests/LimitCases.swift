/// Limits of what is lacking, first plans, beginnings of works, places pointed to, and sites in villages.
enum LimitCases {
  static let cases: [StatementTests.Case] = [
    // A limit makes a promise of what is lacking.
    .init(
      text: """
        Sebanyak 58 koperasi kelurahan Merah Putih di Kota Medan beroperasi. Kami mematok 100 koperasi beroperasi sebelum Natal. \
        Sisanya, 51 kelurahan, menyusul pada triwulan I 2026.
        """,
      statements: [
        "target operating 100 Kota Medan 2025-12-24", "target operating 51 Kota Medan 2026-03-31",
        "actual operating 58 Kota Medan",
      ]),
    .init(
      text: """
        Baru 48 koperasi Merah Putih di Kabupaten Pesisir Barat berakta. Bupati memberi batas Jumat pekan depan bagi 54 koperasi yang \
        belum meneken akta.
        """,
      statements: [
        "target incorporated 54 Kabupaten Pesisir Barat 2025-06-06",
        "actual incorporated 48 Kabupaten Pesisir Barat",
      ]),
    // A plan called the first one keeps its day.
    .init(
      text:
        "Dinas Koperasi Kabupaten Batang semula menghendaki 150 koperasi Merah Putih beroperasi pada semester II 2024.",
      statements: ["target operating 150 Kabupaten Batang 2024-12-31"]),
    // A beginning alone is one of works under way.
    .init(
      text:
        "Kodim Minahasa melanjutkan gerai Koperasi Merah Putih di Kabupaten Minahasa. Dua titik lagi akan dikerjakan mulai Maret 2026.",
      statements: ["target building 2 Kabupaten Minahasa"]),
    // Villages that tell where sites are.
    .init(
      text: """
        Bupati Pohuwato ingin gerai Koperasi Desa/Kelurahan Merah Putih di 101 desa dan tiga kelurahan berdiri semua sebelum 23 Januari \
        2027.
        """,
      statements: [
        "target built 101 Kabupaten Pohuwato 2027-01-22", "target built 3 Kabupaten Pohuwato 2027-01-22",
      ]),
    .init(
      text: """
        Di Kabupaten Pohuwato 24 gerai Koperasi Merah Putih sudah rampung. Ke-24 gerai itu akan dibuka pada Juli 2025.
        """,
      statements: [
        "target operating 24 Kabupaten Pohuwato 2025-07-31", "actual built 24 Kabupaten Pohuwato",
      ]),
    .init(
      text: """
        Tiga gerai Koperasi Merah Putih di Kabupaten Kepahiang sedang dibangun. Herman menyebut ketiganya dipatok kelar pada 31 Juli \
        2025.
        """,
      statements: [
        "target built 3 Kabupaten Kepahiang 2025-07-31", "actual building 3 Kabupaten Kepahiang",
      ]),
    // The district named last is there.
    .init(
      text: """
        Kabupaten Banyumas menyiapkan Koperasi Merah Putih. Camat Jatilawang menggelar rapat. Menurut pendamping, 6 dari 11 desa di \
        sana sudah membentuk koperasi.
        """,
      statements: ["actual formed 6/11 Kecamatan Jatilawang"]),
    // Words without a stage open the list.
    .init(
      text: """
        Musdes khusus Koperasi Merah Putih dilalui 29 desa di Kabupaten Pamekasan. Tujuh di antaranya sudah mendaftar ke notaris.
        Yang sudah bermusyawarah tersebar di dua kecamatan. Berikut sebarannya:
        - Proppo: 16 desa
        - Larangan: 13 desa
        """,
      statements: [
        "actual deliberated 29 Kabupaten Pamekasan", "actual other 7/29 Kabupaten Pamekasan",
        "actual deliberated 16 Kecamatan Proppo", "actual deliberated 13 Kecamatan Larangan",
      ]),
    // Those who are asked by their office are the article's own.
    .init(
      text: """
        Presiden ingin 80 ribu Koperasi Merah Putih terbentuk di seluruh Indonesia. Para camat di Kabupaten Malang sudah rapat. Para \
        camat diminta menuntaskan musyawarah di semua desa dan kelurahan sebelum Juni 2025.
        """,
      statements: [
        "target formed 80000 Indonesia", "target deliberated all Kabupaten Malang 2025-05-31",
      ]),
  ]
}
