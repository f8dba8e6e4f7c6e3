import PantauRules
import PantauText

/// Finds numbers in digits and words, with their multipliers: "80.000", "80 ribu", "dua puluh tujuh", "1,5 juta".
struct NumberFinder: Sendable {
  /// The word list's row for a number word.
  private enum Kind: String {
    /// Added: 1 to 9, and sepuluh, sebelas, seratus, seribu.
    case unit, special
    /// Adds ten to the unit before it.
    case teen
    /// Multiplies what stands before it.
    case ten, multiplier
  }

  let labels: Labels

  /// Adds matches labelled `number` to the reading; linear in tokens.
  func run(on reading: inout Reading) {
    let numberWords = labels.numbers
    var token = 0
    while token < reading.tokens.count {
      if let (value, end) = number(at: token, in: reading, numberWords) {
        reading.numbers.append(value)
        reading.text.matches.add(
          Match(label: labels.number, range: token..<end, payload: Int32(reading.numbers.count - 1)))
        token = end
      } else {
        token += 1
      }
    }
  }

  private func number(at start: Int, in reading: Reading, _ label: LabelID) -> (NumberValue, Int)? {
    let tokens = reading.tokens
    if tokens[start].kind == .number {
      let bytes = reading.text.text.bytes[Int(tokens[start].start)..<Int(tokens[start].end)]
      guard var value = NumberText.value(bytes) else { return nil }
      var end = start + 1
      while end < tokens.count, let (kind, factor) = word(at: end, in: reading, label), kind == .multiplier,
        factor >= 1000
      {
        value *= factor
        end += 1
      }
      return (NumberValue(value: value), end)
    }
    return words(from: start, in: reading, label)
  }

  /// Standard composition: units and tens make a group below 1000, which ribu, juta … multiply.
  private func words(from start: Int, in reading: Reading, _ label: LabelID) -> (NumberValue, Int)? {
    var total = 0.0
    var group = 0.0
    var pending: Double?
    var index = start
    while index < reading.tokens.count, let (kind, number) = word(at: index, in: reading, label) {
      switch kind {
      case .unit:
        if pending != nil || group.truncatingRemainder(dividingBy: 10) != 0 { return finish() }
        pending = number
      case .special:
        if pending != nil { return finish() }
        if number >= 1000 { total += number } else { group += number }
      case .teen:
        if pending == nil, number == 10 { return finish() }
        group += pending.map { $0 + 10 } ?? number
        pending = nil
      case .ten, .multiplier:
        guard index > start else { return nil }
        if number < 1000 {
          group += (pending ?? 1) * number
        } else {
          total += max(1, group + (pending ?? 0)) * number
          group = 0
        }
        pending = nil
      }
      index += 1
    }
    return finish()

    func finish() -> (NumberValue, Int)? {
      guard index > start else { return nil }
      return (NumberValue(value: total + group + (pending ?? 0), inWords: true), index)
    }
  }

  private func word(at token: Int, in reading: Reading, _ label: LabelID) -> (Kind, Double)? {
    guard let match = reading.text.matches.match(label, at: token, end: token + 1),
      let entry = reading.text.entry(of: match), let kind = Kind(rawValue: entry["kind"] ?? ""),
      let value = entry.number("value")
    else { return nil }
    return (kind, value)
  }
}
