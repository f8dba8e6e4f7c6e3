import PantauRules
import PantauText

/// Rule folders written on the spot.
enum Fixture {
  /// Word lists that the tests' patterns use.
  static let lexicons = [
    "lexicons/months.tsv": "# Months\nphrase\tnumber\nmei\t5\njuni|jun\t6\n",
    "lexicons/places.tsv": "phrase\tlevel\nmuara elok\tcity\nmuara elok hilir\tdistrict\nelok\tvillage\n",
    "lexicons/clause-breaks.tsv": "phrase\nsedangkan\nsementara itu\n",
    "lexicons/abbreviations.txt": "# abbreviations\nno\nkab\n",
    "affixes.txt": "*\ndi*\nmeN*kan\npeN*an\nber*\n",
  ]

  static func folder(_ files: [String: String], lexicons: [String: String] = Fixture.lexicons) -> RuleFolder {
    let all = lexicons.merging(files) { $1 }
    return RuleFolder(
      files: all.map { RuleFolder.File(path: $0.key, displayPath: "rules/" + $0.key, text: $0.value) },
      origin: "rules")
  }

  /// A compiled rule file named `extract/a.yml`.
  static func load(_ yaml: String, labels: [String] = []) throws(RuleErrors) -> RuleSet {
    try RuleSet.load(from: folder(["extract/a.yml": yaml]), phases: ["one", "two"], labels: labels)
  }

  /// What is wrong with a rule file named `extract/a.yml`.
  static func faults(_ yaml: String) -> String {
    do {
      _ = try load(yaml)
      return ""
    } catch {
      return error.description
    }
  }

  /// A file of one rule, `extra` being further lines of it.
  static func rule(_ pattern: String, macros: String = "{}", extra: String = "") -> String {
    """
    phase: one
    label: hit
    macros: \(macros)
    rules:
      - rule: test/one
        pattern: '\(pattern.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'
        matches: [ya]
        rejects: [tidak]
    \(extra)
    """
  }

  /// Reads examples by phase `one`.
  static func reader(_ rules: RuleSet) -> (Rule.Example) -> ExampleReading {
    { ExampleReading(text: traced(rules, on: $0.text)) }
  }

  /// What the rules of phase `one` find in `text`, and what they lose.
  static func traced(_ rules: RuleSet, on text: String) -> AnnotatedText {
    var annotated = rules.annotate(Array(text.utf8))
    annotated.rivals = []
    rules.run(phase: "one", on: &annotated)
    return annotated
  }

  /// What the rules of phase `one` find in `text`.
  static func run(_ rules: RuleSet, on text: String) -> AnnotatedText {
    var annotated = rules.annotate(Array(text.utf8))
    rules.run(phase: "one", on: &annotated)
    return annotated
  }

  /// The words of all matches of the label `hit`.
  static func hits(_ rules: RuleSet, on text: String) -> [String] {
    let annotated = run(rules, on: text)
    return annotated.matches.matches.filter { $0.label == rules.labels["hit"] }.map {
      annotated.text.string($0.range)
    }
  }

  static func hits(_ pattern: String, on text: String, macros: String = "{}", extra: String = "") throws
    -> [String]
  {
    hits(try load(rule(pattern, macros: macros, extra: extra)), on: text)
  }
}
