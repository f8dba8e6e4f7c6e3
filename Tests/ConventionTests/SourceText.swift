/// A Swift file's string literals, cut out by a scan that knows comments, raw and multi-line strings.
///
/// Interpolations count as text, which for this purpose does no harm.
struct SourceText {
  /// The literals' content with the line on which each begins.
  private(set) var literals: [(text: String, line: Int)] = []

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    while index < bytes.count {
      if starts("//") {
        while index < bytes.count, bytes[index] != 0x0A { advance() }
      } else if starts("/*") {
        while index < bytes.count, !starts("*/") { advance() }
        advance(2)
      } else if let hashes = openingHashes() {
        literal(hashes)
      } else {
        advance()
      }
    }
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
  }

  /// Number of `#` before a quote at `index`, nil where no literal begins there.
  private func openingHashes() -> Int? {
    var end = index
    while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end - index : nil
  }

  private mutating func literal(_ hashes: Int) {
    let start = line
    advance(hashes)
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    let closing = quote + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    advance(quote.utf8.count)
    var content: [UInt8] = []
    while index < bytes.count, !starts(closing) {
      if starts(escape) {
        content.append(0x20)
        advance(escape.utf8.count + 1)
      } else {
        content.append(bytes[index])
        advance()
      }
    }
    advance(closing.utf8.count)
    literals.append((String(decoding: content, as: UTF8.self), start))
  }

  /// The words of a literal: runs of letters, in lower case.
  static func words(_ literal: String) -> [String] {
    literal.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
