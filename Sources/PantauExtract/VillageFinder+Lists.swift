import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Names in lists that no level word leads: what they are is told by a count, by the district beside them, or by the
/// list before them.
extension VillageFinder {
  /// Farthest token at which a counted noun's list of names may begin.
  private static let listReach = 12

  /// Where the names of a counted noun begin that other words keep from it: "tiga kampung yang tersisa, yaitu A, B, dan C",
  /// "dua kampung kecil di wilayahnya, A dan B". Without a word that introduces them there must be as many names as counted.
  func countedListStart(behind marker: Marker, in reading: Reading) -> Int? {
    guard marker.isLevelWord, let count = count(before: marker.start, in: reading) else { return nil }
    let end = min(
      marker.nameStart + Self.listReach,
      reading.text.text.sentences[reading.sentence(of: marker.start)].upperBound)
    var token = marker.nameStart
    while token < end {
      if reading.match(labels.number, at: token) != nil { return nil }
      if let intro = reading.match(labels.listIntros, at: token), words[intro].contains(.opens) {
        let start = reading.isMark(Int(intro.end), ":") ? Int(intro.end) + 1 : Int(intro.end)
        return start < end && names(at: start, in: reading).count > 1 ? start : nil
      }
      if reading.isMark(token, ","), token + 1 < end, names(at: token + 1, in: reading).count == count,
        count > 1
      {
        return token + 1
      }
      token += 1
    }
    return nil
  }

  /// The number right before `token`.
  func count(before token: Int, in reading: Reading) -> Int? {
    guard let match = reading.match(labels.number, endingAt: token, reach: 4),
      reading.numbers.indices.contains(Int(match.payload))
    else { return nil }
    return Int(exactly: reading.numbers[Int(match.payload)].value.rounded())
  }

  /// The names of a list that begins at `start`; empty where the last is not joined to the others.
  func names(at start: Int, in reading: Reading) -> [Range<Int>] {
    guard let first = name(at: start, in: reading) else { return [] }
    var names = [first]
    var joined = false
    while !joined, names.count < 40,
      let (next, byWord) = continuation(at: names[names.count - 1].upperBound, in: reading)
    {
      names.append(next)
      joined = byWord
    }
    if !joined, names.count > 1 { joined = isLastBehind(names[names.count - 1].upperBound, in: reading) }
    return joined || names.count == 1 ? names : []
  }

  /// "Kartini, serta Kelurahan Gambir", "Manggis, dan di Kecamatan Ngancar": whether the list's last item, behind a joining word, has a
  /// level word or a preposition of its own.
  private func isLastBehind(_ end: Int, in reading: Reading) -> Bool {
    let next = reading.isMark(end, ",") ? end + 1 : end
    guard next < reading.tokens.count, let joiner = reading.match(labels.joiners, at: next) else {
      return false
    }
    let token = Int(joiner.end)
    guard token < reading.tokens.count else { return false }
    if reading.match(labels.prepositions, at: token) != nil { return true }
    return reading.match(labels.villageWords, at: token).map { words[$0].contains(.leads) } ?? false
  }

  /// Reads the villages of a district just named: "Kecamatan Gangga meliputi A, B, dan C", "Kecamatan Ngunut, yaitu A dan
  /// B"; returns the token after them. The sentence or the one before must speak of villages.
  func readVillages(behind district: Range<Int>, in reading: inout Reading) -> Int? {
    var token = district.upperBound
    if reading.isMark(token, ",") { token += 1 }
    guard let intro = reading.match(labels.listIntros, at: token),
      words[intro].contains(.opens) || words[intro].contains(.opensBehindDistrict),
      let level = villageLevel(near: district.lowerBound, in: reading) ?? ownLevel(of: reading)
    else { return nil }
    let names = names(at: Int(intro.end), in: reading)
    guard names.count > 1 else { return nil }
    let label = Region.label(.district, string(district, reading))
    for name in names { add(level, name, name, within: label, to: &reading) }
    return names.last?.upperBound
  }

  /// The level of the villages of which the sentence of `token` speaks before or behind it, or else the one before.
  func villageLevel(near token: Int, in reading: Reading) -> RegionLevel? {
    let sentences = reading.text.text.sentences
    let number = reading.sentence(of: token)
    for sentence in [number, number - 1] where sentence >= 0 {
      for token in sentences[sentence] {
        guard let word = reading.match(labels.villageWords, at: token),
          let level = level(ofWord: word),
          level != .district
        else { continue }
        return level
      }
    }
    return nil
  }

