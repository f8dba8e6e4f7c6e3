import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Targets that name no quantity of their own.
extension StatementAssembler {
  /// A stage, a promise and a deadline in one sentence are a target, even where no quantity is named; and a further stage
  /// with a day of its own is a further target for what the sentence's first one counts.
  func deadlineOnly(_ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading) -> [Draft] {
    var found: [Draft] = []
    for index in reading.days.indices where reading.days[index].range.lowerBound >= reading.bodyStart {
      let sentence = reading.days[index].sentence
      guard isDue(reading.days[index], drafts, cues, reading),
        let due = stage(for: index, sentence, cues, reading)
      else { continue }
      let isRevised = isRevised(sentence, reading)
      guard
        isRevised
          || !found.contains(where: {
            $0.quantity.sentence == sentence && ($0.stage == due.stage || !due.isOwn)
          })
      else { continue }
      let told = drafts.indices.filter {
        drafts[$0].quantity.sentence == sentence && drafts[$0].kind == .target
      }
      if told.contains(where: { isTold(drafts[$0], due, index, isRevised, cues, reading) }) { continue }
      let named =
        cues.namesProgramme[sentence] || (sentence > 0 && cues.namesProgramme[sentence - 1])
        || counts(sentence, reading)
      guard named || !told.isEmpty || reading.gap(between: due.cue.range, reading.days[index].range) <= 6
      else {
        continue
      }
      var draft = draft(due.cue, index, told.last.map { drafts[$0] }, cues, reading)
      draft.stage = due.stage
      // "Dijadwalkan mulai 20 Mei" sets no limit.
      if draft.quantity.hasAmount || latest(draft, reading) != nil { found.append(draft) }
    }
    return found
  }

