public import PantauRecords

/// Names, codes and sizes of Indonesia's administrative regions.
///
/// The project's own table has provinces, regencies and cities; an imported code table adds districts and villages.
public struct Gazetteer: Sendable {
  /// All regions; those of the project's table first.
  public private(set) var regions: [Region]
  /// Number of regions that the project's own table holds.
  public let ownCount: Int
  private var byCode: KeyTable
  private var byName: KeyTable

  /// - Parameters:
  ///   - table: text of `rules/gazetteer/regions.tsv`.
  ///   - path: the table's name in messages.
  ///   - imported: further regions, from ``CodeTable``.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  public init(table: String, path: String, imported: [Region] = []) throws(GazetteerError) {
    var regions: [Region] = []
    var header: [Substring] = []
    let lines = table.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if header.isEmpty {
        header = cells
        guard header == Gazetteer.columns.map({ Substring($0) }) else {
          throw GazetteerError(
            path: path, line: index + 1,
            message: "the columns are not \(Gazetteer.columns.joined(separator: ", "))")
        }
        continue
      }
      guard cells.count == header.count, let level = RegionLevel(rawValue: String(cells[1])) else {
        throw GazetteerError(
          path: path, line: index + 1, message: "expected \(header.count) cells, the second one a level")
      }
      regions.append(
        Region(
          code: String(cells[0]), level: level, name: String(cells[2]),
          iso: cells[3].isEmpty ? nil : String(cells[3]), capital: cells[4].isEmpty ? nil : String(cells[4]),
          short: cells[5].split(separator: "|").map(String.init), districts: Int(cells[6]),
          urbanVillages: Int(cells[7]), villages: Int(cells[8])))
    }
    ownCount = regions.count
    let capacity = regions.count + imported.count
    byCode = KeyTable(capacity: capacity)
    byName = KeyTable(capacity: capacity + regions.count)
    self.regions = []
    self.regions.reserveCapacity(capacity)
    for region in regions { add(region) }
    for region in imported where index(code: region.code) == nil { add(region) }
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

  /// The region with this code. Constant time.
  public func region(code: String) -> Region? { index(code: code).map { regions[$0] } }

  /// Index in ``regions`` of the region with this code. Constant time.
  public func index(code: String) -> Int? {
    var found: Int?
    byCode.forEach(NameKey(code).hash) { index in
      if found == nil, regions[index].code == code { found = index }
    }
    return found
  }

  /// Indices of all regions with this name or short form, ascending; spaces, hyphens and case do not count. Takes time
  /// in proportion to their number.
  public func indices(named name: some StringProtocol) -> [Int] {
    var found: [Int] = []
    byName.forEach(NameKey(name).hash) { index in
      if found.last != index { found.append(index) }
    }
    return found
  }

  /// Whether the region with `code` lies in the one with `ancestor`, or is it.
  public static func lies(_ code: String, within ancestor: String) -> Bool {
    code == ancestor || code.hasPrefix(ancestor + ".")
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
