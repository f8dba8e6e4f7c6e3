import PantauText

/// The symbols that tokens were found to be: each a set of tests that a token meets, with the lengths of the matches that
/// begin there.
///
/// Made as texts need them and kept from text to text, so that most tokens cost one look into a table.
struct SymbolTable: ~Copyable {
  /// A match that begins at a token, as far as tests see it.
  struct Element: BitwiseCopyable {
    var matchClass: Int32
    var length: Int32
  }

  /// What the symbols are, as it lies in memory; valid until the next one is made.
  struct View {
    /// Bits of the tests that each symbol meets, `width` words each.
    let bits: UnsafePointer<UInt64>
    let width: Int
    /// The matches of all symbols one after the other, those that cross the sentence's end too, and where those of each
    /// symbol begin; one number more than there are symbols.
    let elements: UnsafePointer<Element>
    let elementStarts: UnsafePointer<Int32>
    let count: Int

    @inline(__always)
    func row(_ symbol: Int32) -> UnsafePointer<UInt64> { bits + Int(symbol) &* width }

    @inline(__always)
    func meets(_ symbol: Int32, _ test: Int32) -> Bool { row(symbol).holds(test) }

    /// The places in ``elements`` of a symbol's matches.
    @inline(__always)
    func elements(of symbol: Int32) -> Range<Int> {
      let (start, end) = (elementStarts[Int(symbol)], elementStarts[Int(symbol) &+ 1])
      return Range(uncheckedBounds: (Int(start), Int(end)))
    }
  }

  private let alphabet: Alphabet
  /// What matches of a class and a length add to a hash, where they are short and do not cross the sentence's end.
  private var shares: FlatList<UInt64>
  /// Symbols of tokens without matches, by word and shape; -1 for those not met yet.
  private var plain: FlatList<Int32>
  /// Symbols of tokens with matches, by hash.
  private var numbers = KeyedNumbers()
  private var bits = FlatList<UInt64>(capacity: 4096)
  private var elements = FlatList<Element>(capacity: 1024)
  private var elementStarts = FlatList<Int32>(repeating: 0, count: 1)

  var count: Int { elementStarts.count - 1 }

  var view: View {
    View(
      bits: UnsafePointer(bits.base), width: alphabet.width, elements: UnsafePointer(elements.base),
      elementStarts: UnsafePointer(elementStarts.base), count: count)
  }

  init(_ alphabet: Alphabet) {
    self.alphabet = alphabet
    plain = FlatList(repeating: -1, count: alphabet.wordClassCount * alphabet.shapeClassCount)
    let classCount = alphabet.matchBits.count / alphabet.width
    shares = FlatList(repeating: 0, count: classCount * Self.shortest)
    for matchClass in 1..<max(1, classCount) {
      for length in 0..<Self.shortest {
        shares[matchClass * Self.shortest + length] = Self.share(matchClass, length: length, crosses: false)
      }
    }
  }

  /// Lengths for which ``shares`` holds what a match adds.
  private static let shortest = 8

