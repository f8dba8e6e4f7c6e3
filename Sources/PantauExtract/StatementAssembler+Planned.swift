import PantauRecords
import PantauRules
import PantauText

/// Days for which something is planned.
extension StatementAssembler {
  func isAhead(_ day: Day, _ reading: FinalReading) -> Bool {
    guard !day.isUnsettled, let reference = reading.reference else { return false }
    return day.earliest > reference
  }

  /// Whether a day lies ahead, or is the report's own, and a word of intention stands in its sentence.
  func isPlanned(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    if let reference = reading.reference, day.latest < reference {
      return day.relation != .until && isCalledLimit(day, cues)
    }
    if day.relation == .since || day.relation == .asOf { return false }
    guard let dayAfter = reading.dayAfter else { return day.hasDayOrMonth && isLed(day, cues, reading) }
    let intends = cues.modes.contains(in: day.sentence) { $0.mode == .target && $0.weight >= 1 }
    let launches = cues.stages.contains(in: day.sentence) {
      $0.stage == .launched && reading.gap(between: $0.range, day.range) <= (intends ? 12 : 8)
    }
    if day.latest <= dayAfter {
      if let reference = reading.reference {
        if day.hasWeekday, day.latest <= reference, hasLaterDay(day, reading) { return false }
        // "Ditargetkan beres akhir Juni", told on the day before
        if !day.hasWeekday, day.latest >= reference, isCalledLimit(day, cues) { return true }
      }
      // What is promised for tomorrow is due there; today's date is the report's own more often.
      // "Usai peluncuran, Senin (21/7)" tells of what is done.
      let isSaid = day.hasWeekday && (reading.reference.map { day.latest <= $0 } ?? false)
      return intends && day.isDay && (launches || day.latest == dayAfter)
        && (!isSaid || isLed(day, cues, reading))
    }
    return intends || (launches && day.isDay) || isForetold(day, cues, reading)
      || cues.stages.contains(in: day.sentence) { isSet($0, for: day, reading) }
  }

  /// "Koperasi ini siap diluncurkan Presiden pada Juli mendatang": whether the launch for which words call something ready is on a day to come
  /// behind them.
  func isSet(_ cue: Cue, for day: Day, _ reading: FinalReading) -> Bool {
    cue.isReady && cue.stage == .launched && cue.range.upperBound <= day.range.lowerBound
      && reading.gap(between: cue.range, day.range) <= 8 && isAhead(day, reading)
  }

  /// "Senin, 28 April 2025", on which it is told that "pada 12 Juli" something is due: whether a day to come stands in a day's sentence.
  private func hasLaterDay(_ day: Day, _ reading: FinalReading) -> Bool {
    reading.days.contains { $0.sentence == day.sentence && isAhead($0, reading) }
  }

  /// "Operasional penuhnya dimulai 28 Oktober": whether a day to come stands right behind a stage word.
  private func isForetold(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let (start, end) = (day.range.lowerBound, day.range.upperBound)
    guard reading.dayAfter.map({ day.earliest > $0 }) ?? false else { return false }
    // "Juni mendatang koperasinya sudah berbadan hukum": a clause begins with the day.
    let begins =
      start - Int(reading.clauseStarts[start]) <= 2
      && !(Int(reading.clauseStarts[start])..<start).contains { reading.has(labels.stage, at: $0) }
    return cues.stages.contains(in: day.sentence) { cue in
      cue.stage != .other && !cue.isAside && !cue.isReady && !cue.isNegated
        && ((cue.range.upperBound...cue.range.upperBound + 3).contains(start)
          || (begins && cue.aspect == .state && (end...end + 6).contains(cue.range.lowerBound)))
        // "Semula diperkirakan baru terbentuk sekitar Oktober"
        && !cues.modes.contains(in: day.sentence) { mode in
          mode.mode == .done && mode.range.upperBound <= cue.range.lowerBound
            && cue.range.lowerBound - mode.range.upperBound <= 2
        }
    }
  }

  /// Whether a word of intention leads up to the day in its clause, and none that it is past.
  func isLed(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let start = day.range.lowerBound
    let clause = Int(reading.clauseStarts[start])
    let led = cues.modes.last(in: day.sentence) { cue in
      // "Juni mendatang": the words for the day are words of intention too.
      (cue.range.upperBound <= start || (day.hasDayOrMonth && day.range.contains(cue.range.lowerBound)))
        && cue.range.lowerBound >= clause && start - cue.range.upperBound <= 10
        && (cue.mode == .target || (cue.mode == .done && cue.weight >= 1))
    }
    return led?.mode == .target && led?.weight ?? 0 >= 1
  }

  /// Whether a word that calls the day a target or a limit stands before it in its clause.
  func isCalledLimit(_ day: Day, _ cues: CueTable) -> Bool {
    let start = day.range.lowerBound
    return cues.modes.contains(in: day.sentence) { cue in
      cue.mode == .target && cue.weight >= 2 && cue.range.upperBound <= start
        && start - cue.range.upperBound <= 8
    }
  }
}
