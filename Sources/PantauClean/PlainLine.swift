/// Reads a line of plain ASCII in one pass: what ``appendFolded(_:to:)``, ``LineShape`` and ``FoldedLine`` find in several.
///
/// Most lines of most articles are such: words and marks with single spaces between them.
enum PlainLine {
  /// Fills in the line's shape, its words and, if `folds`, its folded form; false, and nothing of use in them, for a line
  /// that has anything else in it.
  static func read(
    _ raw: UnsafeBufferPointer<UInt8>, folds: Bool, _ shape: inout LineShape, _ folded: inout FoldedLine,
    _ words: inout [CopiedText.Word]
  ) -> Bool {
    guard let first = raw.first, let last = raw.last, isEdge(first), isEdge(last) else { return false }
    guard folds else {
      let isPlain = WordBytes.letters.withUnsafeBufferPointer { table in
        scan(raw, nil, table, &shape, &folded.wordStarts, &folded.wordHashes, &words)
      }
      if isPlain { shape.readEnd(raw) }
      return isPlain
    }
    folded.wordStarts.removeAll(keepingCapacity: true)
    folded.wordHashes.removeAll(keepingCapacity: true)
    var isPlain = true
    folded.bytes = Array(unsafeUninitializedCapacity: raw.count) { lower, count in
      count = raw.count
      isPlain = WordBytes.letters.withUnsafeBufferPointer { table in
        scan(raw, lower.baseAddress, table, &shape, &folded.wordStarts, &folded.wordHashes, &words)
      }
    }
    guard isPlain else { return false }
    shape.readEnd(raw)
    folded.findWhole()
    return true
  }

  /// Whether a line may begin or end with the byte: with none that folding takes off.
  private static func isEdge(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "|"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "_"):
      false
    default: byte > 32 && byte < 0x7F
    }
  }

  /// Reads a line; what folding gives, only where there is a place for it.
  @inline(__always)
  private static func scan(
    _ raw: UnsafeBufferPointer<UInt8>, _ lower: UnsafeMutablePointer<UInt8>?,
    _ table: UnsafeBufferPointer<UInt8>, _ shape: inout LineShape, _ starts: inout [Int],
    _ hashes: inout [UInt64], _ words: inout [CopiedText.Word]
  ) -> Bool {
    var index = 0
    var digits = 0
    while index < raw.count {
      let start = index
      var hash = WordHash.seed
      var capitals = 0
      var digitsInWord = 0
      while index < raw.count {
        let byte = raw[index]
        let small = table[Int(byte)]
        if small == 0 || byte >= 0x80 { break }
        if let lower { lower[index] = small }
        hash = (hash ^ UInt64(small)) &* WordHash.prime
        capitals &+= Int((byte ^ small) >> 5)
        digitsInWord &+= byte < 58 ? 1 : 0
        index &+= 1
      }
      if index > start {
        if lower != nil {
          starts.append(start)
          hashes.append(hash)
        }
        words.append(.init(hash: hash, count: index - start))
        shape.add(first: raw[start], letters: index - start - digitsInWord, capitals: capitals)
        digits &+= digitsInWord
      }
      guard index < raw.count else { break }
      let byte = raw[index]
      let next = index + 1 < raw.count ? raw[index + 1] : 32
      // White space but single spaces, control characters, underscores and what is not ASCII take the longer way.
      if byte < 32 || byte >= 0x7F || byte == UInt8(ascii: "_") { return false }
      if byte == 32, next <= 32 || next == UInt8(ascii: ":") { return false }
      if let lower { lower[index] = byte }
      if lower != nil, byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
        starts.append(index)
        hashes.append((WordHash.seed ^ UInt64(byte)) &* WordHash.prime)
      }
      shape.mark(byte, next: next)
      index &+= 1
    }
    shape.digits += Int32(clamping: digits)
    return true
  }
}
