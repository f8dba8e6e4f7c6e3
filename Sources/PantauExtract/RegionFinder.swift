import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Finds the regions that an article names and settles which ones they are.
///
/// First come all names of the gazetteer with the level words before them; then bare names take the level that the
/// article gives elsewhere; then districts and villages are read behind their marker words.
struct RegionFinder: Sendable {
  let gazetteer: Gazetteer
  let places: PlaceNames
  let labels: Labels
  private let villageFinder: VillageFinder
  /// What a word of institutions tells of the name behind it, by row; where a thing's name excludes a region's.
  private let institutionLevels: EntryTable<[RegionLevel]>
  private let exclusions: EntryTable<Side>

  /// Where the word that makes a name no region's stands.
  private enum Side: String {
    case before, after
    /// The name is part of it.
    case around
  }

  init(gazetteer: Gazetteer, places: PlaceNames, labels: Labels, lexicon: Lexicon) {
    self.gazetteer = gazetteer
    self.places = places
    self.labels = labels
    villageFinder = VillageFinder(gazetteer: gazetteer, labels: labels)
    institutionLevels = EntryTable(lexicon, [labels.institutions]) { entry in
      if entry["level"] == "regency_city" { return [.regency, .city] }
      return RegionLevel(rawValue: entry["level"] ?? "").map { [$0] }
    }
    exclusions = EntryTable(lexicon, [labels.notRegions]) { Side(rawValue: $0["side"] ?? "") ?? .around }
  }

  /// A name of the gazetteer in the text, before it is settled which of its namesakes is meant.
  struct Candidate {
    /// Name tokens.
    var name: Range<Int>
    /// Name tokens and the level word before them.
    var range: Range<Int>
    var indices: [Int]
    /// Whether the name is also a common word or a person's; whether it is a common word that may begin a sentence.
    var isAmbiguous: Bool
    var isAmbiguousAtStart: Bool
    /// Levels that the word before it allows; nil for a bare name.
    var levels: [RegionLevel]?
    var afterPreposition: Bool
    var isDateline: Bool
    /// Whether words before it would also do for a village of that name ("KDMP Sleman"): it is the region only if the
    /// article names that elsewhere.
    var isDoubtful = false
  }

  func run(on reading: inout Reading) {
    let dateline = self.dateline(of: reading)
    let candidates = self.candidates(in: reading, dateline: dateline)
    settle(candidates, in: &reading)
    reading.focus = focus(of: reading)
    villageFinder.run(on: &reading)
    reading.regionMentions.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    reading.focus = focus(of: reading)
  }

  // MARK: - Candidates

  private func candidates(in reading: Reading, dateline: Range<Int>) -> [Candidate] {
    var candidates: [Candidate] = []
    var end = 0
    let found = places.table.matches(in: reading.tokens, ranges: reading.text.text.sentences)
    var next = 0
    while next < found.count {
      let start = Int(found[next].start)
      var first = next
      while next < found.count, found[next].start == start { next += 1 }
      let token = reading.tokens[start]
      guard start >= end, token.kind == .word, token.traits.contains(.capitalised) else { continue }
      // The longest name counts.
      while found[first].end < found[next - 1].end { first += 1 }
      let name = start..<Int(found[first].end)
      guard isName(name, reading),
        let candidate = candidate(name, found[first..<next], reading, dateline)
      else { continue }
      candidates.append(candidate)
      end = name.upperBound
    }
    return candidates
  }

  /// A candidate whose surroundings do not show it to be something else.
  private func candidate(
    _ name: Range<Int>, _ found: ArraySlice<PhraseTable.Found>, _ reading: Reading, _ dateline: Range<Int>
  ) -> Candidate? {
    var (levels, start) = levels(before: name.lowerBound, in: reading)
    let isDoubtful = levels?.isEmpty == true && namesCooperativeOrAgency(start..<name.lowerBound, in: reading)
    if isDoubtful {
      (levels, start) = (nil, name.lowerBound)
    } else if let levels, levels.isEmpty {
      return nil
    }
    var indices: [Int] = []
    for phrase in found where !indices.contains(Int(phrase.value >> 2)) {
      indices.append(Int(phrase.value >> 2))
    }
    let fitting = levels.map { wanted in indices.filter { wanted.contains(places.levels[$0]) } }
    let isBare = levels == nil || fitting?.isEmpty == true
    if isBare, isExcluded(name, in: reading) { return nil }
    let preposition = reading.match(labels.prepositions, endingAt: start, reach: 2) != nil
    return Candidate(
      name: name, range: start..<name.upperBound, indices: isBare ? indices : fitting ?? indices,
      isAmbiguous: found.contains { $0.value & 1 != 0 },
      isAmbiguousAtStart: found.contains { $0.value & 2 != 0 }, levels: isBare ? nil : levels,
      afterPreposition: preposition, isDateline: dateline.contains(name.lowerBound), isDoubtful: isDoubtful)
  }

