import PantauRules
import Testing

@Suite struct RuleCheckTests {
  private static let program = RuleCheck.Program(
    phases: ["one", "two"], given: ["region"], asked: ["hit", "clause-breaks", "months", "places"])

  private static func check(_ files: [String: String]) -> RuleCheck {
    RuleCheck(Fixture.folder(files), program: program)
  }

  private static func warnings(_ files: [String: String]) -> [String] {
    check(files).warnings.map(\.description)
  }

  /// A file of rules, each given by its pattern and its further members.
  private static func file(
    _ rules: [(name: String, members: String)], macros: String = "{}", phase: String = "one"
  )
    -> String
  {
    "phase: \(phase)\nlabel: hit\nmacros: \(macros)\nrules:\n"
      + rules.map { "  - {rule: \($0.name), \($0.members), matches: [ya], rejects: [tidak]}\n" }.joined()
  }

  @Test func aFolderWithoutFaultsHasNone() {
    let check = Self.check(["extract/a.yml": Self.file([("a", "pattern: '<months> <places>'")])])
    #expect(check.faults.map(\.description) == [])
    #expect(check.warnings.map(\.description) == [])
  }

  @Test func faultsComeByFileAndLine() {
    let check = Self.check([
      "extract/b.yml": Self.file([("b", "pattern: '<monts>'"), ("c", "pattern: '#nmber'")]),
      "extract/a.yml": Self.file([("a", "patern: x")]),
    ])
    #expect(
      check.faults.map { "\($0.path):\($0.line ?? 0)" } == [
        "rules/extract/a.yml:5", "rules/extract/a.yml:5", "rules/extract/b.yml:5", "rules/extract/b.yml:6",
      ])
    #expect(check.warnings.isEmpty)
  }

  @Test func whatIsSaidTwiceIsTold() {
    let text = Self.file([
      ("a", "pattern: '(harus | (wajib | mesti) <places> | mesti | \"-\" | \"–\") <months>'")
    ])
    let warnings = Self.warnings([
      "extract/a.yml": text, "synonyms.txt": "harus|mesti\ndi desa|didesa\n",
      "lexicons/months.tsv": "phrase\tnumber\nmei didesa|mei di desa|juni\t5\njuni\t6\nMei di desa\t5\n",
    ])
    #expect(
      warnings == [
        """
        rules/extract/a.yml:5:61: warning: an earlier alternative is the same
            - {rule: a, pattern: '(harus | (wajib | mesti) <places> | mesti | "-" | "–") <months>', matches: [ya], rejects: [tidak]}
                                                                      ^
          take it out; what synonyms.txt reads alike need not be named twice
        """,
        """
        rules/extract/a.yml:5:75: warning: an earlier alternative is the same
            - {rule: a, pattern: '(harus | (wajib | mesti) <places> | mesti | "-" | "–") <months>', matches: [ya], rejects: [tidak]}
                                                                                    ^
          take it out; what synonyms.txt reads alike need not be named twice
        """,
        """
        rules/lexicons/months.tsv:2: warning: 'mei di desa' stands in this row already
          take it out; what synonyms.txt reads alike need not be named twice
        """,
        """
        rules/lexicons/months.tsv:4: warning: 'Mei di desa' stands at rules/lexicons/months.tsv:2 already
          take it out; what synonyms.txt reads alike need not be named twice
        """,
      ])
  }

  @Test func aMacroThatIsNeverCalledIsTold() {
    let text = Self.file([("a", "pattern: '@n'")], macros: "{n: '#number', unused: desa, m: '@n'}")
    #expect(
      Self.warnings(["extract/a.yml": text]) == [
        """
        rules/extract/a.yml:3:24: warning: macro 'unused' is never called
          macros: {n: '#number', unused: desa, m: '@n'}
                                 ^
          remove it, or call it by @unused
        """,
        """
        rules/extract/a.yml:3:38: warning: macro 'm' is never called
          macros: {n: '#number', unused: desa, m: '@n'}
                                               ^
          remove it, or call it by @m
        """,
      ])
  }

  @Test func aWordListThatNothingAsksForIsTold() {
    let files = [
      "lexicons/plces.tsv": "phrase\nelok\n", "extract/a.yml": Self.file([("a", "pattern: desa")]),
    ]
    #expect(
      Self.warnings(files) == [
        "rules/lexicons/plces.tsv: warning: nothing asks for the word list 'plces'\n  did you mean 'places'?"
      ])
  }

  @Test func aRuleWhoseLabelNothingAsksForIsTold() {
    let files = ["extract/a.yml": Self.file([("a", "pattern: desa, label: other")])]
    #expect(
      Self.warnings(files) == [
        """
        rules/extract/a.yml:5:5: warning: nothing asks for the label 'other' of rule 'a'
            - {rule: a, pattern: desa, label: other, matches: [ya], rejects: [tidak]}
              ^
          patterns ask for it by <other>
        """
      ])
  }

  @Test func anElementThatNothingIsWhenTheRuleRunsIsTold() {
    let files = [
      "extract/a.yml": Self.file([("a", "pattern: '<late> desa'"), ("b", "pattern: '<region>'")]),
      "extract/b.yml": Self.file(
        [("c", "pattern: maju, label: late"), ("d", "pattern: '<hit>'")], phase: "two"),
    ]
    #expect(
      Self.warnings(files) == [
        """
        rules/extract/a.yml:5:25: warning: nothing is a '<late>' when phase 'one' runs: phase 'two' gives it
            - {rule: a, pattern: '<late> desa', matches: [ya], rejects: [tidak]}
                                  ^
          a rule sees the matches of earlier phases only
        """
      ])
  }

  @Test func aValueThatNoRowHasIsTold() {
    let files = ["extract/a.yml": Self.file([("a", "pattern: '<places level=citi|village>'")])]
    #expect(
      Self.warnings(files) == [
        """
        rules/extract/a.yml:5:25: warning: no '<places>' has 'citi' in 'level'
            - {rule: a, pattern: '<places level=citi|village>', matches: [ya], rejects: [tidak]}
                                  ^
          did you mean 'city'?
        """
      ])
  }

  @Test(arguments: [
    ("extract/a.yaml", "files of extract/ end in .yml"), ("lexicons/a.csv", "files of lexicons/ end in .tsv"),
    ("catatan.txt", ""),
  ])
  func aFileThatNobodyReadsIsTold(path: String, hint: String) {
    let found = Self.warnings([path: "x", "extract/z.yml": Self.file([("a", "pattern: desa")])])
    #expect(found == ["rules/\(path): warning: nobody reads this file" + (hint.isEmpty ? "" : "\n  \(hint)")])
  }

  // MARK: - Shadowed rules

  @Test(arguments: [
    // the same pattern, later or lower
    ("pattern: 'a b'", "pattern: 'a b'"), ("pattern: 'a b', priority: 5", "pattern: 'a b'"),
    ("pattern: 'a', priority: 5, unless: {after: c}", "pattern: 'a', unless: {after: c}"),
    // a part of each of its texts
    ("pattern: 'b', priority: 5", "pattern: 'a b c'"), ("pattern: '#any', priority: 1", "pattern: 'x | y z'"),
    ("pattern: 'b | c', priority: 5", "pattern: 'a (b | c)'"),
    ("pattern: '<months>', priority: 5", "pattern: 'bulan <months number=5>'"),
    ("pattern: 'a+ b', priority: 5", "pattern: 'a{2,4} b #word'"),
    ("pattern: '#word', priority: 5", "pattern: '#capital #number'"),
    ("pattern: 'a? b', priority: 5, scope: paragraph", "pattern: 'a b'"),
    ("pattern: '(v:a) b', priority: 5", "pattern: '(w:a) b (?= c)'"),
  ])
  func aRuleThatAnotherAlwaysBeatsIsTold(better: String, worse: String) {
    let found = Self.warnings(["extract/a.yml": Self.file([("x/better", better), ("x/worse", worse)])])
    #expect(found.count == 1)
    #expect(found.first?.contains("rule 'x/worse' never wins: where it matches, 'x/better'") == true)
  }

  @Test(arguments: [
    ("pattern: 'a b'", "pattern: 'a b c'"), ("pattern: 'b', priority: 5", "pattern: 'a b?'"),
    ("pattern: 'b', priority: 5, unless: {after: c}", "pattern: 'a b'"),
    ("pattern: 'b', priority: 5, label: other", "pattern: 'a b'"),
    ("pattern: '(?! a) b', priority: 5", "pattern: 'a b'"),
    ("pattern: 'b', priority: 5, scope: clause", "pattern: 'a b'"),
    ("pattern: '<months number=5>', priority: 5", "pattern: '<months>'"),
    ("pattern: '#capital', priority: 5", "pattern: '#word'"),
    ("pattern: 'a{3}', priority: 5", "pattern: 'a a'"),
    ("pattern: '(n:#number) desa', captures: {n: 1..5}, priority: 5", "pattern: '#number desa'"),
    ("pattern: 'a', unless: {after: c}", "pattern: 'a'"),
  ])
  func aRuleThatCanWinIsNot(better: String, worse: String) {
    let files = [
      "extract/a.yml": Self.file([("x/better", better), ("x/worse", worse)]),
      "extract/b.yml": Self.file([("y", "pattern: '<other>*'")], phase: "two"),
    ]
    #expect(Self.warnings(files).filter { $0.contains("never wins") } == [])
  }

  @Test func patternsOfManyChoicesAreComparedInBoundedTime() {
    let wide = "(a | b | c | d){0,30} (a? b? c? d?){0,20} e"
    let files = [
      "extract/a.yml": Self.file([("x", "pattern: '\(wide) f', priority: 5"), ("y", "pattern: '\(wide)'")])
    ]
    #expect(Self.warnings(files) == [])
  }
}
