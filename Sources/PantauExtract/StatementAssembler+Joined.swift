import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Amounts that belong together: joined side by side, or a word for all and the number that it stands for.
extension StatementAssembler {
  /// "Sudah berdiri di 60 desa dan 10 kelurahan, dan ke-70 koperasi itu berbadan hukum": of two amounts that only a joining
  /// word parts the second says what the first one does.
  func joined(
    _ draft: Draft?, at index: Int, _ all: [Quantity], _ drafts: [Draft], _ reading: FinalReading
  ) -> Draft? {
    guard index > 0, let last = drafts.indices.last, drafts[last].kind != .total,
      drafts[last].quantity.range == all[index - 1].range, isPair(all[index - 1], all[index], reading),
      drafts[last].stageScore >= weights.stageSameZone || drafts[last].cue == nil
    else { return draft }
    if let draft,
      (draft.kind == drafts[last].kind && draft.stage == drafts[last].stage) || isSaidOf(draft, all)
    {
      return draft
    }
    var second = draft ?? Draft(quantity: all[index])
    let first = drafts[last]
    (second.kind, second.cue, second.stage, second.stageScore) =
      (first.kind, first.cue, first.stage, first.stageScore)
    (second.deadline, second.asOf, second.partOf) = (first.deadline, first.asOf, first.partOf)
    second.region = all[index].region ?? first.region
    return second
  }

  /// "97 unit dan 41 unit lainnya sedang dikerjakan": whether a predicate behind an amount says something of it.
  private func isSaidOf(_ draft: Draft, _ all: [Quantity]) -> Bool {
    guard let cue = draft.cue, cue.isPredicate, draft.kind != .total else { return false }
    let end = draft.quantity.range.upperBound
    guard cue.range.lowerBound >= end, draft.quantity.zone.contains(cue.range.lowerBound) else {
      return false
    }
    return !all.indices.contains { (end..<cue.range.lowerBound).contains(all[$0].anchor) }
  }

  /// Whether two plain numbers of unlike things, or of things of one kind, stand side by side.
  func isPair(_ left: Quantity, _ right: Quantity, _ reading: FinalReading) -> Bool {
    guard left.sentence == right.sentence, right.range.lowerBound - left.range.upperBound == 1,
      reading.joins(left.range.upperBound)
    else { return false }
    return isPlain(left, orReported: true) && isPlain(right)
  }

  /// "142 gerai yang sudah jadi itu semuanya beroperasi": a word for all behind a number in its clause only says the number
  /// again; what is said of it is said of the number.
  func removeEchoes(from quantities: inout [Quantity], _ reading: FinalReading) {
    var kept = 0
    for index in quantities.indices {
      if kept > 0, isEcho(quantities[index], of: quantities[kept - 1], reading) {
        quantities[kept - 1].all = true
        let zone = quantities[kept - 1].zone
        quantities[kept - 1].zone =
          zone.lowerBound..<max(zone.upperBound, quantities[index].zone.upperBound)
        continue
      }
      if kept < index { quantities[kept] = quantities[index] }
      kept += 1
    }
    if kept < quantities.count { quantities.removeLast(quantities.count - kept) }
  }

  private func isEcho(_ quantity: Quantity, of last: Quantity, _ reading: FinalReading) -> Bool {
    guard quantity.all, quantity.isBare, quantity.value == nil, !quantity.isRest, !quantity.isArea,
      last.sentence == quantity.sentence, last.value != nil, last.percent == nil,
      !last.isListItem, last.unit != nil, quantity.range.lowerBound - last.range.upperBound <= 12
    else { return false }
    let end = last.range.upperBound
    return isOneClause(end..<max(end, quantity.range.lowerBound), reading)
  }

  /// Whether no mark or joining word parts what stands between two amounts, but for the commas about an aside: "Ke-34 gerai itu, kata
  /// Mario, harusnya rampung semua".
  private func isOneClause(_ gap: Range<Int>, _ reading: FinalReading) -> Bool {
    let marks = gap.filter { reading.tokens[$0].kind == .punctuation }
    let isAside =
      marks.count == 2 && marks.allSatisfy { reading.isMark($0, ",") } && marks[1] - marks[0] <= 4
    // "Koperasi Desa Merah Putih atau KDMP bisa beroperasi seluruhnya": another name of the same.
    let parts = gap.contains {
      reading.has(labels.joiners, at: $0) && reading.match(labels.programme, at: $0 + 1) == nil
    }
    return (marks.isEmpty || isAside) && !parts
  }

