/// What lists of places, numbers without their unit, promises and limits state.
enum ReaderCases {
  static let cases: [StatementTests.Case] = [
    .init(
      text: "Gerai Koperasi Merah Putih yang berdiri di Kabupaten Blora baru 7.",
      statements: ["actual built 7 Kabupaten Blora"]),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Cirebon yang usahanya berjalan di ruang balai desa, menurut \
        dinas, 57.
        """,
      statements: ["actual operating 57 Kabupaten Cirebon"]),
    .init(
      text:
        "Di Kabupaten Purwakarta 91 Koperasi Merah Putih masih diverifikasi lahannya dan 41 sedang dibangun.",
      statements: ["actual building 41 Kabupaten Purwakarta"]),
    .init(
      text: """
        Musyawarah Koperasi Merah Putih dikejar. Kota Ambon dan Kota Tual sudah 100 persen, sedangkan Buru \
        60 persen.
        """,
      statements: [
        "actual deliberated 100% Kota Ambon", "actual deliberated 100% Kota Tual",
        "actual deliberated 60% Kabupaten Buru",
      ]),
    .init(
      text: """
        Kabupaten Raja Ampat, Tambrauw, dan Maybrat telah menyelesaikan musyawarah Koperasi Merah Putih di \
        seluruh kampung.
        """,
      statements: [
        "actual deliberated all Kabupaten Raja Ampat", "actual deliberated all Kabupaten Tambrauw",
        "actual deliberated all Kabupaten Maybrat",
      ]),
    .init(
      text:
        "Capaian 100 persen pembentukan Koperasi Merah Putih sudah diraih Musi Rawas, Ogan Ilir, dan Lahat.",
      statements: [
        "actual formed 100% Kabupaten Musi Rawas", "actual formed 100% Kabupaten Ogan Ilir",
        "actual formed 100% Kabupaten Lahat",
      ]),
    .init(
      text: """
        Kabupaten yang sudah tuntas membentuk Koperasi Merah Putih antara lain Musi Rawas, Ogan Ilir, dan \
        Lahat.
        """,
      statements: [
        "actual formed 100% all Kabupaten Musi Rawas", "actual formed 100% all Kabupaten Ogan Ilir",
        "actual formed 100% all Kabupaten Lahat",
      ]),
    .init(
      text: """
        Semua akta Koperasi Merah Putih di Kabupaten Bone harus selesai sebelum 12 Juli 2025, hari yang \
        dijadwalkan untuk peluncuran nasional oleh Presiden.
        """,
      statements: [
        "target incorporated all Kabupaten Bone 2025-07-11", "target launched Indonesia 2025-07-12",
      ]),
    .init(
      text: "Sebanyak 10 gerai Koperasi Merah Putih di Kabupaten Kulon Progo direncanakan berdiri.",
      statements: ["target built 10 Kabupaten Kulon Progo"]),
    .init(
      text: """
        Pemerintah Kabupaten Lumajang menargetkan 205 Koperasi Merah Putih terbentuk di seluruh desa dan \
        kelurahan.
        """,
      statements: ["target formed 205 Kabupaten Lumajang"]),
    .init(
      text: """
        Sebanyak 50 Koperasi Merah Putih di 50 desa ditargetkan berdiri di Kabupaten Grobogan sebelum 12 \
        Juli 2025.
        """,
      statements: ["target formed 50 Kabupaten Grobogan 2025-07-11"]),
    .init(
      text: "Di Kabupaten Aceh Besar 520 Koperasi Merah Putih sudah punya akun, dan 83 koperasi belum.",
      statements: ["actual other 520 Kabupaten Aceh Besar"]),
    .init(
      text: """
        Di Kabupaten Bengkulu Selatan yang sudah membentuk Koperasi Merah Putih ada 142 desa dan 16 \
        kelurahan.
        """,
      statements: [
        "actual formed 142 Kabupaten Bengkulu Selatan", "actual formed 16 Kabupaten Bengkulu Selatan",
      ]),
    .init(
      text: """
        Di Kota Ambon 50 Koperasi Merah Putih sudah berbadan hukum, terdiri atas delapan koperasi desa, 22 \
        koperasi negeri, dan 20 koperasi kelurahan.
        """,
      statements: [
        "actual incorporated 50 Kota Ambon", "actual incorporated 8 Kota Ambon",
        "actual incorporated 22 Kota Ambon", "actual incorporated 20 Kota Ambon",
      ]),
    .init(
      text: """
        Koperasi Merah Putih dibentuk di semua kabupaten. Kulon Progo yang punya 88 kalurahan mencatat 44, \
        sedangkan Sleman baru 14 dari 86 kalurahan.
        """,
      statements: ["actual formed 44/88 Kabupaten Kulon Progo", "actual formed 14/86 Kabupaten Sleman"]),
    .init(
      text: "Di Kabupaten Magetan targetnya 30 sampai 40 titik gerai Koperasi Merah Putih selesai dibangun.",
      statements: ["target built 30 Kabupaten Magetan"]),
    .init(
      text: """
        Gerai Koperasi Merah Putih di Kabupaten Nunukan yang semula harus selesai 31 Mei 2025 kini \
        ditargetkan rampung akhir Juni 2025.
        """,
      statements: ["target built Kabupaten Nunukan 2025-05-31", "target built Kabupaten Nunukan 2025-06-30"]),
    .init(
      text: """
        Titik Koperasi Merah Putih yang dibangun di Kabupaten Blora ditargetkan bertambah menjadi 40 titik \
        pada Juli 2025.
        """,
      statements: ["target building 40 Kabupaten Blora 2025-07-31"]),
    .init(
      text: """
        Kota Cilegon adalah kota pertama di Provinsi Banten yang seluruh koperasi kelurahannya, Koperasi \
        Merah Putih, telah berbadan hukum.
        """,
      statements: ["actual incorporated all Kota Cilegon"]),
    .init(
      text: "Di Kabupaten Sigi Koperasi Merah Putih yang terbentuk dan berbadan hukum ada 164 koperasi.",
      statements: ["actual incorporated 164 Kabupaten Sigi", "actual formed 164 Kabupaten Sigi"]),
    .init(
      text: """
        Di Kabupaten Blora 12 Koperasi Merah Putih berbadan hukum. Capaian itu mendahului batas akhir \
        nasional pada 25 Juni 2025.
        """,
      statements: ["target incorporated Indonesia 2025-06-25", "actual incorporated 12 Kabupaten Blora"]),
    .init(
      text: "Seluruh desa di Kabupaten Belitung Timur, 39 jumlahnya, sudah membentuk Koperasi Merah Putih.",
      statements: ["actual formed 39 all Kabupaten Belitung Timur"]),
    .init(
      text:
        "Pembangunan gerai Koperasi Merah Putih di Kabupaten Blora mencapai 50 persen atau sekitar 40 titik.",
      statements: ["actual building 40 50% Kabupaten Blora"]),
    .init(
      text: "Di 44 desa Kabupaten Rejang Lebong pendirian Koperasi Merah Putih masih dalam proses.",
      statements: []),
    .init(
      text: """
        Batu pertama gerai Koperasi Merah Putih di Kabupaten Aceh Utara diletakkan di tiga kecamatan, yaitu \
        Kecamatan Meurah Mulia, Nisam, dan Seunuddon.
        """,
      statements: []),
    .init(
      text: """
        Setelah pengurus Koperasi Merah Putih terbentuk, kementerian mendata usaha tiap desa di Kabupaten \
        Blora.
        """,
      statements: []),
    .init(
      text: """
        Koperasi Merah Putih di Kabupaten Jombang 12 gerai siap dibangun, sedangkan progres fisik masih \
        3,87 persen.
        """,
      statements: ["actual other 12 Kabupaten Jombang", "actual building 3.87% Kabupaten Jombang"]),
    .init(
      text: """
        Bupati Blora menyampaikan kabar itu. Pembentukan Koperasi Merah Putih tercepat kedua di Jawa Tengah \
        dengan 271 koperasi yang sudah berbadan hukum.
        """,
      statements: ["actual incorporated 271 Kabupaten Blora"]),
    .init(
      text: """
        Seluruh Koperasi Merah Putih di Kabupaten Blora sudah berbadan hukum. Menurut dinas, 100 persen \
        koperasi berbadan hukum.
        """,
      statements: ["actual incorporated 100% all Kabupaten Blora"]),
    .init(
      text: """
        Di Kabupaten Nunukan 93 desa memilih bergabung dengan koperasi desa tetangga, sedangkan 139 \
        Koperasi Merah Putih sudah terbentuk.
        """,
      statements: ["actual formed 139 Kabupaten Nunukan"]),
    .init(
      text: """
        Sepuluh gerai Koperasi Desa Merah Putih di Kabupaten Gunungkidul kini dibangun. Tiga dari gerai itu \
        berada di Kapanewon Karangmojo. Dua lagi di Kapanewon Ponjong.
        """,
      statements: [
        "actual building 10 Kabupaten Gunungkidul", "actual building 3/10 Kecamatan Karangmojo",
        "actual building 2/10 Kecamatan Ponjong",
      ]),
    .init(
      text: """
        Sebanyak 24 Koperasi Merah Putih di Kota Batu sudah berbadan hukum, 12 lainnya ditargetkan selesai \
        akhir Juni 2025.
        """,
      statements: [
        "target incorporated 12 Kota Batu 2025-06-30", "actual incorporated 24 Kota Batu",
      ]),
    .init(
      text: "Di Kabupaten Mimika 132 Koperasi Merah Putih telah terbentuk dan mengantongi badan hukum.",
      statements: ["actual formed 132 Kabupaten Mimika", "actual incorporated 132 Kabupaten Mimika"]),
    .init(
      text: """
        Di Provinsi Papua Barat Daya jumlah yang mesti dibentuk 1.013 Koperasi Merah Putih. Pembentukannya \
        ditargetkan rampung Juli 2025.
        """,
      statements: ["target formed 1013 Provinsi Papua Barat Daya 2025-07-31"]),
    .init(
      text: """
        Bupati Bangka Tengah meminta kepala desa membentuk Koperasi Merah Putih. Batas waktunya Juni 2025.
        """,
      statements: ["target formed Kabupaten Bangka Tengah 2025-06-30"]),
    .init(
      text: "Di Provinsi Sulawesi Barat 648 Koperasi Desa Merah Putih sudah siap untuk beroperasi.",
      statements: ["actual other 648 Provinsi Sulawesi Barat"]),
    .init(
      text: "Di Kabupaten Sumenep 210 Kopdes Merah Putih berbadan hukum, 18 desa terganjal kapal.",
      statements: ["actual incorporated 210 Kabupaten Sumenep"]),
    .init(
      text: """
        Rekap musyawarah Koperasi Merah Putih:
        Kabupaten Dompu: 58 desa telah bermusyawarah, total 81 desa
        Kota Bima: 2 kelurahan telah bermusyawarah, total 41 kelurahan
        """,
      statements: ["actual deliberated 58/81 Kabupaten Dompu", "actual deliberated 2/41 Kota Bima"]),
    .init(
      text:
        "Koperasi Merah Putih baru. Dari 127.000 koperasi aktif yang ada, hanya 34 persen yang beroperasi.",
      statements: []),
    .init(
      text: """
        Peluncuran Koperasi Merah Putih oleh Presiden akan berlangsung serentak di seluruh Indonesia pada 19 \
        Juli 2025.
        """,
      statements: ["target launched Indonesia 2025-07-19"]),
  ]
}
