import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

extension StatementAssembler {
  /// One draft for each thing said: repetitions within the body go, and headline and lead yield to the body.
  func withoutRepetition(_ drafts: [Draft], _ reading: FinalReading) -> [Draft] {
    var kept: [Draft] = []
    kept.reserveCapacity(drafts.count)
    for index in drafts.indices {
      // Most pairs differ in their numbers.
      let (kind, value) = (drafts[index].kind, drafts[index].quantity.value)
      var known: Int?
      for other in kept.indices where kept[other].kind == kind && kept[other].quantity.value == value {
        guard isSame(kept[other], drafts[index], reading) else { continue }
        // Of several, the one of the same stage.
        if kept[other].stage == drafts[index].stage { known = other; break }
        known = known ?? other
      }
      if let known {
        merge(drafts[index], into: &kept[known], reading)
      } else {
        kept.append(drafts[index])
      }
    }
    mergeShares(&kept)
    giveDays(to: &kept, reading)
    joinBarePromises(in: &kept, reading)
    removeToldShares(from: &kept, reading)
    removeFractionsTold(from: &kept)
    removeHeadlineFigures(from: &kept, reading)
    giveSubjects(to: &kept)
    return withoutBackground(kept, reading)
  }

  /// "Pembangunannya ditargetkan rampung Maret": gives promises without an amount the unit that has their stage.
  private func giveSubjects(to kept: inout [Draft]) {
    for index in kept.indices
    where (kept[index].quantity.rule < 0 || kept[index].quantity.isGeneric)
      && kept[index].quantity.unit == programme.countedUnit
    {
      kept[index].quantity.unit = programme.subject(of: kept[index].stage)
    }
    // "Sudah ada di 28 kelurahan. Semuanya berbadan hukum": what has no noun of its own are those that may be at the stage.
    for index in kept.indices
    where kept[index].quantity.isBare && kept[index].quantity.unit?.isAnyVillage == true {
      let subject = programme.ownSubject(of: kept[index].stage)
      if subject == programme.countedUnit { kept[index].quantity.unit = subject }
    }
  }

  /// How many sentences behind an amount its day may be told.
  private static let dayReach = -1...2

  /// "Yang mesti dibentuk 1.013 koperasi. Juli 2025 menjadi batas pembentukannya": a promise without an amount and one of the same stage
  /// and place without a day are one.
  private func giveDays(to kept: inout [Draft], _ reading: FinalReading) {
    func isDay(_ draft: Draft) -> Bool {
      draft.kind == .target && draft.deadline != nil && draft.quantity.value == nil
        && draft.quantity.percent == nil
    }
    /// "80.000 gerai harus dibangun. Seluruh gerai selesai paling lambat April": all of the things that the promise counts.
    func isOfSame(_ due: Draft, _ promise: Draft) -> Bool {
      !due.quantity.all || due.quantity.isBare
        || (due.quantity.unit == promise.quantity.unit && promise.quantity.value != nil
          && promise.quantity.anchor >= reading.bodyStart
          && (0...1).contains(due.quantity.sentence - promise.quantity.sentence))
    }
    guard kept.contains(where: isDay) else { return }
    var index = 0
    while index < kept.count {
      let due = kept[index]
      let same =
        isDay(due)
        ? kept.indices.filter {
          kept[$0].kind == .target && kept[$0].stage == due.stage && kept[$0].region == due.region
            && !kept[$0].quantity.isOfWhole
        } : []
      let told = same.filter {
        kept[$0].deadline == nil && mayDate(due, kept[$0]) && isOfSame(due, kept[$0])
          && Self.dayReach.contains(due.quantity.sentence - kept[$0].quantity.sentence)
      }
      // Others without a day, farther off, say nothing against it.
      let dated = same.filter { kept[$0].deadline != nil }
      // "Koperasi harus dibentuk di 264 desa dan 20 kelurahan": amounts of one sentence are one promise.
      guard let first = told.first, dated.count == 1,
        told.allSatisfy({ kept[$0].quantity.sentence == kept[first].quantity.sentence }),
        // "Total 119 titik harus berdiri. Semuanya ditargetkan rampung sebelum 31 Januari"
        !due.quantity.all || (0...2).contains(due.quantity.sentence - kept[first].quantity.sentence)
      else {
        index += 1
        continue
      }
      for promise in told {
        kept[promise].deadline = due.deadline
        kept[promise].isOnDay = due.isOnDay
      }
      kept.remove(at: index)
    }
  }

