extension OutlineBuilder {
  /// Notes where an anchor leads, which is asked for when it ends.
  mutating func beginAnchor(_ attributes: Attributes) {
    anchor.address.removeAll(keepingCapacity: true)
    anchor.start = outline.text.count
    for (name, value) in attributes where name == 0x6872_6566 {  // href
      guard let value else { return }
      var count = 0
      while count < 2048, value[count] > 32 { count += 1 }
      anchor.address.append(contentsOf: UnsafeBufferPointer(start: value, count: count))
    }
  }

  /// Keeps the anchor where its text is a number, or where links are asked for.
  mutating func endAnchor(_ index: Int) {
    defer { anchor.address.removeAll(keepingCapacity: true) }
    let start =
      outline.text[min(anchor.start, outline.text.count)...].first == 32 ? anchor.start + 1 : anchor.start
    let text = outline.text[min(start, outline.text.count)...]
    guard !text.isEmpty, !anchor.address.isEmpty else { return }
    if text.count <= 3, text.allSatisfy(isDigit), outline.head.numberedLinks.count < 256 {
      let number = text.reduce(0) { $0 * 10 + Int($1) - 48 }
      let address = String(decoding: anchor.address, as: UTF8.self)
      outline.head.numberedLinks.append(NumberedLink(number: number, address: address, element: Int32(index)))
    }
    guard keepsLinks else { return }
    let address = String(decoding: anchor.address, as: UTF8.self)
    if WebAddress.isSafe(address) {
      outline.links.append(TextLink(start: start, end: outline.text.count, address: address))
    }
  }
}

/// Text that links somewhere.
struct TextLink {
  /// Bytes of ``Outline/text``.
  var start: Int
  var end: Int
  /// As the page writes it.
  var address: String
}
