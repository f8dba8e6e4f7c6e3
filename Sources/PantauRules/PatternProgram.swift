/// A pattern compiled to the instructions of a nondeterministic automaton over tests of tokens.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// One token that meets a test, given by its place in ``tests``.
    case element(Int)
    /// An earlier match, of one token or more, that does.
    case label(Int)
    /// Tries `first`, then `second`.
    case split(first: Int, second: Int)
    case jump(Int)
    case save(Int)
    /// Nothing to a search; to the lazy automaton, a way back.
    case loop(Int)
    /// The instructions up to `end` must match (or not) ahead, or end here; the glance is its place in ``glances``.
    case look(ahead: Bool, negative: Bool, end: Int, glance: Int)
    case accept

    /// The same as it stands `distance` instructions further on.
    func moved(by distance: Int) -> Instruction {
      switch self {
      case .element, .label, .save, .accept: self
      case .split(let first, let second): .split(first: first + distance, second: second + distance)
      case .jump(let target): .jump(target + distance)
      case .loop(let target): .loop(target + distance)
      case .look(let ahead, let negative, let end, let glance):
        .look(ahead: ahead, negative: negative, end: end + distance, glance: glance)
      }
    }
  }

  /// What one token tells of a look-around.
  struct Glance: Sendable {
    /// Ahead, positive: without it there is no match. Ahead, negative: with it there is one. Behind: what a match begins
    /// with. Nil where one token tells nothing.
    var test: ElementTest?
    /// Ahead, positive: with it there is a match. Ahead, negative: without it there is none. Nil as above.
    var otherTest: ElementTest?
    /// Behind: how a match ends.
    var ending: Ending?
    /// Whether the test, behind the ending, tells all.
    var isWhole: Bool
  }

  /// How each match of a pattern ends that is never empty.
  struct Ending: Sendable {
    /// What its last token meets, unless a match with one of the labels ends there; nil where one does.
    var test: ElementTest?
    var labels: [LabelID]

    /// The ending of `node`; nil where a match can be empty.
    init?(_ node: PatternNode, _ lists: WordLists) {
      guard let tests = node.lastTests(lists) else { return nil }
      test = tests.tokens.isEmpty ? nil : ElementTest(anyOf: tests.tokens)
      labels = tests.labels
    }

    /// Any of the endings.
    private init(anyOf endings: [Self]) {
      let tests = endings.compactMap(\.test)
      test = tests.isEmpty ? nil : ElementTest(anyOf: tests)
      labels = endings.flatMap(\.labels)
    }

    /// The ending of what must stand right before a match of `node`, as each of its ways says by a look behind with which it begins;
    /// nil where one does not.
    init?(before node: PatternNode, _ lists: WordLists) {
      switch node {
      case .look(ahead: false, negative: false, let node): self.init(node, lists)
      case .capture(_, let node): self.init(before: node, lists)
      case .repetition(let node, let min, _, _):
        if min == 0 { return nil }
        self.init(before: node, lists)
      case .sequence(let nodes):
        // Looks around stand side by side; what stands behind an element of tokens is no beginning any more.
        let first = nodes.firstIndex { !$0.isLook } ?? nodes.endIndex
        let beginning = nodes[..<min(first + 1, nodes.endIndex)]
        guard let ending = beginning.lazy.compactMap({ Self(before: $0, lists) }).first else { return nil }
        self = ending
      case .choice(let nodes):
        let endings = nodes.map { Self(before: $0, lists) }
        let known = endings.compactMap { $0 }
        if known.isEmpty || known.count < endings.count { return nil }
        self.init(anyOf: known)
      case .words, .tokenClass, .label, .look: return nil
      }
    }
  }

  /// Ways to go on in a counted repetition from which on the lazy automaton does not count: it needs a state for each number
  /// of rounds.
  static let fewestUncounted = 4

  /// Instructions that a pattern may have: counts inside counts multiply.
  static let largest = 4000

  let instructions: [Instruction]
  /// What elements ask, each once as the pattern was written: copies of what is repeated share them.
  let tests: [ElementTest]
  /// What look-arounds can tell by one token. Instructions name it, as they do tests: they are numbers only, so that copies cost
  /// nothing but their bytes.
  let glances: [Glance]
  let captureCount: Int
  /// What the first token of a match can be; nil where any can.
  let first: ElementTest?
  /// What is a match by itself: the alternatives that are one element each; nil where there are none. Only for what is `onlyAsked`.
  let single: ElementTest?
  /// How a match ends; nil where it can be empty.
  let ending: Ending?
  /// Whether a match is one token, so that the ending's test tells all.
  let isToken: Bool

  /// Compiles a pattern; `lists` gives the words that stand in it beside the matches of their lists. Of one that is `onlyAsked`
  /// whether it matches, not where to, it does not matter which way is tried first.
  init(_ node: PatternNode, _ lists: WordLists, captureCount: Int, onlyAsked: Bool = false) {
    self.captureCount = captureCount
    first = node.firstTest(lists)
    let single = onlyAsked ? node.singleTests(lists) : (tests: [], isWhole: false)
    self.single = single.isWhole ? first : single.tests.isEmpty ? nil : ElementTest(anyOf: single.tests)
    ending = Ending(node, lists)
    isToken = node.tokenTest != nil
    var compiler = PatternCompiler(lists: lists, isOnlyAsked: onlyAsked)
    compiler.emit(node)
    compiler.instructions.append(.accept)
    instructions = compiler.instructions
    tests = compiler.tests
    glances = compiler.glances
  }
}

/// Writes a pattern's instructions.
private struct PatternCompiler {
  typealias Instruction = PatternProgram.Instruction

