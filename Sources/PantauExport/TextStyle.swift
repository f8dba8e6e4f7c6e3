internal import PantauRecords

/// How a terminal shows emphasis.
public enum TextStyle: Sendable {
  /// Plain text.
  case plain
  /// ANSI escape sequences (ECMA-48, "select graphic rendition").
  case ansi

  enum Emphasis: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case match = "1;33"
  }

  /// A heading.
  public func bold(_ text: String) -> String { show(text, .bold) }
  /// What matters less.
  public func dim(_ text: String) -> String { show(text, .dim) }
  /// What was looked for; between asterisks where there are no colours.
  public func match(_ text: String) -> String { self == .ansi ? show(text, .match) : "*\(text)*" }
  /// What is sound, and what is not.
  public func verdict(_ text: String, isGood: Bool) -> String { show(text, isGood ? .green : .red) }

  func show(_ text: String, _ emphasis: Emphasis?) -> String {
    guard self == .ansi, let emphasis, !text.isEmpty else { return text }
    return "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m"
  }
}

extension TrackLine.Status {
  var emphasis: TextStyle.Emphasis? {
    switch self {
    case .met: .green
    case .metLate, .behind: .yellow
    case .overdue, .contradicted: .red
    case .onTrack: .green
    case .noReport, .reported: .dim
    case .underWay: nil
    }
  }
}

/// Text from articles on a terminal.
public enum TerminalText {
  /// `text` without control characters, so that no article can move the cursor, colour the screen or turn the order of
  /// the words on it.
  public static func safe(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl = scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value
          return isControl || scalar.properties.isBidiControl ? " " : scalar
        }))
  }

  /// `text` in lines of at most `width` columns, broken at spaces; a longer word stands alone.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    filled(safe(text).split(separator: " ").map(String.init), to: width)
  }

  /// `words` in lines of at most `width` columns; a longer word stands alone. Escape sequences take no column.
  public static func filled(_ words: [String], to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words.map(trimmed) {
      let length = columns(of: word)
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += (used > 0 ? " " : "") + word
      used += length + (used > 0 ? 1 : 0)
    }
    return used > 0 ? lines + [line] : lines
  }

  private static func trimmed(_ word: String) -> String {
    var word = word
    while word.last == " " { word.removeLast() }
    return word
  }

  /// Columns without escape sequences, which end with `m`.
  private static func columns(of text: String) -> Int {
    text.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().reduce(0) { sum, part in
      let shown = part.offset == 0 ? part.element : part.element.drop { $0 != "m" }.dropFirst()
      return sum + DisplayWidth.of(shown)
    }
  }
}
