import Foundation
import PantauEvaluation
import PantauRecords
import Testing

@Suite("Evaluation")
struct EvaluationTests {
  static let vocabulary = EvaluationVocabulary(
    honorifics: ["h hj dr", "prof"],
    regionLabels: [
      "kota administrasi * = kota *", "provinsi jakarta = provinsi dki jakarta", "nasional = indonesia",
    ])

  private func gold(_ json: String) throws -> GoldRecord {
    try JSONDecoder().decode(GoldRecord.self, from: Data(json.utf8))
  }

  private func record(_ published: String? = nil, title: String = "", body: String = "") -> ArticleRecord {
    ArticleRecord(
      article: Article(
        source: Source(path: "x.txt", sha256: "00"), title: title,
        published: published.flatMap { CalendarDate(iso: $0) }, body: body))
  }

  private func statement(
    _ kind: Statement.Kind, value: Double? = nil, percent: Double? = nil, all: Bool = false,
    region: String? = "Kota Melati", stage: String? = "formed", latest: String? = nil
  ) -> Statement {
    var statement = Statement(kind: kind, programme: "p", quote: "q", span: Span(0, 1), rule: "r")
    statement.value = value
    statement.percent = percent
    statement.all = all
    statement.region = region
    statement.stage = stage
    statement.latest = latest.flatMap { CalendarDate(iso: $0) }
    return statement
  }

  private func score(_ gold: String, _ record: ArticleRecord?, body: String? = nil) throws -> Scores {
    Evaluation.score(
      gold: ["a": try self.gold(gold)], bodies: body.map { ["a": $0] } ?? [:],
      predicted: record.map { ["a": $0] } ?? [:], vocabulary: Self.vocabulary)
  }

