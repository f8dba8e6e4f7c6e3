import PantauText

/// Forms that say again what another one says, often because ``Synonyms`` read both alike.
extension RuleCheck {
  private static let hint = "take it out; what synonyms.txt reads alike need not be named twice"

  /// Phrases that their word list holds already with the same cells.
  func repeatedPhrases() -> [RuleError] {
    var vocabulary = loader.vocabulary
    var known: [Row: Lexicon.Entry] = [:]
    var warnings: [RuleError] = []
    for entry in loader.lexicon.entries {
      guard let path = entry.path else { continue }
      for phrase in entry.phrases {
        let words = loader.lexicon.synonyms.applied(toWords: vocabulary.intern(wordsOf: phrase))
        guard let first = known.updateValue(entry, forKey: Row(entry.label, entry.columns, words)) else {
          continue
        }
        let place = RuleError(path: path, line: entry.line > 0 ? entry.line : nil, message: "")
        let earlier = first.line == entry.line ? "in this row" : first.location.map { "at \($0)" } ?? "before"
        warnings.append(warning(place, "'\(phrase)' stands \(earlier) already", hint: Self.hint))
      }
    }
    return warnings
  }

  /// Alternatives of patterns that an earlier one of their group equals.
  func repeatedAlternatives() -> [RuleError] {
    (loader.usage?.repeats ?? []).map { place in
      warning(place, "an earlier alternative is the same", hint: Self.hint)
    }
  }

  /// What makes phrases one.
  private struct Row: Hashable {
    var label: LabelID
    var columns: [String: String]
    var words: [UInt32]

    init(_ label: LabelID, _ columns: [String: String], _ words: [UInt32]) {
      self.label = label
      self.columns = columns
      self.words = words
    }
  }
}
