internal import PantauRecords

/// A gold item or a record's item with what the comparison needs, folded once.
struct ComparableFact {
  var region = ""
  var name: [UInt8] = []
  var position: [String] = []
  var served: [String] = []
  var value: Double?
  var percent: Double?
  var all = false
  var latest: CalendarDate?
  var stage: String?
  /// What lists of misses and extras show.
  var label = ""

  func hasSameName(as other: ComparableFact) -> Bool {
    name == other.name || Alikeness.ratio(name, other.name) >= 0.9
  }

  /// Whether both offices are one, the words of the bodies served left out behind the first word.
  func hasSamePosition(as other: ComparableFact) -> Bool {
    let bodies = Set(served).union(other.served)
    func bare(_ words: [String]) -> [String] {
      words.prefix(1) + words.dropFirst().filter { !bodies.contains($0) }
    }
    let (one, two) = (bare(position), bare(other.position))
    guard let first = one.first, first == two.first else { return one == two }
    let (left, right) = (Set(one), Set(two))
    return Double(2 * left.intersection(right).count) / Double(left.count + right.count) >= 0.75
  }

  /// A number or a percentage that both give decides; else whether both say "all".
  func hasSameAmount(as other: ComparableFact) -> Bool {
    if value == nil, percent == nil, all, other.all { return true }
    if let value, let otherValue = other.value { return value == otherValue }
    if let percent, let otherPercent = other.percent { return percent == otherPercent }
    guard value == nil, other.value == nil, percent == nil, other.percent == nil else { return false }
    return all == other.all
  }
}

extension Scores.Kind {
  /// Whether a gold item and a record's item are one.
  func matches(_ gold: ComparableFact, _ predicted: ComparableFact) -> Bool {
    switch self {
    case .regions: gold.region == predicted.region
    case .officials: gold.hasSameName(as: predicted)
    case .officialsWithPosition: gold.hasSameName(as: predicted) && gold.hasSamePosition(as: predicted)
    case .targets:
      gold.region == predicted.region && gold.latest == predicted.latest
        && gold.hasSameAmount(as: predicted)
    case .targetsWithStage: gold.stage == predicted.stage && Self.targets.matches(gold, predicted)
    case .actuals, .totals: gold.region == predicted.region && gold.hasSameAmount(as: predicted)
    case .actualsWithStage: gold.stage == predicted.stage && Self.actuals.matches(gold, predicted)
    case .deadlines: gold.latest == predicted.latest
    }
  }
}
