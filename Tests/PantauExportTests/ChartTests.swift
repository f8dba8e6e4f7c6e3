import PantauRecords
import Testing

@testable import PantauExport

@Suite("Charts")
struct ChartTests {
  private func date(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

  private func scale(_ first: String, _ last: String, _ highest: Double) -> ChartScale {
    ChartScale(days: date(first)...date(last), highest: highest, frame: (0, 0, 100, 50))
  }

  @Test(
    "levels are round numbers that reach the highest",
    arguments: [
      (64, 80, 20), (80_000, 80_000, 20_000), (5, 5, 1), (1, 1, 0.2), (8_563, 10_000, 2_000), (3, 3, 1),
      (0, 1, 1),
      (0.6, 0.6, 0.2),
    ] as [(Double, Double, Double)])
  func levels(_ highest: Double, _ top: Double, _ step: Double) {
    let levels = scale("2025-05-01", "2025-06-01", highest).levels
    #expect(levels.count <= 7)
    #expect(abs((levels.last ?? 0) - max(top, 0)) < 1e-9 || highest == 0)
    #expect(abs(levels[1] - step) < 1e-9)
  }

  @Test(
    "ticks are days in a short chart, months in a longer one, years in the longest",
    arguments: [
      ("2025-05-01", "2025-05-19", ["05-01", "05-04", "05-07", "05-10", "05-13", "05-16", "05-19"]),
      ("2025-05-15", "2025-09-03", ["2025-06", "2025-07", "2025-08", "2025-09"]),
      ("2025-05-15", "2026-12-31", ["2025-07", "2025-10", "2026-01", "2026-04", "2026-07", "2026-10"]),
      ("2020-05-15", "2026-12-31", ["2021-01", "2022-01", "2023-01", "2024-01", "2025-01", "2026-01"]),
    ])
  func ticks(_ first: String, _ last: String, _ labels: [String]) {
    #expect(scale(first, last, 10).ticks.map(\.label) == labels)
  }

  @Test("places run from the frame's lower left to its upper right")
  func places() {
    let scale = scale("2025-05-01", "2025-05-11", 10)
    #expect(scale.x(date("2025-05-01")) == 0)
    #expect(scale.x(date("2025-05-06")) == 50)
    #expect(scale.y(0) == 50)
    #expect(scale.y(10) == 0)
  }

  @Test("a sparkline shows the level at the end of each stretch")
  func sparkline() {
    let text = Sparkline.text(
      days: date("2025-05-01")...date("2025-05-09"), width: 8, top: 7
    ) { day in day.day < 3 ? nil : Double(day.day - 2) }
    #expect(text == " ▂▃▄▅▆▇█")
  }
}
