import PantauRules

/// Regions that an amount tells by itself: it is exactly the number of their villages.
extension RegionChoice {
  /// Fewest villages that tell a region by their number.
  private static let leastTelling = 30.0

  /// "129 dari 146 desa dan kelurahan": raises the score of each region that has exactly so many villages as the whole; half as much where
  /// the amount has no whole and is itself that number.
  func favourUniverse(of quantity: Quantity, _ scores: RegionScores) {
    guard let whole = quantity.of ?? quantity.value, whole >= Self.leastTelling,
      quantity.unit != .site || quantity.of != nil
    else { return }
    for index in reading.capacities.indices {
      guard case .villages(let all, let rural, let urban) = reading.capacities[index],
        whole == all
          || quantity.unit?.isVillage == true && (whole == rural || whole == urban)
      else { continue }
      scores[index] =
        max(scores[index] ?? 0, 0) + weights.regionUniverse * (quantity.of == nil ? 0.5 : 1)
    }
  }
}
