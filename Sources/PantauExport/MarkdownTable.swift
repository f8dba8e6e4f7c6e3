/// Tables in Markdown, in the form of GitHub Flavored Markdown.
enum MarkdownTable {
  static func text(_ columns: [PlainTable.Column], rows: [[String]]) -> String {
    var lines = [line(columns.map(\.title))]
    lines.append("|" + columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined())
    for row in rows { lines.append(line(row)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    "|" + cells.map { " \(escaped($0)) |" }.joined()
  }

  /// Scalar by scalar: what Markdown or the HTML within it would take for markup gets a backslash or a reference; line
  /// breaks become spaces.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "~"):
        bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case 0..<0x20, 0x7F: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
