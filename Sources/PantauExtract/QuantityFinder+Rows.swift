import PantauRules
import PantauText

/// Rows of numbers beside rows of regions.
extension QuantityFinder {
  /// "Cilacap dan Kebumen, masing-masing 284 dan 460 unit", "21 dan 17 titik di Tanah Bumbu dan Kotabaru": of as many numbers as
  /// regions each is said of the region in its place. Numbers that count only so are left out where no row of regions stands.
  func pairRows(_ found: inout [Quantity], in reading: Reading) {
    var first = 0
    while first < found.count {
      var last = first
      while last + 1 < found.count, goesOn(found[last], found[last + 1], reading) { last += 1 }
      if last > first { pair(&found, first...last, reading) }
      first = last + 1
    }
    found.removeAll { labels.constants[$0.rule].paired && $0.region == nil }
  }

  /// Whether only commas and joining words part two amounts, of which the second is a number and no more.
  private func goesOn(_ left: Quantity, _ right: Quantity, _ reading: Reading) -> Bool {
    let gap = left.range.upperBound..<max(left.range.upperBound, right.range.lowerBound)
    guard left.sentence == right.sentence, !gap.isEmpty, gap.count <= 2,
      right.range.lowerBound == right.anchor, !namesPlace(left, reading),
      // "12 dan 34 persen": the sign behind the last number is said of all.
      (left.value != nil) == (right.value != nil) || labels.constants[left.rule].paired
    else { return false }
    return gap.allSatisfy { reading.isMark($0, ",") || reading.match(labels.joiners, at: $0) != nil }
  }

  /// "8 kampung di Distrik Beoga, serta 5 kampung di …": whether an amount's own place stands behind its number.
  private func namesPlace(_ quantity: Quantity, _ reading: Reading) -> Bool {
    (quantity.anchor..<quantity.range.upperBound).contains { reading.match(labels.region, at: $0) != nil }
  }

  private func pair(_ found: inout [Quantity], _ row: ClosedRange<Int>, _ reading: Reading) {
    let units = Set(row.compactMap { found[$0].unit })
    guard units.count <= 1, let places = places(beside: found[row], reading) else { return }
    let isShare = found[row.upperBound].value == nil
    for (index, place) in zip(row, places) {
      if isShare, let number = found[index].value {
        (found[index].value, found[index].percent) = (nil, number)
      }
      found[index].region = place
      found[index].unit = units.first
      found[index].isListItem = true
      found[index].isDistributed = false
    }
  }

  /// The regions, as many as the numbers of `row`, that stand beside it in its sentence.
  private func places(beside row: ArraySlice<Quantity>, _ reading: Reading) -> [Int]? {
    guard let first = row.first, let last = row.last else { return nil }
    let sentence = reading.text.text.sentences[first.sentence]
    let mentions = reading.regionMentions.filter {
      sentence.contains($0.range.lowerBound) && !$0.isDateline && !$0.isQualifier && !$0.isAnaphor
    }
    guard mentions.count >= row.count else { return nil }
    func isEach(_ gap: Range<Int>) -> Bool {
      gap.contains { reading.match(labels.distributives, at: $0) != nil }
    }
    for run in reading.runs(of: mentions) where run.count == row.count {
      let places = run.map(\.region)
      guard let start = run.first?.range.lowerBound, let end = run.last?.range.upperBound,
        Set(places).count == row.count
      else { continue }
      if end <= first.anchor {
        let gap = end..<first.anchor
        let holdsNumber = gap.contains { reading.match(labels.number, at: $0) != nil }
        if !holdsNumber, gap.count <= 6 || isEach(gap) { return places }
      } else if start > last.anchor, start - last.range.upperBound <= 5 {
        let isPlace = reading.match(labels.prepositions, endingAt: start, reach: 2) != nil
        if last.range.contains(start) || (isPlace && isEach(last.anchor..<start)) { return places }
      }
    }
    return nil
  }

