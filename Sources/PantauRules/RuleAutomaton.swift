import PantauText

/// The rules of one phase and scope as one automaton: their instructions one after the other, tests by number.
struct RuleAutomaton: Sendable {
  /// One instruction, small enough for many to lie in the processor's cache.
  struct Operation: Sendable {
    enum Code: UInt8, Sendable {
      /// One token that meets `test`.
      case token
      /// A match that meets `test`.
      case label
      /// Tries `target`, then `other`.
      case split
      case jump
      /// Keeps the token in the capture slot `target`.
      case save
      /// What follows must match, or not, ahead or behind; goes on at `target`.
      case look
      case accept
    }

    var code: Code
    var ahead = false
    var negative = false
    /// Whether `test` tells all that the look asks.
    var isWhole = false
    /// -1 for none.
    var test: Int32 = -1
    var target: Int32 = 0
    /// Of a split, the way to try later.
    var other: Int32 = 0
  }

  /// A pattern among the instructions.
  struct Entry: Sendable {
    var start: Int32
    var count: Int32
    var captureCount: Int32
    /// What its first token must meet; -1 for anything.
    var first: Int32
  }

  /// A rule of the automaton.
  struct Member: Sendable {
    /// Index in ``RuleSet/rules``.
    var rule: Int
    var priority: Int
    var label: LabelID
    var pattern: Entry
    var vetoes: [(place: Veto.Place, pattern: Entry)]
  }

  let scope: Rule.Scope
  private(set) var operations: [Operation] = []
  /// The member to which each instruction belongs.
  private(set) var memberOfOperation: [Int32] = []
  private(set) var members: [Member] = []
  /// The tests that the rules' own patterns name, vetoes apart; ``seal(width:)`` makes them bits.
  private var tests: Set<Int> = []
  private(set) var mask: [UInt64] = []

  init(scope: Rule.Scope) { self.scope = scope }

  /// Adds a rule, the tests of which `alphabet` numbers.
  mutating func add(_ rule: Rule, index: Int, _ alphabet: inout AlphabetBuilder) {
    let member = Int32(members.count)
    let pattern = link(rule.program, member, &alphabet, isVeto: false)
    let vetoes = rule.vetoes.map { ($0.place, link($0.program, member, &alphabet, isVeto: true)) }
    members.append(
      Member(rule: index, priority: rule.priority, label: rule.label, pattern: pattern, vetoes: vetoes))
  }

  /// Makes ``mask`` for an alphabet of that many 64-bit words.
  mutating func seal(width: Int) {
    mask = Array(repeating: 0, count: width)
    for test in tests { mask[test >> 6] |= 1 << UInt64(test & 63) }
  }

  private mutating func link(
    _ program: PatternProgram, _ member: Int32, _ alphabet: inout AlphabetBuilder, isVeto: Bool
  ) -> Entry {
    let start = operations.count
    func place(_ index: Int) -> Int32 { Int32(start + index) }
    // What stands in a look-around the lazy automaton does not follow.
    var lookEnd = 0
    for (index, instruction) in program.instructions.enumerated() {
      func number(_ test: ElementTest) -> Int32 {
        let number = alphabet.number(of: test)
        if !isVeto, index >= lookEnd { tests.insert(number) }
        return Int32(number)
      }
      switch instruction {
      case .element(let test): operations.append(Operation(code: .token, test: number(test)))
      case .label(let test): operations.append(Operation(code: .label, test: number(test)))
      case .split(let first, let second):
        operations.append(Operation(code: .split, target: place(first), other: place(second)))
      case .jump(let to): operations.append(Operation(code: .jump, target: place(to)))
      case .save(let slot): operations.append(Operation(code: .save, target: Int32(slot)))
      case .look(let ahead, let negative, let end, let glance):
        operations.append(
          Operation(
            code: .look, ahead: ahead, negative: negative, isWhole: glance.isWhole,
            // What a look-behind begins with is no token that the lazy automaton comes to.
            test: glance.test.map { ahead ? number($0) : Int32(alphabet.number(of: $0)) } ?? -1,
            target: place(end)))
        lookEnd = max(lookEnd, end)
      case .accept: operations.append(Operation(code: .accept))
      }
      memberOfOperation.append(member)
    }
    return Entry(
      start: Int32(start), count: Int32(program.instructions.count),
      captureCount: Int32(program.captureCount),
      first: program.first.map { Int32(alphabet.number(of: $0)) } ?? -1)
  }
}
