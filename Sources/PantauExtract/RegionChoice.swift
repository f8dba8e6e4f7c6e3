import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Chooses the region of a quantity: tied to it by its pattern, named beside it, or the article's focus.
struct RegionChoice {
  let weights: FeatureWeights
  let gazetteer: Gazetteer
  let reading: Reading
  var log: ChoiceLog?

  /// Index in ``Reading/regions``, nil for the whole country; `previous` is the region of the statement before, where it
  /// stands in the same paragraph.
  func region(of quantity: Quantity, previous: Int?? = nil) -> Int? {
    if let attached = quantity.region, fits(attached, quantity) || quantity.isListItem { return attached }
    if let heading = lineHeading(of: quantity), fits(heading, quantity) { return heading }
    var scores = RegionScores(count: reading.regions.count)
    func raise(_ region: Int, to score: Double) { scores[region] = max(scores[region] ?? -100, score) }
    let paragraph = reading.text.text.paragraphOfSentence[quantity.sentence]
    let first = reading.text.text.sentences[quantity.sentence].lowerBound
    let turns = (first..<min(first + 2, reading.tokens.count)).contains {
      reading.match(reading.labels.resets, at: $0) != nil
    }
    let topic = topic(of: quantity)
    for mention in reading.regionMentions where !mention.isDateline {
      if mention.isUnitNumber || mention.isScene, mention.region != reading.focus { continue }
      let sentence = reading.sentence(of: mention.range.lowerBound)
      guard sentence <= quantity.sentence, sentence >= quantity.sentence - 4 else { continue }
      if sentence == quantity.sentence {
        raise(mention.region, to: inSentence(mention, quantity))
      } else if turns, reading.regions[mention.region].level.rank >= 2 {
        continue
      } else if let topic, topic != mention.region {
        continue
      } else if reading.regions[mention.region].level.rank >= 2, isInList(mention, sentence) {
        continue
      } else if sentence == quantity.sentence - 1 {
        let first = reading.text.text.sentences[sentence].lowerBound
        let isTopic =
          mention.range.lowerBound - first <= 2
          && reading.text.text.paragraphOfSentence[sentence] == paragraph
        raise(mention.region, to: weights.regionPrevious + (isTopic ? weights.regionTopic : 0))
      } else if reading.text.text.paragraphOfSentence[sentence] == paragraph {
        raise(mention.region, to: weights.regionParagraph)
      }
    }
    if case .some(.some(let inherited)) = previous, topic == nil || topic == inherited,
      !turns || reading.regions[inherited].level.rank < 2
    {
      scores[inherited] = max(scores[inherited] ?? 0, 0) + weights.regionInherited
    }
    if quantity.isPossessive,
      let last = reading.regionMentions.last(where: { mention in
        mention.range.upperBound <= quantity.range.lowerBound && !mention.isDateline
          && reading.sentence(of: mention.range.lowerBound) >= quantity.sentence - 1
      })
    {
      scores[last.region] = (scores[last.region] ?? 0) + weights.regionPossessive
    }
    if let focus = reading.focus, !yieldsFocus(focus, quantity.sentence) {
      scores[focus] = (scores[focus] ?? 0) + weights.regionFocus
    }
    for index in reading.regions.indices where scores[index] != nil && !fits(index, quantity) {
      scores[index] = (scores[index] ?? 0) + weights.regionAbove
    }
    let best = scores.best
    var national = nationalScore(quantity)
    if case .some(.none) = previous {
      national = max(national, 0) + weights.regionInherited + weights.regionFocus
    }
    log?.add(regions: scores.byRegion, national: national, of: quantity)
    guard let best, best.value >= national else { return nil }
    return best.key
  }

  /// Whether a sentence names a region above the district that the article is about.
  private func yieldsFocus(_ focus: Int, _ sentence: Int) -> Bool {
    reading.regions[focus].level == .district
      && reading.regionMentions.contains {
        reading.sentence(of: $0.range.lowerBound) == sentence && !$0.isDateline
          && reading.regions[$0.region].level.rank < 2
      }
  }

  /// Whether an earlier sentence names three or more places of the mention's level: none of them is what is spoken of behind it.
  private func isInList(_ mention: PlaceMention, _ sentence: Int) -> Bool {
    let level = reading.regions[mention.region].level
    let tokens = reading.text.text.sentences[sentence]
    var count = 0
    for other in reading.regionMentions where tokens.contains(other.range.lowerBound) {
      if reading.regions[other.region].level == level { count += 1 }
    }
    return count >= 3
  }

  /// "Di Kabupaten Bulungan pengerjaannya di tiga titik": the one region with which the quantity's sentence begins turns away
  /// from what was spoken of before.
  private func topic(of quantity: Quantity) -> Int? {
    let first = reading.text.text.sentences[quantity.sentence].lowerBound
    var named: PlaceMention?
    for mention in reading.regionMentions
    where mention.range.lowerBound >= first && mention.range.upperBound <= quantity.anchor
      && !mention.isDateline && !mention.isQualifier
    {
      if let named, named.region != mention.region { return nil }
      named = named ?? mention
    }
    guard let named, named.range.lowerBound - first <= 2, !named.isUnitNumber, !named.isAnaphor else {
      return nil
    }
    return named.region
  }

