import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Targets that name no quantity of their own.
extension StatementAssembler {
  /// A stage, a promise and a deadline in one sentence are a target, even where no quantity is named; and a further stage
  /// with a day of its own is a further target for what the sentence's first one counts.
  func deadlineOnly(
    _ drafts: [Draft], _ programme: Programme, _ cues: CueTable, _ reading: Reading
  ) -> [Draft] {
    var found: [Draft] = []
    for (index, date) in reading.dates.enumerated() where date.range.lowerBound >= reading.bodyStart {
      let sentence = reading.sentence(of: date.range.lowerBound)
      guard isDue(date, sentence, drafts, cues, reading),
        let due = stage(for: index, sentence, cues, programme, reading),
        isRevised(sentence, reading)
          || !found.contains(where: {
            $0.quantity.sentence == sentence && ($0.stage == due.stage || !due.isOwn)
          })
      else { continue }
      let told = drafts.filter { $0.quantity.sentence == sentence && $0.kind == .target }
      if told.contains(where: { told in
        if told.deadline == index { return true }
        if isRevised(sentence, reading) { return told.deadline == nil }
        return told.stage == due.stage || told.cue?.stage == due.cue.stage
          || (told.deadline == nil && told.quantity.anchor > date.range.lowerBound)
      }) {
        continue
      }
      let named =
        cues.namesProgramme[sentence] || (sentence > 0 && cues.namesProgramme[sentence - 1])
        || counts(sentence, programme, reading)
      guard named || !told.isEmpty || distance(due.cue.range, date.range) <= 6 else { continue }
      var draft = draft(due.cue, index, date, told.last, programme, reading)
      draft.stage = due.stage
      found.append(draft)
    }
    return found
  }

  /// "Semula ditargetkan 31 Januari, mundur menjadi akhir Februari": whether a sentence tells a day that was moved.
  private func isRevised(_ sentence: Int, _ reading: Reading) -> Bool {
    let days = reading.dates.count { reading.sentence(of: $0.range.lowerBound) == sentence && $0.days != nil }
    return days > 1
      && reading.text.text.sentences[sentence].contains { reading.match(labels.revisions, at: $0) != nil }
  }

  /// Whether a sentence speaks of what the programme counts.
  private func counts(_ sentence: Int, _ programme: Programme, _ reading: Reading) -> Bool {
    reading.text.text.sentences[sentence].contains { token in
      reading.match(labels.unit, at: token).flatMap { reading.text.column("unit", of: $0) }
        == programme.countedUnit
    }
  }

  /// Whether a date is a limit, or a day ahead for which something is planned.
  private func isDue(
    _ date: FoundDate, _ sentence: Int, _ drafts: [Draft], _ cues: CueTable, _ reading: Reading
  ) -> Bool {
    let isLimit =
      date.parts.relation == .before || date.parts.relation == .by
      || (date.parts.relation == .until && isAhead(date, reading))
    guard let days = date.days, isLimit || isPlanned(date, days, sentence, cues, reading) else {
      return false
    }
    if reading.reference.map({ days.latest >= $0.adding(days: -3) }) ?? true { return true }
    return isCalledLimit(date, sentence, cues) && date.parts.relation != .until
      && !drafts.contains { $0.quantity.sentence == sentence && $0.kind == .actual }
  }

  private func draft(
    _ stage: Cue, _ index: Int, _ date: FoundDate, _ told: Draft?, _ programme: Programme,
    _ reading: Reading
  ) -> Draft {
    let low = min(stage.range.lowerBound, date.range.lowerBound)
    let high = max(stage.range.upperBound, date.range.upperBound)
    // "Peluncuran di Grobogan direncanakan bersamaan dengan Hari Koperasi": the place named is meant.
    let isPlaced = reading.regionMentions.contains {
      (low..<high).contains($0.range.lowerBound) && !$0.isDateline
        && reading.match(labels.prepositions, endingAt: $0.range.lowerBound, reach: 2) != nil
    }
    let isNational = !isPlaced && isNational(stage, low..<high, reading)
    var quantity =
      (isNational ? nil : told?.quantity)
      ?? Quantity(
        range: low..<high, anchor: stage.range.lowerBound, rule: -1, sentence: stage.sentence)
    // "Diresmikan serentak 12 Juli": all at once.
    quantity.all =
      !isNational
      && (quantity.all
        || reading.text.text.sentences[stage.sentence].contains {
          reading.match(labels.together, at: $0) != nil
        })
    quantity.range = low..<high
    quantity.anchor = stage.range.lowerBound
    quantity.unit = quantity.unit ?? programme.countedUnit.map { Term($0) }
    quantity.zone = reading.text.text.sentences[stage.sentence]
    var draft = Draft(quantity: quantity)
    draft.cue = stage
    draft.stage = stage.stage
    draft.kind = .target
    draft.deadline = index
    draft.region =
      isNational
      ? nil
      : told.map(\.region) ?? village(ofWorks: stage, reading)
        ?? RegionChoice(weights: weights, gazetteer: gazetteer, reading: reading, log: log).region(
          of: quantity)
    return draft
  }

