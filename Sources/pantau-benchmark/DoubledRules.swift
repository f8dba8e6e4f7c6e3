import PantauRules

/// The same rules twice, the second time so that they never fire.
enum DoubledRules {
  /// How the second half fails.
  enum Half {
    /// At its first word, which no text has: the trigger index keeps it out.
    case untriggered
    /// After all of the original pattern has matched.
    case lastWord
  }

  /// A rule that must not fire has: what was measured would be something else.
  struct Fired: Error, CustomStringConvertible {
    var half: Half
    var path: String

    var description: String { "\(path): the doubled rules (\(half)) change what is read" }
  }

  /// A copy of `folder` in which each rule of `extract/` stands twice.
  static func folder(_ folder: RuleFolder, _ half: Half) -> RuleFolder {
    let files = folder.files.map { file in
      guard file.path.hasPrefix("extract/"), file.path.hasSuffix(".yml") else { return file }
      var copy = file
      copy.text = doubled(file.text, half)
      return copy
    }
    return RuleFolder(files: files, origin: folder.origin)
  }

  private static func doubled(_ text: String, _ half: Half) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == "rules:" }) else { return text }
    var copies: [String] = []
    var rest = lines[(start + 1)...]
    while let line = rest.popFirst() {
      if let name = value(of: "- rule:", in: line) {
        copies.append("  - rule: \(name)-never")
      } else if let begin = value(of: "pattern:", in: line) {
        var pattern = String(begin)
        while !isClosed(pattern), let more = rest.popFirst() { pattern += " " + more.drop { $0 == " " } }
        copies.append("    pattern: \(failing(pattern, half))")
      } else {
        copies.append(String(line))
      }
    }
    return (lines + copies.map { Substring($0) }).joined(separator: "\n") + "\n"
  }

  /// Whether a scalar is all there: one in quotes may go on over several lines.
  private static func isClosed(_ scalar: String) -> Bool {
    guard let quote = scalar.first, quote == "'" || quote == "\"" else { return true }
    return scalar.count > 1 && scalar.last == quote
  }

  /// A pattern that looks for what a quoted one does, and for a word that no text has.
  private static func failing(_ pattern: String, _ half: Half) -> String {
    guard let quote = pattern.first, quote == "'" || quote == "\"" else { return pattern }
    let body = pattern.dropFirst().dropLast()
    return switch half {
    case .untriggered: "\(quote)qxzneverqxz (\(body))\(quote)"
    case .lastWord: "\(quote)(\(body)) qxzneverqxz\(quote)"
    }
  }

  private static func value(of key: String, in line: Substring) -> Substring? {
    let trimmed = line.drop { $0 == " " }
    guard trimmed.hasPrefix(key) else { return nil }
    return trimmed.dropFirst(key.count).drop { $0 == " " }
  }
}
