/// Converts between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// Text that is all ASCII costs nothing; otherwise one table entry for each 64 bytes, and a conversion looks at
/// 64 bytes at most (the other way: a binary search before that).
struct CodePointMap {
  private static let stride = 64
  private let bytes: [UInt8]
  /// Code points before byte `index * stride`; empty for ASCII.
  private var before: [Int] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    before.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }

  func codePoint(ofByte offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    guard !before.isEmpty, offset > 0 else { return offset }
    let block = min(offset / Self.stride, before.count - 1)
    var count = before[block]
    for index in block * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
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