  /// The symbols of all tokens of `text`.
  mutating func read(_ text: TokenizedText, _ matches: MatchTable) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: text.tokens.count) { symbols, count in
      alphabet.withTables { tables in
        text.tokens.withUnsafeBufferPointer { tokens in
          matches.withUnsafePointers { list, first, next in
            for sentence in text.sentences {
              for index in sentence {
                let place = tables.place(of: tokens[index])
                let known = first[index] < 0 ? plain[place] : -1
                let symbol =
                  known >= 0
                  ? known
                  : symbol(place, at: index, limit: sentence.upperBound, tables, list, first, next)
                symbols.initializeElement(at: index, to: symbol)
              }
            }
          }
        }
      }
      count = text.tokens.count
    }
  }

  /// Brings `symbols` to what tokens are with the matches from `number` on too.
  mutating func update(
    _ symbols: inout [Int32], with number: Int, _ text: TokenizedText, _ matches: MatchTable
  ) {
    symbols.withUnsafeMutableBufferPointer { symbols in
      alphabet.withTables { tables in
        matches.withUnsafePointers { list, first, next in
          for match in matches.matches[number...] where tables.matchClass(of: match) != 0 {
            let token = Int(match.start)
            let sentence = text.sentences[Int(text.sentenceOfToken[token])]
            symbols[token] = symbol(
              tables.place(of: text.tokens[token]), at: token, limit: sentence.upperBound, tables, list,
              first, next)
          }
        }
      }
    }
  }

  /// The symbol of a token at a place in ``plain``, whose sentence ends at `limit`.
  private mutating func symbol(
    _ place: Int, at index: Int, limit: Int, _ tables: Alphabet.Tables, _ matches: UnsafePointer<Match>,
    _ first: UnsafePointer<Int32>, _ next: UnsafePointer<Int32>
  ) -> Int32 {
    var sum: UInt64 = 0
    var number = first[index]
    while number >= 0 {
      let match = matches[Int(number)]
      number = next[Int(number)]
      let matchClass = tables.matchClass(of: match)
      guard matchClass != 0 else { continue }
      let length = Int(match.end) &- index
      if length < Self.shortest, Int(match.end) <= limit {
        sum &+= shares[matchClass &* Self.shortest &+ length]
      } else if length <= PatternMatcher.longestMatch {
        sum &+= Self.share(matchClass, length: length, crosses: Int(match.end) > limit)
      }
    }
    if sum == 0 {
      let known = plain[place]
      if known >= 0 { return known }
      let made = make(place, index, limit, tables, matches, -1, next)
      plain[place] = made
      return made
    }
    let hash = (sum &+ SymbolTable.mix(0x9E37_79B9_7F4A_7C15, place)) | 1
    let known = numbers[hash]
    if known >= 0 { return known }
    let made = make(place, index, limit, tables, matches, first[index], next)
    numbers.insert(hash, made)
    return made
  }

  /// What a match of a class adds to the hash of the token at which it begins: the order of matches does not matter.
  private static func share(_ matchClass: Int, length: Int, crosses: Bool) -> UInt64 {
    mix(0x2545_F491_4F6C_DD1D, matchClass << 8 | length << 1 | (crosses ? 1 : 0))
  }

  /// One round of the finaliser of MurmurHash3 (Austin Appleby) twice: each bit of the number changes all bits.
  @inline(__always)
  private static func mix(_ seed: UInt64, _ number: Int) -> UInt64 {
    var hash = (seed ^ UInt64(truncatingIfNeeded: number)) &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    hash = hash &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }

  /// A new symbol, for a token at which the matches from `first` on begin.
  private mutating func make(
    _ place: Int, _ index: Int, _ limit: Int, _ tables: Alphabet.Tables, _ matches: UnsafePointer<Match>,
    _ first: Int32, _ next: UnsafePointer<Int32>
  ) -> Int32 {
    let width = alphabet.width
    let (word, shape) = place.quotientAndRemainder(dividingBy: alphabet.shapeClassCount)
    let row = bits.count
    for part in 0..<width {
      bits.append(alphabet.wordBits[word * width + part] | alphabet.shapeBits[shape * width + part])
    }
    var number = first
    while number >= 0 {
      let match = matches[Int(number)]
      number = next[Int(number)]
      let matchClass = tables.matchClass(of: match)
      let length = Int(match.end) - index
      guard matchClass != 0, length <= PatternMatcher.longestMatch else { continue }
      elements.append(Element(matchClass: Int32(matchClass), length: Int32(length)))
      guard Int(match.end) <= limit else { continue }
      for part in 0..<width { bits[row + part] |= tables.matchBits[matchClass * width + part] }
    }
    elementStarts.append(Int32(elements.count))
    return Int32(count - 1)
  }
}

extension UnsafePointer<UInt64> {
  /// Whether the bit of a test is set.
  @inline(__always)
  func holds(_ test: Int32) -> Bool {
    self[Int(test &>> 6)] &>> UInt64(truncatingIfNeeded: test & 63) & 1 != 0
  }
}
