import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Targets that name no quantity of their own.
extension StatementAssembler {
  /// A stage, a promise and a deadline in one sentence are a target, even where no quantity is named; and a further stage
  /// with a day of its own is a further target for what the sentence's first one counts.
  func deadlineOnly(_ drafts: [Draft], _ cues: CueTable, _ reading: Reading) -> [Draft] {
    var found: [Draft] = []
    for (index, date) in reading.dates.enumerated() where date.range.lowerBound >= reading.bodyStart {
      let sentence = reading.sentence(of: date.range.lowerBound)
      let isLimit =
        date.parts.relation == .before || date.parts.relation == .by
        || (date.parts.relation == .until && isAhead(date, reading))
      guard let days = date.days, isLimit || isPlanned(date, days, sentence, cues, reading),
        reading.reference.map({ days.latest >= $0.adding(days: -3) }) ?? true,
        !found.contains(where: { $0.quantity.sentence == sentence }),
        let stage = stage(for: date, sentence, cues)
      else { continue }
      let told = drafts.filter { $0.quantity.sentence == sentence && $0.kind == .target }
      if told.contains(where: { $0.deadline == index || $0.cue?.stage == stage.stage || $0.deadline == nil })
      {
        continue
      }
      let named = cues.namesProgramme[sentence] || (sentence > 0 && cues.namesProgramme[sentence - 1])
      guard named || !told.isEmpty || distance(stage.range, date.range) <= 6 else { continue }
      found.append(draft(stage, index, date, told.last, reading))
    }
    return found
  }

  private func draft(
    _ stage: Cue, _ index: Int, _ date: FoundDate, _ told: Draft?, _ reading: Reading
  ) -> Draft {
    let low = min(stage.range.lowerBound, date.range.lowerBound)
    let high = max(stage.range.upperBound, date.range.upperBound)
    var quantity =
      told?.quantity
      ?? Quantity(
        range: low..<high, anchor: stage.range.lowerBound, rule: -1, sentence: stage.sentence)
    quantity.range = low..<high
    quantity.anchor = stage.range.lowerBound
    quantity.unit = quantity.unit ?? "cooperative"
    quantity.zone = reading.text.text.sentences[stage.sentence]
    var draft = Draft(quantity: quantity)
    draft.cue = stage
    draft.stage = stage.stage
    draft.kind = .target
    draft.deadline = index
    draft.region =
      told.map(\.region)
      ?? RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading, log: log).region(of: quantity)
    return draft
  }

  /// The stage word nearest to a date in its sentence.
  private func stage(for date: FoundDate, _ sentence: Int, _ cues: CueTable) -> Cue? {
    let candidates = cues.stages[sentence].filter { cue in
      !isEvent(cue, of: date) && cue.stage != "other" && distance(cue.range, date.range) <= 12
    }
    return candidates.min { distance($0.range, date.range) < distance($1.range, date.range) }
  }

  /// "Sebelum peresmian pada 21 Juli": the act that the day itself belongs to, not what is due before it.
  private func isEvent(_ cue: Cue, of date: FoundDate) -> Bool {
    date.parts.relation == .before && cue.range.upperBound <= date.range.lowerBound
      && date.range.lowerBound - cue.range.upperBound <= 2
  }

  private func isAhead(_ date: FoundDate, _ reading: Reading) -> Bool {
    guard let days = date.days, let reference = reading.reference else { return false }
    return days.latest > reference
  }

  /// Whether a day lies ahead and a word of intention stands in its sentence.
  private func isPlanned(
    _ date: FoundDate, _ days: DateRange, _ sentence: Int, _ cues: CueTable, _ reading: Reading
  ) -> Bool {
    guard let reference = reading.reference, days.isDay, days.latest > reference.adding(days: 1) else {
      return false
    }
    return cues.modes[sentence].contains { $0.mode == "target" }
      || cues.stages[sentence].contains { $0.stage == "launched" && distance($0.range, date.range) <= 4 }
  }

  private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
  }
}
