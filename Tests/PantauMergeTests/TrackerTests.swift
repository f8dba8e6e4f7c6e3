import PantauMerge
import PantauRecords
import Testing

@Suite("Tracker")
struct TrackerTests {
  private func only(
    _ statements: [StatementInContext], asOf: String = "2025-05-25", universe: Tracker.Universe? = nil
  ) throws -> TrackLine {
    let lines = Tracker(universe: universe).lines(from: statements, asOf: day(asOf))
    #expect(lines.count == 1)
    return try #require(lines.first)
  }

  struct StatusCase: Sendable, CustomTestStringConvertible {
    var name: String
    var statements: [StatementInContext]
    var asOf = "2025-05-25"
    var status: TrackLine.Status
    var progress: Double?
    var basis: TrackLine.ProgressBasis?
    var testDescription: String { name }
  }

  static let statusCases: [StatusCase] = [
    StatusCase(
      name: "target alone", statements: [statement(.target, value: 64, latest: "2025-05-31")],
      status: .noReport),
    StatusCase(
      name: "target alone, deadline passed",
      statements: [statement(.target, value: 64, latest: "2025-05-01")], status: .noReport),
    StatusCase(
      name: "report alone with percent", statements: [statement(.actual, value: 24, percent: 100)],
      status: .reported, progress: 1, basis: .percent),
    StatusCase(
      name: "report alone with a number", statements: [statement(.actual, value: 24)], status: .reported),
    StatusCase(
      name: "part of the target before its deadline",
      statements: [
        statement(.target, value: 64, latest: "2025-05-31"), statement(.actual, value: 16, at: 40),
      ], status: .onTrack, progress: 0.25, basis: .target),
    StatusCase(
      name: "the deadline's own day is not late",
      statements: [
        statement(.target, value: 64, latest: "2025-05-31"), statement(.actual, value: 16, at: 40),
      ], asOf: "2025-05-31", status: .onTrack, progress: 0.25, basis: .target),
    StatusCase(
      name: "part of the target after its deadline",
      statements: [
        statement(.target, value: 64, latest: "2025-05-31"), statement(.actual, value: 16, at: 40),
      ], asOf: "2025-06-01", status: .overdue, progress: 0.25, basis: .target),
    StatusCase(
      name: "more than the target",
      statements: [statement(.target, value: 64), statement(.actual, value: 65, at: 40)], status: .met,
      progress: 1, basis: .target),
    StatusCase(
      name: "almost the target is not met",
      statements: [statement(.target, value: 64), statement(.actual, value: 64, bound: "max", at: 40)],
      status: .underWay, progress: 1, basis: .target),
    StatusCase(
      name: "100 percent of 24 says nothing about a promise of 57",
      statements: [
        statement(.target, value: 57), statement(.actual, value: 24, percent: 100, at: 40),
      ], status: .underWay, progress: 24.0 / 57, basis: .target),
    StatusCase(
      name: "all reported",
      statements: [statement(.target, value: 64), statement(.actual, all: true, at: 40)], status: .met,
      progress: 1, basis: .all),
    StatusCase(
      name: "all promised, denominator beside the report",
      statements: [statement(.target, all: true), statement(.actual, value: 16, of: 64, at: 40)],
      status: .underWay, progress: 0.25, basis: .denominator),
    StatusCase(
      name: "all promised, no denominator anywhere",
      statements: [
        statement(.target, all: true, latest: "2025-05-31"), statement(.actual, value: 16, at: 40),
      ], asOf: "2025-06-01", status: .overdue),
    StatusCase(
      name: "percent of a promised percent",
      statements: [statement(.target, percent: 50), statement(.actual, percent: 40, at: 40)],
      status: .underWay, progress: 0.8, basis: .percent),
    StatusCase(
      name: "villages are not divided by urban villages",
      statements: [
        statement(.target, value: 64, unit: "urban_village"),
        statement(.actual, value: 16, unit: "village", at: 40),
      ], status: .underWay),
  ]