  /// Whether words for a village belong to the name of a cooperative or agency, which may bear a region's name as well
  /// as a village's: "KDMP Sleman", "Dinas Pemberdayaan Masyarakat Desa Tanggamus".
  private func namesCooperativeOrAgency(_ words: Range<Int>, in reading: Reading) -> Bool {
    if reading.match(labels.programme, endingAt: words.upperBound) != nil { return true }
    // "seluruh desa Sulsel", "Desa-desa Bengkulu Utara"
    let isPlural =
      reading.match(labels.quantifiers, endingAt: words.lowerBound) != nil
      || reading.match(labels.number, endingAt: words.lowerBound) != nil
      || reading.isMark(words.lowerBound + 1, "-")
    if isPlural { return true }
    if reading.match(labels.offices, endingAt: words.upperBound) != nil { return false }
    return reading.match(labels.agencyWords, endingAt: words.lowerBound, reach: 1) != nil
      || (words.lowerBound > 0 && reading.match(labels.agencies, endingAt: words.upperBound) != nil)
  }

  /// Every word of a name begins with a capital, but for short joining words inside.
  private func isName(_ range: Range<Int>, _ reading: Reading) -> Bool {
    range.allSatisfy { token in
      let traits = reading.tokens[token].traits
      return reading.tokens[token].kind != .word || traits.contains(.capitalised)
        || (token > range.lowerBound && token < range.upperBound - 1)
    }
  }

  /// The levels that the words before `start` allow, and where those words begin.
  ///
  /// Nil levels where nothing tells; an empty list where the words make it a district's or village's name.
  private func levels(before start: Int, in reading: Reading) -> ([RegionLevel]?, Int) {
    let end = reading.isMark(start - 1, ".") ? start - 1 : start
    let line = reading.sentence(of: start)
    for end in [start, end] {
      if let marker = reading.match(labels.villageWords, endingAt: end, reach: 6),
        reading.text.column("label", of: marker) != nil, reading.sentence(of: Int(marker.start)) == line
      {
        return ([], Int(marker.start))
      }
      guard let found = reading.match(labels.institutions, endingAt: end, reach: 6),
        reading.sentence(of: Int(found.start)) == line
      else { continue }
      let begin = Int(found.start)
      guard let levels = institutionLevels[found] else { return (nil, start) }
      switch levels.first {
      case .district, .village, .urbanVillage: return ([], begin)
      default: return (levels, begin)
      }
    }
    return (nil, start)
  }

  /// Whether the words around a bare name make it a newspaper, a street, a dish or another thing.
  private func isExcluded(_ name: Range<Int>, in reading: Reading) -> Bool {
    let label = labels.notRegions
    let lowest = max(0, name.lowerBound - 6)
    for start in lowest..<min(name.upperBound + 1, reading.tokens.count) {
      var excluded = false
      reading.text.matches.forEach(at: start) { index in
        let match = reading.text.matches.matches[index]
        guard match.label == label else { return }
        switch exclusions[match] {
        case .before: excluded = excluded || Int(match.end) == name.lowerBound
        case .after: excluded = excluded || Int(match.start) == name.upperBound
        case .around, nil:
          excluded = excluded || (Int(match.start) <= name.lowerBound && Int(match.end) >= name.upperBound)
        }
      }
      if excluded { return true }
    }
    return false
  }

  /// The tokens of a dateline: what stands before the dash, bar or colon with which a report's first sentence begins.
  private func dateline(of reading: Reading) -> Range<Int> {
    let start = reading.bodyStart
    let end = min(start + 16, reading.tokens.count)
    guard start < end else { return start..<start }
    for token in start..<end {
      if token > start, endsDateline(token, reading) { return start..<token }
      if reading.isMark(token, "."), token - start <= 3, reading.tokens[start].traits.contains(.allCapitals) {
        return start..<token
      }
      let traits = reading.tokens[token].traits
      // Names of papers hold small words too ("Gesuri.id"), but only joined ones.
      let isPlain =
        reading.tokens[token].kind != .word || traits.contains(.capitalised) || !traits.contains(.spaceBefore)
      if !isPlain || (token > start && traits.contains(.lineStart)) { break }
    }
    return start..<start
  }

  /// Whether the mark at `token` divides place and paper from the report: a dash with white space beside it, a bar, or a
  /// colon after white space or at the line's end.
  private func endsDateline(_ token: Int, _ reading: Reading) -> Bool {
    if isLongDash(token, reading) || reading.isMark(token, "|") { return true }
    let spaceBefore = reading.tokens[token].traits.contains(.spaceBefore)
    let next = token + 1 < reading.tokens.count ? reading.tokens[token + 1].traits : []
    if reading.isMark(token, "-") { return spaceBefore || next.contains(.spaceBefore) }
    return reading.isMark(token, ":") && (spaceBefore || next.contains(.lineStart))
  }

