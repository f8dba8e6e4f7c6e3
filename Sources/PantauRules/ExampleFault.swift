/// An example of a rule that does not hold, and what was found instead.
public struct ExampleFault: Error, Sendable, CustomStringConvertible {
  /// Which rules ran.
  public enum Setting: String, Sendable {
    /// The rule as the only one of its phase.
    case alone
    /// All rules.
    case together
  }

  /// Name of the rule.
  public var rule: String
  /// File and line of the example, as the user can open it.
  public var location: String
  /// Which rules ran.
  public var setting: Setting
  /// A warning where the example holds, but only by another rule.
  public var severity = RuleError.Severity.fault
  /// What is wrong.
  public var message: String
  /// The example's text.
  public var text: String
  /// What should have been matched, as UTF-8 bytes of the text; nil where any match will do, or none.
  public var expected: Range<Int>?
  /// What the rule matched, as UTF-8 bytes of the text; nil for nothing.
  public var found: Range<Int>?
  /// Further lines: fields that differ, what took the match away, how far the pattern came.
  public var details: [String] = []

  /// The fault on a line, then the text with what was expected and found marked below it, then the details.
  public var description: String {
    let kind = severity == .warning ? "warning: " : ""
    var lines = ["\(location): \(kind)\(rule) (\(setting.rawValue)): \(message)", "  text      \(text)"]
    if let expected { lines.append("  expected  " + ExampleFault.mark(expected, in: text)) }
    if let found { lines.append("  found     " + ExampleFault.mark(found, in: text)) }
    return (lines + details.map { "  \($0)" }).joined(separator: "\n")
  }

  /// Spaces, and `~` below each character of the range.
  private static func mark(_ range: Range<Int>, in text: String) -> String {
    var line = ""
    var offset = 0
    for scalar in text.unicodeScalars {
      guard offset < range.upperBound else { break }
      line += offset >= range.lowerBound ? "~" : " "
      offset += UTF8.width(scalar)
    }
    return line
  }
}

/// An example's text after all phases have run on it.
public struct ExampleReading: Sendable {
  /// The text and the matches in it, in whose reading ``AnnotatedText/rivals`` were kept.
  public var text: AnnotatedText
  /// Bytes that stand before the example's text.
  public var offset: Int
  /// What the program makes of matches, by their label and tokens.
  public var meanings: [LabelID: [Range<Int>: [String: String]]]

  /// A reading of an example.
  public init(
    text: AnnotatedText, offset: Int = 0, meanings: [LabelID: [Range<Int>: [String: String]]] = [:]
  ) {
    self.text = text
    self.offset = offset
    self.meanings = meanings
  }
}
