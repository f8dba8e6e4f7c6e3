public import PantauText
import Yams

/// A programme whose progress is followed: its names, what it counts and its stages, as a file of `rules/programmes/`
/// gives them.
public struct Programme: Sendable {
  /// Words that say that a stage is reached, or name the act that leads to it.
  public enum Aspect: String, Sendable {
    /// The stage is reached.
    case state
    /// The act that leads to it.
    case event
    /// The act has begun.
    case start
    /// The stage is awaited.
    case pending
  }

  /// One stage of the programme and the phrases that tell it.
  public struct Stage: Sendable {
    /// The stage's name in records.
    public var name: String
    /// Phrases by what they say.
    public var phrases: [Aspect: [String]]
  }

  /// The programme's name in records.
  public var identifier: String
  /// The programme's name for readers.
  public var title: String
  /// The year in which the programme began; no report of it is older.
  public var since: Int?
  /// Phrases that name the programme.
  public var names: [String]
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
  /// Words of completion, which tell of no stage by themselves but that of which the text is speaking.
  public var completion: [String]

  /// What stands in the place of a stage's name for words of completion.
  public static let completed = "completed"

  /// The unit that the programme's own name stands for.
  public var countedUnit: String? {
    units.sorted { $0.key < $1.key }.first { $0.value.contains { names.contains($0) } }?.key
  }

  static let keys = [
    "programme", "title", "since", "names", "units", "stages", "readings", "goals", "existence", "completion",
    "about",
  ]

  /// Reads `rules/programmes/*.yml`; faults are added to `errors`.
  public static func read(from folder: RuleFolder, errors: inout [RuleError]) -> [Programme] {
    folder.files(below: "programmes", suffix: ".yml").compactMap { file in
      read(RuleFile(file, errors: &errors), errors: &errors)
    }
  }

  private static func read(_ file: RuleFile, errors: inout [RuleError]) -> Programme? {
    guard let root = file.root else { return nil }
    guard let mapping = root.mapping, let identifier = mapping["programme"]?.scalar?.string else {
      errors.append(file.error(root, "the key 'programme' is missing"))
      return nil
    }
    for (key, _) in mapping where !keys.contains(key.scalar?.string ?? "") {
      let name = key.scalar?.string ?? ""
      let hint = Spelling.didYouMean(name, among: keys) ?? "keys: \(keys.joined(separator: ", "))"
      errors.append(file.error(key, "unknown key '\(name)'", hint: hint))
    }
    var units: [String: [String]] = [:]
    for (key, value) in mapping["units"]?.mapping ?? [:] {
      if let key = key.scalar?.string { units[key] = strings(value) }
    }
    var stages: [Stage] = []
    for (key, value) in mapping["stages"]?.mapping ?? [:] {
      guard let name = key.scalar?.string else { continue }
      var phrases: [Aspect: [String]] = [:]
      for (aspectNode, list) in value.mapping ?? [:] {
        guard let aspect = Aspect(rawValue: aspectNode.scalar?.string ?? "") else {
          errors.append(
            file.error(
              aspectNode, "unknown key '\(aspectNode.scalar?.string ?? "")'",
              hint: "keys: state, event, start, pending"))
          continue
        }
        phrases[aspect] = strings(list)
      }
      stages.append(Stage(name: name, phrases: phrases))
    }
    return Programme(
      identifier: identifier, title: mapping["title"]?.scalar?.string ?? identifier,
      since: mapping["since"]?.scalar.flatMap { Int($0.string) }, names: strings(mapping["names"]),
      units: units,
      stages: stages, readings: readings(mapping["readings"]), goals: table(mapping["goals"]),
      existence: table(mapping["existence"]), completion: strings(mapping["completion"]))
  }

  private static func readings(_ node: Node?) -> [String: [String: String]] {
    var readings: [String: [String: String]] = [:]
    for (key, value) in node?.mapping ?? [:] {
      if let unit = key.scalar?.string { readings[unit] = table(value) }
    }
    return readings
  }

  private static func table(_ node: Node?) -> [String: String] {
    var table: [String: String] = [:]
    for (key, value) in node?.mapping ?? [:] {
      if let key = key.scalar?.string { table[key] = value.scalar?.string ?? "" }
    }
    return table
  }

  private static func strings(_ node: Node?) -> [String] {
    (node?.sequence ?? []).compactMap { $0.scalar?.string }
  }

  /// Adds the programme's words to a lexicon: labels `programme`, `unit` and `stage`, the latter two with the possessive
  /// `suffix` too.
  public func addWords(
    to lexicon: inout Lexicon, labels: inout LabelTable, vocabulary: inout Vocabulary, suffix: String
  ) {
    let programmeLabel = labels.intern("programme")
    let unitLabel = labels.intern("unit")
    let stageLabel = labels.intern("stage")
    func add(_ label: LabelID, _ phrases: [String], _ columns: [String: String], suffix: String? = nil) {
      guard !phrases.isEmpty else { return }
      var columns = columns
      columns["programme"] = identifier
      lexicon.add(.init(label: label, phrases: phrases, columns: columns), vocabulary: &vocabulary)
      guard let suffix else { return }
      columns["possessive"] = "yes"
      lexicon.add(
        .init(label: label, phrases: phrases.map { $0 + suffix }, columns: columns), vocabulary: &vocabulary)
    }
    add(programmeLabel, names, [:])
    // What names the programme can be counted as a cooperative: the unit whose own words are among the names.
    let counted = units.sorted { $0.key < $1.key }.first { $0.value.contains { names.contains($0) } }
    if let counted { add(unitLabel, names, ["unit": counted.key]) }
    for (unit, phrases) in units.sorted(by: { $0.key < $1.key }) {
      add(
        unitLabel, phrases.filter { counted?.key != unit || !names.contains($0) }, ["unit": unit],
        suffix: suffix)
    }
    add(stageLabel, completion, ["stage": Self.completed, "aspect": Aspect.state.rawValue], suffix: suffix)
    for (order, stage) in stages.enumerated() {
      for (aspect, phrases) in stage.phrases.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let columns = ["stage": stage.name, "aspect": aspect.rawValue, "order": String(order)]
        add(stageLabel, phrases, columns, suffix: suffix)
      }
    }
  }
}
