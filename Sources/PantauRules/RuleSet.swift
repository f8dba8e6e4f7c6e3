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
  /// The words of all patterns by their identifiers, for messages.
  let spellings: [UInt32: String]
  let alphabet: Alphabet
  /// The rules by phase and scope.
  let automata: [RuleAutomaton]
  /// Indices in ``automata`` of each phase.
  let phases: [String: [Int]]
  let scratches = ScratchPool()
  private let lexiconLabels: [Bool]

  init(
    vocabulary: Vocabulary, labels: LabelTable, lexicon: Lexicon, rules: [Rule],
    splitter: SentenceSplitter, spellings: [UInt32: String] = [:],
    included: (Int) -> Bool = { _ in true }
  ) {
    self.vocabulary = vocabulary
    self.labels = labels
    self.lexicon = lexicon
    self.rules = rules
    self.splitter = splitter
    self.spellings = spellings
    readsValues = rules.contains { !$0.captureTypes.isEmpty }
    var flags = Array(repeating: false, count: labels.names.count)
    for entry in lexicon.entries { flags[Int(entry.label)] = true }
    lexiconLabels = flags
    var builder = AlphabetBuilder()
    var phases: [String: [Int]] = [:]
    var automata: [RuleAutomaton] = []
    for (index, rule) in rules.enumerated() where included(index) {
      let known = phases[rule.phase, default: []].first { automata[$0].scope == rule.scope }
      let number = known ?? automata.count
      if known == nil {
        automata.append(RuleAutomaton(scope: rule.scope))
        phases[rule.phase, default: []].append(number)
      }
      automata[number].add(rule, index: index, &builder)
    }
    alphabet = Alphabet(
      builder, wordCount: vocabulary.count, lexicon: lexicon, isLexicon: flags, rules: rules,
      labelCount: labels.names.count)
    for index in automata.indices { automata[index].seal(width: alphabet.width) }
    self.automata = automata
    self.phases = phases
  }

  /// The rule set with only those rules that are `included`, by their index; the rules keep their numbers.
  convenience init(_ other: RuleSet, included: (Int) -> Bool) {
    self.init(
      vocabulary: other.vocabulary, labels: other.labels, lexicon: other.lexicon, rules: other.rules,
      splitter: other.splitter, spellings: other.spellings, included: included)
  }

  func isLexicon(_ label: LabelID) -> Bool { Int(label) < lexiconLabels.count && lexiconLabels[Int(label)] }

  /// Tokenises `bytes` (valid UTF-8) and marks what the lexicons know.
  public func annotate(_ bytes: [UInt8]) -> AnnotatedText {
    let tokens = Tokenizer(vocabulary: vocabulary).tokens(of: bytes)
    return AnnotatedText(TokenizedText(bytes: bytes, tokens: tokens, splitter: splitter), rules: self)
  }
}
