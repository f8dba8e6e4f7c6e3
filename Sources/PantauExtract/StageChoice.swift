import PantauRules
import PantauText

/// Chooses the stage of a quantity among the stage cues around it.
struct StageChoice {
  let weights: FeatureWeights
  let programme: ProgrammeTerms
  let cues: CueTable
  let quantities: [Quantity]
  let reading: FinalReading

  /// The best cue in the quantity's sentence, the sentences before it or the headline; where the sentence only says that
  /// something is complete, the stage of which the text is speaking.
  func stage(of quantity: Quantity) -> (cue: Cue, score: Double)? {
    var best: (cue: Cue, score: Double)?
    let own = cues.stages.indices(of: quantity.sentence)
    let restriction = own.count > 1 ? cues.restriction(of: quantity, in: reading) : nil
    for number in own
    where cues.stages.all[number].aspect != .open || isAlone(cues.stages.all[number], beside: quantity) {
      let cue = cues.stages.all[number]
      if isBeyondCompletion(cue, quantity) { continue }
      // "Selesai 100 persen dan siap beroperasi": complete is what it is.
      if cue.isReady, completion(of: quantity) != nil, programme.completion(of: quantity.unit) != nil {
        continue
      }
      let isInside = restriction?.contains(cue.range.lowerBound) == true
      consider(cue, score(cue, quantity) + (isInside ? weights.stageInside : 0), of: quantity, &best)
    }
    let ownCompletion = best.map { yieldsToCompletion($0.cue, quantity) } ?? false
    if let best, let promised = promised(behind: best.cue, of: quantity) { return (promised, best.score) }
    if let best, best.score >= weights.stageSameZone, !ownCompletion {
      if let works = works(spokenOf: best.cue, of: quantity) { return (works, best.score) }
      return (
        completed(best.cue, of: quantity) ?? awaited(best.cue, of: quantity) ?? later(best.cue), best.score
      )
    }
    let completion = self.completion(of: quantity)
    if var cue = completion, !isOnlyGoal(cue), let stage = programme.completion(of: quantity.unit) {
      cue.stage = stage
      return (cue, weights.stageCompletion)
    }
    if best?.score ?? 0 < 0.5 { considerBefore(quantity, completion, &best) }
    // "Rampung sebelum peluncuran": an occasion is no stage.
    if best?.cue.isOccasion == true, best?.score ?? 0 < 0 { best = nil }
    // "Usai sosialisasi. Tujuh kabupaten telah merampungkannya": an act of other kinds is not what is complete.
    let isOther = best.map { $0.cue.stage == .other && $0.cue.aspect == .event } ?? false
    if var cue = completion, best?.score ?? 0 < 0.5,
      let spoken = isOther ? cues.focus : best?.cue ?? cues.focus
    {
      cue.stage = programme.goal(of: spoken.stage) ?? spoken.stage
      cue.order = spoken.order
      return (cue, weights.stageCompletion)
    }
    return best.map { (later($0.cue), $0.score) }
  }

  /// Weighs the last cue of the nearest of the three sentences before a quantity's that has one, and of the headline; `completion` is a word
  /// of completion beside the quantity.
  private func considerBefore(
    _ quantity: Quantity, _ completion: Cue?, _ best: inout (cue: Cue, score: Double)?
  ) {
    let isShareAlone = quantity.isBare && quantity.value == nil && quantity.percent != nil
    for back in 1...3 where quantity.sentence - back >= 0 {
      let sentence = quantity.sentence - back
      guard
        let cue = cues.stages.last(
          in: sentence,
          where: { cue in
            // "Masih dalam proses akta. Keempatnya ditarget rampung pekan ini": what is awaited is what shall be complete.
            let isAwaited = completion != nil && cue.aspect == .pending && cue.stage != .other
            if cue.isOccasion || isLaunchAhead(cue) { return false }
            return (cue.tellsContext || isAwaited) && !(isShareAlone && cue.stage == .other)
          })
      else { continue }
      let isHeadline = reading.sentences[sentence].lowerBound < reading.bodyStart
      let score = isHeadline ? weights.stageHeadline : weights.stagePrevious - Double(back) * 0.3
      consider(cue, score, of: quantity, &best)
      if !isHeadline { break }
    }
  }

