/// Precision, recall and F1 of records against gold.
public struct Scores: Sendable, Equatable {
  /// What is compared.
  public enum Kind: String, Sendable, CaseIterable {
    case regions
    /// Names alone.
    case officials
    case officialsWithPosition = "officials+"
    /// Without their stage.
    case targets
    case targetsWithStage = "targets+"
    /// Without their stage.
    case actuals
    case actualsWithStage = "actuals+"
    case deadlines, totals

    /// The kinds of which ``Scores/overall`` is the mean.
    public static let overall: [Kind] = [
      .regions, .officialsWithPosition, .targetsWithStage, .actualsWithStage, .deadlines,
    ]
  }

  /// One kind's counts over all articles.
  public struct Count: Sendable, Equatable {
    /// Gold items that a record's item was matched with.
    public var right = 0
    /// Items in the records.
    public var predicted = 0
    /// Items in the gold.
    public var gold = 0

    /// No item yet.
    public init() {}

    /// Right by predicted; 0 where nothing was predicted.
    public var precision: Double { Double(right) / Double(max(1, predicted)) }
    /// Right by gold; 0 where the gold has none.
    public var recall: Double { Double(right) / Double(max(1, gold)) }
    /// The harmonic mean of the two.
    public var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  }

  /// A gold item without a record's item, or the reverse.
  public struct Difference: Sendable, Equatable, CustomStringConvertible {
    /// The article's name, as in the gold.
    public var article: String
    /// What was compared.
    public var kind: Kind
    /// Whether the gold has it and the record has not.
    public var isMiss: Bool
    /// The item in words.
    public var label: String

    /// Article, kind, `-` or `+`, and the item, separated by tabs.
    public var description: String { "\(article)\t\(kind.rawValue)\t\(isMiss ? "-" : "+")\t\(label)" }
  }

  /// Articles in the gold.
  public internal(set) var articles = 0
  /// Articles in the gold without a record.
  public internal(set) var absent = 0
  /// Share of articles with the right day of publication, or rightly none.
  public internal(set) var published = 0.0
  /// Mean F1 of word 4-grams, over the articles with a gold body.
  public internal(set) var body = 0.0
  /// The counts of each kind.
  public internal(set) var counts: [Kind: Count] = [:]
  /// What was missed and what was extra, by article, kind, and the order of the lists.
  public internal(set) var differences: [Difference] = []

  /// One kind's counts.
  public subscript(_ kind: Kind) -> Count { counts[kind] ?? Count() }

  /// The mean F1 of ``Kind/overall``.
  public var overall: Double {
    Kind.overall.reduce(0) { $0 + self[$1].f1 } / Double(Kind.overall.count)
  }

  /// The figures as a table of lines.
  public var table: String {
    var lines = ["articles \(articles), without a record \(absent)"]
    lines.append("body        F1 \(decimals(body))   published \(decimals(published))")
    for kind in Kind.allCases {
      let count = self[kind]
      let name = kind.rawValue + String(repeating: " ", count: 12 - kind.rawValue.count)
      lines.append(
        "\(name)P \(decimals(count.precision))  R \(decimals(count.recall))  F1 \(decimals(count.f1))"
          + "   gold \(count.gold), given \(count.predicted)")
    }
    lines.append("overall     \(decimals(overall))")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Three decimals, rounded by the exact binary value as C's `printf` does: `error` is what the product lost.
  private func decimals(_ share: Double) -> String {
    let product = share * 1000
    let error = (-product).addingProduct(share, 1000)
    var thousandths = product.rounded(.toNearestOrEven)
    if product - product.rounded(.down) == 0.5, error != 0 {
      thousandths = product.rounded(error > 0 ? .up : .down)
    }
    let whole = Int(thousandths)
    return "\(whole / 1000)." + String(whole % 1000 + 1000).dropFirst()
  }
}
