import PantauRecords
import PantauRules
import PantauText

/// What is due on a day that promises something without an amount.
extension StatementAssembler {
  /// What is due on a day: the words that tell the stage, the stage that they mean for a promise, and whether the words
  /// stand nearer to this day than to the sentence's others.
  typealias Due = (cue: Cue, stage: Term, isOwn: Bool)

  /// The stage word that belongs to a date: the nearest one between it and the date before; where the sentence begins with
  /// its day, between it and the date behind; else the nearest.
  /// A day that was moved may stand anywhere in its sentence.
  func stage(for index: Int, _ isMoved: Bool, _ cues: CueTable, _ reading: FinalReading) -> Due? {
    let day = reading.days[index]
    let sentence = day.sentence
    let segment = segment(of: day, cues, reading)
    var own: Cue?
    var other: Cue?
    for index in cues.stages.indices(of: sentence) {
      let cue = cues.stages.all[index]
      let gap = distance(cue.range, day.range)
      // "Pembentukan di Mahakam Ulu, tak terkecuali di Ujoh Bilang, harus selesai paling lambat 31 Mei"
      let isLimit = (day.relation == .by || day.relation == .before) && isLed(day, cues, reading)
      let reach = isLimit ? 18 : 12
      guard reading.gap(between: cue.range, day.range) <= reach || isMoved || leads(cue, of: day, reading),
        !cue.isOccasion || isMoved, !isMoved || cue.range.upperBound <= day.range.lowerBound,
        !cue.isReady || isSet(cue, for: day, reading), cue.stage != .other, !isReason(cue, behind: day, cues),
        !isEvent(cue, of: day, reading), !isBehindOccasion(cue, day, cues, reading),
        !isPurpose(cue, ofWorksOn: day, cues)
      else { continue }
      if other.map({ gap < distance($0.range, day.range) }) ?? true { other = cue }
      guard segment.contains(cue.range.lowerBound) else { continue }
      if own.map({ gap < distance($0.range, day.range) }) ?? true { own = cue }
    }
    let completes = cues.completions.contains(in: sentence) { segment.contains($0.range.lowerBound) }
    let works = own == nil && other == nil ? works(dueOn: day, segment, completes, cues, reading) : nil
    guard let cue = own ?? other ?? works ?? spokenOf(sentence, segment, isMoved ? day : nil, cues, reading)
    else { return nil }
    // "Target pembangunan gedung akhir Januari" is that it stands.
    let isAim =
      cue.aspect == .event
      && cues.modes.contains(in: sentence) {
        $0.mode == .target && $0.weight >= 2 && $0.range.upperBound == cue.range.lowerBound
      }
    let isGoal = isAim || (completes && (cue.aspect != .state || programme.goal(of: cue.stage) != nil))
    return (
      cue, isGoal ? programme.goal(of: cue.stage) ?? cue.stage : cue.stage,
      own != nil || works != nil || completes
    )
  }

  /// "Pendataan lahan harus rampung pada 15 November": works without a stage of their own, which a limit, or words of intention and
  /// completion, make due, in a sentence that counts nothing.
  private func works(
    dueOn day: Day, _ segment: Range<Int>, _ completes: Bool, _ cues: CueTable, _ reading: FinalReading
  ) -> Cue? {
    let isLimit = day.relation == .before || day.relation == .by || day.relation == .until
    let isPromised =
      completes
      && cues.modes.contains(in: day.sentence) { $0.mode == .target && $0.weight >= 1 }
    guard isLimit || isPromised else { return nil }
    var best: Cue?
    for index in cues.stages.indices(of: day.sentence) {
      let cue = cues.stages.all[index]
      guard cue.stage == .other, cue.aspect != .pending, !cue.isAside, !cue.isNegated, !cue.isReady,
        segment.contains(cue.range.lowerBound), reading.gap(between: cue.range, day.range) <= 12
      else { continue }
      let gap = distance(cue.range, day.range)
      if best.map({ gap < distance($0.range, day.range) }) ?? true { best = cue }
    }
    // Asked last: it looks at the whole sentence.
    guard let best, !countsAnything(in: day.sentence, reading) else { return nil }
    return best
  }

