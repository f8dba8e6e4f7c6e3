/// How many letters two words differ by.
public enum EditDistance {
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
