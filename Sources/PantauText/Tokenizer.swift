/// Cuts UTF-8 text into tokens in one pass over the bytes.
///
/// A word is a run of letters with apostrophes inside; a number a run of digits with points and commas inside
/// ("80.000", "57,02"); everything else that is no white space is a mark by itself. Letters and digits that touch
/// ("Rp3") are two tokens, and so are the parts of what is joined by a hyphen or slash.
public struct Tokenizer: Sendable {
  private let vocabulary: Vocabulary

  /// A tokenizer that gives words the identifiers of `vocabulary`.
  public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The tokens of `bytes`, which must be valid UTF-8.
  public func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 8)
    bytes.withUnsafeBufferPointer { buffer in
      vocabulary.withLookUp { words in
        var scanner = Scanner(bytes: buffer)
        // Some at a time, so that room is looked for once in so many tokens.
        withUnsafeTemporaryAllocation(of: Token.self, capacity: 128) { some in
          var count = 0
          while scanner.skipSpace() {
            var token = scanner.plainWord() ?? scanner.token()
            token.word = words.identifier(ofHash: scanner.hash)
            some.initializeElement(at: count, to: token)
            count &+= 1
            if count == some.count {
              tokens.append(contentsOf: some)
              count = 0
            }
          }
          tokens.append(contentsOf: UnsafeMutableBufferPointer(rebasing: some[..<count]))
        }
      }
    }
    return tokens
  }
}

extension Vocabulary {
  /// The identifiers of a phrase's words, cut as ``Tokenizer`` cuts; unknown words become known.
  public mutating func intern(wordsOf phrase: String) -> [UInt32] {
    var phrase = phrase
    var words: [UInt32] = []
    phrase.withUTF8 { bytes in
      var scanner = Scanner(bytes: bytes)
      while scanner.skipSpace() {
        _ = scanner.token()
        words.append(intern(hash: scanner.hash))
      }
    }
    return words
  }
}

