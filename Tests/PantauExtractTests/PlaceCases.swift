/// Which place an amount is said of: described, ranked, visited, told by its number of villages.
enum PlaceCases {
  static let cases: [StatementTests.Case] = [
    // A description in place of the name
    .init(
      text: """
        Bupati Pasangkayu membuka rapat Koperasi Merah Putih. Kabupaten di ujung utara Sulawesi Barat ini sudah \
        membentuk 58 koperasi.
        """,
      statements: ["actual formed 58 Kabupaten Pasangkayu"]),
    .init(
      text: """
        Koperasi Merah Putih dibahas di Ogan Komering Ulu Timur. Di lumbung padi Sumsel tersebut tercatat 300 \
        koperasi berbadan hukum.
        """,
      statements: ["actual incorporated 300 Kabupaten Ogan Komering Ulu Timur"]),
    // Two or more places are described
    .init(
      text: """
        Gubernur Papua Selatan memantau Koperasi Merah Putih. Di empat kabupaten dengan 82 distrik itu, kata \
        Gubernur, 261 koperasi sudah terbentuk. Bupati Merauke hadir.
        """,
      statements: ["actual formed 261 Provinsi Papua Selatan"]),
    // As many as the regency has villages, whoever says it
    .init(
      text: """
        Kepala Kanwil Kemenkum Sulawesi Tengah mendata Koperasi Merah Putih di Tojo Una-Una, Sigi, dan Palu. \
        Kanwil Sulteng mencatat 129 dari 146 desa dan kelurahan di Tojo Una-Una sudah berbadan hukum.
        """,
      statements: ["actual incorporated 129/146 Kabupaten Tojo Una Una"]),
    // A district right behind the amount; one where somebody was met
    .init(
      text:
        "Di Kabupaten Lamongan, musyawarah Koperasi Merah Putih di 17 desa Kecamatan Babat sudah digelar.",
      statements: ["actual deliberated 17 Kecamatan Babat"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Bone bertambah. Saat ditemui di Kecamatan Ajangale, Bupati Bone \
        menyebut 40 gerai sudah berdiri.
        """,
      statements: ["actual built 40 Kabupaten Bone"]),
    // What is wanted of all by the government in Jakarta
    .init(
      text: """
        Di Kabupaten Bone 200 Koperasi Merah Putih sudah berbadan hukum. Pemerintah pusat menginginkan seluruh \
        koperasi beroperasi pada Maret 2026.
        """,
      statements: [
        "target operating all Indonesia 2026-03-31", "actual incorporated 200 Kabupaten Bone",
      ]),
  ]
}
