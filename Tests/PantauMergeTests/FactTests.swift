import PantauGazetteer
import PantauRecords
import Testing

@testable import PantauMerge

@Suite("Facts")
struct FactTests {
  private func history(
    _ statements: [StatementInContext], voices: Voices = Voices(), universe: Tracker.Universe? = nil,
    asOf: String = "2026-01-01"
  ) throws -> FactHistory {
    let all = Merger(universe: universe).histories(from: statements, voices: voices, asOf: day(asOf))
    #expect(all.count == 1)
    return try #require(all.first)
  }

  private func amounts(_ facts: [Fact]) -> [String] {
    facts.map { "\($0.number.map { String(Int($0)) } ?? "–") ×\($0.articleCount)" }
  }

  @Test("the same number in two papers is one fact; another number is another")
  func number() throws {
    let history = try history([
      statement(.actual, article: "a", value: 24),
      statement(.actual, article: "b", published: "2025-05-25", value: 24),
      statement(.actual, article: "c", value: 25),
    ])
    #expect(
      amounts(history.actuals) == ["24 ×2", "25 ×1"].sorted()
        || amounts(history.actuals) == ["25 ×1", "24 ×2"])
    #expect(Set(history.actuals.map(\.id)).count == 2)
  }

  @Test("a report without a day joins the newest day of that number up to two weeks before it")
  func undated() throws {
    let history = try history([
      statement(.actual, article: "a", published: "2025-05-02", value: 24, asOf: "2025-05-01"),
      statement(.actual, article: "b", published: "2025-05-12", value: 24, asOf: "2025-05-10"),
      statement(.actual, article: "c", published: "2025-05-20", value: 24),
      statement(.actual, article: "d", published: "2025-06-20", value: 24),
    ])
    #expect(history.actuals.map { $0.sayings.map(\.statement.article.id) } == [["a"], ["b", "c"], ["d"]])
    #expect(history.actuals.map(\.asOf) == [day("2025-05-01"), day("2025-05-10"), nil])
  }

  @Test("reports without days are one as long as no gap is longer than two weeks")
  func chain() throws {
    let days = ["2025-05-01", "2025-05-14", "2025-05-27", "2025-06-30"]
    let history = try history(
      days.enumerated().map { statement(.actual, article: "a\($0.offset)", published: $0.element, value: 24) }
    )
    #expect(history.actuals.map(\.sayings.count) == [3, 1])
  }

  @Test("targets are one where amount and deadline are")
  func targets() throws {
    let history = try history([
      statement(.target, article: "a", value: 64, latest: "2025-05-31"),
      statement(.target, article: "b", published: "2025-05-22", value: 64, latest: "2025-05-31"),
      statement(.target, article: "c", published: "2025-05-23", value: 64),
      statement(.target, article: "d", published: "2025-05-24", value: 64, latest: "2025-06-30"),
    ])
    #expect(history.targets.map(\.sayings.count) == [3, 1])
    #expect(history.targets.map(\.latest) == [day("2025-05-31"), day("2025-06-30")])
  }

  @Test("'all' is the number of the whole: an article's total before the gazetteer's count")
  func wholes() throws {
    let statements = [
      statement(.target, article: "a", all: true, latest: "2025-05-31"),
      statement(.target, article: "b", value: 64, latest: "2025-05-31"),
      statement(.actual, article: "c", percent: 100, asOf: "2025-05-31"),
      statement(.actual, article: "d", value: 64, asOf: "2025-05-31"),
    ]
    let counted = try history(statements, universe: { _, _, _ in 64 })
    #expect(counted.targets.map(\.sayings.count) == [2] && counted.actuals.map(\.sayings.count) == [2])
    #expect(counted.targets.first?.whole == 64)
    let total = statement(.total, article: "a", value: 60, at: 50)
    let stated = try history(statements + [total], universe: { _, _, _ in 64 })
    #expect(amounts(stated.targets).sorted() == ["60 ×1", "64 ×1"])
    #expect(try history(statements).targets.map(\.whole) == [nil, nil])
  }

  @Test("a percentage joins the number that is given with it for the same day")
  func percent() throws {
    let history = try history([
      statement(.actual, article: "a", value: 39, percent: 90.7, of: 43, asOf: "2025-05-25"),
      statement(.actual, article: "b", percent: 90.7, asOf: "2025-05-25"),
      statement(.actual, article: "c", percent: 90.7, asOf: "2025-05-26"),
    ])
    #expect(history.actuals.map(\.sayings.count) == [2, 1])
  }

  @Test("villages and urban villages are never one fact")
  func units() throws {
    let history = try history([
      statement(.actual, article: "a", value: 24, unit: "village"),
      statement(.actual, article: "b", value: 24, unit: "urban_village"),
    ])
    #expect(history.actuals.count == 2)
    #expect(history.rivals == [])
  }

  @Test("copies and a site's own repetition are echoes, other sites are voices of their own")
  func voices() throws {
    let report = Voices.Group(id: "a", site: "Kabar Satu")
    let voices = Voices(groups: [
      "a": report, "b": report, "c": Voices.Group(id: "c", site: "Kabar Satu"),
      "d": Voices.Group(id: "d", site: "Kabar Dua"),
    ])
    let fact = try #require(
      try history(
        ["a", "b", "c", "d", "e"].enumerated().map { number, article in
          statement(.actual, article: article, published: "2025-05-2\(number)", value: 24)
        }, voices: voices
      ).actuals.first)
    #expect(fact.articleCount == 5)
    #expect(fact.independentCount == 3)
    #expect(fact.echoCount == 2)
    #expect(fact.sayings.map(\.isEcho) == [false, true, true, false, false])
    #expect(fact.firstPublished == day("2025-05-20") && fact.lastPublished == day("2025-05-24"))
  }

  struct EventCase: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var statements: [StatementInContext]
    var events: [FactEvent.Kind]
    var isVoid: [Bool] = []
  }

  static let eventCases = [
    EventCase(
      testDescription: "a later deadline, and no article gives both: moved in silence",
      statements: [
        statement(.target, article: "a", published: "2025-05-01", value: 64, latest: "2025-05-31"),
        statement(.target, article: "b", published: "2025-06-01", value: 64, latest: "2025-07-31"),
      ], events: [.targetMoved]),
    EventCase(
      testDescription: "a later deadline with a word: slipped",
      statements: [
        statement(.target, article: "a", published: "2025-05-01", value: 64, latest: "2025-05-31"),
        statement(.target, article: "b", published: "2025-06-01", value: 64, latest: "2025-05-31"),
        statement(.target, article: "b", published: "2025-06-01", value: 64, latest: "2025-07-31", at: 40),
      ], events: [.deadlineSlipped]),
    EventCase(
      testDescription: "an earlier deadline",
      statements: [
        statement(.target, article: "a", published: "2025-05-01", value: 64, latest: "2025-07-31"),
        statement(.target, article: "b", published: "2025-06-01", value: 64, latest: "2025-06-30"),
      ], events: [.deadlineAdvanced]),
    EventCase(
      testDescription: "another amount in silence",
      statements: [
        statement(.target, article: "a", published: "2025-05-01", value: 64, latest: "2025-05-31"),
        statement(.target, article: "b", published: "2025-06-01", value: 50, latest: "2025-07-31"),
      ], events: [.targetMoved]),
    EventCase(
      testDescription: "steps of one plan revoke nothing",
      statements: [
        statement(.target, article: "a", published: "2025-05-01", value: 20, latest: "2025-05-31"),
        statement(.target, article: "a", published: "2025-05-01", value: 64, latest: "2025-12-31", at: 40),
      ], events: []),
    EventCase(
      testDescription: "an erratum: both amounts in one article, one of them published before",
      statements: [
        statement(.actual, article: "a", published: "2025-05-02", value: 16, asOf: "2025-05-01"),
        statement(.actual, article: "b", published: "2025-05-03", value: 16, asOf: "2025-05-01"),
        statement(.actual, article: "b", published: "2025-05-03", value: 13, asOf: "2025-05-01", at: 40),
      ], events: [.correction], isVoid: [true, false]),
    EventCase(
      testDescription: "another denominator",
      statements: [
        statement(.total, article: "a", published: "2025-05-01", value: 63),
        statement(.total, article: "b", published: "2025-06-01", value: 61),
        statement(.actual, article: "b", published: "2025-06-01", value: 10, at: 40),
      ], events: [.denominatorChanged]),
  ]

  @Test("changes are events", arguments: eventCases)
  func events(_ testCase: EventCase) throws {
    let history = try history(testCase.statements)
    #expect(history.events.map(\.kind) == testCase.events)
    if !testCase.isVoid.isEmpty {
      #expect(Set(history.actuals.filter(\.isVoid).map(\.number)) == [16])
      #expect(history.rivals == [])
    }
    for event in history.events {
      #expect(history.fact(event.before) != nil && history.fact(event.after) != nil)
      #expect(event.isSilent == [.targetMoved, .deadlineAdvanced, .denominatorChanged].contains(event.kind))
    }
  }

  @Test(
    "two papers' figures for one day rival each other, and a lower figure later rivals the higher one before")
  func rivals() throws {
    let sameDay = try history([
      statement(.actual, article: "a", published: "2025-05-02", value: 38, asOf: "2025-05-01"),
      statement(.actual, article: "b", published: "2025-05-03", value: 41, asOf: "2025-05-01"),
      statement(.actual, article: "c", published: "2025-06-03", value: 43, asOf: "2025-06-01"),
    ])
    #expect(sameDay.rivals.map { [$0.low, $0.high] } == [[38, 41]])
    #expect(sameDay.rivals.first?.facts.count == 2 && sameDay.rivals.first?.day == day("2025-05-01"))
    let decline = try history([
      statement(.actual, article: "a", published: "2025-05-02", value: 38, asOf: "2025-05-01"),
      statement(.actual, article: "b", published: "2025-06-03", value: 30, asOf: "2025-06-01"),
    ])
    #expect(decline.rivals.map { [$0.low, $0.high] } == [[30, 38]])
  }

  @Test("articles published after the day asked for are not known yet")
  func asOf() throws {
    let statements = [
      statement(.target, article: "a", published: "2025-05-01", value: 64, latest: "2025-05-31"),
      statement(.target, article: "b", published: "2025-06-01", value: 64, latest: "2025-07-31"),
    ]
    let early = try history(statements, asOf: "2025-05-15")
    #expect(early.targets.count == 1 && early.events.isEmpty)
  }

  @Test("any order of the statements gives the same histories", arguments: 1...20 as ClosedRange<UInt64>)
  func order(seed: UInt64) {
    let statements = Self.eventCases.enumerated().flatMap { number, testCase in
      testCase.statements.map { item in
        var item = item
        item.article.id = "\(number)-\(item.article.id)"
        return item
      }
    }
    var random = Seeded(seed)
    let shuffled = (statements + statements.prefix(5)).shuffled(using: &random)
    #expect(
      Merger().histories(from: shuffled, asOf: day("2026-01-01"))
        == Merger().histories(from: statements, asOf: day("2026-01-01")))
  }
}
