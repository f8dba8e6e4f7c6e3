import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Words for the whole country beside an amount.
extension RegionChoice {
  /// Words for the whole country count as a region that stands where they stand; a country's number needs none.
  func nationalScore(_ quantity: Quantity) -> Double {
    var score = reading.focus == nil ? 0.1 : -1
    // "Seluruh koperasi tersebut akan diluncurkan secara nasional": those spoken of before.
    if quantity.all, reading.focus != nil, reading.pointsBack(quantity.range.upperBound) { return score }
    if quantity.all, quantity.value == nil { score = max(score, nationBefore(quantity)) }
    let sentence = reading.sentences[quantity.sentence]
    for nation in cues.nations where sentence.contains(Int(nation)) {
      let token = Int(nation)
      guard isCountry(token) else { continue }
      // "Saat peluncuran nasional": the occasion is the country's, not the amount.
      if reading.match(reading.labels.stage, endingAt: token, reach: 3) != nil { continue }
      // "Deputi Kementerian Koperasi mencatat di Kabupaten Jayapura": the place nearer to the amount counts.
      let isNearer = reading.mentions.contains { mention in
        mention.range.lowerBound > token && mention.range.upperBound <= quantity.anchor
          && quantity.zone.contains(mention.range.lowerBound) && !mention.isDateline
      }
      if isNearer { continue }
      let near = quantity.zone.contains(token)
      // Behind the amount it must be near to be said of it.
      let gap = token < quantity.anchor ? quantity.anchor - token : 6 * (token - quantity.range.upperBound)
      // "103 koperasi percontohan se-Indonesia": said of the amount and nothing else.
      let isLinked =
        token >= quantity.range.upperBound && token - quantity.range.upperBound <= 2
        && reading.has(reading.labels.placeLinks, at: token)
      score = max(
        score,
        (isLinked ? weights.regionLinked : 0) + (near ? weights.regionNational : weights.regionSentenceBefore)
          + weights.regionDistance * Double(gap))
    }
    return score
  }

  /// The last word for the whole country before an amount in its sentence; -1 where there is none.
  func lastNation(before quantity: Quantity) -> Int {
    let words = reading.sentences[quantity.sentence].lowerBound..<quantity.anchor
    return cues.nations.last { words.contains(Int($0)) && isCountry(Int($0)) }.map { Int($0) } ?? -1
  }

  /// "Jadwal nasional sudah ditetapkan pusat. Musyawarah di semua desa harus selesai 31 Mei": what the country counts as for all, where neither
  /// the sentence nor the one before it, which speaks of the country, names a place.
  private func nationBefore(_ quantity: Quantity) -> Double {
    let before = quantity.sentence - 1
    guard before >= 0, reading.paragraphOfSentence[before] == reading.paragraphOfSentence[quantity.sentence],
      reading.mentions(of: before..<quantity.sentence + 1).isEmpty
    else { return -.infinity }
    let sentence = reading.sentences[before]
    let speaks = cues.nations.contains { sentence.contains(Int($0)) && isCountry(Int($0)) }
    return speaks ? weights.regionNational : -.infinity
  }

  /// Whether a word for the whole country stands at a token that tells no stage besides, as "diluncurkan secara nasional" does.
  private func isCountry(_ token: Int) -> Bool {
    reading.match(reading.labels.nationalWords, at: token).map { reading.words.nations[$0]?.stage == nil }
      ?? false
  }

  /// Whether a word for the whole country stands in an amount's sentence.
  func isOfCountry(_ quantity: Quantity) -> Bool {
    let sentence = reading.sentences[quantity.sentence]
    return cues.nations.contains { sentence.contains(Int($0)) }
  }
}
