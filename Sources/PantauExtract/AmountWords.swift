import PantauRules

/// What the columns of words around amounts say, read once, so that no cell is looked up by name where an article is read.
final class AmountWords: Sendable {
  /// A counted noun.
  struct Unit: Sendable {
    let term: Term?
    let isPossessive: Bool
  }

  /// A word of modality: its mode, and its weight where it has one.
  struct Mode: Sendable {
    let term: Term?
    let weight: Double?
  }

  /// What the column of a table holds that a word heads.
  enum TableHead: String, Sendable { case whole, share, none }

  /// Where the one stands who speaks: before or behind a word of saying; or that he spoke before, is meant by a pronoun, or is not the one named.
  enum Saying: String, Sendable { case before, behind, back, who, other }

  /// A word for the whole country.
  struct Nation: Sendable {
    /// The stage beside which alone it means the country.
    let stage: Term?
    /// Whether it stands before what it is said of.
    let isBefore: Bool
  }

  /// Whether only rules of the phase of amounts find amounts.
  let isOnePhase: Bool
  let units: ColumnTable<Unit>
  let modes: ColumnTable<Mode>
  let nations: ColumnTable<Nation>
  /// The kinds of words that lead an occasion or a purpose.
  let asides: ColumnTable<Term>
  /// The values of number words that are no plain numbers.
  let values: ColumnTable<Double>
  let bounds: ColumnTable<Term>
  /// The provinces in which a word for villages is at home.
  let provinces: ColumnTable<[PlaceCode]>
  /// Whether names follow a word that opens a list.
  let opens: ColumnTable<Bool>
  /// Whether only some of what is counted follow it.
  let opensPart: ColumnTable<Bool>
  /// Whether a preposition tells a place in which something is.
  let isIn: ColumnTable<Bool>
  /// Whether a word before a date means that something is due before it.
  let isBefore: ColumnTable<Bool>
  /// Whether a word for a limit is one for a goal as well.
  let isGoal: ColumnTable<Bool>
  /// Whether a word for all means what is left.
  let isRest: ColumnTable<Bool>
  /// Whether a word of revision tells that a day was moved, and not which was the first one.
  let movesDay: ColumnTable<Bool>
  let tableHeads: ColumnTable<TableHead>
  /// Where the one stands who speaks, beside a word of saying.
  let saying: ColumnTable<Saying>

  init(_ rules: RuleSet?) {
    func id(_ name: String) -> LabelID { rules?.labels[name] ?? LabelID.max }
    let quantity = id("quantity")
    isOnePhase =
      rules.map { rules in
        rules.rules.allSatisfy { $0.label != quantity || $0.phase == QuantityFinder.phase }
          && rules.lexicon.entries.allSatisfy { $0.label != quantity }
      } ?? true
    units = ColumnTable(rules, id("unit")) { column in
      Unit(term: column("unit").map { Term($0) }, isPossessive: column("possessive") == "yes")
    }
    modes = ColumnTable(rules, id("modality")) { column in
      Mode(term: column("mode").map { Term($0) }, weight: column("weight").flatMap { Double($0) })
    }
    nations = ColumnTable(rules, id("national-words")) { column in
      let stage = column("stage").flatMap { $0.isEmpty ? nil : Term($0) }
      return Nation(stage: stage, isBefore: column("side") == "before")
    }
    asides = ColumnTable(rules, id("asides")) { $0("kind").map { Term($0) } }
    values = ColumnTable(rules, id("numbers")) { $0("value").flatMap { Double($0) } }
    bounds = ColumnTable(rules, id("bounds")) { $0("bound").map { Term($0) } }
    provinces = ColumnTable(rules, id("village-words")) { column in
      guard let places = column("provinces"), !places.isEmpty else { return nil }
      return places.split(separator: "|").map { PlaceCode($0) }
    }
    opens = ColumnTable(rules, id("list-intros")) { $0("opens") == "yes" }
    opensPart = ColumnTable(rules, id("list-intros")) { $0("part") == "yes" }
    isIn = ColumnTable(rules, id("prepositions")) { $0("kind") == "in" }
    isGoal = ColumnTable(rules, id("limits")) { $0("kind") == "goal" }
    isRest = ColumnTable(rules, id("quantifiers")) { $0("use") == "rest" }
    movesDay = ColumnTable(rules, id("revisions")) { $0("kind") == "moved" }
    tableHeads = ColumnTable(rules, id("table-heads")) { $0("kind").flatMap { TableHead(rawValue: $0) } }
    saying = ColumnTable(rules, id("saying")) { $0("kind").flatMap { Saying(rawValue: $0) } }
    isBefore = ColumnTable(rules, id("date-words")) { $0("role") == "relation" && $0("value") == "before" }
  }
}

/// What the columns of one lexicon's rows, and the constants of rules, mean to one finder, by the matches behind which
/// they stand.
struct ColumnTable<Value: Sendable>: Sendable {
  private let entries: EntryTable<Value>
  private let rules: [Value?]

  init(_ rules: RuleSet?, _ label: LabelID, _ meaning: ((String) -> String?) -> Value?) {
    entries = EntryTable(rules?.lexicon ?? Lexicon(), [label]) { entry in meaning { entry[$0] } }
    self.rules = rules?.rules.map { rule in rule.label == label ? meaning { rule.constants[$0] } : nil } ?? []
  }

  /// The meaning of the row or rule behind a match of the table's label.
  @inline(__always)
  subscript(match: Match) -> Value? { match.rule >= 0 ? rules[Int(match.rule)] : entries[match] }
}
