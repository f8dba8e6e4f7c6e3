/// How many letters two words differ by.
public enum EditDistance {
  /// Whether the Levenshtein distance over bytes is one or none. Linear.
  public static func isOneAtMost(between left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    // What follows the first difference must be the same, the differing byte of both, or of the longer one, left out.
    return short[min(short.count, start + (short.count == long.count ? 1 : 0))...].elementsEqual(
      long[min(long.count, start + 1)...])
  }

  /// The Levenshtein distance over bytes. Takes time in proportion to the product of the lengths.
  public static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for i in left.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left[i] == right[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
