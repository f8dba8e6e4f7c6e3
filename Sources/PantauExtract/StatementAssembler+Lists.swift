import PantauRecords
import PantauRules
import PantauText

/// Lists: what introduces them, and amounts said of each of several regions.
extension StatementAssembler {
  /// What introduces the list to which a quantity belongs: the nearest stage word above that awaits nothing, in the
  /// sentences before the list or in the headline.
  func listContext(
    of index: Int, _ all: [Quantity], _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading
  ) -> ListContext? {
    guard all[index].isListItem else { return nil }
    let quantity = all[index]
    let first = all[items(around: index, all).lowerBound]
    if let done = completed(in: intro(of: first, reading), quantity, cues, reading) { return done }
    if let told = listed(index, all, drafts) { return ListContext(drafts[told]) }
    // Rows of a table that tell nothing may stand between.
    let reach = isCell(quantity) ? Self.tableReach : 1
    if let last = drafts.last, last.quantity.isListItem, quantity.sentence - last.quantity.sentence <= reach {
      return ListContext(last)
    }
    let unit = drafts.last?.quantity.unit
    let sentence = quantity.sentence
    let start = reading.sentences[sentence].lowerBound
    // The list's own sentence, or the one before where it ends in a colon, says what is listed.
    let own = cues.stages.last(in: sentence) { cue in
      cue.tellsContext && cue.range.upperBound <= quantity.range.lowerBound
    }
    if let own { return ListContext(own, unit, nil) }
    if let intro = intro(of: quantity, reading),
      let before = cues.stages.last(in: intro, where: { $0.tellsContext })
    {
      return ListContext(before, self.unit(countedBy: intro, reading) ?? unit, nil)
    }
    // "Daerah yang tuntas adalah …": complete in what the text speaks of.
    if cues.completions.contains(in: sentence, where: { $0.range.upperBound <= quantity.anchor }) {
      let told = drafts.last { $0.kind != .total && $0.cue?.tellsContext == true }
      return ListContext(told?.cue ?? cues.focus, unit, .actual)
    }
    // "Merauke ada 191 kampung, di Boven Digoel 112": so many there are, of which nothing is said.
    let counts = cues.modes.contains(in: sentence) { mode in
      mode.mode == .total && mode.range.lowerBound < quantity.anchor
        && quantity.range.lowerBound - mode.range.upperBound <= 8
    }
    if counts, quantity.of == nil, cues.stages.isEmpty(in: sentence),
      !cues.modes.contains(in: sentence, where: { $0.mode != .total }), quantity.unit?.isAnyVillage == true
    {
      return ListContext(nil, unit, .total)
    }
    if breaksDownTotal(quantity, drafts, cues, reading) { return ListContext(nil, unit, .total) }
    // Else it breaks down the figure told last.
    if let last = drafts.last(where: {
      $0.kind != .total && $0.cue?.aspect != .pending && !$0.quantity.isListItem && !$0.quantity.isArea
    }) {
      // Shares of a list, and amounts away from it that make no sum, are no parts of what was promised.
      let isLed = reading.has(labels.breakdowns, at: start)
      let isApart = quantity.value == nil || sentence - last.quantity.sentence > (isLed ? 3 : 1)
      if let newer = state(toldBefore: sentence, behind: last, cues, reading) {
        return ListContext(newer, unit, .actual)
      }
      if last.kind == .target, isApart {
        if let told = result(brokenDownBy: index, all, drafts) { return ListContext(told.cue, unit, .actual) }
        return ListContext(last.cue, last.quantity.unit, .actual)
      }
      return ListContext(
        built(toldBefore: last, quantity, drafts) ?? numbered(before: last, quantity, drafts) ?? last)
    }
    return ListContext(cues.stages.first(in: 0) { _ in true }, unit, nil)
  }

  /// "Datanya 674 kampung. Rinciannya, Merauke 191 kampung, Boven Digoel 112 kampung …": whether villages of places follow right behind how many
  /// there are, in a sentence that tells neither a stage nor that something is done.
  private func breaksDownTotal(
    _ quantity: Quantity, _ drafts: [Draft], _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    guard let total = drafts.last, total.kind == .total, !total.quantity.isListItem,
      quantity.unit?.isAnyVillage == true, quantity.of == nil, let value = quantity.value,
      value < total.quantity.value ?? 0, quantity.sentence - total.quantity.sentence == 1,
      reading.has(labels.breakdowns, at: reading.sentences[quantity.sentence].lowerBound)
    else { return false }
    return cues.stages.isEmpty(in: quantity.sentence)
      && !cues.modes.contains(in: quantity.sentence) { $0.mode != .total && !$0.isBreakdown }
  }

  /// How many rows lie at most between two of a table that tell the same.
  private static let tableReach = 4