  /// "Diupayakan sah sebelum Presiden meluncurkannya": a launch before which words of time stand only tells when.
  private func isLaunchAhead(_ cue: Cue) -> Bool {
    let start = cue.range.lowerBound
    return cue.stage == .launched
      && (max(reading.sentences[cue.sentence].lowerBound, start - 4)..<start).contains { reading.isTime($0) }
  }

  private func consider(
    _ cue: Cue, _ score: Double, of quantity: Quantity, _ best: inout (cue: Cue, score: Double)?
  ) {
    reading.log?.add(stage: cue, score, of: quantity)
    if best == nil || score > best?.score ?? 0 { best = (cue, score) }
  }

  /// Whether an open state is said of the quantity, and no other stage.
  private func isAlone(_ cue: Cue, beside quantity: Quantity) -> Bool {
    quantity.zone.contains(cue.range.lowerBound)
      && !cues.stages.contains(in: quantity.sentence) { other in
        other.aspect != .open && quantity.zone.contains(other.range.lowerBound)
          && (other.range.lowerBound < cue.range.lowerBound || other.isPredicate
            || other.range.lowerBound - cue.range.upperBound <= 3)
      }
  }

  /// "48 gerai sudah beroperasi. Akhir tahun jumlahnya ditargetkan menjadi 100 gerai": whether words of completion are words of intention
  /// themselves, behind a sentence that tells what is meant.
  private func isOnlyGoal(_ completion: Cue) -> Bool {
    func isPart(_ mode: Cue, _ kind: Term) -> Bool {
      mode.mode == kind && completion.range.overlaps(mode.range)
    }
    // "Untuk bangunan, jumlahnya diharapkan menjadi 100 gerai"
    let before = reading.sentences[completion.sentence].lowerBound..<completion.range.lowerBound
    return completion.sentence > 0 && !before.contains { reading.has(reading.labels.unit, at: $0) }
      && cues.modes.contains(in: completion.sentence) { isPart($0, .target) }
      && !cues.modes.contains(in: completion.sentence) { isPart($0, .done) }
      && cues.stages.contains(in: completion.sentence - 1) { $0.tellsContext && $0.stage != .other }
  }

  /// The word of completion in what is said of the quantity alone, else in its clause.
  private func completion(of quantity: Quantity) -> Cue? {
    if cues.completions.isEmpty(in: quantity.sentence) { return nil }
    let clause = reading.clause(of: quantity.anchor)
    return cues.completions.first(in: quantity.sentence) { quantity.zone.contains($0.range.lowerBound) }
      ?? cues.completions.first(in: quantity.sentence) { clause.contains($0.range.lowerBound) }
  }

  /// "Ditargetkan selesai akhir Mei, kemudian semua koperasi berbadan hukum", "menyelesaikannya 25 Mei supaya akta dapat diurus": whether a word of
  /// completion and its day part a cue from an amount before, with no other stage up to that word, so that the cue tells what comes after.
  private func isBeyondCompletion(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let (end, start) = (quantity.range.upperBound, cue.range.lowerBound)
    guard start > end,
      let done = cues.completions.first(
        in: quantity.sentence,
        where: { $0.range.lowerBound >= end && $0.range.upperBound < start && !$0.isNegated }),
      !cues.stages.contains(
        in: quantity.sentence,
        where: { (end..<max(end, done.range.lowerBound)).contains($0.range.lowerBound) })
    else { return false }
    return reading.days.contains { day in
      let next = day.range.upperBound
      return day.sentence == quantity.sentence && !day.isUnsettled && next < start
        && day.range.lowerBound >= done.range.upperBound && begins(next)
    }
  }

  /// Whether a mark, or a word that joins or leads what follows, stands at a token.
  private func begins(_ token: Int) -> Bool {
    let labels = reading.labels
    return reading.tokens[token].kind == .punctuation || reading.joins(token)
      || reading.has(labels.asides, at: token) || reading.has(labels.modality, at: token)
      || reading.has(labels.clauseBreaks, at: token)
  }

