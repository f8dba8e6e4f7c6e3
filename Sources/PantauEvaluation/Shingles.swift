/// A text as a multiset of runs of four words.
struct Shingles {
  private static let width = 4
  private var counts: [[Int]: Int] = [:]
  private(set) var total = 0

  /// Words get their numbers in `vocabulary`, which texts that are compared must share.
  init(_ text: String, _ vocabulary: inout [String: Int]) {
    let words = Folding.words(text).map { word in
      let number = vocabulary[word] ?? vocabulary.count
      vocabulary[word] = number
      return number
    }
    guard !words.isEmpty else { return }
    let width = min(Shingles.width, words.count)
    for start in 0...(words.count - width) {
      counts[Array(words[start..<start + width]), default: 0] += 1
      total += 1
    }
  }

  /// The F1 of `other` against this text; 0 where nothing is in common.
  func f1(of other: Shingles) -> Double {
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    guard common > 0 else { return 0 }
    let precision = Double(common) / Double(other.total)
    let recall = Double(common) / Double(total)
    return 2 * precision * recall / (precision + recall)
  }
}
