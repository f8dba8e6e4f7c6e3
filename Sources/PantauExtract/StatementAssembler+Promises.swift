import PantauRecords
import PantauRules
import PantauText

/// Sentences that report what an amount has reached and promise what it shall.
extension StatementAssembler {
  /// "30 titik sedang dibangun dan ditargetkan selesai pada April", "12 koperasi yang sudah terbentuk akan beroperasi": what is said of
  /// an amount beside what it shall reach, or beside what more it has reached.
  ///
  /// The statement itself has then the stage of the promise, and the report stands behind it.
  func addReports(to drafts: inout [Draft], _ cues: CueTable, _ reading: FinalReading) {
    var index = 0
    while index < drafts.count {
      if let report = report(beside: &drafts[index], cues, reading) {
        index += 1
        drafts.insert(report, at: index)
      } else if let other = joinedStage(of: drafts[index], cues, reading) {
        index += 1
        drafts.insert(other, at: index)
      }
      index += 1
    }
  }

  /// The report beside a draft, if there is one; the draft gets the stage of its promise.
  private func report(beside draft: inout Draft, _ cues: CueTable, _ reading: FinalReading) -> Draft? {
    guard draft.kind != .total, draft.quantity.value != nil, draft.quantity.of == nil,
      !draft.quantity.isListItem
    else { return nil }
    let sentence = draft.quantity.sentence
    if let restriction = cues.restriction(of: draft.quantity, in: reading) {
      let told = cues.stages.first(in: sentence) { restriction.contains($0.range.lowerBound) }
      guard let told, isReport(told, since: restriction.lowerBound, cues) else { return nil }
      return report(told, draft)
    }
    guard draft.kind == .target, let promise = promise(of: draft.quantity, cues, reading) else { return nil }
    let end = draft.quantity.range.upperBound
    let told = cues.stages.last(in: sentence) { cue in
      (end..<promise.range.lowerBound).contains(cue.range.lowerBound)
    }
    guard let told, isReport(told, since: end, cues) else { return nil }
    let zone = draft.quantity.zone
    let later = cues.stages.first(in: sentence) { cue in
      cue.range.lowerBound >= promise.range.upperBound && zone.contains(cue.range.lowerBound)
    }
    draft.cue = later ?? told
    draft.stage =
      later.flatMap { stage(meant: $0.stage, draft.quantity.unit) }
      ?? programme.goal(of: told.stage) ?? draft.stage
    return report(told, draft)
  }

  /// "Yang terbentuk dan berbadan hukum ada 164": the same amount with the other one of two stages that a joining word links.
  private func joinedStage(of draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> Draft? {
    guard draft.kind != .total, !draft.isExistence, let cue = draft.cue, cue.aspect == .state,
      cue.sentence == draft.quantity.sentence, !cue.isNegated, !cue.isAside, !cue.isReady
    else { return nil }
    let other = cues.stages.first(in: cue.sentence) { other in
      guard other.aspect == .state, other.stage != cue.stage, !other.isNegated, !other.isAside, !other.isReady
      else { return false }
      let (left, right) = other.range.lowerBound < cue.range.lowerBound ? (other, cue) : (cue, other)
      return joins(left.range.upperBound, right.range.lowerBound, cue.sentence, cues, reading)
    }
    guard let other, let stage = stage(meant: other.stage, draft.quantity.unit), stage != draft.stage else {
      return nil
    }
    var second = draft
    (second.cue, second.stage) = (other, draft.kind == .target ? programme.goal(of: stage) ?? stage : stage)
    return second.stage == draft.stage ? nil : second
  }

  /// Whether a joining word, and at most a word that it is done behind it, stands between two stage words.
  private func joins(_ start: Int, _ end: Int, _ sentence: Int, _ cues: CueTable, _ reading: FinalReading)
    -> Bool
  {
    guard start < end, reading.joins(start) else { return false }
    if end == start + 1 { return true }
    return cues.modes.contains(in: sentence) {
      $0.mode == .done && $0.range.lowerBound == start + 1 && $0.range.upperBound == end
    }
  }

  /// The word of intention that a joining word leads behind an amount.
  private func promise(of quantity: Quantity, _ cues: CueTable, _ reading: FinalReading) -> Cue? {
    cues.modes.first(in: quantity.sentence) { cue in
      cue.mode == .target && cue.weight >= 1 && quantity.zone.contains(cue.range.lowerBound)
        && cue.range.lowerBound > quantity.range.upperBound && reading.joins(cue.range.lowerBound - 1)
    }
  }

  /// Whether a stage word says of an amount that something is reached or under way, with no intention before it.
  private func isReport(_ cue: Cue, since start: Int, _ cues: CueTable) -> Bool {
    guard cue.aspect == .state || cue.aspect == .start, cue.stage != .other, !cue.isNegated, !cue.isReady,
      !cue.isAside
    else { return false }
    return !cues.modes.contains(in: cue.sentence) { mode in
      mode.mode != .done && mode.mode != .total && mode.weight > 0
        && (start..<cue.range.lowerBound).contains(mode.range.lowerBound)
    }
  }

  private func report(_ cue: Cue, _ draft: Draft) -> Draft? {
    guard let stage = stage(meant: cue.stage, draft.quantity.unit), stage != draft.stage else {
      return nil
    }
    var report = draft
    (report.kind, report.cue, report.stage, report.deadline) = (.actual, cue, stage, nil)
    return report
  }

  /// The stage that a word means for a unit; nil where it means none.
  func stage(meant stage: Term, _ unit: Term?) -> Term? {
    let reading = programme.reading(of: stage, for: unit) ?? stage
    return reading.isEmpty ? nil : reading
  }
}
