import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Settles which of several regions of one name is meant, and which region the article is about.
extension RegionFinder {
  func settle(_ candidates: [Candidate], in reading: inout Reading) {
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

  func isAmbiguous(_ candidate: Candidate, in reading: Reading) -> Bool {
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
  func isPartOfLongerName(_ number: Int, _ candidates: [Candidate], in reading: Reading) -> Bool {
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
  func isLed(_ start: Int, in reading: Reading) -> Bool {
    guard start > 0, reading.sentence(of: start - 1) == reading.sentence(of: start) else { return false }
    return reading.tokens[start - 1].traits.contains(.capitalised) && reading.tokens[start - 1].kind == .word
      || (reading.match(labels.agencyWords, endingAt: start, reach: 1) != nil
        && reading.match(labels.joiners, endingAt: start, reach: 1) == nil)
  }

  /// Whether nothing but a comma or joining word stands between two tokens.
  func isJoined(_ end: Int, _ start: Int, _ reading: Reading) -> Bool {
    guard end < start, start - end <= 2, reading.sentence(of: end) == reading.sentence(of: start) else {
      return false
    }
    return (end..<start).allSatisfy {
      reading.isMark($0, ",") || reading.text.matches.match(labels.joiners, at: $0, end: $0 + 1) != nil
    }
  }

  /// Whether another region stands right before or behind, or a number follows: a list of regions.
  func isInList(_ number: Int, _ candidates: [Candidate], _ reading: Reading) -> Bool {
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
  func best(of indices: [Int], _ provinces: Set<String>, _ levels: [RegionLevel: Int]) -> Int? {
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

  func add(_ index: Int, _ candidate: Candidate, to reading: inout Reading) {
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
  func focus(of reading: Reading) -> Int? {
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
