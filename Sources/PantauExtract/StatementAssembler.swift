import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Settles for every quantity its stage, its role (promised, reached, background), its region and its dates.
///
/// Each is a choice among candidates by weighted features; nothing here knows an Indonesian word. One value serves all
/// articles on one programme; what belongs to an article is handed on as a ``FinalReading``.
final class StatementAssembler: Sendable {
  let labels: Labels
  let weights: FeatureWeights
  let gazetteer: Gazetteer
  /// The programme of which an article is read.
  let programme: ProgrammeTerms
  /// The programmes whose stages of building are known as such.
  let known: [ProgrammeTerms]

  init(
    labels: Labels, weights: FeatureWeights, gazetteer: Gazetteer, programme: Programme,
    beside others: [Programme] = []
  ) {
    self.labels = labels
    self.weights = weights
    self.gazetteer = gazetteer
    self.programme = ProgrammeTerms(programme)
    known = others.isEmpty ? [self.programme] : others.map { ProgrammeTerms($0) }
  }

  /// All statements of the article, in the order of the text, each amount once; `log` takes what an explanation needs.
  func statements(
    in reading: inout Reading, log: ChoiceLog? = nil
  ) -> (statements: [Statement], deadlines: [Deadline]) {
    let quantities = quantities(in: &reading)
    return statements(of: quantities, FinalReading(reading, gazetteer: gazetteer, log: log))
  }

  /// The amounts of an article, whose reading is final from there on.
  func quantities(in reading: inout Reading) -> [Quantity] {
    PlaceAnaphora(gazetteer: gazetteer, labels: labels).resolve(in: &reading)
    markMentions(&reading)
    let quantities = QuantityFinder(labels: labels).quantities(in: &reading)
    if isNational(quantities, reading) { reading.focus = nil }
    if let district = districtFocus(of: reading) { reading.focus = district }
    return quantities
  }

  /// What is said of an article's amounts.
  func statements(
    of quantities: [Quantity], _ reading: FinalReading
  ) -> (statements: [Statement], deadlines: [Deadline]) {
    let cues = CueTable(reading, programme: programme)
    var quantities = quantities
    removeUniverses(from: &quantities, cues, reading)
    removeEchoes(from: &quantities, reading)
    var drafts = drafts(of: quantities, cues, reading)
    // "44 titik masih dalam proses": no result, whatever list goes on from it.
    for index in drafts.indices { stepBack(&drafts[index], cues, reading) }
    drafts.removeAll { $0.kind == .actual && $0.cue?.aspect == .pending }
    addReports(to: &drafts, cues, reading)
    joinRanges(in: &drafts, quantities, reading)
    moveSums(in: &drafts, reading)
    distribute(&drafts, reading)
    resolve(&drafts, reading)
    resolveGoals(&drafts, quantities, reading)
    let due = deadlineOnly(drafts, quantities, cues, reading)
    drafts += due
    addLacking(quantities, to: &drafts, cues, reading)
    addAwaited(to: &drafts, cues, reading)
    spread(&drafts, reading)
    drafts += occasions(drafts, cues, reading)
    func isBefore(_ left: Draft, _ right: Draft) -> Bool {
      (left.quantity.anchor, left.quantity.range.upperBound)
        < (right.quantity.anchor, right.quantity.range.upperBound)
    }
    if drafts.indices.dropFirst().contains(where: { isBefore(drafts[$0], drafts[$0 - 1]) }) {
      drafts.sort(by: isBefore)
    }
    givePercents(to: &drafts, quantities, reading)
    giveWholes(to: &drafts, quantities, reading)
    giveReportDays(to: &drafts, reading)
    let kept = withoutRepetition(drafts, reading)
    reading.log?.assembly = ChoiceLog.Assembly(quantities: quantities, drafts: drafts, kept: kept)
    return finish(kept, reading)
  }

  /// A draft for each amount of which something is said.
  private func drafts(of quantities: [Quantity], _ cues: CueTable, _ reading: FinalReading) -> [Draft] {
    let choices = Choices(self, quantities, cues, reading)
    var drafts: [Draft] = []
    drafts.reserveCapacity(quantities.count + 4)
    for index in quantities.indices {
      if addsPercent(quantities[index], to: &drafts, cues, reading) { continue }
      let last = drafts.count - 1
      let distance = last < 0 ? .max : quantities[index].sentence - drafts[last].quantity.sentence
      let context = Context(
        drafts: drafts, previous: distance <= 2 ? last : nil, last: distance <= 5 ? last : nil,
        list: listContext(of: index, quantities, drafts, cues, reading),
        whole: quantities[index].of.flatMap { whole in
          drafts.lastIndex { draft in
            // "Kecamatan Bakam tiga koperasi dari sembilan desa": a place's own whole is not what was told of another one.
            draft.kind == .actual && draft.quantity.value == whole && !draft.quantity.isListItem
              && (quantities[index].region ?? draft.region) == draft.region
          }
        })
      let draft =
        draft(index, quantities, context, choices, cues, reading)
        ?? background(index, quantities, context, choices, reading)
      if let draft = joined(draft, at: index, quantities, drafts, reading) { drafts.append(draft) }
    }
    return drafts
  }

