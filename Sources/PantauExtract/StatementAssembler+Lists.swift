import PantauRecords
import PantauRules
import PantauText

/// Lists: what introduces them, and amounts said of each of several regions.
extension StatementAssembler {
  /// What introduces the list to which `quantity` belongs: the nearest stage word above that awaits nothing, in the
  /// sentences before the list or in the headline.
  func listContext(
    of index: Int, _ all: [Quantity], _ drafts: [Draft], _ cues: CueTable, _ reading: Reading
  ) -> ListContext? {
    let quantity = all[index]
    guard quantity.isListItem else { return nil }
    if let told = listed(index, all, drafts) { return ListContext(told) }
    if let last = drafts.last, last.quantity.isListItem, quantity.sentence - last.quantity.sentence <= 1 {
      return ListContext(last)
    }
    let unit = drafts.last?.quantity.unit
    let start = reading.text.text.sentences[quantity.sentence].lowerBound
    // The list's own sentence, or the one before where it ends in a colon, says what is listed.
    let opensWithColon = start > 0 && reading.isMark(start - 1, ":")
    for sentence in [quantity.sentence, opensWithColon ? quantity.sentence - 1 : nil].compactMap({ $0 }) {
      let found = cues.stages[sentence].last { cue in
        cue.tellsContext
          && (sentence < quantity.sentence || cue.range.upperBound <= quantity.range.lowerBound)
      }
      if let found { return ListContext(found, unit, nil) }
    }
    // "Daerah yang tuntas adalah …": complete in what the text speaks of.
    let isComplete = cues.completions[quantity.sentence].contains { $0.range.upperBound <= quantity.anchor }
    if isComplete {
      let told = drafts.last { $0.kind != .total && $0.cue?.tellsContext == true }
      return ListContext(told?.cue ?? cues.focus, unit, .actual)
    }
    // "Merauke ada 191 kampung, di Boven Digoel 112": so many there are, of which nothing is said.
    let counts = cues.modes[quantity.sentence].contains { mode in
      mode.mode == "total" && mode.range.lowerBound < quantity.anchor
        && quantity.range.lowerBound - mode.range.upperBound <= 8
    }
    if counts, quantity.of == nil, cues.stages[quantity.sentence].isEmpty,
      cues.modes[quantity.sentence].allSatisfy({ $0.mode == "total" }),
      quantity.unit?.hasSuffix("village") == true || quantity.unit == "village_any"
    {
      return ListContext(nil, unit, .total)
    }
    // Else it breaks down the figure told last.
    if let last = drafts.last(where: {
      $0.kind != .total && $0.cue?.aspect != .pending && !$0.quantity.isListItem && !$0.quantity.isArea
    }) {
      // Shares of a list, and amounts away from it that make no sum, are no parts of what was promised.
      let isApart = quantity.value == nil || quantity.sentence - last.quantity.sentence > 1
      if last.kind == .target, isApart { return ListContext(last.cue, last.quantity.unit, .actual) }
      return ListContext(last)
    }
    return ListContext(cues.stages.first?.first, unit, nil)
  }

  /// The figure told before that the list's items add up to, or that the list's sentence says again: "kedua belas koperasi
  /// tersebut: lima di …".
  private func listed(_ index: Int, _ all: [Quantity], _ drafts: [Draft]) -> Draft? {
    var low = index
    while low > 0, all[low - 1].isListItem, all[low].sentence - all[low - 1].sentence <= 1 { low -= 1 }
    var high = index
    while high + 1 < all.count, all[high + 1].isListItem, all[high + 1].sentence - all[high].sentence <= 1 {
      high += 1
    }
    let sum = all[low...high].reduce(0) { $0 + ($1.value ?? 0) }
    let said = all[..<low].last { !$0.isListItem && $0.sentence == all[low].sentence }?.value
    let told = drafts.filter { draft in
      guard draft.kind != .total, !draft.quantity.isListItem, let value = draft.quantity.value else {
        return false
      }
      return value == sum || value == said
    }
    // Of a promise and a result of one size, the result has places.
    return told.last { $0.kind == .actual } ?? told.last
  }

