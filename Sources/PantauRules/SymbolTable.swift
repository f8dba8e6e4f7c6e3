import PantauText

/// The symbols that tokens were found to be: each a set of tests that a token meets, with the lengths of the matches that
/// begin there.
///
/// Made as texts need them and kept from text to text, so that most tokens cost one look into a table.
struct SymbolTable: Sendable {
  /// A match that begins at a token, as far as tests see it.
  struct Element: Sendable {
    var matchClass: Int32
    var length: Int32
  }

  private let alphabet: Alphabet
  /// Symbols of tokens without matches, by word and shape; -1 for those not met yet.
  private var plain: [Int32]
  /// Symbols of tokens with matches, by hash.
  private var keys: [UInt64] = Array(repeating: 0, count: 256)
  private var values: [Int32] = Array(repeating: 0, count: 256)
  private var keyCount = 0
  /// Bits of the tests that each symbol meets.
  private(set) var bits: [UInt64] = []
  /// The matches of each symbol, those that cross the sentence's end too.
  private(set) var elements: [[Element]] = []

  var count: Int { elements.count }

  init(_ alphabet: Alphabet) {
    self.alphabet = alphabet
    plain = Array(repeating: -1, count: alphabet.wordClassCount * alphabet.shapeClassCount)
  }

  /// Sets `symbols` to those of all tokens of `text`.
  mutating func read(_ text: TokenizedText, _ matches: MatchTable, to symbols: inout [Int32]) {
    let sums = sums(of: text, matches.matches)
    symbols = Array(unsafeUninitializedCapacity: text.tokens.count) { symbols, count in
      sums.withUnsafeBufferPointer { sums in
        text.tokens.withUnsafeBufferPointer { tokens in
          for sentence in text.sentences {
            for index in sentence {
              let base = base(of: tokens[index])
              let known = sums[index] == 0 ? plain[base] : -1
              let symbol =
                known >= 0
                ? known : symbol(base, sums[index], at: index, limit: sentence.upperBound, matches)
              symbols.initializeElement(at: index, to: symbol)
            }
          }
        }
      }
      count = text.tokens.count
    }
  }

  /// By token: what the matches that begin there add to its hash.
  private func sums(of text: TokenizedText, _ matches: [Match]) -> [UInt64] {
    var sums = [UInt64](repeating: 0, count: text.tokens.count)
    sums.withUnsafeMutableBufferPointer { sums in
      text.sentenceOfToken.withUnsafeBufferPointer { owners in
        text.sentences.withUnsafeBufferPointer { sentences in
          alphabet.withMatchClasses { classes in
            for match in matches {
              let matchClass = classes[match]
              guard matchClass != 0 else { continue }
              let start = Int(match.start)
              let limit = sentences[Int(owners[start])].upperBound
              sums[start] &+= SymbolTable.share(matchClass, of: match, limit: limit)
            }
          }
        }
      }
    }
    return sums
  }

  /// The symbol of a token whose sentence ends at `limit`; `matches` are those that begin there.
  mutating func symbol(of token: Token, at index: Int, limit: Int, _ matches: MatchTable) -> Int32 {
    var sum: UInt64 = 0
    matches.forEach(at: index) { number in
      let match = matches.matches[number]
      let matchClass = alphabet.matchClass(of: match)
      if matchClass != 0 { sum &+= SymbolTable.share(matchClass, of: match, limit: limit) }
    }
    return symbol(base(of: token), sum, at: index, limit: limit, matches)
  }

  private mutating func symbol(
    _ base: Int, _ sum: UInt64, at index: Int, limit: Int, _ matches: MatchTable
  ) -> Int32 {
    if sum == 0 {
      let known = plain[base]
      return known >= 0 ? known : make(base, nil, index, limit, matches)
    }
    let hash = (sum &+ SymbolTable.mix(0x9E37_79B9_7F4A_7C15, base)) | 1
    return lookUp(hash) ?? make(base, hash, index, limit, matches)
  }

  /// What a match of a class adds to the hash of the token at which it begins: the order of matches does not matter. 0 for
  /// one that is too long for any test.
  @inline(__always)
  private static func share(_ matchClass: Int, of match: Match, limit: Int) -> UInt64 {
    let length = Int(match.end &- match.start)
    if length > PatternMatcher.longestMatch { return 0 }
    let crosses = Int(match.end) > limit ? 1 : 0
    return mix(0x2545_F491_4F6C_DD1D, matchClass << 8 | length << 1 | crosses)
  }

  /// The place in ``plain`` of a token's word and shape.
  @inline(__always)
  private func base(of token: Token) -> Int {
    Int(alphabet.classOfWord[Int(token.word)]) &* alphabet.shapeClassCount
      &+ Int(alphabet.classOfShape[Alphabet.shape(of: token)])
  }

  /// One round of the finaliser of MurmurHash3 (Austin Appleby) twice: each bit of the number changes all bits.
  @inline(__always)
  private static func mix(_ seed: UInt64, _ number: Int) -> UInt64 {
    var hash = (seed ^ UInt64(truncatingIfNeeded: number)) &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    hash = hash &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }

  @inline(__always)
  private func lookUp(_ hash: UInt64) -> Int32? {
    let mask = keys.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  private mutating func make(
    _ base: Int, _ hash: UInt64?, _ index: Int, _ limit: Int, _ matches: MatchTable
  ) -> Int32 {
    let width = alphabet.width
    let (word, shape) = base.quotientAndRemainder(dividingBy: alphabet.shapeClassCount)
    var row = [UInt64](repeating: 0, count: width)
    for part in 0..<width {
      row[part] = alphabet.wordBits[word * width + part] | alphabet.shapeBits[shape * width + part]
    }
    var found: [Element] = []
    matches.forEach(at: index) { number in
      let match = matches.matches[number]
      let matchClass = alphabet.matchClass(of: match)
      let length = Int(match.end) - index
      guard matchClass != 0, length <= PatternMatcher.longestMatch else { return }
      found.append(Element(matchClass: Int32(matchClass), length: Int32(length)))
      guard Int(match.end) <= limit else { return }
      for part in 0..<width { row[part] |= alphabet.matchBits[matchClass * width + part] }
    }
    for compound in alphabet.compounds
    where compound.parts.contains(where: { row[$0 >> 6] >> UInt64($0 & 63) & 1 != 0 }) {
      row[compound.test >> 6] |= 1 << UInt64(compound.test & 63)
    }
    bits += row
    elements.append(found)
    let symbol = Int32(elements.count - 1)
    if let hash { insert(hash, symbol) } else { plain[base] = symbol }
    return symbol
  }

  private mutating func insert(_ hash: UInt64, _ symbol: Int32) {
    keyCount += 1
    if keyCount * 2 > keys.count {
      let old = zip(keys, values).filter { $0.0 != 0 }
      keys = Array(repeating: 0, count: keys.count * 2)
      values = Array(repeating: 0, count: keys.count)
      for (key, value) in old { place(key, value) }
    }
    place(hash, symbol)
  }

  private mutating func place(_ hash: UInt64, _ symbol: Int32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = hash
    values[slot] = symbol
  }
}
