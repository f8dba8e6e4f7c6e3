import PantauText

/// A pattern as its author wrote it.
indirect enum PatternNode: Sendable, Equatable {
  case words([UInt32])
  case tokenClass(TokenClass)
  case label(LabelID, LabelConstraint?)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repetition(PatternNode, min: Int, max: Int?, lazy: Bool)
  case capture(Int, PatternNode)
  case look(ahead: Bool, negative: Bool, PatternNode)

  /// Instructions that the node compiles to, roughly; saturates far above ``PatternProgram/largest``.
  var size: Int {
    switch self {
    case .words, .tokenClass, .label: return 1
    case .sequence(let nodes): return nodes.reduce(0) { min($0 + $1.size, 1 << 30) }
    case .choice(let nodes): return nodes.reduce(0) { min($0 + $1.size + 2, 1 << 30) }
    case .repetition(let node, let min, let max, _):
      return Swift.min((node.size + 1) * Swift.max(1, max ?? min + 1), 1 << 30)
    case .capture(_, let node), .look(_, _, let node): return node.size + 2
    }
  }
}

extension PatternNode {
  /// Whether it takes no token: it looks around, and nothing else.
  var isLook: Bool {
    switch self {
    case .look: true
    case .sequence(let nodes), .choice(let nodes): nodes.allSatisfy(\.isLook)
    case .words, .tokenClass, .label, .repetition, .capture: false
    }
  }
}

/// A class of tokens that patterns name by `#name`.
enum TokenClass: String, Hashable, Sendable, CaseIterable {
  /// Any token.
  case any
  /// A word of any kind.
  case word
  /// A word that begins with a capital.
  case capital
  /// A word all in capitals.
  case capitals
  /// A word that begins with a small letter.
  case small
  /// Digits.
  case number
  /// A mark.
  case mark
  /// A token that follows its predecessor without white space.
  case joined
  /// The first token of a line.
  case linestart
}

/// What an earlier match must be besides bearing its label: a column of its lexicon entry, or a constant that its rule
/// sets, has one of the values.
struct LabelConstraint: Hashable, Sendable {
  var column: String
  var values: [String]
  var negative: Bool
}

extension TokenClass {
  /// Whether a token of this kind and with these traits belongs to the class.
  func holds(_ kind: Token.Kind, _ traits: Token.Traits) -> Bool {
    switch self {
    case .any: true
    case .word: kind == .word
    case .capital: kind == .word && traits.contains(.capitalised)
    case .capitals: kind == .word && traits.contains(.allCapitals)
    case .small: kind == .word && !traits.contains(.capitalised)
    case .number: kind == .number
    case .mark: kind == .punctuation
    case .joined: !traits.contains(.spaceBefore) && !traits.contains(.lineStart)
    case .linestart: traits.contains(.lineStart)
    }
  }
}
