import PantauRules
import PantauText

extension FinalReading {
  /// Tokens that may stand between the joining word that begins a clause and its day: "dan | pada tanggal | 31 Mei".
  private static let farthestDay = 2

  /// "Masih menggarap 118 titik, dan sebelum 17 Agustus sebanyak 179 gerai ditargetkan berdiri": whether a day behind an amount begins a further
  /// clause, in which another amount follows it.
  func beginsNext(_ day: Day, behind quantity: Quantity) -> Bool {
    let (end, start) = (quantity.range.upperBound, day.range.lowerBound)
    guard day.sentence == quantity.sentence, start > end, day.relation != .until, !quantity.isListItem else {
      return false
    }
    let comma = (max(end, start - Self.farthestDay - 2)..<start).last { isMark($0, ",") }
    guard let comma, joins(comma + 1), comma + 1 < start else { return false }
    let behind = day.range.upperBound..<max(day.range.upperBound, sentences[day.sentence].upperBound)
    return behind.contains { token in
      has(labels.number, at: token) || has(labels.quantifiers, at: token)
    }
  }
}
