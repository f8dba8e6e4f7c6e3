import PantauRules
import PantauText

/// Full names of persons who stand beside their office with one word of it.
extension OfficialFinder {
  /// Longest name in words, and shortest word in bytes, of a name that is looked for.
  private static let longestName = 4
  private static let shortestWord = 4

  /// "Ferry selaku Wakil Menteri Koperasi", elsewhere "Ferry Juliantono": the name that stands in the body with a name of one word as its
  /// first or last one, where there is just one such.
  func fullName(_ name: String, at own: Range<Int>, in reading: Reading) -> String {
    guard own.count == 1, name.utf8.count >= Self.shortestWord else { return name }
    let hash = hash(of: own.lowerBound, in: reading)
    var found: String?
    for capital in reading.capitals where Int(capital) >= reading.bodyStart && Int(capital) != own.lowerBound
    {
      guard mayBeSame(Int(capital), own.lowerBound, in: reading),
        self.hash(of: Int(capital), in: reading) == hash,
        let run = run(around: Int(capital), in: reading)
      else { continue }
      let full = PlaceCase.title(reading.text.text.string(run))
      if let found, found != full { return name }
      found = full
    }
    return found ?? name
  }

  /// "Ferdinandus (Verdi) Lepe": the words of a name that goes on behind a nickname in brackets, and the nickname.
  func goingOn(behind name: Range<Int>, in reading: Reading) -> (rest: Range<Int>, nick: Range<Int>)? {
    let open = name.upperBound
    guard reading.isMark(open, "("),
      let close = (open + 2..<min(open + 4, reading.tokens.count)).first(where: { reading.isMark($0, ")") }),
      (open + 1..<close).allSatisfy({ isNameWord($0, in: reading) })
    else { return nil }
    var end = close + 1
    while end < reading.tokens.count, end - close <= Self.longestName, isNameWord(end, in: reading) {
      end += 1
    }
    return end > close + 1 ? (close + 1..<end, open + 1..<close) : nil
  }

  /// Whether two words may have the same letters, as far as the first one tells.
  private func mayBeSame(_ left: Int, _ right: Int, in reading: Reading) -> Bool {
    let bytes = reading.text.text.bytes
    guard let left = PlaceCase.folded(bytes[Int(reading.tokens[left].start)]),
      let right = PlaceCase.folded(bytes[Int(reading.tokens[right].start)])
    else { return true }
    return left == right
  }

  private func hash(of token: Int, in reading: Reading) -> UInt64 {
    let place = reading.text.text.byteRange(token..<token + 1)
    return reading.text.text.bytes.withUnsafeBufferPointer {
      PlaceCase.foldedHash(UnsafeBufferPointer(rebasing: $0[place]))
    }
  }

  /// The words with capitals around a token that may be a name with it at one end; nil where it stands alone or inside.
  private func run(around token: Int, in reading: Reading) -> Range<Int>? {
    var (start, end) = (token, token + 1)
    while end < reading.tokens.count, isNameWord(end, in: reading) { end += 1 }
    if end == token + 1 {
      while start > reading.bodyStart, isNameWord(start - 1, in: reading),
        !reading.tokens[start].traits.contains(.lineStart)
      {
        start -= 1
      }
      // The word with which a sentence begins has a capital in any case.
      let first = reading.text.text.sentences[reading.sentence(of: token)].lowerBound
      if start == first, start < token { return nil }
    }
    let count = end - start
    return count > 1 && count <= Self.longestName ? start..<end : nil
  }

  /// Whether a word with a capital has no meaning but that of a name.
  private func isNameWord(_ token: Int, in reading: Reading) -> Bool {
    let word = reading.tokens[token]
    return word.kind == .word && word.traits.contains(.capitalised) && !word.traits.contains(.lineStart)
      && !word.traits.contains(.allCapitals) && !notNames.begins(at: token, in: reading.text)
  }
}
