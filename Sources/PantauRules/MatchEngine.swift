import PantauText

/// The machinery of one ``MatchScratch``: finds the matches of a phase's rules and settles which of them stay.
struct MatchEngine: ~Copyable {
  private var symbols: SymbolTable
  /// By index in ``RuleSet/automata``.
  private let automata: [AutomatonBox]
  private var search = PhaseSearch()
  private var settling = Settling()

  /// So that automata, which are not copied, can stand in a list.
  private final class AutomatonBox {
    let rules: RuleAutomaton
    var automaton: LazyAutomaton

    init(_ rules: RuleAutomaton, _ alphabet: Alphabet) {
      self.rules = rules
      automaton = LazyAutomaton(rules, alphabet)
    }
  }

  var symbolCount: Int { symbols.count }

  init(_ alphabet: Alphabet, _ automata: [RuleAutomaton]) {
    symbols = SymbolTable(alphabet)
    self.automata = automata.map { AutomatonBox($0, alphabet) }
  }

  /// The symbol of each token.
  mutating func symbols(of text: AnnotatedText) -> [Int32] { symbols.read(text.text, text.matches) }

  /// Brings `symbols` to what they are with the matches from `number` on too.
  mutating func update(
    _ symbols: inout [Int32], with number: Int, _ text: TokenizedText, _ matches: MatchTable
  ) {
    self.symbols.update(&symbols, with: number, text, matches)
  }

  /// Runs the automata of one phase on a text whose symbols are up to date, and adds the matches that stay.
  mutating func run(_ numbers: [Int], of rules: RuleSet, on text: inout AnnotatedText) {
    search.begin(keepsVetoed: text.rivals != nil)
    for number in numbers { run(automata[number], in: text) }
    if rules.readsValues { search.found.removeMisfits(of: rules, in: text) }
    settling.settle(search.found, tokenCount: text.tokens.count)
    for index in 0..<settling.kept.count {
      let candidate = search.found.candidates[Int(settling.kept[index])]
      text.matches.add(
        Match(label: candidate.label, rule: Int32(candidate.rule), range: candidate.range),
        captures: search.found.captures, from: candidate.firstCapture, count: candidate.captureCount)
    }
    if let rivals = text.rivals {
      text.rivals =
        rivals + search.found.vetoed
        + rules.losers(among: search.found.candidates.map { ($0.rule, $0.range) }, in: text)
    }
  }

  private mutating func run(_ box: AutomatonBox, in text: AnnotatedText) {
    text.withMatchInput(box.rules, symbols.view) { input in
      box.automaton.find(in: text, input, &search.hits)
      search.attemptHits(of: box.rules, on: text, input)
    }
  }
}

/// A match that may have to yield to a better one.
struct Candidate {
  var rule: Int
  var label: LabelID
  var priority: Int
  var range: Range<Int>
  var firstCapture: Int
  var captureCount: Int
}

/// What the rules of a phase found, before it is settled what stays.
struct Findings {
  var candidates: [Candidate] = []
  var captures: [(start: Int32, end: Int32)] = []
  /// Whether anyone asks for what was vetoed.
  var keepsVetoed = false
  var vetoed: [Rival] = []
}

/// Settles which of a phase's candidates stay.
struct Settling: ~Copyable {
  /// Indices of candidates: those that stay, in the order of the text.
  private(set) var kept = FlatList<Int32>()
  private var ranked = FlatList<Int32>()
  /// By token: the number of the label for which the token was taken last.
  private var taken = FlatList<UInt32>()
  private var stamp: UInt32 = 0

  /// Keeps those that no better one of their label overlaps.
  mutating func settle(_ found: borrowing Findings, tokenCount: Int) {
    kept.shorten(to: 0)
    ranked.shorten(to: 0)
    taken.extend(to: tokenCount, with: 0)
    found.candidates.withUnsafeBufferPointer { candidates in
      for index in candidates.indices { ranked.append(Int32(truncatingIfNeeded: index)) }
      ranked.sort { Self.precedes(candidates[Int($0)], candidates[Int($1)]) }
      var label: LabelID?
      for place in 0..<ranked.count {
        let candidate = candidates[Int(ranked[place])]
        if candidate.label != label {
          label = candidate.label
          nextStamp()
        }
        if candidate.range.contains(where: { taken[$0] == stamp }) { continue }
        for token in candidate.range { taken[token] = stamp }
        kept.append(ranked[place])
      }
      kept.sort { left, right in
        let (left, right) = (candidates[Int(left)], candidates[Int(right)])
        return left.range.lowerBound == right.range.lowerBound
          ? left.rule < right.rule : left.range.lowerBound < right.range.lowerBound
      }
    }
  }

  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.label != right.label { return left.label < right.label }
    if left.priority != right.priority { return left.priority > right.priority }
    if left.range.count != right.range.count { return left.range.count > right.range.count }
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    return left.rule < right.rule
  }

  private mutating func nextStamp() {
    stamp &+= 1
    guard stamp == 0 else { return }
    for token in 0..<taken.count { taken[token] = 0 }
    stamp = 1
  }
}
