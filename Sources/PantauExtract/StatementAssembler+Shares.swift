import PantauRecords
import PantauRules

/// Shares that are told beside an amount, or once for all items of a list.
extension StatementAssembler {
  /// Gives results the percentage that stands right behind them, and items of a list the 100 percent that the words before them tell.
  func givePercents(to drafts: inout [Draft], _ quantities: [Quantity], _ reading: FinalReading) {
    for index in drafts.indices where drafts[index].kind == .actual && drafts[index].quantity.percent == nil {
      let quantity = drafts[index].quantity
      guard quantity.value != nil else { continue }
      if let share = share(behind: quantity, reading) {
        drafts[index].quantity.percent = share.percent
        drafts[index].quantity.range = quantity.range.lowerBound..<share.end
      } else if quantity.isListItem, isListOfWholes(quantity, quantities, reading) {
        drafts[index].quantity.percent = 100
      }
    }
  }

  /// "1.231 unit, kira-kira 66 persen": the percentage to which a comma or bracket and words of approximation lead.
  private func share(behind quantity: Quantity, _ reading: FinalReading) -> (percent: Double, end: Int)? {
    let start = quantity.range.upperBound
    var token = start
    while token < reading.sentences[quantity.sentence].upperBound {
      if let (percent, end) = reading.number(at: token) {
        guard token > start, percent <= 100, let sign = reading.match(labels.percents, at: end) else {
          return nil
        }
        return (percent, Int(sign.end))
      }
      if let word = reading.match(labels.shareLeads, at: token) ?? reading.match(labels.bounds, at: token) {
        token = Int(word.end)
      } else if reading.isMark(token, ",") || reading.isMark(token, "(") {
        token += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// "Sepuluh daerah telah selesai 100 persen, yaitu Wakatobi (100 koperasi), Muna (150), …": whether the words before a list tell that
  /// all of each is reached.
  private func isListOfWholes(_ item: Quantity, _ quantities: [Quantity], _ reading: FinalReading) -> Bool {
    let before = quantities[..<quantities.partitionIndex { $0.anchor >= item.anchor }]
    let told = before.suffix(Self.longestList).last {
      !$0.isListItem && ($0.percent != nil || $0.value != nil || $0.isArea)
    }
    guard let told, told.value == nil, item.sentence - told.sentence <= Self.reachOfWholes else {
      return false
    }
    return told.percent == 100
      || (told.isArea && tellsWhole(behind: told.range.upperBound, told.sentence, reading))
  }

  /// Whether the first number behind a token of a sentence is 100 percent.
  private func tellsWhole(behind start: Int, _ sentence: Int, _ reading: FinalReading) -> Bool {
    let end = reading.sentences[sentence].upperBound
    let number = (start..<max(start, end)).lazy.compactMap { reading.number(at: $0) }.first
    return number.map { $0.value == 100 && reading.has(labels.percents, at: $0.end) } ?? false
  }

  /// Most items before one of a list whose head is looked for.
  private static let longestList = 100

  /// Sentences between what tells that all of each is reached and the list.
  private static let reachOfWholes = 1
}
