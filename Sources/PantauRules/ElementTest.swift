/// What one element of a pattern asks of a token. The tests of all rules together are the alphabet over which they run.
enum ElementTest: Hashable, Sendable {
  /// The token is one of these words, sorted.
  case words([UInt32])
  case tokenClass(TokenClass)
  /// A match of the label begins here that meets the constraint.
  case label(LabelID, LabelConstraint?)
  /// One of these holds.
  case any([ElementTest])

  /// Of many words a few: tests that ask for others are told apart by comparison.
  func hash(into hasher: inout Hasher) {
    switch self {
    case .words(let ids):
      hasher.combine(ids.count)
      hasher.combine(ids.first)
      hasher.combine(ids.last)
    case .tokenClass(let tokenClass): hasher.combine(tokenClass)
    case .label(let label, let constraint):
      hasher.combine(label)
      hasher.combine(constraint)
    case .any(let parts): hasher.combine(parts)
    }
  }

  init(words ids: [UInt32]) {
    if zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) {
      self = .words(ids)
      return
    }
    var unique: [UInt32] = []
    for id in ids.sorted() where unique.last != id { unique.append(id) }
    self = .words(unique)
  }

  /// Holds where one of `tests` does; all their words are one test.
  init(anyOf tests: [ElementTest]) {
    var words: [UInt32] = []
    var others: [ElementTest] = []
    func add(_ test: ElementTest) {
      switch test {
      case .words(let ids): words += ids
      case .any(let parts): for part in parts { add(part) }
      case .tokenClass, .label:
        if !others.contains(test) { others.append(test) }
      }
    }
    for test in tests { add(test) }
    if !words.isEmpty { others.append(ElementTest(words: words)) }
    self = others.count == 1 ? others[0] : .any(others)
  }
}

/// By list: the words of it that no match is made of, which stand in compiled patterns themselves, behind the list's longer phrases.
typealias WordLists = [LabelID: [UInt32]]

extension WordLists {
  /// The words that an element stands for which asks for matches of a list; nil where it asks for matches alone.
  func words(of label: LabelID, _ constraint: LabelConstraint?) -> [UInt32]? {
    constraint?.admits(nil) == false ? nil : self[label]
  }
}

extension PatternNode {
  /// What the first token of a match can be; nil where a match can be empty or begin with any token.
  func firstTest(_ lists: WordLists) -> ElementTest? {
    var tests: [ElementTest] = []
    return addFirst(to: &tests, lists) || tests.contains(.tokenClass(.any)) ? nil : ElementTest(anyOf: tests)
  }

  /// Adds what the node can begin with; returns whether it can be empty.
  private func addFirst(to tests: inout [ElementTest], _ lists: WordLists) -> Bool {
    func add(_ test: ElementTest) {
      if !tests.contains(test) { tests.append(test) }
    }
    switch self {
    case .words(let ids): add(ElementTest(words: ids))
    case .tokenClass(let tokenClass): add(.tokenClass(tokenClass))
    case .label(let label, let constraint):
      add(.label(label, constraint))
      if let ids = lists.words(of: label, constraint) { add(ElementTest(words: ids)) }
    case .sequence(let nodes):
      for node in nodes where !node.addFirst(to: &tests, lists) { return false }
      return true
    case .choice(let nodes):
      var empty = false
      for node in nodes where node.addFirst(to: &tests, lists) { empty = true }
      return empty
    case .repetition(let node, let min, _, _):
      let empty = node.addFirst(to: &tests, lists)
      return empty || min == 0
    case .capture(_, let node): return node.addFirst(to: &tests, lists)
    case .look: return true
    }
    return false
  }

  /// What the last token of a match can be, and the labels of matches that can end one; nil where a match can be empty.
  func lastTests(_ lists: WordLists) -> (tokens: [ElementTest], labels: [LabelID])? {
    var tests: (tokens: [ElementTest], labels: [LabelID]) = ([], [])
    return addLast(to: &tests, lists) ? nil : tests
  }

  /// Adds what the node can end with; returns whether it can be empty.
  private func addLast(
    to tests: inout (tokens: [ElementTest], labels: [LabelID]), _ lists: WordLists
  ) -> Bool {
    switch self {
    case .words(let ids): tests.tokens.append(ElementTest(words: ids))
    case .tokenClass(let tokenClass): tests.tokens.append(.tokenClass(tokenClass))
    case .label(let label, let constraint):
      tests.labels.append(label)
      if let ids = lists.words(of: label, constraint) { tests.tokens.append(ElementTest(words: ids)) }
    case .sequence(let nodes):
      for node in nodes.reversed() where !node.addLast(to: &tests, lists) { return false }
      return true
    case .choice(let nodes):
      var empty = false
      for node in nodes where node.addLast(to: &tests, lists) { empty = true }
      return empty
    case .repetition(let node, let min, _, _):
      let empty = node.addLast(to: &tests, lists)
      return empty || min == 0
    case .capture(_, let node): return node.addLast(to: &tests, lists)
    case .look: return true
    }
    return false
  }

  /// The test of a node that is one token, a word or class; nil for all others.
  var tokenTest: ElementTest? {
    switch self {
    case .words(let ids): return ElementTest(words: ids)
    case .tokenClass(let tokenClass): return .tokenClass(tokenClass)
    case .sequence(let nodes): return nodes.count == 1 ? nodes[0].tokenTest : nil
    case .choice(let nodes):
      let tests = nodes.compactMap(\.tokenTest)
      return tests.count == nodes.count && !tests.isEmpty ? ElementTest(anyOf: tests) : nil
    case .label, .repetition, .capture, .look: return nil
    }
  }

  /// The alternatives that are one element each, and whether there are no others.
  func singleTests(_ lists: WordLists) -> (tests: [ElementTest], isWhole: Bool) {
    switch self {
    case .words(let ids): return ([ElementTest(words: ids)], true)
    case .tokenClass(let tokenClass): return ([.tokenClass(tokenClass)], true)
    case .label(let label, let constraint):
      let words = lists.words(of: label, constraint).map { [ElementTest(words: $0)] } ?? []
      return ([.label(label, constraint)] + words, true)
    case .capture(_, let node): return node.singleTests(lists)
    case .sequence(let nodes): return nodes.count == 1 ? nodes[0].singleTests(lists) : ([], false)
    case .choice(let nodes):
      let parts = nodes.map { $0.singleTests(lists) }
      return (parts.flatMap(\.tests), parts.allSatisfy(\.isWhole))
    case .repetition(let node, let min, let max, _):
      return min == 1 && max == 1 ? node.singleTests(lists) : ([], false)
    case .look: return ([], false)
    }
  }
}
