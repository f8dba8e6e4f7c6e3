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
      /// Goes on to the next one; the ``LazyAutomaton`` goes back to `target`.
      case loop
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
  /// The tests that the rules' own patterns name, vetoes apart, and those of them that ask for a label's matches.
  private(set) var mask = NumberSet()
  private(set) var labelMask = NumberSet()

  init(scope: Rule.Scope) { self.scope = scope }

  /// What ``write(to:)`` wrote.
  init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    scope = try reader.value()
    operations = try reader.list()
    memberOfOperation = try reader.list()
    members = try reader.list()
    vetoes = try reader.list()
    endings = try reader.list()
    mask = NumberSet(words: try reader.list())
    labelMask = NumberSet(words: try reader.list())
  }

  func write(to writer: inout ByteWriter) {
    writer.add(scope)
    writer.add(operations)
    writer.add(memberOfOperation)
    writer.add(members)
    writer.add(vetoes)
    writer.add(endings)
    writer.add(mask.words)
    writer.add(labelMask.words)
  }

  /// Makes room for so many instructions more.
  mutating func reserve(_ count: Int) {
    operations.reserveCapacity(operations.count + count)
    memberOfOperation.reserveCapacity(operations.count + count)
  }

  /// Adds a rule, the tests of which `alphabet` numbers; linear in its instructions.
  mutating func add(_ rule: Rule, index: Int, _ code: RuleCode, _ alphabet: inout AlphabetBuilder) {
    let place = Place(
      numbers: alphabet.numbers(of: code.alphabet), operation: Int32(operations.count),
      ending: Int32(endings.count))
    let (member, firstVeto) = (Int32(members.count), Int32(vetoes.count))
    for operation in code.operations { operations.append(place.moved(operation)) }
    memberOfOperation += repeatElement(member, count: code.operations.count)
    for ending in code.endings {
      endings.append(Ending(test: place.number(ending.test), labels: ending.labels))
    }
    for var veto in code.vetoes {
      veto.pattern = place.moved(veto.pattern)
      veto.single = place.number(veto.single)
      veto.ending = place.ending(veto.ending)
      vetoes.append(veto)
    }
    members.append(
      Member(
        rule: Int32(index), label: rule.label, priority: rule.priority, pattern: place.moved(code.pattern),
        before: place.ending(code.before), firstVeto: firstVeto, vetoCount: Int32(code.vetoes.count)))
    code.tests.forEach { mask.insert(Int(place.numbers[$0])) }
    code.labelTests.forEach { labelMask.insert(Int(place.numbers[$0])) }
  }

  /// Where a rule's instructions stand, and what its own numbers are there.
  private struct Place {
    let numbers: [Int32]
    let operation: Int32
    let ending: Int32

    func number(_ test: Int32) -> Int32 { test < 0 ? -1 : numbers[Int(test)] }

    func ending(_ number: Int32) -> Int32 { number < 0 ? -1 : number + ending }

    func moved(_ entry: Entry) -> Entry {
      var entry = entry
      entry.start += operation
      entry.first = number(entry.first)
      return entry
    }

    func moved(_ operation: Operation) -> Operation {
      var moved = operation
      moved.test = number(operation.test)
      moved.otherTest = number(operation.otherTest)
      switch operation.code {
      case .split:
        moved.target += self.operation
        moved.other += self.operation
      case .jump, .loop: moved.target += self.operation
      case .look:
        moved.target += self.operation
        moved.other = ending(operation.other)
      case .token, .label, .save, .accept: break
      }
      return moved
    }
  }

  /// Makes the masks as wide as those of an alphabet of that many 64-bit words.
  mutating func seal(width: Int) {
    mask.widen(to: width)
    labelMask.widen(to: width)
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
}
