import PantauRecords
import PantauRules

/// What a rule's captures and constants say of the amounts that it finds, read once.
struct QuantityRule: Sendable {
  let all: Bool
  let progress: Bool
  let bare: Bool
  let rest: Bool
  let denominator: Bool
  let areas: Bool
  /// It counts only in a row of numbers beside a row of regions.
  let paired: Bool
  /// It counts only where a stage is told between its neighbours.
  let open: Bool
  /// It stands for all of the things counted just before.
  let back: Bool
  /// It counts again things that were told before.
  let again: Bool
  /// Its "one" is a number, no article.
  let one: Bool
  /// It counts only in a table, or with a noun.
  let cell: Bool
  let role: Statement.Kind?
  let unit: Term?
  /// It counts a part of the number before.
  let isOfThem: Bool
  /// It is the low end of a range, or what a number was before.
  let isRangeLow: Bool
  /// It is the low end of a range.
  let isSpan: Bool
  /// The numbers of its captures, -1 for those that it has not.
  let value, collective, percent, share, count, of, plus, counted, whole, bound, goal, about, region,
    each: Int16

  init(_ rule: Rule) {
    func has(_ name: String) -> Bool { rule.constants[name] != nil }
    func number(_ name: String) -> Int16 { rule.captureNames.firstIndex(of: name).map { Int16($0) } ?? -1 }
    all = has("all")
    progress = has("progress")
    bare = has("bare")
    rest = has("rest")
    denominator = has("denominator")
    areas = has("areas")
    paired = has("paired")
    open = has("open")
    back = has("back")
    again = has("again") || back
    one = has("one")
    cell = has("cell")
    role = rule.constants["role"].flatMap { Statement.Kind(rawValue: $0) }
    unit = rule.constants["unit"].map { Term($0) }
    isOfThem = has("part")
    isRangeLow = has("low")
    isSpan = rule.constants["low"] == "span"
    value = number("value")
    collective = number("collective")
    percent = number("percent")
    share = number("share")
    count = number("count")
    of = number("of")
    counted = number("unit")
    whole = number("unit2")
    plus = number("plus")
    bound = number("bound")
    goal = number("goal")
    about = number("about")
    region = number("region")
    each = number("each")
  }
}
