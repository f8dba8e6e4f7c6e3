/// A pattern, the label that its matches bear, and the cases that prove it.
public struct Rule: Sendable {
  /// How far a match may reach.
  public enum Scope: String, Sendable, CaseIterable {
    case clause, sentence, paragraph
  }

  /// A text on which the rule must match, or must not.
  public struct Example: Sendable {
    /// The text without brackets.
    public var text: String
    /// UTF-8 byte offsets of what stood in ⟦ ⟧; nil where any match will do.
    public var span: Range<Int>?
    /// What the match's captures must read, by name.
    public var fields: [String: String]
    /// 1-based line in the rule's file.
    public var line: Int
  }

  /// Path-like name: `quantity/x-of-y`.
  public var name: String
  public var label: LabelID
  public var phase: String
  /// Among overlapping matches of one label the higher priority wins, then the longer, then the earlier.
  public var priority: Int
  public var scope: Scope
  /// Constants that the match carries.
  public var constants: [String: String]
  public var captureNames: [String]
  /// The pattern as written.
  public var source: String
  /// Where the rule stands: file and line.
  public var location: String
  public var matches: [Example]
  public var rejects: [Example]

  var program: PatternProgram
  var vetoes: [Veto]
}

/// A pattern beside a rule's that forbids the match.
struct Veto: Sendable {
  enum Place: String, Sendable, CaseIterable {
    /// Ends where the match begins.
    case before
    /// Begins where the match ends.
    case after
    /// Begins anywhere within the match.
    case within
    /// Begins anywhere in the scope.
    case anywhere
  }

  var place: Place
  var program: PatternProgram
}
