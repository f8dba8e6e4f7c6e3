import PantauText

/// Runs one pattern from a given token.
///
/// The search goes depth first in the order of preference and visits each pair of branch and token at most once (the
/// bit-state method of Russ Cox, "Regular Expression Matching in the Wild", 2010), so that its cost is bounded by
/// instructions times tokens, whatever the pattern. A way that the next token shuts is not tried at all. An element may be
/// an earlier match of several tokens.
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

  struct Step: BitwiseCopyable {
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

  /// What a search returns that finds nothing.
  static let none = -1

  /// Pairs of token and branch that the search with the number ``stamp`` has been at.
  private var visited = FlatList<UInt32>(capacity: 1024)
  private var stamp: UInt32 = 0
  private var stack = FlatList<Step>(capacity: 64)
  /// The matcher for look-around.
  private var inner: UnsafeMutablePointer<PatternMatcher>?
  /// Capture slots of the last match: start and end by turns, -1 where a capture took no part. None while looking around,
  /// where nothing is captured.
  private var slots = FlatList<Int32>()

  init() {}

  deinit {
    inner?.deinitialize(count: 1)
    inner?.deallocate()
  }

  /// The end of the preferred match of `entry` that begins at `start`; ``none`` where there is none.
  mutating func end(of entry: RuleAutomaton.Entry, at start: Int, _ reach: Reach, in input: MatchInput) -> Int
  {
    slots.shorten(to: 0)
    slots.extend(to: Int(entry.captureCount) &* 2, with: -1)
    var reach = reach
    reach.limit = min(reach.limit, start + Self.longestMatch)
    return search(Int(entry.start), entry, at: start, reach, Self.none, input)
  }

  /// Whether some match of `entry`, preferred or not, covers just `range`; nothing is captured.
  mutating func matches(
    _ entry: RuleAutomaton.Entry, _ range: Range<Int>, _ reach: Reach, in input: MatchInput
  ) -> Bool {
    slots.shorten(to: 0)
    return search(Int(entry.start), entry, at: range.lowerBound, reach, range.upperBound, input) != Self.none
  }

  /// Adds the captures of the last match, by number.
  func appendCaptures(to captures: inout [(start: Int32, end: Int32)]) {
    for slot in stride(from: 0, to: slots.count, by: 2) { captures.append((slots[slot], slots[slot + 1])) }
  }

  /// The end of the preferred match of the instructions from `from` on, or of one that ends at `target`.
  private mutating func search(
    _ from: Int, _ entry: RuleAutomaton.Entry, at start: Int, _ reach: Reach, _ target: Int,
    _ input: MatchInput
  ) -> Int {
    let limit = reach.limit
    let branches = Int(entry.branchCount)
    begin(branches &* (limit &- start &+ 1))
    let (visited, stamp) = (visited.base, stamp)
    var pc = from
    var token = start
    // The tests that the next token meets: none at the limit.
    var row = token < limit ? input.row(token) : input.nothing
    while true {
      // Where it lies, as most instructions are asked for few of their parts.
      let operation = input.operations + pc
      switch operation.pointee.code {
      case .token:
        if row.holds(operation.pointee.test) {
          pc &+= 1
          token &+= 1
          row = token < limit ? input.row(token) : input.nothing
          continue
        }
      case .label:
        if token < limit, !input.isSentence || row.holds(operation.pointee.test) {
          let cell = (token &- start) &* branches &+ Int(operation.pointee.branch)
          if visited[cell] != stamp {
            visited[cell] = stamp
            push(operation.pointee.test, pc &+ 1, token, limit, input)
          }
        }
      case .split:
        let (test, otherTest) = (operation.pointee.test, operation.pointee.otherTest)
        let leads = test < 0 || row.holds(test)
        if !leads, otherTest >= 0, !row.holds(otherTest) { break }
        let cell = (token &- start) &* branches &+ Int(operation.pointee.branch)
        if visited[cell] == stamp { break }
        visited[cell] = stamp
        guard leads else {
          pc = Int(operation.pointee.other)
          continue
        }
        if otherTest < 0 || row.holds(otherTest) {
          let (other, token) = (operation.pointee.other, Int32(truncatingIfNeeded: token))
          stack.append(Step(instruction: other, token: token, slot: -1, old: 0))
        }
        pc = Int(operation.pointee.target)
        continue
      case .jump:
        pc = Int(operation.pointee.target)
        continue
      case .save:
        save(Int(operation.pointee.target), token)
        pc &+= 1
        continue
      case .loop:
        pc &+= 1
        continue
      case .look:
        if looks(operation, row, pc, entry, token, reach, input) != operation.pointee.negative {
          pc = Int(operation.pointee.target)
          continue
        }
      case .accept:
        if target == Self.none || target == token { return token }
      }
      guard let step = nextStep() else { return Self.none }
      pc = Int(step.instruction)
      token = Int(step.token)
      row = token < limit ? input.row(token) : input.nothing
    }
  }

  // MARK: - Storage

  private mutating func begin(_ cells: Int) {
    visited.extend(to: cells, with: 0)
    stamp &+= 1
    if stamp == 0 {
      for cell in 0..<visited.count { visited[cell] = 0 }
      stamp = 1
    }
    stack.shorten(to: 0)
  }

  /// Keeps a token in a slot; what it held before comes back when there is another way to try.
  @inline(__always)
  private mutating func save(_ slot: Int, _ token: Int) {
    guard slot < slots.count else { return }
    if stack.count > 0 {
      stack.append(Step(instruction: 0, token: 0, slot: Int32(truncatingIfNeeded: slot), old: slots[slot]))
    }
    slots[slot] = Int32(truncatingIfNeeded: token)
  }

  /// The next step to explore, captures restored on the way.
  @inline(__always)
  private mutating func nextStep() -> Step? {
    while stack.count > 0 {
      let step = stack.removeLast()
      if step.slot < 0 { return step }
      slots[Int(step.slot)] = step.old
    }
    return nil
  }

  /// Pushes a step behind each fitting match, so that the longest is explored first.
  @inline(__always)
  private mutating func push(_ test: Int32, _ pc: Int, _ token: Int, _ limit: Int, _ input: MatchInput) {
    var low = stack.count
    var index = input.first[token]
    while index >= 0 {
      let match = input.matches[Int(index)]
      index = input.next[Int(index)]
      guard Int(match.end) <= limit, input.tables.meets(input.tables.matchClass(of: match), test) else {
        continue
      }
      stack.append(Step(instruction: Int32(truncatingIfNeeded: pc), token: match.end, slot: -1, old: 0))
    }
    var high = stack.count - 1
    while low < high {
      (stack[low], stack[high]) = (stack[high], stack[low])
      low += 1
      high -= 1
    }
  }

  // MARK: - Look-around

  /// Whether the look-around at `pc` matches ahead of `token`, which meets the tests of `row`, or ends there; most often one token
  /// tells.
  @inline(__always)
  private mutating func looks(
    _ look: UnsafePointer<RuleAutomaton.Operation>, _ row: UnsafePointer<UInt64>, _ pc: Int,
    _ entry: RuleAutomaton.Entry, _ token: Int, _ reach: Reach, _ input: MatchInput
  ) -> Bool {
    if look.pointee.ahead {
      if input.isSentence, reach.limit == reach.upper {
        if look.pointee.test >= 0 {
          let holds = row.holds(look.pointee.test)
          if look.pointee.isWhole || holds == look.pointee.negative { return holds }
        }
        if look.pointee.otherTest >= 0 {
          let holds = row.holds(look.pointee.otherTest)
          if holds != look.pointee.negative { return holds }
        }
      }
    } else if look.pointee.other >= 0 {
      guard input.mayEnd(Int(look.pointee.other), at: token, lower: reach.lower) else { return false }
      if look.pointee.isWhole { return true }
    }
    return looksFurther(look.pointee, pc, entry, token, reach, input)
  }

  /// ``looks(_:_:_:_:_:_:_:)`` where one token does not tell.
  @inline(never)
  private mutating func looksFurther(
    _ look: RuleAutomaton.Operation, _ pc: Int, _ entry: RuleAutomaton.Entry, _ token: Int, _ reach: Reach,
    _ input: MatchInput
  ) -> Bool {
    if look.ahead {
      return nested().pointee.search(pc + 1, entry, at: token, reach, Self.none, input) != Self.none
    }
    var before = reach
    before.limit = token
    for start in stride(from: token, through: max(reach.lower, token - Self.longestLookBehind), by: -1)
    where (look.test < 0 || !input.isSentence || (start < token && input.meets(start, look.test)))
      && nested().pointee.search(pc + 1, entry, at: start, before, token, input) != Self.none
    {
      return true
    }
    return false
  }

  private mutating func nested() -> UnsafeMutablePointer<PatternMatcher> {
    if let inner { return inner }
    let made = UnsafeMutablePointer<PatternMatcher>.allocate(capacity: 1)
    made.initialize(to: PatternMatcher())
    inner = made
    return made
  }
}

