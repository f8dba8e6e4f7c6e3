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
  /// The words of all patterns, for messages.
  let spellings: Spellings
  let alphabet: Alphabet
  /// The rules by phase and scope.
  let automata: [RuleAutomaton]
  /// Indices in ``automata`` of each phase.
  let phases: [String: [Int]]
  let scratches = ScratchPool()
  private let lexiconLabels: [Bool]
  /// By rule: its instructions, apart from all others.
  let codes: [RuleCode]
  /// What numbers the tests of ``alphabet``.
  private let tests: AlphabetBuilder
  /// By rule: the captures of which a type asks something, by number.
  let typedCaptures: [[(number: Int, type: CaptureType)]]
  /// By rule: whether it has any of those.
  let hasTypedCaptures: [Bool]
  /// The names of all rules' captures, and by name and rule the capture's number, -1 where the rule has none.
  private let captureKeys: [String: Int]
  private let captureNumbers: [Int16]

  init(
    vocabulary: Vocabulary, labels: LabelTable, lexicon: Lexicon, rules: [Rule], codes: [Ahead<RuleCode>],
    splitter: SentenceSplitter, spellings: Spellings
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
    typedCaptures = rules.map { rule in
      rule.captureNames.enumerated().compactMap { number, name in
        rule.captureTypes[name].map { (number, $0) }
      }
    }
    hasTypedCaptures = typedCaptures.map { !$0.isEmpty }
    (captureKeys, captureNumbers) = RuleSet.captures(of: rules)
    var tests = AlphabetBuilder()
    var (automata, phases) = RuleSet.automata(of: rules, codes, &tests)
    self.codes = codes.map { $0.value() }
    alphabet = Alphabet(
      tests, wordCount: vocabulary.count, lexicon: lexicon, isLexicon: flags, rules: rules,
      labelCount: labels.names.count)
    for index in automata.indices { automata[index].seal(width: alphabet.width) }
    self.automata = automata
    self.phases = phases
    self.tests = tests
  }

  /// A rule set with one rule as the only one of its phase, which shares all else with `other`.
  init(_ other: RuleSet, alone rule: Int) {
    vocabulary = other.vocabulary
    labels = other.labels
    lexicon = other.lexicon
    rules = other.rules
    codes = other.codes
    splitter = other.splitter
    readsValues = other.readsValues
    spellings = other.spellings
    alphabet = other.alphabet
    lexiconLabels = other.lexiconLabels
    tests = other.tests
    typedCaptures = other.typedCaptures
    hasTypedCaptures = other.hasTypedCaptures
    captureKeys = other.captureKeys
    captureNumbers = other.captureNumbers
    var tests = other.tests
    var own = RuleAutomaton(scope: rules[rule].scope)
    own.add(rules[rule], index: rule, codes[rule], &tests)
    own.seal(width: alphabet.width)
    automata = other.automata + [own]
    phases = other.phases.merging([rules[rule].phase: [other.automata.count]]) { _, own in own }
  }

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

  /// Each name of a capture as a number, and by that number and rule the number of the rule's capture of this name.
  private static func captures(of rules: [Rule]) -> ([String: Int], [Int16]) {
    var keys: [String: Int] = [:]
    for name in rules.lazy.flatMap(\.captureNames) where keys[name] == nil { keys[name] = keys.count }
    var numbers = [Int16](repeating: -1, count: keys.count * rules.count)
    for (rule, names) in rules.lazy.map(\.captureNames).enumerated() {
      for (number, name) in names.enumerated().reversed() {
        if let key = keys[name] { numbers[key * rules.count + rule] = Int16(number) }
      }
    }
    return (keys, numbers)
  }

  /// What stands for captures of this name, to be asked for once and kept.
  public func captureKey(_ name: String) -> CaptureKey { CaptureKey(number: captureKeys[name] ?? -1) }

  /// The number of a rule's capture; nil where it has none of this name.
  @inline(__always)
  func capture(_ key: CaptureKey, ofRule rule: Int) -> Int? {
    guard key.number >= 0 else { return nil }
    let number = captureNumbers[key.number &* rules.count &+ rule]
    return number < 0 ? nil : Int(number)
  }

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

/// A capture's name, as a number of one ``RuleSet`` and of those made from it.
public struct CaptureKey: Sendable {
  /// Stands for no capture of any rule.
  public static let none = CaptureKey(number: -1)
  let number: Int
}
