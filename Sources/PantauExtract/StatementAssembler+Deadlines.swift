import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Targets that name no quantity of their own.
extension StatementAssembler {
  /// A stage, a promise and a deadline in one sentence are a target, even where no quantity is named; and a further stage
  /// with a day of its own is a further target for what the sentence's first one counts.
  func deadlineOnly(
    _ drafts: [Draft], _ quantities: [Quantity], _ cues: CueTable, _ reading: FinalReading
  ) -> [Draft] {
    var found: [Draft] = []
    for index in reading.days.indices where !reading.isInHeading(reading.days[index].range.lowerBound) {
      let isTold = (drafts + found).contains { $0.kind == .target && $0.deadline == index - 1 }
      if isTold, saysAgain(index, reading) { continue }
      let limit = limit(named: index, drafts, cues, reading)
      if var limit {
        takeRest(&limit, drafts, quantities, cues, reading)
        found.append(limit)
        if reading.days[index].relation != .before { continue }
      }
      guard var draft = due(on: index, drafts, found, hasNamedLimit: limit != nil, cues, reading) else {
        continue
      }
      takeRest(&draft, drafts, quantities, cues, reading)
      found.append(draft)
      if let second = joined(to: draft, cues, reading) { found.append(second) }
    }
    return found + scheduled(behind: drafts + found, cues, reading)
  }

  /// "12 Juli 2025, tepat Hari Koperasi": whether a day only says right behind it which day the one before is.
  private func saysAgain(_ index: Int, _ reading: FinalReading) -> Bool {
    guard index > 0 else { return false }
    let (before, day) = (reading.days[index - 1], reading.days[index])
    return !day.isUnsettled && !before.isUnsettled && before.sentence == day.sentence && day.isDay
      && before.latest == day.latest && before.isDay
      && (0...2).contains(day.range.lowerBound - before.range.upperBound)
  }

  /// What is promised for a day, unless it is told already.
  private func due(
    on index: Int, _ drafts: [Draft], _ found: [Draft], hasNamedLimit: Bool, _ cues: CueTable,
    _ reading: FinalReading
  ) -> Draft? {
    let day = reading.days[index]
    let isMoved = isRevised(day, cues, reading)
    guard isMoved || isDue(day, drafts, cues, reading), let due = stage(for: index, isMoved, cues, reading)
    else { return nil }
    let isRevised = isRevised(day.sentence, reading)
    let isFurther = !found.contains {
      $0.quantity.sentence == day.sentence && ($0.stage == due.stage || !due.isOwn)
    }
    let told = drafts.filter { $0.quantity.sentence == day.sentence && $0.kind == .target }
    guard isRevised || isFurther,
      !told.contains(where: { isTold($0, due, index, isRevised, cues, reading) }),
      !restricts(due.cue, day, cues, reading),
      isMoved || !told.isEmpty || isOnProgramme(due, day, cues, reading)
    else { return nil }
    var draft = draft(due.cue, index, told.last, hasNamedLimit, cues, reading)
    draft.stage = due.stage
    if due.isOwn { draft.stageScore = weights.stageSameZone }
    if told.isEmpty {
      takePlace(&draft, drafts, reading)
      takeCounted(&draft, reading)
      takeAmount(&draft, drafts, reading)
    }
    if day.relation == .from, draft.quantity.hasAmount, isAhead(day, reading) {
      // "Semua koperasi ditargetkan mulai beroperasi Maret 2026": the use of buildings is reached where it begins.
      draft.isOnDay = draft.stage.map { programme.isUseOfWorks($0) } ?? false
    }
    if isMoved, let earlier = moved(draft, after: drafts + found, cues) {
      draft.region = earlier.region
      takeAmount(of: earlier, movedTo: day, &draft, reading)
    }
    // "Dijadwalkan mulai 20 Mei" sets no limit; "operasional penuh ditargetkan mulai Maret 2026" tells a goal.
    let isGoal =
      day.relation == .from && draft.stage.map { programme.isUseOfWorks($0) } == true
      && reading.has(labels.stage, at: due.cue.range.lowerBound)
      && reading.gap(between: due.cue.range, day.range) <= 4
      && cues.modes.contains(in: day.sentence) { $0.mode == .target && $0.weight >= 2 }
    return draft.quantity.hasAmount || isGoal || latest(draft, reading) != nil ? draft : nil
  }

