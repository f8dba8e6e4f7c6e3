import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Villages and districts told by the places behind them, as in an address, or by their own last word.
extension VillageFinder {
  /// Longest name in words that is taken for a place where nothing else tells.
  private static let longestBare = 3

  /// "Warga Cempaka Baru, Kemayoran, Jakarta Pusat" is a village, its district and city; "di Sukamaju, Kecamatan Sukaresmi" a village;
  /// "di Kawangkoan Utara, Selasa" a district.
  func readAddresses(in reading: inout Reading) {
    let codes = provinceCodes(of: reading)
    for lead in reading.leads where Int(lead) >= reading.bodyStart {
      guard let preposition = reading.text.matches.match(labels.prepositions, at: Int(lead)),
        Int(preposition.end) < reading.tokens.count
      else { continue }
      let start = Int(preposition.end)
      let isCapital = reading.tokens[start].traits.contains(.capitalised)
      if isCapital, words[preposition].contains(.within) { readSeat(at: start, in: &reading) }
      if reading.text.matches.mayBegin(covers, at: start) { readStreet(at: start, in: &reading) }
      guard isCapital, let name = name(at: start, in: reading), isPlain(name, in: reading) else { continue }
      let next = name.upperBound
      if reading.isMark(next, ",") {
        if let (district, region) = district(between: next, in: reading) {
          let label = Region.label(.district, string(district, reading))
          let level: RegionLevel = reading.regions[region].level == .city ? .urbanVillage : .village
          add(level, name, name, within: label, to: &reading)
          if !reading.places.isCovered(district.lowerBound) {
            add(.district, district, district, within: reading.regions[region].label, to: &reading)
          }
          continue
        }
        if words[preposition].contains(.within), let level = ownLevel(of: reading),
          let marker = marker(at: next + 1, in: reading, codes), marker.isLevelWord,
          marker.level == .district, let within = districtLabel(at: next + 1, in: reading)
        {
          add(level, name, name, within: within, to: &reading)
          continue
        }
      }
      if words[preposition].contains(.within), isDirectional(name, in: reading),
        let within = regencyLabel(of: &reading)
      {
        add(.district, name, name, within: within, to: &reading)
      }
    }
  }

  /// Farthest token behind a name at which its number may begin.
  private static let numberReach = 4

  /// "Mangoli Barat menyelesaikan lima dari tujuh desanya, sedangkan Sulabesi Timur empat": names whose last word is a direction, at the
  /// beginning of a sentence or clause that speaks of villages, with a number of their own behind.
  func readDirections(in reading: inout Reading) {
    guard let focus = reading.focus, reading.regions[focus].level == .regency,
      let within = regencyLabel(of: &reading)
    else { return }
    for capital in reading.capitals where Int(capital) > reading.bodyStart {
      let start = Int(capital)
      let sentence = reading.text.text.sentences[reading.sentence(of: start)]
      guard start == sentence.lowerBound || reading.match(labels.clauseBreaks, endingAt: start) != nil,
        let name = name(at: start, in: reading), isPlain(name, in: reading), isDirectional(name, in: reading),
        hasNumber(
          in: name.upperBound..<min(name.upperBound + Self.numberReach, sentence.upperBound), reading),
        sentence.contains(where: { reading.match(labels.villageWords, at: $0) != nil })
      else { continue }
      add(.district, name, name, within: within, to: &reading)
    }
  }

  /// "di Jalan Danau Bisma, Papanggo, Tanjung Priok": two names behind a street are a village and its district.
  private func readStreet(at token: Int, in reading: inout Reading) {
    guard let street = reading.match(labels.notRegions, at: token), words[street].contains(.leadsThing),
      let name = name(at: Int(street.end), in: reading), reading.isMark(name.upperBound, ","),
      let village = self.name(at: name.upperBound + 1, in: reading), isPlain(village, in: reading),
      reading.isMark(village.upperBound, ","),
      let district = self.name(at: village.upperBound + 1, in: reading), isPlain(district, in: reading),
      let level = ownLevel(of: reading), let within = regencyLabel(of: &reading)
    else { return }
    add(level, village, village, within: Region.label(.district, string(district, reading)), to: &reading)
    add(.district, district, district, within: within, to: &reading)
  }

