/// A whole and its part in one sentence, each with a stage of its own.
enum WholeCases {
  static let cases: [StatementTests.Case] = [
    // Who builds stands between the works and the comma.
    .init(
      text: """
        Di Kabupaten Belitung Timur, dari 14 gerai Koperasi Merah Putih yang dibangun TNI, lima sudah rampung.
        """,
      statements: [
        "actual building 14 Kabupaten Belitung Timur", "actual built 5/14 Kabupaten Belitung Timur",
      ]),
    .init(
      text: """
        Di Kabupaten Belitung Timur, dari 14 gerai Koperasi Merah Putih yang sedang dibangun, lima sudah rampung \
        seratus persen.
        """,
      statements: [
        "actual building 14 Kabupaten Belitung Timur", "actual built 5/14 Kabupaten Belitung Timur",
      ]),
    // The place stands before the part.
    .init(
      text: """
        Sebanyak 14 gerai Koperasi Merah Putih dibangun di Kabupaten Belitung Timur, lima di antaranya rampung dan \
        sisanya masih dikerjakan.
        """,
      statements: ["actual building 14 Kabupaten Belitung Timur", "actual built 5 Kabupaten Belitung Timur"]),
    .init(
      text: """
        Sebanyak 14 gerai Koperasi Merah Putih dibangun di Kabupaten Belitung Timur, lima sudah rampung.
        """,
      statements: ["actual building 14 Kabupaten Belitung Timur", "actual built 5 Kabupaten Belitung Timur"]),
    // The whole stands amid what is said of its part.
    .init(
      text: """
        Baru 60 dari 120 Koperasi Merah Putih yang terbentuk di Kabupaten Blora yang berbadan hukum.
        """,
      statements: ["actual incorporated 60/120 Kabupaten Blora", "actual formed 120 Kabupaten Blora"]),
    .init(
      text: """
        Baru lima dari 14 Koperasi Merah Putih yang sudah berbadan hukum di Kabupaten Blora yang menggelar RAT.
        """,
      statements: ["actual other 5/14 Kabupaten Blora", "actual incorporated 14 Kabupaten Blora"]),
    .init(
      text: "Baru 12 dari 40 gerai Koperasi Merah Putih di Kabupaten Blora yang rampung.",
      statements: ["actual built 12/40 Kabupaten Blora"]),
    // The whole stands behind its part.
    .init(
      text: "Di Kabupaten Blora, 60 Koperasi Merah Putih sudah berbadan hukum dari 120 yang terbentuk.",
      statements: ["actual incorporated 60 Kabupaten Blora", "actual formed 120 Kabupaten Blora"]),
    // What is promised of the part is not yet done.
    .init(
      text: """
        Di Kabupaten Blora, dari 14 gerai Koperasi Merah Putih yang dibangun TNI, lima ditargetkan rampung akhir \
        Juni 2025.
        """,
      statements: [
        "target built 5/14 Kabupaten Blora 2025-06-30", "actual building 14 Kabupaten Blora",
      ]),
    // The day of a goal of which a part is reached
    .init(
      text: """
        Dari target 40 Koperasi Merah Putih berbadan hukum akhir Juni 2025 di Kabupaten Blora, realisasinya baru 12.
        """,
      statements: [
        "target incorporated 40 Kabupaten Blora 2025-06-30", "actual incorporated 12/40 Kabupaten Blora",
      ]),
    .init(
      text: """
        Dari 40 Koperasi Merah Putih yang ditargetkan beroperasi akhir Juni 2025 di Kabupaten Blora, sudah 12 yang \
        beroperasi.
        """,
      statements: [
        "target operating 40 Kabupaten Blora 2025-06-30", "actual operating 12/40 Kabupaten Blora",
      ]),
    .init(
      text: "Target 40 Koperasi Merah Putih beroperasi akhir Juni 2025 baru tercapai 12 di Kabupaten Blora.",
      statements: ["target operating 40 Kabupaten Blora 2025-06-30", "actual operating 12 Kabupaten Blora"]),
    // What is done, and how many follow
    .init(
      text: """
        Saat ini 12 Koperasi Merah Putih di Kabupaten Blora sudah berbadan hukum dan 28 lagi menyusul pada Juni 2025.
        """,
      statements: [
        "target incorporated 28 Kabupaten Blora 2025-06-30", "actual incorporated 12 Kabupaten Blora",
      ]),
  ]
}
