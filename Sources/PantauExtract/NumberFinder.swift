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

  private let labels: Labels
  private let wordLabels: MatchTable.LabelSet
  private let words: EntryTable<(kind: Kind, value: Double)>

  init(labels: Labels, lexicon: Lexicon) {
    self.labels = labels
    wordLabels = MatchTable.LabelSet(labels.numbers)
    words = EntryTable(lexicon, [labels.numbers]) { entry in
      guard let kind = Kind(rawValue: entry["kind"] ?? ""), let value = entry.number("value") else {
        return nil
      }
      return (kind, value)
    }
  }

  /// Adds matches labelled `number` to the reading; linear in tokens.
  func run(on reading: inout Reading) {
    let found = numbers(in: reading.text)
    reading.numbers.reserveCapacity(found.count)
    reading.numberRanges.reserveCapacity(found.count)
    for (value, range) in found {
      reading.text.matches.add(
        Match(label: labels.number, range: range, payload: Int32(reading.numbers.count)))
      reading.numbers.append(value)
      reading.numberRanges.append(range)
    }
  }

  /// All numbers in the order of the text.
  private func numbers(in text: AnnotatedText) -> [(value: NumberValue, range: Range<Int>)] {
    var found: [(value: NumberValue, range: Range<Int>)] = []
    found.reserveCapacity(64)
    text.text.tokens.withUnsafeBufferPointer { tokens in
      var token = 0
      while token < tokens.count {
        if tokens[token].kind == .number || text.matches.mayBegin(wordLabels, at: token),
          let (value, first) = number(at: token, in: text)
        {
          let end = again(value, behind: first, in: text) ?? first
          found.append((value, token..<end))
          token = end
        } else {
          token += 1
        }
      }
    }
    return found
  }

  /// "27 (dua puluh tujuh)": the end of a number that stands in brackets once more, in words or digits.
  private func again(_ value: NumberValue, behind open: Int, in text: AnnotatedText) -> Int? {
    guard isMark("(", at: open, in: text), open + 1 < text.tokens.count,
      let (other, close) = number(at: open + 1, in: text), other.value == value.value,
      isMark(")", at: close, in: text)
    else { return nil }
    return close + 1
  }

  private func isMark(_ mark: Unicode.Scalar, at token: Int, in text: AnnotatedText) -> Bool {
    guard token < text.tokens.count, text.tokens[token].kind == .punctuation else { return false }
    return text.text.bytes[Int(text.tokens[token].start)] == UInt8(ascii: mark)
  }

  private func number(at start: Int, in text: AnnotatedText) -> (NumberValue, Int)? {
    let token = text.tokens[start]
    guard token.kind == .number else {
      return endsName(start, in: text) || goesOn(start, in: text) ? nil : spelled(from: start, in: text)
    }
    let bytes = text.text.bytes[Int(token.start)..<Int(token.end)]
    guard var value = NumberText.value(bytes) else { return nil }
    var end = start + 1
    while end < text.tokens.count, let (kind, factor) = word(at: end, in: text), kind == .multiplier,
      factor >= 1000
    {
      value *= factor
      end += 1
    }
    return (NumberValue(value: value), end)
  }

  /// "Kedua puluh | lima": whether a number word stands behind one for tens that began no number, so that both are part of an ordinal.
  private func goesOn(_ token: Int, in text: AnnotatedText) -> Bool {
    token > 0 && word(at: token, in: text)?.kind == .unit && word(at: token - 1, in: text)?.kind == .ten
  }

  /// "Kepulauan Seribu enam": a number word that ends a name in its line, with a number in small letters behind it.
  private func endsName(_ token: Int, in text: AnnotatedText) -> Bool {
    guard token > 0, token + 1 < text.tokens.count, text.tokens[token].traits.contains(.capitalised),
      !text.tokens[token].traits.contains(.lineStart),
      text.tokens[token - 1].kind == .word, text.tokens[token - 1].traits.contains(.capitalised)
    else { return false }
    return !text.tokens[token + 1].traits.contains(.capitalised) && word(at: token + 1, in: text) != nil
  }

  /// Standard composition: units and tens make a group below 1000, which ribu, juta … multiply.
  private func spelled(from start: Int, in text: AnnotatedText) -> (NumberValue, Int)? {
    var total = 0.0
    var group = 0.0
    var pending: Double?
    var index = start
    while index < text.tokens.count, let (kind, number) = word(at: index, in: text) {
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

  private func word(at token: Int, in text: AnnotatedText) -> (kind: Kind, value: Double)? {
    text.matches.match(labels.numbers, at: token, end: token + 1).flatMap { words[$0] }
  }
}
