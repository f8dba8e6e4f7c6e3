import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Chooses the region of a quantity: tied to it by its pattern, named beside it, or the article's focus.
struct RegionChoice {
  let weights: FeatureWeights
  let cues: CueTable
  let reading: FinalReading

  /// Index in ``Reading/regions``, nil for the whole country; `previous` is the region of the statement before, where it
  /// stands in the same paragraph.
  func region(of quantity: Quantity, previous: Int?? = nil) -> Int? {
    var quantity = quantity
    if let attached = quantity.region, quantity.isListItem || fits(attached, quantity) {
      guard let row = row(from: attached, summedBy: quantity) else { return attached }
      // "18 koperasi di Distrik Kota Waisai, Waigeo Selatan, dan Meos Mansar" is said of none of them.
      quantity.region = nil
      quantity.range = quantity.range.lowerBound..<max(quantity.anchor + 1, row)
    }
    if let heading = lineHeading(of: quantity), fits(heading, quantity) { return heading }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: reading.regions.count) { values in
      values.initialize(repeating: -.infinity)
      return best(for: quantity, previous, RegionScores(values: values))
    }
  }

  private func best(for quantity: Quantity, _ previous: Int??, _ scores: RegionScores) -> Int? {
    let first = reading.sentences[quantity.sentence].lowerBound
    let turns = (first..<min(first + 2, reading.tokens.count)).contains {
      reading.has(reading.labels.resets, at: $0)
    }
    let topic = topic(of: quantity)
    for index in reading.mentions(of: max(0, quantity.sentence - 4)..<quantity.sentence + 1) {
      weigh(reading.mentions[index], quantity, turns, topic, scores)
    }
    if case .some(.some(let inherited)) = previous, topic == nil || topic == inherited,
      !turns || reading.regions[inherited].level.rank < 2
    {
      scores[inherited] = max(scores[inherited] ?? 0, 0) + weights.regionInherited
    }
    if quantity.isPossessive,
      let last = reading.mentions.last(where: { mention in
        mention.range.upperBound <= quantity.range.lowerBound && !mention.isDateline
          && mention.sentence >= quantity.sentence - 1
      })
    {
      scores[last.region] = (scores[last.region] ?? 0) + weights.regionPossessive
    }
    if let place = placeOfSpeaker(quantity) {
      scores[place] = (scores[place] ?? 0) + weights.regionSpeaker
    }
    if let focus = reading.focus, !yieldsFocus(focus, quantity.sentence) {
      scores[focus] = (scores[focus] ?? 0) + weights.regionFocus
    }
    favourUniverse(of: quantity, scores)
    for index in scores.values.indices {
      if let score = scores[index], !fits(index, quantity) { scores[index] = score + weights.regionAbove }
    }
    var national = nationalScore(quantity)
    if case .some(.none) = previous {
      national = max(national, 0) + weights.regionInherited + weights.regionFocus
    }
    // "Pemerintah pusat menginginkan seluruh koperasi beroperasi": no place of the sentences before is meant by all, nor one named before
    // those words: "Kepala Dinas Koperasi Demak mengakui pemerintah pusat menghendaki …".
    if quantity.all, quantity.value == nil, national >= weights.regionBefore, let best = scores.best,
      !isNamed(best.key, behind: lastNation(before: quantity), in: quantity.sentence)
    {
      national = max(national, best.value + 0.1)
    }
    reading.log?.add(regions: scores.byRegion, national: national, of: quantity)
    if let best = scores.best, best.value >= national { return best.key }
    return national < 0 && !isOfCountry(quantity) ? surroundings(holding: quantity) : nil
  }

  /// "Di seluruh kabupaten tercatat 41 dari 78 desa", told in a report on a district: the regency around it that can hold as many.
  private func regency(around district: Int, holding quantity: Quantity) -> Int? {
    guard let within = reading.regions[district].within else { return nil }
    return reading.regions.indices.first { index in
      reading.regions[index].level.rank == 1 && reading.regions[index].label == within
        && fits(index, quantity)
    }
  }

  /// The province or regency around the article's place, where the text names it and it can hold an amount that the place cannot;
  /// none where a minister tells it on a visit: that is the country's.
  private func surroundings(holding quantity: Quantity) -> Int? {
    guard let focus = reading.focus, quantity.unit != .site else { return nil }
    if isTold(byMinister: quantity) { return nil }
    guard let code = reading.regions[focus].code else { return regency(around: focus, holding: quantity) }
    return reading.regions.indices.first { index in
      index != focus && reading.regions[index].level == .province && fits(index, quantity)
        && reading.regions[index].code.map { code.utf8.starts(with: $0.utf8) } ?? false
    }
  }

  /// Whether an official of the country's tells an amount.
  private func isTold(byMinister quantity: Quantity) -> Bool {
    reading.tellers[quantity.sentence].map { reading.officials[$0].servesCountry } ?? false
  }

  /// "Di Kudus ada 540 koperasi": whether an amount is more than the article's place can hold, and nothing says that it is the whole
  /// country's: it counts cooperatives of other kinds.
  func isForeign(_ quantity: Quantity, _ programme: ProgrammeTerms, previous: Int??) -> Bool {
    guard let focus = reading.focus, quantity.unit ?? programme.countedUnit == programme.countedUnit,
      let value = quantity.value,
      value <= reading.largestProvince, quantity.region == nil, !fits(focus, quantity)
    else { return false }
    if case .some(.none) = previous { return false }
    return nationalScore(quantity) < 0 && !isOfCountry(quantity)
  }

  /// Raises the score of a mention's region to what the mention is worth for a quantity.
  private func weigh(
    _ mention: FinalReading.Mention, _ quantity: Quantity, _ turns: Bool, _ topic: Int?,
    _ scores: RegionScores
  ) {
    if mention.isDateline { return }
    if mention.isRanked { return }
    if mention.isScene, mention.region != reading.focus { return }
    if mention.isUnitNumber, mention.region != reading.focus, !isDoer(mention, quantity) { return }
    if isOfPartner(mention) { return }
    let sentence = mention.sentence
    if sentence == quantity.sentence {
      scores.raise(mention.region, to: inSentence(mention, quantity))
      return
    }
    // "Saat meresmikan koperasi di Kabupaten Boyolali, Jawa Tengah", and then what a minister tells: not the province's.
    if mention.isQualifier, isTold(byMinister: quantity) { return }
    if turns, mention.rank >= 2 { return }
    if let topic, topic != mention.region { return }
    if mention.rank > reading.focus.map({ reading.regions[$0].level.rank }) ?? 1, isInList(mention) { return }
    let isInParagraph =
      reading.paragraphOfSentence[sentence] == reading.paragraphOfSentence[quantity.sentence]
    if sentence == quantity.sentence - 1 {
      let isTopic =
        mention.range.lowerBound - reading.sentences[sentence].lowerBound <= 2 && isInParagraph
      scores.raise(mention.region, to: weights.regionPrevious + (isTopic ? weights.regionTopic : 0))
    } else if isInParagraph {
      scores.raise(mention.region, to: weights.regionParagraph)
    }
  }

  /// "Kodim 0813/Bojonegoro sudah membuka pekerjaan di 84 titik": whether the unit with whose number a place stands begins an amount's sentence,
  /// and is no office of a person, in a report on more than such a place.
  private func isDoer(_ mention: FinalReading.Mention, _ quantity: Quantity) -> Bool {
    let first = reading.sentences[mention.sentence].lowerBound
    return mention.rank > reading.focus.map { reading.regions[$0].level.rank } ?? -1
      && mention.sentence == quantity.sentence && mention.range.upperBound <= quantity.anchor
      && mention.range.lowerBound - first <= 3
      && reading.match(reading.labels.institutions, at: first) != nil
      && reading.match(reading.labels.offices, at: first) == nil
  }

  /// "Bersama Dinas Ketahanan Pangan Provinsi Jawa Tengah": whether a mention is part of the name of a body with which something is
  /// done, which is one above the article's place.
  private func isOfPartner(_ mention: FinalReading.Mention) -> Bool {
    guard let focus = reading.focus, mention.region != focus, mention.rank < reading.regions[focus].level.rank
    else { return false }
    let first = reading.sentences[mention.sentence].lowerBound
    var start = mention.range.lowerBound
    while start > first, mention.range.lowerBound - start < 10,
      reading.tokens[start - 1].traits.contains(.capitalised) || reading.joins(start - 1)
        || (reading.isMark(start - 1, ",") && start - 1 > first
          && reading.tokens[start].traits.contains(.capitalised))
    { start -= 1 }
    return start < mention.range.lowerBound
      && reading.match(reading.labels.partners, endingAt: start, reach: 2) != nil
  }

  /// "Sembilan desa di wilayahnya", as the head of a district says: that district, where the sentence names no other place. In a report on a
  /// province likewise the regency of who speaks.
  private func placeOfSpeaker(_ quantity: Quantity) -> Int? {
    guard let place = reading.placeOfSpeaker(in: quantity.sentence) else { return nil }
    let isElsewhere = reading.mentions(of: quantity.sentence).contains { index in
      let mention = reading.mentions[index]
      return !mention.isDateline && !mention.isQualifier && mention.region != place && mention.rank <= 2
    }
    return isElsewhere ? nil : place
  }

  /// Whether a sentence names a region above the district that the article is about, or ranks another one among the parts of the article's
  /// place.
  private func yieldsFocus(_ focus: Int, _ sentence: Int) -> Bool {
    let isDistrict = reading.regions[focus].level == .district
    return reading.mentions(of: sentence).contains { index in
      let mention = reading.mentions[index]
      return isDistrict && !mention.isDateline && mention.rank < 2
        || mention.isRanked && mention.region == focus
    }
  }

  /// Whether an earlier sentence names three or more places of the mention's level: none of them is what is spoken of behind it.
  private func isInList(_ mention: FinalReading.Mention) -> Bool {
    var count = 0
    for other in reading.mentions(of: mention.sentence) where reading.mentions[other].level == mention.level {
      count += 1
    }
    return count >= 3
  }

  /// "Di Kabupaten Bulungan pengerjaannya di tiga titik": the one region with which the quantity's sentence begins turns away
  /// from what was spoken of before.
  private func topic(of quantity: Quantity) -> Int? {
    let first = reading.sentences[quantity.sentence].lowerBound
    var named = -1
    var index = reading.mentions(of: quantity.sentence).lowerBound
    while index < reading.mentions.count, reading.mentions[index].range.lowerBound < quantity.anchor {
      let mention = reading.mentions[index]
      if mention.range.upperBound <= quantity.anchor, !mention.isDateline, !mention.isQualifier {
        if named < 0 { named = index }
        if reading.mentions[named].region != mention.region { return nil }
      }
      index += 1
    }
    guard named >= 0, reading.mentions[named].range.lowerBound - first <= 2,
      !reading.mentions[named].isUnitNumber, !reading.mentions[named].isAnaphor
    else { return nil }
    return reading.mentions[named].region
  }

  /// The region with which the quantity's line begins, where a colon or dash follows it.
  private func lineHeading(of quantity: Quantity) -> Int? {
    var first = reading.sentences[quantity.sentence].lowerBound
    guard reading.tokens[first].traits.contains(.lineStart) else { return nil }
    while first < quantity.anchor, reading.tokens[first].kind != .word { first += 1 }
    guard let match = reading.match(reading.labels.region, at: first), Int(match.end) <= quantity.anchor,
      reading.isMark(Int(match.end), ":")
    else { return nil }
    return Int(match.payload)
  }

  private func inSentence(_ mention: FinalReading.Mention, _ quantity: Quantity) -> Double {
    let (place, amount) = (mention.range, quantity.range)
    let isAfter = place.lowerBound >= amount.upperBound
    let gap = isAfter ? place.lowerBound - amount.upperBound : amount.lowerBound - place.upperBound
    let inZone = quantity.zone.contains(place.lowerBound)
    var score: Double
    // "Sembilan titik sedang dibangun dan satu, di Kecamatan Murung Pudak, sudah selesai"
    let isOfNext = isAfter && gap <= 24 && hasAmount(amount.upperBound..<place.lowerBound)
    switch (isAfter, inZone && !isOfNext) {
    case (true, true): score = weights.regionAfter
    case (false, true): score = weights.regionBefore
    case (true, false): score = weights.regionSentenceAfter
    case (false, false): score = weights.regionSentenceBefore
    }
    score +=
      isAfter && gap <= 24 && !isPlaceOfPart(mention, quantity)
        && (isExample(amount.upperBound..<place.lowerBound)
          || holdsSome(amount.upperBound..<place.lowerBound))
      ? weights.regionExample : 0
    score +=
      isAfter && gap > 0 && gap <= 5 && isLinked(amount.upperBound..<place.lowerBound)
      ? weights.regionLinked : 0
    // "27 desa Kecamatan Babat"
    if isAfter, place.lowerBound == amount.upperBound { score += weights.regionAttached }
    score += isPlaceOfPart(mention, quantity) ? weights.regionBefore : 0
    score += mention.isQualifier && !isAfter ? weights.regionQualifier : 0
    score +=
      isAfter && quantity.region == nil && !quantity.isDistributed && isOfList(mention)
      ? weights.regionExample : 0
    score += weights.regionDistance * Double(max(0, gap))
    let isTopic =
      !isAfter && place.lowerBound - reading.sentences[quantity.sentence].lowerBound <= 3
      && !reading.mentions.contains {
        $0.range.lowerBound >= place.upperBound && $0.range.upperBound <= amount.lowerBound
          && $0.region != mention.region
      }
    return score + (isTopic ? weights.regionTopic : 0)
  }

  /// Whether a further amount stands between one and a place.
  private func hasAmount(_ gap: Range<Int>) -> Bool {
    gap.contains { reading.has(reading.labels.quantity, at: $0) }
  }

  /// Whether only words that link an amount to a place stand between them.
  private func isLinked(_ gap: Range<Int>) -> Bool {
    gap.allSatisfy { reading.has(reading.labels.placeLinks, at: $0) }
  }

  /// "Dua dari tiga bangunan itu berada di Kecamatan Ngunut": whether a place is the only one of its rank behind a part of a whole, to which
  /// a preposition leads.
  private func isPlaceOfPart(_ mention: FinalReading.Mention, _ quantity: Quantity) -> Bool {
    guard quantity.of != nil, mention.rank < 3, mention.range.lowerBound >= quantity.range.upperBound,
      isExample(quantity.range.upperBound..<mention.range.lowerBound),
      reading.match(reading.labels.prepositions, endingAt: mention.range.lowerBound, reach: 2) != nil
    else { return false }
    return reading.mentions(of: mention.sentence).allSatisfy { index in
      let other = reading.mentions[index]
      return other.range.lowerBound < quantity.range.upperBound || other.rank != mention.rank
        || other.region == mention.region
    }
  }

  /// Whether a word that opens a list stands between an amount and a place.
  private func isExample(_ gap: Range<Int>) -> Bool {
    gap.contains { token in
      reading.match(reading.labels.listIntros, at: token).flatMap { reading.words.opens[$0] } == true
    }
  }

  /// "Sembilan koperasi punya izin, kebanyakan di Kecamatan Aru Selatan": whether a word between an amount and a place tells that some
  /// of it only is there.
  private func holdsSome(_ gap: Range<Int>) -> Bool {
    gap.contains { reading.match(reading.labels.placeExamples, at: $0) != nil }
  }

  private func isNamed(_ region: Int, behind token: Int, in sentence: Int) -> Bool {
    reading.mentions(of: sentence).contains {
      reading.mentions[$0].region == region && reading.mentions[$0].range.lowerBound > token
    }
  }

  /// "Dari 80.000 koperasi yang direncanakan se-Indonesia, Kalsel telah membentuk 2.013", "dari 800 titik, tujuh berada di Kabupaten Batang":
  /// whether a region behind a comma has so many of what the whole country counts, or words that link it to an amount lead from the part of a
  /// whole to it.
  private func isShare(of index: Int, _ quantity: Quantity) -> Bool {
    guard let whole = quantity.of, quantity.value != nil else { return false }
    return reading.mentions(of: quantity.sentence).contains { number in
      let mention = reading.mentions[number]
      guard mention.region == index, !mention.isQualifier, !mention.isScene else { return false }
      let gap = mention.range.lowerBound - quantity.range.upperBound
      if gap > 1, gap <= 5 { return isLinked(quantity.range.upperBound..<mention.range.lowerBound) }
      return whole > reading.largestProvince && quantity.range.contains(mention.range.lowerBound)
        && reading.isMark(mention.range.lowerBound - 1, ",")
    }
  }

  /// Whether the region can hold so many: a number above its villages belongs elsewhere, and one village has no count.
  private func fits(_ index: Int, _ quantity: Quantity) -> Bool {
    // "Biak Numfor menyumbang 237 di antaranya": the place holds the part.
    let isPart =
      quantity.region != nil && quantity.rule >= 0 && reading.labels.constants[quantity.rule].isOfThem
    let isShare = isPart || isShare(of: index, quantity)
    let amount = max(quantity.value ?? 0, isShare ? 0 : quantity.of ?? 0)
    switch reading.capacities[index] {
    case .villages(let villages, _, _):
      let isTarget = quantity.role == .target || quantity.unit == .site
      return amount <= villages * (isTarget ? 1.25 : 1.08) + 3
    case .any: return true
    case .district: return amount <= 75
    case .village:
      // "Baru satu gerai, di Desa Takmung" is one of the regency's; "satu dapur di Kelurahan Rejosari" is the village's.
      let isOne = amount == 1 && quantity.unit.map { $0 != .site && !$0.isAnyVillage } == true
      return (amount < 1 || isOne) && !quantity.all && quantity.percent == nil
    }
  }
}

/// Scores of regions by their number; negative infinity for those that are no candidates.
struct RegionScores {
  let values: UnsafeMutableBufferPointer<Double>

  subscript(region: Int) -> Double? {
    get { values[region] == -.infinity ? nil : values[region] }
    nonmutating set { values[region] = newValue ?? -.infinity }
  }

  func raise(_ region: Int, to score: Double) { values[region] = max(self[region] ?? -100, score) }

  /// The highest score, of equal ones that of the region named first.
  var best: (key: Int, value: Double)? {
    var best: (key: Int, value: Double)?
    for key in values.indices where values[key] > best?.value ?? -.infinity { best = (key, values[key]) }
    return best
  }

  var byRegion: [Int: Double] {
    var scores: [Int: Double] = [:]
    for key in values.indices { scores[key] = self[key] }
    return scores
  }
}