  /// "Kota Tegal dan Kota Magelang masing-masing baru tiga", "Daerah yang sudah 100 persen: Wakatobi, Kolaka dan Bombana":
  /// an amount said of each region of a list is a statement of each.
  func distributed(_ drafts: [Draft], _ reading: Reading) -> [Draft] {
    var shares: Set<Range<Int>> = []
    return drafts.flatMap { draft -> [Draft] in
      if introducesItems(draft, drafts) || shares.contains(draft.quantity.range) { return [] }
      if draft.quantity.isArea {
        let places = regionList(of: draft.quantity, reading)
        guard places.count >= 2 else { return [] }
        var draft = draft
        // "Tiga kabupaten, yakni Takalar, Maros dan Barru, sudah 100 persen": the share told behind them is each one's.
        if let share = drafts.first(where: { other in
          other.quantity.sentence == draft.quantity.sentence && other.quantity.anchor > draft.quantity.anchor
            && other.quantity.value == nil && other.quantity.percent != nil && other.kind == draft.kind
        }) {
          shares.insert(share.quantity.range)
          draft.quantity.percent = share.quantity.percent
          draft.quantity.all = false
          draft.cue = share.cue ?? draft.cue
          draft.stage = share.stage ?? draft.stage
        }
        return places.map { draft.moved(to: $0) }
      }
      guard draft.kind != .total, draft.quantity.isDistributed || !draft.quantity.isListItem else {
        return [draft]
      }
      let isShare = draft.quantity.value == nil && (draft.quantity.percent != nil || draft.quantity.all)
      guard draft.quantity.isDistributed || isShare else { return [draft] }
      let places = regionList(of: draft.quantity, reading)
      guard places.count >= 2 else { return [draft] }
      return places.map { draft.moved(to: $0) }
    }
  }

  /// "Lima koperasi lagi akan buka, di Kecamatan Kadia dan Wua-Wua, masing-masing tiga dan dua": the sum of a row is said of none of its
  /// places, but of the one that the article is about.
  func sumsMoved(_ drafts: [Draft], _ reading: Reading) -> [Draft] {
    var drafts = drafts
    for index in drafts.indices where !drafts[index].quantity.isListItem {
      let sum = drafts[index].quantity
      let parts = drafts[(index + 1)...].prefix {
        $0.quantity.isListItem && $0.quantity.sentence == sum.sentence
      }
      guard parts.count >= 2, sum.value == parts.reduce(0, { $0 + ($1.quantity.value ?? 0) }),
        parts.contains(where: { $0.region == drafts[index].region })
      else { continue }
      drafts[index].region = reading.focus
    }
    return drafts
  }

  /// "Lima daerah telah tuntas 100 persen, masing-masing Tidore (89 desa), Morotai (88 desa) …": the items say it one by one.
  private func introducesItems(_ draft: Draft, _ drafts: [Draft]) -> Bool {
    guard draft.kind == .actual, draft.quantity.value == nil, !draft.quantity.isListItem,
      draft.quantity.percent == 100 || draft.quantity.all
    else { return false }
    return drafts.count { other in
      other.quantity.isListItem && other.quantity.sentence >= draft.quantity.sentence
        && other.quantity.sentence - draft.quantity.sentence <= 1
        && other.quantity.anchor > draft.quantity.anchor && other.kind == .actual
    } >= 2
  }

