import PantauGazetteer
import PantauRules
import PantauText

/// The gazetteer's provinces, regencies and cities as a phrase table over the rules' vocabulary.
struct PlaceNames: Sendable {
  private(set) var table = PhraseTable()
  /// Folded names that are also a common word or a person's name, so that a capital letter is not enough.
  private(set) var ambiguous: Set<[UInt8]> = []
  /// Folded names that are also a common word, which a sentence's first word may be.
  private(set) var ambiguousAtStart: Set<[UInt8]> = []

  /// Adds every name and short form of the project's own table; words become known to `vocabulary`.
  init(gazetteer: Gazetteer, ambiguousNames: [String], vocabulary: inout Vocabulary) {
    for index in 0..<gazetteer.ownCount {
      let region = gazetteer.regions[index]
      for name in [region.name] + region.short {
        table.insert(Lexicon.words(of: name, vocabulary: &vocabulary), value: UInt32(index))
      }
      // Papers write names of two words as one, too: "Kulonprogo", "Musirawas".
      let parts = region.name.split(separator: " ")
      let joined = parts.joined()
      if parts.count == 2, !region.short.contains(where: { $0.lowercased() == joined.lowercased() }) {
        table.insert(Lexicon.words(of: joined, vocabulary: &vocabulary), value: UInt32(index))
      }
    }
    for line in ambiguousNames {
      guard let name = line.split(separator: "#").first else { continue }
      let folded = PlaceCase.folded(String(name))
      if name.hasPrefix("^") { ambiguousAtStart.insert(folded) } else { ambiguous.insert(folded) }
    }
  }
}
