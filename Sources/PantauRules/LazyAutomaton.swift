/// The deterministic automaton that a ``RuleAutomaton`` amounts to, as far as texts have made it necessary.
///
/// Its state is the set of places that all rules of the phase may have reached; a step costs one look into a table,
/// however many rules there are. It tells which rules can match from a token on, and errs only by telling too many: what
/// takes more than one token to look at (look-behind, long look-ahead) it takes for true. Those rules are then run by
/// themselves. The method is that of lazily determinised automata, as in RE2 (Russ Cox, "Regular Expression Matching in
/// the Wild", 2010); an element that is an earlier match of several tokens is a place with a delay.
struct LazyAutomaton: Sendable {
  /// The state in which no rule can match any more.
  private static let dead: Int32 = 0
  /// Where every run begins.
  private static let entry: Int32 = 1
  private static let unknown: Int32 = -1
  /// Symbols for which a state keeps its steps in a row; further ones, rare, are found in a dictionary.
  private static let rowWidth = 256
  /// States after which all are forgotten, which bounds the memory to some 20 MB.
  private static let mostStates = 16_384

  private let rules: RuleAutomaton
  private let alphabet: Alphabet
  /// This automaton's own, coarser symbol for each of the ``SymbolTable``'s; -1 for those not met yet.
  private var ownSymbols: [Int32] = []
  private var numbers: [[UInt64]: Int32] = [:]
  /// One of the table's symbols for each own one.
  private var examples: [Int32] = []
  /// Next states by state and symbol.
  private var rows: [Int32] = []
  private var further: [UInt64: Int32] = [:]
  /// Whether a rule can begin at a token with this symbol of the table.
  private var starts: [Start] = []
  /// The members that ``find(at:limit:_:_:)`` found last.
  private(set) var found: [Int32] = []
  private var outcomes: [Outcome] = []
  /// Places by state: instruction and delay as one number, ascending.
  private var places: [[UInt32]] = []
  /// Members that match up to the token before the last step, by state.
  private var accepted: [[Int32]] = []
  /// Members that match up to the text's end, by state; nil where not known yet.
  private var atEnd: [[Int32]?] = []
  private var states: [StateKey: Int32] = [:]
  private var seen: [UInt32]
  private var stamp: UInt32 = 0

  private enum Start: UInt8 {
    case unknown, never, maybe
  }

  /// What follows from a state.
  private enum Outcome: UInt8 {
    case goesOn
    /// Some members match, and it goes on.
    case accepts
    /// No member is under way any more, and none matches.
    case endsUnmatched
    /// No member is under way any more; some match.
    case ends
  }

  private struct StateKey: Hashable {
    var places: [UInt32]
    var accepted: [Int32]
  }

  init(_ rules: RuleAutomaton, _ alphabet: Alphabet) {
    self.rules = rules
    self.alphabet = alphabet
    seen = Array(repeating: 0, count: rules.operations.count)
    forgetStates()
  }

  private mutating func forgetStates() {
    rows.removeAll(keepingCapacity: true)
    further.removeAll()
    places.removeAll(keepingCapacity: true)
    accepted.removeAll(keepingCapacity: true)
    outcomes.removeAll(keepingCapacity: true)
    atEnd.removeAll(keepingCapacity: true)
    states.removeAll()
    _ = state([], accepted: [])
    _ = state(rules.members.map { UInt32($0.pattern.start) << 8 }, accepted: [])
  }

  /// Makes room for the symbols of `table`; needed before a text, none while it is searched.
  mutating func prepare(_ table: SymbolTable) {
    let missing = table.count - starts.count
    if missing > 0 { starts.append(contentsOf: repeatElement(.unknown, count: missing)) }
    while ownSymbols.count < table.count { ownSymbols.append(-1) }
  }

  /// Puts into `tokens` those of the first `count` at which a rule can begin, as far as the token tells.
  mutating func findStarts(
    among count: Int, _ symbols: UnsafePointer<Int32>, _ table: SymbolTable, _ tokens: inout [Int32]
  ) {
    tokens.removeAll(keepingCapacity: true)
    var hasUnknown = false
    starts.withUnsafeBufferPointer { starts in
      for token in 0..<count {
        let start = starts[Int(symbols[token])]
        guard start != .never else { continue }
        if start == .unknown { hasUnknown = true }
        tokens.append(Int32(truncatingIfNeeded: token))
      }
    }
    guard hasUnknown else { return }
    tokens.removeAll { token in
      let symbol = symbols[Int(token)]
      return starts[Int(symbol)] == .unknown ? !begins(symbol, table) : starts[Int(symbol)] == .never
    }
  }