  /// "Tujuh KDMP percontohan dijanjikan tuntas", in a report on buildings: the works of which the text is speaking, where words only tell which ones a
  /// word of completion is said of.
  private func works(spokenOf cue: Cue, of quantity: Quantity) -> Cue? {
    guard cue.stage == .other, cue.aspect != .event, cue.range.lowerBound - quantity.range.upperBound <= 0,
      let focus = cues.focus, let goal = programme.goal(of: focus.stage), quantity.value != nil,
      var completion = completion(of: quantity), !completion.isNegated,
      completion.range.lowerBound >= cue.range.upperBound
    else { return nil }
    completion.stage = goal
    return completion
  }

  /// "Pembangunan fisik gerai hingga 10 Juli telah rampung 38.412 unit": works of which a word of completion behind them, right before the
  /// amount, says that they are done.
  private func completed(_ cue: Cue, of quantity: Quantity) -> Cue? {
    guard cue.aspect == .event, quantity.value != nil, let goal = programme.goal(of: cue.stage),
      cue.range.upperBound <= quantity.range.lowerBound
    else { return nil }
    let isDone = cues.completions.contains(in: quantity.sentence) {
      $0.range.lowerBound >= cue.range.upperBound && !$0.isNegated
        && (0...1).contains(quantity.anchor - $0.range.upperBound)
    }
    guard isDone else { return nil }
    var cue = cue
    (cue.stage, cue.aspect) = (goal, .state)
    return cue
  }

  /// "Di 44 desa lain pendiriannya sedang berproses": the word behind a stage word in the amount's clause that it is still awaited, where
  /// no word says that it is done.
  private func awaited(_ cue: Cue, of quantity: Quantity) -> Cue? {
    guard cue.range.lowerBound >= quantity.range.upperBound, cue.aspect == .event || cue.aspect == .state,
      !cue.isPredicate
    else { return nil }
    let clause = reading.clause(of: quantity.anchor)
    return cues.stages.first(in: cue.sentence) { other in
      other.aspect == .pending && other.range.lowerBound >= cue.range.upperBound
        && other.range.lowerBound - cue.range.upperBound <= 8 && clause.contains(other.range.lowerBound)
        && quantity.zone.contains(other.range.lowerBound)
    }
  }

  /// Of stages joined side by side ("terbentuk dan berjalan") the last one counts, which implies the others.
  private func later(_ cue: Cue) -> Cue {
    var cue = cue
    while reading.joins(cue.range.upperBound),
      let next = cues.stages.first(
        in: cue.sentence,
        where: {
          $0.range.lowerBound == cue.range.upperBound + 1 && !$0.isReady
            && ($0.stage != .other || cue.stage == .other)
        })
    { cue = next }
    return cue
  }

  private func score(_ cue: Cue, _ quantity: Quantity) -> Double {
    var score = weights.stageSameSentence
    let range = cue.range
    let amount = quantity.range
    let inZone = quantity.zone.contains(range.lowerBound)
    if inZone { score += weights.stageSameZone }
    if reading.clause(of: quantity.anchor).contains(range.lowerBound) {
      score += weights.stageSameClause
    }
    let isAfter = range.lowerBound >= amount.lowerBound
    if isAfter { score += weights.stageAfter }
    if cue.aspect == .state || cue.aspect == .start {
      score += weights.stageState
      score += cue.stage == .other ? 0 : weights.stageOrder * Double(cue.order)
    }
    if cue.isOccasion {
      score += weights.stageOccasion
    } else if cue.isAside || isBefore(cue, quantity) {
      score += weights.stageAside
    }
    // "Sudah terbentuk 730 koperasi yang berbadan hukum": what the words right behind say of it.
    let isToldBehind =
      cue.aspect == .state && range.lowerBound - amount.upperBound <= 2 && isAfter
      && reading.has(reading.labels.relatives, at: amount.upperBound)
    if cue.isPredicate || isToldBehind { score += weights.stagePredicate }
    if isOfWhole(cue, quantity) { score += weights.stageInside }
    // "Terbentuk 30 ribu akta badan hukum": what is counted tells its stage.
    if quantity.of == nil, range.lowerBound > amount.lowerBound, range.upperBound <= amount.upperBound {
      score += weights.stageAdjacent
    }
    // "Dikerjakan untuk mendukung pembentukan 80 ribu koperasi": the act whose object the amount is.
    if cue.aspect == .event, range.upperBound == amount.lowerBound { score += weights.stageAdjacent }
    let gap =
      isAfter
      ? max(0, range.lowerBound - amount.upperBound)
      : amount.lowerBound - range.upperBound
    score += weights.stageDistance * Double(max(0, gap))
    // "Musyawarah di semua desa selesai 31 Mei, peluncuran 12 Juli": what stands behind a day is of another one.
    let isBehindDay =
      isAfter
      && reading.days.indices.contains { day in
        let tokens = reading.days[day].range
        return tokens.lowerBound >= amount.upperBound && tokens.upperBound < range.lowerBound
          && !reading.days[day].isUnsettled && reading.isMark(tokens.upperBound, ",")
      }
    if isBehindDay { score += weights.stageCrossesDate }
    if !inZone { score += weights.stageCrosses * Double(crossed(range, quantity)) }
    return score
  }

