import PantauRecords
import PantauRules
import PantauText

/// Days to come on which something is launched, told only to date something else.
extension StatementAssembler {
  /// "Agar semuanya siap ketika peluncuran nasional digelar 12 Juli 2025": beside what is due by then, the launch itself is a
  /// target of that day, where the day lies ahead and is not told to bound what is due before it.
  func occasions(_ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading) -> [Draft] {
    guard let reference = reading.reference else { return [] }
    var found: [Draft] = []
    for index in reading.days.indices where !reading.isInHeading(reading.days[index].range.lowerBound) {
      let day = reading.days[index]
      guard !day.isUnsettled, day.isDay, day.latest > reference, day.relation != .since,
        !isTold(day.latest, drafts, reading), let event = launch(on: day, drafts, cues, reading),
        !(event.range.lowerBound < day.range.lowerBound && isLimit(index, drafts, reading))
      else { continue }
      let low = min(event.range.lowerBound, day.range.lowerBound)
      let range = low..<max(event.range.upperBound, day.range.upperBound)
      var draft = Draft(
        quantity: Quantity(range: range, anchor: low, rule: -1, sentence: day.sentence))
      draft.quantity.zone = reading.sentences[day.sentence]
      draft.quantity.unit = programme.countedUnit
      (draft.cue, draft.stage, draft.kind, draft.deadline) = (event, event.stage, .target, index)
      draft.isOnDay = day.relation == .before
      draft.region =
        isNational(event, draft.quantity.range, reading)
        ? nil : RegionChoice(weights: weights, cues: cues, reading: reading).region(of: draft.quantity)
      found.append(draft)
    }
    return found
  }

  /// "Harus terbentuk sebelum peluncuran pada 12 Juli": whether a day only bounds what is due before it.
  private func isLimit(_ index: Int, _ drafts: [Draft], _ reading: FinalReading) -> Bool {
    reading.days[index].relation == .before
      && drafts.contains { $0.kind == .target && $0.deadline == index }
  }

  /// The launch that a day dates: one before it that tells when something else is due, or the country's, on either side of its day:
  /// "peluncuran serentak se-Indonesia, 12 Juli 2025", "12 Juli 2025, hari peluncuran nasional".
  private func launch(on day: Day, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading) -> Cue? {
    let (start, end) = (day.range.lowerBound, day.range.upperBound)
    let before = cues.stages.last(in: day.sentence) { cue in
      cue.stage == .launched && cue.range.upperBound <= start
        && (start - cue.range.upperBound <= 8 || isPlainly(cue, start, reading))
        && ((day.relation != .before && (cue.isOccasion || isLedByTime(cue, reading)))
          || isNational(cue, cue.range.lowerBound..<start, reading))
    }
    if let before {
      // "Pada 12 Juli diluncurkan serentak oleh Presiden, dan 28 Oktober seluruh koperasi beroperasi" dates it before.
      let isDated =
        reading.joins(start - 1)
        && reading.days.contains { other in
          other.sentence == day.sentence
            && (0...3).contains(before.range.lowerBound - other.range.upperBound)
        }
      return isDated || isBetween(before.range.upperBound..<start, drafts, day.sentence) ? nil : before
    }
    return cues.stages.first(in: day.sentence) { cue in
      guard cue.stage == .launched, cue.aspect == .event, cue.range.lowerBound >= end else { return false }
      // "30 Juni, kemudian diluncurkan pada 12 Juli" has a day of its own.
      let isDated = reading.days.contains { other in
        other.range.lowerBound >= cue.range.upperBound && other.range.lowerBound - cue.range.upperBound <= 10
          && other.sentence == day.sentence
      }
      let gap = end..<cue.range.lowerBound
      return !isDated && gap.count <= 7 && reading.isMark(end, ",")
        && isNational(cue, cue.range, reading) && !isBetween(gap, drafts, day.sentence)
    }
  }

  /// "Peluncuran nasional Koperasi Desa Merah Putih (KDMP) yang digelar hybrid pada 21 Juli": whether no mark or act parts the country's launch
  /// from its day.
  private func isPlainly(_ cue: Cue, _ start: Int, _ reading: FinalReading) -> Bool {
    let gap = reading.outsideBrackets(cue.range.upperBound..<start)
    return gap.count <= 14 && reading.match(labels.nationalWords, at: cue.range.upperBound) != nil
      && gap.allSatisfy { reading.tokens[$0].kind != .punctuation && !reading.has(labels.stage, at: $0) }
  }

  /// "Ketika Presiden meluncurkan": a word of time begins the clause of the act.
  private func isLedByTime(_ cue: Cue, _ reading: FinalReading) -> Bool {
    let first = max(reading.sentences[cue.sentence].lowerBound, cue.range.lowerBound - 4)
    return (first..<cue.range.lowerBound).contains { token in
      reading.isTime(token)
    }
  }

  /// "Ditargetkan rampung sebelum peluncuran nasional", whose day is told elsewhere: the one day of a launch in the article, where what is promised
  /// is due before the launch and its sentence tells no day.
  ///
  /// - Returns: its index in ``FinalReading/days``.
  func launch(before draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> Int? {
    let quantity = draft.quantity
    let isLed = cues.stages.contains(in: quantity.sentence) { cue in
      cue.isOccasion && cue.stage == .launched && quantity.zone.contains(cue.range.lowerBound)
        && cue.range.lowerBound >= quantity.range.upperBound
        && (max(0, cue.range.lowerBound - 3)..<cue.range.lowerBound).contains { token in
          reading.match(labels.dateWords, at: token).flatMap { reading.words.isBefore[$0] } == true
        }
    }
    guard isLed, draft.stage != .launched, !quantity.isOfWhole else { return nil }
    var found: Int?
    for index in reading.days.indices where isLaunch(reading.days[index], cues, reading) {
      if let found, reading.days[found].latest != reading.days[index].latest { return nil }
      found = index
    }
    return found
  }

  /// Whether a day is one of the country's launches, or stands beside words for a launch.
  private func isLaunch(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    guard !day.isUnsettled, day.isDay, day.relation != .before else { return false }
    return programme.launches.contains(day.latest)
      || cues.stages.contains(in: day.sentence) {
        $0.stage == .launched && reading.gap(between: $0.range, day.range) <= 8
      }
  }

  /// Whether a target says already that the launch is due that day.
  private func isTold(_ day: CalendarDate, _ drafts: [Draft], _ reading: FinalReading) -> Bool {
    drafts.contains { draft in
      draft.kind == .target && draft.stage == .launched && latest(draft, reading) == day
    }
  }

  private func isBetween(_ gap: Range<Int>, _ drafts: [Draft], _ sentence: Int) -> Bool {
    drafts.contains { $0.quantity.sentence == sentence && gap.contains($0.quantity.anchor) }
  }
}
