import Foundation
import PantauRules
import PantauTestSupport
import PantauText
import Testing

@Suite struct RuleFolderTests {
  /// The project's own rules.
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "rules").path

  @Test func theBuiltInCopyEqualsTheFolderOnDisk() throws {
    let disk = try RuleFolder(readingFrom: Self.project)
    #expect(disk.files.count > 40)
    #expect(RuleFolder.builtIn.files.map(\.path) == disk.files.map(\.path))
    for (embedded, file) in zip(RuleFolder.builtIn.files, disk.files) {
      #expect(embedded.text == file.text, "\(file.path)")
      #expect(embedded.displayPath == "built-in:" + file.path)
      #expect(file.displayPath == Self.project + "/" + file.path)
    }
    #expect(RuleFolder.builtIn.origin == "built-in")
    #expect(disk.origin == Self.project)
  }

  @Test func filesAreSortedAndHiddenOnesLeftOut() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.yml", "a/b.txt", ".git/config", "a/.swp", "c.yml"] {
      try folder.write("isi", to: name)
    }
    for path in [folder.path, folder.path + "/"] {
      let rules = try RuleFolder(readingFrom: path)
      #expect(rules.files.map(\.path) == ["a/b.txt", "a/z.yml", "b.txt", "c.yml"])
      #expect(rules.files(below: "a").map(\.path) == ["a/b.txt", "a/z.yml"])
      #expect(rules.files(below: "a", suffix: ".yml").map(\.path) == ["a/z.yml"])
      #expect(rules.file(at: "a/b.txt")?.displayPath == folder.path("a/b.txt"))
      #expect(rules.file(at: "a") == nil)
    }
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("absent")
    do {
      _ = try RuleFolder(readingFrom: path)
      Issue.record("no error")
    } catch {
      #expect(
        error.description
          == "\(path): the rules folder cannot be read; name another with --rules or PANTAU_RULES")
    }
  }

  @Test func aFileInPlaceOfTheFolderIsAnError() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("isi", to: "rules")
    #expect(throws: RuleError.self) { try RuleFolder(readingFrom: path) }
  }

  @Test func aFileThatIsNotUTF8IsAnError() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([0x61, 0xFF, 0x62], to: "a.txt")
    do {
      _ = try RuleFolder(readingFrom: folder.path)
      Issue.record("no error")
    } catch {
      #expect(error.description == "\(path): the file is not UTF-8; save it as UTF-8")
    }
  }

  @Test func plainListsHaveCommentsAndBlankLines() {
    let folder = Fixture.folder(["a.txt": "# satu\n\n  dua kata \r\ntiga\n  # empat\n"])
    #expect(folder.lines(at: "a.txt") == ["dua kata", "tiga"])
    #expect(folder.lines(at: "b.txt").isEmpty)
  }
}

@Suite struct LexiconTests {
  private func lexicon(_ text: String) -> (Lexicon, [RuleError]) {
    var lexicon = Lexicon()
    var labels = LabelTable()
    var vocabulary = Vocabulary()
    var errors: [RuleError] = []
    let file = RuleFolder.File(path: "lexicons/months.tsv", displayPath: "months.tsv", text: text)
    lexicon.read(file, labels: &labels, vocabulary: &vocabulary, errors: &errors)
    return (lexicon, errors)
  }

  @Test func rowsHaveAlternativesAndColumns() {
    let (lexicon, errors) = lexicon("# bulan\nphrase\tnumber\tnote\r\njuni|jun\t6\t\r\n\nmei\t5\n")
    #expect(errors.isEmpty)
    #expect(lexicon.entries.map(\.phrases) == [["juni", "jun"], ["mei"]])
    #expect(lexicon.entries.map(\.columns) == [["number": "6"], ["number": "5"]])
    #expect(lexicon.entries[0].number("number") == 6)
    #expect(lexicon.entries[0].number("note") == nil)
  }

