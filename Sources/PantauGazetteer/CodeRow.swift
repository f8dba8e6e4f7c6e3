import PantauRecords

/// Where a row of a code table has its code and name, so that a region is made only when it is asked for.
struct CodeRow: Sendable {
  /// Byte offsets into the table.
  var code: Range<Int32>
  var name: Range<Int32>
  var level: RegionLevel
  /// The quote that is doubled or escaped inside the name; 0 where the name stands as it is.
  var escape: UInt8

  /// The region that the row stands for.
  func region(in table: [UInt8]) -> Region {
    Region(
      code: String(decoding: table[codeBounds], as: UTF8.self), level: level, name: nameText(in: table),
      iso: nil, capital: nil, short: [], districts: nil, urbanVillages: nil, villages: nil)
  }

  /// Whether the row's code is `other`.
  func hasCode(_ other: String, in table: [UInt8]) -> Bool {
    table[codeBounds].elementsEqual(other.utf8)
  }

  func codeKey(in table: [UInt8]) -> NameKey { NameKey(bytes: table[codeBounds]) }

  func nameKey(in table: [UInt8]) -> NameKey { NameKey(bytes: table[CodeRow.bounds(name)]) }

  private func nameText(in table: [UInt8]) -> String {
    let bytes = table[CodeRow.bounds(name)]
    guard escape != 0 else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let isEscape = bytes[index] == escape || bytes[index] == UInt8(ascii: "\\")
      if isEscape, index + 1 < bytes.endIndex, bytes[index + 1] == escape { index += 1 }
      text.append(bytes[index])
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  var codeBounds: Range<Int> { CodeRow.bounds(code) }

  private static func bounds(_ range: Range<Int32>) -> Range<Int> {
    Int(range.lowerBound)..<Int(range.upperBound)
  }
}

/// The gazetteer's regions, by number: those of the project's own table, then imported ones.
///
/// Imported ones are kept as bytes and made into values when they are asked for, so that 91,000 of them do not slow the
/// start.
public struct RegionList: Sendable, RandomAccessCollection {
  private var values: [Region] = []
  private var rows: [CodeRow] = []
  private var table: [UInt8] = []

  init() {}

  /// The number of the first region.
  public var startIndex: Int { 0 }
  /// The number of regions.
  public var endIndex: Int { values.count + rows.count }

  /// The region of this number.
  public subscript(position: Int) -> Region {
    position < values.count ? values[position] : rows[position - values.count].region(in: table)
  }

  func hasCode(_ code: String, at position: Int) -> Bool {
    position < values.count
      ? values[position].code == code : rows[position - values.count].hasCode(code, in: table)
  }

  /// Adds a region, before all rows.
  mutating func append(_ region: Region) { values.append(region) }

  /// Takes over the rows of `table`; more values cannot follow.
  mutating func setRows(_ rows: [CodeRow], of table: [UInt8]) {
    self.rows = rows
    self.table = table
  }
}
