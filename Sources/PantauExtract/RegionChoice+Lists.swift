import PantauRules
import PantauText

/// Places in rows, of which an amount is said of none or of all.
extension RegionChoice {
  /// "Delapan koperasi, tersebar di Konawe Utara, Buton Tengah dan Konawe": whether a mention is one of three places or more in a row.
  func isOfList(_ mention: FinalReading.Mention) -> Bool {
    let own = reading.mentions(of: mention.sentence)
    func follows(_ before: Range<Int>, _ place: FinalReading.Mention) -> Bool {
      let end = before.upperBound
      return place.rank == mention.rank && place.range.lowerBound > end && place.range.lowerBound - end <= 3
        && (end..<place.range.lowerBound).allSatisfy {
          reading.tokens[$0].kind != .number && !reading.has(reading.labels.number, at: $0)
        }
    }
    var count = 1
    var last = mention.range
    for index in own where follows(last, reading.mentions[index]) {
      (count, last) = (count + 1, reading.mentions[index].range)
    }
    var first = mention
    for index in own.reversed()
    where reading.mentions[index].rank == mention.rank && follows(reading.mentions[index].range, first) {
      (count, first) = (count + 1, reading.mentions[index])
    }
    return count >= 3
  }

  /// Where a row of three places or more begins, to whose first one a pattern ties the number before it.
  func row(from attached: Int, summedBy quantity: Quantity) -> Int? {
    guard quantity.value ?? 0 >= 3, !quantity.isListItem, !quantity.isDistributed, quantity.of == nil else {
      return nil
    }
    let first = reading.mentions(of: quantity.sentence).first { index in
      reading.mentions[index].region == attached
        && (quantity.anchor..<quantity.range.upperBound).contains(reading.mentions[index].range.lowerBound)
    }
    return first.flatMap { isOfList(reading.mentions[$0]) ? reading.mentions[$0].range.lowerBound : nil }
  }
}