  /// "Targetnya 482 koperasi rampung akhir Juni. Akhir bulan ini semua urusan notaris selesai": a promise without an amount is the one with an
  /// amount, where stage, place and day are the same; it takes the amount where only the headline tells that.
  private func joinBarePromises(in kept: inout [Draft], _ reading: FinalReading) {
    func isBare(_ draft: Draft) -> Bool {
      draft.kind == .target && draft.deadline != nil && draft.quantity.value == nil
        && draft.quantity.percent == nil && !draft.quantity.isDistributed
    }
    guard kept.contains(where: isBare) else { return }
    var index = 0
    while index < kept.count {
      let bare = kept[index]
      let told =
        !isBare(bare)
        ? nil
        : kept.lastIndex {
          $0.kind == .target && (bare.quantity.all ? $0.quantity.value != nil : $0.quantity.hasAmount)
            && $0.stage == bare.stage && $0.region == bare.region
            && latest($0, reading) == latest(bare, reading)
        }
      guard let told else {
        index += 1
        continue
      }
      if kept[told].quantity.anchor < reading.bodyStart {
        kept[index].quantity.takeAmount(of: kept[told].quantity)
        kept[index].quantity.all = kept[index].quantity.all || bare.quantity.all
        kept.remove(at: told)
      } else {
        kept.remove(at: index)
      }
    }
  }

  /// Takes out words for a share, of which the text then gives the number.
  private func removeFractionsTold(from kept: inout [Draft]) {
    guard kept.contains(where: { $0.quantity.isShare && $0.kind == .actual }) else { return }
    let told = kept
    kept.removeAll { share in share.quantity.isShare && share.kind == .actual && isToldInFull(share, told) }
  }

  /// The headline's figures that the body tells too, whatever it says of them, are the body's.
  private func removeHeadlineFigures(from kept: inout [Draft], _ reading: FinalReading) {
    let start = reading.bodyStart
    guard kept.contains(where: { reading.isInHeading($0.quantity.anchor) }) else { return }
    let told = kept
    kept.removeAll { draft in
      let anchor = draft.quantity.anchor
      guard reading.isInHeading(anchor), let value = draft.quantity.value else { return false }
      // "Muskel di 44 Kelurahan Selesai": of which the body only tells another stage, or what it is the whole of.
      let isClear = isClear(draft)
      if told.contains(where: { isRounded(value, of: $0, draft, reading) }) { return true }
      return told.indices.contains {
        (anchor < start ? told[$0].quantity.anchor >= start : !reading.isInHeading(told[$0].quantity.anchor))
          && (told[$0].quantity.value == value
            ? !isClear || told[$0].kind != draft.kind || told[$0].stage == draft.stage
            : told[$0].quantity.of == value && !isClear)
      }
    }
  }

  /// "83 Ribu Berbadan Hukum": whether a headline's figure in full thousands is one of the body's, rounded.
  private func isRounded(_ value: Double, of told: Draft, _ draft: Draft, _ reading: FinalReading) -> Bool {
    guard value >= 10_000, value.truncatingRemainder(dividingBy: 1000) == 0, told.kind == draft.kind,
      !reading.isInHeading(told.quantity.anchor), let exact = told.quantity.value, exact != value
    else { return false }
    return abs(exact - value) < 1000
  }

  /// Whether an amount's own words report a stage as reached, or promise it for a day, of a number that is not small.
  private func isClear(_ draft: Draft) -> Bool {
    (draft.kind == .actual || (draft.kind == .target && draft.deadline != nil))
      && draft.stageScore >= weights.stageSameZone && draft.cue?.aspect == .state
      && draft.quantity.value ?? 0 >= 10
  }

  /// "337 Koperasi Terbentuk di Sukabumi": whether nothing but words stands between a clear amount and its stage word, behind it or
  /// with a word of modality.
  private func isPlainlyTold(_ draft: Draft, _ reading: FinalReading) -> Bool {
    guard isClear(draft), draft.quantity.of == nil, let cue = draft.cue, !cue.isReady,
      cue.isPredicate || cue.stage != .other, cue.sentence == draft.quantity.sentence
    else { return false }
    let (amount, isBehind) = (draft.quantity.range, cue.range.lowerBound >= draft.quantity.range.upperBound)
    let low = isBehind ? amount.upperBound : cue.range.upperBound
    let gap = low..<max(low, isBehind ? cue.range.lowerBound : amount.lowerBound)
    return (isBehind || cue.isPredicate || !gap.isEmpty)
      && gap.allSatisfy { reading.tokens[$0].kind != .punctuation && !reading.has(labels.number, at: $0) }
  }

