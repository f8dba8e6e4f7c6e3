import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Settles which of several regions of one name is meant, and which region the article is about.
extension RegionFinder {
  /// What an article's names tell together of which of several namesakes each one means.
  struct Surroundings {
    /// What is known of a region of the gazetteer: named with its level; meant by some name for certain; its number in
    /// ``Reading/regions``, -1 while it has none.
    struct Known {
      var isExplicit = false
      var isCertain = false
      var number: Int32 = -1
    }

    /// What is known of a province: whether a name with one meaning lies in it, and such a one that is no other word; how many names can
    /// lie in it, and the last of these.
    struct Province {
      var isNamed = false
      var isSure = false
      var candidates: Int32 = 0
      var last: Int32 = -1
    }

    /// By index in the gazetteer.
    var known: [Known]
    var provinces = [Province](repeating: Province(), count: 100)
    /// How often offices and bodies of a city, or of a regency, are named.
    var cities = 0
    var regencies = 0
    /// Whether the article names villages, and no urban village.
    var hasVillagesOnly = false
    /// Whether a regency or city is named with its level.
    var namesRegency = false
  }

  private func surroundings(
    of candidates: Candidates, _ markers: [Int32], in reading: Reading
  ) -> Surroundings {
    var found = Surroundings(
      known: Array(repeating: Surroundings.Known(), count: places.levels.count))
    for (number, candidate) in candidates.list.enumerated() {
      for place in candidate.regions {
        let index = Int(candidates.regions[place])
        let province = places.provinces[index]
        if candidate.levels != nil { found.known[index].isExplicit = true }
        if candidate.levels != nil, places.levels[index].rank == 1 { found.namesRegency = true }
        if candidate.regions.count == 1 {
          found.provinces[province].isNamed = true
          if candidate.levels != nil || !candidate.isAmbiguous { found.provinces[province].isSure = true }
        }
        if !candidate.isDoubtful { found.known[index].isCertain = true }
        if found.provinces[province].last != number { found.provinces[province].candidates += 1 }
        found.provinces[province].last = Int32(truncatingIfNeeded: number)
      }
    }
    found.hasVillagesOnly = villageFinder.namesVillagesOnly(markers, in: reading)
    let label = labels.institutions
    for token in markers {
      reading.text.matches.forEach(at: Int(token)) { index in
        let match = reading.text.matches.matches[index]
        // "kabupaten/kota" tells nothing.
        guard match.label == label, let levels = institutionLevels[match],
          !reading.isMark(Int(match.end), "/"), !reading.isMark(Int(match.start) - 1, "/")
        else { return }
        if levels == .city { found.cities += 1 }
        if levels == .regency { found.regencies += 1 }
      }
    }
    return found
  }

  func settle(_ candidates: Candidates, _ markers: [Int32], in reading: inout Reading) {
    guard !candidates.list.isEmpty else { return }
    var surroundings = surroundings(of: candidates, markers, in: reading)
    var before: (region: Int, end: Int)?
    var pool: [Int32] = []
    let contrasted = self.contrasted(in: candidates, reading)
    for (number, candidate) in candidates.list.enumerated() {
      func isOther(_ index: Int) -> Bool {
        candidate.levels == nil && candidate.regions.count > 1 && contrasted.contains(Int32(index))
      }
      let isNamed = candidates.contains(candidate) { surroundings.known[$0].isExplicit && !isOther($0) }
      if candidate.isDoubtful,
        !candidates.contains(candidate, where: { surroundings.known[$0].isCertain })
      {
        continue
      }
      if isPartOfLongerName(number, candidates, surroundings, in: reading) { continue }
      if candidate.levels == nil, !isNamed, !candidate.afterPreposition, isAmbiguous(candidate, in: reading),
        !isInList(number, candidates.list, reading),
        !isSubject(candidate, candidates, surroundings, in: reading)
      {
        continue
      }
      pool.removeAll(keepingCapacity: true)
      for place in candidate.regions {
        let index = candidates.regions[place]
        if isOther(Int(index)) { continue }
        if !isNamed || candidate.levels != nil || surroundings.known[Int(index)].isExplicit {
          pool.append(index)
        }
      }
      if candidate.levels == nil, !isNamed {
        // "Kabupaten Banyumas, Kediri dan Malang": the level word holds for the whole list.
        let inherited = before.flatMap {
          isJoined($0.end, candidate.range.lowerBound, reading) ? places.levels[$0.region] : nil
        }
        if let before, let province = province(of: before, candidate, pool, in: reading) {
          pool = [province]
        } else if let inherited, pool.contains(where: { places.levels[Int($0)] == inherited }) {
          pool.removeAll { places.levels[Int($0)] != inherited }
        } else if candidate.afterPreposition,
          let city = pool.first(where: { places.levels[Int($0)] == .city })
        {
          let other: RegionLevel = isRuledOut(Int(city), surroundings) ? .city : .regency
          if pool.contains(where: { places.levels[Int($0)] != other }) {
            pool.removeAll { places.levels[Int($0)] == other }
          }
        }
      }
      guard let chosen = best(of: pool, surroundings, isScene: isScene(candidate, in: reading)) else {
        continue
      }
      add(chosen, candidate, &surroundings, to: &reading)
      let holds =
        candidate.levels != nil
        || before.map { isJoined($0.end, candidate.range.lowerBound, reading) } == true
      before = holds ? (chosen, candidate.range.upperBound) : nil
    }
  }

