import PantauGazetteer
import PantauRecords
import PantauRules
import PantauText

/// Names that stand each on a numbered line of its own.
extension VillageFinder {
  /// Fewest lines of such a list, and how many sentences before it may say of what.
  private static let leastLines = 3
  private static let introReach = 3

  /// "Tiga desa menunggu izin:" and the lines "1. Pancakarya", "2. Rowoindah", "3. Sukamakmur".
  func readNumberedLines(in reading: inout Reading) {
    guard let within = regencyLabel(of: &reading) else { return }
    var names: [Range<Int>] = []
    for range in reading.numberRanges
    where range.lowerBound > reading.bodyStart && reading.tokens[range.lowerBound].traits.contains(.lineStart)
    {
      guard let name = numberedLine(range, in: reading) else { continue }
      if let last = names.last, last.upperBound != range.lowerBound {
        addLines(names, within, to: &reading)
        names = []
      }
      names.append(name)
    }
    addLines(names, within, to: &reading)
  }

  /// The name that is all of a line but its number.
  private func numberedLine(_ number: Range<Int>, in reading: Reading) -> Range<Int>? {
    let mark = number.upperBound
    guard number.count == 1, reading.tokens[number.lowerBound].traits.contains(.lineStart),
      reading.isMark(mark, ".") || reading.isMark(mark, ")"),
      let name = name(at: mark + 1, in: reading), isFree(name, in: reading)
    else { return nil }
    let end = name.upperBound
    return end >= reading.tokens.count || reading.tokens[end].traits.contains(.lineStart) ? name : nil
  }

  private func addLines(_ names: [Range<Int>], _ within: String, to reading: inout Reading) {
    guard names.count >= Self.leastLines, let first = names.first,
      let level = levelSpokenOf(before: first.lowerBound - 2, in: reading)
    else { return }
    for name in names { add(level, name, name, within: within, to: &reading) }
  }

  /// The level of the last word for villages or districts in the few sentences before a token.
  func levelSpokenOf(before token: Int, in reading: Reading) -> RegionLevel? {
    let last = reading.sentence(of: token) - 1
    for number in stride(from: last, through: max(0, last - Self.introReach), by: -1) {
      for token in reading.text.text.sentences[number].reversed() where token >= reading.bodyStart {
        if let word = reading.match(labels.villageWords, at: token), let level = level(ofWord: word) {
          return level
        }
      }
    }
    return nil
  }
}
