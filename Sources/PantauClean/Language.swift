extension CleanRules {
  /// The language of a text by its frequent words; nil where too few of them occur.
  func language(of text: String) -> String? {
    var counts = Array(repeating: 0, count: languages.count)
    var total = 0
    var text = text
    text.withUTF8 { bytes in
      forEachWord(UnsafeBufferPointer(rebasing: bytes.prefix(20_000))) { _, hash in
        total += 1
        var bits = stopwords[hash]
        while bits != 0 {
          counts[bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
    }
    guard let most = counts.max(), most >= 3, most * 12 >= total else { return nil }
    return counts.firstIndex(of: most).map { languages[$0] }
  }
}
