/// A set of names' keys that may take others for its own: a Bloom filter of one hash (Bloom, Space/Time Trade-offs in Hash Coding with
/// Allowable Errors, 1970). Of a thousand names it lets one in nine others through.
///
/// It rules most words of an article out before the tables of each of its regencies are asked.
public struct NameFilter: Sendable {
  private static let words = 128
  private var bits: [UInt64]

  /// A set without names.
  public init() { bits = Array(repeating: 0, count: NameFilter.words) }

  /// Whether a name with this key may be in the set; what is in it always may.
  public func mayContain(_ key: UInt64) -> Bool {
    bits[NameFilter.word(key)] & NameFilter.bit(key) != 0
  }

  /// Adds the name with a key.
  public mutating func insert(_ key: UInt64) { bits[NameFilter.word(key)] |= NameFilter.bit(key) }

  /// Adds all names of another set.
  public mutating func formUnion(_ other: NameFilter) {
    for word in 0..<NameFilter.words { bits[word] |= other.bits[word] }
  }

  @inline(__always)
  private static func word(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 6 & 127) }

  @inline(__always)
  private static func bit(_ key: UInt64) -> UInt64 { 1 << (key & 63) }
}
