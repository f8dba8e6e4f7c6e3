/// How alike two byte strings are, after Ratcliff and Obershelp (Dr. Dobb's Journal, July 1988).
enum Alikeness {
  /// Twice the bytes in common by both lengths, 0 to 1; two empty strings are alike.
  ///
  /// In common are the longest common block (of several the first in `left`, then in `right`), and what is in
  /// common before it and behind it. O(n · m) for each block.
  static func ratio(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let length = left.count + right.count
    guard length > 0 else { return 1 }
    return 2 * Double(common(left[...], right[...])) / Double(length)
  }

  private static func common(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let block = longestBlock(left, right) else { return 0 }
    return block.length
      + common(left[..<block.left], right[..<block.right])
      + common(left[(block.left + block.length)...], right[(block.right + block.length)...])
  }

  private static func longestBlock(
    _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>
  ) -> (left: Int, right: Int, length: Int)? {
    var best: (left: Int, right: Int, length: Int)?
    var before = [Int](repeating: 0, count: right.count + 1)
    for row in left.indices {
      var current = [Int](repeating: 0, count: right.count + 1)
      for column in right.indices where left[row] == right[column] {
        let place = column - right.startIndex
        let length = before[place] + 1
        current[place + 1] = length
        if length > best?.length ?? 0 { best = (row - length + 1, column - length + 1, length) }
      }
      before = current
    }
    return best
  }
}
