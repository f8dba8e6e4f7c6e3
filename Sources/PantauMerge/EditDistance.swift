/// The number of insertions, deletions, substitutions and swaps of neighbours that turn one byte string into another.
///
/// Optimal string alignment: Damerau 1964 in the form that edits no part twice.
enum EditDistance {
  /// The distance, or nil where it is above `limit`. O(n · m) time, O(m) memory.
  static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    if left == right { return 0 }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let isEqual = left[row - 1] == right[column - 1]
        var cost = min(last[column], current[column - 1]) + 1
        cost = min(cost, last[column - 1] + (isEqual ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return nil }
      beforeLast = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
