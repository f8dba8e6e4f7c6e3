import PantauRecords
import PantauStore

/// A seeded generator (SplitMix64), so that a failing shuffle can be repeated.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return StableHash.mix(state)
  }
}

/// Records of invented articles that resemble one another in every way that merging must tell apart: copies, shortened
/// copies, other sites, spellings of names, offices one after the other, equal and rival figures, two readings.
struct InventedRecords {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  private static let regions = [
    ("Kota Batam", "21.71"), ("Kabupaten Merauke", "93.01"), ("Kabupaten Merauke", "91.01"),
    ("Provinsi Papua", "91"), ("Kota Salatiga", ""),
  ]
  private static let names = [
    "Surya Kencana Wirabuana", "S. Kencana Wirabuana", "Surya Kencana", "Soerya Kencana Wirabuana",
    "Dewi Larasati", "Dewi Larasati Ningrum", "Dewi Larasaty", "Muhammad Yusuf", "M. Yusuf",
  ]
  private static let offices = ["Bupati", "Sekretaris Daerah", "Camat", "Kepala Dinas Koperasi"]
  private static let words = [
    "koperasi", "desa", "kelurahan", "warga", "pemerintah", "daerah", "musyawarah", "pengurus", "gerai",
    "lahan",
    "modal", "pasar", "panen", "gudang", "notaris", "anggota", "rapat", "bupati", "camat", "program",
  ]

  /// So many records, the same for the same seed.
  func items(_ count: Int) -> [MergeItem] {
    var invention = self
    return invention.invent(count)
  }

  private mutating func invent(_ count: Int) -> [MergeItem] {
    var items: [MergeItem] = []
    for number in 0..<count {
      let roll = number == 0 ? 9 : Int.random(in: 0..<10, using: &random)
      let earlier = items.randomElement(using: &random)
      switch roll {
      case 0: items.append(copy(of: earlier, path: "salinan-\(number).txt"))
      case 1: items.append(reading(of: earlier))
      case 2, 3: items.append(MergeItem(record: sibling(of: earlier, number), extractor: extractor(number)))
      default: items.append(MergeItem(record: record(number), extractor: extractor(number)))
      }
    }
    return items
  }

  private func extractor(_ number: Int) -> String {
    "records." + StableHash.text([String(number)])
  }

  /// The same bytes under another path.
  private func copy(of item: MergeItem?, path: String) -> MergeItem {
    guard let item else { return MergeItem(record: ArticleRecord(article: article(0, "x")), extractor: "x") }
    var record = item.record
    record.article.source.path = path
    record.article.source.url = "https://salinan.example/" + path
    return MergeItem(record: record, extractor: item.extractor)
  }

  /// The same article as another version of the rules reads it.
  private mutating func reading(of item: MergeItem?) -> MergeItem {
    guard let item else { return MergeItem(record: ArticleRecord(article: article(0, "x")), extractor: "x") }
    var record = item.record
    record.targets = []
    record.officials = record.officials.map { official in
      var official = official
      official.name = Self.names.randomElement(using: &random) ?? official.name
      return official
    }
    let extractor = "records." + StableHash.text(["reading", String(random.next())])
    return MergeItem(record: record, extractor: extractor)
  }

  /// The article's text in another paper, whole or without its end.
  private mutating func sibling(of item: MergeItem?, _ number: Int) -> ArticleRecord {
    guard var record = item?.record else { return self.record(number) }
    let paragraphs = record.article.body.split(separator: "\n")
    let body = Bool.random(using: &random) ? paragraphs : paragraphs.dropLast(2)
    var article = article(number, body.joined(separator: "\n"))
    article.title = record.article.title
    article.published = record.article.published
    record.article = article
    return record
  }

  private mutating func record(_ number: Int) -> ArticleRecord {
    let body = (0..<8).map { _ in
      (0..<12).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ") + "."
    }.joined(separator: "\n")
    var record = ArticleRecord(article: article(number, body))
    record.article.title = "Judul \(number)"
    if number % 9 != 0 {
      record.article.published = CalendarDate(dayNumber: 20_200 + Int.random(in: 0..<60, using: &random))
    }
    let region = Self.regions.randomElement(using: &random) ?? ("", "")
    let code = region.1.isEmpty ? nil : region.1
    record.regions = [
      RegionMention(id: "r1", region: region.0, name: region.0, level: .regency, code: code, mentions: [])
    ]
    record.officials = [
      Official(
        id: "o1", name: Self.names.randomElement(using: &random) ?? "",
        position: Self.offices.randomElement(using: &random) ?? "", of: region.0,
        acting: Bool.random(using: &random), mentions: [])
    ]
    record.targets = [statement(.target, region.0, code, 0)]
    record.actuals = (1...3).map { statement(.actual, region.0, code, $0) }
    record.totals = [statement(.total, region.0, code, 4)]
    return record
  }

  private func article(_ number: Int, _ body: String) -> Article {
    let digits = StableHash.text(["artikel", String(number)])
    return Article(
      source: Source(
        path: "artikel-\(number).txt", url: "https://kabar-\(number % 5).example/\(number)",
        site: "kabar-\(number % 5).example", sha256: String(repeating: digits, count: 4)),
      title: "", body: body)
  }

  private mutating func statement(
    _ kind: Statement.Kind, _ region: String, _ code: String?, _ place: Int
  ) -> Statement {
    var statement = Statement(
      kind: kind, programme: "koperasi-merah-putih", quote: "kutipan \(place)",
      span: Span(place * 10, place * 10 + 9), rule: "uji")
    statement.id = "\(kind.rawValue)\(place)"
    statement.stage = kind == .total ? nil : ["formed", "operating"].randomElement(using: &random)
    statement.value =
      kind == .target && Bool.random(using: &random) ? nil : [10, 12, 64].randomElement(using: &random)
    statement.all = statement.value == nil
    statement.unit = "village_any"
    statement.region = region
    statement.regionCode = code
    statement.speaker = "o1"
    let day = CalendarDate(dayNumber: 20_200 + 10 * Int.random(in: 0..<6, using: &random))
    if kind == .target { statement.latest = day }
    if kind == .actual, Bool.random(using: &random) { statement.asOf = day }
    return statement
  }
}
