import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Which names stand in one row.
extension VillageFinder {
  /// The row of at least `least` names that begins at a token; nil where one of them is something else.
  func bareRow(at start: Int, least: Int = 2, in reading: Reading) -> BareRow? {
    let sentence = reading.text.text.sentences[reading.sentence(of: start)]
    // Most names stand alone.
    guard start < sentence.upperBound, reading.match(labels.listIntros, at: start) == nil,
      let first = rowName(at: start, in: reading),
      least <= 1 || isParted(first.upperBound, in: reading), !isLevelled(start, in: reading)
    else { return nil }
    var row = BareRow(start: start, end: start)
    var name = first
    while true {
      let next = nextInRow(behind: name.upperBound, sentence, &row, in: reading)
      if next == nil, row.end == start, least > 1 { return nil }
      guard take(name, into: &row, in: reading) else { return nil }
      row.end = name.upperBound
      guard let next else { break }
      guard let further = rowName(at: next, in: reading) else { return nil }
      name = further
    }
    row.fillsBracket = reading.isMark(start - 1, "(") && reading.isMark(row.end, ")")
    guard row.count >= least, !row.free.isEmpty, row.strays * 3 <= row.count,
      row.namesakes == 0 || (row.namesakes == 1 && row.count >= Self.leastBesideNamesake)
    else { return nil }
    return row
  }

  /// Fewest names of a row that holds the name of the regency that the article is about, which its seat's district may bear too.
  private static let leastBesideNamesake = 4

  /// Whether a place's level word or office stands at a token.
  func isLevelled(_ token: Int, in reading: Reading) -> Bool {
    guard reading.places.isCovered(token), let match = reading.match(labels.region, at: token) else {
      return false
    }
    return !PlaceText.isSame(match.range, reading.regions[Int(match.payload)].name, in: reading.text.text)
  }

  /// The name at a token of a row: free words, or a place's that is read there already.
  private func rowName(at token: Int, in reading: Reading) -> Range<Int>? {
    if reading.places.isCovered(token), let match = reading.match(labels.region, at: token) {
      return match.range
    }
    return name(at: token, in: reading).map { withOffice($0, in: reading) }
      ?? numbered(at: token, in: reading)
  }

  /// Takes a name into a row, if it may be a village's or a district's.
  private func take(_ name: Range<Int>, into row: inout BareRow, in reading: Reading) -> Bool {
    let words = PlaceText(name, in: reading.text.text)
    if reading.places.isCovered(name.lowerBound),
      let match = reading.match(labels.region, at: name.lowerBound)
    {
      let number = Int(match.payload)
      let region = reading.regions[number]
      let isBare = words.isSame(region.name, in: reading.text.text)
      if region.level.rank >= 2 {
        count(region.level, in: &row)
        if isBare { row.bare.append(name) }
        return true
      }
      guard region.level.rank == 1, isBare else { return false }
      if number == reading.focus {
        row.namesakes += 1
      } else {
        guard reading.places.counts[number] == 1 else { return false }
        row.strays += 1
      }
      row.bare.append(name)
      row.free.append(name)
      return true
    }
    guard isBarePlace(name, in: reading) else { return false }
    row.hasSite = row.hasSite || reading.match(labels.siteWords, at: name.lowerBound) != nil
    row.bare.append(name)
    let known = reading.places.first(words.key) { number in
      reading.regions[number].level.rank >= 2
        && words.isSame(reading.regions[number].name, in: reading.text.text)
    }
    if let known { count(reading.regions[known].level, in: &row) } else { row.free.append(name) }
    return true
  }

  private func count(_ level: RegionLevel, in row: inout BareRow) {
    if level == .district { row.districts += 1 } else { row.villages += 1 }
  }

  /// Whether free words may be a place's name where nothing but their row tells.
  private func isBarePlace(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard isFree(name, in: reading), !isThing(name.lowerBound, in: reading) else { return false }
    guard name.count == 1 else { return true }
    let isDirection =
      reading.match(labels.placeEndings, at: name.lowerBound).map { words[$0].contains(.endsDistrict) }
      ?? false
    return !isDirection && !isState(name, in: reading)
  }

  /// "Batang Anai, Batang Ulakan, dan Batang Lubuak": whether all names begin with one word, which then tells what they are.
  func isOfOneKind(_ row: BareRow, in reading: Reading) -> Bool {
    let first = reading.tokens[row.start].word
    return reading.match(labels.placeLeads, at: row.start) == nil
      && row.bare.allSatisfy { $0.count > 1 && reading.tokens[$0.lowerBound].word == first }
  }

  /// Whether a comma, a dash or a joining word stands at a token, without which no row goes on.
  private func isParted(_ token: Int, in reading: Reading) -> Bool {
    reading.isMark(token, ",") || reading.isMark(token, "-")
      || reading.match(labels.joiners, at: token) != nil
  }

  /// Where the next name of a row begins; nil at its end.
  private func nextInRow(
    behind end: Int, _ sentence: Range<Int>, _ row: inout BareRow, in reading: Reading
  ) -> Int? {
    var token = end
    if reading.isMark(token, ",")
      || (reading.isMark(token, "-") && reading.tokens[token].traits.contains(.spaceBefore))
    {
      token += 1
    }
    var isJoined = false
    if token < sentence.upperBound, let joiner = reading.match(labels.joiners, at: token) {
      isJoined = true
      token = Int(joiner.end)
    }
    guard token > end else { return nil }
    if token < sentence.upperBound, let preposition = reading.match(labels.prepositions, at: token),
      words[preposition].contains(.within)
    {
      token = Int(preposition.end)
    }
    guard token < sentence.upperBound, reading.tokens[token].traits.contains(.capitalised),
      rowName(at: token, in: reading) != nil
    else { return nil }
    if !isJoined, isLevelled(token, in: reading), let match = reading.match(labels.region, at: token) {
      row.isInDistrict = reading.regions[Int(match.payload)].level == .district
      return nil
    }
    row.isJoined = row.isJoined || isJoined
    return token
  }
}