  private mutating func begins(_ symbol: Int32, _ table: SymbolTable) -> Bool {
    var state = Self.entry
    let isDead = step(&state, ownSymbol(symbol, table), table) == Self.dead
    starts[Int(symbol)] = isDead ? .never : .maybe
    return !isDead
  }

  /// Puts into ``found`` the members that can match from `start` on, within tokens up to `limit`.
  ///
  /// Takes time in proportion to the tokens that some rule can cover, ``PatternMatcher/longestMatch`` at most.
  mutating func find(at start: Int, limit: Int, _ symbols: UnsafePointer<Int32>, _ table: SymbolTable) {
    while found.popLast() != nil {}
    var state = Self.entry
    var token = start
    let last = min(limit, start + PatternMatcher.longestMatch - 16)
    while true {
      if walk(&state, &token, last, symbols) { return }
      guard token < last else { break }
      let symbol = ownSymbol(symbols[token], table)
      var next = Self.unknown
      if symbol < Self.rowWidth { next = rows[Int(state) &* Self.rowWidth &+ Int(symbol)] }
      if next == Self.unknown { next = step(&state, symbol, table) }
      state = next
      switch outcomes[Int(state)] {
      case .goesOn: break
      case .accepts:
        if token > start { add(accepted[Int(state)]) }
      case .endsUnmatched: return
      case .ends:
        if token > start { add(accepted[Int(state)]) }
        return
      }
      token &+= 1
    }
    if token == limit {
      if token > start { add(endings(of: state)) }
    } else {
      // A match so long is rare: let every rule that is still under way try.
      add(places[Int(state)].map { rules.memberOfOperation[Int($0 >> 8)] })
    }
  }

  /// Goes on from token to token as long as the next state is known and tells nothing but to go on; true where it ends
  /// without a match.
  @inline(__always)
  private func walk(
    _ state: inout Int32, _ token: inout Int, _ last: Int, _ symbols: UnsafePointer<Int32>
  ) -> Bool {
    ownSymbols.withUnsafeBufferPointer { own in
      rows.withUnsafeBufferPointer { rows in
        outcomes.withUnsafeBufferPointer { outcomes in
          while token < last {
            let symbol = Int(own[Int(symbols[token])])
            guard UInt(bitPattern: symbol) < UInt(Self.rowWidth) else { return false }
            let next = rows[Int(state) &* Self.rowWidth &+ symbol]
            guard next != Self.unknown else { return false }
            let outcome = outcomes[Int(next)]
            guard outcome == .goesOn else { return outcome == .endsUnmatched }
            state = next
            token &+= 1
          }
          return false
        }
      }
    }
  }

  private mutating func add(_ members: [Int32]) {
    for member in members where !found.contains(member) { found.append(member) }
  }

  // MARK: - Symbols

  @inline(__always)
  private mutating func ownSymbol(_ symbol: Int32, _ table: SymbolTable) -> Int32 {
    let known = ownSymbols[Int(symbol)]
    return known >= 0 ? known : makeSymbol(symbol, table)
  }

  /// The tests that this automaton's rules name, and the lengths of matches that meet one of them, decide.
  private mutating func makeSymbol(_ symbol: Int32, _ table: SymbolTable) -> Int32 {
    let width = alphabet.width
    var key = (0..<width).map { table.bits[Int(symbol) * width + $0] & rules.mask[$0] }
    var parts: Set<[UInt64]> = []
    for element in table.elements[Int(symbol)] {
      var part = (0..<width).map { alphabet.matchBits[Int(element.matchClass) * width + $0] & rules.mask[$0] }
      guard part.contains(where: { $0 != 0 }) else { continue }
      part.append(UInt64(element.length))
      parts.insert(part)
    }
    for part in parts.sorted(by: { $0.lexicographicallyPrecedes($1) }) { key += part }
    let number = numbers[key] ?? Int32(examples.count)
    if Int(number) == examples.count {
      examples.append(symbol)
      numbers[key] = number
    }
    ownSymbols[Int(symbol)] = number
    return number
  }