  private func isCell(_ quantity: Quantity) -> Bool { labels.rule(of: quantity)?.cell == true }

  /// The sentence with a colon at its end right before a list; before a table, the line that heads it may stand between.
  private func intro(of quantity: Quantity, _ reading: FinalReading) -> Int? {
    return (1...(isCell(quantity) ? 2 : 1)).map { quantity.sentence - $0 }.first { sentence in
      sentence >= 0 && reading.isMark(reading.sentences[sentence].upperBound - 1, ":")
    }
  }

  /// "Berikut sebaran gerai yang telah selesai:": that what a list counts is complete, as the words that introduce it say.
  private func completed(
    in intro: Int?, _ quantity: Quantity, _ cues: CueTable, _ reading: FinalReading
  ) -> ListContext? {
    guard let intro, var done = cues.completions.last(in: intro, where: { !$0.isNegated }),
      !cues.modes.contains(in: intro, where: { $0.mode == .target || $0.mode == .lack }),
      let counted = unit(countedBy: intro, reading) ?? quantity.unit,
      let stage = programme.completion(of: counted)
    else { return nil }
    done.stage = stage
    return ListContext(done, counted, .actual)
  }

  /// The last noun that words before a list count.
  private func unit(countedBy intro: Int, _ reading: FinalReading) -> Term? {
    let noun = reading.sentences[intro].reversed().lazy.compactMap { reading.match(self.labels.unit, at: $0) }
      .first
    return noun.flatMap { labels.amounts.units[$0]?.term }
  }

  /// "Semua wajib punya rekening. Yang sudah membuka usaha masih bisa dihitung. Kupang enam, Belu empat": the state of which the sentence
  /// before a list speaks, or the one before that where words without a stage only open the list ("Berikut sebarannya:"), and the figure told
  /// last stands before that.
  private func state(
    toldBefore sentence: Int, behind last: Draft, _ cues: CueTable, _ reading: FinalReading
  ) -> Cue? {
    let opensList =
      sentence > 1 && reading.isMark(reading.sentences[sentence].lowerBound - 1, ":")
      && cues.stages.isEmpty(in: sentence - 1)
    let before = opensList ? sentence - 2 : sentence - 1
    guard last.quantity.sentence < before else { return nil }
    return cues.stages.last(in: before) { cue in
      cue.aspect == .state && cue.stage != .other && !cue.isOccasion && !cue.isAside && !cue.isReady
        && !cue.isNegated
    }
  }

  /// "Pekerjaan dimulai di 52 titik. Seluruhnya diupayakan tuntas Maret. Aceh Utara kebagian lima titik …": the result told last that the list
  /// can break down, behind which something was promised.
  private func result(brokenDownBy index: Int, _ all: [Quantity], _ drafts: [Draft]) -> Draft? {
    let sum = self.sum(of: items(around: index, all), all)
    return drafts.last { draft in
      guard let value = draft.quantity.value, value >= sum else { return false }
      return draft.kind == .actual && !draft.quantity.isListItem && !draft.quantity.isArea
        && draft.cue?.tellsContext == true && draft.stage != .other
        && all[index].sentence - draft.quantity.sentence <= Self.reachOfResults
    }
  }

  /// "61.420 gedung rampung. Sebanyak 12.903 masih dikerjakan. Gedung terbanyak di Jawa Timur, 7.118": the finished buildings of the same place
  /// that are told just before a smaller number of other works, of which a list of buildings has the parts.
  private func built(toldBefore last: Draft, _ quantity: Quantity, _ drafts: [Draft]) -> Draft? {
    guard quantity.unit == .site || quantity.isGeneric, last.kind == .actual, let less = last.quantity.value,
      last.quantity.sentence < quantity.sentence
    else { return nil }
    return drafts.last { draft in
      draft.kind == .actual && draft.quantity.unit == .site && !draft.quantity.isListItem
        && draft.region == last.region && draft.quantity.value ?? 0 > less
        && last.quantity.sentence - draft.quantity.sentence <= Self.reachOfBuilt
        && draft.stage.map { stage in
          known.contains { $0.isWorks(stage) } && programme.goal(of: stage) == nil
        } == true
    }
  }

  /// "Telah membentuk 438 koperasi, dan semua koperasi telah berbadan hukum. Terbanyak di Gunungkidul dengan 144 unit": the number told right
  /// before a word for all without one, of which a list of numbers has the parts.
  func numbered(before last: Draft, _ quantity: Quantity, _ drafts: [Draft]) -> Draft? {
    guard last.kind == .actual, last.quantity.all, last.quantity.value == nil, let part = quantity.value
    else {
      return nil
    }
    return drafts.last { draft in
      draft.kind == .actual && draft.quantity.value ?? 0 >= part && !draft.quantity.isListItem
        && draft.partOf == nil && draft.region == last.region && draft.cue?.tellsContext == true
        && last.quantity.sentence - draft.quantity.sentence <= 1
    }
  }

