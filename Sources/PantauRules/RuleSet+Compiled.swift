import PantauText

extension RuleSet {
  /// The set as bytes, for ``init(compiled:)`` of the same program: all that texts are read by, without what only those ask for
  /// who trace, test and describe rules.
  public func compiled() -> [UInt8] {
    var writer = ByteWriter()
    vocabulary.write(to: &writer)
    labels.write(to: &writer)
    lexicon.write(to: &writer)
    writer.add(each: rules) { $0.write(to: &$1) }
    splitter.write(to: &writer)
    alphabet.write(to: &writer)
    writer.add(each: automata) { $0.write(to: &$1) }
    writer.add(table: phases) { $1.add($0) }
    return writer.bytes()
  }

  /// The set that ``compiled()`` wrote; nil where the bytes were damaged. Copies them once.
  ///
  /// They must be of the same program: that is not seen.
  public convenience init?(compiled bytes: UnsafeRawBufferPointer) {
    do throws(ByteReader.Fault) {
      var reader = try ByteReader(bytes)
      let parts = try Parts(from: &reader)
      self.init(
        vocabulary: parts.vocabulary, labels: parts.labels, lexicon: parts.lexicon, rules: parts.rules,
        splitter: parts.splitter, alphabet: parts.alphabet, automata: parts.automata, phases: parts.phases,
        workings: nil)
    } catch {
      return nil
    }
  }

  /// What is written, in its order.
  private struct Parts {
    let vocabulary: Vocabulary
    let labels: LabelTable
    let lexicon: Lexicon
    let rules: [Rule]
    let splitter: SentenceSplitter
    let alphabet: Alphabet
    let automata: [RuleAutomaton]
    let phases: [String: [Int]]

    init(from reader: inout ByteReader) throws(ByteReader.Fault) {
      vocabulary = try Vocabulary(from: &reader)
      labels = try LabelTable(from: &reader)
      lexicon = try Lexicon(from: &reader)
      rules = try reader.each(Rule.init)
      splitter = try SentenceSplitter(from: &reader)
      alphabet = try Alphabet(from: &reader)
      automata = try reader.each(RuleAutomaton.init)
      phases = try reader.table { reader throws(ByteReader.Fault) in try reader.list() }
    }
  }
}

extension Rule {
  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    name = try reader.string()
    label = try reader.value()
    phase = try reader.string()
    priority = try reader.value()
    scope = try reader.value()
    constants = try reader.table { reader throws(ByteReader.Fault) in try reader.string() }
    captureNames = try reader.strings()
    captureTypes = try reader.table(CaptureType.init)
    path = try reader.string()
    location = try reader.string()
    definition = nil
  }

  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(name)
    writer.add(label)
    writer.add(phase)
    writer.add(priority)
    writer.add(scope)
    writer.add(table: constants) { $1.add($0) }
    writer.add(captureNames)
    writer.add(table: captureTypes) { $0.write(to: &$1) }
    writer.add(path)
    writer.add(location)
  }
}

extension CaptureType {
  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    if try reader.value(Bool.self) {
      self = .number(least: try reader.value(), most: try reader.value())
    } else {
      let label = try reader.value(LabelID.self)
      let column = try reader.strings()
      self = .label(
        label, column: column.first, values: try reader.strings(), isNegative: try reader.value())
    }
  }

  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .number(let least, let most):
      writer.add(true)
      writer.add(least)
      writer.add(most)
    case .label(let label, let column, let values, let isNegative):
      writer.add(false)
      writer.add(label)
      writer.add(column.map { [$0] } ?? [])
      writer.add(values)
      writer.add(isNegative)
    }
  }
}
