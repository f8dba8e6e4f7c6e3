public import PantauRecords
public import PantauText
import Yams

/// A programme whose progress is followed: its names, what it counts and its stages, as a file of `rules/programmes/`
/// gives them.
public struct Programme: Sendable {
  /// Words that say that a stage is reached, or name the act that leads to it.
  public enum Aspect: String, Sendable, CaseIterable {
    /// The stage is reached.
    case state
    /// The act that leads to it.
    case event
    /// The act has begun.
    case start
    /// The stage is awaited.
    case pending
    /// The act named before goes on or is done; the stage itself is reached where none is.
    case light
    /// A state that is said of the amount beside it alone, and only where no other stage is told there.
    case open

    /// What its phrases say, for editors.
    var about: String {
      switch self {
      case .state: "Phrases that say that the stage is reached."
      case .event: "Phrases for the act that leads to it."
      case .start: "Phrases that say that the act has begun."
      case .pending: "Phrases that say that the stage is awaited."
      case .light:
        "Phrases that say that an act named before goes on; without one, that the stage is reached."
      case .open: "Phrases for a state of the amount beside them, where no other stage is told of it."
      }
    }
  }

  /// One stage of the programme and the phrases that tell it.
  public struct Stage: Sendable {
    /// The stage's name in records.
    public var name: String
    /// Phrases by what they say.
    public var phrases: [Aspect: [String]]
    /// 1-based line of the programme's file at which the stage stands.
    public var line = 0
  }

  /// The programme's file, as the user can open it.
  public var path = ""
  /// 1-based lines of that file at which the keys stand that give words, units by their own name.
  var lines: [String: Int] = [:]
  /// The programme's name in records.
  public var identifier: String
  /// The programme's name for readers.
  public var title: String
  /// The year in which the programme began; no report of it is older.
  public var since: Int?
  /// The number of units that the programme is known to promise the whole country.
  public var pledged: Int?
  /// Days on which the whole country launches it, or was to.
  public var launches: [CalendarDate] = []
  /// Phrases that name the programme.
  public var names: [String]
  /// Phrases that name it only in headline or lead of a report dated from `since` on, where nothing else is named.
  public var kin: [String]
  /// Phrases by unit.
  public var units: [String: [String]]
  /// In the order in which they follow one another.
  public var stages: [Stage]
  /// By unit: the stage meant where a word of another stage is said of it; an empty value forbids the stage.
  public var readings: [String: [String: String]]
  /// The stage that is promised where a word of this stage is.
  public var goals: [String: String]
  /// By unit: the stage that its mere existence means.
  public var existence: [String: String]
  /// By stage: the unit that a promise of it without an amount is of, where that is not the one that the programme counts.
  public var subjects: [String: String]
  /// Words of completion, which tell of no stage by themselves but that of which the text is speaking.
  public var completion: [String]

  /// Nouns after a number that make it none of the programme's counts.
  public var uncounted: [String]
  /// Whether it is read where no programme is asked for by name.
  public var isDefault: Bool
  /// Texts with what they state, for tests.
  public var examples: [Example]

  /// What stands in the place of a stage's name for words of completion.
  public static let completed = "completed"

  /// The unit that the programme's own name stands for.
  public internal(set) var countedUnit: String?

  /// Reads `rules/programmes/*.yml`; faults are added to `errors`.
  public static func read(from folder: RuleFolder, errors: inout [RuleError]) -> [Programme] {
    folder.files(below: "programmes", suffix: ".yml").compactMap { file in
      read(RuleFile(file, errors: &errors), errors: &errors)
    }
  }

  private static func read(_ file: RuleFile, errors: inout [RuleError]) -> Programme? {
    guard let root = file.root else { return nil }
    var check = ShapeCheck(file)
    check.check(root, "programme", .members(RuleKeys.programme))
    defer { errors += check.errors }
    guard let mapping = root.mapping, let identifier = mapping["programme"]?.scalar?.string else {
      return nil
    }
    var units: [String: [String]] = [:]
    for (key, value) in mapping["units"]?.members ?? [] {
      if let key = key.scalar?.string { units[key] = strings(value) }
    }
    var stages: [Stage] = []
    for (key, value) in mapping["stages"]?.members ?? [] {
      guard let name = key.scalar?.string else { continue }
      var phrases: [Aspect: [String]] = [:]
      for (aspectNode, list) in value.members {
        if let aspect = Aspect(rawValue: aspectNode.scalar?.string ?? "") { phrases[aspect] = strings(list) }
      }
      stages.append(Stage(name: name, phrases: phrases, line: key.mark?.line ?? 0))
    }
    checkNames(in: mapping, stages: stages.map(\.name) + [completed], &check)
    var lines: [String: Int] = [:]
    for (key, _) in root.members + (mapping["units"]?.members ?? []) {
      if let name = key.scalar?.string { lines[name] = key.mark?.line }
    }
    var programme = Programme(
      path: file.file.displayPath, lines: lines, identifier: identifier,
      title: mapping["title"]?.scalar?.string ?? identifier,
      since: mapping["since"]?.scalar.flatMap { Int($0.string) },
      pledged: mapping["pledged"]?.scalar.flatMap { Int($0.string) },
      launches: strings(mapping["launches"]).compactMap { CalendarDate(iso: $0) },
      names: strings(mapping["names"]),
      kin: strings(mapping["kin"]), units: units,
      stages: stages, readings: readings(mapping["readings"]), goals: table(mapping["goals"]),
      existence: table(mapping["existence"]), subjects: table(mapping["subjects"]),
      completion: strings(mapping["completion"]),
      uncounted: strings(mapping["uncounted"]), isDefault: mapping["follow"]?.scalar?.string != "asked",
      examples: examples(mapping["examples"], file))
    programme.countedUnit =
      units.sorted { $0.key < $1.key }.first { $0.value.contains { programme.names.contains($0) } }?.key
    return programme
  }