  /// The drafts without figures that serve as target, result or denominator and are told again as background, and without
  /// words for all beside their number.
  private func withoutBackground(_ kept: [Draft], _ reading: FinalReading) -> [Draft] {
    func isKept(_ index: Int) -> Bool {
      guard kept[index].kind == .total else { return !isAllOfKnown(index, kept, reading) }
      guard let value = kept[index].quantity.value else { return false }
      return !kept.indices.contains {
        kept[$0].kind != .total && !kept[$0].isResolved
          && (kept[$0].quantity.value == value || kept[$0].quantity.of == value)
      }
    }
    guard !kept.indices.allSatisfy(isKept) else { return kept }
    return kept.indices.filter(isKept).map { kept[$0] }
  }

  /// "Separuh lebih gerai sudah berdiri", of which the text then gives the number.
  private func isToldInFull(_ share: Draft, _ kept: [Draft]) -> Bool {
    kept.contains { other in
      other.kind == .actual && other.quantity.value != nil && other.region == share.region
        && (other.stage == share.stage || other.quantity.sentence - share.quantity.sentence <= 2)
        && other.quantity.anchor > share.quantity.anchor
    }
  }

  /// A share alone, in headline or body, where an amount of the same stage and place bears the same share.
  private func removeToldShares(from kept: inout [Draft], _ reading: FinalReading) {
    func isShare(_ draft: Draft) -> Bool { draft.quantity.value == nil && draft.quantity.percent != nil }
    guard kept.contains(where: isShare) else { return }
    let told = kept.filter { $0.quantity.value != nil && $0.quantity.share != nil }
    let promised = kept.filter { $0.quantity.value != nil && $0.kind == .target }
    kept.removeAll { share in
      guard isShare(share), let percent = share.quantity.percent else { return false }
      // "Sepuluh dari 12 gedung ditarget rampung 100 persen": how wholly, of the number promised there.
      if share.kind == .target, percent == 100,
        promised.contains(where: {
          $0.quantity.sentence == share.quantity.sentence && $0.stage == share.stage
            && $0.region == share.region
            && latest($0, reading) == latest(share, reading)
        })
      {
        return true
      }
      let isHeadline = share.quantity.anchor < reading.bodyStart
      return told.contains { other in
        other.kind == share.kind && other.region == share.region
          && (other.stage == share.stage || isHeadline)
          && abs((other.quantity.share ?? 0) - percent)
            < (isHeadline || other.quantity.percent == nil ? 1 : 0.001)
      }
    }
  }

  /// "86 desa … semuanya sudah rampung 100 persen": the share of a number told beside it is that number's.
  private func mergeShares(_ kept: inout [Draft]) {
    for index in kept.indices.reversed() {
      guard kept[index].kind == .actual, kept[index].quantity.value == nil,
        kept[index].quantity.percent == 100
      else { continue }
      let share = kept[index]
      let told = kept.firstIndex { other in
        other.kind == .actual && other.stage == share.stage && other.region == share.region
          && other.quantity.value != nil && abs(other.quantity.sentence - share.quantity.sentence) <= 1
          && (other.quantity.percent ?? 100) == 100
          && (other.quantity.of == nil || other.quantity.of == other.quantity.value)
      }
      let all = kept.indices.first { other in
        other != index && kept[other].kind == .actual && kept[other].quantity.all
          && kept[other].stage == share.stage && kept[other].region == share.region
          && abs(kept[other].quantity.sentence - share.quantity.sentence) <= 3
          && (kept[other].quantity.percent ?? 100) == 100
      }
      guard let told = told ?? all else { continue }
      kept[told].quantity.percent = 100
      kept.remove(at: index)
    }
  }

