import PantauRecords

/// The official code table (Kepmendagri), as an SQL dump or CSV.
///
/// A row is a code and a name: `('11.01.01.2001','Keude Bakongan')` in SQL, `11.01.01.2001,Keude Bakongan` (or with
/// semicolons, tabs, double quotes) in CSV. The code's length tells the level; a village code whose last number begins
/// with 1 is a kelurahan's.
public enum CodeTable {
  /// All rows of `bytes`, in their order; what is no row is passed over. Linear.
  ///
  /// - Throws: ``GazetteerError`` where there is no row at all.
  public static func regions(in bytes: [UInt8], path: String) throws(GazetteerError) -> [Region] {
    try rows(in: bytes, path: path).map { $0.region(in: bytes) }
  }

  /// Where the rows of `bytes` are, in their order.
  static func rows(in bytes: [UInt8], path: String) throws(GazetteerError) -> [CodeRow] {
    var rows: [CodeRow] = []
    rows.reserveCapacity(bytes.count / 24)
    guard bytes.count < Int(Int32.max) else {
      throw GazetteerError(path: path, message: "the table is larger than 2 GB")
    }
    var index = 0
    var lineStart = true
    while index < bytes.count {
      let byte = bytes[index]
      let quoted = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
      if lineStart || quoted, let found = row(in: bytes, at: quoted ? index + 1 : index, quoted ? byte : 0) {
        rows.append(found.row)
        index = found.end
        lineStart = false
        continue
      }
      lineStart = byte == 0x0A
      index += 1
    }
    guard !rows.isEmpty else {
      throw GazetteerError(
        path: path,
        message: "no region code found; expected an SQL dump with ('11.01','Name') or CSV lines 11.01,Name")
    }
    return rows
  }

  /// One region a line: what the program's own imported file holds.
  public static func csv(of regions: [Region]) -> String {
    var text = "code,name\n"
    for region in regions {
      let needsQuotes = region.name.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
      let name = region.name.split(separator: "\"", omittingEmptySubsequences: false).joined(
        separator: "\"\"")
      text += region.code + "," + (needsQuotes ? "\"" + name + "\"" : region.name) + "\n"
    }
    return text
  }

  /// A code, its closing quote, a separator and a name at `start`; `end` is behind them.
  private static func row(in bytes: [UInt8], at start: Int, _ quote: UInt8) -> (row: CodeRow, end: Int)? {
    var index = start
    while index < bytes.count, bytes[index] &- 48 < 10 || bytes[index] == UInt8(ascii: ".") { index += 1 }
    guard let level = level(of: bytes, start, index) else { return nil }
    let code = Int32(start)..<Int32(index)
    if quote != 0 {
      guard index < bytes.count, bytes[index] == quote else { return nil }
      index += 1
    }
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < bytes.count else { return nil }
    let separator = bytes[index]
    guard separator == UInt8(ascii: ",") || separator == UInt8(ascii: ";") || separator == 0x09 else {
      return nil
    }
    index += 1
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard let name = field(in: bytes, at: index, separator), !name.bounds.isEmpty else { return nil }
    let bounds = Int32(name.bounds.lowerBound)..<Int32(name.bounds.upperBound)
    return (CodeRow(code: code, name: bounds, level: level, escape: name.escape), name.end)
  }

  /// A quoted field (the quote doubled or escaped by a backslash inside), or one up to the separator or line end.
  private static func field(
    in bytes: [UInt8], at start: Int, _ separator: UInt8
  ) -> (bounds: Range<Int>, escape: UInt8, end: Int)? {
    guard start < bytes.count else { return nil }
    let quote = bytes[start]
    var index = start
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
        index += 1
      }
      return (start..<index, 0, index)
    }
    index += 1
    var escape: UInt8 = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if bytes[index] == quote, next != quote { return (start + 1..<index, escape, index + 1) }
      if bytes[index] == quote || (bytes[index] == UInt8(ascii: "\\") && next == quote) {
        escape = quote
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// `11`, `11.01`, `11.01.01` or `11.01.01.2001`.
  private static func level(of bytes: [UInt8], _ start: Int, _ end: Int) -> RegionLevel? {
    guard end - start <= 13, end > start else { return nil }
    // The parts' lengths as digits: 2, 22, 222 or 2224.
    var shape = 0
    var length = 0
    for index in start..<end {
      if bytes[index] == UInt8(ascii: ".") {
        shape = shape * 10 + length
        length = 0
      } else {
        length += 1
        if length > 4 { return nil }
      }
    }
    switch shape * 10 + length {
    case 2: return .province
    case 22: return bytes[start + 3] >= UInt8(ascii: "7") ? .city : .regency
    case 222: return .district
    case 2224: return bytes[start + 9] == UInt8(ascii: "1") ? .urbanVillage : .village
    default: return nil
    }
  }
}
