/// Converts between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// Text that is all ASCII costs nothing; otherwise one table entry for each 64 bytes, and a conversion looks at
/// 64 bytes at most (the other way: a binary search before that).
struct CodePointMap {
  private static let stride = 64
  private let bytes: [UInt8]
  /// Code points before byte `index * stride`; empty for ASCII.
  private var before: [Int] = []

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// The map of ``Article/text``, without making it.
  init(_ article: Article) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(article.title.utf8.count + article.body.utf8.count + 1)
    bytes.append(contentsOf: article.title.utf8)
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: article.body.utf8)
    self.init(bytes)
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var continuations = 0
    bytes.withUnsafeBytes { bytes in
      for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
        counts.append(start - continuations)
        continuations += CodePointMap.continuations(in: bytes, start..<min(start + Self.stride, bytes.count))
      }
    }
    if continuations > 0 { before = counts }
  }

  /// Bytes that go on with a character, eight at a time: their highest bit is set and the next one is not.
  private static func continuations(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count += (eight & ~(eight << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index += 8
    }
    while index < range.upperBound {
      if bytes[index] & 0xC0 == 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  func codePoint(ofByte offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    guard !before.isEmpty, offset > 0 else { return offset }
    let block = min(offset / Self.stride, before.count - 1)
    let start = block * Self.stride
    let continuations = bytes.withUnsafeBytes { CodePointMap.continuations(in: $0, start..<offset) }
    return before[block] + offset - start - continuations
  }

  func byte(ofCodePoint offset: Int) -> Int {
    guard !before.isEmpty, offset > 0 else { return min(max(offset, 0), bytes.count) }
    var low = 0
    var high = before.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= offset { low = middle } else { high = middle }
    }
    var index = low * Self.stride
    var count = before[low]
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if count == offset { return index }
        count += 1
      }
      index += 1
    }
    return bytes.count
  }
}
