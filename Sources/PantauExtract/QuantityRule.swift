import PantauRecords
import PantauRules

/// What the constants of a rule say of the amounts that it finds, read once.
struct QuantityRule: Sendable {
  let all: Bool
  let progress: Bool
  let bare: Bool
  let rest: Bool
  let denominator: Bool
  let areas: Bool
  /// It counts only in a row of numbers beside a row of regions.
  let paired: Bool
  /// It stands for all of the things counted just before.
  let back: Bool
  let role: Statement.Kind?
  let unit: Term?

  init(_ rule: Rule) {
    func has(_ name: String) -> Bool { rule.constants[name] != nil }
    all = has("all")
    progress = has("progress")
    bare = has("bare")
    rest = has("rest")
    denominator = has("denominator")
    areas = has("areas")
    paired = has("paired")
    back = has("back")
    role = rule.constants["role"].flatMap { Statement.Kind(rawValue: $0) }
    unit = rule.constants["unit"].map { Term($0) }
  }
}

/// The captures of rules for amounts, asked for by number.
struct QuantityCaptures: Sendable {
  let value, collective, percent, share, count, of, plus, unit, unit2, bound, goal, about, region,
    each: CaptureKey

  init(_ rules: RuleSet?) {
    func key(_ name: String) -> CaptureKey { rules?.captureKey(name) ?? .none }
    value = key("value")
    collective = key("collective")
    percent = key("percent")
    share = key("share")
    count = key("count")
    of = key("of")
    unit = key("unit")
    unit2 = key("unit2")
    plus = key("plus")
    bound = key("bound")
    goal = key("goal")
    about = key("about")
    region = key("region")
    each = key("each")
  }
}
