/// The JSON Schema (draft 2020-12) of a kind of rule file, made from the tables that the loader reads by.
///
/// Editors that know the YAML language server complete and check a file whose first line names the schema. The program
/// writes it by `pantau rules schema`; the copies in `rules/schema/` must equal it, which a test sees to.
public struct RuleSchema: Sendable {
  /// The kinds of rule files that have a schema.
  public enum Kind: String, Sendable, CaseIterable {
    /// A file of `rules/extract/`.
    case extract
    /// A file of `rules/programmes/`.
    case programme
  }

  /// The schema, indented by two spaces, ended by a line feed.
  public let text: String

  /// - Parameters:
  ///   - kind: which files it describes.
  ///   - phases: the phases that the program runs.
  public init(_ kind: Kind, phases: [String]) {
    let keys: [RuleKey]
    let title: String
    switch kind {
    case .extract: (keys, title) = (RuleKeys.file(phases: phases), "pantau: a file of rules/extract/")
    case .programme: (keys, title) = (RuleKeys.programme, "pantau: a file of rules/programmes/")
    }
    let head: [(String, SchemaValue)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$comment", .text("Made by 'pantau rules schema \(kind.rawValue)'; do not edit.")),
      ("title", .text(title)),
    ]
    text = SchemaValue.object(head + SchemaValue.members(of: keys)).indented(0) + "\n"
  }

  /// Where the copy of a kind's schema lies in the rules folder.
  public static func path(of kind: Kind) -> String { "schema/\(kind.rawValue).json" }
}

/// As much of JSON as a schema needs, with its keys in order.
private indirect enum SchemaValue {
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([SchemaValue])
  case object([(String, SchemaValue)])

  static func members(of keys: [RuleKey]) -> [(String, SchemaValue)] {
    var members: [(String, SchemaValue)] = [
      ("type", .text("object")),
      ("properties", .object(keys.map { ($0.name, property($0)) })),
      ("additionalProperties", .truth(false)),
    ]
    let required = keys.filter(\.isRequired).map { SchemaValue.text($0.name) }
    if !required.isEmpty { members.append(("required", .list(required))) }
    return members
  }

  private static func property(_ key: RuleKey) -> SchemaValue {
    .object([("description", .text(key.about))] + schema(of: key.shape))
  }

  private static func schema(of shape: RuleShape) -> [(String, SchemaValue)] {
    switch shape {
    // What YAML takes for a number or a truth value, the loader takes for the words that stand there.
    case .text: return [("type", .list([.text("string"), .text("number"), .text("boolean")]))]
    case .pattern: return [("type", .text("string")), ("minLength", .number(1))]
    case .wholeNumber: return [("type", .text("integer"))]
    case .day: return [("type", .text("string")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .oneOf(let names): return [("enum", .list(names.map { .text($0) }))]
    case .list(let element, let least):
      let items: [(String, SchemaValue)] = [
        ("type", .text("array")), ("items", .object(schema(of: element))),
      ]
      return least > 0 ? items + [("minItems", .number(least))] : items
    case .table(let value):
      return [("type", .text("object")), ("additionalProperties", .object(schema(of: value)))]
    case .members(let keys): return members(of: keys)
    case .shorthand(let keys):
      let short = keys.first.map { schema(of: $0.shape) } ?? []
      return [("anyOf", .list([.object(short), .object(members(of: keys))]))]
    }
  }

  func indented(_ depth: Int) -> String {
    let inner = String(repeating: "  ", count: depth + 1)
    let outer = String(repeating: "  ", count: depth)
    switch self {
    case .text(let text): return SchemaValue.quoted(text)
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "true" : "false"
    case .list(let elements):
      let isFlat = elements.allSatisfy { if case .text = $0 { true } else { false } }
      if isFlat { return "[" + elements.map { $0.indented(0) }.joined(separator: ", ") + "]" }
      let lines = elements.map { inner + $0.indented(depth + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let members):
      let lines = members.map { inner + SchemaValue.quoted($0.0) + ": " + $0.1.indented(depth + 1) }
      return lines.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + "\n" + outer + "}"
    }
  }

  /// The tables' texts hold no control character.
  private static func quoted(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped + "\""
  }
}