  let lists: WordLists
  /// Whether nobody asks which of several ways matches.
  var isOnlyAsked: Bool
  var instructions: [Instruction] = []
  var tests: [ElementTest] = []
  var glances: [PatternProgram.Glance] = []

  /// The place of a further test.
  private mutating func add(_ test: ElementTest) -> Int {
    tests.append(test)
    return tests.count - 1
  }

  mutating func emit(_ node: PatternNode) {
    switch node {
    case .words(let ids): instructions.append(.element(add(ElementTest(words: ids))))
    case .tokenClass(let tokenClass): instructions.append(.element(add(.tokenClass(tokenClass))))
    case .label(let label, let constraint): emit(label, constraint)
    case .sequence(let nodes): for node in nodes { emit(node) }
    case .choice(let nodes): emit(choice: nodes)
    case .repetition(let node, let min, let max, let lazy): emit(node, min: min, max: max, lazy: lazy)
    case .capture(let number, let node):
      instructions.append(.save(number * 2))
      emit(node)
      instructions.append(.save(number * 2 + 1))
    case .look(let ahead, let negative, let node):
      let at = instructions.count
      instructions.append(.accept)
      let wasOnlyAsked = isOnlyAsked
      isOnlyAsked = true
      emit(node)
      isOnlyAsked = wasOnlyAsked
      instructions.append(.accept)
      instructions[at] = .look(
        ahead: ahead, negative: negative, end: instructions.count, glance: glances.count)
      glances.append(glance(node, ahead, negative))
    }
  }

  /// A match or, where its list's words are none, one of those.
  private mutating func emit(_ label: LabelID, _ constraint: LabelConstraint?) {
    let match = Instruction.label(add(.label(label, constraint)))
    guard let words = lists.words(of: label, constraint) else {
      instructions.append(match)
      return
    }
    let at = instructions.count
    instructions += [
      .split(first: at + 1, second: at + 3), match, .jump(at + 4), .element(add(ElementTest(words: words))),
    ]
  }

  private func glance(_ node: PatternNode, _ ahead: Bool, _ negative: Bool) -> PatternProgram.Glance {
    guard ahead else {
      return .init(
        test: node.firstTest(lists), ending: PatternProgram.Ending(node, lists),
        isWhole: node.tokenTest != nil)
    }
    let single = node.singleTests(lists)
    if single.isWhole { return .init(test: ElementTest(anyOf: single.tests), isWhole: true) }
    let alone = single.tests.isEmpty ? nil : ElementTest(anyOf: single.tests)
    let first = node.firstTest(lists)
    return .init(test: negative ? alone : first, otherTest: negative ? first : alone, isWhole: false)
  }

  private mutating func emit(choice nodes: [PatternNode]) {
    var exits: [Int] = []
    emit(ways(of: nodes)[...], &exits)
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  /// Halves the ways until one is left: as the next token shuts most ways, few splits lead to the one that is open.
  private mutating func emit(_ ways: ArraySlice<Way>, _ exits: inout [Int]) {
    guard ways.count > 1 else {
      switch ways.first {
      case .token(let tests): instructions.append(.element(add(ElementTest(anyOf: tests))))
      case .node(let node): emit(node)
      case nil: break
      }
      return
    }
    let middle = ways.startIndex + ways.count / 2
    let at = instructions.count
    instructions.append(.jump(0))
    emit(ways[..<middle], &exits)
    exits.append(instructions.count)
    instructions.append(.jump(0))
    instructions[at] = .split(first: at + 1, second: instructions.count)
    emit(ways[middle...], &exits)
  }

  /// What a choice is between.
  private enum Way {
    /// One token that meets one of the tests.
    case token([ElementTest])
    case node(PatternNode)
  }

  /// Alternatives side by side that are one token each are one: it does not matter which of them is tried first. Nor does it of
  /// any where only is asked whether one matches.
  private func ways(of nodes: [PatternNode]) -> [Way] {
    var ways: [Way] = []
    ways.reserveCapacity(nodes.count + 1)
    var tokens: [ElementTest] = []
    for node in nodes {
      if let test = node.tokenTest {
        tokens.append(test)
        continue
      }
      if !isOnlyAsked, !tokens.isEmpty {
        ways.append(.token(tokens))
        tokens.removeAll()
      }
      ways.append(.node(node))
    }
    if !tokens.isEmpty { ways.append(.token(tokens)) }
    return ways
  }

  private mutating func emit(_ node: PatternNode, min: Int, max: Int?, lazy: Bool) {
    var body: Range<Int>?
    for _ in 0..<min { emit(node, orCopyOf: &body) }
    func split(_ body: Int, _ exit: Int) -> Instruction {
      lazy ? .split(first: exit, second: body) : .split(first: body, second: exit)
    }
    guard let max else {
      let at = instructions.count
      instructions.append(.jump(0))
      emit(node, orCopyOf: &body)
      instructions.append(.jump(at))
      instructions[at] = split(at + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for round in min..<max {
      splits.append(instructions.count)
      instructions.append(.jump(0))
      emit(node, orCopyOf: &body)
      if round == min, max - min >= PatternProgram.fewestUncounted { instructions.append(.loop(splits[0])) }
    }
    for at in splits { instructions[at] = split(at + 1, instructions.count) }
  }

  /// What is repeated is compiled once, into `body`, and copied from there.
  private mutating func emit(_ node: PatternNode, orCopyOf body: inout Range<Int>?) {
    let start = instructions.count
    guard let body else {
      emit(node)
      body = start..<instructions.count
      return
    }
    for index in body { instructions.append(instructions[index].moved(by: start - body.lowerBound)) }
  }
}
