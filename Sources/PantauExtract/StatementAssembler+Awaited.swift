import PantauRecords
import PantauRules
import PantauText

/// What a sentence tells to lack or to be under way, and the next one promises for a day without saying it again.
extension StatementAssembler {
  /// What a sentence counts, where it counts one thing only.
  private struct Awaited {
    let number: Range<Int>
    let value: Double
    let unit: Term?
    /// The stage that it shall reach.
    let stage: Term
    let cue: Cue
    /// Index of the statement that has the number, if there is one.
    let draft: Int?
  }

  /// Tokens that such a promise has at most: it says little besides its day.
  private static let longestPromise = 40

  /// "Masih ada 26 desa yang kami tunggu. Tenggat untuk mereka 10 Juli", "14 gerai masih dikerjakan. Akhir Juli ini harus selesai": a promise of the next
  /// sentence that counts nothing is one of the only number before it that lacks something, or that is on the way.
  func addAwaited(to drafts: inout [Draft], _ cues: CueTable, _ reading: FinalReading) {
    for index in reading.days.indices where isAhead(reading.days[index], reading) {
      let sentence = reading.days[index].sentence
      guard sentence > 0, reading.sentences[sentence].count <= Self.longestPromise,
        !reading.isInHeading(reading.sentences[sentence].lowerBound),
        reading.paragraphOfSentence[sentence - 1] == reading.paragraphOfSentence[sentence],
        !countsAnything(in: sentence, reading), isPromised(reading.days[index], cues, reading),
        let all = awaited(in: sentence - 1, drafts, cues, reading), let awaited = all.first
      else { continue }
      let own = cues.stages.indices(of: sentence).map { cues.stages.all[$0] }.filter { !$0.isOccasion }
      guard own.allSatisfy({ $0.stage == awaited.stage || programme.goal(of: $0.stage) == awaited.stage })
      else {
        continue
      }
      let told = drafts.indices.filter { drafts[$0].quantity.sentence == sentence }
      if told.isEmpty {
        for one in all { drafts.append(draft(of: one, dueOn: index, drafts, cues, reading)) }
      } else if told.count == 1, let only = told.first, drafts[only].kind == .target,
        !drafts[only].quantity.hasAmount, drafts[only].deadline == index
      {
        (drafts[only].quantity.value, drafts[only].stage) = (awaited.value, awaited.stage)
        drafts[only].quantity.unit = awaited.unit ?? drafts[only].quantity.unit
        if let region = awaited.draft.flatMap({ drafts[$0].region }) { drafts[only].region = region }
        for one in all.dropFirst() {
          var second = drafts[only]
          (second.quantity.value, second.quantity.unit) = (one.value, one.unit ?? second.quantity.unit)
          drafts.append(second)
        }
      }
    }
  }

  private func draft(
    of awaited: Awaited, dueOn index: Int, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading
  ) -> Draft {
    let sentence = reading.days[index].sentence
    var quantity = Quantity(
      range: reading.days[index].range, anchor: reading.days[index].range.lowerBound, rule: -1,
      sentence: sentence)
    (quantity.value, quantity.unit) = (awaited.value, awaited.unit ?? programme.countedUnit)
    quantity.zone = reading.sentences[sentence]
    var draft = Draft(quantity: quantity)
    (draft.cue, draft.stage, draft.kind, draft.deadline) = (awaited.cue, awaited.stage, .target, index)
    draft.region =
      awaited.draft.map { drafts[$0].region } ?? drafts.last { $0.quantity.sentence < sentence }?.region
      ?? reading.focus
    return draft
  }

  /// The only number of a counted noun in a sentence that says that something lacks or is still under way; of villages and urban villages
  /// side by side both: "59 desa dan 16 kelurahan yang belum".
  private func awaited(
    in sentence: Int, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading
  ) -> [Awaited]? {
    var only: (number: Range<Int>, value: Double, unit: Term?)?
    var second: (end: Int, value: Double, unit: Term?)?
    for token in reading.sentences[sentence] {
      guard let number = reading.match(labels.number, at: token),
        !reading.days.contains(where: { $0.range.overlaps(number.range) })
      else { continue }
      let next = Int(number.end)
      let noun = reading.match(labels.unit, at: next)
      // "Empat belas lainnya masih kami garap"
      let isRest = reading.match(labels.quantifiers, at: next).flatMap { reading.words.isRest[$0] } ?? false
      guard noun != nil || isRest else { return nil }
      let (value, unit) = (
        reading.numbers[Int(number.payload)].value, noun.flatMap { reading.words.units[$0]?.term }
      )
      if let first = only {
        guard second == nil, first.unit?.isVillage == true, unit?.isVillage == true, first.unit != unit,
          token - first.number.upperBound <= 3, reading.joins(token - 1)
        else { return nil }
        second = (next, value, unit)
      } else {
        only = (number.range, value, unit)
      }
    }
    guard let only, only.value > 1 else { return nil }
    let told = drafts.indices.first { drafts[$0].quantity.range.overlaps(only.number) }
    if let told, drafts[told].kind != .total {
      // Works are on the way to what they bring forth.
      guard drafts[told].kind == .actual, let cue = drafts[told].cue,
        let goal = drafts[told].stage.flatMap({ programme.goal(of: $0) }), goal != drafts[told].stage
      else { return nil }
      return second == nil
        ? [
          Awaited(number: only.number, value: only.value, unit: only.unit, stage: goal, cue: cue, draft: told)
        ] : nil
    }
    let own = cues.stages.last(in: sentence) { $0.stage != .other && !$0.isOccasion }
    let lacks = cues.modes.contains(in: sentence) { $0.mode == .lack && $0.weight >= 1 }
    let isUnderWay = own.map { programme.isUnderWay($0.stage) } ?? false
    guard lacks || isUnderWay, let cue = own ?? spoken(of: sentence, cues),
      let stage = stage(meant: cue.stage, only.unit), stage != .other
    else { return nil }
    let first = Awaited(
      number: only.number, value: only.value, unit: only.unit, stage: programme.goal(of: stage) ?? stage,
      cue: cue, draft: nil)
    guard let second else { return [first] }
    let other = Awaited(
      number: only.number.upperBound..<second.end, value: second.value, unit: second.unit, stage: first.stage,
      cue: cue, draft: nil)
    return [first, other]
  }
}
