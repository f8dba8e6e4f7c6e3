/// The place that a report begins with: `Batam` of `Batam, Kabarbatam.com – Pemerintah …`.
enum Dateline {
  /// Looks before the first dash of the first line, within 80 bytes; nil where what stands there is no place alone.
  static func place(in body: String) -> String? {
    let head = Array(body.utf8.prefix(90)).prefix { $0 != 10 }
    guard let dash = dash(in: Array(head)) else { return nil }
    var pieces: [[UInt8]] = [[]]
    var separators: [UInt8] = []
    for byte in head[..<dash] {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: ":")
      {
        pieces.append([])
        separators.append(byte)
      } else {
        pieces[pieces.count - 1].append(byte)
      }
    }
    // Before a slash stands the medium's name.
    if let slash = separators.lastIndex(of: UInt8(ascii: "/")) { pieces.removeFirst(slash + 1) }
    return pieces.lazy.compactMap(name).first
  }

  /// The first dash with a space before and after it; two hyphens count as one dash.
  private static func dash(in head: [UInt8]) -> Int? {
    for index in head.indices.dropFirst(2) where head[index - 1] == 32 {
      let isHyphen =
        head[index] == UInt8(ascii: "-") && index + 1 < head.count && [32, 45].contains(head[index + 1])
      let isDash =
        head[index] == 0xE2 && index + 2 < head.count && head[index + 1] == 0x80
        && (head[index + 2] == 0x93 || head[index + 2] == 0x94)
      if isHyphen || isDash { return index }
    }
    return nil
  }

  /// One to three words that each begin with a capital, without digits and points.
  private static func name(_ piece: [UInt8]) -> String? {
    let text = String(decoding: piece, as: UTF8.self).trimmingMarks()
    let words = text.split(separator: " ")
    guard (1...3).contains(words.count),
      !text.utf8.contains(where: { isDigit($0) || $0 == UInt8(ascii: ".") }),
      words.allSatisfy({ ($0.utf8.first ?? 0) &- 65 < 26 })
    else { return nil }
    return text
  }
}
