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
  /// Tests that hold where one of others does, each after its parts.
  let compounds: [(test: Int, parts: [Int])]

  var wordClassCount: Int { wordBits.count / max(1, width) }

  /// Numbers the tests of `builder`; linear in words, lexicon entries and rules.
  init(
    _ builder: AlphabetBuilder, wordCount: Int, lexicon: Lexicon, isLexicon: [Bool], rules: [Rule],
    labelCount: Int
  ) {
    let width = max(1, (builder.tests.count + 63) / 64)
    self.width = width
    self.isLexicon = isLexicon
    var words = ClassTable(width: width)
    var testsOfWord: [UInt32: [Int]] = [:]
    var shapes = ClassTable(width: width)
    var testsOfLabel: [LabelID: [(test: Int, constraint: LabelConstraint?)]] = [:]
    var classes: [(test: Int, tokenClass: TokenClass)] = []
    var compounds: [(test: Int, parts: [Int])] = []
    for (number, test) in builder.tests.enumerated() {
      switch test {
      case .words(let ids): for id in ids { testsOfWord[id, default: []].append(number) }
      case .tokenClass(let tokenClass): classes.append((number, tokenClass))
      case .label(let label, let constraint): testsOfLabel[label, default: []].append((number, constraint))
      case .any(let parts): compounds.append((number, parts.compactMap { builder.numbers[$0] }))
      }
    }
    self.compounds = compounds
    var classOfWord = [Int32](repeating: 0, count: wordCount + 1)
    for (word, tests) in testsOfWord where Int(word) <= wordCount { classOfWord[Int(word)] = words[tests] }
    self.classOfWord = classOfWord
    wordBits = words.bits
    classOfShape = (0..<Alphabet.shapeCount).map { shape in
      guard let kind = Token.Kind(rawValue: UInt8(shape >> 5)) else { return 0 }
      let traits = Token.Traits(rawValue: UInt8(shape & 31))
      return shapes[classes.filter { $0.tokenClass.holds(kind, traits) }.map(\.test)]
    }
    shapeBits = shapes.bits
    shapeClassCount = shapes.bits.count / width
    var matches = ClassTable(width: width)
    func matchClass(_ label: LabelID, _ value: (String) -> String?) -> Int32 {
      guard let tests = testsOfLabel[label] else { return 0 }
      return matches[
        tests.filter { $0.constraint?.admits(value($0.constraint?.column ?? "")) ?? true }.map(\.test)]
    }
    classOfEntry = lexicon.entries.map { entry in matchClass(entry.label) { entry[$0] } }
    classOfRule = rules.map { rule in matchClass(rule.label) { rule.constants[$0] } }
    classOfLabel = (0..<labelCount).map { label in matchClass(LabelID(label)) { _ in nil } }
    matchBits = matches.bits
  }

  /// The class of a match: what tests it meets where it begins.
  @inline(__always)
  func matchClass(of match: Match) -> Int {
    if match.rule >= 0 { return Int(classOfRule[Int(match.rule)]) }
    let label = Int(match.label)
    if match.payload >= 0, label < isLexicon.count, isLexicon[label] {
      return Int(classOfEntry[Int(match.payload)])
    }
    return label < classOfLabel.count ? Int(classOfLabel[label]) : 0
  }

  /// The classes of matches as they lie in memory, for many matches at once.
  struct MatchClasses {
    let entries, rules, labels: UnsafeBufferPointer<Int32>
    let isLexicon: UnsafeBufferPointer<Bool>

    @inline(__always)
    subscript(match: Match) -> Int {
      if match.rule >= 0 { return Int(rules[Int(match.rule)]) }
      let label = Int(match.label)
      if match.payload >= 0, label < isLexicon.count, isLexicon[label] {
        return Int(entries[Int(match.payload)])
      }
      return label < labels.count ? Int(labels[label]) : 0
    }
  }

  @inline(__always)
  func withMatchClasses(_ body: (MatchClasses) -> Void) {
    classOfEntry.withUnsafeBufferPointer { entries in
      classOfRule.withUnsafeBufferPointer { rules in
        classOfLabel.withUnsafeBufferPointer { labels in
          isLexicon.withUnsafeBufferPointer { isLexicon in
            body(MatchClasses(entries: entries, rules: rules, labels: labels, isLexicon: isLexicon))
          }
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
  private(set) var numbers: [ElementTest: Int] = [:]

  /// The number of a test, whose parts get theirs first.
  mutating func number(of test: ElementTest) -> Int {
    if let known = numbers[test] { return known }
    if case .any(let parts) = test { for part in parts { _ = number(of: part) } }
    numbers[test] = tests.count
    tests.append(test)
    return tests.count - 1
  }
}

/// Sets of tests, each once, the empty one first.
private struct ClassTable {
  let width: Int
  private(set) var bits: [UInt64]
  private var numbers: [[Int]: Int32] = [[]: 0]

  init(width: Int) {
    self.width = width
    bits = Array(repeating: 0, count: width)
  }

  /// The number of a set of tests, given in ascending order.
  subscript(tests: [Int]) -> Int32 {
    mutating get {
      if let known = numbers[tests] { return known }
      let number = Int32(numbers.count)
      numbers[tests] = number
      var row = [UInt64](repeating: 0, count: width)
      for test in tests { row[test >> 6] |= 1 << UInt64(test & 63) }
      bits += row
      return number
    }
  }
}

extension LabelConstraint {
  /// Whether a match with this value in the column meets the constraint.
  func admits(_ value: String?) -> Bool { values.contains(value ?? "") != negative }
}