  /// Whether what is due on a day is the programme's: its sentence or the one before names it or what it counts, the words stand right beside
  /// each other, or words of intention lead up to the day.
  private func isOnProgramme(_ due: Due, _ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let sentence = day.sentence
    return cues.namesProgramme[sentence] || (sentence > 0 && cues.namesProgramme[sentence - 1])
      || counts(sentence, reading) || isPlainlyLed(day, cues, reading)
      || reading.gap(between: due.cue.range, day.range) <= 6
  }

  /// "Seluruh desa memiliki koperasi dan aktif pada 2025": whether a joining word leads another state of what is promised for the day.
  private func isJoined(_ due: Due, to told: Draft, _ reading: FinalReading) -> Bool {
    let end = max(told.quantity.range.upperBound, told.cue?.range.upperBound ?? 0)
    let start = due.cue.range.lowerBound
    guard due.isOwn, due.cue.aspect == .state, due.stage != told.stage,
      told.cue?.aspect == .state, end < start
    else { return false }
    return (max(end, start - 3)..<start).contains { reading.joins($0) }
      && !(end..<start).contains { reading.isMark($0, ",") }
  }

  /// "Akan diluncurkan sekaligus beroperasi pada 28 Oktober": the same promise of the act that a joining word leads right before its own.
  private func joined(to draft: Draft, _ cues: CueTable, _ reading: FinalReading) -> Draft? {
    guard let cue = draft.cue, !draft.quantity.hasAmount,
      cues.modes.contains(in: cue.sentence, where: { $0.mode == .target && $0.weight >= 1 })
    else { return nil }
    let first = cues.stages.last(in: cue.sentence) { other in
      other.range.upperBound + 1 == cue.range.lowerBound && reading.joins(other.range.upperBound)
        && other.stage != cue.stage && other.stage != .other && !other.isOccasion && !other.isAside
        && other.aspect == cue.aspect
    }
    guard let first else { return nil }
    var second = draft
    (second.cue, second.stage) = (first, first.stage)
    second.quantity.anchor = first.range.lowerBound
    return second
  }

  /// "Yang berhak atas akta hanya desa yang bermusyawarah sebelum 31 Mei": whether a limit stands in a relative clause, which only tells which
  /// ones are meant, with the stage word or behind it, and no word of intention before.
  private func restricts(_ cue: Cue, _ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let start = cue.range.lowerBound
    let low = max(reading.sentences[day.sentence].lowerBound, start - 3)
    guard day.relation == .before || day.relation == .by, !cue.isNegated,
      day.range.lowerBound >= cue.range.upperBound
    else { return false }
    let isWithin = low < start && reading.has(labels.relatives, in: low..<start)
    guard isWithin || isOfClause(day, behind: cue, cues, reading) else { return false }
    return !cues.modes.contains(in: day.sentence) {
      $0.mode == .target && $0.range.upperBound <= day.range.lowerBound
    }
  }

  /// Whether a relative clause that tells which ones are meant leads up to a day, behind a stage word.
  private func isOfClause(
    _ day: Day, behind cue: Cue, _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    cues.stages.contains(in: day.sentence) { other in
      let gap = day.range.lowerBound - other.range.upperBound
      return other.stage == .other && other.range.lowerBound >= cue.range.upperBound && gap >= 0 && gap <= 3
        && reading.match(labels.relatives, at: other.range.lowerBound) != nil
    }
  }

  /// Whether words of intention lead up to a day that is not the one of saying.
  private func isPlainlyLed(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    day.hasDayOrMonth && !day.hasWeekday && isLed(day, cues, reading)
  }

