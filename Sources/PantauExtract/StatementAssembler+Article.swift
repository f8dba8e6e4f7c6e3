import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// What holds for the article as a whole, before its amounts are read one by one.
extension StatementAssembler {
  /// "Di Asmat yang punya 224 kampung, 121 sudah bermusyawarah": the number that a word of having leads is the whole of
  /// the others in its sentence.
  func removeUniverses(from quantities: inout [Quantity], _ cues: CueTable, _ reading: FinalReading) {
    var kept = 0
    var whole: Quantity?
    for index in quantities.indices {
      if let known = whole, known.sentence != quantities[index].sentence { whole = nil }
      if whole == nil,
        isUniverse(index, quantities, cues, reading) || isUniverseOfRow(index, quantities, cues, reading)
      {
        whole = quantities[index]
        continue
      }
      if kept < index { quantities[kept] = quantities[index] }
      if let whole, !quantities[kept].isListItem || whole.isListItem, quantities[kept].of == nil,
        let value = quantities[kept].value, value <= whole.value ?? 0
      {
        quantities[kept].of = whole.value
        quantities[kept].unit = quantities[kept].unit ?? whole.unit
      }
      kept += 1
    }
    if kept < quantities.count { quantities.removeLast(quantities.count - kept) }
  }

  /// "4. Paser, 144 desa dan kelurahan, baru 130 koperasi berbadan hukum": whether villages stand in a line of a list before the cooperatives of
  /// which alone it says something.
  private func isUniverseOfRow(
    _ index: Int, _ all: [Quantity], _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    guard all[index].isListItem, all[index].region != nil, all[index].unit?.isAnyVillage == true,
      let value = all[index].value, all[index].of == nil, all[index].percent == nil, index + 1 < all.count
    else { return false }
    let next = all[index + 1]
    guard next.sentence == all[index].sentence, next.unit == programme.countedUnit, next.of == nil,
      next.value ?? .infinity <= value, (next.region ?? all[index].region) == all[index].region
    else { return false }
    func isSaid(of quantity: Quantity) -> Bool {
      cues.stages.contains(in: quantity.sentence) { quantity.zone.contains($0.range.lowerBound) }
    }
    return isSaid(of: next) && !isSaid(of: all[index])
  }

  private func isUniverse(
    _ index: Int, _ all: [Quantity], _ cues: CueTable, _ reading: FinalReading
  ) -> Bool {
    guard all[index].of == nil, all[index].percent == nil, !all[index].all, !all[index].isListItem,
      all[index].role == nil, index + 1 < all.count,
      all[index + 1].sentence == all[index].sentence,
      all[index + 1].value ?? .infinity <= all[index].value ?? 0,
      (all[index + 1].unit ?? all[index].unit) == all[index].unit,
      all[index + 1].range.lowerBound - all[index].range.upperBound > 1
    else { return false }
    if isLedAsWhole(all[index], reading) { return true }
    let (sentence, anchor, zone) = (all[index].sentence, all[index].anchor, all[index].zone)
    return cues.modes.contains(in: sentence) { mode in
      mode.mode == .total && !mode.isBreakdown && mode.range.upperBound <= anchor
        && anchor - mode.range.upperBound <= 1
    }
      && !cues.stages.contains(in: sentence) { zone.contains($0.range.lowerBound) }
  }

  /// "Di antara 31 kelurahan di wilayahnya, … baru dua": words that lead a whole begin the sentence or the clause.
  private func isLedAsWhole(_ quantity: Quantity, _ reading: FinalReading) -> Bool {
    guard let lead = reading.match(labels.wholeLeads, endingAt: quantity.range.lowerBound, reach: 2) else {
      return false
    }
    let start = Int(lead.start)
    return start == reading.sentences[quantity.sentence].lowerBound
      || Int(reading.clauseStarts[start]) == start || reading.tokens[start - 1].kind == .punctuation
  }

