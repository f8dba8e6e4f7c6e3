/// A 64-bit hash that is the same in every run and on every machine; not for secrets.
///
/// FNV-1a (Fowler, Noll, Vo; <http://www.isthe.com/chongo/tech/comp/fnv/>), its bits mixed at the end by the finaliser of
/// SplitMix64 (Steele, Lea, Flood 2014), since FNV's high bits are weak for short input.
public struct StableHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of nothing.
  public init() {}

  /// Adds one byte.
  public mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Adds the bytes in order.
  public mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// The hash of everything added so far.
  public var value: UInt64 { StableHash.mix(state) }

  /// Spreads the bits of `number` over all 64.
  public static func mix(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 16 lower-case hexadecimal digits for the parts, with a zero byte between them.
  public static func text(_ parts: [String]) -> String {
    var hash = StableHash()
    for part in parts {
      hash.add(part.utf8)
      hash.add(0)
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
