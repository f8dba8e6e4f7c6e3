import Foundation
import PantauRecords
import Testing

@Suite struct RecordJSONTests {
  static let sha256 = String(repeating: "0123456789abcdef", count: 4)

  /// An article in which what is quoted stands behind characters of two, three and four bytes.
  static let record: ArticleRecord = {
    let source = Source(
      path: "berita/muara-elok.html", url: "https://kabarelok.example/1", site: "Kabar Elok",
      retrievedAt: nil,
      sha256: sha256)
    let article = Article(
      source: source, title: "🎉 Kota Élok “Siap”", published: CalendarDate(iso: "2025-05-26"),
      publishedBasis: .meta, byline: ["Wulan Sari", "Bagus Tirta"], dateline: "Élok", language: "id",
      body:
        "Sebanyak 64 kelurahan – di Kota Élok –\tditargetkan sebelum Juni 2025.\nWali Kota, Tirta Ananda, hadir."
    )
    var record = ArticleRecord(article: article)
    func span(_ words: String) -> Span {
      let text = Array(article.text.utf8)
      let wanted = Array(words.utf8)
      let start =
        (0...text.count - wanted.count).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) } ?? -1
      return Span(start, start + wanted.count)
    }
    record.regions = [
      RegionMention(
        id: "r1", region: "Kota Élok", name: "Élok", level: .city, code: "99.71", within: "Provinsi Muara",
        mentions: [span("Kota Élok"), span("Élok –")])
    ]
    record.officials = [
      Official(
        id: "o1", name: "Tirta Ananda", position: "Wali Kota", of: "Kota Élok", acting: true,
        aliases: ["Tirta"],
        mentions: [span("Tirta Ananda")])
    ]
    record.deadlines = [
      Deadline(
        id: "d1", text: "sebelum Juni 2025", relation: "before", earliest: nil,
        latest: CalendarDate(iso: "2025-05-31"), approximate: true, edtf: "2025-06",
        span: span("sebelum Juni 2025"))
    ]
    var target = Statement(
      kind: .target, programme: "kmp", quote: "64 kelurahan – di", span: span("64 kelurahan – di"),
      rule: "quantity/n")
    (target.id, target.stage, target.value, target.unit) = ("t1", "formed", 64, "urban_village")
    (target.region, target.regionCode, target.latest, target.deadline) =
      ("Kota Élok", "99.71", CalendarDate(iso: "2025-05-31"), "d1")
    (target.speaker, target.confidence, target.bound) = ("o1", 0.75, "min")
    record.targets = [target]
    var actual = Statement(
      kind: .actual, programme: "kmp", quote: "hadir", span: span("hadir"), rule: "quantity/all")
    (actual.id, actual.all, actual.percent, actual.of, actual.asOf) =
      ("a1", true, 57.02, 100, CalendarDate(iso: "2025-05-23"))
    record.actuals = [actual]
    record.checks = [
      Check(
        kind: "percent-mismatch", statement: "a1", stated: 57.02, computed: 64, message: "57,02 is not 64")
    ]
    return record
  }()

  private func object(_ line: [UInt8]) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(line))
    return try #require(object as? [String: Any])
  }

  @Test func aRecordComesBackAsItWas() throws {
    let line = RecordJSON.line(for: Self.record)
    #expect(try RecordJSON.outcome(from: line) == .record(Self.record))
  }

  @Test func readingAndWritingAgainGivesTheSameBytes() throws {
    let line = RecordJSON.line(for: Self.record)
    #expect(RecordJSON.line(for: try RecordJSON.outcome(from: line)) == line)
  }

  @Test func aTotalComesBackWithWhatTheRecordKeepsOfIt() throws {
    var record = Self.record
    var total = Statement(kind: .total, programme: "", quote: "hadir", span: Span(4, 9), rule: "quantity/n")
    (total.value, total.unit, total.region) = (64, "urban_village", "Kota Élok")
    record.totals = [total]
    #expect(try RecordJSON.outcome(from: RecordJSON.line(for: record)) == .record(record))
  }

  @Test func offsetsInJSONAreCodePoints() throws {
    let object = try object(RecordJSON.line(for: Self.record))
    let title = try #require(object["title"] as? String)
    let body = try #require(object["body"] as? String)
    let scalars = Array((title + "\n" + body).unicodeScalars)
    func words(_ item: [String: Any]) throws -> String {
      let start = try #require(item["start"] as? Int)
      let end = try #require(item["end"] as? Int)
      return scalars[start..<end].reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    let target = try #require((object["targets"] as? [[String: Any]])?.first)
    #expect(try words(target) == "64 kelurahan – di")
    let deadline = try #require((object["deadlines"] as? [[String: Any]])?.first)
    #expect(try words(deadline) == "sebelum Juni 2025")
    let region = try #require((object["regions"] as? [[String: Any]])?.first)
    let mentions = try #require(region["mentions"] as? [[String: Any]])
    #expect(try mentions.map(words) == ["Kota Élok", "Élok –"])
  }

  @Test func aLineIsOneLineAndNamesItsSchemaFirst() {
    let text = String(decoding: RecordJSON.line(for: Self.record), as: UTF8.self)
    #expect(
      text.hasPrefix(#"{"schema":"pantau/article/1","id":"0123456789abcdef","source":{"path":"berita/"#))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    #expect(text.hasSuffix("}\n"))
  }

  @Test func theKeysOfAStatementDependOnItsKind() throws {
    let object = try object(RecordJSON.line(for: Self.record))
    let target = try #require((object["targets"] as? [[String: Any]])?.first)
    let actual = try #require((object["actuals"] as? [[String: Any]])?.first)
    let common: Set = [
      "id", "programme", "stage", "value", "percent", "all", "bound", "of", "unit", "region", "region_code",
      "speaker",
      "quote", "start", "end", "rule", "confidence",
    ]
    #expect(Set(target.keys) == common.union(["earliest", "latest", "deadline"]))
    #expect(Set(actual.keys) == common.union(["as_of"]))
    #expect(actual["value"] is NSNull)
  }

  @Test func theOutputOfCleanIsARecordWithoutFacts() throws {
    let line = RecordJSON.line(for: Self.record.article)
    #expect(try RecordJSON.outcome(from: line) == .record(ArticleRecord(article: Self.record.article)))
  }

  @Test func aFailureComesBackAsItWas() throws {
    let failure = Failure(
      source: Source(path: "a/“b”.txt", sha256: Self.sha256), stage: "clean", code: .noArticle,
      message: "no \"article\"\n")
    let line = RecordJSON.line(for: failure)
    #expect(try RecordJSON.outcome(from: line) == .failure(failure))
    #expect(try object(line)["schema"] as? String == "pantau/error/1")
    #expect(RecordJSON.line(for: .failure(failure)) == line)
  }

  @Test func offsetsBeyondTheTextAreReadAsItsEnd() throws {
    let text = String(decoding: RecordJSON.line(for: Self.record), as: UTF8.self)
    let end = Self.record.article.text.utf8.count
    let target = try #require(text.firstRange(of: "\"quote\":\"64 kelurahan – di\",\"start\":"))
    let digits = text[target.upperBound...].prefix { $0.isNumber }
    let broken = text.replacingCharacters(in: digits.startIndex..<digits.endIndex, with: "999999")
    guard case .record(let record) = try RecordJSON.outcome(from: Array(broken.utf8)) else {
      Issue.record("no record")
      return
    }
    #expect(record.targets.first?.span.start == end)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", #"{"schema":"pantau/article/1"}"#,
    #"{"schema":"pantau/error/1","stage":"clean"}"#,
    #"{"schema":"pantau/article/1","source":{"path":"a","sha256":"b"},"title":"t","body":"b","published":"26/5/2025"}"#,
  ])
  func whatIsNoRecordIsAnError(line: String) {
    #expect(throws: DecodingError.self) { try RecordJSON.outcome(from: Array(line.utf8)) }
  }
}
