import PantauText
import Synchronization

/// How the words of patterns are written, by their identifiers; worked out when a message first asks for one.
final class Spellings: Sendable {
  private let patterns: [String]
  private let affixes: Affixes
  private let vocabulary: Vocabulary
  private let known = Mutex<[UInt32: String]?>(nil)

  /// Those of `patterns` as they are written, whose words `vocabulary` knows.
  init(_ patterns: [String], affixes: Affixes, vocabulary: Vocabulary) {
    self.patterns = patterns
    self.affixes = affixes
    self.vocabulary = vocabulary
  }

  /// The word as the first pattern that names it writes it; nil where none does.
  subscript(identifier: UInt32) -> String? {
    known.withLock { known in
      let words = known ?? spelled()
      known = words
      return words[identifier]
    }
  }

  private func spelled() -> [UInt32: String] {
    var words: [UInt32: String] = [:]
    func add(_ word: String) {
      let identifier = vocabulary.identifier(of: word)
      if identifier != 0, words[identifier] == nil { words[identifier] = word }
    }
    for pattern in patterns {
      // Names of labels and macros are cut off too; those that are no words of any pattern do no harm.
      for part in Spellings.parts(of: Array(pattern.utf8)) {
        let text = String(decoding: part.bytes, as: UTF8.self)
        for word in part.isRoot ? affixes.forms(of: text) : Lexicon.cut(text) { add(word) }
      }
    }
    return words
  }

  /// What stands in quotes, and what can be a word or name outside; a root follows `~`.
  private static func parts(of bytes: [UInt8]) -> [(bytes: ArraySlice<UInt8>, isRoot: Bool)] {
    var parts: [(ArraySlice<UInt8>, Bool)] = []
    var index = 0
    while index < bytes.count {
      let start = index
      index += 1
      if bytes[start] == UInt8(ascii: "\"") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
        parts.append((bytes[(start + 1)..<index], false))
        index += 1
      } else if PatternParser.isOfIdentifier(bytes[start]) {
        while index < bytes.count, PatternParser.isOfIdentifier(bytes[index]) { index += 1 }
        parts.append((bytes[start..<index], start > 0 && bytes[start - 1] == UInt8(ascii: "~")))
      }
    }
    return parts
  }
}