  /// "Bima 78, dan Kota Bima 5 kelurahan": the regions named with their level beside the bare name of a namesake, which is another one: both
  /// with a number, or joined.
  private func contrasted(in candidates: Candidates, _ reading: Reading) -> Set<Int32> {
    var found: Set<Int32> = []
    func hasNumber(_ candidate: Candidate) -> Bool {
      let end = candidate.range.upperBound
      return end < reading.tokens.count && reading.tokens[end].kind == .number
    }
    for (number, named) in candidates.list.enumerated() where named.levels != nil && named.regions.count == 1
    {
      let region = candidates.regions[named.regions.lowerBound]
      guard places.levels[Int(region)].rank == 1 else { continue }
      for other in max(0, number - 12)..<min(candidates.list.count, number + 13) where other != number {
        let bare = candidates.list[other]
        guard bare.levels == nil, bare.regions.count > 1,
          bare.regions.contains(where: { candidates.regions[$0] == region }),
          reading.sentence(of: bare.range.lowerBound) == reading.sentence(of: named.range.lowerBound)
        else { continue }
        let isBeside =
          abs(other - number) == 1
          && (isJoined(bare.range.upperBound, named.range.lowerBound, reading)
            || isJoined(named.range.upperBound, bare.range.lowerBound, reading))
        if isBeside || (hasNumber(bare) && hasNumber(named)) { found.insert(region) }
      }
    }
    return found
  }

  /// "Kabupaten Pohuwato, Gorontalo, mulai": of a candidate's regions the province in which the region right before it lies, with nothing
  /// joined to both.
  private func province(
    of before: (region: Int, end: Int), _ candidate: Candidate, _ pool: [Int32], in reading: Reading
  ) -> Int32? {
    let next = candidate.range.upperBound
    guard reading.isMark(before.end, ","), before.end + 1 == candidate.range.lowerBound,
      places.levels[before.region].rank == 1,
      !reading.isMark(next, ",") || next + 1 >= reading.tokens.count
        || !reading.tokens[next + 1].traits.contains(.capitalised),
      next >= reading.tokens.count || reading.match(labels.joiners, at: next) == nil
    else { return nil }
    return pool.first {
      places.levels[Int($0)] == .province
        && places.provinces[Int($0)] == places.provinces[before.region]
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
    _ number: Int, _ candidates: Candidates, _ surroundings: Surroundings, in reading: Reading
  ) -> Bool {
    let candidate = candidates.list[number]
    let next = candidate.name.upperBound
    guard candidate.levels == nil, candidate.name.lowerBound >= reading.bodyStart,
      next < reading.tokens.count,
      reading.tokens[next].kind == .word, reading.tokens[next].traits.contains(.capitalised),
      !reading.tokens[next].traits.contains(.allCapitals),
      reading.sentence(of: next) == reading.sentence(of: candidate.name.lowerBound),
      !isCovered(next, behind: number, candidates.list), !isLed(candidate.name.lowerBound, in: reading)
    else { return false }
    guard !behindName.begins(at: next, in: reading.text) else { return false }
    // The name itself is one of those that can lie in its provinces.
    return !candidates.contains(candidate) { surroundings.provinces[places.provinces[$0]].candidates > 1 }
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
    let end = range.upperBound
    let isMarked = reading.isMark(end, ":") || reading.isMark(end, "(") || reading.isMark(end, "|")
    let next = isMarked ? end + 1 : end
    return next < reading.tokens.count
      && (reading.tokens[next].kind == .number || reading.match(labels.number, at: next) != nil)
  }

  /// "Kuningan telah mengesahkan koperasi di 376 desa": whether what is said of an ambiguous name is said of places, in
  /// an article that names others of its province.
  private func isSubject(
    _ candidate: Candidate, _ candidates: Candidates, _ surroundings: Surroundings, in reading: Reading
  ) -> Bool {
    let next = candidate.range.upperBound
    let isNear = candidates.contains(candidate) { surroundings.provinces[places.provinces[$0]].isSure }
    guard isNear else { return false }
    return [labels.modality, labels.countLeads].contains { reading.match($0, at: next) != nil }
  }

  /// A namesake in a province that the article names elsewhere, then, where and when something was said, the city, then the level whose
  /// offices it names, then the higher.
  private func best(of indices: [Int32], _ surroundings: Surroundings, isScene: Bool) -> Int? {
    guard indices.count > 1 else { return indices.first.map { Int($0) } }
    func rank(_ number: Int32) -> (Int, Int, Int, Int) {
      let index = Int(number)
      let level = places.levels[index]
      let weight = level == .city ? surroundings.cities : level == .regency ? surroundings.regencies : 0
      let isSceneOfCity = isScene && level == .city && !isRuledOut(index, surroundings)
      return (
        surroundings.provinces[places.provinces[index]].isNamed ? 1 : 0, level == .province ? 1 : 0,
        isSceneOfCity ? Int.max : weight, -index
      )
    }
    return indices.max { rank($0) < rank($1) }.map { Int($0) }
  }

  /// "…, Kupang, Jumat", "Jayapura, Papua, Senin": whether a day follows a bare name, with a name at most between.
  private func isScene(_ candidate: Candidate, in reading: Reading) -> Bool {
    var token = candidate.name.upperBound
    for _ in 0..<2 where reading.isMark(token, ",") {
      token += 1
      if reading.match(labels.weekdays, at: token) != nil { return true }
      while token < reading.tokens.count, reading.tokens[token].kind == .word,
        reading.tokens[token].traits.contains(.capitalised)
      {
        token += 1
      }
    }
    return false
  }

  /// Whether the article names villages only, no regency or city with its level, and the region has no villages.
  private func isRuledOut(_ index: Int, _ surroundings: Surroundings) -> Bool {
    surroundings.hasVillagesOnly && !surroundings.namesRegency && !villageFinder.kinds[index].hasVillages
  }

  private func add(
    _ index: Int, _ candidate: Candidate, _ surroundings: inout Surroundings, to reading: inout Reading
  ) {
    if surroundings.known[index].number < 0 {
      surroundings.known[index].number = Int32(reading.regions.count)
      reading.add(places.regions[index])
    }
    let number = Int(surroundings.known[index].number)
    reading.add(PlaceMention(range: candidate.range, region: number, isDateline: candidate.isDateline))
    reading.text.matches.add(Match(label: labels.region, range: candidate.range, payload: Int32(number)))
    if candidate.range != candidate.name {
      reading.text.matches.add(Match(label: labels.region, range: candidate.name, payload: Int32(number)))
    }
  }

  // MARK: - Focus

  /// Tokens before a place in which a word of rank may begin: "terbaik pembentukan koperasi se-Jawa Timur".
  private static let farthestRank = 6

  /// The region that the article is about: named in the headline, early and often; a province where many of its
  /// regencies are named and it stands in headline or lead.
  func focus(of reading: Reading) -> Int? {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: reading.regions.count) { weights in
      weights.initialize(repeating: 0)
      weigh(reading, weights)
      var best: Int?
      for index in weights.indices where weights[index] > 0 {
        if reading.regions[index].level == .province {
          let below = regions(below: reading.regions[index].province, in: reading)
          weights[index] = below >= 3 ? weights[index] * 1.3 + 2 : weights[index] * 0.5
        }
        if weights[index] > best.map({ weights[$0] }) ?? 0 { best = index }
      }
      return best
    }
  }

