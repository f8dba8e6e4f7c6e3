internal import PantauText

/// Reads lines in one pass each: what ``appendFolded(_:to:)``, ``LineShape`` and ``FoldedLine`` find in several.
struct LineScan {
  /// Bytes up to which the word lists look at a line: longer ones are text whatever their words are.
  static let longestJudged = 400

  /// The line that was read last, if it is short enough to be judged.
  private(set) var folded = FoldedLine()
  private(set) var shape = LineShape()
  /// Words as languages are told by.
  private(set) var words = 0
  /// What ``CleanRules/stopwords`` says of the frequent words of all lines so far.
  private(set) var frequent: [UInt32] = []
  /// Which marks there are in the line, as in ``FoldedLine/marks``.
  private(set) var marks: UInt64 = 0

  /// What is counted stands in local variables while a line is read.
  private struct Counts {
    var words = 0
    var capitals = 0
    var smalls = 0
    var allCapitals = 0
    var digits = 0
    var letters = 0
    var sentences = 0
    var commas = 0
    /// Half words of scripts without spaces.
    var halves = 0
  }

  /// Reads a line of one byte or more; false, and nothing of use read, for one with white space or characters to be
  /// folded first. One that `isFolded` has none.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, isFolded: Bool, _ rules: CleanRules) -> Bool {
    guard isFolded || line[0] > 32 else { return false }
    let begin = frequent.count
    let isJudged = line.count <= LineScan.longestJudged
    folded.begin()
    words = 0
    marks = 0
    var counts = Counts()
    var hasColonApart = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      if isLetterOrDigit(byte) {
        guard readWord(line, &index, isFolded, isJudged, &counts, rules) else {
          frequent.removeSubrange(begin...)
          return false
        }
        continue
      }
      let next = index &+ 1 < line.count ? line[index &+ 1] : 32
      marks |= 1 << UInt64(byte & 63)
      if byte <= 32 {
        guard isFolded || byte == 32 && next > 32 else {
          frequent.removeSubrange(begin...)
          return false
        }
        hasColonApart = hasColonApart || next == UInt8(ascii: ":")
      } else if byte == UInt8(ascii: ",") {
        counts.commas &+= 1
      } else if byte == 46 || byte == 33 || byte == 63 {
        if next == 32 || next == 34 || next == 0xE2 { counts.sentences &+= 1 }
      } else if isJudged, byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
        folded.append(WordHash.of(mark: byte), index..<index &+ 1)
      }
      index &+= 1
    }
    setShape(counts, line)
    if marks >> UInt64(UInt8(ascii: "_") & 63) & 1 != 0 { recountWords(line, from: begin, rules) }
    if isJudged {
      if hasColonApart || !FoldedLine.hasPlainEnds(line) {
        folded.read(line)
      } else {
        folded.end(line, marks: marks)
      }
    }
    return true
  }

  /// Reads the run of letters, digits and bytes beyond ASCII at `index`.
  @inline(__always)
  private mutating func readWord(
    _ line: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isFolded: Bool, _ isJudged: Bool,
    _ counts: inout Counts, _ rules: CleanRules
  ) -> Bool {
    let start = index
    var hash = FoldedHash.start
    var smalls: UInt64 = 0
    var wide: UInt64 = 0
    var digits = 0
    while true {
      let eight = EightBytes(line, at: index)
      let letters = eight.letters
      let numbers = eight.digits
      let others = ~(letters | numbers | eight.beyondASCII) & EightBytes.all
      let kept = EightBytes.bits(before: others)
      if kept != 0 { hash = FoldedHash.mixed(hash, eight.lowered(letters) & kept) }
      smalls |= letters & (eight.value << 2) & kept
      wide |= eight.value & kept
      if numbers & kept != 0 { digits &+= EightBytes.count(numbers & kept) }
      index &+= EightBytes.count(before: others)
      if others != 0 { break }
    }
    if wide & EightBytes.all == 0 {
      let letters = index &- start &- digits
      counts.words &+= 1
      counts.letters &+= letters
      counts.digits &+= digits
      let first = line[start]
      if first &- 65 < 26 { counts.capitals &+= 1 } else if first &- 97 < 26 { counts.smalls &+= 1 }
      if smalls == 0, letters >= 2 { counts.allCapitals &+= 1 }
    } else {
      guard isFolded || LineScan.isFolded(line, start..<index) else { return false }
      LineScan.count(line, start..<index, &counts)
    }
    words &+= 1
    let languages = rules.stopwords[hash]
    if languages != 0 { frequent.append(languages) }
    if isJudged { folded.append(hash, start..<index) }
    return true
  }

  private mutating func setShape(_ counts: Counts, _ line: UnsafeBufferPointer<UInt8>) {
    shape = LineShape()
    shape.words = Int32(truncatingIfNeeded: counts.words) + Int32(clamping: counts.halves)
    shape.capitals = Int32(truncatingIfNeeded: counts.capitals)
    shape.smalls = Int32(truncatingIfNeeded: counts.smalls)
    shape.allCapitals = Int32(truncatingIfNeeded: counts.allCapitals)
    shape.digits = Int32(clamping: counts.digits)
    shape.letters = Int32(truncatingIfNeeded: counts.letters)
    shape.sentences = Int32(truncatingIfNeeded: counts.sentences)
    shape.commas = Int32(truncatingIfNeeded: counts.commas)
    shape.readEnd(line)
  }

  /// Counts a run with bytes beyond ASCII as ``LineShape`` does: in three bytes that begin with 0xE2, which nearly always are
  /// a mark, a word ends.
  private static func count(_ line: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, _ counts: inout Counts) {
    var index = run.lowerBound
    while index < run.upperBound {
      let first = line[index]
      guard first != 0xE2 else {
        index += 3
        continue
      }
      var (letters, capitals) = (0, 0)
      while index < run.upperBound, line[index] != 0xE2 {
        let byte = line[index]
        if isDigit(byte) {
          counts.digits &+= 1
        } else if byte & 0xC0 != 0x80 {
          letters &+= 1
          if byte &- 65 < 26 { capitals &+= 1 }
        }
        if byte >= 0xE3, byte <= 0xED { counts.halves &+= index & 1 }
        index &+= 1
      }
      counts.words &+= 1
      counts.letters &+= letters
      if first &- 65 < 26 { counts.capitals &+= 1 } else if first &- 97 < 26 { counts.smalls &+= 1 }
      if capitals >= 2, capitals == letters { counts.allCapitals &+= 1 }
    }
  }

  /// Whether a run holds no character beyond ASCII that folding changes, and none of which that is not certain.
  private static func isFolded(_ line: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Bool {
    var index = run.lowerBound
    while index < run.upperBound {
      let byte = line[index]
      if byte < 0x80 {
        index &+= 1
        continue
      }
      let second = index &+ 1 < run.upperBound ? line[index &+ 1] : 0
      switch byte {
      case 0xC2:
        guard 0xA1...0xBF ~= second, second != 0xAD else { return false }
        index &+= 2
      case 0xC3...0xDF:
        guard second & 0xC0 == 0x80 else { return false }
        index &+= 2
      case 0xE2:
        let third = index &+ 2 < run.upperBound ? line[index &+ 2] : 0
        let isMark = second == 0x80 ? 0x90...0xA7 ~= third || 0xB0...0xBF ~= third : third & 0xC0 == 0x80
        guard isMark, second == 0x80 || 0x82...0xBF ~= second else { return false }
        index &+= 3
      default: return false
      }
    }
    return true
  }

  /// Counts the words again where underscores stand in them.
  private mutating func recountWords(
    _ line: UnsafeBufferPointer<UInt8>, from begin: Int, _ rules: CleanRules
  ) {
    frequent.removeSubrange(begin...)
    words = 0
    rules.forEachWord(line) { _, hash in
      words += 1
      let languages = rules.stopwords[hash]
      if languages != 0 { frequent.append(languages) }
    }
  }
}
