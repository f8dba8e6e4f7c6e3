import PantauClean
import PantauRecords

/// How well articles match their gold: the metric of the article-extraction-benchmark, and metadata.
struct CleanScore {
  var pages = 0
  var withoutOutput = 0
  var precision = 0.0
  var recall = 0.0
  /// Days of publication in the gold, and those found right.
  var days = 0
  var daysRight = 0
  /// Headlines in the gold, and those found to the letter, white space apart.
  var headlines = 0
  var headlinesRight = 0

  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// One page's part.
  struct Item {
    var of: CleanSet.Case
    var article: Article?
    var both: Int
    var found: Int
    var wanted: Int

    var f1: Double { found + wanted > 0 ? 2 * Double(both) / Double(found + wanted) : 1 }
    var hasHeadline: Bool { CleanScore.folded(of.gold.title) == CleanScore.folded(article?.title) }
    var hasDay: Bool { of.gold.date.map { String($0.prefix(10)) } == article?.published?.description }

    /// Lines of the gold of which most is missing (-), and of the article of which most is not in the gold (+).
    var lines: String {
      let gold = Shingles(of.gold.articleBody)
      let found = Shingles(article?.body ?? "")
      func strange(_ text: String, to other: Shingles, _ mark: String) -> String {
        text.split(separator: "\n").map(String.init).filter {
          let line = Shingles($0)
          return line.total > 0 && line.common(other) * 2 <= line.total
        }.map { "    \(mark) \($0.prefix(160))\n" }.joined()
      }
      return strange(of.gold.articleBody, to: found, "-") + strange(article?.body ?? "", to: gold, "+")
    }

    init(_ one: CleanSet.Case, _ gold: Shingles, _ cleaner: Cleaner) {
      of = one
      article = try? cleaner.article(from: one.page)
      let shingles = Shingles(article?.body ?? "")
      both = gold.common(shingles)
      found = shingles.total
      wanted = gold.total
    }
  }

  /// Precision is the mean over pages with output, recall over pages with gold.
  init(_ items: [Item]) {
    pages = items.count
    let found = items.filter { $0.found > 0 }
    let wanted = items.filter { $0.wanted > 0 }
    withoutOutput = pages - found.count
    precision = found.reduce(0) { $0 + Double($1.both) / Double($1.found) } / Double(max(1, found.count))
    recall = wanted.reduce(0) { $0 + Double($1.both) / Double($1.wanted) } / Double(max(1, wanted.count))
    let dated = items.filter { $0.of.gold.date?.isEmpty == false }
    days = dated.count
    daysRight = dated.count(where: \.hasDay)
    let titled = items.filter { $0.of.gold.title?.isEmpty == false }
    headlines = titled.count
    headlinesRight = titled.count(where: \.hasHeadline)
  }

  private static func folded(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
