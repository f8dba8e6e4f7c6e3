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
    /// Whether `test`, behind the ending, tells all that the look asks.
    var isWhole = false
    /// What a token must meet; of a split, what the next token must for `target` to lead on; of a look, its
    /// ``PatternProgram/Glance/test``. -1 for none.
    var test: Int32 = -1
    var target: Int32 = 0
    /// Of a split, the way to try later, and what the next token must meet for it to lead on, -1 for none. Of a look behind,
    /// how a match ends: a place in ``RuleAutomaton/endings``, -1 for none. Of a look ahead, its
    /// ``PatternProgram/Glance/otherTest``, -1 for none.
    var other: Int32 = 0
    var otherTest: Int32 = -1
    /// The number of a split or label among those of its pattern.
    var branch: Int32 = 0
  }

  /// A pattern among the instructions.
  struct Entry: Sendable {
    var start: Int32
    /// Splits and labels among its instructions.
    var branchCount: Int32
    var captureCount: Int32
    /// What its first token must meet; -1 for anything.
    var first: Int32
  }

  /// A rule of the automaton.
  struct Member: Sendable {
    /// Index in ``RuleSet/rules``.
    var rule: Int32
    var label: LabelID
    var priority: Int
    var pattern: Entry
    /// How what must stand right before a match ends: a place in ``RuleAutomaton/endings``, -1 for nothing.
    var before: Int32
    /// Its vetoes in ``RuleAutomaton/vetoes``.
    var firstVeto: Int32
    var vetoCount: Int32
  }

  /// A pattern that forbids a member's match.
  struct Forbidden: Sendable {
    var place: Veto.Place
    var pattern: Entry
    /// What is a match by itself, -1 for nothing.
    var single: Int32
    /// How the pattern's matches end: a place in ``RuleAutomaton/endings``, -1 where that is not known.
    var ending: Int32
    /// Whether a match is one token, so that the ending tells all.
    var isToken: Bool
  }

  /// How each match of a pattern ends: with a token that meets the test, or with a match of one of the labels.
  struct Ending: Sendable {
    /// -1 for none.
    var test: Int32
    var labels: MatchTable.LabelSet
  }

  let scope: Rule.Scope
  private(set) var operations: [Operation] = []
  /// The member to which each instruction belongs.
  private(set) var memberOfOperation: [Int32] = []
  private(set) var members: [Member] = []
  private(set) var vetoes: [Forbidden] = []
  private(set) var endings: [Ending] = []
  /// The tests that the rules' own patterns name, vetoes apart, and those of them that ask for a label's matches;
  /// ``seal(width:)`` makes them bits.
  private var tests: Set<Int> = []
  private var labelTests: Set<Int> = []
  private(set) var mask: [UInt64] = []
  private(set) var labelMask: [UInt64] = []

  init(scope: Rule.Scope) { self.scope = scope }

  /// Adds a rule, the tests of which `alphabet` numbers.
  mutating func add(_ rule: Rule, index: Int, _ alphabet: inout AlphabetBuilder) {
    let member = Int32(members.count)
    let pattern = link(rule.program, member, &alphabet, isVeto: false)
    let firstVeto = vetoes.count
    for veto in rule.vetoes {
      vetoes.append(
        Forbidden(
          place: veto.place, pattern: link(veto.program, member, &alphabet, isVeto: true),
          single: veto.program.single.map { Int32(alphabet.number(of: $0)) } ?? -1,
          ending: add(veto.program.ending, &alphabet), isToken: veto.program.isToken))
    }
    members.append(
      Member(
        rule: Int32(index), label: rule.label, priority: rule.priority, pattern: pattern,
        before: before(pattern), firstVeto: Int32(firstVeto), vetoCount: Int32(rule.vetoes.count)))
  }

  /// Most attempts of a rule that is held by what stands before it alone end with a look at how that ends.
  private func before(_ pattern: Entry) -> Int32 {
    let first = operations[Int(pattern.start)]
    return first.code == .look && !first.ahead && !first.negative ? first.other : -1
  }

  /// The place of an ending in ``endings``; -1 for none.
  private mutating func add(_ ending: PatternProgram.Ending?, _ alphabet: inout AlphabetBuilder) -> Int32 {
    guard let ending else { return -1 }
    let test = ending.test.map { Int32(alphabet.number(of: $0)) } ?? -1
    endings.append(Ending(test: test, labels: MatchTable.LabelSet(ending.labels)))
    return Int32(endings.count - 1)
  }

  /// Calls `body` with the instructions and endings.
  func withUnsafePointers(_ body: (UnsafePointer<Operation>, UnsafePointer<Ending>) -> Void) {
    operations.withUnsafeBufferPointer { operations in
      endings.withUnsafeBufferPointer { endings in
        // A list without an element may have no address; then no instruction leads to it.
        let none = UnsafePointer<Ending>(bitPattern: MemoryLayout<Ending>.alignment)
        if let operations = operations.baseAddress, let endings = endings.baseAddress ?? none {
          body(operations, endings)
        }
      }
    }
  }

  /// Makes the masks for an alphabet of that many 64-bit words.
  mutating func seal(width: Int) {
    func mask(_ tests: Set<Int>) -> [UInt64] {
      var mask = Array(repeating: UInt64(0), count: width)
      for test in tests { mask[test >> 6] |= 1 << UInt64(test & 63) }
      return mask
    }
    self.mask = mask(tests)
    labelMask = mask(labelTests)
  }

  private mutating func link(
    _ program: PatternProgram, _ member: Int32, _ alphabet: inout AlphabetBuilder, isVeto: Bool
  ) -> Entry {
    let start = operations.count
    func place(_ index: Int) -> Int32 { Int32(start + index) }
    // What stands in a look-around the lazy automaton does not follow.
    var lookEnd = 0
    var branches: Int32 = 0
    let numbers = program.tests.map { alphabet.number(of: $0) }
    for (index, instruction) in program.instructions.enumerated() {
      func known(_ number: Int) -> Int32 {
        if !isVeto, index >= lookEnd { tests.insert(number) }
        return Int32(number)
      }
      switch instruction {
      case .element(let test): operations.append(Operation(code: .token, test: known(numbers[test])))
      case .label(let test):
        operations.append(Operation(code: .label, test: known(numbers[test]), branch: branches))
        branches += 1
        if !isVeto, index >= lookEnd { labelTests.insert(numbers[test]) }
      case .split(let first, let second):
        operations.append(
          Operation(code: .split, target: place(first), other: place(second), branch: branches))
        branches += 1
      case .jump(let to): operations.append(Operation(code: .jump, target: place(to)))
      case .save(let slot): operations.append(Operation(code: .save, target: Int32(slot)))
      case .look(let ahead, let negative, let end, let glance):
        operations.append(
          Operation(
            code: .look, ahead: ahead, negative: negative, isWhole: glance.isWhole,
            // What a look-behind begins with is no token that the lazy automaton comes to.
            test: glance.test.map { test in
              let number = alphabet.number(of: test)
              return ahead ? known(number) : Int32(number)
            } ?? -1,
            target: place(end), other: add(glance.ending, &alphabet),
            otherTest: glance.otherTest.map { Int32(alphabet.number(of: $0)) } ?? -1))
        lookEnd = max(lookEnd, end)
      case .accept: operations.append(Operation(code: .accept))
      }
      memberOfOperation.append(member)
    }
    guideSplits(from: start, &alphabet)
    return Entry(
      start: Int32(start), branchCount: branches, captureCount: Int32(program.captureCount),
      first: program.first.map { Int32(alphabet.number(of: $0)) } ?? -1)
  }

  /// Lets each split from an instruction on know what its ways ask of the next token.
  private mutating func guideSplits(from start: Int, _ alphabet: inout AlphabetBuilder) {
    var walk = NextTokenWalk(operations[start...], asksLabels: scope == .sentence)
    for index in start..<operations.count where operations[index].code == .split {
      operations[index].test = walk.test(of: operations[index].target, &alphabet)
      operations[index].otherTest = walk.test(of: operations[index].other, &alphabet)
    }
  }
}
