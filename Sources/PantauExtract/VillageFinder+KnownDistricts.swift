import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Districts without a level word that the gazetteer knows in the regencies and cities that an article names: "Lubuk Begalung ada tujuh".
extension VillageFinder {
  /// A regency or city that an article names.
  struct Holder {
    /// Its number in the gazetteer, and among the article's regions.
    var number: Int
    var region: Int
    /// The names of its villages, where they are known.
    var villages: VillageTable.Names?

    /// Which kinds of its villages bear a name with this key.
    func kinds(_ key: UInt64) -> VillageTable.Kinds { villages?.kinds(key) ?? [] }
  }

  /// Adds a mention wherever the whole name of a known district stands by itself in the body.
  ///
  /// A district of a name that the article gives to a village is not meant, nor is a word that may be something else.
  ///
  /// - Parameters:
  ///   - reading: what is read of the article.
  ///   - prefixes: the beginnings of names at the article's capitals.
  ///   - onlyUnread: whether only names are read that other readers take for something else: with a number word or a hyphen.
  func readKnownDistricts(in reading: inout Reading, _ prefixes: NamePrefixes, onlyUnread: Bool = false) {
    let holders = holders(in: reading)
    let letters = holders.reduce(0) { $0 | gazetteer.districts.letters(of: $1.number) }
    guard letters != 0 else { return }
    var filter = NameFilter()
    for holder in holders { gazetteer.districts.add(namesOf: holder.number, to: &filter) }
    var next = reading.bodyStart
    for (number, capital) in reading.capitals.enumerated() where Int(capital) >= next {
      let token = Int(capital)
      let first = reading.text.text.bytes[Int(reading.tokens[token].start)]
      guard letters & DistrictTable.letter(first) != 0, prefixes.mayLead(number, to: filter),
        !onlyUnread || isUnread(token, within: token + Self.longestName, in: reading),
        let (name, holder) = knownDistrict(at: token, of: holders, in: reading),
        // "Bangunan Ujan Mas | Baru"
        knownVillage(at: token, of: holders, in: reading).map({ $0.name.count <= name.count }) ?? true,
        standsAlone(name, in: reading),
        !isVillageHere(name, in: reading),
        !isBesideOthers(name, holders, in: reading)
      else { continue }
      next = name.upperBound
      add(.district, name, name, within: reading.regions[holder.region].label, to: &reading)
    }
  }

  /// Most regencies and cities whose districts and villages are looked for. A text that names more is no report on these, and each of its
  /// names would be looked up in all of them.
  private static let mostHolders = 60

  /// The regencies and cities that the article names, whose districts and villages are known by name; none where it names very many.
  ///
  /// Looked up at once while villages are being found, which adds no regency and no city.
  func holders(in reading: Reading) -> [Holder] {
    if let known = reading.holders { return known }
    var holders: [Holder] = []
    for index in reading.regions.indices where reading.regions[index].level.rank == 1 {
      guard let number = reading.regions[index].gazetteer else { continue }
      if holders.count == Self.mostHolders { return [] }
      holders.append(
        Holder(number: number, region: index, villages: gazetteer.villageNames.names(of: number)))
    }
    return holders
  }

  /// How many of `names` are those of districts of the regencies and cities that the article names; nil where not all of these districts
  /// are known.
  func listed(_ names: [Range<Int>], in reading: Reading) -> Int? {
    let holders = holders(in: reading)
    let isComplete = holders.allSatisfy {
      gazetteer.regions[$0.number].districts == gazetteer.districts.count(of: $0.number)
    }
    guard !holders.isEmpty, isComplete else { return nil }
    return names.count { name in
      let key = PlaceText(name, in: reading.text.text).key
      let folded = PlaceCase.folded(string(name, reading))
      return holders.contains {
        gazetteer.districts.contains(key, in: $0.number)
          || gazetteer.districts.mayContain(folded, in: $0.number)
      }
    }
  }

