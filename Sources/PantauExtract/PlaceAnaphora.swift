import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Words that point back to a place: "di kecamatan itu", "kabupaten ini", "tingkat provinsi".
struct PlaceAnaphora: Sendable {
  let gazetteer: Gazetteer
  let labels: Labels

  /// Adds a mention for each that points to a place named before it, or to the province in which the article's place lies.
  func resolve(in reading: inout Reading) {
    var found: [PlaceMention] = []
    for match in matches(in: reading) {
      guard Int(match.start) >= reading.bodyStart, reading.match(labels.region, at: Int(match.end)) == nil,
        let level = reading.text.column("level", of: match)
      else { continue }
      if let count = reading.text.column("count", of: match).flatMap({ Int($0) }) {
        for place in places(count, level, before: Int(match.start), in: reading) {
          found.append(PlaceMention(range: match.range, region: place, isAnaphor: true))
        }
        continue
      }
      guard
        let region = region(
          level, isOwn: reading.text.column("near", of: match) == "this", before: Int(match.start),
          in: &reading)
      else { continue }
      found.append(PlaceMention(range: match.range, region: region, isAnaphor: true))
    }
    addDescribed(to: &found, in: &reading)
    guard !found.isEmpty else { return }
    reading.regionMentions += found
    reading.regionMentions.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "Di kedua provinsi": the places of a level that were named last, as many as the words count, in order; none where fewer were named.
  private func places(_ count: Int, _ level: String, before token: Int, in reading: Reading) -> [Int] {
    var places: [Int] = []
    for mention in reading.regionMentions.reversed()
    where mention.range.upperBound <= token && !mention.isDateline
      && fits(reading.regions[mention.region].level, level) && !places.contains(mention.region)
    {
      places.append(mention.region)
      if places.count == count { return places.reversed() }
    }
    return []
  }

  /// The words that point back, in order, of those at one token the shorter first.
  private func matches(in reading: Reading) -> [Match] {
    let label = labels.placeAnaphora
    var found: [Match] = []
    for lead in reading.leads {
      let first = found.count
      reading.text.matches.forEach(at: Int(lead)) { index in
        let match = reading.text.matches.matches[index]
        if match.label == label { found.append(match) }
      }
      if found.count > first + 1 { found[first...].reverse() }
    }
    return found
  }

  func region(
    _ level: String, isOwn: Bool, before token: Int, in reading: inout Reading
  ) -> Int? {
    if isOwn, level != "any", let focus = reading.focus, fits(reading.regions[focus].level, level) {
      return focus
    }
    if level == "any", let district = district(spokenOf: isOwn, before: token, in: reading) {
      return district
    }
    let last = reading.regionMentions.last { mention in
      guard mention.range.upperBound <= token, !mention.isDateline else { return false }
      return fits(reading.regions[mention.region].level, level)
    }
    if isOwn, level == "any", let focus = reading.focus { return focus }
    if let last { return last.region }
    return level == RegionLevel.province.rawValue ? province(of: &reading) : nil
  }

  /// "Di Kecamatan Jatilawang baru enam dari 11 desa di sana": the district named last before a token, in its sentence or the one before it, behind
  /// all regencies there; for words that point to the article's own place, the one that its headline names and no regency.
  private func district(spokenOf isOwn: Bool, before token: Int, in reading: Reading) -> Int? {
    let first = reading.text.text.sentences[max(0, reading.sentence(of: token) - 1)].lowerBound
    let near = isOwn ? 0..<reading.bodyStart : max(first, reading.bodyStart)..<token
    let last = reading.regionMentions.last { mention in
      near.contains(mention.range.lowerBound) && !mention.isDateline
        && reading.regions[mention.region].level.rank <= 2
    }
    return last.flatMap { reading.regions[$0.region].level == .district ? $0.region : nil }
  }

  private func fits(_ known: RegionLevel, _ level: String) -> Bool {
    level == "any" ? known.rank == 1 : known.rawValue == level || (level == "regency" && known == .city)
  }

  /// The province of the article's place, which the article need not name.
  private func province(of reading: inout Reading) -> Int? {
    guard let focus = reading.focus, let code = reading.regions[focus].code?.prefix(2),
      let index = gazetteer.index(code: String(code))
    else { return nil }
    if let known = reading.regions.firstIndex(where: { $0.gazetteer == index }) { return known }
    let region = gazetteer.regions[index]
    reading.regions.append(
      FoundRegion(gazetteer: index, level: region.level, name: region.name, code: region.code))
    return reading.regions.count - 1
  }
}
