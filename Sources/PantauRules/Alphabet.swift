import PantauText

/// All tests of all rules, and which of them each word, each shape of token and each kind of match meets.
///
/// A token is to the rules what tests it meets, and nothing else. The tests are numbered and stand as bits, so that an
/// element of a pattern costs the look at one bit, however many words or constraints it names.
final class Alphabet: Sendable {
  /// 64-bit words that the bits of all tests take.
  let width: Int
  /// Class of each word identifier: words of one class meet the same tests; 0 for words that no test names.
  let classOfWord: [Int32]
  /// Class of each kind and traits of a token, see ``shape(of:)``.
  let classOfShape: [Int32]
  let shapeClassCount: Int
  /// Class of the matches of each lexicon entry, each rule and each label; 0 for those that no test asks for.
  private let classOfEntry: [Int32]
  private let classOfRule: [Int32]
  private let classOfLabel: [Int32]
  private let isLexicon: [Bool]
  /// Bits by class, ``width`` words each.
  let wordBits: [UInt64]
  let shapeBits: [UInt64]
  let matchBits: [UInt64]

  var wordClassCount: Int { wordBits.count / max(1, width) }

  /// Numbers the tests of `builder`; linear in words, lexicon entries and rules.
  init(
    _ builder: AlphabetBuilder, wordCount: Int, lexicon: Lexicon, isLexicon: [Bool], rules: [Rule],
    labelCount: Int
  ) {
    let width = max(1, (builder.tests.count + 63) / 64)
    self.width = width
    self.isLexicon = isLexicon
    var wholes: [[Int]] = Array(repeating: [], count: builder.tests.count)
    for (number, parts) in builder.parts.enumerated() {
      for part in parts { wholes[part].append(number) }
    }
    var testsOfWord: [[Int]] = Array(repeating: [], count: wordCount + 1)
    var testsOfLabel: [LabelID: [(test: Int, constraint: LabelConstraint?)]] = [:]
    var classes: [(test: Int, tokenClass: TokenClass)] = []
    for (number, test) in builder.tests.enumerated() {
      switch test {
      case .words(let ids): for id in ids where Int(id) <= wordCount { testsOfWord[Int(id)].append(number) }
      case .tokenClass(let tokenClass): classes.append((number, tokenClass))
      case .label(let label, let constraint): testsOfLabel[label, default: []].append((number, constraint))
      case .any: break
      }
    }
    // Matches and words are put into classes at the same time: each takes as long.
    let empty = ClassTable(width: width, wholes: wholes)
    let matching = Ahead { [testsOfLabel] in
      MatchClasses(empty, testsOfLabel, lexicon, rules, labelCount: labelCount)
    }
    var words = empty
    words.reserve(testsOfWord.lazy.filter { !$0.isEmpty }.count)
    classOfWord = testsOfWord.map { $0.isEmpty ? 0 : words[$0] }
    wordBits = words.bits
    var shapes = empty
    classOfShape = (0..<Alphabet.shapeCount).map { shape in
      guard let kind = Token.Kind(rawValue: UInt8(shape >> 5)) else { return 0 }
      let traits = Token.Traits(rawValue: UInt8(shape & 31))
      return shapes[classes.filter { $0.tokenClass.holds(kind, traits) }.map(\.test)]
    }
    shapeBits = shapes.bits
    shapeClassCount = shapes.bits.count / width
    let matches = matching.value()
    classOfEntry = matches.entries
    classOfRule = matches.rules
    classOfLabel = matches.labels
    matchBits = matches.bits
  }

