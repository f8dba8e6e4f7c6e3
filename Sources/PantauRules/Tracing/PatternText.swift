extension RuleSet {
  /// A pattern, or part of one, in the pattern language; macros written out.
  func text(of node: PatternNode) -> String {
    switch node {
    case .words(let ids): return words(ids)
    case .tokenClass(let tokenClass): return "#" + tokenClass.rawValue
    case .label(let label, let constraint): return text(of: label, constraint)
    case .sequence(let nodes):
      return nodes.map { $0.isChoice ? "(\(text(of: $0)))" : text(of: $0) }.joined(separator: " ")
    case .choice(let nodes): return nodes.map { text(of: $0) }.joined(separator: " | ")
    case .repetition(let node, let min, let max, let lazy):
      return grouped(node) + RuleSet.quantifier(min, max) + (lazy ? "?" : "")
    case .capture(_, let node): return text(of: node)
    case .look(let ahead, let negative, let node):
      return "(?" + (ahead ? "" : "<") + (negative ? "!" : "=") + " " + text(of: node) + ")"
    }
  }

  /// `<label column=value>`.
  func text(of label: LabelID, _ constraint: LabelConstraint?) -> String {
    let name = labels.names[Int(label)]
    guard let constraint else { return "<\(name)>" }
    let sign = constraint.negative ? "!=" : "="
    return "<\(name) \(constraint.column)\(sign)\(constraint.values.joined(separator: "|"))>"
  }

  /// The ways of an element that a text may go on with: few words one by one.
  func ways(of node: PatternNode) -> [String] {
    guard case .words(let ids) = node, ids.count <= RuleSet.shownWords else {
      return [node.isChoice ? "(\(text(of: node)))" : text(of: node)]
    }
    return ids.map { spelled($0) }
  }

  /// Words of an element that are shown.
  private static let shownWords = 4

  private func words(_ ids: [UInt32]) -> String {
    ids.prefix(RuleSet.shownWords).map { spelled($0) }.joined(separator: " | ")
      + (ids.count > RuleSet.shownWords ? " | …" : "")
  }

  /// A word of a pattern; marks stand in quotes.
  private func spelled(_ id: UInt32) -> String {
    let word = spelling(of: id) ?? "?"
    let isWord = word.utf8.first.map { ($0 | 0x20) &- 97 < 26 || $0 >= 0xC3 || $0 &- 48 < 10 } ?? false
    return isWord ? word : "\"\(word)\""
  }

  private func grouped(_ node: PatternNode) -> String {
    switch node {
    case .sequence, .repetition, .capture: "(\(text(of: node)))"
    default: node.isChoice ? "(\(text(of: node)))" : text(of: node)
    }
  }

  private static func quantifier(_ min: Int, _ max: Int?) -> String {
    switch (min, max) {
    case (0, 1): "?"
    case (0, nil): "*"
    case (1, nil): "+"
    case (_, nil): "{\(min),}"
    case (_, let max?): min == max ? "{\(min)}" : "{\(min),\(max)}"
    }
  }
}

extension PatternNode {
  /// Whether its text is several with marks between them.
  fileprivate var isChoice: Bool {
    switch self {
    case .choice: true
    case .words(let ids): ids.count > 1
    default: false
    }
  }
}
