import Foundation
import PantauRecords
import PantauStore
import PantauTestSupport
import Testing

@testable import PantauPipeline

/// What is seen of the story's ledger against the gold: every line with its status and numbers, every roll-up.
@Suite("The story's lines")
struct StoryLineTests {
  private struct Gold: Decodable {
    struct Line: Decodable {
      var region: String
      var stage: String
      var status: String
      var goal: Double
      var deadline: CalendarDate
      var firstDeadline: CalendarDate
      var value: [Double]?
      var reportedFor: CalendarDate?
      var share: Double?
      var reachedOn: CalendarDate?
    }
    struct RollUp: Decodable {
      var parent: String
      var stage: String
      var knownOn: CalendarDate
      var childrenKnown: Int
      var childrenAll: Int
      var complete: Bool
      var childrenSum: Double
      var reported: Double
      var difference: Double
    }
    var asOf: CalendarDate
    var lines: [Line]
    var rollups: [RollUp]
  }

  private let folder: TemporaryFolder
  private let gold: Gold
  private let setup: Setup
  private let store: LedgerStore

  init() throws {
    folder = try TemporaryFolder()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    gold = try decoder.decode(
      Gold.self, from: Data(contentsOf: Story.folder.appending(path: "ledger.json")))
    setup = try Pages.setup()
    store = try LedgerStore(path: folder.path("ledger.sqlite"))
    _ = try store.merge(Array(try Story().records.values), extractor: "gold", rules: setup.merger)
    try store.settle(setup.merger)
  }

  @Test("every line has the status, the goal, the deadlines and the figures of the gold ledger")
  func lines() throws {
    let lines = try store.track(asOf: gold.asOf, setup: setup)
    for wanted in gold.lines {
      let name = "\(wanted.region), \(wanted.stage)"
      let line = try #require(
        lines.first { $0.region == wanted.region && $0.stage == wanted.stage }, "\(name)")
      #expect(line.status.word == wanted.status, "\(name)")
      #expect((line.target?.value ?? line.target?.whole) == wanted.goal, "\(name)")
      #expect(line.target?.deadline == wanted.deadline, "\(name)")
      #expect(line.assessment?.firstDeadline == wanted.firstDeadline, "\(name)")
      #expect(line.actual?.date == wanted.reportedFor, "\(name)")
      if let day = wanted.reachedOn { #expect(line.assessment?.metOn == day, "\(name)") }
      if let share = wanted.share {
        #expect(abs((line.progress ?? 0) - share) < 1e-3, "\(name)")
      }
      if let values = wanted.value, values.count > 1 {
        let rivals = line.facts?.rivals.last { $0.kind == .actual }
        #expect([rivals?.low, rivals?.high] == [values.min(), values.max()], "\(name)")
      }
    }
    #expect(lines.count { $0.target != nil } == gold.lines.count)
    #expect(gold.lines.count > 20)
  }

  @Test("what parts add up to is as in the gold ledger, and nothing else is set beside a report")
  func rollUps() throws {
    for day in Set(gold.rollups.map(\.knownOn)) {
      let wanted = gold.rollups.filter { $0.knownOn == day }
      let found = try store.track(asOf: day, setup: setup).rollUps(setup: setup)
      for rollUp in wanted {
        let name = "\(rollUp.parent), \(rollUp.stage), \(day)"
        let match = try #require(
          found.first { $0.region == rollUp.parent && $0.stage == rollUp.stage }, "\(name)")
        #expect(match.sum == rollUp.childrenSum, "\(name)")
        #expect(match.reported == rollUp.reported, "\(name)")
        #expect(match.difference == rollUp.difference, "\(name)")
        #expect(match.parts == rollUp.childrenKnown, "\(name)")
        #expect(match.known == rollUp.childrenAll, "\(name)")
        #expect(match.isWhole == rollUp.complete, "\(name)")
      }
      guard day == gold.asOf else { continue }
      #expect(found.count { $0.reported != nil } == wanted.count)
    }
  }
}
