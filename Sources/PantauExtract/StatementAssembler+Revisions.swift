import PantauRecords
import PantauRules
import PantauText

/// Days that were moved, and those to which they were.
extension StatementAssembler {
  /// "Semula ditargetkan 31 Januari, mundur menjadi akhir Februari": whether a sentence tells a day that was moved.
  func isRevised(_ sentence: Int, _ reading: FinalReading) -> Bool {
    var count = 0
    for day in reading.days.indices
    where reading.days[day].sentence == sentence && !reading.days[day].isUnsettled { count += 1 }
    return count > 1 && reading.has(labels.revisions, in: reading.sentences[sentence])
  }

  /// "Diundur menjadi 21 Juli", "semula dilaksanakan pada 12 Juli": whether words that move a day, or call it the first one, stand beside it.
  func isRevised(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    guard !day.isUnsettled, day.hasDayOrMonth || (day.hasPart && day.hasYear) else { return false }
    if reading.reference.map({ day.latest < $0 }) ?? false, isPutOff(day, reading) { return false }
    let (start, end) = (day.range.lowerBound, day.range.upperBound)
    let tokens = reading.sentences[day.sentence]
    func isFree(_ gap: Range<Int>) -> Bool {
      !gap.contains { token in
        reading.tokens[token].kind == .punctuation || reading.has(labels.stage, at: token)
      }
    }
    for token in max(tokens.lowerBound, start - 10)..<min(tokens.upperBound, end + 3) {
      guard let match = reading.match(labels.revisions, at: token) else { continue }
      if reading.words.movesDay[match] != true {
        if Int(match.end) <= start, isFirst(day, behind: Int(match.end), cues, reading) { return true }
      } else if Int(match.end) <= start {
        if start - Int(match.end) <= 6, isFree(Int(match.end)..<start) { return true }
      } else if token >= end, isFree(end..<token) {
        return true
      }
    }
    return false
  }

  /// Whether a day is the one that words for a first plan mean: no other stands between, and it is hardly past or words of intention stand in
  /// its sentence.
  private func isFirst(_ day: Day, behind end: Int, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let isNext = !reading.days.contains {
      $0.range.lowerBound >= end && $0.range.upperBound <= day.range.lowerBound
    }
    let isReportDay = day.hasWeekday && reading.reference.map { day.latest == $0 } ?? false
    return isNext && !isReportDay
      && (reading.threeDaysBefore.map { day.latest >= $0 } ?? true
        || cues.modes.contains(in: day.sentence) { $0.mode == .target && $0.weight >= 1 })
  }

  /// "Yang semula dijadwalkan 12 Juli sendiri diundur": whether a day is moved to none that the sentence names.
  private func isPutOff(_ day: Day, _ reading: FinalReading) -> Bool {
    let behind = day.range.upperBound..<reading.sentences[day.sentence].upperBound
    let isMoved = behind.contains { token in
      reading.match(labels.revisions, at: token).flatMap { reading.words.movesDay[$0] } == true
    }
    return isMoved && !reading.days.contains { behind.contains($0.range.lowerBound) }
  }

  /// "Menargetkan 92 nagari membentuk koperasi pada 15 Mei. Target itu digeser ke akhir Mei": gives a promise without an amount that of the one
  /// whose day is moved to a later one.
  func takeAmount(of earlier: Draft, movedTo day: Day, _ draft: inout Draft, _ reading: FinalReading) {
    guard !draft.quantity.hasAmount, draft.stage != .launched, let before = latest(earlier, reading),
      before < day.latest
    else { return }
    draft.quantity.takeAmount(of: earlier.quantity)
  }

  /// "Peluncuran di Kukar … batal. Dinas memindahkannya ke 19 Juli": the promise whose day is moved in a sentence that tells no stage.
  func moved(_ draft: Draft, after told: [Draft], _ cues: CueTable) -> Draft? {
    let sentence = draft.quantity.sentence
    guard !cues.stages.contains(in: sentence, where: { $0.stage == draft.stage }) else { return nil }
    return told.last {
      $0.kind == .target && $0.stage == draft.stage
        && (sentence - 6..<sentence).contains($0.quantity.sentence)
    }
  }
}
