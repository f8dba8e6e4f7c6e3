import PantauRules
import PantauText

/// Chooses the stage of a quantity among the stage cues around it.
struct StageChoice {
  let weights: FeatureWeights
  let cues: CueTable
  let quantities: [Quantity]
  let reading: Reading
  /// By unit: what being complete means.
  let completes: [Term: Term]
  /// By a stage of works: what is reached where they are complete.
  let goals: [Term: Term]
  var log: ChoiceLog?

  /// The best cue in the quantity's sentence, the sentences before it or the headline; where the sentence only says that
  /// something is complete, the stage of which the text is speaking.
  func stage(of quantity: Quantity, index: Int) -> (cue: Cue, score: Double)? {
    var best: (cue: Cue, score: Double)?
    func consider(_ cue: Cue, _ score: Double) {
      log?.add(stage: cue, score, of: quantity)
      if best == nil || score > best?.score ?? 0 { best = (cue, score) }
    }
    let own = cues.stages[quantity.sentence]
    let restriction = own.count > 1 ? cues.restriction(of: quantity, in: reading) : nil
    for cue in own where cue.aspect != .open || isAlone(cue, beside: quantity, among: own) {
      let isInside = restriction?.contains(cue.range.lowerBound) == true
      consider(cue, score(cue, quantity, index) + (isInside ? weights.stageInside : 0))
    }
    if let best, best.score >= weights.stageSameZone { return (later(best.cue), best.score) }
    let completion = self.completion(of: quantity)
    if let completion, let stage = completes[quantity.unit ?? ""] {
      var cue = completion
      cue.stage = stage
      return (cue, weights.stageCompletion)
    }
    if best?.score ?? 0 < 0.5 {
      let isShareAlone = quantity.isBare && quantity.value == nil && quantity.percent != nil
      for back in 1...3 where quantity.sentence - back >= 0 {
        let sentence = quantity.sentence - back
        guard
          let cue = cues.stages[sentence].last(where: { cue in
            // "Masih dalam proses akta. Keempatnya ditarget rampung pekan ini": what is awaited is what shall be complete.
            let isAwaited = completion != nil && cue.aspect == .pending && cue.stage != "other"
            return (cue.tellsContext || isAwaited) && !(isShareAlone && cue.stage == "other")
          })
        else { continue }
        let isHeadline = reading.text.text.sentences[sentence].lowerBound < reading.bodyStart
        consider(cue, isHeadline ? weights.stageHeadline : weights.stagePrevious - Double(back) * 0.3)
        if !isHeadline { break }
      }
    }
    // "Rampung sebelum peluncuran": an occasion is no stage.
    if best?.cue.isOccasion == true, best?.score ?? 0 < 0 { best = nil }
    if let completion, best?.score ?? 0 < 0.5, let spoken = best?.cue ?? cues.focus {
      var cue = completion
      cue.stage = goals[spoken.stage] ?? spoken.stage
      cue.order = spoken.order
      return (cue, weights.stageCompletion)
    }
    return best.map { (later($0.cue), $0.score) }
  }

  /// Whether an open state is said of the quantity, and no other stage.
  private func isAlone(_ cue: Cue, beside quantity: Quantity, among cues: [Cue]) -> Bool {
    quantity.zone.contains(cue.range.lowerBound)
      && !cues.contains { other in
        other.aspect != .open && quantity.zone.contains(other.range.lowerBound)
          && (other.range.lowerBound < cue.range.lowerBound || other.isPredicate
            || other.range.lowerBound - cue.range.upperBound <= 3)
      }
  }

  /// The word of completion in what is said of the quantity alone, else in its clause.
  private func completion(of quantity: Quantity) -> Cue? {
    let clause =
      Int(reading.text.clauseStarts[quantity.anchor])..<Int(reading.text.clauseEnds[quantity.anchor])
    let candidates = cues.completions[quantity.sentence]
    return candidates.first { quantity.zone.contains($0.range.lowerBound) }
      ?? candidates.first { clause.contains($0.range.lowerBound) }
  }

