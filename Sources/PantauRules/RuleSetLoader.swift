public import PantauText
import Yams

extension RuleSet {
  /// Reads and compiles `rules/lexicons/*.tsv` and `rules/extract/*.yml`.
  ///
  /// - Parameters:
  ///   - folder: the rules.
  ///   - phases: the phases that the program runs; a rule in another is a fault.
  ///   - labels: labels that the program itself gives (numbers, regions).
  ///   - prepare: adds further words and lexicons before patterns are read.
  /// - Throws: ``RuleErrors`` with all faults of all files.
  public static func load(
    from folder: RuleFolder, phases: [String], labels programLabels: [String],
    prepare: (inout Lexicon, inout LabelTable, inout Vocabulary, inout [RuleError]) -> Void = { _, _, _, _ in }
  ) throws(RuleErrors) -> RuleSet {
    var loader = RuleLoader(phases: phases, affixes: Affixes(templates: folder.lines(at: "affixes.txt")))
    for name in programLabels { _ = loader.labels.intern(name) }
    for file in folder.files(below: "lexicons", suffix: ".tsv") {
      loader.lexicon.read(
        file, labels: &loader.labels, vocabulary: &loader.vocabulary, errors: &loader.errors)
    }
    prepare(&loader.lexicon, &loader.labels, &loader.vocabulary, &loader.errors)
    let files = folder.files(below: "extract", suffix: ".yml").map { RuleFile($0, errors: &loader.errors) }
    for file in files { loader.declareLabels(of: file) }
    for file in files { loader.compile(file) }
    var abbreviations: Set<UInt32> = []
    for word in folder.lines(at: "lexicons/abbreviations.txt") {
      abbreviations.insert(loader.vocabulary.intern(word))
    }
    guard loader.errors.isEmpty else { throw RuleErrors(loader.errors) }
    return RuleSet(
      vocabulary: loader.vocabulary, labels: loader.labels, lexicon: loader.lexicon, rules: loader.rules,
      splitter: SentenceSplitter(abbreviations: abbreviations))
  }
}

/// One YAML file, parsed but not yet understood.
struct RuleFile {
  let file: RuleFolder.File
  let root: Node?

  init(_ file: RuleFolder.File, errors: inout [RuleError]) {
    self.file = file
    do {
      root = try Yams.compose(yaml: file.text)
    } catch {
      root = nil
      errors.append(RuleFile.fault(from: error, file))
    }
  }

  private static func fault(from error: any Error, _ file: RuleFolder.File) -> RuleError {
    guard let error = error as? YamlError else { return RuleError(path: file.displayPath, message: "\(error)") }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return RuleError(
        path: file.displayPath, line: mark.line, column: mark.column, message: "no YAML: \(problem)",
        excerpt: line(mark.line, of: file))
    default: return RuleError(path: file.displayPath, message: "no YAML: \(error)")
    }
  }

  /// A fault at a node, `offset` columns into it.
  func error(_ node: Node, _ message: String, hint: String? = nil, offset: Int = 0) -> RuleError {
    let mark = node.mark
    return RuleError(
      path: file.displayPath, line: mark?.line, column: mark.map { $0.column + offset }, message: message,
      excerpt: mark.flatMap { RuleFile.line($0.line, of: file) }, hint: hint)
  }

  private static func line(_ number: Int, of file: RuleFolder.File) -> String? {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }
}

/// Collects faults while it turns YAML into rules.
struct RuleLoader {
  let phases: [String]
  let affixes: Affixes
  var vocabulary = Vocabulary()
  var labels = LabelTable()
  var lexicon = Lexicon()
  var rules: [Rule] = []
  var errors: [RuleError] = []
  private var places: [String: String] = [:]

  init(phases: [String], affixes: Affixes) {
    self.phases = phases
    self.affixes = affixes
  }

