import PantauRecords
import PantauRules
import PantauText

/// Tells a promise from a result, from background and from what is not said to be so.
struct RoleChoice {
  let weights: FeatureWeights
  let cues: CueTable
  let programme: ProgrammeTerms
  let reading: FinalReading
  /// All amounts of the article.
  let quantities: [Quantity]
  /// What words of intention add up to where they call something a goal, however past its day is.
  private static let plainGoal = 3.0
  /// Days to come behind which part of a month or year is no day of report.
  private static let farAhead = 6
  /// Weight from which on a word of completion takes what it says as given, whatever leads the sentence.
  private static let given = 4.0
  /// Tokens of amounts that are promises by their own words.
  let goals: [Range<Int>]

  /// The role of a quantity; nil for what is lacking, denied or only supposed.
  func role(of quantity: Quantity, stage: Cue?, inherited: Statement.Kind?) -> Statement.Kind? {
    let sentence = quantity.sentence
    let governor = self.governor(of: quantity)
    let sums = modeSums(of: quantity, governor)
    var (target, done) = (sums.target, sums.done)
    let (lack, total) = (sums.lack, sums.total)
    let isLedByIntent =
      stage.map { isPromised($0, of: quantity) && !isBeyondReport($0.range.lowerBound, quantity) } ?? false
    if let stage, stage.aspect != .event, governor.map({ stage.range.lowerBound < $0 }) ?? true,
      !isLedByIntent
    {
      done += weights.roleState * (stage.sentence == sentence ? 1 : 0.3)
    }
    for index in reading.days.indices where reading.days[index].sentence == sentence {
      weigh(reading.days[index], quantity, sums, &target, &done)
    }
    if let log = reading.log {
      log.add(
        roles: ["target": target, "actual": done, "lack": lack, "total": total],
        modes(of: quantity, governor), of: quantity)
    }
    if sums.hypothesis > 1.2 { return nil }
    if inherited == nil, stage?.sentence == sentence, isPast(quantity) { return .actual }
    let inSentence = stage?.sentence == sentence
    let isVillage = quantity.unit?.isAnyVillage == true
    if inherited == .target, inSentence, done >= 1, done > target { return .actual }
    if isVillage, inherited == nil, quantity.of == nil, leadsTotal(quantity),
      stage.map({ !isSaid($0, quantity) && !isPlaced($0, quantity) && !isSubject($0, quantity) }) ?? true
        || isWider(quantity)
    {
      return .total
    }
    if isLedByIntent || (inherited == nil && (followsGoal(quantity) || isPledge(quantity, stage))) {
      return .target
    }
    if isLackingAtEnd(quantity) || (inherited == .actual && isLedByLack(quantity)) { return nil }
    // "Musdesus 98,8 persen, tersisa 13 desa": what is left of what was told before.
    if isLedByLack(quantity), target - sums.target < 0.5,
      stage.map({ $0.range.upperBound <= quantity.range.lowerBound }) ?? true
    {
      return nil
    }
    if isLacking(quantity, stage, sums, target) || isListedAsLacking(quantity) { return nil }
    if let inherited, inherited != .total { return target > max(done, 1.5) ? .target : inherited }
    if !inSentence, isVillage, quantity.of == nil, quantity.percent == nil, !quantity.isBare, !quantity.all,
      !quantity.isGeneric
    {
      if target < 1.5, done < 2 { return isReported(quantity) ? .actual : .total }
    }
    if let stage, stage.isNegated, inSentence, target <= max(done, 1) { return nil }
    if lack > max(target, done) + weights.roleThreshold, !isDue(sums, target) { return nil }
    return role(of: quantity, inSentence, target: target, done: done, total: total)
  }

