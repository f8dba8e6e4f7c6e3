import PantauRules
import PantauText

/// Finds the later places where part of an official's name stands.
extension OfficialFinder {
  /// Letters of the shortest word that tells a person.
  private static let shortestMention = 3

  /// The words of officials' names, to be looked for in the text.
  private struct Wanted {
    /// Hashes of words of three letters and more, and whose they are.
    var words: [(hash: UInt64, official: Int)] = []
    /// Bits for the first two letters of the words.
    var initials: UInt64 = 0
    /// Six bits of each hash, which leave out nearly all other words.
    var known: UInt64 = 0

    mutating func add(_ name: NameWords, of official: Int) {
      for word in name.words {
        guard word.count >= OfficialFinder.shortestMention else { continue }
        let start = Int(word.start)
        initials |= OfficialFinder.initial(name.letters[start], name.letters[start + 1])
        guard !words.contains(where: { $0.official == official && $0.hash == word.hash })
        else { continue }
        words.append((word.hash, official))
        known |= 1 << (word.hash >> 58)
      }
    }
  }

  /// Adds to each official's mentions the words with a capital that are part of the name, those side by side as one.
  func findMentions(in reading: inout Reading) {
    guard !reading.officials.isEmpty else { return }
    var wanted = Wanted()
    wanted.words.reserveCapacity(reading.officials.count * 4)
    for index in reading.officials.indices {
      wanted.add(reading.officials[index].words, of: index)
      for alias in reading.officials[index].aliases { wanted.add(NameWords(alias), of: index) }
    }
    if wanted.known == 0 { return }
    // By official: how many mentions stand with the office, and the next of them.
    var own = reading.officials.map { (count: $0.mentions.count, next: 0) }
    for (token, hash) in words(wanted, in: reading) {
      for word in wanted.words where word.hash == hash {
        add(token, to: &reading.officials[word.official].mentions, &own[word.official])
      }
    }
    for index in own.indices where reading.officials[index].mentions.count > own[index].count {
      reading.officials[index].mentions.sort { $0.lowerBound < $1.lowerBound }
    }
  }

  /// Adds a word behind all that were added before, but for one of the `own.count` first mentions, which are in order.
  private func add(
    _ token: Int, to mentions: inout [Range<Int>], _ own: inout (count: Int, next: Int)
  ) {
    while own.next < own.count, mentions[own.next].upperBound <= token { own.next += 1 }
    if own.next < own.count, mentions[own.next].contains(token) { return }
    if let last = mentions.last, last.upperBound == token {
      mentions[mentions.count - 1] = last.lowerBound..<token + 1
    } else {
      mentions.append(token..<token + 1)
    }
  }

  /// The words with a capital that may be among those wanted, each with the hash of its folded form.
  private func words(_ wanted: Wanted, in reading: Reading) -> [(token: Int, hash: UInt64)] {
    var words: [(token: Int, hash: UInt64)] = []
    words.reserveCapacity(32)
    reading.text.text.bytes.withUnsafeBufferPointer { bytes in
      reading.text.text.tokens.withUnsafeBufferPointer { tokens in
        for capital in reading.capitals {
          let token = tokens[Int(capital)]
          guard wanted.initials & Self.initial(of: token, in: bytes) != 0 else { continue }
          let hash = PlaceCase.foldedHash(
            UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]))
          if wanted.known >> (hash >> 58) & 1 != 0 { words.append((Int(capital), hash)) }
        }
      }
    }
    return words
  }

  /// A bit for the first two letters of a word, folded.
  @inline(__always)
  private static func initial(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 << UInt64((first &* 7 &+ second) & 63)
  }

  /// The bit of a token; all bits where a mark stands among its first two bytes, none where it is too short.
  @inline(__always)
  private static func initial(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let start = Int(token.start)
    guard Int(token.end) - start >= shortestMention else { return 0 }
    guard let first = PlaceCase.folded(bytes[start]), let second = PlaceCase.folded(bytes[start + 1]) else {
      return .max
    }
    return initial(first, second)
  }
}
