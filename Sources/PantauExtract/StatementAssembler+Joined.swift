import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Amounts that belong together: joined side by side, or a word for all and the number that it stands for.
extension StatementAssembler {
  /// "Sudah berdiri di 60 desa dan 10 kelurahan, dan ke-70 koperasi itu berbadan hukum": of two amounts that only a joining
  /// word parts the second says what the first one does.
  func joined(
    _ draft: Draft?, at index: Int, _ all: [Quantity], _ drafts: [Draft], _ reading: Reading
  ) -> Draft? {
    guard index > 0, let first = drafts.last, first.quantity.range == all[index - 1].range,
      isPair(all[index - 1], all[index], reading), first.kind != .total,
      first.stageScore >= weights.stageSameZone || first.cue == nil
    else { return draft }
    if let draft, (draft.kind == first.kind && draft.stage == first.stage) || isSaidOf(draft, all, reading) {
      return draft
    }
    var second = draft ?? Draft(quantity: all[index])
    (second.kind, second.cue, second.stage, second.stageScore) =
      (first.kind, first.cue, first.stage, first.stageScore)
    (second.deadline, second.asOf, second.partOf) = (first.deadline, first.asOf, first.partOf)
    second.region = all[index].region ?? first.region
    return second
  }

  /// "97 unit dan 41 unit lainnya sedang dikerjakan": whether a predicate behind an amount says something of it.
  private func isSaidOf(_ draft: Draft, _ all: [Quantity], _ reading: Reading) -> Bool {
    guard let cue = draft.cue, cue.isPredicate, draft.kind != .total else { return false }
    let end = draft.quantity.range.upperBound
    guard cue.range.lowerBound >= end, draft.quantity.zone.contains(cue.range.lowerBound) else {
      return false
    }
    return !all.contains { (end..<cue.range.lowerBound).contains($0.anchor) }
  }

  /// Whether two plain numbers of unlike things, or of things of one kind, stand side by side.
  private func isPair(_ left: Quantity, _ right: Quantity, _ reading: Reading) -> Bool {
    guard left.sentence == right.sentence, right.range.lowerBound - left.range.upperBound == 1,
      reading.match(labels.joiners, at: left.range.upperBound) != nil
    else { return false }
    return isPlain(left) && isPlain(right)
  }

  /// "142 gerai yang sudah jadi itu semuanya beroperasi": a word for all behind a number in its clause only says the number
  /// again; what is said of it is said of the number.
  func withoutEchoes(_ quantities: [Quantity], _ reading: Reading) -> [Quantity] {
    var kept: [Quantity] = []
    for quantity in quantities {
      guard let last = kept.last, quantity.all, quantity.isBare, quantity.value == nil, !quantity.isRest,
        !quantity.isArea, last.sentence == quantity.sentence, last.value != nil, last.percent == nil,
        !last.isListItem, last.unit != nil,
        quantity.range.lowerBound - last.range.upperBound <= 12,
        isOneClause(last.range.upperBound..<max(last.range.upperBound, quantity.range.lowerBound), reading)
      else {
        kept.append(quantity)
        continue
      }
      kept[kept.count - 1].all = true
      kept[kept.count - 1].zone = last.zone.lowerBound..<max(last.zone.upperBound, quantity.zone.upperBound)
    }
    return kept
  }

  /// Whether no mark or joining word parts what stands between two amounts, but for the commas about an aside: "Ke-34 gerai itu, kata
  /// Mario, harusnya rampung semua".
  private func isOneClause(_ gap: Range<Int>, _ reading: Reading) -> Bool {
    let marks = gap.filter { reading.tokens[$0].kind == .punctuation }
    let isAside =
      marks.count == 2 && marks.allSatisfy { reading.isMark($0, ",") } && marks[1] - marks[0] <= 4
    return (marks.isEmpty || isAside) && !gap.contains { reading.match(labels.joiners, at: $0) != nil }
  }

  /// "Diharapkan mencapai 40.000 hingga 50.000 unit": the ends of a range say one thing, that of the end of which more is said.
  func rangesJoined(_ drafts: [Draft], _ all: [Quantity], _ reading: Reading) -> [Draft] {
    var drafts = drafts
    for (index, low) in all.enumerated().dropLast() where isLowEnd(low, reading) {
      let high = all[index + 1]
      let ends = [low, high].map { end in drafts.firstIndex { $0.quantity.range == end.range } }
      let told = ends.compactMap { $0.map { drafts[$0] } }.filter { $0.kind != .total }
      guard high.sentence == low.sentence, let base = told.max(by: { $0.stageScore < $1.stageScore }) else {
        continue
      }
      let joined = [low, high].map { end in
        var draft = base
        draft.quantity = end
        draft.quantity.unit = base.quantity.unit ?? high.unit
        return draft
      }
      drafts.removeAll { $0.quantity.range == low.range || $0.quantity.range == high.range }
      drafts.append(contentsOf: joined)
      drafts.sort { $0.quantity.anchor < $1.quantity.anchor }
    }
    return drafts
  }

  private func isLowEnd(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.text.rules.rules[quantity.rule].name == "quantity/range-low"
  }

  /// Whether an amount is a number with its unit, and nothing more.
  private func isPlain(_ quantity: Quantity) -> Bool {
    guard quantity.value != nil, quantity.unit != nil, quantity.of == nil, quantity.percent == nil else {
      return false
    }
    return !quantity.isBare && !quantity.isListItem && quantity.role == nil
  }

  /// Gives a word for all the number of its region that was told before it: "Banyuwangi memiliki 217 desa dan kelurahan. Semuanya
  /// sudah punya koperasi".
  ///
  /// The number is told in the two sentences before or in its own, as background or of an earlier stage, and is the
  /// greatest that the article has for the region.
  func resolved(_ drafts: [Draft], _ programme: Programme) -> [Draft] {
    var drafts = drafts
    for index in drafts.indices where isBareWhole(drafts[index]) {
      let whole = drafts[index]
      let told = drafts[..<index].last { other in
        other.quantity.value != nil && other.region == whole.region && !other.quantity.isListItem
          && whole.quantity.sentence - other.quantity.sentence <= 2
          && isWhole(other, before: whole, programme)
      }
      guard let value = told?.quantity.value else { continue }
      let isGreatest = drafts.allSatisfy { other in
        other.region != whole.region || max(other.quantity.value ?? 0, other.quantity.of ?? 0) <= value
      }
      if isGreatest {
        drafts[index].quantity.value = value
        drafts[index].isResolved = true
      }
    }
    return drafts
  }

  private func isBareWhole(_ draft: Draft) -> Bool {
    let quantity = draft.quantity
    return quantity.all && quantity.value == nil && quantity.percent == nil && quantity.of == nil
      && !quantity.isRest && !quantity.isArea && !quantity.isDistributed && draft.kind != .total
  }

  /// Whether a number may be what a word for all behind it stands for: background, or what an earlier stage has reached in full.
  private func isWhole(_ draft: Draft, before whole: Draft, _ programme: Programme) -> Bool {
    if draft.quantity.isListItem || (draft.quantity.unit == "site") != (whole.quantity.unit == "site") {
      return false
    }
    if draft.kind == .total { return true }
    guard draft.quantity.of == nil || draft.quantity.of == draft.quantity.value, draft.kind == .actual,
      let stage = draft.stage, let later = whole.stage
    else { return false }
    let order = programme.stages.map(\.name)
    guard let own = order.firstIndex(of: stage.string), let next = order.firstIndex(of: later.string) else {
      return false
    }
    return own < next
  }
}
