import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Which words lead the names of districts and villages.
extension VillageFinder {
  struct Marker {
    var level: RegionLevel
    /// First token of the marker and of the name.
    var start: Int
    var nameStart: Int
    /// Whether it is an office, behind which place and person may follow one another ("Camat Palu Barat Khomaeni").
    var isOffice: Bool
    /// Whether it is a plain level word.
    var isLevelWord: Bool
    /// Whether it is the programme's name.
    var isProgramme: Bool
  }

  /// Codes of all provinces and regencies that the article names.
  func provinceCodes(of reading: Reading) -> [PlaceCode] {
    var codes: [PlaceCode] = []
    codes.reserveCapacity(reading.regions.count)
    for index in reading.regions.indices {
      if let place = reading.regions[index].place { codes.append(place) }
    }
    return codes
  }

  func marker(at token: Int, in reading: Reading, _ codes: [PlaceCode]) -> Marker? {
    guard token < reading.tokens.count, reading.text.matches.mayBegin(markerLabels, at: token) else {
      return nil
    }
    var found: Marker?
    reading.text.matches.forEach(at: token) { index in
      let match = reading.text.matches.matches[index]
      guard found == nil, claims.isMarker(match.label), let level = level(of: match, in: reading, codes),
        !isCovered(match, in: reading)
      else { return }
      var start = Int(match.end)
      if reading.isMark(start, "."), reading.sentence(of: start) == reading.sentence(of: token),
        start + 1 < reading.tokens.count,
        reading.sentence(of: start + 1) == reading.sentence(of: token)
      {
        start += 1
      }
      if reading.isMark(start, "(") { start = behindBracket(start, reading) }
      if match.label == labels.institutions { start = behindUnitNumber(start, reading) }
      found = Marker(
        level: level, start: token, nameStart: start, isOffice: isOffice(match, reading),
        isLevelWord: match.label == labels.villageWords
          || reading.text.matches.match(labels.villageWords, at: token, end: Int(match.end)) != nil,
        isProgramme: match.label == labels.programme
          || reading.text.matches.match(labels.programme, at: token, end: Int(match.end)) != nil)
    }
    return found
  }

  /// Whether a marker is only part of a longer name: of a national office ("Menteri Desa"), or of an agency or
  /// office that goes on behind it ("Komando Distrik Militer").
  private func isCovered(_ match: Match, in reading: Reading) -> Bool {
    guard match.label == labels.villageWords else {
      guard let other = reading.match(labels.notRegions, at: Int(match.start)) else { return false }
      return other.end > match.end && words[other].contains(.isItself)
    }
    for start in max(0, Int(match.start) - 6)...Int(match.start)
    where reading.text.matches.mayBegin(covers, at: start) {
      var covered = false
      reading.text.matches.forEach(at: start) { index in
        let other = reading.text.matches.matches[index]
        if other.label == labels.notRegions, other.end > match.end,
          reading.tokens[Int(match.end)].traits.contains(.capitalised)
        {
          covered = covered || words[other].contains(.isItself)
        } else if start == match.start {
          return
        } else if other.label == labels.offices, other.end == match.end {
          covered = covered || words[other].contains(.national)
        } else if other.label == labels.agencies, other.end == match.end {
          // "Dinas Pemberdayaan Masyarakat dan Desa Nopran Elmadi": the agency's own last word.
          covered = covered || words[other].contains(.body) || Int(other.end) - start >= 4
        } else if other.label == labels.offices || other.label == labels.agencies {
          covered = covered || other.end > match.end
        }
      }
      if covered { return true }
    }
    return false
  }

  private func isOffice(_ match: Match, _ reading: Reading) -> Bool {
    if match.label != labels.institutions {
      return reading.match(labels.offices, endingAt: Int(match.end)) != nil
    }
    return reading.match(labels.offices, endingAt: Int(match.end)) != nil
      || reading.match(labels.offices, at: Int(match.start)) != nil
  }

  /// The token after a bracket of up to four tokens: "Koperasi Desa Merah Putih (KDMP) Bentangan".
  private func behindBracket(_ open: Int, _ reading: Reading) -> Int {
    for token in open..<min(open + 5, reading.tokens.count) where reading.isMark(token, ")") {
      return token + 1
    }
    return open
  }

  /// The token after a unit's number, where a name that is no short form follows: "Koramil 418-08/Sako".
  private func behindUnitNumber(_ start: Int, _ reading: Reading) -> Int {
    var token = start
    while token < min(start + 3, reading.tokens.count),
      reading.tokens[token].kind == .number || reading.isMark(token, "-")
    {
      token += 1
    }
    guard token > start, reading.isMark(token, "/"), token + 1 < reading.tokens.count,
      !reading.tokens[token + 1].traits.contains(.allCapitals)
    else { return start }
    return token + 1
  }