  // MARK: - One quantity

  /// "Dari 250 koperasi itu …": a part of a result told before, whose sentence names no place.
  private func isOfWhole(_ quantity: Quantity, _ context: Context, _ reading: FinalReading) -> Bool {
    guard context.whole != nil, quantity.region == nil else { return false }
    // "Kepala Distrik Kamu menimpali bahwa dari 22 koperasi tadi baru delapan …"
    let pointsBack = quantity.range.contains { reading.pointsBack($0) }
    return reading.mentions(of: quantity.sentence).allSatisfy {
      reading.mentions[$0].isDateline
        || (pointsBack && reading.mentions[$0].range.upperBound <= quantity.range.lowerBound)
    }
  }

  private func draft(
    _ index: Int, _ all: [Quantity], _ context: Context, _ choices: Choices, _ cues: CueTable,
    _ reading: FinalReading
  ) -> Draft? {
    var draft = Draft(quantity: all[index])
    guard let inherited = open(&draft, index, all, context, choices, cues, reading) else { return nil }
    if context.list?.kind == .total, draft.quantity.role == nil { draft.quantity.role = .total }
    let role =
      draft.quantity.role
      ?? choices.role.role(of: draft.quantity, stage: draft.cue, inherited: inherited.kind)
      ?? (existence(of: draft, among: context.drafts, cues, reading) == nil ? nil : .actual)
      ?? (recounts(&draft, context, cues, reading) ? .actual : nil)
      ?? (tellsPart(draft, cues) ? .actual : nil)
    guard let role else { return nil }
    draft.kind = role
    let place = region(of: draft.quantity, index, all, context, choices, reading)
    if place.isForeign || isBeyondProgramme(draft.quantity) { return nil }
    draft.region =
      placed(all[index], else: place.index, inherited.rest, context, reading).map {
        context.drafts[$0].region
      } ?? place.index
    if role == .total { return total(draft) }
    if role == .actual { takeStageOfWhole(&draft, index, all, context, reading) }
    if draft.cue == nil { draft.cue = context.previous.flatMap { context.drafts[$0].cue } ?? cues.focus }
    if draft.quantity.unit == nil, draft.stageScore >= weights.stageSameZone {
      draft.quantity.unit = programme.countedUnit
    }
    guard draft.quantity.unit != nil else { return nil }
    if draft.isExistence, draft.kind == .actual {
      // Taken over from the sum.
    } else if let stage = existence(of: draft, among: context.drafts, cues, reading) {
      draft.stage = stage
      draft.isExistence = true
    } else if let stage = wanted(draft, cues, reading) {
      draft.stage = stage
    } else {
      guard setStage(&draft, cues, reading) else { return nil }
    }
    if isProgressOfWorks(draft, reading) || isProgressOfOne(draft, reading) { return nil }
    guard takeProgress(&draft, reading) else { return nil }
    setDates(&draft, cues, choices.date)
    if draft.kind == .target { draft.deadline = draft.deadline ?? inherited.deadline }
    if isOnlyHastened(draft, cues) { return nil }
    if all[index].isRest {
      guard draft.kind == .target, draft.deadline != nil else { return nil }
    }
    return draft
  }

  /// "Dari 291 desa di Banggai, 118 belum punya lahan": the whole of a part of which nothing is to be told.
  private func background(
    _ index: Int, _ all: [Quantity], _ context: Context, _ choices: Choices, _ reading: FinalReading
  ) -> Draft? {
    var draft = Draft(quantity: all[index])
    guard let whole = all[index].of, all[index].role == nil, all[index].goal == nil,
      let unit = all[index].wholeUnit ?? all[index].unit, unit.isAnyVillage,
      all[index].range.contains(where: { reading.number(at: $0)?.value == whole })
    else { return nil }
    draft.quantity.value = whole
    draft.quantity.unit = unit
    (draft.quantity.percent, draft.quantity.of, draft.quantity.bound) = (nil, nil, nil)
    draft.kind = .total
    let place = region(of: draft.quantity, index, all, context, choices, reading)
    if place.isForeign || isBeyondProgramme(draft.quantity) { return nil }
    draft.region = place.index
    return total(draft)
  }

