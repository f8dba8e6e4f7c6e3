public import PantauText

/// Looks a rule folder over: every fault, and what is well-formed but does nothing.
///
/// Warnings: macros, word lists and rules that nothing uses, rules that another one always beats, elements that nothing in
/// the text can be, alternatives and phrases that say again what another says, and files that nobody reads.
public struct RuleCheck {
  /// What the program itself does with rules.
  public struct Program: Sendable {
    /// The phases, in the order in which they run.
    public var phases: [String]
    /// Labels that the program gives.
    public var given: [String]
    /// Labels, of rules and of word lists, that the program asks for.
    public var asked: Set<String>

    /// What the program runs, gives and asks for.
    public init(phases: [String], given: [String], asked: Set<String>) {
      self.phases = phases
      self.given = given
      self.asked = asked
    }
  }

  /// Every fault: with one of them the rules do not load.
  public private(set) var faults: [RuleError]
  /// What is well-formed but does nothing; none where there are faults in the rules.
  public private(set) var warnings: [RuleError] = []

  private let folder: RuleFolder
  private let program: Program
  let loader: RuleLoader

  /// Loads the folder's word lists and rules. Costs what loading costs, and for the shadowed rules each rule's pattern against
  /// those of its phase. `prepare` is as in ``RuleSet/load(from:phases:labels:prepare:)``.
  public init(
    _ folder: RuleFolder, program: Program,
    prepare: (inout Lexicon, inout LabelTable, inout Vocabulary, inout [RuleError]) -> Void = { _, _, _, _ in
    }
  ) {
    var loader = RuleLoader(
      phases: program.phases, affixes: Affixes(templates: folder.lines(at: "affixes.txt")))
    loader.usage = RuleUsage()
    _ = loader.load(folder, program.given, prepare)
    self.folder = folder
    self.program = program
    self.loader = loader
    faults = RuleCheck.inOrder(loader.errors)
    guard faults.isEmpty, let owners = loader.usage?.owners else { return }
    warnings = RuleCheck.inOrder(
      unusedMacros(owners) + unusedLexicons(owners) + unusedRules(owners) + deadElements(owners)
        + shadowedRules() + unreadFiles() + repeatedPhrases() + repeatedAlternatives())
  }

  /// By file and line.
  static func inOrder(_ errors: [RuleError]) -> [RuleError] {
    errors.enumerated().sorted {
      ($0.element.path, $0.element.line ?? 0, $0.element.column ?? 0, $0.offset)
        < ($1.element.path, $1.element.line ?? 0, $1.element.column ?? 0, $1.offset)
    }.map(\.element)
  }

  // MARK: - What nothing uses

  private func unusedMacros(_ owners: [RuleUsage.Owner]) -> [RuleError] {
    owners.enumerated().compactMap { index, owner in
      guard let name = owner.macro else { return nil }
      let rest = owners[(index + 1)...].filter { $0.place.path == owner.place.path }
      guard !rest.contains(where: { $0.macros.contains(name) }) else { return nil }
      return warning(
        owner.place, "macro '\(name)' is never called", hint: "remove it, or call it by @\(name)")
    }
  }

  private func unusedLexicons(_ owners: [RuleUsage.Owner]) -> [RuleError] {
    let used = usedLabels(owners)
    return folder.files(below: "lexicons", suffix: ".tsv").compactMap { file in
      let name = String(file.path.dropFirst("lexicons/".utf8.count).dropLast(".tsv".utf8.count))
      guard let label = loader.labels[name], !used.contains(label) else { return nil }
      let hint = Spelling.didYouMean(name, among: program.asked.sorted())
      return warning(
        RuleError(path: file.displayPath, message: ""),
        "nothing asks for the word list '\(name)'", hint: hint ?? "patterns ask for it by <\(name)>")
    }
  }

  private func unusedRules(_ owners: [RuleUsage.Owner]) -> [RuleError] {
    let used = usedLabels(owners)
    return loader.rules.compactMap { rule in
      guard !used.contains(rule.label), let place = place(of: rule) else { return nil }
      let name = loader.labels.names[Int(rule.label)]
      return warning(
        place, "nothing asks for the label '\(name)' of rule '\(rule.name)'",
        hint: Spelling.didYouMean(name, among: program.asked.sorted()) ?? "patterns ask for it by <\(name)>")
    }
  }

  private func usedLabels(_ owners: [RuleUsage.Owner]) -> Set<LabelID> {
    let called = owners.flatMap { $0.labels.map(\.label) }
    return Set(called).union(program.asked.compactMap { loader.labels[$0] })
  }

  /// Elements `<label>` that no text can hold when the rule runs.
  private func deadElements(_ owners: [RuleUsage.Owner]) -> [RuleError] {
    owners.flatMap { owner in owner.labels.compactMap { deadElement($0, in: owner) } }
  }

