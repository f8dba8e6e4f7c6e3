extension RuleSet {
  /// A pattern, or part of one, in the pattern language; macros written out.
  func text(of node: PatternNode) -> String {
    switch node {
    case .words(let ids): return words(ids)
    case .tokenClass(let tokenClass): return "#" + tokenClass.rawValue
    case .label(let label, let constraint): return text(of: label, constraint)
    case .sequence(let nodes):
      return nodes.map { if case .choice = $0 { "(\(text(of: $0)))" } else { text(of: $0) } }
        .joined(separator: " ")
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

  private func words(_ ids: [UInt32]) -> String {
    let shown = ids.prefix(4).map { spelled($0) }
    return shown.count == 1
      ? shown[0] : "(" + shown.joined(separator: " | ") + (ids.count > 4 ? " | …" : "") + ")"
  }

  /// A word of a pattern; marks stand in quotes.
  private func spelled(_ id: UInt32) -> String {
    let word = spellings[id] ?? "?"
    let isWord = word.utf8.first.map { ($0 | 0x20) &- 97 < 26 || $0 >= 0xC3 || $0 &- 48 < 10 } ?? false
    return isWord ? word : "\"\(word)\""
  }

  private func grouped(_ node: PatternNode) -> String {
    switch node {
    case .sequence, .choice, .repetition, .capture: "(\(text(of: node)))"
    default: text(of: node)
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
