import PantauRules

/// Takes down what the choices weighed, where an explanation asks for it; in ordinary runs there is none.
final class ChoiceLog {
  /// The candidates from which the statements were made.
  struct Assembly {
    var quantities: [Quantity]
    var cues: CueTable
    var drafts: [Draft]
    /// One for each statement, in their order.
    var kept: [Draft]
  }

  var assembly: Assembly?
  var stages: [(cue: Cue, score: Double)] = []
  var roles: [(name: String, score: Double)] = []
  /// Scores by index in ``Reading/regions``, nil for the whole country.
  var regions: [(index: Int?, score: Double)] = []
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

  /// How much each feature adds to each of the scores that `scores` works out.
  ///
  /// A score is piecewise linear in the weights, so a feature's share is its weight times the score's slope along it, and
  /// the shares add up to the score but for what stands in no weight. `scores` must give the same number of scores, in
  /// the same order, whatever the weights.
  func shares(_ scores: (FeatureWeights) -> [Double]) -> [[Explanation.Share]] {
    let step = 1e-4
    let base = scores(FeatureWeights(self))
    var shares = Array(repeating: [Explanation.Share](), count: base.count)
    var rest = base
    for name in names where self[name] != 0 {
      let moved = scores(FeatureWeights(scaling(name, by: 1 + step)))
      guard moved.count == base.count else { continue }
      for index in base.indices {
        let share = (moved[index] - base[index]) / step
        guard abs(share) > 0.004 else { continue }
        rest[index] -= share
        shares[index].append(Explanation.Share(feature: name, amount: share))
      }
    }
    for index in base.indices {
      shares[index].sort { abs($0.amount) > abs($1.amount) }
      if abs(rest[index]) > 0.004 {
        shares[index].append(Explanation.Share(feature: "fixed", amount: rest[index]))
      }
    }
    return shares
  }
}
