import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Settles which of several regions of one name is meant, and which region the article is about.
extension RegionFinder {
  /// What an article's names tell together of which of several namesakes each one means.
  struct Surroundings {
    /// By index in the gazetteer: named with its level; meant by some name for certain.
    var explicit: [Bool]
    var certain: [Bool]
    /// By index in the gazetteer: its number in ``Reading/regions``, -1 while it has none.
    var numbers: [Int32]
    /// By province: whether a name with one meaning lies in it, and how many names can lie in it.
    var isNamed = [Bool](repeating: false, count: 100)
    var candidates = [Int](repeating: 0, count: 100)
    /// How often offices and bodies of a city, or of a regency, are named.
    var cities = 0
    var regencies = 0
  }

  private func surroundings(of candidates: [Candidate], in reading: Reading) -> Surroundings {
    let none = [Bool](repeating: false, count: places.levels.count)
    var found = Surroundings(
      explicit: none, certain: none, numbers: Array(repeating: -1, count: places.levels.count))
    var counted = [Int](repeating: -1, count: 100)
    for (number, candidate) in candidates.enumerated() {
      for index in candidate.indices {
        let province = places.provinces[index]
        if candidate.levels != nil { found.explicit[index] = true }
        if candidate.indices.count == 1 { found.isNamed[province] = true }
        if !candidate.isDoubtful { found.certain[index] = true }
        if counted[province] != number { found.candidates[province] += 1 }
        counted[province] = number
      }
    }
    for match in reading.text.matches.matches(labelled: labels.institutions) {
      guard let levels = institutionLevels[match], levels.count == 1 else { continue }
      if levels[0] == .city { found.cities += 1 }
      if levels[0] == .regency { found.regencies += 1 }
    }
    return found
  }

  func settle(_ candidates: [Candidate], in reading: inout Reading) {
    guard !candidates.isEmpty else { return }
    var surroundings = surroundings(of: candidates, in: reading)
    var before: (level: RegionLevel, end: Int)?
    for (number, candidate) in candidates.enumerated() {
      let isAmbiguous = isAmbiguous(candidate, in: reading)
      let known = candidate.indices.filter { surroundings.explicit[$0] }
      if candidate.isDoubtful, !candidate.indices.contains(where: { surroundings.certain[$0] }) { continue }
      if isPartOfLongerName(number, candidates, surroundings, in: reading) { continue }
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
      guard let chosen = best(of: pool, surroundings) else { continue }
      add(chosen, candidate, &surroundings, to: &reading)
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
  func isPartOfLongerName(
    _ number: Int, _ candidates: [Candidate], _ surroundings: Surroundings, in reading: Reading
  ) -> Bool {
    let candidate = candidates[number]
    let next = candidate.name.upperBound
    guard candidate.levels == nil, candidate.name.lowerBound >= reading.bodyStart,
      next < reading.tokens.count,
      reading.tokens[next].kind == .word, reading.tokens[next].traits.contains(.capitalised),
      !reading.tokens[next].traits.contains(.allCapitals),
      reading.sentence(of: next) == reading.sentence(of: candidate.name.lowerBound),
      !isCovered(next, behind: number, candidates), !isLed(candidate.name.lowerBound, in: reading)
    else { return false }
    let others = [
      labels.weekdays, labels.months, labels.offices, labels.honorifics, labels.institutions,
      labels.villageWords,
      labels.programme, labels.placeStops, labels.acting,
    ]
    guard others.allSatisfy({ reading.match($0, at: next) == nil }) else { return false }
    // The name itself is one of those that can lie in its provinces.
    return candidate.indices.allSatisfy { surroundings.candidates[places.provinces[$0]] <= 1 }
  }

  /// Whether a name behind the candidate `number` takes in `token` with the words that lead it, which begin a few tokens
  /// before it at most.
  private func isCovered(_ token: Int, behind number: Int, _ candidates: [Candidate]) -> Bool {
    for other in candidates[(number + 1)...] {
      if other.range.contains(token) { return true }
      if other.name.lowerBound > token + 8 { return false }
    }
    return false
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
  func best(of indices: [Int], _ surroundings: Surroundings) -> Int? {
    guard indices.count > 1 else { return indices.first }
    func rank(_ index: Int) -> (Int, Int, Int, Int) {
      let level = places.levels[index]
      let weight = level == .city ? surroundings.cities : level == .regency ? surroundings.regencies : 0
      return (
        surroundings.isNamed[places.provinces[index]] ? 1 : 0, level == .province ? 1 : 0, weight, -index
      )
    }
    return indices.max { rank($0) < rank($1) }
  }

  func add(
    _ index: Int, _ candidate: Candidate, _ surroundings: inout Surroundings, to reading: inout Reading
  ) {
    if surroundings.numbers[index] < 0 {
      surroundings.numbers[index] = Int32(reading.regions.count)
      let region = gazetteer.regions[index]
      reading.regions.append(
        FoundRegion(
          gazetteer: index, level: region.level, name: region.name, code: region.code,
          within: places.parents[index]))
    }
    let number = Int(surroundings.numbers[index])
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
    var weights = [Double](repeating: 0, count: reading.regions.count)
    let hasBody = reading.bodyStart < reading.tokens.count
    let lead = hasBody ? reading.sentence(of: reading.bodyStart) + 3 : 0
    for mention in reading.regionMentions where reading.regions[mention.region].gazetteer != nil {
      let start = mention.range.lowerBound
      var weight = 1.0
      if start < reading.bodyStart {
        weight = 5
      } else if mention.isDateline {
        weight = 1.5
      } else if reading.sentence(of: start) < lead {
        weight = 2.5
      }
      weights[mention.region] += weight
    }
    var children = [Int](repeating: 0, count: 100)
    for region in reading.regions where region.gazetteer != nil && region.level != .province {
      if let code = region.code { children[PlaceNames.province(ofCode: code)] += 1 }
    }
    var best: Int?
    for index in weights.indices where weights[index] > 0 {
      if reading.regions[index].level == .province {
        let below = children[PlaceNames.province(ofCode: reading.regions[index].code ?? "")]
        weights[index] = below >= 3 ? weights[index] * 1.3 + 2 : weights[index] * 0.5
      }
      if weights[index] > best.map({ weights[$0] }) ?? 0 { best = index }
    }
    return best
  }
}
