public import PantauRecords

/// What the extractor sees in a text, and why it states what it states: for those who write rules.
public struct Explanation: Sendable, Equatable {
  /// A name and a value.
  public struct Field: Sendable, Equatable {
    /// The column, capture, constant or property.
    public var name: String
    /// Its value, or the words captured.
    public var value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// One token and what the lexicons know of the phrases that begin with it.
  public struct TokenNote: Sendable, Equatable {
    /// The token as it stands in the text.
    public var text: String
    /// `word`, `number` or `punctuation`.
    public var kind: String
    /// `capital`, `capitals`, `letter`, `line` (begins one), `joined` (no space before).
    public var traits: [String]
    /// Number of its sentence, from 0.
    public var sentence: Int
    /// Lexicon entries that begin here, longer phrases first.
    public var senses: [Sense]
  }

  /// An entry of a lexicon, found in the text.
  public struct Sense: Sendable, Equatable {
    /// The lexicon's name.
    public var lexicon: String
    /// The phrase's words as they stand in the text.
    public var text: String
    /// The row's other columns, by name.
    public var columns: [Field]
    /// The row's file and line; nil for what the program made up.
    public var location: String?
  }

  /// A match of a rule, or of the program itself (numbers, regions).
  public struct MatchNote: Sendable, Equatable {
    /// What the match is taken for.
    public var label: String
    /// The words matched.
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
    /// What the match would have been taken for.
    public var label: String
    /// The words matched.
    public var text: String
    /// The rule's name.
    public var rule: String
    /// The rule's file and line.
    public var location: String
    /// Why it did not stay.
    public var reason: String
  }

  /// A number, a date, a region or an official: its words and what they were taken for.
  public struct Reading: Sendable, Equatable {
    /// The words.
    public var text: String
    /// What they mean.
    public var fields: [Field]
    /// The rule that found them, or what of the program did.
    public var rule: String?
    /// The rule's file and line.
    public var location: String?
  }

  /// What one feature adds to a candidate's score.
  public struct Share: Sendable, Equatable {
    /// The feature's name in `rules/extract/weights.tsv`; `fixed` for what no weight governs.
    public var feature: String
    /// Weight times value.
    public var amount: Double
  }

  /// One of the values among which a field was chosen.
  public struct Candidate: Sendable, Equatable {
    /// The stage, role or region.
    public var value: String
    /// The words that speak for it, where they are known.
    public var text: String?
    /// The sum of the shares.
    public var score: Double
    /// What each feature adds, the greatest first.
    public var shares: [Share]
    /// Whether the statement has this value.
    public var isChosen: Bool
    /// File and line of the rule or the word list's row that speaks for it.
    public var location: String?
  }

  /// A field of a statement: what gave it, and among which candidates it was chosen.
  public struct FieldNote: Sendable, Equatable {
    /// The field, as in the record.
    public var name: String
    /// What the statement says there.
    public var value: String
    /// The words or the reason behind the value.
    public var origin: String
    /// Best first; empty for what was read and not chosen.
    public var candidates: [Candidate]
    /// File and line of the rule, or of the word list's row, that gave the value.
    public var location: String?
  }

  /// A statement, or an amount that became none.
  public struct StatementNote: Sendable, Equatable {
    /// What is stated; nil for an amount that became no statement.
    public var statement: Statement?
    /// The words that the amount's rule matched.
    public var text: String
    /// The amount's rule; `deadline` where there is no amount.
    public var rule: String
    /// The rule's file and line.
    public var location: String?
    /// Why there is no statement.
    public var reason: String?
    /// Fields in the order of the record.
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
  /// All tokens, in order.
  public var tokens: [TokenNote] = []
  /// What rules and the program found.
  public var matches: [MatchNote] = []
  /// What rules found and lost again.
  public var rivals: [RivalNote] = []
  /// Numbers with their values.
  public var numbers: [Reading] = []
  /// Date expressions with the days that they cover.
  public var dates: [Reading] = []
  /// Regions, each place where one is named.
  public var regions: [Reading] = []
  /// Persons with their offices.
  public var officials: [Reading] = []
  /// Statements, and amounts that became none, in the order of the text.
  public var statements: [StatementNote] = []
  /// What the text's own figures contradict.
  public var checks: [Check] = []
}
