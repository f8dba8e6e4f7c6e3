import PantauText

/// Runs one pattern from a given token.
///
/// The search goes depth first in the order of preference and visits each pair of branch and token at most once (the
/// bit-state method of Russ Cox, "Regular Expression Matching in the Wild", 2010), so that its cost is bounded by
/// instructions times tokens, whatever the pattern. An element may be an earlier match of several tokens.
struct PatternMatcher: Sendable {
  /// What is searched: instructions, and the text as symbols and matches.
  struct Input {
    let operations: [RuleAutomaton.Operation]
    let alphabet: Alphabet
    let symbols: [Int32]
    /// Tests that each symbol meets.
    let bits: [UInt64]
    let matches: MatchTable
    /// Whether symbols and limits speak of the same stretch of text, so that a symbol settles what begins at a token.
    let isSentence: Bool

    @inline(__always)
    func meets(_ token: Int, _ test: Int32) -> Bool {
      let row = Int(symbols[token]) &* alphabet.width
      return bits[row &+ Int(test >> 6)] >> UInt64(test & 63) & 1 != 0
    }
  }

  private struct Step {
    var instruction: Int32
    var token: Int32
    /// The capture slot to restore when the step is undone, -1 for a step to explore.
    var slot: Int32
    var old: Int32
  }

  /// Tokens that a match covers at most, which bounds the search's memory.
  static let longestMatch = 96

  /// Tokens that a look-behind or `before` veto reaches back.
  static let longestLookBehind = 8

  private var visited: [UInt32] = []
  private var stamp: UInt32 = 0
  private var stack: [Step] = []
  /// Matchers for look-around, kept for their storage.
  private var inner: [PatternMatcher] = []
  /// Capture slots of the last match: start and end by turns, -1 where a capture took no part.
  private(set) var slots: [Int32] = []

  /// The end of the preferred match of `entry` that begins at `start` and does not pass `limit`; look-around reaches back to
  /// `lower`, and symbols speak of matches up to `upper`.
  mutating func end(
    of entry: RuleAutomaton.Entry, at start: Int, limit: Int, lower: Int, upper: Int, in input: Input
  ) -> Int? {
    slots.removeAll(keepingCapacity: true)
    for _ in 0..<entry.captureCount &* 2 { slots.append(-1) }
    return search(
      Int(entry.start), entry, at: start, limit: min(limit, start + Self.longestMatch), lower: lower,
      upper: upper, target: nil, keeps: entry.captureCount > 0, input)
  }

  /// Adds the captures of the last match, by number.
  func appendCaptures(to captures: inout [(start: Int32, end: Int32)]) {
    for slot in stride(from: 0, to: slots.count, by: 2) { captures.append((slots[slot], slots[slot + 1])) }
  }

  /// `upper` is the limit of what symbols tell.
  private mutating func search(
    _ from: Int, _ entry: RuleAutomaton.Entry, at start: Int, limit: Int, lower: Int, upper: Int,
    target: Int?,
    keeps: Bool, _ input: Input
  ) -> Int? {
    let width = limit - start + 1
    let base = Int(entry.start)
    begin(Int(entry.count) * width)
    var pc = from
    var token = start
    while true {
      let operation = input.operations[pc]
      switch operation.code {
      case .token:
        if token < limit, input.meets(token, operation.test) {
          pc += 1
          token += 1
          continue
        }
      case .label:
        if token < limit, !input.isSentence || input.meets(token, operation.test),
          visit((pc &- base) &* width &+ token &- start)
        {
          push(operation.test, pc, token, limit, input)
        }
      case .split:
        if visit((pc &- base) &* width &+ token &- start) {
          stack.append(Step(instruction: operation.other, token: Int32(token), slot: -1, old: 0))
          pc = Int(operation.target)
          continue
        }
      case .jump:
        pc = Int(operation.target)
        continue
      case .save:
        if keeps {
          let slot = Int(operation.target)
          stack.append(Step(instruction: 0, token: 0, slot: operation.target, old: slots[slot]))
          slots[slot] = Int32(token)
        }
        pc += 1
        continue
      case .look:
        if looks(operation, pc, entry, token, limit, lower, upper, input) != operation.negative {
          pc = Int(operation.target)
          continue
        }
      case .accept:
        if target == nil || target == token { return token }
      }
      guard let step = nextStep() else { return nil }
      pc = Int(step.instruction)
      token = Int(step.token)
    }
  }

  private mutating func begin(_ cells: Int) {
    if visited.count < cells { visited = Array(repeating: 0, count: cells * 2) }
    stamp &+= 1
    if stamp == 0 {
      for index in visited.indices { visited[index] = 0 }
      stamp = 1
    }
    stack.removeAll(keepingCapacity: true)
  }

  /// Whether the cell is seen for the first time.
  @inline(__always)
  private mutating func visit(_ cell: Int) -> Bool {
    if visited[cell] == stamp { return false }
    visited[cell] = stamp
    return true
  }

  /// The next step to explore, captures restored on the way.
  @inline(__always)
  private mutating func nextStep() -> Step? {
    while let step = stack.popLast() {
      if step.slot < 0 { return step }
      slots[Int(step.slot)] = step.old
    }
    return nil
  }

  /// Pushes a step behind each fitting match, so that the longest is explored first.
  private mutating func push(_ test: Int32, _ pc: Int, _ token: Int, _ limit: Int, _ input: Input) {
    let mark = stack.count
    input.matches.forEach(at: token) { index in
      let match = input.matches.matches[index]
      guard Int(match.end) <= limit, input.alphabet.meets(input.alphabet.matchClass(of: match), Int(test))
      else { return }
      stack.append(Step(instruction: Int32(pc + 1), token: match.end, slot: -1, old: 0))
    }
    if stack.count > mark + 1 { stack[mark...].reverse() }
  }

  /// Whether the look-around at `pc` matches ahead of `token`, or ends there.
  private mutating func looks(
    _ look: RuleAutomaton.Operation, _ pc: Int, _ entry: RuleAutomaton.Entry, _ token: Int, _ limit: Int,
    _ lower: Int, _ upper: Int, _ input: Input
  ) -> Bool {
    if look.ahead, look.test >= 0, input.isSentence, limit == upper {
      let holds = token < limit && input.meets(token, look.test)
      if look.isWhole || holds == look.negative { return holds }
    }
    var nested = inner.popLast() ?? PatternMatcher()
    defer { inner.append(nested) }
    if look.ahead {
      return nested.search(
        pc + 1, entry, at: token, limit: limit, lower: lower, upper: upper, target: nil, keeps: false, input)
        != nil
    }
    for start in stride(from: token, through: max(lower, token - Self.longestLookBehind), by: -1) {
      let end = nested.search(
        pc + 1, entry, at: start, limit: token, lower: lower, upper: upper, target: token, keeps: false, input
      )
      if end != nil { return true }
    }
    return false
  }
}
