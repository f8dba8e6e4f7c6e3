internal import PantauGazetteer
internal import PantauMerge
public import PantauRecords
public import PantauStore

extension [TrackLine] {
  /// What the parts of regions add up to, beside what the regions themselves were reported to have.
  /// Names of regions, and how many parts they have, are the gazetteer's.
  public func rollUps(setup: Setup) -> [RollUp] {
    let sizes = setup.partCounts()
    return RollUpBuilder { code in
      (sizes[code ?? ""], code.map { setup.label(ofCode: $0) } ?? Statement.country)
    }.rollUps(of: self)
  }
}

extension LedgerStore {
  /// ``Article/text`` of the articles behind `lines`, by identifier: what quotes are shown in.
  public func bodies(of lines: [TrackLine]) throws -> [String: String] {
    let ids = Set(lines.flatMap { $0.evidence.map(\.article.id) })
    let articles = try texts(of: ids.sorted())
    return Dictionary(articles.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
  }
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
