import Foundation
import PantauEvaluation
import PantauRecords

@testable import PantauPipeline

/// The story corpus: articles with gold records, and the ledger that a careful reader would keep of them.
struct Story {
  struct Ledger: Decodable {
    struct Group: Decodable {
      var articles: [String]
      var original: String
    }
    struct Person: Decodable {
      struct Mention: Decodable {
        var article: String
        var name: String
      }
      var mentions: [Mention]
      var offices: [Office]
    }
    struct Office: Decodable {
      var position: String
      var of: String?
      var acting: Bool
      var first: CalendarDate
      var last: CalendarDate
    }
    struct Fact: Decodable {
      struct Statement: Decodable {
        var article: String
        var quote: String
      }
      var id: String
      var kind: String
      var stage: String?
      var region: String?
      var value: Double?
      var whole: Double?
      var percent: Double?
      var latest: CalendarDate?
      var asOf: CalendarDate?
      var independentSources: Int
      var echoes: Int
      var void: Bool
      var statements: [Statement]
    }
    struct Event: Decodable {
      var kind: String
      var region: String
      var stage: String?
      var facts: [String]
      var date: CalendarDate
    }
    var asOf: CalendarDate
    var articleGroups: [Group]
    var officials: [Person]
    var facts: [Fact]
    var events: [Event]
  }

  /// What a gold record has beside ``GoldRecord``.
  struct Extra: Decodable {
    struct Statement: Decodable {
      var speaker: String?
      var quote: String
    }
    var title: String
    var site: String?
    var url: String?
    var canonical: String?
    var targets: [Statement]
    var actuals: [Statement]
    var totals: [Statement]
  }

  static let folder = Gold.project.appending(path: "corpus/story")

  let ledger: Ledger
  /// Articles as the gold has them, by name.
  let records: [String: ArticleRecord]

  init() throws {
    func read<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
      let decoder = JSONDecoder()
      if type == Ledger.self { decoder.keyDecodingStrategy = .convertFromSnakeCase }
      return try decoder.decode(type, from: Data(contentsOf: Story.folder.appending(path: path)))
    }
    ledger = try read(Ledger.self, "ledger.json")
    var records: [String: ArticleRecord] = [:]
    for name in ledger.articleGroups.flatMap(\.articles) {
      let body = try String(
        contentsOf: Story.folder.appending(path: "gold/\(name).body.txt"), encoding: .utf8)
      records[name] = Story.record(
        name, body, try read(GoldRecord.self, "gold/\(name).json"), try read(Extra.self, "gold/\(name).json"))
    }
    self.records = records
  }

  private static func record(
    _ name: String, _ body: String, _ gold: GoldRecord, _ extra: Extra
  ) -> ArticleRecord {
    let text = body.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
    let digits = StableHash.text([name])
    var record = ArticleRecord(
      article: Article(
        source: Source(
          path: name, url: extra.canonical ?? extra.url, site: extra.site,
          sha256: String(repeating: digits, count: 4)),
        title: extra.title, published: gold.published, body: text))
    record.regions = gold.regions.enumerated().map { number, region in
      RegionMention(
        id: "r\(number + 1)", region: region.region, name: region.region, level: .regency,
        within: region.within, mentions: [])
    }
    record.officials = gold.officials.enumerated().map { number, official in
      Official(
        id: "o\(number + 1)", name: official.name, position: official.position ?? "", of: official.of,
        acting: official.acting ?? false, mentions: [])
    }
    func statements(
      _ kind: Statement.Kind, _ facts: [GoldRecord.Fact], _ extras: [Extra.Statement]
    ) -> [Statement] {
      zip(facts, extras).enumerated().map { number, pair in
        statement(kind, number, pair.0, pair.1, record)
      }
    }
    record.targets = statements(.target, gold.targets, extra.targets)
    record.actuals = statements(.actual, gold.actuals, extra.actuals)
    record.totals = statements(.total, gold.totals, extra.totals)
    return record
  }

  private static func statement(
    _ kind: Statement.Kind, _ number: Int, _ fact: GoldRecord.Fact, _ extra: Extra.Statement,
    _ record: ArticleRecord
  ) -> Statement {
    var statement = Statement(
      kind: kind, programme: "koperasi-merah-putih", quote: extra.quote, span: Span(number, number + 1),
      rule: "gold")
    statement.id = "\(kind.rawValue)\(number)"
    statement.stage = fact.stage
    statement.value = fact.value
    statement.percent = fact.percent
    statement.all = fact.all ?? false
    statement.bound = fact.bound
    statement.of = fact.of
    statement.unit = fact.unit
    statement.region = fact.region
    statement.latest = fact.latest
    statement.asOf = fact.asOf
    statement.speaker = record.officials.first { $0.name == extra.speaker }?.id
    return statement
  }
}
