import PantauText
import Yams

/// Turns YAML into rules and collects the faults that it meets.
struct RuleLoader {
  let phases: [String]
  let affixes: Affixes
  var vocabulary = Vocabulary()
  var labels = LabelTable()
  var lexicon = Lexicon()
  var rules: [Rule] = []
  /// The rules' instructions, on which another thread works while further patterns are parsed.
  private(set) var codes: [Ahead<RuleCode>] = []
  var errors: [RuleError] = []
  /// What constraints can ask of a label's matches: columns of its lexicon and constants of its rules.
  private var columns: [LabelID: Set<String>] = [:]
  /// ``Lexicon/words``, sorted.
  private var lists: WordLists = [:]
  private var places: [String: String] = [:]
  /// All patterns as they are written.
  private var patterns: [String] = []
  /// What ``RuleCheck`` looks at; nil, and not kept, where rules are only to run.
  var usage: RuleUsage?
  /// Whether a rule without examples is a fault.
  var needsExamples = true

  init(phases: [String], affixes: Affixes) {
    self.phases = phases
    self.affixes = affixes
  }

  /// The words of all patterns, for messages.
  var spellings: Spellings { Spellings(patterns, affixes: affixes, vocabulary: vocabulary) }

  // MARK: - Names that patterns may use before they are defined

  /// Makes the words and columns of all lists known.
  mutating func declareLists() {
    lists = lexicon.words.mapValues { $0.sorted() }
    for entry in lexicon.entries where entry.hasColumns {
      for name in entry.columnNames { columns[entry.label, default: []].insert(name) }
    }
  }

  /// Makes the labels of a file's rules known, and the constants that they set.
  mutating func declareLabels(of file: RuleFile) {
    guard let root = file.root?.mapping else { return }
    let common = root["label"]?.scalar?.string
    if let common { _ = labels.intern(common) }
    for node in root["rules"]?.elements ?? [] {
      guard let name = node.mapping?["label"]?.scalar?.string ?? common else { continue }
      let label = labels.intern(name)
      for (key, _) in node.mapping?["set"]?.members ?? [] {
        if let key = key.scalar?.string { columns[label, default: []].insert(key) }
      }
    }
  }

  // MARK: - Files

  mutating func compile(_ file: RuleFile) {
    guard let root = file.root else { return }
    guard let mapping = root.mapping else {
      errors.append(file.error(root, "the file is no mapping; it begins with 'phase:'"))
      return
    }
    check(keys: mapping, allowed: RuleKeys.names(RuleKeys.file(phases: phases)), file)
    guard let phaseNode = mapping["phase"], let phase = phaseNode.scalar?.string else {
      errors.append(
        file.error(root, "the key 'phase' is missing", hint: "phases: \(phases.joined(separator: ", "))"))
      return
    }
    if !phases.contains(phase) {
      let hint = Spelling.didYouMean(phase, among: phases) ?? "phases: \(phases.joined(separator: ", "))"
      errors.append(file.error(phaseNode, "unknown phase '\(phase)'", hint: hint))
    }
    let macros = macros(mapping["macros"], phase, file)
    let defaultLabel = mapping["label"]?.scalar?.string
    for node in sequence(mapping["rules"], "rules", file) {
      guard let fields = node.mapping else {
        errors.append(file.error(node, "a rule is a mapping that begins with 'rule:'"))
        continue
      }
      compile(rule: fields, node, phase: phase, defaultLabel: defaultLabel, macros, file)
    }
  }

  private mutating func macros(_ node: Node?, _ phase: String, _ file: RuleFile) -> [String: PatternNode] {
    var macros: [String: PatternNode] = [:]
    for member in pairs(node, "macros", file) {
      var captureNames: [String] = []
      usage?.begin(macro: member.name, at: file.error(member.key, ""), phase)
      guard let pattern = parse(member.value, file, macros, &captureNames) else { continue }
      if captureNames.isEmpty {
        macros[member.name] = pattern
      } else {
        let hint = "capture around @\(member.name) in the rule"
        errors.append(file.error(member.value, "a macro cannot capture", hint: hint))
      }
    }
    return macros
  }

  // MARK: - Rules