  /// The role of a quantity of which nothing is lacking, by what its words add up to; `inSentence` tells whether its stage stands in its
  /// sentence.
  private func role(
    of quantity: Quantity, _ inSentence: Bool, target: Double, done: Double, total: Double
  ) -> Statement.Kind? {
    if target > done { return .target }
    if done >= weights.roleThreshold {
      guard quantity.all, target > 0 else { return .actual }
      if !inSentence { return .target }
      // "Kita mau tiap desa punya ruang usaha": beside a word of intention a state alone reports nothing of all.
      return quantity.value == nil && !quantity.isArea && done <= weights.roleState ? nil : .actual
    }
    if inSentence { return quantity.all && quantity.value == nil ? (target > 0 ? .target : nil) : .actual }
    return total > 0 && quantity.unit?.isAnyVillage == true ? .total : nil
  }

  /// What the words of modality in the quantity's sentence add up to for it.
  private func modeSums(of quantity: Quantity, _ governor: Int?) -> ModeSums {
    var sums = ModeSums()
    let own = cues.modes.indices(of: quantity.sentence)
    if own.isEmpty { return sums }
    let restriction = cues.restriction(of: quantity, in: reading)
    for index in own {
      let cue = cues.modes.all[index]
      guard counts(cue, for: quantity, governor, restriction) else { continue }
      sums.add(cue.weight * nearness(cue, quantity), to: cue.mode)
    }
    return sums
  }

  /// Whether a word of modality is one that may be said of the quantity.
  private func counts(
    _ cue: Cue, for quantity: Quantity, _ governor: Int?, _ restriction: Range<Int>?
  ) -> Bool {
    if isTaken(cue, quantity) || restriction?.contains(cue.range.lowerBound) == true { return false }
    if isSaidBefore(cue, quantity) { return false }
    if cue.mode == .target, isPurposeOfDone(cue, quantity) || leadsNext(cue, behind: quantity) {
      return false
    }
    if cue.mode == .target, isTimeOnly(cue, before: quantity) || isBeforeShare(cue.range.lowerBound, quantity)
    {
      return false
    }
    if cue.mode == .target, isOfWhole(cue.range.lowerBound, quantity) { return false }
    // "Kurang lebih 300 koperasi" lacks nothing.
    if cue.mode == .lack, quantity.bound != nil, quantity.range.contains(cue.range.lowerBound) {
      return false
    }
    // "Menargetkan 49 gerai selesai": what is promised to be done is not done, but for what "dengan terbentuknya" takes as given.
    return cue.mode != .done || cue.weight >= Self.given
      || !(governor.map { cue.range.lowerBound > $0 } ?? isIntended(cue))
  }

  /// The sums by mode, for an explanation.
  private func modes(of quantity: Quantity, _ governor: Int?) -> [String: Double] {
    var sums: [String: Double] = [:]
    let restriction = cues.restriction(of: quantity, in: reading)
    for index in cues.modes.indices(of: quantity.sentence) {
      let cue = cues.modes.all[index]
      guard counts(cue, for: quantity, governor, restriction) else { continue }
      sums[cue.mode.string, default: 0] += cue.weight * nearness(cue, quantity)
    }
    return sums
  }

