/// What stands amid the text is the writer's more often than a line like it elsewhere.
extension MainText {
  /// Whether a line has prose before and after it, and around it in the element that it stands in.
  func standsAmidText(_ index: Int, _ range: Range<Int>) -> Bool {
    let block = outline.lines[index].block
    return isAmidProse(index..<index + 1, range)
      && (holdsText(block) || holdsText(outline.parents[Int(block)]))
  }

  private func isAmidProse(_ lines: Range<Int>, _ range: Range<Int>) -> Bool {
    rules.features.contains(.amidText)
      && prose[lines.lowerBound] - prose[range.lowerBound] >= 8
      && prose[range.upperBound] - prose[min(lines.upperBound, range.upperBound)] >= 8
  }

  private func holdsText(_ element: Int32) -> Bool { element > 0 && sum(prose, Int(element)) >= 40 }

  /// Marks lines of lists that stand amid the text, directly after a paragraph or an announcement: links there are the
  /// writer's.
  func listsAmidText(in root: Int, _ range: Range<Int>) -> [Bool] {
    var marked = Array(repeating: false, count: outline.lines.count)
    var element = root + 1
    while element < Int(outline.last[root]) {
      let lines =
        Int(
          outline.firstLine[element])..<max(
          Int(outline.firstLine[element]), min(Int(outline.endLine[element]), range.upperBound))
      guard outline.kinds[element] == .list, !lines.isEmpty, lines.lowerBound > range.lowerBound,
        isAmidProse(lines, range), holdsText(outline.parents[element]), isParagraph(lines.lowerBound - 1)
      else {
        element += 1
        continue
      }
      for line in lines { marked[line] = true }
      element = Int(outline.last[element])
    }
    return marked
  }

  private func isParagraph(_ index: Int) -> Bool {
    let line = outline.lines[index]
    return verdicts[index] == .text && line.linkShare < 0.5 && (line.shape.isProse || line.shape.endsInColon)
      && context[Int(line.element)].isDisjoint(with: [
        .residue, .comments, .hidden, .frame, .caption, .weak, .heading,
      ])
  }

  /// A date amid the text, or under a quotation as the day on which it was said.
  func isDateOfText(_ index: Int, _ around: Hints, _ range: Range<Int>) -> Bool {
    if around.contains(.quote) { return outline.lines[index].shape.letters >= 8 }
    return around.isDisjoint(with: [.date, .byline]) && standsAmidText(index, range)
  }

  /// A rule that the writer has drawn in underscores, or a line of code: no word list knows it.
  func isWritten(_ line: Line) -> Bool {
    outline.kinds[Int(line.block)] == .preformatted
      || line.count >= 3 && outline.bytes(line).allSatisfy { $0 == UInt8(ascii: "_") }
  }

  /// A link that names a source: an address as it is, or a few words in brackets.
  func isCitation(_ line: Line) -> Bool {
    let bytes = outline.bytes(line)
    if bytes.starts(with: Array("http".utf8)), !bytes.contains(32) { return true }
    return line.shape.words <= 4
      && (bytes.first == 91 && bytes.last == 93 || bytes.first == 40 && bytes.last == 41)
  }
}
