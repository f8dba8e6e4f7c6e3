import PantauRules
import PantauText

/// A candidate for a count: an amount and what it counts, before its stage, role and region are settled.
struct Quantity: Sendable {
  var range: Range<Int>
  /// Token at which the number itself begins.
  var anchor: Int
  var value: Double?
  var percent: Double?
  var of: Double?
  var all = false
  var bound: String?
  var unit: String?
  /// The unit stands elsewhere.
  var isBare = false
  /// A word of progress leads the percentage.
  var isProgress = false
  /// Number of the region that the pattern itself ties it to.
  var region: Int?
  /// Index of the rule.
  var rule: Int
  var sentence: Int
  /// Tokens between the neighbouring quantities of the clause: what is said of this one alone.
  var zone: Range<Int> = 0..<0
  /// Whether a list of such items surrounds it.
  var isListItem = false
}

/// Runs the quantity rules and reads their captures.
struct QuantityFinder: Sendable {
  let labels: Labels

  func quantities(in reading: inout Reading) -> [Quantity] {
    reading.text.rules.run(phase: "quantities", on: &reading.text)
    let matches = reading.text.matches.matches.filter { $0.label == labels.quantity }
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var found: [Quantity] = []
    for match in matches {
      guard let quantity = quantity(match, in: reading), !isWithinDate(quantity, reading) else { continue }
      found.append(quantity)
    }
    markLists(&found, in: reading)
    found += wholes(of: found, in: reading)
    found.sort { ($0.anchor, $0.range.upperBound) < ($1.anchor, $1.range.upperBound) }
    found.removeAll { $0.unit == nil && !$0.isBare && $0.region != nil && !$0.isListItem }
    setZones(&found, in: reading)
    return found
  }

  private func quantity(_ match: Match, in reading: Reading) -> Quantity? {
    let text = reading.text
    func number(_ name: String) -> Double? {
      guard let range = text.capture(name, of: match) else { return nil }
      for token in range {
        if let found = text.matches.match(labels.number, at: token) {
          return reading.numbers[Int(found.payload)].value
        }
      }
      return nil
    }
    func unit(_ name: String) -> String? {
      guard let range = text.capture(name, of: match) else { return nil }
      for token in range {
        if let found = text.matches.match(labels.unit, at: token) { return text.column("unit", of: found) }
      }
      return nil
    }
    let rule = text.rules.rules[Int(match.rule)]
    let anchor =
      text.capture("value", of: match)?.lowerBound ?? text.capture("percent", of: match)?.lowerBound
    var quantity = Quantity(
      range: match.range, anchor: anchor ?? match.range.lowerBound, rule: Int(match.rule),
      sentence: reading.sentence(of: match.range.lowerBound))
    quantity.value = number("value")
    quantity.percent = number("percent")
    quantity.of = number("of")
    quantity.all = rule.constants["all"] != nil
    quantity.isProgress = rule.constants["progress"] != nil
    quantity.isBare = rule.constants["bare"] != nil
    quantity.unit = unit("unit") ?? unit("unit2")
    if let range = text.capture("bound", of: match),
      let bound = text.matches.match(labels.bounds, at: range.lowerBound)
    {
      quantity.bound = text.column("bound", of: bound)
    } else if let before = reading.match(labels.bounds, endingAt: quantity.anchor) {
      quantity.bound = text.column("bound", of: before)
    }
    if text.capture("about", of: match) != nil { quantity.bound = quantity.bound ?? "about" }
    if let range = text.capture("region", of: match),
      let region = text.matches.match(labels.region, at: range.lowerBound)
    {
      quantity.region = Int(region.payload)
    }
    // "satu koperasi" is an article more often than a count.
    if quantity.value == 1, quantity.of == nil, quantity.percent == nil,
      reading.tokens[quantity.anchor].kind == .word
    {
      return nil
    }
    if let percent = quantity.percent, percent > 1000 { return nil }
    if quantity.of != nil, quantity.value != nil, quantity.value ?? 0 > quantity.of ?? 0 { quantity.of = nil }
    return quantity
  }

  /// "Dari 133 koperasi yang berbadan hukum, 19 beroperasi": the whole is itself a result where its own words name a
  /// stage.
  private func wholes(of found: [Quantity], in reading: Reading) -> [Quantity] {
    found.compactMap { quantity in
      guard let whole = quantity.of, quantity.range.lowerBound < quantity.anchor, quantity.unit != nil else {
        return nil
      }
      let inner = quantity.range.lowerBound..<quantity.anchor
      guard let cue = inner.lazy.compactMap({ reading.match(labels.stage, at: $0) }).first else { return nil }
      var part = quantity
      part.value = whole
      part.percent = nil
      part.of = nil
      part.region = nil
      part.isBare = false
      part.range = quantity.range.lowerBound..<Int(cue.end)
      part.anchor = quantity.range.lowerBound
      return part
    }
  }

  private func isWithinDate(_ quantity: Quantity, _ reading: Reading) -> Bool {
    reading.dates.contains { $0.range.contains(quantity.anchor) }
  }

  /// Region-and-number items count as a list where two or more stand in one sentence, or each in a line of its own.
  private func markLists(_ found: inout [Quantity], in reading: Reading) {
    var perSentence: [Int: Int] = [:]
    var lineItems: [Int] = []
    for (index, quantity) in found.enumerated() where quantity.region != nil {
      perSentence[quantity.sentence, default: 0] += 1
      let first = reading.text.text.sentences[quantity.sentence].lowerBound
      if quantity.range.lowerBound - first <= 3, reading.tokens[first].traits.contains(.lineStart) {
        lineItems.append(index)
      }
    }
    for index in found.indices where found[index].region != nil {
      if perSentence[found[index].sentence, default: 0] >= 2 { found[index].isListItem = true }
    }
    if lineItems.count >= 2 { for index in lineItems { found[index].isListItem = true } }
  }

  /// Where between two quantities the words of the one end: at the last comma or clause break, else before the other.
  private func border(_ from: Int, _ to: Int, _ reading: Reading) -> Int {
    for token in stride(from: to - 1, through: from, by: -1) {
      if reading.isMark(token, ",") || Int(reading.text.clauseStarts[token]) == token { return token }
      if token == to - 1, reading.match(labels.joiners, at: token) != nil { return token }
    }
    return from
  }

  private func setZones(_ found: inout [Quantity], in reading: Reading) {
    for index in found.indices {
      let sentence = reading.text.text.sentences[found[index].sentence]
      var low = sentence.lowerBound
      var high = sentence.upperBound
      if index > 0, found[index - 1].sentence == found[index].sentence {
        low = max(low, border(found[index - 1].range.upperBound, found[index].range.lowerBound, reading))
      }
      if index + 1 < found.count, found[index + 1].sentence == found[index].sentence {
        high = min(high, border(found[index].range.upperBound, found[index + 1].range.lowerBound, reading))
      }
      found[index].zone = min(low, found[index].range.lowerBound)..<max(high, found[index].range.upperBound)
    }
  }
}