  // MARK: - Lists without any level word

  func readListsWithoutMarkers(in reading: inout Reading) {
    readCounted(in: &reading)
    let body = reading.bodyStart
    let leads = reading.leads
    let mentions = reading.regionMentions
    let levels = mentions.map { reading.regions[$0.region].level }
    // By position, with the number of the mention.
    let starts = mentions.indices.map { mentions[$0].range.lowerBound << 32 | $0 }.sorted()
    var next = starts.firstIndex { $0 >> 32 >= body } ?? starts.count
    var lead = leads.firstIndex { $0 >= body } ?? leads.count
    var leading: (level: RegionLevel, sentence: Int)?
    while next < starts.count || lead < leads.count {
      let start = next < starts.count ? starts[next] >> 32 : Int.max
      let token = min(start, lead < leads.count ? Int(leads[lead]) : Int.max)
      if start == token {
        let first = next
        while next < starts.count, starts[next] >> 32 == token { next += 1 }
        let numbers = starts[first..<next].lazy.map { $0 & 0xFFFF_FFFF }
        if let district = numbers.last(where: { levels[$0] == .district }) {
          readVillages(before: mentions[district], in: &reading)
        }
        leading = (levels[starts[first] & 0xFFFF_FFFF], reading.sentence(of: token))
      }
      if lead < leads.count, Int(leads[lead]) == token {
        if let leading, leading.sentence == reading.sentence(of: token) {
          readParallel(leading.level, at: token, in: &reading)
        }
        readBackReference(at: token, in: &reading)
        lead += 1
      }
    }
  }

  /// Villages before their district: "adalah Sukarame di Kecamatan Ngaras", "lalu A dan B di Kecamatan Bayan".
  private func readVillages(before district: PlaceMention, in reading: inout Reading) {
    let preposition = reading.match(labels.prepositions, endingAt: district.range.lowerBound, reach: 2)
    var names: [Range<Int>] = []
    var end = preposition.map { Int($0.start) } ?? district.range.lowerBound
    let first = reading.text.text.sentences[reading.sentence(of: district.range.lowerBound)].lowerBound
    while let name = name(endingAt: end, from: first, in: reading) {
      names.append(name)
      end = name.lowerBound
      guard end - 1 > first, isJoint(end - 1, in: reading) else { break }
      end -= 1
      if end - 1 > first, reading.isMark(end - 1, ",") { end -= 1 }
    }
    guard let start = names.last?.lowerBound else { return }
    let isOpened = start > first && opensList(start - 1, in: reading)
    guard isOpened || (start == first && names.count > 1) else { return }
    let level =
      villageLevel(near: start, in: reading) ?? (isOpened || names.count > 1 ? ownLevel(of: reading) : nil)
    guard let level else { return }
    let label = reading.regions[district.region].label
    for name in names.reversed() { add(level, name, name, within: label, to: &reading) }
  }

  /// The level of most villages where the article is: kelurahan in cities.
  func ownLevel(of reading: Reading) -> RegionLevel? {
    reading.focus.map { reading.regions[$0].level == .city ? .urbanVillage : .village }
  }

  /// The capitalised words that end at `end` and may be a place's name.
  func name(endingAt end: Int, from first: Int, in reading: Reading) -> Range<Int>? {
    // A preposition may end the sentence before.
    guard end > first else { return nil }
    for start in max(first, end - Self.longestName)..<end where name(at: start, in: reading) == start..<end {
      // "Kelimanya Kertasana (Kecamatan Pagelaran), …", "Contohnya Temalang di Kecamatan Mentarang"
      if start == first, leadsToNames(first, in: reading) { continue }
      let before = start > first ? reading.tokens[start - 1] : nil
      let isLed = start - 1 == first && leadsToNames(first, in: reading)
      if before?.kind == .word, before?.traits.contains(.capitalised) == true, !isLed { continue }
      return start..<end
    }
    return nil
  }

  /// Whether the word at `token` stands for what was counted before or introduces a list.
  private func leadsToNames(_ token: Int, in reading: Reading) -> Bool {
    reading.match(labels.backReferences, at: token) != nil
      || reading.match(labels.listIntros, at: token) != nil
  }

  private func isJoint(_ token: Int, in reading: Reading) -> Bool {
    reading.isMark(token, ",") || reading.text.matches.match(labels.joiners, at: token, end: token + 1) != nil
  }

