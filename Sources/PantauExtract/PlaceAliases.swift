import PantauRules
import PantauText

/// Reads short forms that an article makes for itself: "Bathin Solapan (Batsol)".
enum PlaceAliases {
  /// Full names by folded short form. A word in brackets is a short form of the capitalised words before it when its letters
  /// stand in them in the same order, the first one first.
  static func aliases(in reading: Reading) -> [[UInt8]: String] {
    var aliases: [[UInt8]: String] = [:]
    for open in reading.tokens.indices where reading.isMark(open, "(") && reading.isMark(open + 2, ")") {
      let word = reading.tokens[open + 1]
      guard word.kind == .word, word.traits.contains(.capitalised), word.end - word.start >= 4 else {
        continue
      }
      var start = open
      while start > 0, open - start < 4, isNameWord(start - 1, in: reading) { start -= 1 }
      guard start < open else { continue }
      let short = PlaceCase.folded(reading.text.text.string(open + 1..<open + 2))
      let full = reading.text.text.string(start..<open)
      if isSubsequence(short, of: PlaceCase.folded(full)) { aliases[short] = PlaceCase.title(full) }
    }
    return aliases
  }

  private static func isNameWord(_ token: Int, in reading: Reading) -> Bool {
    let found = reading.tokens[token]
    guard found.kind == .word, found.traits.contains(.capitalised) else { return false }
    return [reading.labels.offices, reading.labels.institutions, reading.labels.villageWords].allSatisfy {
      reading.text.matches.match($0, at: token) == nil
    }
  }

  private static func isSubsequence(_ short: [UInt8], of full: [UInt8]) -> Bool {
    guard short.count < full.count, short.first == full.first else { return false }
    var rest = full[...]
    for letter in short {
      guard let index = rest.firstIndex(of: letter) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }
}
