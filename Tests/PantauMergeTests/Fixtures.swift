import PantauRecords

/// One statement of an invented article, in short form.
func statement(
  _ kind: Statement.Kind, article: String = "a1", published: String? = "2025-05-20",
  stage: String? = "formed",
  region: String? = "Kota Melati", code: String? = "21.71", within: String? = nil, value: Double? = nil,
  percent: Double? = nil, all: Bool = false, of: Double? = nil, bound: String? = nil,
  unit: String? = "urban_village", latest: String? = nil, asOf: String? = nil, at place: Int = 10,
  path: String? = nil, programme: String = "koperasi-merah-putih"
) -> StatementInContext {
  var statement = Statement(
    kind: kind, programme: programme, quote: "kutipan \(place)", span: Span(place, place + 10), rule: "test")
  statement.stage = kind == .total ? nil : stage
  statement.value = value
  statement.percent = percent
  statement.all = all
  statement.of = of
  statement.bound = bound
  statement.unit = unit
  statement.region = region
  statement.regionCode = code
  statement.latest = latest.flatMap { CalendarDate(iso: $0) }
  statement.asOf = asOf.flatMap { CalendarDate(iso: $0) }
  return StatementInContext(
    statement: statement,
    article: ArticleContext(
      id: article, title: "Judul \(article)", published: published.flatMap { CalendarDate(iso: $0) },
      path: path ?? "\(article).txt"), within: within)
}

func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

/// An official named in an invented article.
func official(
  _ name: String, _ position: String, of body: String?, article: String = "a1",
  published: String? = "2025-05-20", acting: Bool = false, aliases: [String] = []
) -> OfficialInContext {
  OfficialInContext(
    official: Official(
      id: "o1", name: name, position: position, of: body, acting: acting, aliases: aliases, mentions: []),
    article: ArticleContext(
      id: article, title: "Judul", published: published.flatMap { CalendarDate(iso: $0) },
      path: "\(article).txt"))
}

/// A seeded generator (SplitMix64), so that a failing shuffle can be repeated.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
