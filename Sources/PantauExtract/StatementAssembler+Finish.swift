import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

extension StatementAssembler {
  /// One draft for each thing said: repetitions within the body go, and headline and lead yield to the body.
  func withoutRepetition(_ drafts: [Draft], _ reading: Reading) -> [Draft] {
    var kept: [Draft] = []
    kept.reserveCapacity(drafts.count)
    for draft in drafts {
      if let index = kept.indices.first(where: { isSame(kept[$0], draft, reading) }) {
        kept[index] = merged(kept[index], draft, reading)
      } else {
        kept.append(draft)
      }
    }
    mergeShares(&kept)
    removeToldShares(from: &kept, reading)
    let told = kept
    kept.removeAll { share in share.quantity.isShare && share.kind == .actual && isToldInFull(share, told) }
    // The headline's figures that the body tells too, whatever it says of them, are the body's.
    let numbers = amounts(of: kept) { $0.quantity.anchor >= reading.bodyStart }
    kept.removeAll { draft in
      draft.quantity.anchor < reading.bodyStart
        && (draft.quantity.value.map { numbers.contains($0) } ?? false)
    }
    // A figure that serves as target, result or denominator is not told again as background.
    let used = amounts(of: kept) { $0.kind != .total && !$0.isResolved }
    return kept.filter { draft in
      if draft.kind == .total { return !(draft.quantity.value.map { used.contains($0) } ?? true) }
      return !isAllOfKnown(draft, kept, reading)
    }
  }

