import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Amounts that others complete: their unit, the whole of which they are parts, the share that is theirs.
extension StatementAssembler {
  /// Fills in what stands elsewhere: the unit of the statement before, the whole of which it is a part.
  func complete(
    _ quantity: inout Quantity, _ context: Context, _ programme: Programme, _ reading: Reading
  ) {
    let previous = context.previous
    if quantity.isGeneric, let unit = subject(of: quantity, reading) ?? previous?.quantity.unit {
      quantity.unit = unit
    }
    guard quantity.unit == nil else { return }
    quantity.unit =
      context.list?.unit ?? (quantity.value == nil ? nil : subject(of: quantity, reading))
      ?? previous?.quantity.unit ?? context.lastUnit
    if quantity.value == nil { quantity.unit = quantity.unit ?? programme.countedUnit.map { Term($0) } }
    if quantity.isBare, quantity.value != nil, quantity.of == nil, isPart(quantity, reading) {
      quantity.of = previous?.quantity.value
    }
  }

  /// The counted noun with which the quantity's sentence begins: "Koperasi yang berbadan hukum di daerah itu ada lima".
  func subject(of quantity: Quantity, _ reading: Reading) -> Term? {
    let low = max(quantity.zone.lowerBound, reading.text.text.sentences[quantity.sentence].lowerBound)
    guard low < quantity.anchor else { return nil }
    for token in low..<min(quantity.anchor, low + 6) {
      guard let unit = reading.match(labels.unit, at: token), Int(unit.end) <= quantity.anchor else {
        continue
      }
      return reading.text.column("unit", of: unit).map { Term($0) }
    }
    return nil
  }

  /// The figure before of which this one and its neighbour are the parts: "302, terdiri atas 299 pekon dan 3 kelurahan".
  func whole(
    of index: Int, _ all: [Quantity], _ context: Context, _ cues: CueTable, _ reading: Reading
  ) -> Draft? {
    guard let previous = context.last, previous.kind != .total, let value = all[index].value,
      previous.quantity.sentence == all[index].sentence || !isHad(index, all, cues, reading)
    else { return nil }
    let sums = [index - 1, index + 1].filter {
      all.indices.contains($0) && all[$0].sentence == all[index].sentence
    }
    let isPart = sums.contains {
      all[$0].value ?? 0 > 0 && (all[$0].value ?? 0) + value == previous.quantity.value
        && all[$0].range != previous.quantity.range
    }
    // The second part finds the first one as the statement before it.
    let isSecond = index > 0 && previous.partOf.map { $0 == value + (previous.quantity.value ?? 0) } ?? false
    return isPart || isSecond ? previous : nil
  }

  /// "Kabupaten ini memiliki 326 desa dan 13 kelurahan": a word of having leads the amount or the one to which it is joined; one that
  /// leads to parts has a place for its subject, and no amount before it.
  func isHad(_ index: Int, _ all: [Quantity], _ cues: CueTable, _ reading: Reading) -> Bool {
    var first = index
    while first > 0, all[first - 1].sentence == all[index].sentence,
      all[first].range.lowerBound - all[first - 1].range.upperBound == 1
    { first -= 1 }
    let start = reading.text.text.sentences[all[index].sentence].lowerBound
    return cues.modes[all[index].sentence].contains { mode in
      guard mode.mode == "total", mode.range.upperBound <= all[first].anchor,
        all[first].anchor - mode.range.upperBound <= 1
      else { return false }
      guard mode.isBreakdown else { return true }
      let isFirst = !all[..<first].contains { $0.sentence == all[first].sentence }
      return isFirst
        && reading.regionMentions.contains {
          $0.range.lowerBound >= start && $0.range.upperBound <= mode.range.lowerBound && !$0.isDateline
        }
    }
  }

  /// The figure before a word that leads to its parts: "1.892 desa/kelurahan …, terdiri dari 1.802 desa dan 90 kelurahan".
  func brokenDown(
    _ index: Int, _ all: [Quantity], _ context: Context, _ reading: Reading
  ) -> Draft? {
    let quantity = all[index]
    guard let value = quantity.value, quantity.of == nil, quantity.percent == nil, !quantity.isListItem else {
      return nil
    }
    let start = quantity.range.lowerBound
    if let led = all[..<index].last, led.sentence == quantity.sentence, start - led.range.upperBound <= 2,
      let previous = context.previous, let sum = previous.partOf, previous.quantity.range == led.range
    {
      return value <= sum ? previous : nil
    }
    let isLed = (max(0, start - 4)..<start).contains { token in
      guard let match = reading.match(labels.breakdowns, at: token) else { return false }
      return (Int(match.end)..<max(Int(match.end), start)).allSatisfy {
        reading.tokens[$0].kind != .punctuation || reading.isMark($0, ":") || reading.isMark($0, ",")
      }
    }
    guard isLed, let previous = context.previous, let sum = previous.quantity.value, value < sum,
      previous.quantity.sentence >= quantity.sentence - 1, previous.kind != .total
    else { return nil }
    return previous
  }

  /// A percentage by itself, right behind a number without one, belongs to that number, and one that the number before
  /// gives in any case.
  func addsPercent(_ quantity: Quantity, to drafts: inout [Draft]) -> Bool {
    guard let percent = quantity.percent, quantity.value == nil, quantity.role == nil,
      !quantity.isDistributed,
      let last = drafts.last,
      last.kind == .actual, let value = last.quantity.value, last.quantity.percent == nil,
      quantity.sentence - last.quantity.sentence <= 1
    else { return false }
    let whole = quantity.of ?? last.quantity.of
    let agrees = whole.map { abs(value / $0 * 100 - percent) < 1 } ?? false
    let isProgress = quantity.isBare && quantity.sentence != last.quantity.sentence
    guard
      agrees || (isProgress && (percent != 100 || quantity.isProgress))
        || (quantity.isBare && quantity.sentence == last.quantity.sentence)
    else { return false }
    drafts[drafts.count - 1].quantity.percent = percent
    drafts[drafts.count - 1].quantity.of = last.quantity.of ?? quantity.of
    return true
  }

  /// "Empat di antaranya": the whole is the number before.
  func isPart(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.text.rules.rules[quantity.rule].name.hasPrefix("quantity/of-them")
  }
}
