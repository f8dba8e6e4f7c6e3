import PantauText

/// Reads the pattern language.
///
///     word  "mark"  ~root  <label>  <label column=a|b>  #class  @macro
///     (a | b)  (name: a)  a? a* a+ a{2,4} a*?  (?= a) (?! a) (?<= a) (?<! a)
struct PatternParser {
  struct Fault: Error {
    /// Byte offset into the pattern.
    var offset: Int
    var message: String
    var hint: String?
  }

  let bytes: [UInt8]
  var index = 0
  var captureNames: [String]
  let macros: [String: PatternNode]
  var vocabulary: Vocabulary
  private let synonyms: Synonyms
  let labels: LabelTable
  /// Columns that matches of a label can have; a label without an entry has none.
  let columns: [LabelID: Set<String>]
  let affixes: Affixes
  /// Macros that the pattern calls.
  private(set) var calledMacros: Set<String> = []
  /// The bytes at which alternatives begin that an earlier one of their group equals; looked for where ``findsRepeats``.
  private(set) var repeats: [Int] = []
  var findsRepeats = false
  /// Labels that the pattern asks for, each with the byte at which it does.
  private(set) var labelUses: [(label: LabelID, constraint: LabelConstraint?, offset: Int)] = []

  init(
    _ pattern: String, captureNames: [String] = [], macros: [String: PatternNode], vocabulary: Vocabulary,
    synonyms: Synonyms, labels: LabelTable, columns: [LabelID: Set<String>], affixes: Affixes
  ) {
    self.bytes = Array(pattern.utf8)
    self.captureNames = captureNames
    self.macros = macros
    self.vocabulary = vocabulary
    self.synonyms = synonyms
    self.labels = labels
    self.columns = columns
    self.affixes = affixes
  }

  /// The whole pattern.
  mutating func parse() throws(Fault) -> PatternNode {
    let node = try choice()
    skipSpace()
    if index < bytes.count { throw Fault(offset: index, message: "unexpected '\(character)'") }
    guard node.size <= PatternProgram.largest else {
      throw Fault(
        offset: 0,
        message: "the pattern is too large: counts inside counts multiply to \(node.size) elements",
        hint: "at most \(PatternProgram.largest); lower the counts")
    }
    return node
  }

  private var character: String { String(UnicodeScalar(bytes[index])) }