  /// The region with which the quantity's line begins, where a colon or dash follows it.
  private func lineHeading(of quantity: Quantity) -> Int? {
    var first = reading.text.text.sentences[quantity.sentence].lowerBound
    guard reading.tokens[first].traits.contains(.lineStart) else { return nil }
    while first < quantity.anchor, reading.tokens[first].kind != .word { first += 1 }
    guard let match = reading.match(reading.labels.region, at: first), Int(match.end) <= quantity.anchor,
      reading.isMark(Int(match.end), ":")
    else { return nil }
    return Int(match.payload)
  }

  private func inSentence(_ mention: PlaceMention, _ quantity: Quantity) -> Double {
    let isAfter = mention.range.lowerBound >= quantity.range.upperBound
    let gap =
      isAfter
      ? mention.range.lowerBound - quantity.range.upperBound
      : quantity.range.lowerBound - mention.range.upperBound
    let inZone = quantity.zone.contains(mention.range.lowerBound)
    let base: Double
    switch (isAfter, inZone) {
    case (true, true): base = weights.regionAfter
    case (false, true): base = weights.regionBefore
    case (true, false): base = weights.regionSentenceAfter
    case (false, false): base = weights.regionSentenceBefore
    }
    let first = reading.text.text.sentences[quantity.sentence].lowerBound
    let isTopic =
      !isAfter && mention.range.lowerBound - first <= 3
      && !reading.regionMentions.contains {
        $0.range.lowerBound >= mention.range.upperBound && $0.range.upperBound <= quantity.range.lowerBound
          && $0.region != mention.region
      }
    let isLinked =
      isAfter && gap <= 5
      && (quantity.range.upperBound..<mention.range.lowerBound).allSatisfy {
        reading.match(reading.labels.placeLinks, at: $0) != nil
      }
    let isExample =
      isAfter && gap <= 24
      && (quantity.range.upperBound..<mention.range.lowerBound).contains {
        reading.match(reading.labels.listIntros, at: $0).flatMap { reading.text.column("opens", of: $0) }
          == "yes"
      }
    let isOutside = mention.isQualifier && !isAfter
    return base + (isExample ? weights.regionExample : 0) + (isLinked && gap > 0 ? weights.regionLinked : 0)
      + (isOutside ? weights.regionQualifier : 0)
      + weights.regionDistance * Double(max(0, gap)) + (isTopic ? weights.regionTopic : 0)
  }

  /// Words for the whole country count as a region that stands where they stand; a country's number needs none.
  private func nationalScore(_ quantity: Quantity) -> Double {
    var score = reading.focus == nil ? 0.1 : -1
    let label = reading.labels.nationalWords
    for token in reading.text.text.sentences[quantity.sentence]
    where reading.text.matches.match(label, at: token).map({
      (reading.text.column("stage", of: $0) ?? "").isEmpty
    })
      ?? false
    {
      // "Saat peluncuran nasional": the occasion is the country's, not the amount.
      if reading.match(reading.labels.stage, endingAt: token, reach: 3) != nil { continue }
      // "Deputi Kementerian Koperasi mencatat di Kabupaten Jayapura": the place nearer to the amount counts.
      if reading.regionMentions.contains(where: { mention in
        mention.range.lowerBound > token && mention.range.upperBound <= quantity.anchor
          && quantity.zone.contains(mention.range.lowerBound) && !mention.isDateline
      }) {
        continue
      }
      let near = quantity.zone.contains(token)
      // Behind the amount it must be near to be said of it.
      let gap = token < quantity.anchor ? quantity.anchor - token : 6 * (token - quantity.range.upperBound)
      // "103 koperasi percontohan se-Indonesia": said of the amount and nothing else.
      let isLinked =
        token >= quantity.range.upperBound && token - quantity.range.upperBound <= 2
        && reading.match(reading.labels.placeLinks, at: token) != nil
      score = max(
        score,
        (isLinked ? weights.regionLinked : 0) + (near ? weights.regionNational : weights.regionSentenceBefore)
          + weights.regionDistance * Double(gap))
    }
    return score
  }

  /// Whether the region can hold so many: a number above its villages belongs elsewhere, and one village has no count.
  private func fits(_ index: Int, _ quantity: Quantity) -> Bool {
    let region = reading.regions[index]
    let amount = max(quantity.value ?? 0, quantity.of ?? 0)
    guard let known = region.gazetteer, known < gazetteer.ownCount else {
      return region.level == .district
        ? amount <= 60 : (amount <= 1 && !quantity.all && quantity.percent == nil)
    }
    guard let villages = gazetteer.villages(of: known) else { return true }
    let isTarget = quantity.role == .target || quantity.unit == "site"
    return amount <= Double(villages) * (isTarget ? 1.25 : 1.08) + 3
  }
}

/// Scores of regions by their number; nil for those that are no candidates.
private struct RegionScores {
  private var values: [Double?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  subscript(region: Int) -> Double? {
    get { values[region] }
    set { values[region] = newValue }
  }

  /// The highest score, of equal ones that of the region named first.
  var best: (key: Int, value: Double)? {
    var best: (key: Int, value: Double)?
    for (key, value) in values.enumerated() {
      if let value, value > best?.value ?? -.infinity { best = (key, value) }
    }
    return best
  }

  var byRegion: [Int: Double] {
    var scores: [Int: Double] = [:]
    for (key, value) in values.enumerated() { scores[key] = value }
    return scores
  }
}