  /// "Setelah pengurus terbentuk, kementerian mendata usaha tiap desa": whether a cue stands in a clause of time with which the sentence
  /// begins, and the quantity behind it.
  private func isBefore(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let start = reading.sentences[cue.sentence].lowerBound
    guard cue.range.lowerBound > start, cue.range.upperBound <= quantity.range.lowerBound,
      reading.isTime(start)
    else { return false }
    let isFirst = !(start..<cue.range.lowerBound).contains { reading.isMark($0, ",") }
    return isFirst && (cue.range.upperBound..<quantity.range.lowerBound).contains { reading.isMark($0, ",") }
  }

  /// "Tujuh sudah selesai, sepuluh sedang jalan", "dari 14 gerai yang dibangun TNI, lima sudah | rampung 100 persen", "14 gerai dibangun
  /// di Blora, lima sudah rampung": whether a cue is said of another amount, of the whole, or before a comma that leads this amount,
  /// and a word of completion behind this amount is its own.
  private func yieldsToCompletion(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let isOfWhole = isOfWhole(cue, quantity)
    let isBeforeComma = cue.range.upperBound < quantity.anchor && reading.isMark(quantity.anchor - 1, ",")
    guard isOfWhole || isBeforeComma || !quantity.zone.contains(cue.range.lowerBound) else { return false }
    var end = quantity.zone.upperBound
    let next = isOfWhole ? quantities.partitionIndex { $0.anchor >= end } : quantities.count
    if next < quantities.count, quantities[next].sentence == quantity.sentence,
      quantities[next].percent == 100, quantities[next].value == nil
    {
      end = quantities[next].range.upperBound
    }
    return cues.completions.contains(in: quantity.sentence) {
      (quantity.range.upperBound..<max(end, quantity.range.upperBound)).contains($0.range.lowerBound)
    }
  }

  /// "Dari 133 koperasi yang berbadan hukum, 19 …": said of the whole, not of the part; behind a comma it is the part's: "dari 89
  /// desa, yang sudah bermusyawarah baru 31".
  private func isOfWhole(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let range = cue.range
    guard quantity.of != nil, range.lowerBound >= quantity.range.lowerBound,
      range.upperBound <= quantity.anchor
    else {
      return false
    }
    if reading.saysOfPart(range, quantity) { return false }
    let last = (quantity.range.lowerBound..<range.lowerBound).last { reading.isMark($0, ",") }
    return last.map { !reading.has(reading.labels.relatives, at: $0 + 1) } ?? true
  }

  /// Number of other quantities between a cue and a quantity.
  private func crossed(_ cue: Range<Int>, _ quantity: Quantity) -> Int {
    let (amount, sentence) = (quantity.range, quantity.sentence)
    let between =
      cue.lowerBound >= amount.upperBound
      ? (amount.upperBound, cue.lowerBound) : (cue.upperBound, amount.lowerBound)
    var count = 0
    for other in quantities.indices where quantities[other].sentence == sentence {
      let range = quantities[other].range
      if range != amount, range.lowerBound >= between.0, range.upperBound <= between.1 { count += 1 }
    }
    return count
  }
}
