import Foundation
import PantauRules
import PantauTestSupport
import Testing
import Yams

@Suite struct SchemaTests {
  /// The project's phases, as its shipped schema names them.
  private static func phases() throws -> [String] {
    let schema = try Self.schema(.extract)
    let properties = try #require(schema["properties"] as? [String: Any])
    return try #require((properties["phase"] as? [String: Any])?["enum"] as? [String])
  }

  private static func schema(_ kind: RuleSchema.Kind) throws -> [String: Any] {
    let file = try #require(RuleFolder.builtIn.file(at: RuleSchema.path(of: kind)))
    return try #require(try JSONSerialization.jsonObject(with: Data(file.text.utf8)) as? [String: Any])
  }

  /// A YAML text as editors read it, by YAML 1.2: days are strings, and so are "yes" and "no".
  private static func value(_ yaml: String) throws -> Any {
    try #require(try Yams.load(yaml: yaml, .default.removing(.timestamp).removing(.bool)))
  }

  @Test(arguments: RuleSchema.Kind.allCases)
  func theShippedSchemaIsTheOneThatTheLoaderGives(kind: RuleSchema.Kind) throws {
    let file = try #require(RuleFolder.builtIn.file(at: RuleSchema.path(of: kind)))
    #expect(file.text == RuleSchema(kind, phases: try Self.phases()).text)
    #expect(SchemaValidator(try Self.schema(kind)).unknownKeywords == [])
  }

  @Test(arguments: [(RuleSchema.Kind.extract, "extract"), (.programme, "programmes")])
  func everyShippedFileIsValidAndNamesItsSchema(kind: RuleSchema.Kind, folder: String) throws {
    let validator = SchemaValidator(try Self.schema(kind))
    let files = RuleFolder.builtIn.files(below: folder, suffix: ".yml")
    #expect(!files.isEmpty)
    for file in files {
      #expect(validator.faults(of: try Self.value(file.text)) == [], "\(file.path)")
      let line = "# yaml-language-server: $schema=../" + RuleSchema.path(of: kind) + "\n"
      #expect(file.text.hasPrefix(line), "\(file.path) does not begin with \(line)")
    }
  }

  static let wrong = [
    "phase: one\nrules: []\nmacro: {}\n", "rules: []\n", "phase: three\nrules: []\n",
    "phase: one\nrules: {}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: a, matches: [a], rejects: []}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, matches: [a], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, patern: a, pattern: a, matches: [a], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: [a], matches: [a], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: a, scope: line, matches: [a], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: a, priority: high, matches: [a], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: a, unless: {behind: c}, matches: [a], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: a, set: {k: [a]}, matches: [a], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: a, matches: [{text: a, feilds: {}}], rejects: [b]}\n",
    "phase: one\nlabel: hit\nrules:\n  - {rule: a, pattern: a, matches: [{text: a, date: besok}], rejects: [b]}\n",
  ]

  @Test(arguments: wrong) func whatTheSchemaRefusesTheLoaderRefusesToo(yaml: String) throws {
    let text = RuleSchema(.extract, phases: ["one", "two"]).text
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(SchemaValidator(schema).faults(of: try Self.value(yaml)) != [])
    #expect(Fixture.faults(yaml) != "")
  }

  @Test func aFileWithEveryKeyIsTakenByBoth() throws {
    let yaml = """
      phase: one
      label: hit
      about: Semua kunci.
      macros: {n: '#number'}
      rules:
        - rule: test/all
          about: Satu aturan.
          label: hit
          pattern: '(value:@n) (unit:desa)'
          captures: {value: 1..99}
          priority: 5
          scope: clause
          set: {kind: plain, order: 4, yes: true}
          unless: {before: pasal, after: orang, within: rusak, anywhere: rupiah}
          matches:
            - 5 desa
            - {text: "⟦6 desa⟧", fields: {value: 6}, date: 2025-05-26, gives: {value: 6}}
          rejects: [desa]
      """
    let text = RuleSchema(.extract, phases: ["one", "two"]).text
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(SchemaValidator(schema).faults(of: try Self.value(yaml)) == [])
    #expect(Fixture.faults(yaml) == "")
  }

  @Test func theValidatorSaysWhereAValueDiffers() {
    let schema: [String: Any] = [
      "type": "object", "required": ["a"], "additionalProperties": false,
      "properties": [
        "a": ["type": "array", "minItems": 2, "items": ["type": "integer"]],
        "b": ["anyOf": [["type": "string", "pattern": "^x"], ["type": "boolean"]]],
      ],
    ]
    let validator = SchemaValidator(schema)
    #expect(validator.faults(of: ["a": [1, 2], "b": "xy"] as [String: Any]) == [])
    #expect(validator.faults(of: ["a": [1, "z"]] as [String: Any]) == ["$.a[1]: not of type integer"])
    #expect(
      validator.faults(of: ["a": [1], "b": "y", "c": 1] as [String: Any]) == [
        "$.a: too few", "$.b: not of the form ^x", "$.b: not of type boolean", "$: unknown key 'c'",
      ])
    #expect(validator.faults(of: [String: Any]()) == ["$: 'a' is missing"])
  }
}
