import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// What stands behind a marker and its first name: where names begin, and how their list goes on.
extension VillageFinder {
  /// The level of the word, a place's level word with a preposition before it, to which a list's last name belongs: "Kelurahan Kasu serta
  /// Tanjung Banun di Kelurahan Sembulang".
  func levelNext(at token: Int, in reading: Reading, _ codes: [PlaceCode]) -> RegionLevel? {
    guard let preposition = reading.match(labels.prepositions, at: token),
      let marker = marker(at: Int(preposition.end), in: reading, codes), marker.isLevelWord
    else { return nil }
    return marker.level
  }

  /// Whether a preposition and a district's level word stand at `token`.
  func isDistrictNext(at token: Int, in reading: Reading, _ codes: [PlaceCode]) -> Bool {
    let preposition = reading.match(labels.prepositions, at: token)
    let marker = marker(at: preposition.map { Int($0.end) } ?? token, in: reading, codes)
    return marker.map { $0.level == .district && $0.isLevelWord } ?? false
  }

  /// Whether the last item of a list bears the level word again: "Kelurahan Kecapi, Kesambi, dan Kelurahan Sukapura".
  func isMarkerNext(at token: Int, _ level: RegionLevel, in reading: Reading, _ codes: [PlaceCode])
    -> Bool
  {
    var next = reading.isMark(token, ",") ? token + 1 : token
    guard next < reading.tokens.count, reading.match(labels.joiners, at: next) != nil else { return false }
    next += 1
    guard next < reading.tokens.count, let marker = marker(at: next, in: reading, codes) else { return false }
    return marker.level == level && !marker.isOffice
  }

  /// Where the first name begins: right behind the marker, or behind words that introduce a list ("dua desa, yakni A
  /// dan B").
  func nameStart(behind marker: Marker, in reading: Reading) -> Int? {
    let sentence = reading.sentence(of: marker.start)
    var token = marker.nameStart
    guard token < reading.tokens.count, reading.sentence(of: token) == sentence else { return nil }
    if name(at: token, in: reading, behindMarker: true) != nil { return token }
    if let start = sourceStart(behind: marker, in: reading) { return start }
    if isPartOfOffice(marker, in: reading) || tellsWhere(marker.start, in: reading) { return nil }
    if let start = countedListStart(behind: marker, in: reading) { return start }
    var introduced = false
    while token < reading.tokens.count, token - marker.nameStart < 5, reading.sentence(of: token) == sentence
    {
      if let intro = reading.match(labels.listIntros, at: token) {
        introduced = introduced || words[intro].contains(.opens)
        token = Int(intro.end)
      } else if reading.isMark(token, ",") || reading.isMark(token, ":") {
        token += 1
      } else {
        break
      }
    }
    guard introduced, token < reading.tokens.count, reading.sentence(of: token) == sentence else {
      return nil
    }
    return token
  }

  /// "Pendamping desa, yakni Budi dan Sari": whether a level word ends an office, so that names behind a comma are persons'.
  private func isPartOfOffice(_ marker: Marker, in reading: Reading) -> Bool {
    reading.match(labels.offices, endingAt: marker.nameStart).map { Int($0.start) < marker.start } ?? false
  }

  /// "bersama kepala kampung dari Mena, Menarbu, dan Inday": where several names begin that a preposition leads behind a village's office.
  private func sourceStart(behind marker: Marker, in reading: Reading) -> Int? {
    guard marker.isOffice, marker.level != .district,
      let preposition = reading.match(labels.prepositions, at: marker.nameStart),
      names(at: Int(preposition.end), in: reading).count > 1
    else { return nil }
    return Int(preposition.end)
  }

