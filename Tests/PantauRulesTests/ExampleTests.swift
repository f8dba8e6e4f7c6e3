import PantauRules
import Testing

@Suite struct ExampleTests {
  private func faults(matches: String, rejects: String = "[tidak]") throws -> [String] {
    let yaml = """
      phase: one
      label: hit
      rules:
        - rule: test/one
          pattern: '(value:#number) (unit:desa | kelurahan)'
          matches: \(matches)
          rejects: \(rejects)
      """
    let rules = try Fixture.load(yaml)
    return rules.exampleFaults { text, _ in Fixture.run(rules, on: text) }.map(\.description)
  }

  @Test(arguments: [
    "['64 desa']", "['di ⟦64 desa⟧ itu']", "['“di ⟦64 Kelurahan⟧”']",
    "[{text: 'ada ⟦64 desa⟧', fields: {value: '64', unit: desa}}]", "['5 desa dan ⟦6 desa⟧']",
  ])
  func anExampleThatHoldsIsNoFault(matches: String) throws { #expect(try faults(matches: matches).isEmpty) }

  @Test(arguments: [
    ("[desa]", "rules/extract/a.yml:6: rule 'test/one' does not match\n  desa"),
    (
      "['⟦ada 64 desa⟧']",
      "rules/extract/a.yml:6: rule 'test/one' matches '64 desa' instead of what is in brackets\n  ada 64 desa"
    ),
    (
      "[{text: 64 desa, fields: {value: '65'}}]",
      "rules/extract/a.yml:6: capture 'value' is '64', not '65'\n  64 desa"
    ),
  ])
  func anExampleThatDoesNotHoldIsToldWithWhatWasFound(matches: String, message: String) throws {
    #expect(try faults(matches: matches) == [message])
  }

  @Test func aRejectedTextThatMatchesIsAFault() throws {
    #expect(
      try faults(matches: "[5 desa]", rejects: "[tidak, 'ada 64 desa']")
        == ["rules/extract/a.yml:7: rule 'test/one' matches '64 desa', but must not\n  ada 64 desa"])
  }
}
