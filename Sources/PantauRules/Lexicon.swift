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
    /// Cells by the name of their column.
    public var columns: [String: String]

    /// A row of the lexicon `label`.
    public init(label: LabelID, phrases: [String], columns: [String: String]) {
      self.label = label
      self.phrases = phrases
      self.columns = columns
    }

    /// The column as a number, nil where it is absent or none.
    public func number(_ column: String) -> Double? { columns[column].flatMap { Double($0) } }
  }

  /// All rows of all lexicons, in the order of adding.
  public private(set) var entries: [Entry] = []
  /// The rows' phrases; a phrase's values are indices in ``entries``.
  public private(set) var table = PhraseTable()

  /// A lexicon without words.
  public init() {}

  /// Adds an entry under each of its phrases, whose words become known to `vocabulary`.
  public mutating func add(_ entry: Entry, vocabulary: inout Vocabulary) {
    entries.append(entry)
    for phrase in entry.phrases {
      table.insert(Lexicon.words(of: phrase, vocabulary: &vocabulary), value: UInt32(entries.count - 1))
    }
  }

  /// The word identifiers of a phrase, as the tokenizer would cut it; unknown words become known.
  public static func words(of phrase: String, vocabulary: inout Vocabulary) -> [UInt32] {
    let bytes = Array(phrase.utf8)
    return Tokenizer(vocabulary: Vocabulary(capacity: 1)).tokens(of: bytes).map { token in
      vocabulary.intern(String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self))
    }
  }

  /// Reads one TSV file: comment lines begin with `#`, the first other line names the columns, `phrase` first;
  /// alternatives within a phrase are separated by `|`.
  public mutating func read(
    _ file: RuleFolder.File, labels: inout LabelTable, vocabulary: inout Vocabulary, errors: inout [RuleError]
  ) {
    let stem = file.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
    let label = labels.intern(String(stem))
    var header: [String] = []
    for (index, line) in file.lines.enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if header.isEmpty {
        header = cells
        if header.first != "phrase" {
          errors.append(
            RuleError(
              path: file.displayPath, line: index + 1, column: 1, message: "the first column is not 'phrase'",
              excerpt: String(line), hint: "begin the file with a line of column names, 'phrase' first"))
          return
        }
      } else if cells.count > header.count {
        errors.append(
          RuleError(
            path: file.displayPath, line: index + 1,
            message: "\(cells.count) cells, but the header names \(header.count) columns",
            excerpt: String(line)))
      } else {
        var columns: [String: String] = [:]
        for (name, cell) in zip(header, cells).dropFirst() where !cell.isEmpty { columns[name] = cell }
        let phrases = cells[0].split(separator: "|").map(String.init)
        guard !phrases.isEmpty else { continue }
        add(Entry(label: label, phrases: phrases, columns: columns), vocabulary: &vocabulary)
      }
    }
  }
}
