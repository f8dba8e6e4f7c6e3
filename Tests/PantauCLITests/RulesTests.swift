import Foundation
import PantauTestSupport
import Testing

@Suite("rules")
struct RulesTests {
  /// The project's own rules.
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "rules").path

  /// A copy of the project's rules with further files, which replace those of the same name.
  static func rules(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: project, toPath: folder.path("rules"))
    for (name, text) in files { try folder.write(text, to: "rules/" + name) }
    return folder
  }

  /// A file of one rule.
  static func file(_ rule: String) -> String {
    "phase: quantities\nlabel: quantity\nrules:\n  - rule: test/herd\n" + rule
  }

  static let herd = """
        pattern: '(value:<number>) (unit:<unit>) gabungan'
        priority: 90
        matches: [{text: "ada ⟦20 desa gabungan⟧", gives: {value: 20}}]
        rejects: [desa gabungan]
    """

  // MARK: - check

  @Test("the project's rules have neither fault nor warning")
  func checkGood() throws {
    let result = try Command.run(["rules", "check", "--strict", "--rules", Self.project])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.messages == "pantau: 0 faults, 0 warnings\n")
  }

  @Test("faults of all stages come at once, each with its place, and the status is 1")
  func checkFaults() throws {
    let folder = try Self.rules([
      "extract/99-a.yml": Self.file("    patern: '<monts>'\n    pattern: '<monts>'\n"),
      "programmes/x.yml": "programme: x\nnames: [x]\nstage: {}\n", "clean/months.txt": "mei=lima\n",
      "extract/weights.tsv": "feature\tweight\nstage.state\tbanyak\nstage.ordr\t1\n",
    ])
    let result = try Command.run(["rules", "check", "--rules", folder.path("rules")])
    #expect(result.status == 1)
    for wanted in [
      "extract/99-a.yml:5:5: unknown key 'patern'\n", "did you mean 'pattern'?",
      "extract/99-a.yml:6:15: unknown label '<monts>'\n", "has no 'matches'",
      "programmes/x.yml:3:1: unknown key",
      "weights.tsv:3: unknown feature 'stage.ordr'\n", "did you mean 'stage.order'?",
      "clean/months.txt:1: 'mei=lima' is not of the form", "weights.tsv:2: 'stage.state\tbanyak' is no line",
    ] {
      #expect(result.text.contains(wanted), "\(wanted)")
    }
    #expect(result.text.contains("      pattern: '<monts>'\n                ^\n"))
  }

  @Test("warnings are faults only with --strict")
  func checkWarnings() throws {
    let folder = try Self.rules(["lexicons/ternak.tsv": "phrase\nsapi\n"])
    let arguments = ["rules", "check", "--rules", folder.path("rules")]
    let lax = try Command.run(arguments)
    #expect(lax.status == 0)
    #expect(lax.text.contains("ternak.tsv: warning: nothing asks for the word list 'ternak'"))
    #expect(lax.messages == "pantau: 0 faults, 1 warning\n")
    #expect(try Command.run(arguments + ["--strict"]).status == 1)
  }

  @Test(
    "rules beside the program that it does not understand come with a remedy, those that the user named with none"
  )
  func newerRules() throws {
    let folder = try Self.rules(["programmes/x.yml": "programme: x\nnames: [x]\nsubject: {}\n"])
    let text = "echo 'Sebanyak 24 koperasi terbentuk.' > a.txt; "
    let beside = try Command.shell(
      text + "cp \"$P\" . && unset PANTAU_RULES && ./pantau extract a.txt", in: folder.path(""))
    #expect(beside.status == 2)
    #expect(beside.messages.contains("programmes/x.yml:3:1: unknown key 'subject'"))
    #expect(beside.messages.contains("where they are newer than the program, build it again"))
    let named = try Command.run(["extract", folder.path("a.txt"), "--rules", folder.path("rules")])
    #expect(named.status == 2)
    #expect(!named.messages.contains("build it again"))
  }

  // MARK: - test

  @Test("the examples of a new rule are held against it alone and against all rules")
  func testing() throws {
    let good = try Self.rules(["extract/99-a.yml": Self.file(Self.herd)])
    let held = try Command.run(["rules", "test", "test/herd", "--rules", good.path("rules")])
    #expect(held.status == 0)
    #expect(held.messages == "pantau: 2 examples, alone and together: all hold\n")
    let bad = try Self.rules([
      "extract/99-a.yml": Self.file(Self.herd.split(separator: "20 desa").joined(separator: "20 kota"))
    ])
    let result = try Command.run(["rules", "test", "--rules", bad.path("rules")])
    #expect(result.status == 1)
    #expect(
      result.text.contains(
        "extract/99-a.yml:7: test/herd (alone): it does not match\n  text      ada 20 kota gabungan"))
    #expect(result.text.contains("\n  expected      ~~~~~~~~~~~~~~~~\n"))
    #expect(result.text.contains("because   after '20', where 'kota' stands, it wants <unit>"))
  }

  @Test("a new rule that takes another's examples is found out")
  func stealing() throws {
    let thief = """
          pattern: '<number> dari <number> kampung'
          priority: 90
          matches: ["552 dari 999 kampung"]
          rejects: [kampung]
      """
    let folder = try Self.rules(["extract/99-a.yml": Self.file(thief)])
    let result = try Command.run(["rules", "test", "quantity/x-of-y", "--rules", folder.path("rules")])
    #expect(result.status == 1)
    #expect(result.text.contains("quantity/x-of-y (together): it does not match"))
    #expect(!result.text.contains("(alone)"))
    #expect(result.text.contains("test/herd has priority 90, this rule 35"))
  }

  @Test(
    "a rule that there is not is wrong usage",
    arguments: [
      ["rules", "test", "quantity/x-of-z"], ["explain", "--why-not", "quantity/x-of-z", "Sudah"],
    ])
  func unknownRule(arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 64)
    #expect(result.messages.contains("there is no rule 'quantity/x-of-z'; did you mean 'quantity/x-of-y'?"))
  }

  // MARK: - profile

  struct Line: Decodable {
    var rule, phase, location: String
    var hits, lost, tries, steps, microseconds: Int
  }

  @Test("each rule has its hits and its cost")
  func profile() throws {
    let folder = try TemporaryFolder()
    let text = """
      Koperasi Merah Putih terbentuk

      Sebanyak 48 dari 64 kelurahan sudah membentuk Koperasi Merah Putih, kata kepala dinas di kantornya.
      Sebanyak 12 dari 30 desa sudah membentuk Koperasi Merah Putih, dan sisanya segera menyusul.
      """
    try folder.write(text, to: "a.txt")
    try folder.write(text, to: "b.txt")
    func lines(_ inputs: [String]) throws -> [Line] {
      let result = try Command.run(["rules", "profile", "--format", "json"] + inputs)
      #expect(result.status == 0)
      return try result.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }
    let one = try lines([folder.path("a.txt")]).sorted { $0.rule < $1.rule }
    let two = try lines([folder.path]).sorted { $0.rule < $1.rule }
    let found = try #require(one.first { $0.rule == "quantity/x-of-y" })
    #expect(found.hits == 2)
    #expect(found.tries >= 2 && found.steps > found.tries)
    #expect(one.contains { $0.hits == 0 && $0.phase == "dates" })
    #expect(two.map(\.steps) == one.map { $0.steps * 2 })
    #expect(two.map(\.hits) == one.map { $0.hits * 2 })
    let table = try Command.run(["rules", "profile", folder.path])
    #expect(table.lines.first?.hasPrefix("Rule") == true)
    #expect(table.lines.count == one.count + 2)
    #expect(table.messages == "pantau: 2 documents\n")
  }

  // MARK: - diff

  @Test("facts that change come with their fields and their sentence")
  func diff() throws {
    // The part without its whole.
    let rule = """
          pattern: '(value:<number>) dari <number> (unit:<unit>)'
          priority: 99
          matches: [48 dari 64 kelurahan]
          rejects: [64 kelurahan]
      """
    let folder = try Self.rules(["extract/99-a.yml": Self.file(rule)])
    let article =
      "Koperasi Merah Putih Batam\n\nSebanyak 48 dari 64 kelurahan di Kota Batam sudah membentuk "
      + "Koperasi Merah Putih.\nRapat digelar Senin.\n"
    try folder.write(article, to: "berita.txt")
    let arguments = ["rules", "diff", Self.project, folder.path("rules"), folder.path("berita.txt")]
    let result = try Command.run(arguments)
    #expect(result.status == 0)
    #expect(result.lines.first.map(String.init) == folder.path("berita.txt"))
    #expect(result.text.contains("  ~ statement  kind=actual  value=48"))
    #expect(result.text.contains("of=64"))
    #expect(result.text.contains("rule=quantity/x-of-y→test/herd"))
    #expect(
      result.text.contains(
        "\"Sebanyak 48 dari 64 kelurahan di Kota Batam sudah membentuk Koperasi Merah Putih.\""))
    #expect(result.messages.contains(" in 1 of 1 document\n"))
    let json = try Command.run(arguments + ["--format", "json"])
    #expect(json.text.contains("\"change\":\"changed\",\"group\":\"statement\""))
    #expect(json.lines.allSatisfy { $0.contains("\"path\":") })
    let back = try Command.run([
      "rules", "diff", folder.path("rules"), folder.path("rules"), folder.path("berita.txt"),
    ])
    #expect(back.output.isEmpty)
    #expect(back.messages == "pantau: 0 gained, 0 lost, 0 changed in 0 of 1 document\n")
  }

  @Test("a region that only the new rules know is gained, and lost the other way round")
  func diffRegions() throws {
    let folder = try Self.rules(["gazetteer/regions.tsv": ""])
    let table = try String(contentsOfFile: Self.project + "/gazetteer/regions.tsv", encoding: .utf8)
    let without = table.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("21.71\t")
    }
    try folder.write(without.joined(separator: "\n"), to: "rules/gazetteer/regions.tsv")
    try folder.write(
      "Rapat koperasi\n\nRapat digelar di Kota Batam pada Senin pagi dan berjalan sampai sore hari.\n",
      to: "berita.txt")
    let input = folder.path("berita.txt")
    let gained = try Command.run(["rules", "diff", folder.path("rules"), Self.project, input])
    #expect(gained.text.contains("  + region  region='Kota Batam'  code=21.71"))
    let lost = try Command.run(["rules", "diff", Self.project, folder.path("rules"), input])
    #expect(lost.text.contains("  - region  region='Kota Batam'  code=21.71"))
    #expect(
      lost.text.contains("\"Rapat digelar di Kota Batam pada Senin pagi dan berjalan sampai sore hari.\""))
  }

  @Test("an input that cannot be read is listed, and the status is 1")
  func diffFailure() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "kosong.txt")
    let result = try Command.run(["rules", "diff", Self.project, Self.project, folder.path("kosong.txt")])
    #expect(result.status == 1)
    #expect(result.messages.contains("kosong.txt"))
  }

  // MARK: - The walk through a first rule

  @Test("the rule of the guide passes every command that the guide names")
  func guide() throws {
    let path = Self.project + "/../Sources/PantauRules/PantauRules.docc/AddingARule.md"
    let guide = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(guide.firstRange(of: "```\n  - rule:"))
    let end = try #require(guide[start.upperBound...].firstRange(of: "```\n"))
    let rule = guide[start.lowerBound..<end.lowerBound].dropFirst("```\n".count)
    let quantities = try String(contentsOfFile: Self.project + "/extract/20-quantities.yml", encoding: .utf8)
    let folder = try Self.rules([:])
    try folder.write(quantities + rule, to: "rules/extract/20-quantities.yml")
    let sentence = "Di Kota Batam sudah 48 berbanding 64 kelurahan membentuk Koperasi Merah Putih."
    try folder.write("Koperasi di Batam\n\nPendataan masih berjalan. \(sentence)\n", to: "batam.txt")
    #expect(guide.contains("> \(sentence)\n"))
    for arguments in [["check", "--strict"], ["test"], ["test", "quantity/x-against-y"]] {
      let result = try Command.run(["rules"] + arguments + ["--rules", folder.path("rules")])
      #expect(result.status == 0, "\(arguments): \(result.text)")
    }
    let diff = try Command.run([
      "rules", "diff", Self.project, folder.path("rules"), folder.path("batam.txt"),
    ])
    let lines = diff.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix(2)
    #expect(guide.contains(lines.joined(separator: "\n")))
  }

  // MARK: - docs and schema

  @Test("the reference names every rule and does not depend on where the rules lie")
  func docs() throws {
    let folder = try Self.rules([:])
    let here = try Command.run(["rules", "docs", "--rules", Self.project])
    let there = try Command.run(["rules", "docs", "--rules", folder.path("rules")])
    #expect(here.status == 0)
    #expect(here.output == there.output)
    #expect(here.text.contains("\n### quantity/x-of-y\n"))
  }

  @Test("the schemas are those of the rules folder", arguments: ["extract", "programme"])
  func schema(kind: String) throws {
    let result = try Command.run(["rules", "schema", kind])
    #expect(result.status == 0)
    #expect(
      result.text == (try String(contentsOfFile: Self.project + "/schema/\(kind).json", encoding: .utf8)))
  }
}