  /// Whether the article is about the whole country: its headline names no place, and its first sentences count more than
  /// the place named most can hold.
  func isNational(_ quantities: [Quantity], _ reading: Reading) -> Bool {
    guard let focus = reading.focus, let known = reading.regions[focus].gazetteer, known < gazetteer.ownCount,
      !reading.regionMentions.contains(where: { $0.range.lowerBound < reading.bodyStart }),
      let villages = gazetteer.regions[known].allVillages
    else { return false }
    if isOnlyScene(focus, reading) { return true }
    let lead = reading.sentence(of: min(reading.bodyStart, max(0, reading.tokens.count - 1))) + 3
    return quantities.contains { quantity in
      quantity.sentence <= lead && quantity.region == nil
        && max(quantity.value ?? 0, quantity.of ?? 0) > Double(villages) * 1.08 + 3
    }
  }

  /// The district that an article is about: the only one it names, twice or more and in the headline, with hardly a word of
  /// the regency around it.
  func districtFocus(of reading: Reading) -> Int? {
    var district: Int?
    var count = 0
    var isInHeadline = false
    var above = 0
    for mention in reading.regionMentions
    where !mention.isDateline && !mention.isAnaphor && !mention.isQualifier {
      let level = reading.regions[mention.region].level
      if level == .district {
        guard mention.region == district ?? mention.region else { return nil }
        district = mention.region
        count += 1
        if mention.range.lowerBound < reading.bodyStart { isInHeadline = true }
      } else if level.rank < 2 {
        above += 1
      }
    }
    return count >= 2 && isInHeadline && above <= 1 ? district : nil
  }

  /// Marks the mentions that are not what something is said of: places above the one named right before, and those in the
  /// numbers of units.
  func markMentions(_ reading: inout Reading) {
    var mentions = reading.regionMentions
    reading.regionMentions = []
    let isSorted = mentions.indices.dropFirst().allSatisfy {
      mentions[$0 - 1].range.lowerBound <= mentions[$0].range.lowerBound
    }
    if !isSorted { mentions.sort { $0.range.lowerBound < $1.range.lowerBound } }
    for index in mentions.indices { mark(index, among: &mentions, reading) }
    reading.regionMentions = mentions
  }

  private func mark(_ index: Int, among mentions: inout [PlaceMention], _ reading: Reading) {
    let start = mentions[index].range.lowerBound
    mentions[index].isUnitNumber = false
    mentions[index].isQualifier = false
    mentions[index].isScene = isScene(index, mentions, reading)
    mentions[index].isRanked = false
    if isRanked(mentions[index], behind: index > 0 ? mentions[index - 1] : nil, reading) {
      mentions[index].isScene = true
      mentions[index].isRanked = true
      return
    }
    if index > 0, lies(mentions[index - 1], in: mentions[index], reading) {
      mentions[index].isQualifier = true
    }
    // "Kabupaten di ujung utara Sulawesi Barat ini"
    if mentions[..<index].suffix(2).contains(where: { $0.isAnaphor && $0.range.contains(start) }) {
      mentions[index].isQualifier = true
      return
    }
    guard start > 0, reading.tokens[start - 1].kind == .punctuation else { return }
    mentions[index].isUnitNumber = reading.isMark(start - 1, "/")
    guard index > 0 else { return }
    let end = mentions[index - 1].range.upperBound
    let hasComma = reading.isMark(start - 1, ",")
    if hasComma, end == start - 1, mentions[index - 1].isScene { mentions[index].isScene = true }
    let gap = max(end, start) - end
    let isBeside =
      gap == 1 && (hasComma || reading.isMark(start - 1, "("))
      || gap == 3 && hasComma && reading.isMark(end + 1, ")")
      // "Kabupaten Kotawaringin Timur (Pemkab Kotim), Kalimantan Tengah"
      || gap == 2 && hasComma && reading.isMark(end, ")")
    // "Provinsi Nusa Tenggara Timur (NTT)" is as good as its short form.
    let isAgain = mentions[index].region == mentions[index - 1].region && mentions[index - 1].isQualifier
    mentions[index].isQualifier =
      isBeside
      && (isAgain
        || reading.regions[mentions[index].region].level.rank
          < reading.regions[mentions[index - 1].region].level.rank)
  }

  /// "KDMP Lempa di Kecamatan Pammana": whether nothing but a preposition stands between a village and a place above it.
  private func lies(_ village: PlaceMention, in place: PlaceMention, _ reading: Reading) -> Bool {
    let end = village.range.upperBound
    guard place.range.lowerBound - end == 1, reading.regions[village.region].level.rank == 3,
      reading.regions[place.region].level.rank < 3
    else { return false }
    return reading.match(labels.prepositions, at: end).flatMap { labels.amounts.isIn[$0] } == true
  }