  /// Whether a target of a day's sentence says already what is due on the day.
  private func isTold(
    _ told: Draft, _ due: Due, _ index: Int, _ isRevised: Bool, _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    if told.deadline == index { return !isJoined(due, to: told, reading) }
    if isRevised { return told.deadline == nil }
    // "…, sedangkan pemerintah pusat meminta badan hukum selesai akhir Juni": a day in a clause of its own that words of intention lead.
    if due.isOwn, let other = told.deadline,
      reading.clause(of: reading.days[index].range.lowerBound)
        != reading.clause(of: reading.days[other].range.lowerBound),
      isLed(reading.days[index], cues, reading),
      latest(told, reading) != reading.days[index].latest
    {
      return false
    }
    return told.stage == due.stage || told.cue?.stage == due.cue.stage
      || (told.deadline == nil && told.quantity.anchor > reading.days[index].range.lowerBound)
  }

  /// Whether a sentence speaks of what the programme counts.
  private func counts(_ sentence: Int, _ reading: FinalReading) -> Bool {
    reading.sentences[sentence].contains { token in
      reading.match(labels.unit, at: token).flatMap { reading.words.units[$0]?.term } == programme.countedUnit
    }
  }

  /// Whether a date is a limit, or a day ahead for which something is planned.
  private func isDue(_ day: Day, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading) -> Bool {
    if day.isUnsettled { return false }
    let isLimit =
      day.relation == .before || day.relation == .by
      || (day.relation == .until
        && (isAhead(day, reading) || (reading.reference == nil && isLed(day, cues, reading))))
    guard isLimit || isPlanned(day, cues, reading) else { return false }
    if reading.threeDaysBefore.map({ day.latest >= $0 }) ?? true { return true }
    return isCalledLimit(day, cues) && day.relation != .until
      && !drafts.contains { $0.quantity.sentence == day.sentence && $0.kind == .actual }
  }

  private func draft(
    _ stage: Cue, _ index: Int, _ told: Draft?, _ hasNamedLimit: Bool, _ cues: CueTable,
    _ reading: FinalReading
  ) -> Draft {
    let date = reading.days[index].range
    let low = min(stage.range.lowerBound, date.lowerBound)
    let high = max(stage.range.upperBound, date.upperBound)
    // "Peluncuran di Grobogan direncanakan bersamaan dengan Hari Koperasi": the place named is meant.
    let isPlaced =
      reading.mentions.contains {
        (low..<high).contains($0.range.lowerBound) && !$0.isDateline
          && reading.match(labels.prepositions, endingAt: $0.range.lowerBound, reach: 2) != nil
      }
      || isOfPlace(stage, reading)
    let isCountrys =
      told == nil && stage.stage == .launched && programme.launches.contains(reading.days[index].latest)
      && !followsAnother(stage, reading)
    let isNational = !isPlaced && !hasNamedLimit && (isCountrys || isNational(stage, low..<high, reading))
    var quantity =
      (isNational ? nil : told?.quantity)
      ?? Quantity(
        range: low..<high, anchor: stage.range.lowerBound, rule: -1, sentence: stage.sentence)
    // "Seluruhnya diresmikan serentak 12 Juli": all at once.
    let tokens = reading.sentences[stage.sentence]
    quantity.all =
      !isNational
      && (quantity.all
        || (reading.has(labels.together, in: tokens) && reading.has(labels.quantifiers, in: tokens)))
    if told == nil, !isNational, stage.stage != .launched,
      countsAll(of: date, in: stage.sentence, reading) || isSaidOfAll(stage, reading)
    {
      quantity.all = true
    }
    quantity.range = low..<high
    quantity.anchor = stage.range.lowerBound
    quantity.unit = quantity.unit ?? programme.countedUnit
    quantity.zone = reading.sentences[stage.sentence]
    var draft = Draft(quantity: quantity)
    draft.cue = stage
    draft.stage = stage.stage
    draft.kind = .target
    draft.deadline = index
    if told == nil, let village = village(namedBefore: low, in: stage.sentence, reading) {
      draft.region = village
      draft.quantity.all = false
    } else if !isNational {
      draft.region =
        told.map(\.region) ?? village(ofWorks: stage, named: low..<high, reading)
        ?? village(ofWorks: stage, on: reading.days[index], reading)
        ?? RegionChoice(weights: weights, cues: cues, reading: reading).region(of: quantity)
    }
    return draft
  }