  /// What ``write(to:)`` wrote.
  init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    width = try reader.value()
    shapeClassCount = try reader.value()
    classOfWord = try reader.list()
    classOfShape = try reader.list()
    classOfEntry = try reader.list()
    classOfRule = try reader.list()
    classOfLabel = try reader.list()
    isLexicon = try reader.list()
    wordBits = try reader.list()
    shapeBits = try reader.list()
    matchBits = try reader.list()
  }

  func write(to writer: inout ByteWriter) {
    writer.add(width)
    writer.add(shapeClassCount)
    for list in [classOfWord, classOfShape, classOfEntry, classOfRule, classOfLabel] { writer.add(list) }
    writer.add(isLexicon)
    for list in [wordBits, shapeBits, matchBits] { writer.add(list) }
  }

  /// What a search looks up, as it lies in memory.
  struct Tables {
    let wordClasses, shapeClasses: UnsafePointer<Int32>
    let shapeClassCount: Int
    let entries, rules, labels: UnsafePointer<Int32>
    /// Labels that a lexicon can have, and which of them one has.
    let labelCount: Int
    let isLexicon: UnsafePointer<Bool>
    let matchBits: UnsafePointer<UInt64>
    let width: Int
    /// The bits of what meets no test.
    let nothing: UnsafePointer<UInt64>

    /// A token's word and shape as one number.
    @inline(__always)
    func place(of token: Token) -> Int {
      Int(wordClasses[Int(token.word)]) &* shapeClassCount &+ Int(shapeClasses[Alphabet.shape(of: token)])
    }

    /// The class of a match: what tests it meets where it begins.
    @inline(__always)
    func matchClass(of match: Match) -> Int {
      if match.rule >= 0 { return Int(rules[Int(match.rule)]) }
      let label = Int(match.label)
      guard label < labelCount else { return 0 }
      return Int(match.payload >= 0 && isLexicon[label] ? entries[Int(match.payload)] : labels[label])
    }

    /// Whether a match of this class meets a test.
    @inline(__always)
    func meets(_ matchClass: Int, _ test: Int32) -> Bool { (matchBits + matchClass &* width).holds(test) }
  }

  @inline(__always)
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    withAddresses(classOfWord, classOfShape, wordBits) { words, shapes, wordBits in
      withAddresses(classOfEntry, classOfRule, matchBits) { entries, rules, matchBits in
        withAddresses(classOfLabel, classOfLabel, isLexicon) { labels, _, isLexicon in
          body(
            Tables(
              wordClasses: words, shapeClasses: shapes, shapeClassCount: shapeClassCount, entries: entries,
              rules: rules, labels: labels, labelCount: min(classOfLabel.count, self.isLexicon.count),
              isLexicon: isLexicon, matchBits: matchBits, width: width, nothing: wordBits))
        }
      }
    }
  }

  /// Whether a match of this class meets a test.
  @inline(__always)
  func meets(_ matchClass: Int, _ test: Int) -> Bool {
    matchBits[matchClass &* width &+ test >> 6] >> UInt64(test & 63) & 1 != 0
  }

  /// Kind and traits as one number.
  @inline(__always)
  static func shape(of token: Token) -> Int {
    Int(token.kind.rawValue) << 5 | Int(token.traits.rawValue & 31)
  }

  private static let shapeCount = 96
}

/// Numbers tests in the order in which rules name them.
struct AlphabetBuilder {
  private(set) var tests: [ElementTest] = []
  private var numbers: [ElementTest: Int] = [:]
  /// By test: those of which one must hold for it; none for a test that is not put together.
  private(set) var parts: [[Int]] = []
  /// The numbers of those that are put together, by their parts.
  private var wholes: [[Int]: Int] = [:]

  /// Makes room for so many tests.
  mutating func reserve(_ count: Int) {
    tests.reserveCapacity(count)
    parts.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  /// The number of a test, whose parts get theirs first.
  mutating func number(of test: ElementTest) -> Int {
    if let known = numbers[test] { return known }
    var own: [Int] = []
    if case .any(let parts) = test { own = parts.map { number(of: $0) }.sorted() }
    numbers[test] = append(test, own)
    return tests.count - 1
  }

  /// The number of the test that holds where one of others does; nil where any token meets it.
  mutating func number(ofAny others: [Int]) -> Int? {
    if others.count == 1 { return holdsAlways(others[0]) ? nil : others[0] }
    var own: [Int] = []
    for other in others {
      if parts[other].isEmpty { own.append(other) } else { own += parts[other] }
    }
    own.sort()
    var kept = 0
    for number in own where kept == 0 || own[kept - 1] != number {
      if holdsAlways(number) { return nil }
      own[kept] = number
      kept += 1
    }
    own.removeSubrange(kept...)
    return kept == 1 ? own[0] : wholes[own] ?? append(.any([]), own)
  }

  /// The numbers here of the tests of another builder, by their numbers there; what is new becomes known.
  mutating func numbers(of other: AlphabetBuilder) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(other.tests.count)
    for (test, parts) in zip(other.tests, other.parts) {
      if parts.isEmpty {
        numbers.append(Int32(number(of: test)))
      } else {
        let own = parts.map { Int(numbers[$0]) }.sorted()
        numbers.append(Int32(wholes[own] ?? append(test, own)))
      }
    }
    return numbers
  }