  @Test("gives status and progress", arguments: statusCases)
  func status(_ example: StatusCase) throws {
    let line = try only(example.statements, asOf: example.asOf)
    #expect(line.status == example.status)
    #expect(line.progressBasis == example.basis)
    switch (line.progress, example.progress) {
    case (let progress?, let expected?): #expect(abs(progress - expected) < 1e-9)
    default: #expect(line.progress == example.progress)
    }
  }

  @Test("a total is the denominator of a target 'all', and its sentence is kept")
  func total() throws {
    let line = try only([
      statement(.target, all: true), statement(.actual, value: 16, at: 40),
      statement(.total, value: 64, at: 80, programme: ""),
    ])
    #expect(line.progress == 0.25)
    #expect(line.progressBasis == .total)
    #expect(line.denominator == 64)
    #expect(line.evidence.map(\.kind) == [.target, .actual, .total])
  }

  @Test("the gazetteer's count is the denominator where no article gives one")
  func universe() throws {
    let statements = [statement(.target, all: true), statement(.actual, value: 16, at: 40)]
    let line = try only(statements) { region, code, unit in
      region == "Kota Melati" && code == "21.71" && unit == "urban_village" ? 64 : nil
    }
    #expect(line.progress == 0.25)
    #expect(line.progressBasis == .universe)
  }

  @Test("launched in one paper and formed with 100 percent in another are two lines with their sources")
  func stages() {
    let lines = Tracker().lines(
      from: [
        statement(.actual, article: "b2", stage: "launched", value: 24),
        statement(.actual, article: "b1", stage: "formed", value: 24, percent: 100),
      ], asOf: day("2025-07-01"))
    #expect(lines.map(\.stage) == ["formed", "launched"])
    #expect(lines.map { $0.evidence.map(\.article.path) } == [["b1.txt"], ["b2.txt"]])
  }

  @Test("the newest target counts, and the older one stays as evidence")
  func newestTarget() throws {
    let line = try only([
      statement(.target, article: "new", published: "2025-05-10", value: 80, latest: "2025-07-12"),
      statement(.target, article: "old", published: "2025-04-01", value: 64, latest: "2025-05-31"),
    ])
    #expect(line.target?.value == 80)
    #expect(line.target?.deadline == day("2025-07-12"))
    #expect(line.evidence.map(\.article.id) == ["old", "new"])
    #expect(line.target?.evidence == 1)
    #expect(line.sourceCount == 2)
  }

  @Test("a newer target without a deadline keeps the older one's, if both promise the same")
  func deadlineKept() throws {
    let older = statement(.target, article: "old", published: "2025-04-01", value: 64, latest: "2025-05-31")
    let same = statement(.target, article: "new", published: "2025-05-10", value: 64)
    let line = try only([same, older])
    #expect(line.target?.deadline == day("2025-05-31"))
    #expect(line.target?.evidence == 1)
    #expect(line.target?.deadlineEvidence == 0)

    let other = statement(.target, article: "new", published: "2025-05-10", value: 80)
    #expect(try only([other, older]).target?.deadline == nil)
  }

  @Test("a newer deadline without an amount moves the older target")
  func deadlineMoved() throws {
    let line = try only([
      statement(.target, article: "old", published: "2025-04-01", value: 64, latest: "2025-05-31"),
      statement(.target, article: "new", published: "2025-05-10", latest: "2025-12-31"),
    ])
    #expect(line.target?.value == 64)
    #expect(line.target?.deadline == day("2025-12-31"))
  }

  @Test("the newest report is the one for the latest day, not the latest paper")
  func newestActual() throws {
    let line = try only([
      statement(.actual, article: "a", published: "2025-05-10", value: 30, asOf: "2025-05-09"),
      statement(.actual, article: "b", published: "2025-05-20", value: 20, asOf: "2025-05-01"),
    ])
    #expect(line.actual?.value == 30)
    #expect(line.actual?.date == day("2025-05-09"))
  }

