/// The text of a page without a tree, for pages whose nesting a tree parser takes quadratic time for.
///
/// Tags of blocks end lines, all others are passed over; scripts and styles are skipped. Linear.
enum FlatScan {
  static func outline(of bytes: [UInt8], rules: CleanRules) -> Outline {
    var outline = Outline()
    outline.kinds = [.body]
    outline.parents = [-1]
    outline.last = [1]
    outline.hints = [[]]
    outline.firstLine = [0]
    var line: [UInt8] = []
    var foldedLine = FoldedLine()
    let room = OutlineBuilder.room(for: bytes.count)
    func flush() {
      if outline.lines.count > room, line.count < 40 {
        line.append(32)
        return
      }
      let text = resolvingEntities(folded(String(decoding: line, as: UTF8.self)))
      line.removeAll(keepingCapacity: true)
      guard !text.isEmpty else { return }
      let start = outline.text.count
      outline.text += Array(text.utf8)
      var found = Line(
        start: start, end: outline.text.count, element: 0, block: 0, linkBytes: 0, strongBytes: 0)
      found.judge(outline.text, rules, &foldedLine)
      outline.lines.append(found)
    }
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        line.append(bytes[index])
        index += 1
        continue
      }
      let name = tagName(bytes, after: index + 1)
      let isEnd = bytes[index + 1] == UInt8(ascii: "/")
      let kind = name.withUnsafeBufferPointer { $0.baseAddress.map { ElementKind($0) } } ?? .inline
      if kind.isBlock || kind == .lineBreak { flush() } else { line.append(32) }
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      index = min(end + 1, bytes.count)
      if !isEnd, kind == .script || name.starts(with: Array("style".utf8)) {
        index = skip(bytes, from: index, to: name)
      }
    }
    line += Array(repeating: 32, count: 40)
    flush()
    outline.endLine = [Int32(outline.lines.count)]
    return outline
  }

  /// The name of a tag, ended by a zero.
  private static func tagName(_ bytes: [UInt8], after start: Int) -> [UInt8] {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
    var name: [UInt8] = []
    while index < bytes.count, name.count < 12, isLetterOrDigit(bytes[index]), bytes[index] < 128 {
      name.append(lowercase(bytes[index]))
      index += 1
    }
    return name + [0]
  }

  /// The place after the end tag of `name`, or the end.
  private static func skip(_ bytes: [UInt8], from start: Int, to name: [UInt8]) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
        tagName(bytes, after: index + 1) == name
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }
}
