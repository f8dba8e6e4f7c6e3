extension MainText {
  /// Lines of the article, in order. Linear in the page.
  ///
  /// `authors` are the names that the page gives as its writers'.
  func selected(title: [UInt8], authors: [String]) -> [Int] {
    let root = container()
    let range = Int(outline.firstLine[root])..<min(Int(outline.endLine[root]), outline.lines.count)
    guard !range.isEmpty else { return [] }
    var keep = Array(repeating: false, count: outline.lines.count)
    let lists = Lists(
      linked: linkedLists(in: root), announced: announcedLists(in: root), amid: listsAmidText(in: root, range)
    )
    for index in range { keep[index] = isText(index, root: root, range, lists) }
    dropTitle(&keep, range, title)
    let uses = rules.features
    if uses.contains(.sectionCut) { cutAtSectionEnd(&keep, range) }
    if uses.contains(.teasers) { cutTeasers(&keep, range) }
    if uses.contains(.repeats) { dropRepeats(&keep, range) }
    if uses.contains(.looseHeadings) { dropLooseHeadings(&keep, range) }
    if uses.contains(.writers) { dropWriters(&keep, range, authors) }
    if uses.contains(.trimmedEnds) { trimEnds(&keep, range) }
    return standfirst(before: range) + range.filter { keep[$0] }
  }

  /// A paragraph between the headline and the element that holds the text, directly before it: an opening set apart.
  private func standfirst(before range: Range<Int>) -> [Int] {
    let index = range.lowerBound - 1
    guard rules.features.contains(.standfirst), let headline, headline < index, index - headline <= 16 else {
      return []
    }
    let line = outline.lines[index]
    let isText =
      line.shape.words >= 20 && line.shape.endsSentence && line.linkShare < 0.3 && verdicts[index] == .text
      && context[Int(line.element)].isDisjoint(with: [
        .residue, .comments, .hidden, .frame, .caption, .weak, .header, .heading, .byline,
      ])
    let isRepeated = range.contains { outline.bytes(outline.lines[$0]) == outline.bytes(line) }
    return isText && !isRepeated ? [index] : []
  }

  /// What is known of the list that a line stands in, by line.
  private struct Lists {
    /// Mostly links.
    var linked: [Bool]
    /// Announced by a line with a colon.
    var announced: [Bool]
    /// Amid the text.
    var amid: [Bool]
  }

  /// Whether a line may be part of the article.
  private func isText(_ index: Int, root: Int, _ range: Range<Int>, _ lists: Lists) -> Bool {
    let line = outline.lines[index]
    let around = context[Int(line.element)].subtracting(root == 0 ? [] : inheritedByRoot(root))
    if !around.isDisjoint(with: [.residue, .comments, .hidden, .frame, .caption]) { return false }
    if around.contains(.weak) { return false }
    if dataRow(of: line) >= 0 || lists.announced[index] { return true }
    switch verdicts[index] {
    case .residue: return isWritten(line) && standsAmidText(index, range)
    case .date: return isDateOfText(index, around, range)
    case .sectionEnd, .listHead: return around.contains(.heading) || line.isStrong
    case .text: break
    }
    if lists.amid[index] { return true }
    if lists.linked[index] { return false }
    if around.contains(.header), !line.shape.isProse { return false }
    guard rules.features.contains(.linkShare) else { return true }
    if line.linkShare > 0.8, !around.contains(.heading) {
      return line.shape.isProse && line.shape.endsSentence && line.linkShare < 0.95
        || isCitation(line) && standsAmidText(index, range)
    }
    if line.linkShare > 0.5, line.shape.words < 12, around.isDisjoint(with: [.list, .heading]),
      !line.shape.endsSentence
    {
      return standsAmidText(index, range)
    }
    return true
  }

  private func inheritedByRoot(_ root: Int) -> Hints { context[root] }

  /// Marks lines of lists and tables that are mostly links.
  private func linkedLists(in root: Int) -> [Bool] {
    var marked = Array(repeating: false, count: outline.lines.count)
    guard rules.features.contains(.linkedLists) else { return marked }
    var element = root + 1
    while element < Int(outline.last[root]) {
      let kind = outline.kinds[element]
      if kind == .list || kind == .table, sum(prose, element) * 3 < sum(words, element),
        sum(links, element) * 2 > sum(words, element)
      {
        for line in Int(outline.firstLine[element])..<min(Int(outline.endLine[element]), marked.count) {
          marked[line] = true
        }
        element = Int(outline.last[element])
      } else {
        element += 1
      }
    }
    return marked
  }

  /// Marks lines of lists that a line of text announces with a colon: their items say what they say, whatever the word
  /// lists hold against lines as short.
  private func announcedLists(in root: Int) -> [Bool] {
    var marked = Array(repeating: false, count: outline.lines.count)
    guard rules.features.contains(.announcedLists) else { return marked }
    var element = root + 1
    while element < Int(outline.last[root]) {
      let first = Int(outline.firstLine[element])
      let end = min(Int(outline.endLine[element]), marked.count)
      guard outline.kinds[element] == .list, first > 0, first < end, announces(first - 1),
        sum(links, element) * 2 < sum(words, element)
      else {
        element += 1
        continue
      }
      for line in first..<end { marked[line] = true }
      element = Int(outline.last[element])
    }
    return marked
  }

  private func announces(_ index: Int) -> Bool {
    let line = outline.lines[index]
    return line.shape.endsInColon && line.shape.words >= 3 && line.linkShare < 0.5 && verdicts[index] == .text
  }

  /// The headline is not repeated in the body.
  private func dropTitle(_ keep: inout [Bool], _ range: Range<Int>, _ title: [UInt8]) {
    guard !title.isEmpty else { return }
    let hash = FoldedLine(title).wholeHash
    for index in range where keep[index] {
      let line = outline.lines[index]
      if outline.kinds[Int(line.block)] == .heading, line.hash == hash {
        keep[index] = false
        if prose[index] - prose[range.lowerBound] < 60 {
          for earlier in range.lowerBound..<index where !outline.lines[earlier].shape.isProse {
            keep[earlier] = false
          }
        }
      } else if line.hash == hash, !title.isEmpty {
        keep[index] = false
      }
    }
  }

  /// Ends the article at a heading of comments, unless much prose follows; drops lists of other articles.
  private func cutAtSectionEnd(_ keep: inout [Bool], _ range: Range<Int>) {
    let lines = range.map { index in
      let line = outline.lines[index]
      let isProse = keep[index] && line.shape.isProse && line.linkShare < 0.3
      return SectionCut.Line(
        verdict: standsInResidue(line) ? .residue : verdicts[index],
        words: isProse ? line.shape.words : 0,
        endsList: isProse && line.shape.endsSentence, isHeading: outline.kinds[Int(line.block)] == .heading)
    }
    for offset in SectionCut.dropped(lines) { keep[range.lowerBound + offset] = false }
  }

  /// Whether the element around a line's block is residue: what stands there speaks for itself alone.
  private func standsInResidue(_ line: Line) -> Bool {
    let parent = outline.parents[Int(line.block)]
    return parent > 0 && context[Int(parent)].contains(.residue)
  }

  /// A line of eight words or more that was there already is not said again.
  private func dropRepeats(_ keep: inout [Bool], _ range: Range<Int>) {
    var seen: Set<UInt64> = []
    for index in range where keep[index] && outline.lines[index].shape.words >= 8 {
      if !seen.insert(WordHash.of(outline.bytes(outline.lines[index]))).inserted { keep[index] = false }
    }
  }
}