  /// "… di Desa Loko Tali. Gerai itu ditargetkan selesai akhir Maret": the village whose one building is spoken of, named last in the
  /// three sentences before, where the sentence names no place and counts nothing.
  private func village(ofWorks stage: Cue, _ reading: Reading) -> Int?? {
    guard worksStages.contains(stage.stage.string) || stage.stage == Term(Programme.completed) else {
      return nil
    }
    let sentence = stage.sentence
    let mentions = reading.regionMentions.filter { !$0.isDateline && !$0.isAnaphor && !$0.isUnitNumber }
    if mentions.contains(where: { reading.sentence(of: $0.range.lowerBound) == sentence && !$0.isScene }) {
      return nil
    }
    let numbers = MatchTable.LabelSet(labels.number)
    let counts = reading.text.text.sentences[sentence].contains { token in
      reading.match(labels.quantifiers, at: token) != nil
        || (reading.text.matches.mayBegin(numbers, at: token)
          && reading.match(labels.number, at: token) != nil
          && !reading.dates.contains { $0.range.contains(token) })
    }
    guard !counts,
      let last = mentions.last(where: { mention in
        let other = reading.sentence(of: mention.range.lowerBound)
        return other < sentence && other >= sentence - 3 && !mention.isScene && !mention.isQualifier
      }), reading.regions[last.region].level.rank == 3
    else { return nil }
    return .some(last.region)
  }

