import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// The gazetteer's provinces, regencies and cities as a phrase table over the rules' vocabulary.
struct PlaceNames: Sendable {
  /// A value is a region's index in the gazetteer times four, plus 1 where the name is also a common word or a person's, so
  /// that a capital letter is not enough, plus 2 where it is a common word, which a sentence's first word may be.
  private(set) var table = PhraseTable()
  /// Level of each region.
  private(set) var levels: [RegionLevel] = []
  /// Code of the province in which each region lies, as a number below 100.
  private(set) var provinces: [Int] = []
  /// Each region as an article names it, with the label of the one above it, which provinces have not.
  private(set) var regions: [FoundRegion] = []

  /// Adds every name and short form of the project's own table; words become known to `vocabulary`.
  init(gazetteer: Gazetteer, ambiguousNames: [String], vocabulary: inout Vocabulary) {
    var ambiguous: Set<[UInt8]> = []
    var ambiguousAtStart: Set<[UInt8]> = []
    for line in ambiguousNames {
      guard let name = line.split(separator: "#").first else { continue }
      let folded = PlaceCase.folded(String(name))
      if name.hasPrefix("^") { ambiguousAtStart.insert(folded) } else { ambiguous.insert(folded) }
    }
    for index in 0..<gazetteer.ownCount {
      let region = gazetteer.regions[index]
      levels.append(region.level)
      provinces.append(PlaceNames.province(ofCode: region.code))
      regions.append(
        FoundRegion(
          gazetteer: index, level: region.level, name: region.name, code: region.code,
          within: region.parentCode.flatMap { gazetteer.region(code: $0) }?.label))
      // Papers write names of two words as one, too: "Kulonprogo", "Musirawas".
      let parts = region.name.split(separator: " ")
      let joined = parts.joined()
      let isNew = parts.count == 2 && !region.short.contains { $0.lowercased() == joined.lowercased() }
      for name in [region.name] + region.short + (isNew ? [joined] : []) {
        let folded = PlaceCase.folded(name)
        let flags = (ambiguous.contains(folded) ? 1 : 0) | (ambiguousAtStart.contains(folded) ? 2 : 0)
        table.insert(
          vocabulary.intern(wordsOf: name), value: UInt32(index << 2 | flags))
      }
    }
  }

  /// The number with which a code begins: its province's; 0 for what is no code.
  static func province(ofCode code: String) -> Int {
    var number = 0
    for byte in code.utf8.prefix(2) {
      guard byte &- 48 < 10 else { return 0 }
      number = number * 10 + Int(byte &- 48)
    }
    return number
  }
}
