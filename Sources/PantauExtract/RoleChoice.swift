import PantauRecords
import PantauRules
import PantauText

/// Tells a promise from a result, from background and from what is not said to be so.
struct RoleChoice {
  let weights: FeatureWeights
  let cues: CueTable
  let reading: Reading
  /// All amounts of the article.
  var quantities: [Quantity] = []
  /// Tokens of amounts that are promises by their own words.
  var goals: [Range<Int>] = []
  var log: ChoiceLog?

  /// The role of a quantity; nil for what is lacking, denied or only supposed.
  func role(of quantity: Quantity, stage: Cue?, inherited: Statement.Kind?) -> Statement.Kind? {
    var sums = ModeSums()
    var logged: [String: Double] = [:]
    let governor = self.governor(of: quantity)
    let restriction = cues.restriction(of: quantity, in: reading)
    for cue in cues.modes[quantity.sentence]
    where !isTaken(cue, quantity) && restriction?.contains(cue.range.lowerBound) != true {
      // "Menargetkan 49 gerai selesai": what is promised to be done is not done.
      if cue.mode == "done", governor.map({ cue.range.lowerBound > $0 }) ?? isIntended(cue) { continue }
      let share = cue.weight * nearness(cue, quantity)
      sums.add(share, to: cue.mode)
      if log != nil { logged[cue.mode.string, default: 0] += share }
    }
    var (target, done) = (sums.target, sums.done)
    let (lack, total) = (sums.lack, sums.total)
    if let stage, stage.aspect != .event, governor.map({ stage.range.lowerBound < $0 }) ?? true {
      done += weights.roleState * (stage.sentence == quantity.sentence ? 1 : 0.3)
    }
    let isAlone =
      quantity.zone.lowerBound <= reading.text.text.sentences[quantity.sentence].lowerBound
      && quantity.zone.upperBound >= reading.text.text.sentences[quantity.sentence].upperBound
    for index in reading.dates.indices
    where reading.sentence(of: reading.dates[index].range.lowerBound) == quantity.sentence {
      let date = reading.dates[index]
      guard let days = date.days else { continue }
      let isAhead = reading.reference.map { days.latest > $0.adding(days: 1) } ?? false
      let isBound =
        date.parts.relation == .before || date.parts.relation == .by
        || (date.parts.relation == .until && (reading.reference.map { days.earliest > $0 } ?? false))
      let isPast = reading.reference.map { days.latest < $0.adding(days: -3) } ?? false
      let isAway =
        isBeyondReport(date.range.lowerBound, quantity) || isOthers(date.range, than: quantity)
      let isNear = quantity.zone.contains(date.range.lowerBound) || isAlone
      let share =
        isNear && !isBeyondReport(date.range.lowerBound, quantity)
        ? 1 : isAway ? weights.roleOther : weights.roleSentence
      if isBound, !isPast { target += share * weights.roleDeadline }
      if isBound, isPast { target *= 0.3 }
      if let reference = reading.reference {
        if days.latest < reference.adding(days: -1), !hasLength(quantity.sentence) {
          done += share * weights.rolePast
        }
        if days.earliest > reference.adding(days: 1)
          || (date.parts.length != nil && days.latest > reference && sums.target > 0)
        {
          // "Pada Maret 2026 sebanyak 80.000 unit sudah terbangun": no result is reported for a day to come.
          let leads = share == 1 && date.range.upperBound <= quantity.anchor && date.parts.relation != .since
          target += share * weights.roleDeadline * (leads ? 2 : 1)
        } else if isAhead, date.parts.part != nil, date.parts.relation == nil {
          target += share * weights.roleDeadline / 2
        }
      }
    }
    log?.add(roles: ["target": target, "actual": done, "lack": lack, "total": total], logged, of: quantity)
    if sums.hypothesis > 1.2 { return nil }
    let inSentence = stage?.sentence == quantity.sentence
    let isVillage = quantity.unit?.hasSuffix("village") == true || quantity.unit == "village_any"
    if inherited == .target, inSentence, done >= 1, done > target { return .actual }
    if isVillage, inherited == nil, quantity.of == nil, leadsTotal(quantity),
      stage.map({ !isSaid($0, quantity) && !isPlaced($0, quantity) }) ?? true
    {
      return .total
    }
    if let inherited, inherited != .total { return target > max(done, 1.5) ? .target : inherited }
    if !inSentence, isVillage, quantity.of == nil, quantity.percent == nil, !quantity.isBare, !quantity.all {
      if target < 1.5, done < 2 { return .total }
    }
    if let stage, stage.isNegated, inSentence, target <= max(done, 1) { return nil }
    // "Tinggal 49 desa dan itu harus rampung akhir Mei": what is lacking is promised where a day is set for it.
    let isDue = sums.target >= 0.8 && target - sums.target >= 0.5
    if lack > max(target, done) + weights.roleThreshold, !isDue { return nil }
    if target > done { return .target }
    if done >= weights.roleThreshold { return quantity.all && !inSentence && target > 0 ? .target : .actual }
    if inSentence { return quantity.all ? (target > 0 ? .target : nil) : .actual }
    return total > 0 && isVillage ? .total : nil
  }

