import PantauRules
import PantauText
import Testing

@Suite struct CaptureTypeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var pattern: String
    var types: String
    var text: String
    var hits: [String]
    var testDescription: String { "\(types) on \(text)" }

    init(_ pattern: String, _ types: String, _ text: String, _ hits: [String]) {
      self.pattern = pattern
      self.types = types
      self.text = text
      self.hits = hits
    }
  }

  @Test(arguments: [
    Case("(day:#number) mei", "day: 1..31", "26 Mei, 32 Mei, 0 Mei, 31 Mei", ["26 Mei", "31 Mei"]),
    Case("(n:#number) desa", "n: 2..", "1 desa, 2 desa, 80.000 desa", ["2 desa", "80.000 desa"]),
    Case("(n:#number) persen", "n: ..100", "57,02 persen, 120 persen", ["57,02 persen"]),
    Case("(n:#any) desa", "n: number", "dua desa, 5 desa", ["5 desa"]),
    Case("\"(\" (n:#number*) \")\"", "n: number", "desa (5 6) dan desa (7)", ["(7)"]),
    Case(
      "(what:#word+) maju", "what: <months>", "Mei maju, desa maju, Juni maju", ["Mei maju", "Juni maju"]),
    Case("(p:#word{2}) maju", "p: <places level=city>", "Muara Elok maju, di Elok maju", ["Muara Elok maju"]),
    Case(
      "(p:<places>) maju", "p: <places level!=village>", "Elok maju, Muara Elok maju", ["Muara Elok maju"]),
    Case("(n:#number)? desa", "n: 1..5", "desa, 9 desa, 4 desa", ["desa", "desa", "4 desa"]),
  ])
  func aCaptureOfAnotherTypeThrowsTheMatchAway(example: Case) throws {
    let hits = try Fixture.hits(
      example.pattern, on: example.text, extra: "    captures: {\(example.types)}\n")
    #expect(hits == example.hits)
  }

  @Test func theProgramsOwnValuesCount() throws {
    let yaml = Fixture.rule("(n:<number>) desa", extra: "    captures: {n: 20..40}\n")
    let rules = try Fixture.load(yaml, labels: ["number"])
    let label = try #require(rules.labels["number"])
    for (value, count) in [(27.0, 1), (41, 0)] {
      var text = rules.annotate(Array("dua puluh tujuh desa".utf8))
      text.matches.add(Match(label: label, range: 0..<3, payload: 0))
      text.values = (label, [value])
      rules.run(phase: "one", on: &text)
      #expect(text.matches.matches.count { $0.rule >= 0 } == count)
    }
  }

  @Test func aMatchThrownAwayLeavesItsPlaceToOthers() throws {
    let yaml = """
      phase: one
      label: hit
      rules:
        - {rule: a, pattern: '(n:#number) desa', captures: {n: 1..5}, priority: 9, matches: [5 desa], rejects: [desa]}
        - {rule: b, pattern: 'desa maju', matches: [desa maju], rejects: [desa]}
      """
    let rules = try Fixture.load(yaml)
    #expect(Fixture.hits(rules, on: "9 desa maju") == ["desa maju"])
    #expect(Fixture.hits(rules, on: "4 desa maju") == ["4 desa"])
  }
}
