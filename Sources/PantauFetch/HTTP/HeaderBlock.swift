/// Status line and fields of an HTTP message, read from bytes.
struct HeaderBlock: Sendable, Equatable {
  private(set) var status = 0
  private(set) var fields: [HeaderField] = []

  /// Reads one line; a status line begins anew, for interim responses may stand before the last one.
  mutating func add(line: ArraySlice<UInt8>) {
    let text = HeaderBlock.trimmed(line)
    if text.starts(with: "HTTP/".utf8) {
      fields = []
      let words = text.split(separator: 0x20, maxSplits: 2)
      status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
    } else if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty, !text.isEmpty {
      fields[fields.count - 1].value += " " + String(decoding: text, as: UTF8.self)
    } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: HeaderBlock.trimmed(text[..<colon]), as: UTF8.self)
      let value = String(decoding: HeaderBlock.trimmed(text[(colon + 1)...]), as: UTF8.self)
      fields.append(HeaderField(name: name, value: value))
    }
  }

  /// The message that `bytes` begin with, and where its body begins; nil where no header ends.
  static func read(_ bytes: [UInt8], maximum: Int = 1 << 20) -> (block: HeaderBlock, body: Int)? {
    var block = HeaderBlock()
    var start = 0
    let end = min(bytes.count, maximum)
    while start < end, let feed = bytes[start..<end].firstIndex(of: 0x0A) {
      let line = bytes[start..<feed]
      start = feed + 1
      if line.isEmpty || line.elementsEqual([0x0D]) { return (block, start) }
      block.add(line: line)
    }
    return nil
  }

  subscript(name: String) -> String? {
    fields.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == name }?.value
  }

  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let start = text.firstIndex(where: { $0 > 0x20 }), let end = text.lastIndex(where: { $0 > 0x20 })
    else { return text.prefix(0) }
    return text[start...end]
  }
}

/// A media type as `Content-Type` has it.
struct ContentType: Sendable, Equatable {
  /// `text/html`, lower case; empty where the header names none.
  private(set) var name = ""
  private(set) var charset: String?

  init(_ value: String?) {
    guard let value else { return }
    let parts = value.split(separator: ";")
    name = parts.first.map { $0.filter { $0 != " " }.lowercased() } ?? ""
    for part in parts.dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].filter({ $0 != " " }).lowercased() == "charset" else { continue }
      let text = halves[1].filter { $0 != " " && $0 != "\"" && $0 != "'" }.lowercased()
      if !text.isEmpty, text.utf8.count <= 40 { charset = text }
    }
  }
}
