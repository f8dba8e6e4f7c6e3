import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Short forms of regions that the article makes for itself: "Minahasa Tenggara (Mitra)", then "Pemkab Mitra".
extension RegionFinder {
  /// Adds a mention wherever a short form stands that the article introduced in brackets behind a region found before.
  func addAliases(to reading: inout Reading) {
    guard !reading.placeAliases.isEmpty else { return }
    var regions: [(short: [UInt8], region: Int)] = []
    for (short, full) in reading.placeAliases.all {
      if let index = reading.regions.firstIndex(where: { $0.gazetteer != nil && $0.name == full }) {
        regions.append((short, index))
      }
    }
    guard !regions.isEmpty else { return }
    for capital in reading.capitals {
      let token = Int(capital)
      let word = reading.tokens[token]
      let known = reading.text.text.bytes.withUnsafeBufferPointer { bytes in
        let word = UnsafeBufferPointer(rebasing: bytes[Int(word.start)..<Int(word.end)])
        return regions.first { PlaceCase.isSame(word, folded: $0.short) }
      }
      guard let known, reading.match(labels.region, at: token) == nil else { continue }
      let region = known.region
      let start = levels(before: token, in: reading).1
      reading.add(PlaceMention(range: start..<token + 1, region: region))
      reading.text.matches.add(Match(label: labels.region, range: token..<token + 1, payload: Int32(region)))
    }
  }
}