  /// "Cilegon adalah kota pertama di Provinsi Banten yang …": whether a word of rank leads a place, among whose parts the one before it has
  /// that rank.
  private func isRanked(_ mention: PlaceMention, behind before: PlaceMention?, _ reading: Reading) -> Bool {
    guard
      let preposition = reading.match(
        labels.prepositions, endingAt: mention.range.lowerBound, reach: 1),
      reading.match(labels.ranks, endingAt: Int(preposition.start), reach: 3) != nil
    else { return false }
    let rank = reading.regions[mention.region].level.rank
    if let focus = reading.focus, rank < reading.regions[focus].level.rank { return true }
    return before.map {
      reading.sentence(of: $0.range.lowerBound) == reading.sentence(of: mention.range.lowerBound)
        && rank < reading.regions[$0.region].level.rank
    } ?? false
  }

  /// Whether somebody or something only comes from the place, or a preposition leads the mention, and a day with its weekday, or who speaks
  /// there for others, follows it and the places above it.
  private func isScene(_ index: Int, _ mentions: [PlaceMention], _ reading: Reading) -> Bool {
    let start = mentions[index].range.lowerBound
    // "Notaris dari Manokwari"
    if reading.match(labels.origins, endingAt: start) != nil { return true }
    // "Di Kompleks Istana Kepresidenan, Jakarta Pusat, Kamis" too.
    let isIn =
      reading.match(labels.prepositions, endingAt: start, reach: 1).flatMap { labels.amounts.isIn[$0] }
      == true
    guard isIn || (start > 0 && reading.isMark(start - 1, ",")) else { return false }
    var end = mentions[index].range.upperBound
    for other in (index + 1)..<max(index + 1, min(index + 4, mentions.count)) {
      guard mentions[other].range.lowerBound == end + 1, reading.isMark(end, ",") else { break }
      end = mentions[other].range.upperBound
    }
    // "Di Klaten ia menyatakan …", "di Mataram, wakil menteri menyampaikan …"
    if isIn, reading.match(labels.sceneSubjects, at: reading.isMark(end, ",") ? end + 1 : end) != nil {
      return true
    }
    if isIn, reading.regions[mentions[index].region].level.rank >= 2,
      reading.isMark(mentions[index].range.upperBound, ","), isInTimeClause(start, reading)
    {
      return true
    }
    guard reading.isMark(end, ",") else { return false }
    return reading.match(labels.weekdays, at: end + 1) != nil
      || reading.dates.indices.contains {
        reading.dates[$0].range.lowerBound == end + 1 && reading.dates[$0].parts.weekday != nil
      }
  }

  /// "Saat ditemui di Kecamatan Ajangale, bupati menyebut …": whether a token stands in a clause of time with which its sentence begins.
  private func isInTimeClause(_ token: Int, _ reading: Reading) -> Bool {
    let first = reading.text.text.sentences[reading.sentence(of: token)].lowerBound
    let kind = reading.match(labels.asides, at: first).flatMap { labels.amounts.asides[$0] }
    return (kind == .time || kind == .after) && !(first..<token).contains { reading.isMark($0, ",") }
  }

  /// Whether all that names the article's place is where something was said.
  private func isOnlyScene(_ focus: Int, _ reading: Reading) -> Bool {
    reading.regionMentions.allSatisfy { $0.region != focus || $0.isScene || $0.isDateline }
  }

  /// The programme that the article is about: named in headline or lead, or twice.
  static func programme(of reading: Reading, among programmes: [Programme]) -> Programme? {
    var counts: [String: Int] = [:]
    guard !reading.tokens.isEmpty else { return nil }
    let lead = reading.sentence(of: min(reading.bodyStart, max(0, reading.tokens.count - 1))) + 4
    for match in reading.text.matches.matches(labelled: reading.labels.programme) {
      guard let name = reading.text.column("programme", of: match) else { continue }
      counts[name, default: 0] += reading.sentence(of: Int(match.start)) <= lead ? 2 : 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= 2 else { return nil }
    return programmes.first { $0.identifier == best.key }
  }
}
