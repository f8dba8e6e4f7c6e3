import PantauRules
import PantauText
import Testing

@Suite struct MatchingTests {
  /// A file of many rules, each given as its lines after `- rule: test/N`.
  private func file(_ rules: [String], phase: String = "one") -> String {
    var text = "phase: \(phase)\nlabel: hit\nrules:\n"
    for (index, rule) in rules.enumerated() {
      text += "  - rule: \(phase)/\(index)\n    matches: [ya]\n    rejects: [tidak]\n"
      for line in rule.split(separator: "\n") { text += "    \(line)\n" }
    }
    return text
  }

  private func hits(_ rules: [String], on text: String) throws -> [String] {
    Fixture.hits(try Fixture.load(file(rules)), on: text)
  }

  // MARK: - Overlap

  @Test(arguments: [
    // priority before length
    (["pattern: 'a b'\npriority: 1", "pattern: 'b c d'"], "a b c d", ["a b"]),
    (["pattern: 'a b'", "pattern: 'b c d'\npriority: -1"], "a b c d", ["a b"]),
    // then length
    (["pattern: 'a b'", "pattern: 'b c d'"], "a b c d", ["b c d"]),
    // then position
    (["pattern: 'b c'", "pattern: 'a b'"], "a b c", ["a b"]),
    // a loser frees what it does not share
    (["pattern: 'a b'", "pattern: 'b c'\npriority: 2", "pattern: 'c d'"], "a b c d", ["b c"]),
    (["pattern: 'a'", "pattern: 'c'"], "a b c", ["a", "c"]),
  ])
  func ofOverlappingMatchesOneStays(rules: [String], text: String, expected: [String]) throws {
    #expect(try hits(rules, on: text) == expected)
  }

  @Test func ofEqualMatchesTheFirstRulesStays() throws {
    let rules = try Fixture.load(file(["pattern: 'a b'\nset: {n: '1'}", "pattern: 'a b'\nset: {n: '2'}"]))
    let annotated = Fixture.run(rules, on: "a b")
    let found = annotated.matches.matches.filter { $0.rule >= 0 }
    #expect(found.map { annotated.column("n", of: $0) } == ["1"])
  }

  @Test func matchesOfDifferentLabelsMayOverlap() throws {
    #expect(try hits(["pattern: 'a b'", "pattern: 'b c'\nlabel: other"], on: "a b c") == ["a b"])
    let rules = try Fixture.load(file(["pattern: 'a b'", "pattern: 'b c'\nlabel: other"]))
    #expect(Fixture.run(rules, on: "a b c").matches.matches.count == 2)
  }

