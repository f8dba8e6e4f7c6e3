public import PantauText

extension RuleSet {
  /// Reads and compiles `lexicons/*.tsv` and `extract/*.yml` of a rule folder.
  ///
  /// - Parameters:
  ///   - folder: the rules.
  ///   - phases: the phases that the program runs; a rule in another is a fault.
  ///   - programLabels: labels that the program itself gives (numbers, regions).
  ///   - prepare: adds further words and lexicons before patterns are read.
  /// - Returns: the compiled rules.
  /// - Throws: ``RuleErrors`` with all faults of all files.
  public static func load(
    from folder: RuleFolder, phases: [String], labels programLabels: [String],
    prepare: (inout Lexicon, inout LabelTable, inout Vocabulary, inout [RuleError]) -> Void = { _, _, _, _ in
    }
  ) throws(RuleErrors) -> RuleSet {
    var loader = RuleLoader(phases: phases, affixes: Affixes(templates: folder.lines(at: "affixes.txt")))
    for name in programLabels { _ = loader.labels.intern(name) }
    for file in folder.files(below: "lexicons", suffix: ".tsv") {
      loader.lexicon.read(
        file, labels: &loader.labels, vocabulary: &loader.vocabulary, errors: &loader.errors)
    }
    prepare(&loader.lexicon, &loader.labels, &loader.vocabulary, &loader.errors)
    loader.declareColumns()
    let files = folder.files(below: "extract", suffix: ".yml").map { RuleFile($0, errors: &loader.errors) }
    for file in files { loader.declareLabels(of: file) }
    for file in files { loader.compile(file) }
    var abbreviations: Set<UInt32> = []
    for word in folder.lines(at: "lexicons/abbreviations.txt") {
      abbreviations.insert(loader.vocabulary.intern(word))
    }
    guard loader.errors.isEmpty else { throw RuleErrors(loader.errors) }
    return RuleSet(
      vocabulary: loader.vocabulary, labels: loader.labels, lexicon: loader.lexicon, rules: loader.rules,
      splitter: SentenceSplitter(abbreviations: abbreviations))
  }
}
