extension CopiedText {
  /// The headline among the lines before the text.
  ///
  /// A headline speaks of what its text speaks of, a menu does not: the first line of four words or more of which half
  /// occur in the paragraphs; without one, the first of four words or more; without that, the longest there is.
  func headline(_ keep: [Bool], before firstProse: Int) -> Int? {
    let candidates = (0..<firstProse).filter { keep[$0] && !isBulleted($0) }
    let long = candidates.filter { lines[$0].shape.words >= 4 && !lines[$0].shape.endsInColon }
    if long.count == 1 { return long[0] }
    if !long.isEmpty {
      let spoken = spokenWords(keep, among: long)
      return long.first { isSpokenOf($0, spoken) } ?? long.first
    }
    if let longest = candidates.max(by: { lines[$0].shape.words < lines[$1].shape.words }),
      lines[longest].shape.words >= 2
    {
      return longest
    }
    // A headline may read as a sentence.
    if keep[firstProse], lines[firstProse].shape.words <= 20, lines[firstProse].shape.sentences <= 1,
      lines.indices.contains(where: { $0 > firstProse && keep[$0] && isParagraph($0) })
    {
      return firstProse
    }
    return nil
  }

  /// Those of the lines' words of four letters or more that occur in the paragraphs, as far as some 8,000 bytes.
  private func spokenWords(_ keep: [Bool], among candidates: [Int]) -> WordTable {
    var own: [(UInt64, UInt32)] = []
    for index in candidates { forEachLongWord(index) { own.append(($0, 1)) } }
    let asked = WordTable(own)
    var words: [(UInt64, UInt32)] = []
    var bytes = 0
    for index in lines.indices where keep[index] && isParagraph(index) && bytes < 8000 {
      bytes += lines[index].count
      forEachLongWord(index) { if asked.contains($0) { words.append(($0, 1)) } }
    }
    return WordTable(words)
  }

  private func forEachLongWord(_ index: Int, _ body: (UInt64) -> Void) {
    text.withUnsafeBufferPointer { text in
      rules.forEachWord(UnsafeBufferPointer(rebasing: text[lines[index].range])) { range, hash in
        if range.count >= 4 { body(hash) }
      }
    }
  }

  /// At least two of the line's longer words, and half of them, occur among `spoken`.
  private func isSpokenOf(_ index: Int, _ spoken: WordTable) -> Bool {
    var total = 0
    var found = 0
    forEachLongWord(index) { hash in
      total += 1
      if spoken.contains(hash) { found += 1 }
    }
    return found >= 2 && found * 2 >= total
  }

  /// The headline said again, and scraps between it and the text: names and lines of capitals.
  func dropHeadline(_ keep: inout [Bool], _ headline: Int, _ firstProse: Int) {
    for index in lines.indices
    where index != headline && keep[index] && lines[index].hash == lines[headline].hash {
      keep[index] = false
    }
    for index in (headline + 1)..<max(firstProse, headline + 1) where keep[index] {
      let shape = lines[index].shape
      if shape.allCapitals == shape.words || (shape.words <= 5 && shape.smalls == 0 && shape.commas == 0) {
        keep[index] = false
      }
    }
  }
}
