public import PantauText

/// All rules and lexicons of a folder, compiled; immutable and shared by all threads.
public final class RuleSet: Sendable {
  /// Every word that a lexicon, a pattern or the program names.
  public let vocabulary: Vocabulary
  /// Every label that a lexicon, a rule or the program gives.
  public let labels: LabelTable
  /// The word lists.
  public let lexicon: Lexicon
  /// The rules, by file and within a file in its order.
  public let rules: [Rule]
  /// Words after which a point does not end a sentence.
  public let splitter: SentenceSplitter
  /// Whether some rule asks for the value of a capture.
  public let readsValues: Bool
  let alphabet: Alphabet
  /// The rules by phase and scope.
  let automata: [RuleAutomaton]
  /// Indices in ``automata`` of each phase.
  let phases: [String: [Int]]
  let captures: CaptureTable
  let scratches = ScratchPool()
  private let lexiconLabels: [Bool]
  /// What those ask for who trace, test and describe rules; nil in a set that was read from its compiled form.
  private let workings: Workings?

  /// What a set was compiled from and by.
  struct Workings: Sendable {
    /// By rule: its instructions, apart from all others.
    let codes: [RuleCode]
    /// What numbers the tests of ``RuleSet/alphabet``.
    let tests: AlphabetBuilder
    /// The words of all patterns, for messages.
    let spellings: Spellings
  }

  init(
    vocabulary: Vocabulary, labels: LabelTable, lexicon: Lexicon, rules: [Rule], splitter: SentenceSplitter,
    alphabet: Alphabet, automata: [RuleAutomaton], phases: [String: [Int]], captures: CaptureTable? = nil,
    workings: Workings?
  ) {
    self.vocabulary = vocabulary
    self.labels = labels
    self.lexicon = lexicon
    self.rules = rules
    self.splitter = splitter
    self.alphabet = alphabet
    self.automata = automata
    self.phases = phases
    self.captures = captures ?? CaptureTable(of: rules)
    self.workings = workings
    lexiconLabels = lexicon.flags(of: labels)
    readsValues = rules.contains { !$0.captureTypes.isEmpty }
  }

  /// Joins rules whose instructions may still be written.
  convenience init(
    vocabulary: Vocabulary, labels: LabelTable, lexicon: Lexicon, rules: [Rule], codes: [Ahead<RuleCode>],
    splitter: SentenceSplitter, spellings: Spellings
  ) {
    var tests = AlphabetBuilder()
    var (automata, phases) = RuleSet.automata(of: rules, codes, &tests)
    let alphabet = Alphabet(
      tests, wordCount: vocabulary.count, lexicon: lexicon, isLexicon: lexicon.flags(of: labels),
      rules: rules, labelCount: labels.names.count)
    for index in automata.indices { automata[index].seal(width: alphabet.width) }
    self.init(
      vocabulary: vocabulary, labels: labels, lexicon: lexicon, rules: rules, splitter: splitter,
      alphabet: alphabet, automata: automata, phases: phases,
      workings: Workings(codes: codes.map { $0.value() }, tests: tests, spellings: spellings))
  }

  /// A rule set with one rule as the only one of its phase, which shares all else with `other`, compiled in this process.
  convenience init(_ other: RuleSet, alone rule: Int) {
    guard let workings = other.workings else {
      preconditionFailure("a rule that is to run alone is compiled from its text")
    }
    let rules = other.rules
    var own = RuleAutomaton(scope: rules[rule].scope)
    var tests = workings.tests
    own.add(rules[rule], index: rule, workings.codes[rule], &tests)
    own.seal(width: other.alphabet.width)
    let phases = [rules[rule].phase: [other.automata.count]]
    self.init(
      vocabulary: other.vocabulary, labels: other.labels, lexicon: other.lexicon, rules: rules,
      splitter: other.splitter, alphabet: other.alphabet, automata: other.automata + [own],
      phases: other.phases.merging(phases) { _, own in own }, captures: other.captures,
      workings: other.workings)
  }

  /// What the first token of a rule's match must meet; nil where any can begin one.
  func first(ofRule rule: Int) -> ElementTest? { workings?.codes[rule].first }

  /// The word as the first pattern that names it writes it; nil where none does.
  func spelling(of word: UInt32) -> String? { workings?.spellings[word] }

  /// The rules by phase and scope, and which of those each phase has. A rule is added as soon as its instructions are there, while
  /// those of later ones are still written.
  private static func automata(
    of rules: [Rule], _ codes: [Ahead<RuleCode>], _ tests: inout AlphabetBuilder
  ) -> ([RuleAutomaton], [String: [Int]]) {
    var phases: [String: [Int]] = [:]
    var automata: [RuleAutomaton] = []
    var numbers: [Int] = []
    var sizes: [Int] = []
    for rule in rules {
      let known = phases[rule.phase, default: []].first { automata[$0].scope == rule.scope }
      let number = known ?? automata.count
      if known == nil {
        automata.append(RuleAutomaton(scope: rule.scope))
        sizes.append(0)
        phases[rule.phase, default: []].append(number)
      }
      numbers.append(number)
      sizes[number] += rule.vetoes.reduce(rule.pattern.size) { $0 + $1.pattern.size }
    }
    for (number, size) in sizes.enumerated() { automata[number].reserve(size) }
    // A rule adds some dozen tests that no earlier one has.
    tests.reserve(rules.count * 16)
    for (index, rule) in rules.enumerated() {
      automata[numbers[index]].add(rule, index: index, codes[index].value(), &tests)
    }
    return (automata, phases)
  }

  /// What stands for captures of this name, to be asked for once and kept.
  public func captureKey(_ name: String) -> CaptureKey { captures.key(name) }

  /// The number of a rule's capture; nil where it has none of this name.
  @inline(__always)
  func capture(_ key: CaptureKey, ofRule rule: Int) -> Int? { captures.number(key, ofRule: rule) }

  func isLexicon(_ label: LabelID) -> Bool { Int(label) < lexiconLabels.count && lexiconLabels[Int(label)] }

  /// Tokenises `bytes` (valid UTF-8) and marks what the lexicons know.
  public func annotate(_ bytes: [UInt8]) -> AnnotatedText { annotate([bytes])[0] }

  /// Tokenises texts and marks what the lexicons know; they are matched by one thread at a time.
  public func annotate(_ texts: [[UInt8]]) -> [AnnotatedText] {
    let lease = ScratchLease(scratches)
    let tokenizer = Tokenizer(vocabulary: vocabulary)
    let tokenized = texts.map {
      TokenizedText(
        bytes: $0, tokens: lexicon.synonyms.applied(to: tokenizer.tokens(of: $0)), splitter: splitter)
    }
    return tokenized.map { AnnotatedText($0, rules: self, lease: lease) }
  }
}
