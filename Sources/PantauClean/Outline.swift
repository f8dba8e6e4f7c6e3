/// One run of text between two block boundaries, white space folded, with what the filters ask about it.
struct Line {
  /// The hash of its words; 0 for lines beyond 400 bytes.
  var hash: UInt64 = 0
  private let first: Int32
  private let last: Int32
  /// The innermost element that holds all of it.
  var element: Int32
  /// The innermost block.
  var block: Int32
  /// Bytes inside anchors.
  var linkBytes: Int32
  var strongBytes: Int32
  private var counts = LineCounts(LineShape())
  /// What the word lists say.
  var verdict = LineVerdict.text

  var shape: LineShape {
    get { counts.shape }
    set { counts = LineCounts(newValue) }
  }

  /// A line that nobody has judged yet; of texts of less than 2 GB.
  init(start: Int, end: Int, element: Int32, block: Int32, linkBytes: Int32, strongBytes: Int32) {
    first = Int32(start)
    last = Int32(end)
    self.element = element
    self.block = block
    self.linkBytes = linkBytes
    self.strongBytes = strongBytes
  }

  /// Bytes of ``Outline/text``.
  var start: Int { Int(first) }
  var end: Int { Int(last) }
  var count: Int { end - start }
  var linkShare: Double { Double(linkBytes) / Double(max(1, end - start)) }
  var isStrong: Bool { Int(strongBytes) * 10 >= (end - start) * 9 }
}

/// Counts that tell prose from menus.
struct LineShape {
  var words: Int32 = 0
  /// Words that begin with a capital.
  var capitals: Int32 = 0
  /// Words that begin with a small letter.
  var smalls: Int32 = 0
  var allCapitals: Int32 = 0
  var digits: Int32 = 0
  var letters: Int32 = 0
  /// Ends of sentences inside or at the end.
  var sentences: Int32 = 0
  var commas: Int32 = 0
  /// The last mark is a full stop, a question or exclamation mark, or one of these in quotes or brackets.
  var endsSentence = false
  var endsInColon = false

  init() {}

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    countWords(bytes)
    readEnd(bytes)
  }

  /// Tells how the line ends.
  mutating func readEnd(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var last = beforeInitials(bytes, count)
    while last > 0,
      isClosing(bytes[last - 1]) || (last >= 3 && bytes[last - 3] == 0xE2 && bytes[last - 2] == 0x80)
    {
      last -= isClosing(bytes[last - 1]) ? 1 : 3
      if last > 0, last < count, bytes[last] == 0xE2, bytes[last + 2] == 0xA6 { endsSentence = true }
    }
    if last > 0 {
      let final = bytes[last - 1]
      endsSentence = endsSentence || final == 46 || final == 33 || final == 63
      endsInColon = final == UInt8(ascii: ":")
    }
    if last >= 3, bytes[last - 3] == 0xE3, bytes[last - 2] == 0x80, bytes[last - 1] == 0x82 {
      endsSentence = true
    }
    if endsSentence { sentences += 1 }
  }

  /// Counts a word by its first byte and the number of its letters and capitals.
  @inline(__always)
  mutating func add(first: UInt8, letters inWord: Int, capitals inCapitals: Int) {
    words &+= 1
    letters &+= Int32(truncatingIfNeeded: inWord)
    if first &- 65 < 26 { capitals &+= 1 } else if first &- 97 < 26 { smalls &+= 1 }
    if inCapitals >= 2, inCapitals == inWord { allCapitals &+= 1 }
  }

  private mutating func countWords(_ bytes: UnsafeBufferPointer<UInt8>) {
    // What is counted at every byte stands in local variables, which need not go through memory.
    var (extra, digits) = (0, 0)
    let count = bytes.count
    WordBytes.letters.withUnsafeBufferPointer { table in
      var index = 0
      while index < count {
        let first = bytes[index]
        guard table[Int(first)] != 0, first != 0xE2 else {
          mark(first, next: index &+ 1 < count ? bytes[index &+ 1] : 32)
          index &+= first == 0xE2 ? 3 : 1
          continue
        }
        var (capitalsInWord, lettersInWord) = (0, 0)
        repeat {
          let each = bytes[index]
          guard table[Int(each)] != 0, each != 0xE2 else { break }
          let isDigit = each &- 48 < 10
          if isDigit { digits &+= 1 }
          if !isDigit, each & 0xC0 != 0x80 { lettersInWord &+= 1 }
          if each &- 65 < 26 { capitalsInWord &+= 1 }
          // Scripts without spaces: three bytes make about half a word.
          if each >= 0xE3, each <= 0xED { extra &+= index & 1 }
          index &+= 1
        } while index < count
        add(first: first, letters: lettersInWord, capitals: capitalsInWord)
      }
    }
    words += Int32(clamping: extra)
    self.digits = Int32(clamping: digits)
  }

  @inline(__always)
  mutating func mark(_ byte: UInt8, next: UInt8) {
    if byte == UInt8(ascii: ",") { commas += 1 }
    if byte == 46 || byte == 33 || byte == 63, next == 32 || next == 34 || next == 0xE2 { sentences += 1 }
  }

  /// The length without the writer's initials at the end: "… diteken pekan lalu. (fp)".
  private func beforeInitials(_ bytes: UnsafeBufferPointer<UInt8>, _ count: Int) -> Int {
    guard count > 4, bytes[count - 1] == 41 else { return count }
    var open = count - 2
    while open > 0, count - open <= 24, bytes[open] != 40 { open -= 1 }
    guard bytes[open] == 40, open > 1 else { return count }
    return bytes[open - 1] == 32 ? open - 1 : open
  }

  private func isClosing(_ byte: UInt8) -> Bool {
    byte == 34 || byte == 39 || byte == 41 || byte == 93 || byte == 32 || byte == 42
  }

  /// Reads as prose: long enough to be a paragraph, or a sentence.
  var isProse: Bool {
    words >= 20 || (words >= 7 && endsSentence) || (words >= 10 && commas >= 1 && smalls >= 4)
  }
}

