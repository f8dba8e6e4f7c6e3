/// Text whose lines were broken at a width, amid their sentences.
extension CopiedText {
  /// Fewest lines that go on with a small letter, and their share of all lines, by which such text is told.
  private static let leastWrapped = 4
  private static let shareOfWrapped = 4

  /// The text with its paragraphs on lines of their own again; nil where its lines are whole. Linear.
  ///
  /// A line goes on with the next where no sentence ends and the next begins with a small letter, or where it begins with a capital and
  /// the one behind it with a small letter ("… Bupati Haerul / Warisin menegaskan … / strategis tersebut").
  static func unwrapped(_ bytes: [UInt8]) -> [UInt8]? {
    let ends = lineEnds(bytes)
    guard ends.count > leastWrapped else { return nil }
    var starts = [0]
    for end in ends.dropLast() { starts.append(end + 1) }
    func isBlank(_ line: Int) -> Bool { bytes[starts[line]..<ends[line]].allSatisfy { $0 <= 32 } }
    func beginsSmall(_ line: Int) -> Bool {
      line < ends.count && starts[line] < ends[line] && bytes[starts[line]] &- 97 < 26
    }
    func isOpen(_ line: Int) -> Bool {
      guard let last = bytes[starts[line]..<ends[line]].last(where: { $0 > 32 }) else { return false }
      return (last | 0x20) &- 97 < 26 || last &- 48 < 10 || last == UInt8(ascii: ",")
        || last == UInt8(ascii: "/")
    }
    var small = 0
    var filled = 0
    for line in ends.indices where !isBlank(line) {
      filled += 1
      if line > 0, beginsSmall(line), isOpen(line - 1) { small += 1 }
    }
    guard small >= leastWrapped, small * shareOfWrapped >= filled else { return nil }
    var text = bytes
    for line in ends.indices.dropLast() where isOpen(line) {
      let goesOn = beginsSmall(line + 1)
      let isAmid = line > 0 && !isBlank(line + 1) && beginsSmall(line + 2) && isOpen(line + 1)
      guard goesOn || isAmid else { continue }
      text[ends[line]] = 32
      // A return before the line feed would end the line still.
      if text[ends[line] - 1] == 13 { text[ends[line] - 1] = 32 }
    }
    return text
  }

  /// Where each line ends: the place of its line feed, or the end.
  private static func lineEnds(_ bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        ends.append(next(10, in: bytes, from: start))
        start = ends[ends.count - 1] + 1
      }
    }
    return ends
  }
}
