import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// How much a promise without an amount of its own promises, and where.
extension StatementAssembler {
  /// "Semua KDMP terbentuk 12 Juni. Badan hukumnya kita harapkan Juli": gives a promise whose sentence counts nothing the word for all that the one
  /// before says of the same place.
  func takeAmount(_ draft: inout Draft, _ drafts: [Draft], _ reading: FinalReading) {
    let sentence = draft.quantity.sentence
    guard draft.region != nil, !draft.quantity.hasAmount, draft.stage != .launched else { return }
    let before =
      countsAnything(in: sentence, reading) ? [] : drafts.filter { $0.quantity.sentence == sentence - 1 }
    guard before.count == 1, before[0].quantity.all, before[0].region == draft.region,
      reading.paragraphOfSentence[sentence - 1] == reading.paragraphOfSentence[sentence],
      !drafts.contains(where: { $0.quantity.sentence == sentence })
    else { return }
    draft.quantity.takeAmount(of: before[0].quantity)
  }

  /// "80 ribu koperasi masih disebut beroperasi penuh Maret 2026": gives a promise without an amount the only number of its sentence that
  /// counts what the programme does, although no rule reads it.
  func takeCounted(_ draft: inout Draft, _ reading: FinalReading) {
    guard !draft.quantity.hasAmount, let cue = draft.cue else { return }
    let clause = reading.clause(of: cue.range.lowerBound)
    var found: (token: Int, value: Double, unit: Term?)?
    for token in reading.sentences[draft.quantity.sentence] {
      guard let number = reading.match(labels.number, at: token),
        !reading.days.contains(where: { $0.range.overlaps(number.range) }),
        reading.match(labels.notCounted, endingAt: token) == nil,
        reading.match(labels.prepositions, endingAt: token, reach: 1) == nil
      else { continue }
      let next = Int(number.end)
      let unit = reading.match(labels.unit, at: next).flatMap { reading.words.units[$0]?.term }
      let isRest = reading.match(labels.quantifiers, at: next).flatMap { reading.words.isRest[$0] } ?? false
      guard isRest || (unit != nil && draft.stage != .launched) else { continue }
      if found != nil { return }
      found = (token, reading.numbers[Int(number.payload)].value, unit)
    }
    guard let found, found.value > 1, clause.contains(found.token) else { return }
    if let region = draft.region, case .villages(let most, _, _) = reading.capacities[region],
      found.value > most
    {
      return
    }
    (draft.quantity.value, draft.quantity.unit) = (found.value, found.unit ?? draft.quantity.unit)
  }

  /// "Di provinsi itu 2.038 koperasi direncanakan terbentuk. Pembentukannya harus rampung 31 Mei": gives a promise whose sentence names no place that
  /// of the one without a day in the sentence before.
  func takePlace(_ draft: inout Draft, _ drafts: [Draft], _ reading: FinalReading) {
    let sentence = draft.quantity.sentence
    let stage = draft.stage
    guard stage != .launched, reading.mentions(of: sentence).allSatisfy({ reading.mentions[$0].isDateline }),
      let before = drafts.last(where: {
        $0.kind == .target && $0.stage == stage && $0.deadline == nil && $0.quantity.value != nil
          && $0.quantity.sentence == sentence - 1
      })
    else { return }
    draft.region = before.region
  }

  /// "Rencana semula, semua kelurahan berakta sebelum 12 Juni": whether a word for all leads a counted noun in a day's clause, of which nothing is
  /// stated otherwise.
  func countsAll(of date: Range<Int>, in sentence: Int, _ reading: FinalReading) -> Bool {
    let clause = reading.clause(of: date.lowerBound)
    return reading.sentences[sentence].contains { token in
      guard clause.contains(token), let all = reading.match(labels.quantifiers, at: token) else {
        return false
      }
      return (Int(all.end)...Int(all.end) + 1).contains { reading.has(labels.unit, at: $0) }
    }
  }

  /// "Paling lambat Oktober koperasi sudah beroperasi semuanya": whether a word for all ends what is done.
  func isSaidOfAll(_ stage: Cue, _ reading: FinalReading) -> Bool {
    let end = stage.range.upperBound
    guard end < reading.sentences[stage.sentence].upperBound,
      let all = reading.match(labels.quantifiers, at: end)
    else { return false }
    let next = Int(all.end)
    return next >= reading.tokens.count || reading.tokens[next].kind == .punctuation
      || reading.has(labels.dateWords, at: next) || reading.days.contains { $0.range.lowerBound == next }
  }
}
