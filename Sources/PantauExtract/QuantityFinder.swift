import PantauRecords
import PantauRules
import PantauText

/// Runs the quantity rules and reads their captures.
struct QuantityFinder: Sendable {
  /// The phase of the rules for amounts.
  static let phase = "quantities"

  let labels: Labels

  func quantities(in reading: inout Reading) -> [Quantity] {
    let first = labels.amounts.isOnePhase ? reading.text.matches.matches.count : 0
    reading.text.rules.run(phase: Self.phase, on: &reading.text)
    return amounts(of: reading, from: first)
  }

  /// The amounts of a reading, whose matches are not among the first ones.
  private func amounts(of reading: Reading, from first: Int) -> [Quantity] {
    var found: [Quantity] = []
    let matches = matches(in: reading, from: first)
    found.reserveCapacity(matches.count + matches.count / 2)
    for match in matches {
      guard let quantity = quantity(match, in: reading), !isWithinDate(quantity, reading) else { continue }
      add(quantity, to: &found)
    }
    if found.isEmpty { return found }
    pairRows(&found, in: reading)
    found = withoutStrayReferences(found)
    markLists(&found, in: reading)
    addWholes(to: &found, in: reading)
    sort(&found)
    // "Kota Tual sudah 100 persen": a share that is reached needs no list.
    for index in found.indices where found[index].value == nil && found[index].region != nil {
      let isReached = found[index].range.contains { token in
        reading.match(labels.modality, at: token).flatMap { labels.amounts.modes[$0]?.term } == .done
      }
      if isReached { found[index].isBare = true }
    }
    removeUncounted(&found, in: reading)
    removeUntold(&found, in: reading)
    removeNumbersOfOthers(&found, in: reading)
    setZones(&found, in: reading)
    return found
  }

  /// The matches of rules for amounts, by their first token and then by their last.
  private func matches(in reading: Reading, from first: Int) -> [Match] {
    var found: [Match] = []
    found.reserveCapacity(24)
    reading.text.matches.matches.withUnsafeBufferPointer { matches in
      for index in first..<matches.count where matches[index].label == labels.quantity {
        found.append(matches[index])
        var place = found.count - 1
        while place > 0, isBefore(found[place], found[place - 1]) {
          found.swapAt(place - 1, place)
          place -= 1
        }
      }
    }
    return found
  }

  private func isBefore(_ left: Match, _ right: Match) -> Bool {
    left.start < right.start || (left.start == right.start && left.end < right.end)
  }

  /// Takes out amounts of regions of which nothing tells what they count.
  private func removeUncounted(_ found: inout [Quantity], in reading: Reading) {
    func isUncounted(_ index: Int) -> Bool {
      guard found[index].unit == nil, !found[index].isBare, found[index].region != nil,
        !found[index].isListItem, found[index].of == nil
      else { return false }
      // "Gerai yang berdiri di Kabupaten Blora baru 7": what is told before the place counts it.
      let start = reading.text.text.sentences[found[index].sentence].lowerBound
      if found[index].value != nil,
        (start..<found[index].range.lowerBound).contains(where: {
          reading.match(labels.stage, at: $0) != nil
        })
      {
        return false
      }
      for other in found.indices
      where found[other].unit != nil && found[other].sentence == found[index].sentence
        && found[other].anchor < found[index].anchor
      {
        return false
      }
      return true
    }
    guard found.indices.contains(where: isUncounted) else { return }
    // Those that are taken out have no unit, so that they serve no other one.
    var index = 0
    while index < found.count {
      if isUncounted(index) { found.remove(at: index) } else { index += 1 }
    }
  }

  /// Takes out open numbers in whose part of the sentence no stage is told.
  private func removeUntold(_ found: inout [Quantity], in reading: Reading) {
    var index = 0
    while index < found.count {
      guard labels.constants[found[index].rule].open else {
        index += 1
        continue
      }
      let sentence = reading.text.text.sentences[found[index].sentence]
      let before = index > 0 ? found[index - 1].range.upperBound : 0
      let behind = index + 1 < found.count ? found[index + 1].range.lowerBound : sentence.upperBound
      let low = max(sentence.lowerBound, before)
      let own = low..<max(low, min(sentence.upperBound, behind))
      let isTold = own.contains { reading.match(labels.stage, at: $0) != nil }
      if isTold, !isYear(found[index], reading) { index += 1 } else { found.remove(at: index) }
    }
  }

  /// "Di Pati terdapat 71 notaris. Yang ditunjuk ternyata hanya lima": takes out numbers without a noun in sentences that name nothing counted,
  /// where the sentence before counts only other things.
  private func removeNumbersOfOthers(_ found: inout [Quantity], in reading: Reading) {
    let told = found
    found.removeAll { quantity in
      guard quantity.isBare, quantity.unit == nil, quantity.region == nil, quantity.value != nil,
        quantity.of == nil, quantity.role == nil, quantity.sentence > 0
      else { return false }
      return countsOthers(quantity.sentence - 1, told, in: reading)
        && !reading.text.text.sentences[quantity.sentence].contains { token in
          reading.match(labels.unit, at: token) != nil || reading.match(labels.programme, at: token) != nil
        }
    }
  }

