import PantauRules
import PantauText

extension FoundOfficial {
  /// Nicknames, and the parts of the name by which the article calls the person elsewhere: "Amsakar" of "Amsakar Achmad". A word of
  /// the name that stands in a place's is none.
  func allAliases(in reading: Reading) -> [String] {
    var aliases = aliases
    for (index, mention) in mentions.enumerated()
    where !hasNeighbour(index, in: reading) && !isWhole(mention, in: reading) {
      let short = PlaceCase.title(reading.text.text.string(mention))
      if aliases.contains(short) { continue }
      let isPlace = reading.regionMentions.contains { $0.range.overlaps(mention) && !$0.isAnaphor }
      if !isPlace { aliases.append(short) }
    }
    return aliases
  }

  /// Whether only a nickname in brackets or quotation marks parts it from another part of the name: "Ferdinandus (Verdi) Lepe". Mentions stand in
  /// the order of the text.
  private func hasNeighbour(_ index: Int, in reading: Reading) -> Bool {
    func areParted(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
      right.lowerBound - left.upperBound <= 4
        && (reading.isMark(left.upperBound, "(") || reading.isMark(left.upperBound, ")")
          || reading.isQuotation(left.upperBound))
    }
    return (index > 0 && areParted(mentions[index - 1], mentions[index]))
      || (index + 1 < mentions.count && areParted(mentions[index], mentions[index + 1]))
  }

  /// Whether all words of the name stand at a mention.
  private func isWhole(_ mention: Range<Int>, in reading: Reading) -> Bool {
    NameWords(reading.text.text.string(mention)).words.count >= words.words.count
  }
}
