import Yams

/// One YAML file, parsed but not yet understood.
struct RuleFile {
  let file: RuleFolder.File
  let root: Node?

  /// A file that is no YAML has no root and adds its fault to `errors`.
  init(_ file: RuleFolder.File, errors: inout [RuleError]) {
    self.file = file
    do {
      // Every scalar is a string here: nothing is to be resolved.
      root = try Yams.compose(yaml: file.text, .basic)
    } catch {
      root = nil
      errors.append(RuleFile.fault(from: error, file))
    }
  }

  private static func fault(from error: any Error, _ file: RuleFolder.File) -> RuleError {
    guard let error = error as? YamlError else {
      return RuleError(path: file.displayPath, message: "\(error)")
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return RuleError(
        path: file.displayPath, line: mark.line, column: mark.column, message: "no YAML: \(problem)",
        excerpt: line(mark.line, of: file))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().joined(separator: "', '")
      return RuleError(
        path: file.displayPath, line: context.mark.line, column: context.mark.column,
        message: "the key '\(names)' stands here more than once", excerpt: line(context.mark.line, of: file))
    default: return RuleError(path: file.displayPath, message: "no YAML: \(error)")
    }
  }

  /// A fault at a node or, where it is a scalar, at the byte `offset` of its content.
  func error(_ node: Node, _ message: String, hint: String? = nil, offset: Int? = nil) -> RuleError {
    var place = node.mark.map { (line: $0.line, column: $0.column) }
    if let offset, let scalar = node.scalar, let mark = node.mark {
      place = position(ofByte: offset, in: scalar, at: mark)
    }
    return RuleError(
      path: file.displayPath, line: place?.line, column: place?.column, message: message,
      excerpt: place.flatMap { RuleFile.line($0.line, of: file) }, hint: hint)
  }

  private static func line(_ number: Int, of file: RuleFolder.File) -> String? {
    var bytes = file.text.utf8[...]
    for _ in 1..<max(1, number) {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      bytes = bytes[bytes.index(after: end)...]
    }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return number < 1 ? nil : String(Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line))
  }

  /// Whether a comment follows on the line on which a plain scalar ends: ` #` ended it where its author may not have
  /// meant to.
  func endsInComment(_ node: Node) -> Bool {
    guard let scalar = node.scalar, let mark = node.mark, scalar.style == .plain else { return false }
    // A scalar of one line, as nearly all are, need not be followed from the file's beginning.
    if let begin = RuleFile.line(mark.line, of: file)?.unicodeScalars.dropFirst(mark.column - 1) {
      let content = scalar.string.unicodeScalars
      if begin.starts(with: content) { return begin.dropFirst(content.count).first { $0 != " " } == "#" }
    }
    let end = position(ofByte: scalar.string.utf8.count, in: scalar, at: mark)
    let rest = RuleFile.line(end.line, of: file)?.unicodeScalars.dropFirst(end.column - 1)
    return rest?.first { $0 != " " } == "#"
  }

  /// Where a byte of a scalar's content stands in the file: walks content and source side by side, past the source's
  /// quotes, escapes and line breaks.
  private func position(
    ofByte offset: Int, in scalar: Node.Scalar, at mark: Mark
  ) -> (line: Int, column: Int) {
    var source = SourceCursor(file.text, line: mark.line, column: mark.column)
    source.skipOpening(scalar.style)
    let content = Array(scalar.string.unicodeScalars)
    var index = 0
    var bytes = 0
    while index < content.count, bytes < offset {
      if SourceCursor.isSpace(content[index]) || source.isAtSpace {
        while index < content.count, bytes < offset, SourceCursor.isSpace(content[index]) {
          bytes += UTF8.width(content[index])
          index += 1
        }
        source.skipSpace()
      } else {
        bytes += UTF8.width(content[index])
        index += 1
        source.skipCharacter(scalar.style)
      }
    }
    if index < content.count, !SourceCursor.isSpace(content[index]) { source.skipSpace() }
    return (source.line, source.column)
  }
}

/// A place in a YAML file that moves by characters of a scalar's content.
private struct SourceCursor {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var line = 1
  private(set) var column = 1

  init(_ text: String, line: Int, column: Int) {
    scalars = Array(text.unicodeScalars)
    while index < scalars.count, (self.line, self.column) < (line, column) { advance() }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" || scalar == "\t" }

  var isAtSpace: Bool { index < scalars.count && SourceCursor.isSpace(scalars[index]) }

  mutating func skipSpace() { while isAtSpace { advance() } }

  /// Past the quote of a quoted scalar, or past the line that opens a block.
  mutating func skipOpening(_ style: Node.Scalar.Style) {
    switch style {
    case .singleQuoted, .doubleQuoted: advance()
    case .literal, .folded:
      while index < scalars.count, scalars[index] != "\n" { advance() }
      skipSpace()
    default: break
    }
  }

  /// Past what stands for one character of the content.
  mutating func skipCharacter(_ style: Node.Scalar.Style) {
    guard index < scalars.count else { return }
    let first = scalars[index]
    advance()
    guard index < scalars.count else { return }
    if style == .singleQuoted, first == "'", scalars[index] == "'" { advance() }
    guard style == .doubleQuoted, first == "\\" else { return }
    let digits: Int
    switch scalars[index] {
    case "x": digits = 2
    case "u": digits = 4
    case "U": digits = 8
    default: digits = 0
    }
    for _ in 0...digits { advance() }
  }

  private mutating func advance() {
    guard index < scalars.count else { return }
    let isBreak = scalars[index] == "\n"
    line += isBreak ? 1 : 0
    column = isBreak ? 1 : column + 1
    index += 1
  }
}
