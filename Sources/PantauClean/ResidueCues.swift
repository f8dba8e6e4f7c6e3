/// What the word lists say about a line.
enum LineVerdict: Sendable {
  case text
  /// Never part of the article.
  case residue
  /// A heading of what follows an article: comments, related articles.
  case sectionEnd
  /// A heading over a list of other articles.
  case listHead
  /// A date, with at most a few words beside it.
  case date
}

extension Line {
  /// Fills in shape, hash and verdict; `folded` is room to work in. Linear in the line.
  mutating func judge(_ text: [UInt8], _ rules: CleanRules, _ folded: inout FoldedLine) {
    text.withUnsafeBufferPointer { text in
      let line = UnsafeBufferPointer(rebasing: text[start..<end])
      shape = LineShape(line)
      if count <= LineScan.longestJudged { folded.read(line) }
    }
    guard count <= LineScan.longestJudged else { return }
    hash = folded.wholeHash
    verdict = rules.verdict(on: folded, hash, shape, linkShare: linkShare)
  }
}

extension CleanRules {
  /// Judges one line by its words and its shape, without its neighbours.
  func verdict(on line: FoldedLine, _ hash: UInt64, _ shape: LineShape, linkShare: Double = 0) -> LineVerdict
  {
    if shape.letters == 0 {
      if shape.digits > 0, isDate(line) { return .date }
      return shape.digits > 0 && shape.words >= 4 ? .text : .residue
    }
    if shape.words <= 8, sectionEnds.contains(hash) { return .sectionEnd }
    if shape.words <= 8, listHeads.contains(hash) { return .listHead }
    if residueLines.contains(hash) || isMailAddress(line) { return .residue }
    if shape.digits > 0, isDate(line) { return .date }
    if startsAsResidue(line, shape, linkShare) { return .residue }
    if shape.words <= 40 || linkShare > 0.5, hasResiduePart(line, shape) { return .residue }
    guard features.contains(.lineShapes) else { return .text }
    if shape.words <= 14, !shape.endsSentence || shape.words <= 4 {
      if isMenu(line) || isCounter(line, shape) || isWeather(line) { return .residue }
    }
    if isRelativeTime(line, shape) { return .residue }
    if isCaption(line, shape) { return .residue }
    return .text
  }

  private func startsAsResidue(_ line: FoldedLine, _ shape: LineShape, _ linkShare: Double) -> Bool {
    guard let first = line.bytes.first else { return false }
    let start = isLetterOrDigit(first) || first >= 128 ? 0 : Int(line.words.first?.start ?? 0)
    let found =
      line.words.isEmpty ? residueStarts.match(line.bytes, at: start) : residueStarts.match(line, atWord: 0)
    guard let phrase = found else { return false }
    if phrase.always { return true }
    let end = start + phrase.bytes.count
    let colon = phrase.endsInColon || (end < line.bytes.count && line.bytes[end] == UInt8(ascii: ":"))
    if phrase.endsInColon { return shape.words <= 30 }
    if colon || linkShare > 0.5 { return shape.words <= 45 }
    return !shape.endsSentence && shape.words <= 25 || shape.words <= 5
  }

  private func hasResiduePart(_ line: FoldedLine, _ shape: LineShape) -> Bool {
    guard line.cues & CleanRules.partCue != 0 else { return false }
    for word in line.words.indices where residueParts.match(line, atWord: word) != nil { return true }
    return false
  }

  /// A mail address, nothing else.
  private func isMailAddress(_ line: FoldedLine) -> Bool {
    guard line.mayHold("@"), let at = line.bytes.firstIndex(of: UInt8(ascii: "@")), at > 0,
      !line.bytes.contains(32)
    else { return false }
    return line.bytes[at...].dropFirst(2).contains(UInt8(ascii: "."))
  }

  /// Section names and marks, nothing else.
  private func isMenu(_ line: FoldedLine) -> Bool {
    var words = 0
    var known = 0
    forEachWord(of: line) { word, hash in
      // Digits, and marks beyond ASCII.
      if isDigit(word[word.startIndex]) || word[word.startIndex] == 0xC2 || word[word.startIndex] == 0xE2 {
        return
      }
      words += 1
      if menuWords.contains(hash) || shareWords.contains(hash) { known += 1 }
    }
    if words > 0, known == words { return true }
    guard words >= 2, known * 2 >= words else { return false }
    if known * 3 >= words * 2 { return true }
    // `»` and `›` end in bytes of their own.
    let bars = line.bytes.count {
      $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") || $0 == 0xBB
        || $0 == 0xBA
    }
    return bars >= 1
  }

