import PantauRecords
import PantauRules

/// Wholes that are told once for several amounts.
extension StatementAssembler {
  /// A whole that leads the amounts of its sentence: "Dari 122 kampung".
  private struct LeadingWhole {
    var sentence: Int
    /// The token behind which its parts stand.
    var start: Int
    var value: Double
    var unit: Term?
    var region: Int?
  }

  /// "Dari 122 kampung, baru 18 bermusyawarah dan dua mengajukan akta": what leads a sentence as the whole of its first part is that of the
  /// others too; so are other wholes that the text tells apart from their part.
  func giveWholes(to drafts: inout [Draft], _ quantities: [Quantity], _ reading: FinalReading) {
    for index in drafts.indices where isOpen(drafts[index]) {
      giveWholeOfShare(to: &drafts[index].quantity, quantities, reading)
      giveNumberBefore(to: index, in: &drafts)
    }
    for quantity in quantities {
      if let whole = leadingWhole(quantity, reading) { give(whole, to: &drafts) }
    }
    var sentence = -1
    for index in drafts.indices where isOpen(drafts[index]) && drafts[index].quantity.sentence != sentence {
      sentence = drafts[index].quantity.sentence
      for whole in toldWholes(in: sentence, reading) {
        if !leads(whole, reading) || !give(whole, to: &drafts) { giveBack(whole, to: &drafts, reading) }
      }
    }
  }

  /// Whether no number stands before a whole in its clause.
  private func leads(_ whole: LeadingWhole, _ reading: FinalReading) -> Bool {
    for token in (reading.sentences[whole.sentence].lowerBound..<whole.start).reversed() {
      if reading.isMark(token, ",") { return true }
      if reading.has(labels.number, at: token) { return false }
    }
    return true
  }

  /// "Terdiri dari 177 desa dan 13 kelurahan", "lebih dari 61 ribu koperasi": whether the number at a token is no whole but one of a sum, or
  /// a bound.
  private func isSummand(_ number: Int, behind end: Int, _ reading: FinalReading) -> Bool {
    reading.match(labels.breakdowns, endingAt: number) != nil
      || reading.match(labels.bounds, endingAt: number) != nil
      || (reading.joins(end) && reading.has(labels.number, at: end + 1))
  }

  /// "Per 20 Juni sudah 110 desa bermusyawarah. / Rinciannya Bae 10, Jati 14": the items of a list that goes on with the stage of a result told
  /// before are of its day, where their sentence names none.
  func giveReportDays(to drafts: inout [Draft], _ reading: FinalReading) {
    for index in drafts.indices where drafts[index].kind == .actual && drafts[index].asOf == nil {
      let quantity = drafts[index].quantity
      guard quantity.isListItem || drafts[index].partOf != nil, let cue = drafts[index].cue,
        cue.sentence < quantity.sentence,
        !reading.hasDay(in: quantity.sentence)
      else { continue }
      let told = indices(of: cue.sentence, in: drafts).last {
        drafts[$0].kind == .actual && drafts[$0].stage == drafts[index].stage
      }
      drafts[index].asOf = told.flatMap { drafts[$0].asOf }
    }
  }

  /// The drafts of a sentence, which stand in the order of the text. Logarithmic.
  private func indices(of sentence: Int, in drafts: [Draft]) -> Range<Int> {
    let start = drafts.partitionIndex { $0.quantity.sentence >= sentence }
    return start..<drafts.partitionIndex { $0.quantity.sentence > sentence }
  }

  /// Whether it is a result whose whole is not known.
  private func isOpen(_ draft: Draft) -> Bool {
    draft.kind == .actual && draft.quantity.of == nil && draft.quantity.value != nil
  }

  /// Gives a whole to the amounts behind it in its sentence; false where there are none.
  @discardableResult
  private func give(_ whole: LeadingWhole, to drafts: inout [Draft]) -> Bool {
    var isGiven = false
    for index in indices(of: whole.sentence, in: drafts) where isPart(drafts[index], of: whole) {
      drafts[index].quantity.of = whole.value
      drafts[index].quantity.wholeUnit = whole.unit
      isGiven = true
    }
    return isGiven
  }

  /// "747 desa sudah punya koperasi, dari 1.862 yang ada": a whole behind a comma, or behind the share that its part is.
  private func giveBack(_ whole: LeadingWhole, to drafts: inout [Draft], _ reading: FinalReading) {
    let part = indices(of: whole.sentence, in: drafts).last { drafts[$0].quantity.anchor < whole.start }
    guard let part, isOpen(drafts[part]), let value = drafts[part].quantity.value, value < whole.value
    else { return }
    let agrees = drafts[part].quantity.percent.map { isShare(value, of: whole.value, $0) }
    guard agrees ?? reading.isMark(whole.start - 1, ",") else { return }
    drafts[part].quantity.of = whole.value
    drafts[part].quantity.wholeUnit = whole.unit
  }

