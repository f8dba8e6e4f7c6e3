import PantauMerge
import PantauRecords
import Testing

@Suite("Roll-ups")
struct RollUpTests {
  private func line(
    _ code: String?, _ value: Double?, unit: String? = "village_any", day date: String = "2025-05-20",
    all whole: Double? = nil, stage: String = "formed"
  ) -> TrackLine {
    var figure = TrackLine.Figure(
      value: value, all: whole != nil, unit: unit, date: day(date), evidence: 0)
    figure.whole = whole
    return TrackLine(
      programme: "kmp", region: code.map { "Daerah \($0)" } ?? "Indonesia", regionCode: code, stage: stage,
      actual: figure, status: .reported)
  }

  private func rollUps(_ lines: [TrackLine]) -> [RollUp] {
    RollUpBuilder { code in (code == "33" ? 35 : nil, code.map { "Provinsi \($0)" } ?? "Indonesia") }
      .rollUps(of: lines)
  }

  @Test("parts add up, beside the region's own figure")
  func sum() throws {
    let found = try #require(
      rollUps([line("33", 100), line("33.01", 40), line("33.02", 35, day: "2025-05-01")]).first {
        $0.code == "33"
      })
    #expect(found.sum == 75)
    #expect(found.reported == 100)
    #expect(found.difference == 25)
    #expect(found.parts == 2)
    #expect(found.known == 35)
    #expect(!found.isWhole)
    #expect(found.days == day("2025-05-01")...day("2025-05-20"))
  }

  @Test("parts are the regions one level below, not those below them")
  func levels() throws {
    let found = rollUps([
      line("33.01.01", 4), line("33.01.02", 5), line("33.02", 30), line("33.02.01", 7), line("33.03", 9),
      line(nil, 900), line("33", 100),
    ])
    let shown = found.map { "\($0.code ?? "ID") \($0.sum) \($0.difference ?? 0)" }
    #expect(shown == ["ID 100.0 800.0", "33 39.0 61.0", "33.01 9.0 0.0", "33.02 7.0 23.0"])
    #expect(found.first { $0.code == "33.01" }?.region == "Provinsi 33.01")
  }

  @Test("parts without a code belong to the one region that bears their parent's name")
  func labels() {
    var part = line(nil, 6)
    (part.region, part.within) = ("Kecamatan Kenanga", "Daerah 33.01")
    var other = part
    other.region = "Kecamatan Mawar"
    other.actual?.value = 5
    var stray = part
    (stray.region, stray.within) = ("Kecamatan Melati", "Kabupaten Entah")
    let found = rollUps([line("33.01", 12), part, other, stray])
    #expect(found.map { "\($0.code ?? "ID") \($0.sum)" } == ["33.01 11.0"])
  }

  @Test("all of them counts with the number that it stands for")
  func all() {
    #expect(rollUps([line("33.01", nil, all: 284), line("33.02", 16)]).map(\.sum) == [300])
  }

  @Test("what counts something else is left out, and told")
  func units() throws {
    let found = try #require(
      rollUps([line("33", 100, unit: "village"), line("33.01", 40), line("33.71", 9, unit: "urban_village")])
        .first)
    #expect(found.sum == 40)
    #expect(found.skipped == 1)
  }

  @Test("one figure alone, percentages, other stages and places without a code add nothing up")
  func nothing() {
    #expect(rollUps([line("33.01", 40)]).isEmpty)
    #expect(rollUps([line("33.01.01", 40), line("33.02.01", 40)]).isEmpty)
    #expect(rollUps([line("33.01", 40), line("33.02", nil)]).isEmpty)
    #expect(rollUps([line("33.01", 40), line("33.02", 9, stage: "launched")]).isEmpty)
  }

  @Test("the order of the lines does not matter", arguments: 0..<5)
  func order(_ seed: UInt64) {
    var generator = Seeded(seed)
    let lines = (1...9).map { line("33.0\($0)", Double($0), unit: $0 < 4 ? "village" : "urban_village") }
    #expect(rollUps(lines.shuffled(using: &generator)) == rollUps(lines))
  }
}
