/// How states and symbols are made.
extension LazyAutomaton {
  // MARK: - Symbols

  @inline(__always)
  mutating func ownSymbol(_ symbol: Int32, _ table: SymbolTable.View) -> Int32 {
    let known = own[Int(symbol)].symbol
    return known >= 0 ? known : makeSymbol(symbol, table)
  }

  /// The tests that this automaton's rules name, and the lengths of matches that meet one of them, decide.
  private mutating func makeSymbol(_ symbol: Int32, _ table: SymbolTable.View) -> Int32 {
    let row = table.row(symbol)
    var hash: UInt64 = 0
    for part in 0..<table.width { hash = Hash.mix(hash, row[part] & rules.mask.words[part]) }
    let elements = table.elements(of: symbol)
    for index in elements {
      let share = share(of: table.elements[index])
      // Two matches that are the same to the rules are one.
      let isRepeated = (elements.lowerBound..<index).contains { self.share(of: table.elements[$0]) == share }
      if !isRepeated { hash &+= share }
    }
    hash |= 1
    var number = ownNumbers[hash]
    if number < 0 {
      number = Int32(examples.count)
      examples.append(symbol)
      entries.append(Self.unknown)
      ownNumbers.insert(hash, number)
    }
    own[Int(symbol)].symbol = number
    return number
  }

  /// What a match adds to the hash of the own symbol; 0 for one of which no rule asks.
  @inline(__always)
  private func share(of element: SymbolTable.Element) -> UInt64 {
    let hash = classHashes[Int(element.matchClass)]
    return hash == 0 ? 0 : Hash.mix(hash, UInt64(truncatingIfNeeded: element.length))
  }

  /// By class of matches, a hash of the tests that it meets, of those in `mask`; 0 where it meets none.
  static func classHashes(of alphabet: Alphabet, _ mask: [UInt64]) -> FlatList<UInt64> {
    let width = alphabet.width
    var hashes = FlatList<UInt64>(capacity: alphabet.matchBits.count / width)
    for row in stride(from: 0, to: alphabet.matchBits.count, by: width) {
      var hash: UInt64 = 0
      var isEmpty = true
      for part in 0..<width {
        let bits = alphabet.matchBits[row + part] & mask[part]
        if bits != 0 { isEmpty = false }
        hash = Hash.mix(hash, bits)
      }
      hashes.append(isEmpty ? 0 : hash | 1)
    }
    return hashes
  }

  // MARK: - States

  mutating func forgetStates() {
    rows.shorten(to: 0)
    further.removeAll()
    states.shorten(to: 0)
    stateNumbers.removeAll()
    places.shorten(to: 0)
    members.shorten(to: 0)
    asked.shorten(to: 0)
    for symbol in 0..<own.count { own[symbol].entry = Self.unknown }
    for number in 0..<entries.count { entries[number] = Self.unknown }
    beginStep()
    // The first of all is that of nothing.
    _ = state()
  }

  /// The state of ``nextPlaces`` and ``nextMembers``, with ``matchFlag`` where it has members.
  private mutating func state() -> Int32 {
    nextPlaces.sortUnique()
    nextMembers.sortUnique()
    let flag = nextMembers.count > 0 ? Self.matchFlag : 0
    var key = Hash.mix(1, UInt64(truncatingIfNeeded: nextPlaces.count))
    for index in 0..<nextPlaces.count { key = Hash.mix(key, UInt64(nextPlaces[index])) }
    for index in 0..<nextMembers.count {
      key = Hash.mix(key, UInt64(truncatingIfNeeded: nextMembers[index]))
    }
    key |= 1
    while true {
      let known = stateNumbers[key]
      if known < 0 { break }
      let state = states[Int(known)]
      if Self.isSame(nextPlaces, places, state.places), Self.isSame(nextMembers, members, state.accepted) {
        return known | flag
      }
      key &+= 2
    }
    let number = Int32(states.count)
    states.append(
      State(places: Self.append(nextPlaces, to: &places), accepted: Self.append(nextMembers, to: &members)))
    rows.extend(
      to: rows.count + Self.rowWidth, with: Int16(number == Self.dead ? Self.dead : Self.unknown))
    stateNumbers.insert(key, number)
    return number | flag
  }

  private static func isSame<Element: BitwiseCopyable & Equatable>(
    _ list: borrowing FlatList<Element>, _ all: borrowing FlatList<Element>, _ stretch: Stretch
  ) -> Bool {
    guard list.count == Int(stretch.count) else { return false }
    for index in 0..<list.count where list[index] != all[Int(stretch.start) + index] { return false }
    return true
  }

  private static func append<Element: BitwiseCopyable>(
    _ list: borrowing FlatList<Element>, to all: inout FlatList<Element>
  ) -> Stretch {
    let start = Int32(all.count)
    for index in 0..<list.count { all.append(list[index]) }
    return Stretch(start: start, count: Int32(list.count))
  }

  /// The state behind a first token of one of the table's symbols.
  mutating func entry(of symbol: Int32, _ table: SymbolTable.View) -> Int32 {
    let number = Int(ownSymbol(symbol, table))
    if entries[number] == Self.unknown { entries[number] = entry(ofExample: examples[number], table) }
    own[Int(symbol)].entry = entries[number]
    return entries[number]
  }

