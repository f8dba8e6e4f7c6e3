private import Synchronization

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// The villages of each regency and city by name, from `rules/gazetteer/villages.tsv`.
///
/// As the districts of a ``DistrictTable`` they are no regions of the ``Gazetteer``: a name stands for one only in an article that
/// names its regency or city. The names of a regency are taken apart when they are first asked for, so that loading takes next to no
/// time.
public final class VillageTable: Sendable {
  /// Which kinds of villages bear a name.
  public struct Kinds: OptionSet, Sendable {
    /// A bit for each kind.
    public let rawValue: UInt8

    /// The kinds of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Kelurahan.
    public static let urbanVillage = Kinds(rawValue: 1)
    /// Desa, and what is called by a local word for it.
    public static let village = Kinds(rawValue: 2)
  }

  private let text: [UInt8]
  /// By the region's number in the gazetteer.
  private let lists: [List?]

  /// A table without villages.
  public init() { (text, lists) = ([], []) }

  /// - Parameters:
  ///   - table: text of `rules/gazetteer/villages.tsv`: a region's code, a tab, the names of its kelurahan between `|`, a tab, and
  ///     those of its other villages. A region that `regions` has not is left out.
  ///   - path: the table's name in messages.
  ///   - regions: by their number, those whose villages are told.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  init(table: String, path: String, regions: [Region]) throws(GazetteerError) {
    let text = Array(table.utf8)
    var lists = [List?](repeating: nil, count: regions.count)
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(regions.count)
    for number in regions.indices { numbers[regions[number].code] = number }
    var (line, hasHeader) = (0, false)
    for row in VillageTable.lines(of: text) {
      line += 1
      if row.isEmpty || text[row.lowerBound] == UInt8(ascii: "#") { continue }
      guard hasHeader else {
        hasHeader = true
        continue
      }
      guard let tab = text[row].firstIndex(of: UInt8(ascii: "\t")),
        let second = text[tab + 1..<row.upperBound].firstIndex(of: UInt8(ascii: "\t"))
      else {
        throw GazetteerError(
          path: path, line: line,
          message: "expected a regency's or city's code, a tab, its kelurahan, a tab, and its other villages")
      }
      guard let region = numbers[String(decoding: text[row.lowerBound..<tab], as: UTF8.self)] else {
        continue
      }
      lists[region] = List(urban: tab + 1..<second, others: second + 1..<row.upperBound)
    }
    (self.text, self.lists) = (text, lists)
  }

  private static func lines(of text: [UInt8]) -> [Range<Int>] {
    text.withUnsafeBufferPointer { bytes in
      var lines: [Range<Int>] = []
      guard let base = bytes.baseAddress else { return lines }
      var start = 0
      while start < bytes.count {
        let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
        let end = found.map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? bytes.count
        let isPair = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        lines.append(start..<(isPair ? end - 1 : end))
        start = end + 1
      }
      return lines
    }
  }

  /// The names of a region's villages; nil where they are not told.
  ///
  /// Takes time in proportion to their number where the region is asked for the first time.
  public func names(of region: Int) -> Names? {
    guard region < lists.count, let list = lists[region] else { return nil }
    return list.names.load() ?? list.names.storeIfNil(Names(list, in: text))
  }
}

extension VillageTable {
  /// Where a region's villages stand in the table's text, and their names once they are asked for.
  fileprivate final class List: Sendable {
    let urban: Range<Int>
    let others: Range<Int>
    let names = AtomicLazyReference<Names>()

    init(urban: Range<Int>, others: Range<Int>) {
      self.urban = urban
      self.others = others
    }
  }

  private struct Entry {
    var key: UInt64
    var kinds: Kinds
  }

  /// The names of a region's villages by key, in a table of linear probing that is half full at most.
  public final class Names: Sendable {
    /// Entries without a kind are free places.
    private let entries: [Entry]
    /// Number of different names.
    package let count: Int
    /// Rules out most keys of other names.
    public let filter: NameFilter

    fileprivate init(_ list: List, in text: [UInt8]) {
      var found: [Entry] = []
      text.withUnsafeBufferPointer { bytes in
        Names.read(list.urban, of: .urbanVillage, in: bytes, into: &found)
        Names.read(list.others, of: .village, in: bytes, into: &found)
      }
      var capacity = 8
      while capacity < found.count * 2 { capacity *= 2 }
      var entries = [Entry](repeating: Entry(key: 0, kinds: []), count: capacity)
      var count = 0
      var filter = NameFilter()
      for entry in found {
        filter.insert(entry.key)
        var place = Int(truncatingIfNeeded: entry.key) & (capacity - 1)
        while !entries[place].kinds.isEmpty, entries[place].key != entry.key {
          place = (place + 1) & (capacity - 1)
        }
        if entries[place].kinds.isEmpty {
          entries[place] = entry
          count += 1
        } else {
          entries[place].kinds.formUnion(entry.kinds)
        }
      }
      (self.entries, self.count, self.filter) = (entries, count, filter)
    }

    private static func read(
      _ range: Range<Int>, of kind: Kinds, in text: UnsafeBufferPointer<UInt8>, into found: inout [Entry]
    ) {
      var start = range.lowerBound
      while start < range.upperBound {
        var (end, hash, isEmpty) = (start, NameKey.start, true)
        while end < range.upperBound, text[end] != UInt8(ascii: "|") {
          if let byte = NameKey.folded(text[end]) {
            hash = NameKey.combined(hash, byte)
            isEmpty = false
          }
          end += 1
        }
        if !isEmpty { found.append(Entry(key: hash, kinds: kind)) }
        start = end + 1
      }
    }

    /// Which kinds of villages bear a name with this key: the 64-bit FNV-1a hash of its letters and digits in lower case.
    public func kinds(_ key: UInt64) -> Kinds {
      var place = Int(truncatingIfNeeded: key) & (entries.count - 1)
      while !entries[place].kinds.isEmpty {
        if entries[place].key == key { return entries[place].kinds }
        place = (place + 1) & (entries.count - 1)
      }
      return []
    }
  }
}
