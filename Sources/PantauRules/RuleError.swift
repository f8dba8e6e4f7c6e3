/// One fault in a rule file or folder: where it is, what is wrong and how to mend it.
public struct RuleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The rules do not load.
    case fault
    /// The rules load, but something in them does nothing.
    case warning
  }

  /// The file as the user can open it.
  public var path: String
  /// 1-based; nil where the fault concerns the whole file.
  public var line: Int?
  /// 1-based, in characters; nil where the fault concerns the whole line.
  public var column: Int?
  /// What is wrong.
  public var message: String
  /// The faulty line, for the caret.
  public var excerpt: String?
  /// A remedy, "did you mean 'pattern'?".
  public var hint: String?
  /// How much it matters.
  public var severity = Severity.fault

  /// A fault at a place.
  public init(
    path: String, line: Int? = nil, column: Int? = nil, message: String, excerpt: String? = nil,
    hint: String? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.excerpt = excerpt
    self.hint = hint
  }

  /// `path:line:column: message`, before the message of a warning the word, then the line with a caret, then the hint.
  public var description: String {
    var text = path
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    text += severity == .warning ? ": warning: \(message)" : ": \(message)"
    if let excerpt {
      text += "\n  \(excerpt)"
      if let column { text += "\n  " + String(repeating: " ", count: max(0, column - 1)) + "^" }
    }
    if let hint { text += "\n  \(hint)" }
    return text
  }
}

/// Every fault found in a rule folder, reported together.
public struct RuleErrors: Error, Sendable, CustomStringConvertible {
  /// The faults, in the order in which they were found.
  public var errors: [RuleError]
  /// The faults of one folder.
  public init(_ errors: [RuleError]) { self.errors = errors }
  /// All descriptions, one after the other.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
