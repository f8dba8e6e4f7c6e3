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
