import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Reads the names of districts and villages behind their marker words ("Kecamatan Galang", "Desa Kateri, Umatoos, dan
/// Dirma", "KDMP Sumbung, Cepogo, Boyolali").
///
/// A class, since a closure that looks names up would otherwise keep a copy of every table.
final class VillageFinder: Sendable {
  /// What a village's or district's level word tells.
  struct LevelWord: Sendable {
    var level: RegionLevel?
    /// Whether it can lead a name.
    var leads: Bool
    /// Where it has this meaning, as a range of ``VillageFinder/wordPlaces``; empty for everywhere.
    var places: Range<Int32>
  }

  /// Which kinds of villages a region has, as far as the gazetteer tells.
  struct VillageKinds: Sendable {
    var hasUrbanVillages = true
    var hasVillages = true

    init() {}

    init(_ region: Region) {
      hasUrbanVillages = region.urbanVillages != 0
      hasVillages = region.villages != 0
    }
  }

  let gazetteer: Gazetteer
  let labels: Labels
  let words: WordFlags
  /// By index in the gazetteer, those of the project's own table.
  let kinds: [VillageKinds]
  let levelWords: EntryTable<LevelWord>
  let wordPlaces: [PlaceCode]
  let institutionLevels: EntryTable<RegionLevel>
  /// Rows of programmes that have names.
  let programmeNames: EntryTable<Bool>
  /// Labels of the words behind which names stand, of those that lead to names or point back to them, and of longer names
  /// of which a marker may be part.
  let markerLabels: MatchTable.LabelSet
  private let leadLabels: MatchTable.LabelSet
  let covers: MatchTable.LabelSet
  let levelWordLabel: MatchTable.LabelSet
  let wholeLabel: MatchTable.LabelSet
  let claims: NameClaims
  /// Words that only lead from a name to its number; those behind a number that make it a measure of something else.
  let leadWords: LabelGroup
  let measures: LabelGroup

  /// Longest name in words.
  static let longestName = 4
  /// Most names of a place with those above it: village, district, regency, province.
  static let longestChain = 4

  init(gazetteer: Gazetteer, labels: Labels, lexicon: Lexicon) {
    self.gazetteer = gazetteer
    self.labels = labels
    words = WordFlags(lexicon, labels: labels)
    kinds = gazetteer.regions.prefix(gazetteer.ownCount).map { VillageKinds($0) }
    var wordPlaces: [PlaceCode] = []
    levelWords = EntryTable(lexicon, [labels.villageWords]) { entry in
      let first = Int32(wordPlaces.count)
      wordPlaces += (entry["provinces"] ?? "").split(separator: "|").map { PlaceCode($0) }
      return LevelWord(
        level: RegionLevel(rawValue: entry["level"] ?? ""), leads: entry["label"] != nil,
        places: first..<Int32(wordPlaces.count))
    }
    self.wordPlaces = wordPlaces
    institutionLevels = EntryTable(lexicon, [labels.institutions]) {
      RegionLevel(rawValue: $0["level"] ?? "")
    }
    programmeNames = EntryTable(lexicon, [labels.programme]) { $0.phrases.isEmpty ? nil : true }
    markerLabels = MatchTable.LabelSet(labels.villageWords, labels.institutions, labels.programme)
    leadLabels = MatchTable.LabelSet(
      labels.prepositions, labels.backReferences, labels.placeAnaphora, labels.placeDescriptions)
    covers = MatchTable.LabelSet(labels.notRegions, labels.offices, labels.agencies)
    levelWordLabel = MatchTable.LabelSet(labels.villageWords)
    wholeLabel = MatchTable.LabelSet(labels.countWholes)
    claims = NameClaims(labels)
    leadWords = LabelGroup([labels.weighing, labels.distributives, labels.listIntros, labels.countLeads])
    measures = LabelGroup([labels.notCounted, labels.months, labels.percents])
  }

  /// The level for which a village's or district's level word stands.
  func level(ofWord match: Match) -> RegionLevel? { levelWords[match]?.level }

  /// The tokens at which words behind which names stand, and words of regions' offices and bodies, may begin; with the
  /// reading's ``Reading/leads``, so that no step after it looks at every token.
  func markers(in reading: inout Reading) -> [Int32] {
    var markers: [Int32] = []
    markers.reserveCapacity(128)
    var leads: [Int32] = []
    leads.reserveCapacity(128)
    for token in reading.tokens.indices {
      if reading.text.matches.mayBegin(markerLabels, at: token) {
        markers.append(Int32(truncatingIfNeeded: token))
      }
      if reading.text.matches.mayBegin(leadLabels, at: token) {
        leads.append(Int32(truncatingIfNeeded: token))
      }
    }
    reading.leads = leads
    return markers
  }

  /// Reads the names of an article, whose markers may begin at `tokens`.
  func run(on reading: inout Reading, markersAt tokens: [Int32]) {
    reading.holders = holders(in: reading)
    defer { reading.holders = nil }
    let codes = provinceCodes(of: reading)
    // What a marker is does not change with the regions that are found behind others.
    let markers = markers(at: tokens, in: reading, codes)
    // Words of offices come second, when names behind plain level words are known; the headline, which capitalises
    // every word, last, and only known names count in it.
    readAnnounced(in: &reading)
    readSubjectLists(in: &reading)
    let body = reading.bodyStart
    scan(markers, codes, in: &reading) { $0.start >= body && !$0.isOffice }
    scan(markers, codes, in: &reading) { $0.start >= body && $0.isOffice }
    readTables(in: &reading, markersAt: tokens)
    let prefixes = NamePrefixes(of: reading, self)
    readKnownDistricts(in: &reading, prefixes, onlyUnread: true)
    readListsWithoutMarkers(in: &reading)
    readPairs(in: &reading)
    readGroups(in: &reading)
    readBareLines(in: &reading)
    readBareLists(in: &reading)
    readFollowingRows(in: &reading)
    readVillagesOfRegencies(in: &reading)
    readVillagesInDistricts(in: &reading)
    readVillagesElsewhere(in: &reading)
    readNumberedLines(in: &reading)
    readAddresses(in: &reading)
    readSeatsOfAddresses(in: &reading)
    readDirections(in: &reading)
    readKnownDistricts(in: &reading, prefixes)
    readKnownVillages(in: &reading, prefixes)
    readDistrictNamesakes(in: &reading)
    scan(markers, codes, in: &reading) { $0.start < body }
    replaceParts(in: &reading)
    readRepeatsInTitle(in: &reading)
    readRepeats(in: &reading)
  }

  private func markers(at tokens: [Int32], in reading: Reading, _ codes: [PlaceCode]) -> [Marker] {
    var markers: [Marker] = []
    markers.reserveCapacity(tokens.count)
    for token in tokens {
      if let marker = marker(at: Int(token), in: reading, codes) { markers.append(marker) }
    }
    return markers
  }

  private func scan(
    _ markers: [Marker], _ codes: [PlaceCode], in reading: inout Reading, where isWanted: (Marker) -> Bool
  ) {
    var next = 0
    for marker in markers where marker.start >= next && isWanted(marker) {
      if let end = read(marker, codes, in: &reading) { next = end }
    }
  }

  // MARK: - Names

  /// The label of a gazetteer region that follows `index`, after a comma or the like.
  func knownRegion(behind index: Int, in reading: Reading) -> String? {
    var token = index
    while reading.isMark(token, ",") || reading.isMark(token, "(") || reading.isMark(token, "-") {
      token += 1
    }
    if let preposition = reading.match(labels.prepositions, at: token) { token = Int(preposition.end) }
    guard let match = reading.match(labels.region, at: token) else { return nil }
    return reading.regions[Int(match.payload)].label
  }

  /// "KMP Kutisari Surabaya": the level of all villages of the regency or city that follows `index`, with a comma at most before it;
  /// nil where it has both kinds.
  func onlyLevel(behind index: Int, in reading: Reading) -> RegionLevel? {
    let token = reading.isMark(index, ",") ? index + 1 : index
    guard let match = reading.match(labels.region, at: token),
      let region = reading.regions[Int(match.payload)].gazetteer, region < kinds.count,
      gazetteer.regions[region].level.rank == 1, kinds[region].hasVillages != kinds[region].hasUrbanVillages
    else { return nil }
    return kinds[region].hasVillages ? .village : .urbanVillage
  }

  /// The regency or city named most often so far.
  func regencyLabel(of reading: inout Reading) -> String? {
    if let best = reading.places.regency(of: reading.regions) { return reading.regions[best].label }
    return reading.regions.first { $0.level == .province }?.label
  }

  func string(_ range: Range<Int>, _ reading: Reading) -> String {
    PlaceCase.title(reading.text.text.string(range))
  }

  /// Adds a mention, and its region where the article has not named that yet; a level that is only assumed, from the programme's
  /// name, gives way to one that the text tells.
  ///
  /// A name that no level word leads (`range` is `name`), and that no words tell to be a district's (`isTold`), is a village's where the
  /// gazetteer has no district of that name.
  func add(
    _ level: RegionLevel, _ name: Range<Int>, _ range: Range<Int>, within: String?, isAssumed: Bool = false,
    isTold: Bool = false, to reading: inout Reading
  ) {
    let words = PlaceText(name, in: reading.text.text)
    if level == .district, name == range, !isTold, isNoDistrict(name, in: reading),
      reading.places.first(words.key, where: { reading.regions[$0].level == .district }) == nil
    {
      // "Tamu dari Jakarta" is of neither.
      guard
        gazetteer.indices(named: string(name, reading)).allSatisfy({ gazetteer.regions[$0].level.rank > 1 })
      else { return }
      let village = ownLevel(of: reading) ?? .village
      add(village, name, range, within: within, isAssumed: isAssumed, to: &reading)
      return
    }
    let isOpen = isVillage(level) && (isAssumed || (name == range && !isTold))
    let level = isOpen ? knownLevel(words.key, within: within, in: reading) ?? level : level
    let alias = reading.placeAliases.name(words, in: reading.text.text)
    dropMentions(within: name, from: &reading)
    let key = alias.map { PlaceCase.key($0) } ?? words.key
    let known = reading.places.first(key) { number in
      let found = reading.regions[number].level
      guard
        found == level
          || (reading.regions[number].gazetteer == nil && isVillage(found) && isVillage(level))
      else { return false }
      return alias.map { isSame(reading.regions[number].name, $0) }
        ?? words.isSame(reading.regions[number].name, in: reading.text.text)
    }
    let number = known ?? reading.regions.count
    if known == nil {
      let text = alias ?? words.string(in: reading.text.text)
      let resolved = resolve(text, level, within: within, in: reading)
      reading.add(
        FoundRegion(
          level: resolved.map { gazetteer.regions[$0].level } ?? level,
          name: resolved.map { gazetteer.regions[$0].name }
            ?? (level == .district && alias == nil ? officialName(text, in: reading) : nil) ?? text,
          code: resolved.map { gazetteer.regions[$0].code }, within: within, isAssumed: isAssumed))
    } else if !isAssumed, reading.regions[number].isAssumed {
      reading.regions[number] = FoundRegion(level: level, name: reading.regions[number].name, within: within)
    }
    reading.add(PlaceMention(range: range, region: number))
    reading.text.matches.add(Match(label: labels.region, range: range, payload: Int32(number)))
    if name != range {
      reading.text.matches.add(Match(label: labels.region, range: name, payload: Int32(number)))
    }
  }

  /// A bare name of the gazetteer that turned out to be part of a longer one is no mention of its own.
  private func dropMentions(within name: Range<Int>, from reading: inout Reading) {
    guard reading.places.overlaps(name) else { return }
    let regions = reading.regions
    func isPart(_ mention: PlaceMention) -> Bool {
      name.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= name.upperBound
        && regions[mention.region].gazetteer != nil
    }
    for mention in reading.regionMentions where isPart(mention) {
      reading.places.remove(mention, of: regions[mention.region].level)
    }
    reading.regionMentions.removeAll(where: isPart)
  }

  /// The imported code table's region of this name within the parent, if there is exactly one.
  private func resolve(_ name: String, _ level: RegionLevel, within: String?, in reading: Reading) -> Int? {
    guard gazetteer.regions.count > gazetteer.ownCount else { return nil }
    let parent = reading.regions.first { $0.label == within }?.code
    let levels: [RegionLevel] = level == .district ? [.district] : [level]
    let found = gazetteer.indices(named: name, levels: levels, within: parent)
    return found.count == 1 ? found[0] : nil
  }

  private func isVillage(_ level: RegionLevel) -> Bool { level == .village || level == .urbanVillage }

  func isSame(_ left: String, _ right: String) -> Bool { PlaceCase.isSame(left, right) }
}
