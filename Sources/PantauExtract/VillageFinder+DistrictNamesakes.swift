import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Districts that bear a regency's or city's name, in lists and rows of districts: "Selaparang dan Mataram masing-masing 9", "Tebing Tinggi: 9".
extension VillageFinder {
  /// Most tokens between two names of a list, with their amounts.
  private static let widestGap = 7

  /// Reads a bare name that was taken for a regency's or city's as that of a district, where a regency or city of the article has such a
  /// district and the name beside it, or that of the line beside it, is another district's there.
  func readDistrictNamesakes(in reading: inout Reading) {
    guard reading.regions.contains(where: { $0.level == .district }) else { return }
    let holders = holders(in: reading)
    guard !holders.isEmpty else { return }
    let mentions = reading.regionMentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
    // Which mentions are districts'.
    var isDistrict = mentions.map { reading.regions[$0.region].level == .district }
    func read(_ index: Int, beside other: Int) {
      guard mentions.indices.contains(other), isDistrict[other], !isDistrict[index],
        isBareRegency(mentions[index], in: reading)
      else { return }
      let keys = [index, other].map { reading.regions[mentions[$0].region].key }
      let parent = holders.first { holder in
        keys.allSatisfy { gazetteer.districts.contains($0, in: holder.number) }
      }
      // "Kecamatan Karangasem, Karangasem": a comma leads from a district to its regency as well.
      guard let parent,
        isBeside(
          mentions[index].range, mentions[other].range,
          needsMoreThanCommas: parent.region == mentions[index].region, in: reading)
      else { return }
      isDistrict[index] = true
      replace(mentions[index], byDistrictIn: parent, in: &reading)
    }
    // A name that is read so may stand beside a further one.
    for index in mentions.indices { read(index, beside: index - 1) }
    for index in mentions.indices.reversed() { read(index, beside: index + 1) }
  }

  private func replace(_ mention: PlaceMention, byDistrictIn holder: Holder, in reading: inout Reading) {
    let (name, within) = (mention.range, reading.regions[holder.region].label)
    var old: [Int] = []
    reading.text.matches.forEach(at: name.lowerBound) { index in
      let match = reading.text.matches.matches[index]
      if match.label == labels.region, Int(match.end) == name.upperBound { old.append(index) }
    }
    add(.district, name, name, within: within, isTold: true, to: &reading)
    guard let district = reading.regionMentions.last?.region else { return }
    for index in old {
      reading.text.matches.relabel(Int32(index), labels.region, payload: Int32(district))
    }
    // What was taken to lie in the regency or city of that name lies where the district does.
    let wrong = reading.regions[mention.region].label
    for (index, region) in reading.regions.enumerated()
    where wrong != within && region.within == wrong && region.code == nil
      && gazetteer.districts.contains(region.key, in: holder.number)
    {
      reading.regions[index] = FoundRegion(level: region.level, name: region.name, within: within)
    }
  }

  /// Whether a mention of the body is a regency's or city's name without its level.
  private func isBareRegency(_ mention: PlaceMention, in reading: Reading) -> Bool {
    mention.range.lowerBound >= reading.bodyStart && !mention.isDateline
      && reading.regions[mention.region].level.rank == 1
      && PlaceText.isSame(mention.range, reading.regions[mention.region].name, in: reading.text.text)
  }

  /// Whether two names stand in one list, with joining words, amounts and marks between them, or at the beginning of neighbouring lines.
  private func isBeside(
    _ left: Range<Int>, _ right: Range<Int>, needsMoreThanCommas: Bool, in reading: Reading
  ) -> Bool {
    let (first, second) = left.lowerBound < right.lowerBound ? (left, right) : (right, left)
    let gap = first.upperBound..<max(first.upperBound, second.lowerBound)
    if gap.isEmpty { return false }
    if reading.tokens[first.lowerBound].traits.contains(.lineStart),
      reading.tokens[second.lowerBound].traits.contains(.lineStart)
    {
      return gap.count <= 2 * Self.widestGap
        && !gap.contains { reading.tokens[$0].traits.contains(.lineStart) }
    }
    guard gap.count <= Self.widestGap,
      reading.sentence(of: first.lowerBound) == reading.sentence(of: second.lowerBound)
    else { return false }
    return gap.allSatisfy { token in
      reading.isMark(token, ",") || reading.isMark(token, "(") || reading.isMark(token, ")")
        || reading.tokens[token].kind == .number
        || reading.match(labels.joiners, at: token) != nil
        || reading.match(labels.number, at: token) != nil
        || reading.match(labels.numbers, at: token) != nil
        || reading.match(labels.distributives, at: token) != nil
        || reading.match(labels.unit, at: token) != nil
    } && (!needsMoreThanCommas || gap.contains { !reading.isMark($0, ",") })
  }
}
