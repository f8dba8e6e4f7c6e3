/// Converts between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// Text that is all ASCII needs no table; otherwise one entry for each eight bytes, and a conversion looks at eight
/// bytes (the other way: a binary search before that).
struct CodePointMap {
  private static let stride = 8
  /// The text, and zeros behind it, so that eight bytes can be read wherever one stands.
  private let bytes: [UInt8]
  private let count: Int
  /// Code points that begin before byte `index * stride`; empty for ASCII.
  private var before: [UInt32] = []

  init(_ text: String) {
    self.init(capacity: text.utf8.count) { $0.append(contentsOf: text.utf8) }
  }

  /// The map of ``Article/text``, without making it.
  init(_ article: Article) {
    self.init(capacity: article.title.utf8.count + article.body.utf8.count + 1) { bytes in
      bytes.append(contentsOf: article.title.utf8)
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: article.body.utf8)
    }
  }

  private init(capacity: Int, _ fill: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity + Self.stride)
    fill(&bytes)
    count = bytes.count
    for _ in 0..<Self.stride { bytes.append(0) }
    self.bytes = bytes
    let entries = count / Self.stride + 1
    var continuations: UInt64 = 0
    before = [UInt32](unsafeUninitializedCapacity: entries) { before, filled in
      bytes.withUnsafeBytes { bytes in
        for entry in 0..<entries {
          let start = entry &* Self.stride
          before[entry] = UInt32(truncatingIfNeeded: UInt64(start) &- continuations)
          let eight = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
          continuations &+= CodePointMap.continuations(in: eight)
        }
      }
      filled = entries
    }
    if continuations == 0 { before = [] }
  }

  /// Bytes that go on with a character: their highest bit is set and the next one is not.
  @inline(__always)
  private static func continuations(in eight: UInt64) -> UInt64 {
    let marks = (eight & ~(eight << 1)) >> 7 & 0x0101_0101_0101_0101
    return (marks &* 0x0101_0101_0101_0101) >> 56
  }

  func codePoint(ofByte offset: Int) -> Int {
    let offset = min(max(offset, 0), count)
    guard !before.isEmpty else { return offset }
    let entry = offset / Self.stride
    let start = entry * Self.stride
    let eight = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
    let passed = eight & ((1 << UInt64((offset - start) * 8)) &- 1)
    return Int(before[entry]) + offset - start - Int(CodePointMap.continuations(in: passed))
  }

  func byte(ofCodePoint offset: Int) -> Int {
    guard !before.isEmpty, offset > 0 else { return min(max(offset, 0), count) }
    var low = 0
    var high = before.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(before[middle]) <= offset { low = middle } else { high = middle }
    }
    var index = low * Self.stride
    var passed = Int(before[low])
    while index < count {
      if bytes[index] & 0xC0 != 0x80 {
        if passed == offset { return index }
        passed += 1
      }
      index += 1
    }
    return count
  }
}
