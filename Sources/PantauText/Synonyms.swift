/// Words and spellings that are read as others, so that what is said of one holds for all.
///
/// The method is that of search engines' synonym filters (Lucene's `SynonymGraphFilter`, which contracts to one standard
/// form): a single word shares its standard's identifier and costs nothing, several words become the standard's tokens.
/// Tokens keep the bytes that they stand for, so that quotes and offsets are those of the text.
public struct Synonyms: Sendable {
  /// Why a line cannot be used.
  public enum Fault: Error, Sendable {
    /// A form has no word at all.
    case empty
    /// The word already stands for another one.
    case taken
    /// Fewer words than the standard has, and not those words written together.
    case tooShort
  }

  /// Tokens that are read as others.
  private struct Variant {
    var words: [UInt32]
    var standard: [UInt32]
    /// Bytes of the first of two words that are written together, else 0.
    var cut: UInt32
  }

  /// The variants of more than one word, and those that are cut, by their first word; longer ones first.
  private var variants: [UInt32: [Variant]] = [:]
  /// By word: whether some variant begins with it.
  private var begins: [Bool] = []

  /// No synonyms.
  public init() {}

  /// What ``write(to:)`` wrote.
  package init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    let lists = try reader.each { reader throws(ByteReader.Fault) in
      try reader.each { reader throws(ByteReader.Fault) in
        Variant(words: try reader.list(), standard: try reader.list(), cut: try reader.value())
      }
    }
    for list in lists {
      if let first = list.first?.words.first { variants[first] = list }
    }
    begins = try reader.list()
  }

  package func write(to writer: inout ByteWriter) {
    writer.add(each: variants.values) { list, writer in
      writer.add(each: list) { variant, writer in
        writer.add(variant.words)
        writer.add(variant.standard)
        writer.add(variant.cut)
      }
    }
    writer.add(begins)
  }

  /// Reads `word` as the single word `standard` from now on; neither may be known as another word.
  public static func join(
    _ word: String, to standard: String, vocabulary: inout Vocabulary
  ) throws(Fault) {
    let target = vocabulary.intern(standard)
    guard vocabulary.alias(word, of: target) == target else { throw .taken }
  }

  /// Reads a form of several words, or one that is cut, as `standard`; call it once all single words are joined.
  public mutating func add(
    _ form: String, for standard: String, vocabulary: inout Vocabulary
  ) throws(Fault) {
    let target = vocabulary.intern(wordsOf: standard)
    let words = vocabulary.intern(wordsOf: form)
    guard let first = words.first, !target.isEmpty else { throw .empty }
    var cut: UInt32 = 0
    if words.count < target.count {
      // Letters whose bytes are as many in any case, so that a token is cut within itself.
      let isPlain = form.utf8.allSatisfy { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
      guard words.count == 1, target.count == 2, isPlain, standard.filter({ $0 != " " }) == form else {
        throw .tooShort
      }
      cut = UInt32(standard.prefix { $0 != " " }.utf8.count)
    }
    variants[first, default: []].append(Variant(words: words, standard: target, cut: cut))
    variants[first]?.sort { $0.words.count > $1.words.count }
    while begins.count <= Int(first) { begins.append(false) }
    begins[Int(first)] = true
  }

  /// The tokens of a text with every variant read as its standard, from left to right, the longest at each place; linear.
  public func applied(to tokens: [Token]) -> [Token] {
    var result: [Token] = []
    var copied = 0
    var index = 0
    while index < tokens.count {
      guard let variant = variant(at: index, of: tokens.count, { tokens[$0].word }),
        // None goes on in the next line.
        !tokens[(index + 1)..<(index + variant.words.count)].contains(where: {
          $0.traits.contains(.lineStart)
        }),
        variant.cut == 0 || !isInName(index, of: tokens)
      else {
        index += 1
        continue
      }
      if copied == 0 { result.reserveCapacity(tokens.count + 8) }
      result += tokens[copied..<index]
      let end = index + variant.words.count
      append(variant, tokens[index..<end], to: &result)
      index = end
      copied = end
    }
    if copied == 0 { return tokens }
    result += tokens[copied...]
    return result
  }

  /// The words of a phrase as they are read in a text.
  public func applied(toWords words: [UInt32]) -> [UInt32] {
    guard words.contains(where: mayBegin) else { return words }
    var result: [UInt32] = []
    var index = 0
    while index < words.count {
      let variant = variant(at: index, of: words.count) { words[$0] }
      result += variant?.standard ?? [words[index]]
      index += variant?.words.count ?? 1
    }
    return result
  }

  /// Whether some form of several words, or one that is cut, begins with a word.
  @inline(__always)
  public func mayBegin(_ word: UInt32) -> Bool { Int(word) < begins.count && begins[Int(word)] }

  /// "X Koto Diatas": whether a word with a capital stands behind another one, where no preposition has one.
  private func isInName(_ index: Int, of tokens: [Token]) -> Bool {
    let traits = tokens[index].traits
    return index > 0 && traits.contains(.capitalised) && !traits.contains(.lineStart)
      && tokens[index - 1].kind == .word
  }

  /// The longest variant that begins at a place.
  @inline(__always)
  private func variant(at index: Int, of count: Int, _ word: (Int) -> UInt32) -> Variant? {
    let first = word(index)
    guard mayBegin(first) else { return nil }
    return variants[first]?.first { variant in
      guard index + variant.words.count <= count else { return false }
      return variant.words.indices.dropFirst().allSatisfy { word(index + $0) == variant.words[$0] }
    }
  }

  /// Adds the standard's tokens: one for each of the text's, the last for all that is left of them.
  private func append(_ variant: Variant, _ tokens: ArraySlice<Token>, to result: inout [Token]) {
    var rest = tokens
    for (number, word) in variant.standard.enumerated() {
      let isLast = number == variant.standard.count - 1
      if variant.cut > 0 {
        result.append(half(tokens[tokens.startIndex], at: variant.cut, isFirst: !isLast, word))
      } else {
        let own = isLast ? rest : rest.prefix(1)
        result.append(merged(own, word))
        rest = rest.dropFirst()
      }
    }
  }

  /// One token for several, which looks like the first word among them.
  private func merged(_ tokens: ArraySlice<Token>, _ word: UInt32) -> Token {
    let first = tokens[tokens.startIndex]
    var token = tokens.first { $0.kind == .word } ?? first
    token.start = first.start
    token.end = tokens[tokens.endIndex - 1].end
    token.word = word
    token.traits.subtract([.spaceBefore, .lineStart, .singleLetter])
    token.traits.formUnion(first.traits.intersection([.spaceBefore, .lineStart]))
    return token
  }

  /// The part of a token before or behind its first `bytes`.
  private func half(_ token: Token, at bytes: UInt32, isFirst: Bool, _ word: UInt32) -> Token {
    var half = token
    half.word = word
    if isFirst {
      half.end = token.start + bytes
    } else {
      half.start = token.start + bytes
      half.traits.subtract([.spaceBefore, .lineStart, .singleLetter])
    }
    return half
  }
}
