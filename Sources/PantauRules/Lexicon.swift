public import PantauText

/// All word lists of `rules/lexicons/` (and lists that other rule files give), as one phrase table.
///
/// A lexicon's name is its file's stem; in patterns `<months>` stands for any phrase of `months.tsv`.
public struct Lexicon: Sendable {
  /// One row: its columns by name, without those left empty.
  public struct Entry: Sendable {
    /// Label of the lexicon that the row belongs to.
    public var label: LabelID
    /// The row's alternative phrases.
    public var phrases: [String]
    /// The file in which the row stands; nil for rows that the program makes up.
    public let path: String?
    /// 1-based line of the row, 0 where it is not known.
    public let line: Int
    /// Cells by the name of their column: a row has few, and short strings compare faster than they hash.
    private let cells: [(name: String, value: String)]

    /// A row of the lexicon `label`.
    public init(
      label: LabelID, phrases: [String], columns: [String: String], path: String? = nil, line: Int = 0
    ) {
      self.init(
        label: label, phrases: phrases, cells: columns.map { ($0.key, $0.value) }, path: path, line: line)
    }

    init(
      label: LabelID, phrases: [String], cells: [(name: String, value: String)], path: String?, line: Int
    ) {
      self.label = label
      self.phrases = phrases
      self.cells = cells
      self.path = path
      self.line = line
    }

    init(from reader: inout ByteReader) throws(ByteReader.Fault) {
      label = try reader.value()
      line = try reader.value()
      let path = try reader.string()
      self.path = path.isEmpty ? nil : path
      phrases = try reader.strings()
      cells = try reader.each { reader throws(ByteReader.Fault) in
        (name: try reader.string(), value: try reader.string())
      }
    }

    func write(to writer: inout ByteWriter) {
      writer.add(label)
      writer.add(line)
      writer.add(path ?? "")
      writer.add(phrases)
      writer.add(each: cells) { cell, writer in
        writer.add(cell.name)
        writer.add(cell.value)
      }
    }

    /// The file and line in which the row stands, as the user can open it.
    public var location: String? { path.map { line > 0 ? "\($0):\(line)" : $0 } }

    /// The names of the columns that are not empty, and what they hold.
    public var columns: [String: String] { Dictionary(cells) { first, _ in first } }

    /// The names of the columns that are not empty.
    var columnNames: [String] { cells.map(\.name) }

    /// Whether any column is not empty.
    var hasColumns: Bool { !cells.isEmpty }

    /// The cell of the named column, nil where it is empty or there is no such column.
    public subscript(column: String) -> String? {
      // Short strings that differ in length differ at once, without a call.
      let length = column.utf8.count
      for cell in cells where cell.name.utf8.count == length && cell.name == column { return cell.value }
      return nil
    }

    /// The column as a number, nil where it is absent or none.
    public func number(_ column: String) -> Double? { self[column].flatMap { Double($0) } }
  }

  /// All rows of all lexicons, in the order of adding.
  public private(set) var entries: [Entry] = []
  /// Label of each row.
  private(set) var labels: [LabelID] = []
  /// The rows' phrases, but those of ``words``; a phrase's values are indices in ``entries``.
  public private(set) var table = PhraseTable()
  /// Single words of lists of which only patterns ask: these look at the word itself, so that no match is made of it.
  private(set) var words: [LabelID: Set<UInt32>] = [:]
  /// The rows of ``words``, as in ``table``.
  private var wordTable = PhraseTable()

  /// Words and spellings that are read as others, in phrases as in texts.
  var synonyms = Synonyms()

  /// A lexicon without words.
  public init() {}