  /// "32.071 titik lahan, dan 15.028 titik di antaranya tengah dibangun": the number before it.
  private func giveNumberBefore(to index: Int, in drafts: inout [Draft]) {
    guard index > 0, isPart(drafts[index].quantity), let value = drafts[index].quantity.value,
      drafts[index - 1].kind == .actual,
      drafts[index].quantity.sentence - drafts[index - 1].quantity.sentence <= 1
    else { return }
    // "Tiga dari gerai itu di Karangmojo, dua lagi di Ponjong": of those of which the one before is a part.
    let before = drafts[index - 1].quantity
    let isBesides = isPart(before) && before.of != nil
    guard let whole = isBesides ? before.of : before.value, whole > value else { return }
    drafts[index].quantity.of = whole
    drafts[index].quantity.wholeUnit = isBesides ? before.wholeUnit : before.unit
  }

  /// Numbers of a sentence to which the word of a whole leads: "dari 38 gerai", "dari 61 itu", "dari 1.862 yang ada".
  private func toldWholes(in sentence: Int, _ reading: FinalReading) -> [LeadingWhole] {
    let tokens = reading.sentences[sentence]
    return tokens.compactMap { token in
      guard let word = reading.match(labels.countWholes, at: token) else { return nil }
      var start = Int(word.end)
      // "Dari target 165 lokasi"
      if reading.has(labels.modality, at: start) { start += 1 }
      guard start < tokens.upperBound, let (value, end) = reading.number(at: start) else { return nil }
      let noun = reading.match(labels.unit, at: end)
      guard noun != nil || reading.pointsBack(end) || reading.has(labels.relatives, at: end),
        !isSummand(start, behind: noun.map { Int($0.end) } ?? end, reading)
      else { return nil }
      return LeadingWhole(
        sentence: sentence, start: token, value: value,
        unit: noun.flatMap { labels.amounts.units[$0]?.term }, region: nil)
    }
  }

  private func leadingWhole(_ quantity: Quantity, _ reading: FinalReading) -> LeadingWhole? {
    var whole = LeadingWhole(
      sentence: quantity.sentence, start: quantity.range.lowerBound, value: 0,
      unit: quantity.wholeUnit ?? quantity.unit, region: quantity.region)
    if let of = quantity.of,
      reading.has(
        labels.number, in: quantity.range.lowerBound..<max(quantity.range.lowerBound, quantity.anchor))
    {
      whole.value = of
    } else if quantity.role == .total, let value = quantity.value,
      reading.has(
        labels.countWholes,
        in: quantity.range.lowerBound..<max(quantity.range.lowerBound, quantity.anchor) + 1)
    {
      whole.value = value
    } else {
      return nil
    }
    return whole
  }

  private func isPart(_ draft: Draft, of whole: LeadingWhole) -> Bool {
    guard isOpen(draft), draft.quantity.sentence == whole.sentence, let value = draft.quantity.value
    else { return false }
    return value < whole.value && draft.quantity.anchor > whole.start
      && (draft.quantity.region == nil || draft.quantity.region == whole.region)
  }

  /// "41.206 gerai selesai, atau 51,46 persen dari 80.081 koperasi": the number beside it of which an amount is the share that is told.
  private func giveWholeOfShare(
    to quantity: inout Quantity, _ quantities: [Quantity], _ reading: FinalReading
  ) {
    guard quantity.of == nil, let value = quantity.value, value > 0, let percent = quantity.percent,
      percent < 100
    else { return }
    let (sentence, near) = (
      quantity.sentence, quantities.partitionIndex { $0.sentence >= quantity.sentence - 1 }
    )
    let other = quantities[near...].prefix { $0.sentence <= sentence + 1 }.first { other in
      other.value.map { isShare(value, of: $0, percent) } ?? false
    }
    quantity.of = other?.value
    quantity.wholeUnit = other?.unit
  }

  /// Whether a number is so many percent of another one, as exactly as its percentage is told.
  private func isShare(_ value: Double, of whole: Double, _ percent: Double) -> Bool {
    guard whole > value else { return false }
    let precision = percent == percent.rounded() ? 1 : (percent * 10).rounded() == percent * 10 ? 0.1 : 0.01
    return abs(value / whole * 100 - percent) < precision
  }
}
