import Foundation
import PantauRules
import PantauText
import Testing

/// What the guide to the rule language shows must be true.
@Suite struct GuideTests {
  private static let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/PantauRules/PantauRules.docc/RuleLanguage.md")

  @Test func theWorkedExampleHolds() throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    let start = try #require(text.firstRange(of: "```yaml\n"))
    let end = try #require(text[start.upperBound...].firstRange(of: "```\n"))
    let folder = Fixture.folder([
      "extract/20-quantities.yml": String(text[start.upperBound..<end.lowerBound]),
      "lexicons/unit.tsv": "phrase\nkampung\ndesa\n",
    ])
    let rules = try RuleSet.load(from: folder, phases: ["quantities"], labels: ["number"])
    #expect(rules.rules.map(\.name) == ["quantity/x-of-y"])
    let number = try #require(rules.labels["number"])
    let faults = rules.exampleFaults { rules in
      { example in
        var annotated = rules.annotate(Array(example.text.utf8))
        annotated.rivals = []
        for token in annotated.tokens.indices where annotated.tokens[token].kind == .number {
          annotated.matches.add(Match(label: number, range: token..<token + 1))
        }
        rules.run(phase: "quantities", on: &annotated)
        return ExampleReading(text: annotated)
      }
    }
    #expect(faults.map(\.description) == [])
  }

  @Test func theGuideNamesEveryKeyScopeAndPlace() throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    let faults = [
      Fixture.faults("phase: one\nzzzzzz: 1\nrules: []\n"),
      Fixture.faults(
        "phase: one\nrules:\n  - {rule: a, zzzzzz: 1, label: x, pattern: a, matches: [a], rejects: [b]}\n"),
      Fixture.faults(Fixture.rule("a", extra: "    scope: zzzzzz\n")),
      Fixture.faults(Fixture.rule("a", extra: "    unless: {zzzzzz: a}\n")),
    ]
    for fault in faults {
      let hint = try #require(fault.split(separator: "\n").last?.split(separator: ": ").last)
      let names = hint.split(separator: ", ")
      #expect(names.count >= 3, "\(fault)")
      for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
    }
  }
}
