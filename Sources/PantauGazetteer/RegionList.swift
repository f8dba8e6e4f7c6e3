/// The gazetteer's regions, by number: those of the project's own table, then imported ones.
///
/// Imported ones are kept as bytes and made into values when they are asked for, so that 91,000 of them do not slow the
/// start. Rows whose code the project's own table has are left out.
public struct RegionList: Sendable, RandomAccessCollection {
  private var values: [Region] = []
  private(set) var index: RegionIndex?
  /// Rows of the index that are left out, ascending.
  private var hidden: [Int] = []

  init() {}

  /// The number of the first region.
  public var startIndex: Int { 0 }
  /// The number of regions.
  public var endIndex: Int { values.count + (index?.count ?? 0) - hidden.count }

  /// The region of this number.
  public subscript(position: Int) -> Region {
    if position < values.count { return values[position] }
    guard let index else { return values[position] }
    return index.region(row(of: position))
  }

  /// The villages of the region of this number.
  func villages(at position: Int) -> Int? {
    position < values.count ? values[position].allVillages : self[position].allVillages
  }

  /// Adds a region, before all rows.
  mutating func append(_ region: Region) { values.append(region) }

  /// Takes over the rows of `index`, those with the code of a region before them left out; more values cannot follow.
  mutating func setIndex(_ index: RegionIndex) {
    self.index = index
    hidden = values.compactMap { index.row(code: $0.code) }.sorted()
  }

  func hasCode(_ code: String, at position: Int) -> Bool { values[position].code == code }

  /// The number of a row's region, nil for a row that is left out.
  func number(ofRow row: Int) -> Int? {
    let before = hiddenRows(before: row)
    if before < hidden.count, hidden[before] == row { return nil }
    return values.count + row - before
  }

  private func hiddenRows(before row: Int) -> Int {
    var low = 0
    var high = hidden.count
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The row of a region's number: as many rows further on as rows before it are left out.
  private func row(of position: Int) -> Int {
    let visible = position - values.count
    var low = 0
    var high = hidden.count
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle] - middle <= visible { low = middle + 1 } else { high = middle }
    }
    return visible + low
  }
}