  // MARK: - States

  private mutating func state(_ places: [UInt32], accepted: [Int32]) -> Int32 {
    let key = StateKey(places: places, accepted: accepted)
    if let known = states[key] { return known }
    let number = Int32(self.places.count)
    self.places.append(places)
    self.accepted.append(accepted)
    outcomes.append(
      accepted.isEmpty ? places.isEmpty ? .endsUnmatched : .goesOn : places.isEmpty ? .ends : .accepts)
    atEnd.append(nil)
    rows.append(
      contentsOf: repeatElement(number == Self.dead ? Self.dead : Self.unknown, count: Self.rowWidth))
    states[key] = number
    return number
  }

  /// The state behind `state` on a symbol; moves `state` where all states are forgotten on the way.
  private mutating func step(_ state: inout Int32, _ symbol: Int32, _ table: SymbolTable) -> Int32 {
    if symbol < Self.rowWidth {
      let known = rows[Int(state) * Self.rowWidth + Int(symbol)]
      if known != Self.unknown { return known }
    } else if let known = further[UInt64(UInt32(state)) << 32 | UInt64(UInt32(symbol))] {
      return known
    }
    if places.count >= Self.mostStates {
      let kept = StateKey(places: places[Int(state)], accepted: accepted[Int(state)])
      forgetStates()
      state = self.state(kept.places, accepted: kept.accepted)
    }
    var next: [UInt32] = []
    var accepted: [Int32] = []
    let example = Int(examples[Int(symbol)])
    follow(places[Int(state)], example, table, next: &next, accepted: &accepted)
    let number = self.state(Array(Set(next)).sorted(), accepted: Array(Set(accepted)).sorted())
    if symbol < Self.rowWidth {
      rows[Int(state) * Self.rowWidth + Int(symbol)] = number
    } else {
      further[UInt64(UInt32(state)) << 32 | UInt64(UInt32(symbol))] = number
    }
    return number
  }

  private mutating func endings(of state: Int32) -> [Int32] {
    if let known = atEnd[Int(state)] { return known }
    var next: [UInt32] = []
    var accepted: [Int32] = []
    follow(places[Int(state)], nil, nil, next: &next, accepted: &accepted)
    let found = Array(Set(accepted)).sorted()
    atEnd[Int(state)] = found
    return found
  }

  /// Goes from `places` as far as instructions need no token, then one token on; nil for the end of the text.
  private mutating func follow(
    _ places: [UInt32], _ symbol: Int?, _ table: SymbolTable?, next: inout [UInt32], accepted: inout [Int32]
  ) {
    stamp += 1
    var open: [Int] = []
    for place in places {
      if place & 255 > 0 { next.append(place - 1) } else { open.append(Int(place >> 8)) }
    }
    while let index = open.popLast() {
      guard seen[index] != stamp else { continue }
      seen[index] = stamp
      let operation = rules.operations[index]
      switch operation.code {
      case .accept: accepted.append(rules.memberOfOperation[index])
      case .jump: open.append(Int(operation.target))
      case .split: open += [Int(operation.target), Int(operation.other)]
      case .save: open.append(index + 1)
      case .look:
        if mayHold(operation, symbol, table) { open.append(Int(operation.target)) }
      case .token:
        if meets(operation.test, symbol, table) { next.append(UInt32(index + 1) << 8) }
      case .label:
        guard let symbol, let table else { continue }
        for element in table.elements[symbol]
        where alphabet.meets(Int(element.matchClass), Int(operation.test)) {
          next.append(UInt32(index + 1) << 8 | UInt32(element.length - 1))
        }
      }
    }
  }

  private func mayHold(_ look: RuleAutomaton.Operation, _ symbol: Int?, _ table: SymbolTable?) -> Bool {
    guard look.ahead, look.test >= 0, rules.scope == .sentence else { return true }
    return meets(look.test, symbol, table) != look.negative
  }

  private func meets(_ test: Int32, _ symbol: Int?, _ table: SymbolTable?) -> Bool {
    guard let symbol, let table else { return false }
    return table.bits[symbol * alphabet.width + Int(test >> 6)] >> UInt64(test & 63) & 1 != 0
  }
}