  /// A number with words such as "views", nothing else.
  private func isCounter(_ line: FoldedLine, _ shape: LineShape) -> Bool {
    guard shape.digits > 0, shape.words <= 6 else { return false }
    var words = 0
    var known = 0
    var single = 0
    forEachWord(of: line) { word, hash in
      if word.allSatisfy({ isDigit($0) }) { return }
      words += 1
      let letters = word.drop { isDigit($0) }
      if counters.contains(hash) || counters.contains(WordHash.of(letters)) { known += 1 }
      if letters.count == 1 { single += 1 }
    }
    // One letter is a unit ("1,2k"), two are a time of day ("10 p.m.").
    return words > 0 && known + min(single, 1) == words
  }

  /// A temperature and at most three words: `31.2 C Mataram`.
  func isWeather(_ line: FoldedLine) -> Bool {
    var index = 0
    let bytes = line.bytes
    while index < bytes.count, isDigit(bytes[index]) || bytes[index] == 46 || bytes[index] == 44 {
      index += 1
    }
    guard index > 0, index <= 5 else { return false }
    while index < bytes.count, bytes[index] == 32 || bytes[index] >= 128 { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "c") || bytes[index] == UInt8(ascii: "f") else {
      return false
    }
    return (index + 1 == bytes.count || !isLetterOrDigit(bytes[index + 1])) && line.words.count <= 6
  }

  /// A headline with its age: `Batam3 hari agoSatgas Cegah…`, `2 hours ago`.
  private func isRelativeTime(_ line: FoldedLine, _ shape: LineShape) -> Bool {
    guard shape.digits > 0, !shape.endsSentence || shape.words < 8 else { return false }
    var stage = 0
    var found = false
    var words = 0
    forEachWord(of: line) { word, hash in
      words += 1
      if stage == 2 {
        let isEnd = ago[hash] & 2 != 0
        found = found || isEnd && (shape.words <= 8) || endsInAgo(word)
      }
      if stage == 1 {
        stage = ago[hash] & 1 != 0 ? 2 : 0
      } else {
        stage = 0
      }
      if word.last.map(isDigit) == true, words <= 6 { stage = 1 }
    }
    return found
  }

  /// `ago` by itself or grown together with the headline after it.
  private func endsInAgo(_ word: ArraySlice<UInt8>) -> Bool {
    word.starts(with: [UInt8(ascii: "a"), UInt8(ascii: "g"), UInt8(ascii: "o")])
  }

  /// A short line that closes with a picture's source.
  private func isCaption(_ line: FoldedLine, _ shape: LineShape) -> Bool {
    guard shape.words <= 40, line.cues & CleanRules.captionCue != 0 else { return false }
    for word in line.words.indices.suffix(8) where captionEnds.match(line, atWord: word) != nil {
      return true
    }
    return false
  }

  /// Calls `body` with each word of a line and its hash.
  @inline(__always)
  func forEachWord(of line: FoldedLine, _ body: (ArraySlice<UInt8>, UInt64) -> Void) {
    // The line's own words end at underscores.
    if line.mayHold("_") { return forEachWord(line.bytes, body) }
    for word in line.words {
      let bytes = line.bytes[Int(word.start)..<Int(word.end)]
      if isLetterOrDigit(bytes[bytes.startIndex]) { body(bytes, word.hash) }
    }
  }

  @inline(__always)
  func forEachWord(_ bytes: [UInt8], _ body: (ArraySlice<UInt8>, UInt64) -> Void) {
    bytes.withUnsafeBufferPointer { buffer in
      forEachWord(buffer) { range, hash in body(bytes[range], hash) }
    }
  }

  /// Calls `body` with the place and hash of each word: letters, digits and underscores.
  @inline(__always)
  func forEachWord(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt64) -> Void) {
    var index = 0
    while index < bytes.count {
      guard isLetterOrDigit(bytes[index]) || bytes[index] == UInt8(ascii: "_") else {
        index &+= 1
        continue
      }
      let start = index
      let hash = WordHash.ofWord(bytes, from: &index, underscores: true)
      body(start..<index, hash)
    }
  }
}
