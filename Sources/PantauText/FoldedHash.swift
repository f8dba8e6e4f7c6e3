/// The hash of a folded word: its bytes taken eight at a time, as little-endian numbers with zeros behind the last.
///
/// Two words of at most eight bytes never meet; two longer ones do once in 2⁶⁴.
@frozen
public struct FoldedHash: Sendable {
  @usableFromInline var state = FoldedHash.start
  @usableFromInline var chunk: UInt64 = 0
  @usableFromInline var shift: UInt64 = 0

  /// The hash of no bytes.
  @inlinable @inline(__always)
  public init() {}

  /// Adds a byte of the folded word.
  @inlinable @inline(__always)
  public mutating func combine(_ byte: UInt8) {
    chunk |= UInt64(byte) << shift
    shift &+= 8
    if shift == 64 {
      state = FoldedHash.mixed(state, chunk)
      chunk = 0
      shift = 0
    }
  }

  /// The hash of the bytes so far.
  @inlinable @inline(__always)
  public var value: UInt64 { shift == 0 ? state : FoldedHash.mixed(state, chunk) }

  /// The hash of no bytes, from which ``mixed(_:_:)`` sets out.
  @inlinable @inline(__always)
  public static var start: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// The hash of bytes of which `state` is the hash, a multiple of eight, and of one to eight more, the first one lowest.
  @inlinable @inline(__always)
  public static func mixed(_ state: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (state ^ chunk) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }
}
