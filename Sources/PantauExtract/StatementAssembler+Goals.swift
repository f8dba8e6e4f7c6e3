import PantauRecords
import PantauRules
import PantauText

/// Promises of all that was told just before.
extension StatementAssembler {
  /// "14 gudang mulai dikerjakan. Semuanya dijadwalkan rampung Desember", "tenggat itu ditujukan kepada 59 desa dan 16 kelurahan. Semuanya wajib …":
  /// gives a promise of all with a day the number, or the two side by side, that its sentence or the one before tells.
  ///
  /// One that these words promise without a day, or without a stage of their own, is this one.
  func resolveGoals(_ drafts: inout [Draft], _ quantities: [Quantity], _ reading: FinalReading) {
    var index = 0
    while index < drafts.count {
      defer { index += 1 }
      guard isGoalOfAll(drafts[index]) else { continue }
      let whole = drafts[index]
      let told = amounts(toldBefore: whole.quantity, quantities, reading)
      guard let first = told.first,
        told.allSatisfy({
          $0.unit == nil || $0.isGeneric || ($0.unit == .site) == (whole.quantity.unit == .site)
        })
      else { continue }
      let before = drafts[..<index].suffix(Self.reachOfRests).lastIndex {
        $0.quantity.range == first.range && $0.kind == .target
      }
      // "150 gerai selesai akhir Mei, dan semuanya sebelum 17 Agustus"
      if let before, drafts[before].deadline != nil { continue }
      drafts.remove(at: index)
      for amount in told.reversed() {
        var draft = whole
        (draft.quantity.value, draft.isResolved) = (amount.value, true)
        draft.quantity.unit = (amount.isGeneric ? nil : amount.unit) ?? whole.quantity.unit
        drafts.insert(draft, at: index)
      }
      index += told.count - 1
      if let before, told.count == 1,
        drafts[before].stageScore < weights.stageSameZone || drafts[before].stage == whole.stage
      {
        drafts[index].isResolved = false
        drafts.remove(at: before)
        index -= 1
      }
    }
  }

  /// Weight from which on a word of intention promises, and does not only hasten.
  private static let promising = 0.95

  /// "Terus mendorong percepatan pembentukan di seluruh desa": whether all without a day is only hastened, no word stronger than that promising
  /// it.
  func isOnlyHastened(_ draft: Draft, _ cues: CueTable) -> Bool {
    let quantity = draft.quantity
    guard draft.kind == .target, draft.deadline == nil, quantity.role == nil else { return false }
    let isAllOfThem = quantity.all && quantity.value == nil && quantity.percent == nil
    // Works that go on are no goal.
    guard isAllOfThem || draft.stage.map({ programme.isUnderWay($0) }) == true else { return false }
    let promises = cues.modes.indices(of: quantity.sentence).lazy.map { cues.modes.all[$0] }
      .filter { $0.mode == .target && $0.weight > 0 }
    return !promises.isEmpty && promises.allSatisfy { $0.weight < Self.promising }
  }

  /// "Pembentukan ditargetkan rampung 30 Juni dan akan diluncurkan 12 Juli": whether a joining word behind a day leads an act, so that it is said
  /// of what the one before is said of.
  func followsAnother(_ act: Cue, _ reading: FinalReading) -> Bool {
    let start = act.range.lowerBound
    let low = max(reading.sentences[act.sentence].lowerBound, start - 3)
    guard let join = (low..<start).last(where: { reading.joins($0) }) else { return false }
    return reading.days.contains {
      $0.sentence == act.sentence && $0.hasDayOrMonth && !$0.hasWeekday && $0.range.upperBound <= join
        && join - $0.range.upperBound <= 2
    }
  }

  /// Whether a draft promises all of what was told before, for a day.
  private func isGoalOfAll(_ draft: Draft) -> Bool {
    let quantity = draft.quantity
    return draft.kind == .target && draft.deadline != nil && quantity.all && quantity.isBare
      && quantity.value == nil && quantity.percent == nil && quantity.sentence > 0 && !quantity.isRest
      && !quantity.isArea && !quantity.isDistributed && !quantity.isListItem
  }

  /// The only plain number, or the two side by side, of what an amount's sentence tells before it; else of the one before, in its paragraph.
  private func amounts(
    toldBefore quantity: Quantity, _ all: [Quantity], _ reading: FinalReading
  ) -> [Quantity] {
    // Amounts stand in the order of the text.
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].anchor < quantity.anchor { low = middle + 1 } else { high = middle }
    }
    let near = all[max(0, low - 3)..<low]
    guard let last = near.last, last.sentence >= quantity.sentence - 1,
      reading.paragraphOfSentence[last.sentence] == reading.paragraphOfSentence[quantity.sentence],
      last.anchor >= reading.bodyStart
    else { return [] }
    let told = near.filter { $0.sentence == last.sentence }
    let isPlain = told.allSatisfy {
      $0.value ?? 0 > 1 && $0.percent == nil && $0.of == nil && !$0.isListItem
    }
    let isOne = told.count == 1 || (told.count == 2 && isPair(told[0], told[1], reading))
    return isPlain && isOne ? told : []
  }

  /// "Semua kelurahan dipersiapkan punya koperasi. Pembentukannya rampung sebelum Juli": whether the day of a promise without an amount may be
  /// that of one with a number, or of one for all right before it.
  func mayDate(_ due: Draft, _ promise: Draft) -> Bool {
    promise.quantity.value != nil
      || (promise.quantity.all && !due.quantity.all
        && due.quantity.sentence - promise.quantity.sentence == 1)
  }
}
