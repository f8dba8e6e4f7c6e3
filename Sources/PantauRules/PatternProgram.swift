import PantauText

/// A pattern compiled to a nondeterministic automaton over word identifiers, token classes and earlier matches.
///
/// A class, so that the hot path hands on one reference instead of its arrays.
final class PatternProgram: Sendable {
  enum Instruction: Sendable {
    case word(UInt32)
    case wordSet(Int)
    case tokenClass(TokenClass)
    case label(LabelID, constraint: Int)
    /// Tries `first`, then `second`.
    case split(first: Int, second: Int)
    case jump(Int)
    case save(Int)
    /// The instructions up to `end` must match (or not) ahead, or end here.
    case look(ahead: Bool, negative: Bool, end: Int)
    case accept
  }

  /// Instructions that a pattern may have: counts inside counts multiply.
  static let largest = 4000

  let instructions: [Instruction]
  let wordSets: [[UInt32]]
  let constraints: [LabelConstraint]
  let captureCount: Int
  /// What the first token of a match can be.
  let first: FirstSet
  /// Labels without which there is no match.
  let required: [LabelID]

  init(_ node: PatternNode, captureCount: Int) {
    self.captureCount = captureCount
    first = FirstSet(node)
    required = node.requiredLabels.sorted()
    var compiler = PatternCompiler()
    compiler.emit(node)
    instructions = compiler.instructions + [.accept]
    wordSets = compiler.wordSets
    constraints = compiler.constraints
  }
}

/// Writes a pattern's instructions.
private struct PatternCompiler {
  typealias Instruction = PatternProgram.Instruction

  var instructions: [Instruction] = []
  var wordSets: [[UInt32]] = []
  var constraints: [LabelConstraint] = []

  mutating func emit(_ node: PatternNode) {
    switch node {
    case .words(let ids) where ids.count == 1: instructions.append(.word(ids[0]))
    case .words(let ids):
      wordSets.append(ids.sorted())
      instructions.append(.wordSet(wordSets.count - 1))
    case .tokenClass(let tokenClass): instructions.append(.tokenClass(tokenClass))
    case .label(let label, let constraint):
      if let constraint { constraints.append(constraint) }
      instructions.append(.label(label, constraint: constraint == nil ? -1 : constraints.count - 1))
    case .sequence(let nodes): for node in nodes { emit(node) }
    case .choice(let nodes): emit(choice: nodes)
    case .repetition(let node, let min, let max, let lazy): emit(node, min: min, max: max, lazy: lazy)
    case .capture(let number, let node):
      instructions.append(.save(number * 2))
      emit(node)
      instructions.append(.save(number * 2 + 1))
    case .look(let ahead, let negative, let node):
      let at = instructions.count
      instructions.append(.look(ahead: ahead, negative: negative, end: 0))
      emit(node)
      instructions.append(.accept)
      instructions[at] = .look(ahead: ahead, negative: negative, end: instructions.count)
    }
  }

  private mutating func emit(choice nodes: [PatternNode]) {
    var exits: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index < nodes.count - 1 else {
        emit(node)
        break
      }
      let at = instructions.count
      instructions.append(.jump(0))
      emit(node)
      exits.append(instructions.count)
      instructions.append(.jump(0))
      instructions[at] = .split(first: at + 1, second: instructions.count)
    }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func emit(_ node: PatternNode, min: Int, max: Int?, lazy: Bool) {
    for _ in 0..<min { emit(node) }
    func split(_ body: Int, _ exit: Int) -> Instruction {
      lazy ? .split(first: exit, second: body) : .split(first: body, second: exit)
    }
    guard let max else {
      let at = instructions.count
      instructions.append(.jump(0))
      emit(node)
      instructions.append(.jump(at))
      instructions[at] = split(at + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in min..<max {
      splits.append(instructions.count)
      instructions.append(.jump(0))
      emit(node)
    }
    for at in splits { instructions[at] = split(at + 1, instructions.count) }
  }
}

/// What the first token of a match can be, so that a rule looks only where it can begin.
struct FirstSet: Sendable {
  var words: Set<UInt32> = []
  var labels: Set<LabelID> = []
  /// Classes of tokens that can begin it.
  var classes: [TokenClass] = []
  /// Any token can begin it, or nothing at all is needed.
  var anything = false

  init(_ node: PatternNode) {
    if collect(node) { anything = true }
  }

  /// Adds what `node` can begin with; returns whether it can be empty.
  private mutating func collect(_ node: PatternNode) -> Bool {
    switch node {
    case .words(let ids):
      words.formUnion(ids)
      return false
    case .tokenClass(.any):
      anything = true
      return false
    case .tokenClass(let tokenClass):
      if !classes.contains(tokenClass) { classes.append(tokenClass) }
      return false
    case .label(let label, _):
      labels.insert(label)
      return false
    case .sequence(let nodes):
      for node in nodes where !collect(node) { return false }
      return true
    case .choice(let nodes):
      var empty = false
      for node in nodes where collect(node) { empty = true }
      return empty
    case .repetition(let node, let min, _, _):
      let empty = collect(node)
      return empty || min == 0
    case .capture(_, let node): return collect(node)
    case .look: return true
    }
  }
}
