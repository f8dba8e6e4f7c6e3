import PantauRules

/// Takes down what the choices weighed, where an explanation asks for it; in ordinary runs there is none.
final class ChoiceLog {
  /// What the statements were made from.
  struct Assembly {
    var quantities: [Quantity]
    var drafts: [Draft]
    /// One for each statement, in their order.
    var kept: [Draft]
  }

  /// The candidates for one amount's fields.
  struct Entry {
    var stages: [(cue: Cue, score: Double)] = []
    var roles: [(name: String, score: Double)] = []
    /// Scores by index in ``Reading/regions``, nil for the whole country.
    var regions: [(index: Int?, score: Double)] = []

    /// All scores, in an order that does not depend on them.
    var scores: [Double] { stages.map(\.score) + roles.map(\.score) + regions.map(\.score) }
  }

  var assembly: Assembly?
  /// By the amount's tokens.
  private(set) var entries: [Range<Int>: Entry] = [:]

  func add(stage: Cue, _ score: Double, of quantity: Quantity) {
    entries[quantity.range, default: Entry()].stages.append((stage, score))
  }

  func add(roles: [String: Double], _ modes: [String: Double], of quantity: Quantity) {
    let others = modes.filter { $0.key != "done" && roles[$0.key] == nil }
    entries[quantity.range, default: Entry()].roles = (Array(roles) + Array(others)).sorted {
      $0.key < $1.key
    }
    .map { ($0.key, $0.value) }
  }

  func add(regions: [Int: Double], national: Double, of quantity: Quantity) {
    entries[quantity.range, default: Entry()].regions =
      [(nil, national)] + regions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Weights {
  /// The features that have a weight, sorted.
  var names: [String] { values.keys.sorted() }

  /// The same weights but for one, multiplied by `factor`.
  func scaling(_ name: String, by factor: Double) -> Weights {
    var copy = self
    copy.values[name] = self[name] * factor
    return copy
  }

  /// How much each feature adds to each score of each amount's entry in the logs that `weigh` fills.
  ///
  /// A score is piecewise linear in the weights, so a feature's share is its weight times the score's slope along it, and
  /// the shares add up to the score but for what stands in no weight.
  func shares(
    of base: ChoiceLog, _ weigh: (FeatureWeights) -> ChoiceLog
  ) -> [Range<Int>: [[Explanation.Share]]] {
    let step = 1e-4
    var rest = base.entries.mapValues(\.scores)
    var shares = rest.mapValues { Array(repeating: [Explanation.Share](), count: $0.count) }
    for name in names where self[name] != 0 {
      let moved = weigh(FeatureWeights(scaling(name, by: 1 + step)))
      for (range, entry) in base.entries {
        let (before, after) = (entry.scores, moved.entries[range]?.scores ?? [])
        guard before.count == after.count else { continue }
        for index in before.indices {
          let share = (after[index] - before[index]) / step
          guard abs(share) > 0.004 else { continue }
          rest[range]?[index] -= share
          shares[range]?[index].append(Explanation.Share(feature: name, amount: share))
        }
      }
    }
    for (range, amounts) in rest {
      for (index, amount) in amounts.enumerated() {
        shares[range]?[index].sort { abs($0.amount) > abs($1.amount) }
        guard abs(amount) > 0.004 else { continue }
        shares[range]?[index].append(Explanation.Share(feature: "fixed", amount: amount))
      }
    }
    return shares
  }
}
