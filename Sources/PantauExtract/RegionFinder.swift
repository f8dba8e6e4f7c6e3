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

  /// A name of the gazetteer in the text, before it is settled which of its namesakes is meant.
  struct Candidate {
    /// Name tokens.
    var name: Range<Int>
    /// Name tokens and the level word before them.
    var range: Range<Int>
    var indices: [Int]
    /// Levels that the word before it allows; nil for a bare name.
    var levels: [RegionLevel]?
    var afterPreposition: Bool
    var isDateline: Bool
  }

  func run(on reading: inout Reading) {
    let dateline = self.dateline(of: reading)
    let candidates = self.candidates(in: reading, dateline: dateline)
    settle(candidates, in: &reading)
    reading.focus = focus(of: reading)
    VillageFinder(gazetteer: gazetteer, labels: labels).run(on: &reading)
    reading.regionMentions.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    reading.focus = focus(of: reading)
  }

  // MARK: - Candidates

  private func candidates(in reading: Reading, dateline: Range<Int>) -> [Candidate] {
    var candidates: [Candidate] = []
    let tokens = reading.tokens
    var token = 0
    while token < tokens.count {
      guard tokens[token].kind == .word, tokens[token].traits.contains(.capitalised) else {
        token += 1
        continue
      }
      let limit = reading.text.text.sentences[reading.sentence(of: token)].upperBound
      var end = 0
      var indices: [Int] = []
      places.table.forEachMatch(in: tokens, at: token, limit: limit) { matchEnd, value in
        if matchEnd > end { indices = [] }
        end = matchEnd
        if !indices.contains(Int(value)) { indices.append(Int(value)) }
      }
      guard !indices.isEmpty, isName(token..<end, reading),
        let candidate = candidate(token..<end, indices, reading, dateline)
      else {
        token += 1
        continue
      }
      candidates.append(candidate)
      token = end
    }
    return candidates
  }

  /// A candidate whose surroundings do not show it to be something else.
  private func candidate(
    _ name: Range<Int>, _ indices: [Int], _ reading: Reading, _ dateline: Range<Int>
  ) -> Candidate? {
    let (levels, start) = levels(before: name.lowerBound, in: reading)
    if let levels, levels.isEmpty { return nil }
    let fitting = levels.map { wanted in indices.filter { wanted.contains(gazetteer.regions[$0].level) } }
    let isBare = levels == nil || fitting?.isEmpty == true
    if isBare, isExcluded(name, in: reading) { return nil }
    let preposition = reading.match(labels.prepositions, endingAt: start, reach: 2) != nil
    return Candidate(
      name: name, range: start..<name.upperBound, indices: isBare ? indices : fitting ?? indices,
      levels: isBare ? nil : levels, afterPreposition: preposition,
      isDateline: dateline.contains(name.lowerBound))
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
    for end in [start, end] {
      if let marker = reading.match(labels.villageWords, endingAt: end, reach: 6),
        reading.text.column("label", of: marker) != nil
      {
        return ([], Int(marker.start))
      }
      guard let found = reading.match(labels.institutions, endingAt: end, reach: 6) else { continue }
      let begin = Int(found.start)
      switch reading.text.column("level", of: found) {
      case "province": return ([.province], begin)
      case "regency": return ([.regency], begin)
      case "city": return ([.city], begin)
      case "regency_city": return ([.regency, .city], begin)
      case "district", "village", "urban_village": return ([], begin)
      default: return (nil, start)
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
        switch reading.text.column("side", of: match) {
        case "before": excluded = excluded || Int(match.end) == name.lowerBound
        case "after": excluded = excluded || Int(match.start) == name.upperBound
        default:
          excluded = excluded || (Int(match.start) <= name.lowerBound && Int(match.end) >= name.upperBound)
        }
      }
      if excluded { return true }
    }
    return false
  }

  /// The tokens of a dateline: what stands before the dash with which a report's first sentence begins.
  private func dateline(of reading: Reading) -> Range<Int> {
    let start = reading.bodyStart
    let end = min(start + 14, reading.tokens.count)
    guard start < end else { return start..<start }
    for token in start..<end {
      let isDash = reading.isMark(token, "-") || isLongDash(token, reading)
      if isDash, token > start,
        reading.tokens[token].traits.contains(.spaceBefore) || isLongDash(token, reading)
      {
        return start..<token
      }
      if reading.isMark(token, "."), token - start <= 3, reading.tokens[start].traits.contains(.allCapitals) {
        return start..<token
      }
      let isPlain = reading.tokens[token].kind != .word || reading.tokens[token].traits.contains(.capitalised)
      if !isPlain { break }
    }
    return start..<start
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
        if candidate.indices.count == 1 { provinces.insert(String(gazetteer.regions[index].code.prefix(2))) }
      }
    }
    for match in reading.text.matches.matches where match.label == labels.institutions {
      switch reading.text.column("level", of: match) {
      case "city": levelWeights[.city, default: 0] += 1
      case "regency": levelWeights[.regency, default: 0] += 1
      case "province": levelWeights[.province, default: 0] += 1
      default: break
      }
    }
    for (number, candidate) in candidates.enumerated() {
      let isAmbiguous = places.ambiguous.contains(PlaceCase.folded(reading.text.text.string(candidate.name)))
      let known = candidate.indices.filter { explicit.contains($0) }
      if candidate.levels == nil, isAmbiguous, known.isEmpty, !candidate.afterPreposition,
        !isInList(number, candidates, reading)
      {
        continue
      }
      let pool = known.isEmpty || candidate.levels != nil ? candidate.indices : known
      guard let chosen = best(of: pool, provinces, levelWeights) else { continue }
      add(chosen, candidate, to: &reading)
    }
  }

  /// Whether another region stands right before or behind, or a number follows: a list of regions.
  private func isInList(_ number: Int, _ candidates: [Candidate], _ reading: Reading) -> Bool {
    let range = candidates[number].range
    if number > 0, range.lowerBound - candidates[number - 1].range.upperBound <= 2 { return true }
    if number + 1 < candidates.count, candidates[number + 1].range.lowerBound - range.upperBound <= 2 {
      return true
    }
    let next = reading.isMark(range.upperBound, ":") ? range.upperBound + 1 : range.upperBound
    return next < reading.tokens.count && reading.tokens[next].kind == .number
  }

  /// A namesake in a province that the article names elsewhere, then the level whose offices it names, then the higher.
  private func best(of indices: [Int], _ provinces: Set<String>, _ levels: [RegionLevel: Int]) -> Int? {
    indices.max { left, right in
      func rank(_ index: Int) -> (Int, Int, Int, Int) {
        let region = gazetteer.regions[index]
        let inProvince = provinces.contains(String(region.code.prefix(2))) ? 1 : 0
        let isProvince = region.level == .province ? 1 : 0
        return (inProvince, isProvince, region.level == .province ? 0 : levels[region.level] ?? 0, -index)
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
