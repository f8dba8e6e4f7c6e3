/// A match that a rule found and that did not stay: for explanations.
public struct Rival: Sendable, Equatable {
  /// Why it went.
  public enum Cause: Sendable, Equatable {
    /// One of the rule's own `unless` patterns matched at this place.
    case veto(String)
    /// A match of the same label, of higher priority, longer or earlier, covers some of these tokens.
    case overlap(Range<Int>)
  }

  /// Index of the rule in its ``RuleSet``.
  public var rule: Int
  /// The tokens covered.
  public var range: Range<Int>
  public var cause: Cause
}