  private mutating func skipSpace() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }

  private mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != literal.utf8Start[offset] { return false }
    index += count
    return true
  }

  private mutating func choice() throws(Fault) -> PatternNode {
    var options = [try sequence()]
    var known = findsRepeats ? options : []
    skipSpace()
    while index < bytes.count, take("|") {
      skipSpace()
      let start = index
      let option = try sequence()
      if findsRepeats {
        if known.contains(option) { repeats.append(start) }
        known.append(option)
      }
      // Words that are alternatives side by side are one element, whichever of them is tried first.
      if case .words(let more) = option, case .words(var words)? = options.last {
        options.removeLast()
        words += more
        options.append(.words(words))
      } else {
        options.append(option)
      }
      skipSpace()
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(Fault) -> PatternNode {
    var items: [PatternNode] = []
    while true {
      skipSpace()
      guard index < bytes.count, bytes[index] != UInt8(ascii: "|"), bytes[index] != UInt8(ascii: ")") else {
        break
      }
      items.append(try quantified(atom()))
    }
    items = standard(items)
    return items.count == 1 ? items[0] : .sequence(items)
  }

  /// Items of which words that stand side by side are read as their synonyms' standard.
  private func standard(_ items: [PatternNode]) -> [PatternNode] {
    func mayBegin(_ item: PatternNode) -> Bool {
      if case .words(let ids) = item, ids.count == 1 { return synonyms.mayBegin(ids[0]) }
      return false
    }
    guard items.contains(where: mayBegin) else { return items }
    var result: [PatternNode] = []
    var run: [UInt32] = []
    func end() {
      result += synonyms.applied(toWords: run).map { .words([$0]) }
      run = []
    }
    for item in items {
      if case .words(let ids) = item, ids.count == 1 {
        run.append(ids[0])
      } else {
        end()
        result.append(item)
      }
    }
    end()
    return result
  }

  private mutating func atom() throws(Fault) -> PatternNode {
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "<"): return try label()
    case UInt8(ascii: "#"):
      index += 1
      let name = identifier()
      guard let tokenClass = TokenClass(rawValue: name) else {
        let hint = Spelling.didYouMean("#\(name)", among: TokenClass.allCases.map { "#\($0.rawValue)" })
        throw Fault(offset: start, message: "unknown token class '#\(name)'", hint: hint)
      }
      return .tokenClass(tokenClass)
    case UInt8(ascii: "@"):
      index += 1
      let name = identifier()
      guard let node = macros[name] else {
        let hint = Spelling.didYouMean("@\(name)", among: macros.keys.map { "@\($0)" })
        throw Fault(offset: start, message: "unknown macro '@\(name)'", hint: hint)
      }
      calledMacros.insert(name)
      return node
    case UInt8(ascii: "~"):
      index += 1
      let root = identifier()
      guard !root.isEmpty else { throw Fault(offset: start, message: "a root must follow '~'") }
      return .words(affixes.forms(of: root).map { vocabulary.intern($0) })
    case UInt8(ascii: "\""): return try quoted()
    default:
      skipIdentifier()
      let word = bytes[start..<index]
      guard !word.isEmpty else {
        throw Fault(
          offset: start, message: "unexpected '\(character)'", hint: "write marks in double quotes: \",\"")
      }
      // A word of plain letters is one token.
      if word.allSatisfy({ ($0 | 0x20) &- 97 < 26 }) { return .words([vocabulary.intern(utf8: word)]) }
      let ids = words(of: String(decoding: word, as: UTF8.self))
      return ids.count == 1 ? .words(ids) : .sequence(ids.map { .words([$0]) })
    }
  }

  /// The identifiers of the tokens of `text`, which become known.
  private mutating func words(of text: String) -> [UInt32] {
    Lexicon.cut(text).map { vocabulary.intern($0) }
  }

  /// Letters, digits, `-`, `_`, `'` and everything beyond ASCII.
  private mutating func identifier() -> String {
    let start = index
    skipIdentifier()
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipIdentifier() {
    while index < bytes.count, PatternParser.isOfIdentifier(bytes[index]) { index += 1 }
  }

  /// Whether a byte can stand in a word or name of the pattern language.
  static func isOfIdentifier(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'")
  }

  private mutating func quoted() throws(Fault) -> PatternNode {
    let start = index
    index += 1
    let from = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    guard index < bytes.count else { throw Fault(offset: start, message: "the quote is not closed") }
    let text = String(decoding: bytes[from..<index], as: UTF8.self)
    index += 1
    let ids = words(of: text)
    guard !ids.isEmpty else { throw Fault(offset: start, message: "nothing stands in the quotes") }
    return ids.count == 1 ? .words(ids) : .sequence(ids.map { .words([$0]) })
  }

  private mutating func group() throws(Fault) -> PatternNode {
    let start = index
    index += 1
    if take("?=") { return .look(ahead: true, negative: false, try closed(start)) }
    if take("?!") { return .look(ahead: true, negative: true, try closed(start)) }
    if take("?<=") { return .look(ahead: false, negative: false, try closed(start)) }
    if take("?<!") { return .look(ahead: false, negative: true, try closed(start)) }
    let mark = index
    skipSpace()
    let name = identifier()
    if !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      index += 1
      let number = captureNames.firstIndex(of: name) ?? captureNames.count
      if number == captureNames.count { captureNames.append(name) }
      return .capture(number, try closed(start))
    }
    index = mark
    return try closed(start)
  }

  private mutating func closed(_ start: Int) throws(Fault) -> PatternNode {
    let node = try choice()
    skipSpace()
    guard index < bytes.count, take(")") else {
      throw Fault(offset: start, message: "the bracket is not closed")
    }
    return node
  }

  private mutating func label() throws(Fault) -> PatternNode {
    let start = index
    index += 1
    skipSpace()
    let name = identifier()
    guard let label = labels[name] else {
      let hint = Spelling.didYouMean(name, among: labels.names)
      throw Fault(offset: start, message: "unknown label '<\(name)>'", hint: hint)
    }
    skipSpace()
    var constraint: LabelConstraint?
    if index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      constraint = try self.constraint(on: label, name)
    }
    skipSpace()
    guard index < bytes.count, take(">") else { throw Fault(offset: start, message: "'<' is not closed") }
    labelUses.append((label, constraint, start))
    return .label(label, constraint)
  }

  private mutating func constraint(on label: LabelID, _ name: String) throws(Fault) -> LabelConstraint {
    let start = index
    let column = identifier()
    let negative = take("!=")
    guard !column.isEmpty, negative || take("=") else {
      throw Fault(offset: index, message: "a constraint has the form column=value or column!=value")
    }
    let known = (columns[label] ?? []).sorted()
    guard known.contains(column) else {
      let hint = known.isEmpty ? "it has no columns" : "columns: \(known.joined(separator: ", "))"
      throw Fault(
        offset: start, message: "label '<\(name)>' has no column '\(column)'",
        hint: Spelling.didYouMean(column, among: known) ?? hint)
    }
    var values = [identifier()]
    while index < bytes.count, take("|") { values.append(identifier()) }
    guard !values.contains("") else { throw Fault(offset: index, message: "a value is missing") }
    return LabelConstraint(column: column, values: values, negative: negative)
  }

  private mutating func quantified(_ node: PatternNode) throws(Fault) -> PatternNode {
    guard index < bytes.count else { return node }
    var range: (min: Int, max: Int?)
    switch bytes[index] {
    case UInt8(ascii: "?"):
      index += 1
      range = (0, 1)
    case UInt8(ascii: "*"):
      index += 1
      range = (0, nil)
    case UInt8(ascii: "+"):
      index += 1
      range = (1, nil)
    case UInt8(ascii: "{"): range = try counts()
    default: return node
    }
    let lazy = index < bytes.count && take("?")
    return .repetition(node, min: range.min, max: range.max, lazy: lazy)
  }

  private mutating func counts() throws(Fault) -> (min: Int, max: Int?) {
    let start = index
    index += 1
    let low = Int(identifier())
    var high = low
    if index < bytes.count, take(",") {
      let text = identifier()
      high = text.isEmpty ? nil : Int(text)
      if !text.isEmpty, high == nil { throw Fault(offset: start, message: "'{\(text)}' is no count") }
    }
    guard let low, low >= 0, index < bytes.count, take("}"), high ?? low >= low, (high ?? low) <= 64 else {
      throw Fault(offset: start, message: "a count has the form {2}, {2,4} or {2,}, up to 64")
    }
    return (low, high)
  }
}
