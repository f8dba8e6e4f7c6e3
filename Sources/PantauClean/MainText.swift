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

  /// The line of the headline.
  var headline: Int?

  init(_ outline: Outline, rules: CleanRules, title: [UInt8]) {
    self.outline = outline
    self.rules = rules
    headline = headlineLine(title)
    sum(outline.lines.map { $0.shape.isProse && $0.linkShare < 0.5 ? $0.shape.words : 0 })
    spreadHints()
    verdicts = outline.lines.map(\.verdict)
    var values = outline.lines.indices.map { value($0, outline.lines[$0]) }
    // An article follows its headline.
    if rules.features.contains(.headline), let headline,
      outline.kinds[Int(outline.lines[headline].block)] == .heading,
      values[headline...].reduce(0, +) >= 30
    {
      for index in 0..<headline { values[index] = 0 }
    }
    sum(values)
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
    let holdsMain = elementsAroundMain()
    let everything = Int(prose.last ?? 0)
    var total = everything
    for element in context.indices where context[element].contains(.comments) {
      let held = sum(prose, element)
      if !holdsHeadline(element), outline.parents[element] >= 0,
        !context[Int(outline.parents[element])].contains(.comments)
      {
        total -= held
      }
    }
    let contradicts = rules.features.contains(.contradiction)
    for element in context.indices {
      var own = context[element]
      let held = sum(prose, element)
      if !own.isDisjoint(with: [.residue, .frame, .caption, .hidden, .header]), held * 10 >= total * 4,
        held > 0, contradicts
      {
        own.subtract([.residue, .frame, .caption, .hidden, .header])
      }
      if contradicts, holdsMain[element] || holdsHeadline(element) && held >= 40 {
        own.subtract([.residue, .frame, .caption, .header, .weak])
      }
      if own.contains(.comments), holdsHeadline(element) || held * 100 >= everything * 97 {
        own.remove(.comments)
      }
      if own.contains(.residue), own.contains(.body), held * 10 >= total * 2 { own.remove(.residue) }
      if own.contains(.frame), own.contains(.main), held * 10 >= total * 2 { own.remove(.frame) }
      if own.contains(.weak) || own.contains(.header), held >= 8 || isTextByKind(element) {
        own.subtract([.weak, .header])
      }
      if own.contains(.date) || own.contains(.byline), sum(words, element) > 40 {
        own.subtract([.date, .byline])
      }
      if own.contains(.heading), held >= 40 { own.remove(.heading) }
      let parent = outline.parents[element]
      if parent >= 0 {
        // A button inside a heading opens what stands under it.
        if outline.kinds[element] == .form, context[Int(parent)].contains(.heading) { own.remove(.frame) }
        own.formUnion(context[Int(parent)].intersection(.inherited))
      }
      if outline.kinds[element] == .heading, own.isDisjoint(with: [.byline, .date]), isTextByKind(element) {
        own.remove(.weak)
      }
      context[element] = own
    }
  }

  /// Headings and lists are text unless they are links: names such as `list` say no more than the tag does.
  private func isTextByKind(_ element: Int) -> Bool {
    switch outline.kinds[element] {
    case .heading, .list, .item, .table, .row, .cell, .quote: sum(links, element) * 2 < sum(words, element)
    default: false
    }
  }

  /// The line of the headline: a heading before any other line that says the same.
  func headlineLine(_ title: [UInt8]) -> Int? {
    guard !title.isEmpty else { return nil }
    let hash = FoldedLine(title).wholeHash
    let found = outline.lines.indices.filter { outline.lines[$0].hash == hash }
    return found.first { outline.kinds[Int(outline.lines[$0].block)] == .heading } ?? found.first
  }

  private func holdsHeadline(_ element: Int) -> Bool {
    guard let headline else { return false }
    return outline.firstLine[element] <= headline && outline.endLine[element] > headline
  }

  /// Elements with the page's `main` element, or with text that is marked as an article's, inside them.
  private func elementsAroundMain() -> [Bool] {
    var around = Array(repeating: false, count: outline.kinds.count)
    for element in outline.kinds.indices.reversed() {
      let parent = Int(outline.parents[element])
      guard parent >= 0 else { continue }
      let marked = outline.kinds[element] == .main || outline.hints[element].contains(.body)
      if around[element] || (marked && sum(prose, element) >= 40) { around[parent] = true }
    }
    return around
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
        ? 0.55 : hints.contains(.main) ? 0.65 : outline.hints[current].contains(.body) ? 0.97 : 0.86
      guard part > 0, part >= whole * share else { break }
      current = child
    }
    return marked(in: current) ?? current
  }

  /// The element inside `container` that is marked as an article's text, where the container holds much else: the
  /// first after the headline, else the one that holds most. Where the text comes in several marked pieces, what
  /// holds them all.
  private func marked(in container: Int) -> Int? {
    guard rules.features.contains(.markedText) else { return nil }
    let pieces = markedPieces(in: container)
    guard let most = pieces.map({ sum(prose, $0) }).max() else { return aroundHeadline(in: container) }
    let after = pieces.first { piece in
      headline.map { Int(outline.endLine[piece]) > $0 + 1 } ?? false && sum(prose, piece) * 4 >= most
    }
    guard var found = after ?? pieces.first(where: { sum(prose, $0) == most }) else { return nil }
    let whole = Double(sum(prose, container))
    guard Double(sum(prose, found)) >= whole * (after == nil ? 0.5 : 0.12) else { return nil }
    let others = pieces.filter { $0 != found && isSameArticle($0, found) }
    if others.reduce(0, { $0 + sum(prose, $1) }) * 5 > sum(prose, found) { return nil }
    while let child = bestChild(of: found), outline.hints[child].contains(.body),
      worth(child) >= worth(found) * 0.85
    {
      let rest = sum(words, found) - sum(words, child)
      let linked = sum(links, found) - sum(links, child)
      guard rest < 10 || linked * 2 > rest else { break }
      found = child
    }
    return found
  }

  /// Elements marked as an article's text, outermost first.
  private func markedPieces(in container: Int) -> [Int] {
    var pieces: [Int] = []
    var element = container + 1
    while element < Int(outline.last[container]) {
      if outline.hints[element].contains(.body), sum(prose, element) >= 25,
        context[element].isDisjoint(with: [.residue, .comments, .hidden, .frame])
      {
        pieces.append(element)
        element = Int(outline.last[element])
      } else {
        element += 1
      }
    }
    return pieces
  }

  /// Whether no `article` element parts two elements.
  private func isSameArticle(_ left: Int, _ right: Int) -> Bool {
    func article(of element: Int) -> Int {
      var at = element
      while at > 0, !outline.hints[at].contains(.article) { at = Int(outline.parents[at]) }
      return at
    }
    return article(of: left) == article(of: right)
  }

  /// The `article` element that the headline stands in, where it holds a fair share.
  private func aroundHeadline(in container: Int) -> Int? {
    guard let headline else { return nil }
    var element = Int(outline.lines[headline].block)
    while element > container {
      if outline.hints[element].contains(.article) {
        return sum(prose, element) * 4 >= sum(prose, container) ? element : nil
      }
      element = Int(outline.parents[element])
    }
    return nil
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
