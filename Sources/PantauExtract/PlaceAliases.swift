import PantauRules
import PantauText

/// Reads short forms that an article makes for itself: "Bathin Solapan (Batsol)".
enum PlaceAliases {
  /// Full names by folded short form. A word in brackets is a short form of the capitalised words before it when its letters
  /// stand in them in the same order, the first one first.
  static func aliases(in reading: Reading) -> ShortForms {
    var aliases = ShortForms()
    for bracket in reading.brackets where reading.isMark(Int(bracket) + 2, ")") {
      let open = Int(bracket)
      let word = reading.tokens[open + 1]
      if let start = initialled(open, word, in: reading) {
        let short = PlaceCase.folded(reading.text.text.string(open + 1..<open + 2))
        aliases[short] = PlaceCase.title(reading.text.text.string(start..<open))
        continue
      }
      guard word.kind == .word, word.traits.contains(.capitalised), word.end - word.start >= 4 else {
        continue
      }
      var start = open
      while start > 0, open - start < 4, isNameWord(start - 1, in: reading) { start -= 1 }
      guard start < open else { continue }
      guard isShort(open + 1..<open + 2, of: start..<open, in: reading.text.text) else { continue }
      let short = PlaceCase.folded(reading.text.text.string(open + 1..<open + 2))
      aliases[short] = PlaceCase.title(reading.text.text.string(start..<open))
    }
    return aliases
  }

  /// "Kecamatan Teon Nila Serua (TNS)": where the words begin whose initials a word in capitals behind them holds.
  private static func initialled(_ open: Int, _ word: Token, in reading: Reading) -> Int? {
    let count = Int(word.end - word.start)
    guard word.kind == .word, word.traits.contains(.allCapitals), (2...4).contains(count), open > count
    else { return nil }
    let bytes = reading.text.text.bytes
    let isInitialled = (0..<count).allSatisfy { offset in
      let token = open - count + offset
      return isNameWord(token, in: reading)
        && bytes[Int(reading.tokens[token].start)] == bytes[Int(word.start) + offset]
    }
    return isInitialled ? open - count : nil
  }

  private static func isNameWord(_ token: Int, in reading: Reading) -> Bool {
    let found = reading.tokens[token]
    guard found.kind == .word, found.traits.contains(.capitalised) else { return false }
    return [reading.labels.offices, reading.labels.institutions, reading.labels.villageWords].allSatisfy {
      reading.text.matches.match($0, at: token) == nil
    }
  }

  /// Whether the letters of a word stand in those of a longer name in the same order, the first one first.
  private static func isShort(_ short: Range<Int>, of full: Range<Int>, in text: TokenizedText)
    -> Bool
  {
    let places = (text.byteRange(short), text.byteRange(full))
    return text.bytes.withUnsafeBufferPointer { bytes in
      let short = bytes[places.0].lazy.compactMap { PlaceCase.folded($0) }
      let full = bytes[places.1].lazy.compactMap { PlaceCase.folded($0) }
      guard short.first == full.first else { return false }
      var rest = short.makeIterator()
      var next = rest.next()
      var difference = 0
      for letter in full {
        difference += 1
        if letter == next {
          next = rest.next()
          difference -= 1
        }
      }
      // Each letter of the name that is left over makes it longer than its short form.
      return next == nil && difference > 0
    }
  }
}