  /// "Diharapkan mencapai 40.000 hingga 50.000 unit": the ends of a range say one thing, that of the end of which more is said, and at least the
  /// lower one is meant.
  func joinRanges(in drafts: inout [Draft], _ all: [Quantity], _ reading: FinalReading) {
    for index in all.indices.dropLast() where labels.constants[all[index].rule].isRangeLow {
      let (low, high) = (all[index], all[index + 1])
      let ends = [low, high].map { end in drafts.firstIndex { $0.quantity.range == end.range } }
      let told = ends.compactMap { $0.map { drafts[$0] } }.filter { $0.kind != .total }
      guard high.sentence == low.sentence, let base = told.max(by: { $0.stageScore < $1.stageScore }) else {
        continue
      }
      let isSpan = labels.constants[low.rule].isSpan
      let joined = (isSpan ? [atLeast(low, upTo: high)] : [low, high]).map { end in
        var draft = base
        draft.quantity = end
        draft.quantity.unit = base.quantity.unit ?? high.unit
        if low.role == .target { draft.kind = .target }
        return draft
      }
      drafts.removeAll { $0.quantity.range == low.range || $0.quantity.range == high.range }
      drafts.append(contentsOf: joined)
      drafts.sort { $0.quantity.anchor < $1.quantity.anchor }
    }
  }

  /// The lower end of a range as what is meant at least, counted in the thousands of the upper one: "20 sampai 30 ribu bangunan".
  private func atLeast(_ low: Quantity, upTo high: Quantity) -> Quantity {
    var least = low
    if let (value, end) = low.value.flatMap({ value in high.value.map { (value, $0 / 1000) } }), value < end,
      end < 1000, end == end.rounded()
    {
      least.value = value * 1000
    }
    least.bound = low.bound ?? .min
    return least
  }

  /// Whether an amount is a number with its unit, and nothing more; `orReported` allows what its rule makes a result.
  private func isPlain(_ quantity: Quantity, orReported: Bool = false) -> Bool {
    guard quantity.value != nil, quantity.unit != nil, quantity.of == nil, quantity.percent == nil else {
      return false
    }
    return !quantity.isBare && !quantity.isListItem
      && (quantity.role == nil || (orReported && quantity.role == .actual))
  }

  /// Gives a word for all the number of its region that was told before it: "Banyuwangi memiliki 217 desa dan kelurahan. Semuanya
  /// sudah punya koperasi".
  ///
  /// The number is told in the two sentences before or in its own, as background or of an earlier stage, and is the
  /// greatest that the article has for the region.
  func resolve(_ drafts: inout [Draft], _ reading: FinalReading) {
    resolvePairs(&drafts, reading)
    for index in drafts.indices where isBareWhole(drafts[index]) {
      let region = drafts[index].region
      let told = drafts[..<index].lastIndex { other in
        other.quantity.value ?? 0 > 1 && other.region == region && !other.quantity.isListItem
          && drafts[index].quantity.sentence - other.quantity.sentence <= 2
          && isWhole(other, before: drafts[index])
      }
      guard let told, let value = drafts[told].quantity.value else { continue }
      let isGreatest = drafts.indices.allSatisfy { other in
        drafts[other].region != region
          || max(drafts[other].quantity.value ?? 0, drafts[other].quantity.of ?? 0) <= value
      }
      if isGreatest {
        drafts[index].quantity.value = value
        drafts[index].isResolved = true
      }
    }
  }

  /// "Bali memiliki 636 desa dan 80 kelurahan, dan seluruhnya telah membentuk koperasi": a word for all behind two amounts of background
  /// side by side is said of each.
  private func resolvePairs(_ drafts: inout [Draft], _ reading: FinalReading) {
    var index = 0
    while index < drafts.count {
      let pair =
        isBareWhole(drafts[index]) && drafts[index].quantity.isBare
        ? pair(before: index, drafts, reading) : []
      guard pair.count == 2 else {
        index += 1
        continue
      }
      let all = drafts.remove(at: index)
      for total in pair {
        var draft = all
        draft.quantity.value = drafts[total].quantity.value
        draft.quantity.unit = drafts[total].quantity.unit
        draft.isResolved = true
        drafts.insert(draft, at: index)
        index += 1
      }
    }
  }

  /// Two amounts of background that only a joining word parts, told last in the sentence of a word for all or the one before it.
  private func pair(before index: Int, _ drafts: [Draft], _ reading: FinalReading) -> [Int] {
    guard index >= 2 else { return [] }
    let (left, right) = (drafts[index - 2], drafts[index - 1])
    guard left.kind == .total, right.kind == .total, left.region == right.region,
      left.region == drafts[index].region, left.quantity.sentence == right.quantity.sentence,
      drafts[index].quantity.sentence - right.quantity.sentence <= 1,
      isPair(left.quantity, right.quantity, reading)
    else { return [] }
    return [index - 2, index - 1]
  }

  private func isBareWhole(_ draft: Draft) -> Bool {
    draft.quantity.all && draft.quantity.value == nil && draft.quantity.percent == nil
      && draft.quantity.of == nil && !draft.quantity.isRest && !draft.quantity.isArea
      && !draft.quantity.isDistributed && draft.kind != .total
  }

  /// Whether a number may be what a word for all behind it stands for: background, or what an earlier stage has reached in full.
  private func isWhole(_ draft: Draft, before whole: Draft) -> Bool {
    if draft.quantity.isListItem || (draft.quantity.unit == .site) != (whole.quantity.unit == .site) {
      return false
    }
    if draft.kind == .total { return true }
    guard draft.quantity.of == nil || draft.quantity.of == draft.quantity.value, draft.kind == .actual,
      let stage = draft.stage, let later = whole.stage
    else { return false }
    return programme.isEarlier(stage, than: later)
  }
}