  private func holdsAlways(_ number: Int) -> Bool {
    if case .tokenClass(.any) = tests[number] { true } else { false }
  }

  private mutating func append(_ test: ElementTest, _ own: [Int]) -> Int {
    if !own.isEmpty { wholes[own] = tests.count }
    tests.append(test)
    parts.append(own)
    return tests.count - 1
  }
}

/// The classes of matches: of each lexicon entry, each rule and each label.
private struct MatchClasses {
  let entries: [Int32]
  let rules: [Int32]
  let labels: [Int32]
  let bits: [UInt64]

  init(
    _ empty: ClassTable, _ testsOfLabel: [LabelID: [(test: Int, constraint: LabelConstraint?)]],
    _ lexicon: Lexicon, _ rules: [Rule], labelCount: Int
  ) {
    var matches = empty
    func matchClass(_ label: LabelID, _ value: (String) -> String?) -> Int32 {
      guard let tests = testsOfLabel[label] else { return 0 }
      return matches[
        tests.filter { $0.constraint?.admits(value($0.constraint?.column ?? "")) ?? true }.map(\.test)]
    }
    entries = lexicon.entries.map { entry in matchClass(entry.label) { entry[$0] } }
    self.rules = rules.map { rule in matchClass(rule.label) { rule.constants[$0] } }
    labels = (0..<labelCount).map { label in matchClass(LabelID(label)) { _ in nil } }
    bits = matches.bits
  }
}

/// Sets of tests, each once, the empty one first.
private struct ClassTable {
  let width: Int
  /// By test: those that hold where it does, because they ask for one of several.
  let wholes: [[Int]]
  private(set) var bits: [UInt64]
  private var numbers: [[Int]: Int32] = [[]: 0]

  init(width: Int, wholes: [[Int]]) {
    self.width = width
    self.wholes = wholes
    bits = Array(repeating: 0, count: width)
  }

  /// Makes room for so many sets more; memory that they do not take costs nothing.
  mutating func reserve(_ count: Int) { bits.reserveCapacity(bits.count + count * width) }

  /// The number of a set of tests, given in ascending order.
  subscript(tests: [Int]) -> Int32 {
    mutating get {
      if let known = numbers[tests] { return known }
      let number = Int32(numbers.count)
      numbers[tests] = number
      let row = bits.count
      bits += repeatElement(0, count: width)
      for test in tests {
        bits[row + test >> 6] |= 1 << UInt64(test & 63)
        for whole in wholes[test] { bits[row + whole >> 6] |= 1 << UInt64(whole & 63) }
      }
      return number
    }
  }
}

extension LabelConstraint {
  /// Whether a match with this value in the column meets the constraint.
  func admits(_ value: String?) -> Bool { values.contains(value ?? "") != negative }
}

/// Calls `body` with where the elements of three arrays lie, of which those of an empty one are not to be looked at.
@inline(__always)
private func withAddresses<First, Second, Third, Result>(
  _ first: [First], _ second: [Second], _ third: [Third],
  _ body: (UnsafePointer<First>, UnsafePointer<Second>, UnsafePointer<Third>) -> Result
) -> Result {
  first.withUnsafeBufferPointer { first in
    second.withUnsafeBufferPointer { second in
      third.withUnsafeBufferPointer { third in
        body(address(of: first), address(of: second), address(of: third))
      }
    }
  }
}

@inline(__always)
private func address<Element>(of elements: UnsafeBufferPointer<Element>) -> UnsafePointer<Element> {
  // An array that never held an element may have no address; nothing leads to it then.
  elements.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
}
