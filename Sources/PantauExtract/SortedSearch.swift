extension RandomAccessCollection {
  /// The first index from which on `isBehind` holds, in a collection in which it holds for all elements behind one for which it does; the end
  /// where it holds for none. Logarithmic.
  func partitionIndex(where isBehind: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
