/// A region's official code as one number, for comparisons that make no strings.
struct PlaceCode: Sendable {
  /// The first eight bytes, the first one highest: a province's, regency's or district's code as a whole.
  private var bytes: UInt64 = 0
  private var count = 0

  init(_ code: some StringProtocol) {
    for byte in code.utf8.prefix(8) {
      bytes |= UInt64(byte) << UInt64(56 - 8 * count)
      count += 1
    }
  }

  /// Whether both are one region, or one of them lies in the other; parts of codes have fixed lengths.
  func touches(_ other: PlaceCode) -> Bool {
    let shared = min(count, other.count)
    return shared == 0 ? count == other.count : (bytes ^ other.bytes) >> UInt64(64 - 8 * shared) == 0
  }
}
