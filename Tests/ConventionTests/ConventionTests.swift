import Foundation
import PantauRules
import Testing

@Suite struct ConventionTests {
  private static let sources = Project.swiftFiles(below: "Sources")
  private static let tests = Project.swiftFiles(below: "Tests")

  @Test func noFileIsLongerThan400Lines() {
    #expect(Self.sources.count > 100)
    let long = (Self.sources + Self.tests).filter { $0.lines.count > 401 }
    #expect(long.map { "\($0.path): \($0.lines.count - 1) lines" } == [])
  }

  @Test func everyTestTargetHasTests() {
    let placeholders = Self.tests.filter { $0.path.hasSuffix("/Placeholder.swift") }
    #expect(placeholders.map(\.path) == [])
  }

  // MARK: - The arrows of the target graph

  private static let stages = ["PantauFetch", "PantauClean", "PantauExtract", "PantauMerge"]
  private static let roof = [
    "PantauPipeline", "PantauCLI", "PantauStore", "PantauExport", "PantauEvaluation",
  ]

  /// The modules that a file imports.
  private static func imports(of file: Project.File) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), words.count > keyword + 1,
        words[..<keyword].allSatisfy({ $0.hasPrefix("@") || ["public", "internal", "package"].contains($0) })
      else { return nil }
      return String(words[keyword + 1])
    }
  }

  private static func offences(in folder: String, _ forbidden: [String]) -> [String] {
    sources.filter { $0.path.hasPrefix("Sources/\(folder)/") }.flatMap { file in
      imports(of: file).filter(forbidden.contains).map { "\(file.path) imports \($0)" }
    }
  }

  @Test(arguments: stages) func aStageImportsNoOtherStage(stage: String) {
    #expect(Self.sources.contains { $0.path.hasPrefix("Sources/\(stage)/") })
    #expect(Self.offences(in: stage, Self.stages.filter { $0 != stage } + Self.roof) == [])
  }

  @Test(arguments: [
    ("PantauRecords", ["PantauText", "PantauRules", "PantauGazetteer"]),
    ("PantauText", ["PantauRules", "PantauGazetteer"]),
    ("PantauGazetteer", ["PantauRules"]),
    ("PantauRules", ["PantauGazetteer"]),
  ])
  func aLowerModuleImportsNoHigherOne(module: String, higher: [String]) {
    #expect(Self.offences(in: module, higher + Self.stages + Self.roof) == [])
  }

  @Test(arguments: [
    ("Yams", "PantauRules"), ("GRDB", "PantauStore"), ("ArgumentParser", "PantauCLI"),
    ("Crypto", "PantauFetch"),
    ("CZlib", "PantauFetch"), ("CCurl", "PantauFetch"), ("CBrotli", "PantauFetch"), ("CZstd", "PantauFetch"),
  ])
  func anOutsidePackageHasOneOwner(package: String, owner: String) {
    let users = Self.sources.filter { Self.imports(of: $0).contains(package) }
    #expect(!users.isEmpty)
    #expect(users.map(\.path).filter { !$0.hasPrefix("Sources/\(owner)/") } == [])
  }

  // MARK: - Words live in rules/

  /// Words that are keywords of the record format, or names, in the files that may hold them.
  private static let keywords: [String: Set<String>] = [
    "Sources/PantauGazetteer/Region.swift": [
      "provinsi", "kabupaten", "kota", "kecamatan", "desa", "kelurahan",
    ],
    // A parameter of addresses.
    "Sources/PantauFetch/Addresses/WebAddress+Canonical.swift": ["halaman"],
  ]

  /// Words of the lexicons that English or the code have too.
  private static let shared: Set<String> = [
    "april", "august", "december", "deadline", "february", "january", "march", "november", "october",
    "september",
    "total", "target", "status", "merah", "putih", "koperasi", "indonesia", "program", "programme", "minimal",
    "pantau", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "acting",
    "caption",
    "center", "conditions", "created", "latest", "meter", "national", "publish", "rights", "topic", "twitter",
    "update",
    "video", "batam", "required", "using", "contact", "press", "modified", "updated", "channel", "image",
  ]

  /// Five letters and more: the words of phrases, columns left out.
  private static func indonesianWords() -> Set<String> {
    var words: Set<String> = []
    func add(_ phrases: some StringProtocol) {
      for word in SourceText.words(String(phrases)) where word.count >= 5 { words.insert(word) }
    }
    for file in RuleFolder.builtIn.files(below: "lexicons", suffix: ".tsv") {
      let rows = file.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      for row in rows.dropFirst() { add(row.prefix { $0 != "\t" }) }
    }
    for file in RuleFolder.builtIn.files(below: "clean", suffix: ".txt")
    where !file.path.hasSuffix("hints.txt") {
      for line in RuleFolder.builtIn.lines(at: file.path) { add(line) }
    }
    return words
  }

  /// English words, as the comments of the sources use them, are no sign of Indonesian.
  private static func englishWords() -> Set<String> {
    var words = shared
    for file in sources {
      for line in file.lines {
        let code = line.drop { $0 == " " }
        if code.hasPrefix("//") { words.formUnion(SourceText.words(withoutQuotes(code))) }
      }
    }
    return words
  }

  /// What a comment says itself: without `code`, "quoted words" and (examples in brackets).
  private static func withoutQuotes(_ comment: Substring) -> String {
    var kept = ""
    var closing: Character?
    for character in comment {
      if let end = closing {
        if character == end { closing = nil }
      } else if let end: Character = ["`": "`", "\"": "\"", "(": ")", "*": "*"][character] {
        closing = end
        kept.append(" ")
      } else {
        kept.append(character)
      }
    }
    return kept
  }

  @Test func noSwiftFileHoldsIndonesianWords() {
    let indonesian = Self.indonesianWords().subtracting(Self.englishWords())
    #expect(indonesian.isSuperset(of: ["bupati", "musyawarah", "sementara", "lurah"]))
    var offences: [String] = []
    // The commands' help shows examples of input, and what supports tests holds invented articles.
    let exempt = [
      "Sources/EmbedRules", "Sources/PantauCLI/Commands/", "Sources/PantauCLI/Pantau.swift",
      "Sources/PantauTestSupport/",
    ]
    for file in Self.sources where !exempt.contains(where: file.path.hasPrefix) {
      let allowed = Self.keywords[file.path] ?? []
      for literal in SourceText(file.text).literals {
        for word in SourceText.words(literal.text) where indonesian.contains(word) && !allowed.contains(word)
        {
          offences.append("\(file.path):\(literal.line): '\(word)'")
        }
      }
    }
    #expect(offences == [])
  }

  @Test func literalsAreFoundAndCommentsAreNot() {
    let text = SourceText(
      ##"""
      // "a comment"
      let one = "satu \"dua\" \(tiga)" /* "b" */
      let two = #"empat "lima""#
      let three = """
        enam "tujuh"
        """
      """##)
    let words = text.literals.map { SourceText.words($0.text) }
    #expect(words == [["satu", "dua", "tiga"], ["empat", "lima"], ["enam", "tujuh"]])
    #expect(text.literals.map(\.line) == [2, 3, 4])
  }

  // MARK: - The README

  /// The names that the program's commands go by.
  private static func commandNames() -> [String] {
    sources.filter { $0.path.hasPrefix("Sources/PantauCLI/") }.flatMap { file in
      file.text.split(separator: "commandName: \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
  }

  @Test(.enabled(if: Project.text("README.md") != nil, "there is no README.md yet"))
  func everyCommandIsInTheReadme() {
    let readme = Project.text("README.md") ?? ""
    let names = Self.commandNames()
    #expect(names.count >= 4)
    #expect(names.filter { !readme.contains($0) } == [])
  }
}