  /// "Seluruh desa sudah punya koperasi. Jumlahnya 302", "menargetkan 39 desa seluruhnya mempunyai koperasi": all, where the
  /// number stands beside it, is the same thing said.
  private func isAllOfKnown(_ index: Int, _ drafts: [Draft], _ reading: FinalReading) -> Bool {
    guard drafts[index].quantity.all, drafts[index].quantity.value == nil, drafts[index].kind != .total
    else { return false }
    // A headline's word for all is that of any number that the body tells.
    let isHeadline = reading.isInHeading(drafts[index].quantity.anchor)
    let pointsBack = reading.pointsBack(drafts[index].quantity.range.upperBound)
    let reach = isHeadline ? Int.max : pointsBack ? 8 : drafts[index].kind == .actual ? 2 : 1
    return drafts.indices.contains { other in
      drafts[other].kind == drafts[index].kind && drafts[other].stage == drafts[index].stage
        && drafts[other].region == drafts[index].region && drafts[other].quantity.value != nil
        && drafts[other].partOf == nil && (drafts[other].quantity.percent ?? 100) >= 100
        && (drafts[other].quantity.unit == .site) == (drafts[index].quantity.unit == .site)
        && abs(drafts[other].quantity.sentence - drafts[index].quantity.sentence) <= reach
        && (drafts[index].deadline == nil || latest(drafts[index], reading) == latest(drafts[other], reading))
    }
  }

  /// Whether two drafts of one kind and number say the same thing.
  private func isSame(_ left: Draft, _ right: Draft, _ reading: FinalReading) -> Bool {
    let isLeftHeading = reading.isInHeading(left.quantity.anchor)
    let inHeadline = isLeftHeading || reading.isInHeading(right.quantity.anchor)
    guard left.region == right.region || inHeadline else { return false }
    // Columns of a table count different things.
    if left.quantity.sentence == right.quantity.sentence, left.quantity.heading != right.quantity.heading {
      return false
    }
    let value = left.quantity.value
    if left.stage != right.stage, inHeadline,
      isPlainlyTold(isLeftHeading ? left : right, reading)
    {
      return false
    }
    if left.stage != right.stage, !inHeadline {
      guard value != nil else { return false }
      // A number said again with no stage of its own is the same thing.
      let isVague =
        min(left.stageScore, right.stageScore) < 0.5 && !left.isResolved && !right.isResolved
      let isRetold =
        left.kind == .actual && (isWeaker(right, than: left) || isWeaker(left, than: right))
      guard isVague || isRetold else { return false }
    }
    if value != nil {
      return left.kind != .target || left.deadline == nil || right.deadline == nil
        || latest(left, reading) == latest(right, reading)
    }
    if let percent = left.quantity.percent, let other = right.quantity.percent { return percent == other }
    guard left.quantity.percent == nil, right.quantity.percent == nil else { return false }
    if left.kind == .target {
      guard left.quantity.all == right.quantity.all else { return false }
      // "Padang Ingin Semua Koperasi Berbadan Hukum": the body tells the headline's day.
      let heading = isLeftHeading ? left : inHeadline ? right : nil
      return latest(left, reading) == latest(right, reading)
        || (left.quantity.all && left.stage == right.stage && heading.map { $0.deadline == nil } == true)
    }
    return left.quantity.all && right.quantity.all
  }

  /// "Sebanyak 138 gampong berbadan hukum … Ke-138 gampong memiliki koperasi": a number that is not small said again, where only its
  /// being there, or a word elsewhere, tells the stage.
  private func isWeaker(_ draft: Draft, than other: Draft) -> Bool {
    guard draft.quantity.value ?? 0 >= 20, !draft.isResolved, !other.isResolved,
      other.stageScore >= weights.stageSameZone, !other.isExistence
    else { return false }
    return draft.isExistence || draft.cue?.sentence != draft.quantity.sentence
  }

  /// The last day on which what a draft promises is due.
  func latest(_ draft: Draft, _ reading: FinalReading) -> CalendarDate? {
    draft.deadline.flatMap { reading.days[$0].bounds(onDay: draft.isOnDay, onEve: draft.isOnEve).latest }
  }

  /// The body's draft with what only the other one tells.
  private func merge(_ second: Draft, into first: inout Draft, _ reading: FinalReading) {
    var other = second
    let isWeaker = first.kind == .target && first.deadline == nil && second.deadline != nil
    if reading.isInHeading(first.quantity.anchor) || first.stageScore < 0.5 || isWeaker
      || self.isWeaker(first, than: second)
    {
      swap(&first, &other)
    }
    first.quantity.percent = first.quantity.percent ?? other.quantity.percent
    first.quantity.of = first.quantity.of ?? other.quantity.of
    first.asOf = first.asOf ?? other.asOf
    first.deadline = first.deadline ?? other.deadline
  }
}