  /// "Merauke paling banyak, 58 dari 191 kampung": a part of a place's whole, with which nothing is promised or said to lack, is what is reached.
  private func tellsPart(_ draft: Draft, _ cues: CueTable) -> Bool {
    guard draft.quantity.of != nil, draft.quantity.region != nil, let cue = draft.cue, cue.tellsContext,
      cue.stage != .other
    else {
      return false
    }
    return !cues.modes.contains(in: draft.quantity.sentence) { $0.mode == .target || $0.mode == .lack }
  }

  private func region(
    of quantity: Quantity, _ index: Int, _ all: [Quantity], _ context: Context, _ choices: Choices,
    _ reading: FinalReading
  ) -> (index: Int?, isForeign: Bool) {
    var previous: Int??
    if let before = context.previous {
      let isInParagraph =
        reading.paragraphOfSentence[context.drafts[before].quantity.sentence]
        == reading.paragraphOfSentence[all[index].sentence]
      // What follows a list is not said of its last item's place.
      let leavesList = context.drafts[before].quantity.isListItem && !all[index].isListItem
      if isInParagraph, !leavesList { previous = .some(context.drafts[before].region) }
    }
    // "Enam desa dan satu kelurahan di Benua Lima": what ties the second to its place ties the first.
    if index + 1 < all.count, quantity.region == nil, let tied = all[index + 1].region,
      isPair(all[index], all[index + 1], reading)
    {
      return (tied, false)
    }
    let whole = isOfWhole(all[index], context, reading) ? context.whole : nil
    // An explanation tells the candidates all the same.
    if let whole, reading.log == nil { return (context.drafts[whole].region, false) }
    var region = choices.region.region(of: quantity, previous: previous)
    if let told = amount(toldBefore: index, all, reading) {
      let own = choices.region.region(of: all[told], previous: previous)
      if rank(own, reading) > rank(region, reading) || isBack(quantity) { region = own }
    }
    if let whole { return (context.drafts[whole].region, false) }
    if let region, let above = above(joint: region, of: all[index], reading) { return (above, false) }
    if let region, isOneOfNamed(region, by: all[index], reading) { return (reading.focus, false) }
    return (region, region == nil && choices.region.isForeign(quantity, programme, previous: previous))
  }

  /// "Tiga gerai di Kecamatan Paloh dan Sajingan Besar": what the article is about, where an amount lies in several places side by side.
  private func above(joint region: Int, of quantity: Quantity, _ reading: FinalReading) -> Int? {
    guard let focus = reading.focus, !quantity.isDistributed, !quantity.isListItem, !quantity.isArea,
      reading.regions[focus].level.rank < reading.regions[region].level.rank
    else { return nil }
    let mentions = reading.mentions(of: quantity.sentence)
    let first = mentions.first {
      let place = reading.mentions[$0].range
      return reading.mentions[$0].region == region && place.upperBound > quantity.range.upperBound - 1
        && place.lowerBound - quantity.range.upperBound <= Self.jointReach
        && (quantity.range.upperBound..<max(quantity.range.upperBound, place.lowerBound)).allSatisfy {
          reading.tokens[$0].kind != .punctuation
        }
    }
    guard let first, mentions.contains(first + 1) else { return nil }
    let (one, other) = (reading.mentions[first], reading.mentions[first + 1])
    let gap = one.range.upperBound..<max(one.range.upperBound, other.range.lowerBound)
    let isJoined =
      !gap.isEmpty && gap.count <= 2 && gap.allSatisfy { reading.isMark($0, ",") || reading.joins($0) }
    return isJoined && other.region != region && other.level == one.level
      && !reading.has(labels.number, at: other.range.upperBound) ? focus : nil
  }

  /// "Dua koperasi, Fatuketi di Belu dan Penfui Timur di Kabupaten Kupang, sudah diresmikan": whether a sentence names behind an amount as many
  /// places of a level as are counted, below the article's place.
  private func isOneOfNamed(_ region: Int, by quantity: Quantity, _ reading: FinalReading) -> Bool {
    let rank = reading.regions[region].level.rank
    guard let value = quantity.value, value >= 2, value <= Self.mostNamed, quantity.region == nil,
      !quantity.isDistributed, !quantity.isListItem, self.rank(reading.focus, reading) < rank
    else { return false }
    var named: [Int] = []
    var end = quantity.range.upperBound
    for index in reading.mentions(of: quantity.sentence) {
      let mention = reading.mentions[index]
      guard mention.range.lowerBound >= quantity.range.upperBound, mention.rank == rank else { continue }
      if !named.contains(mention.region) { named.append(mention.region) }
      end = mention.range.upperBound
    }
    return named.count == Int(value) && named.contains(region)
      && !reading.has(labels.quantity, in: quantity.range.upperBound..<end)
  }

