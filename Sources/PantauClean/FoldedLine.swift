/// A line as the word lists see it: lower case, single spaces, no space before a colon, no bullets before it and no
/// punctuation after it.
struct FoldedLine {
  /// Bytes without outer marks.
  var bytes: [UInt8] = []
  /// Where words begin in `bytes`.
  var wordStarts: [Int] = []

  /// The hash of each word, as ``PhraseTable`` looks it up.
  var wordHashes: [UInt64] = []
  /// The hash of the words alone: no numbers and no marks at the ends.
  var wholeHash = WordHash.seed

  /// A line without bytes, to be read into.
  init() {}

  init(_ line: [UInt8]) { self.init(line[...]) }

  init(_ line: ArraySlice<UInt8>) { line.withUnsafeBufferPointer { read($0) } }

  /// Becomes what `line` is, in the storage that is there.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
    bytes = Array(unsafeUninitializedCapacity: line.count) { target, count in
      var end = 0
      var pendingSpace = false
      for byte in line {
        if byte <= 32 {
          pendingSpace = end > 0
          continue
        }
        if pendingSpace, byte != UInt8(ascii: ":") {
          target[end] = 32
          end &+= 1
        }
        pendingSpace = false
        target[end] = lowercase(byte)
        end &+= 1
      }
      count = end
    }
    trim()
    findWords()
  }

  /// Takes bullets, arrows and stars off the front, marks off the end.
  private mutating func trim() {
    var low = 0
    while low < bytes.count {
      switch bytes[low] {
      case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "|"),
        UInt8(ascii: "["), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "_"), 32:
        low += 1
      case 0xE2 where low + 2 < bytes.count && bytes[low + 1] != 0x80: low += 3
      case 0xE2 where low + 2 < bytes.count && (bytes[low + 2] == 0xA2 || bytes[low + 2] == 0xBA): low += 3
      case 0xC2 where low + 1 < bytes.count && bytes[low + 1] != 0xA9: low += 2
      default:
        if low > 0 { bytes.removeFirst(low) }
        low = Int.max
      }
      if low == Int.max { break }
    }
    if low != Int.max { bytes.removeAll() }
    while let last = bytes.last, last == 32 || last == UInt8(ascii: "*") || last == UInt8(ascii: "]") {
      bytes.removeLast()
    }
  }

  /// Sets out from `bytes`, in which letters are small already.
  private mutating func findWords() {
    wordStarts.removeAll(keepingCapacity: true)
    wordHashes.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { bytes in
      WordBytes.letters.withUnsafeBufferPointer { table in
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          let isWord = table[Int(byte)] != 0
          guard isWord || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") else {
            index &+= 1
            continue
          }
          wordStarts.append(index)
          var hash = (WordHash.seed ^ UInt64(byte)) &* WordHash.prime
          index &+= 1
          while isWord, index < bytes.count, table[Int(bytes[index])] != 0 {
            hash = (hash ^ UInt64(bytes[index])) &* WordHash.prime
            index &+= 1
          }
          wordHashes.append(hash)
        }
      }
    }
    findWhole()
  }

  /// Sets ``wholeHash``.
  mutating func findWhole() { wholeHash = bytes.withUnsafeBufferPointer { FoldedLine.wholeHash(of: $0) } }

  private static func wholeHash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    func isWord(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 || byte >= 0xC3 }
    var low = 0
    var high = bytes.count
    while low < high, !isWord(bytes[low]) || bytes[low] == 0xE2 { low += bytes[low] == 0xE2 ? 3 : 1 }
    low = min(low, high)
    while high > low, !isWord(bytes[high - 1]), bytes[high - 1] < 0x80 { high -= 1 }
    var hash = WordHash.seed
    for index in low..<high { hash = (hash ^ UInt64(bytes[index])) &* WordHash.prime }
    return hash
  }
}

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
    byFirstWord = WordTable(index.map { ($0.key, UInt32($0.value)) })
  }

  /// The phrase that stands at the word of this number, ended where a word ends.
  @inline(__always)
  func match(_ line: FoldedLine, atWord number: Int) -> Phrase? {
    let chain = byFirstWord[line.wordHashes[number]]
    return chain == 0 ? nil : match(line.bytes, at: line.wordStarts[number], chain)
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
