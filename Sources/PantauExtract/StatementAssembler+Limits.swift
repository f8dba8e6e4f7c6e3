import PantauRecords
import PantauRules
import PantauText

/// Limits that are named to compare something with them.
extension StatementAssembler {
  /// "Mendahului batas nasional 30 Juni", "lebih awal dari target 30 Juni", "sejak akhir Juni, sesuai tenggat nasional": the limit that a day is
  /// called, be it past, as a promise of what is spoken of; the country's where its words say so.
  func limit(named index: Int, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading) -> Draft? {
    let day = reading.days[index]
    guard !day.isUnsettled, day.hasDayOrMonth,
      let words = limit(before: day, reading) ?? limit(behind: day, cues, reading)
        ?? limit(set: day, reading),
      let cue = stage(ofLimit: words, cues, reading)
    else { return nil }
    let isNational = words.contains { isCountrys($0, reading) }
    let place = reading.mentions(of: day.sentence).first {
      words.contains(reading.mentions[$0].range.lowerBound)
    }
    let range = min(words.lowerBound, day.range.lowerBound)..<max(words.upperBound, day.range.upperBound)
    var quantity = Quantity(range: range, anchor: words.lowerBound, rule: -1, sentence: day.sentence)
    quantity.zone = reading.sentences[day.sentence]
    quantity.unit = programme.countedUnit
    var draft = Draft(quantity: quantity)
    (draft.cue, draft.stage, draft.kind) = (cue, programme.goal(of: cue.stage) ?? cue.stage, .target)
    (draft.deadline, draft.isOnDay) = (index, true)
    if !isNational {
      draft.region =
        place.map { reading.mentions[$0].region }
        ?? RegionChoice(weights: weights, cues: cues, reading: reading).region(of: quantity)
    }
    let isTold = drafts.contains {
      $0.kind == .target && $0.quantity.sentence == day.sentence && $0.deadline == index
        && $0.region == draft.region
    }
    return isTold ? nil : draft
  }

  /// "… mendahului | batas nasional | 30 Juni": the words that call a day a limit right before it, where words of comparison lead them or they
  /// call it the country's.
  private func limit(before day: Day, _ reading: FinalReading) -> Range<Int>? {
    let start = day.range.lowerBound
    let first = max(reading.sentences[day.sentence].lowerBound, start - 8)
    var token = start - 1
    while token >= first {
      if reading.has(labels.number, at: token) { return nil }
      if let match = reading.match(labels.limits, at: token), Int(match.end) <= start {
        let isCompared = reading.match(labels.comparisons, endingAt: token, reach: 3) != nil
        // "Sesuai target, sebelum 31 Januari" is a day of its own.
        let isBefore = (Int(match.end)..<start).contains { token in
          reading.match(labels.dateWords, at: token).flatMap { reading.words.isBefore[$0] } == true
        }
        if isBefore { return nil }
        let isNational = (token..<start).contains { isCountrys($0, reading) }
        return isCompared || isNational || isNamed(match, day, reading) ? token..<start : nil
      }
      token -= 1
    }
    return nil
  }

  /// "Tenggat sebelumnya, yakni | 11 Juni", "Batas akhir pengurusannya | 31 Juni", "memberi Sintang batas | 31 Mei | untuk pembentukan": whether a limit's day
  /// is named as such.
  private func isNamed(_ limit: Match, _ day: Day, _ reading: FinalReading) -> Bool {
    let (start, end) = (day.range.lowerBound, Int(limit.end))
    if reading.words.isGoal[limit] == true { return false }
    if start > end, reading.opens(start - 1), !reading.isMark(start - 1, ":") { return true }
    let isFirst = Int(limit.start) == reading.sentences[day.sentence].lowerBound
    if isFirst, start - end <= 2, (end..<start).allSatisfy({ reading.tokens[$0].kind == .word }) {
      return true
    }
    guard start == end, let aside = reading.match(labels.asides, at: day.range.upperBound) else {
      return false
    }
    return reading.words.asides[aside] == .purpose && reading.has(labels.stage, at: Int(aside.end))
  }

  /// "Pemerintah pusat menetapkan 30 Juni 2025, sebagai batas terakhir legalisasi": the words behind a day that words of the country's lead.
  private func limit(set day: Day, _ reading: FinalReading) -> Range<Int>? {
    let (start, end) = (day.range.lowerBound, day.range.upperBound)
    let next = reading.isMark(end, ",") ? end + 1 : end
    guard let match = reading.match(labels.limits, at: next + 1), reading.tokens[next].kind == .word else {
      return nil
    }
    let tokens = reading.sentences[day.sentence]
    let lead = (max(tokens.lowerBound, start - 6)..<start).first { isCountrys($0, reading) }
    return lead.map { $0..<min(tokens.upperBound, Int(match.end) + 2) }
  }

  /// "… beres akhir Juni | , sesuai target nasional": the words behind a day that is not promised.
  private func limit(behind day: Day, _ cues: CueTable, _ reading: FinalReading) -> Range<Int>? {
    let end = day.range.upperBound
    guard reading.isMark(end, ","), let comparison = reading.match(labels.comparisons, at: end + 1),
      let match = reading.match(labels.limits, at: Int(comparison.end))
    else { return nil }
    let words = Int(match.start)..<min(reading.sentences[day.sentence].upperBound, Int(match.end) + 3)
    let isPromised = cues.modes.contains(in: day.sentence) {
      $0.mode == .target && $0.weight >= 1 && $0.range.upperBound <= day.range.lowerBound
    }
    return !isPromised && words.contains { isCountrys($0, reading) } ? words : nil
  }

  /// Whether words that make a limit the country's begin at a token.
  private func isCountrys(_ token: Int, _ reading: FinalReading) -> Bool {
    reading.match(labels.nationalWords, at: token).map { reading.words.nations[$0]?.stage ?? .any == .any }
      ?? false
  }

  /// The stage word among the words for a limit, else the nearest one in their sentence, else the one of which the text is speaking.
  private func stage(ofLimit words: Range<Int>, _ cues: CueTable, _ reading: FinalReading) -> Cue? {
    let sentence = reading.sentence(of: words.lowerBound)
    var best: (cue: Cue, gap: Int)?
    for index in cues.stages.indices(of: sentence) {
      let cue = cues.stages.all[index]
      guard !cue.isOccasion, cue.stage != .other else { continue }
      let gap = words.contains(cue.range.lowerBound) ? -1 : reading.gap(between: cue.range, words)
      if gap < best?.gap ?? .max { best = (cue, gap) }
    }
    return best?.cue
      ?? spoken(of: sentence, cues).map { spoken in
        var cue = Cue(range: words, sentence: sentence)
        (cue.stage, cue.order, cue.aspect) = (spoken.stage, spoken.order, .event)
        return cue
      }
  }

  /// The stage word of which the text is speaking in a sentence that tells none: the last one of the two before, else the article's.
  func spoken(of sentence: Int, _ cues: CueTable) -> Cue? {
    for earlier in (max(0, sentence - 2)..<sentence).reversed() {
      let told = cues.stages.last(in: earlier) { $0.tellsContext && $0.stage != .other }
      if let told { return told }
    }
    return cues.focus
  }
}