  @Test(
    "takes regions for one but for signs and known labels",
    arguments: [
      ("Kota Melati", "KOTA  melati", true), ("Kota Administrasi Melati Pusat", "Kota Melati Pusat", true),
      ("Provinsi Jakarta", "Provinsi DKI Jakarta", true), ("Desa Suka-Maju", "Desa Sukamaju", true),
      ("Desa Melati", "Kelurahan Melati", false), ("Kota Melati", "Melati", false),
    ])
  func regions(_ one: String, _ other: String, _ isSame: Bool) throws {
    var record = record()
    record.regions = [RegionMention(id: "r1", region: other, name: "", level: .city, mentions: [])]
    let scores = try score(#"{"regions":[{"region":"\#(one)"}]}"#, record)
    #expect(scores[.regions].right == (isSame ? 1 : 0))
    #expect(scores.differences.filter { $0.kind == .regions }.count == (isSame ? 0 : 2))
  }

  @Test("the country is no region that counts")
  func country() throws {
    var record = record()
    record.regions = [RegionMention(id: "r1", region: "Nasional", name: "", level: .city, mentions: [])]
    let scores = try score(#"{"regions":[{"region":"Indonesia"}]}"#, record)
    #expect(scores[.regions] == Scores.Count())
  }

  static let officialCases: [(String, String, String, String, Bool, Bool)] = [
    ("Surya Kencana", "Wali Kota", "H. Surya Kencana, S.E.", "Wali Kota", true, true),
    ("Surya Kencana", "Wali Kota", "Suria Kencana", "Wakil Wali Kota", true, false),
    ("Surya Kencana", "Wali Kota", "Dewi Larasati", "Wali Kota", false, false),
    (
      "Dewi Larasati", "Kepala Dinas Koperasi dan UKM", "Dewi Larasati", "Kepala Dinas Koperasi UKM", true,
      true
    ),
    ("Dewi Larasati", "Kepala Dinas Koperasi", "Dewi Larasati", "Kepala Dinas Kesehatan", true, false),
    ("Dewi Larasati", "Kepala Bagian", "Dewi Larasati", "Kepala Bagian Kota Melati", true, true),
    ("Dr", "Camat", "Dr", "Camat", true, true),
  ]

  @Test("compares officials by name, and with the plus by office too", arguments: officialCases)
  func officials(
    _ name: String, _ position: String, _ given: String, _ office: String, _ isNamed: Bool, _ isWhole: Bool
  ) throws {
    var record = record()
    record.officials = [Official(id: "o1", name: given, position: office, of: "Kota Melati", mentions: [])]
    let scores = try score(
      #"{"officials":[{"name":"\#(name)","position":"\#(position)","of":"Kota Melati"}]}"#, record)
    #expect(scores[.officials].right == (isNamed ? 1 : 0))
    #expect(scores[.officialsWithPosition].right == (isWhole ? 1 : 0))
  }

  struct AmountCase: Sendable, CustomTestStringConvertible {
    var gold: String
    var value: Double?
    var percent: Double?
    var all = false
    var isSame: Bool
    var testDescription: String { "\(gold) – \(value as Any) \(percent as Any) \(all)" }
  }

  static let amountCases: [AmountCase] = [
    AmountCase(gold: #""value":64"#, value: 64, isSame: true),
    AmountCase(gold: #""value":64"#, value: 65, isSame: false),
    AmountCase(gold: #""value":64,"percent":100"#, value: 64, isSame: true),
    AmountCase(gold: #""value":64,"percent":100"#, percent: 100, isSame: true),
    AmountCase(gold: #""value":64,"percent":100"#, value: 64, percent: 90, isSame: true),
    AmountCase(gold: #""value":64"#, percent: 100, isSame: false),
    AmountCase(gold: #""all":true"#, value: 64, all: true, isSame: true),
    AmountCase(gold: #""all":true"#, value: 64, isSame: false),
    AmountCase(gold: #""all":true"#, all: true, isSame: true),
    AmountCase(gold: #""value":64,"all":true"#, all: true, isSame: false),
    AmountCase(gold: "", isSame: true),
  ]

  @Test("compares amounts by what both give", arguments: amountCases)
  func amounts(_ example: AmountCase) throws {
    var record = record()
    record.actuals = [
      statement(.actual, value: example.value, percent: example.percent, all: example.all)
    ]
    let fields = example.gold.isEmpty ? "" : example.gold + ","
    let scores = try score(
      #"{"actuals":[{\#(fields)"region":"Kota Melati","stage":"formed"}]}"#, record)
    #expect(scores[.actuals].right == (example.isSame ? 1 : 0))
  }

  @Test("targets ask for the last day, the plus for the stage, deadlines for distinct days")
  func targets() throws {
    var record = record()
    record.targets = [
      statement(.target, value: 64, stage: "launched", latest: "2025-05-31"),
      statement(.target, value: 80, latest: "2025-06-30"),
      statement(.target, all: true, latest: "2025-06-30"),
    ]
    let scores = try score(
      """
      {"targets":[{"value":64,"region":"Kota Melati","stage":"formed","latest":"2025-05-31"},
                  {"value":80,"region":"Kota Melati","stage":"formed","latest":null}]}
      """, record)
    #expect(scores[.targets].right == 1)
    #expect(scores[.targetsWithStage].right == 0)
    #expect(scores[.deadlines].right == 1)
    #expect(scores[.deadlines].predicted == 2)
    #expect(scores[.deadlines].gold == 1)
    #expect(
      scores.differences.filter { $0.kind == .targets }.map(\.description) == [
        "a\ttargets\t-\tformed 80, Kota Melati",
        "a\ttargets\t+\tformed 80, Kota Melati, latest 2025-06-30: \"q\"",
        "a\ttargets\t+\tformed all, Kota Melati, latest 2025-06-30: \"q\"",
      ])
  }

  @Test("each item is matched once")
  func once() throws {
    var record = record()
    record.totals = [statement(.total, value: 64, stage: nil), statement(.total, value: 64, stage: nil)]
    let scores = try score(#"{"totals":[{"value":64,"region":"Kota Melati"}]}"#, record)
    #expect(scores[.totals].right == 1)
    #expect(scores[.totals].precision == 0.5)
    #expect(scores[.totals].recall == 1)
    #expect(abs(scores[.totals].f1 - 2.0 / 3) < 1e-12)
  }

  @Test(
    "the day is right where it is given, and where it is rightly not",
    arguments: [
      ("\"2025-05-26\"", "2025-05-26", 1), ("\"2025-05-26\"", nil, 0), ("null", nil, 1),
      ("null", "2025-05-26", 0),
    ] as [(String, String?, Double)])
  func published(_ gold: String, _ given: String?, _ expected: Double) throws {
    #expect(try score(#"{"published":\#(gold)}"#, record(given)).published == expected)
  }

  @Test(
    "the body is compared by runs of four words, the headline with it",
    arguments: [
      ("satu dua tiga empat lima", "Satu dua", "tiga, EMPAT lima", 1),
      ("satu dua tiga empat lima", "", "satu dua tiga empat enam", 0.5),
      ("satu dua tiga empat", "", "lima enam tujuh delapan", 0), ("satu dua", "", "satu dua", 1),
      ("satu dua", "", "satu tiga", 0), ("satu", "", "", 0),
      ("a b c d", "", "a b c d a b c d", 2 * 0.2 * 1 / 1.2),
      ("25 m² tanah… ﬁrma", "", "25 m2 tanah firma", 1),
    ] as [(String, String, String, Double)])
  func bodies(_ gold: String, _ title: String, _ body: String, _ expected: Double) throws {
    let scores = try score("{}", record(title: title, body: body), body: gold)
    #expect(abs(scores.body - expected) < 1e-12)
  }

  @Test("an article without a record counts as empty")
  func absent() throws {
    let scores = try score(
      #"{"published":null,"totals":[{"value":1,"region":"Kota Melati"}]}"#, nil, body: "satu dua")
    #expect(scores.absent == 1)
    #expect(scores.published == 1)
    #expect(scores.body == 0)
    #expect(scores[.totals].gold == 1 && scores[.totals].f1 == 0)
  }

  @Test("the table shows three decimals")
  func table() throws {
    var record = record("2025-05-26")
    record.regions = ["Kota Melati", "Kota Mawar", "Kota Dahlia"].enumerated().map {
      RegionMention(id: "r\($0)", region: $1, name: "", level: .city, mentions: [])
    }
    let table = try score(
      #"{"published":"2025-05-26","regions":[{"region":"Kota Melati"},{"region":"Kota Mawar"}]}"#, record
    ).table
    #expect(
      table == """
        articles 1, without a record 0
        body        F1 0.000   published 1.000
        regions     P 0.667  R 1.000  F1 0.800   gold 2, given 3
        officials   P 0.000  R 0.000  F1 0.000   gold 0, given 0
        officials+  P 0.000  R 0.000  F1 0.000   gold 0, given 0
        targets     P 0.000  R 0.000  F1 0.000   gold 0, given 0
        targets+    P 0.000  R 0.000  F1 0.000   gold 0, given 0
        actuals     P 0.000  R 0.000  F1 0.000   gold 0, given 0
        actuals+    P 0.000  R 0.000  F1 0.000   gold 0, given 0
        deadlines   P 0.000  R 0.000  F1 0.000   gold 0, given 0
        totals      P 0.000  R 0.000  F1 0.000   gold 0, given 0
        overall     0.160

        """)
  }

  @Test("rounds halves by their binary value, as printf does", arguments: [(49, "0.613"), (43, "0.537")])
  func rounding(_ right: Int, _ expected: String) throws {
    var record = record()
    record.totals = (1...80).map { statement(.total, value: Double($0), stage: nil) }
    let gold = (1...right).map { #"{"value":\#($0),"region":"Kota Melati"}"# }.joined(separator: ",")
    let table = try score(#"{"totals":[\#(gold)]}"#, record).table
    #expect(table.contains("totals      P \(expected)  R 1.000"))
  }

  @Test(
    "the stem of a path",
    arguments: [
      ("gold/dev-001.html", "dev-001"), ("a.html.gz", "a.html"), ("x/.rahasia", ".rahasia"), ("-", "-"),
      ("tanpa", "tanpa"), ("a.", "a."),
    ])
  func stem(_ path: String, _ expected: String) {
    #expect(Evaluation.stem(ofPath: path) == expected)
  }

  @Test("a gold file with a wrong day names the field")
  func wrongGold() {
    #expect(throws: DecodingError.self) { try gold(#"{"published":"26 Mei"}"#) }
  }
}