  /// How many sentences may stand between finished buildings and what is told of others.
  private static let reachOfBuilt = 2

  private func sum(of items: ClosedRange<Int>, _ all: [Quantity]) -> Double {
    items.reduce(0) { $0 + (all[$1].value ?? 0) }
  }

  /// How many sentences may stand between a result and the list that breaks it down.
  private static let reachOfResults = 6

  /// The items of the list to which an amount belongs.
  func items(around index: Int, _ all: [Quantity]) -> ClosedRange<Int> {
    var low = index
    while low > 0, all[low - 1].isListItem, all[low].sentence - all[low - 1].sentence <= 1 { low -= 1 }
    var high = index
    while high + 1 < all.count, all[high + 1].isListItem, all[high + 1].sentence - all[high].sentence <= 1 {
      high += 1
    }
    return low...high
  }

  /// The figure told before that the list's items add up to, or that the list's sentence says again: "kedua belas koperasi
  /// tersebut: lima di …".
  ///
  /// - Returns: its index among the drafts.
  private func listed(_ index: Int, _ all: [Quantity], _ drafts: [Draft]) -> Int? {
    let items = self.items(around: index, all)
    let low = items.lowerBound
    let sum = self.sum(of: items, all)
    let said = (0..<low).last { !all[$0].isListItem && all[$0].sentence == all[low].sentence }
      .flatMap { all[$0].value }
    // Of a promise and a result of one size, the result has places.
    var other: Int?
    for draft in drafts.indices.reversed()
    where drafts[draft].kind != .total && !drafts[draft].quantity.isListItem {
      guard let value = drafts[draft].quantity.value, value == sum || value == said else { continue }
      if drafts[draft].kind == .actual { return draft }
      other = other ?? draft
    }
    return other
  }

  /// "Kota Tegal dan Kota Magelang masing-masing baru tiga", "Daerah yang sudah 100 persen: Wakatobi, Kolaka dan Bombana":
  /// an amount said of each region of a list is a statement of each.
  func distribute(_ drafts: inout [Draft], _ reading: FinalReading) {
    spread(&drafts, reading)
    guard drafts.contains(where: mayBeDistributed) else { return }
    var shares: Set<Range<Int>> = []
    var told: [Draft] = []
    told.reserveCapacity(drafts.count + 4)
    for index in drafts.indices {
      guard mayBeDistributed(drafts[index]) || !shares.isEmpty else {
        told.append(drafts[index])
        continue
      }
      if shares.contains(drafts[index].quantity.range)
        || introducesItems(drafts[index], drafts, reading)
      {
        continue
      }
      if drafts[index].quantity.isArea {
        told += areas(drafts[index], drafts, &shares, reading)
        continue
      }
      let places =
        mayBeDistributed(drafts[index]) ? regionList(of: drafts[index].quantity, reading) : []
      if places.count < 2 {
        told.append(drafts[index])
      } else {
        for place in places { told.append(drafts[index].moved(to: place)) }
      }
    }
    drafts = told
  }

  /// "Di kedua provinsi semua kampung …": what is said of places to which words point back together is said of each.
  func spread(_ drafts: inout [Draft], _ reading: FinalReading) {
    var index = 0
    while index < drafts.count {
      let draft = drafts[index]
      let isOfOne = draft.kind == .total || draft.quantity.value != nil || draft.quantity.region != nil
      var places = isOfOne ? [] : places(pointedTo: draft.quantity, reading)
      if places.isEmpty, !isOfOne { places = self.places(joinedBehind: draft.quantity, reading) }
      if places.count > 1 {
        drafts.replaceSubrange(index...index, with: places.map { draft.moved(to: $0) })
        index += places.count - 1
      }
      index += 1
    }
  }

  /// The places to which words in what is said of an amount point back together.
  private func places(pointedTo quantity: Quantity, _ reading: FinalReading) -> [Int] {
    let own = reading.mentions(of: quantity.sentence)
    let first = own.dropLast().first { index in
      let mention = reading.mentions[index]
      return mention.isAnaphor && reading.mentions[index + 1].range == mention.range
        && quantity.zone.contains(mention.range.lowerBound)
    }
    guard let first else { return [] }
    return own.filter { reading.mentions[$0].range == reading.mentions[first].range }
      .map { reading.mentions[$0].region }
  }

