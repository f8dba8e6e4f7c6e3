import PantauRecords
import PantauRules
import PantauText

/// Days to come on which something is launched, told only to date something else.
extension StatementAssembler {
  /// "Agar semuanya siap ketika peluncuran nasional digelar 12 Juli 2025": beside what is due by then, the launch itself is a
  /// target of that day, where the day lies ahead. What is due before it ("sebelum peluncuran pada 12 Juli") only dates itself
  /// by the launch.
  func occasions(
    _ drafts: [Draft], _ programme: Programme, _ cues: CueTable, _ reading: Reading
  ) -> [Draft] {
    guard let reference = reading.reference else { return [] }
    var found: [Draft] = []
    for (index, date) in reading.dates.enumerated() where date.range.lowerBound >= reading.bodyStart {
      guard let days = date.days, days.isDay, days.latest > reference, date.parts.relation != .since,
        date.parts.relation != .before
      else { continue }
      let sentence = reading.sentence(of: date.range.lowerBound)
      if isTold(days.latest, drafts, reading) { continue }
      guard let event = launch(on: date, sentence, drafts, cues, reading) else { continue }
      let range =
        min(
          event.range.lowerBound, date.range.lowerBound)..<max(event.range.upperBound, date.range.upperBound)
      var draft = Draft(
        quantity: Quantity(range: range, anchor: range.lowerBound, rule: -1, sentence: sentence))
      draft.quantity.zone = reading.text.text.sentences[sentence]
      draft.quantity.unit = programme.countedUnit.map { Term($0) }
      (draft.cue, draft.stage, draft.kind, draft.deadline) = (event, event.stage, .target, index)
      draft.region =
        isNational(event, draft.quantity.range, reading)
        ? nil
        : RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading, log: log).region(
          of: draft.quantity)
      found.append(draft)
    }
    return found
  }

  /// The launch that a day dates: one before it that tells when something else is due, or the country's, on either side of its day:
  /// "peluncuran serentak se-Indonesia, 12 Juli 2025", "12 Juli 2025, hari peluncuran nasional".
  private func launch(
    on date: FoundDate, _ sentence: Int, _ drafts: [Draft], _ cues: CueTable, _ reading: Reading
  ) -> Cue? {
    let launches = cues.stages[sentence].filter { $0.stage == "launched" }
    let before = launches.last { cue in
      cue.range.upperBound <= date.range.lowerBound && date.range.lowerBound - cue.range.upperBound <= 8
        && (cue.isOccasion || isLedByTime(cue, reading)
          || isNational(cue, cue.range.lowerBound..<date.range.lowerBound, reading))
    }
    if let before {
      return isBetween(before.range.upperBound..<date.range.lowerBound, drafts, sentence) ? nil : before
    }
    return launches.first { cue in
      // "30 Juni, kemudian diluncurkan pada 12 Juli" has a day of its own.
      let isDated = reading.dates.contains { other in
        other.range.lowerBound >= cue.range.upperBound && other.range.lowerBound - cue.range.upperBound <= 10
          && reading.sentence(of: other.range.lowerBound) == sentence
      }
      if isDated || cue.aspect != .event { return false }
      let gap = date.range.upperBound..<max(date.range.upperBound, cue.range.lowerBound)
      return cue.range.lowerBound >= date.range.upperBound && gap.count <= 7
        && reading.isMark(gap.lowerBound, ",")
        && isNational(cue, cue.range, reading) && !isBetween(gap, drafts, sentence)
    }
  }

  /// "Ketika Presiden meluncurkan": a word of time begins the clause of the act.
  private func isLedByTime(_ cue: Cue, _ reading: Reading) -> Bool {
    let first = max(
      reading.text.text.sentences[cue.sentence].lowerBound, cue.range.lowerBound - 4)
    return (first..<cue.range.lowerBound).contains { token in
      reading.match(labels.asides, at: token).flatMap { reading.text.column("kind", of: $0) } == "time"
    }
  }

  /// Whether a target says already that the launch is due that day.
  private func isTold(_ day: CalendarDate, _ drafts: [Draft], _ reading: Reading) -> Bool {
    drafts.contains { draft in
      draft.kind == .target && draft.stage == "launched"
        && draft.deadline.flatMap { DateChoice(reading: reading).bounds(of: $0).latest } == day
    }
  }

  private func isBetween(_ gap: Range<Int>, _ drafts: [Draft], _ sentence: Int) -> Bool {
    drafts.contains { $0.quantity.sentence == sentence && gap.contains($0.quantity.anchor) }
  }
}
