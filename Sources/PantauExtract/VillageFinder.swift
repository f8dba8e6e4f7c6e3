import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Reads the names of districts and villages behind their marker words ("Kecamatan Galang", "Desa Kateri, Umatoos, dan
/// Dirma", "KDMP Sumbung, Cepogo, Boyolali").
struct VillageFinder: Sendable {
  /// What a village's or district's level word tells.
  private struct LevelWord: Sendable {
    var level: RegionLevel?
    /// Whether it can lead a name.
    var leads: Bool
    /// Where it has this meaning; empty for everywhere.
    var places: [PlaceCode]
  }

  let gazetteer: Gazetteer
  let labels: Labels
  private let levelWords: EntryTable<LevelWord>
  private let institutionLevels: EntryTable<RegionLevel>
  /// Labels of the words behind which names stand.
  private let markerLabels: MatchTable.LabelSet

  /// Longest name in words.
  static let longestName = 4

  init(gazetteer: Gazetteer, labels: Labels, lexicon: Lexicon) {
    self.gazetteer = gazetteer
    self.labels = labels
    levelWords = EntryTable(lexicon, [labels.villageWords]) { entry in
      LevelWord(
        level: RegionLevel(rawValue: entry["level"] ?? ""), leads: entry["label"] != nil,
        places: (entry["provinces"] ?? "").split(separator: "|").map { PlaceCode($0) })
    }
    institutionLevels = EntryTable(lexicon, [labels.institutions]) {
      RegionLevel(rawValue: $0["level"] ?? "")
    }
    markerLabels = MatchTable.LabelSet(labels.villageWords, labels.institutions, labels.programme)
  }

  /// The level for which a village's or district's level word stands.
  func level(ofWord match: Match) -> RegionLevel? { levelWords[match]?.level }

  func run(on reading: inout Reading) {
    let codes = provinceCodes(of: reading)
    // Words of offices come second, when names behind plain level words are known; the headline, which capitalises
    // every word, last, and only known names count in it.
    let body = reading.bodyStart..<reading.tokens.count
    readAnnounced(in: &reading)
    readSubjectLists(in: &reading)
    scan(body, ofOffices: false, codes, in: &reading)
    scan(body, ofOffices: true, codes, in: &reading)
    readListsWithoutMarkers(in: &reading)
    readPairs(in: &reading)
    scan(0..<reading.bodyStart, ofOffices: nil, codes, in: &reading)
    readRepeats(in: &reading)
  }

  private func scan(_ range: Range<Int>, ofOffices: Bool?, _ codes: [PlaceCode], in reading: inout Reading) {
    var rest = range
    while let token = reading.text.matches.firstToken(in: rest, mayBegin: markerLabels) {
      var next = token + 1
      if let marker = marker(at: token, in: reading, codes),
        ofOffices == nil || marker.isOffice == ofOffices,
        let end = read(marker, codes, in: &reading)
      {
        next = end
      }
      rest = min(next, range.upperBound)..<range.upperBound
    }
  }

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
    reading.regions.compactMap { $0.code.map { PlaceCode($0) } }
  }

  func marker(at token: Int, in reading: Reading, _ codes: [PlaceCode]) -> Marker? {
    guard reading.text.matches.mayBegin(markerLabels, at: token) else { return nil }
    var found: Marker?
    reading.text.matches.forEach(at: token) { index in
      let match = reading.text.matches.matches[index]
      guard found == nil, let level = level(of: match, in: reading, codes), !isCovered(match, in: reading)
      else { return }
      var start = Int(match.end)
      if reading.isMark(start, "."), reading.sentence(of: start) == reading.sentence(of: token),
        start + 1 < reading.tokens.count,
        reading.sentence(of: start + 1) == reading.sentence(of: token)
      {
        start += 1
      }
      if reading.isMark(start, "(") { start = behindBracket(start, reading) }
      found = Marker(
        level: level, start: token, nameStart: start, isOffice: isOffice(match, reading),
        isLevelWord: reading.text.matches.match(
          labels.villageWords, at: Int(match.start), end: Int(match.end)) != nil,
        isProgramme: reading.text.matches.match(
          labels.programme, at: Int(match.start), end: Int(match.end)) != nil)
    }
    return found
  }

  /// Whether a marker is only part of a longer name: of a national office ("Menteri Desa"), or of an agency or
  /// office that goes on behind it ("Komando Distrik Militer").
  private func isCovered(_ match: Match, in reading: Reading) -> Bool {
    guard match.label == labels.villageWords else {
      guard let other = reading.match(labels.notRegions, at: Int(match.start)) else { return false }
      return other.end > match.end && reading.text.column("side", of: other) == "self"
    }
    let covers = MatchTable.LabelSet(labels.notRegions, labels.offices, labels.agencies)
    for start in max(0, Int(match.start) - 6)...Int(match.start)
    where reading.text.matches.mayBegin(covers, at: start) {
      var covered = false
      reading.text.matches.forEach(at: start) { index in
        let other = reading.text.matches.matches[index]
        if other.label == labels.notRegions, other.end > match.end,
          reading.tokens[Int(match.end)].traits.contains(.capitalised)
        {
          covered = covered || reading.text.column("side", of: other) == "self"
        } else if start == match.start {
          return
        } else if other.label == labels.offices, other.end == match.end {
          covered = covered || reading.text.column("scope", of: other) == "national"
        } else if other.label == labels.agencies, other.end == match.end {
          // "Dinas Pemberdayaan Masyarakat dan Desa Nopran Elmadi": the agency's own last word.
          covered = covered || reading.text.column("kind", of: other) == "body" || Int(other.end) - start >= 4
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
      let names = reading.text.entry(of: match)?.phrases ?? []
      guard !names.isEmpty else { return nil }
      return namesUrbanVillage(match, reading) || !hasVillages(reading) ? .urbanVillage : .village
    }
    return nil
  }

  /// Whether the regency or city that the article names most has urban villages at all: where it has none, their heads are
  /// those of villages.
  private func hasUrbanVillages(_ reading: Reading) -> Bool {
    guard let focus = reading.focus, let index = reading.regions[focus].gazetteer else { return true }
    return gazetteer.regions[index].urbanVillages != 0
  }

  /// Whether the regency or city that the article names most has villages: where it has none, a cooperative is an urban
  /// village's, whatever the programme is called.
  private func hasVillages(_ reading: Reading) -> Bool {
    guard let focus = reading.focus, let index = reading.regions[focus].gazetteer else { return true }
    return gazetteer.regions[index].villages != 0 || gazetteer.regions[index].urbanVillages == 0
  }

  /// Whether an office leads to a level word, so that a person follows the place: "Hukum Tua | Desa Kembes, Jantje Sajow", "Ketua
  /// KMP | Kampung Yahim, Yosina Ohee".
  private func isLedByOffice(_ start: Int, in reading: Reading) -> Bool {
    let first = reading.text.text.sentences[reading.sentence(of: start)].lowerBound
    for token in stride(from: start - 1, through: max(first, start - 9), by: -1) {
      guard reading.tokens[token].kind == .word, reading.tokens[token].traits.contains(.capitalised) else {
        return false
      }
      if reading.match(labels.offices, at: token) != nil { return true }
    }
    return false
  }

  /// Whether a level word has this meaning in one of the regions that the article names; words without regions have it
  /// everywhere.
  func isUsed(_ word: Match, _ codes: @autoclosure () -> [PlaceCode]) -> Bool {
    guard let places = levelWords[word]?.places, !places.isEmpty else { return true }
    return codes().contains { code in places.contains { $0.touches(code) } }
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

  // MARK: - Names

  /// Reads the name or names behind a marker; returns the token after them.
  private func read(_ marker: Marker, _ codes: [PlaceCode], in reading: inout Reading) -> Int? {
    guard let start = nameStart(behind: marker, in: reading),
      var first = name(at: start, in: reading, behindMarker: true)
    else { return nil }
    let isLed = isLedByOffice(marker.start, in: reading)
    if marker.start < reading.bodyStart {
      guard let known = knownPrefix(of: first, marker.level, in: reading) else { return nil }
      first = known
    } else if marker.isOffice || (isLed && goesOn(first, in: reading)) {
      guard let place = withoutPerson(first, marker, in: reading) else { return nil }
      first = place
    } else {
      first = withoutParent(first, marker.level, in: reading)
    }
    if marker.isProgramme, isState(first, in: reading) { return nil }
    var names = [first]
    var joined = false
    var index = first.upperBound
    while names.count < 40, !joined, let (next, byWord) = continuation(at: index, in: reading) {
      names.append(next)
      joined = byWord
      index = next.upperBound
    }
    if !joined, names.count > 1, isMarkerNext(at: index, marker.level, in: reading, codes) { joined = true }
    if start != marker.nameStart, names.count == 1 {
      names += counted(behind: index, in: reading)
      joined = names.count > 1
    }
    // "… di Kecamatan Ngaras dan Ulok Mukti di Kecamatan Ngambur": the last name belongs to what follows.
    if marker.level == .district, names.count > 1, isDistrictNext(at: index, in: reading, codes) {
      names.removeLast()
      index = names[names.count - 1].upperBound
      joined = false
    }
    if marker.start < reading.bodyStart {
      // Headlines capitalise every word: only known names count in them.
      names = names.compactMap { knownPrefix(of: $0, marker.level, in: reading) }
    }
    let parent = knownRegion(behind: index, in: reading)
    let isList = joined && names.count > 1
    let isChain = !isList && parent != nil && names.count == 2 && marker.level != .district
    let kept = isList ? names : [first]
    let district = isChain ? string(names[1], reading) : nil
    let parentLabel = parent ?? regencyLabel(of: reading)
    for (offset, range) in kept.enumerated() {
      let start = offset == 0 && start == marker.nameStart ? marker.start : range.lowerBound
      let within = district.map { Region.label(.district, $0) } ?? parentLabel
      add(
        marker.level, range, start..<range.upperBound, within: within, isAssumed: marker.isProgramme,
        to: &reading)
    }
    if isChain { add(.district, names[1], names[1], within: parentLabel, to: &reading) }
    if marker.isOffice, !isChain, let end = readKnown(behind: first, in: &reading) { return end }
    if marker.level == .district, !isList, let end = readVillages(behind: first, in: &reading) { return end }
    if !isList, !isChain, marker.level != .district, !marker.isOffice, !isLed,
      marker.start >= reading.bodyStart,
      let end = readDistrict(behind: first, marker.level, in: &reading)
    {
      return end
    }
    return isList || isChain ? index : first.upperBound
  }

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

  /// The regency or city named most often so far.
  func regencyLabel(of reading: Reading) -> String? {
    var counts = [Int](repeating: 0, count: reading.regions.count)
    for mention in reading.regionMentions {
      let level = reading.regions[mention.region].level
      if level == .regency || level == .city { counts[mention.region] += 1 }
    }
    if let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) {
      return reading.regions[best].label
    }
    return reading.regions.first { $0.level == .province }?.label
  }

  func string(_ range: Range<Int>, _ reading: Reading) -> String {
    PlaceCase.title(reading.text.text.string(range))
  }

  /// Adds a mention, and its region where the article has not named that yet; a level that is only assumed, from the programme's
  /// name, gives way to one that the text tells.
  func add(
    _ level: RegionLevel, _ name: Range<Int>, _ range: Range<Int>, within: String?, isAssumed: Bool = false,
    to reading: inout Reading
  ) {
    let written = string(name, reading)
    let alias = reading.placeAliases.isEmpty ? nil : reading.placeAliases[PlaceCase.folded(written)]
    let text = alias ?? written
    // A bare name of the gazetteer that turned out to be part of this one is no mention of its own.
    reading.regionMentions.removeAll { mention in
      name.lowerBound <= mention.range.lowerBound && mention.range.upperBound <= name.upperBound
        && reading.regions[mention.region].gazetteer != nil
    }
    let key = PlaceCase.key(text)
    let known = reading.regions.firstIndex { region in
      region.key == key && isSame(region.name, text)
        && (region.level == level || (region.gazetteer == nil && isVillage(region.level) && isVillage(level)))
    }
    let number = known ?? reading.regions.count
    if known == nil {
      let resolved = resolve(text, level, within: within, in: reading)
      reading.regions.append(
        FoundRegion(
          gazetteer: resolved, level: resolved.map { gazetteer.regions[$0].level } ?? level,
          name: resolved.map { gazetteer.regions[$0].name } ?? text,
          code: resolved.map { gazetteer.regions[$0].code }, within: within, isAssumed: isAssumed))
    } else if !isAssumed, reading.regions[number].isAssumed {
      reading.regions[number] = FoundRegion(level: level, name: reading.regions[number].name, within: within)
    }
    reading.regionMentions.append(PlaceMention(range: range, region: number))
    reading.text.matches.add(Match(label: labels.region, range: range, payload: Int32(number)))
    if name != range {
      reading.text.matches.add(Match(label: labels.region, range: name, payload: Int32(number)))
    }
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
