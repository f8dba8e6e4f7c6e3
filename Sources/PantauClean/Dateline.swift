/// The place that a report begins with: `Batam` of `Batam, Kabarbatam.com – Pemerintah …`.
enum Dateline {
  /// Looks before the first dash or bar of the first line, within 80 bytes; nil where what stands there is no place alone.
  static func place(in body: String) -> String? {
    var head: [UInt8] = []
    head.reserveCapacity(90)
    for byte in body.utf8 {
      if byte == 10 || head.count == 90 { break }
      head.append(byte)
    }
    guard let dash = dash(in: head) else { return nil }
    let before = head[..<dash]
    // Before a slash stands the medium's name.
    let slash = before.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return before[slash...].split(omittingEmptySubsequences: false, whereSeparator: isSeparator).lazy
      .compactMap(name).first
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ":")
  }

  /// The first dash with a space before and after it, or bar with words alone before it; two hyphens count as one dash. Behind capitals alone no
  /// space need stand before it: "RATAHAN—Pembangunan".
  private static func dash(in head: [UInt8]) -> Int? {
    var (isCapitals, isPlain) = (true, true)
    for index in head.indices {
      let isSpaced = index > 1 && head[index - 1] == 32
      if isSpaced || (isCapitals && index > 2) {
        let isHyphen =
          head[index] == UInt8(ascii: "-") && index + 1 < head.count
          && (head[index + 1] == 32 || (isSpaced && head[index + 1] == UInt8(ascii: "-")))
        let isDash =
          head[index] == 0xE2 && index + 2 < head.count && head[index + 1] == 0x80
          && (head[index + 2] == 0x93 || head[index + 2] == 0x94)
        if isHyphen || isDash || (isSpaced && isPlain && head[index] == UInt8(ascii: "|")) { return index }
      }
      isCapitals = isCapitals && (head[index] == 32 || head[index] &- 65 < 26)
      isPlain = isPlain && !isDigit(head[index]) && !isSeparator(head[index])
    }
    return nil
  }

  /// One to three words that each begin with a capital, without digits and points.
  private static func name(_ piece: ArraySlice<UInt8>) -> String? {
    var piece = piece
    while let first = piece.first, !isLetterOrDigit(first) { piece.removeFirst() }
    while let last = piece.last, !isLetterOrDigit(last), last != UInt8(ascii: ".") { piece.removeLast() }
    var words = 0
    var isBegun = false
    for byte in piece {
      if isDigit(byte) || byte == UInt8(ascii: ".") { return nil }
      if byte == 32 {
        isBegun = false
      } else if !isBegun {
        guard byte &- 65 < 26 else { return nil }
        isBegun = true
        words += 1
      }
    }
    return 1...3 ~= words ? String(decoding: piece, as: UTF8.self) : nil
  }
}
