import PantauText

/// Runs one pattern from a given token.
///
/// The search goes depth first in the order of preference and visits each pair of branch and token at most once (the
/// bit-state method of Russ Cox, "Regular Expression Matching in the Wild", 2010), so that its cost is bounded by
/// instructions times tokens, whatever the pattern. An element may be an earlier match of several tokens.
///
/// Keeps its storage from search to search.
struct PatternMatcher: ~Copyable {
  /// Where a match may lie.
  struct Reach {
    /// The token that it does not pass.
    var limit: Int
    /// How far back look-behind sees.
    var lower: Int
    /// The end of the stretch of text of which symbols speak.
    var upper: Int
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

  /// Pairs of branch and token that the search with the number ``stamp`` has been at.
  private var visited: UnsafeMutableBufferPointer<UInt32>
  private var stamp: UInt32 = 0
  private var stack: UnsafeMutableBufferPointer<Step>
  private var depth = 0
  /// The matcher for look-around.
  private var inner: Nested?
  /// Capture slots of the last match: start and end by turns, -1 where a capture took no part.
  private var slots: UnsafeMutableBufferPointer<Int32>
  /// Slots in use; none while looking around, where nothing is captured.
  private var slotCount = 0

  private final class Nested {
    var matcher = PatternMatcher()
  }

  /// With room for a stack of `capacity` steps; 0 for a place that another matcher will take.
  init(capacity: Int = 64) {
    visited = .allocate(capacity: capacity * 64)
    visited.initialize(repeating: 0)
    stack = .allocate(capacity: capacity)
    slots = .allocate(capacity: capacity)
  }

  deinit {
    visited.deallocate()
    stack.deallocate()
    slots.deallocate()
  }

  /// The end of the preferred match of `entry` that begins at `start`.
  mutating func end(of entry: RuleAutomaton.Entry, at start: Int, _ reach: Reach, in input: MatchInput)
    -> Int?
  {
    slotCount = Int(entry.captureCount) * 2
    if slots.count < slotCount {
      slots.deallocate()
      slots = .allocate(capacity: slotCount)
    }
    for slot in 0..<slotCount { slots.initializeElement(at: slot, to: -1) }
    var reach = reach
    reach.limit = min(reach.limit, start + Self.longestMatch)
    return search(Int(entry.start), entry, at: start, reach, target: nil, input)
  }

  /// Whether some match of `entry` that begins at `start`, preferred or not, ends at `end`; nothing is captured.
  mutating func matches(
    _ entry: RuleAutomaton.Entry, _ range: Range<Int>, _ reach: Reach, in input: MatchInput
  ) -> Bool {
    slotCount = 0
    return search(Int(entry.start), entry, at: range.lowerBound, reach, target: range.upperBound, input)
      != nil
  }

  /// Adds the captures of the last match, by number.
  func appendCaptures(to captures: inout [(start: Int32, end: Int32)]) {
    for slot in stride(from: 0, to: slotCount, by: 2) { captures.append((slots[slot], slots[slot + 1])) }
  }

