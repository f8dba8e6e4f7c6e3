import PantauRules
import Testing

@Suite struct RuleReferenceTests {
  private static let yaml = """
    phase: one
    label: hit
    macros: {n: '#number'}
    rules:
      - rule: test/one
        about: A number of villages.
        pattern: '(value:@n) (unit:desa | kelurahan)'
        captures: {value: 2..}
        priority: 7
        set: {kind: plain}
        unless: {before: pasal}
        matches: [{text: "ada ⟦64 desa⟧ itu", fields: {value: 64}}]
        rejects: [pasal 33 desa]
    """

  @Test func aRuleIsDescribedWithAllThatItsFileSays() throws {
    let folder = Fixture.folder(["extract/a.yml": Self.yaml])
    let rules = try RuleSet.load(from: folder, phases: ["one", "two"], labels: [])
    let text = RuleReference(rules, programmes: [], folder: folder, phases: ["one", "two"]).markdown
    let wanted = """
      ## Phase one

      | rule | label | priority | what it finds |
      | --- | --- | --- | --- |
      | [test/one](#testone) | hit | 7 | A number of villages. |

      Macros of `extract/a.yml`:

      - `@n` is `#number`

      ### test/one

      A number of villages.

      ```
      (value:@n) (unit:desa | kelurahan)
      ```

      - stands in `extract/a.yml:5`
      - label `hit`, priority 7, scope sentence
      - captures `value` (2..), `unit`
      - sets `kind` = `plain`
      - not behind `pasal`

      Matches:

      - ada **64 desa** itu — value = 64

      Does not match:

      - pasal 33 desa

      ## Word lists

      | label | rows | columns | what it is |
      | --- | --- | --- | --- |
      | `clause-breaks` | 2 |  |  |
      | `months` | 2 | number | Months |
      | `places` | 3 | level |  |

      """
    #expect(text.hasSuffix(wanted))
    #expect(!text.contains("Phase two"))
  }

  @Test func everyShippedRuleProgrammeAndWordListIsInIt() throws {
    var errors: [RuleError] = []
    let programmes = Programme.read(from: .builtIn, errors: &errors)
    let phases = ["dates", "stages", "officials", "quantities"]
    let given = ["number", "date", "region", "official", "quantity", "unit", "stage", "programme"]
    let rules = try RuleSet.load(from: .builtIn, phases: phases, labels: given) {
      lexicon, labels, vocabulary, _ in
      for programme in programmes {
        programme.addWords(to: &lexicon, labels: &labels, vocabulary: &vocabulary, suffix: "nya")
      }
    }
    let text = RuleReference(rules, programmes: programmes, folder: .builtIn, phases: phases).markdown
    let missing =
      rules.rules.map { "### \($0.name)\n" } + programmes.map { "## Programme \($0.identifier)\n" }
      + RuleFolder.builtIn.files(below: "lexicons", suffix: ".tsv").map {
        "| `\($0.path.split(separator: "/").last?.split(separator: ".").first ?? "")` |"
      }
    #expect(missing.filter { !text.contains($0) } == [])
  }
}
