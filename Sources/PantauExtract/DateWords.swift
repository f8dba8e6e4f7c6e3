import PantauRules
import PantauText

/// What the rows of the word lists for dates say, read once.
struct DateWords: Sendable {
  /// A row of the list of date words.
  struct Word: Sendable {
    var part: DateParts.Part?
    var unit: DateParts.Unit?
    /// The relation of a word that has that role; whether something happens after it.
    var relation: DateParts.Relation?
    var isRelation: Bool
    var isAfter: Bool
    /// Periods after the current one, with the unit where the word itself holds one (`+1`, `-1w`, `0d`).
    var offset: Int?
    var offsetUnit: DateParts.Unit?

    init(_ value: String?, role: String?) {
      part = value.flatMap { DateParts.Part(rawValue: $0) }
      unit = value.flatMap { DateParts.Unit(rawValue: $0) }
      relation = value.flatMap { DateParts.Relation(rawValue: $0) }
      isRelation = role == "relation"
      isAfter = value == "after"
      // What is due after a day is not due on it.
      if isAfter { relation = .since }
      let units: [Character: DateParts.Unit] = ["d": .day, "w": .week, "m": .month, "y": .year]
      offsetUnit = value?.last.flatMap { units[$0] }
      offset = value.flatMap { Int(offsetUnit == nil ? $0[...] : $0.dropLast()) }
    }
  }

  let words: EntryTable<Word>
  /// Numbers of months and weekdays, and of ordinals.
  let months: EntryTable<Int>
  let weekdays: EntryTable<Int>
  let ordinals: EntryTable<Int>
  let holidays: EntryTable<(month: Int?, day: Int?)>
  /// Words that plan what they are said of.
  let plans: EntryTable<Bool>

  init(_ lexicon: Lexicon, labels: Labels) {
    words = EntryTable(lexicon, [labels.dateWords]) { Word($0["value"], role: $0["role"]) }
    months = EntryTable(lexicon, [labels.months]) { $0.number("number").map { Int($0) } }
    weekdays = EntryTable(lexicon, [labels.weekdays]) { $0.number("number").map { Int($0) } }
    ordinals = EntryTable(lexicon, [labels.ordinals]) { $0.number("value").map { Int($0) } }
    holidays = EntryTable(lexicon, [labels.holidays]) { entry in
      (entry.number("month").map { Int($0) }, entry.number("day").map { Int($0) })
    }
    plans = EntryTable(lexicon, [labels.modality]) { entry in
      entry["mode"] == "target" && (entry.number("weight") ?? 0) >= 1 ? true : nil
    }
  }
}
