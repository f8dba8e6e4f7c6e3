/// A match that a rule found and that did not stay: for explanations.
public struct Rival: Sendable, Equatable {
  /// Why it went.
  public enum Cause: Sendable, Equatable {
    /// One of the rule's own `unless` patterns matched.
    case veto
    /// The capture of this name holds what its type forbids.
    case capture(String)
    /// A match of the same label, of higher priority, longer or earlier, covers some of these tokens: its rule and range.
    case overlap(rule: Int, Range<Int>)
  }

  /// Index of the rule in its ``RuleSet``.
  public var rule: Int
  /// The tokens covered.
  public var range: Range<Int>
  /// Why it went.
  public var cause: Cause
}

extension RuleSet {
  /// Those of the candidates that are no match of `text`, each with the match in its place.
  func losers(among candidates: [(rule: Int, range: Range<Int>)], in text: AnnotatedText) -> [Rival] {
    candidates.compactMap { candidate in
      let label = rules[candidate.rule].label
      let own = text.matches.matches.filter { $0.label == label && $0.rule >= 0 }
      if own.contains(where: { Int($0.rule) == candidate.rule && $0.range == candidate.range }) { return nil }
      guard let winner = own.first(where: { $0.range.overlaps(candidate.range) }) else { return nil }
      return Rival(
        rule: candidate.rule, range: candidate.range, cause: .overlap(rule: Int(winner.rule), winner.range))
    }
  }
}