  /// Adds a fault for each stage that `readings`, `goals`, `existence` and `subjects` name and that the programme has not.
  private static func checkNames(in mapping: Node.Mapping, stages: [String], _ check: inout ShapeCheck) {
    var named: [Node] = (mapping["goals"]?.members ?? []).flatMap { [$0.key, $0.value] }
    named += (mapping["existence"]?.members ?? []).map(\.value)
    named += (mapping["subjects"]?.members ?? []).map(\.key)
    for (_, table) in mapping["readings"]?.members ?? [] {
      named += table.members.flatMap { [$0.key, $0.value] }
    }
    for node in named {
      guard let name = node.scalar?.string, !name.isEmpty, !stages.contains(name) else { continue }
      let hint = Spelling.didYouMean(name, among: stages) ?? "stages: \(stages.joined(separator: ", "))"
      check.fault(node, "unknown stage '\(name)'", hint: hint)
    }
  }

  private static func readings(_ node: Node?) -> [String: [String: String]] {
    var readings: [String: [String: String]] = [:]
    for (key, value) in node?.members ?? [] {
      if let unit = key.scalar?.string { readings[unit] = table(value) }
    }
    return readings
  }

  static func table(_ node: Node?) -> [String: String] {
    var table: [String: String] = [:]
    for (key, value) in node?.members ?? [] {
      if let key = key.scalar?.string { table[key] = value.scalar?.string ?? "" }
    }
    return table
  }

  static func strings(_ node: Node?) -> [String] {
    node?.elements.compactMap { $0.scalar?.string } ?? []
  }

  /// Adds the programme's words to a lexicon: labels `programme`, `unit` and `stage`, the latter two with the possessive
  /// `suffix` too.
  public func addWords(
    to lexicon: inout Lexicon, labels: inout LabelTable, vocabulary: inout Vocabulary, suffix: String
  ) {
    let programmeLabel = labels.intern("programme")
    let unitLabel = labels.intern("unit")
    let uncountedLabel = labels.intern("not-counted")
    let stageLabel = labels.intern("stage")
    func add(
      _ label: LabelID, _ phrases: [String], _ columns: [String: String], suffix: String? = nil, line: Int?
    ) {
      guard !phrases.isEmpty else { return }
      var columns = columns
      columns["programme"] = identifier
      func row(_ phrases: [String], _ columns: [String: String]) {
        let entry = Lexicon.Entry(
          label: label, phrases: phrases, columns: columns, path: path, line: line ?? 0)
        lexicon.add(entry, vocabulary: &vocabulary)
      }
      row(phrases, columns)
      guard let suffix else { return }
      columns["possessive"] = "yes"
      row(phrases.map { $0 + suffix }, columns)
    }
    add(programmeLabel, names, [:], line: lines["names"])
    add(labels.intern("kin"), kin, [:], line: lines["kin"])
    // What names the programme can be counted as a cooperative: the unit whose own words are among the names.
    let counted = units.sorted { $0.key < $1.key }.first { $0.value.contains { names.contains($0) } }
    if let counted { add(unitLabel, names, ["unit": counted.key], line: lines["names"]) }
    for (unit, phrases) in units.sorted(by: { $0.key < $1.key }) {
      add(
        unitLabel, phrases.filter { counted?.key != unit || !names.contains($0) }, ["unit": unit],
        suffix: suffix, line: lines[unit])
    }
    add(uncountedLabel, uncounted, ["kind": "thing"], line: lines["uncounted"])
    let completed = ["stage": Self.completed, "aspect": Aspect.state.rawValue]
    add(stageLabel, completion, completed, suffix: suffix, line: lines["completion"])
    for (order, stage) in stages.enumerated() {
      for (aspect, phrases) in stage.phrases.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let columns = ["stage": stage.name, "aspect": aspect.rawValue, "order": String(order)]
        add(stageLabel, phrases, columns, suffix: suffix, line: stage.line)
      }
    }
  }
}
