public import PantauRecords

/// What the extractor sees in a text, and why it states what it states: for those who write rules.
public struct Explanation: Sendable, Equatable {
  /// A name and a value.
  public struct Field: Sendable, Equatable {
    public var name: String
    public var value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// One token and what the lexicons know of the phrases that begin with it.
  public struct TokenNote: Sendable, Equatable {
    public var text: String
    /// `word`, `number` or `punctuation`.
    public var kind: String
    /// `capital`, `capitals`, `letter`, `line` (begins one), `joined` (no space before).
    public var traits: [String]
    public var sentence: Int
    public var senses: [Sense]
  }

  /// An entry of a lexicon, found in the text.
  public struct Sense: Sendable, Equatable {
    public var lexicon: String
    /// The phrase's words as they stand in the text.
    public var text: String
    public var columns: [Field]
  }

  /// A match of a rule, or of the program itself (numbers, regions).
  public struct MatchNote: Sendable, Equatable {
    public var label: String
    public var text: String
    /// The rule's name; nil for what the program found.
    public var rule: String?
    /// The rule's file and line.
    public var location: String?
    /// The rule's captures with their words, then its constants.
    public var fields: [Field]
  }

  /// A match that did not stay.
  public struct RivalNote: Sendable, Equatable {
    public var label: String
    public var text: String
    public var rule: String
    public var location: String
    public var reason: String
  }

  /// A number, a date, a region or an official: its words and what they were taken for.
  public struct Reading: Sendable, Equatable {
    public var text: String
    public var fields: [Field]
  }

  /// What one feature adds to a candidate's score.
  public struct Share: Sendable, Equatable {
    /// The feature's name in `rules/extract/weights.tsv`; `fixed` for what no weight governs.
    public var feature: String
    public var amount: Double
  }

  /// One of the values among which a field was chosen.
  public struct Candidate: Sendable, Equatable {
    public var value: String
    /// The words that speak for it, where they are known.
    public var text: String?
    public var score: Double
    public var shares: [Share]
    public var isChosen: Bool
  }

  /// A field of a statement: what gave it, and among which candidates it was chosen.
  public struct FieldNote: Sendable, Equatable {
    public var name: String
    public var value: String
    /// The words or the reason behind the value.
    public var origin: String
    /// Best first; empty for what was read and not chosen.
    public var candidates: [Candidate]
  }

  /// A statement, or an amount that became none.
  public struct StatementNote: Sendable, Equatable {
    /// What is stated; nil for an amount that became no statement.
    public var statement: Statement?
    public var text: String
    public var rule: String
    public var location: String?
    /// Why there is no statement.
    public var reason: String?
    public var fields: [FieldNote]
  }

  /// The text explained: headline, a line feed, body.
  public var text: String
  /// The programme's identifier; nil where the rules know none.
  public var programme: String?
  /// Whether the text itself is about no programme, so that one was assumed.
  public var isProgrammeAssumed = false
  /// The day that relative dates are counted from.
  public var reference: CalendarDate?
  public var tokens: [TokenNote] = []
  public var matches: [MatchNote] = []
  public var rivals: [RivalNote] = []
  public var numbers: [Reading] = []
  public var dates: [Reading] = []
  public var regions: [Reading] = []
  public var officials: [Reading] = []
  public var statements: [StatementNote] = []
  public var checks: [Check] = []
}
