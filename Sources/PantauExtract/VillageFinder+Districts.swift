import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Districts that no level word leads, told by the village before them: "KDMP Cibeber di Kiarapedes", "Kampung Sorendidori
/// (Supiori Timur)", "Desa Parsingguran II, Pollung, 35 persen".
extension VillageFinder {
  /// Reads the district behind a village, and further pairs of both; returns the token after them.
  func readDistrict(behind village: Range<Int>, _ level: RegionLevel, in reading: inout Reading) -> Int? {
    guard let within = regencyLabel(of: &reading) else { return nil }
    guard
      let first = district(behind: village.upperBound, in: reading)
        ?? known(behind: village.upperBound, in: reading)
    else { return nil }
    if isFree(first.name, reading) { add(.district, first.name, first.name, within: within, to: &reading) }
    var end = first.end
    // "…, Warsa (Supiori Utara), Fanindi (Supiori Selatan) dan Aruri di Kepulauan Aruri."
    while let (name, _) = continuation(at: end, in: reading),
      let next = district(behind: name.upperBound, in: reading) ?? known(behind: name.upperBound, in: reading)
    {
      let label = Region.label(.district, string(next.name, reading))
      if isFree(name, reading) { add(level, name, name, within: label, to: &reading) }
      if isFree(next.name, reading) { add(.district, next.name, next.name, within: within, to: &reading) }
      end = next.end
    }
    return end
  }

  /// A district known already that a preposition leads: "Sepinggan Baru di Balikpapan Selatan".
  private func known(behind token: Int, in reading: Reading) -> (name: Range<Int>, end: Int)? {
    guard let preposition = reading.match(labels.prepositions, at: token), Int(preposition.end) == token + 1,
      let match = reading.match(labels.region, at: token + 1),
      reading.regions[Int(match.payload)].level == .district
    else { return nil }
    return (match.range, Int(match.end))
  }

  /// The name in brackets, behind a preposition, or between commas where no further name follows; with the token after it.
  private func district(behind token: Int, in reading: Reading) -> (name: Range<Int>, end: Int)? {
    guard token < reading.tokens.count else { return nil }
    if reading.isMark(token, "(") {
      var start = token + 1
      if let word = reading.match(labels.villageWords, at: start),
        words[word].contains(.district)
      {
        start = Int(word.end)
      }
      if let known = reading.match(labels.region, at: start), reading.isMark(Int(known.end), ")"),
        reading.regions[Int(known.payload)].level == .district
      {
        return (known.range, Int(known.end) + 1)
      }
      guard let name = name(at: start, in: reading), reading.isMark(name.upperBound, ")"),
        isPlace(name, reading)
      else { return nil }
      return (name, name.upperBound + 1)
    }
    if let preposition = reading.match(labels.prepositions, at: token), Int(preposition.end) == token + 1,
      words[preposition].contains(.within)
    {
      guard let name = name(at: token + 1, in: reading), isPlace(name, reading) else { return nil }
      return (name, name.upperBound)
    }
    guard reading.isMark(token, ","), let name = name(at: token + 1, in: reading), isPlace(name, reading)
    else {
      return nil
    }
    let next = name.upperBound
    guard reading.isMark(next, ","), self.name(at: next + 1, in: reading) == nil,
      next + 1 < reading.tokens.count,
      reading.match(labels.joiners, at: next + 1) == nil, reading.match(labels.offices, at: next + 1) == nil
    else { return nil }
    return (name, next)
  }

  /// Whether a name is written as places are: not in capitals all over, no abbreviation, no letter alone.
  private func isPlace(_ name: Range<Int>, _ reading: Reading) -> Bool {
    name.count <= 3 && !isThing(name.lowerBound, reading)
      && reading.match(labels.siteWords, at: name.lowerBound) == nil
      && name.allSatisfy { token in
        let word = reading.tokens[token]
        return word.kind != .word || (word.end - word.start >= 3 && !word.traits.contains(.allCapitals))
      }
  }

  /// Whether a word at `token` leads the name of a street, school or the like: "di Jalan Mallengkeri Raya". Words of streets,
  /// stations, education and trade lead no district; words of nature do.
  private func isThing(_ token: Int, _ reading: Reading) -> Bool {
    reading.match(labels.notRegions, at: token).map { words[$0].contains(.leadsThing) } ?? false
  }

  private func isFree(_ name: Range<Int>, _ reading: Reading) -> Bool {
    !reading.places.overlaps(name)
  }
}
