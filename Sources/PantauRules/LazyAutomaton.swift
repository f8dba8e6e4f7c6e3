import PantauText

/// The deterministic automaton that a ``RuleAutomaton`` amounts to, as far as texts have made it necessary.
///
/// Its state is the set of places that all rules of the phase may have reached; a step costs one look into a table,
/// however many rules there are. It tells which rules can match from a token on, and errs only by telling too many: what
/// takes more than one token to look at (look-behind, long look-ahead) it takes for true. Those rules are then run by
/// themselves. The method is that of lazily determinised automata, as in RE2 (Russ Cox, "Regular Expression Matching in
/// the Wild", 2010); an element that is an earlier match of several tokens is a place with a delay.
struct LazyAutomaton: ~Copyable {
  /// A rule that can match from a token on.
  struct Hit: BitwiseCopyable {
    var start: Int32
    /// Index in ``RuleAutomaton/members``.
    var member: Int32
  }

  /// The state in which no rule can match any more.
  static let dead: Int32 = 0
  static let unknown: Int32 = -1
  /// Set in the numbers of states in which some rule matches.
  static let matchFlag: Int32 = 1 << 14
  /// Symbols for which a state keeps its steps in a row; further ones, rare, are found by key.
  static let rowWidth = 256
  /// States after which all are forgotten, which bounds the memory to some 10 MB: so many that numbers with the flag take
  /// two bytes.
  static let mostStates = 16_000
  /// The same for what states ask, of which some ask much: 12 MB.
  static let mostAsked = 1_000_000

  /// What a symbol of the ``SymbolTable`` is to the automaton.
  struct Own: BitwiseCopyable {
    /// The state behind a first token of that symbol, ``dead`` where no rule can begin there.
    var entry = LazyAutomaton.unknown
    /// This automaton's own, coarser symbol; -1 for one not met yet.
    var symbol: Int32 = -1
  }

  /// What happens in a state.
  struct State: BitwiseCopyable {
    /// Places in ``places``: instruction and delay as one number each, ascending.
    var places: Stretch
    /// Members in ``members`` that match up to the token before the last step.
    var accepted: Stretch
    /// Members in ``members`` that match up to the text's end; of -1 elements where not known yet.
    var atEnd = Stretch(start: 0, count: -1)
    /// What its places ask of the next token, in ``asked``; of -1 elements where not known yet.
    var asked = Stretch(start: 0, count: -1)
  }

  /// What a place asks of the next token, once instructions that need none are passed.
  struct Asked: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable { case token, label, look, accept }

