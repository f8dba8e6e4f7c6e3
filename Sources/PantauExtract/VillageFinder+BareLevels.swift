import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Whether a row of bare names is one of districts or of villages.
extension VillageFinder {
  /// Farthest token behind a row at which a word may tell what its names are.
  private static let levelReach = 2

  /// The level of a row, and whether words tell it: behind it ("jadi kecamatan terdepan"), before it, or by those of its names that are
  /// known or the places before it; else that of most villages here.
  func level(
    of row: BareRow, _ lead: BareLead, _ own: RegionLevel, in reading: Reading
  ) -> (RegionLevel, isTold: Bool) {
    if row.isInDistrict { return (own, false) }
    if let told = levelTold(behind: row, own, in: reading) { return (told, true) }
    if row.count == 2, isAboveVillages(row, in: reading) { return (.district, true) }
    if row.count >= 2, isPartOfDistricts(row, in: reading) { return (.district, true) }
    let listed = row.bare.count >= 2 ? listed(row.bare, in: reading) : nil
    if let listed, listed == row.bare.count, lead != .list { return (.district, true) }
    if let spoken = levelSpoken(before: row.start, own: own, in: reading), spoken != .district || listed != 0
    {
      return (spoken == .district && row.villages > 0 ? own : spoken, true)
    }
    if let listed {
      // "Tiga koperasi, yaitu di Jerowaru, Labuhan Haji, dan Sugian": one to one.
      let isPlain = listed < row.bare.count && counts(row.count, before: row.start, in: reading)
      return (listed * 2 > row.bare.count && !isPlain ? .district : own, false)
    }
    if row.known > 0 {
      return (row.districts > row.villages && !isOfVillages(row, in: reading) ? .district : own, false)
    }
    return (continuesDistricts(row, lead, in: reading) ? .district : own, false)
  }

  /// "Kademangan menyusul Bakti Jaya, Setu, dan Keranggan": whether a row with one district's name goes on from a village, so that one of
  /// its villages is the district's namesake.
  private func isOfVillages(_ row: BareRow, in reading: Reading) -> Bool {
    guard row.districts == 1, row.count > 2 else { return false }
    let first = reading.text.text.sentences[max(0, reading.sentence(of: row.start) - 1)].lowerBound
    let last = reading.regionMentions.last { (first..<row.start).contains($0.range.lowerBound) }
    return last.map { reading.regions[$0.region].level.rank > 2 } ?? false
  }

  /// "Dari 32 kecamatan, baru lima yang nagori dan kelurahannya tuntas, yakni …": whether a row has as many names as are counted, without a noun,
  /// of the districts with whose number its sentence begins.
  private func isPartOfDistricts(_ row: BareRow, in reading: Reading) -> Bool {
    let first = reading.text.text.sentences[reading.sentence(of: row.start)].lowerBound
    var hasWhole = false
    for token in first..<row.start {
      guard let number = reading.match(labels.number, at: token) else { continue }
      let next = Int(number.end)
      if let word = reading.match(labels.villageWords, at: next) {
        hasWhole =
          !hasWhole && level(ofWord: word) == .district
          && reading.match(labels.wholeLeads, endingAt: token, reach: 2) != nil
      } else if hasWhole, reading.numbers[Int(number.payload)].value == Double(row.count),
        reading.match(labels.unit, at: next) == nil
      {
        return true
      }
    }
    return false
  }

  /// "Dagangan dan Geger jadi kecamatan terdepan", "Juhu dan Aing Bantai, desa-desa di pegunungan".
  private func levelTold(behind row: BareRow, _ own: RegionLevel, in reading: Reading) -> RegionLevel? {
    let limit = reading.text.text.sentences[reading.sentence(of: row.start)].upperBound
    for token in row.end..<max(row.end, min(row.end + Self.levelReach, limit)) {
      if let word = reading.match(labels.villageWords, at: token) {
        if let preposition = reading.match(labels.prepositions, endingAt: token, reach: 1),
          Int(preposition.start) == row.end
        {
          return level(ofWord: word) == .district ? own : nil
        }
        guard !reading.places.isCovered(token) else { return nil }
        return words[word].contains(.leads) ? level(ofWord: word) : own
      }
      if reading.tokens[token].traits.contains(.capitalised) { return nil }
    }
    return nil
  }

  /// "Beberapa kampung di Kelay dan Segah": whether a row tells where villages lie.
  private func isAboveVillages(_ row: BareRow, in reading: Reading) -> Bool {
    guard let preposition = reading.match(labels.prepositions, endingAt: row.start, reach: 1),
      let word = reading.match(labels.villageWords, endingAt: Int(preposition.start), reach: 3),
      let level = level(ofWord: word)
    else { return false }
    return level != .district
  }

  /// The level of the last word for villages or districts before a token of its sentence that leads no name; `own` where both kinds of
  /// villages are spoken of.
  private func levelSpoken(before token: Int, own: RegionLevel, in reading: Reading) -> RegionLevel? {
    let first = reading.text.text.sentences[reading.sentence(of: token)].lowerBound
    var last: RegionLevel?
    for start in (first..<token).reversed() where !reading.places.isCovered(start) {
      guard let word = reading.match(labels.villageWords, at: start), Int(word.end) <= token,
        !tellsWhere(start, in: reading)
      else { continue }
      let level = words[word].contains(.leads) ? level(ofWord: word) : own
      if last == .district { break }
      if let last, last != level { return level == .district ? last : own }
      last = level
    }
    return last
  }

  /// "Dua koperasi di kecamatan itu, yakni Puding dan Sponjen": whether a word that points back to a place only tells where.
  func tellsWhere(_ token: Int, in reading: Reading) -> Bool {
    reading.match(labels.placeAnaphora, at: token) != nil
      && reading.match(labels.prepositions, endingAt: token, reach: 1).map { words[$0].contains(.within) }
        ?? false
  }

  /// Whether a row goes on from districts: its own sentence or the one before it names some and no village, or speaks of districts
  /// without naming one. One district alone in the sentence before is that of the villages that follow, but for a contrast.
  private func continuesDistricts(_ row: BareRow, _ lead: BareLead, in reading: Reading) -> Bool {
    let sentences = reading.text.text.sentences
    let number = reading.sentence(of: row.start)
    let near = sentences[max(0, number - 1)].lowerBound..<row.start
    var (own, before, villages) = (0, 0, 0)
    for mention in reading.regionMentions where near.contains(mention.range.lowerBound) {
      let level = reading.regions[mention.region].level
      if level == .district {
        if mention.range.lowerBound >= sentences[number].lowerBound { own += 1 } else { before += 1 }
      } else if level.rank > 2 {
        villages += 1
      }
    }
    if lead == .place { return speaksOfDistricts(number, in: reading) }
    if villages > 0 { return false }
    if own > 0 || before >= 2 { return true }
    return (before == 0 || lead == .contrast) && speaksOfDistricts(number, in: reading)
  }
}
