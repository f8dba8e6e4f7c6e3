/// A pattern as a set of texts, to be compared with another's.
///
/// Patterns become automata over their elements, and the other pattern's automaton is run against the set of states that
/// this one's can be in (the subset construction). One element covers another where every token that the other takes is
/// one that it takes. Look-around in the other is passed over, which makes it wider; with look-around of its own a pattern
/// covers nothing. So that "yes" is certain, and "no" may be wrong.
struct PatternCover {
  private let automaton: ElementAutomaton
  private let isComparable: Bool

  init(_ pattern: PatternNode) {
    automaton = ElementAutomaton(pattern)
    isComparable = !pattern.holdsLook
  }

  /// Pairs of a state and a set of states that are looked at before it gives up.
  private static let patience = 20_000

  /// Whether every text that `other` matches holds a part that this pattern matches.
  func coversPart(ofEach other: PatternNode) -> Bool {
    guard isComparable else { return false }
    let other = ElementAutomaton(other)
    let begin = automaton.closure([0])
    var seen: Set<Pair> = []
    var open = other.closure([0]).map { Pair(state: $0, cover: begin) }
    while let pair = open.popLast() {
      guard seen.insert(pair).inserted else { continue }
      guard seen.count < PatternCover.patience else { return false }
      for edge in other.edges[pair.state] {
        for element in edge.element.parts {
          let next = pair.cover.flatMap { state in
            automaton.edges[state].filter { $0.element.covers(element) }.map(\.target)
          }
          let reached = automaton.closure(Set(next))
          if reached.contains(automaton.accept) { continue }
          let targets = other.closure([edge.target])
          if targets.contains(other.accept) { return false }
          open += targets.map { Pair(state: $0, cover: reached.union(begin)) }
        }
      }
    }
    return true
  }

  private struct Pair: Hashable {
    var state: Int
    var cover: Set<Int>
  }
}

/// A nondeterministic automaton whose edges are elements of a pattern.
private struct ElementAutomaton {
  var edges: [[(element: PatternNode, target: Int)]] = [[]]
  var empty: [[Int]] = [[]]
  var accept = 0

  init(_ pattern: PatternNode) { accept = add(pattern, from: 0) }

  /// States that are reached from `states` without an element.
  func closure(_ states: Set<Int>) -> Set<Int> {
    var all = states
    var open = Array(states)
    while let state = open.popLast() {
      for next in empty[state] where all.insert(next).inserted { open.append(next) }
    }
    return all
  }

  private mutating func state() -> Int {
    edges.append([])
    empty.append([])
    return edges.count - 1
  }

  /// Adds `node` behind a state, and returns the state behind it.
  private mutating func add(_ node: PatternNode, from start: Int) -> Int {
    switch node {
    case .words, .tokenClass, .label:
      let end = state()
      edges[start].append((node, end))
      return end
    case .sequence(let nodes): return nodes.reduce(start) { add($1, from: $0) }
    case .choice(let nodes):
      let ends = nodes.map { node -> Int in
        let begin = state()
        empty[start].append(begin)
        return add(node, from: begin)
      }
      let end = state()
      for last in ends { empty[last].append(end) }
      return end
    case .capture(_, let node): return add(node, from: start)
    case .look: return start
    case .repetition(let node, let min, let max, _):
      var current = (0..<min).reduce(start) { last, _ in add(node, from: last) }
      let end = state()
      empty[current].append(end)
      guard let max else {
        let loop = state()
        empty[current].append(loop)
        let last = add(node, from: loop)
        empty[last] += [loop, end]
        return end
      }
      for _ in min..<Swift.max(min, max) {
        current = add(node, from: current)
        empty[current].append(end)
      }
      return end
    }
  }
}

extension PatternNode {
  /// Whether a look-around stands anywhere in it.
  fileprivate var holdsLook: Bool {
    switch self {
    case .look: true
    case .words, .tokenClass, .label: false
    case .sequence(let nodes), .choice(let nodes): nodes.contains { $0.holdsLook }
    case .repetition(let node, _, _, _), .capture(_, let node): node.holdsLook
    }
  }

  /// An element as the smaller ones that it stands for: its words one by one.
  fileprivate var parts: [PatternNode] {
    if case .words(let ids) = self { return ids.map { .words([$0]) } }
    return [self]
  }

  /// Whether this element takes every token that `other`, one word, class or label, takes.
  fileprivate func covers(_ other: PatternNode) -> Bool {
    switch (self, other) {
    case (.words(let own), .words(let ids)): return ids.allSatisfy(own.contains)
    case (.tokenClass(.any), .words), (.tokenClass(.any), .tokenClass): return true
    case (.tokenClass(.word), .tokenClass(let wanted)):
      return [.word, .capital, .capitals, .small].contains(wanted)
    case (.tokenClass(.capital), .tokenClass(.capitals)): return true
    case (.tokenClass(let own), .tokenClass(let wanted)): return own == wanted
    case (.label(let own, let constraint), .label(let label, let other)):
      return own == label && (constraint == nil || constraint == other)
    default: return false
    }
  }
}
