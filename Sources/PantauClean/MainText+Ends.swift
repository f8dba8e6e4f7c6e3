extension MainText {
  /// Cuts a tail of teasers: linked headlines, each with one paragraph at most.
  func cutTeasers(_ keep: inout [Bool], _ range: Range<Int>) {
    var index = range.upperBound - 1
    var cut = range.upperBound
    var links = 0
    var teasers: Int32 = 0
    var held: Int32 = 0
    while index > range.lowerBound {
      let line = outline.lines[index]
      if line.linkShare > 0.8 || !keep[index] {
        if line.linkShare > 0.8, line.shape.words >= 3, context[Int(line.element)].contains(.heading) {
          links += 1
          cut = index
          teasers += held
          held = 0
        }
      } else if held == 0, line.shape.isProse {
        held = line.shape.words
      } else {
        break
      }
      index -= 1
    }
    let total = range.reduce(Int32(0)) {
      $0 + (keep[$1] && outline.lines[$1].shape.isProse ? outline.lines[$1].shape.words : 0)
    }
    guard links >= 2, teasers * 4 <= total else { return }
    for index in cut..<range.upperBound { keep[index] = false }
  }

  /// A heading stands only over text, unless it is one of a series of three or more that count themselves: the legends
  /// of a row of pictures.
  func dropLooseHeadings(_ keep: inout [Bool], _ range: Range<Int>) {
    let isSeries = range.count { keep[$0] && isNumberedHeading(outline.lines[$0]) } >= 3
    var textFollows = false
    for index in range.reversed() where keep[index] {
      let line = outline.lines[index]
      let isHeading = context[Int(line.element)].contains(.heading)
      if !isHeading {
        textFollows = true
      } else if isSeries, isNumberedHeading(line) {
        textFollows = true
      } else if !textFollows
        || line.linkShare > 0.8 && (isCard(line) || !followedByProse(keep, index, range))
      {
        keep[index] = false
      }
    }
  }

  /// Whether a heading stands inside a link: the card of another article.
  private func isCard(_ line: Line) -> Bool {
    var element = line.block
    while element > 0, outline.kinds[Int(element)] != .anchor { element = outline.parents[Int(element)] }
    return element > 0
  }

  /// `3. …`, with words enough to say something, and no link.
  private func isNumberedHeading(_ line: Line) -> Bool {
    guard context[Int(line.element)].contains(.heading), line.linkShare < 0.2, line.shape.words >= 6 else {
      return false
    }
    let bytes = outline.bytes(line)
    let digits = bytes.prefix(while: isDigit)
    return (1...2).contains(digits.count) && [46, 41].contains(bytes.dropFirst(digits.count).first ?? 0)
  }

  private func followedByProse(_ keep: [Bool], _ index: Int, _ range: Range<Int>) -> Bool {
    for next in index + 1..<min(index + 24, range.upperBound) where keep[next] {
      let line = outline.lines[next]
      if context[Int(line.element)].contains(.heading) { return false }
      if line.shape.isProse { return true }
    }
    return false
  }

  /// Scraps before the first and after the last paragraph are none of the article's.
  func trimEnds(_ keep: inout [Bool], _ range: Range<Int>) {
    let isAnchor = { (index: Int) in
      let line = outline.lines[index]
      return keep[index] && (line.shape.isProse || context[Int(line.element)].contains(.list))
    }
    guard let first = range.first(where: isAnchor), let last = range.last(where: isAnchor) else { return }
    for index in range.lowerBound..<first where keep[index] {
      let line = outline.lines[index]
      if line.shape.words < 4 || line.linkShare > 0.3 { keep[index] = false }
    }
    var index = range.upperBound - 1
    while index > last {
      let line = outline.lines[index]
      if line.shape.words <= 3 && !isFact(line) && !isShortSentence(line) || line.linkShare > 0.3 {
        keep[index] = false
      }
      index -= 1
    }
  }

  /// A paragraph of a few words that ends as a sentence does.
  private func isShortSentence(_ line: Line) -> Bool {
    line.shape.endsSentence && outline.kinds[Int(line.block)] == .paragraph
  }

  /// A name, a colon and a number: `Karang Asri: 12`.
  private func isFact(_ line: Line) -> Bool {
    let bytes = outline.bytes(line)
    guard line.linkBytes == 0, line.shape.letters >= 1, let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      colon > bytes.startIndex
    else { return false }
    return bytes[colon...].dropFirst().contains(where: isDigit) && !bytes[..<colon].contains(where: isDigit)
  }

  /// What is said of the writer below the text: one of the last three lines that begins with the writer's name.
  func dropWriters(_ keep: inout [Bool], _ range: Range<Int>, _ authors: [String]) {
    let names = authors.map { Array($0.utf8) }.filter { $0.count >= 6 && $0.contains(32) }
    guard !names.isEmpty else { return }
    for index in range.filter({ keep[$0] }).suffix(3) {
      let line = outline.lines[index]
      let bytes = outline.bytes(line)
      let isTold = names.contains { name in
        bytes.starts(with: name) && bytes.dropFirst(name.count).first.map { !isLetterOrDigit($0) } ?? true
      }
      if isTold, line.shape.words <= 80, index > range.lowerBound { keep[index] = false }
    }
  }
}