  /// The official spelling of a district of the regencies and cities that the article names, where that differs in spaces and hyphens.
  func officialName(_ name: String, in reading: Reading) -> String? {
    let key = PlaceCase.key(name)
    return holders(in: reading).lazy.compactMap { [gazetteer] holder in
      gazetteer.districts.name(key, in: holder.number).flatMap {
        $0.lowercased() == name.lowercased() ? nil : $0
      }
    }.first
  }

  /// Whether a name without a level word can be no district's: all districts of the regencies and cities that the article names are
  /// known, and none bears it.
  func isNoDistrict(_ name: Range<Int>, in reading: Reading) -> Bool { listed([name], in: reading) == 0 }

  /// The longest beginning of a run that names a district of a regency or city that the article names.
  func districtPrefix(of run: Range<Int>, in reading: Reading) -> Range<Int>? {
    knownDistrict(at: run.lowerBound, of: holders(in: reading), in: reading)
      .flatMap { $0.name.upperBound <= run.upperBound ? $0.name : nil }
  }

  /// The longest name of a district that begins at a token.
  private func knownDistrict(
    at start: Int, of holders: [Holder], in reading: Reading
  ) -> (name: Range<Int>, holder: Holder)? {
    knownName(at: start, of: holders, in: reading) {
      gazetteer.districts.contains($0, in: $1.number)
    }
  }

  /// The longest name that begins at a token and that one of the regencies and cities has, by the name's key.
  func knownName(
    at start: Int, of holders: [Holder], in reading: Reading, isKnown: (UInt64, Holder) -> Bool
  ) -> (name: Range<Int>, holder: Holder)? {
    var found: (name: Range<Int>, holder: Holder)?
    forEachPrefix(at: start, in: reading) { end, key in
      if let holder = holders.first(where: { isKnown(key, $0) }) { found = (start..<end, holder) }
    }
    return found
  }

  /// Calls `body` with the end and the key of each beginning of a run of words with capitals, and hyphens between them, that can be a
  /// name's.
  @inline(__always)
  func forEachPrefix(at start: Int, in reading: Reading, _ body: (Int, UInt64) -> Void) {
    let limit = min(
      start + Self.longestName, reading.text.text.sentences[reading.sentence(of: start)].upperBound)
    var (end, key) = (start, PlaceCase.noLetters)
    while end < limit {
      let token = reading.tokens[end]
      guard token.kind == .word && token.traits.contains(.capitalised) || reading.isMark(end, "-") else {
        break
      }
      end += 1
      guard token.kind == .word else { continue }
      for byte in reading.text.text.bytes[Int(token.start)..<Int(token.end)] {
        key = PlaceCase.combined(key, byte)
      }
      body(end, key)
    }
  }

  /// Whether no further name, form of address or word of a thing makes a name part of something longer.
  func standsAlone(_ name: Range<Int>, in reading: Reading) -> Bool {
    let sentence = reading.text.text.sentences[reading.sentence(of: name.lowerBound)]
    if reading.dateline.contains(name.lowerBound) { return false }
    if reading.match(labels.notRegions, endingAt: name.lowerBound) != nil
      || reading.match(labels.honorifics, endingAt: name.lowerBound) != nil
    {
      return false
    }
    let before = name.lowerBound - 1
    // "Berikutnya Riau Silip", "Warga Tengku Dacing": a common word at the beginning of a sentence is no part of the name.
    let isBeginning =
      before == sentence.lowerBound && reading.tokens[before].word != 0
      && reading.match(labels.placeLeads, at: before) == nil
    if before >= sentence.lowerBound, isCapital(before, reading), !reading.places.isCovered(before),
      !isBeginning, reading.match(labels.prepositions, endingAt: name.lowerBound, reach: 1) == nil
    {
      return false
    }
    let behind = name.upperBound
    if behind < sentence.upperBound, isCapital(behind, reading),
      !claims.meanings.begins(at: behind, in: reading.text)
    {
      return false
    }
    if reading.isMark(behind, "-"), behind + 1 < sentence.upperBound, isCapital(behind + 1, reading) {
      return false
    }
    if name.count > 1 { return isLonger(name, in: reading) }
    guard !reading.places.isCovered(name.lowerBound), self.name(at: name.lowerBound, in: reading) == name
    else {
      return false
    }
    // A common word at the beginning of a sentence has a capital, too.
    let isFirst =
      before < sentence.lowerBound || reading.dateline.contains(before)
      || reading.tokens[before].kind == .punctuation && !reading.isMark(before, ",")
    return !isFirst || reading.tokens[name.lowerBound].word == 0
  }

