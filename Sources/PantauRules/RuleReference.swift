import Yams

/// A reference of a rule folder in Markdown: every rule with its pattern and examples, every word list, every programme.
///
/// The text depends on the folder's content alone, not on where it lies.
public struct RuleReference {
  private let rules: RuleSet
  private let programmes: [Programme]
  private let folder: RuleFolder
  private let phases: [String]

  /// Of a folder's compiled rules and its programmes; `phases` come in the order in which they run.
  public init(_ rules: RuleSet, programmes: [Programme], folder: RuleFolder, phases: [String]) {
    self.rules = rules
    self.programmes = programmes
    self.folder = folder
    self.phases = phases
  }

  /// The reference; lines end in a line feed.
  public var markdown: String {
    var text = "# Rules\n\n"
    text += "Made by `pantau rules docs`. \(rules.rules.count) rules, \(lexiconFiles.count) word lists, "
    text += "\(programmes.count) programme\(programmes.count == 1 ? "" : "s"). "
    text += "The language is described in the guide to the rule language.\n"
    for phase in phases {
      let own = rules.rules.indices.filter { rules.rules[$0].phase == phase }
      guard !own.isEmpty else { continue }
      text += "\n## Phase \(phase)\n\n" + overview(own) + macros(of: own)
      for index in own { text += "\n" + section(rules.rules[index]) }
    }
    return text + "\n" + lexiconTable + programmes.map { "\n" + section($0) }.joined()
  }

  // MARK: - Rules

  private func overview(_ own: [Int]) -> String {
    var text = "| rule | label | priority | what it finds |\n| --- | --- | --- | --- |\n"
    for index in own {
      let rule = rules.rules[index]
      text += "| [\(rule.name)](#\(RuleReference.anchor(rule.name))) | \(label(rule)) | \(rule.priority) | "
      text += "\(RuleReference.cell(rule.about ?? "")) |\n"
    }
    return text
  }

  /// The macros of the files in which the rules stand.
  private func macros(of own: [Int]) -> String {
    let paths = Set(own.map { rules.rules[$0].path }).sorted()
    return paths.compactMap { path -> String? in
      var errors: [RuleError] = []
      let root = folder.file(at: path).flatMap { RuleFile($0, errors: &errors).root }
      guard let macros = root?.mapping?["macros"]?.mapping, !macros.isEmpty else { return nil }
      let lines = macros.map { "- `@\($0.key.scalar?.string ?? "")` is `\($0.value.scalar?.string ?? "")`\n" }
      return "\nMacros of `\(path)`:\n\n" + lines.joined()
    }.joined()
  }

  private func section(_ rule: Rule) -> String {
    var text = "### \(rule.name)\n\n"
    if let about = rule.about { text += about + "\n\n" }
    text += RuleReference.block(rule.source) + "\n"
    let line = rule.location.split(separator: ":").last.map { ":\($0)" } ?? ""
    text += "- stands in `\(rule.path)\(line)`\n"
    text += "- label `\(label(rule))`, priority \(rule.priority), scope \(rule.scope.rawValue)\n"
    if !rule.captureNames.isEmpty {
      text += "- captures " + rule.captureNames.map { capture($0, of: rule) }.joined(separator: ", ") + "\n"
    }
    if !rule.constants.isEmpty {
      let constants = rule.constants.sorted { $0.key < $1.key }.map { "`\($0.key)` = `\($0.value)`" }
      text += "- sets " + constants.joined(separator: ", ") + "\n"
    }
    for veto in rule.vetoes { text += "- not \(veto.place.words) `\(veto.source)`\n" }
    text += "\nMatches:\n\n" + rule.matches.map { "- " + example($0) + "\n" }.joined()
    return text + "\nDoes not match:\n\n" + rule.rejects.map { "- " + example($0) + "\n" }.joined()
  }

  private func capture(_ name: String, of rule: Rule) -> String {
    switch rule.captureTypes[name] {
    case nil: return "`\(name)`"
    case .number(nil, nil): return "`\(name)` (a number)"
    case .number(let least, let most):
      let bounds = [least, most].map { $0.map(RuleReference.plain) ?? "" }
      return "`\(name)` (\(bounds.joined(separator: "..")))"
    case .label(let label, _, _, _)?:
      let element = rules.text(of: label, rule.captureTypes[name]?.constraint)
      return "`\(name)` (`\(element)`)"
    }
  }

  private func example(_ example: Rule.Example) -> String {
    var text = RuleReference.marked(example)
    let fields = example.fields.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    let gives = example.gives.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    if !fields.isEmpty { text += " — " + fields.joined(separator: ", ") }
    if !gives.isEmpty {
      let day = example.date.map { " on \($0)" } ?? ""
      text += " — gives\(day) " + gives.joined(separator: ", ")
    }
    return text
  }

  private func label(_ rule: Rule) -> String { rules.labels.names[Int(rule.label)] }

  // MARK: - Word lists

  private var lexiconFiles: [RuleFolder.File] { folder.files(below: "lexicons", suffix: ".tsv") }

  private var lexiconTable: String {
    var text = "## Word lists\n\n| label | rows | columns | what it is |\n| --- | --- | --- | --- |\n"
    for file in lexiconFiles {
      let name = String(file.path.dropFirst("lexicons/".utf8.count).dropLast(".tsv".utf8.count))
      let lines = file.lines.filter { !$0.isEmpty }
      let rows = lines.filter { !$0.hasPrefix("#") }
      let columns = rows.first.map { $0.split(separator: "\t").dropFirst().joined(separator: ", ") } ?? ""
      let about = lines.first.flatMap { $0.hasPrefix("#") ? String($0.drop { $0 == "#" || $0 == " " }) : nil }
      text += "| `\(name)` | \(max(0, rows.count - 1)) | \(columns) | \(RuleReference.cell(about ?? "")) |\n"
    }
    return text
  }

  // MARK: - Programmes

  private func section(_ programme: Programme) -> String {
    var text = "## Programme \(programme.identifier)\n\n\(programme.title)"
    text += programme.since.map { ", since \($0).\n\n" } ?? ".\n\n"
    text += "- names: \(programme.names.joined(separator: ", "))\n"
    for (unit, phrases) in programme.units.sorted(by: { $0.key < $1.key }) {
      text += "- unit `\(unit)`: \(phrases.joined(separator: ", "))\n"
    }
    text += "\n| stage | words | by |\n| --- | --- | --- |\n"
    for stage in programme.stages {
      for (aspect, phrases) in stage.phrases.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        text +=
          "| `\(stage.name)` | \(RuleReference.cell(phrases.joined(separator: ", "))) | \(aspect.rawValue) |\n"
      }
    }
    return text
  }

  // MARK: - Markdown

  /// The anchor that renderers give a heading.
  private static func anchor(_ heading: String) -> String {
    String(
      decoding: heading.utf8.filter { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }, as: UTF8.self
    )
    .lowercased()
  }

  /// A table's cell has no line ends and no bar.
  private static func cell(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }

  private static func block(_ source: String) -> String { "```\n\(source)\n```\n" }

  /// The example's text, what must match in bold.
  private static func marked(_ example: Rule.Example) -> String {
    let bytes = Array(example.text.utf8)
    guard let span = example.span else { return example.text }
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return words(0..<span.lowerBound) + "**" + words(span) + "**" + words(span.upperBound..<bytes.count)
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

extension Veto.Place {
  fileprivate var words: String {
    switch self {
    case .before: "behind"
    case .after: "before"
    case .within: "with, inside it,"
    case .anywhere: "with, in its scope,"
    }
  }
}
