import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Villages without a level word that the gazetteer knows in the regencies and cities that an article names: "Dermo punya industri batik".
extension VillageFinder {
  /// Fewest letters of a village's name that is read without a level word.
  private static let leastLetters = 3

  /// Adds a mention wherever the whole name of a known village stands by itself in the body, of the kind that the gazetteer tells.
  ///
  /// Places found before are left as they are, and so are words that may be something else at the beginning of a sentence.
  func readKnownVillages(in reading: inout Reading, _ prefixes: NamePrefixes) {
    let holders = holders(in: reading).filter { $0.villages != nil }
    guard !holders.isEmpty else { return }
    var filter = NameFilter()
    for holder in holders { if let names = holder.villages { filter.formUnion(names.filter) } }
    var next = reading.bodyStart
    for (number, capital) in reading.capitals.enumerated() where Int(capital) >= next {
      let token = Int(capital)
      guard prefixes.mayLead(number, to: filter), !reading.places.isCovered(token),
        let (name, holder) = knownVillage(at: token, of: holders, in: reading),
        standsAlone(name, in: reading), !isOfAnother(name, in: reading),
        !isSeat(name, of: holders, in: reading)
      else { continue }
      next = name.upperBound
      let key = PlaceText(name, in: reading.text.text).key
      let kinds = holder.kinds(key)
      let level = VillageFinder.level(of: kinds) ?? villageLevel(of: holder.region, reading)
      add(level, name, name, within: reading.regions[holder.region].label, to: &reading)
    }
  }

  /// The kind of village for which a name stands in the regency or city `within`, or else in those that the article names; nil where
  /// they have none of the name, or have both kinds.
  func knownLevel(_ key: UInt64, within: String?, in reading: Reading) -> RegionLevel? {
    let holders = holders(in: reading)
    func kinds(_ holders: [Holder]) -> VillageTable.Kinds {
      holders.reduce(into: []) { $0.formUnion($1.kinds(key)) }
    }
    let own = kinds(holders.filter { reading.regions[$0.region].label == within })
    return VillageFinder.level(of: own.isEmpty ? kinds(holders) : own)
  }

  /// Whether the regencies and cities that the article names have a village, and no district, of each of these names.
  func areKnownVillages(_ names: [Range<Int>], in reading: Reading) -> Bool {
    let holders = holders(in: reading)
    return names.allSatisfy { name in
      let key = PlaceText(name, in: reading.text.text).key
      return holders.contains { !$0.kinds(key).isEmpty }
        && !holders.contains { gazetteer.districts.contains(key, in: $0.number) }
    }
  }

  /// The longest beginning of a run that names a village of a regency or city that the article names.
  func villagePrefix(of run: Range<Int>, in reading: Reading) -> Range<Int>? {
    knownVillage(at: run.lowerBound, of: holders(in: reading), in: reading)
      .flatMap { $0.name.upperBound <= run.upperBound ? $0.name : nil }
  }

  /// The village's part of a run that ends with its district's name: "Gembyungan | Randublatung".
  func withoutDistrict(_ run: Range<Int>, in reading: Reading) -> Range<Int> {
    guard run.count > 1, let village = villagePrefix(of: run, in: reading), village != run,
      districtPrefix(of: village.upperBound..<run.upperBound, in: reading)
        == village.upperBound..<run.upperBound
    else { return run }
    return village
  }

  private static func level(of kinds: VillageTable.Kinds) -> RegionLevel? {
    switch kinds {
    case .village: .village
    case .urbanVillage: .urbanVillage
    default: nil
    }
  }

  /// The longest name of a village that begins at a token.
  func knownVillage(
    at start: Int, of holders: [Holder], in reading: Reading
  ) -> (name: Range<Int>, holder: Holder)? {
    knownName(at: start, of: holders, in: reading) {
      !$1.kinds($0).isEmpty
    }
  }

  /// Whether a name is too short or a word of something else, or part of what stands beside it: "Riau | Silip", "Meurah | Burhan".
  private func isOfAnother(_ name: Range<Int>, in reading: Reading) -> Bool {
    func isCapital(_ token: Int) -> Bool {
      reading.tokens.indices.contains(token) && reading.tokens[token].kind == .word
        && reading.tokens[token].traits.contains(.capitalised)
    }
    let behind = name.upperBound
    let isPartBefore = isCapital(name.lowerBound - 1) && reading.places.isCovered(name.lowerBound - 1)
    let isPartBehind =
      isCapital(behind) && !reading.tokens[behind].traits.contains(.lineStart)
      && reading.match(labels.region, at: behind) == nil
      && reading.match(labels.villageWords, at: behind) == nil
    return reading.text.text.byteRange(name).count < Self.leastLetters || isPartBefore || isPartBehind
      || reading.match(labels.notRegions, at: name.lowerBound).map { Int($0.end) >= behind } ?? false
  }

  /// Whether a name is that of a regency's seat, which stands for the town.
  private func isSeat(_ name: Range<Int>, of holders: [Holder], in reading: Reading) -> Bool {
    holders.contains { holder in
      gazetteer.regions[holder.number].capital.map {
        PlaceText.isSame(name, $0, in: reading.text.text)
      } ?? false
    }
  }
}
