public import PantauText
import Yams

/// A programme whose progress is followed: its names, what it counts and its stages, as a file of `rules/programmes/`
/// gives them.
public struct Programme: Sendable {
  /// Words that say that a stage is reached, or name the act that leads to it.
  public enum Aspect: String, Sendable {
    case state, event
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

  static let keys = ["programme", "title", "since", "names", "units", "stages", "about"]

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
              aspectNode, "unknown key '\(aspectNode.scalar?.string ?? "")'", hint: "keys: state, event"))
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
      stages: stages)
  }

  private static func strings(_ node: Node?) -> [String] {
    (node?.sequence ?? []).compactMap { $0.scalar?.string }
  }

  /// Adds the programme's words to a lexicon: labels `programme`, `unit` and `stage`.
  public func addWords(to lexicon: inout Lexicon, labels: inout LabelTable, vocabulary: inout Vocabulary) {
    let programmeLabel = labels.intern("programme")
    let unitLabel = labels.intern("unit")
    let stageLabel = labels.intern("stage")
    func add(_ label: LabelID, _ phrases: [String], _ columns: [String: String]) {
      guard !phrases.isEmpty else { return }
      var columns = columns
      columns["programme"] = identifier
      lexicon.add(.init(label: label, phrases: phrases, columns: columns), vocabulary: &vocabulary)
    }
    add(programmeLabel, names, [:])
    // What names the programme can be counted as a cooperative: the unit whose own words are among the names.
    let counted = units.first { _, phrases in phrases.contains { names.contains($0) } }
    if let counted { add(unitLabel, names, ["unit": counted.key]) }
    for (unit, phrases) in units.sorted(by: { $0.key < $1.key }) {
      add(unitLabel, phrases.filter { counted?.key != unit || !names.contains($0) }, ["unit": unit])
    }
    for (order, stage) in stages.enumerated() {
      for (aspect, phrases) in stage.phrases.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let columns = ["stage": stage.name, "aspect": aspect.rawValue, "order": String(order)]
        add(stageLabel, phrases, columns)
      }
    }
  }
}
