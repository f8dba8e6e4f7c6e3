import PantauRecords
import PantauRules
import PantauText

/// The places of which an amount is said, each by itself.
extension StatementAssembler {
  /// The regions of the list that leads up to a quantity, or that a word which opens a list leads to behind it.
  func regionList(of quantity: Quantity, _ reading: FinalReading) -> [Int] {
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
      }), run.count >= 2 || weighedList(behind: quantity, runs, reading) == nil
    {
      return run.map(\.region)
    }
    if quantity.isListItem, !quantity.isDistributed { return [] }
    let before = runs.last { run in
      guard let end = run.last?.range.upperBound, end <= quantity.range.lowerBound else { return false }
      let gap = end..<quantity.range.lowerBound
      return leads(gap, reading) || isSubject(run, of: quantity, reading)
        || (quantity.isDistributed && leadsEach(gap, reading))
        || (quantity.isArea && isCounted(run, by: quantity, over: gap, reading))
    }
    if let before, Set(before.map(\.region)).count >= 2 { return before.map(\.region) }
    if quantity.isArea || speaksOfAreas(quantity, reading),
      let next = followingList(quantity, reading)
    {
      return next
    }
    if isShare, let weighed = weighedList(behind: quantity, runs, reading) { return weighed }
    let lines = linesBehind(quantity.sentence, reading)
    if lines.count >= 2 { return lines }
    let after = runs.first { run in
      guard let start = run.first?.range.lowerBound, start >= quantity.range.upperBound else { return false }
      let gap = quantity.range.upperBound..<start
      if quantity.isDistributed { return gap.count <= 2 }
      guard gap.count <= (quantity.isArea || isShare ? 16 : 10) else { return false }
      // "20 titik telah melewati 60 persen, antara lain di Desa Kawengan": of examples the whole share is said alone; of a part, nothing.
      let isAny = quantity.of == nil && (quantity.percent ?? 100 == 100 || quantity.isArea)
      return gap.contains { reading.opens($0) }
        && (isAny
          || !gap.contains { reading.opensPart($0) && (quantity.of != nil || !reading.isMark($0, ":")) })
    }
    var places: [Int] = []
    for mention in after ?? [] where !places.contains(mention.region) { places.append(mention.region) }
    return places
  }

  /// Whether the sentence counts regions above villages: "13 daerah yang seluruh koperasinya terdaftar".
  func speaksOfAreas(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    reading.sentences[quantity.sentence].contains { token in
      reading.match(labels.quantity, at: token).map { labels.constants[Int($0.rule)].areas } ?? false
    }
  }

  /// The list with which the next sentence goes on: "Mereka adalah Ponorogo, Nganjuk dan Sidoarjo", "Kelima kecamatan itu Gunung Maligas, …".
  private func followingList(_ quantity: Quantity, _ reading: FinalReading) -> [Int]? {
    let sentence = quantity.sentence
    guard sentence + 1 < reading.sentences.count else { return nil }
    let next = reading.sentences[sentence + 1]
    let isCounted = reading.match(labels.number, at: next.lowerBound).map {
      Int(reading.numbers[Int($0.payload)].value) == quantity.areas && quantity.areas > 1
    }
    guard isCounted == true || next.prefix(5).contains(where: { reading.opens($0) }) else { return nil }
    let mentions = reading.mentions(of: sentence + 1).map { reading.mentions[$0] }
    let run = runs(of: mentions, reading).first {
      ($0.first?.range.lowerBound ?? .max) - next.lowerBound <= 6
    }
    return run.flatMap { $0.count >= 2 ? $0.map(\.region) : nil }
  }

  /// "Di Sulawesi Selatan yang sudah 100 persen baru Barru dan Pinrang": the row behind a share, right behind a word that weighs it.
  private func weighedList(
    behind quantity: Quantity, _ runs: [[FinalReading.Mention]], _ reading: FinalReading
  ) -> [Int]? {
    runs.first { run in
      guard let start = run.first?.range.lowerBound, start > quantity.range.upperBound else { return false }
      return Set(run.map(\.region)).count >= 2 && start - quantity.range.upperBound <= 10
        && reading.has(labels.weighing, at: start - 1)
    }?.map(\.region)
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
        // "Ogan Komering Ulu (OKU) Timur": a short form within a name is no place of its own.
        if mention.range.upperBound <= end || tellsWhere(mention, last, reading) { continue }
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

  /// "Bupati Kapuas, Kalimantan Tengah, meminta": whether a place right behind one within a comma only tells where that one lies.
  private func tellsWhere(
    _ mention: FinalReading.Mention, _ last: FinalReading.Mention, _ reading: FinalReading
  ) -> Bool {
    let end = last.range.upperBound
    return mention.isQualifier && mention.rank < last.rank && end + 1 == mention.range.lowerBound
      && (reading.isMark(end, ",") || reading.isMark(end, "("))
  }

  /// Where a bracket behind a place ends that holds a day or a few words and no amount: "Nganjuk (27 Mei 2025), Ponorogo (30 Mei 2025)"; else
  /// the place's own end.
  private func behindBracket(_ end: Int, _ reading: FinalReading) -> Int {
    guard reading.isMark(end, "("),
      let close = (end..<min(end + 9, reading.tokens.count)).first(where: { reading.isMark($0, ")") }),
      !reading.has(labels.number, in: end..<close)
        || reading.days.contains(where: { (end..<close).contains($0.range.lowerBound) })
    else { return end }
    // "Ogan Komering Ulu (OKU) Timur, Kota Lubuk Linggau": a name that goes on behind its short form.
    let next = close + 1
    let goesOn =
      reading.tokens.indices.contains(next + 1) && reading.tokens[next].kind == .word
      && reading.tokens[next].traits.contains(.capitalised)
      && (reading.isMark(next + 1, ",") || reading.joins(next + 1))
    return goesOn && !reading.has(labels.region, at: next) ? next + 1 : next
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

  /// "Barru dan Pinrang menjadi dua daerah pertama yang tuntas": whether an amount counts as many regions as a run right before it names.
  private func isCounted(
    _ run: [FinalReading.Mention], by quantity: Quantity, over gap: Range<Int>, _ reading: FinalReading
  ) -> Bool {
    Set(run.map(\.region)).count == quantity.areas && gap.count <= 4
      && gap.allSatisfy { isSmall($0, reading) }
  }

  /// "Batang Toru dan Sipirok memimpin dengan masing-masing 14 unit", "Konawe Selatan dan Konawe Utara yang terendah, masing-masing 83
  /// persen": whether a word that says an amount of each leads it, and only words stand between a list and that.
  private func leadsEach(_ gap: Range<Int>, _ reading: FinalReading) -> Bool {
    guard gap.count <= 12, let word = gap.first(where: { reading.has(labels.distributives, at: $0) }) else {
      return false
    }
    var end = word
    if end > gap.lowerBound, reading.isMark(end - 1, ",") { end -= 1 }
    return end > gap.lowerBound && end - gap.lowerBound <= 6 && leads(word..<gap.upperBound, reading)
      && (gap.lowerBound..<end).allSatisfy { isSmall($0, reading) }
  }

  /// Whether a token is a word in small letters that tells no number.
  private func isSmall(_ token: Int, _ reading: FinalReading) -> Bool {
    reading.tokens[token].kind == .word && !reading.tokens[token].traits.contains(.capitalised)
      && !reading.has(labels.number, at: token)
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
