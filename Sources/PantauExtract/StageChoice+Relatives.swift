import PantauRules
import PantauText

extension StageChoice {
  /// Most tokens between a word of intention and the stage word that it makes a promise.
  private static let farthestPromise = 2

  /// "Keempat gerai yang selesai itu direncanakan melayani pembeli": what is promised behind a relative clause that only tells which ones are
  /// meant, where the chosen cue stands in that clause.
  func promised(behind cue: Cue, of quantity: Quantity) -> Cue? {
    let (sentence, start, end) = (quantity.sentence, quantity.anchor + 1, cue.range.upperBound)
    guard cue.sentence == sentence, end > quantity.range.upperBound,
      quantity.zone.contains(cue.range.lowerBound),
      reading.has(reading.labels.relatives, in: start..<end),
      let mode = cues.modes.first(in: sentence, where: { leads($0, behind: cue, of: quantity) })
    else { return nil }
    return cues.stages.first(in: sentence) { other in
      (0...Self.farthestPromise).contains(other.range.lowerBound - mode.range.upperBound)
        && quantity.zone.contains(other.range.lowerBound) && other.stage != cue.stage
        && (other.aspect == .state || other.aspect == .start) && !other.isOccasion && !other.isAside
    }
  }

  /// Whether a word of intention stands behind a cue and in no relative clause of its own.
  private func leads(_ mode: Cue, behind cue: Cue, of quantity: Quantity) -> Bool {
    let start = mode.range.lowerBound
    return mode.mode == .target && mode.weight >= 1 && start >= cue.range.upperBound
      && quantity.zone.contains(start)
      && reading.match(reading.labels.relatives, endingAt: start, reach: 1) == nil
      && !(cue.range.upperBound..<start).contains { reading.isMark($0, ",") || reading.joins($0) }
  }
}