  @Test func aColumnThatIsNoNumberHasNoValue() {
    #expect(lexicon("phrase\tnumber\nmei\tlima\n").0.entries[0].number("number") == nil)
  }

  @Test func phrasesAreFoundInText() throws {
    let rules = try Fixture.load(Fixture.rule("a"))
    let text = rules.annotate(Array("di Muara Elok Hilir, Juni".utf8))
    let found = text.matches.matches.map { text.text.string($0.range) }
    #expect(Set(found) == ["Muara Elok", "Muara Elok Hilir", "Elok", "Juni"])
    let places = try #require(rules.labels["places"])
    let longest = try #require(text.matches.match(places, at: 1))
    #expect(text.text.string(longest.range) == "Muara Elok Hilir")
    #expect(text.column("level", of: longest) == "district")
    #expect(text.column("name", of: longest) == nil)
    #expect(text.matches.match(places, at: 1, end: 3).map { text.text.string($0.range) } == "Muara Elok")
    #expect(text.entry(of: longest)?.phrases == ["muara elok hilir"])
  }

  @Test func abbreviationsComeFromTheirList() throws {
    let rules = try Fixture.load(Fixture.rule("a"))
    let text = rules.annotate(Array("Inpres No. 9 terbit. Kab. Muara maju. Dgn. Baik.".utf8))
    #expect(
      text.text.sentences.map { text.text.string($0) } == [
        "Inpres No. 9 terbit.", "Kab. Muara maju.", "Dgn.", "Baik.",
      ])
  }
}

@Suite struct ProgrammeTests {
  private func read(_ yaml: String) -> ([Programme], [String]) {
    var errors: [RuleError] = []
    let folder = Fixture.folder(["programmes/a.yml": yaml])
    let programmes = Programme.read(from: folder, errors: &errors)
    return (programmes, errors.map(\.description))
  }

  static let yaml = """
    programme: kmp
    title: Koperasi Merah Putih
    since: 2025
    names: [koperasi merah putih, kdmp]
    units:
      cooperative: [koperasi, kdmp]
      village: [desa]
    stages:
      formed:
        state: [terbentuk]
        event: [pembentukan]
      launched:
        state: [diluncurkan]
    """

  @Test func aProgrammeHasNamesUnitsAndStagesInOrder() throws {
    let (programmes, errors) = read(Self.yaml)
    #expect(errors.isEmpty)
    let programme = try #require(programmes.first)
    #expect(programme.identifier == "kmp")
    #expect(programme.since == 2025)
    #expect(programme.stages.map(\.name) == ["formed", "launched"])
    #expect(programme.stages[0].phrases == [.state: ["terbentuk"], .event: ["pembentukan"]])
    #expect(programme.units["village"] == ["desa"])
  }

  @Test func itsExamplesSayWhatATextStates() throws {
    let (programmes, errors) = read(
      Self.yaml + """

        follow: asked
        uncounted: [siswa]
        examples:
          - text: Sudah 12 koperasi terbentuk.
            day: 2025-05-26
            statements: [{kind: actual, stage: formed, value: 12}]
          - text: Sudah 12 siswa datang.
            statements: []
        """)
    #expect(errors == [])
    let programme = try #require(programmes.first)
    #expect(!programme.isDefault)
    #expect(programme.uncounted == ["siswa"])
    #expect(programme.examples.map(\.text) == ["Sudah 12 koperasi terbentuk.", "Sudah 12 siswa datang."])
    #expect(programme.examples[0].statements == [["kind": "actual", "stage": "formed", "value": "12"]])
    #expect(programme.examples[0].day == "2025-05-26")
  }

