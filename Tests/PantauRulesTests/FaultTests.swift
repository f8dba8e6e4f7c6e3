import PantauRules
import Testing

/// A rule file and everything that must be said about it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  var name: String
  var yaml: String
  var message: String

  init(_ name: String, _ yaml: String, _ message: String) {
    self.name = name
    self.yaml = yaml
    self.message = message
  }

  var testDescription: String { name }
}

@Suite struct FaultTests {
  /// A good file around the lines of one rule.
  private static func file(_ rule: String) -> String { "phase: one\nlabel: hit\nrules:\n" + rule }

  private static func pattern(_ pattern: String) -> String {
    file("  - rule: test/one\n    pattern: \(pattern)\n    matches: [ya]\n    rejects: [tidak]\n")
  }

  static let patterns: [FaultCase] = [
    FaultCase(
      "unknown label", pattern("'#number <monts>'"),
      """
      rules/extract/a.yml:5:23: unknown label '<monts>'
            pattern: '#number <monts>'
                              ^
        did you mean 'months'?
      """),
    FaultCase(
      "unknown label without a likeness", pattern("'<zzzzzz>'"),
      """
      rules/extract/a.yml:5:15: unknown label '<zzzzzz>'
            pattern: '<zzzzzz>'
                      ^
      """),
    FaultCase(
      "plain scalar cut by a comment", pattern("desa #capital"),
      """
      rules/extract/a.yml:5:18: the pattern is cut off
            pattern: desa #capital
                         ^
        ' #' begins a comment in YAML; put the pattern in single quotes
      """),
    FaultCase(
      "unknown macro in a plain scalar", pattern("desa<monts>"),
      """
      rules/extract/a.yml:5:18: unknown label '<monts>'
            pattern: desa<monts>
                         ^
        did you mean 'months'?
      """),
    FaultCase(
      "unknown macro behind an escaped quote", pattern("'jum''at @unitt'"),
      """
      rules/extract/a.yml:5:23: unknown macro '@unitt'
            pattern: 'jum''at @unitt'
                              ^
      """),
    FaultCase(
      "behind an escape in double quotes", pattern("\"\\\",\\\" #nomber\""),
      """
      rules/extract/a.yml:5:21: unknown token class '#nomber'
            pattern: "\\",\\" #nomber"
                            ^
        did you mean '#number'?
      """),
    FaultCase(
      "behind letters beyond ASCII", pattern("'nusaé “ #nomber'"),
      """
      rules/extract/a.yml:5:23: unknown token class '#nomber'
            pattern: 'nusaé “ #nomber'
                              ^
        did you mean '#number'?
      """),
    FaultCase(
      "on the second line of a folded block", pattern(">-\n      desa maju\n      #nomber lagi"),
      """
      rules/extract/a.yml:7:7: unknown token class '#nomber'
              #nomber lagi
              ^
        did you mean '#number'?
      """),
    FaultCase(
      "on the second line of quotes", pattern("'desa\n      #nomber'"),
      """
      rules/extract/a.yml:6:7: unknown token class '#nomber'
              #nomber'
              ^
        did you mean '#number'?
      """),
    FaultCase(
      "open bracket", pattern("'desa (maju'"),
      """
      rules/extract/a.yml:5:20: the bracket is not closed
            pattern: 'desa (maju'
                           ^
      """),
    FaultCase(
      "closing bracket alone", pattern("'desa) maju'"),
      """
      rules/extract/a.yml:5:19: unexpected ')'
            pattern: 'desa) maju'
                          ^
      """),
    FaultCase(
      "open quote", pattern("'desa \",'"),
      """
      rules/extract/a.yml:5:20: the quote is not closed
            pattern: 'desa ",'
                           ^
      """),
    FaultCase(
      "empty quote", pattern("'\"\"'"),
      """
      rules/extract/a.yml:5:15: nothing stands in the quotes
            pattern: '""'
                      ^
      """),
    FaultCase(
      "open label", pattern("'<months'"),
      """
      rules/extract/a.yml:5:15: '<' is not closed
            pattern: '<months'
                      ^
      """),
    FaultCase(
      "bare mark", pattern("'desa, kelurahan'"),
      """
      rules/extract/a.yml:5:19: unexpected ','
            pattern: 'desa, kelurahan'
                          ^
        write marks in double quotes: ","
      """),
    FaultCase(
      "root without letters", pattern("'~ bentuk'"),
      """
      rules/extract/a.yml:5:15: a root must follow '~'
            pattern: '~ bentuk'
                      ^
      """),
    FaultCase(
      "constraint without a value", pattern("'<places level>'"),
      """
      rules/extract/a.yml:5:28: a constraint has the form column=value or column!=value
            pattern: '<places level>'
                                   ^
      """),
    FaultCase(
      "constraint on an unknown column", pattern("'<places levl=city>'"),
      """
      rules/extract/a.yml:5:23: label '<places>' has no column 'levl'
            pattern: '<places levl=city>'
                              ^
        did you mean 'level'?
      """),
    FaultCase(
      "constraint on a label without columns", pattern("'<clause-breaks kind=x>'"),
      """
      rules/extract/a.yml:5:30: label '<clause-breaks>' has no column 'kind'
            pattern: '<clause-breaks kind=x>'
                                     ^
        it has no columns
      """),
    FaultCase(
      "count that falls", pattern("'a{4,2}'"),
      """
      rules/extract/a.yml:5:16: a count has the form {2}, {2,4} or {2,}, up to 64
            pattern: 'a{4,2}'
                       ^
      """),
    FaultCase(
      "count below zero", pattern("'a{-1}'"),
      """
      rules/extract/a.yml:5:16: a count has the form {2}, {2,4} or {2,}, up to 64
            pattern: 'a{-1}'
                       ^
      """),
    FaultCase(
      "pattern that is a list", pattern("[desa, maju]"),
      """
      rules/extract/a.yml:5:14: a pattern is one string
            pattern: [desa, maju]
                     ^
      """),
  ]

