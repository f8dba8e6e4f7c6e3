import PantauText

/// Where the next match of a label begins, for labels that patterns cannot do without: a rule whose label does not come
/// before its scope ends need not be tried.
struct LabelPositions {
  /// By label, then by token: the first token from there on at which a match of the label begins; empty for labels that
  /// were not asked for.
  private var next: [[Int32]] = []

  /// Linear in tokens times labels, and in matches.
  init(of labels: [LabelID], in text: AnnotatedText) {
    guard let last = labels.max() else { return }
    next = Array(repeating: [], count: Int(last) + 1)
    for label in labels { next[Int(label)] = Array(repeating: Int32.max, count: text.tokens.count) }
    for match in text.matches.matches where Int(match.label) < next.count && !next[Int(match.label)].isEmpty {
      next[Int(match.label)][Int(match.start)] = match.start
    }
    for label in labels {
      for token in text.tokens.indices.dropLast().reversed() where next[Int(label)][token] == Int32.max {
        next[Int(label)][token] = next[Int(label)][token + 1]
      }
    }
  }

  /// Whether a match of each label begins at `token` or later, but before `limit`.
  @inline(__always)
  func hold(_ labels: [LabelID], from token: Int, before limit: Int) -> Bool {
    for label in labels where next[Int(label)][token] >= limit { return false }
    return true
  }
}

extension PatternNode {
  /// The labels that every match holds, look-around apart.
  var requiredLabels: Set<LabelID> {
    switch self {
    case .words, .tokenClass, .look: return []
    case .label(let label, _): return [label]
    case .sequence(let nodes): return nodes.reduce(into: []) { $0.formUnion($1.requiredLabels) }
    case .choice(let nodes):
      guard let first = nodes.first else { return [] }
      return nodes.dropFirst().reduce(first.requiredLabels) { $0.intersection($1.requiredLabels) }
    case .repetition(let node, let min, _, _): return min > 0 ? node.requiredLabels : []
    case .capture(_, let node): return node.requiredLabels
    }
  }
}
