/// How well items were grouped, counted in pairs: two items in one group are one pair.
///
/// Pairwise precision and recall, as usual for entity resolution (Menestrina, Whang, Garcia-Molina, "Evaluating entity
/// resolution results", 2010).
public struct PairScore: Sendable, Equatable {
  /// Pairs that both have.
  public let both: Int
  /// Pairs that only the prediction has, as `a + b`, sorted.
  public let wrong: [String]
  /// Pairs that only the gold has, as `a + b`, sorted.
  public let missing: [String]

  /// - Parameters:
  ///   - gold: the groups as they should be.
  ///   - found: the groups that were made; items that the gold does not have are left out.
  public init(gold: [[String]], found: [[String]]) {
    let known = Set(gold.joined())
    let goldPairs = PairScore.pairs(gold)
    let foundPairs = PairScore.pairs(found.map { $0.filter(known.contains) })
    both = goldPairs.intersection(foundPairs).count
    wrong = foundPairs.subtracting(goldPairs).sorted()
    missing = goldPairs.subtracting(foundPairs).sorted()
  }

  private static func pairs(_ groups: [[String]]) -> Set<String> {
    var pairs: Set<String> = []
    for group in groups {
      let items = Set(group).sorted()
      for (index, item) in items.enumerated() {
        for other in items[..<index] { pairs.insert("\(other) + \(item)") }
      }
    }
    return pairs
  }

  /// Share of the found pairs that are right; 1 where none was found.
  public var precision: Double { PairScore.share(both, wrong.count) }
  /// Share of the gold's pairs that were found; 1 where it has none.
  public var recall: Double { PairScore.share(both, missing.count) }

  private static func share(_ part: Int, _ rest: Int) -> Double {
    part + rest == 0 ? 1 : Double(part) / Double(part + rest)
  }
}
