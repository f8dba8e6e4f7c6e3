import PantauRecords
import PantauRules
import PantauText

/// The day of the figures that a paragraph tells.
extension DateChoice {
  /// "Per 20 Juni 31 koperasi sudah terbentuk. Yang berbadan hukum 12": index of the day for which the figures of an amount's paragraph are
  /// reported, told before it, where its own sentence names no day; for an item of a list, also that of the paragraph which leads to the list.
  func dataDay(before quantity: Quantity) -> Int? {
    if let day = sameDay(as: quantity) { return day }
    let sentence = quantity.sentence
    for index in (0..<reading.days.partitionIndex { $0.sentence > sentence }).reversed() {
      let day = reading.days[index]
      guard isInReach(day, of: quantity) else { return nil }
      if day.isUnsettled || !day.hasDayOrMonth { continue }
      if day.sentence == sentence { return nil }
      if let reference = reading.reference, day.earliest > reference { continue }
      if isDataDay(day) { return index }
      if day.relation != nil, day.relation != .before, day.relation != .by { return nil }
    }
    return nil
  }

  /// "Sampai hari itu 330 desa sudah bermusyawarah": the day told last, in the paragraph or the one before, where words for it stand in an amount's
  /// sentence before the amount.
  private func sameDay(as quantity: Quantity) -> Int? {
    let tokens = reading.sentences[quantity.sentence]
    let before = tokens.lowerBound..<max(tokens.lowerBound, quantity.range.lowerBound)
    guard reading.has(reading.labels.sameDay, in: before) else { return nil }
    let paragraphs = reading.paragraphOfSentence
    let last = reading.days.lastIndex { day in
      day.range.upperBound <= quantity.range.lowerBound && !day.isUnsettled && day.hasDayOrMonth
    }
    guard let last, reading.days[last].isDay, !reading.days[last].hasPart,
      paragraphs[quantity.sentence] - paragraphs[reading.days[last].sentence] <= 1,
      reading.reference.map({ reading.days[last].latest <= $0 }) ?? true
    else { return nil }
    return last
  }

  /// "Per 20 Juni", "hingga 23 Mei": whether words before a day make it that of the figures told.
  private func isDataDay(_ day: Day) -> Bool {
    day.isDay && !day.hasPart && (day.relation == .asOf || day.relation == .until)
  }

  /// Paragraphs that a list may have behind the sentence that leads to it.
  private static let listReach = 45

  /// Whether a day stands in an amount's paragraph; for an item of a list, in the sentence that leads to the list.
  private func isInReach(_ day: Day, of quantity: Quantity) -> Bool {
    let paragraphs = reading.paragraphOfSentence
    let distance = paragraphs[quantity.sentence] - paragraphs[day.sentence]
    if distance == 0 { return true }
    return quantity.isListItem && distance <= Self.listReach
      && reading.isMark(reading.sentences[day.sentence].upperBound - 1, ":")
  }
}