/// A ``LineShape`` in little room: beyond 32,767 of anything but words, it is 32,767.
private struct LineCounts {
  private let words: Int32
  private let capitals, smalls, allCapitals, digits, letters, sentences, commas: Int16
  private let endsSentence, endsInColon: Bool

  init(_ shape: LineShape) {
    words = shape.words
    capitals = Int16(clamping: shape.capitals)
    smalls = Int16(clamping: shape.smalls)
    allCapitals = Int16(clamping: shape.allCapitals)
    digits = Int16(clamping: shape.digits)
    letters = Int16(clamping: shape.letters)
    sentences = Int16(clamping: shape.sentences)
    commas = Int16(clamping: shape.commas)
    endsSentence = shape.endsSentence
    endsInColon = shape.endsInColon
  }

  @inline(__always)
  var shape: LineShape {
    var shape = LineShape()
    shape.words = words
    shape.capitals = Int32(capitals)
    shape.smalls = Int32(smalls)
    shape.allCapitals = Int32(allCapitals)
    shape.digits = Int32(digits)
    shape.letters = Int32(letters)
    shape.sentences = Int32(sentences)
    shape.commas = Int32(commas)
    shape.endsSentence = endsSentence
    shape.endsInColon = endsInColon
    return shape
  }
}

/// A page in side arrays: elements in document order, lines of text, and the places where metadata stands.
///
/// The tree itself is walked once and not copied: an element is a number, its subtree the numbers up to `last`.
struct Outline {
  var text: [UInt8] = []
  var lines: [Line] = []

  // By element.
  var kinds: [ElementKind] = []
  var parents: [Int32] = []
  /// One after the last element inside.
  var last: [Int32] = []
  var hints: [Hints] = []
  var firstLine: [Int32] = []
  /// One after the last line inside.
  var endLine: [Int32] = []

  /// Levels of headings, 1 to 6.
  var headingLevels: [Int32: UInt8] = [:]
  /// Lists whose items are numbered.
  var numbered: Set<Int32> = []
  /// Pictures outside of what is passed over.
  var pictures = 0
  /// Links in order of their ends, where they were asked for.
  var links: [TextLink] = []
  var head = HeadFacts()

  func bytes(_ line: Line) -> ArraySlice<UInt8> { text[line.start..<line.end] }
  /// Whether an element is an `h1`.
  func isTopHeading(_ element: Int32) -> Bool { headingLevels[element] == 1 }

  mutating func reserve(elements count: Int) {
    kinds.reserveCapacity(count)
    parents.reserveCapacity(count)
    last.reserveCapacity(count)
    hints.reserveCapacity(count)
    firstLine.reserveCapacity(count)
    endLine.reserveCapacity(count)
  }

  /// Takes the last element off.
  mutating func removeLastElement() {
    let kind = kinds.removeLast()
    parents.removeLast()
    last.removeLast()
    hints.removeLast()
    firstLine.removeLast()
    endLine.removeLast()
    if kind == .heading { headingLevels[Int32(kinds.count)] = nil }
    if kind == .list { numbered.remove(Int32(kinds.count)) }
  }

  /// Begins an element after the last line.
  mutating func append(_ kind: ElementKind, parent: Int32, hints own: Hints) {
    kinds.append(kind)
    parents.append(parent)
    last.append(Int32(kinds.count))
    hints.append(own)
    firstLine.append(Int32(lines.count))
    endLine.append(Int32(lines.count))
  }

  func string(_ line: Line) -> String { String(decoding: text[line.start..<line.end], as: UTF8.self) }
}

/// What a page says about itself outside its text.
struct HeadFacts {
  /// `meta` elements: name, property or itemprop in lower case, and content.
  var metas: [(name: String, content: String)] = []
  var title = ""
  var canonical: String?
  /// Addresses of the pages before and after this one, where it is one of several.
  var previous: String?
  var next: String?
  /// Anchors whose text is a number.
  var numberedLinks: [NumberedLink] = []
  /// How deep elements are nested, at most.
  var depth = 0
  /// There are more elements or lines than ``OutlineBuilder/room(for:)``.
  var isCrowded = false
  var language: String?
  /// JSON-LD scripts.
  var scripts: [[UInt8]] = []
  /// `time` elements: their `datetime`, their element, the line that was begun, whether marked as publication.
  var times: [(value: String, element: Int32, line: Int, isPublished: Bool)] = []
}

/// An anchor whose text is a number: one page of several, perhaps.
struct NumberedLink {
  var number: Int
  var address: String
  var element: Int32
}