  /// Whether a sentence of the body has numbers of things that are not counted, and none of those that are.
  private func countsOthers(_ sentence: Int, _ found: [Quantity], in reading: Reading) -> Bool {
    let tokens = reading.text.text.sentences[sentence]
    guard tokens.lowerBound >= reading.bodyStart,
      !found.contains(where: { $0.sentence == sentence && $0.unit != nil })
    else { return false }
    return reading.numberRanges.contains { number in
      tokens.contains(number.lowerBound)
        && reading.match(labels.notCounted, at: number.upperBound).map {
          reading.text.column("kind", of: $0) != "before"
        } ?? false
    }
  }

  /// Whether a number of four digits without a point may be a year.
  private func isYear(_ quantity: Quantity, _ reading: Reading) -> Bool {
    let token = reading.tokens[quantity.anchor]
    return (1900...2100).contains(quantity.value ?? 0) && token.kind == .number
      && token.end - token.start == 4
  }

  /// Sorts amounts by their numbers' places; most often they stand so.
  private func sort(_ found: inout [Quantity]) {
    func isBefore(_ left: Quantity, _ right: Quantity) -> Bool {
      (left.anchor, left.range.upperBound) < (right.anchor, right.range.upperBound)
    }
    guard found.indices.dropFirst().contains(where: { isBefore(found[$0], found[$0 - 1]) }) else { return }
    found.sort(by: isBefore)
  }

  private func quantity(_ match: Match, in reading: Reading) -> Quantity? {
    let rule = labels.constants[Int(match.rule)]
    let words = labels.amounts
    @inline(__always)
    func tokens(_ capture: Int16) -> Range<Int>? {
      capture < 0 ? nil : reading.text.matches.capture(Int(capture), of: match)
    }
    func number(_ capture: Int16) -> Double? {
      guard let range = tokens(capture) else { return nil }
      for token in range {
        if let found = reading.text.matches.match(labels.number, at: token) {
          return reading.numbers[Int(found.payload)].value
        }
      }
      return nil
    }
    /// The first counted noun of a capture; whether any of them bears the suffix adds to `isPossessive`.
    func unit(_ range: Range<Int>?, _ isPossessive: inout Bool) -> Match? {
      guard let range else { return nil }
      var first: Match?
      for token in range {
        guard let found = reading.text.matches.match(labels.unit, at: token) else { continue }
        if words.units[found]?.isPossessive == true { isPossessive = true }
        first = first ?? found
      }
      return first
    }
    /// A word of the number list that is no plain number: "kelima" before a noun, "separuh".
    func value(_ capture: Int16) -> Double? {
      guard let range = tokens(capture) else { return nil }
      return reading.text.matches.match(labels.numbers, at: range.lowerBound, end: range.upperBound)
        .flatMap { words.values[$0] }
    }
    let anchor =
      (tokens(rule.value) ?? tokens(rule.collective) ?? tokens(rule.percent) ?? tokens(rule.share)
      ?? tokens(rule.count) ?? match.range).lowerBound
    if isInName(anchor, match, reading) { return nil }
    var quantity = Quantity(
      range: match.range, anchor: anchor, rule: Int(match.rule),
      sentence: reading.sentence(of: match.range.lowerBound))
    quantity.value =
      number(rule.value) ?? value(rule.collective)
      ?? (rule.back ? backReference(at: anchor, in: reading) : nil)
    quantity.percent = number(rule.percent) ?? value(rule.share)
    quantity.of = number(rule.of)
    // "Dari 667 kampung dan 13 kelurahan": the whole is their sum.
    if let whole = quantity.of, let further = number(rule.plus) { quantity.of = whole + further }
    quantity.all = rule.all
    quantity.isProgress = rule.progress
    quantity.isBare = rule.bare
    quantity.isRest = rule.rest
    quantity.role = rule.role
    quantity.isDistributed =
      tokens(rule.each) != nil
      || (max(0, match.range.lowerBound - 3)..<max(1, anchor)).contains {
        reading.match(labels.distributives, at: $0) != nil
          && reading.sentence(of: $0) == quantity.sentence
      }
    let counted = tokens(rule.counted)
    let whole = tokens(rule.whole)
    let noun = unit(counted, &quantity.isPossessive)
    quantity.wholeUnit = unit(whole, &quantity.isPossessive).flatMap { words.units[$0]?.term }
    quantity.unit = noun.flatMap { words.units[$0]?.term } ?? quantity.wholeUnit ?? rule.unit
    if let counted {
      quantity.isGeneric =
        reading.text.matches.match(labels.genericUnits, at: counted.lowerBound, end: counted.upperBound)
        != nil
    }
    quantity.isShare = tokens(rule.share) != nil
    quantity.isDenominator = rule.denominator
    quantity.isArea = rule.areas
    if let range = tokens(rule.bound),
      let bound = reading.text.matches.match(labels.bounds, at: range.lowerBound)
    {
      quantity.bound = words.bounds[bound]
    } else if let before = reading.match(labels.bounds, endingAt: anchor) {
      quantity.bound = words.bounds[before]
    }
    quantity.goal = tokens(rule.goal)?.lowerBound
    if tokens(rule.about) != nil { quantity.bound = quantity.bound ?? .about }
    if let range = tokens(rule.region),
      let region = reading.text.matches.match(labels.region, at: range.lowerBound),
      !reading.regionMentions.contains(where: { $0.isDateline && $0.range.overlaps(range) })
    {
      quantity.region = reading.qualified(Int(region.payload), at: range.lowerBound)
    }
    // "Satu dari 103 koperasi percontohan": what is counted is the whole.
    if quantity.value == 1, let whole = quantity.of, whole > 1, reading.tokens[anchor].kind == .word,
      reading.match(labels.weighing, endingAt: anchor, reach: 2) == nil
    {
      quantity.value = whole
      quantity.of = nil
      quantity.unit = quantity.wholeUnit ?? quantity.unit
    }
    if isArticle(quantity, reading) { return nil }
    if let noun, countsForeign(noun, reading) { return nil }
    if let percent = quantity.percent, percent > 1000 { return nil }
    if let whole = quantity.of, let value = quantity.value, value > whole { quantity.of = nil }
    return quantity
  }