  /// Of stages joined side by side ("terbentuk dan berjalan") the last one counts, which implies the others.
  private func later(_ cue: Cue) -> Cue {
    var cue = cue
    while let next = cues.stages[cue.sentence].first(where: { other in
      other.range.lowerBound == cue.range.upperBound + 1
        && reading.match(reading.labels.joiners, at: cue.range.upperBound) != nil
    }) { cue = next }
    return cue
  }

  private func score(_ cue: Cue, _ quantity: Quantity, _ index: Int) -> Double {
    var score = weights.stageSameSentence
    let inZone = quantity.zone.contains(cue.range.lowerBound)
    if inZone { score += weights.stageSameZone }
    let clause =
      Int(reading.text.clauseStarts[quantity.anchor])..<Int(reading.text.clauseEnds[quantity.anchor])
    if clause.contains(cue.range.lowerBound) { score += weights.stageSameClause }
    let isAfter = cue.range.lowerBound >= quantity.range.lowerBound
    if isAfter { score += weights.stageAfter }
    if cue.aspect == .state || cue.aspect == .start {
      score += weights.stageState
      score += cue.stage == "other" ? 0 : weights.stageOrder * Double(cue.order)
    }
    if cue.isOccasion { score += weights.stageOccasion } else if cue.isAside { score += weights.stageAside }
    // "Sudah terbentuk 730 koperasi yang berbadan hukum": what the words right behind say of it.
    let isToldBehind =
      cue.aspect == .state && cue.range.lowerBound - quantity.range.upperBound <= 2 && isAfter
      && reading.match(reading.labels.relatives, at: quantity.range.upperBound) != nil
    if cue.isPredicate || isToldBehind { score += weights.stagePredicate }
    if isOfWhole(cue, quantity, index) { score += weights.stageInside }
    let gap =
      isAfter
      ? max(0, cue.range.lowerBound - quantity.range.upperBound)
      : quantity.range.lowerBound - cue.range.upperBound
    score += weights.stageDistance * Double(max(0, gap))
    // "Musyawarah di semua desa selesai 31 Mei, peluncuran 12 Juli": what stands behind a day is of another one.
    let isBehindDay =
      isAfter
      && reading.dates.contains {
        $0.days != nil && $0.range.lowerBound >= quantity.range.upperBound
          && $0.range.upperBound < cue.range.lowerBound
          && reading.isMark($0.range.upperBound, ",")
      }
    if isBehindDay { score += weights.stageCrossesDate }
    if !inZone { score += weights.stageCrosses * Double(crossed(cue, quantity, index)) }
    return score
  }

  /// "Dari 133 koperasi yang berbadan hukum, 19 …": said of the whole, not of the part; behind a comma it is the part's: "dari 89
  /// desa, yang sudah bermusyawarah baru 31".
  private func isOfWhole(_ cue: Cue, _ quantity: Quantity, _ index: Int) -> Bool {
    guard cue.range.lowerBound >= quantity.range.lowerBound, cue.range.upperBound <= quantity.anchor else {
      return false
    }
    if reading.saysOfPart(cue.range, quantity) { return false }
    let last = (quantity.range.lowerBound..<cue.range.lowerBound).last { reading.isMark($0, ",") }
    return last.map { reading.match(reading.labels.relatives, at: $0 + 1) == nil } ?? true
  }

  /// Number of other quantities between cue and quantity.
  private func crossed(_ cue: Cue, _ quantity: Quantity, _ index: Int) -> Int {
    var count = 0
    for other in quantities where other.sentence == quantity.sentence && other.range != quantity.range {
      let between =
        cue.range.lowerBound >= quantity.range.upperBound
        ? other.range.lowerBound >= quantity.range.upperBound
          && other.range.upperBound <= cue.range.lowerBound
        : other.range.lowerBound >= cue.range.upperBound
          && other.range.upperBound <= quantity.range.lowerBound
      if between { count += 1 }
    }
    return count
  }
}
