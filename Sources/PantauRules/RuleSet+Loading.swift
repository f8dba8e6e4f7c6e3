public import PantauText

extension RuleSet {
  /// Reads and compiles `lexicons/*.tsv` and `extract/*.yml` of a rule folder.
  ///
  /// - Parameters:
  ///   - folder: the rules.
  ///   - phases: the phases that the program runs; a rule in another is a fault.
  ///   - programLabels: labels that the program itself gives (numbers, regions).
  ///   - asked: labels of whose matches the program asks; nil for all. No match is made of a word that only patterns look at.
  ///   - prepare: adds further words and lexicons before patterns are read.
  /// - Returns: the compiled rules.
  /// - Throws: ``RuleErrors`` with all faults of all files.
  public static func load(
    from folder: RuleFolder, phases: [String], labels programLabels: [String], asked: [String]? = nil,
    prepare: (inout Lexicon, inout LabelTable, inout Vocabulary, inout [RuleError]) -> Void = { _, _, _, _ in
    }
  ) throws(RuleErrors) -> RuleSet {
    var loader = RuleLoader(phases: phases, affixes: Affixes(templates: folder.lines(at: "affixes.txt")))
    loader.needsExamples = folder.hasExamples
    let splitter = loader.load(folder, programLabels, asked: asked.map { Set($0) }, prepare)
    guard loader.errors.isEmpty else { throw RuleErrors(loader.errors) }
    loader.lexicon.pack()
    return RuleSet(
      vocabulary: loader.vocabulary, labels: loader.labels, lexicon: loader.lexicon, rules: loader.rules,
      codes: loader.codes, splitter: splitter, spellings: loader.spellings)
  }
}

extension RuleLoader {
  /// Reads a folder's word lists and rules; what is wrong with them is added to the loader's errors.
  mutating func load(
    _ folder: RuleFolder, _ programLabels: [String], asked: Set<String>? = nil,
    _ prepare: (inout Lexicon, inout LabelTable, inout Vocabulary, inout [RuleError]) -> Void
  ) -> SentenceSplitter {
    for name in programLabels { _ = labels.intern(name) }
    if let file = folder.file(at: "synonyms.txt") { read(synonyms: file) }
    // YAML is parsed while the word lists are read: neither needs the other, and each takes as long.
    let sources = folder.files(below: "extract", suffix: ".yml")
    let parsing = Ahead {
      var faults: [RuleError] = []
      return (files: sources.map { RuleFile($0, errors: &faults) }, faults: faults)
    }
    for file in folder.files(below: "lexicons", suffix: ".tsv") {
      lexicon.read(file, labels: &labels, vocabulary: &vocabulary, asked: asked, errors: &errors)
    }
    prepare(&lexicon, &labels, &vocabulary, &errors)
    let (files, faults) = parsing.value()
    errors += faults
    declareLists()
    for file in files { declareLabels(of: file) }
    for file in files { compile(file) }
    var abbreviations: Set<UInt32> = []
    for word in folder.lines(at: "lexicons/abbreviations.txt") {
      abbreviations.insert(vocabulary.intern(word))
    }
    return SentenceSplitter(abbreviations: abbreviations)
  }
}