  /// Whether a target of a day's sentence says already what is due on the day.
  private func isTold(
    _ told: Draft, _ due: Due, _ index: Int, _ isRevised: Bool, _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    if told.deadline == index { return true }
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

  /// "Semula ditargetkan 31 Januari, mundur menjadi akhir Februari": whether a sentence tells a day that was moved.
  private func isRevised(_ sentence: Int, _ reading: FinalReading) -> Bool {
    var count = 0
    for day in reading.days.indices
    where reading.days[day].sentence == sentence && !reading.days[day].isUnsettled { count += 1 }
    return count > 1 && reading.has(labels.revisions, in: reading.sentences[sentence])
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
      || (day.relation == .until && isAhead(day, reading))
    guard isLimit || isPlanned(day, cues, reading) else { return false }
    if reading.threeDaysBefore.map({ day.latest >= $0 }) ?? true { return true }
    return isCalledLimit(day, cues) && day.relation != .until
      && !drafts.contains { $0.quantity.sentence == day.sentence && $0.kind == .actual }
  }

  private func draft(
    _ stage: Cue, _ index: Int, _ told: Draft?, _ cues: CueTable, _ reading: FinalReading
  ) -> Draft {
    let date = reading.days[index].range
    let low = min(stage.range.lowerBound, date.lowerBound)
    let high = max(stage.range.upperBound, date.upperBound)
    // "Peluncuran di Grobogan direncanakan bersamaan dengan Hari Koperasi": the place named is meant.
    let isPlaced = reading.mentions.contains {
      (low..<high).contains($0.range.lowerBound) && !$0.isDateline
        && reading.match(labels.prepositions, endingAt: $0.range.lowerBound, reach: 2) != nil
    }
    let isCountrys =
      told == nil && stage.stage == .launched && programme.launches.contains(reading.days[index].latest)
    let isNational = !isPlaced && (isCountrys || isNational(stage, low..<high, reading))
    var quantity =
      (isNational ? nil : told?.quantity)
      ?? Quantity(
        range: low..<high, anchor: stage.range.lowerBound, rule: -1, sentence: stage.sentence)
    // "Diresmikan serentak 12 Juli": all at once.
    quantity.all =
      !isNational
      && (quantity.all || reading.has(labels.together, in: reading.sentences[stage.sentence]))
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
        told.map(\.region) ?? village(ofWorks: stage, reading)
        ?? RegionChoice(weights: weights, cues: cues, reading: reading).region(of: quantity)
    }
    return draft
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

  /// "… di Desa Loko Tali. Gerai itu ditargetkan selesai akhir Maret": the village whose one building is spoken of, named last in the
  /// three sentences before, where the sentence names no place and counts nothing.
  private func village(ofWorks stage: Cue, _ reading: FinalReading) -> Int?? {
    guard stage.stage == .completed || known.contains(where: { $0.isWorks(stage.stage) }) else { return nil }
    let sentence = stage.sentence
    func isPlace(_ index: Int) -> Bool {
      let mention = reading.mentions[index]
      return !mention.isDateline && !mention.isAnaphor && !mention.isUnitNumber && !mention.isScene
    }
    if reading.mentions(of: sentence).contains(where: isPlace) { return nil }
    let counts = reading.sentences[sentence].contains { token in
      reading.has(labels.quantifiers, at: token)
        || (reading.has(labels.number, at: token) && !reading.days.contains { $0.range.contains(token) })
    }
    guard !counts,
      let last = reading.mentions(of: max(0, sentence - 3)..<sentence).last(where: {
        isPlace($0) && !reading.mentions[$0].isQualifier
      }), reading.mentions[last].rank == 3
    else { return nil }
    return .some(reading.mentions[last].region)
  }

  /// "Diluncurkan secara nasional 12 Juli": words for the whole country beside the act and its day.
  func isNational(_ stage: Cue, _ range: Range<Int>, _ reading: FinalReading) -> Bool {
    let sentence = reading.sentences[stage.sentence]
    let behind = range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 7))
    // "… ditutup 30 Juni, disusul peluncuran nasional": what follows another act's word is said of that.
    let next = behind.first { reading.has(labels.stage, at: $0) }
    let near = max(sentence.lowerBound, range.lowerBound - 8)..<(next ?? behind.upperBound)
    return near.contains { token in
      guard let match = reading.match(labels.nationalWords, at: token) else { return false }
      let word = reading.words.nations[match]
      // "Presiden dijadwalkan meluncurkan": who does it stands before the act.
      if word?.isBefore == true, token >= stage.range.lowerBound { return false }
      return word?.stage.map { $0 == stage.stage } ?? true
    }
  }

  /// What is due on a day: the words that tell the stage, the stage that they mean for a promise, and whether the words
  /// stand nearer to this day than to the sentence's others.
  private typealias Due = (cue: Cue, stage: Term, isOwn: Bool)

  /// The stage word that belongs to a date: the nearest one between it and the date before; where the sentence begins with
  /// its day, between it and the date behind; else the nearest.
  private func stage(for index: Int, _ sentence: Int, _ cues: CueTable, _ reading: FinalReading) -> Due? {
    let day = reading.days[index]
    let segment = segment(of: day, cues, reading)
    var own: Cue?
    var other: Cue?
    for index in cues.stages.indices(of: sentence) {
      let cue = cues.stages.all[index]
      let gap = distance(cue.range, day.range)
      guard reading.gap(between: cue.range, day.range) <= 12 || leads(cue, of: day, reading), !cue.isOccasion,
        !cue.isReady, cue.stage != .other,
        !isEvent(cue, of: day, reading)
      else { continue }
      if other.map({ gap < distance($0.range, day.range) }) ?? true { other = cue }
      guard segment.contains(cue.range.lowerBound) else { continue }
      if own.map({ gap < distance($0.range, day.range) }) ?? true { own = cue }
    }
    let completes = cues.completions.contains(in: sentence) { segment.contains($0.range.lowerBound) }
    guard let cue = own ?? other ?? spokenOf(sentence, segment, cues, reading) else { return nil }
    let isGoal = completes && cue.aspect != .state
    return (cue, isGoal ? programme.goal(of: cue.stage) ?? cue.stage : cue.stage, own != nil || completes)
  }

  /// "Peluncuran Kopdes Merah Putih oleh Presiden akan berlangsung serentak di seluruh Indonesia pada 19 Juli": whether a sentence begins
  /// with an act, and no mark stands between it and its day.
  private func leads(_ cue: Cue, of day: Day, _ reading: FinalReading) -> Bool {
    let start = day.range.lowerBound
    guard cue.range.lowerBound - reading.sentences[cue.sentence].lowerBound <= 2,
      cue.range.upperBound <= start, reading.gap(between: cue.range, day.range) <= 22
    else { return false }
    return reading.outsideBrackets(cue.range.upperBound..<start)
      .allSatisfy { reading.tokens[$0].kind != .punctuation }
  }

  /// "Untuk Tembesi kami targetkan selesai akhir Januari": what the text speaks of, where a sentence that tells no stage calls it a
  /// goal that it be complete.
  private func spokenOf(
    _ sentence: Int, _ segment: Range<Int>, _ cues: CueTable, _ reading: FinalReading
  ) -> Cue? {
    guard !cues.stages.contains(in: sentence, where: { !$0.isOccasion }),
      let completion = limit(segment, sentence, reading) ?? bound(segment, sentence, cues)
        ?? (cues.modes.contains(in: sentence, where: { $0.mode == .target && $0.weight >= 2 })
          ? cues.completions.first(in: sentence, where: { segment.contains($0.range.lowerBound) }) : nil)
    else { return nil }
    let told = (max(0, sentence - 2)..<sentence).reversed().lazy.compactMap { earlier in
      cues.stages.last(in: earlier) { $0.tellsContext && $0.stage != .other }
    }.first
    guard let spoken = told ?? cues.focus else { return nil }
    var cue = completion
    (cue.stage, cue.order, cue.aspect) = (spoken.stage, spoken.order, .event)
    return cue
  }

  /// "Capaian itu mendahului batas akhir nasional pada 25 Juni": words that call the country's day the last one, as what is spoken of.
  private func limit(_ segment: Range<Int>, _ sentence: Int, _ reading: FinalReading) -> Cue? {
    guard let token = segment.first(where: { reading.has(labels.limits, at: $0) }),
      let match = reading.match(labels.limits, at: token)
    else { return nil }
    let near = token..<min(segment.upperBound, Int(match.end) + 3)
    guard near.contains(where: { reading.has(labels.nationalWords, at: $0) }) else { return nil }
    return Cue(range: match.range, sentence: sentence)
  }

  /// "Batas waktunya Juni 2025", "memberi waktu sampai 31 Mei": a strong word of intention right before the words' day, as what is spoken
  /// of.
  private func bound(_ segment: Range<Int>, _ sentence: Int, _ cues: CueTable) -> Cue? {
    cues.modes.first(in: sentence) { cue in
      cue.mode == .target && cue.weight >= 2 && segment.contains(cue.range.lowerBound)
        && segment.upperBound - cue.range.upperBound <= 6
    }
  }

  /// The words of a sentence that stand with a date: those between it and the date before, or behind it where the
  /// sentence begins with a day.
  private func segment(of day: Day, _ cues: CueTable, _ reading: FinalReading) -> Range<Int> {
    let tokens = reading.sentences[day.sentence]
    var low = tokens.lowerBound
    var high = tokens.upperBound
    var first = Int.max
    var count = 0
    var lastStart = -1
    var nextStart = Int.max
    for other in reading.days.indices where reading.days[other].sentence == day.sentence {
      let range = reading.days[other].range
      count += 1
      first = min(first, range.lowerBound)
      if range.upperBound <= day.range.lowerBound, range.lowerBound >= lastStart {
        (lastStart, low) = (range.lowerBound, range.upperBound)
      }
      if range.lowerBound >= day.range.upperBound, range.lowerBound < nextStart {
        (nextStart, high) = (range.lowerBound, range.lowerBound)
      }
    }
    guard count > 1 else { return tokens }
    let beginsWithDay = !cues.stages.contains(in: day.sentence) { $0.range.upperBound <= first }
    return beginsWithDay ? day.range.lowerBound..<high : low..<day.range.upperBound
  }

  /// "Sebelum peresmian pada 21 Juli": the act that the day itself belongs to, not what is due before it.
  private func isEvent(_ cue: Cue, of day: Day, _ reading: FinalReading) -> Bool {
    guard day.relation == .before, cue.range.upperBound <= day.range.lowerBound,
      day.range.lowerBound - cue.range.upperBound <= 2
    else { return false }
    return !(cue.range.upperBound..<day.range.lowerBound).contains { token in
      reading.match(labels.dateWords, at: token).flatMap { reading.words.isBefore[$0] } == true
    }
  }

  private func isAhead(_ day: Day, _ reading: FinalReading) -> Bool {
    guard !day.isUnsettled, let reference = reading.reference else { return false }
    return day.earliest > reference
  }

  /// Whether a day lies ahead, or is the report's own, and a word of intention stands in its sentence.
  private func isPlanned(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    if let reference = reading.reference, day.latest < reference {
      return day.relation != .until && isCalledLimit(day, cues)
    }
    if day.relation == .since || day.relation == .asOf { return false }
    guard let dayAfter = reading.dayAfter else { return day.hasDayOrMonth && isLed(day, cues, reading) }
    let intends = cues.modes.contains(in: day.sentence) { $0.mode == .target && $0.weight >= 1 }
    let launches = cues.stages.contains(in: day.sentence) {
      $0.stage == .launched && reading.gap(between: $0.range, day.range) <= (intends ? 12 : 8)
    }
    if day.latest <= dayAfter {
      if let reference = reading.reference {
        if day.hasWeekday, day.latest <= reference, hasLaterDay(day, reading) { return false }
        // "Ditargetkan beres akhir Juni", told on the day before
        if !day.hasWeekday, day.latest >= reference, isCalledLimit(day, cues) { return true }
      }
      // What is promised for tomorrow is due there; today's date is the report's own more often.
      return intends && day.isDay && (launches || day.latest == dayAfter)
    }
    return intends || (launches && day.isDay) || isForetold(day, cues, reading)
  }

  /// "Senin, 28 April 2025", on which it is told that "pada 12 Juli" something is due: whether a day to come stands in a day's sentence.
  private func hasLaterDay(_ day: Day, _ reading: FinalReading) -> Bool {
    reading.days.contains { $0.sentence == day.sentence && isAhead($0, reading) }
  }

  /// "Operasional penuhnya dimulai 28 Oktober": whether a day to come stands right behind a stage word.
  private func isForetold(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let (start, end) = (day.range.lowerBound, day.range.upperBound)
    guard reading.dayAfter.map({ day.earliest > $0 }) ?? false else { return false }
    // "Juni mendatang koperasinya sudah berbadan hukum": a clause begins with the day.
    let begins =
      start - Int(reading.clauseStarts[start]) <= 2
      && !(Int(reading.clauseStarts[start])..<start).contains { reading.has(labels.stage, at: $0) }
    return cues.stages.contains(in: day.sentence) { cue in
      cue.stage != .other && !cue.isAside && !cue.isReady && !cue.isNegated
        && ((cue.range.upperBound...cue.range.upperBound + 3).contains(start)
          || (begins && cue.aspect == .state && (end...end + 6).contains(cue.range.lowerBound)))
        // "Semula diperkirakan baru terbentuk sekitar Oktober"
        && !cues.modes.contains(in: day.sentence) { mode in
          mode.mode == .done && mode.range.upperBound <= cue.range.lowerBound
            && cue.range.lowerBound - mode.range.upperBound <= 2
        }
    }
  }

  /// Whether a word of intention leads up to the day in its clause, and none that it is past.
  private func isLed(_ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let start = day.range.lowerBound
    let clause = Int(reading.clauseStarts[start])
    let led = cues.modes.last(in: day.sentence) { cue in
      cue.range.upperBound <= start && cue.range.lowerBound >= clause
        && start - cue.range.upperBound <= 10 && (cue.mode == .target || cue.mode == .done)
    }
    return led?.mode == .target && led?.weight ?? 0 >= 1
  }

  /// Whether a word that calls the day a target or a limit stands before it in its clause.
  private func isCalledLimit(_ day: Day, _ cues: CueTable) -> Bool {
    let start = day.range.lowerBound
    return cues.modes.contains(in: day.sentence) { cue in
      cue.mode == .target && cue.weight >= 2 && cue.range.upperBound <= start
        && start - cue.range.upperBound <= 8
    }
  }

  private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
  }
}
