import PantauRecords
import PantauRules
import PantauText

/// What is lacking, and due on a day that is told beside it.
extension StatementAssembler {
  /// "Tinggal 27 lagi. Saya minta 20 Juni jangan ada yang tersisa", "35 belum membuat akun. Insyaallah akhir bulan ini lengkap": an amount that words
  /// call lacking is promised for the day to come that the rest of its sentence, or the next one, tells and of which nothing else is said.
  ///
  /// All that is left, promised there for the day, is this amount.
  func addLacking(
    _ quantities: [Quantity], to drafts: inout [Draft], _ cues: CueTable, _ reading: FinalReading
  ) {
    guard let reference = reading.reference else { return }
    for quantity in quantities where isLacking(quantity, drafts, cues, reading) {
      guard let index = day(dueBehind: quantity, after: reference, quantities, cues, reading) else {
        continue
      }
      let next = reading.days[index].sentence
      let told = drafts.indices.filter {
        drafts[$0].deadline == index || (next > quantity.sentence && drafts[$0].quantity.sentence == next)
      }
      if told.isEmpty {
        guard let draft = draft(lacking: quantity, dueOn: index, drafts, cues, reading) else { continue }
        drafts.append(draft)
      } else if told.count == 1, drafts[told[0]].kind == .target, drafts[told[0]].quantity.isRest,
        drafts[told[0]].quantity.value == nil
      {
        (drafts[told[0]].quantity.value, drafts[told[0]].isResolved) = (quantity.value, true)
      }
    }
  }

  private func draft(
    lacking quantity: Quantity, dueOn index: Int, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading
  ) -> Draft? {
    var draft = Draft(quantity: quantity)
    (draft.quantity.role, draft.quantity.of) = (.target, nil)
    draft.quantity.unit = quantity.unit ?? programme.countedUnit
    guard let cue = stage(lackedBy: quantity, cues), let stage = stage(meant: cue.stage, draft.quantity.unit)
    else { return nil }
    (draft.cue, draft.stage) = (cue, programme.goal(of: stage) ?? stage)
    (draft.kind, draft.deadline) = (.target, index)
    draft.region =
      RegionChoice(weights: weights, cues: cues, reading: reading).region(of: draft.quantity)
      ?? drafts.last { $0.quantity.sentence <= quantity.sentence }?.region
    return draft
  }

  /// Whether words of lack lead an amount of the body, or stand in what is said of it alone, and nothing is stated of it.
  private func isLacking(
    _ quantity: Quantity, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    guard quantity.value ?? 0 > 0, quantity.percent == nil, !quantity.isListItem,
      !reading.isInHeading(quantity.anchor), quantity.unit != nil || quantity.isBare,
      cues.modes.contains(
        in: quantity.sentence,
        where: { $0.mode == .lack && $0.weight >= 1 && quantity.zone.contains($0.range.lowerBound) })
    else { return false }
    return !drafts.contains { $0.quantity.range.overlaps(quantity.range) }
  }

  /// The first day to come behind an amount, in its sentence or the next of its paragraph, where nothing else is promised or counted.
  ///
  /// - Returns: its index in ``FinalReading/days``.
  private func day(
    dueBehind quantity: Quantity, after reference: CalendarDate, _ all: [Quantity], _ cues: CueTable,
    _ reading: FinalReading
  ) -> Int? {
    let sentence = quantity.sentence
    for next in sentence...sentence + 1 where next < reading.sentences.count {
      guard reading.paragraphOfSentence[next] == reading.paragraphOfSentence[sentence] else { return nil }
      let index = reading.days.indices.first { index in
        let day = reading.days[index]
        return day.sentence == next && !day.isUnsettled && day.latest > reference
          && day.range.lowerBound >= quantity.range.upperBound && day.relation != .since
      }
      guard let index else { continue }
      let counts = next > sentence && all.contains { $0.sentence == next && $0.value != nil && !$0.isBare }
      return !counts && isPromised(reading.days[index], cues, reading) ? index : nil
    }
    return nil
  }

  /// Whether a day is a limit, or the day for which something is to be complete or, by no office, intended.
  func isPromised(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    if day.relation == .before || day.relation == .by || day.relation == .until { return true }
    if cues.completions.contains(in: day.sentence, where: { !$0.isNegated }) { return true }
    return cues.modes.contains(in: day.sentence) { $0.mode == .target && $0.weight >= 0.8 }
      && !reading.has(labels.offices, in: reading.sentences[day.sentence])
  }

  /// The stage that words say is lacking: the nearest to the amount in what is said of it alone, else the one of which the text is speaking.
  private func stage(lackedBy quantity: Quantity, _ cues: CueTable) -> Cue? {
    var best: (cue: Cue, gap: Int)?
    for index in cues.stages.indices(of: quantity.sentence) {
      let cue = cues.stages.all[index]
      guard quantity.zone.contains(cue.range.lowerBound), !cue.isOccasion else { continue }
      let gap = abs(cue.range.lowerBound - quantity.anchor)
      if gap < best?.gap ?? .max { best = (cue, gap) }
    }
    return best?.cue ?? spoken(of: quantity.sentence, cues)
  }
}
