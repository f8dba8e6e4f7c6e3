internal import PantauGazetteer
internal import PantauMerge
public import PantauRecords

extension [TrackLine] {
  /// What the parts of regions add up to, beside what the regions themselves were reported to have.
  /// Names of regions, and how many parts they have, are the gazetteer's.
  public func rollUps(setup: Setup) -> [RollUp] {
    let sizes = setup.partCounts()
    return RollUpBuilder { code in
      (sizes[code ?? ""], code.map { setup.label(ofCode: $0) } ?? Setup.country)
    }.rollUps(of: self)
  }

  /// Identifiers of all articles behind the lines.
  public var articles: Set<String> { Set(flatMap { $0.evidence.map(\.article.id) }) }
}

extension Setup {
  /// The canonical label of the region with this official code; nil where the gazetteer does not hold it.
  public func label(ofCode code: String) -> String? { gazetteer.region(code: code)?.label }

  /// How many regions lie one level below, by code; the country's code is empty. Districts have no count: only an
  /// imported table would tell.
  fileprivate func partCounts() -> [String: Int] {
    var counts: [String: Int] = [:]
    for region in gazetteer.regions.prefix(gazetteer.ownCount) {
      counts[region.parentCode ?? "", default: 0] += 1
      if let districts = region.districts, region.level != .province { counts[region.code] = districts }
    }
    return counts
  }
}
