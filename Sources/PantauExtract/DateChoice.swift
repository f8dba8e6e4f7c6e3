import PantauRecords
import PantauRules
import PantauText

/// Chooses the deadline of a target and the day for which a result is reported.
struct DateChoice {
  let reading: FinalReading

  /// Index in ``Reading/dates`` of the date that bounds the target: in its sentence, not past, the nearest one, before
  /// all others one that a word of limit leads.
  ///
  /// A day that stands with another stage of the sentence ("…, dan peluncurannya dijadwalkan 12 Juli") bounds that one.
  func deadline(of quantity: Quantity, stage: Cue?, among cues: CueTable) -> Int? {
    let sentence = quantity.sentence
    var best: (index: Int, score: Double)?
    let hasLength = reading.days.contains { $0.hasLength && $0.sentence == sentence }
    for index in reading.days.indices where reading.days[index].sentence == sentence {
      let day = reading.days[index]
      if day.isUnsettled || day.range.lowerBound < 0 || (day.relation == .since && !day.hasLength) {
        continue
      }
      if reading.beginsNext(day, behind: quantity) { continue }
      if let stage, belongs(day, toOtherThan: stage, of: quantity, among: cues) { continue }
      let isToCome = day.relation == .asOf && reading.reference.map { day.earliest > $0 } == true
      if day.relation == .asOf, !isToCome, !isGoal(quantity, before: day) { continue }
      let isLimit = day.relation == .before || day.relation == .by
      // The day from which a length of time counts is not its end.
      if hasLength, !day.hasLength, !isLimit, !isToCome, day.isDay || day.relation == .from { continue }
      var isOld = false
      // "Pekan lalu" is past as soon as it is over.
      let past = day.hasDayOrMonth ? reading.threeDaysBefore : reading.reference
      if let past, day.latest < past, !isLimit {
        guard isGoal(quantity, before: day) || isIntended(stage, among: cues) || isFirstPlan(day) else {
          continue
        }
        isOld = true
      }
      if isReportDay(day), !isDueToday(day, cues) { continue }
      if isOld, isDayOfSaying(day) { continue }
      var score = score(day, quantity, isOld)
      if let stage, isOfOccasion(day, behind: stage, quantity, cues) { score -= 2.2 }
      if score > best?.score ?? -100 { best = (index, score) }
    }
    return best?.index
  }

  /// "Semula menghendaki 150 koperasi beroperasi pada semester I 2026": whether words that call a plan the first one stand before a day.
  private func isFirstPlan(_ day: Day) -> Bool {
    let low = reading.sentences[day.sentence].lowerBound
    return (low..<max(low, day.range.lowerBound)).contains { token in
      reading.match(reading.labels.revisions, at: token).map { reading.words.movesDay[$0] != true } ?? false
    }
  }

  /// "Pada peletakan batu pertama Oktober lalu pemkab menargetkan 75 titik": whether no word of intention stands before a past day without a
  /// year, so that it is the one on which the promise was made.
  private func isDayOfSaying(_ day: Day) -> Bool {
    let low = reading.sentences[day.sentence].lowerBound
    return !day.hasYear
      && !(low..<max(low, day.range.lowerBound)).contains { token in
        reading.match(reading.labels.modality, at: token).flatMap { reading.words.modes[$0]?.term } == .target
      }
  }

  /// "…, ujarnya, Selasa (20/5/2025)": the day on which something was said, the report's own or just before, is no deadline; nor is a mere
  /// weekday in a report without a day.
  private func isReportDay(_ day: Day) -> Bool {
    if reading.reference == nil {
      return day.hasWeekday && !day.hasDayOrMonth && (day.relation == nil || day.relation == .on)
    }
    guard day.isDay, day.hasWeekday, let reference = reading.reference else { return false }
    return day.latest == reference
      || (day.latest < reference && (day.relation == nil || day.relation == .on))
  }

