import PantauGazetteer
import PantauRules
import PantauText

/// The gazetteer's provinces, regencies and cities as a phrase table over the rules' vocabulary.
struct PlaceNames: Sendable {
  private(set) var table = PhraseTable()
  /// Folded names that are also a common word or a person's name, so that a capital letter is not enough.
  private(set) var ambiguous: Set<[UInt8]> = []

  /// Adds every name and short form of the project's own table; words become known to `vocabulary`.
  init(gazetteer: Gazetteer, ambiguousNames: [String], vocabulary: inout Vocabulary) {
    for index in 0..<gazetteer.ownCount {
      let region = gazetteer.regions[index]
      for name in [region.name] + region.short {
        table.insert(Lexicon.words(of: name, vocabulary: &vocabulary), value: UInt32(index))
      }
    }
    for line in ambiguousNames {
      if let name = line.split(separator: "#").first { ambiguous.insert(PlaceCase.folded(String(name))) }
    }
  }
}
