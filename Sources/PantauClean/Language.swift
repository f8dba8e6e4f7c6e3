extension CopiedText {
  /// The language of the text's `body` lines, by their first 20,000 bytes or a little more.
  func language(of body: [Int]) -> String? {
    var counts = Array(repeating: 0, count: rules.languages.count)
    var total = 0
    var bytes = 0
    for index in body where bytes < CleanRules.languageBytes {
      bytes += lines[index].count + 1
      total += lines[index].words
      for languages in frequent[lines[index].frequent] { CleanRules.count(languages, in: &counts) }
    }
    return rules.language(of: counts, among: total)
  }
}

extension CleanRules {
  /// Bytes of a text that tell its language.
  static let languageBytes = 20_000

  /// The language of a text by its frequent words; nil where too few of them occur.
  func language(of text: String) -> String? {
    var counts = Array(repeating: 0, count: languages.count)
    var total = 0
    var text = text
    text.withUTF8 { bytes in
      forEachWord(UnsafeBufferPointer(rebasing: bytes.prefix(Self.languageBytes))) { _, hash in
        total += 1
        count(hash, in: &counts)
      }
    }
    return language(of: counts, among: total)
  }

  /// Whether words of another language occur in the text and none of `language`.
  func speaksAgainst(_ language: String, _ text: String) -> Bool {
    var counts = Array(repeating: 0, count: languages.count)
    forEachWord(Array(text.utf8.prefix(Self.languageBytes))) { _, hash in count(hash, in: &counts) }
    let own = languages.firstIndex(of: language).map { counts[$0] } ?? 0
    return own * 2 < (counts.max() ?? 0)
  }

  @inline(__always)
  private func count(_ word: UInt64, in counts: inout [Int]) {
    CleanRules.count(cues[word] & CleanRules.languageCues, in: &counts)
  }

  /// Counts a word of `languages`, bit n set for `counts[n]`.
  @inline(__always)
  fileprivate static func count(_ languages: UInt32, in counts: inout [Int]) {
    var bits = languages
    while bits != 0 {
      counts[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
  }

  fileprivate func language(of counts: [Int], among total: Int) -> String? {
    guard let most = counts.max(), most >= 3, most * 12 >= total else { return nil }
    return counts.firstIndex(of: most).map { languages[$0] }
  }
}
