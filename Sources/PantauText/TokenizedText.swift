/// A text as bytes and tokens, with its sentences and paragraphs as ranges of token indices.
///
/// Of reference type, and immutable, because it is handed on from step to step with what was found in it.
public final class TokenizedText: Sendable {
  /// The text, valid UTF-8.
  public let bytes: [UInt8]
  /// The tokens, in order.
  public let tokens: [Token]
  /// Token ranges, in order, covering all tokens; a sentence never crosses a line.
  public let sentences: [Range<Int>]
  /// Sentence index of each token.
  public let sentenceOfToken: [Int32]
  /// Paragraph (line) index of each sentence.
  public let paragraphOfSentence: [Int32]

  /// Groups `tokens` of `bytes` into sentences and paragraphs; linear.
  public init(bytes: [UInt8], tokens: [Token], splitter: SentenceSplitter) {
    self.bytes = bytes
    self.tokens = tokens
    let sentences = splitter.sentences(in: tokens, of: bytes)
    var paragraphs: [Int32] = []
    paragraphs.reserveCapacity(sentences.count)
    let owner = [Int32](unsafeUninitializedCapacity: tokens.count) { owner, count in
      var paragraph: Int32 = -1
      for (index, sentence) in sentences.enumerated() {
        if paragraph < 0 || tokens[sentence.lowerBound].traits.contains(.lineStart) { paragraph += 1 }
        paragraphs.append(paragraph)
        owner[sentence].initialize(repeating: Int32(truncatingIfNeeded: index))
      }
      count = tokens.count
    }
    self.sentences = sentences
    self.sentenceOfToken = owner
    self.paragraphOfSentence = paragraphs
  }

  /// The words of a token range as they stand in the text.
  public func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let start = Int(tokens[range.lowerBound].start)
    return String(decoding: bytes[start..<Int(tokens[range.upperBound - 1].end)], as: UTF8.self)
  }

  /// The bytes of a token range, as offsets into the text.
  public func byteRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }
}