  /// "Wajib berbadan hukum hingga Senin (30/6/2025)", "kami targetkan rampung Rabu, 11 Juni 2025": whether the report's own day is one on which
  /// something is due: words of intention lead up to it, and it is a limit or stands right behind a stage or a word of completion.
  private func isDueToday(_ day: Day, _ cues: CueTable) -> Bool {
    guard day.isDay, day.latest == reading.reference else { return false }
    let start = day.range.lowerBound
    let led = cues.modes.last(in: day.sentence) {
      $0.range.upperBound <= start && start - $0.range.upperBound <= 10
        && ($0.mode == .target || ($0.mode == .done && $0.weight >= 1))
    }
    guard let led, led.mode == .target, led.weight >= 1 else { return false }
    if day.relation == .until || day.relation == .by || day.relation == .before { return true }
    let reach = day.relation == .on ? 3 : 0
    func isBeside(_ cue: Cue) -> Bool {
      let end = cue.range.upperBound
      return end <= start && start - end <= reach
        && !(end..<start).contains { reading.tokens[$0].kind == .punctuation }
    }
    return cues.completions.contains(in: day.sentence, where: isBeside)
      || cues.stages.contains(in: day.sentence) { isBeside($0) && !$0.isOccasion && !$0.isAside }
  }

  private func score(_ day: Day, _ quantity: Quantity, _ isOld: Bool) -> Double {
    let gap = max(
      day.range.lowerBound - quantity.range.upperBound, quantity.range.lowerBound - day.range.upperBound, 0)
    var score = -0.1 * Double(gap) - (isOld ? 8 : 0)
    switch day.relation {
    case .before, .by: score += 3
    case .until: score += 2
    case .on, .within: score += 1.5
    // "Rampung Januari hingga Februari, kemudian seluruh koperasi beroperasi mulai Maret"
    case .from where begins(day, behind: quantity): score += 3
    default: score += day.hasPart ? 1.2 : 0
    }
    if quantity.zone.contains(day.range.lowerBound) { score += 3 }
    // "Dilatih awal Juni selama tiga hari": a length beside a day to come is no limit.
    if day.hasLength, day.relation == .within, hasDayToCome(quantity.sentence) { score -= 6 }
    if hasNearer(day, than: quantity) { score -= 2 }
    return score
  }

  /// Whether a day stands behind an amount in its clause.
  private func begins(_ day: Day, behind quantity: Quantity) -> Bool {
    day.range.lowerBound >= quantity.range.upperBound
      && reading.clause(of: quantity.anchor).contains(day.range.lowerBound)
  }

  /// Whether a sentence names a day to come, or a month, from which no length of time counts.
  private func hasDayToCome(_ sentence: Int) -> Bool {
    reading.days.contains {
      $0.sentence == sentence && !$0.hasLength && !$0.isUnsettled && $0.hasDayOrMonth && $0.relation != .since
        && $0.relation != .from && (reading.reference.map { [latest = $0.latest] in latest > $0 } ?? true)
    }
  }

  /// "Pada 12 Juli diluncurkan dan 28 Oktober seluruh koperasi beroperasi": whether another day stands between a day before an
  /// amount and it.
  private func hasNearer(_ day: Day, than quantity: Quantity) -> Bool {
    day.range.upperBound <= quantity.range.lowerBound
      && reading.days.contains {
        !$0.isUnsettled && $0.range.lowerBound >= day.range.upperBound
          && $0.range.upperBound <= quantity.range.lowerBound
      }
  }

  /// "Akhir Juni semua koperasi sudah legal, sebelum diluncurkan pada 12 Juli": whether a day is that of an occasion, which bounds the
  /// amount only where no other day does.
  private func isOfOccasion(
    _ day: Day, behind stage: Cue, _ quantity: Quantity, _ cues: CueTable
  ) -> Bool {
    let start = day.range.lowerBound
    let end = max(stage.range.upperBound, quantity.range.upperBound)
    return start >= end
      && cues.stages.contains(in: quantity.sentence) {
        $0.isOccasion && $0.range.lowerBound >= end && $0.range.upperBound <= start
          && $0.stage != stage.stage
      }
  }