  /// Adds what a day of the quantity's sentence says for a promise and for a result.
  private func weigh(
    _ day: Day, _ quantity: Quantity, _ sums: ModeSums, _ target: inout Double, _ done: inout Double
  ) {
    if day.isUnsettled || reading.beginsNext(day, behind: quantity) { return }
    let start = day.range.lowerBound
    if isOfWhole(start, quantity) { return }
    let isAhead = reading.dayAfter.map { day.latest > $0 } ?? false
    let isBound =
      day.relation == .before || day.relation == .by
      || (day.relation == .until && (reading.reference.map { day.earliest > $0 } ?? false))
    let isPast = reading.threeDaysBefore.map { day.latest < $0 } ?? false
    if isBeforeShare(start, quantity) { return }
    let isBeyond = isBeyondReport(start, quantity) || isBeforeReport(start, quantity)
    let share =
      !isBeyond && (quantity.zone.contains(start) || isAlone(quantity))
      ? 1 : isBeyond || isOthers(day.range, than: quantity) ? weights.roleOther : weights.roleSentence
    if isBound, !isPast { target += share * weights.roleDeadline }
    if isBound, isPast, sums.target < Self.plainGoal { target *= 0.3 }
    guard let reference = reading.reference, let dayBefore = reading.dayBefore,
      let dayAfter = reading.dayAfter
    else { return }
    if day.latest < dayBefore, !hasLength(quantity.sentence) { done += share * weights.rolePast }
    if day.earliest > dayAfter || (day.hasLength && day.latest > reference && sums.target > 0) {
      // "Pada Maret 2026 sebanyak 80.000 unit sudah terbangun": no result is reported for a day to come.
      let leads = share == 1 && day.range.upperBound <= quantity.anchor && day.relation != .since
      // "80 ribu kopdes tersebut baru beroperasi pada 28 Oktober"
      let isOwn =
        share == 1 && day.relation != .since && !hasComma(quantity, day.range)
        && (day.isDay || day.hasPart || !isOfNextPromise(day, behind: quantity))
      target += share * weights.roleDeadline * (leads || isOwn ? 2 : 1)
    } else if isAhead, day.hasPart, day.relation == nil || day.relation == .on {
      let isFar = day.latest > reference.adding(days: Self.farAhead)
      let leads =
        start - reading.sentences[day.sentence].lowerBound <= 1 && day.range.upperBound <= quantity.anchor
      if isFar, leads {
        // "Akhir tahun ini 70 koperasi sudah buka"
        target += share * weights.roleDeadline * 2
      } else if day.relation == nil {
        target += share * weights.roleDeadline / 2
      } else if sums.target > 0 || isFar {
        // "Optimistis pada akhir Mei koperasi sudah terbentuk", "50 ribu gerai berdiri pada akhir tahun"
        target += share * weights.roleDeadline
      }
    }
  }

  /// "Lima gerai telah selesai dan akan dibuka pada Maret": whether a word of intention behind an amount leads to the day.
  private func isOfNextPromise(_ day: Day, behind quantity: Quantity) -> Bool {
    cues.modes.contains(in: quantity.sentence) {
      $0.mode == .target && $0.range.lowerBound >= quantity.range.upperBound
        && $0.range.upperBound <= day.range.lowerBound
    }
  }

  /// Whether a comma stands between an amount and what follows it.
  private func hasComma(_ quantity: Quantity, _ behind: Range<Int>) -> Bool {
    let end = quantity.range.upperBound
    return (end..<max(end, behind.lowerBound)).contains { reading.isMark($0, ",") }
  }

  /// Whether the whole sentence is the quantity's.
  private func isAlone(_ quantity: Quantity) -> Bool {
    let sentence = reading.sentences[quantity.sentence]
    return quantity.zone.lowerBound <= sentence.lowerBound && quantity.zone.upperBound >= sentence.upperBound
  }

  /// The strong word of intention that leads what is said of the quantity.
  func governor(of quantity: Quantity) -> Int? {
    let sentence = quantity.sentence
    if cues.modes.isEmpty(in: sentence) { return nil }
    let leading = cues.modes.last(in: sentence) { cue in
      cue.mode == .target && cue.weight >= 1 && quantity.zone.contains(cue.range.lowerBound)
        && cue.range.upperBound <= quantity.anchor && !isTaken(cue, quantity)
        && (cue.weight >= 2 || governs(cue, quantity)) && !isBeforeReport(cue.range.lowerBound, quantity)
    }
    if let leading { return leading.range.lowerBound }
    // "Semua koperasi harus sudah memiliki akun": what follows is not done yet.
    return cues.modes.first(in: sentence) { cue in
      cue.mode == .target && cue.weight >= 1 && quantity.zone.contains(cue.range.lowerBound)
        && cue.range.lowerBound >= quantity.range.upperBound
        && cues.modes.contains(in: sentence) {
          $0.mode == .done && $0.range.lowerBound == cue.range.upperBound
        }
    }?.range.lowerBound
  }