private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// The hash of the folded form of the last token.
  var hash: UInt64 = 0
  var traits: Token.Traits = [.lineStart]

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Goes to the next byte that is no white space; false where there is none.
  @inline(__always)
  mutating func skipSpace() -> Bool {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        traits = [.lineStart, .spaceBefore]
        index &+= 1
      } else if byte <= 0x20 {
        traits.insert(.spaceBefore)
        index &+= 1
      } else if byte >= 0xC2, let length = spaceLength(at: index) {
        traits.insert(.spaceBefore)
        index &+= length
      } else {
        return true
      }
    }
    return false
  }

  /// The token that begins here.
  @inline(__always)
  mutating func token() -> Token {
    defer { traits = [] }
    let byte = bytes[index]
    if ((byte | 0x20) &- 97) < 26 { return word() }
    if (byte &- 48) < 10 { return number() }
    return isLetter(at: index) ? word() : mark()
  }

  /// The word that begins here if it is one of ASCII letters alone with eight bytes behind it, which most tokens are; else
  /// nil, and nothing is read. Looks at eight bytes at a time.
  @inline(__always)
  mutating func plainWord() -> Token? {
    let start = index
    var end = start
    var value = FoldedHash.start
    var smalls: UInt64 = 0
    while true {
      guard end &+ 8 < bytes.count else { return nil }
      let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: end, as: UInt64.self)
      let others = ~Scanner.letters(in: eight) & 0x8080_8080_8080_8080
      guard others != 0 else {
        smalls |= eight
        value = FoldedHash.mixed(value, eight | 0x2020_2020_2020_2020)
        end &+= 8
        continue
      }
      // The bits below the first byte that is no letter.
      let kept = (others & (0 &- others)) &- 1
      let count = others.trailingZeroBitCount / 8
      if count > 0 {
        let own = kept >> 7
        smalls |= eight & own
        value = FoldedHash.mixed(value, (eight | 0x2020_2020_2020_2020) & own)
      }
      end &+= count
      break
    }
    guard end > start, bytes[end] < 0x80, bytes[end] != UInt8(ascii: "'") else { return nil }
    var traits = traits.rawValue
    if bytes[start] & 0x20 == 0 { traits |= Token.Traits.capitalised.rawValue }
    if end &- start == 1 {
      traits |= Token.Traits.singleLetter.rawValue
    } else if smalls & 0x2020_2020_2020_2020 == 0 {
      traits |= Token.Traits.allCapitals.rawValue
    }
    index = end
    hash = value
    self.traits = []
    return Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), word: 0, kind: .word,
      traits: Token.Traits(rawValue: traits))
  }

  /// The highest bit of each byte that is an ASCII letter.
  @inline(__always)
  private static func letters(in eight: UInt64) -> UInt64 {
    let small = (eight | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let beyondZ = small &+ 0x0505_0505_0505_0505
    return fromA & ~beyondZ & ~eight & 0x8080_8080_8080_8080
  }

  private mutating func word() -> Token {
    let start = index
    var hash = FoldedHash()
    var letters = 0
    var capitals = 0
    if isCapital(at: index) { traits.insert(.capitalised) }
    while index < bytes.count {
      let byte = bytes[index]
      if ((byte | 0x20) &- 97) < 26 {
        letters &+= 1
        if byte & 0x20 == 0 { capitals &+= 1 }
        hash.combine(byte | 0x20)
        index &+= 1
      } else if byte < 0x80, byte != UInt8(ascii: "'") {
        break
      } else if isLetter(at: index) {
        letters &+= 1
        if isCapital(at: index) { capitals &+= 1 }
        index = Vocabulary.fold(bytes, index, into: &hash)
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 {
          hash.combine(bytes[index])
          index &+= 1
        }
      } else {
        let apostrophe = apostropheLength(at: index)
        guard apostrophe > 0, index + apostrophe < bytes.count, isLetter(at: index + apostrophe) else {
          break
        }
        index = Vocabulary.fold(bytes, index, into: &hash)
      }
    }
    if letters == 1 { traits.insert(.singleLetter) }
    if letters > 1, capitals == letters { traits.insert(.allCapitals) }
    return token(from: start, hash: hash, kind: .word)
  }

  private mutating func number() -> Token {
    let start = index
    var hash = FoldedHash()
    while index < bytes.count {
      let byte = bytes[index]
      let isSeparator = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      guard (byte &- 48) < 10 || (isSeparator && index + 1 < bytes.count && (bytes[index + 1] &- 48) < 10)
      else { break }
      hash.combine(byte)
      index += 1
    }
    return token(from: start, hash: hash, kind: .number)
  }

  private mutating func mark() -> Token {
    let start = index
    var hash = FoldedHash()
    index = Vocabulary.fold(bytes, index, into: &hash)
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 {
      hash.combine(bytes[index])
      index += 1
    }
    return token(from: start, hash: hash, kind: .punctuation)
  }

  private mutating func token(from start: Int, hash: FoldedHash, kind: Token.Kind) -> Token {
    self.hash = hash.value
    return Token(start: UInt32(start), end: UInt32(index), word: 0, kind: kind, traits: traits)
  }

  /// ASCII letters, and every character beyond ASCII but the marks of Latin-1 and General Punctuation.
  @inline(__always)
  private func isLetter(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return ((byte | 0x20) &- 97) < 26 }
    switch byte {
    case 0xC2, 0xE2, 0xEF, 0xF0: return false
    // U+00D7 and U+00F7, the signs of multiplication and division, stand among Latin-1's letters.
    case 0xC3: return index + 1 == bytes.count || (bytes[index + 1] != 0x97 && bytes[index + 1] != 0xB7)
    default: return true
    }
  }

  /// Bytes of the white space beyond ASCII at `index`: no-break, typographic, ideographic and zero-width spaces, and the
  /// byte order mark.
  @inline(__always)
  private func spaceLength(at index: Int) -> Int? {
    switch bytes[index] {
    case 0xC2:
      return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : nil
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < bytes.count else { return nil }
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F):
        return 3
      case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
      default: return nil
      }
    default: return nil
    }
  }

  @inline(__always)
  private func isCapital(at index: Int) -> Bool {
    let byte = bytes[index]
    if (byte &- 65) < 26 { return true }
    return byte == 0xC3 && index + 1 < bytes.count && (bytes[index + 1] &- 0x80) < 0x1F
  }

  /// Bytes of a straight or curly apostrophe at `index`, 0 if there is none.
  @inline(__always)
  private func apostropheLength(at index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "'") { return 1 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98 ? 3 : 0
  }
}