  @Test(arguments: patterns) func aFaultInAPatternIsShownWithACaret(fault: FaultCase) {
    #expect(Fixture.faults(fault.yaml) == fault.message)
  }

  @Test func aNameIsGivenOnceInAllFiles() {
    let rule = Self.pattern("a")
    let folder = Fixture.folder(["extract/a.yml": rule, "extract/b.yml": rule])
    #expect(throws: RuleErrors.self) { try RuleSet.load(from: folder, phases: ["one"], labels: []) }
    do {
      _ = try RuleSet.load(from: folder, phases: ["one"], labels: [])
    } catch {
      #expect(error.errors.map(\.message) == ["rule 'test/one' is already defined at rules/extract/a.yml:4"])
      #expect(error.errors.map(\.path) == ["rules/extract/b.yml"])
    }
  }

  @Test func allFaultsOfAllFilesAreToldAtOnce() {
    let folder = Fixture.folder([
      "extract/a.yml": Self.pattern("'<monts>'")
        + "  - rule: test/two\n    pattern: '#nmber'\n    weight: 1\n",
      "extract/b.yml": "phase: three\nrules: []\n",
      "extract/c.yml": "phase: [\n",
      "lexicons/bad.tsv": "word\tkind\na\tb\n",
      "lexicons/worse.tsv": "phrase\tkind\na\tb\tc\n",
    ])
    do {
      _ = try RuleSet.load(from: folder, phases: ["one"], labels: [])
      Issue.record("the folder was taken")
    } catch {
      let told = error.errors.map {
        "\($0.path.split(separator: "/").last ?? ""):\($0.line ?? 0) \($0.message)"
      }
      #expect(
        told == [
          "bad.tsv:1 the first column is not 'phrase'", "worse.tsv:2 3 cells, but the header names 2 columns",
          "c.yml:2 no YAML: did not find expected node content", "a.yml:5 unknown label '<monts>'",
          "a.yml:10 unknown key 'weight'", "a.yml:8 rule 'test/two' has no 'matches'",
          "a.yml:9 unknown token class '#nmber'", "b.yml:1 unknown phase 'three'",
        ])
      #expect(error.description.split(separator: "\n").filter { $0.hasPrefix("rules/") }.count == told.count)
    }
  }

  @Test func aFaultWithoutAPlaceNamesTheFileOnly() {
    #expect(
      RuleError(path: "rules", message: "the folder is gone").description == "rules: the folder is gone")
    #expect(RuleError(path: "a.tsv", line: 3, message: "no").description == "a.tsv:3: no")
  }
}
