import PantauText

/// Follows a pattern through a text and keeps how far it came: for those who ask why a rule did not match.
///
/// In place of the matcher's automaton it walks the pattern itself with the set of all tokens that can be reached, without
/// preferences, so that it shares neither code nor faults with what it explains. A pattern costs its elements times the
/// tokens that they reach.
struct PatternTrace {
  let text: AnnotatedText
  /// Matches of the text that the rule's phase could see: the first ones of the table.
  let visible: Int
  /// Tokens that the pattern may look at.
  let bounds: Range<Int>
  /// Elements that were held against a token.
  private(set) var steps = 0
  /// The last token that an element was held against in vain, -1 without any.
  private(set) var furthest = -1
  /// What was wanted there, each once, in the pattern's order.
  private(set) var wanted: [PatternNode] = []
  private var isNested = false
  private var limit: Int

  init(_ text: AnnotatedText, visible: Int, bounds: Range<Int>) {
    self.text = text
    self.visible = visible
    self.bounds = bounds
    limit = bounds.upperBound
  }

  /// The tokens before which a match of `node` that begins at `start` can end, in order.
  mutating func ends(of node: PatternNode, at start: Int) -> [Int] {
    limit = min(bounds.upperBound, start + PatternMatcher.longestMatch)
    return ends(node, [start])
  }

  /// Whether `node` matches somewhere and ends before `end`, at most eight tokens back.
  mutating func reaches(_ end: Int, _ node: PatternNode) -> Bool {
    for start in stride(
      from: end, through: max(bounds.lowerBound, end - PatternMatcher.longestLookBehind), by: -1)
    {
      limit = end
      if ends(node, [start]).contains(end) { return true }
    }
    return false
  }

  private mutating func ends(_ node: PatternNode, _ starts: [Int]) -> [Int] {
    switch node {
    case .words, .tokenClass, .label: return starts.isEmpty ? [] : step(node, starts)
    case .sequence(let nodes): return nodes.reduce(into: starts) { $0 = ends($1, $0) }
    case .choice(let nodes): return Set(nodes.flatMap { ends($0, starts) }).sorted()
    case .capture(_, let node): return ends(node, starts)
    case .repetition(let node, let min, let max, _): return ends(node, starts, min: min, max: max)
    case .look(let ahead, let negative, let inner):
      return starts.filter { start in
        steps += 1
        var nested = PatternTrace(text, visible: visible, bounds: bounds)
        nested.isNested = true
        nested.limit = limit
        let holds = ahead ? !nested.ends(inner, [start]).isEmpty : nested.reaches(start, inner)
        steps += nested.steps
        if holds == negative { fail(start, node) }
        return holds != negative
      }
    }
  }

  private mutating func ends(_ node: PatternNode, _ starts: [Int], min: Int, max: Int?) -> [Int] {
    var current = starts
    for _ in 0..<min where !current.isEmpty { current = ends(node, current) }
    var all = Set(current)
    var count = min
    while !current.isEmpty, count < max ?? Int.max {
      current = ends(node, current).filter { !all.contains($0) }
      all.formUnion(current)
      count += 1
    }
    return all.sorted()
  }

  /// Holds one element against the token at each of `starts`.
  private mutating func step(_ node: PatternNode, _ starts: [Int]) -> [Int] {
    var ends: Set<Int> = []
    for start in starts {
      steps += 1
      let found = start < limit ? self.found(node, at: start) : []
      if found.isEmpty { fail(start, node) }
      ends.formUnion(found)
    }
    return ends.sorted()
  }

  private func found(_ node: PatternNode, at token: Int) -> [Int] {
    switch node {
    case .words(let ids):
      let word = text.tokens[token].word
      return word != 0 && ids.contains(word) ? [token + 1] : []
    case .tokenClass(let tokenClass):
      let known = text.tokens[token]
      return tokenClass.holds(known.kind, known.traits) ? [token + 1] : []
    case .label(let label, let constraint):
      var ends: [Int] = []
      text.matches.forEach(at: token) { index in
        let match = text.matches.matches[index]
        guard index < visible, match.label == label, Int(match.end) <= limit,
          text.satisfies(match, constraint)
        else { return }
        ends.append(Int(match.end))
      }
      if text.holdsWord(token, label, constraint) { ends.append(token + 1) }
      return ends
    default: return []
    }
  }

  private mutating func fail(_ token: Int, _ node: PatternNode) {
    guard !isNested, token >= furthest else { return }
    if token > furthest {
      furthest = token
      wanted = []
    }
    if !wanted.contains(node) { wanted.append(node) }
  }
}
