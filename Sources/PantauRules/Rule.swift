public import PantauRecords

/// A pattern, the label that its matches bear, and the cases that prove it.
public struct Rule: Sendable {
  /// How far a match may reach: its clause, its sentence, or its paragraph (eight sentences to either side at most).
  public enum Scope: String, Sendable, CaseIterable, BitwiseCopyable {
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
    /// The day from which relative dates are counted, for ``gives``.
    public var date: CalendarDate?
    /// What the program must make of the match, by the record's names.
    public var gives: [String: String]
    /// 1-based line in the rule's file.
    public var line: Int
  }

  /// Path-like name: `quantity/x-of-y`.
  public var name: String
  /// What its matches are.
  public var label: LabelID
  /// The phase in which it runs.
  public var phase: String
  /// Among overlapping matches of one label the higher priority wins, then the longer, then the earlier.
  public var priority: Int
  /// How far a match may reach.
  public var scope: Scope
  /// Constants that the match carries.
  public var constants: [String: String]
  /// Names of the captures, in the order in which the pattern introduces them.
  public var captureNames: [String]
  /// What captures must hold, by name; captures without an entry may hold anything.
  public var captureTypes: [String: CaptureType]
  /// The rule's file below the rules folder.
  public var path: String
  /// Where the rule stands: file and line, as the user can open it.
  public var location: String
  /// What its author wrote; nil in a set that was read from its compiled form.
  var definition: Definition?

  /// What of a rule only those ask for who trace, test and describe it.
  struct Definition: Sendable {
    /// The pattern as written.
    var source: String
    /// The pattern as understood.
    var pattern: PatternNode
    var vetoes: [Veto]
    var about: String?
    var matches: [Example]
    var rejects: [Example]
  }
}

/// What is empty in a set that was read from its compiled form.
extension Rule {
  /// The pattern as written.
  public var source: String { definition?.source ?? "" }
  /// The author's note.
  public var about: String? { definition?.about }
  /// Texts on which it must match.
  public var matches: [Example] { definition?.matches ?? [] }
  /// Texts on which it must not.
  public var rejects: [Example] { definition?.rejects ?? [] }

  /// The pattern as understood.
  var pattern: PatternNode { definition?.pattern ?? .sequence([]) }
  var vetoes: [Veto] { definition?.vetoes ?? [] }
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

    /// What it forbids, for editors.
    var about: String {
      switch self {
      case .before: "Forbids a match before which this ends, eight tokens back at most."
      case .after: "Forbids a match behind which this begins."
      case .within: "Forbids a match in which this begins anywhere."
      case .anywhere: "Forbids a match in whose scope this begins anywhere."
      }
    }
  }

  var place: Place
  /// The pattern as written.
  var source: String
  /// The pattern as understood.
  var pattern: PatternNode
  var captureCount: Int
}
