import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// What holds for the article as a whole, before its amounts are read one by one.
extension StatementAssembler {
  /// "Di Asmat yang punya 224 kampung, 121 sudah bermusyawarah": the number that a word of having leads is the whole of
  /// the others in its sentence.
  func withoutUniverses(_ quantities: [Quantity], _ cues: CueTable, _ reading: Reading) -> [Quantity] {
    var kept: [Quantity] = []
    var whole: Quantity?
    for (index, quantity) in quantities.enumerated() {
      if whole?.sentence != quantity.sentence { whole = nil }
      let next = index + 1 < quantities.count ? quantities[index + 1] : nil
      let isWhole =
        quantity.of == nil && quantity.percent == nil && !quantity.all && whole == nil && !quantity.isListItem
        && quantity.role == nil
        && next?.sentence == quantity.sentence && next?.value ?? .infinity <= quantity.value ?? 0
        && (next?.unit ?? quantity.unit) == quantity.unit
        && (next?.range.lowerBound ?? .max) - quantity.range.upperBound > 1
        && (isLedAsWhole(quantity, reading)
          || cues.modes[quantity.sentence].contains { mode in
            mode.mode == "total" && !mode.isBreakdown && mode.range.upperBound <= quantity.anchor
              && quantity.anchor - mode.range.upperBound <= 1
          }
            && !cues.stages[quantity.sentence].contains { quantity.zone.contains($0.range.lowerBound) })
      if isWhole {
        whole = quantity
        continue
      }
      var quantity = quantity
      if let whole, !quantity.isListItem, quantity.of == nil, let value = quantity.value,
        value <= whole.value ?? 0
      {
        quantity.of = whole.value
        quantity.unit = quantity.unit ?? whole.unit
      }
      kept.append(quantity)
    }
    return kept
  }

  /// "Di antara 31 kelurahan di wilayahnya, … baru dua": words that lead a whole begin the sentence or the clause.
  private func isLedAsWhole(_ quantity: Quantity, _ reading: Reading) -> Bool {
    guard let lead = reading.match(labels.wholeLeads, endingAt: quantity.range.lowerBound, reach: 2) else {
      return false
    }
    let start = Int(lead.start)
    return start == reading.text.text.sentences[quantity.sentence].lowerBound
      || Int(reading.text.clauseStarts[start]) == start || reading.tokens[start - 1].kind == .punctuation
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
    let mentions = reading.regionMentions.filter { !$0.isDateline && !$0.isAnaphor && !$0.isQualifier }
    let districts = mentions.filter { reading.regions[$0.region].level == .district }
    guard districts.count >= 2, let district = districts.first?.region,
      districts.allSatisfy({ $0.region == district }),
      districts.contains(where: { $0.range.lowerBound < reading.bodyStart })
    else { return nil }
    let above = mentions.filter { reading.regions[$0.region].level.rank < 2 }
    return above.count <= 1 ? district : nil
  }

  /// Marks the mentions that are not what something is said of: places above the one named right before, and those in the
  /// numbers of units.
  func markMentions(_ reading: inout Reading) {
    reading.regionMentions.sort { $0.range.lowerBound < $1.range.lowerBound }
    for index in reading.regionMentions.indices {
      let start = reading.regionMentions[index].range.lowerBound
      reading.regionMentions[index].isUnitNumber = reading.isMark(start - 1, "/")
      reading.regionMentions[index].isScene = isScene(index, reading)
      guard index > 0 else { continue }
      let before = reading.regionMentions[index - 1]
      if before.isScene, before.range.upperBound == start - 1, reading.isMark(start - 1, ",") {
        reading.regionMentions[index].isScene = true
      }
      let gap = before.range.upperBound..<max(before.range.upperBound, start)
      let isBeside =
        gap.count == 1 && (reading.isMark(start - 1, ",") || reading.isMark(start - 1, "("))
        || gap.count == 3 && reading.isMark(start - 1, ",")
          && reading.isMark(before.range.upperBound + 1, ")")
      let level = reading.regions[reading.regionMentions[index].region].level
      reading.regionMentions[index].isQualifier =
        isBeside && level.rank < reading.regions[before.region].level.rank
    }
  }

  /// Whether a preposition leads the mention, and a day with its weekday follows it and the places above it.
  private func isScene(_ index: Int, _ reading: Reading) -> Bool {
    let mention = reading.regionMentions[index]
    guard let preposition = reading.match(labels.prepositions, endingAt: mention.range.lowerBound, reach: 1),
      reading.text.column("kind", of: preposition) == "in"
    else { return false }
    var end = mention.range.upperBound
    for other in reading.regionMentions[(index + 1)...].prefix(3) {
      guard other.range.lowerBound == end + 1, reading.isMark(end, ",") else { break }
      end = other.range.upperBound
    }
    guard reading.isMark(end, ",") else { return false }
    return reading.match(labels.weekdays, at: end + 1) != nil
      || reading.dates.contains { $0.range.lowerBound == end + 1 && $0.parts.weekday != nil }
  }

  /// Whether all that names the article's place is where a national office holder spoke.
  private func isOnlyScene(_ focus: Int, _ reading: Reading) -> Bool {
    reading.officials.contains { $0.of == "Indonesia" }
      && reading.regionMentions.allSatisfy { $0.region != focus || $0.isScene || $0.isDateline }
  }

  /// The programme that the article is about: named in headline or lead, or twice.
  func programme(of reading: Reading) -> Programme? {
    var counts: [String: Int] = [:]
    guard !reading.tokens.isEmpty else { return nil }
    let lead = reading.sentence(of: min(reading.bodyStart, max(0, reading.tokens.count - 1))) + 4
    for match in reading.text.matches.matches(labelled: labels.programme) {
      guard let name = reading.text.column("programme", of: match) else { continue }
      counts[name, default: 0] += reading.sentence(of: Int(match.start)) <= lead ? 2 : 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= 2 else { return nil }
    return programmes.first { $0.identifier == best.key }
  }
}