  /// "Diluncurkan secara nasional 12 Juli": words for the whole country beside the act and its day.
  func isNational(_ stage: Cue, _ range: Range<Int>, _ reading: Reading) -> Bool {
    let sentence = reading.text.text.sentences[stage.sentence]
    let behind = range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 7))
    // "… ditutup 30 Juni, disusul peluncuran nasional": what follows another act's word is said of that.
    let next = behind.first { reading.match(labels.stage, at: $0) != nil }
    let near = max(sentence.lowerBound, range.lowerBound - 8)..<(next ?? behind.upperBound)
    return near.contains { token in
      guard let match = reading.match(labels.nationalWords, at: token) else { return false }
      // "Presiden dijadwalkan meluncurkan": who does it stands before the act.
      if reading.text.column("side", of: match) == "before", token >= stage.range.lowerBound { return false }
      return reading.text.column("stage", of: match).map { $0.isEmpty || Term($0) == stage.stage } ?? true
    }
  }

  /// What is due on a day: the words that tell the stage, the stage that they mean for a promise, and whether the words
  /// stand nearer to this day than to the sentence's others.
  private typealias Due = (cue: Cue, stage: Term, isOwn: Bool)

  /// The stage word that belongs to a date: the nearest one between it and the date before; where the sentence begins with
  /// its day, between it and the date behind; else the nearest.
  private func stage(
    for index: Int, _ sentence: Int, _ cues: CueTable, _ programme: Programme, _ reading: Reading
  ) -> Due? {
    let date = reading.dates[index]
    let candidates = cues.stages[sentence].filter { cue in
      !isEvent(cue, of: date, reading) && !cue.isOccasion && cue.stage != "other"
        && distance(cue.range, date.range) <= 12
    }
    let segment = segment(of: date, sentence, cues.stages[sentence], reading)
    func nearest(_ cues: [Cue]) -> Cue? {
      cues.min { distance($0.range, date.range) < distance($1.range, date.range) }
    }
    let completes = cues.completions[sentence].contains { segment.contains($0.range.lowerBound) }
    let own = nearest(candidates.filter { segment.contains($0.range.lowerBound) })
    guard let cue = own ?? nearest(candidates) ?? spokenOf(sentence, segment, cues) else { return nil }
    let isGoal = completes && cue.aspect != .state
    return (
      cue, isGoal ? programme.goals[cue.stage.string].map { Term($0) } ?? cue.stage : cue.stage,
      own != nil || completes
    )
  }

  /// "Untuk Tembesi kami targetkan selesai akhir Januari": what the text speaks of, where a sentence that tells no stage calls it a
  /// goal that it be complete.
  private func spokenOf(_ sentence: Int, _ segment: Range<Int>, _ cues: CueTable) -> Cue? {
    guard cues.stages[sentence].isEmpty,
      cues.modes[sentence].contains(where: { $0.mode == "target" && $0.weight >= 2 }),
      let completion = cues.completions[sentence].first(where: { segment.contains($0.range.lowerBound) })
    else { return nil }
    let told = (max(0, sentence - 2)..<sentence).reversed().lazy.compactMap { earlier in
      cues.stages[earlier].last { $0.tellsContext && $0.stage != "other" }
    }.first
    guard let spoken = told ?? cues.focus else { return nil }
    var cue = completion
    (cue.stage, cue.order, cue.aspect) = (spoken.stage, spoken.order, .event)
    return cue
  }

  /// The words of a sentence that stand with a date: those between it and the date before, or behind it where the
  /// sentence begins with a day.
  private func segment(
    of date: FoundDate, _ sentence: Int, _ stages: [Cue], _ reading: Reading
  ) -> Range<Int> {
    let tokens = reading.text.text.sentences[sentence]
    let dates = reading.dates.map(\.range).filter { tokens.contains($0.lowerBound) }
      .sorted { $0.lowerBound < $1.lowerBound }
    guard let first = dates.first, dates.count > 1 else { return tokens }
    let beginsWithDay = !stages.contains { $0.range.upperBound <= first.lowerBound }
    let low = dates.last { $0.upperBound <= date.range.lowerBound }?.upperBound ?? tokens.lowerBound
    let high = dates.first { $0.lowerBound >= date.range.upperBound }?.lowerBound ?? tokens.upperBound
    return beginsWithDay ? date.range.lowerBound..<high : low..<date.range.upperBound
  }

  /// "Sebelum peresmian pada 21 Juli": the act that the day itself belongs to, not what is due before it.
  private func isEvent(_ cue: Cue, of date: FoundDate, _ reading: Reading) -> Bool {
    guard date.parts.relation == .before, cue.range.upperBound <= date.range.lowerBound,
      date.range.lowerBound - cue.range.upperBound <= 2
    else { return false }
    return !(cue.range.upperBound..<date.range.lowerBound).contains { token in
      reading.match(labels.dateWords, at: token).flatMap { reading.text.column("role", of: $0) } == "relation"
        && reading.match(labels.dateWords, at: token).flatMap { reading.text.column("value", of: $0) }
          == "before"
    }
  }

  private func isAhead(_ date: FoundDate, _ reading: Reading) -> Bool {
    guard let days = date.days, let reference = reading.reference else { return false }
    return days.earliest > reference
  }

  /// Whether a day lies ahead, or is the report's own, and a word of intention stands in its sentence.
  private func isPlanned(
    _ date: FoundDate, _ days: DateRange, _ sentence: Int, _ cues: CueTable, _ reading: Reading
  ) -> Bool {
    if let reference = reading.reference, days.latest < reference {
      return date.parts.relation != .until && isCalledLimit(date, sentence, cues)
    }
    if date.parts.relation == .since || date.parts.relation == .asOf { return false }
    let intends = cues.modes[sentence].contains { $0.mode == "target" && $0.weight >= 1 }
    let launches = cues.stages[sentence].contains {
      $0.stage == "launched" && distance($0.range, date.range) <= (intends ? 12 : 8)
    }
    guard let reference = reading.reference else {
      return date.parts.year != nil && isLed(date, sentence, cues, reading)
    }
    if days.latest <= reference.adding(days: 1) { return intends && launches && days.isDay }
    return intends || (launches && days.isDay)
  }

  /// Whether a word of intention leads up to the day in its clause, and none that it is past.
  private func isLed(_ date: FoundDate, _ sentence: Int, _ cues: CueTable, _ reading: Reading) -> Bool {
    let clause = Int(reading.text.clauseStarts[date.range.lowerBound])
    let led = cues.modes[sentence].last { cue in
      cue.range.upperBound <= date.range.lowerBound && cue.range.lowerBound >= clause
        && date.range.lowerBound - cue.range.upperBound <= 10 && (cue.mode == "target" || cue.mode == "done")
    }
    return led?.mode == "target" && led?.weight ?? 0 >= 1
  }

  /// Whether a word that calls the day a target or a limit stands before it in its clause.
  private func isCalledLimit(_ date: FoundDate, _ sentence: Int, _ cues: CueTable) -> Bool {
    cues.modes[sentence].contains { cue in
      cue.mode == "target" && cue.weight >= 2 && cue.range.upperBound <= date.range.lowerBound
        && date.range.lowerBound - cue.range.upperBound <= 8
    }
  }

  private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
  }
}