  /// "Semua desa di Kecamatan Lipunoto dan Kecamatan Karamat": the places of one level, joined side by side, that a preposition leads right behind
  /// a word for all and what it counts.
  private func places(joinedBehind quantity: Quantity, _ reading: FinalReading) -> [Int] {
    guard quantity.all && quantity.percent == nil || quantity.value == nil && quantity.percent == 100 else {
      return []
    }
    let end = quantity.range.upperBound
    var places: [Int] = []
    var (last, isJoined) = (end, false)
    for index in reading.mentions(of: quantity.sentence) {
      let mention = reading.mentions[index]
      let start = mention.range.lowerBound
      guard start >= last, !mention.isAnaphor else { continue }
      if places.isEmpty {
        guard start - end <= 3, reading.isIn(endingAt: start) else { return [] }
      } else {
        guard mention.rank == reading.regions[places[0]].level.rank, start - last <= 2, start > last,
          (last..<start).allSatisfy({ reading.isMark($0, ",") || reading.joins($0) })
        else { break }
        if reading.joins(start - 1) { isJoined = true }
      }
      places.append(mention.region)
      last = mention.range.upperBound
    }
    return isJoined && Set(places).count == places.count ? places : []
  }

  /// What an amount of areas says of each of them.
  private func areas(
    _ draft: Draft, _ drafts: [Draft], _ shares: inout Set<Range<Int>>, _ reading: FinalReading
  ) -> [Draft] {
    let places = regionList(of: draft.quantity, reading)
    guard places.count >= 2, isWhole(draft.quantity, reading) else { return [] }
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
    // Areas that are complete have all, which is the whole share.
    if draft.quantity.percent == nil, draft.kind == .actual { draft.quantity.percent = 100 }
    return places.map { draft.moved(to: $0) }
  }

  /// "Tiga daerah sudah tuntas", "13 daerah yang seluruh koperasinya terdaftar", but not "batu pertama diletakkan di tiga kecamatan":
  /// whether the sentence says that all of the areas' things are meant.
  private func isWhole(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    reading.sentences[quantity.sentence].contains { token in
      reading.has(labels.quantifiers, at: token) || reading.has(labels.percents, at: token)
        || reading.match(labels.stage, at: token).flatMap { reading.labels.stages[$0]?.stage } == .completed
    }
  }

  /// Whether an amount may be said of each region of a list: it counts areas, words say that it is, or it is a share.
  private func mayBeDistributed(_ draft: Draft) -> Bool {
    if draft.quantity.isArea { return true }
    if draft.kind == .total { return false }
    if draft.quantity.isDistributed { return true }
    guard draft.quantity.value == nil else { return false }
    // "Kota Ambon dan Kota Tual sudah 100 persen, Buru 60 persen"
    return draft.quantity.percent != nil || (draft.quantity.all && !draft.quantity.isListItem)
  }

  /// "Lima koperasi lagi akan buka, di Kecamatan Kadia dan Wua-Wua, masing-masing tiga dan dua": the sum of a row is said of none of its
  /// places, but of the one that the article is about.
  func moveSums(in drafts: inout [Draft], _ reading: FinalReading) {
    for index in drafts.indices where !drafts[index].quantity.isListItem {
      let (sentence, region) = (drafts[index].quantity.sentence, drafts[index].region)
      var count = 0
      var sum = 0.0
      var isSame = false
      for part in drafts[(index + 1)...].indices {
        guard drafts[part].quantity.isListItem, drafts[part].quantity.sentence == sentence else { break }
        count += 1
        sum += drafts[part].quantity.value ?? 0
        isSame = isSame || drafts[part].region == region
      }
      if count >= 2, isSame, drafts[index].quantity.value == sum { drafts[index].region = reading.focus }
    }
  }

  /// "Lima daerah telah tuntas 100 persen, masing-masing Tidore (89 desa), Morotai (88 desa) …": the items say it one by one.
  private func introducesItems(_ draft: Draft, _ drafts: [Draft], _ reading: FinalReading) -> Bool {
    guard draft.kind == .actual, draft.quantity.value == nil, !draft.quantity.isListItem,
      draft.quantity.percent == 100 || draft.quantity.all
    else { return false }
    let items = drafts.indices.filter { index in
      let other = drafts[index].quantity
      return other.isListItem && other.sentence >= draft.quantity.sentence
        && other.sentence - draft.quantity.sentence <= 1
        && other.anchor > draft.quantity.anchor && drafts[index].kind == .actual
    }
    guard items.count >= 2 else { return false }
    // "Sebelas daerah sudah 100 persen, yakni A, B … Yang masih berproses ialah C (92 persen) …": they say it of other places.
    let own = mayBeDistributed(draft) ? regionList(of: draft.quantity, reading) : []
    return own.count < 2
      || items.count { index in drafts[index].region.map { own.contains($0) } ?? false } >= 2
  }
}
