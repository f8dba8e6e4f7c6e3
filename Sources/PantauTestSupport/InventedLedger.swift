internal import PantauRecords

/// A dozen articles about invented promises in real regencies, by which every status occurs as of 30 June 2025.
public enum InventedLedger {
  private static let province = "Provinsi Jawa Tengah"

  private static func target(_ quote: String, _ value: Double?, _ latest: String?) -> InventedArticle.Says {
    .init(.target, quote) { statement in
      statement.value = value
      statement.all = value == nil
      statement.latest = latest.flatMap { CalendarDate(iso: $0) }
    }
  }

  private static func actual(
    _ quote: String, _ value: Double, of whole: Double? = nil, on day: String? = nil
  ) -> InventedArticle.Says {
    .init(.actual, quote) { statement in
      statement.value = value
      statement.of = whole
      statement.asOf = day.flatMap { CalendarDate(iso: $0) }
    }
  }

  /// The articles; the last one is hostile to whoever shows it.
  public static let articles: [InventedArticle] = [
    InventedArticle(
      "jateng-target", published: "2025-04-10", site: "Kabar Serayu", url: "https://kabarserayu.example/1",
      title: "Jawa Tengah kejar 8.563 koperasi",
      body:
        "Gubernur Sekar Wening meminta 8.563 koperasi terbentuk paling lambat 30 Juni 2025 di semua desa.",
      region: (province, "33", nil), speaker: ("Sekar Wening", "Gubernur"),
      says: [target("8.563 koperasi terbentuk paling lambat 30 Juni 2025", 8_563, "2025-06-30")]),
    InventedArticle(
      "jateng-laporan", published: "2025-05-26", site: "Kabar Serayu",
      title: "Baru separuh jalan",
      body: "Hingga 23 Mei, sebanyak 4.882 dari 8.563 desa dan kelurahan telah membentuk koperasi.",
      region: (province, "33", nil),
      says: [
        actual("4.882 dari 8.563 desa dan kelurahan", 4_882, of: 8_563, on: "2025-05-23")
      ]),
    InventedArticle(
      "cilacap-target", published: "2025-04-20", site: "Suara Nusakambangan",
      title: "Cilacap janji tuntas Mei",
      body: "Bupati Bayu Lelana menargetkan 284 koperasi terbentuk sebelum Juni 2025.",
      region: ("Kabupaten Cilacap", "33.01", province), speaker: ("Bayu Lelana", "Bupati"),
      says: [target("284 koperasi terbentuk sebelum Juni 2025", 284, "2025-05-31")]),
    InventedArticle(
      "cilacap-tuntas", published: "2025-05-30", site: "Suara Nusakambangan", title: "Cilacap rampung",
      body: "Bupati Bayu Lelana menyatakan 284 koperasi sudah terbentuk per 29 Mei.",
      region: ("Kabupaten Cilacap", "33.01", province), speaker: ("Bayu Lelana", "Bupati"),
      says: [actual("284 koperasi sudah terbentuk per 29 Mei", 284, on: "2025-05-29")]),
    InventedArticle(
      "cilacap-bantahan", published: "2025-06-03", site: "Warta Segara", url: "https://wartasegara.example/b",
      title: "Dinas: Cilacap belum tuntas",
      body: "Kepala dinas menyebut baru 271 koperasi terbentuk hingga 2 Juni.",
      region: ("Kabupaten Cilacap", "33.01", province),
      says: [actual("baru 271 koperasi terbentuk hingga 2 Juni", 271, on: "2025-06-02")]),
    InventedArticle(
      "banyumas", published: "2025-05-02", site: "Warta Segara", title: "Banyumas targetkan seluruh desa",
      body: "Seluruh desa dan kelurahan ditargetkan rampung 15 Juni 2025. Baru 40 yang selesai.",
      region: ("Kabupaten Banyumas", "33.02", province),
      says: [
        target("Seluruh desa dan kelurahan ditargetkan rampung 15 Juni 2025", nil, "2025-06-15"),
        actual("Baru 40 yang selesai", 40),
      ]),
    InventedArticle(
      "banyumas-selesai", published: "2025-06-21", title: "Banyumas menyusul",
      body: "Per 20 Juni, 331 koperasi di Banyumas terbentuk.",
      region: ("Kabupaten Banyumas", "33.02", province),
      says: [actual("331 koperasi di Banyumas terbentuk", 331, on: "2025-06-20")]),
    InventedArticle(
      "purbalingga", published: "2025-05-01", title: "Purbalingga mulai",
      body: "Targetnya 239 koperasi terbentuk pada 12 Juli 2025.",
      region: ("Kabupaten Purbalingga", "33.03", province),
      says: [target("239 koperasi terbentuk pada 12 Juli 2025", 239, "2025-07-12")]),
    InventedArticle(
      "purbalingga-laporan", published: "2025-06-10", title: "Purbalingga tertinggal",
      body: "Sampai 9 Juni terbentuk 60 koperasi.", region: ("Kabupaten Purbalingga", "33.03", province),
      says: [actual("terbentuk 60 koperasi", 60, on: "2025-06-09")]),
    InventedArticle(
      "wonosobo", published: "2025-05-05", title: "Wonosobo berjanji",
      body: "Wonosobo berjanji membentuk 265 koperasi sebelum Agustus 2025.",
      region: ("Kabupaten Wonosobo", "33.07", province),
      says: [target("265 koperasi sebelum Agustus 2025", 265, "2025-07-31")]),
    hostile,
  ]

  /// A headline, a site, an address and a quote that try to become markup, formulas or terminal commands.
  public static let hostile = InventedArticle(
    "jahat", published: "2025-06-01", site: "=HYPERLINK(\"http://jahat.example\";\"klik\")",
    url: "javascript:document.title='dibajak'",
    title: "<script>document.title='dibajak'</script><img src=x onerror=\"document.title='dibajak'\">",
    body: "Kata \"\u{301} onmouseover=alert(1) \u{1B}[31m dan </mark><b>15 desa</b> \u{202E}terbalik.",
    region: ("Kabupaten Banjarnegara", "33.04", province),
    speaker: ("\"><svg onload=document.title=1>", "Bupati"),
    says: [
      .init(.actual, "\"\u{301} onmouseover=alert(1) \u{1B}[31m dan </mark><b>15 desa</b>") { $0.value = 15 }
    ])

  /// All records as JSON lines.
  public static var lines: [UInt8] { articles.flatMap { RecordJSON.line(for: $0.record) } }
}
