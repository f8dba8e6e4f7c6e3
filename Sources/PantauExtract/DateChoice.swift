import PantauRecords
import PantauRules
import PantauText

/// Chooses the deadline of a target and the day for which a result is reported.
struct DateChoice {
  let reading: Reading

  /// Index in ``Reading/dates`` of the date that bounds the target: in its sentence, not past, the nearest one, before
  /// all others one that a word of limit leads.
  ///
  /// A day that stands with another stage of the sentence ("…, dan peluncurannya dijadwalkan 12 Juli") bounds that one.
  func deadline(of quantity: Quantity, stage: Cue?, among stages: [Cue]) -> Int? {
    var best: (index: Int, score: Double)?
    let hasLength = reading.dates.contains {
      $0.parts.length != nil && reading.sentence(of: $0.range.lowerBound) == quantity.sentence
    }
    for index in reading.dates.indices
    where reading.sentence(of: reading.dates[index].range.lowerBound) == quantity.sentence {
      let date = reading.dates[index]
      guard let days = date.days, date.range.lowerBound >= 0 else { continue }
      if date.parts.relation == .since { continue }
      if let stage, belongs(date, toOtherThan: stage, of: quantity, among: stages) { continue }
      if date.parts.relation == .asOf, !(reading.reference.map { days.earliest > $0 } ?? false),
        !isGoal(quantity)
      {
        continue
      }
      // The day from which a length of time counts is not its end.
      if hasLength, date.parts.length == nil, date.parts.relation != .before, date.parts.relation != .by {
        continue
      }
      var isOld = false
      if let reference = reading.reference, days.latest < reference.adding(days: -3),
        date.parts.relation != .before, date.parts.relation != .by
      {
        guard isGoal(quantity, before: date) else { continue }
        isOld = true
      }
      // The day of the report itself ("Rabu (9/4)") is no deadline.
      if days.isDay, date.parts.weekday != nil, days.latest == reading.reference { continue }
      let gap = max(
        date.range.lowerBound - quantity.range.upperBound, quantity.range.lowerBound - date.range.upperBound,
        0)
      var score = -0.1 * Double(gap) - (isOld ? 8 : 0)
      switch date.parts.relation {
      case .before, .by: score += 3
      case .until: score += 2
      case .on, .within: score += 1.5
      default: score += date.parts.part != nil ? 1.2 : 0
      }
      if quantity.zone.contains(date.range.lowerBound) { score += 3 }
      if hasNearer(date, than: quantity) { score -= 2 }
      if let stage, isOfOccasion(date, behind: stage, quantity, stages) { score -= 2.2 }
      if score > best?.score ?? -100 { best = (index, score) }
    }
    return best?.index
  }

  /// "Pada 12 Juli diluncurkan dan 28 Oktober seluruh koperasi beroperasi": whether another day stands between a day before an
  /// amount and it.
  private func hasNearer(_ date: FoundDate, than quantity: Quantity) -> Bool {
    date.range.upperBound <= quantity.range.lowerBound
      && reading.dates.contains {
        $0.days != nil && $0.range.lowerBound >= date.range.upperBound
          && $0.range.upperBound <= quantity.range.lowerBound
      }
  }

  /// "Akhir Juni semua koperasi sudah legal, sebelum diluncurkan pada 12 Juli": whether a day is that of an occasion, which bounds the
  /// amount only where no other day does.
  private func isOfOccasion(
    _ date: FoundDate, behind stage: Cue, _ quantity: Quantity, _ stages: [Cue]
  ) -> Bool {
    let end = max(stage.range.upperBound, quantity.range.upperBound)
    return date.range.lowerBound >= end
      && stages.contains {
        $0.isOccasion && $0.range.lowerBound >= end && $0.range.upperBound <= date.range.lowerBound
          && $0.stage != stage.stage
      }
  }

  /// Whether another stage's word stands between the quantity with its stage and the day.
  private func belongs(_ date: FoundDate, toOtherThan stage: Cue, of quantity: Quantity, among stages: [Cue])
    -> Bool
  {
    let end = max(stage.range.upperBound, quantity.range.upperBound)
    guard stage.sentence == quantity.sentence, date.range.lowerBound >= end else { return false }
    return stages.contains { other in
      guard other.range.lowerBound >= end, other.range.upperBound <= date.range.lowerBound,
        other.stage != stage.stage, !other.isOccasion, !other.isAside
      else { return false }
      // A relative clause ("koperasi yang terlebih dahulu bermusyawarah paling lambat …") is no further promise.
      return (end..<other.range.lowerBound).contains {
        reading.isMark($0, ",") || reading.match(reading.labels.joiners, at: $0) != nil
      }
    }
  }

  /// "Target 80.000 gerai berdiri pada akhir Agustus 2026": a word for the goal itself leads the amount, so that its day may
  /// be past.
  private func isGoal(_ quantity: Quantity, before date: FoundDate? = nil) -> Bool {
    let low = reading.text.text.sentences[quantity.sentence].lowerBound
    // "1.013 koperasi ditargetkan terbentuk pada Juli 2025"
    let high = max(quantity.anchor, min(date?.range.lowerBound ?? 0, quantity.zone.upperBound))
    return (low..<high).contains { token in
      guard let match = reading.match(reading.labels.modality, at: token) else { return false }
      return reading.text.column("mode", of: match) == "target"
        && (reading.text.column("weight", of: match).flatMap { Double($0) } ?? 0) >= 2
    }
  }

  /// The explicit day of an "as of" date in the quantity's sentence.
  func reportDay(of quantity: Quantity) -> CalendarDate? {
    for index in reading.dates.indices
    where reading.sentence(of: reading.dates[index].range.lowerBound) == quantity.sentence {
      let date = reading.dates[index]
      guard let days = date.days, let relation = date.parts.relation,
        relation == .asOf || relation == .until || relation == .on || relation == .since
      else { continue }
      guard date.parts.part == nil, date.parts.day != nil || date.parts.month != nil else { continue }
      if let reference = reading.reference, days.earliest > reference { continue }
      if relation == .on || relation == .since, date.range.lowerBound > quantity.anchor, !days.isDay {
        continue
      }
      return days.latest
    }
    return nil
  }
}
