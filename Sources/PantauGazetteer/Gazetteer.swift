public import PantauRecords

/// Names, codes and sizes of Indonesia's administrative regions.
///
/// The project's own table has provinces, regencies and cities; an imported code table adds districts and villages.
public struct Gazetteer: Sendable {
  /// All regions; those of the project's table first.
  public private(set) var regions: [Region]
  /// Number of regions that the project's own table holds.
  public let ownCount: Int
  private var indexByCode: [String: Int32] = [:]
  private var byName: [(key: NameKey, index: Int32)] = []

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
    self.regions = regions
    self.regions.reserveCapacity(regions.count + imported.count)
    index(from: 0)
    let known = indexByCode
    self.regions += imported.filter { known[$0.code] == nil }
    index(from: ownCount)
    byName.sort { ($0.key, $0.index) < ($1.key, $1.index) }
  }

  /// Columns of the project's table.
  static let columns = [
    "code", "level", "name", "iso", "capital", "short", "districts", "urban_villages", "villages",
  ]

  private mutating func index(from start: Int) {
    for index in start..<regions.count {
      indexByCode[regions[index].code] = Int32(index)
      for name in [regions[index].name] + regions[index].short {
        byName.append((NameKey(name), Int32(index)))
      }
    }
  }

  /// The region with this code.
  public func region(code: String) -> Region? { indexByCode[code].map { regions[Int($0)] } }

  /// Index in ``regions`` of the region with this code.
  public func index(code: String) -> Int? { indexByCode[code].map { Int($0) } }

  /// Indices of all regions with this name or short form; spaces, hyphens and case do not count. Logarithmic.
  public func indices(named name: some StringProtocol) -> [Int] {
    let key = NameKey(name)
    var low = 0
    var high = byName.count
    while low < high {
      let middle = (low + high) / 2
      if byName[middle].key < key { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < byName.count, byName[low].key == key {
      let index = Int(byName[low].index)
      if !found.contains(index) { found.append(index) }
      low += 1
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
