import Foundation

/// As much of JSON Schema (draft 2020-12) as the project's schemas use: `type`, `enum`, `properties`, `required`,
/// `additionalProperties`, `items`, `minItems`, `minLength`, `pattern` and `anyOf`.
public struct SchemaValidator {
  private let schema: [String: Any]

  /// - Parameter schema: a schema as Foundation reads JSON.
  public init(_ schema: [String: Any]) { self.schema = schema }

  /// The keywords of the schema, at any depth, that this validator does not know.
  public var unknownKeywords: Set<String> {
    let known: Set<String> = [
      "$schema", "$comment", "title", "description", "type", "enum", "properties", "required",
      "additionalProperties", "items", "minItems", "minLength", "pattern", "anyOf",
    ]
    var unknown: Set<String> = []
    func visit(_ schema: [String: Any]) {
      unknown.formUnion(schema.keys.filter { !known.contains($0) })
      for child in (schema["properties"] as? [String: Any] ?? [:]).values {
        if let child = child as? [String: Any] { visit(child) }
      }
      for child in schema["anyOf"] as? [[String: Any]] ?? [] { visit(child) }
      for key in ["items", "additionalProperties"] {
        if let child = schema[key] as? [String: Any] { visit(child) }
      }
    }
    visit(schema)
    return unknown
  }

  /// Where and how `value` differs from the schema; empty where it does not.
  public func faults(of value: Any) -> [String] { faults(of: value, schema, at: "$") }

  private func faults(of value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var faults: [String] = []
    if let options = schema["anyOf"] as? [[String: Any]] {
      let each = options.map { self.faults(of: value, $0, at: path) }
      if !each.contains(where: \.isEmpty) { faults += each.flatMap(\.self) }
    }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { SchemaValidator.value(value, is: $0) }) {
      return faults + ["\(path): not of type \(types.joined(separator: " or "))"]
    }
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      faults.append("\(path): none of \(allowed)")
    }
    if let text = value as? String {
      if let least = schema["minLength"] as? Int, text.count < least { faults.append("\(path): too short") }
      if let pattern = schema["pattern"] as? String,
        text.range(of: pattern, options: .regularExpression) == nil
      {
        faults.append("\(path): not of the form \(pattern)")
      }
    }
    if let elements = value as? [Any] {
      if let least = schema["minItems"] as? Int, elements.count < least { faults.append("\(path): too few") }
      if let items = schema["items"] as? [String: Any] {
        for (index, element) in elements.enumerated() {
          faults += self.faults(of: element, items, at: "\(path)[\(index)]")
        }
      }
    }
    if let members = value as? [String: Any] { faults += self.faults(ofMembers: members, schema, at: path) }
    return faults
  }

  private func faults(ofMembers members: [String: Any], _ schema: [String: Any], at path: String) -> [String]
  {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    var faults = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
      .map { "\(path): '\($0)' is missing" }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      if let property = properties[name] as? [String: Any] {
        faults += self.faults(of: value, property, at: "\(path).\(name)")
      } else if let rest = schema["additionalProperties"] as? [String: Any] {
        faults += self.faults(of: value, rest, at: "\(path).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(path): unknown key '\(name)'")
      }
    }
    return faults
  }

  private static func value(_ value: Any, is type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool
    case "integer": value is Int && !(value is Bool)
    case "number": (value is Int || value is Double) && !(value is Bool)
    default: false
    }
  }
}
