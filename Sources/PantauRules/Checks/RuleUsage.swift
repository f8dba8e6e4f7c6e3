/// What the patterns of a folder name, and where: kept while rules are loaded for ``RuleCheck``.
struct RuleUsage {
  /// A macro or rule and what its patterns name.
  struct Owner {
    /// Name of the macro, nil for a rule.
    var macro: String?
    /// Name of the rule, nil for a macro.
    var rule: String?
    var phase: String
    /// Where it stands, the message still empty.
    var place: RuleError
    var macros: Set<String> = []
    var labels: [LabelUse] = []
  }

  /// An element `<label column=value>` of a pattern.
  struct LabelUse {
    var label: LabelID
    var constraint: LabelConstraint?
    /// Where it stands, the message still empty.
    var place: RuleError
  }

  private(set) var owners: [Owner] = []
  /// Where alternatives stand that an earlier one of their group equals, the messages still empty.
  private(set) var repeats: [RuleError] = []

  mutating func begin(macro name: String, at place: RuleError, _ phase: String) {
    owners.append(Owner(macro: name, rule: nil, phase: phase, place: place))
  }

  mutating func begin(rule name: String, at place: RuleError, _ phase: String) {
    owners.append(Owner(macro: nil, rule: name, phase: phase, place: place))
  }

  /// Adds what a pattern of the last owner names.
  mutating func add(_ parser: PatternParser, place: (_ offset: Int) -> RuleError) {
    repeats += parser.repeats.map(place)
    guard !owners.isEmpty else { return }
    owners[owners.count - 1].macros.formUnion(parser.calledMacros)
    owners[owners.count - 1].labels += parser.labelUses.map {
      LabelUse(label: $0.label, constraint: $0.constraint, place: place($0.offset))
    }
  }
}
