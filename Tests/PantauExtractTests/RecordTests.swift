import Foundation
import PantauRecords
import PantauRules
import Testing

@testable import PantauExtract

@Suite struct RecordTests {
  static let body = """
    Muara Elok, Kabar Rakyat – Pemerintah Kota Batam menargetkan 64 Koperasi Kelurahan Merah Putih terbentuk sebelum \
    Juni 2025. Wali Kota Batam, Tirta Ananda, menyebut 24 koperasi sudah berbadan hukum hingga 23 Mei 2025.
    “Dari 64 kelurahan, 40 di antaranya sudah menggelar musyawarah,” kata Tirta, Senin (26/5/2025).
    """

  private static func spans(_ record: ArticleRecord) -> [(Span, String?)] {
    let statements = (record.targets + record.actuals + record.totals).map { ($0.span, Optional($0.quote)) }
    let deadlines = record.deadlines.map { ($0.span, Optional($0.text)) }
    let mentions = record.regions.flatMap(\.mentions) + record.officials.flatMap(\.mentions)
    return statements + deadlines + mentions.map { ($0, nil) }
  }

  @Test func everySpanIsWithinTheTextAndReadsAsItsQuote() throws {
    let record = try Fixture.record(Self.body)
    let text = Array(record.article.text.utf8)
    let spans = Self.spans(record)
    #expect(spans.count >= 6)
    for (span, words) in spans {
      #expect(0 <= span.start && span.start < span.end && span.end <= text.count)
      let found = String(validating: text[span.start..<span.end], as: UTF8.self)
      #expect(found != nil)
      if let words { #expect(found == words) }
    }
  }

  @Test func identifiersAreNumberedAndReferencesLead() throws {
    let record = try Fixture.record(Self.body)
    #expect(record.regions.map(\.id) == record.regions.indices.map { "r\($0 + 1)" })
    #expect(record.officials.map(\.id) == record.officials.indices.map { "o\($0 + 1)" })
    #expect(record.targets.map(\.id) == record.targets.indices.map { "t\($0 + 1)" })
    #expect(record.actuals.map(\.id) == record.actuals.indices.map { "a\($0 + 1)" })
    for statement in record.targets + record.actuals {
      if let deadline = statement.deadline { #expect(record.deadlines.contains { $0.id == deadline }) }
      if let speaker = statement.speaker { #expect(record.officials.contains { $0.id == speaker }) }
      #expect(0...1 ~= statement.confidence)
    }
  }

  @Test func theFactsOfAShortReportAreFound() throws {
    let record = try Fixture.record(Self.body)
    #expect(record.regions.map(\.region).contains("Kota Batam"))
    #expect(record.officials.map(\.name) == ["Tirta Ananda"])
    #expect(record.officials.map(\.position) == ["Wali Kota"])
    #expect(record.targets.map(\.value) == [64])
    #expect(record.targets.first?.latest?.description == "2025-05-31")
    let incorporated = record.actuals.first { $0.stage == "incorporated" }
    #expect(incorporated?.value == 24)
    #expect(incorporated?.asOf?.description == "2025-05-23")
  }

  @Test(arguments: [
    "", " ", "\n\n", "Koperasi Merah Putih", "64", "Batam", "….", "🎉🎉", "Kota", "sebelum", "Wali Kota Batam,",
    "\u{0}",
    "Dari 64 kelurahan,", "Rp3", "(", "“", "31/31/2025", "tanggal 31 Juni", "dari dari dari",
    "999999999999999 desa",
  ])
  func noTextBreaksTheExtractor(text: String) throws {
    let extractor = try Fixture.extractor.get()
    let record = extractor.record(of: Fixture.article(text + "\nx", title: "", published: nil))
    #expect(record.article.body == text + "\nx")
  }

  @Test(arguments: ["", " ", "Koperasi Merah Putih", "64", "Koperasi Merah Putih, Senin (26/5)"])
  func anArticleWithoutABodyIsRead(title: String) throws {
    let record = try Fixture.record("", title: title, published: nil)
    #expect(record.targets.isEmpty)
  }

  @Test func textsCutAnywhereBreakNothing() throws {
    let extractor = try Fixture.extractor.get()
    var cut = ""
    for scalar in Self.body.unicodeScalars {
      cut.unicodeScalars.append(scalar)
      let record = extractor.record(of: Fixture.article(cut))
      for (span, _) in Self.spans(record) { #expect(span.end <= record.article.text.utf8.count) }
    }
  }

  /// Words of reports in any order, with few or no marks: sentences that never end, lists of nothing, lines that begin
  /// anywhere.
  @Test(arguments: 0..<24)
  func wordsInAnyOrderBreakNothing(seed: Int) throws {
    let words =
      Self.body.split(whereSeparator: \.isWhitespace).map(String.init)
        + """
        di ke dari dan serta , : ( ) - / Kecamatan Desa Kelurahan KDMP Kabupaten Kota Bupati Camat Batu Malang Kediri \
        Sukarame Galang Tanta Jaro yang yakni meliputi masing-masing tiga dua 12 9 1.802 57,5 persen desa kampung unit \
        koperasi terbentuk beroperasi belum target sebelum hingga Juni 2025 31 seluruh semua sisanya separuh jumlahnya
        """.split(separator: " ").map(String.init)
    var state = UInt64(seed + 1)
    func next(_ count: Int) -> Int {
      // A linear congruential generator (Donald Knuth's MMIX).
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    // From no line's end at all to one every few words.
    let ends = [Int.max, 400, 60, 9][seed % 4]
    let body = (0..<1500).map { _ in
      words[next(words.count)] + (ends < .max && next(ends) == 0 ? "\n" : " ")
    }
    let record = try Fixture.record(body.joined())
    let count = record.article.text.utf8.count
    for (span, _) in Self.spans(record) {
      #expect(0 <= span.start && span.start < span.end && span.end <= count)
    }
  }

  @Test func theSameArticleGivesTheSameBytesOnAllThreads() async throws {
    let extractor = try Fixture.extractor.get()
    let article = Fixture.article(Self.body)
    let bytes = RecordJSON.line(for: extractor.record(of: article))
    let again = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { RecordJSON.line(for: extractor.record(of: article)) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(again.count == 8)
    #expect(again.allSatisfy { $0 == bytes })
  }

  @Test func twoExtractorsGiveTheSameBytes() throws {
    let first = try Fixture.extractor.get()
    let second = try Extractor(rules: .builtIn, gazetteer: first.gazetteer)
    let article = Fixture.article(Self.body)
    #expect(
      RecordJSON.line(for: first.record(of: article)) == RecordJSON.line(for: second.record(of: article)))
  }

  @Test(arguments: [
    "Dinas Kelautan Kota Batam menargetkan 64 kampung nelayan terbentuk sebelum Juni 2025.",
    "Sebanyak 24 koperasi simpan pinjam di Kota Batam sudah berbadan hukum sejak 2012.",
  ])
  func anArticleOnSomethingElseStatesNothing(text: String) throws {
    let record = try Fixture.record(text, title: "Kabar Batam")
    #expect(record.targets.isEmpty && record.actuals.isEmpty && record.totals.isEmpty)
  }
}