  /// "Lima Puluh Pesisir", "Tangan-Tangan", "Lawe Sigala-Gala": whether a name begins with a number word or holds a hyphen before `end`.
  private func isUnread(_ start: Int, within end: Int, in reading: Reading) -> Bool {
    (start + 1 < end && reading.isMark(start + 1, "-")) || (start + 2 < end && reading.isMark(start + 2, "-"))
      || reading.match(labels.numbers, at: start) != nil
  }

  /// Whether all places found within a name are bare regions' names and shorter than it: "Medan | Petisah".
  private func isLonger(_ name: Range<Int>, in reading: Reading) -> Bool {
    guard reading.places.overlaps(name) else { return true }
    return reading.regionMentions.allSatisfy { mention in
      !mention.range.overlaps(name)
        || (mention.range.count < name.count && mention.range.lowerBound >= name.lowerBound
          && mention.range.upperBound <= name.upperBound && reading.regions[mention.region].gazetteer != nil)
    }
  }

  /// Whether a comma or joining word ties a name to one that no district here bears, so that both may be villages'.
  private func isBesideOthers(_ name: Range<Int>, _ holders: [Holder], in reading: Reading) -> Bool {
    func isOther(_ token: Int) -> Bool {
      isCapital(token, reading) && !reading.places.isCovered(token) && !isAbbreviation(token, reading)
        && !claims.meanings.begins(at: token, in: reading.text)
        && knownDistrict(at: token, of: holders, in: reading) == nil
    }
    let sentence = reading.text.text.sentences[reading.sentence(of: name.lowerBound)]
    var behind = name.upperBound
    while behind < sentence.upperBound, behind < name.upperBound + 2,
      reading.isMark(behind, ",") || reading.match(labels.joiners, at: behind) != nil
    { behind += 1 }
    if behind > name.upperBound, behind < sentence.upperBound, isOther(behind) { return true }
    var before = name.lowerBound - 1
    while before >= sentence.lowerBound, before >= name.lowerBound - 2,
      reading.isMark(before, ",") || reading.match(labels.joiners, at: before) != nil
    { before -= 1 }
    guard before < name.lowerBound - 1, before >= sentence.lowerBound, isCapital(before, reading) else {
      return false
    }
    while before > sentence.lowerBound, isCapital(before - 1, reading) { before -= 1 }
    return isOther(before)
  }

  private func isVillageHere(_ name: Range<Int>, in reading: Reading) -> Bool {
    let words = PlaceText(name, in: reading.text.text)
    return reading.places.first(words.key) { reading.regions[$0].level.rank > 2 } != nil
  }

  /// "Di Gadingrejo, RAT sudah digelar"
  private func isAbbreviation(_ token: Int, _ reading: Reading) -> Bool {
    let word = reading.tokens[token]
    return word.traits.contains(.allCapitals) && word.end - word.start <= 4
  }

  /// The name of a district or village that begins at a token, as it is known, where that is longer than `name`: "Kecamatan Bandar |
  /// Surabaya".
  func longerName(_ name: Range<Int>, of level: RegionLevel, in reading: Reading) -> Range<Int> {
    let holders = holders(in: reading)
    let known =
      level == .district
      ? knownDistrict(at: name.lowerBound, of: holders, in: reading)
      : knownVillage(at: name.lowerBound, of: holders, in: reading)
    return known.map { $0.name.count > name.count ? $0.name : name } ?? name
  }

  private func isCapital(_ token: Int, _ reading: Reading) -> Bool {
    reading.tokens[token].kind == .word && reading.tokens[token].traits.contains(.capitalised)
  }
}
