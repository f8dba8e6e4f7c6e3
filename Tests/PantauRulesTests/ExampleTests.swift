import PantauRules
import Testing

@Suite struct ExampleTests {
  private func faults(matches: String, rejects: String = "[tidak]", others: String = "") throws -> [String] {
    let yaml = """
      phase: one
      label: hit
      rules:
        - rule: test/one
          pattern: '(value:#number) (unit:desa | kelurahan)'
          matches: \(matches)
          rejects: \(rejects)
      """
    let rules = try Fixture.load(yaml + others)
    return rules.exampleFaults(where: { $0.name == "test/one" }, reader: Fixture.reader).map(\.description)
  }

  /// A rule of higher priority that begins in the same place.
  private static let rival = """
    \n  - {rule: test/two, pattern: '#number desa maju', priority: 5, matches: [5 desa maju], rejects: [desa]}
    """

  @Test(arguments: [
    "['64 desa']", "['di ⟦64 desa⟧ itu']", "['“di ⟦64 Kelurahan⟧”']",
    "[{text: 'ada ⟦64 desa⟧', fields: {value: '64', unit: desa}}]", "['5 desa dan ⟦6 desa⟧']",
  ])
  func anExampleThatHoldsIsNoFault(matches: String) throws { #expect(try faults(matches: matches).isEmpty) }

  @Test(arguments: [
    (
      "['belum ada 64 kota']",
      """
      rules/extract/a.yml:6: test/one (alone): it does not match
        text      belum ada 64 kota
        because   after '64', where 'kota' stands, it wants desa or kelurahan
      """
    ),
    (
      "['kini ⟦ada 64 desa⟧']",
      """
      rules/extract/a.yml:6: test/one (alone): it matches other words than those in brackets
        text      kini ada 64 desa
        expected       ~~~~~~~~~~~
        found              ~~~~~~~
      """
    ),
    (
      "[{text: 64 desa, fields: {value: '65'}}]",
      """
      rules/extract/a.yml:6: test/one (alone): it matches, but not with what the example says
        text      64 desa
        found     ~~~~~~~
        capture   value is '64', not '65'
      """
    ),
  ])
  func anExampleThatDoesNotHoldIsToldWithWhatWasFound(matches: String, message: String) throws {
    let together = message.split(separator: "(alone)").joined(separator: "(together)")
    #expect(try faults(matches: matches) == [message, together])
  }

  @Test func aRejectedTextThatMatchesIsAFault() throws {
    #expect(
      try faults(matches: "[5 desa]", rejects: "[tidak, 'ada 64 desa']").first
        == """
        rules/extract/a.yml:7: test/one (alone): it matches, but must not
          text      ada 64 desa
          found         ~~~~~~~
          capture   value is '64'
          capture   unit is 'desa'
        """)
  }

  @Test func anotherRuleThatTakesAnExamplesWordsIsNamed() throws {
    #expect(
      try faults(matches: "['ada ⟦5 desa⟧ maju']", others: Self.rival) == [
        """
        rules/extract/a.yml:6: test/one (together): it does not match
          text      ada 5 desa maju
          expected      ~~~~~~
          because   test/two (rules/extract/a.yml:8) takes '5 desa maju' from '5 desa': \
        test/two has priority 5, this rule 0
        """
      ])
  }

  @Test func aRejectedTextThatOnlyAnotherRuleKeepsAwayIsAWarning() throws {
    let found = try faults(matches: "[5 desa]", rejects: "['5 desa maju']", others: Self.rival)
    #expect(
      found == [
        """
        rules/extract/a.yml:7: warning: test/one (alone): only another rule keeps it from matching what it must not
          text      5 desa maju
          found     ~~~~~~
          capture   value is '5'
          capture   unit is 'desa'
          because   test/two (rules/extract/a.yml:8) takes '5 desa maju' from '5 desa': \
        test/two has priority 5, this rule 0
        """
      ])
  }

  @Test func whatTheProgramMakesOfAMatchIsComparedToo() throws {
    let yaml = """
      phase: one
      label: hit
      rules:
        - rule: test/one
          pattern: '(value:#number) desa'
          matches: [{text: 64 desa, date: 2025-05-26, gives: {value: '64', unit: village}}]
          rejects: [desa]
      """
    let rules = try Fixture.load(yaml)
    let label = try #require(rules.labels["hit"])
    var days: [String?] = []
    let faults = rules.exampleFaults { rules in
      { example in
        days.append(example.date.map { "\($0)" })
        return ExampleReading(
          text: Fixture.reader(rules)(example).text, meanings: [label: [0..<2: ["value": "64", "of": "80"]]])
      }
    }
    #expect(days.first == "2025-05-26")
    #expect(
      faults.first?.details == ["gives     unit is absent (given: of, value), not 'village'"])
  }
}
