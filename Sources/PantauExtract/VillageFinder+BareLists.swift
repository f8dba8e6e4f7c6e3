import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Lists of names that only what the sentence speaks of shows to be villages.
extension VillageFinder {
  /// Fewest names of such a list.
  private static let leastBareNames = 3

  /// "KKMP yang belum membuka usaha berada di Duri Pulo, Cideng, dan Kartini": names in a row behind a preposition of place, in a sentence
  /// of the programme; behind a word that opens a list as many as the sentence counts ("lima KKMP sudah rapat, yakni …"). The article's
  /// place must be a regency or city.
  func readBareLists(in reading: inout Reading) {
    guard let level = ownLevel(of: reading), let focus = reading.focus,
      reading.regions[focus].level.rank == 1, let within = regencyLabel(of: &reading)
    else { return }
    var next = reading.bodyStart
    for capital in reading.capitals where Int(capital) >= next {
      let start = Int(capital)
      next = start + 1
      guard start > reading.bodyStart, !reading.places.isCovered(start),
        let lead = lead(of: start, in: reading)
      else { continue }
      let names = names(at: start, in: reading)
      guard names.count >= Self.leastBareNames, let end = names.last?.upperBound else { continue }
      next = end
      let sentence = reading.sentence(of: start)
      guard names.allSatisfy({ isFree($0, in: reading) }), tellsOfVillages(sentence, in: reading),
        lead == .place || counts(names.count, before: start, in: reading)
      else { continue }
      let known =
        levelSpoken(before: start, own: level, in: reading)
        ?? (speaksOfDistricts(sentence, in: reading) ? .district : level)
      for name in names { add(known, name, name, within: within, to: &reading) }
    }
  }

  /// The level of the last word for villages or districts before a token of its sentence that leads no name; `own` where both kinds of
  /// villages are spoken of.
  private func levelSpoken(before token: Int, own: RegionLevel, in reading: Reading) -> RegionLevel? {
    let first = reading.text.text.sentences[reading.sentence(of: token)].lowerBound
    var last: RegionLevel?
    for start in (first..<token).reversed() where !reading.places.isCovered(start) {
      guard let word = reading.match(labels.villageWords, at: start), Int(word.end) <= token else { continue }
      let level = words[word].contains(.leads) ? level(ofWord: word) : own
      if last == .district { break }
      if let last, last != level { return level == .district ? last : own }
      last = level
    }
    return last
  }

  private enum Lead { case place, list }

  /// What stands right before a name that may begin a list.
  private func lead(of name: Int, in reading: Reading) -> Lead? {
    if let preposition = reading.match(labels.prepositions, endingAt: name, reach: 1) {
      return labels.amounts.isIn[preposition] == true ? .place : nil
    }
    if reading.isMark(name - 1, ":") { return .list }
    if let intro = reading.match(labels.listIntros, endingAt: name),
      !words[intro].contains(.opensBehindDistrict)
    {
      return .list
    }
    return reading.match(labels.weighing, endingAt: name, reach: 1) == nil ? nil : .place
  }

  /// Whether a sentence or the one before it speaks of what the programme counts.
  func tellsOfVillages(_ sentence: Int, in reading: Reading) -> Bool {
    (max(0, sentence - 1)...sentence).contains { number in
      reading.text.text.sentences[number].contains { token in
        reading.match(labels.unit, at: token) != nil || reading.match(labels.programme, at: token) != nil
      }
    }
  }

  /// Whether the sentence counts so many before a token, or the one before it does.
  private func counts(_ count: Int, before token: Int, in reading: Reading) -> Bool {
    let first = reading.text.text.sentences[max(0, reading.sentence(of: token) - 1)].lowerBound
    return reading.numberRanges.indices.contains { number in
      let range = reading.numberRanges[number]
      return range.lowerBound >= first && range.upperBound <= token
        && reading.numbers[number].value == Double(count)
    }
  }
}
