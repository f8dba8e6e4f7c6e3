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
    if let told = listed(index, all, drafts) { return ListContext(drafts[told]) }
    if let last = drafts.last, last.quantity.isListItem, quantity.sentence - last.quantity.sentence <= 1 {
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
    if start > 0, reading.isMark(start - 1, ":"),
      let before = cues.stages.last(in: sentence - 1, where: { $0.tellsContext })
    {
      return ListContext(before, unit, nil)
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
    // Else it breaks down the figure told last.
    if let last = drafts.last(where: {
      $0.kind != .total && $0.cue?.aspect != .pending && !$0.quantity.isListItem && !$0.quantity.isArea
    }) {
      // Shares of a list, and amounts away from it that make no sum, are no parts of what was promised.
      let isLed = reading.has(labels.breakdowns, at: start)
      let isApart = quantity.value == nil || sentence - last.quantity.sentence > (isLed ? 3 : 1)
      if let newer = state(toldBefore: sentence, behind: last, cues) {
        return ListContext(newer, unit, .actual)
      }
      if last.kind == .target, isApart { return ListContext(last.cue, last.quantity.unit, .actual) }
      return ListContext(last)
    }
    return ListContext(cues.stages.first(in: 0) { _ in true }, unit, nil)
  }

  /// "Semua wajib punya rekening. Yang sudah membuka usaha masih bisa dihitung. Kupang enam, Belu empat": the state of which the sentence
  /// before a list speaks, where the figure told last stands before that.
  private func state(toldBefore sentence: Int, behind last: Draft, _ cues: CueTable) -> Cue? {
    guard last.quantity.sentence < sentence - 1 else { return nil }
    return cues.stages.last(in: sentence - 1) { cue in
      cue.aspect == .state && cue.stage != .other && !cue.isOccasion && !cue.isAside && !cue.isReady
        && !cue.isNegated
    }
  }

  /// The figure told before that the list's items add up to, or that the list's sentence says again: "kedua belas koperasi
  /// tersebut: lima di …".
  ///
  /// - Returns: its index among the drafts.
  private func listed(_ index: Int, _ all: [Quantity], _ drafts: [Draft]) -> Int? {
    var low = index
    while low > 0, all[low - 1].isListItem, all[low].sentence - all[low - 1].sentence <= 1 { low -= 1 }
    var high = index
    while high + 1 < all.count, all[high + 1].isListItem, all[high + 1].sentence - all[high].sentence <= 1 {
      high += 1
    }
    var sum = 0.0
    for item in low...high { sum += all[item].value ?? 0 }
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
      if introducesItems(drafts[index], drafts) || shares.contains(drafts[index].quantity.range) { continue }
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
      let places = isOfOne ? [] : places(pointedTo: draft.quantity, reading)
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
  private func regionList(of quantity: Quantity, _ reading: FinalReading) -> [Int] {
    let own = reading.mentions(of: quantity.sentence)
    if own.count < 2, !quantity.isArea, !leadsToLines(quantity.sentence, reading),
      !speaksOfAreas(quantity, reading)
    {
      return []
    }
    let mentions = own.filter { !reading.mentions[$0].isDateline }.map { reading.mentions[$0] }
    let runs = runs(of: mentions, reading)
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
    if quantity.isListItem, !quantity.isDistributed { return [] }
    let before = runs.last { run in
      guard let end = run.last?.range.upperBound, end <= quantity.range.lowerBound else { return false }
      return leads(end..<quantity.range.lowerBound, reading) || isSubject(run, of: quantity, reading)
    }
    if let before, Set(before.map(\.region)).count >= 2 { return before.map(\.region) }
    if quantity.isArea || speaksOfAreas(quantity, reading),
      let next = followingList(quantity.sentence, reading)
    {
      return next
    }
    let lines = linesBehind(quantity.sentence, reading)
    if lines.count >= 2 { return lines }
    let after = runs.first { run in
      guard let start = run.first?.range.lowerBound, start >= quantity.range.upperBound else { return false }
      let gap = quantity.range.upperBound..<start
      if quantity.isDistributed { return gap.count <= 2 }
      guard gap.count <= (quantity.isArea || isShare ? 16 : 10) else { return false }
      // "Yang membentuk koperasi baru 5,67 persen, antara lain Kampung Resak", of so many: examples, of which the share is not said.
      return gap.contains { reading.opens($0) }
        && (quantity.of == nil || !gap.contains { reading.opensPart($0) })
    }
    var places: [Int] = []
    for mention in after ?? [] where !places.contains(mention.region) { places.append(mention.region) }
    return places
  }

  /// Whether the sentence counts regions above villages: "13 daerah yang seluruh koperasinya terdaftar".
  private func speaksOfAreas(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    reading.sentences[quantity.sentence].contains { token in
      reading.match(labels.quantity, at: token).map { labels.constants[Int($0.rule)].areas } ?? false
    }
  }

  /// The list with which the next sentence goes on: "Mereka adalah Ponorogo, Nganjuk dan Sidoarjo".
  private func followingList(_ sentence: Int, _ reading: FinalReading) -> [Int]? {
    guard sentence + 1 < reading.sentences.count else { return nil }
    let next = reading.sentences[sentence + 1]
    guard next.prefix(5).contains(where: { reading.opens($0) }) else { return nil }
    let mentions = reading.mentions(of: sentence + 1).map { reading.mentions[$0] }
    let run = runs(of: mentions, reading).first {
      ($0.first?.range.lowerBound ?? .max) - next.lowerBound <= 6
    }
    return run.flatMap { $0.count >= 2 ? $0.map(\.region) : nil }
  }

  /// Whether a sentence ends in a colon.
  private func leadsToLines(_ sentence: Int, _ reading: FinalReading) -> Bool {
    sentence + 1 < reading.sentences.count
      && reading.isMark(reading.sentences[sentence + 1].lowerBound - 1, ":")
  }

  /// The places told in lines of their own behind a colon: "Sebelas daerah sudah 100 persen, yaitu:", then "Kabupaten Ogan Ilir", "Kota
  /// Palembang (30 Mei)".
  private func linesBehind(_ sentence: Int, _ reading: FinalReading) -> [Int] {
    guard leadsToLines(sentence, reading) else { return [] }
    var places: [Int] = []
    for line in reading.sentences.indices[(sentence + 1)...] {
      let tokens = reading.sentences[line]
      guard let first = reading.mentions(of: line).first,
        reading.tokens[tokens.lowerBound].traits.contains(.lineStart)
      else { break }
      let place = reading.mentions[first]
      let rest = place.range.upperBound..<max(place.range.upperBound, tokens.upperBound)
      guard place.range.lowerBound - tokens.lowerBound <= 3,
        rest.count <= 2 || (rest.count <= 8 && reading.isMark(rest.lowerBound, "("))
      else { break }
      places.append(place.region)
    }
    return places
  }

  /// Mentions in runs that only commas, brackets, joining words and a preposition behind one of these part: "di Ilaga dan di Gome".
  private func runs(
    of mentions: [FinalReading.Mention], _ reading: FinalReading
  ) -> [[FinalReading.Mention]] {
    var runs: [[FinalReading.Mention]] = []
    for mention in mentions {
      if let last = runs.last?.last {
        let end = last.range.upperBound
        let behind = behindBracket(end, reading)
        let start = behind < mention.range.lowerBound ? behind : end
        if joins(start..<max(start, mention.range.lowerBound), reading) {
          runs[runs.count - 1].append(mention)
          continue
        }
      }
      runs.append([mention])
    }
    return runs
  }

  /// Where a bracket behind a place ends that holds a day or a few words and no amount: "Nganjuk (27 Mei 2025), Ponorogo (30 Mei 2025)"; else
  /// the place's own end.
  private func behindBracket(_ end: Int, _ reading: FinalReading) -> Int {
    guard reading.isMark(end, "("),
      let close = (end..<min(end + 9, reading.tokens.count)).first(where: { reading.isMark($0, ")") }),
      !reading.has(labels.number, in: end..<close)
        || reading.days.contains(where: { (end..<close).contains($0.range.lowerBound) })
    else { return end }
    return close + 1
  }

  private func joins(_ gap: Range<Int>, _ reading: FinalReading) -> Bool {
    guard !gap.isEmpty, gap.count <= 3 else { return false }
    return gap.allSatisfy { token in
      reading.isMark(token, ",") || reading.isMark(token, "(") || reading.isMark(token, ")")
        || reading.joins(token)
        || (token > gap.lowerBound && token == gap.upperBound - 1
          && reading.has(labels.prepositions, at: token))
    }
  }

  /// "Raja Ampat, Tambrauw dan Maybrat telah menyelesaikan musyawarah di seluruh kampung": whether a word that it is done follows a run
  /// directly, and the clause goes on to a word for all or a share.
  private func isSubject(
    _ run: [FinalReading.Mention], of quantity: Quantity, _ reading: FinalReading
  ) -> Bool {
    guard quantity.value == nil, run.count >= 2, let first = run.first, let end = run.last?.range.upperBound,
      end < quantity.range.lowerBound, reading.clause(of: quantity.anchor).contains(end),
      reading.match(labels.prepositions, endingAt: first.range.lowerBound, reach: 2) == nil
    else { return false }
    let mode = reading.match(labels.modality, at: end).flatMap { reading.labels.modes[$0]?.mode }
    return mode == .done
      && !reading.mentions(of: quantity.sentence).contains { index in
        (end..<quantity.range.lowerBound).contains(reading.mentions[index].range.lowerBound)
      }
  }

  /// Whether nothing but words that weigh an amount or tell that it is reached stand between a list and it.
  private func leads(_ gap: Range<Int>, _ reading: FinalReading) -> Bool {
    guard gap.count <= 6 else { return false }
    var wanted = [
      labels.modality, labels.quantifiers, labels.distributives, labels.weighing, labels.bounds,
      labels.relatives, labels.unit,
    ]
    // "Jayawijaya dan Yahukimo masing-masing mengesahkan minimal 40 koperasi"
    if reading.has(labels.distributives, in: gap) || reading.has(labels.relatives, at: gap.lowerBound) {
      wanted.append(labels.stage)
    }
    var token = gap.lowerBound
    // "Ponorogo dan Nganjuk, sudah 100 persen"
    if reading.isMark(token, ","), gap.count > 1 || reading.has(labels.modality, at: gap.upperBound) {
      token += 1
    }
    while token < gap.upperBound {
      guard let end = wanted.compactMap({ reading.match($0, at: token)?.end }).max() else { return false }
      token = Int(end)
    }
    return true
  }
}