  private func isLongDash(_ token: Int, _ reading: Reading) -> Bool {
    let found = reading.tokens[token]
    let bytes = reading.text.text.bytes
    return found.kind == .punctuation && bytes[Int(found.start)] == 0xE2 && found.end - found.start == 3
      && (0x93...0x95) ~= bytes[Int(found.start) + 2]
  }

  // MARK: - Which of the namesakes

  private func settle(_ candidates: [Candidate], in reading: inout Reading) {
    var explicit: Set<Int> = []
    var provinces: Set<String> = []
    var levelWeights: [RegionLevel: Int] = [:]
    for candidate in candidates {
      for index in candidate.indices where candidate.indices.count == 1 || candidate.levels != nil {
        if candidate.levels != nil { explicit.insert(index) }
        if candidate.indices.count == 1 { provinces.insert(places.provinces[index]) }
      }
    }
    for match in reading.text.matches.matches where match.label == labels.institutions {
      guard let levels = institutionLevels[match], levels.count == 1 else { continue }
      switch levels[0] {
      case .city, .regency, .province: levelWeights[levels[0], default: 0] += 1
      default: break
      }
    }
    let certain = Set(candidates.lazy.filter { !$0.isDoubtful }.flatMap(\.indices))
    var before: (level: RegionLevel, end: Int)?
    for (number, candidate) in candidates.enumerated() {
      let isAmbiguous = isAmbiguous(candidate, in: reading)
      let known = candidate.indices.filter { explicit.contains($0) }
      if candidate.isDoubtful, !candidate.indices.contains(where: { certain.contains($0) }) { continue }
      if isPartOfLongerName(number, candidates, in: reading) { continue }
      if candidate.levels == nil, isAmbiguous, known.isEmpty, !candidate.afterPreposition,
        !isInList(number, candidates, reading)
      {
        continue
      }
      var pool = known.isEmpty || candidate.levels != nil ? candidate.indices : known
      if candidate.levels == nil, known.isEmpty {
        // "Kabupaten Banyumas, Kediri dan Malang": the level word holds for the whole list.
        let inherited = before.flatMap {
          isJoined($0.end, candidate.range.lowerBound, reading) ? $0.level : nil
        }
        if let inherited, pool.contains(where: { places.levels[$0] == inherited }) {
          pool.removeAll { places.levels[$0] != inherited }
        } else if candidate.afterPreposition, pool.contains(where: { places.levels[$0] == .city }) {
          pool.removeAll { places.levels[$0] == .regency }
        }
      }
      guard let chosen = best(of: pool, provinces, levelWeights) else { continue }
      add(chosen, candidate, to: &reading)
      let holds =
        candidate.levels != nil
        || before.map { isJoined($0.end, candidate.range.lowerBound, reading) } == true
      before = holds ? (places.levels[chosen], candidate.range.upperBound) : nil
    }
  }

  private func isAmbiguous(_ candidate: Candidate, in reading: Reading) -> Bool {
    if candidate.isAmbiguous { return true }
    guard candidate.isAmbiguousAtStart else { return false }
    let start = candidate.name.lowerBound
    let sentence = reading.text.text.sentences[reading.sentence(of: start)]
    // A dateline's dash or an opening quotation mark begins a sentence too.
    let isBegun =
      start > sentence.lowerBound && reading.tokens[start - 1].kind == .punctuation
      && !reading.isMark(start - 1, ",") && !reading.isMark(start - 1, "(") && !reading.isMark(start - 1, "/")
    return sentence.lowerBound == start || isBegun
  }

  /// Whether a bare name of the body stands once, before a further capitalised word without any other meaning, and in no
  /// province of which the article names anything else: "Tegal Maja" in Lombok.
  private func isPartOfLongerName(_ number: Int, _ candidates: [Candidate], in reading: Reading) -> Bool {
    let candidate = candidates[number]
    let next = candidate.name.upperBound
    guard candidate.levels == nil, candidate.name.lowerBound >= reading.bodyStart,
      next < reading.tokens.count,
      reading.tokens[next].kind == .word, reading.tokens[next].traits.contains(.capitalised),
      !reading.tokens[next].traits.contains(.allCapitals),
      reading.sentence(of: next) == reading.sentence(of: candidate.name.lowerBound),
      !candidates.contains(where: { $0.range.contains(next) }), !isLed(candidate.name.lowerBound, in: reading)
    else { return false }
    let others = [
      labels.weekdays, labels.months, labels.offices, labels.honorifics, labels.institutions,
      labels.villageWords,
      labels.programme, labels.placeStops, labels.acting,
    ]
    guard others.allSatisfy({ reading.match($0, at: next) == nil }) else { return false }
    let here = Set(candidate.indices.map { places.provinces[$0] })
    return !candidates.indices.contains { other in
      other != number
        && candidates[other].indices.contains { here.contains(places.provinces[$0]) }
    }
  }

