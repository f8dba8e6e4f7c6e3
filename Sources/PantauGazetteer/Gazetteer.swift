public import PantauRecords

/// Names, codes and sizes of Indonesia's administrative regions.
///
/// The project's own table has provinces, regencies and cities; an imported code table adds districts and villages.
public struct Gazetteer: Sendable {
  /// All regions; those of the project's table first.
  public private(set) var regions = RegionList()
  /// Number of regions that the project's own table holds.
  public let ownCount: Int
  /// Villages and kelurahan of the province that has most of them, by the project's own table; 0 where it tells none.
  public let largestProvince: Int
  /// The districts of the project's own table, by name.
  public private(set) var districts = DistrictTable()
  /// The villages of the project's own table, by name.
  public private(set) var villageNames = VillageTable()
  private var byCode: KeyTable
  private var byName: KeyTable

  /// - Parameters:
  ///   - table: text of `rules/gazetteer/regions.tsv`.
  ///   - path: the table's name in messages.
  ///   - imported: further regions, from ``CodeTable``.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  public init(table: String, path: String, imported: [Region] = []) throws(GazetteerError) {
    let own = try Gazetteer.own(table, path)
    self.init(own, capacity: imported.count)
    for region in imported where index(code: region.code) == nil { add(region) }
  }

  /// A gazetteer with all rows of an imported table, which takes next to no time: the index is used as it is.
  ///
  /// - Parameters:
  ///   - table: text of `rules/gazetteer/regions.tsv`.
  ///   - path: the table's name in messages.
  ///   - index: the imported table.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  public init(table: String, path: String, index: RegionIndex) throws(GazetteerError) {
    try self.init(table: table, path: path)
    regions.setIndex(index)
  }

  private init(_ own: [Region], capacity: Int) {
    ownCount = own.count
    largestProvince = own.lazy.filter { $0.level == .province }.compactMap(\.allVillages).max() ?? 0
    byCode = KeyTable(capacity: own.count + capacity)
    byName = KeyTable(capacity: own.count * 2 + capacity)
    for region in own { add(region) }
  }

  /// Takes in the districts of regencies and cities by name.
  ///
  /// - Parameters:
  ///   - table: text of `rules/gazetteer/districts.tsv`.
  ///   - path: the table's name in messages.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  public mutating func readDistricts(table: String, path: String) throws(GazetteerError) {
    districts = try DistrictTable(table: table, path: path, regions: Array(regions.prefix(ownCount)))
  }

  /// Takes in the villages of regencies and cities by name.
  ///
  /// - Parameters:
  ///   - table: text of `rules/gazetteer/villages.tsv`.
  ///   - path: the table's name in messages.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  public mutating func readVillages(table: String, path: String) throws(GazetteerError) {
    villageNames = try VillageTable(table: table, path: path, regions: Array(regions.prefix(ownCount)))
  }

  /// The regions of the project's table.
  private static func own(_ table: String, _ path: String) throws(GazetteerError) -> [Region] {
    var regions: [Region] = []
    var header: [String] = []
    let lines = Array(table.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, var line) in lines.enumerated() {
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if header.isEmpty {
        header = cells
        guard header == Gazetteer.columns else {
          throw GazetteerError(
            path: path, line: index + 1,
            message: "the columns are not \(Gazetteer.columns.joined(separator: ", "))")
        }
        continue
      }
      guard cells.count == header.count, let level = RegionLevel(rawValue: cells[1]) else {
        throw GazetteerError(
          path: path, line: index + 1, message: "expected \(header.count) cells, the second one a level")
      }
      regions.append(
        Region(
          code: cells[0], level: level, name: cells[2],
          iso: cells[3].isEmpty ? nil : cells[3], capital: cells[4].isEmpty ? nil : cells[4],
          short: cells[5].split(separator: "|").map(String.init), districts: Int(cells[6]),
          urbanVillages: Int(cells[7]), villages: Int(cells[8])))
    }
    return regions
  }

  /// Columns of the project's table.
  static let columns = [
    "code", "level", "name", "iso", "capital", "short", "districts", "urban_villages", "villages",
  ]

  private mutating func add(_ region: Region) {
    let index = regions.count
    byCode.add(index, under: NameKey(region.code).hash)
    byName.add(index, under: NameKey(region.name).hash)
    for name in region.short { byName.add(index, under: NameKey(name).hash) }
    regions.append(region)
  }

  /// The villages of all kinds of the region of this number; nil where they are not known. Makes no copy of the region.
  public func villages(of index: Int) -> Int? { regions.villages(at: index) }

  /// The region with this code. Takes time in proportion to the logarithm of the number of regions.
  public func region(code: String) -> Region? { index(code: code).map { regions[$0] } }

  /// Index in ``regions`` of the region with this code. Takes time in proportion to the logarithm of the number of
  /// regions.
  public func index(code: String) -> Int? {
    var found: Int?
    byCode.forEach(NameKey(code).hash) { index in
      if found == nil, regions.hasCode(code, at: index) { found = index }
    }
    if let found { return found }
    guard let index = regions.index, let row = index.row(code: code) else { return nil }
    return regions.number(ofRow: row)
  }

  /// Indices of all regions with this name or short form, ascending; spaces, hyphens and case do not count. Takes time
  /// in proportion to their number.
  public func indices(named name: some StringProtocol) -> [Int] {
    var found: [Int] = []
    byName.forEach(NameKey(name).hash) { index in
      if found.last != index { found.append(index) }
    }
    regions.index?.forEachRow(named: NameKey(name)) { row in
      if let number = regions.number(ofRow: row) { found.append(number) }
    }
    return found
  }

  /// Whether the region with `code` lies in the one with `ancestor`, or is it.
  public static func lies(_ code: String, within ancestor: String) -> Bool {
    let (code, ancestor) = (code.utf8, ancestor.utf8)
    guard code.starts(with: ancestor) else { return false }
    let rest = code.dropFirst(ancestor.count)
    return rest.isEmpty || rest.first == UInt8(ascii: ".")
  }

  /// The regions with this name and level that lie within `ancestor`.
  public func indices(named name: some StringProtocol, levels: [RegionLevel], within ancestor: String?)
    -> [Int]
  {
    indices(named: name).filter { index in
      levels.contains(regions[index].level)
        && (ancestor.map { Gazetteer.lies(regions[index].code, within: $0) } ?? true)
    }
  }
}
