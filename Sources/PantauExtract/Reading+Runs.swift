import PantauRules
import PantauText

extension Reading {
  /// `mentions` in runs that only commas, brackets, joining words and a preposition behind one of these part: "di Ilaga dan di Gome".
  func runs(of mentions: [PlaceMention]) -> [[PlaceMention]] {
    var runs: [[PlaceMention]] = []
    for mention in mentions {
      if let last = runs.last?.last {
        let gap = last.range.upperBound..<max(last.range.upperBound, mention.range.lowerBound)
        if joins(gap) {
          runs[runs.count - 1].append(mention)
          continue
        }
      }
      runs.append([mention])
    }
    return runs
  }

  private func joins(_ gap: Range<Int>) -> Bool {
    guard !gap.isEmpty, gap.count <= 3 else { return false }
    return gap.allSatisfy { token in
      isMark(token, ",") || isMark(token, "(") || isMark(token, ")")
        || match(labels.joiners, at: token) != nil
        || (token > gap.lowerBound && token == gap.upperBound - 1
          && match(labels.prepositions, at: token) != nil)
    }
  }
}
