import PantauRecords
import PantauRules
import PantauText

/// Wholes that are amounts by themselves.
extension QuantityFinder {
  /// "Dari 133 koperasi yang berbadan hukum, 19 beroperasi": the whole is itself a result where its own words name a
  /// stage.
  func addWholes(to found: inout [Quantity], in reading: Reading) {
    for index in found.indices where found[index].of != nil {
      if let whole = self.whole(of: found[index], in: reading) { found.append(whole) }
      found += summands(of: found[index], in: reading)
    }
  }

  /// "Dari 142 kampung dan 7 kelurahan, 138 sudah berbadan hukum": the whole is a sum that the text does not give, and each
  /// of its parts is background by itself.
  private func summands(of quantity: Quantity, in reading: Reading) -> [Quantity] {
    guard let whole = quantity.of else { return [] }
    let numbers = quantity.range.filter { reading.text.matches.match(labels.number, at: $0) != nil }
    for (left, right) in zip(numbers, numbers.dropFirst()) {
      let (first, second) = (
        summand(at: left, of: quantity, reading), summand(at: right, of: quantity, reading)
      )
      guard let first, let second, first.unit != second.unit,
        (first.value ?? 0) + (second.value ?? 0) == whole
      else {
        continue
      }
      return [first, second]
    }
    return []
  }

  /// A number of villages within an amount, as background; nil where no noun tells what it counts.
  private func summand(at token: Int, of quantity: Quantity, _ reading: Reading) -> Quantity? {
    guard let number = reading.text.matches.match(labels.number, at: token),
      let noun = reading.match(labels.unit, at: Int(number.end)),
      let unit = labels.amounts.units[noun]?.term, unit.isAnyVillage
    else { return nil }
    var summand = Quantity(
      range: token..<Int(noun.end), anchor: token, rule: quantity.rule, sentence: quantity.sentence)
    summand.value = reading.numbers[Int(number.payload)].value
    summand.unit = unit
    summand.role = .total
    return summand
  }

  private func whole(of quantity: Quantity, in reading: Reading) -> Quantity? {
    if let goal = goal(of: quantity, reading) { return goal }
    if let whole = wholeBehind(quantity, reading) { return whole }
    guard let whole = quantity.of, quantity.range.lowerBound < quantity.anchor, quantity.unit != nil else {
      return nil
    }
    var inner = quantity.range.lowerBound..<quantity.anchor
    if let comma = inner.first(where: { reading.isMark($0, ",") }) { inner = inner.lowerBound..<comma }
    guard let cue = inner.lazy.compactMap({ reading.match(labels.stage, at: $0) }).first,
      qualifies(cue, from: quantity.range.lowerBound, reading), !reading.saysOfPart(cue.range, quantity)
    else { return nil }
    var part = quantity
    // "Dari 12 gedung yang tengah dibangun, 10 ditargetkan rampung": what is promised of the part is not said of the whole.
    if !isToCome(inner, reading) { part.role = .actual }
    part.value = whole
    part.unit = quantity.wholeUnit ?? quantity.unit
    part.percent = nil
    part.of = nil
    part.region = nil
    part.isBare = false
    part.range = quantity.range.lowerBound..<Int(cue.end)
    part.anchor = quantity.range.lowerBound
    return part
  }

  /// Whether words of modality in a range tell of what is promised or lacks.
  private func isToCome(_ range: Range<Int>, _ reading: Reading) -> Bool {
    range.contains { token in
      let mode = reading.match(labels.modality, at: token).flatMap { labels.amounts.modes[$0]?.term }
      return mode == .target || mode == .lack
    }
  }

  /// Whether a stage word is said of the counted noun: right behind it, or in a relative clause.
  private func qualifies(_ cue: Match, from start: Int, _ reading: Reading) -> Bool {
    if reading.match(labels.unit, at: Int(cue.start)) != nil { return true }
    let led = (start..<Int(cue.start)).last { reading.match(labels.relatives, at: $0) != nil }
    if let led { return Int(cue.start) - led <= 4 }
    return reading.match(labels.unit, endingAt: Int(cue.start), reach: 8) != nil
  }

  /// "Menarik pinjaman 9.870 dari 83.341 koperasi yang berbadan hukum", "baru 60 dari 120 koperasi yang terbentuk yang beroperasi":
  /// likewise where the whole stands behind its part, if another stage is told of the part.
  private func wholeBehind(_ quantity: Quantity, _ reading: Reading) -> Quantity? {
    guard let whole = quantity.of, quantity.range.lowerBound >= quantity.anchor - 1 || quantity.region != nil,
      quantity.unit != nil,
      let relative = [quantity.range.upperBound, quantity.range.upperBound - 1].first(where: {
        reading.match(labels.relatives, at: $0) != nil
      })
    else { return nil }
    let sentence = reading.text.text.sentences[quantity.sentence]
    let next = relative + 1
    let near = next..<max(next, min(next + 3, sentence.upperBound))
    guard !near.isEmpty, let cue = near.lazy.compactMap({ reading.match(labels.stage, at: $0) }).first else {
      return nil
    }
    let isToldBefore =
      relative == quantity.range.upperBound
      && (sentence.lowerBound..<relative).contains { reading.match(labels.stage, at: $0) != nil }
    guard isToldBefore || isToldAgain(behind: Int(cue.end), in: sentence, reading) else { return nil }
    var part = quantity
    part.isWithinPart = !isToldBefore
    part.value = whole
    part.unit = quantity.wholeUnit ?? quantity.unit
    part.percent = nil
    part.of = nil
    part.region = nil
    part.isBare = false
    part.anchor = relative - 1
    part.range = relative - 1..<Int(cue.end)
    return part
  }

  /// Whether a further relative with a stage follows, before any mark or joining word: "… di Blora yang beroperasi".
  private func isToldAgain(behind end: Int, in sentence: Range<Int>, _ reading: Reading) -> Bool {
    for token in end..<max(end, min(end + 8, sentence.upperBound - 1)) {
      if reading.tokens[token].kind == .punctuation || reading.match(labels.joiners, at: token) != nil {
        return false
      }
      guard reading.match(labels.relatives, at: token) != nil else { continue }
      let near = token + 1..<min(token + 4, sentence.upperBound)
      return near.contains { reading.match(labels.stage, at: $0) != nil }
    }
    return false
  }

  /// "96 dari target 295 desa": the whole that is called a target is one.
  private func goal(of quantity: Quantity, _ reading: Reading) -> Quantity? {
    guard let whole = quantity.of, let goal = quantity.goal, quantity.value != nil || quantity.percent != nil
    else { return nil }
    var target = quantity
    target.value = whole
    target.percent = nil
    target.of = nil
    target.bound = nil
    target.isBare = quantity.unit == nil
    target.role = .target
    target.goal = nil
    target.isOfWhole = true
    target.anchor = goal
    target.range = goal..<max(goal + 1, quantity.range.upperBound)
    return target
  }
}
