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
    if found.contains(where: { labels.constants[$0.rule].cell }) {
      TableReader(labels: labels, reading: reading).read(&found)
    }
    pairRows(&found, in: reading)
    found = withoutStrayReferences(found, in: reading)
    markLists(&found, in: reading)
    shareRows(&found, in: reading)
    addWholes(to: &found, in: reading)
    sort(&found)
    // "Kota Tual sudah 100 persen": a share that is reached needs no list.
    for index in found.indices where found[index].value == nil && found[index].region != nil {
      let isLed = found[index].range.contains { token in
        reading.match(labels.modality, at: token).flatMap { labels.amounts.modes[$0]?.term } == .done
      }
      // "Baru Barru dan Pinrang yang 100 persen membentuk koperasi"
      let end = found[index].range.upperBound
      let isReached = isLed || (found[index].percent != nil && reading.match(labels.stage, at: end) != nil)
      if isReached || continuesShares(index, found, in: reading) || isOnlyShare(index, found, in: reading) {
        found[index].isBare = true
      }
    }
    joinWholes(&found, in: reading)
    removeUncounted(&found, in: reading)
    removeUntold(&found, in: reading)
    removeNumbersOfOthers(&found, in: reading)
    setZones(&found, in: reading)
    return found
  }

  /// "Di Jawa Tengah 7.564 dari 8.563 desa sudah bermusyawarah. Jawa Barat 74,70 persen": whether a place's share is told in a sentence of
  /// shares alone, right behind one that tells of a whole or a share.
  private func continuesShares(_ index: Int, _ found: [Quantity], in reading: Reading) -> Bool {
    let sentence = found[index].sentence
    guard found[index].percent != nil, found[index].of == nil, sentence > 0 else { return false }
    var isBehind = false
    for other in found {
      if other.sentence == sentence, other.value != nil || other.percent == nil { return false }
      if other.sentence == sentence - 1,
        other.of != nil || (other.percent != nil && other.region != nil)
      {
        isBehind = true
      }
    }
    return isBehind
      && !reading.text.text.sentences[sentence].contains { reading.match(labels.stage, at: $0) != nil }
  }

  /// "Progres pembangunan gerai di 15 kabupaten se-Lampung hampir 40 persen": whether a place's share is all that its sentence counts, behind a word
  /// that it is reached and a stage.
  private func isOnlyShare(_ index: Int, _ found: [Quantity], in reading: Reading) -> Bool {
    let share = found[index]
    guard share.percent != nil, share.of == nil,
      share.range.lowerBound == 0 || reading.match(labels.joiners, at: share.range.lowerBound - 1) == nil
    else { return false }
    let isAlone = !found.indices.contains { other in
      other != index && found[other].sentence == share.sentence
        && (found[other].value != nil || found[other].percent != nil)
    }
    guard isAlone else { return false }
    let before = reading.text.text.sentences[share.sentence].lowerBound..<share.range.lowerBound
    return before.contains { reading.match(labels.stage, at: $0) != nil }
      && before.contains { token in
        reading.match(labels.modality, at: token).flatMap { labels.amounts.modes[$0]?.term } == .done
      }
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
      return !goesOn(found[index], behind: found[..<index], in: reading)
    }
    guard found.indices.contains(where: isUncounted) else { return }
    // Those that are taken out have no unit, so that they serve no other one.
    var index = 0
    while index < found.count {
      if isUncounted(index) { found.remove(at: index) } else { index += 1 }
    }
  }

  /// "Di Labuhanbatu 40 titik sudah masuk portal. Labura sudah 61": whether an amount of a region, behind a word that it is reached and at the
  /// end of what is said, goes on from a counted one of another region in the sentence before.
  private func goesOn(_ quantity: Quantity, behind others: ArraySlice<Quantity>, in reading: Reading) -> Bool
  {
    let end = quantity.range.upperBound
    guard quantity.value ?? 0 > 1, end >= reading.tokens.count || reading.tokens[end].kind == .punctuation,
      let before = others.last, before.unit != nil, before.region != nil, before.value != nil,
      before.region != quantity.region, before.sentence == quantity.sentence - 1
    else { return false }
    return (quantity.range.lowerBound..<quantity.anchor).contains { token in
      reading.match(labels.weighing, at: token) != nil
        || reading.match(labels.modality, at: token).flatMap { labels.amounts.modes[$0]?.term } == .done
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
      if isTold, !isYear(found[index].anchor, of: Self.anyYears, reading) {
        index += 1
      } else {
        found.remove(at: index)
      }
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

  /// Sorts amounts by their numbers' places; most often they stand so.
  private func sort(_ found: inout [Quantity]) {
    func isBefore(_ left: Quantity, _ right: Quantity) -> Bool {
      (left.anchor, left.range.upperBound) < (right.anchor, right.range.upperBound)
    }
    guard found.indices.dropFirst().contains(where: { isBefore(found[$0], found[$0 - 1]) }) else { return }
    found.sort(by: isBefore)
  }

  /// "174 koperasi telah mengantongi badan hukum dari 413 nagori dan kelurahan": an amount to which the word of a whole leads is that of the
  /// smaller one before it in its sentence.
  private func joinWholes(_ found: inout [Quantity], in reading: Reading) {
    var index = 1
    while index < found.count {
      let (part, whole) = (found[index - 1], found[index])
      guard whole.sentence == part.sentence, let value = part.value, let of = whole.value, value < of,
        part.of == nil, part.percent == nil, whole.of == nil, whole.percent == nil, whole.role == nil,
        !part.isListItem, !whole.isListItem, whole.region == nil || whole.region == part.region,
        whole.unit?.isAnyVillage == true,
        reading.match(labels.countWholes, endingAt: whole.range.lowerBound, reach: 2) != nil,
        (part.range.upperBound..<whole.range.lowerBound).contains(where: {
          reading.match(labels.stage, at: $0) != nil
        }),
        !(part.range.upperBound..<whole.range.lowerBound).contains(where: {
          reading.isMark($0, ",") || reading.match(labels.joiners, at: $0) != nil
        })
      else {
        index += 1
        continue
      }
      found[index - 1].of = of
      found[index - 1].wholeUnit = whole.unit
      let next = index + 1
      if next < found.count, found[next].sentence == whole.sentence,
        found[next].range.lowerBound - whole.range.upperBound == 1,
        reading.match(labels.joiners, endingAt: found[next].range.lowerBound) != nil,
        found[next].unit?.isAnyVillage == true, let further = found[next].value
      {
        // A sum that the text does not give: its parts are background.
        found[index - 1].of = of + further
        (found[index].role, found[next].role) = (.total, .total)
        index += 2
      } else {
        found.remove(at: index)
      }
    }
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
    else {
      if let whole = background(quantity) { found.append(whole) }
      return
    }
    found[last].of = quantity.of
    found[last].wholeUnit = quantity.wholeUnit
  }

  /// "Dari 256 desa di Lamsel, tidak semuanya punya tanah": a whole of which no part is counted; nil where it counts no villages.
  private func background(_ denominator: Quantity) -> Quantity? {
    guard let whole = denominator.of, let unit = denominator.wholeUnit ?? denominator.unit, unit.isAnyVillage
    else { return nil }
    var background = denominator
    background.value = whole
    background.unit = unit
    background.of = nil
    background.isDenominator = false
    background.role = .total
    return background
  }

  private func isWithinDate(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.dates.contains { $0.range.contains(quantity.anchor) }
  }
}