  /// The end of the preferred match of the instructions from `from` on, or of one that ends at `target`.
  private mutating func search(
    _ from: Int, _ entry: RuleAutomaton.Entry, at start: Int, _ reach: Reach, target: Int?,
    _ input: MatchInput
  ) -> Int? {
    let width = reach.limit - start + 1
    let base = Int(entry.start)
    let limit = reach.limit
    begin(Int(entry.count) * width)
    let (visited, stamp) = (visited, stamp)
    var pc = from
    var token = start
    while true {
      let operation = input.operations[pc]
      switch operation.code {
      case .token:
        if token < limit, input.meets(token, operation.test) {
          pc &+= 1
          token &+= 1
          continue
        }
      case .label:
        if token < limit, !input.isSentence || input.meets(token, operation.test) {
          let cell = (pc &- base) &* width &+ token &- start
          if visited[cell] != stamp {
            visited[cell] = stamp
            push(operation.test, pc, token, limit, input)
          }
        }
      case .split:
        let cell = (pc &- base) &* width &+ token &- start
        if visited[cell] != stamp {
          visited[cell] = stamp
          push(Step(instruction: operation.other, token: Int32(truncatingIfNeeded: token), slot: -1, old: 0))
          pc = Int(operation.target)
          continue
        }
      case .jump:
        pc = Int(operation.target)
        continue
      case .save:
        let slot = Int(operation.target)
        if slot < slotCount {
          push(Step(instruction: 0, token: 0, slot: operation.target, old: slots[slot]))
          slots[slot] = Int32(truncatingIfNeeded: token)
        }
        pc &+= 1
        continue
      case .look:
        if looks(operation, pc, entry, token, reach, input) != operation.negative {
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

  // MARK: - Storage

  private mutating func begin(_ cells: Int) {
    if visited.count < cells {
      visited.deallocate()
      visited = .allocate(capacity: cells * 2)
      visited.initialize(repeating: 0)
    }
    stamp &+= 1
    if stamp == 0 {
      visited.update(repeating: 0)
      stamp = 1
    }
    depth = 0
  }

  @inline(__always)
  private mutating func push(_ step: Step) {
    if depth == stack.count { growStack() }
    stack.initializeElement(at: depth, to: step)
    depth &+= 1
  }

  private mutating func growStack() {
    let larger = UnsafeMutableBufferPointer<Step>.allocate(capacity: max(64, stack.count * 2))
    for index in 0..<depth { larger.initializeElement(at: index, to: stack[index]) }
    stack.deallocate()
    stack = larger
  }

  /// The next step to explore, captures restored on the way.
  @inline(__always)
  private mutating func nextStep() -> Step? {
    while depth > 0 {
      depth &-= 1
      let step = stack[depth]
      if step.slot < 0 { return step }
      slots[Int(step.slot)] = step.old
    }
    return nil
  }

  /// Pushes a step behind each fitting match, so that the longest is explored first.
  private mutating func push(_ test: Int32, _ pc: Int, _ token: Int, _ limit: Int, _ input: MatchInput) {
    var low = depth
    var index = input.first[token]
    while index >= 0 {
      let match = input.matches[Int(index)]
      index = input.next[Int(index)]
      guard Int(match.end) <= limit, input.alphabet.meets(input.alphabet.matchClass(of: match), Int(test))
      else { continue }
      push(Step(instruction: Int32(truncatingIfNeeded: pc + 1), token: match.end, slot: -1, old: 0))
    }
    var high = depth - 1
    while low < high {
      stack.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  // MARK: - Look-around

  /// Whether the look-around at `pc` matches ahead of `token`, or ends there.
  private mutating func looks(
    _ look: RuleAutomaton.Operation, _ pc: Int, _ entry: RuleAutomaton.Entry, _ token: Int, _ reach: Reach,
    _ input: MatchInput
  ) -> Bool {
    if look.ahead, look.test >= 0, input.isSentence, reach.limit == reach.upper {
      let holds = token < reach.limit && input.meets(token, look.test)
      if look.isWhole || holds == look.negative { return holds }
    }
    let nested = inner ?? Nested()
    inner = nested
    if look.ahead { return nested.matcher.search(pc + 1, entry, at: token, reach, target: nil, input) != nil }
    var before = reach
    before.limit = token
    for start in stride(from: token, through: max(reach.lower, token - Self.longestLookBehind), by: -1)
    where (look.test < 0 || !input.isSentence || (start < token && input.meets(start, look.test)))
      && nested.matcher.search(pc + 1, entry, at: start, before, target: token, input) != nil
    {
      return true
    }
    return false
  }
}

/// What a search looks at: instructions, and the text as symbols and matches. Valid while its text stays as it is.
struct MatchInput {
  let operations: UnsafePointer<RuleAutomaton.Operation>
  let alphabet: Alphabet
  /// The symbol of each token.
  let symbols: UnsafePointer<Int32>
  /// Tests that each symbol meets, `width` words each.
  let bits: UnsafePointer<UInt64>
  let width: Int
  let matches: UnsafePointer<Match>
  /// Index of the first match of each token, -1 for none, and of the next one of each match.
  let first: UnsafePointer<Int32>
  let next: UnsafePointer<Int32>
  /// Whether symbols and limits speak of the same stretch of text, so that a symbol settles what begins at a token.
  let isSentence: Bool

  @inline(__always)
  func meets(_ token: Int, _ test: Int32) -> Bool {
    bits[Int(symbols[token]) &* width &+ Int(test >> 6)] >> UInt64(truncatingIfNeeded: test & 63) & 1 != 0
  }
}