  /// Whether an agency's word or a capitalised one stands before a name, as in "Dinas Koperasi dan UKM Sleman Dewi".
  private func isLed(_ start: Int, in reading: Reading) -> Bool {
    guard start > 0, reading.sentence(of: start - 1) == reading.sentence(of: start) else { return false }
    return reading.tokens[start - 1].traits.contains(.capitalised) && reading.tokens[start - 1].kind == .word
      || (reading.match(labels.agencyWords, endingAt: start, reach: 1) != nil
        && reading.match(labels.joiners, endingAt: start, reach: 1) == nil)
  }

  /// Whether nothing but a comma or joining word stands between two tokens.
  private func isJoined(_ end: Int, _ start: Int, _ reading: Reading) -> Bool {
    guard end < start, start - end <= 2, reading.sentence(of: end) == reading.sentence(of: start) else {
      return false
    }
    return (end..<start).allSatisfy {
      reading.isMark($0, ",") || reading.text.matches.match(labels.joiners, at: $0, end: $0 + 1) != nil
    }
  }

  /// Whether another region stands right before or behind, or a number follows: a list of regions.
  private func isInList(_ number: Int, _ candidates: [Candidate], _ reading: Reading) -> Bool {
    let range = candidates[number].range
    if number > 0, isJoined(candidates[number - 1].range.upperBound, range.lowerBound, reading) {
      return true
    }
    if number + 1 < candidates.count,
      isJoined(range.upperBound, candidates[number + 1].range.lowerBound, reading)
    {
      return true
    }
    let next = reading.isMark(range.upperBound, ":") ? range.upperBound + 1 : range.upperBound
    return next < reading.tokens.count && reading.tokens[next].kind == .number
  }

  /// A namesake in a province that the article names elsewhere, then the level whose offices it names, then the higher.
  private func best(of indices: [Int], _ provinces: Set<String>, _ levels: [RegionLevel: Int]) -> Int? {
    guard indices.count > 1 else { return indices.first }
    return indices.max { left, right in
      func rank(_ index: Int) -> (Int, Int, Int, Int) {
        let level = places.levels[index]
        let inProvince = provinces.contains(places.provinces[index]) ? 1 : 0
        return (inProvince, level == .province ? 1 : 0, level == .province ? 0 : levels[level] ?? 0, -index)
      }
      return rank(left) < rank(right)
    }
  }

  private func add(_ index: Int, _ candidate: Candidate, to reading: inout Reading) {
    let region = gazetteer.regions[index]
    let number: Int
    if let known = reading.regions.firstIndex(where: { $0.gazetteer == index }) {
      number = known
    } else {
      number = reading.regions.count
      let parent = region.parentCode.flatMap { gazetteer.region(code: $0) }?.label
      reading.regions.append(
        FoundRegion(
          gazetteer: index, level: region.level, name: region.name, code: region.code, within: parent))
    }
    reading.regionMentions.append(
      PlaceMention(range: candidate.range, region: number, isDateline: candidate.isDateline))
    reading.text.matches.add(Match(label: labels.region, range: candidate.range, payload: Int32(number)))
    if candidate.range != candidate.name {
      reading.text.matches.add(Match(label: labels.region, range: candidate.name, payload: Int32(number)))
    }
  }

  // MARK: - Focus

  /// The region that the article is about: named in the headline, early and often; a province where many of its
  /// regencies are named and it stands in headline or lead.
  private func focus(of reading: Reading) -> Int? {
    var weights: [Int: Double] = [:]
    for mention in reading.regionMentions where reading.regions[mention.region].gazetteer != nil {
      let start = mention.range.lowerBound
      let sentence = reading.sentence(of: start)
      var weight = 1.0
      if start < reading.bodyStart {
        weight = 5
      } else if mention.isDateline {
        weight = 1.5
      } else if sentence - reading.sentence(of: reading.bodyStart) < 3 {
        weight = 2.5
      }
      weights[mention.region, default: 0] += weight
    }
    var children: [String: Int] = [:]
    for region in reading.regions where region.gazetteer != nil && region.level != .province {
      if let code = region.code { children[String(code.prefix(2)), default: 0] += 1 }
    }
    for (index, weight) in weights where reading.regions[index].level == .province {
      let below = children[reading.regions[index].code ?? ""] ?? 0
      weights[index] = below >= 3 ? weight * 1.3 + 2 : weight * 0.5
    }
    return weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}
