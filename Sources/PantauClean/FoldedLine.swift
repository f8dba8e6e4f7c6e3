internal import PantauText

/// A line as the word lists see it: lower case, single spaces, no space before a colon, no bullets before it and no
/// punctuation after it.
struct FoldedLine {
  /// A word, or an opening bracket; where it stands in ``bytes``, and its hash as ``PhraseTable`` looks it up.
  struct Word {
    var hash: UInt64
    var start: Int32
    var end: Int32
  }

  /// Bytes without outer marks.
  private(set) var bytes: [UInt8] = []
  /// Its words and opening brackets.
  private(set) var words: [Word] = []
  /// Which marks there may be: bit n for those of which n are the lower six bits.
  private(set) var marks: UInt64 = 0
  /// What ``CleanRules/cues`` says of the words, taken together; all bits where nobody asked.
  private(set) var cues: UInt32 = .max
  /// The hash of the words alone: no numbers and no marks at the ends.
  private(set) var wholeHash = WordHash.none

  /// A line without bytes, to be read into.
  init() {}

  init(_ line: [UInt8]) { self.init(line[...]) }

  init(_ line: ArraySlice<UInt8>) { line.withUnsafeBufferPointer { read($0) } }

  /// Whether the mark may stand in the line: false is certain.
  func mayHold(_ mark: Unicode.Scalar) -> Bool { FoldedLine.mayHold(mark, marks) }

  static func mayHold(_ mark: Unicode.Scalar, _ marks: UInt64) -> Bool {
    marks >> UInt64(UInt8(ascii: mark) & 63) & 1 != 0
  }

  /// Becomes what `line` is, in the storage that is there.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
    if bytes.count < line.count {
      bytes.append(contentsOf: repeatElement(0, count: line.count - bytes.count))
    }
    let count = bytes.withUnsafeMutableBufferPointer { FoldedLine.fold(line, into: $0) }
    bytes.removeLast(bytes.count - count)
    trim()
    findWords()
  }

  private static func fold(
    _ line: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var end = 0
    var pendingSpace = false
    for byte in line {
      if byte <= 32 {
        pendingSpace = end > 0
        continue
      }
      if pendingSpace, byte != UInt8(ascii: ":") {
        target[end] = 32
        end &+= 1
      }
      pendingSpace = false
      target[end] = lowercase(byte)
      end &+= 1
    }
    return end
  }

  /// Takes bullets, arrows and stars off the front, marks off the end.
  private mutating func trim() {
    let low = bytes.withUnsafeBufferPointer { FoldedLine.trimmed($0) }
    if low > 0 { bytes.removeFirst(min(low, bytes.count)) }
    while let last = bytes.last, FoldedLine.isTrimmed(atEnd: last) { bytes.removeLast() }
  }

  /// Bytes that are taken off the front.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var low = 0
    while low < bytes.count {
      let taken = trimmed(bytes, at: low)
      if taken == 0 { return low }
      low += taken
    }
    return low
  }

  /// Bytes of the bullet, arrow or star at `low`, 0 for anything else.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, at low: Int) -> Int {
    switch bytes[low] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "|"),
      UInt8(ascii: "["), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "_"), 32:
      1
    case 0xE2 where low + 2 < bytes.count && bytes[low + 1] != 0x80: 3
    case 0xE2 where low + 2 < bytes.count && (bytes[low + 2] == 0xA2 || bytes[low + 2] == 0xBA): 3
    case 0xC2 where low + 1 < bytes.count && bytes[low + 1] != 0xA9: 2
    default: 0
    }
  }

  private static func isTrimmed(atEnd byte: UInt8) -> Bool {
    byte == 32 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "]")
  }

  /// Whether nothing is taken off the ends of a line of one byte or more.
  static func hasPlainEnds(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    trimmed(line, at: 0) == 0 && !isTrimmed(atEnd: line[line.count - 1])
  }

  /// Becomes a line of which words and marks are known, and which needs no folding but small letters.
  mutating func become(
    _ line: UnsafeBufferPointer<UInt8>, _ words: UnsafeBufferPointer<Word>, marks: UInt64, cues: UInt32
  ) {
    self.marks = marks
    self.cues = cues
    self.words.removeAll(keepingCapacity: true)
    self.words.append(contentsOf: words)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: line)
    bytes.withUnsafeMutableBytes { bytes in
      var index = 0
      while index + 8 <= line.count {
        let eight = EightBytes(line, at: index)
        bytes.storeBytes(of: eight.lowered(eight.letters), toByteOffset: index, as: UInt64.self)
        index &+= 8
      }
      while index < line.count {
        bytes[index] = lowercase(line[index])
        index &+= 1
      }
    }
    findWhole()
  }

  private mutating func append(_ hash: UInt64, _ range: Range<Int>) {
    words.append(
      Word(
        hash: hash, start: Int32(truncatingIfNeeded: range.lowerBound),
        end: Int32(truncatingIfNeeded: range.upperBound)))
  }

  /// Sets out from `bytes`, in which letters are small already.
  private mutating func findWords() {
    words.removeAll(keepingCapacity: true)
    marks = 0
    cues = .max
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let start = index
        let byte = bytes[index]
        if isLetterOrDigit(byte) {
          let hash = WordHash.ofWord(bytes, from: &index, underscores: false)
          append(hash, start..<index)
          continue
        }
        marks |= 1 << UInt64(byte & 63)
        index &+= 1
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
          append(WordHash.of(mark: byte), start..<index)
        }
      }
    }
    findWhole()
  }

  /// Sets ``wholeHash``.
  private mutating func findWhole() {
    wholeHash = bytes.withUnsafeBufferPointer { FoldedLine.wholeHash(of: $0) }
  }

  private static func wholeHash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    func isWord(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte >= 0xC3 }
    var low = 0
    var high = bytes.count
    while low < high, !isWord(bytes[low]) || bytes[low] == 0xE2 { low += bytes[low] == 0xE2 ? 3 : 1 }
    low = min(low, high)
    while high > low, !isWord(bytes[high - 1]), bytes[high - 1] < 0x80 { high -= 1 }
    return WordHash.ofFolded(UnsafeBufferPointer(rebasing: bytes[low..<high]))
  }
}
