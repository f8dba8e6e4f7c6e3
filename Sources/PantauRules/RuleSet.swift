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
  let alphabet: Alphabet
  /// The rules by phase and scope.
  let automata: [RuleAutomaton]
  /// Indices in ``automata`` of each phase.
  let phases: [String: [Int]]
  let scratches = ScratchPool()
  private let lexiconLabels: [Bool]

  init(
    vocabulary: Vocabulary, labels: LabelTable, lexicon: Lexicon, rules: [Rule], splitter: SentenceSplitter
  ) {
    self.vocabulary = vocabulary
    self.labels = labels
    self.lexicon = lexicon
    self.rules = rules
    self.splitter = splitter
    var flags = Array(repeating: false, count: labels.names.count)
    for entry in lexicon.entries { flags[Int(entry.label)] = true }
    lexiconLabels = flags
    var builder = AlphabetBuilder()
    var phases: [String: [Int]] = [:]
    var automata: [RuleAutomaton] = []
    for (index, rule) in rules.enumerated() {
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

  func isLexicon(_ label: LabelID) -> Bool { Int(label) < lexiconLabels.count && lexiconLabels[Int(label)] }

  /// Tokenises `bytes` (valid UTF-8) and marks what the lexicons know.
  public func annotate(_ bytes: [UInt8]) -> AnnotatedText {
    let tokens = Tokenizer(vocabulary: vocabulary).tokens(of: bytes)
    return AnnotatedText(TokenizedText(bytes: bytes, tokens: tokens, splitter: splitter), rules: self)
  }
}
