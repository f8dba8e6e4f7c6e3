import PantauRules
import PantauText

extension FoundOfficial {
  /// Nicknames, and the parts of the name by which the article calls the person elsewhere: "Amsakar" of "Amsakar Achmad". A word of
  /// the name that stands in a place's is none.
  func allAliases(in reading: Reading) -> [String] {
    var aliases = aliases
    for (index, mention) in mentions.enumerated() where !hasNeighbour(index) && !isWhole(mention, in: reading)
    {
      let short = PlaceCase.title(reading.text.text.string(mention))
      if aliases.contains(short) { continue }
      let isPlace = reading.regionMentions.contains { $0.range.overlaps(mention) && !$0.isAnaphor }
      if !isPlace { aliases.append(short) }
    }
    return aliases
  }

  /// Whether another part of the name stands near: "Ferdinandus (Verdi) Lepe". Mentions stand in the order of the text.
  private func hasNeighbour(_ index: Int) -> Bool {
    let mention = mentions[index]
    let isNear = { (left: Range<Int>, right: Range<Int>) in right.lowerBound - left.upperBound <= 3 }
    return (index > 0 && isNear(mentions[index - 1], mention))
      || (index + 1 < mentions.count && isNear(mention, mentions[index + 1]))
  }

  /// Whether all words of the name stand at a mention.
  private func isWhole(_ mention: Range<Int>, in reading: Reading) -> Bool {
    NameWords(reading.text.text.string(mention)).words.count >= words.words.count
  }
}