/// What a search looks at: instructions, and the text as symbols and matches. Valid while its text stays as it is.
struct MatchInput {
  let operations: UnsafePointer<RuleAutomaton.Operation>
  let tables: Alphabet.Tables
  /// The symbol of each token.
  let symbols: UnsafePointer<Int32>
  let table: SymbolTable.View
  /// The bits of what meets no test.
  let nothing: UnsafePointer<UInt64>
  let matches: UnsafePointer<Match>
  /// Index of the first match of each token, -1 for none, and of the next one of each match.
  let first: UnsafePointer<Int32>
  let next: UnsafePointer<Int32>
  /// By token: bits of the labels of matches that end before it.
  let ending: UnsafePointer<UInt64>
  let endings: UnsafePointer<RuleAutomaton.Ending>
  /// Whether symbols and limits speak of the same stretch of text, so that a symbol settles what begins at a token.
  let isSentence: Bool

  /// The bits of the tests that a token meets.
  @inline(__always)
  func row(_ token: Int) -> UnsafePointer<UInt64> { table.row(symbols[token]) }

  @inline(__always)
  func meets(_ token: Int, _ test: Int32) -> Bool { row(token).holds(test) }

  /// Whether a match with an ending can end before `token` where it begins at `lower` or behind: false is certain.
  @inline(__always)
  func mayEnd(_ number: Int, at token: Int, lower: Int) -> Bool {
    guard token > lower else { return false }
    let way = endings[number]
    return way.test >= 0 && meets(token &- 1, way.test) || way.labels.bits & ending[token] != 0
  }
}