  /// The number for which a word stands that points back: 3 for "ketiganya".
  func backReference(at token: Int, in reading: Reading) -> Double? {
    reading.match(labels.backReferences, at: token).flatMap { reading.text.column("value", of: $0) }
      .flatMap { Double($0) }
  }

  /// Gives a word that points back the unit of the amount it stands for, told in its sentence or one of the two before, be it as the whole of
  /// a part; where there is none it counts nothing of the programme's.
  func withoutStrayReferences(_ found: [Quantity], in reading: Reading) -> [Quantity] {
    func pointsBack(_ quantity: Quantity) -> Bool {
      quantity.value != nil && quantity.region == nil
        && (labels.constants[quantity.rule].again || reading.pointsBack(quantity.range.upperBound))
    }
    guard found.contains(where: { labels.constants[$0.rule].back || pointsBack($0) }) else { return found }
    var kept: [Quantity] = []
    for var quantity in found {
      if labels.constants[quantity.rule].back {
        func isTold(_ value: Double?, _ other: Quantity) -> Bool {
          value == quantity.value && other.unit != nil && quantity.sentence - other.sentence <= 2
        }
        if let told = kept.last(where: { isTold($0.value, $0) }) {
          quantity.unit = told.unit
          quantity.region = told.isListItem ? nil : told.region
        } else if let part = kept.last(where: { isTold($0.of, $0) }) {
          // "Dua dari tiga desa itu berada di Batang Asai. Ketiganya ditargetkan …"
          quantity.unit = part.wholeUnit ?? part.unit
          quantity.region = nil
        } else if let noun = noun(behind: quantity.value, before: quantity, in: reading) {
          (quantity.unit, quantity.region) = noun
        } else if let unit = unit(ofDue: quantity, kept, in: reading) {
          (quantity.unit, quantity.region) = (unit, nil)
        } else {
          continue
        }
      } else if pointsBack(quantity), !kept.contains(where: { $0.value == quantity.value }) {
        quantity.region = noun(behind: quantity.value, before: quantity, in: reading)?.1
      }
      kept.append(quantity)
    }
    return kept
  }

  /// "Tiga koperasi di Kecamatan Cepu belum buka. Ketiganya …": what a number of the sentence or one of the two before counts, whatever is said
  /// of it, and the place to which a preposition leads right behind that.
  private func noun(behind value: Double?, before quantity: Quantity, in reading: Reading) -> (Term?, Int?)? {
    for number in reading.numberRanges.reversed() where number.upperBound <= quantity.anchor {
      if quantity.sentence - reading.sentence(of: number.lowerBound) > 2 { return nil }
      guard let match = reading.match(labels.number, at: number.lowerBound),
        reading.numbers[Int(match.payload)].value == value,
        let noun = reading.match(labels.unit, at: number.upperBound)
      else { continue }
      // "Tiga Koperasi Merah Putih di …"
      let named = reading.match(labels.programme, at: Int(noun.start))
      let end = Int(max(noun.end, named?.end ?? 0))
      let place = reading.match(labels.prepositions, at: end).flatMap { preposition in
        reading.match(labels.region, at: Int(preposition.end)).map { Int($0.payload) }
      }
      return (labels.amounts.units[noun]?.term, place)
    }
    return nil
  }

  /// "Dua di antaranya menjadi percontohan. Keduanya mulai usaha sebelum 21 Juli": the unit of as many, further above or as a part of what was
  /// counted before, for which a day is told.
  private func unit(ofDue quantity: Quantity, _ kept: [Quantity], in reading: Reading) -> Term? {
    let sentence = reading.text.text.sentences[quantity.sentence]
    guard reading.dates.contains(where: { sentence.contains($0.range.lowerBound) }) else { return nil }
    let near = kept.suffix(8)
    guard
      let told = near.last(where: { $0.value == quantity.value && quantity.sentence - $0.sentence <= 4 })
    else { return nil }
    if told.unit != nil { return told.unit }
    guard told.rule >= 0, labels.constants[told.rule].isOfThem else { return nil }
    return near.last { $0.unit != nil && $0.anchor < told.anchor }?.unit
  }
}
