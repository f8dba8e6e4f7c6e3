import Testing

@testable import PantauRules

@Suite("Rules without their examples")
struct WithoutExamplesTests {
  private static let yaml = """
    phase: one
    label: hit
    rules:
      - rule: test/one
        pattern: 'koperasi <months>'
        matches: ["koperasi Mei",
          "koperasi Juni"]
        rejects:
      # A note that stands further out.
          - koperasi April
        unless: {after: 'lalu'}
      - rule: test/two
        matches:
        - text: "desa Mei"
          date: 2025-05-01

        rejects: [desa]
        pattern: 'desa (m: <months>)'
        set: {matches: "no key of a rule"}
    """

  @Test("nothing is left of them, and each line keeps its number")
  func leavesLines() throws {
    let folder = Fixture.folder(["extract/a.yml": Self.yaml]).withoutExamples()
    let text = try #require(folder.file(at: "extract/a.yml")?.text)
    let kept = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let all = Self.yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(kept.count == all.count)
    let omitted = kept.indices.filter { kept[$0] != all[$0] }.map { $0 + 1 }
    #expect(omitted == [6, 7, 8, 9, 10, 13, 14, 15, 17])
    #expect(omitted.allSatisfy { kept[$0 - 1].isEmpty })
  }

  @Test("the rules match as before, need no examples, and stand where they stood")
  func rulesAreTheSame() throws {
    let folder = Fixture.folder(["extract/a.yml": Self.yaml])
    func load(_ folder: RuleFolder) throws -> RuleSet {
      try RuleSet.load(from: folder, phases: ["one", "two"], labels: [])
    }
    let (whole, bare) = (try load(folder), try load(folder.withoutExamples()))
    #expect(whole.rules.map { $0.matches.count } == [2, 1])
    #expect(bare.rules.allSatisfy { $0.matches.isEmpty && $0.rejects.isEmpty })
    #expect(whole.rules.map(\.location) == bare.rules.map(\.location))
    let text = "Koperasi Mei, koperasi Juni lalu, dan desa Jun."
    #expect(Fixture.hits(whole, on: text) == ["Koperasi Mei", "desa Jun"])
    #expect(Fixture.hits(bare, on: text) == ["Koperasi Mei", "desa Jun"])
  }

  @Test("the program's own rules are half of their text shorter, and no fault shows in them")
  func ownRules() throws {
    let bare = RuleFolder.builtIn.withoutExamples()
    for file in RuleFolder.builtIn.files where file.path.hasSuffix(".yml") {
      let text = try #require(bare.file(at: file.path)?.text)
      #expect(!text.contains("matches:") && !text.contains("rejects:"), "\(file.path)")
      #expect(text.utf8.count { $0 == 0x0A } == file.text.utf8.count { $0 == 0x0A }, "\(file.path)")
    }
    #expect(bare.files.map(\.path) == RuleFolder.builtIn.files.map(\.path))
  }
}

@Suite("A value worked out ahead")
struct AheadTests {
  @Test("is there when it is asked for, each time the same")
  func waits() {
    let ahead = (1...20).map { number in Ahead { (1...number * 1000).reduce(0, +) } }
    #expect(ahead.map { $0.value() } == (1...20).map { $0 * 1000 * ($0 * 1000 + 1) / 2 })
    #expect(ahead[0].value() == 500_500)
  }
}
