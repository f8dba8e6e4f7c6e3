import PantauRules

/// Who tells what an article's sentences say: those named with a word of saying, and those who go on from there.
///
/// A sentence is told by the official named with a word of saying in it; one with such a word but a pronoun by the one named before in its
/// paragraph, or else by who spoke last; what goes on behind either, or in quotation, by the same. Who is only named tells nothing.
/// Linear in the text's tokens and the officials' mentions.
struct Tellers {
  /// By sentence: the number of an official, -1 for none.
  private var tellers: [Int]

  /// What the words of saying in a sentence tell.
  private enum Told {
    /// Nothing: it has none.
    case nothing
    case by(Int)
    /// By the one who spoke before.
    case onward
    /// By somebody else.
    case other
  }

  /// An official's name at a place of the text.
  private struct Name {
    let range: Range<Int>
    let official: Int
  }

  /// Where the talk has come to, from sentence to sentence.
  private struct Talk {
    /// The official who spoke last, and the one named last in the paragraph; -1 for none.
    var (speaker, subject) = (-1, -1)
    /// The paragraph of the last sentence that is told.
    var paragraph = Int32(-1)
    /// The sentence at which a list goes on that a told one opened; -1 for none.
    var listStart = -1
    var isInQuote = false
  }

  init(_ reading: FinalReading) {
    tellers = Array(repeating: -1, count: reading.sentences.count)
    let names = reading.officials.indices.flatMap { official in
      reading.officials[official].mentions.map { Name(range: $0, official: official) }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !names.isEmpty else { return }
    var talk = Talk()
    var next = 0
    for sentence in reading.sentences.indices {
      let first = next
      while next < names.count, names[next].range.lowerBound < reading.sentences[sentence].upperBound {
        next += 1
      }
      listen(to: sentence, names[first..<next], reading, &talk)
    }
  }

  /// Settles who tells a sentence, of which `names` are those of officials.
  private mutating func listen(
    to sentence: Int, _ names: ArraySlice<Name>, _ reading: FinalReading, _ talk: inout Talk
  ) {
    let range = reading.sentences[sentence]
    let paragraph = reading.paragraphOfSentence[sentence]
    if sentence == 0 || paragraph != reading.paragraphOfSentence[sentence - 1] {
      (talk.isInQuote, talk.subject) = (false, -1)
    }
    let opens = talk.isInQuote || reading.isQuotation(range.lowerBound)
    switch Self.told(range, names, reading) {
    case .by(let official):
      (talk.speaker, talk.paragraph, talk.subject) = (official, paragraph, official)
      tellers[sentence] = official
      if talk.isInQuote || Self.endsQuotation(before: sentence, reading) {
        giveBack(official, before: sentence, reading)
      }
    case .onward:
      if talk.subject >= 0 { talk.speaker = talk.subject }
      tellers[sentence] = talk.speaker
      talk.paragraph = paragraph
    case .nothing where paragraph == talk.paragraph || opens || talk.listStart == sentence:
      tellers[sentence] = talk.speaker
      if opens { talk.paragraph = paragraph }
    case .nothing, .other: break
    }
    if let named = names.last(where: { !Self.isOther($0, range, reading) }) { talk.subject = named.official }
    for token in range where reading.isQuotation(token) { talk.isInQuote.toggle() }
    // What a colon at a paragraph's end opens goes on over the short paragraphs behind it.
    let isListed = talk.listStart == sentence && range.count <= Self.longestItem
    let goesOn = tellers[sentence] >= 0 && (isListed || Self.endsInColon(range, reading))
    talk.listStart = goesOn ? sentence + 1 : -1
  }

  /// The number of the official who tells a sentence; nil where none does.
  subscript(sentence: Int) -> Int? { tellers[sentence] < 0 ? nil : tellers[sentence] }

  /// Most tokens of a paragraph in a list.
  private static let longestItem = 40
  /// Most tokens between a word of saying and the name of who says it: offices are long.
  private static let reach = 30
  /// Most tokens between a pronoun and its word of saying.
  private static let pronounReach = 4

  /// Gives the sentences before one, back to the beginning of the quotation that it ends, the one that it names.
  private mutating func giveBack(_ official: Int, before sentence: Int, _ reading: FinalReading) {
    var index = sentence - 1
    while index >= 0, reading.paragraphOfSentence[index] == reading.paragraphOfSentence[sentence] {
      let begins = reading.isQuotation(reading.sentences[index].lowerBound)
      tellers[index] = official
      if begins { return }
      index -= 1
    }
  }

  private static func endsQuotation(before sentence: Int, _ reading: FinalReading) -> Bool {
    sentence > 0 && reading.sentences[sentence - 1].suffix(2).contains { reading.isQuotation($0) }
  }

  private static func endsInColon(_ range: Range<Int>, _ reading: FinalReading) -> Bool {
    range.last.map { reading.isMark($0, ":") } ?? false
  }

  /// What the words of saying of a sentence tell, of which `names` are those of officials.
  private static func told(_ range: Range<Int>, _ names: ArraySlice<Name>, _ reading: FinalReading) -> Told {
    var told = Told.nothing
    var token = range.lowerBound
    var pronoun = -pronounReach - 1
    while token < range.upperBound {
      guard let word = reading.match(reading.labels.saying, at: token),
        let kind = reading.words.saying[word]
      else {
        token += 1
        continue
      }
      switch kind {
      case .before:
        if let name = name(behind: Int(word.end), names, reading) { return .by(name) }
        if case .nothing = told { told = .other }
      case .behind:
        if let name = names.first(where: { $0.range.upperBound <= token && !isOther($0, range, reading) }) {
          return .by(name.official)
        }
        if case .onward = told { break }
        told = token - pronoun <= pronounReach ? .onward : .other
      case .back: told = .onward
      case .who: pronoun = token
      case .other: break
      }
      token = Int(word.end)
    }
    return told
  }

  /// Who is named behind a word of saying, before another one.
  private static func name(behind start: Int, _ names: ArraySlice<Name>, _ reading: FinalReading) -> Int? {
    guard let name = names.first(where: { $0.range.lowerBound >= start }),
      name.range.lowerBound - start <= reach,
      !(start..<name.range.lowerBound).contains(where: { reading.has(reading.labels.saying, at: $0) })
    else { return nil }
    return name.official
  }

  /// "Diresmikan oleh Presiden …", "mewakili Bupati …": whether the word that leads a name with its office says that somebody else speaks.
  private static func isOther(_ name: Name, _ sentence: Range<Int>, _ reading: FinalReading) -> Bool {
    for token in (sentence.lowerBound..<name.range.lowerBound).reversed() {
      if let word = reading.match(reading.labels.saying, at: token) {
        return reading.words.saying[word] == .other
      }
      if name.range.lowerBound - token > reach { return false }
    }
    return false
  }
}
