/// A name's key for comparison: its ASCII letters and digits in lower case, hashed (64-bit FNV-1a).
///
/// "Kulon Progo", "KULONPROGO" and "Kulon-Progo" have one key. The bytes are not kept: among 10⁵ names two meet by
/// chance once in 10⁹ tables.
public struct NameKey: Hashable, Sendable {
  /// 64 bits.
  public let hash: UInt64

  /// The key of a name.
  public init(_ name: some StringProtocol) { self.init(bytes: name.utf8) }

  /// The key of a name's UTF-8 bytes.
  public init(bytes: some Sequence<UInt8>) {
    var hash = NameKey.start
    for byte in bytes {
      if let lower = NameKey.folded(byte) { hash = NameKey.combined(hash, lower) }
    }
    self.hash = hash
  }

  /// The hash of no bytes.
  @inlinable @inline(__always)
  public static var start: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// The hash with a folded byte more.
  @inlinable @inline(__always)
  public static func combined(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The byte as names are compared; nil for what does not count.
  @inlinable @inline(__always)
  public static func folded(_ byte: UInt8) -> UInt8? {
    let lower = (byte &- 65) < 26 ? byte | 0x20 : byte
    return (lower &- 97) < 26 || (lower &- 48) < 10 || lower >= 0x80 ? lower : nil
  }
}
