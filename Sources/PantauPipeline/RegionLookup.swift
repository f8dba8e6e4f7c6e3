internal import PantauExport
internal import PantauGazetteer
internal import PantauRecords

/// The regions that a name stands for.
public struct RegionLookup: Sendable {
  private let regions: [Region]
  private let parents: [[Region]]

  /// All regions that bear `name` as name, short form, label ("Kota Batam") or code.
  public init(_ name: String, in setup: Setup) {
    let gazetteer = setup.gazetteer
    var indices = gazetteer.indices(named: name)
    if let code = gazetteer.index(code: name) { indices.append(code) }
    for level in RegionLevel.allCases {
      let word = level.word.lowercased() + " "
      guard name.lowercased().hasPrefix(word) else { continue }
      indices += gazetteer.indices(named: name.dropFirst(word.count), levels: [level], within: nil)
    }
    var seen: Set<Int> = []
    regions = indices.filter { seen.insert($0).inserted }.map { gazetteer.regions[$0] }
      .sorted { (RegionLookup.rank($0), $0.code) < (RegionLookup.rank($1), $1.code) }
    parents = regions.map { region in
      var above: [Region] = []
      var code = region.parentCode
      while let next = code, let parent = gazetteer.region(code: next) {
        above.append(parent)
        code = parent.parentCode
      }
      return above
    }
  }

  /// Whether no region bears the name.
  public var isEmpty: Bool { regions.isEmpty }

  /// One line for each region, aligned.
  public var table: String {
    var table = PlainTable([
      .init("Region"), .init("Code"), .init("Within"), .init("Districts", isNumber: true),
      .init("Urban villages", isNumber: true), .init("Villages", isNumber: true), .init("Capital"),
      .init("Also"),
    ])
    for (region, above) in zip(regions, parents) {
      let counts = [region.districts, region.urbanVillages, region.villages].map { $0.map { "\($0)" } ?? "" }
      table.rows.append(
        [region.label, region.code, above.map(\.label).joined(separator: ", ")] + counts
          + [region.capital ?? "", region.short.joined(separator: ", ")])
    }
    return table.text()
  }

  /// An array of objects, one a line.
  public var json: [UInt8] {
    JSONRows.bytes(Array(zip(regions, parents))) { found, json in write(found.0, found.1, &json) }
  }

  private func write(_ region: Region, _ above: [Region], _ json: inout JSONWriter) {
    json.key("region")
    json.string(region.label)
    json.key("name")
    json.string(region.name)
    json.key("level")
    json.string(region.level.rawValue)
    json.key("code")
    json.string(region.code)
    json.key("iso")
    json.string(orNull: region.iso)
    json.key("within")
    json.array { json in for parent in above { json.string(parent.label) } }
    json.key("capital")
    json.string(orNull: region.capital)
    json.key("short")
    json.array { json in for name in region.short { json.string(name) } }
    for (key, count) in [
      ("districts" as StaticString, region.districts), ("urban_villages", region.urbanVillages),
      ("villages", region.villages),
    ] {
      json.key(key)
      json.number(count.map(Double.init))
    }
  }

  private static func rank(_ region: Region) -> Int { RegionLevel.allCases.firstIndex(of: region.level) ?? 0 }
}