  /// Whether another stage's word stands between the quantity with its stage and the day.
  private func belongs(
    _ day: Day, toOtherThan stage: Cue, of quantity: Quantity, among cues: CueTable
  ) -> Bool {
    let end = max(stage.range.upperBound, quantity.range.upperBound)
    guard stage.sentence == quantity.sentence, day.range.lowerBound >= end else { return false }
    return cues.stages.contains(in: quantity.sentence) { other in
      guard other.range.lowerBound >= end, other.range.upperBound <= day.range.lowerBound,
        other.stage != stage.stage, !other.isOccasion, !other.isAside, !other.isReady
      else { return false }
      // "Menggelar musdes serta mengesahkan koperasinya pada Juni": acts that nothing but a joining word parts share their day.
      if isJoined(end, other, before: day, cues) { return false }
      // A relative clause ("koperasi yang terlebih dahulu bermusyawarah paling lambat …") is no further promise.
      return (end..<other.range.lowerBound).contains { reading.isMark($0, ",") || reading.joins($0) }
    }
  }

  /// Whether a joining word leads another act behind an amount and its stage, with no mark or word of intention up to the day.
  private func isJoined(_ end: Int, _ other: Cue, before day: Day, _ cues: CueTable) -> Bool {
    let gap = end..<day.range.lowerBound
    guard (end..<other.range.lowerBound).contains(where: { reading.joins($0) }),
      !gap.contains(where: { reading.isMark($0, ",") })
    else { return false }
    return !cues.modes.contains(in: day.sentence) {
      $0.mode == .target && $0.weight >= 1 && gap.contains($0.range.lowerBound)
    }
  }

  /// "Target 80.000 gerai berdiri pada akhir Agustus 2026": a word for the goal itself leads the amount, so that its day may
  /// be past.
  private func isGoal(_ quantity: Quantity, before day: Day? = nil) -> Bool {
    let low = reading.sentences[quantity.sentence].lowerBound
    // "1.013 koperasi ditargetkan terbentuk pada Juli 2025", but not "yang berkunjung pekan lalu menyampaikan sasaran 80.000 koperasi"
    let high = max(quantity.anchor, min(day?.range.lowerBound ?? 0, quantity.zone.upperBound))
    let end = day.map { $0.hasDayOrMonth ? high : min(high, $0.range.lowerBound) } ?? high
    return (low..<max(low, end)).contains { token in
      guard let match = reading.match(reading.labels.modality, at: token),
        let word = reading.words.modes[match]
      else { return false }
      return word.term == .target && word.weight ?? 0 >= 2
    }
  }

  /// "Harus terbentuk pada 30 Juni": whether a word of intention right before the stage word makes it a promise.
  private func isIntended(_ stage: Cue?, among cues: CueTable) -> Bool {
    guard let stage, stage.aspect == .state else { return false }
    return cues.modes.contains(in: stage.sentence) {
      $0.mode == .target && $0.weight >= 1 && $0.range.upperBound == stage.range.lowerBound
    }
  }

  /// The explicit day of an "as of" date in the quantity's sentence, by its index in ``Reading/dates``.
  func reportDay(of quantity: Quantity) -> Int? {
    for index in reading.days.indices where reading.days[index].sentence == quantity.sentence {
      let day = reading.days[index]
      guard !day.isUnsettled, let relation = day.relation,
        relation == .asOf || relation == .until || relation == .on || relation == .since
      else { continue }
      // "Per hari ini" is a day as clear as any; "sampai hari ini" only means now.
      guard !day.hasPart, day.hasDayOrMonth || (relation == .asOf && day.isDay) else { continue }
      if let reference = reading.reference, day.earliest > reference { continue }
      if reading.beginsNext(day, behind: quantity) { continue }
      if relation == .on || relation == .since, day.range.lowerBound > quantity.anchor, !day.isDay {
        continue
      }
      return index
    }
    return nil
  }
}
