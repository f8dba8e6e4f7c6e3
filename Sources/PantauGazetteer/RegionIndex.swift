import PantauRecords

/// An imported code table made ready for looking up: its rows, and their numbers by code and by name, in one block of
/// bytes that a start reads as it is.
///
/// The block is little-endian: a head (``headLength`` bytes), 20 bytes a row (where code and name stand in the table,
/// level, escape), twice 12 bytes a row (hash of code, or of name, and number of the row, ascending), and the table itself.
/// A code that comes twice counts once, the first time.
public struct RegionIndex: Sendable {
  /// By what a file's content is known again: its size and time of change, and the digest of what it held.
  public struct Stamp: Sendable, Equatable {
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int
    /// SHA-256 of the table, 64 hexadecimal digits.
    public var sha256: String

    /// The stamp of a file.
    public init(size: Int, modified: Int, sha256: String) {
      self.size = size
      self.modified = modified
      self.sha256 = sha256
    }
  }

  /// The whole block, to be written to a file.
  public let bytes: [UInt8]
  /// The file of which it was made.
  public let stamp: Stamp
  /// Number of rows.
  let count: Int

  private static let magic: UInt64 = 0x317a_6775_6174_6e70
  private static let headLength = 96
  private static let rowLength = 20
  private static let linkLength = 12

  private var linksByCode: Int { Self.headLength + count * Self.rowLength }
  private var linksByName: Int { linksByCode + count * Self.linkLength }
  private var tableStart: Int { linksByName + count * Self.linkLength }

  /// The index that a file holds; nil where it is none, is damaged in its size, or comes from another version.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.headLength, Self.number(bytes, 0) == Self.magic else { return nil }
    count = Int(truncatingIfNeeded: Self.number(bytes, 8))
    let table = Int(truncatingIfNeeded: Self.number(bytes, 16))
    stamp = Stamp(
      size: table, modified: Int(truncatingIfNeeded: Self.number(bytes, 24)),
      sha256: String(decoding: bytes[32..<Self.headLength], as: UTF8.self))
    self.bytes = bytes
    guard count >= 0, count < 1 << 24, table >= 0, bytes.count == tableStart + table else { return nil }
  }

  /// The index of a code table.
  ///
  /// - Parameters:
  ///   - table: an SQL dump or CSV, as ``CodeTable`` reads it.
  ///   - path: its name in messages.
  ///   - stamp: the file's.
  /// - Throws: ``GazetteerError`` where the table has no row. Sorts the rows.
  public init(of table: [UInt8], path: String, stamp: Stamp) throws(GazetteerError) {
    var known: Set<UInt64> = []
    let rows = try CodeTable.rows(in: table, path: path).filter { row in
      known.insert(row.codeKey(in: table).hash).inserted
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headLength + rows.count * 44 + table.count)
    func append(_ number: UInt64, _ length: Int, to bytes: inout [UInt8]) {
      for place in 0..<length { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * place))) }
    }
    append(Self.magic, 8, to: &bytes)
    append(UInt64(rows.count), 8, to: &bytes)
    append(UInt64(table.count), 8, to: &bytes)
    append(UInt64(bitPattern: Int64(stamp.modified)), 8, to: &bytes)
    bytes += (Array(stamp.sha256.utf8) + Array(repeating: 0, count: 64)).prefix(64)
    for row in rows {
      for offset in [row.code.lowerBound, row.code.upperBound, row.name.lowerBound, row.name.upperBound] {
        append(UInt64(offset), 4, to: &bytes)
      }
      let level = RegionLevel.allCases.firstIndex(of: row.level) ?? 0
      append(UInt64(level), 1, to: &bytes)
      append(UInt64(row.escape), 3, to: &bytes)
    }
    for keys in [rows.map { $0.codeKey(in: table).hash }, rows.map { $0.nameKey(in: table).hash }] {
      let links = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      for link in links {
        append(link.element, 8, to: &bytes)
        append(UInt64(link.offset), 4, to: &bytes)
      }
    }
    bytes += table
    self.bytes = bytes
    self.stamp = stamp
    count = rows.count
  }

  // MARK: - Rows

  /// The row's code and name; offsets are those of ``bytes``.
  func row(_ number: Int) -> CodeRow {
    let place = Self.headLength + number * Self.rowLength
    func offset(_ index: Int) -> Int32 {
      Int32(truncatingIfNeeded: tableStart + Int(short(place + 4 * index)))
    }
    let levels = RegionLevel.allCases
    return CodeRow(
      code: offset(0)..<offset(1), name: offset(2)..<offset(3),
      level: levels[min(Int(bytes[place + 16]), levels.count - 1)], escape: bytes[place + 17])
  }

  func region(_ number: Int) -> Region { row(number).region(in: bytes) }

  /// The row with this code.
  func row(code: String) -> Int? {
    var found: Int?
    forEach(NameKey(code).hash, linksByCode) { number in
      if row(number).hasCode(code, in: bytes) { found = number }
    }
    return found
  }

  /// Calls `body` with the rows of this name, ascending.
  func forEachRow(named key: NameKey, _ body: (Int) -> Void) { forEach(key.hash, linksByName, body) }

  /// Binary search for the first link of a hash.
  private func forEach(_ hash: UInt64, _ links: Int, _ body: (Int) -> Void) {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Self.number(bytes, links + middle * Self.linkLength) < hash {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < count, Self.number(bytes, links + low * Self.linkLength) == hash {
      body(Int(short(links + low * Self.linkLength + 8)))
      low += 1
    }
  }

  private static func number(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
    bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }

  private func short(_ offset: Int) -> UInt32 {
    bytes.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
  }
}
