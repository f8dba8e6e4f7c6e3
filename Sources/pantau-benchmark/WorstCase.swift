/// Texts that cost a careless program more than their length: nothing in them ever ends.
enum WorstCase: String, CaseIterable {
  /// One sentence without a single mark.
  case sentence
  case numbers
  /// Names of regions, one after the other.
  case regions
  /// Quotes and brackets that open and never close.
  case quotes

  /// About `bytes` bytes of it, after a headline and a first paragraph; the same each time.
  func text(bytes: Int, words: [String], regions: [String]) -> [UInt8] {
    var text =
      words.prefix(8).joined(separator: " ") + "\n\n" + words.prefix(30).joined(separator: " ") + ".\n\n"
    text.reserveCapacity(bytes + 256)
    var state: UInt64 = 1
    while text.utf8.count < bytes {
      // A linear congruential generator (Donald Knuth's MMIX).
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Int(state >> 33)
      switch self {
      case .sentence: text += words[number % words.count]
      case .numbers: text += String(number % 100_000)
      case .regions: text += regions[number % regions.count]
      case .quotes: text += ["\u{201C}", "\"", "(", "'"][number % 4] + words[number / 4 % words.count]
      }
      text += " "
    }
    return Array(text.utf8)
  }
}
