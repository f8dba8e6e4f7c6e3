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
      if let whole = reportOfWhole(of: drafts[index], cues, reading) {
        drafts.insert(whole, at: index)
        index += 1
      }
      if let report = report(beside: &drafts[index], cues, reading) {
        index += 1
        drafts.insert(report, at: index)
      } else {
        var others = joinedStages(of: drafts[index], cues, reading)
        if others.isEmpty,
          let other = stageBefore(drafts[index], cues, reading)
            ?? stageBehindDay(drafts[index], cues, reading)
        {
          others = [other]
        }
        drafts.insert(contentsOf: others, at: index + 1)
        index += others.count
      }
      index += 1
    }
  }

  /// "Dari 8.523 koperasi yang berbadan hukum, baru 3.308 yang berjalan": what a relative clause says of the whole of an amount, before its
  /// number.
  private func reportOfWhole(of draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> Draft? {
    guard draft.kind == .actual, let whole = draft.quantity.of, whole != draft.quantity.value,
      !draft.quantity.isListItem, !isPart(draft.quantity)
    else { return nil }
    let before = draft.quantity.range.lowerBound..<max(draft.quantity.range.lowerBound, draft.quantity.anchor)
    let told = cues.stages.first(in: draft.quantity.sentence) { cue in
      before.contains(cue.range.lowerBound) && cue.aspect == .state && cue.stage != .other && !cue.isNegated
        && !cue.isAside && !cue.isReady
        && (max(before.lowerBound, cue.range.lowerBound - 3)..<cue.range.lowerBound).contains {
          reading.has(labels.relatives, at: $0)
        }
    }
    guard let told, isReport(told, since: before.lowerBound, cues),
      let stage = stage(meant: told.stage, draft.quantity.wholeUnit ?? draft.quantity.unit),
      stage != draft.stage
    else { return nil }
    var report = draft
    (report.cue, report.stage) = (told, stage)
    (report.quantity.value, report.quantity.of, report.quantity.percent) = (whole, nil, nil)
    report.quantity.unit = draft.quantity.wholeUnit ?? draft.quantity.unit
    return report
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
    let behind = told(of: draft.quantity, before: promise, cues)
    let isBehind = behind.map { isReport($0, since: min(end, $0.range.lowerBound), cues) } ?? false
    guard let told = isBehind ? behind : reported(before: draft.quantity, behind, cues) else { return nil }
    let zone = draft.quantity.zone
    let later = cues.stages.first(in: sentence) { cue in
      cue.range.lowerBound >= promise.range.upperBound && zone.contains(cue.range.lowerBound)
    }
    draft.cue = later ?? told
    // "Dikerjakan prajurit dan ditarget berdiri Januari": the day stands with the promise.
    if draft.deadline == nil, let later {
      draft.deadline = DateChoice(reading: reading).deadline(of: draft.quantity, stage: later, among: cues)
    }
    draft.stage =
      later.flatMap { stage(meant: $0.stage, draft.quantity.unit) }
      ?? programme.goal(of: told.stage) ?? draft.stage
    return report(told, draft)
  }

  /// "Yang terbentuk dan berbadan hukum ada 164", "sudah bermusyawarah, punya pengurus, dan berbadan hukum": the same amount with each
  /// of the other stages that stand in a row with its own.
  private func joinedStages(of draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> [Draft] {
    guard draft.kind != .total, !draft.isExistence, let cue = draft.cue,
      cue.aspect == .state || isDoneInRow(cue, draft, cues) || isShared(cue, draft),
      cue.sentence == draft.quantity.sentence, !cue.isNegated, !cue.isAside, !cue.isReady
    else { return [] }
    var others: [Draft] = []
    for index in row(of: cue, draft, cues, reading) {
      let other = cues.stages.all[index]
      guard let meant = stage(meant: other.stage, draft.quantity.unit) else { continue }
      var second = draft
      (second.cue, second.stage) = (other, draft.kind == .target ? programme.goal(of: meant) ?? meant : meant)
      if second.stage == draft.stage || others.contains(where: { $0.stage == second.stage }) { continue }
      others.append(second)
    }
    return others
  }

  /// "Sudah berdiri 107 koperasi yang telah berbadan hukum": the earlier stage that is told as done right before an amount of which a relative
  /// clause, or what stands behind a comma, tells a later one.
  private func stageBefore(_ draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> Draft? {
    let quantity = draft.quantity
    guard draft.kind == .actual, let cue = draft.cue, quantity.value ?? 0 >= 2, quantity.of == nil,
      !quantity.isListItem, cue.sentence == quantity.sentence, cue.aspect == .state, cue.stage != .other,
      cue.range.lowerBound > quantity.range.upperBound, !cue.isNegated, !cue.isReady, !cue.isAside
    else { return nil }
    let start = quantity.range.lowerBound
    let told = cues.stages.last(in: quantity.sentence) { other in
      other.range.upperBound <= start && start - other.range.upperBound <= 2
        && quantity.zone.contains(other.range.lowerBound) && other.stage != .other
        && !other.isNegated && !other.isReady && !other.isAside
        && (other.aspect == .state || other.stage == .launched || isDoneInRow(other, draft, cues))
    }
    // "Meluncurkan 8.494 koperasi yang telah berbadan hukum" tells both, in whatever order.
    let isLaunch = told.map { $0.stage == .launched && $0.aspect == .event } ?? false
    guard let told, let stage = stage(meant: told.stage, quantity.unit),
      isLaunch || programme.isEarlier(stage, than: draft.stage ?? .empty), stage != draft.stage,
      !(told.range.upperBound..<start).contains(where: { reading.isMark($0, ",") })
    else { return nil }
    // "Sudah terbentuk 730 koperasi yang berbadan hukum" only tells of which kind.
    let gap = quantity.range.upperBound..<cue.range.lowerBound
    guard
      gap.contains(where: { reading.isMark($0, ",") }) || reading.has(labels.quantifiers, in: gap)
        || cues.modes.contains(
          in: cue.sentence, where: { $0.mode == .done && gap.contains($0.range.lowerBound) })
    else { return nil }
    let isDone = cues.modes.contains(in: quantity.sentence) {
      $0.mode == .done && $0.range.upperBound <= told.range.lowerBound
        && told.range.lowerBound - $0.range.upperBound <= 1
    }
    let isPromised = cues.modes.contains(in: quantity.sentence) {
      $0.mode == .target || $0.mode == .hypothesis
    }
    guard isDone || isLaunch, !isPromised else { return nil }
    var report = draft
    (report.cue, report.stage) = (told, stage)
    return report
  }

  /// "Ditargetkan punya gerai pada Maret 2026, sekaligus mulai beroperasi": the further stage that a joining word leads right behind the day of a
  /// promise, where no other day follows.
  private func stageBehindDay(_ draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> Draft? {
    let quantity = draft.quantity
    guard draft.kind == .target, let deadline = draft.deadline, quantity.hasAmount, !quantity.isListItem,
      reading.days[deadline].sentence == quantity.sentence,
      reading.days[deadline].range.upperBound >= quantity.range.upperBound
    else { return nil }
    let end = reading.days[deadline].range.upperBound
    let next = reading.isMark(end, ",") ? end + 1 : end
    guard reading.joins(next),
      let told = cues.stages.first(
        in: quantity.sentence,
        where: { cue in
          (next + 1...next + 4).contains(cue.range.lowerBound) && cue.stage != .other && !cue.isAside
            && !cue.isOccasion && !cue.isNegated && !cue.isReady
            && quantity.zone.contains(cue.range.lowerBound)
        }),
      let meant = stage(meant: told.stage, quantity.unit),
      !reading.days.contains(where: {
        $0.sentence == quantity.sentence && $0.range.lowerBound > told.range.lowerBound
      })
    else { return nil }
    var other = draft
    (other.cue, other.stage) = (told, programme.goal(of: meant) ?? meant)
    return other.stage == draft.stage ? nil : other
  }

  /// "Sudah bermusyawarah dan membentuk koperasi": whether an act is told of a result as done, by a word that leads it or the one before it.
  private func isDoneInRow(_ cue: Cue, _ draft: Draft, _ cues: CueTable) -> Bool {
    draft.kind == .actual && cue.aspect == .event
      && cues.modes.contains(in: cue.sentence) { mode in
        mode.mode == .done && mode.range.upperBound <= cue.range.lowerBound
          && cue.range.lowerBound - mode.range.upperBound <= 5
          && (draft.quantity.zone.contains(mode.range.lowerBound)
            || mode.range.upperBound == draft.quantity.anchor)
      }
  }

  /// "Musyawarah desa khusus dan pengesahan badan hukum sudah 100 persen": whether a share behind an act tells how far it is.
  private func isShared(_ cue: Cue, _ draft: Draft) -> Bool {
    draft.kind == .actual && cue.aspect == .event && draft.quantity.percent != nil
      && draft.quantity.value == nil
      && cue.range.upperBound <= draft.quantity.range.lowerBound
      && draft.quantity.zone.contains(cue.range.lowerBound)
  }

  /// The stage words in a row with one, on either side, without it: each next to the one before but for a joining word or comma and
  /// what leads it.
  private func row(of cue: Cue, _ draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> [Int] {
    let quantity = draft.quantity
    let own = cues.stages.indices(of: cue.sentence)
    guard own.count > 1, let place = own.first(where: { cues.stages.all[$0].range == cue.range }) else {
      return []
    }
    func isLinked(_ left: Int, _ right: Int, _ other: Int) -> Bool {
      let (first, second, told) = (cues.stages.all[left], cues.stages.all[right], cues.stages.all[other])
      // "Ditargetkan selesai dan siap beroperasi": of what is promised, ready is a promise too.
      // "…, disusul nomor induk berusaha": what has no stage of its own comes one after the other.
      let isBeside = told.stage != .other || reading.joins(first.range.upperBound)
      let isSaid = told.aspect == .state || isDoneInRow(told, draft, cues) || isShared(told, draft)
      return isSaid && !told.isNegated && !told.isAside
        && (!told.isReady || draft.kind == .target) && isBeside
        && joins(first.range.upperBound, second.range.lowerBound, quantity, cues, reading)
    }
    var found: [Int] = []
    var last = place
    while last > own.lowerBound, isLinked(last - 1, last, last - 1) {
      last -= 1
      found.append(last)
    }
    last = place
    while last + 1 < own.upperBound, isLinked(last, last + 1, last + 1) {
      last += 1
      found.append(last)
    }
    return found
  }

  /// Whether a joining word or a comma stands between two stage words, and at most three words of doing or having behind it that are
  /// said of the same amount.
  private func joins(
    _ start: Int, _ end: Int, _ quantity: Quantity, _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    guard start < end, reading.joins(start) || reading.isMark(start, ",") else { return false }
    let next = reading.isMark(start, ",") && reading.joins(start + 1) ? start + 2 : start + 1
    guard next <= end, end - next <= 3 else { return false }
    if next == end { return reading.joins(next - 1) }
    guard quantity.zone.contains(start), quantity.zone.contains(end) else { return false }
    return (next..<end).allSatisfy { token in
      reading.tokens[token].kind == .word && !reading.tokens[token].traits.contains(.capitalised)
        && !reading.has(labels.number, at: token) && !reading.has(labels.unit, at: token)
        && !reading.has(labels.quantifiers, at: token) && !reading.has(labels.relatives, at: token)
        && !reading.has(labels.prepositions, at: token)
    }
      && !cues.modes.contains(in: quantity.sentence) {
        $0.mode != .done && $0.mode != .total && (next..<end).contains($0.range.lowerBound)
      }
  }

  /// "78 koperasi sudah terbentuk dan memasuki tahap penerbitan akta": gives a result that awaits a stage the one before, which is reached
  /// and joined to it.
  func stepBack(_ draft: inout Draft, _ cues: CueTable, _ reading: FinalReading) {
    guard draft.kind == .actual, let pending = draft.cue, pending.aspect == .pending else { return }
    let quantity = draft.quantity
    let reached = cues.stages.last(in: quantity.sentence) { cue in
      cue.aspect == .state && !cue.isNegated && !cue.isAside && !cue.isReady
        && quantity.zone.contains(cue.range.lowerBound)
        && cue.range.upperBound < pending.range.lowerBound && reading.joins(cue.range.upperBound)
    }
    guard let reached, let stage = stage(meant: reached.stage, quantity.unit) else { return }
    (draft.cue, draft.stage) = (reached, stage)
  }

  /// What words between an amount and its promise say of it: a stage, or that sites are complete.
  private func told(of quantity: Quantity, before promise: Cue, _ cues: CueTable) -> Cue? {
    let (end, limit) = (quantity.range.upperBound, promise.range.lowerBound)
    // "87 gerai sudah selesai dibangun dan ditargetkan …": a stage word may begin with the unit.
    let told = cues.stages.last(in: quantity.sentence) { cue in
      cue.range.upperBound > end && cue.range.upperBound <= limit
    }
    if let told { return told }
    guard
      var done = cues.completions.last(
        in: quantity.sentence,
        where: { $0.range.lowerBound >= end && $0.range.upperBound <= limit && !$0.isNegated }),
      let stage = programme.completion(of: quantity.unit)
    else { return nil }
    (done.stage, done.aspect) = (stage, .state)
    return done
  }

  /// "Pembangunan sudah berjalan di 150 titik dan ditargetkan rampung Maret": what is told as done right before an amount of which only the
  /// promise is told behind it.
  private func reported(before quantity: Quantity, _ behind: Cue?, _ cues: CueTable) -> Cue? {
    let (low, start) = (quantity.zone.lowerBound, quantity.range.lowerBound)
    guard behind == nil,
      let told = cues.stages.last(
        in: quantity.sentence,
        where: {
          $0.range.upperBound <= start && start - $0.range.upperBound <= 2 && $0.range.lowerBound >= low
        }),
      isReport(told, since: low, cues)
    else { return nil }
    let isDone = cues.modes.contains(in: quantity.sentence) {
      $0.mode == .done && (low..<start).contains($0.range.lowerBound)
    }
    return isDone ? told : nil
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
