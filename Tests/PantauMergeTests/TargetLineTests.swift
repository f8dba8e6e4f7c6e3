import PantauRecords
import Testing

@testable import PantauMerge

@Suite("Target line")
struct TargetLineTests {
  private func promise(_ on: String, _ amount: Double, by deadline: String?, from start: String? = nil)
    -> TargetLine.Promise
  {
    TargetLine.Promise(
      day: day(on), start: start.map { day($0) }, amount: amount, deadline: deadline.map { day($0) })
  }

  private func levels(
    _ promises: [TargetLine.Promise], on days: [String], reached: [(String, Double)] = []
  ) -> [Double?] {
    let line = TargetLine(promises) { asked in reached.last { day($0.0) <= asked }?.1 }
    return days.map { line.points.level(on: day($0)) }
  }

  @Test("runs straight from nothing to the target, and is level afterwards")
  func straight() {
    let days = ["2025-04-01", "2025-05-01", "2025-05-06", "2025-05-11", "2025-06-01"]
    #expect(levels([promise("2025-05-01", 100, by: "2025-05-11")], on: days) == [0, 0, 50, 100, 100])
  }

  @Test("begins at what was reported by then")
  func reported() {
    let found = levels(
      [promise("2025-05-01", 100, by: "2025-05-11")], on: ["2025-05-01", "2025-05-06"],
      reached: [("2025-04-20", 20), ("2025-05-02", 70)])
    #expect(found == [20, 60])
  }

  @Test("begins on the promise's own first day")
  func start() {
    let promises = [promise("2025-05-01", 100, by: "2025-05-21", from: "2025-05-11")]
    #expect(levels(promises, on: ["2025-05-06", "2025-05-16"]) == [0, 50])
  }

  @Test("a deadline that slips bends it, and forgives no lag")
  func slipped() {
    let promises = [
      promise("2025-05-01", 100, by: "2025-05-11"), promise("2025-05-06", 100, by: "2025-05-16"),
    ]
    #expect(levels(promises, on: ["2025-05-06", "2025-05-11", "2025-05-16"]) == [50, 75, 100])
  }

  @Test("a target that is raised bends it upwards, one that is lowered caps it")
  func moved() {
    let raised = [
      promise("2025-05-01", 100, by: "2025-05-11"), promise("2025-05-06", 150, by: "2025-05-11"),
    ]
    #expect(levels(raised, on: ["2025-05-06", "2025-05-11"]) == [50, 150])
    let lowered = [
      promise("2025-05-01", 100, by: "2025-05-11"), promise("2025-05-09", 60, by: "2025-05-11"),
    ]
    #expect(levels(lowered, on: ["2025-05-08", "2025-05-09", "2025-05-11"]) == [70, 60, 60])
  }

  @Test("a promise that is repeated changes nothing")
  func repeated() {
    let once = promise("2025-05-01", 100, by: "2025-05-11")
    let again = promise("2025-05-06", 100, by: "2025-05-11")
    #expect(levels([once, again], on: ["2025-05-08"]) == levels([once], on: ["2025-05-08"]))
  }

  @Test("without a deadline there is no line")
  func open() {
    #expect(levels([promise("2025-05-01", 100, by: nil)], on: ["2025-05-08"]) == [nil])
  }

  @Test("a deadline that has passed when it is published makes a step")
  func passed() {
    let late = [promise("2025-05-11", 100, by: "2025-05-01")]
    #expect(levels(late, on: ["2025-05-11", "2025-05-12"]) == [100, 100])
  }
}
