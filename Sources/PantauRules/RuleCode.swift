import PantauText

/// What can be worked out of a rule apart from all others: its patterns' instructions, with tests by numbers of its own.
struct RuleCode: Sendable {
  typealias Operation = RuleAutomaton.Operation

  private(set) var operations: [Operation] = []
  private(set) var endings: [RuleAutomaton.Ending] = []
  private(set) var vetoes: [RuleAutomaton.Forbidden] = []
  private(set) var pattern = RuleAutomaton.Entry(start: 0, branchCount: 0, captureCount: 0, first: -1)
  /// How what must stand right before a match ends: a place in ``endings``, -1 for nothing.
  private(set) var before: Int32 = -1
  /// The tests that the pattern itself names, vetoes apart, and those of them that ask for a label's matches.
  private(set) var tests = NumberSet()
  private(set) var labelTests = NumberSet()
  /// The tests by number.
  private(set) var alphabet = AlphabetBuilder()

  /// Compiles a rule; `lists` gives the words that stand in patterns beside the matches of their lists.
  init(
    _ pattern: PatternNode, captureCount: Int, vetoes: [Veto], scope: Rule.Scope, _ lists: WordLists
  ) {
    let program = PatternProgram(pattern, lists, captureCount: captureCount)
    self.pattern = link(program, scope, isVeto: false)
    // Most attempts of a rule that is held by what stands before it alone end with a look at how that ends.
    before = add(PatternProgram.Ending(before: pattern, lists))
    for veto in vetoes {
      let program = PatternProgram(veto.pattern, lists, captureCount: veto.captureCount, onlyAsked: true)
      self.vetoes.append(
        RuleAutomaton.Forbidden(
          place: veto.place, pattern: link(program, scope, isVeto: true), single: number(of: program.single),
          ending: add(program.ending), isToken: program.isToken))
    }
  }

  /// What the first token of a match must meet; nil where any can begin one.
  var first: ElementTest? { pattern.first < 0 ? nil : alphabet.tests[Int(pattern.first)] }

  /// The number of a test; -1 for none.
  private mutating func number(of test: ElementTest?) -> Int32 {
    test.map { Int32(alphabet.number(of: $0)) } ?? -1
  }

  /// The place of an ending in ``endings``; -1 for none.
  private mutating func add(_ ending: PatternProgram.Ending?) -> Int32 {
    guard let ending else { return -1 }
    endings.append(
      RuleAutomaton.Ending(test: number(of: ending.test), labels: MatchTable.LabelSet(ending.labels)))
    return Int32(endings.count - 1)
  }

  private mutating func link(
    _ program: PatternProgram, _ scope: Rule.Scope, isVeto: Bool
  ) -> RuleAutomaton.Entry {
    let start = operations.count
    func place(_ index: Int) -> Int32 { Int32(start + index) }
    // What stands in a look-around the lazy automaton does not follow.
    var lookEnd = 0
    var branches: Int32 = 0
    let numbers = program.tests.map { alphabet.number(of: $0) }
    operations.reserveCapacity(start + program.instructions.count)
    for (index, instruction) in program.instructions.enumerated() {
      let isOutside = !isVeto && index >= lookEnd
      switch instruction {
      case .element(let test):
        if isOutside { tests.insert(numbers[test]) }
        operations.append(Operation(code: .token, test: Int32(numbers[test])))
      case .label(let test):
        if isOutside {
          tests.insert(numbers[test])
          labelTests.insert(numbers[test])
        }
        operations.append(Operation(code: .label, test: Int32(numbers[test]), branch: branches))
        branches += 1
      case .split(let first, let second):
        operations.append(
          Operation(code: .split, target: place(first), other: place(second), branch: branches))
        branches += 1
      case .jump(let to): operations.append(Operation(code: .jump, target: place(to)))
      case .loop(let to): operations.append(Operation(code: .loop, target: place(to)))
      case .save(let slot): operations.append(Operation(code: .save, target: Int32(slot)))
      case .look(let ahead, let negative, let end, let glance):
        let glance = program.glances[glance]
        let test = number(of: glance.test)
        // What a look-behind begins with is no token that the lazy automaton comes to.
        if isOutside, ahead, test >= 0 { tests.insert(Int(test)) }
        operations.append(
          Operation(
            code: .look, ahead: ahead, negative: negative, isWhole: glance.isWhole, test: test,
            target: place(end), other: add(glance.ending), otherTest: number(of: glance.otherTest)))
        lookEnd = max(lookEnd, end)
      case .accept: operations.append(Operation(code: .accept))
      }
    }
    guideSplits(from: start, asksLabels: scope == .sentence)
    return RuleAutomaton.Entry(
      start: Int32(start), branchCount: branches, captureCount: Int32(program.captureCount),
      first: number(of: program.first))
  }

  /// Lets each split from an instruction on know what its ways ask of the next token.
  private mutating func guideSplits(from start: Int, asksLabels: Bool) {
    var walk = NextTokenWalk(operations[start...], asksLabels: asksLabels)
    for index in start..<operations.count where operations[index].code == .split {
      operations[index].test = walk.test(of: operations[index].target, &alphabet)
      operations[index].otherTest = walk.test(of: operations[index].other, &alphabet)
    }
  }
}