  private mutating func compile(
    rule mapping: Node.Mapping, _ node: Node, phase: String, defaultLabel: String?,
    _ macros: [String: PatternNode],
    _ file: RuleFile
  ) {
    check(keys: mapping, allowed: RuleKeys.names(RuleKeys.rule), file)
    let fields = Fields(mapping)
    guard let name = fields["rule"]?.scalar?.string, let patternNode = fields["pattern"],
      let labelName = fields["label"]?.scalar?.string ?? defaultLabel
    else {
      errors.append(file.error(node, "a rule needs the keys 'rule', 'pattern' and 'label'"))
      return
    }
    let location = "\(file.file.displayPath):\(node.mark?.line ?? 0)"
    usage?.begin(rule: name, at: file.error(node, ""), phase)
    if let before = places.updateValue(location, forKey: name) {
      errors.append(file.error(node, "rule '\(name)' is already defined at \(before)"))
    }
    let vetoes = vetoes(fields["unless"], file, macros)
    var constants: [String: String] = [:]
    for member in pairs(fields["set"], "set", file) { constants[member.name] = string(member.value, file) }
    let matches = examples(fields["matches"], "matches", file)
    let rejects = examples(fields["rejects"], "rejects", file)
    if needsExamples, matches.isEmpty || rejects.isEmpty {
      errors.append(
        file.error(
          node, "rule '\(name)' has no \(matches.isEmpty ? "'matches'" : "'rejects'")",
          hint: "give at least one text that it must match and one that it must not"))
    }
    let priority = priority(fields["priority"], file)
    let scope = scope(fields["scope"], file)
    var captureNames: [String] = []
    guard let pattern = parse(patternNode, file, macros, &captureNames) else { return }
    check(fieldsOf: matches, captureNames, node, file)
    let types = captureTypes(fields["captures"], captureNames, macros, file)
    rules.append(
      Rule(
        name: name, label: labels.intern(labelName), phase: phase, priority: priority, scope: scope,
        constants: constants, captureNames: captureNames, captureTypes: types, path: file.file.path,
        location: location,
        definition: Rule.Definition(
          source: patternNode.scalar?.string ?? "", pattern: pattern, vetoes: vetoes,
          about: fields["about"]?.scalar?.string, matches: matches, rejects: rejects)))
    let captureCount = captureNames.count
    codes.append(
      Ahead { [lists] in RuleCode(pattern, captureCount: captureCount, vetoes: vetoes, scope: scope, lists) })
  }

  private mutating func captureTypes(
    _ node: Node?, _ captureNames: [String], _ macros: [String: PatternNode], _ file: RuleFile
  ) -> [String: CaptureType] {
    var types: [String: CaptureType] = [:]
    for member in pairs(node, "captures", file) {
      guard captureNames.contains(member.name) else {
        let hint =
          Spelling.didYouMean(member.name, among: captureNames)
          ?? "captures: \(captureNames.joined(separator: ", "))"
        errors.append(file.error(member.key, "the pattern has no capture '\(member.name)'", hint: hint))
        continue
      }
      if let type = member.value.scalar.flatMap({ CaptureType(range: $0.string) }) {
        types[member.name] = type
      } else if member.value.scalar?.string.utf8.first == UInt8(ascii: "<") {
        var inner: [String] = []
        guard let pattern = parse(member.value, file, macros, &inner) else { continue }
        types[member.name] = CaptureType(pattern)
        if types[member.name] == nil {
          errors.append(file.error(member.value, "this is more than one label"))
        }
      } else {
        errors.append(
          file.error(
            member.value, "this is no type of a capture", hint: "write number, 1..31, 1.., ..100 or <label>"))
      }
    }
    return types
  }

  private mutating func priority(_ node: Node?, _ file: RuleFile) -> Int {
    guard let node else { return 0 }
    if let priority = Int(node.scalar?.string ?? "") { return priority }
    errors.append(file.error(node, "the priority is no whole number"))
    return 0
  }

  private mutating func scope(_ node: Node?, _ file: RuleFile) -> Rule.Scope {
    guard let node else { return .sentence }
    let name = node.scalar?.string ?? ""
    if let scope = Rule.Scope(rawValue: name) { return scope }
    let names = Rule.Scope.allCases.map(\.rawValue)
    let hint = Spelling.didYouMean(name, among: names) ?? "scopes: \(names.joined(separator: ", "))"
    errors.append(file.error(node, "unknown scope '\(name)'", hint: hint))
    return .sentence
  }

  private mutating func vetoes(
    _ node: Node?, _ file: RuleFile, _ macros: [String: PatternNode]
  ) -> [Veto] {
    var vetoes: [Veto] = []
    for member in pairs(node, "unless", file) {
      guard let place = Veto.Place(rawValue: member.name) else {
        let names = Veto.Place.allCases.map(\.rawValue)
        let hint =
          Spelling.didYouMean(member.name, among: names) ?? "places: \(names.joined(separator: ", "))"
        errors.append(file.error(member.key, "unknown place '\(member.name)'", hint: hint))
        continue
      }
      var captureNames: [String] = []
      if let pattern = parse(member.value, file, macros, &captureNames) {
        vetoes.append(
          Veto(
            place: place, source: member.value.scalar?.string ?? "", pattern: pattern,
            captureCount: captureNames.count))
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
    if file.endsInComment(node) {
      let hint = "' #' begins a comment in YAML; put the pattern in single quotes"
      errors.append(file.error(node, "the pattern is cut off", hint: hint, offset: scalar.string.utf8.count))
      return nil
    }
    var parser = PatternParser(
      scalar.string, macros: macros, vocabulary: vocabulary, synonyms: lexicon.synonyms, labels: labels,
      columns: columns, affixes: affixes)
    parser.findsRepeats = usage != nil
    vocabulary = Vocabulary(capacity: 1)
    defer { vocabulary = parser.vocabulary }
    do {
      let pattern = try parser.parse()
      captureNames = parser.captureNames
      patterns.append(scalar.string)
      usage?.add(parser) { file.error(node, "", offset: $0) }
      return pattern
    } catch {
      errors.append(file.error(node, error.message, hint: error.hint, offset: error.offset))
      return nil
    }
  }
}
