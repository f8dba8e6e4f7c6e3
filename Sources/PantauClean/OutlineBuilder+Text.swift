extension OutlineBuilder {
  /// Takes text in: white space folded, soft hyphens and zero-width characters lost.
  mutating func append(_ content: UnsafeBufferPointer<UInt8>) {
    let before = outline.text.count
    var index = 0
    while index < content.count {
      let byte = content[index]
      if byte > 32, byte < 0x80 {
        appendPendingSpace()
        var end = index + 1
        while end < content.count, content[end] &- 33 < 95 { end += 1 }
        outline.text.append(contentsOf: UnsafeBufferPointer(rebasing: content[index..<end]))
        index = end
      } else if byte <= 32 {
        if byte == 10, preformatted > 0 { flush() } else { pendingSpace = true }
        index += 1
      } else {
        index += appendWide(content, at: index)
      }
    }
    let added = outline.text.count - max(before, lineStart)
    guard added > 0 else { return }
    if anchors > 0 { linkBytes += added }
    if strongs > 0 || headings > 0 { strongBytes += added }
    lineElement = lineElement < 0 || lineElement == element ? element : block
  }

  private mutating func appendPendingSpace() {
    guard pendingSpace else { return }
    if outline.text.count > lineStart { outline.text.append(32) }
    pendingSpace = false
  }

  /// Takes in one character beyond ASCII; its length in bytes. What is no UTF-8 is lost.
  private mutating func appendWide(_ content: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let length = UTF8Check.length(content, at: index)
    guard length > 1 else { return 1 }
    switch WideCharacter(content, at: index, length) {
    case .space: pendingSpace = true
    case .nothing: break
    case .letter:
      appendPendingSpace()
      if let meant = WindowsLatin.character(content, at: index, length) {
        outline.text += meant
        return length
      }
      outline.text.append(contentsOf: UnsafeBufferPointer(rebasing: content[index..<index + length]))
    }
    return length
  }

  /// Ends the line in the making; past the room for lines only one of some length, but for ends that are `always` such.
  mutating func flush(always: Bool = false) {
    if outline.lines.count > room, outline.text.count - lineStart < 40,
      !always || outline.lines.count > room * 2
    {
      outline.head.isCrowded = true
      pendingSpace = true
      return
    }
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
  ///
  /// `length` bytes at `index` are one well-formed character.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int) {
    self = .letter
    guard length < 4 else { return }
    let second = bytes[index + 1]
    if length == 2 {
      if bytes[index] == 0xC2 { self = second == 0xA0 ? .space : second == 0xAD ? .nothing : .letter }
      return
    }
    let third = bytes[index + 2]
    switch (bytes[index], second) {
    case (0xE2, 0x80):
      if third <= 0x8A || third == 0xAF || third == 0xA8 || third == 0xA9 { self = .space }
      if 0x8B...0x8F ~= third || 0xAA...0xAE ~= third { self = .nothing }
    case (0xE2, 0x81) where third == 0xA0: self = .nothing
    case (0xE3, 0x80) where third == 0x80: self = .space
    case (0xEF, 0xBB) where third == 0xBF: self = .nothing
    default: break
    }
  }
}