  @Test("what was published later was not known then")
  func asOf() throws {
    let line = try only(
      [
        statement(.target, article: "a", published: "2025-05-10", value: 64),
        statement(.actual, article: "b", published: "2025-06-20", value: 64),
        statement(.target, article: "c", published: nil, value: 10),
      ], asOf: "2025-05-25")
    #expect(line.status == .noReport)
    #expect(line.sourceCount == 2)
  }

  @Test("the same article twice counts once, under the first of its paths")
  func sameArticle() throws {
    let line = try only([
      statement(.target, value: 64, path: "salinan/b.txt"), statement(.target, value: 64, path: "a.txt"),
      statement(.target, value: 64, path: "a.txt"),
    ])
    #expect(line.evidence.map(\.article.path) == ["a.txt"])
  }

  @Test(
    "a label without a code joins the code that it has elsewhere, a district's only under the same parent")
  func regions() {
    let lines = Tracker().lines(
      from: [
        statement(.target, value: 64),
        statement(.actual, article: "b", code: nil, value: 60),
        statement(
          .target, region: "Kecamatan Kenanga", code: "21.71.08", within: "Kota Melati", value: 6, at: 60),
        statement(
          .actual, article: "b", region: "Kecamatan Kenanga", code: nil, within: "Kota Melati", value: 5,
          at: 60),
        statement(
          .actual, article: "c", region: "Kecamatan Kenanga", code: nil, within: "Kabupaten Dahlia", value: 9),
      ], asOf: day("2025-05-25"))
    #expect(lines.map(\.actual?.value) == [60, 5, 9])
    #expect(lines.map(\.target?.value) == [64, 6, nil])
  }

  @Test("lines go by country, code, label, programme, stage")
  func order() {
    let statements = [
      statement(.target, region: "Desa Anggrek", code: nil, value: 1, at: 1),
      statement(.target, region: nil, code: nil, value: 1, at: 2),
      statement(.target, region: "Kabupaten Dahlia", code: "33.02", value: 1, at: 3),
      statement(.target, stage: "operating", value: 1, at: 4),
      statement(.target, stage: "deliberated", value: 1, at: 5),
      statement(.target, stage: "building", value: 1, at: 6),
      statement(.target, stage: "built", value: 1, at: 7),
      statement(.target, region: "Indonesia", code: nil, value: 80_000, at: 8),
      statement(.target, stage: nil, value: 1, at: 9),
    ]
    let lines = Tracker().lines(from: statements, asOf: day("2025-05-25"))
    #expect(
      lines.map { "\($0.region ?? "-") \($0.stage)" } == [
        "Indonesia formed", "Kota Melati deliberated", "Kota Melati built", "Kota Melati building",
        "Kota Melati operating", "Kota Melati other", "Kabupaten Dahlia formed", "Desa Anggrek formed",
        "- formed",
      ])
  }

  @Test("any order of the input gives the same table", arguments: 0..<20)
  func shuffled(_ seed: UInt64) {
    var generator = Seeded(seed)
    var statements: [StatementInContext] = []
    for number in 0..<200 {
      let month = 3 + number % 30 % 4
      let code = ["21.71", nil, "33.02"].randomElement(using: &generator) ?? nil
      statements.append(
        statement(
          [.target, .actual, .total].randomElement(using: &generator) ?? .actual,
          article: "a\(number % 30)",
          published: number % 30 == 0 ? nil : "2025-0\(month)-1\(number % 30 % 7)",
          stage: ["formed", "launched"].randomElement(using: &generator), code: code,
          within: Bool.random(using: &generator) ? "Provinsi Mawar" : nil,
          value: Bool.random(using: &generator) ? Double(Int.random(in: 1...9, using: &generator)) : nil,
          all: Bool.random(using: &generator), latest: number % 3 == 0 ? "2025-06-30" : nil,
          at: number % 5))
    }
    let once = Tracker().lines(from: statements, asOf: day("2025-07-01"))
    #expect(!once.isEmpty)
    for _ in 0..<5 {
      statements.shuffle(using: &generator)
      #expect(Tracker().lines(from: statements, asOf: day("2025-07-01")) == once)
      #expect(Tracker().lines(from: statements + statements, asOf: day("2025-07-01")) == once)
    }
  }
}
