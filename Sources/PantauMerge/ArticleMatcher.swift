public import PantauRecords

/// Decides whether two articles are one report, and finds the pairs worth deciding on.
///
/// A pair is a candidate where the articles share an address, a MinHash band of their shingles of three words, or a long
/// sentence within neighbouring weeks. It is then decided on the texts themselves.
public struct ArticleMatcher: Sendable {
  /// Jaccard likeness from which two bodies are copies.
  static let copy = 0.5
  /// Share of the shorter body's shingles in the longer one from which it is a part or a shortened copy.
  static let part = 0.6
  /// The same share from which, with two long sentences in common and a week apart at most, it is a rewrite.
  static let rewrite = 0.3
  /// Shingles below which a body is too short to be told a part of another.
  static let leastShingles = 20
  /// Days between two editions of a rewritten report.
  static let days = 7
  /// Sentences that an article is filed under: those of the least hashes, so that alike articles choose the same.
  static let filedSentences = 8

  /// A matcher; it has no state.
  public init() {}

  /// The keys of `article`. Linear in its length, times the number of hash functions.
  public func signature(of article: Article) -> ArticleSignature {
    let words = ArticleWords(article.body)
    var keys = MinHash.bandHashes(of: words.shingles)
    var lookups = keys
    if let address = article.source.url.flatMap({ Address($0) }) {
      var hash = StableHash()
      hash.add(address.text.utf8)
      keys.append(hash.value)
      lookups.append(hash.value)
    }
    let week = article.published.map { $0.dayNumber / 7 }
    for sentence in words.sentences.prefix(ArticleMatcher.filedSentences) {
      guard let week else { continue }
      for near in (week - 1)...(week + 1) {
        let key = StableHash.mix(sentence ^ StableHash.mix(UInt64(bitPattern: Int64(near))))
        lookups.append(key)
        if near == week { keys.append(key) }
      }
    }
    let text = ArticleWords.hash(ArticleWords(article.title).words[...] + [0] + words.words)
    return ArticleSignature(text: text, keys: Set(keys).sorted(), lookups: Set(lookups).sorted())
  }

  /// Whether two articles are one report; symmetric. Linear in their lengths.
  public func likeness(of left: Article, _ right: Article) -> ArticleLikeness {
    likeness(of: Reading(left), Reading(right))
  }

  /// An article with what is compared of it.
  struct Reading {
    let title: [UInt64]
    let shingles: [UInt64]
    let sentences: [UInt64]
    let address: Address?
    let day: Int?

    init(_ article: Article) {
      let words = ArticleWords(article.body)
      title = ArticleWords(article.title).words
      shingles = words.shingles
      sentences = words.sentences
      address = article.source.url.flatMap { Address($0) }
      day = article.published?.dayNumber
    }
  }

  func likeness(of left: Reading, _ right: Reading) -> ArticleLikeness {
    let common = ArticleWords.common(left.shingles, right.shingles)
    let union = left.shingles.count + right.shingles.count - common
    let jaccard = union == 0 ? 0 : Double(common) / Double(union)
    let smaller = min(left.shingles.count, right.shingles.count)
    let contained = smaller == 0 ? 0 : Double(common) / Double(smaller)
    func same(_ score: Double, _ reason: String) -> ArticleLikeness {
      ArticleLikeness(isSame: true, score: score, reason: reason)
    }
    if jaccard == 1 { return same(1, "the same words") }
    if let address = left.address, address == right.address,
      contained >= ArticleMatcher.rewrite || (left.title == right.title && !left.title.isEmpty)
    {
      return same(max(contained, 0.9), "the same address")
    }
    if jaccard >= ArticleMatcher.copy { return same(jaccard, "nearly the same words") }
    if contained >= ArticleMatcher.part, smaller >= ArticleMatcher.leastShingles {
      return same(contained, "one text holds the other")
    }
    if contained >= ArticleMatcher.rewrite, smaller >= ArticleMatcher.leastShingles, isNear(left, right),
      ArticleWords.common(left.sentences, right.sentences) >= 2
    {
      return same(contained, "a rewrite: whole sentences in common within a week")
    }
    return ArticleLikeness(isSame: false, score: contained, reason: "the texts differ")
  }

  private func isNear(_ left: Reading, _ right: Reading) -> Bool {
    guard let one = left.day, let other = right.day else { return false }
    return abs(one - other) <= ArticleMatcher.days
  }
}