  /// The next name of a list behind `index`, and whether "dan" or its like led to it.
  func continuation(at index: Int, in reading: Reading) -> (Range<Int>, Bool)? {
    var next = behindNumber(index, in: reading)
    var byWord = false
    if reading.isMark(next, ",") { next += 1 }
    if next < reading.tokens.count, reading.match(labels.joiners, at: next) != nil {
      byWord = true
      next += 1
    }
    guard next > index, next < reading.tokens.count, !reading.tokens[next].traits.contains(.lineStart),
      reading.sentence(of: next) == reading.sentence(of: index - 1),
      let name = name(at: next, in: reading) ?? numbered(at: next, in: reading)
        ?? sibling(at: next, behind: index, in: reading)
    else { return nil }
    return (withOffice(name, in: reading), byWord)
  }

  /// "Kecamatan Langsa Kota, Langsa Lama, dan Langsa Baro": a name in which the town's comes first, behind another one that begins with it.
  private func sibling(at token: Int, behind end: Int, in reading: Reading) -> Range<Int>? {
    guard reading.places.isCovered(token), let match = reading.match(labels.region, at: token),
      reading.regions.indices.contains(Int(match.payload)), reading.tokens[token].word != 0,
      (max(0, end - Self.longestName)..<end).contains(where: {
        reading.tokens[$0].word == reading.tokens[token].word
      })
    else { return nil }
    if reading.regions[Int(match.payload)].level == .district { return match.range }
    guard let rest = name(at: Int(match.end), in: reading),
      !reading.tokens[rest.lowerBound].traits.contains(.lineStart), rest.count < Self.longestName
    else { return nil }
    return token..<rest.upperBound
  }

  /// "Palengaan (23 Februari), Pakong (24 Februari)": the token after a bracket that begins with a number and goes on with a small word or
  /// a month.
  private func behindNumber(_ index: Int, in reading: Reading) -> Int {
    guard reading.isMark(index, "("), index + 1 < reading.tokens.count,
      reading.tokens[index + 1].kind == .number
    else { return index }
    for token in index + 2..<min(index + 5, reading.tokens.count) where reading.isMark(token, ")") {
      return token + 1
    }
    return index
  }

  /// "Pematang Gubernur, Sawah Lebar": within a list a word for an office that ends a name, with the next one behind it, is part of
  /// it.
  func withOffice(_ name: Range<Int>, in reading: Reading) -> Range<Int> {
    let end = name.upperBound
    guard let office = reading.match(labels.offices, at: end), Int(office.end) == end + 1,
      reading.tokens[end].traits.contains(.capitalised),
      reading.isMark(end + 1, ",") || reading.match(labels.joiners, at: end + 1) != nil
    else { return name }
    return name.lowerBound..<end + 1
  }

  /// "Jagabaya II": within a list a word for an office before a Roman number is a name.
  func numbered(at token: Int, in reading: Reading) -> Range<Int>? {
    guard token + 1 < reading.tokens.count, let office = reading.match(labels.offices, at: token),
      Int(office.end) == token + 1, reading.tokens[token].traits.contains(.capitalised)
    else { return nil }
    let number = reading.tokens[token + 1]
    guard number.traits.contains(.allCapitals),
      reading.text.text.bytes[Int(number.start)..<Int(number.end)].allSatisfy(PlaceCase.isRomanDigit)
    else { return nil }
    return token..<token + 2
  }

  /// Further names of an introduced list whose items carry numbers: "yakni Bakam tiga koperasi, Mendo Barat tujuh desa".
  func counted(behind index: Int, in reading: Reading) -> [Range<Int>] {
    var names: [Range<Int>] = []
    let end = reading.text.text.sentences[reading.sentence(of: index - 1)].upperBound
    var token = index
    while token + 1 < end {
      let separates = reading.isMark(token, ",") || reading.match(labels.joiners, at: token) != nil
      if separates, let name = name(at: token + 1, in: reading), name.upperBound < end {
        let counts = (name.upperBound..<min(name.upperBound + 3, end)).contains {
          reading.text.matches.match(labels.number, at: $0) != nil
        }
        if counts { names.append(name) }
        token = name.upperBound
      } else {
        token += 1
      }
    }
    return names
  }
}
