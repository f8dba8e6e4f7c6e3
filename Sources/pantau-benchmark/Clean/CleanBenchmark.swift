import PantauClean
import PantauRecords
import PantauRules

/// `pantau-benchmark clean`: how good the clean stage is on pages with gold, whole and by halves.
struct CleanBenchmark {
  static let help = """
    Usage: pantau-benchmark clean SET… [--rules DIR] [--ablate] [--worst N] [--half a|b] [--speed] [--memory]

      pantau-benchmark clean sets/news                    scores: whole and by halves
      pantau-benchmark clean sets/news --half a --worst 9 the worst pages of one half
      pantau-benchmark clean sets/* --ablate              what each part of the method is worth

    A SET is a folder with `pages/NAME.html[.gz]` and `ground-truth.json`: an object with
    `articleBody`, and where known `title` and `date`, under each NAME. Scores are those of
    the article-extraction-benchmark (word 4-grams). Pages fall into halves by their digest.

      --ablate   drops one part of the method at a time
      --worst N  lists the N worst pages, and wrong headlines and days
      --show     with --worst: lines that were missed (-) and wrongly given (+)
      --half X   takes one half only
      --speed    bytes to article against libxml2's parse of the same bytes, page by page
      --memory   the most that cleaning a page adds to the process, in sizes of the page

    """

  private var folders: [String] = []
  private var rules = "rules"
  private var worst = 0
  private var half: CleanSet.Half?
  private var ablates = false
  private var measuresSpeed = false
  private var measuresMemory = false
  private var shows = false
  private var wantsHelp = false

  init(_ arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    func value(of option: String) throws(UsageError) -> String {
      guard let value = rest.popFirst() else { throw UsageError(message: "\(option) needs a value") }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": wantsHelp = true
      case "--ablate": ablates = true
      case "--show": shows = true
      case "--speed": measuresSpeed = true
      case "--memory": measuresMemory = true
      case "--rules": rules = try value(of: argument)
      case "--worst":
        guard let number = Int(try value(of: argument)) else {
          throw UsageError(message: "--worst takes a number")
        }
        worst = number
      case "--half":
        guard let found = CleanSet.Half(rawValue: try value(of: argument)) else {
          throw UsageError(message: "--half takes a or b")
        }
        half = found
      default:
        guard !argument.hasPrefix("-") else { throw UsageError(message: "unknown option '\(argument)'") }
        folders.append(argument)
      }
    }
    if folders.isEmpty, !wantsHelp { throw UsageError(message: "clean needs a set of pages") }
  }

  /// What was measured, as text.
  ///
  /// - Throws: where rules or a set cannot be read.
  func report() throws -> String {
    if wantsHelp { return CleanBenchmark.help }
    let folder = try RuleFolder(readingFrom: rules)
    let cleaner = try Cleaner(rules: folder)
    let sets = try folders.map(CleanSet.init)
    let golds = sets.map { $0.cases.map { Shingles($0.gold.articleBody) } }
    var text = ""
    for (set, gold) in zip(sets, golds) {
      let items = items(set, gold, cleaner)
      text += scores(set.name, items) + faults(items)
      if measuresSpeed { text += CleanSpeed(seconds: 0.06).report(set, cleaner) }
      if measuresMemory { text += CleanMemory.report(set, cleaner) }
    }
    if ablates { text += try Ablation(rules: folder).report(sets, golds) }
    return text
  }

  private func items(_ set: CleanSet, _ gold: [Shingles], _ cleaner: Cleaner) -> [CleanScore.Item] {
    set.cases.indices.filter { half == nil || set.cases[$0].half == half }
      .map { CleanScore.Item(set.cases[$0], gold[$0], cleaner) }
  }

  private func scores(_ name: String, _ items: [CleanScore.Item]) -> String {
    var text = "\(name)\n"
    let parts =
      [("all", items)]
      + CleanSet.Half.allCases.map { half in
        (half.rawValue, items.filter { $0.of.half == half })
      }
    for (part, items) in parts where !items.isEmpty {
      let score = CleanScore(items)
      text +=
        "  \(part.padded(to: 4)) pages \(score.pages), without output \(score.withoutOutput)"
        + "  precision \(score.precision.four)  recall \(score.recall.four)  F1 \(score.f1.four)"
      if score.days > 0 { text += "  day \(score.daysRight)/\(score.days)" }
      if score.headlines > 0 { text += "  headline \(score.headlinesRight)/\(score.headlines)" }
      text += "\n"
    }
    return text
  }

  private func faults(_ items: [CleanScore.Item]) -> String {
    guard worst > 0 else { return "" }
    var text = ""
    for item in items.sorted(by: { $0.f1 < $1.f1 }).prefix(worst) {
      text +=
        "  \(item.f1.four) \(item.of.name) found \(item.found) wanted \(item.wanted) both \(item.both)\n"
      if shows { text += item.lines }
    }
    for item in items {
      if let date = item.of.gold.date, !date.isEmpty, !item.hasDay {
        let found = item.article.map {
          "\($0.published?.description ?? "none") \($0.publishedBasis?.rawValue ?? "")"
        }
        text += "  day \(item.of.name) wanted \(date.prefix(10)) found \(found ?? "no article")\n"
      }
      if let title = item.of.gold.title, !title.isEmpty, !item.hasHeadline {
        text +=
          "  headline \(item.of.name)\n    wanted \(title)\n    found  \(item.article?.title ?? "no article")\n"
      }
    }
    return text
  }
}

extension Double {
  /// With four decimals.
  var four: String {
    let scaled = Int((abs(self) * 10_000).rounded())
    let rest = String(scaled % 10_000)
    return (self < 0 ? "-" : "") + "\(scaled / 10_000)." + String(repeating: "0", count: 4 - rest.count)
      + rest
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
