/// Amounts said of each of several places, the parts of what was told before, and places that others rank or point to.
enum EachCases {
  static let cases: [StatementTests.Case] = [
    // Of each of several places.
    .init(
      text: """
        Musyawarah Koperasi Merah Putih di Provinsi Sumatera Selatan digelar 2.965 desa. Tiga daerah sudah 100 persen, yakni \
        Kabupaten Musi Rawas, Ogan Ilir dan Muara Enim. Daerah yang masih berproses meliputi Kabupaten Lahat (92 persen) dan \
        Banyuasin (78 persen).
        """,
      statements: [
        "actual deliberated 2965 Provinsi Sumatera Selatan",
        "actual deliberated 100% Kabupaten Musi Rawas", "actual deliberated 100% Kabupaten Ogan Ilir",
        "actual deliberated 100% Kabupaten Muara Enim", "actual deliberated 92% Kabupaten Lahat",
        "actual deliberated 78% Kabupaten Banyuasin",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Provinsi Jawa Timur berbadan hukum. Tiga daerah telah menyelesaikan seluruhnya, meliputi Ponorogo, \
        Nganjuk dan Sidoarjo.
        """,
      statements: [
        "actual incorporated 100% all Kabupaten Ponorogo", "actual incorporated 100% all Kabupaten Nganjuk",
        "actual incorporated 100% all Kabupaten Sidoarjo",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Simalungun dibentuk. Dari 32 kecamatan, tiga di antaranya mencatat seluruh nagorinya sudah \
        membentuk koperasi. Ketiganya ialah Kecamatan Bandar, Kecamatan Silau dan Kecamatan Dolok.
        """,
      statements: [
        "actual formed 100% all Kecamatan Bandar", "actual formed 100% all Kecamatan Silau",
        "actual formed 100% all Kecamatan Dolok",
      ]),
    .init(
      text: """
        Koperasi Merah Putih di Provinsi Maluku disahkan. Kota Ambon dan Kota Tual menjadi dua daerah pertama yang badan hukum \
        koperasinya sudah 100 persen.
        """,
      statements: ["actual incorporated 100% Kota Ambon", "actual incorporated 100% Kota Tual"]),
    .init(
      text: """
        Koperasi Merah Putih di Provinsi Sulawesi Tenggara sudah berbadan hukum 90 persen. Konawe Selatan dan Konawe Utara berada di \
        urutan buncit, sama-sama baru 83 persen.
        """,
      statements: [
        "actual incorporated 90% Provinsi Sulawesi Tenggara",
        "actual incorporated 83% Kabupaten Konawe Selatan", "actual incorporated 83% Kabupaten Konawe Utara",
      ]),
    // Parts of what was told before.
    .init(
      text: """
        Di Kota Ambon 50 Koperasi Merah Putih sudah berbadan hukum. "Delapan koperasi desa, 22 koperasi negeri, dan 20 koperasi \
        kelurahan," rincinya.
        """,
      statements: [
        "actual incorporated 50 Kota Ambon", "actual incorporated 8 Kota Ambon",
        "actual incorporated 22 Kota Ambon", "actual incorporated 20 Kota Ambon",
      ]),
    .init(
      text: """
        Pembangunan gerai Koperasi Merah Putih di Provinsi Aceh dimulai di 52 titik. Seluruhnya diupayakan tuntas Maret 2026. Sebarannya \
        bergantung pada kesiapan lahan. Aceh Utara kebagian lima titik, Aceh Timur empat titik, sedangkan Simeulue satu titik.
        """,
      statements: [
        "target built 52 all Provinsi Aceh 2026-03-31", "actual building 52 Provinsi Aceh",
        "actual building 5 Kabupaten Aceh Utara", "actual building 4 Kabupaten Aceh Timur",
        "actual building 1 Kabupaten Simeulue",
      ]),
    .init(
      text: """
        Di Kabupaten Bima 41 desa telah bermusyawarah membentuk Koperasi Merah Putih, 25 mengajukan akta, satu berbadan hukum.
        """,
      statements: [
        "actual deliberated 41 Kabupaten Bima", "actual other 25 Kabupaten Bima",
        "actual incorporated 1 Kabupaten Bima",
      ]),
    .init(
      text: """
        Camat meminta gampong di Kabupaten Aceh Barat memegang akta Koperasi Merah Putih. Laporan yang masuk sudah 90 gampong.
        """,
      statements: ["actual incorporated 90 Kabupaten Aceh Barat"]),
    .init(
      text: """
        Badan hukum 1.330 Koperasi Merah Putih di Provinsi Kalimantan Barat sudah terbit. Jumlah itu sekitar 67 persen dari 2.145 desa \
        dan kelurahan.
        """,
      statements: ["actual incorporated 1330/2145 67% Provinsi Kalimantan Barat"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Kuningan dibentuk. Dinas mencatat 639 koperasi, 378 aktif dan 261 tidak.
        """,
      statements: []),
    .init(
      text: """
        Di Kabupaten Simalungun 174 Koperasi Merah Putih telah mengantongi badan hukum dari 413 nagori dan kelurahan.
        """,
      statements: ["actual incorporated 174/413 Kabupaten Simalungun"]),
    .init(
      text: """
        Kementerian mengesahkan badan hukum 80.068 Koperasi Merah Putih. Rinciannya 71.397 koperasi desa bentukan baru, 8.486 koperasi \
        kelurahan bentukan baru, 141 koperasi desa hasil revitalisasi, dan 44 koperasi kelurahan hasil revitalisasi.
        """,
      statements: [
        "actual incorporated 80068 Indonesia", "actual incorporated 71397 Indonesia",
        "actual incorporated 8486 Indonesia", "actual incorporated 141 Indonesia",
        "actual incorporated 44 Indonesia",
      ]),
    // Places.
    .init(
      text: """
        Kecamatan Kateman menjadi wilayah pertama di Kabupaten Indragiri Hilir yang seluruh desanya punya Koperasi Merah Putih berbadan \
        hukum.
        """,
      statements: ["actual incorporated all Kecamatan Kateman"]),
    .init(
      text: """
        Akta Koperasi Merah Putih di Provinsi Nusa Tenggara Barat terbit untuk 177 desa: Lombok Utara 9, Kota Bima 20 dan Bima 22.
        """,
      statements: [
        "actual incorporated 177 Provinsi Nusa Tenggara Barat",
        "actual incorporated 9 Kabupaten Lombok Utara",
        "actual incorporated 20 Kota Bima", "actual incorporated 22 Kabupaten Bima",
      ]),
    .init(
      text: """
        Kecamatan Teon Nila Serua (TNS) di Kabupaten Maluku Tengah membentuk Koperasi Merah Putih. Camat TNS mencatat 14 koperasi sudah \
        berbadan hukum.
        """,
      statements: ["actual incorporated 14 Kecamatan Teon Nila Serua"]),
  ]
}
