/// The words that rules, lexicons and gazetteer know, each with an identifier from 1 up.
///
/// The identifier of a folded word is found by its 64-bit hash in an open-addressing table. The bytes are not
/// compared: among the 10⁵ words of the full gazetteer a foreign word meets a known one's hash once in 10¹⁴ words.
public struct Vocabulary: Sendable {
  /// A word's hash and identifier side by side, 0 for none: most look-ups are one look at memory.
  struct Cell {
    var hash: UInt64 = 0
    var identifier: UInt32 = 0
  }

  private var cells: [Cell]
  /// Number of words; also the largest identifier.
  public private(set) var count = 0
  /// Number of words that share another's identifier.
  private var aliases = 0

  /// An empty vocabulary with room for `capacity` words; it grows beyond.
  public init(capacity: Int = 1 << 12) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    cells = Array(repeating: Cell(), count: size)
  }

  /// What ``write(to:)`` wrote.
  package init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    cells = try reader.list()
    count = try reader.value()
    aliases = try reader.value()
  }

  package func write(to writer: inout ByteWriter) {
    writer.add(cells)
    writer.add(count)
    writer.add(aliases)
  }

  /// The identifier of the word with this hash, 0 if there is none.
  public func identifier(ofHash hash: UInt64) -> UInt32 { withLookUp { $0.identifier(ofHash: hash) } }

  /// Calls `body` with the table as it lies in memory, for many words at once.
  @inline(__always)
  func withLookUp<Result>(_ body: (LookUp) -> Result) -> Result {
    cells.withUnsafeBufferPointer { body(LookUp(cells: $0)) }
  }

  /// The table of hashes and identifiers.
  struct LookUp {
    let cells: UnsafeBufferPointer<Cell>

    @inline(__always)
    func identifier(ofHash hash: UInt64) -> UInt32 {
      let mask = cells.count &- 1
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
      while true {
        let cell = cells[slot]
        if cell.hash == hash { return cell.identifier }
        if cell.hash == 0 { return 0 }
        slot = (slot &+ 1) & mask
      }
    }
  }

  /// The identifier of `word` in any case, 0 if it is unknown.
  public func identifier(of word: some StringProtocol) -> UInt32 {
    identifier(ofHash: Vocabulary.hash(word))
  }

  /// Adds `word` if it is new; returns its identifier.
  public mutating func intern(_ word: some StringProtocol) -> UInt32 { intern(hash: Vocabulary.hash(word)) }

  /// Adds the word of these UTF-8 bytes if it is new; returns its identifier.
  public mutating func intern(utf8 bytes: ArraySlice<UInt8>) -> UInt32 {
    intern(hash: bytes.withUnsafeBufferPointer { Vocabulary.hash(utf8: $0) })
  }

  mutating func intern(hash: UInt64) -> UInt32 {
    let known = identifier(ofHash: hash)
    if known != 0 { return known }
    makeRoom()
    count += 1
    insert(hash, UInt32(count))
    return UInt32(count)
  }

  /// Gives `word` the identifier of another if it has none; returns the one that it has.
  mutating func alias(_ word: some StringProtocol, of identifier: UInt32) -> UInt32 {
    let hash = Vocabulary.hash(word)
    let known = self.identifier(ofHash: hash)
    if known != 0 { return known }
    makeRoom()
    aliases += 1
    insert(hash, identifier)
    return identifier
  }

  private mutating func makeRoom() {
    if (count + aliases + 1) * 2 > cells.count { grow() }
  }

  private mutating func insert(_ hash: UInt64, _ identifier: UInt32) {
    let mask = cells.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while cells[slot].hash != 0 { slot = (slot + 1) & mask }
    cells[slot] = Cell(hash: hash, identifier: identifier)
  }

  private mutating func grow() {
    let old = cells
    cells = Array(repeating: Cell(), count: old.count * 2)
    for cell in old where cell.hash != 0 { insert(cell.hash, cell.identifier) }
  }

  /// The hash of the folded form: lower case for ASCII and Latin-1 letters, a straight apostrophe for a curly one.
  static func hash(_ word: some StringProtocol) -> UInt64 {
    word.utf8.withContiguousStorageIfAvailable { hash(utf8: $0) }
      ?? Array(word.utf8).withUnsafeBufferPointer { hash(utf8: $0) }
  }

  private static func hash(utf8 bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = FoldedHash()
    var index = 0
    while index < bytes.count { index = fold(bytes, index, into: &hash) }
    return hash.value
  }

  /// Adds the folded form of the character at `index` to `hash`; returns the index after it.
  @inline(__always)
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, into hash: inout FoldedHash) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      let lower = (byte &- 65) < 26 ? byte | 0x20 : byte
      hash.combine(lower)
      return index + 1
    }
    if byte == 0xC3, index + 1 < bytes.count {
      let next = bytes[index + 1]
      let lower = (next &- 0x80) < 0x1F && next != 0x97 ? next &+ 0x20 : next
      hash.combine(byte)
      hash.combine(lower)
      return index + 2
    }
    if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
      let folded = foldedPunctuation(bytes[index + 2])
      if folded != 0 {
        hash.combine(folded)
        return index + 3
      }
    }
    hash.combine(byte)
    return index + 1
  }

  /// The ASCII mark that stands for U+2000…U+203F in folded text, 0 where there is none.
  @inline(__always)
  private static func foldedPunctuation(_ last: UInt8) -> UInt8 {
    switch last {
    case 0x90...0x95: UInt8(ascii: "-")
    case 0x98...0x9B: UInt8(ascii: "'")
    case 0x9C...0x9F: UInt8(ascii: "\"")
    default: 0
    }
  }
}