  private mutating func entry(ofExample example: Int32, _ table: SymbolTable.View) -> Int32 {
    beginStep()
    for member in rules.members {
      // Where symbols speak of the stretch of text in which a match must lie, the first token settles most rules.
      let first = rules.scope == .sentence ? member.pattern.first : -1
      if first < 0 || table.meets(example, first) { open.append(member.pattern.start) }
    }
    follow(example, table)
    // A match of no token is none.
    nextMembers.shorten(to: 0)
    return state()
  }

  /// The state behind `state` on an own symbol, with ``matchFlag`` where it has members.
  mutating func step(_ state: Int32, _ symbol: Int32, _ table: SymbolTable.View) -> Int32 {
    let place = Int(state) &* Self.rowWidth &+ Int(symbol)
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: symbol))
    let isInRow = symbol < Self.rowWidth
    let known = isInRow ? Int32(rows[place]) : further[key]
    if known != Self.unknown { return known }
    beginStep()
    letDelaysPass(in: state)
    take(asked(in: state), examples[Int(symbol)], table)
    follow(examples[Int(symbol)], table)
    let next = self.state()
    if isInRow { rows[place] = Int16(next) } else { further.insert(key, next) }
    return next
  }

  /// The members that match up to the text's end in a state.
  mutating func endings(of state: Int32, _ table: SymbolTable.View) -> Stretch {
    let known = states[Int(state)].atEnd
    if known.count >= 0 { return known }
    beginStep()
    take(asked(in: state), nil, table)
    follow(nil, table)
    nextMembers.sortUnique()
    let found = Self.append(nextMembers, to: &members)
    states[Int(state)].atEnd = found
    return found
  }

  // MARK: - Steps

  private mutating func beginStep() {
    nextPlaces.shorten(to: 0)
    nextMembers.shorten(to: 0)
    open.shorten(to: 0)
    nextStamp()
  }

  /// Forgets which instructions were looked at.
  private mutating func nextStamp() {
    stamp &+= 1
    guard stamp == 0 else { return }
    for index in 0..<seen.count { seen[index] = 0 }
    stamp = 1
  }

  /// Keeps the places of a state that a match of several tokens holds up, one token less far away.
  private mutating func letDelaysPass(in state: Int32) {
    for index in states[Int(state)].places.range where places[index] & 255 > 0 {
      nextPlaces.append(places[index] - 1)
    }
  }

  /// What the other places of a state ask of the next token: most states meet many symbols, and their instructions are followed once.
  private mutating func asked(in state: Int32) -> Range<Int> {
    let known = states[Int(state)].asked
    if known.count >= 0 { return known.range }
    for index in states[Int(state)].places.range where places[index] & 255 == 0 {
      open.append(Int32(places[index] >> 8))
    }
    let start = asked.count
    followUntilAsked()
    states[Int(state)].asked = Stretch(start: Int32(start), count: Int32(asked.count - start))
    // What is followed behind a look-around may come by the same instructions again.
    nextStamp()
    return start..<asked.count
  }

  /// Goes from ``open`` as far as instructions need no token, then one token on; nil for the end of the text.
  private mutating func follow(_ symbol: Int32?, _ table: SymbolTable.View) {
    while open.count > 0 {
      let start = asked.count
      followUntilAsked()
      take(start..<asked.count, symbol, table)
      asked.shorten(to: start)
    }
  }

  /// Goes from ``open`` as far as instructions ask nothing, and adds what they ask then to ``asked``.
  private mutating func followUntilAsked() {
    while open.count > 0 {
      let index = open.removeLast()
      guard seen[Int(index)] != stamp else { continue }
      seen[Int(index)] = stamp
      let operation = rules.operations[Int(index)]
      switch operation.code {
      case .jump, .loop: open.append(operation.target)
      case .split:
        open.append(operation.target)
        open.append(operation.other)
      case .save: open.append(index + 1)
      case .accept:
        let member = UInt32(bitPattern: rules.memberOfOperation[Int(index)])
        asked.append(Asked(kind: .accept, test: -1, next: member))
      case .look: asked.append(Asked(kind: .look, test: -1, next: UInt32(bitPattern: index)))
      case .token: asked.append(Asked(kind: .token, test: operation.test, next: UInt32(index + 1) << 8))
      case .label: asked.append(Asked(kind: .label, test: operation.test, next: UInt32(index + 1) << 8))
      }
    }
  }

  /// Goes one token on where it meets what is asked; what a look-around leads to that may hold is opened.
  private mutating func take(_ range: Range<Int>, _ symbol: Int32?, _ table: SymbolTable.View) {
    let row = symbol.map { table.row($0) }
    let elements = symbol.map { table.elements(of: $0) } ?? 0..<0
    for index in range {
      let asked = asked[index]
      switch asked.kind {
      case .token:
        if let row, row.holds(asked.test) { nextPlaces.append(asked.next) }
      case .label:
        for number in elements where alphabet.meets(Int(table.elements[number].matchClass), Int(asked.test)) {
          nextPlaces.append(asked.next | UInt32(table.elements[number].length - 1))
        }
      case .accept: nextMembers.append(Int32(bitPattern: asked.next))
      case .look:
        let look = rules.operations[Int(asked.next)]
        if mayHold(look, row) { open.append(look.target) }
      }
    }
  }

  private func mayHold(_ look: RuleAutomaton.Operation, _ row: UnsafePointer<UInt64>?) -> Bool {
    guard look.ahead, look.test >= 0, rules.scope == .sentence else { return true }
    return (row?.holds(look.test) ?? false) != look.negative
  }
}
