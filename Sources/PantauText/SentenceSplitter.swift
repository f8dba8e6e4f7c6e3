/// Cuts tokens into sentences.
///
/// A line's end always ends a sentence. A point, question or exclamation mark does where white space and something that
/// can begin a sentence follow, unless the word before a point is an abbreviation or a single letter. Sentences longer
/// than ``longest`` tokens are cut there, which keeps every later step linear on texts without any point.
public struct SentenceSplitter: Sendable {
  /// Tokens after which a sentence is cut whatever stands there.
  public static let longest = 400

  private let abbreviations: Set<UInt32>

  /// - Parameter abbreviations: word identifiers after which a point does not end a sentence.
  public init(abbreviations: Set<UInt32>) { self.abbreviations = abbreviations }

  /// What ``write(to:)`` wrote.
  package init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    abbreviations = Set(try reader.list())
  }

  package func write(to writer: inout ByteWriter) { writer.add(Array(abbreviations)) }

  /// Ranges in order that cover all tokens.
  public func sentences(in tokens: [Token], of bytes: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    sentences.reserveCapacity(tokens.count / 16 + 4)
    tokens.withUnsafeBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in split(tokens, bytes, &sentences) }
    }
    return sentences
  }

  private func split(
    _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ sentences: inout [Range<Int>]
  ) {
    var start = 0
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if index > start, token.traits.contains(.lineStart) || index &- start >= Self.longest {
        sentences.append(start..<index)
        start = index
      }
      guard token.kind == .punctuation, isFullStop(token, bytes), !isAbbreviation(before: index, tokens)
      else {
        index &+= 1
        continue
      }
      var end = index + 1
      while end < tokens.count, end - start < Self.longest, isCloser(tokens[end], bytes) { end += 1 }
      if end == tokens.count || beginsSentence(tokens[end], bytes) || isGlued(index, end, tokens, bytes) {
        sentences.append(start..<end)
        start = end
      }
      index = max(index + 1, end)
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
  }

  /// "…di Blora.Bupati menyebut": a capital word without the space before it, behind a word in small letters.
  private func isGlued(
    _ stop: Int, _ next: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard stop > 0, tokens[stop - 1].kind == .word, tokens[next].kind == .word else { return false }
    let (before, after) = (tokens[stop - 1], tokens[next])
    let isSmall = (bytes[Int(before.end) - 1] &- UInt8(ascii: "a")) < 26
    // Neither a title ("Moh.Ridwan") nor an address ("Kompas.Com").
    return isSmall && before.end - before.start >= 4 && after.end - after.start >= 4
      && after.traits.contains(.capitalised) && !after.traits.contains(.allCapitals)
      && !after.traits.contains(.spaceBefore) && next + 1 < tokens.count
      && tokens[next + 1].traits.contains(.spaceBefore)
  }

  private func isFullStop(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[Int(token.start)] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return false
    }
  }

  private func isAbbreviation(before index: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
    guard index > 0 else { return false }
    let token = tokens[index - 1]
    // "1. Kota Tangerang": the number of a list's item.
    if token.kind == .number, token.traits.contains(.lineStart), token.end - token.start <= 2 { return true }
    guard token.kind == .word, !tokens[index].traits.contains(.spaceBefore) else { return false }
    if token.traits.contains(.singleLetter), token.traits.contains(.capitalised) { return true }
    return token.word != 0 && abbreviations.contains(token.word)
  }

  /// Closing quotes and brackets belong to the sentence that they close.
  private func isCloser(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.kind == .punctuation, !token.traits.contains(.spaceBefore) else { return false }
    let first = bytes[Int(token.start)]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: ")") || first == UInt8(ascii: "'") { return true }
    return first == 0xE2 && token.end - token.start == 3 && (0x98...0x9F) ~= bytes[Int(token.start) + 2]
      && bytes[Int(token.start) + 2] != 0x9C && bytes[Int(token.start) + 2] != 0x98
  }

  private func beginsSentence(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.traits.contains(.spaceBefore) else { return false }
    switch token.kind {
    case .word: return token.traits.contains(.capitalised)
    case .number: return true
    case .punctuation:
      let first = bytes[Int(token.start)]
      return first == UInt8(ascii: "\"") || first == UInt8(ascii: "(") || first == UInt8(ascii: "'")
        || first == 0xE2
    }
  }
}
