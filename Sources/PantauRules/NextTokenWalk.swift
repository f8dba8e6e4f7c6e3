/// Finds what the next token must meet for an instruction of a pattern to lead on. All walks of a pattern together are linear in it:
/// what is known of an instruction is kept.
struct NextTokenWalk {
  private let operations: [RuleAutomaton.Operation]
  private let start: Int32
  /// Symbols speak of sentences: elsewhere a match may begin that no symbol tells of.
  private let asksLabels: Bool
  /// By instruction: what is known of it.
  private var known: [Knowledge]
  /// The depth of the outermost instruction under way to which the walk came back.
  private var outermost = Int.max

  private enum Knowledge {
    case nothing
    /// The walk is behind it, at this depth.
    case underway(Int)
    case test(Next)
  }

  /// What an instruction asks of the next token.
  private enum Next {
    /// Nothing leads on that is not told elsewhere: a loop came back to itself.
    case none
    case any
    case number(Int)
  }

  init(_ operations: ArraySlice<RuleAutomaton.Operation>, asksLabels: Bool) {
    self.operations = Array(operations)
    start = Int32(operations.startIndex)
    self.asksLabels = asksLabels
    known = Array(repeating: .nothing, count: operations.count)
  }

  /// The number of a test; -1 where the token need not meet any.
  mutating func test(of index: Int32, _ alphabet: inout AlphabetBuilder) -> Int32 {
    if case .number(let number) = next(of: Int(index - start), 0, &alphabet) { Int32(number) } else { -1 }
  }

  private mutating func next(of index: Int, _ depth: Int, _ alphabet: inout AlphabetBuilder) -> Next {
    switch known[index] {
    case .test(let next): return next
    case .underway(let depth):
      outermost = min(outermost, depth)
      return .none
    case .nothing: break
    }
    known[index] = .underway(depth)
    let next = follow(index, depth + 1, &alphabet)
    // What came back to an instruction further out does not know yet what that one asks.
    let isWhole = outermost >= depth
    if isWhole { outermost = .max }
    known[index] = isWhole ? .test(next) : .nothing
    return next
  }

  private mutating func follow(_ index: Int, _ depth: Int, _ alphabet: inout AlphabetBuilder) -> Next {
    let operation = operations[index]
    switch operation.code {
    case .token: return .number(Int(operation.test))
    case .label: return asksLabels ? .number(Int(operation.test)) : .any
    case .jump, .look: return next(of: Int(operation.target - start), depth, &alphabet)
    case .save, .loop: return next(of: index + 1, depth, &alphabet)
    case .accept: return .any
    case .split:
      let first = next(of: Int(operation.target - start), depth, &alphabet)
      let second = next(of: Int(operation.other - start), depth, &alphabet)
      switch (first, second) {
      case (.any, _), (_, .any): return .any
      case (.none, let other), (let other, .none): return other
      case (.number(let first), .number(let second)):
        return alphabet.number(ofAny: [first, second]).map { .number($0) } ?? .any
      }
    }
  }
}