  static let fileKeys = ["phase", "label", "macros", "rules", "about"]
  static let ruleKeys = [
    "rule", "label", "pattern", "priority", "scope", "set", "unless", "matches", "rejects", "about",
  ]

  mutating func declareLabels(of file: RuleFile) {
    guard let root = file.root?.mapping else { return }
    for node in [root["label"]] + (root["rules"]?.sequence ?? []).map({ $0.mapping?["label"] }) {
      if let name = node?.scalar?.string { _ = labels.intern(name) }
    }
  }

  mutating func compile(_ file: RuleFile) {
    guard let root = file.root else { return }
    guard let mapping = root.mapping else {
      errors.append(file.error(root, "the file is no mapping; it begins with 'phase:'"))
      return
    }
    check(keys: mapping, allowed: Self.fileKeys, file)
    guard let phaseNode = mapping["phase"], let phase = phaseNode.scalar?.string else {
      errors.append(file.error(root, "the key 'phase' is missing", hint: "phases: \(phases.joined(separator: ", "))"))
      return
    }
    if !phases.contains(phase) {
      let hint = Spelling.didYouMean(phase, among: phases) ?? "phases: \(phases.joined(separator: ", "))"
      errors.append(file.error(phaseNode, "unknown phase '\(phase)'", hint: hint))
    }
    var macros: [String: PatternNode] = [:]
    for (key, value) in mapping["macros"]?.mapping ?? [:] {
      var captureNames: [String] = []
      if let name = key.scalar?.string, let node = parse(value, file, macros, &captureNames) {
        if captureNames.isEmpty {
          macros[name] = node
        } else {
          errors.append(file.error(value, "a macro cannot capture", hint: "capture around @\(name) in the rule"))
        }
      }
    }
    for node in mapping["rules"]?.sequence ?? [] {
      guard let fields = node.mapping else {
        errors.append(file.error(node, "a rule is a mapping that begins with 'rule:'"))
        continue
      }
      compile(rule: fields, node, phase: phase, defaultLabel: mapping["label"]?.scalar?.string, macros, file)
    }
  }

  private mutating func compile(
    rule fields: Node.Mapping, _ node: Node, phase: String, defaultLabel: String?, _ macros: [String: PatternNode],
    _ file: RuleFile
  ) {
    check(keys: fields, allowed: Self.ruleKeys, file)
    guard let name = fields["rule"]?.scalar?.string, let patternNode = fields["pattern"],
      let labelName = fields["label"]?.scalar?.string ?? defaultLabel
    else {
      errors.append(file.error(node, "a rule needs the keys 'rule', 'pattern' and 'label'"))
      return
    }
    let location = "\(file.file.displayPath):\(node.mark?.line ?? 0)"
    if let before = places.updateValue(location, forKey: name) {
      errors.append(file.error(node, "rule '\(name)' is already defined at \(before)"))
    }
    var captureNames: [String] = []
    guard let pattern = parse(patternNode, file, macros, &captureNames) else { return }
    let vetoes = vetoes(fields["unless"], file, macros)
    var constants: [String: String] = [:]
    for (key, value) in fields["set"]?.mapping ?? [:] {
      if let key = key.scalar?.string, let value = value.scalar?.string { constants[key] = value }
    }
    let matches = examples(fields["matches"], file)
    let rejects = examples(fields["rejects"], file)
    if matches.isEmpty || rejects.isEmpty {
      errors.append(
        file.error(
          node, "rule '\(name)' has no \(matches.isEmpty ? "'matches'" : "'rejects'")",
          hint: "give at least one text that it must match and one that it must not"))
    }
    rules.append(
      Rule(
        name: name, label: labels.intern(labelName), phase: phase,
        priority: Int(fields["priority"]?.scalar?.string ?? "") ?? 0, scope: scope(fields["scope"], file),
        constants: constants, captureNames: captureNames, source: patternNode.scalar?.string ?? "",
        location: location, matches: matches, rejects: rejects,
        program: PatternProgram(pattern, captureCount: captureNames.count), vetoes: vetoes))
  }