  /// "Koperasi di Dairi ikut diluncurkan serentak": whether a place is named right behind what is spoken of, and right before what is done.
  private func isOfPlace(_ stage: Cue, _ reading: FinalReading) -> Bool {
    reading.mentions(of: stage.sentence).contains { index in
      let range = reading.mentions[index].range
      guard range.upperBound <= stage.range.lowerBound, stage.range.lowerBound - range.upperBound <= 5 else {
        return false
      }
      // "KDMP Blora akan diluncurkan"
      let preposition = reading.match(labels.prepositions, endingAt: range.lowerBound, reach: 2)
      let end = preposition.map { Int($0.start) } ?? range.lowerBound
      return reading.match(labels.unit, endingAt: end) != nil
        || (preposition == nil && reading.match(labels.programme, endingAt: end) != nil)
    }
  }

  /// "KDMP Lolu dijadwalkan ikut peresmian serentak pada 31 Januari": the village of the one cooperative that a sentence names, and counts
  /// none, before what is promised.
  private func village(namedBefore end: Int, in sentence: Int, _ reading: FinalReading) -> Int? {
    let start = reading.sentences[sentence].lowerBound
    var found: Int?
    for token in start..<max(start, end) {
      if reading.has(labels.quantifiers, at: token) || reading.has(labels.number, at: token) { return nil }
      guard let name = reading.match(labels.programme, at: token) else { continue }
      for index in reading.mentions(of: sentence)
      where reading.mentions[index].range.lowerBound == Int(name.end) && reading.mentions[index].rank == 3 {
        if let found, found != reading.mentions[index].region { return nil }
        found = reading.mentions[index].region
      }
    }
    return found
  }

  /// Whether words tell of building, or that what is built is done.
  private func isOfWorks(_ stage: Cue) -> Bool {
    stage.stage == .completed || known.contains { $0.isWorks(stage.stage) }
  }

  /// Whether a sentence counts something, or speaks of all of it or of what is done together.
  private func speaksOfMany(_ sentence: Int, _ reading: FinalReading) -> Bool {
    countsAnything(in: sentence, reading) || reading.has(labels.together, in: reading.sentences[sentence])
  }

  /// "Gerai di Tobeu ini sudah rampung akhir Desember": the only village among the words that promise works, in a sentence that counts none.
  private func village(ofWorks stage: Cue, named words: Range<Int>, _ reading: FinalReading) -> Int?? {
    guard isOfWorks(stage) || programme.isUseOfWorks(stage.stage), !speaksOfMany(stage.sentence, reading)
    else {
      return nil
    }
    var found: Int?
    for index in reading.mentions(of: stage.sentence) {
      let mention = reading.mentions[index]
      guard words.contains(mention.range.lowerBound), !mention.isQualifier, !mention.isUnitNumber else {
        continue
      }
      if mention.rank != 3 || mention.region != found ?? mention.region { return nil }
      found = mention.region
    }
    return found.map { .some($0) }
  }

