/// Paragraphs for help pages, which the argument parser does not wrap the second line of.
enum HelpText {
  private static let width = 78

  /// `first` and then `text`, in lines of at most 78 columns, the second and later ones indented.
  static func wrapped(_ text: String, indent: Int, first: String) -> String {
    var lines: [String] = []
    var line = first
    for word in text.split(separator: " ") {
      if line.count + 1 + word.count > width, line.contains(where: { $0 != " " }) {
        lines.append(line)
        line = String(repeating: " ", count: indent)
      }
      let isStart = line.last == " " || line.isEmpty
      line += (isStart ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

extension String {
  /// With spaces behind it up to `width` characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
