import PantauRecords
import Yams

/// Reading of nodes: what has the wrong form is a fault, never passed over.
extension RuleLoader {
  /// One member of a mapping.
  struct Member {
    var name: String
    var key: Node
    var value: Node
  }

  /// The members of a mapping by name: a mapping of nodes looks a string up by making a node of it and hashing that.
  struct Fields {
    private let members: [(name: String, value: Node)]

    init(_ mapping: Node.Mapping) {
      members = mapping.map { ($0.key.scalar?.string ?? "", $0.value) }
    }

    subscript(name: String) -> Node? { members.first { $0.name == name }?.value }
  }

  /// Adds a fault for each key that is not in `allowed`.
  mutating func check(keys mapping: Node.Mapping, allowed: [String], _ file: RuleFile) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      if !allowed.contains(name) {
        let hint = Spelling.didYouMean(name, among: allowed) ?? "keys: \(allowed.joined(separator: ", "))"
        errors.append(file.error(key, "unknown key '\(name)'", hint: hint))
      }
    }
  }

  /// The elements of a list; none where there is no node.
  mutating func sequence(_ node: Node?, _ key: String, _ file: RuleFile) -> [Node] {
    guard let node else { return [] }
    if let sequence = node.sequence { return Array(sequence) }
    errors.append(
      file.error(node, "'\(key)' is a list", hint: "write each element on a line of its own after '- '"))
    return []
  }

  /// The members of a mapping in their order; none where there is no node.
  mutating func pairs(_ node: Node?, _ key: String, _ file: RuleFile) -> [Member] {
    guard let node else { return [] }
    if let mapping = node.mapping {
      return mapping.map { Member(name: $0.key.scalar?.string ?? "", key: $0.key, value: $0.value) }
    }
    errors.append(file.error(node, "'\(key)' is a mapping", hint: "write each member as 'name: value'"))
    return []
  }

  mutating func string(_ node: Node, _ file: RuleFile) -> String? {
    if let scalar = node.scalar { return scalar.string }
    errors.append(file.error(node, "a value is one string"))
    return nil
  }

  // MARK: - Examples

  mutating func examples(_ node: Node?, _ key: String, _ file: RuleFile) -> [Rule.Example] {
    sequence(node, key, file).compactMap { item in
      if let text = item.scalar?.string { return example(text, [:], [:], date: nil, item, file) }
      guard let mapping = item.mapping, let text = mapping["text"]?.scalar?.string else {
        errors.append(file.error(item, "an example is a text, or a mapping with the key 'text'"))
        return nil
      }
      check(keys: mapping, allowed: RuleKeys.names(RuleKeys.example), file)
      var date: CalendarDate?
      if let node = mapping["date"] {
        date = node.scalar.flatMap { CalendarDate(iso: $0.string) }
        if date == nil { errors.append(file.error(node, "this is no day", hint: "write it YYYY-MM-DD")) }
      }
      let fields = table(mapping["fields"], "fields", file)
      return example(text, fields, table(mapping["gives"], "gives", file), date: date, item, file)
    }
  }

  private mutating func table(_ node: Node?, _ key: String, _ file: RuleFile) -> [String: String] {
    var table: [String: String] = [:]
    for member in pairs(node, key, file) { table[member.name] = string(member.value, file) }
    return table
  }

  /// Takes the brackets ⟦ ⟧ out of an example's text.
  private mutating func example(
    _ text: String, _ fields: [String: String], _ gives: [String: String], date: CalendarDate?, _ node: Node,
    _ file: RuleFile
  ) -> Rule.Example? {
    let line = node.mark?.line ?? 0
    // Bytes, not characters: spans are bytes.
    var bytes = Array(text.utf8)
    let (opening, closing) = (bytes.places(of: "⟦"), bytes.places(of: "⟧"))
    if opening.isEmpty, closing.isEmpty {
      return Rule.Example(text: text, span: nil, fields: fields, date: date, gives: gives, line: line)
    }
    guard opening.count == 1, closing.count == 1, opening[0].upperBound <= closing[0].lowerBound else {
      errors.append(file.error(node, "brackets come as one pair ⟦ ⟧ around what the rule matches"))
      return nil
    }
    bytes.removeSubrange(closing[0])
    bytes.removeSubrange(opening[0])
    let start = opening[0].lowerBound
    return Rule.Example(
      text: String(decoding: bytes, as: UTF8.self), span: start..<closing[0].lowerBound - opening[0].count,
      fields: fields, date: date, gives: gives, line: line)
  }

  /// Adds a fault for each field of an example that names no capture.
  mutating func check(
    fieldsOf examples: [Rule.Example], _ captureNames: [String], _ node: Node, _ file: RuleFile
  ) {
    for name in Set(examples.flatMap(\.fields.keys)).sorted() where !captureNames.contains(name) {
      let hint =
        Spelling.didYouMean(name, among: captureNames) ?? "captures: \(captureNames.joined(separator: ", "))"
      errors.append(
        file.error(node, "an example names the capture '\(name)', which the pattern has not", hint: hint))
    }
  }
}

extension Node {
  /// The members of a mapping; none of another node. An empty `Node.Mapping` in their place would resolve its tag, for which
  /// Yams compiles regular expressions.
  var members: [(key: Node, value: Node)] { mapping.map { Array($0) } ?? [] }

  /// The elements of a list; none of another node.
  var elements: [Node] { sequence.map { Array($0) } ?? [] }
}

extension [UInt8] {
  /// Where a text stands in these bytes.
  fileprivate func places(of text: StaticString) -> [Range<Int>] {
    let length = text.utf8CodeUnitCount
    return text.withUTF8Buffer { text in
      var places: [Range<Int>] = []
      var index = 0
      while index + length <= count {
        if self[index] == text[0], self[index..<index + length].elementsEqual(text) {
          places.append(index..<index + length)
          index += length
        } else {
          index += 1
        }
      }
      return places
    }
  }
}
