/// Legends of pictures in copied text, told by the credit with which they close.
extension CopiedText {
  /// Words of a legend at most, and of a credit.
  private static let longestCaption = 45
  private static let longestCredit = 6

  /// Drops legends that close with who took the picture ("… di Lebak, Jumat (12/9/2025). Antara/Ardiles"), lines that are such a credit, and
  /// what stands beside one without a sentence's end. The last two lines are no legends: reports close with credits of their own.
  func dropCaptions(_ keep: inout [Bool]) {
    let kept = lines.indices.filter { keep[$0] }
    guard kept.count > 3 else { return }
    let last = kept[kept.count - 2]
    for index in kept where index < last {
      if isCredit(line(index)) {
        keep[index] = false
        // A legend may be cut off, or stand behind its credit.
        if index > 0, isPiece(index - 1) { keep[index - 1] = false }
        if index + 1 < last, isPiece(index + 1) || beginsInCapitals(line(index + 1)) {
          keep[index + 1] = false
        }
      } else if lines[index].shape.words <= Self.longestCaption, endsInCredit(line(index)) {
        keep[index] = false
      }
    }
  }

  /// A line of some words without a sentence's end.
  private func isPiece(_ index: Int) -> Bool {
    let shape = lines[index].shape
    return shape.words >= 6 && !shape.endsSentence && !shape.endsInColon
  }

  /// "BAHAS KOPERASI - Suasana rapat …": whether a line begins with a few words in capitals before a dash.
  private func beginsInCapitals(_ line: ArraySlice<UInt8>) -> Bool {
    let dash: [UInt8] = [32, UInt8(ascii: "-"), 32]
    guard let first = line.first, isCapital(first) else { return false }
    var index = line.startIndex
    while index + 3 <= line.endIndex, index - line.startIndex < 40 {
      if line[index..<index + 3].elementsEqual(dash) { return true }
      guard isCapital(line[index]) || line[index] == 32 else { return false }
      index += 1
    }
    return false
  }

  /// Whether a line closes with a credit: behind the end of its last sentence, or, where it holds none, in brackets.
  private func endsInCredit(_ line: ArraySlice<UInt8>) -> Bool {
    guard let end = line.last else { return false }
    if end == UInt8(ascii: ")") {
      guard let open = line.lastIndex(of: UInt8(ascii: "(")), open > line.startIndex + 1 else { return false }
      let before = line[..<open].reversed().first { $0 != 32 }
      let credit = line[(open + 1)..<(line.endIndex - 1)]
      // "(KDMP/KKMP)" is a short form, "(Kabar Pagi/Ruhaili)" a credit.
      return before.map(isOfWord) == true && credit.contains(32) && isCredit(credit)
    }
    // ". " or "). " before the last words
    var index = line.endIndex - 2
    while index > line.startIndex {
      if line[index] == 32, line[index - 1] == UInt8(ascii: ".") { return isCredit(line[(index + 1)...]) }
      index -= 1
    }
    return false
  }

  /// "ANTARA/Ardiles Leloltery", "IDN Times/Ruhaili": a few words that all begin with capitals or a figure, two of them joined by a slash.
  private func isCredit(_ text: ArraySlice<UInt8>) -> Bool {
    var words = 0
    var hasSlash = false
    var previous: UInt8 = 32
    for (offset, byte) in zip(text.indices, text) {
      if previous == 32, byte != 32 {
        words += 1
        if !isCapital(byte), !isDigit(byte), byte != UInt8(ascii: "/") { return false }
      }
      if byte == UInt8(ascii: "/"), offset > text.startIndex, offset + 1 < text.endIndex {
        let next = text[offset + 1] == 32 && offset + 2 < text.endIndex ? text[offset + 2] : text[offset + 1]
        hasSlash = hasSlash || (isOfWord(previous) && isOfWord(next))
      }
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") { return false }
      previous = byte
    }
    guard hasSlash, words <= Self.longestCredit, let first = text.first, isCapital(first) else {
      return false
    }
    return text.last.map { isOfWord($0) || $0 == UInt8(ascii: ".") } ?? false
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

  private func isOfWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 || byte >= 0x80 }
}