  private func deadElement(_ use: RuleUsage.LabelUse, in owner: RuleUsage.Owner) -> RuleError? {
    let name = loader.labels.names[Int(use.label)]
    let entries = loader.lexicon.entries.filter { $0.label == use.label }
    let rules = loader.rules.filter { $0.label == use.label }
    let order = program.phases.firstIndex(of: owner.phase) ?? 0
    let earlier = rules.filter { (program.phases.firstIndex(of: $0.phase) ?? 0) < order }
    let isBare = program.given.contains(name) && rules.isEmpty
    if entries.isEmpty, earlier.isEmpty, !isBare {
      let giver = rules.first.map { ": phase '\($0.phase)' gives it" } ?? ""
      return warning(
        use.place, "nothing is a '<\(name)>' when phase '\(owner.phase)' runs\(giver)",
        hint: "a rule sees the matches of earlier phases only")
    }
    guard let constraint = use.constraint, !constraint.negative, !isBare else { return nil }
    let known = Set(
      entries.compactMap { $0[constraint.column] } + earlier.compactMap { $0.constants[constraint.column] })
    guard let missing = constraint.values.first(where: { !known.contains($0) }) else { return nil }
    let values = known.sorted()
    return warning(
      use.place, "no '<\(name)>' has '\(missing)' in '\(constraint.column)'",
      hint: Spelling.didYouMean(missing, among: values)
        ?? "values: \(values.prefix(12).joined(separator: ", "))\(values.count > 12 ? ", …" : "")")
  }

  /// Files that no stage opens: most often a wrong folder or ending.
  private func unreadFiles() -> [RuleError] {
    let lists = [
      "affixes.txt", "synonyms.txt", "lexicons/abbreviations.txt", "lexicons/possessive.txt",
      "extract/weights.tsv",
      "gazetteer/regions.tsv", "gazetteer/districts.tsv", "gazetteer/villages.tsv", "gazetteer/history.tsv",
      "gazetteer/ambiguous.txt",
    ]
    let kinds = [
      ("lexicons/", ".tsv"), ("extract/", ".yml"), ("programmes/", ".yml"), ("clean/", ".txt"),
      ("evaluation/", ".txt"), ("schema/", ".json"),
    ]
    return folder.files.compactMap { file in
      guard !lists.contains(file.path),
        !kinds.contains(where: { file.path.hasPrefix($0.0) && file.path.hasSuffix($0.1) })
      else { return nil }
      let kind = kinds.first { file.path.hasPrefix($0.0) }
      return warning(
        RuleError(path: file.displayPath, message: ""), "nobody reads this file",
        hint: kind.map { "files of \($0.0) end in \($0.1)" })
    }
  }

  // MARK: - What never wins

  private func shadowedRules() -> [RuleError] {
    loader.rules.enumerated().compactMap { index, rule in
      let rivals = loader.rules.enumerated().filter {
        $0.offset != index && $0.element.phase == rule.phase && $0.element.label == rule.label
      }
      let better = rivals.first { RuleCheck.shadows($0.element, $0.offset, rule, index) }
      guard let better, let place = place(of: rule) else { return nil }
      return warning(
        place,
        "rule '\(rule.name)' never wins: where it matches, '\(better.element.name)' (\(better.element.location)) does, "
          + (better.element.priority > rule.priority ? "with a higher priority" : "and comes first"))
    }
  }

  /// Whether `better` has a match that wins wherever `rule` has one, as far as their patterns tell.
  private static func shadows(_ better: Rule, _ position: Int, _ rule: Rule, _ own: Int) -> Bool {
    guard better.captureTypes.isEmpty || better.captureTypes == rule.captureTypes else { return false }
    let vetoes = rule.vetoes.map { ($0.place, $0.pattern) }
    let isVetoedAlike = better.vetoes.allSatisfy { veto in
      vetoes.contains { $0.0 == veto.place && $0.1 == veto.pattern }
    }
    if better.pattern == rule.pattern, better.scope == rule.scope, isVetoedAlike {
      return better.priority > rule.priority || (better.priority == rule.priority && position < own)
    }
    guard better.priority > rule.priority, better.vetoes.isEmpty, better.captureTypes.isEmpty,
      better.scope.reach >= rule.scope.reach
    else { return false }
    return PatternCover(better.pattern).coversPart(ofEach: rule.pattern)
  }

  // MARK: - Places

  private func place(of rule: Rule) -> RuleError? {
    loader.usage?.owners.first { $0.rule == rule.name }?.place
  }

  func warning(_ place: RuleError, _ message: String, hint: String? = nil) -> RuleError {
    var warning = place
    warning.severity = .warning
    warning.message = message
    warning.hint = hint
    return warning
  }
}

extension Rule.Scope {
  /// Wider scopes have higher numbers.
  fileprivate var reach: Int {
    switch self {
    case .clause: 0
    case .sentence: 1
    case .paragraph: 2
    }
  }
}
