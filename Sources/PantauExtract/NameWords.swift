import PantauText

/// The words of a person's name folded, initials included, as one run of letters.
struct NameWords: Sendable {
  /// A word's place among the letters, and their hash (``PlaceCase/foldedHash(_:)``).
  struct Word: Sendable {
    var start: Int32
    var end: Int32
    var hash: UInt64

    var count: Int { Int(end - start) }
  }

  let letters: [UInt8]
  let words: [Word]

  /// Words end at spaces, points and commas.
  init(_ name: String) {
    var (name, words) = (name, [Word]())
    words.reserveCapacity(4)
    letters = name.withUTF8 { name in
      [UInt8](unsafeUninitializedCapacity: name.count) { letters, count in
        var start = 0
        for byte in name {
          if byte == 32 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
            NameWords.end(start..<count, of: letters, &words)
            start = count
          } else if let folded = PlaceCase.folded(byte) {
            letters.initializeElement(at: count, to: folded)
            count += 1
          }
        }
        NameWords.end(start..<count, of: letters, &words)
      }
    }
    self.words = words
  }

  private static func end(
    _ range: Range<Int>, of letters: UnsafeMutableBufferPointer<UInt8>, _ words: inout [Word]
  ) {
    guard !range.isEmpty else { return }
    let hash = PlaceCase.foldedHash(UnsafeBufferPointer(rebasing: letters[range]))
    words.append(Word(start: Int32(range.lowerBound), end: Int32(range.upperBound), hash: hash))
  }

  var count: Int { words.count }

  var isEmpty: Bool { words.isEmpty }

  /// Whether the first word of `other` is one of these.
  func containsFirst(of other: NameWords) -> Bool {
    guard let first = other.words.first else { return false }
    return words.contains { isEqual($0, first, of: other) }
  }

  /// Whether the words of one of the two names are all among the other's.
  func mayBePerson(_ other: NameWords) -> Bool {
    count <= other.count ? areAll(among: other) : other.areAll(among: self)
  }

  /// Whether each word is one of `other`'s, an initial stands for one, or it is spelled a letter apart.
  private func areAll(among other: NameWords) -> Bool {
    words.allSatisfy { word in other.words.contains { isSame(word, $0, of: other) } }
  }

  private func isEqual(_ word: Word, _ second: Word, of other: NameWords) -> Bool {
    guard word.hash == second.hash, word.count == second.count else { return false }
    for index in 0..<word.count
    where letters[Int(word.start) + index] != other.letters[Int(second.start) + index] {
      return false
    }
    return true
  }

  private func isSame(_ word: Word, _ second: Word, of other: NameWords) -> Bool {
    if isEqual(word, second, of: other) { return true }
    let isFirstSame = letters[Int(word.start)] == other.letters[Int(second.start)]
    // "Muh. Sahrul A.T." is not "Muh. Asri": initials of the longer name stand for no word of the shorter one.
    if second.count == 1, word.count > 1, other.count > count { return false }
    if word.count == 1 || second.count == 1 { return isFirstSame }
    guard min(word.count, second.count) >= 5, abs(word.count - second.count) <= 1,
      isFirstSame || letters[Int(word.end) - 1] == other.letters[Int(second.end) - 1]
    else { return false }
    return EditDistance.isOneAtMost(
      between: Array(letters[Int(word.start)..<Int(word.end)]),
      Array(other.letters[Int(second.start)..<Int(second.end)]))
  }
}