  /// "Lima Puluh Kota", "Anggota Kodim 1629": whether a number is part of a name.
  private func isInName(_ anchor: Int, _ match: Match, _ reading: Reading) -> Bool {
    if reading.tokens[anchor].traits.contains(.capitalised),
      reading.match(labels.region, at: anchor).map({ Int($0.end) > anchor + 1 }) ?? false
    {
      return true
    }
    // "Kamanga Dua di Tompaso"
    if reading.tokens[anchor].kind == .word, reading.tokens[anchor].traits.contains(.capitalised),
      reading.regionMentions.contains(where: { $0.range.contains(anchor) && $0.range.lowerBound < anchor })
    {
      return true
    }
    guard anchor > match.range.lowerBound, reading.tokens[anchor].kind == .number,
      let word = reading.match(labels.notCounted, endingAt: anchor, reach: 2)
    else { return false }
    return reading.text.column("kind", of: word) == "before"
      && reading.tokens[Int(word.start)].traits.contains(.capitalised)
  }

  /// "Desa itu punya 6 dusun": whether the counted noun is a local word for villages of another part of the country.
  private func countsForeign(_ noun: Match, _ reading: Reading) -> Bool {
    guard
      let word = reading.text.matches.match(labels.villageWords, at: Int(noun.start), end: Int(noun.end)),
      let places = labels.amounts.provinces[word]
    else { return false }
    var hasCode = false
    for index in reading.regions.indices {
      guard let code = reading.regions[index].code else { continue }
      let place = PlaceCode(code)
      if places.contains(where: { place.touches($0) }) { return false }
      hasCode = true
    }
    return hasCode
  }

  /// Adds an amount, or gives a whole that stands by itself to the amount before it in its sentence.
  private func add(_ quantity: Quantity, to found: inout [Quantity]) {
    guard quantity.isDenominator else {
      found.append(quantity)
      return
    }
    let last = found.count - 1
    guard last >= 0, found[last].sentence == quantity.sentence, found[last].of == nil,
      found[last].value ?? 0 <= quantity.of ?? 0
    else { return }
    found[last].of = quantity.of
    found[last].wholeUnit = quantity.wholeUnit
  }

  /// "Satu koperasi" is an article more often than a count: it counts behind a word that weighs it ("baru satu koperasi"),
  /// or before one that it is done ("Satu desa sudah lebih dulu").
  private func isArticle(_ quantity: Quantity, _ reading: Reading) -> Bool {
    guard quantity.value == 1, quantity.of == nil, quantity.percent == nil, quantity.region == nil,
      reading.tokens[quantity.anchor].kind == .word
    else { return false }
    if reading.match(labels.weighing, endingAt: quantity.anchor, reach: 2) != nil { return false }
    let next = reading.match(labels.modality, at: quantity.range.upperBound)
    return next.flatMap { labels.amounts.modes[$0]?.term } != .done || quantity.unit == nil
  }

  private func isWithinDate(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.dates.contains { $0.range.contains(quantity.anchor) }
  }
}