  /// "di Jentera Malay, Stabat, Senin", "Stadion Si Jalak Harupat, Soreang, Kabupaten Bandung": a seat between commas at the end of an address,
  /// behind which a day, a place with its level or a small word follows, and no further name of a row.
  func readSeatsOfAddresses(in reading: inout Reading) {
    for capital in reading.capitals where Int(capital) > reading.bodyStart + 1 {
      let start = Int(capital)
      guard reading.isMark(start - 1, ","),
        let seat = reading.match(labels.regencySeats, at: start), reading.isMark(Int(seat.end), ",")
      else { continue }
      let next = Int(seat.end) + 1
      guard next < reading.tokens.count, reading.match(labels.joiners, at: next) == nil else { continue }
      let isEnd =
        !reading.tokens[next].traits.contains(.capitalised) || reading.match(labels.weekdays, at: next) != nil
        || reading.match(labels.institutions, at: next) != nil
      if isEnd, reading.tokens[next].kind == .word { readSeat(at: start, in: &reading) }
    }
  }

  /// "di Soreang, Kamis": the seat of a regency that the article names is the district of that name.
  private func readSeat(at token: Int, in reading: inout Reading) {
    guard let seat = reading.match(labels.regencySeats, at: token), isFree(seat.range, in: reading),
      reading.tokens[token].traits.contains(.capitalised), !isFollowedByCapital(seat.range, in: reading),
      let codes = reading.text.column("regencies", of: seat)?.split(separator: "|")
    else { return }
    let regency = reading.regions.first { region in
      region.level == .regency && region.code.map { code in codes.contains { $0 == code } } ?? false
    }
    guard let regency else { return }
    add(.district, seat.range, seat.range, within: regency.label, to: &reading)
  }

  /// Whether a name may be a place's where nothing but its surroundings tells: free, short, no building's, with no capital behind it.
  private func isPlain(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard name.count <= Self.longestBare, isFree(name, in: reading),
      reading.match(labels.siteWords, at: name.lowerBound) == nil,
      !isThing(name.lowerBound, in: reading)
    else { return false }
    return !isFollowedByCapital(name, in: reading)
  }

  /// Whether a word leads the name of a street or the like, or begins that of an island or a coast.
  func isThing(_ token: Int, in reading: Reading) -> Bool {
    reading.match(labels.notRegions, at: token).map {
      words[$0].contains(.leadsThing) || words[$0].contains(.isItself)
    } ?? false
  }

  private func isFollowedByCapital(_ name: Range<Int>, in reading: Reading) -> Bool {
    let next = name.upperBound
    return next < reading.tokens.count && reading.tokens[next].kind == .word
      && reading.tokens[next].traits.contains(.capitalised)
  }

  /// The name between the comma at `comma` and another one that a regency or city follows, with that region.
  private func district(between comma: Int, in reading: Reading) -> (Range<Int>, Int)? {
    var district: Range<Int>?
    if let known = reading.match(labels.region, at: comma + 1),
      reading.regions[Int(known.payload)].level == .district
    {
      district = known.range
    } else if let name = name(at: comma + 1, in: reading), isPlain(name, in: reading) {
      district = name
    }
    guard let district, reading.isMark(district.upperBound, ","),
      let region = reading.match(labels.region, at: district.upperBound + 1),
      reading.regions[Int(region.payload)].level.rank == 1
    else { return nil }
    return (district, Int(region.payload))
  }

  /// The label of the district named at a token.
  private func districtLabel(at token: Int, in reading: Reading) -> String? {
    guard let match = reading.match(labels.region, at: token),
      reading.regions[Int(match.payload)].level == .district
    else { return nil }
    return reading.regions[Int(match.payload)].label
  }

  /// "Sangatta Utara": a name whose last word is a direction or the like, at the end of its phrase; in a regency before any small word.
  private func isDirectional(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard name.count >= 2, let ending = reading.match(labels.placeEndings, at: name.upperBound - 1),
      words[ending].contains(.endsDistrict), let focus = reading.focus,
      reading.regions[focus].level.rank == 1
    else { return false }
    let next = name.upperBound
    if reading.isMark(next, ",") || reading.isMark(next, ".") || reading.isMark(next, "(") { return true }
    return reading.regions[focus].level == .regency && next < reading.tokens.count
      && reading.tokens[next].kind == .word
  }
}
