import PantauRules
import Testing

@Suite struct SynonymFileTests {
  private static let rule = """
    phase: one
    label: hit
    rules:
      - {rule: a, pattern: 'ditargetkan <places>', matches: [ya], rejects: [tidak]}

    """

  private static func faults(_ synonyms: String) -> [String] {
    let folder = Fixture.folder(["extract/a.yml": rule, "synonyms.txt": synonyms])
    return RuleCheck(
      folder,
      program: RuleCheck.Program(
        phases: ["one", "two"], given: [], asked: ["hit", "clause-breaks", "months", "places"])
    ).faults.map(\.description)
  }

  @Test(arguments: [
    ("# Janji\nditargetkan|diharapkan|di harapkan\n\ndi desa|didesa\n", []),
    (
      "ditargetkan\n",
      [
        "rules/synonyms.txt:1:1: one form alone\n  ditargetkan\n  ^\n  write the standard form first, then what is read as it: 'first|second|a third'"
      ]
    ),
    (
      "ditargetkan|diharapkan\nharus|wajib|diharapkan\n",
      [
        """
        rules/synonyms.txt:2:13: 'diharapkan' is read as another word already
          harus|wajib|diharapkan
                      ^
          name each form once
        """
      ]
    ),
    (
      "paling lambat|maksimal\n",
      [
        """
        rules/synonyms.txt:1:15: 'maksimal' has fewer words than its standard
          paling lambat|maksimal
                        ^
          it may only be the standard's two words written together
        """
      ]
    ),
    (
      "di ma'af|dima'af\n",
      [
        """
        rules/synonyms.txt:1:10: 'dima'af' has fewer words than its standard
          di ma'af|dima'af
                   ^
          it may only be the standard's two words written together
        """
      ]
    ),
    (
      "harus||mesti\n",
      ["rules/synonyms.txt:1:7: an empty form\n  harus||mesti\n        ^\n  take one '|' out"]
    ),
  ])
  func faultsNameFileLineAndColumn(text: String, expected: [String]) {
    #expect(Self.faults(text) == expected)
  }

  @Test(arguments: [
    ("Ditargetkan Elok", 1), ("diharapkan Elok", 1), ("di harapkan Elok", 1), ("Di Targetkan Elok", 1),
    ("diharapkannya Elok", 0), ("di\nharapkan Elok", 0),
  ])
  func aRuleMatchesEveryFormOfItsWords(text: String, count: Int) throws {
    let rules = try RuleSet.load(
      from: Fixture.folder([
        "extract/a.yml": Self.rule, "synonyms.txt": "ditargetkan|diharapkan|di harapkan|di targetkan\n",
      ]), phases: ["one", "two"], labels: [])
    let matches = Fixture.run(rules, on: text).matches.matches.filter { $0.label == rules.labels["hit"] }
    #expect(matches.count == count)
  }
}
