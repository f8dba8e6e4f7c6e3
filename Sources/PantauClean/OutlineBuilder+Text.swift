internal import CLibXML2

extension OutlineBuilder {
  /// Takes text in: white space folded, soft hyphens and zero-width characters lost.
  mutating func append(_ content: UnsafePointer<UInt8>) {
    let before = outline.text.count
    var index = 0
    while true {
      let byte = content[index]
      if byte > 32, byte < 0x80 {
        if pendingSpace {
          if outline.text.count > lineStart { outline.text.append(32) }
          pendingSpace = false
        }
        outline.text.append(byte)
        index += 1
      } else if byte == 0 {
        break
      } else if byte <= 32 {
        if byte == 10, preformatted > 0 { flush() } else { pendingSpace = true }
        index += 1
      } else {
        index += appendWide(content + index)
      }
    }
    let added = outline.text.count - max(before, lineStart)
    guard added > 0 else { return }
    if anchors > 0 { linkBytes += added }
    if strongs > 0 || headings > 0 { strongBytes += added }
    lineElement = lineElement < 0 || lineElement == element ? element : block
  }

  /// Takes in one character beyond ASCII; its length in bytes.
  private mutating func appendWide(_ content: UnsafePointer<UInt8>) -> Int {
    let lead = content[0]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    for offset in 1..<length where content[offset] == 0 { return offset }
    switch WideCharacter(content) {
    case .space: pendingSpace = true
    case .nothing: break
    case .letter:
      if pendingSpace {
        if outline.text.count > lineStart { outline.text.append(32) }
        pendingSpace = false
      }
      for offset in 0..<length { outline.text.append(content[offset]) }
    }
    return length
  }

  /// Ends the line in the making.
  mutating func flush() {
    defer {
      lineStart = outline.text.count
      linkBytes = 0
      strongBytes = 0
      lineElement = -1
      pendingSpace = false
    }
    guard outline.text.count > lineStart else { return }
    var line = Line(
      start: lineStart, end: outline.text.count, element: max(0, lineElement), block: block,
      linkBytes: Int32(clamping: linkBytes), strongBytes: Int32(clamping: strongBytes))
    line.judge(outline.text, rules, &foldedLine)
    outline.lines.append(line)
  }
}

/// What a character beyond ASCII is to the text.
enum WideCharacter {
  case letter, space, nothing

  /// No-break and typographic spaces are spaces; soft hyphens, zero-width characters and direction marks are nothing.
  init(_ bytes: UnsafePointer<UInt8>) {
    self = .letter
    if bytes[0] == 0xC2 {
      if bytes[1] == 0xA0 { self = .space }
      if bytes[1] == 0xAD { self = .nothing }
    } else if bytes[0] == 0xE2, bytes[1] == 0x80 {
      if bytes[2] <= 0x8A || bytes[2] == 0xAF || bytes[2] == 0xA8 || bytes[2] == 0xA9 { self = .space }
      if 0x8B...0x8F ~= bytes[2] || 0xAA...0xAE ~= bytes[2] { self = .nothing }
    } else if bytes[0] == 0xE2, bytes[1] == 0x81, bytes[2] == 0xA0 {
      self = .nothing
    } else if bytes[0] == 0xE3, bytes[1] == 0x80, bytes[2] == 0x80 {
      self = .space
    } else if bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      self = .nothing
    }
  }
}