  /// The regions of the list that leads up to a quantity, or that a word which opens a list leads to behind it.
  private func regionList(of quantity: Quantity, _ reading: Reading) -> [Int] {
    let sentence = reading.text.text.sentences[quantity.sentence]
    let mentions = reading.regionMentions.filter {
      sentence.contains($0.range.lowerBound) && !$0.isDateline
    }
    let runs = reading.runs(of: mentions)
    // "Kota Ambon dan Kota Tual sudah 100 persen": the pattern ties the share to the last one.
    let isShare =
      quantity.value == nil && quantity.percent != nil
      && !quantity.range.contains { reading.isMark($0, "(") || reading.isMark($0, ":") }
    if quantity.isDistributed || isShare, let own = quantity.region,
      let run = runs.first(where: { run in
        run.contains { $0.region == own && quantity.range.contains($0.range.lowerBound) }
      })
    {
      return run.map(\.region)
    }
    let before = runs.last { run in
      guard let end = run.last?.range.upperBound, end <= quantity.range.lowerBound else { return false }
      return leads(end..<quantity.range.lowerBound, reading)
    }
    if let before, Set(before.map(\.region)).count >= 2 { return before.map(\.region) }
    if quantity.isArea || speaksOfAreas(quantity, reading),
      let next = followingList(quantity.sentence, reading)
    {
      return next
    }
    let after = runs.first { run in
      guard let start = run.first?.range.lowerBound, start >= quantity.range.upperBound else { return false }
      let gap = quantity.range.upperBound..<start
      if quantity.isDistributed { return gap.count <= 2 }
      return gap.count <= (quantity.isArea ? 16 : 10) && gap.contains { opens($0, reading) }
    }
    var places: [Int] = []
    for mention in after ?? [] where !places.contains(mention.region) { places.append(mention.region) }
    return places
  }

  /// Whether the sentence counts regions above villages: "13 daerah yang seluruh koperasinya terdaftar".
  private func speaksOfAreas(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.text.text.sentences[quantity.sentence].contains { token in
      reading.match(labels.quantity, at: token).map {
        reading.text.rules.rules[Int($0.rule)].constants["areas"] != nil
      }
        ?? false
    }
  }

  /// The list with which the next sentence goes on: "Mereka adalah Ponorogo, Nganjuk dan Sidoarjo".
  private func followingList(_ sentence: Int, _ reading: Reading) -> [Int]? {
    guard sentence + 1 < reading.text.text.sentences.count else { return nil }
    let next = reading.text.text.sentences[sentence + 1]
    guard next.prefix(5).contains(where: { opens($0, reading) }) else { return nil }
    let mentions = reading.regionMentions.filter { next.contains($0.range.lowerBound) }
    let run = reading.runs(of: mentions).first {
      ($0.first?.range.lowerBound ?? .max) - next.lowerBound <= 6
    }
    return run.flatMap { $0.count >= 2 ? $0.map(\.region) : nil }
  }

  /// Whether nothing but words that weigh an amount or tell that it is reached stand between a list and it.
  private func leads(_ gap: Range<Int>, _ reading: Reading) -> Bool {
    guard gap.count <= 6 else { return false }
    var labels = [
      reading.labels.modality, reading.labels.quantifiers, reading.labels.distributives,
      reading.labels.weighing,
      reading.labels.bounds,
    ]
    // "Jayawijaya dan Yahukimo masing-masing mengesahkan minimal 40 koperasi"
    if gap.contains(where: { reading.match(reading.labels.distributives, at: $0) != nil }) {
      labels.append(reading.labels.stage)
    }
    var token = gap.lowerBound
    // "Ponorogo dan Nganjuk, sudah 100 persen"
    if gap.count > 1, reading.isMark(token, ",") { token += 1 }
    while token < gap.upperBound {
      guard let end = labels.compactMap({ reading.match($0, at: token)?.end }).max() else { return false }
      token = Int(end)
    }
    return true
  }

  /// Whether a mark or word shows that names follow.
  private func opens(_ token: Int, _ reading: Reading) -> Bool {
    if reading.isMark(token, ":") { return true }
    return reading.match(reading.labels.listIntros, at: token).flatMap {
      reading.text.column("opens", of: $0)
    } == "yes"
  }
}
