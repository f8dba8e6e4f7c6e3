import PantauRules
import PantauText
import Testing

/// Rules that are written as bytes and read back.
struct CompiledRulesTests {
  /// One rule of each kind that the rule language has.
  static let yaml = """
    phase: one
    label: hit
    macros:
      jumlah: '#number'
    rules:
      - rule: test/whole
        pattern: '(n: @jumlah) (dari (w: @jumlah))? (koperasi | gerai)'
        set: {unit: koperasi}
        captures: {n: 1..500, w: number}
        unless: {before: 'nomor', after: 'rupiah', anywhere: 'batal'}
        matches: [12 koperasi]
        rejects: [nomor 12 koperasi]
      - rule: test/bulan
        label: bulan
        pattern: '#number{1,2} <months number=5>'
        priority: 3
        scope: clause
        matches: [12 Mei]
        rejects: [12 Juni]
      - rule: test/tempat
        pattern: 'di (p: <places level!=district>)'
        captures: {p: <places level=city>}
        scope: paragraph
        matches: [di Muara Elok]
        rejects: [di Elok]
      - rule: test/behind
        pattern: '(?<= bulan) <bulan>? (~bentuk | "dibangun") (?! tahun)'
        matches: [bulan dibentuk]
        rejects: [bulan dibentuk tahun]
    """

  static let files = [
    "extract/a.yml": yaml, "synonyms.txt": "gerai | kios | rumah kedai\n",
  ]

  static func compiled() throws -> RuleSet {
    try RuleSet.load(from: Fixture.folder(files), phases: ["one", "two"], labels: ["angka"])
  }

  /// What is found, with everything that a match tells.
  static func findings(_ rules: RuleSet, _ text: String) -> [String] {
    let annotated = Fixture.run(rules, on: text)
    return annotated.matches.matches.map { match in
      let rule = match.rule >= 0 ? rules.rules[Int(match.rule)] : nil
      let captures = (rule?.captureNames ?? []).map { name in
        annotated.capture(rules.captureKey(name), of: match).map { annotated.text.string($0) } ?? "-"
      }
      return """
        \(rules.labels.names[Int(match.label)]) \(annotated.text.string(match.range)) \(rule?.name ?? "-") \
        \(rule?.location ?? "-") \(rule?.constants["unit"] ?? "-") \(captures)
        """
    }
  }

  @Test(
    "find what the rules found from which they were written",
    arguments: [
      "Bupati meresmikan 12 koperasi dari 80 kios di Muara Elok.", "12 dari 80 rumah kedai sudah buka",
      "nomor 12 koperasi", "12 koperasi rupiah", "12 koperasi batal", "900 koperasi", "pada 12 Mei, 12 Juni",
      "di Muara Elok Hilir, di Elok. Sementara itu di Muara Elok", "bulan dibentuk",
      "bulan pembentukan tahun",
      "Sdr. No. 12 koperasi. Kab. Elok", "",
    ])
  func findings(text: String) throws {
    let rules = try Self.compiled()
    let read = try #require(rules.compiled().withUnsafeBytes { RuleSet(compiled: $0) })
    #expect(Self.findings(read, text) == Self.findings(rules, text))
  }

  @Test("find something at all")
  func something() throws {
    #expect(try Self.findings(Self.compiled(), "12 kios pada 12 Mei di Muara Elok").count >= 5)
  }

  @Test("are known by name and place, but not what their author wrote")
  func rules() throws {
    let rules = try Self.compiled()
    let read = try #require(rules.compiled().withUnsafeBytes { RuleSet(compiled: $0) })
    #expect(read.rules.map(\.name) == rules.rules.map(\.name))
    #expect(read.rules.map(\.location) == rules.rules.map(\.location))
    #expect(read.rules.map(\.captureTypes) == rules.rules.map(\.captureTypes))
    #expect(read.rules.allSatisfy { $0.source.isEmpty && $0.matches.isEmpty })
    #expect(read.readsValues)
  }

  @Test("are none where their bytes were damaged, wherever that is")
  func damaged() throws {
    let bytes = try Self.compiled().compiled()
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var changed = bytes
      changed[place] ^= 16
      #expect(changed.withUnsafeBytes { RuleSet(compiled: $0) } == nil)
      #expect(bytes[..<place].withUnsafeBytes { RuleSet(compiled: $0) } == nil)
    }
    #expect((bytes + [0]).withUnsafeBytes { RuleSet(compiled: $0) } == nil)
  }
}
