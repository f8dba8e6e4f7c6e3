/// A person's name as the matcher sees it: tokens of folded bytes.
struct NameForm: Hashable {
  struct Token: Hashable {
    /// Lower-case letters, apostrophes left out.
    var letters: [UInt8]
    /// The letters with the orthographies' variants made one.
    var skeleton: [UInt8]
    /// Whether a full stop follows.
    var isAbbreviated: Bool

    var isInitial: Bool { letters.count == 1 }
    /// Whether it can carry a name on its own.
    var isFull: Bool { !isInitial && !(isAbbreviated && letters.count <= 4) }
  }

  let tokens: [Token]

  /// Reads `name`. A comma ends it where `cutsDegrees`; else it separates words.
  init(_ name: String, cutsDegrees: Bool = true) {
    var tokens: [Token] = []
    var letters: [UInt8] = []
    func close(_ isAbbreviated: Bool) {
      guard !letters.isEmpty else { return }
      tokens.append(
        Token(letters: letters, skeleton: NameForm.skeleton(of: letters), isAbbreviated: isAbbreviated))
      letters = []
    }
    let bytes = Array(name.utf8)
    var index = 0
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: ",") where cutsDegrees: break scan
      case UInt8(ascii: "."): close(true)
      case UInt8(ascii: "'"), UInt8(ascii: "`"): break
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && 0x98...0x99 ~= bytes[index + 2]:
        index += 2  // A typographic apostrophe.
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0:
        close(false)
        index += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
        letters.append(byte)
      default: close(false)
      }
      index += 1
    }
    close(false)
    self.tokens = tokens
  }

  /// Tokens that are no initials or abbreviations.
  var fullCount: Int { tokens.count(where: \.isFull) }

  /// Letters in all tokens.
  var letterCount: Int { tokens.reduce(0) { $0 + $1.letters.count } }

  /// The tokens' letters, separated by spaces: equal for equal names.
  var key: [UInt8] { Array(tokens.map(\.letters).joined(separator: [0x20])) }

  /// All skeletons without spaces: "Nur Rochman" and "Nurrochman" have the same.
  var joinedSkeleton: [UInt8] { NameForm.skeleton(of: tokens.flatMap(\.letters)) }

  private static let pairs: [[UInt8]: [UInt8]] = [
    "oe": "u", "dj": "j", "tj": "c", "sj": "s", "sy": "s", "sh": "s", "ch": "h", "kh": "h", "th": "t",
    "dh": "d", "ph": "f", "gh": "g",
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = Array($1.value.utf8) }

  /// Makes the spellings of the old and new orthographies one and doubled letters single.
  static func skeleton(of letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(letters.count)
    func append(_ byte: UInt8) {
      if result.last != byte { result.append(byte) }
    }
    var index = 0
    while index < letters.count {
      if index + 1 < letters.count, let one = pairs[[letters[index], letters[index + 1]]] {
        one.forEach(append)
        index += 2
        continue
      }
      switch letters[index] {
      case UInt8(ascii: "v"): append(UInt8(ascii: "f"))
      case UInt8(ascii: "q"): append(UInt8(ascii: "k"))
      case UInt8(ascii: "y"): append(UInt8(ascii: "i"))
      default: append(letters[index])
      }
      index += 1
    }
    return result
  }
}

extension NameForm {
  /// Strings of which two names share at least one where ``NameComparison`` finds them alike, but for words of
  /// fewer than six letters with an edit in the middle.
  var blockingKeys: [[UInt8]] {
    var keys: Set<[UInt8]> = [joinedSkeleton]
    for token in tokens where !token.isInitial {
      keys.insert(token.skeleton)
      guard token.letters.count >= 4 else { continue }
      let width = token.letters.count >= 6 ? 3 : 2
      keys.insert([UInt8(ascii: "^")] + token.letters.prefix(width))
      keys.insert([UInt8(ascii: "$")] + token.letters.suffix(width))
    }
    return Array(keys)
  }
}