  /// What ``write(to:)`` wrote.
  init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    entries = try reader.each(Entry.init)
    labels = try reader.list()
    table = try PhraseTable(from: &reader)
    let lists = try reader.each { reader throws(ByteReader.Fault) in
      (label: try reader.value(LabelID.self), words: try reader.list(UInt32.self))
    }
    for list in lists { words[list.label] = Set(list.words) }
    wordTable = try PhraseTable(from: &reader)
    synonyms = try Synonyms(from: &reader)
  }

  func write(to writer: inout ByteWriter) {
    writer.add(each: entries) { $0.write(to: &$1) }
    writer.add(labels)
    table.write(to: &writer)
    writer.add(each: words) { list, writer in
      writer.add(list.key)
      writer.add(Array(list.value))
    }
    wordTable.write(to: &writer)
    synonyms.write(to: &writer)
  }

  /// Adds an entry under each of its phrases, whose words become known to `vocabulary`; `isAsked` tells whether others than
  /// patterns ask for its list.
  public mutating func add(_ entry: Entry, vocabulary: inout Vocabulary, isAsked: Bool = true) {
    entries.append(entry)
    labels.append(entry.label)
    for phrase in entry.phrases {
      let phrase = synonyms.applied(toWords: vocabulary.intern(wordsOf: phrase))
      if phrase.count == 1, !isAsked, !entry.hasColumns {
        words[entry.label, default: []].insert(phrase[0])
        wordTable.insert(phrase, value: UInt32(entries.count - 1))
      } else {
        table.insert(phrase, value: UInt32(entries.count - 1))
      }
    }
  }

  /// Makes phrases quicker to find, once all are there.
  mutating func pack() { table.pack() }

  /// By label: whether it is that of a list.
  func flags(of labels: LabelTable) -> [Bool] {
    var flags = Array(repeating: false, count: labels.names.count)
    for label in self.labels { flags[Int(label)] = true }
    return flags
  }

  /// Whether `word` is one of ``words`` of a list that meets the constraint.
  func holds(_ word: UInt32, _ label: LabelID, _ constraint: LabelConstraint?) -> Bool {
    constraint?.admits(nil) != false && words[label]?.contains(word) == true
  }

  /// The rows of ``words`` that hold the word of a token, as indices in ``entries``.
  func wordEntries(_ token: Token) -> [Int] {
    wordTable.matches(in: [token], ranges: [0..<1]).map { Int($0.value) }
  }

  /// Cuts phrases; it knows no word.
  private static let cutter = Tokenizer(vocabulary: Vocabulary(capacity: 1))

  /// The tokens of a phrase.
  static func cut(_ phrase: String) -> [String] {
    let bytes = Array(phrase.utf8)
    return cutter.tokens(of: bytes).map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
  }

  /// Reads one TSV file: comment lines begin with `#`, the first other line names the columns, `phrase` first;
  /// alternatives within a phrase are separated by `|`. `asked` names the lists of which others than patterns ask; nil for
  /// all.
  public mutating func read(
    _ file: RuleFolder.File, labels: inout LabelTable, vocabulary: inout Vocabulary,
    asked: Set<String>? = nil, errors: inout [RuleError]
  ) {
    let name = String(file.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? "")
    let label = labels.intern(name)
    let isAsked = asked?.contains(name) ?? true
    var header: [String]?
    // Bytes, not characters: a character's end takes a table to find, and the lists are read at each start.
    var rest = Array(file.text.utf8)[...]
    var number = 0
    while !rest.isEmpty {
      var line = rest.cutFirst(upTo: UInt8(ascii: "\n"))
      number += 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      if let header {
        let row = row(line, header, label, file, number, &errors)
        if let row { add(row, vocabulary: &vocabulary, isAsked: isAsked) }
      } else {
        header = Lexicon.header(line, file, number, &errors)
        if header == nil { return }
      }
    }
  }

  /// The names of the columns; nil, with a fault, where the first is not `phrase`.
  private static func header(
    _ line: ArraySlice<UInt8>, _ file: RuleFolder.File, _ number: Int, _ errors: inout [RuleError]
  ) -> [String]? {
    let names = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if names.first == "phrase" { return names }
    errors.append(
      RuleError(
        path: file.displayPath, line: number, column: 1, message: "the first column is not 'phrase'",
        excerpt: String(decoding: line, as: UTF8.self),
        hint: "begin the file with a line of column names, 'phrase' first"))
    return nil
  }

  /// The row of a line; nil where it has no phrase or, with a fault, more cells than there are columns.
  private func row(
    _ line: ArraySlice<UInt8>, _ header: [String], _ label: LabelID, _ file: RuleFolder.File, _ number: Int,
    _ errors: inout [RuleError]
  ) -> Entry? {
    var rest = line
    var alternatives = rest.cutFirst(upTo: UInt8(ascii: "\t"))
    var phrases: [String] = []
    while !alternatives.isEmpty {
      let phrase = alternatives.cutFirst(upTo: UInt8(ascii: "|"))
      if !phrase.isEmpty { phrases.append(String(decoding: phrase, as: UTF8.self)) }
    }
    var columns: [(name: String, value: String)] = []
    var column = 1
    while !rest.isEmpty {
      let cell = rest.cutFirst(upTo: UInt8(ascii: "\t"))
      if !cell.isEmpty, column < header.count {
        columns.append((header[column], String(decoding: cell, as: UTF8.self)))
      }
      column += 1
    }
    guard column <= header.count else {
      errors.append(
        RuleError(
          path: file.displayPath, line: number,
          message: "\(column) cells, but the header names \(header.count) columns",
          excerpt: String(decoding: line, as: UTF8.self)))
      return nil
    }
    guard !phrases.isEmpty else { return nil }
    return Entry(label: label, phrases: phrases, cells: columns, path: file.displayPath, line: number)
  }
}

extension ArraySlice<UInt8> {
  /// Takes off what stands before the first `mark`, or everything where there is none, and the mark with it.
  fileprivate mutating func cutFirst(upTo mark: UInt8) -> ArraySlice<UInt8> {
    guard let place = firstIndex(of: mark) else {
      defer { self = [] }
      return self
    }
    let first = self[..<place]
    self = self[(place + 1)...]
    return first
  }
}
