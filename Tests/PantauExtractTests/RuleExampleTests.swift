import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText
import Testing

@testable import PantauExtract

@Suite struct RuleExampleTests {
  @Test func everyExampleOfEveryRuleHoldsAloneAndTogether() throws {
    let faults = try Fixture.extractor.get().exampleFaults().filter { $0.severity == .fault }
    #expect(faults.map(\.description) == [])
  }

  @Test func everyRuleHasExamplesInEveryPhaseThatRuns() throws {
    let rules = try Fixture.extractor.get().rules.rules
    #expect(Set(rules.map(\.phase)) == Set(Labels.phases))
    #expect(rules.allSatisfy { !$0.matches.isEmpty && !$0.rejects.isEmpty })
  }

  @Test func theProjectsRulesHaveNoFaultAndNothingUseless() throws {
    let gazetteer = try Fixture.extractor.get().gazetteer
    let found = Extractor.check(.builtIn, gazetteer: gazetteer)
    #expect(found.faults.map(\.description) == [])
    #expect(found.warnings.map(\.description) == [])
  }

  /// The project's rules with one more file.
  private static func extractor(_ rules: String) throws -> Extractor {
    let own = RuleFolder.builtIn
    let file = RuleFolder.File(path: "extract/99.yml", displayPath: "rules/extract/99.yml", text: rules)
    return try Extractor(
      rules: RuleFolder(files: own.files + [file], origin: "rules"),
      gazetteer: try Fixture.extractor.get().gazetteer)
  }

  @Test func whatAnExampleGivesIsResolvedFromItsDate() throws {
    let rules = """
      phase: dates
      label: date
      rules:
        - rule: test/moon
          pattern: 'purnama (month:<months>)'
          priority: 90
          matches:
            - text: "rampung ⟦purnama Juli⟧ nanti"
              date: 2025-05-26
              gives: {earliest: 2025-07-01, latest: 2025-07-31, approximate: "no"}
            - text: "rampung ⟦purnama Juli⟧ nanti"
              date: 2026-05-26
              gives: {latest: 2025-07-31}
          rejects: [Juli]
      """
    let faults = try Self.extractor(rules).exampleFaults { $0.name == "test/moon" }
    #expect(faults.map(\.setting) == [.alone, .together])
    #expect(
      faults.map(\.details)
        == Array(repeating: ["gives     latest is '2026-07-31', not '2025-07-31'"], count: 2))
  }

  @Test func whatAnExampleGivesCoversQuantitiesAndOfficials() throws {
    let rules = """
      phase: quantities
      label: quantity
      rules:
        - rule: test/herd
          pattern: '(bound:<bounds>) (value:<number>) (unit:<unit>) gabungan'
          priority: 90
          captures: {value: 2..500, unit: <unit>}
          matches:
            - text: "ada ⟦sedikitnya dua puluh desa gabungan⟧ di sana"
              gives: {value: 20, unit: village, all: "no"}
          rejects: [sedikitnya seribu desa gabungan]
      """
    #expect(try Self.extractor(rules).exampleFaults { $0.name == "test/herd" }.map(\.description) == [])
  }
}