  /// "… di Desa Loko Tali. Gerai itu ditargetkan selesai akhir Maret": the village whose one building or cooperative is spoken of, where the
  /// sentence names no place and counts nothing: that named last in the three sentences before, else the one that the headline names,
  /// else the only one of the article.
  private func village(ofWorks stage: Cue, on day: Day, _ reading: FinalReading) -> Int?? {
    let isWorks = isOfWorks(stage)
    let isOpened =
      programme.isUseOfWorks(stage.stage)
      || (stage.stage == .launched && !programme.launches.contains(day.latest))
    let sentence = stage.sentence
    // What others than the village's own say of other acts is said of more than the village.
    let isTold =
      !reading.isQuoted(stage.range.lowerBound)
      && !reading.has(labels.limits, in: reading.sentences[sentence])
    guard isWorks || isOpened || isTold else { return nil }
    func isPlace(_ index: Int) -> Bool {
      let mention = reading.mentions[index]
      return !mention.isDateline && !mention.isAnaphor && !mention.isUnitNumber && !mention.isScene
    }
    if reading.mentions(of: sentence).contains(where: isPlace) { return nil }
    // "Peluncuran tingkat kota"
    if reading.has(labels.placeAnaphora, in: reading.sentences[sentence]) { return nil }
    if speaksOfMany(sentence, reading) { return nil }
    if isWorks || isTold,
      let last = reading.mentions(of: max(0, sentence - 3)..<sentence).last(where: {
        isPlace($0) && !reading.mentions[$0].isQualifier
      }), reading.mentions[last].rank == 3
    {
      return .some(reading.mentions[last].region)
    }
    if isWorks || isOpened, let village = village(ofHeadline: sentence, reading) { return .some(village) }
    return isTold ? reading.onlyVillage.map { .some($0) } : nil
  }

  /// The village of which the headline speaks, where it is the last one named before a sentence.
  private func village(ofHeadline sentence: Int, _ reading: FinalReading) -> Int? {
    func isVillage(_ mention: FinalReading.Mention) -> Bool { mention.rank == 3 && !mention.isUnitNumber }
    let named = reading.mentions.filter { $0.range.lowerBound < reading.bodyStart && isVillage($0) }
    guard let first = named.first, named.allSatisfy({ $0.region == first.region }) else { return nil }
    let last = reading.mentions(of: 0..<sentence).last { isVillage(reading.mentions[$0]) }
    return last.map { reading.mentions[$0].region } == first.region ? first.region : nil
  }

  /// "Diluncurkan secara nasional 12 Juli": words for the whole country beside the act and its day.
  func isNational(_ stage: Cue, _ range: Range<Int>, _ reading: FinalReading) -> Bool {
    let sentence = reading.sentences[stage.sentence]
    let behind = range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 7))
    // "Secara nasional musdes selesai Mei, sedangkan badan hukum ditargetkan Juni": what leads the sentence is said of all of it.
    let lead = reading.match(labels.nationalWords, at: sentence.lowerBound)
    if let lead, reading.words.nations[lead]?.stage == nil,
      !reading.mentions(of: stage.sentence).contains(where: { !reading.mentions[$0].isDateline })
    {
      return true
    }
    // "… ditutup 30 Juni, disusul peluncuran nasional": what follows another act's word is said of that.
    let next = behind.first { reading.has(labels.stage, at: $0) }
    let near = max(sentence.lowerBound, range.lowerBound - 8)..<(next ?? behind.upperBound)
    // Words within longer ones say nothing by themselves: "Hari Koperasi Nasional".
    var token = max(sentence.lowerBound, near.lowerBound - 4)
    while token < near.upperBound {
      guard let match = reading.match(labels.nationalWords, at: token) else {
        token += 1
        continue
      }
      if token >= near.lowerBound, isSaid(match, of: stage, reading) { return true }
      token = Int(match.end)
    }
    return false
  }

  /// Whether words for the whole country are said of an act: of any, or of its stage, and, where they tell who does it, before it.
  private func isSaid(_ match: Match, of stage: Cue, _ reading: FinalReading) -> Bool {
    let word = reading.words.nations[match]
    if word?.isBefore == true, Int(match.start) >= stage.range.lowerBound { return false }
    return word?.stage.map { $0 == stage.stage || $0 == .any } ?? true
  }
}
