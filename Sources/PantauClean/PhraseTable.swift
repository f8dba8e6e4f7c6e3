/// Phrases looked up by the word they begin with.
struct PhraseTable: Sendable {
  /// One phrase, folded.
  struct Phrase: Sendable {
    var bytes: [UInt8]
    /// Marked with `!` in the list: holds whatever follows.
    var always: Bool
    /// The last byte is a colon.
    var endsInColon: Bool
  }

  private var byFirstWord: WordTable
  /// The hashes of the words with which phrases begin.
  let firstWords: [UInt64]
  private var chains: [[Phrase]] = [[]]

  init(_ lines: [String]) {
    var index: [UInt64: Int] = [:]
    for line in lines {
      let always = line.hasPrefix("!")
      let folded = Array((always ? String(line.dropFirst()) : line).utf8).map(lowercase)
      let bytes = Array(folded.drop { $0 == 32 })
      let key = PhraseTable.firstWord(bytes, at: 0)
      let slot = index[key] ?? chains.count
      if slot == chains.count { chains.append([]) }
      index[key] = slot
      chains[slot].append(
        Phrase(bytes: bytes, always: always, endsInColon: bytes.last == UInt8(ascii: ":")))
    }
    // Longest first, so that the phrase found is the most telling one.
    chains = chains.map { chain in chain.sorted { $0.bytes.count > $1.bytes.count } }
    firstWords = Array(index.keys)
    byFirstWord = WordTable(index.map { ($0.key, UInt32($0.value)) })
  }

  /// The phrase that stands at the word of this number, ended where a word ends.
  @inline(__always)
  func match(_ line: FoldedLine, atWord number: Int) -> Phrase? {
    let word = line.words[number]
    let chain = byFirstWord[word.hash]
    return chain == 0 ? nil : match(line.bytes, at: Int(word.start), chain)
  }

  /// The phrase with which the line begins.
  func match(beginning line: FoldedLine) -> Phrase? {
    if let first = line.words.first, first.start == 0 { return match(line, atWord: 0) }
    return match(line.bytes, at: 0)
  }

  /// The phrase that stands at `start`, ended where a word ends.
  func match(_ bytes: [UInt8], at start: Int) -> Phrase? {
    let chain = byFirstWord[PhraseTable.firstWord(bytes, at: start)]
    return chain == 0 ? nil : match(bytes, at: start, chain)
  }

  private func match(_ bytes: [UInt8], at start: Int, _ chain: UInt32) -> Phrase? {
    for phrase in chains[Int(chain)] where start + phrase.bytes.count <= bytes.count {
      let end = start + phrase.bytes.count
      if end < bytes.count, isLetterOrDigit(bytes[end]), let last = phrase.bytes.last, isLetterOrDigit(last) {
        continue
      }
      var index = 0
      while index < phrase.bytes.count, bytes[start + index] == phrase.bytes[index] { index += 1 }
      if index == phrase.bytes.count { return phrase }
    }
    return nil
  }

  /// Whether some phrase begins with the word.
  func isFirstWord(_ hash: UInt64) -> Bool { byFirstWord.contains(hash) }

  /// The hash of the letters and digits at `start`; of the one byte there where it is a mark.
  private static func firstWord(_ bytes: [UInt8], at start: Int) -> UInt64 {
    var hash = WordHash()
    var index = start
    while index < bytes.count, isLetterOrDigit(bytes[index]) {
      hash.combine(bytes[index])
      index += 1
    }
    if index == start, index < bytes.count { hash.combine(bytes[index]) }
    return hash.value
  }
}