  @Test func ofManyOverlappingMatchesNoneOverlaps() throws {
    let rules = try Fixture.load(
      file(["pattern: 'a{1,7}'", "pattern: 'a b a'\npriority: 1", "pattern: 'b a{1,3}?'"]))
    let text = (0..<3000).map { $0 % 11 == 0 ? "b" : "a" }.joined(separator: " ")
    let annotated = Fixture.run(rules, on: text)
    let ranges = annotated.matches.matches.filter { $0.rule >= 0 }.map(\.range)
    #expect(ranges.count > 500)
    for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(one.upperBound <= next.lowerBound) }
  }

  // MARK: - Phases

  @Test func aLaterPhaseSeesTheMatchesOfAnEarlierOne() throws {
    let files = [
      "extract/1.yml": """
      phase: one
      label: count
      rules:
        - {rule: count/n, pattern: '(value:#number) (desa | kelurahan)', set: {kind: plain}, matches: [5 desa], rejects: [desa]}
      """,
      "extract/2.yml": """
      phase: two
      label: hit
      rules:
        - {rule: goal/n, pattern: 'target (what:<count kind=plain>)', matches: [target 5 desa], rejects: [5 desa]}
      """,
    ]
    let rules = try RuleSet.load(from: Fixture.folder(files), phases: ["one", "two"], labels: [])
    var text = rules.annotate(Array("Target 64 kelurahan".utf8))
    rules.run(phase: "two", on: &text)
    #expect(text.matches.matches.filter { $0.label == rules.labels["hit"] }.isEmpty)
    rules.run(phase: "one", on: &text)
    rules.run(phase: "two", on: &text)
    let hit = try #require(text.matches.matches.first { $0.label == rules.labels["hit"] })
    #expect(text.capture("what", of: hit).map(text.text.string) == "64 kelurahan")
    let count = try #require(text.matches.matches.first { $0.label == rules.labels["count"] })
    #expect(text.column("kind", of: count) == "plain")
    #expect(text.capture("value", of: count).map(text.text.string) == "64")
  }

  @Test func aCaptureIsFoundByItsKeyAsByItsName() throws {
    let rules = try Fixture.load(
      file(["pattern: '(value:#number) (what:desa)'", "pattern: '(what:kota) (value:#number)?'"]))
    let text = Fixture.run(rules, on: "64 desa, kota")
    let hits = text.matches.matches.filter { $0.rule >= 0 }
    #expect(hits.count == 2)
    for name in ["value", "what", "unheard"] {
      let key = rules.captureKey(name)
      for hit in hits { #expect(text.capture(key, of: hit) == text.capture(name, of: hit)) }
    }
    #expect(hits.map { text.capture(rules.captureKey("what"), of: $0) } == [1..<2, 3..<4])
    #expect(hits.map { text.capture(rules.captureKey("value"), of: $0) } == [0..<1, nil])
  }

  @Test func aPhaseWithoutRulesFindsNothing() throws {
    let rules = try Fixture.load(Fixture.rule("a"))
    var text = rules.annotate(Array("a".utf8))
    rules.run(phase: "unheard", on: &text)
    #expect(text.matches.matches.isEmpty)
  }

  @Test func theProgramsOwnMatchesAreSeen() throws {
    let rules = try Fixture.load(Fixture.rule("di (place:<region>)"), labels: ["region"])
    var text = rules.annotate(Array("di Muara Elok".utf8))
    let region = try #require(rules.labels["region"])
    text.matches.add(Match(label: region, range: 1..<3, payload: 7))
    rules.run(phase: "one", on: &text)
    let hit = try #require(text.matches.matches.last)
    #expect(text.capture("place", of: hit) == 1..<3)
    #expect(text.entry(of: text.matches.matches[0]) == nil || text.matches.matches[0].label != region)
  }

  // MARK: - Scopes

  @Test(arguments: [
    ("sentence", "target 5 desa. Ada 6 desa", ["target 5 desa"]),
    ("sentence", "target kami. Ada 6 desa", []),
    ("paragraph", "target kami. Ada 6 desa", ["target kami. Ada 6 desa"]),
    ("paragraph", "target kami\nAda 6 desa", []),
    ("clause", "target 5 desa", ["target 5 desa"]),
    ("clause", "target kami sedangkan ada 6 desa", []),
    ("sentence", "target kami sedangkan ada 6 desa", ["target kami sedangkan ada 6 desa"]),
    ("clause", "sedangkan target 5 desa", ["target 5 desa"]),
    ("clause", "target sementara itu 5 desa", []),
  ])
  func aMatchStaysInItsScope(scope: String, text: String, expected: [String]) throws {
    #expect(try hits(["pattern: 'target #any*? #number desa'\nscope: \(scope)"], on: text) == expected)
  }

  @Test func lookAroundStaysInTheScope() throws {
    #expect(try hits(["pattern: '(?<= ada #any?) desa'"], on: "Ada. Desa") == [])
    #expect(try hits(["pattern: 'ada #mark? (?! desa)'"], on: "ada. Desa") == ["ada."])
  }

  // MARK: - Vetoes

  @Test(arguments: [
    ("before", "pasal", "pasal 33 desa, 64 desa", ["64 desa"]),
    ("before", "pasal #any?", "pasal 33 desa, pasal ke 5 desa, pasal dan ayat 64 desa", ["64 desa"]),
    ("after", "orang", "5 desa orang, 6 desa", ["6 desa"]),
    ("within", "33", "33 desa dan 64 desa", ["64 desa"]),
    ("anywhere", "rupiah", "5 desa dapat rupiah", []),
    ("anywhere", "rupiah", "5 desa. Dapat rupiah", ["5 desa"]),
    ("anywhere", "<months>", "Mei 5 desa", []),
    ("within", "<months>", "Mei 5 desa", ["5 desa"]),
  ])
  func aVetoForbidsTheMatch(place: String, veto: String, text: String, expected: [String]) throws {
    #expect(try hits(["pattern: '#number desa'\nunless: {\(place): '\(veto)'}"], on: text) == expected)
  }

  @Test func oneOfManyVetoesIsEnough() throws {
    let rule = "pattern: '#number desa'\nunless: {before: pasal, after: orang}"
    #expect(try hits([rule], on: "pasal 5 desa, 6 desa orang, 7 desa") == ["7 desa"])
  }

  @Test func aVetoedMatchLeavesRoomForALowerOne() throws {
    let rules = ["pattern: '#number desa'\npriority: 5\nunless: {after: maju}", "pattern: 'desa maju'"]
    #expect(try hits(rules, on: "5 desa maju") == ["desa maju"])
  }

  // MARK: - Cost

  @Test(arguments: [
    "(a?){30} a{30} b", "(a*)* b", "((a | a a)+)+ b", "(#any*)* (#any*)* b", "(a | a | a)* (a | a)* b",
    "(?! (a*)* b) (a+)+ b", "(<aa> | a)* b",
  ])
  func noPatternMakesTheSearchExponential(pattern: String) throws {
    let folder = Fixture.folder([
      "extract/a.yml": Fixture.rule(pattern), "lexicons/aa.tsv": "phrase\na\na a\na a a\n",
    ])
    let rules = try RuleSet.load(from: folder, phases: ["one", "two"], labels: [])
    #expect(Fixture.hits(rules, on: Array(repeating: "a", count: 120).joined(separator: " ")).isEmpty)
  }

  @Test func aHundredThousandTokensOfOneLineAreSearched() throws {
    let rules = try Fixture.load(file(["pattern: 'a{1,4} (a?){4} b'", "pattern: 'a c'\nscope: paragraph"]))
    let text = Array(repeating: "a", count: 100_010).joined(separator: " ") + " b"
    #expect(Fixture.hits(rules, on: text) == ["a a a a a a a a b"])
  }

  @Test func countsInsideCountsAreRefusedBeforeTheyFillMemory() {
    #expect(Fixture.faults(Fixture.rule("((a{64}){64}){64}")).contains("the pattern is too large"))
    #expect(
      Fixture.faults(Fixture.rule("(((((a{64}){64}){64}){64}){64}){64}")).contains("the pattern is too large")
    )
    #expect(Fixture.faults(Fixture.rule("(a{20}){20}")).isEmpty)
  }
}
