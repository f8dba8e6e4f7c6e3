/// What a user looks for, as an expression of SQLite's full-text search that cannot be malformed.
///
/// Words must all occur; `"some words"` stand together; `word*` is the beginning of a word; `-word` and
/// `-"some words"` must not occur.
/// Everything else that FTS5 would read as syntax is taken for text.
public struct SearchQuery: Sendable, Equatable {
  /// The expression for FTS5's `MATCH`.
  let expression: String

  /// Nil where `words` names nothing that must occur.
  public init?(_ words: String) {
    var wanted: [String] = []
    var unwanted: [String] = []
    for term in SearchQuery.terms(of: words) {
      if term.isUnwanted { unwanted.append(term.expression) } else { wanted.append(term.expression) }
    }
    guard !wanted.isEmpty else { return nil }
    let all = wanted.joined(separator: " AND ")
    expression = unwanted.isEmpty ? all : "(\(all)) NOT (\(unwanted.joined(separator: " OR ")))"
  }

  private struct Term {
    var isUnwanted: Bool
    var expression: String
  }

  private static func terms(of words: String) -> [Term] {
    var terms: [Term] = []
    var isExcluding = false
    for (index, part) in words.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      guard index.isMultiple(of: 2) else {
        append(part, isUnwanted: isExcluding, isPrefix: false, to: &terms)
        continue
      }
      for word in part.split(whereSeparator: \.isWhitespace) {
        append(word, isUnwanted: word.first == "-", isPrefix: word.last == "*", to: &terms)
      }
      isExcluding = part == "-" || part.hasSuffix(" -")
    }
    return terms
  }

  /// Text without a letter or digit is no term.
  private static func append(_ text: Substring, isUnwanted: Bool, isPrefix: Bool, to terms: inout [Term]) {
    let isSearchable = text.unicodeScalars.contains { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    guard isSearchable else { return }
    // FTS5 takes what stands in quotation marks as text; a zero byte would end the expression.
    let clean = text.unicodeScalars.filter { $0.value >= 0x20 }
    let quoted = "\"" + String(String.UnicodeScalarView(clean)) + "\""
    terms.append(Term(isUnwanted: isUnwanted, expression: isPrefix ? quoted + " *" : quoted))
  }
}
