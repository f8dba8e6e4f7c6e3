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
