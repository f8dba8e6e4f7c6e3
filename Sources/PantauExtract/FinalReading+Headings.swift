import PantauText

extension FinalReading {
  /// Tokens that a heading inside the body has at most.
  private static let longestHeading = 14

  /// Whether a token stands in the article's headline, or in a line that heads some of its paragraphs.
  func isInHeading(_ token: Int) -> Bool {
    token < bodyStart || isSectionHeading(sentence(of: token))
  }

  /// "1. Badan hukum tuntas akhir Juni": whether a sentence of the body is a short line without a mark at its end, between paragraphs that have
  /// one. What it says is said again, in full, below it.
  func isSectionHeading(_ sentence: Int) -> Bool {
    let paragraph = paragraphOfSentence[sentence]
    let next = sentence + 1
    guard sentences[sentence].lowerBound >= bodyStart, sentences[sentence].count <= Self.longestHeading,
      isOpenEnded(sentence), next < sentences.count, paragraphOfSentence[next] != paragraph,
      !isOpenEnded(next)
    else { return false }
    var before = sentence - 1
    // "1." may be a sentence of its own.
    if before >= 0, paragraphOfSentence[before] == paragraph, sentences[before].count <= 2 { before -= 1 }
    return before >= 0 && sentences[before].lowerBound >= bodyStart
      && paragraphOfSentence[before] != paragraph && !isOpenEnded(before)
  }

  /// Whether no mark stands at a sentence's end.
  private func isOpenEnded(_ sentence: Int) -> Bool {
    sentences[sentence].last.map { tokens[$0].kind != .punctuation } ?? false
  }
}
