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
    let copies = lines[(start + 1)...].map { line in
      if let name = value(of: "- rule:", in: line) {
        return "  - rule: \(name)-never"
      }
      guard let pattern = value(of: "pattern:", in: line), let quote = pattern.last, pattern.first == quote,
        quote == "'" || quote == "\""
      else { return String(line) }
      let body = pattern.dropFirst().dropLast()
      switch half {
      case .untriggered: return "    pattern: \(quote)qxzneverqxz (\(body))\(quote)"
      case .lastWord: return "    pattern: \(quote)(\(body)) qxzneverqxz\(quote)"
      }
    }
    return (lines + copies.map { Substring($0) }).joined(separator: "\n") + "\n"
  }

  private static func value(of key: String, in line: Substring) -> Substring? {
    let trimmed = line.drop { $0 == " " }
    guard trimmed.hasPrefix(key) else { return nil }
    return trimmed.dropFirst(key.count).drop { $0 == " " }
  }
}