    var kind: Kind
    /// What the token or match must meet.
    var test: Int32
    /// The place behind it; of a look its instruction, of an acceptance its member.
    var next: UInt32
  }

  /// Elements of a list.
  struct Stretch: BitwiseCopyable {
    var start: Int32
    var count: Int32

    @inline(__always)
    var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(start &+ count))) }
  }

  let rules: RuleAutomaton
  let alphabet: Alphabet
  /// By symbol of the ``SymbolTable``.
  var own = FlatList<Own>()
  var ownNumbers = KeyedNumbers()
  /// One of the table's symbols for each own one, and the state behind a first token of it.
  var examples = FlatList<Int32>()
  var entries = FlatList<Int32>()
  /// What a match of each class adds to the hash of an own symbol; 0 where no rule asks for it.
  let classHashes: FlatList<UInt64>
  /// Next states by state and own symbol.
  var rows = FlatList<Int16>()
  var further = KeyedNumbers()
  var states = FlatList<State>()
  var stateNumbers = KeyedNumbers()
  var places = FlatList<UInt32>()
  var members = FlatList<Int32>()
  var asked = FlatList<Asked>()
  /// Room for one step: instructions to look at, those looked at, places and members found.
  var open = FlatList<Int32>()
  var seen: FlatList<UInt32>
  var stamp: UInt32 = 0
  var nextPlaces = FlatList<UInt32>()
  var nextMembers = FlatList<Int32>()
  /// By member: the search that found it last.
  private var foundBy: FlatList<UInt32>
  private var search: UInt32 = 0

  init(_ rules: RuleAutomaton, _ alphabet: Alphabet) {
    self.rules = rules
    self.alphabet = alphabet
    seen = FlatList(repeating: 0, count: rules.operations.count)
    foundBy = FlatList(repeating: 0, count: rules.members.count)
    classHashes = LazyAutomaton.classHashes(of: alphabet, rules.labelMask.words)
    forgetStates()
  }

  /// Puts into `hits` the rules that can match from each token of `text` on.
  ///
  /// Takes one look for each token at which none can begin, and for the others time in proportion to the tokens that some
  /// rule can cover, ``PatternMatcher/longestMatch`` at most.
  mutating func find(
    in text: AnnotatedText, _ input: MatchInput, _ hits: inout FlatList<Hit>
  ) {
    let (symbols, table) = (input.symbols, input.table)
    hits.shorten(to: 0)
    own.extend(to: table.count, with: Own())
    for sentence in text.text.sentences {
      for token in sentence {
        let entry = own[Int(symbols[token])].entry
        guard entry != Self.dead else { continue }
        let limit =
          rules.scope == .sentence ? sentence.upperBound : text.bounds(of: rules.scope, at: token).upperBound
        find(at: token, limit: limit, symbols, table, &hits)
      }
    }
  }

  /// Adds to `hits` the members that can match from `start` on, within tokens up to `limit`.
  private mutating func find(
    at start: Int, limit: Int, _ symbols: UnsafePointer<Int32>, _ table: SymbolTable.View,
    _ hits: inout FlatList<Hit>
  ) {
    if states.count >= Self.mostStates || asked.count >= Self.mostAsked { forgetStates() }
    var state = own[Int(symbols[start])].entry
    if state == Self.unknown { state = entry(of: symbols[start], table) }
    guard state != Self.dead else { return }
    beginSearch()
    var token = start + 1
    let last = min(limit, start + PatternMatcher.longestMatch - 16)
    while token < last {
      if walk(&state, &token, last, symbols) { return }
      guard token < last else { break }
      let symbol = ownSymbol(symbols[token], table)
      let known =
        symbol < Self.rowWidth ? Int32(rows[Int(state) &* Self.rowWidth &+ Int(symbol)]) : Self.unknown
      let next = known == Self.unknown ? step(state, symbol, table) : known
      state = next & ~Self.matchFlag
      if next != state { add(states[Int(state)].accepted, at: start, &hits) }
      if states[Int(state)].places.count == 0 { return }
      token &+= 1
    }
    if token == limit {
      add(endings(of: state, table), at: start, &hits)
    } else {
      // A match so long is rare: let every rule that is still under way try.
      for place in states[Int(state)].places.range {
        add(rules.memberOfOperation[Int(places[place] >> 8)], at: start, &hits)
      }
    }
  }

  /// Goes on from token to token as long as the next state is known and no rule matches; true where none can any more.
  @inline(__always)
  private func walk(
    _ state: inout Int32, _ token: inout Int, _ last: Int, _ symbols: UnsafePointer<Int32>
  ) -> Bool {
    let (own, rows) = (own.base, rows.base)
    while token < last {
      let symbol = Int(own[Int(symbols[token])].symbol)
      guard UInt(bitPattern: symbol) < UInt(Self.rowWidth) else { return false }
      let next = Int32(rows[Int(state) &* Self.rowWidth &+ symbol])
      guard UInt32(bitPattern: next) &- 1 < UInt32(Self.matchFlag) else { return next == Self.dead }
      state = next
      token &+= 1
    }
    return false
  }

  private mutating func beginSearch() {
    search &+= 1
    guard search == 0 else { return }
    for member in 0..<foundBy.count { foundBy[member] = 0 }
    search = 1
  }

  @inline(__always)
  private mutating func add(_ found: Stretch, at start: Int, _ hits: inout FlatList<Hit>) {
    for index in found.range { add(members[index], at: start, &hits) }
  }

  /// Adds a hit, once in a search.
  @inline(__always)
  private mutating func add(_ member: Int32, at start: Int, _ hits: inout FlatList<Hit>) {
    guard foundBy[Int(member)] != search else { return }
    foundBy[Int(member)] = search
    hits.append(Hit(start: Int32(truncatingIfNeeded: start), member: member))
  }
}
