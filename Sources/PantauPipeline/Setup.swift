internal import PantauFetch
public import PantauGazetteer
public import PantauMerge
internal import PantauRecords
public import PantauRules

/// What a line is built from: the rules and the gazetteer.
public struct Setup: Sendable {
  /// The program's version.
  public static let version = "0.1.0"

  /// Words, patterns and weights.
  public let rules: RuleFolder
  /// Names, codes and sizes of regions.
  public let gazetteer: Gazetteer
  /// Which region a code or a label means, today's and former ones.
  public let regions: RegionResolver
  /// The programmes to follow, by name; empty for those that are followed where none is asked for.
  public let programmes: [String]
  /// Where compiled rules are kept; nil to compile them at each start.
  public var cache: String?
  /// The digest of the imported table, empty without one.
  private let imported: String

  static let table = "gazetteer/regions.tsv"
  static let districtTable = "gazetteer/districts.tsv"
  static let villageTable = "gazetteer/villages.tsv"
  static let historyTable = "gazetteer/history.tsv"

  /// - Parameters:
  ///   - rules: must hold the gazetteer's own table.
  ///   - gazetteerFile: a table that `pantau gazetteer import` wrote, or nil for the rules' own alone.
  ///   - programmes: names of `rules/programmes/`; empty for those that are followed where none is asked for.
  ///   - cache: a folder in which compiled rules are kept; nil to compile them at each start.
  /// - Throws: `GazetteerError`, or a `Failure` where the imported table cannot be read.
  public init(
    rules: RuleFolder, gazetteerFile: String? = nil, programmes: [String] = [], cache: String? = nil
  )
    throws
  {
    self.rules = rules
    self.cache = cache
    self.programmes = Set(programmes).sorted()
    guard let own = rules.file(at: Setup.table) else {
      throw GazetteerError(
        path: rules.origin, message: "\(Setup.table) is missing; is this a folder of rules?")
    }
    var gazetteer: Gazetteer
    if let gazetteerFile {
      let index = try GazetteerFile.index(of: gazetteerFile)
      gazetteer = try Gazetteer(table: own.text, path: own.displayPath, index: index)
      imported = index.stamp.sha256
    } else {
      gazetteer = try Gazetteer(table: own.text, path: own.displayPath)
      imported = ""
    }
    if let file = rules.file(at: Setup.districtTable) {
      try gazetteer.readDistricts(table: file.text, path: file.displayPath)
    }
    if let file = rules.file(at: Setup.villageTable) {
      try gazetteer.readVillages(table: file.text, path: file.displayPath)
    }
    self.gazetteer = gazetteer
    let history = try rules.file(at: Setup.historyTable).map { file throws(GazetteerError) in
      try RegionHistory(table: file.text, path: file.displayPath)
    }
    regions = RegionResolver(gazetteer: gazetteer, history: history ?? RegionHistory())
  }

  /// Digest of rules, gazetteer and programmes followed; reads all of them, so that a caller asks once.
  func digest(programmes: [String]) -> String { Setup.digest(rules, imported, programmes) }

  /// Whether an imported table adds regions to the rules' own.
  public var hasImportedRegions: Bool { gazetteer.regions.count > gazetteer.ownCount }

  /// The version of program and rules that the ledger and `statements.csv` name beside each statement.
  public var extractor: String { "\(Setup.version)+\(digest(programmes: programmes).prefix(8))" }

  /// A digest of everything that decides what a page's record looks like: rules, gazetteer and the program's own file.
  ///
  /// Two runs with the same fingerprint make the same record of the same page. Reads the program's file once.
  public func fingerprint() -> String {
    var sum = Digest()
    for part in [
      RunStamp.schema, digest(programmes: programmes),
      Digest.hexadecimal(ofFile: "/proc/self/exe") ?? Setup.version,
    ] {
      sum.update(Array("\(part)\n".utf8))
    }
    return sum.hexadecimal()
  }

  /// How many units the gazetteer counts in a region: the denominator of "all villages".
  ///
  /// - Returns: nil where region or unit is unknown, or the unit is not the gazetteer's.
  public func count(of unit: String?, in region: String?, code: String?) -> Double? {
    let places: [Region]
    if let code {
      places = gazetteer.region(code: code).map { [$0] } ?? []
    } else {
      places = region == Statement.country ? gazetteer.regions.filter { $0.level == .province } : []
    }
    guard !places.isEmpty else { return nil }
    var sum = 0
    for place in places {
      guard let count = Setup.count(of: unit, in: place) else { return nil }
      sum += count
    }
    return Double(sum)
  }

  private static func count(of unit: String?, in place: Region) -> Int? {
    switch unit {
    case "village": place.villages
    case "urban_village": place.urbanVillages
    case "village_any": place.villages.flatMap { villages in place.urbanVillages.map { villages + $0 } }
    default: nil
    }
  }

  /// `imported` is the digest of the imported table, empty without one.
  private static func digest(_ rules: RuleFolder, _ imported: String, _ programmes: [String]) -> String {
    var digest = Digest()
    func add(_ bytes: [UInt8]) {
      digest.update(Array("\(bytes.count):".utf8))
      digest.update(bytes)
    }
    add(Array(imported.utf8))
    for name in programmes { add(Array(name.utf8)) }
    for file in rules.files {
      add(Array(file.path.utf8))
      add(Array(file.text.utf8))
    }
    return digest.hexadecimal()
  }
}
