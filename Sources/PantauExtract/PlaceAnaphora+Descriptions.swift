import PantauRules
import PantauText

/// Places that are described instead of named again: "kabupaten di ujung utara Sulawesi Barat ini", "daerah berjuluk Bumi Oheo itu".
extension PlaceAnaphora {
  /// Most tokens between the words that lead a description and the one that ends it.
  private static let longestDescription = 10

  /// Adds a mention for each description that points back to a place named before it.
  func addDescribed(to found: inout [PlaceMention], in reading: inout Reading) {
    let label = labels.placeDescriptions
    for lead in reading.leads {
      let start = Int(lead)
      guard start >= reading.bodyStart, let match = reading.match(label, at: start),
        let level = reading.text.column("level", of: match), !level.isEmpty,
        // "Wali kota yang akrab disapa Ning Ita itu", "empat kabupaten dengan 82 distrik itu"
        reading.match(labels.offices, endingAt: start + 1, reach: 2) == nil,
        reading.match(labels.number, endingAt: start, reach: 3) == nil,
        let end = end(of: match, in: reading),
        let region = region(level, isOwn: false, before: start, in: &reading)
      else { continue }
      found.append(PlaceMention(range: start..<end, region: region, isAnaphor: true))
    }
  }

  /// Behind the first word that points back, where it stands in the same clause and behind a word that it may.
  private func end(of lead: Match, in reading: Reading) -> Int? {
    let first = Int(lead.end)
    let limit = min(
      first + Self.longestDescription,
      reading.text.text.sentences[reading.sentence(of: Int(lead.start))].upperBound)
    for token in first..<max(first, limit) {
      if reading.tokens[token].kind == .punctuation, !reading.isMark(token, "-") { return nil }
      guard let match = reading.match(labels.placeDescriptions, at: token),
        reading.text.column("part", of: match) == "end"
      else { continue }
      let isNamed = reading.text.column("behind", of: lead) == "name"
      return !isNamed || isPlace(endingAt: token, in: reading) ? token + 1 : nil
    }
    return nil
  }

  /// Whether a name, or something that regions are counted in, ends before a token.
  private func isPlace(endingAt token: Int, in reading: Reading) -> Bool {
    reading.tokens[token - 1].traits.contains(.capitalised)
      || reading.match(labels.unit, endingAt: token, reach: 1) != nil
      || reading.match(labels.institutions, endingAt: token, reach: 1) != nil
  }
}