  /// Whether the word at `token` may stand before a list of places: one that introduces, joins or begins a clause, but none
  /// that makes them persons.
  private func opensList(_ token: Int, in reading: Reading) -> Bool {
    isJoint(token, in: reading)
      || reading.match(labels.listIntros, endingAt: token + 1) != nil
      || reading.match(labels.clauseBreaks, endingAt: token + 1) != nil
  }

  /// Names behind a preposition that a number follows, in a sentence whose earlier places bear a level word: "Di Kecamatan
  /// Bermani Ulu ada 12 koperasi, sedangkan di Curup Utara dan Curup Tengah masing-masing tujuh".
  private func readParallel(_ level: RegionLevel, at token: Int, in reading: inout Reading) {
    guard level == .district || level == .village || level == .urbanVillage,
      let preposition = reading.match(labels.prepositions, at: token), Int(preposition.end) == token + 1
    else { return }
    let names = names(at: token + 1, in: reading)
    guard let end = names.last?.upperBound else { return }
    if names.count == 1, isItemOfDistricts(names[0], at: token, level, in: reading) {
      add(.district, names[0], names[0], within: regencyLabel(of: &reading), to: &reading)
      return
    }
    guard reading.match(labels.notRegions, at: token + 1) == nil,
      reading.match(labels.siteWords, at: token + 1) == nil
    else { return }
    let limit = reading.text.text.sentences[reading.sentence(of: token)].upperBound
    let isCounted = (end..<max(end, min(end + 4, limit))).contains {
      reading.match(labels.number, at: $0) != nil
    }
    guard isCounted else { return }
    let within = regencyLabel(of: &reading)
    for name in names { add(level, name, name, within: within, to: &reading) }
  }

  /// "15 di Morotai Timur, 14 di Morotai Jaya, dan lima di Pulau Rao": whether a name behind a number and a preposition goes on from
  /// districts of its sentence, two at least.
  private func isItemOfDistricts(
    _ name: Range<Int>, at preposition: Int, _ level: RegionLevel, in reading: Reading
  ) -> Bool {
    guard level == .district, isFree(name, in: reading),
      reading.match(labels.number, endingAt: preposition, reach: 4) != nil,
      !isThing(name.lowerBound, in: reading),
      reading.match(labels.siteWords, at: name.lowerBound) == nil
        || reading.match(labels.notRegions, at: name.lowerBound) != nil
    else { return false }
    let sentence = reading.text.text.sentences[reading.sentence(of: preposition)]
    let districts = reading.regionMentions.lazy.filter {
      sentence.contains($0.range.lowerBound) && reading.regions[$0.region].level == .district
    }
    return districts.count >= 2
  }

  /// "Lima dari 32 kecamatan sudah selesai. Kelimanya ialah A, B, C, D, dan E."
  private func readBackReference(at token: Int, in reading: inout Reading) {
    guard let word = reading.match(labels.backReferences, at: token),
      let count = reading.text.column("value", of: word).flatMap({ Int($0) }),
      let start = backListStart(Int(word.end), in: reading),
      let level = level(counted: count, before: reading.sentence(of: token), in: reading)
    else { return }
    let names = names(at: start, in: reading)
    guard names.count == count else { return }
    let within = regencyLabel(of: &reading)
    for name in names { add(level, name, name, within: within, to: &reading) }
  }

  /// Where the names begin behind a word that points back, which ends at a token: "Keempatnya ialah Kademangan, …", "Keempatnya Kademangan, …".
  private func backListStart(_ end: Int, in reading: Reading) -> Int? {
    if let intro = reading.match(labels.listIntros, at: end) { return Int(intro.end) }
    guard end < reading.tokens.count else { return nil }
    return reading.tokens[end].traits.contains(.capitalised) ? end : nil
  }

  /// The level of what the sentence before counts with this number.
  private func level(counted count: Int, before sentence: Int, in reading: Reading) -> RegionLevel? {
    guard sentence > 0 else { return nil }
    var isCounted = false
    for token in reading.text.text.sentences[sentence - 1] {
      if let number = reading.match(labels.number, at: token),
        reading.numbers.indices.contains(Int(number.payload))
      {
        isCounted = isCounted || reading.numbers[Int(number.payload)].value == Double(count)
      }
      if isCounted, let word = reading.match(labels.villageWords, at: token) {
        return level(ofWord: word)
      }
    }
    return nil
  }
}