  private mutating func scope(_ node: Node?, _ file: RuleFile) -> Rule.Scope {
    guard let node else { return .sentence }
    if let scope = Rule.Scope(rawValue: node.scalar?.string ?? "") { return scope }
    let names = Rule.Scope.allCases.map(\.rawValue)
    errors.append(
      file.error(
        node, "unknown scope '\(node.scalar?.string ?? "")'", hint: "scopes: \(names.joined(separator: ", "))"))
    return .sentence
  }

  private mutating func vetoes(
    _ node: Node?, _ file: RuleFile, _ macros: [String: PatternNode]
  ) -> [Veto] {
    var vetoes: [Veto] = []
    for (key, value) in node?.mapping ?? [:] {
      guard let place = Veto.Place(rawValue: key.scalar?.string ?? "") else {
        let names = Veto.Place.allCases.map(\.rawValue)
        let hint = Spelling.didYouMean(key.scalar?.string ?? "", among: names)
        errors.append(
          file.error(
            key, "unknown place '\(key.scalar?.string ?? "")'",
            hint: hint ?? "places: \(names.joined(separator: ", "))"))
        continue
      }
      var captureNames: [String] = []
      if let pattern = parse(value, file, macros, &captureNames) {
        vetoes.append(Veto(place: place, program: PatternProgram(pattern, captureCount: captureNames.count)))
      }
    }
    return vetoes
  }

  private mutating func parse(
    _ node: Node, _ file: RuleFile, _ macros: [String: PatternNode], _ captureNames: inout [String]
  ) -> PatternNode? {
    guard let scalar = node.scalar else {
      errors.append(file.error(node, "a pattern is one string"))
      return nil
    }
    var parser = PatternParser(
      scalar.string, macros: macros, vocabulary: vocabulary, labels: labels, affixes: affixes)
    vocabulary = Vocabulary(capacity: 1)
    defer { vocabulary = parser.vocabulary }
    do {
      let pattern = try parser.parse()
      captureNames = parser.captureNames
      return pattern
    } catch {
      let quote = scalar.style == .plain ? 0 : 1
      errors.append(file.error(node, error.message, hint: error.hint, offset: quote + error.offset))
      return nil
    }
  }

  private mutating func check(keys mapping: Node.Mapping, allowed: [String], _ file: RuleFile) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      if !allowed.contains(name) {
        let hint = Spelling.didYouMean(name, among: allowed) ?? "keys: \(allowed.joined(separator: ", "))"
        errors.append(file.error(key, "unknown key '\(name)'", hint: hint))
      }
    }
  }

  private func examples(_ node: Node?, _ file: RuleFile) -> [Rule.Example] {
    (node?.sequence ?? []).compactMap { item in
      let line = item.mark?.line ?? 0
      if let text = item.scalar?.string { return RuleLoader.example(text, fields: [:], line: line) }
      guard let text = item.mapping?["text"]?.scalar?.string else { return nil }
      var fields: [String: String] = [:]
      for (key, value) in item.mapping?["fields"]?.mapping ?? [:] {
        if let key = key.scalar?.string, let value = value.scalar?.string { fields[key] = value }
      }
      return RuleLoader.example(text, fields: fields, line: line)
    }
  }

  private static func example(_ text: String, fields: [String: String], line: Int) -> Rule.Example {
    guard let open = text.firstIndex(of: "⟦"), let close = text.firstIndex(of: "⟧"), open < close else {
      return Rule.Example(text: text, span: nil, fields: fields, line: line)
    }
    let before = text[..<open]
    let inside = text[text.index(after: open)..<close]
    let start = before.utf8.count
    return Rule.Example(
      text: "\(before)\(inside)\(text[text.index(after: close)...])", span: start..<start + inside.utf8.count,
      fields: fields, line: line)
  }
}