  /// "Ditarget rampung akhir Mei, tetapi baru 257 desa": whether a clause of its own, in which a word of completion stands right before the
  /// amount, begins behind a word of intention or a day.
  private func isBeforeReport(_ token: Int, _ quantity: Quantity) -> Bool {
    token < quantity.range.lowerBound && !reading.clause(of: quantity.anchor).contains(token)
      && cues.modes.contains(in: quantity.sentence) { mode in
        mode.mode == .done && mode.range.upperBound <= quantity.anchor
          && quantity.anchor - mode.range.upperBound <= 1
      }
  }

  /// "Meminta 177 koperasi telah beroperasi": whether nothing but words stands between a word of intention and an amount.
  func governs(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let end = cue.range.upperBound
    let gap = end..<max(end, quantity.range.lowerBound)
    guard gap.count <= 6 else { return false }
    // "Yakin menang, karena semua desa telah bermusyawarah"
    if reading.has(reading.labels.clauseBreaks, in: gap) { return false }
    // "Telah menyiapkan": done itself.
    let isDone =
      cue.mode == .target
      && cues.modes.contains(in: cue.sentence) {
        $0.mode == .done && $0.range.upperBound == cue.range.lowerBound
      }
    return !isDone && gap.allSatisfy { reading.tokens[$0].kind != .punctuation && !reading.joins($0) }
  }

  /// "Diharapkan sudah dibangun", "harus telah selesai": a word of intention right before one of completion.
  func isIntended(_ cue: Cue) -> Bool {
    cues.modes.contains(in: cue.sentence) { other in
      other.mode == .target && other.weight >= (other.range.upperBound == cue.range.lowerBound ? 0.4 : 1)
        && other.range.upperBound <= cue.range.lowerBound
        && cue.range.lowerBound - other.range.upperBound <= 1
    }
  }

  /// Whether a cue stands within another amount that is a promise by itself: "dari target 413".
  private func isTaken(_ cue: Cue, _ quantity: Quantity) -> Bool {
    guard cue.mode == .target, quantity.role == nil else { return false }
    return goals.contains { $0.overlaps(cue.range) && !($0 == quantity.range) }
  }

  /// "Koperasi yang sudah berbadan hukum ada di 360 desa": a stage that is reached stands before the amount in its clause, and a
  /// preposition right before it tells where.
  private func isPlaced(_ stage: Cue, _ quantity: Quantity) -> Bool {
    stage.sentence == quantity.sentence && stage.aspect != .event
      && quantity.zone.contains(stage.range.lowerBound)
      && stage.range.upperBound <= quantity.range.lowerBound
      && reading.match(reading.labels.prepositions, endingAt: quantity.range.lowerBound, reach: 1) != nil
  }

  /// "Yang sudah membentuk koperasi ada 142 desa": whether a relative clause at the beginning of what is said of the amount holds the
  /// stage word.
  private func isSubject(_ stage: Cue, _ quantity: Quantity) -> Bool {
    let start = stage.range.lowerBound
    guard stage.sentence == quantity.sentence, quantity.zone.contains(start),
      stage.range.upperBound <= quantity.range.lowerBound, !stage.isNegated
    else { return false }
    let led = (max(quantity.zone.lowerBound, start - 4)..<start).contains {
      reading.has(reading.labels.relatives, at: $0)
    }
    return led
      && (start..<quantity.range.lowerBound).allSatisfy { reading.tokens[$0].kind != .punctuation }
  }

  /// Whether a stage word is said of an amount itself, behind it.
  private func isSaid(_ stage: Cue, _ quantity: Quantity) -> Bool {
    stage.sentence == quantity.sentence && quantity.zone.contains(stage.range.lowerBound)
      && stage.range.lowerBound >= quantity.anchor
  }

  /// Whether a length of time stands in the sentence, so that a past day there is only its beginning.
  private func hasLength(_ sentence: Int) -> Bool {
    reading.days.contains { $0.hasLength && $0.sentence == sentence }
  }

