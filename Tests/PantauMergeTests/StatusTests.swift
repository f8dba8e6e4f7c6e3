import PantauMerge
import PantauRecords
import Testing

@Suite("Status")
struct StatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var statements: [StatementInContext]
    var asOf = "2025-06-30"
    var status: TrackLine.Status
    var testDescription: String { name }
  }

  private static func promise(
    _ value: Double = 100, on day: String = "2025-05-01", by latest: String? = "2025-07-10"
  ) -> StatementInContext {
    statement(.target, article: "janji-\(day)", published: day, value: value, latest: latest)
  }

  private static func report(
    _ value: Double, article: String = "lapor", on day: String, dated: Bool = true, bound: String? = nil
  ) -> StatementInContext {
    statement(
      .actual, article: "\(article)-\(day)", published: day, value: value, bound: bound,
      asOf: dated ? day : nil)
  }

  // 70 days from 1 May to 10 July: on 5 June, the 35th, the line stands at 50.
  static let cases: [Case] = [
    Case(name: "on the line", statements: [promise(), report(50, on: "2025-06-05")], status: .onTrack),
    Case(name: "below the line", statements: [promise(), report(49, on: "2025-06-05")], status: .behind),
    Case(
      name: "a report is held against its own day, not against today",
      statements: [promise(), report(50, on: "2025-06-05")], asOf: "2025-07-09", status: .onTrack),
    Case(
      name: "a report of 91 days ago says nothing about today",
      statements: [promise(by: "2025-12-31"), report(50, on: "2025-06-05")], asOf: "2025-09-04",
      status: .noReport),
    Case(
      name: "one of 90 days ago does",
      statements: [promise(by: "2025-12-31"), report(50, on: "2025-06-05")], asOf: "2025-09-03",
      status: .onTrack),
    Case(
      name: "short of it the day after the deadline", statements: [promise(), report(99, on: "2025-07-10")],
      asOf: "2025-07-11", status: .overdue),
    Case(
      name: "reached on the deadline's day", statements: [promise(), report(100, on: "2025-07-10")],
      asOf: "2025-08-01", status: .met),
    Case(
      name: "reached for a day after the deadline", statements: [promise(), report(100, on: "2025-07-11")],
      asOf: "2025-08-01", status: .metLate),
    Case(
      name: "reached in time, and repeated later",
      statements: [promise(), report(100, on: "2025-07-01"), report(100, on: "2025-07-20")],
      asOf: "2025-08-01", status: .met),
    Case(
      name: "papers write a few days after the fact",
      statements: [promise(), report(100, on: "2025-07-17", dated: false)], asOf: "2025-08-01", status: .met),
    Case(
      name: "but not more than seven",
      statements: [promise(), report(100, on: "2025-07-18", dated: false)], asOf: "2025-08-01",
      status: .metLate),
    Case(
      name: "nor where a report after the deadline shows less",
      statements: [
        promise(), report(90, on: "2025-07-11"), report(100, on: "2025-07-13", dated: false),
      ], asOf: "2025-08-01", status: .metLate),
    Case(
      name: "a deadline that slipped does not turn late into in time",
      statements: [
        promise(by: "2025-06-10"), promise(on: "2025-06-11", by: "2025-07-10"), report(100, on: "2025-06-20"),
      ], status: .metLate),
    Case(
      name: "a new amount has its own first deadline",
      statements: [
        promise(80, by: "2025-06-10"), promise(on: "2025-06-11", by: "2025-07-10"),
        report(100, on: "2025-06-20"),
      ], status: .met),
    Case(
      name: "no deadline, no line", statements: [promise(by: nil), report(50, on: "2025-06-05")],
      status: .underWay),
    Case(
      name: "said to be reached, then less by another paper",
      statements: [promise(), report(100, on: "2025-06-05"), report(80, article: "lain", on: "2025-06-20")],
      status: .contradicted),
    Case(
      name: "less by another paper for the same day",
      statements: [promise(), report(100, on: "2025-06-05"), report(80, article: "lain", on: "2025-06-05")],
      status: .contradicted),
    Case(
      name: "different figures for the newest day, short of the target",
      statements: [promise(), report(60, on: "2025-06-05"), report(40, article: "lain", on: "2025-06-05")],
      status: .contradicted),
    Case(
      name: "a newer report settles it",
      statements: [
        promise(), report(60, on: "2025-06-05"), report(40, article: "lain", on: "2025-06-05"),
        report(70, on: "2025-06-10"),
      ], status: .onTrack),
    Case(
      name: "parts of a whole in one article do not contradict it",
      statements: [
        promise(), report(60, on: "2025-06-05"),
        statement(
          .actual, article: "lapor-2025-06-05", published: "2025-06-05", value: 8, asOf: "2025-06-05", at: 80),
      ], status: .onTrack),
    Case(
      name: "less for an earlier day is progress",
      statements: [promise(), report(80, article: "lain", on: "2025-06-01"), report(100, on: "2025-06-05")],
      status: .met),
    Case(
      name: "more than a number below is no contradiction",
      statements: [
        promise(), report(100, on: "2025-06-05"), report(80, article: "lain", on: "2025-06-20", bound: "min"),
      ], status: .onTrack),
    Case(
      name: "a target that was raised in between is none either",
      statements: [
        promise(80), report(80, on: "2025-06-05"), promise(100, on: "2025-06-10"),
        report(90, article: "lain", on: "2025-06-20"),
      ], status: .onTrack),
    Case(
      name: "reached again, it is met",
      statements: [
        promise(), report(100, on: "2025-06-05"), report(80, article: "lain", on: "2025-06-20"),
        report(100, article: "akhir", on: "2025-06-25"),
      ], status: .met),
  ]

  @Test("follows the published rubric", arguments: cases)
  func status(_ example: Case) throws {
    let lines = Tracker().lines(from: example.statements, asOf: day(example.asOf))
    #expect(lines.map(\.status) == [example.status])
  }

  @Test("the numbers that led to it are told")
  func assessment() throws {
    let statements = [
      Self.promise(), Self.report(20, on: "2025-05-20"), Self.report(40, on: "2025-06-05"),
    ]
    let line = try #require(Tracker().lines(from: statements, asOf: day("2025-06-12")).first)
    let found = try #require(line.assessment)
    #expect(!found.isShare)
    #expect(found.promised == 100)
    #expect(found.reached?.level == 40)
    #expect(found.reached?.day == day("2025-06-05"))
    #expect(found.expected == 50)
    #expect(found.expectedNow == 60)
    #expect(found.daysLeft == 28)
    #expect(found.reportAge == 7)
    #expect(found.metOn == nil)
    #expect(found.reports.map(\.level) == [20, 40])
  }

  @Test("a promise of all, without a number, is held against shares")
  func shares() throws {
    let statements = [
      statement(.target, article: "janji", published: "2025-05-01", all: true, latest: "2025-07-10"),
      statement(.actual, article: "lapor", published: "2025-06-05", value: 16, of: 64, asOf: "2025-06-05"),
    ]
    let line = try #require(Tracker().lines(from: statements, asOf: day("2025-06-12")).first)
    #expect(line.assessment?.isShare == true)
    #expect(line.assessment?.promised == 1)
    #expect(line.assessment?.reached?.level == 0.25)
    #expect(line.assessment?.expected == 0.5)
    #expect(line.status == .behind)
  }

  @Test("all of them has the gazetteer's number beside it")
  func whole() throws {
    let tracker = Tracker { _, code, unit in code == "21.71" && unit == "urban_village" ? 64 : nil }
    let line = try #require(
      tracker.lines(from: [statement(.target, all: true)], asOf: day("2025-06-12")).first)
    #expect(line.target?.whole == 64)
  }

  @Test("a line's name does not depend on what else there is, or on its order")
  func names() throws {
    let some = [
      statement(.target, value: 64),
      statement(.target, region: "Indonesia", code: nil, value: 80_000),
      statement(.target, region: "Desa Anggrek", code: nil, within: "Kecamatan Kenanga", value: 1),
      statement(.target, region: nil, code: nil, value: 1),
    ]
    let names = Tracker().lines(from: some, asOf: day("2025-06-12")).map(\.id)
    #expect(
      names == [
        "koperasi-merah-putih/ID/formed", "koperasi-merah-putih/21.71/formed",
        "koperasi-merah-putih/desa-anggrek.kecamatan-kenanga~027ee380/formed",
        "koperasi-merah-putih/-/formed",
      ])
    for item in some {
      let alone = Tracker().lines(from: [item], asOf: day("2025-06-12")).map(\.id)
      #expect(names.contains(alone[0]))
    }
  }
}
