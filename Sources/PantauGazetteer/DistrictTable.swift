import PantauText

/// The districts of each regency and city by name, from `rules/gazetteer/districts.tsv`.
///
/// They are no regions of their own in the ``Gazetteer``: a name stands for one only in an article that names its regency or city.
public struct DistrictTable: Sendable {
  private struct Entry {
    /// Of the name, as ``NameKey`` makes it.
    var key: UInt64
    /// Where the name stands in ``text``, and its letters and digits in lower case in ``folded``.
    var name: Range<Int32>
    var letters: Range<Int32>
  }

  private var text: [UInt8] = []
  private var folded: [UInt8] = []
  private var entries: [Entry] = []
  /// By the region's number in the gazetteer: where its districts stand in ``entries``, and a bit for each letter with which one
  /// begins.
  private var places: [Range<Int32>] = []
  private var letters: [UInt32] = []

  /// A table without districts.
  public init() {}

  /// - Parameters:
  ///   - table: text of `rules/gazetteer/districts.tsv`: a region's code, a tab, and its districts between `|`, each with the last
  ///     part of its code before its name. Districts of a region that the gazetteer's own table has not are left out.
  ///   - path: the table's name in messages.
  ///   - regions: by their number, those whose districts are told.
  /// - Throws: ``GazetteerError`` naming the faulty line.
  init(table: String, path: String, regions: [Region]) throws(GazetteerError) {
    text = Array(table.utf8)
    folded.reserveCapacity(text.count)
    entries.reserveCapacity(text.count / 12)
    places = Array(repeating: 0..<0, count: regions.count)
    letters = Array(repeating: 0, count: regions.count)
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(regions.count)
    for number in regions.indices { numbers[regions[number].code] = number }
    var (line, start, hasHeader) = (0, 0, false)
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      defer { start = end + 1 }
      line += 1
      if start == end || text[start] == UInt8(ascii: "#") { continue }
      guard hasHeader else {
        hasHeader = true
        continue
      }
      guard let tab = text[start..<end].firstIndex(of: UInt8(ascii: "\t")) else {
        throw GazetteerError(
          path: path, line: line, message: "expected a regency's or city's code, a tab, and its districts")
      }
      guard let region = numbers[String(decoding: text[start..<tab], as: UTF8.self)] else { continue }
      guard add(tab + 1..<end, of: region) else {
        throw GazetteerError(
          path: path, line: line, message: "a district is the last part of its code, a space, and its name")
      }
    }
  }

  /// Adds the districts of a region, whose list stands in a range of the table; false where one of them has not its form.
  private mutating func add(_ list: Range<Int>, of region: Int) -> Bool {
    let first = Int32(entries.count)
    var start = list.lowerBound
    while start < list.upperBound {
      var name = start
      while name < list.upperBound, text[name] &- 48 < 10 { name += 1 }
      guard name > start, name + 1 < list.upperBound, text[name] == UInt8(ascii: " ") else { return false }
      name += 1
      let letters = Int32(folded.count)
      var (end, hash) = (name, NameKey.start)
      while end < list.upperBound, text[end] != UInt8(ascii: "|") {
        if let byte = NameKey.folded(text[end]) {
          hash = NameKey.combined(hash, byte)
          folded.append(byte)
        }
        end += 1
      }
      guard end > name else { return false }
      entries.append(
        Entry(key: hash, name: Int32(name)..<Int32(end), letters: letters..<Int32(folded.count)))
      self.letters[region] |= DistrictTable.letter(text[name])
      start = end + 1
    }
    places[region] = first..<Int32(entries.count)
    return true
  }

  /// A bit for the letter with which a name begins; case does not count, and other bytes share one.
  public static func letter(_ byte: UInt8) -> UInt32 {
    let letter = byte | 0x20
    return letter &- 97 < 26 ? 1 << UInt32(letter &- 97) : 1 << 31
  }

  /// Bits for the letters with which the districts of a region begin.
  public func letters(of region: Int) -> UInt32 { region < letters.count ? letters[region] : 0 }

  /// Number of districts that are told of a region.
  public func count(of region: Int) -> Int { region < places.count ? places[region].count : 0 }

  /// Whether a region has a district whose name has this key: the 64-bit FNV-1a hash of its letters and digits in lower case.
  ///
  /// Takes time in proportion to the number of its districts.
  public func contains(_ key: UInt64, in region: Int) -> Bool { entry(key, region) != nil }

  /// Adds the names of a region's districts to a set. Takes time in proportion to their number.
  public func add(namesOf region: Int, to filter: inout NameFilter) {
    guard region < places.count else { return }
    for place in places[region] { filter.insert(entries[Int(place)].key) }
  }

  /// The official spelling of a region's district whose name has this key.
  public func name(_ key: UInt64, in region: Int) -> String? {
    entry(key, region).map { entry in
      String(decoding: text[Int(entry.name.lowerBound)..<Int(entry.name.upperBound)], as: UTF8.self)
    }
  }

  /// Whether a district of a region may be called so: its name differs by a letter at most, or holds this one as its beginning or end
  /// ("Palenggaan" and Palengaan, "Ternate Tengah" and Kota Ternate Tengah).
  ///
  /// - Parameters:
  ///   - name: its letters and digits in lower case.
  ///   - region: the region's number in the gazetteer.
  /// - Returns: false for names of less than five letters.
  public func mayContain(_ name: [UInt8], in region: Int) -> Bool {
    guard region < places.count, name.count >= DistrictTable.leastLetters else { return false }
    return places[region].contains { place in
      let range = entries[Int(place)].letters
      guard range.count + 1 >= name.count else { return false }
      let known = folded[Int(range.lowerBound)..<Int(range.upperBound)]
      return known.starts(with: name) || known.suffix(name.count).elementsEqual(name)
        || (range.count <= name.count + 1 && EditDistance.isOneAtMost(between: Array(known), name))
    }
  }

  /// Fewest letters of a name that may be another spelling of one.
  private static let leastLetters = 5

  @inline(__always)
  private func entry(_ key: UInt64, _ region: Int) -> Entry? {
    guard region < places.count else { return nil }
    for place in places[region] where entries[Int(place)].key == key { return entries[Int(place)] }
    return nil
  }
}