  /// Whether a sentence has a word for all or a number that is no date's.
  func countsAnything(in sentence: Int, _ reading: FinalReading) -> Bool {
    reading.sentences[sentence].contains { token in
      reading.has(labels.quantifiers, at: token)
        || (reading.has(labels.number, at: token) && !reading.days.contains { $0.range.contains(token) })
    }
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
    _ sentence: Int, _ segment: Range<Int>, _ moved: Day?, _ cues: CueTable, _ reading: FinalReading
  ) -> Cue? {
    guard moved != nil || !cues.stages.contains(in: sentence, where: { !$0.isOccasion }),
      let completion = moved.map({ Cue(range: $0.range, sentence: sentence) })
        ?? limit(segment, sentence, reading) ?? bound(segment, sentence, cues)
        ?? (cues.modes.contains(in: sentence, where: { $0.mode == .target && $0.weight >= 2 })
          ? cues.completions.first(in: sentence, where: { segment.contains($0.range.lowerBound) }) : nil)
    else { return nil }
    // "Semula acara itu hendak dibarengkan dengan Hari Koperasi": of a launch the text may have spoken further above.
    let isLaunch = moved.map { programme.launches.contains($0.latest) } ?? false
    let launch =
      !isLaunch
      ? nil
      : (max(0, sentence - 6)..<sentence).reversed().lazy.compactMap { earlier in
        cues.stages.last(in: earlier) { $0.stage == .launched }
      }.first
    guard let spoken = launch ?? spoken(of: sentence, cues) else { return nil }
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
    // "Seluruhnya sebelum Hari Koperasi, sedangkan badan hukum diminta selesai Juni": a clause of its own.
    let clause = Int(reading.clauseStarts[day.range.lowerBound])
    let hasOwn =
      clause > first
      && cues.stages.contains(in: day.sentence) {
        (clause..<day.range.lowerBound).contains($0.range.lowerBound)
      }
    return beginsWithDay && !hasOwn ? day.range.lowerBound..<high : low..<day.range.upperBound
  }

  /// "Sebelum peresmian pada 21 Juli", "sebelum hari peluncuran itu": the act that the day itself belongs to, not what is due before it.
  private func isEvent(_ cue: Cue, of day: Day, _ reading: FinalReading) -> Bool {
    if cue.range.overlaps(day.range) { return true }
    guard day.relation == .before, cue.range.upperBound <= day.range.lowerBound,
      day.range.lowerBound - cue.range.upperBound <= 2
    else { return false }
    return !(cue.range.upperBound..<day.range.lowerBound).contains { token in
      reading.match(labels.dateWords, at: token).flatMap { reading.words.isBefore[$0] } == true
    }
  }

  /// "Beroperasi pasca peluncuran nasional pada 12 Juli": whether the day is that of an occasion behind which an act follows.
  private func isBehindOccasion(_ cue: Cue, _ day: Day, _ cues: CueTable, _ reading: FinalReading) -> Bool {
    let start = day.range.lowerBound
    return cues.stages.contains(in: day.sentence) { other in
      other.isOccasion && other.range.upperBound <= start && start - other.range.upperBound <= 3
        && other.range.lowerBound >= cue.range.upperBound
        && reading.match(labels.asides, endingAt: other.range.lowerBound, reach: 4)
          .flatMap { reading.words.asides[$0] } == .after
    }
  }

  /// "Musdesus wajib dilaksanakan paling lambat 31 Mei, sebagai dasar pengesahan badan hukum": whether an act behind a day only tells what one
  /// before it is for.
  private func isReason(_ cue: Cue, behind day: Day, _ cues: CueTable) -> Bool {
    guard cue.isAside, cue.range.lowerBound >= day.range.upperBound else { return false }
    return cues.stages.contains(in: day.sentence) {
      $0.stage != .other && !$0.isAside && !$0.isOccasion && $0.range.upperBound <= day.range.lowerBound
    }
  }

  /// "Minggu ini kepengurusan dan administrasi untuk akta notaris sudah dirampungkan": whether an act behind a day only tells what other works
  /// before it, which the day makes due, are for.
  private func isPurpose(_ cue: Cue, ofWorksOn day: Day, _ cues: CueTable) -> Bool {
    let end = day.range.upperBound
    guard cue.isAside, cue.range.lowerBound >= end else { return false }
    return cues.stages.contains(in: day.sentence) {
      $0.stage == .other && !$0.isAside && $0.range.lowerBound >= end
        && $0.range.upperBound <= cue.range.lowerBound
    }
  }

  private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
  }
}
