/// The JSON form of a line: an error, or else an article record.
enum LineForm: Decodable {
  case failure(ErrorForm)
  case article(ArticleForm)

  private enum CodingKeys: CodingKey { case schema }

  init(from decoder: any Decoder) throws {
    let schema = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(
      String.self, forKey: .schema)
    self =
      schema == RecordJSON.errorSchema
      ? .failure(try ErrorForm(from: decoder)) : .article(try ArticleForm(from: decoder))
  }
}

struct ErrorForm: Decodable {
  var source: Source
  var stage: String
  var code: String
  var message: String

  var failure: Failure {
    Failure(source: source, stage: stage, code: .init(rawValue: code), message: message)
  }
}

/// The JSON form of an article record; spans are code points until `record` converts them.
struct ArticleForm: Decodable {
  var source: Source
  var title: String
  var published: CalendarDate?
  var publishedBasis: Article.PublishedBasis?
  var byline: [String]?
  var dateline: String?
  var language: String?
  var body: String
  var regions: [RegionForm]?
  var officials: [OfficialForm]?
  var deadlines: [DeadlineForm]?
  var targets: [StatementForm]?
  var actuals: [StatementForm]?
  var totals: [StatementForm]?
  var checks: [CheckForm]?

  enum CodingKeys: String, CodingKey {
    case source, title, published, byline, dateline, language, body, regions, officials, deadlines, targets,
      actuals
    case totals, checks
    case publishedBasis = "published_basis"
  }

  var record: ArticleRecord {
    let article = Article(
      source: source, title: title, published: published, publishedBasis: publishedBasis,
      byline: byline ?? [],
      dateline: dateline, language: language, body: body)
    let map = CodePointMap(article.text)
    var record = ArticleRecord(article: article)
    record.regions = (regions ?? []).map { $0.value(map) }
    record.officials = (officials ?? []).map { $0.value(map) }
    record.deadlines = (deadlines ?? []).map { $0.value(map) }
    record.targets = (targets ?? []).map { $0.value(.target, map) }
    record.actuals = (actuals ?? []).map { $0.value(.actual, map) }
    record.totals = (totals ?? []).map { $0.value(.total, map) }
    record.checks = (checks ?? []).map(\.value)
    return record
  }
}

extension Span {
  fileprivate func bytes(_ map: CodePointMap) -> Span {
    Span(map.byte(ofCodePoint: start), map.byte(ofCodePoint: end))
  }
}

struct RegionForm: Decodable {
  var id: String
  var region: String
  var name: String
  var level: RegionLevel
  var code: String?
  var within: String?
  var mentions: [Span]

  func value(_ map: CodePointMap) -> RegionMention {
    RegionMention(
      id: id, region: region, name: name, level: level, code: code, within: within,
      mentions: mentions.map { $0.bytes(map) })
  }
}

struct OfficialForm: Decodable {
  var id: String
  var name: String
  var position: String
  var of: String?
  var acting: Bool
  var aliases: [String]
  var mentions: [Span]

  func value(_ map: CodePointMap) -> Official {
    Official(
      id: id, name: name, position: position, of: of, acting: acting, aliases: aliases,
      mentions: mentions.map { $0.bytes(map) })
  }
}

struct DeadlineForm: Decodable {
  var id: String
  var text: String
  var relation: String
  var earliest: CalendarDate?
  var latest: CalendarDate?
  var approximate: Bool
  var edtf: String?
  var start: Int
  var end: Int

  func value(_ map: CodePointMap) -> Deadline {
    Deadline(
      id: id, text: text, relation: relation, earliest: earliest, latest: latest, approximate: approximate,
      edtf: edtf, span: Span(start, end).bytes(map))
  }
}

struct StatementForm: Decodable {
  var id: String?
  var programme: String?
  var stage: String?
  var value: Double?
  var percent: Double?
  var all: Bool?
  var bound: String?
  var of: Double?
  var unit: String?
  var region: String?
  var regionCode: String?
  var earliest: CalendarDate?
  var latest: CalendarDate?
  var deadline: String?
  var asOf: CalendarDate?
  var speaker: String?
  var quote: String
  var start: Int
  var end: Int
  var rule: String
  var confidence: Double?

  enum CodingKeys: String, CodingKey {
    case id, programme, stage, value, percent, all, bound, of, unit, region, earliest, latest, deadline,
      speaker
    case quote, start, end, rule, confidence
    case regionCode = "region_code"
    case asOf = "as_of"
  }

  func value(_ kind: Statement.Kind, _ map: CodePointMap) -> Statement {
    var statement = Statement(
      kind: kind, programme: programme ?? "", quote: quote, span: Span(start, end).bytes(map), rule: rule)
    statement.id = id ?? ""
    statement.stage = stage
    statement.value = value
    statement.percent = percent
    statement.all = all ?? false
    statement.bound = bound
    statement.of = of
    statement.unit = unit
    statement.region = region
    statement.regionCode = regionCode
    statement.earliest = earliest
    statement.latest = latest
    statement.deadline = deadline
    statement.asOf = asOf
    statement.speaker = speaker
    statement.confidence = confidence ?? 0
    return statement
  }
}

struct CheckForm: Decodable {
  var kind: String
  var statement: String?
  var stated: Double?
  var computed: Double?
  var message: String

  var value: Check {
    Check(kind: kind, statement: statement, stated: stated, computed: computed, message: message)
  }
}
