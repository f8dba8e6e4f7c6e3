/// Text made comparable: case, compatibility forms and white space.
enum Folding {
  /// Folded, with single spaces and none at the ends.
  static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      for folded in fold(scalar) {
        if folded.properties.isWhitespace || 0x1C...0x1F ~= folded.value {
          pendingSpace = !result.isEmpty
        } else {
          if pendingSpace { result.append(" ") }
          pendingSpace = false
          result.append(folded)
        }
      }
    }
    return String(result)
  }

  /// The runs of letters, digits, marks and low lines.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      for folded in fold(scalar) {
        if isWord(folded) {
          word.append(folded)
        } else if !word.isEmpty {
          words.append(String(word))
          word = String.UnicodeScalarView()
        }
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// Whether the byte is a lower-case letter or digit of ASCII.
  static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isPlain(UInt8(scalar.value)) || scalar == "_" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark:
      return true
    default: return false
    }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    if scalar.isASCII {
      let isUpper = 0x41...0x5A ~= scalar.value
      return String.UnicodeScalarView([isUpper ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar])
    }
    let plain = compatible(scalar)
    if plain == "ß" || plain == "ẞ" { return "ss".unicodeScalars }
    if plain == "’" { return "'".unicodeScalars }
    return plain.unicodeScalars.reduce(into: String.UnicodeScalarView()) { folded, scalar in
      folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// The compatibility forms that newspapers' pages have.
  private static func compatible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) } ?? ""
    default: return forms[scalar] ?? String(scalar)
    }
  }

  private static let forms: [Unicode.Scalar: String] = [
    "…": "...", "‥": "..", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "ª": "a", "º": "o", "¹": "1", "²": "2", "³": "3", "⁰": "0", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7",
    "⁸": "8", "⁹": "9", "½": "1⁄2", "¼": "1⁄4", "¾": "3⁄4", "⅓": "1⁄3", "⅔": "2⁄3", "™": "tm", "№": "no",
    "℃": "°c", "µ": "μ", "ſ": "s", "‑": "‐", "″": "′′",
  ]
}
