import PantauRecords
import PantauRules
import PantauText

/// Sentences that report what an amount has reached and promise what it shall.
extension StatementAssembler {
  /// "30 titik sedang dibangun dan ditargetkan selesai pada April", "12 koperasi yang sudah terbentuk akan beroperasi": what is said of
  /// an amount beside what it shall reach, or beside what more it has reached.
  ///
  /// - Returns: the statement itself, its stage that of the promise, and the report beside it, if there is one.
  func withReport(_ draft: Draft, _ programme: Programme, _ cues: CueTable, _ reading: Reading) -> [Draft] {
    let quantity = draft.quantity
    guard draft.kind != .total, quantity.value != nil, quantity.of == nil, !quantity.isListItem else {
      return [draft]
    }
    if let restriction = cues.restriction(of: quantity, in: reading) {
      let told = cues.stages[quantity.sentence].first { restriction.contains($0.range.lowerBound) }
      guard let told, isReport(told, since: restriction.lowerBound, cues),
        let report = report(told, draft, programme)
      else { return [draft] }
      return [draft, report]
    }
    guard draft.kind == .target, let promise = promise(of: quantity, cues, reading) else { return [draft] }
    let told = cues.stages[quantity.sentence].last { cue in
      (quantity.range.upperBound..<promise.range.lowerBound).contains(cue.range.lowerBound)
    }
    guard let told, isReport(told, since: quantity.range.upperBound, cues) else { return [draft] }
    var target = draft
    let later = cues.stages[quantity.sentence].first { cue in
      cue.range.lowerBound >= promise.range.upperBound && quantity.zone.contains(cue.range.lowerBound)
    }
    target.cue = later ?? told
    target.stage =
      later.flatMap { stage(meant: $0.stage, quantity, programme) }
      ?? programme.goals[told.stage.string].map { Term($0) } ?? draft.stage
    return [target] + (report(told, target, programme).map { [$0] } ?? [])
  }

  /// The word of intention that a joining word leads behind an amount.
  private func promise(of quantity: Quantity, _ cues: CueTable, _ reading: Reading) -> Cue? {
    cues.modes[quantity.sentence].first { cue in
      cue.mode == "target" && cue.weight >= 1 && quantity.zone.contains(cue.range.lowerBound)
        && cue.range.lowerBound > quantity.range.upperBound
        && reading.match(labels.joiners, at: cue.range.lowerBound - 1) != nil
    }
  }

  /// Whether a stage word says of an amount that something is reached or under way, with no intention before it.
  private func isReport(_ cue: Cue, since start: Int, _ cues: CueTable) -> Bool {
    guard cue.aspect == .state || cue.aspect == .start, cue.stage != "other", !cue.isNegated, !cue.isReady,
      !cue.isAside
    else { return false }
    return !cues.modes[cue.sentence].contains { mode in
      mode.mode != "done" && mode.mode != "total" && mode.weight > 0
        && (start..<cue.range.lowerBound).contains(mode.range.lowerBound)
    }
  }

  private func report(_ cue: Cue, _ draft: Draft, _ programme: Programme) -> Draft? {
    guard let stage = stage(meant: cue.stage, draft.quantity, programme), stage != draft.stage else {
      return nil
    }
    var report = draft
    (report.kind, report.cue, report.stage, report.deadline) = (.actual, cue, stage, nil)
    return report
  }

  /// The stage that a word means for the unit of an amount; nil where it means none.
  func stage(meant stage: Term, _ quantity: Quantity, _ programme: Programme) -> Term? {
    let reading = programme.readings[quantity.unit?.string ?? ""]?[stage.string].map { Term($0) } ?? stage
    return reading.isEmpty ? nil : reading
  }
}
