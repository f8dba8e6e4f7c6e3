import PantauRules
import PantauText
import Testing

@Suite struct NearMissTests {
  private static func words(_ yaml: String, rule: String = "test/one", on text: String) throws -> [String] {
    let rules = try Fixture.load(yaml)
    let index = try #require(rules.rules.firstIndex { $0.name == rule })
    let annotated = Fixture.traced(rules, on: text)
    return rules.nearMisses(of: index, in: annotated).map {
      rules.text(of: $0, rule: rules.rules[index], in: annotated)
    }
  }

  @Test(arguments: [
    (
      "sudah #number (desa | kelurahan)", "Kini sudah 64 kota maju.",
      "after 'sudah 64', where 'kota' stands, it wants desa or kelurahan"
    ),
    ("sudah #number desa", "Kini sudah 64", "after 'sudah 64', where the sentence ends, it wants desa"),
    ("sudah #number desa", "Kota itu maju", "no token of the sentence can begin it; it begins with sudah"),
    (
      "sudah <months number=5>", "sudah Juni",
      "after 'sudah', where 'Juni' stands, it wants <months number=5>"
    ),
    (
      "sudah #capital+ desa", "sudah Muara Elok kota",
      "after 'sudah Muara Elok', where 'kota' stands, it wants #capital or desa"
    ),
    (
      "sudah (?! maju | mundur) #word", "sudah maju",
      "after 'sudah', where 'maju' stands, it wants (?! maju | mundur)"
    ),
    (
      "sudah #word? desa \"/\" kota", "sudah di desa itu",
      "after 'sudah di desa', where 'itu' stands, it wants \"/\""
    ),
    (
      "<places> maju", "Muara Elok Hilir mundur",
      "after 'Muara Elok Hilir', where 'mundur' stands, it wants maju"
    ),
    (
      "ada ~bentuk", "ada rapat",
      "after 'ada', where 'rapat' stands, it wants (bentuk | dibentuk | membentukkan | pembentukan | …)"
    ),
    ("sudah #number desa", "Kini sudah 64 desa.", "it matches 'sudah 64 desa'"),
  ])
  func theFurthestTokenAndWhatWasWantedThereAreTold(pattern: String, text: String, words: String) throws {
    #expect(try Self.words(Fixture.rule(pattern), on: text) == [words])
  }

  @Test func everySentenceHasItsOwn() throws {
    let found = try Self.words(Fixture.rule("sudah #number desa"), on: "Sudah 5 desa. Sudah 6 kota.\nBelum.")
    #expect(
      found == [
        "it matches 'Sudah 5 desa'", "after 'Sudah 6', where 'kota' stands, it wants desa",
        "no token of the sentence can begin it; it begins with sudah",
      ])
  }

  @Test(arguments: [
    ("before: pasal", "pasal 33 desa", "its 'unless before: pasal' forbids '33 desa': it finds 'pasal'"),
    ("after: '<months>'", "33 desa Mei", "its 'unless after: <months>' forbids '33 desa': it finds 'Mei'"),
    ("within: '#number'", "33 desa", "its 'unless within: #number' forbids '33 desa': it finds '33'"),
    (
      "anywhere: rugi besar", "33 desa rugi besar",
      "its 'unless anywhere: rugi besar' forbids '33 desa': it finds 'rugi besar'"
    ),
  ])
  func theVetoThatForbadeAMatchIsNamed(veto: String, text: String, words: String) throws {
    let yaml = Fixture.rule("#number desa", extra: "    unless: {\(veto)}\n")
    #expect(try Self.words(yaml, on: text) == [words])
  }

  @Test func ofSeveralVetoesTheOneThatFoundSomethingIsNamed() throws {
    let yaml = Fixture.rule("#number desa", extra: "    unless: {before: pasal, after: orang}\n")
    #expect(
      try Self.words(yaml, on: "33 desa orang") == [
        "its 'unless after: orang' forbids '33 desa': it finds 'orang'"
      ])
  }

  @Test func aCaptureOfAnotherTypeIsNamed() throws {
    let yaml = Fixture.rule("(n:#number) desa", extra: "    captures: {n: 1..5}\n")
    #expect(
      try Self.words(yaml, on: "33 desa") == [
        "its capture 'n' in '33 desa' is not of the type that it must be"
      ])
  }

  @Test func theRuleThatTookThePlaceIsNamed() throws {
    let yaml =
      Fixture.rule("#number desa")
      + "  - {rule: test/two, pattern: 'desa maju sekali', matches: [desa maju sekali], rejects: [desa]}\n"
    #expect(
      try Self.words(yaml, on: "33 desa maju sekali") == [
        "test/two (rules/extract/a.yml:9) takes 'desa maju sekali' from '33 desa': test/two is longer"
      ])
  }

  @Test func aLaterPhasesMatchesAreNotSeen() throws {
    let files = [
      "extract/1.yml": Fixture.rule("sudah <late>"),
      "extract/2.yml": """
      phase: two
      label: late
      rules:
        - {rule: late/one, pattern: maju, matches: [maju], rejects: [desa]}
      """,
    ]
    let rules = try RuleSet.load(from: Fixture.folder(files), phases: ["one", "two"], labels: [])
    var text = Fixture.traced(rules, on: "sudah maju")
    rules.run(phase: "two", on: &text)
    let misses = rules.nearMisses(of: 0, in: text)
    #expect(misses.map(\.outcome) == [.stopped(at: 1, wanted: ["<late>"])])
  }
}

@Suite struct RuleCostTests {
  private static let yaml = """
    phase: one
    label: hit
    rules:
      - {rule: a, pattern: '#number desa', unless: {before: pasal}, matches: [5 desa], rejects: [desa]}
      - {rule: b, pattern: 'desa maju', matches: [desa maju], rejects: [desa]}
      - {rule: c, pattern: 'tak pernah', matches: [tak pernah], rejects: [desa]}
    """

  @Test func hitsLossesTriesAndStepsAreCounted() throws {
    let rules = try Fixture.load(Self.yaml)
    let text = Fixture.traced(rules, on: "5 desa, pasal 6 desa, 7 desa maju, 8 kota")
    let alone = Dictionary(uniqueKeysWithValues: rules.rules.indices.map { ($0, rules.alone($0)) })
    let costs = rules.costs(phase: "one", on: text, alone: alone)
    #expect(costs.map(\.hits) == [2, 0, 0])
    #expect(costs.map(\.lost) == [1, 1, 0])
    #expect(costs.map(\.tries) == [4, 3, 0])
    #expect(costs.map(\.steps) == [8, 6, 0])
    #expect(costs.allSatisfy { $0.time >= .zero })
    let sum = costs[0] + costs[0]
    #expect((sum.hits, sum.lost, sum.tries, sum.steps) == (4, 2, 8, 16))
  }

  @Test func aRuleAloneKeepsItsNumberAndLosesToNobody() throws {
    let rules = try Fixture.load(Self.yaml)
    let text = "7 desa maju"
    #expect(Fixture.hits(rules, on: text) == ["7 desa"])
    let alone = Fixture.traced(rules.alone(1), on: text)
    #expect(alone.matches.matches.filter { $0.rule >= 0 }.map(\.rule) == [1])
  }
}