  /// What each mention adds to its region.
  private func weigh(_ reading: Reading, _ weights: UnsafeMutableBufferPointer<Double>) {
    let hasBody = reading.bodyStart < reading.tokens.count
    let lead = hasBody ? reading.sentence(of: reading.bodyStart) + 3 : 0
    for mention in reading.regionMentions where reading.regions[mention.region].gazetteer != nil {
      let start = mention.range.lowerBound
      var weight = 1.0
      if isRankedAmong(start, in: reading) || reading.match(labels.origins, endingAt: start) != nil {
        weight = 0
      } else if start < reading.bodyStart {
        weight = 5
      } else if mention.isDateline {
        weight = 1.5
      } else if reading.sentence(of: start) < lead {
        weight = 2.5
      }
      weights[mention.region] += weight
    }
  }

  /// "Paling cepat berbadan hukum se-Jatim": whether a word of rank leads up to a place, which is only the one among whose parts somebody has
  /// that rank.
  private func isRankedAmong(_ start: Int, in reading: Reading) -> Bool {
    let first = reading.text.text.sentences[reading.sentence(of: start)].lowerBound
    let isWhole =
      reading.isMark(start - 1, "-") && start - 2 >= first
      && reading.match(labels.quantifiers, at: start - 2) != nil
    guard isWhole || reading.match(labels.prepositions, endingAt: start, reach: 1) != nil else {
      return false
    }
    return (max(first, start - Self.farthestRank)..<start).contains {
      reading.match(labels.ranks, at: $0) != nil
    }
  }

  /// How many of the gazetteer's regions that the article names lie in a province.
  private func regions(below province: Int, in reading: Reading) -> Int {
    var count = 0
    for index in reading.regions.indices where reading.regions[index].province == province {
      let isBelow = reading.regions[index].level != .province && reading.regions[index].place != nil
      if isBelow, reading.regions[index].gazetteer != nil { count += 1 }
    }
    return count
  }
}