  private func level(of match: Match, in reading: Reading, _ codes: [PlaceCode]) -> RegionLevel? {
    if match.label == labels.villageWords {
      guard let word = levelWords[match], word.leads, isUsed(match, codes) else { return nil }
      return word.level
    }
    if match.label == labels.institutions {
      switch institutionLevels[match] {
      case .district: return .district
      case .village: return .village
      case .urbanVillage: return hasUrbanVillages(reading) ? .urbanVillage : .village
      default: return nil
      }
    }
    if match.label == labels.programme {
      guard match.rule < 0, programmeNames[match] == true else { return nil }
      return namesUrbanVillage(match, reading) || !hasVillages(reading) ? .urbanVillage : .village
    }
    return nil
  }

  /// Whether the regency or city that the article names most has urban villages at all: where it has none, their heads are
  /// those of villages.
  private func hasUrbanVillages(_ reading: Reading) -> Bool { kinds(of: reading).hasUrbanVillages }

  /// Whether the regency or city that the article names most has villages: where it has none, a cooperative is an urban
  /// village's, whatever the programme is called.
  private func hasVillages(_ reading: Reading) -> Bool {
    let kinds = kinds(of: reading)
    return kinds.hasVillages || !kinds.hasUrbanVillages
  }

  private func kinds(of reading: Reading) -> VillageKinds {
    guard let focus = reading.focus, let index = reading.regions[focus].gazetteer else {
      return VillageKinds()
    }
    return index < kinds.count ? kinds[index] : VillageKinds(gazetteer.regions[index])
  }

  /// Whether an office leads to a level word, so that a person follows the place: "Hukum Tua | Desa Kembes, Jantje Sajow", "Ketua
  /// KMP | Kampung Yahim, Yosina Ohee".
  func isLedByOffice(_ start: Int, in reading: Reading) -> Bool {
    let first = reading.text.text.sentences[reading.sentence(of: start)].lowerBound
    for token in stride(from: start - 1, through: max(first, start - 9), by: -1) {
      guard reading.tokens[token].kind == .word, reading.tokens[token].traits.contains(.capitalised) else {
        return false
      }
      if reading.match(labels.offices, at: token) != nil { return true }
    }
    return false
  }

  /// Whether the level words at `tokens` lead names of villages, and none that of an urban village.
  func namesVillagesOnly(_ tokens: [Int32], in reading: Reading) -> Bool {
    var hasVillage = false
    for token in tokens {
      guard let word = reading.match(labels.villageWords, at: Int(token)), words[word].contains(.leads),
        Int(word.end) < reading.tokens.count,
        reading.tokens[Int(word.end)].traits.contains(.capitalised),
        reading.tokens[Int(token)].traits.contains(.capitalised),
        name(at: Int(word.end), in: reading, behindMarker: true) != nil
      else { continue }
      switch level(ofWord: word) {
      case .urbanVillage: return false
      case .village: hasVillage = true
      default: continue
      }
    }
    return hasVillage
  }

  /// Whether a level word has this meaning in one of the regions that the article names; words without regions have it
  /// everywhere.
  func isUsed(_ word: Match, _ codes: [PlaceCode]) -> Bool {
    guard let places = levelWords[word]?.places, !places.isEmpty else { return true }
    return codes.contains { touches(places, $0) }
  }

  /// Whether a level word has this meaning in one of the regions that the article has been found to name by now.
  func isUsed(_ word: Match, in reading: Reading) -> Bool {
    guard let places = levelWords[word]?.places, !places.isEmpty else { return true }
    for index in reading.regions.indices {
      if let code = reading.regions[index].place, touches(places, code) { return true }
    }
    return false
  }

  private func touches(_ places: Range<Int32>, _ code: PlaceCode) -> Bool {
    for place in places where wordPlaces[Int(place)].touches(code) { return true }
    return false
  }

  /// Whether a kelurahan's word stands within the programme's name.
  private func namesUrbanVillage(_ match: Match, _ reading: Reading) -> Bool {
    var village = false
    var urban = false
    for token in match.range {
      if let word = reading.text.matches.match(labels.villageWords, at: token, end: token + 1) {
        let level = level(ofWord: word)
        village = village || level == .village
        urban = urban || level == .urbanVillage
      }
    }
    let isShort =
      match.range.count == 1
      && reading.text.matches.match(labels.urbanProgrammes, at: Int(match.start), end: Int(match.end)) != nil
    return (urban && !village) || isShort
  }
}
