#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension CopiedText {
  /// The text with ` | ` in place of the tabs of tables: two lines or more in a row with as many tabs each, and a figure
  /// in one of them. Nil where no line has a tab. Linear.
  static func withRows(_ bytes: [UInt8]) -> [UInt8]? {
    let hasTab = bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, 9, bytes.count) != nil } ?? false
    }
    guard hasTab else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let tabs = lines.map(innerTabs)
    var index = 0
    while index < lines.count {
      var end = index + 1
      while tabs[index] > 0, end < lines.count, tabs[end] == tabs[index] { end += 1 }
      let isTable = end - index >= 2 && lines[index..<end].contains { $0.contains(where: isDigit) }
      for line in lines[index..<end] {
        if !output.isEmpty || index > 0 { output.append(10) }
        if isTable {
          for byte in line { if byte == 9 { output += [32, 124, 32] } else { output.append(byte) } }
        } else {
          output += line
        }
      }
      index = end
    }
    return output
  }

  /// Tabs between the first and the last letter of a line.
  private static func innerTabs(_ line: ArraySlice<UInt8>) -> Int {
    guard let first = line.firstIndex(where: { $0 > 32 }), let last = line.lastIndex(where: { $0 > 32 })
    else {
      return 0
    }
    return line[first..<last].count { $0 == 9 }
  }

  /// The line without the signs with which Markdown begins headings and quotations.
  static func withoutMarks(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let signs = line.prefix { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ">") }.count
    guard 1...6 ~= signs, signs < line.count, line[signs] == 32 else { return line }
    return UnsafeBufferPointer(rebasing: line[(signs + 1)...])
  }

  /// Whether a line is a row of a table: a line beside it has as many bars, and one of the two a figure; or the line behind one of dashes
  /// that has as many, as Markdown parts a table's head from its rows.
  func isRow(_ index: Int) -> Bool {
    let bars = bars(index)
    guard bars > 0, !isRule(index) else { return false }
    let next = lines.indices.contains(index + 1) && isRule(index + 1) ? index + 2 : index + 1
    return [index - 1, next].contains { other in
      lines.indices.contains(other) && self.bars(other) == bars
        && lines[index].shape.digits + lines[other].shape.digits > 0
    }
  }

  /// Whether a line is a row of a table with three cells or more, whatever else its words are known for.
  func isWideRow(_ index: Int) -> Bool { bars(index) >= 2 && isRow(index) }

  /// "|---|:--|": whether a line only parts a table's head from its rows.
  func isRule(_ index: Int) -> Bool {
    bars(index) > 0
      && line(index).allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 32
      }
  }

  func bars(_ index: Int) -> Int {
    lines[index].mayHoldBars ? line(index).count { $0 == UInt8(ascii: "|") } : 0
  }
}
