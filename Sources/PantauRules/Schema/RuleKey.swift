/// A key of a rule file: what the loader takes and what the schema tells editors, in one place.
struct RuleKey: Sendable {
  var name: String
  var shape: RuleShape
  /// For the reader of an editor's tooltip.
  var about: String
  var isRequired: Bool

  init(_ name: String, _ shape: RuleShape, required: Bool = false, _ about: String) {
    self.name = name
    self.shape = shape
    self.about = about
    isRequired = required
  }
}

/// The form of a value in a rule file.
indirect enum RuleShape: Sendable {
  /// One string, number or truth value, taken as it is written.
  case text
  case wholeNumber
  /// A day, YYYY-MM-DD.
  case day
  case pattern
  case oneOf([String])
  case list(RuleShape, least: Int)
  /// A mapping with keys of the author's choice.
  case table(RuleShape)
  /// A mapping with these keys and no other.
  case members([RuleKey])
  /// A mapping with these keys, or only the value of the first.
  case shorthand([RuleKey])
}

/// The keys of all rule files.
enum RuleKeys {
  /// A file of `rules/extract/`.
  static func file(phases: [String]) -> [RuleKey] {
    [
      RuleKey("phase", .oneOf(phases), required: true, "When the file's rules run."),
      RuleKey(
        "label", .text, "What the matches of the file's rules are, where a rule gives no label of its own."),
      RuleKey("macros", .table(.pattern), "Patterns that rules and later macros call @name."),
      RuleKey("rules", .list(.members(rule), least: 0), "The rules; of equals the first wins."),
      RuleKey("about", .text, "A note for readers."),
    ]
  }

  static let rule: [RuleKey] = [
    RuleKey("rule", .text, required: true, "The rule's name, unlike all others: group/what-it-finds."),
    RuleKey("label", .text, "What its matches are; without it, the file's label."),
    RuleKey("pattern", .pattern, required: true, "What it looks for, in single quotes."),
    RuleKey("captures", .table(.text), "What each capture must hold: number, 1..31, or a label as <months>."),
    RuleKey(
      "priority", .wholeNumber, "Among overlapping matches of one label the higher wins; 0 without it."),
    RuleKey(
      "scope", .oneOf(Rule.Scope.allCases.map(\.rawValue)), "How far a match may reach; sentence without it."),
    RuleKey("set", .table(.text), "Constants that each match carries."),
    RuleKey(
      "unless", .members(Veto.Place.allCases.map { RuleKey($0.rawValue, .pattern, $0.about) }),
      "Patterns that forbid a match."),
    RuleKey(
      "matches", .list(.shorthand(example), least: 1), required: true,
      "Texts on which it must match, what it matches in ⟦ ⟧."),
    RuleKey(
      "rejects", .list(.shorthand(example), least: 1), required: true, "Texts on which it must not match."),
    RuleKey("about", .text, "A note for readers."),
  ]

  static let example: [RuleKey] = [
    RuleKey("text", .text, required: true, "The text; what must match in ⟦ ⟧."),
    RuleKey("fields", .table(.text), "The words that captures must hold, by name."),
    RuleKey("date", .day, "The day from which relative dates are counted."),
    RuleKey("gives", .table(.text), "What the program must make of the match, by the record's names."),
  ]

  /// A file of `rules/programmes/`.
  static let programme: [RuleKey] = [
    RuleKey("programme", .text, required: true, "The programme's name in records."),
    RuleKey("title", .text, "The programme's name for readers."),
    RuleKey("since", .wholeNumber, "The year in which it began; no report of it is older."),
    RuleKey(
      "pledged", .wholeNumber,
      "The number that the programme is known to promise; named with an act of founding or building it is that promise."
    ),
    RuleKey(
      "launches", .list(.day, least: 1),
      "Days on which the whole country launches it, or was to: a launch due on one of them is the country's where no place is named for it."
    ),
    RuleKey(
      "names", .list(.text, least: 1), required: true,
      "What names it; an article with none of these says nothing about it, but for its kin."),
    RuleKey(
      "kin", .list(.text, least: 0),
      "What it may be called without its name; names it in headline or lead of a report dated from `since` on."
    ),
    RuleKey("units", .table(.list(.text, least: 1)), "What is counted: phrases by unit."),
    RuleKey("stages", .table(.members(stage)), "Stages in their order, with the phrases that tell them."),
    RuleKey(
      "readings", .table(.table(.text)),
      "By unit: the stage meant where a word of another stage is said of it; an empty value forbids the stage."
    ),
    RuleKey("goals", .table(.text), "The stage that is promised where a word of this stage is."),
    RuleKey("existence", .table(.text), "By unit: the stage that its being there means."),
    RuleKey(
      "subjects", .table(.text),
      "By stage: the unit that a promise of it without an amount is of, where that is not the one that the programme counts."
    ),
    RuleKey(
      "completion", .list(.text, least: 0),
      "Words of completion, which tell of no stage by themselves but of that of which the text is speaking."),
    RuleKey(
      "uncounted", .list(.text, least: 0), "Nouns after a number that make it none of the programme's counts."
    ),
    RuleKey(
      "follow", .oneOf(["always", "asked"]),
      "asked: it is read only where it is asked for by name; always without it."),
    RuleKey(
      "examples", .list(.members(programmeExample), least: 0), "Texts with what they state of the programme."),
    RuleKey("about", .text, "A note for readers."),
  ]

  static let programmeExample: [RuleKey] = [
    RuleKey("text", .text, required: true, "The article's body; its headline is the programme's title."),
    RuleKey("day", .day, "The day of publication."),
    RuleKey(
      "statements", .list(.members(statement), least: 0), required: true,
      "What the text states: targets, then actuals, then totals; empty where it states nothing."),
  ]

  /// The fields of an example's statement, by the record's names.
  static let statement: [RuleKey] = [
    RuleKey("kind", .oneOf(["target", "actual", "total"]), required: true, "Promise, result or background."),
    RuleKey("stage", .text, "The stage."),
    RuleKey("value", .text, "The number."),
    RuleKey("percent", .text, "The percentage."),
    RuleKey("of", .text, "The denominator."),
    RuleKey("all", .text, "All of them, without a number."),
    RuleKey("bound", .oneOf(["min", "max", "about"]), "What an inexact number is."),
    RuleKey("unit", .text, "What is counted."),
    RuleKey("region", .text, "The region's label."),
    RuleKey("latest", .day, "The last day on which a target is met."),
    RuleKey("as_of", .day, "The day for which a result is reported."),
  ]

  static let stage: [RuleKey] = Programme.Aspect.allCases.map {
    RuleKey($0.rawValue, .list(.text, least: 0), $0.about)
  }

  static func names(_ keys: [RuleKey]) -> [String] { keys.map(\.name) }
}