  /// Whether another amount stands between a quantity and a word behind it.
  private func crosses(_ cue: Cue, _ quantity: Quantity) -> Bool {
    guard cue.range.lowerBound >= quantity.range.upperBound, !quantity.isListItem else { return false }
    // "50 desa dan tiga kelurahan ditargetkan beroperasi": what is joined to it is said with it.
    var end = quantity.range.upperBound
    for index in quantities.indices where quantities[index].sentence == quantity.sentence {
      let other = quantities[index].range
      guard other.lowerBound >= end else { continue }
      guard other.upperBound <= cue.range.lowerBound else { break }
      // "45 koperasi di 14 kecamatan akan segera terbentuk"
      if quantities[index].isArea { continue }
      guard other.lowerBound == end + 1, reading.joins(end) else { return true }
      end = other.upperBound
    }
    return false
  }

  /// "…, dan dari situ pemerintah menargetkan 137 gerai": whether the word stands right before another amount, to which the quantity
  /// is not joined.
  private func leadsAnother(_ cue: Cue, than quantity: Quantity) -> Bool {
    guard !quantity.isListItem else { return false }
    let end = cue.range.upperBound
    return quantities.indices.contains { other in
      quantities[other].sentence == quantity.sentence && end <= quantities[other].anchor
        && quantities[other].anchor - end <= 3 && quantities[other].range != quantity.range
        && !isJoined(quantities[other], quantity)
        && !(quantities[other].isCompleteness && quantity.value != nil
          && (0...2).contains(cue.range.lowerBound - quantity.range.upperBound))
    }
  }

  /// Whether a day behind a quantity stands behind another amount, to which the quantity is not joined.
  private func isOthers(_ day: Range<Int>, than quantity: Quantity) -> Bool {
    guard !quantity.isListItem else { return false }
    return quantities.indices.contains { other in
      quantities[other].sentence == quantity.sentence && quantities[other].anchor >= quantity.range.upperBound
        && quantities[other].range.upperBound <= day.lowerBound && !isJoined(quantities[other], quantity)
        && !(quantities[other].isCompleteness && quantity.value != nil && quantity.isBare)
    }
  }

  /// Whether nothing but joining words and commas part two amounts, and amounts between them.
  private func isJoined(_ left: Quantity, _ right: Quantity) -> Bool {
    let isLeftFirst = left.anchor < right.anchor
    // "Dimulai di tujuh titik, dan ketujuhnya harus selesai" says something of its own.
    let last = isLeftFirst ? right : left
    if last.rule >= 0, reading.labels.constants[last.rule].back { return false }
    var token = isLeftFirst ? left.range.upperBound : right.range.upperBound
    let end = isLeftFirst ? right.range.lowerBound : left.range.lowerBound
    while token < end {
      if let between = quantities.indices.first(where: {
        quantities[$0].range.lowerBound == token && quantities[$0].range.upperBound > token
      }) {
        token = quantities[between].range.upperBound
      } else if reading.isMark(token, ",") || reading.joins(token) {
        token += 1
      } else {
        return false
      }
    }
    return true
  }

  /// How much a cue counts for a quantity: most in its own zone, less in its clause, little elsewhere in the sentence.
  private func nearness(_ cue: Cue, _ quantity: Quantity) -> Double {
    if isBeyondReport(cue.range.lowerBound, quantity) { return weights.roleOther }
    if cue.mode == .target, isBeforeReport(cue.range.lowerBound, quantity) { return weights.roleOther }
    if quantity.zone.contains(cue.range.lowerBound) {
      let gap =
        cue.range.lowerBound >= quantity.range.upperBound
        ? cue.range.lowerBound - quantity.range.upperBound : quantity.range.lowerBound - cue.range.upperBound
      return weights.roleZone - 0.02 * Double(max(0, gap))
    }
    if leadsAnother(cue, than: quantity) || isOfAmountBefore(cue, quantity) { return weights.roleOther }
    guard reading.clause(of: quantity.anchor).contains(cue.range.lowerBound) else {
      return weights.roleSentence
    }
    return crosses(cue, quantity) ? weights.roleCrossing : weights.roleClause
  }
}