  /// The strong word of intention that leads what is said of the quantity.
  private func governor(of quantity: Quantity) -> Int? {
    let modes = cues.modes[quantity.sentence]
    let leading = modes.last { cue in
      cue.mode == "target" && cue.weight >= 1 && !isTaken(cue, quantity)
        && quantity.zone.contains(cue.range.lowerBound) && cue.range.upperBound <= quantity.anchor
        && (cue.weight >= 2 || governs(cue, quantity))
    }
    if let leading { return leading.range.lowerBound }
    // "Semua koperasi harus sudah memiliki akun": what follows is not done yet.
    return modes.first { cue in
      cue.mode == "target" && cue.weight >= 1 && quantity.zone.contains(cue.range.lowerBound)
        && cue.range.lowerBound >= quantity.range.upperBound
        && modes.contains { $0.mode == "done" && $0.range.lowerBound == cue.range.upperBound }
    }?.range.lowerBound
  }

  /// "Meminta 177 koperasi telah beroperasi": whether nothing but words stands between a word of intention and an amount.
  private func governs(_ cue: Cue, _ quantity: Quantity) -> Bool {
    let gap = cue.range.upperBound..<max(cue.range.upperBound, quantity.range.lowerBound)
    // "Telah menyiapkan": done itself.
    let isDone =
      cue.mode == "target"
      && cues.modes[cue.sentence].contains {
        $0.mode == "done" && $0.range.upperBound == cue.range.lowerBound
      }
    return gap.count <= 6 && !isDone
      && gap.allSatisfy {
        reading.tokens[$0].kind != .punctuation && reading.match(reading.labels.joiners, at: $0) == nil
      }
  }

  /// "Diharapkan sudah dibangun", "harus telah selesai": a word of intention right before one of completion.
  private func isIntended(_ cue: Cue) -> Bool {
    cues.modes[cue.sentence].contains { other in
      other.mode == "target" && other.weight >= (other.range.upperBound == cue.range.lowerBound ? 0.4 : 1)
        && other.range.upperBound <= cue.range.lowerBound
        && cue.range.lowerBound - other.range.upperBound <= 1
    }
  }

  /// Whether a cue stands within another amount that is a promise by itself: "dari target 413".
  private func isTaken(_ cue: Cue, _ quantity: Quantity) -> Bool {
    guard cue.mode == "target", quantity.role == nil else { return false }
    return goals.contains { $0.overlaps(cue.range) && !($0 == quantity.range) }
  }

  /// Whether a word of having stands right before an amount: "kabupaten yang punya 160 desa".
  private func leadsTotal(_ quantity: Quantity) -> Bool {
    cues.modes[quantity.sentence].contains { mode in
      mode.mode == "total" && mode.range.upperBound <= quantity.anchor
        && quantity.anchor - mode.range.upperBound <= 1
        && (!mode.isBreakdown
          || !quantities.contains { other in
            other.sentence == quantity.sentence && other.anchor < mode.range.lowerBound
          })
    } || isJoinedToTotal(quantity)
  }

  /// "Memiliki 326 desa dan 13 kelurahan": joined to an amount that a word of having leads.
  private func isJoinedToTotal(_ quantity: Quantity) -> Bool {
    guard
      let before = quantities.last(where: {
        $0.sentence == quantity.sentence && $0.range.upperBound == quantity.range.lowerBound - 1
      }), reading.match(reading.labels.joiners, at: before.range.upperBound) != nil
    else { return false }
    return cues.modes[quantity.sentence].contains { mode in
      mode.mode == "total" && !mode.isBreakdown && mode.range.upperBound <= before.anchor
        && before.anchor - mode.range.upperBound <= 1
    }
  }

  /// "Koperasi yang sudah berbadan hukum ada di 360 desa": a stage that is reached stands before the amount in its clause, and a
  /// preposition right before it tells where.
  private func isPlaced(_ stage: Cue, _ quantity: Quantity) -> Bool {
    stage.sentence == quantity.sentence && stage.aspect != .event
      && quantity.zone.contains(stage.range.lowerBound)
      && stage.range.upperBound <= quantity.range.lowerBound
      && reading.match(reading.labels.prepositions, endingAt: quantity.range.lowerBound, reach: 1) != nil
  }

  /// Whether a stage word is said of an amount itself, behind it.
  private func isSaid(_ stage: Cue, _ quantity: Quantity) -> Bool {
    stage.sentence == quantity.sentence && quantity.zone.contains(stage.range.lowerBound)
      && stage.range.lowerBound >= quantity.anchor
  }

