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
      "unknown class in a plain scalar", pattern("desa #capitl"),
      """
      rules/extract/a.yml:5:19: unknown token class '#capitl'
            pattern: desa #capitl
                          ^
        did you mean '#capital'?
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

  static let structure: [FaultCase] = [
    FaultCase(
      "no YAML", "phase: one\nrules: [\n",
      """
      rules/extract/a.yml:3:1: no YAML: did not find expected node content
        \("")
        ^
      """),
    FaultCase(
      "no mapping", "- a\n- b\n",
      """
      rules/extract/a.yml:1:1: the file is no mapping; it begins with 'phase:'
        - a
        ^
      """),
    FaultCase(
      "no phase", "rules: []\n",
      """
      rules/extract/a.yml:1:1: the key 'phase' is missing
        rules: []
        ^
        phases: one, two
      """),
    FaultCase(
      "unknown phase", "phase: onne\nrules: []\n",
      """
      rules/extract/a.yml:1:8: unknown phase 'onne'
        phase: onne
               ^
        did you mean 'one'?
      """),
    FaultCase(
      "unknown key of the file", "phase: one\nmacro: {}\nrules: []\n",
      """
      rules/extract/a.yml:2:1: unknown key 'macro'
        macro: {}
        ^
        did you mean 'macros'?
      """),
    FaultCase(
      "unknown key of a rule",
      file("  - rule: test/one\n    patern: a\n    pattern: a\n    matches: [ya]\n    rejects: [tidak]\n"),
      """
      rules/extract/a.yml:5:5: unknown key 'patern'
            patern: a
            ^
        did you mean 'pattern'?
      """),
    FaultCase(
      "unknown key without a likeness",
      file("  - rule: test/one\n    weight: 5\n    pattern: a\n    matches: [ya]\n    rejects: [tidak]\n"),
      """
      rules/extract/a.yml:5:5: unknown key 'weight'
            weight: 5
            ^
        keys: rule, label, pattern, priority, scope, set, unless, matches, rejects, about
      """),
    FaultCase(
      "no pattern", file("  - rule: test/one\n    matches: [ya]\n    rejects: [tidak]\n"),
      """
      rules/extract/a.yml:4:5: a rule needs the keys 'rule', 'pattern' and 'label'
          - rule: test/one
            ^
      """),
    FaultCase(
      "a rule that is a word", file("  - test/one\n"),
      """
      rules/extract/a.yml:4:5: a rule is a mapping that begins with 'rule:'
          - test/one
            ^
      """),
    FaultCase(
      "no matching example", file("  - rule: test/one\n    pattern: a\n    rejects: [tidak]\n"),
      """
      rules/extract/a.yml:4:5: rule 'test/one' has no 'matches'
          - rule: test/one
            ^
        give at least one text that it must match and one that it must not
      """),
    FaultCase(
      "no rejected example", file("  - rule: test/one\n    pattern: a\n    matches: [ya]\n    rejects: []\n"),
      """
      rules/extract/a.yml:4:5: rule 'test/one' has no 'rejects'
          - rule: test/one
            ^
        give at least one text that it must match and one that it must not
      """),
    FaultCase(
      "examples that are no list",
      file("  - rule: test/one\n    pattern: a\n    matches: ya\n    rejects: [tidak]\n"),
      """
      rules/extract/a.yml:6:14: 'matches' is a list
            matches: ya
                     ^
        write each element on a line of its own after '- '
      rules/extract/a.yml:4:5: rule 'test/one' has no 'matches'
          - rule: test/one
            ^
        give at least one text that it must match and one that it must not
      """),
    FaultCase(
      "an example with an unknown key",
      file(
        "  - rule: test/one\n    pattern: a\n    matches: [{text: ya, field: {}}]\n    rejects: [tidak]\n"),
      """
      rules/extract/a.yml:6:26: unknown key 'field'
            matches: [{text: ya, field: {}}]
                                 ^
        did you mean 'fields'?
      """),
    FaultCase(
      "an example that names an unknown capture",
      file(
        "  - rule: test/one\n    pattern: '(value:a)'\n    matches: [{text: a, fields: {valu: a}}]\n    rejects: [b]\n"
      ),
      """
      rules/extract/a.yml:4:5: an example names the capture 'valu', which the pattern has not
          - rule: test/one
            ^
        did you mean 'value'?
      """),
    FaultCase(
      "an open bracket in an example",
      file("  - rule: test/one\n    pattern: a\n    matches: ['ya ⟦a']\n    rejects: [tidak]\n"),
      """
      rules/extract/a.yml:6:15: brackets come as one pair ⟦ ⟧ around what the rule matches
            matches: ['ya ⟦a']
                      ^
      rules/extract/a.yml:4:5: rule 'test/one' has no 'matches'
          - rule: test/one
            ^
        give at least one text that it must match and one that it must not
      """),
    FaultCase(
      "unknown scope",
      file("  - rule: test/one\n    pattern: a\n    scope: sentense\n    matches: [a]\n    rejects: [b]\n"),
      """
      rules/extract/a.yml:6:12: unknown scope 'sentense'
            scope: sentense
                   ^
        did you mean 'sentence'?
      """),
    FaultCase(
      "a priority in words",
      file("  - rule: test/one\n    pattern: a\n    priority: high\n    matches: [a]\n    rejects: [b]\n"),
      """
      rules/extract/a.yml:6:15: the priority is no whole number
            priority: high
                      ^
      """),
    FaultCase(
      "unknown place of a veto",
      file(
        "  - rule: test/one\n    pattern: a\n    unless: {behind: c}\n    matches: [a]\n    rejects: [b]\n"),
      """
      rules/extract/a.yml:6:14: unknown place 'behind'
            unless: {behind: c}
                     ^
        places: before, after, within, anywhere
      """),
    FaultCase(
      "a macro that captures", "phase: one\nmacros: {n: '(v:#number)'}\nrules: []\n",
      """
      rules/extract/a.yml:2:13: a macro cannot capture
        macros: {n: '(v:#number)'}
                    ^
        capture around @n in the rule
      """),
    FaultCase(
      "a constant that is a list",
      file("  - rule: test/one\n    pattern: a\n    set: {k: [a]}\n    matches: [a]\n    rejects: [b]\n"),
      """
      rules/extract/a.yml:6:14: a value is one string
            set: {k: [a]}
                     ^
      """),
    FaultCase(
      "a key twice",
      file("  - rule: test/one\n    pattern: a\n    pattern: b\n    matches: [a]\n    rejects: [b]\n"),
      """
      rules/extract/a.yml:4:5: the key 'pattern' stands here more than once
          - rule: test/one
            ^
      """),
  ]

  @Test(arguments: structure) func aFaultInAFileIsShownWhereItStands(fault: FaultCase) {
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
