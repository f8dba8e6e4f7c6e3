import Yams

/// Compares a YAML value with the form that it must have, and gathers every fault.
struct ShapeCheck {
  let file: RuleFile
  private(set) var errors: [RuleError] = []

  init(_ file: RuleFile) { self.file = file }

  /// Adds a fault for each place below `node` that has another form; `key` is what the value belongs to.
  mutating func check(_ node: Node, _ key: String, _ shape: RuleShape) {
    switch shape {
    case .text, .pattern:
      if node.scalar == nil { fault(node, "'\(key)' is one string") }
    case .wholeNumber:
      if node.scalar.flatMap({ Int($0.string) }) == nil { fault(node, "'\(key)' is no whole number") }
    case .day:
      if node.scalar == nil { fault(node, "'\(key)' is no day", hint: "days are written YYYY-MM-DD") }
    case .oneOf(let names):
      guard let name = node.scalar?.string, !names.contains(name) else { return }
      let hint = Spelling.didYouMean(name, among: names) ?? "\(key): \(names.joined(separator: ", "))"
      fault(node, "unknown \(key) '\(name)'", hint: hint)
    case .list(let element, let least): list(node, key, element, least)
    case .table(let value):
      guard let mapping = mapping(node, key) else { return }
      for (name, child) in mapping { check(child, name.scalar?.string ?? key, value) }
    case .members(let keys):
      if let mapping = mapping(node, key) { check(members: mapping, of: node, key, keys) }
    case .shorthand(let keys):
      guard node.scalar == nil, let mapping = mapping(node, key) else { return }
      check(members: mapping, of: node, key, keys)
    }
  }

  private mutating func list(_ node: Node, _ key: String, _ element: RuleShape, _ least: Int) {
    guard let sequence = node.sequence else {
      fault(node, "'\(key)' is a list", hint: "write each element on a line of its own after '- '")
      return
    }
    if sequence.count < least { fault(node, "'\(key)' is empty") }
    for child in sequence { check(child, key, element) }
  }

  private mutating func mapping(_ node: Node, _ key: String) -> Node.Mapping? {
    if let mapping = node.mapping { return mapping }
    fault(node, "'\(key)' is a mapping", hint: "write each member as 'name: value'")
    return nil
  }

  private mutating func check(members: Node.Mapping, of node: Node, _ key: String, _ keys: [RuleKey]) {
    for (nameNode, child) in members {
      let name = nameNode.scalar?.string ?? ""
      guard let known = keys.first(where: { $0.name == name }) else {
        let names = RuleKeys.names(keys)
        let hint = Spelling.didYouMean(name, among: names) ?? "keys: \(names.joined(separator: ", "))"
        fault(nameNode, "unknown key '\(name)'", hint: hint)
        continue
      }
      check(child, name, known.shape)
    }
    for missing in keys where missing.isRequired && members[missing.name] == nil {
      fault(node, "the key '\(missing.name)' is missing")
    }
  }

  mutating func fault(_ node: Node, _ message: String, hint: String? = nil) {
    errors.append(file.error(node, message, hint: hint))
  }
}
