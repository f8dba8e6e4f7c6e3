import PantauRules
import PantauText

extension FoundOfficial {
  /// Nicknames, and the parts of the name by which the article calls the person elsewhere: "Amsakar" of "Amsakar Achmad". A word of
  /// the name that stands in a place's is none.
  func allAliases(in reading: Reading) -> [String] {
    var aliases = aliases
    for mention in mentions where !isWhole(mention, in: reading) && !hasNeighbour(mention) {
      let isPlace = reading.regionMentions.contains { $0.range.overlaps(mention) && !$0.isAnaphor }
      if isPlace { continue }
      let short = PlaceCase.title(reading.text.text.string(mention))
      if !aliases.contains(short) { aliases.append(short) }
    }
    return aliases
  }

  /// Whether another part of the name stands near: "Ferdinandus (Verdi) Lepe".
  private func hasNeighbour(_ mention: Range<Int>) -> Bool {
    mentions.contains { other in
      other != mention && other.lowerBound - mention.upperBound <= 3
        && mention.lowerBound - other.upperBound <= 3
    }
  }

  /// Whether all words of the name stand at a mention.
  private func isWhole(_ mention: Range<Int>, in reading: Reading) -> Bool {
    NameWords(reading.text.text.string(mention)).words.count >= words.words.count
  }
}
