/// Chooses, among the lines of an outline, those that are the article.
///
/// The method is told in the design note of this target; in short: value each line, find the element that gathers the
/// value, drop inside it what structure or words speak against.
struct MainText {
  let outline: Outline
  let rules: CleanRules
  /// Hints of each element with all that its ancestors hand down.
  var context: [Hints] = []
  /// Verdicts of the word lists by line.
  var verdicts: [LineVerdict] = []
  /// Prefix sums over lines: words of prose, words of links and scraps.
  var prose: [Int32] = [0]
  var scraps: [Int32] = [0]
  var words: [Int32] = [0]
  var links: [Int32] = [0]

  init(_ outline: Outline, rules: CleanRules) {
    self.outline = outline
    self.rules = rules
    sum(outline.lines.map { $0.shape.isProse && $0.linkShare < 0.5 ? $0.shape.words : 0 })
    spreadHints()
    verdicts = outline.lines.map { line in
      rules.verdict(on: outline.bytes(line), line.shape, linkShare: line.linkShare)
    }
    sum(outline.lines.indices.map { value($0, outline.lines[$0]) })
  }

  /// Fills the prefix sums.
  private mutating func sum(_ values: [Int32]) {
    let count = outline.lines.count
    prose = [0]
    scraps = [0]
    words = [0]
    links = [0]
    prose.reserveCapacity(count + 1)
    scraps.reserveCapacity(count + 1)
    words.reserveCapacity(count + 1)
    links.reserveCapacity(count + 1)
    for (index, line) in outline.lines.enumerated() {
      let worth = values[index]
      prose.append(prose[index] + worth)
      scraps.append(scraps[index] + (worth == 0 ? min(line.shape.words, 12) : 0))
      words.append(words[index] + line.shape.words)
      links.append(links[index] + Int32(Double(line.shape.words) * min(1, line.linkShare)))
    }
  }

  /// Words of a line that count for the article; 0 for what reads as residue.
  private func value(_ index: Int, _ line: Line) -> Int32 {
    guard line.shape.isProse, line.linkShare < 0.5, verdicts[index] == .text else { return 0 }
    let around = context[Int(line.element)]
    if !around.isDisjoint(with: [.residue, .comments, .hidden, .frame, .caption]) { return 0 }
    return around.contains(.heading) ? 0 : line.shape.words
  }

  func sum(_ sums: [Int32], _ element: Int) -> Int {
    let first = min(Int(outline.firstLine[element]), sums.count - 1)
    let end = min(max(Int(outline.endLine[element]), first), sums.count - 1)
    return Int(sums[end] - sums[first])
  }

  /// Hands hints down the tree, except those that an element contradicts by holding most of the page's prose.
  private mutating func spreadHints() {
    context = outline.hints
    let total = Int(prose.last ?? 0)
    for element in context.indices {
      var own = context[element]
      let held = sum(prose, element)
      if !own.isDisjoint(with: [.residue, .frame, .caption, .hidden, .header]), held * 10 >= total * 4,
        held > 0
      {
        own.subtract([.residue, .frame, .caption, .hidden, .header])
      }
      if own.contains(.comments), held * 10 >= total * 9, held > 0 { own.remove(.comments) }
      if own.contains(.residue), own.contains(.body), held * 10 >= total * 2 { own.remove(.residue) }
      if own.contains(.frame), own.contains(.main), held * 10 >= total * 2 { own.remove(.frame) }
      if own.contains(.weak) || own.contains(.header), held >= 8 { own.subtract([.weak, .header]) }
      if own.contains(.date) || own.contains(.byline), sum(words, element) > 40 {
        own.subtract([.date, .byline])
      }
      let parent = outline.parents[element]
      if parent >= 0 { own.formUnion(context[Int(parent)].intersection(.inherited)) }
      context[element] = own
    }
  }

  /// The element that gathers the article's lines.
  ///
  /// From the root downwards as long as one child holds nearly all of the value; an element whose names say that it
  /// holds an article's text is entered for less.
  func container() -> Int {
    guard !outline.kinds.isEmpty else { return 0 }
    var current = 0
    while let child = bestChild(of: current) {
      let whole = worth(current)
      let part = worth(child)
      let hints = outline.hints[child]
      let share =
        hints.contains(.body)
        ? 0.55 : hints.contains(.main) ? 0.7 : outline.hints[current].contains(.body) ? 0.97 : 0.86
      guard part > 0, part >= whole * share else { break }
      current = child
    }
    return current
  }

  /// Words of prose less a share of the scraps among them.
  private func worth(_ element: Int) -> Double {
    Double(sum(prose, element)) - 0.15 * Double(sum(scraps, element))
  }

  private func bestChild(of element: Int) -> Int? {
    var best: Int?
    var most = 0.0
    var child = element + 1
    while child < Int(outline.last[element]) {
      let worth = worth(child)
      if worth > most, outline.kinds[child] != .paragraph {
        most = worth
        best = child
      }
      child = Int(outline.last[child])
    }
    return best
  }
}
