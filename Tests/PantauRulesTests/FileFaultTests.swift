import PantauRules
import Testing

@Suite struct FileFaultTests {
  /// A good file around the lines of one rule.
  private static func file(_ rule: String) -> String { "phase: one\nlabel: hit\nrules:\n" + rule }

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
        keys: rule, label, pattern, captures, priority, scope, set, unless, matches, rejects, about
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
      "a type for a capture that there is not",
      file(
        "  - rule: test/one\n    pattern: '(day:#number)'\n    captures: {dai: 1..31}\n    matches: [a]\n    rejects: [b]\n"
      ),
      """
      rules/extract/a.yml:6:16: the pattern has no capture 'dai'
            captures: {dai: 1..31}
                       ^
        did you mean 'day'?
      """),
    FaultCase(
      "no type",
      file(
        "  - rule: test/one\n    pattern: '(day:#number)'\n    captures: {day: 31..1}\n    matches: [a]\n    rejects: [b]\n"
      ),
      """
      rules/extract/a.yml:6:21: this is no type of a capture
            captures: {day: 31..1}
                            ^
        write number, 1..31, 1.., ..100 or <label>
      """),
    FaultCase(
      "an unknown label as type",
      file(
        "  - rule: test/one\n    pattern: '(day:#number)'\n    captures: {day: <monts>}\n    matches: [a]\n    rejects: [b]\n"
      ),
      """
      rules/extract/a.yml:6:21: unknown label '<monts>'
            captures: {day: <monts>}
                            ^
        did you mean 'months'?
      """),
    FaultCase(
      "a date that is no day",
      file(
        "  - rule: test/one\n    pattern: a\n    matches: [{text: a, date: 2025-02-30}]\n    rejects: [b]\n"),
      """
      rules/extract/a.yml:6:31: this is no day
            matches: [{text: a, date: 2025-02-30}]
                                      ^
        write it YYYY-MM-DD
      """),
    FaultCase(
      "a key twice",
      file("  - rule: test/one\n    pattern: a\n    pattern: b\n    matches: [a]\n    rejects: [b]\n"),
      """
      rules/extract/a.yml:5:5: the key 'pattern' stands here more than once
            pattern: a
            ^
      """),
  ]

  @Test(arguments: structure) func aFaultInAFileIsShownWhereItStands(fault: FaultCase) {
    #expect(Fixture.faults(fault.yaml) == fault.message)
  }
}