  /// The amounts and wholes of some drafts.
  private func amounts(of drafts: [Draft], where isMeant: (Draft) -> Bool) -> [Double] {
    var amounts: [Double] = []
    amounts.reserveCapacity(drafts.count * 2)
    for draft in drafts where isMeant(draft) {
      if let value = draft.quantity.value { amounts.append(value) }
      if let whole = draft.quantity.of { amounts.append(whole) }
    }
    return amounts
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
  private func removeToldShares(from kept: inout [Draft], _ reading: Reading) {
    let told = kept.filter { $0.quantity.value != nil && $0.quantity.percent != nil }
    kept.removeAll { share in
      guard share.quantity.value == nil, let percent = share.quantity.percent else { return false }
      let isHeadline = share.quantity.anchor < reading.bodyStart
      return told.contains { other in
        other.kind == share.kind && other.region == share.region
          && (other.stage == share.stage || isHeadline)
          && abs((other.quantity.percent ?? 0) - percent) < (isHeadline ? 1 : 0.001)
      }
    }
  }

  /// "86 desa … semuanya sudah rampung 100 persen": the share of a number told beside it is that number's.
  private func mergeShares(_ kept: inout [Draft]) {
    for (index, share) in kept.enumerated().reversed() {
      guard share.kind == .actual, share.quantity.value == nil, share.quantity.percent == 100 else {
        continue
      }
      let told = kept.firstIndex { other in
        other.kind == .actual && other.stage == share.stage && other.region == share.region
          && other.quantity.value != nil && abs(other.quantity.sentence - share.quantity.sentence) <= 1
          && (other.quantity.percent ?? 100) == 100
          && (other.quantity.of == nil || other.quantity.of == other.quantity.value)
      }
      guard let told else { continue }
      kept[told].quantity.percent = 100
      kept.remove(at: index)
    }
  }

  /// "Seluruh desa sudah punya koperasi. Jumlahnya 302", "menargetkan 39 desa seluruhnya mempunyai koperasi": all, where the
  /// number stands beside it, is the same thing said.
  private func isAllOfKnown(_ draft: Draft, _ drafts: [Draft], _ reading: Reading) -> Bool {
    guard draft.quantity.all, draft.quantity.value == nil, draft.kind != .total else { return false }
    return drafts.contains { other in
      other.kind == draft.kind && other.stage == draft.stage && other.region == draft.region
        && other.quantity.value != nil
        && (other.quantity.unit == "site") == (draft.quantity.unit == "site")
        && abs(other.quantity.sentence - draft.quantity.sentence) <= (draft.kind == .actual ? 2 : 1)
        && (draft.deadline == nil || latest(draft, reading) == latest(other, reading))
    }
  }

  private func isSame(_ left: Draft, _ right: Draft, _ reading: Reading) -> Bool {
    let a = left.quantity
    let b = right.quantity
    guard left.kind == right.kind else { return false }
    let inHeadline = a.anchor < reading.bodyStart || b.anchor < reading.bodyStart
    guard left.region == right.region || inHeadline else { return false }
    // A number said again with no stage of its own is the same thing.
    let isVague =
      min(left.stageScore, right.stageScore) < 0.5 && !left.isResolved && !right.isResolved
    let isRetold = left.kind == .actual && (isWeaker(right, than: left) || isWeaker(left, than: right))
    guard left.stage == right.stage || inHeadline || ((isVague || isRetold) && a.value != nil) else {
      return false
    }
    if let value = a.value, let other = b.value {
      return value == other
        && (left.kind != .target || left.deadline == nil || right.deadline == nil
          || latest(left, reading) == latest(right, reading))
    }
    if a.value == nil, b.value == nil, let percent = a.percent, let other = b.percent {
      return percent == other
    }
    if a.percent == nil, b.percent == nil, a.value == nil, b.value == nil {
      if left.kind == .target { return a.all == b.all && latest(left, reading) == latest(right, reading) }
      return a.all && b.all
    }
    return false
  }

  /// "Sebanyak 138 gampong berbadan hukum … Ke-138 gampong memiliki koperasi": a number that is not small said again, where only its
  /// being there, or a word elsewhere, tells the stage.
  private func isWeaker(_ draft: Draft, than other: Draft) -> Bool {
    guard draft.quantity.value ?? 0 >= 20, !draft.isResolved, !other.isResolved,
      other.stageScore >= weights.stageSameZone, !other.isExistence
    else { return false }
    return draft.isExistence || draft.cue?.sentence != draft.quantity.sentence
  }

  private func latest(_ draft: Draft, _ reading: Reading) -> CalendarDate? {
    draft.deadline.flatMap { DateChoice(reading: reading).bounds(of: $0).latest }
  }

  /// The body's draft with what only the other one tells.
  private func merged(_ first: Draft, _ second: Draft, _ reading: Reading) -> Draft {
    var (base, other) = (first, second)
    let isWeaker = first.kind == .target && first.deadline == nil && second.deadline != nil
    if first.quantity.anchor < reading.bodyStart || first.stageScore < 0.5 || isWeaker
      || self.isWeaker(first, than: second)
    {
      (base, other) = (second, first)
    }
    base.quantity.percent = base.quantity.percent ?? other.quantity.percent
    base.quantity.of = base.quantity.of ?? other.quantity.of
    base.asOf = base.asOf ?? other.asOf
    base.deadline = base.deadline ?? other.deadline
    return base
  }

  // MARK: - Output

  func finish(
    _ drafts: [Draft], _ programme: Programme, _ reading: Reading
  ) -> (statements: [Statement], deadlines: [Deadline]) {
    var statements: [Statement] = []
    var deadlines: [Deadline] = []
    statements.reserveCapacity(drafts.count)
    var numbers = (targets: 0, actuals: 0)
    for draft in drafts {
      var statement = self.statement(draft, programme, reading)
      if draft.kind == .target, let index = draft.deadline {
        let deadline = self.deadline(index, deadlines.count, reading)
        let known = deadlines.first { $0.span == deadline.span } ?? deadline
        if known == deadline { deadlines.append(deadline) }
        statement.deadline = known.id
        statement.latest = known.latest
        if known.relation == "from" { statement.earliest = known.earliest }
      }
      switch draft.kind {
      case .target:
        numbers.targets += 1
        statement.id = "t" + String(numbers.targets)
      case .actual:
        numbers.actuals += 1
        statement.id = "a" + String(numbers.actuals)
      case .total: break
      }
      statements.append(statement)
    }
    return (statements, deadlines)
  }

  private func statement(_ draft: Draft, _ programme: Programme, _ reading: Reading) -> Statement {
    let quantity = draft.quantity
    let span = reading.span(quote(of: quantity, reading))
    var statement = Statement(
      kind: draft.kind, programme: programme.identifier,
      quote: String(decoding: reading.text.text.bytes[span.start..<span.end], as: UTF8.self), span: span,
      rule: quantity.rule >= 0 ? reading.text.rules.rules[quantity.rule].name : "deadline")
    statement.stage = draft.kind == .total ? nil : draft.stage?.string
    statement.value = quantity.value
    statement.percent = quantity.percent
    statement.of = quantity.of
    statement.all = quantity.all
    statement.bound = quantity.bound?.string
    statement.unit = quantity.unit?.string
    statement.region = draft.region.map { reading.regions[$0].label } ?? "Indonesia"
    statement.regionCode = draft.region.flatMap { reading.regions[$0].code }
    statement.asOf = draft.asOf
    statement.speaker = speaker(of: quantity, reading)
    statement.confidence = (min(1, max(0.1, 0.5 + draft.stageScore / 12)) * 100).rounded() / 100
    return statement
  }

  /// The words that prove a quantity: its clause, where that is short, else the quantity and what is beside it.
  private func quote(of quantity: Quantity, _ reading: Reading) -> Range<Int> {
    let clauseStart = Int(reading.text.clauseStarts[quantity.range.lowerBound])
    let clauseEnd = Int(
      reading.text.clauseEnds[max(quantity.range.lowerBound, quantity.range.upperBound - 1)])
    let low = max(clauseStart, quantity.range.lowerBound - 12)
    var high = min(clauseEnd, quantity.range.upperBound + 16)
    while high > quantity.range.upperBound, reading.tokens[high - 1].kind == .punctuation { high -= 1 }
    return min(low, quantity.range.lowerBound)..<max(high, quantity.range.upperBound)
  }

  /// The official named last in the paragraph up to the sentence's end.
  private func speaker(of quantity: Quantity, _ reading: Reading) -> String? {
    let sentence = reading.text.text.sentences[quantity.sentence]
    let paragraph = reading.text.text.paragraphOfSentence[quantity.sentence]
    var best: (position: Int, index: Int)?
    for (index, official) in reading.officials.enumerated() {
      for mention in official.mentions where mention.lowerBound < sentence.upperBound {
        let own = reading.text.text.paragraphOfSentence[reading.sentence(of: mention.lowerBound)]
        if own == paragraph, mention.lowerBound > best?.position ?? -1 { best = (mention.lowerBound, index) }
      }
    }
    return best.map { "o\($0.index + 1)" }
  }

  private func deadline(_ index: Int, _ number: Int, _ reading: Reading) -> Deadline {
    let date = reading.dates[index]
    let bounds = DateChoice(reading: reading).bounds(of: index)
    return Deadline(
      id: "d\(number + 1)", text: reading.text.text.string(date.range), relation: bounds.relation,
      earliest: bounds.relation == "from" ? date.days?.earliest : nil, latest: bounds.latest,
      approximate: date.days?.approximate ?? false, edtf: date.days?.edtf, span: reading.span(date.range))
  }
}

extension DateChoice {
  /// The relation and last day that a date expression means as a deadline: before a period, its eve.
  func bounds(of index: Int) -> (relation: String, latest: CalendarDate?) {
    let date = reading.dates[index]
    guard let days = date.days else { return ("on", nil) }
    switch date.parts.relation {
    case .before where date.parts.part == nil:
      return ("before", days.earliest.adding(days: -1))
    case .before:
      // "sebelum akhir Juni", "sebelum pertengahan 2025": the part's own last day is the border.
      return ("before", days.latest)
    case .by, .until: return ("by", days.latest)
    // "Mulai 31 Juli hingga 3 Agustus": its last day bounds it.
    case .from where date.parts.endDay != nil || date.parts.endMonth != nil: return ("by", days.latest)
    case .from: return ("from", nil)
    case .within, .since, .asOf, .on, nil: return (days.isDay ? "on" : "in", days.latest)
    }
  }
}
