internal import PantauRecords

/// Min-wise hashes of a set in bands: sets that are alike share a band's hash.
///
/// Broder, "On the resemblance and containment of documents" (1997): the least value of a random hash over two sets is equal
/// with the probability of their Jaccard likeness s. Banding after Leskovec, Rajaraman and Ullman, "Mining of Massive
/// Datasets", section 3.4: b bands of r rows make a pair candidates with probability 1 − (1 − s^r)^b, whose steepest
/// part lies at (1/b)^(1/r): here (1/20)^(1/4) = 0.47, and 0.72, 0.94, 0.996 of the pairs with s = 0.5, 0.6, 0.7.
struct MinHash {
  static let bands = 20
  static let rows = 4

  /// Multipliers and addends of 2-universal functions (Dietzfelbinger and others 1997), the same in every run.
  private static let functions: [(UInt64, UInt64)] = (0..<(bands * rows)).map { number in
    (
      StableHash.mix(UInt64(number) &* 2 &+ 0x51ED_270B_7F6A_0001) | 1,
      StableHash.mix(UInt64(number) &* 2 &+ 0xC3A5_C85C_97CB_3128)
    )
  }

  /// One hash a band; empty for an empty set.
  static func bandHashes(of set: [UInt64]) -> [UInt64] {
    guard !set.isEmpty else { return [] }
    return functions.withUnsafeBufferPointer { functions in
      set.withUnsafeBufferPointer { set in
        (0..<bands).map { band in
          var hash = UInt64(band) &+ 1
          for row in 0..<rows {
            let (factor, addend) = functions[band * rows + row]
            var least = UInt64.max
            for element in set { least = min(least, element &* factor &+ addend) }
            hash = StableHash.mix(hash ^ least)
          }
          return hash
        }
      }
    }
  }
}
