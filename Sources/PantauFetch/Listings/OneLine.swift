/// Text of strangers, made fit to stand on one line of a terminal or of a table with tabs.
enum OneLine {
  /// `text` with each run of white space and control characters as one space, none at the ends, and without the marks that
  /// turn the order of characters; nil where nothing is left.
  static func text(_ text: String) -> String? {
    if isPlain(text) { return text.isEmpty ? nil : text }
    var out = String.UnicodeScalarView()
    var hasGap = false
    for scalar in text.unicodeScalars where !scalar.properties.isBidiControl {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        hasGap = !out.isEmpty
        continue
      }
      if hasGap { out.append(" ") }
      hasGap = false
      out.append(scalar)
    }
    return out.isEmpty ? nil : String(out)
  }

  /// Whether nothing need be done, as for nearly all texts: visible ASCII with single spaces inside.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return text.isEmpty || last != 0x20
  }
}
