import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Rows of places that no level word leads, told by the row before them or by the regency in brackets behind them.
extension VillageFinder {
  /// Fewest places of a row that only the row before it explains.
  private static let leastPlaces = 3
  /// Farthest token behind a row at which its number may begin.
  private static let numberReach = 4

  /// Places in a row, those known already among them.
  private struct Row {
    var free: [Range<Int>] = []
    var count = 0
    var end: Int
  }

  /// "Kecamatan Wonosari, Ceper, dan Trucuk masing-masing tiga. Cawas, Karanganom, dan Polanharjo dua": rows with which sentences begin,
  /// with a number behind, where the sentence before names as many places of one level.
  func readFollowingRows(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading) else { return }
    let sentences = reading.text.text.sentences
    for number in sentences.indices.dropFirst()
    where sentences[number].lowerBound >= reading.bodyStart && namesRow(sentences[number - 1], in: reading) {
      let sentence = sentences[number]
      let start = reading.match(labels.quantifiers, at: sentence.lowerBound).map { Int($0.end) }
      let row = row(at: start ?? sentence.lowerBound, in: sentence, reading)
      guard row.count >= Self.leastPlaces, !row.free.isEmpty,
        row.free.allSatisfy({ isFree($0, in: reading) }),
        hasNumber(in: row.end..<min(row.end + Self.numberReach, sentence.upperBound), reading),
        let level = rowLevel(of: sentences[number - 1], in: reading)
      else { continue }
      for name in row.free { add(level, name, name, within: within, to: &reading) }
    }
  }

  /// Whether a sentence names as many districts or villages as a row has at least.
  @inline(__always)
  private func namesRow(_ sentence: Range<Int>, in reading: borrowing Reading) -> Bool {
    var count = 0
    for index in reading.regionMentions.indices
    where sentence.contains(reading.regionMentions[index].range.lowerBound)
      && reading.regions[reading.regionMentions[index].region].level.rank >= 2
    {
      count += 1
    }
    return count >= Self.leastPlaces
  }

  private func row(at start: Int, in sentence: Range<Int>, _ reading: Reading) -> Row {
    var row = Row(end: start)
    var token = start
    while token < sentence.upperBound {
      if let known = reading.match(labels.region, at: token), reading.places.isCovered(token) {
        row.end = Int(known.end)
      } else if let name = name(at: token, in: reading) {
        row.free.append(name)
        row.end = name.upperBound
      } else {
        break
      }
      row.count += 1
      token = row.end
      if reading.isMark(token, ",") { token += 1 }
      if token < sentence.upperBound, let joiner = reading.match(labels.joiners, at: token) {
        token = Int(joiner.end)
      }
      if token == row.end { break }
    }
    return row
  }

  func hasNumber(in tokens: Range<Int>, _ reading: Reading) -> Bool {
    tokens.contains { reading.match(labels.number, at: $0) != nil }
  }

  /// The level of which a sentence names several places.
  private func rowLevel(of sentence: Range<Int>, in reading: Reading) -> RegionLevel? {
    var counts: [RegionLevel: Int] = [:]
    for mention in reading.regionMentions where sentence.contains(mention.range.lowerBound) {
      let level = reading.regions[mention.region].level
      if level.rank >= 2 { counts[level, default: 0] += 1 }
    }
    return counts.first { $0.value >= Self.leastPlaces }?.key
  }

  // MARK: - Pairs

  /// "Pahaleten di Kakas, Kamanga Dua di Tompaso, dan Watulaney di Eris": several villages of a sentence, each with its district behind a
  /// preposition.
  func readVillagesInDistricts(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading), let level = ownLevel(of: reading) else { return }
    var next = reading.leads.firstIndex { $0 >= reading.bodyStart } ?? reading.leads.count
    while next < reading.leads.count {
      let sentence = reading.text.text.sentences[reading.sentence(of: Int(reading.leads[next]))]
      let first = next
      while next < reading.leads.count, sentence.contains(Int(reading.leads[next])) { next += 1 }
      guard next - first >= Self.leastPlaces else { continue }
      let pairs = pairs(at: reading.leads[first..<next], in: sentence, reading)
      guard pairs.count >= Self.leastPlaces else { continue }
      for pair in pairs {
        let label = Region.label(.district, string(pair.district, reading))
        if isFree(pair.village, in: reading) {
          add(level, pair.village, pair.village, within: label, to: &reading)
        }
        if isFree(pair.district, in: reading) {
          add(.district, pair.district, pair.district, within: within, to: &reading)
        }
      }
    }
  }

  private func pairs(
    at leads: ArraySlice<Int32>, in sentence: Range<Int>, _ reading: Reading
  ) -> [(village: Range<Int>, district: Range<Int>)] {
    leads.compactMap { pair(at: Int($0), in: sentence, reading) }
  }

  /// The names around a preposition of place, the first behind a mark or joining word, the second a district's or free.
  private func pair(
    at lead: Int, in sentence: Range<Int>, _ reading: Reading
  ) -> (village: Range<Int>, district: Range<Int>)? {
    guard let preposition = reading.match(labels.prepositions, at: lead), Int(preposition.end) == lead + 1,
      words[preposition].contains(.within), lead > sentence.lowerBound, lead + 1 < sentence.upperBound,
      let village = place(endingAt: lead, in: sentence, reading),
      let district = place(at: lead + 1, reading)
    else { return nil }
    let start = village.lowerBound
    let isApart =
      start == sentence.lowerBound || reading.tokens[start - 1].kind == .punctuation
      || reading.match(labels.joiners, endingAt: start) != nil
    guard isApart, reading.match(labels.siteWords, at: district.lowerBound) == nil else { return nil }
    return (village, district)
  }

  /// The village known already or the free name that ends at a token.
  private func place(endingAt end: Int, in sentence: Range<Int>, _ reading: Reading) -> Range<Int>? {
    if reading.places.isCovered(end - 1) {
      return reading.regionMentions.first {
        $0.range.upperBound == end && reading.regions[$0.region].level.rank >= 3
      }?.range
    }
    return name(endingAt: end, from: sentence.lowerBound, in: reading).flatMap {
      isFree($0, in: reading) ? $0 : nil
    }
  }

  /// The district known already or the free name that begins at a token.
  private func place(at token: Int, _ reading: Reading) -> Range<Int>? {
    if reading.places.isCovered(token) {
      return reading.regionMentions.first {
        $0.range.lowerBound == token && reading.regions[$0.region].level == .district
      }?.range
    }
    return name(at: token, in: reading).flatMap { isFree($0, in: reading) ? $0 : nil }
  }

  /// "Apung di Bulungan dan Selumit di Kota Tarakan": villages of a list, each with its regency or city behind a preposition, in a sentence
  /// that speaks of villages.
  func readVillagesElsewhere(in reading: inout Reading) {
    for lead in reading.leads where Int(lead) > reading.bodyStart {
      let lead = Int(lead)
      guard let preposition = reading.match(labels.prepositions, at: lead), Int(preposition.end) == lead + 1,
        words[preposition].contains(.within), let region = reading.match(labels.region, at: lead + 1),
        reading.regions[Int(region.payload)].level.rank == 1
      else { continue }
      let number = reading.sentence(of: lead)
      let first = reading.text.text.sentences[number].lowerBound
      guard let name = name(endingAt: lead, from: first, in: reading), name.lowerBound > first,
        isItem(name.lowerBound, in: reading), isFree(name, in: reading),
        reading.match(labels.siteWords, at: name.lowerBound) == nil, !isThing(name.lowerBound, in: reading),
        tellsOfVillages(number, in: reading)
      else { continue }
      let label = reading.regions[Int(region.payload)].label
      add(villageLevel(of: Int(region.payload), reading), name, name, within: label, to: &reading)
    }
  }

  /// Whether a comma, a joining word or one that opens a list stands right before a name.
  func isItem(_ name: Int, in reading: Reading) -> Bool {
    reading.isMark(name - 1, ",") || reading.isMark(name - 1, ":")
      || reading.match(labels.joiners, endingAt: name, reach: 2) != nil
      || reading.match(labels.listIntros, endingAt: name) != nil
  }

  // MARK: - Brackets

  /// "Ulian (Kabupaten Bangli), Bongkasa Pertiwi dan Kutuh (Kabupaten Badung)": villages before brackets that hold their regencies, in a
  /// sentence that speaks of villages.
  func readVillagesOfRegencies(in reading: inout Reading) {
    var next = 0
    while next < reading.brackets.count {
      let number = reading.sentence(of: Int(reading.brackets[next]))
      let sentence = reading.text.text.sentences[number]
      let first = next
      while next < reading.brackets.count, sentence.contains(Int(reading.brackets[next])) { next += 1 }
      guard next - first >= 2, sentence.lowerBound >= reading.bodyStart else { continue }
      let opens = reading.brackets[first..<next].map { Int($0) }.filter { regency(at: $0, reading) != nil }
      guard opens.count >= 2, tellsOfVillages(number, in: reading) else { continue }
      for open in opens {
        guard let region = regency(at: open, reading) else { continue }
        for name in names(before: open, from: sentence.lowerBound, in: reading) {
          add(
            villageLevel(of: region, reading), name, name, within: reading.regions[region].label, to: &reading
          )
        }
      }
    }
  }

  /// The regency or city that is all a bracket holds.
  private func regency(at open: Int, _ reading: Reading) -> Int? {
    guard let match = reading.match(labels.region, at: open + 1), reading.isMark(Int(match.end), ")") else {
      return nil
    }
    return reading.regions[Int(match.payload)].level.rank == 1 ? Int(match.payload) : nil
  }

  /// The free names of a list that ends at `end`.
  private func names(before end: Int, from first: Int, in reading: Reading) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var end = end
    while let name = name(endingAt: end, from: first, in: reading), isFree(name, in: reading) {
      names.append(name)
      end = name.lowerBound
      while end > first, reading.isMark(end - 1, ",") || reading.match(labels.joiners, endingAt: end) != nil {
        end -= 1
      }
      if end == name.lowerBound || reading.isMark(end - 1, ")") { break }
    }
    return names
  }

  /// The level of most villages of a regency or city that the article names.
  func villageLevel(of region: Int, _ reading: Reading) -> RegionLevel {
    guard let index = reading.regions[region].gazetteer, index < kinds.count else {
      return reading.regions[region].level == .city ? .urbanVillage : .village
    }
    return kinds[index].hasVillages ? .village : .urbanVillage
  }
}