  /// Whether a length of time stands in the sentence, so that a past day there is only its beginning.
  private func hasLength(_ sentence: Int) -> Bool {
    reading.dates.contains { $0.parts.length != nil && reading.sentence(of: $0.range.lowerBound) == sentence }
  }

  /// Whether another amount stands between a quantity and a word behind it.
  private func crosses(_ cue: Cue, _ quantity: Quantity) -> Bool {
    guard cue.range.lowerBound >= quantity.range.upperBound, !quantity.isListItem else { return false }
    // "50 desa dan tiga kelurahan ditargetkan beroperasi": what is joined to it is said with it.
    var end = quantity.range.upperBound
    for other in quantities where other.sentence == quantity.sentence && other.range.lowerBound >= end {
      guard other.range.upperBound <= cue.range.lowerBound else { break }
      let isJoined =
        other.range.lowerBound == end + 1 && reading.match(reading.labels.joiners, at: end) != nil
      guard isJoined else { return true }
      end = other.range.upperBound
    }
    return false
  }

  /// "…, dan dari situ pemerintah menargetkan 137 gerai": whether the word stands right before another amount, to which the quantity
  /// is not joined.
  private func leadsAnother(_ cue: Cue, than quantity: Quantity) -> Bool {
    guard !quantity.isListItem else { return false }
    return quantities.contains { other in
      other.sentence == quantity.sentence && other.range != quantity.range
        && cue.range.upperBound <= other.anchor && other.anchor - cue.range.upperBound <= 3
        && !isJoined(other, quantity)
    }
  }

  /// Whether a day behind a quantity stands behind another amount, to which the quantity is not joined.
  private func isOthers(_ day: Range<Int>, than quantity: Quantity) -> Bool {
    guard !quantity.isListItem else { return false }
    return quantities.contains { other in
      other.sentence == quantity.sentence && other.anchor >= quantity.range.upperBound
        && other.range.upperBound <= day.lowerBound && !isJoined(other, quantity)
    }
  }

  /// Whether nothing but joining words and commas part two amounts, and amounts between them.
  private func isJoined(_ left: Quantity, _ right: Quantity) -> Bool {
    let (first, last) = left.anchor < right.anchor ? (left, right) : (right, left)
    var token = first.range.upperBound
    while token < last.range.lowerBound {
      if let between = quantities.first(where: { $0.range.lowerBound == token && $0.range.upperBound > token }
      ) {
        token = between.range.upperBound
      } else if reading.isMark(token, ",") || reading.match(reading.labels.joiners, at: token) != nil {
        token += 1
      } else {
        return false
      }
    }
    return true
  }

  /// "Sudah 45 persen terbentuk, dan diharapkan selesai akhir Juni": whether a word stands in a clause joined to the one in which
  /// a word of completion leads the amount.
  private func isBeyondReport(_ token: Int, _ quantity: Quantity) -> Bool {
    guard token > quantity.range.upperBound else { return false }
    let isReported = cues.modes[quantity.sentence].contains { cue in
      cue.mode == "done" && cue.range.upperBound <= quantity.anchor
        && (quantity.range.lowerBound - cue.range.upperBound <= 1 || governs(cue, quantity))
    }
    return isReported
      && (quantity.range.upperBound..<token).contains { comma in
        reading.isMark(comma, ",") && reading.match(reading.labels.joiners, at: comma + 1) != nil
      }
  }

  /// How much a cue counts for a quantity: most in its own zone, less in its clause, little elsewhere in the sentence.
  private func nearness(_ cue: Cue, _ quantity: Quantity) -> Double {
    if isBeyondReport(cue.range.lowerBound, quantity) { return weights.roleOther }
    if quantity.zone.contains(cue.range.lowerBound) {
      let gap =
        cue.range.lowerBound >= quantity.range.upperBound
        ? cue.range.lowerBound - quantity.range.upperBound : quantity.range.lowerBound - cue.range.upperBound
      return weights.roleZone - 0.02 * Double(max(0, gap))
    }
    let clause =
      Int(reading.text.clauseStarts[quantity.anchor])..<Int(reading.text.clauseEnds[quantity.anchor])
    if leadsAnother(cue, than: quantity) { return weights.roleOther }
    guard clause.contains(cue.range.lowerBound) else { return weights.roleSentence }
    return crosses(cue, quantity) ? weights.roleCrossing : weights.roleClause
  }
}

/// What the modality words around an amount add up to, by mode.
private struct ModeSums {
  private(set) var target = 0.0
  private(set) var done = 0.0
  private(set) var lack = 0.0
  private(set) var total = 0.0
  private(set) var hypothesis = 0.0

  mutating func add(_ share: Double, to mode: Term) {
    switch mode {
    case "target": target += share
    case "done": done += share
    case "lack": lack += share
    case "total": total += share
    case "hypothesis": hypothesis += share
    default: break
    }
  }
}
