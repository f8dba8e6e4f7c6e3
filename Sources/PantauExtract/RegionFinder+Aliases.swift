import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Short forms of regions that the article makes for itself: "Minahasa Tenggara (Mitra)", then "Pemkab Mitra".
extension RegionFinder {
  /// Adds a mention wherever a short form stands that the article introduced in brackets behind a region found before.
  func addAliases(to reading: inout Reading) {
    let aliases = reading.placeAliases
    guard !aliases.isEmpty else { return }
    var regions: [(key: UInt64, short: [UInt8], region: Int)] = []
    for (short, full) in aliases {
      if let index = reading.regions.firstIndex(where: { $0.gazetteer != nil && $0.name == full }) {
        regions.append((short.withUnsafeBufferPointer { PlaceCase.foldedHash($0) }, short, index))
      }
    }
    guard !regions.isEmpty else { return }
    for token in reading.tokens.indices {
      let word = reading.tokens[token]
      guard word.kind == .word, word.traits.contains(.capitalised) else { continue }
      let key = reading.text.text.bytes.withUnsafeBufferPointer {
        PlaceCase.foldedHash(UnsafeBufferPointer(rebasing: $0[Int(word.start)..<Int(word.end)]))
      }
      guard let known = regions.first(where: { $0.key == key }),
        PlaceCase.folded(reading.text.text.string(token..<token + 1)) == known.short,
        reading.match(labels.region, at: token) == nil
      else { continue }
      let region = known.region
      let start = levels(before: token, in: reading).1
      reading.regionMentions.append(PlaceMention(range: start..<token + 1, region: region))
      reading.text.matches.add(Match(label: labels.region, range: token..<token + 1, payload: Int32(region)))
    }
  }
}