  @Test(
    arguments: [
      ("follow: mungkin", "unknown follow 'mungkin'"), ("exampels: []", "did you mean 'examples'?"),
      ("examples: [{text: a}]", "the key 'statements' is missing"),
      ("examples: [{text: a, text2: b, statements: []}]", "unknown key 'text2'"),
      ("examples: [{text: a, statements: [{kind: actual, vlaue: 1}]}]", "did you mean 'value'?"),
    ])
  func whatItsKeysCannotBeIsAFault(line: String, message: String) {
    let (_, errors) = read(Self.yaml + "\n" + line)
    #expect(errors.count == 1)
    #expect(errors.first?.contains(message) == true, "\(errors)")
  }

  @Test func itsWordsBecomeLexiconEntries() throws {
    let programme = try #require(read(Self.yaml).0.first)
    var lexicon = Lexicon()
    var labels = LabelTable()
    var vocabulary = Vocabulary()
    programme.addWords(to: &lexicon, labels: &labels, vocabulary: &vocabulary, suffix: "nya")
    func rows(_ label: String) -> [[String: String]] {
      lexicon.entries.filter { $0.label == labels[label] }.map(\.columns)
    }
    #expect(rows("programme") == [["programme": "kmp"]])
    let villages = lexicon.entries.filter { $0.columns["unit"] == "village" }
    #expect(villages.map(\.phrases) == [["desa"], ["desanya"]])
    #expect(villages.map { $0.columns["possessive"] } == [nil, "yes"])
    #expect(
      rows("unit").filter { $0["possessive"] == nil }.map { $0["unit"] } == [
        "cooperative", "cooperative", "village",
      ])
    let stages = rows("stage").filter { $0["possessive"] == nil }
    #expect(stages.map { $0["stage"] } == ["formed", "formed", "launched"])
    #expect(stages.map { $0["aspect"] } == ["event", "state", "state"])
    #expect(rows("stage").count == 2 * stages.count)
  }

  @Test(arguments: [
    (
      "title: x\nnames: [x]\n",
      "rules/programmes/a.yml:1:1: the key 'programme' is missing\n  title: x\n  ^"
    ),
    (
      "programme: kmp\nnames: [x]\nstage: {}\n",
      "rules/programmes/a.yml:3:1: unknown key 'stage'\n  stage: {}\n  ^\n  did you mean 'stages'?"
    ),
    (
      "programme: kmp\nnames: [x]\nstages:\n  formed:\n    done: [a]\n",
      "rules/programmes/a.yml:5:5: unknown key 'done'\n      done: [a]\n      ^\n  keys: state, event, start, pending, light, open"
    ),
    (
      "programme: kmp\nnames: x\n",
      "rules/programmes/a.yml:2:8: 'names' is a list\n  names: x\n         ^\n"
        + "  write each element on a line of its own after '- '"
    ),
    (
      "programme: kmp\nnames: []\n",
      "rules/programmes/a.yml:2:8: 'names' is empty\n  names: []\n         ^"
    ),
    (
      "programme: kmp\nnames: [x]\nsince: lama\n",
      "rules/programmes/a.yml:3:8: 'since' is no whole number\n  since: lama\n         ^"
    ),
    (
      "programme: kmp\nnames: [x]\nunits: [desa]\n",
      "rules/programmes/a.yml:3:8: 'units' is a mapping\n  units: [desa]\n         ^\n  write each member as 'name: value'"
    ),
    (
      "programme: kmp\nnames: [x]\nstages: {built: {state: [jadi]}}\ngoals: {bilt: built}\n",
      "rules/programmes/a.yml:4:9: unknown stage 'bilt'\n  goals: {bilt: built}\n          ^\n  did you mean 'built'?"
    ),
    (
      "programme: kmp\nnames: [x]\nstages: {built: {state: [jadi]}}\nreadings: {site: {built: formed}}\n",
      "rules/programmes/a.yml:4:26: unknown stage 'formed'\n  readings: {site: {built: formed}}\n"
        + "                           ^\n  stages: built, completed"
    ),
  ])
  func aFaultIsShownWhereItStands(yaml: String, message: String) { #expect(read(yaml).1 == [message]) }
}
