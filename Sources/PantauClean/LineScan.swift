internal import PantauText

/// Reads lines in one pass each: what ``appendFolded(_:to:)``, ``LineShape`` and ``FoldedLine`` find in several.
///
/// What is counted stands in memory of its own, not in local variables: there are more of them than registers, and to add
/// to one in memory is one step.
struct LineScan: ~Copyable {
  /// Bytes up to which the word lists look at a line: longer ones are text whatever their words are.
  static let longestJudged = 400

  /// The line that was read last, if it is short enough to be judged.
  private(set) var folded = FoldedLine()
  private(set) var shape = LineShape()
  /// What ``CleanRules/cues`` says of the languages of the frequent words of all lines so far.
  private(set) var frequent: [UInt32] = []
  private var counts = Counts()
  /// Words and opening brackets of a line that is judged; it has no more of them than bytes.
  private let foldedWords: UnsafeMutablePointer<FoldedLine.Word>

  private struct Counts {
    /// Words as languages are told by.
    var runs = 0
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
    var foldedWords = 0
    /// Which marks there are in the line, as in ``FoldedLine/marks``.
    var marks: UInt64 = 0
    /// What ``CleanRules/cues`` says of all words.
    var cues: UInt32 = 0
    var hasColonApart = false
    var isASCII = true
  }

  init() { foldedWords = .allocate(capacity: LineScan.longestJudged) }

  deinit { foldedWords.deallocate() }

  /// Words as languages are told by.
  var words: Int { counts.runs }

  var isASCII: Bool { counts.isASCII }

  /// Whether the mark may stand in the line: false is certain.
  func mayHold(_ mark: Unicode.Scalar) -> Bool { FoldedLine.mayHold(mark, counts.marks) }

  /// Reads a line of one byte or more; false, and nothing of use read, for one with white space or characters to be
  /// folded first. One that `isFolded` has none.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, isFolded: Bool, _ rules: CleanRules) -> Bool {
    guard isFolded || line[0] > 32 else { return false }
    let begin = frequent.count
    let isJudged = line.count <= LineScan.longestJudged
    counts = Counts()
    guard readWords(line, isFolded, isJudged, rules.cues) else {
      frequent.removeSubrange(begin...)
      return false
    }
    setShape(line)
    if mayHold("_") { recountWords(line, from: begin, rules) }
    guard isJudged else { return true }
    if counts.hasColonApart || !FoldedLine.hasPlainEnds(line) {
      folded.read(line)
    } else {
      folded.become(
        line, UnsafeBufferPointer(start: foldedWords, count: counts.foldedWords), marks: counts.marks,
        cues: counts.cues)
    }
    return true
  }

  private mutating func readWords(
    _ line: UnsafeBufferPointer<UInt8>, _ isFolded: Bool, _ isJudged: Bool, _ cues: WordTable
  ) -> Bool {
    var index = 0
    while index < line.count {
      let byte = line[index]
      if isLetterOrDigit(byte) {
        guard readWord(line, &index, isFolded, isJudged, cues) else { return false }
        continue
      }
      let next = index &+ 1 < line.count ? line[index &+ 1] : 32
      counts.marks |= 1 << UInt64(byte & 63)
      if byte <= 32 {
        guard isFolded || byte == 32 && next > 32 else { return false }
        if next == UInt8(ascii: ":") { counts.hasColonApart = true }
      } else if byte == UInt8(ascii: ",") {
        counts.commas &+= 1
      } else if byte == 46 || byte == 33 || byte == 63 {
        if next == 32 || next == 34 || next == 0xE2 { counts.sentences &+= 1 }
      } else if isJudged, byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
        keep(WordHash.of(mark: byte), index..<index &+ 1)
        counts.cues |= cues[WordHash.of(mark: byte)]
      }
      index &+= 1
    }
    return true
  }

  /// Reads the run of letters, digits and bytes beyond ASCII at `index`.
  @inline(__always)
  private mutating func readWord(
    _ line: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isFolded: Bool, _ isJudged: Bool,
    _ cues: WordTable
  ) -> Bool {
    let start = index
    var end = index
    var hash = FoldedHash.start
    var smalls: UInt64 = 0
    var wide: UInt64 = 0
    var digits = 0
    while true {
      let eight = EightBytes(line, at: end)
      let letters = eight.letters
      let numbers = eight.digits
      let others = ~(letters | numbers | eight.value) & EightBytes.all
      let kept = EightBytes.bits(before: others)
      if kept != 0 { hash = FoldedHash.mixed(hash, eight.lowered(letters) & kept) }
      smalls |= letters & (eight.value << 2) & kept
      wide |= eight.value & kept
      if numbers & kept != 0 { digits &+= EightBytes.count(numbers & kept) }
      end &+= EightBytes.count(before: others)
      if others != 0 { break }
    }
    index = end
    if wide & EightBytes.all == 0 {
      let letters = end &- start &- digits
      let first = line[start]
      counts.words &+= 1
      counts.letters &+= letters
      counts.digits &+= digits
      if first &- 65 < 26 { counts.capitals &+= 1 } else if first >= 97 { counts.smalls &+= 1 }
      if smalls == 0, letters >= 2 { counts.allCapitals &+= 1 }
    } else {
      counts.isASCII = false
      guard isFolded || LineScan.isFolded(line, start..<end) else { return false }
      countWide(line, start..<end)
    }
    counts.runs &+= 1
    let cue = cues[hash]
    if cue != 0 {
      counts.cues |= cue
      if cue & CleanRules.languageCues != 0 { frequent.append(cue & CleanRules.languageCues) }
    }
    if isJudged { keep(hash, start..<end) }
    return true
  }

  /// Keeps a word or opening bracket of the line for the word lists.
  @inline(__always)
  private mutating func keep(_ hash: UInt64, _ range: Range<Int>) {
    foldedWords[counts.foldedWords] = FoldedLine.Word(
      hash: hash, start: Int32(truncatingIfNeeded: range.lowerBound),
      end: Int32(truncatingIfNeeded: range.upperBound))
    counts.foldedWords &+= 1
  }

  private mutating func setShape(_ line: UnsafeBufferPointer<UInt8>) {
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
  private mutating func countWide(_ line: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) {
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
    counts.runs = 0
    rules.forEachWord(line) { _, hash in
      counts.runs += 1
      let languages = rules.cues[hash] & CleanRules.languageCues
      if languages != 0 { frequent.append(languages) }
    }
  }
}