  /// Most places that are named one by one behind their number.
  private static let mostNamed = 12.0

  /// Most words between an amount and the first of several places in which it lies: "sembilan gerai lagi akan dibuka di Kecamatan Bandar dan
  /// Blado".
  private static let jointReach = 6

  /// "Ada 13 desa di Maluku Barat Daya yang belum. … 13 desa itu ditargetkan rampung": the amount that one with a word that points back, and
  /// without a place of its own, says again.
  private func amount(toldBefore index: Int, _ all: [Quantity], _ reading: FinalReading) -> Int? {
    let quantity = all[index]
    guard quantity.region == nil, let value = quantity.value, value > 1,
      isBack(quantity)
        || ((labels.rule(of: quantity)?.again == true
          || reading.pointsBack(quantity.range.upperBound))
          && reading.mentions(of: quantity.sentence).allSatisfy({ reading.mentions[$0].isDateline }))
    else { return nil }
    var other = index - 1
    while other >= 0, quantity.sentence - all[other].sentence <= Self.reachBack {
      let told = all[other]
      if told.value == value, told.sentence < quantity.sentence,
        (told.unit?.isAnyVillage == true) == (quantity.unit?.isAnyVillage == true),
        !reading.pointsBack(told.range.upperBound)
      {
        return other
      }
      other -= 1
    }
    return nil
  }

  /// Whether it is one word for all of the things counted before: "ketiganya".
  private func isBack(_ quantity: Quantity) -> Bool {
    labels.rule(of: quantity)?.back == true
  }

  private func rank(_ region: Int?, _ reading: FinalReading) -> Int {
    region.map { reading.regions[$0].level.rank } ?? -1
  }

  /// How many sentences an amount that is said again lies back.
  private static let reachBack = 6

  /// "Dari target 345 titik (terbangun) pada 2026, 195 telah dibangun": the day right behind the number of a goal and what it counts, with
  /// its own stage between them at most.
  private func dayOfWhole(_ quantity: Quantity, _ stage: Cue?, _ reading: FinalReading) -> Int? {
    // "40 koperasi yang ditargetkan terbentuk Juni": the number stands before the word for the goal.
    let goal = quantity.range.lowerBound
    let isLed = reading.match(labels.relatives, endingAt: goal, reach: 1) != nil
    let number = isLed ? goal : quantity.range.first { reading.has(labels.number, at: $0) }
    guard let number else { return nil }
    return reading.days.indices.first { index in
      let day = reading.days[index]
      guard day.sentence == quantity.sentence, day.range.lowerBound > number,
        day.range.lowerBound - number <= 12,
        day.relation == nil || day.relation == .on || day.relation == .before || day.relation == .by,
        reading.dayAfter.map({ day.latest > $0 }) ?? !day.isDay
      else { return false }
      return (number + 1..<day.range.lowerBound).allSatisfy { token in
        !reading.has(labels.number, at: token) && !reading.isMark(token, ",") && !reading.isMark(token, ".")
          && (!reading.has(labels.stage, at: token) || stage?.range.contains(token) == true)
      }
    }
  }

  private func setDates(_ draft: inout Draft, _ cues: CueTable, _ choice: DateChoice) {
    // "383 dari target 413, per 19 Juni": the day is that of the part.
    if draft.kind == .target, draft.quantity.isOfWhole {
      draft.deadline = dayOfWhole(draft.quantity, draft.cue, choice.reading)
      return
    }
    if draft.kind == .target {
      draft.deadline = choice.deadline(of: draft.quantity, stage: draft.cue, among: cues)
      if draft.deadline == nil, let launch = launch(before: draft, cues, choice.reading) {
        (draft.deadline, draft.isOnEve) = (launch, true)
      }
      // "Membidik 80.000 koperasi, dan peluncurannya 12 Juli": the day is that of the other act.
      if let day = draft.deadline, let cue = draft.cue, draft.stage != cue.stage,
        isPledge(draft, before: cue, choice.reading),
        choice.reading.days[day].range.lowerBound > cue.range.lowerBound
      {
        draft.deadline = nil
      }
      startsWorks(&draft, choice.reading)
    } else {
      draft.asOf =
        choice.reportDay(of: draft.quantity) ?? choice.dataDay(before: draft.quantity)
    }
  }
}
