internal import PantauRecords

extension RuleComparison.Outcome {
  /// The document's path, then each difference with its sentence; empty without differences.
  public var text: String {
    guard !differences.isEmpty else { return "" }
    return path + "\n" + differences.map(\.text).joined() + "\n"
  }

  /// A line of JSON a difference, each ended by a line feed.
  public var json: [UInt8] {
    var json = JSONWriter()
    for difference in differences {
      json.object { json in
        json.key("path")
        json.string(path)
        json.key("change")
        json.string(difference.kind.rawValue)
        json.key("group")
        json.string(difference.group)
        json.key("fields")
        json.array { json in
          for field in difference.fields {
            json.object { json in
              json.key("name")
              json.string(field.name)
              json.key("old")
              json.string(orNull: field.old)
              json.key("new")
              json.string(orNull: field.new)
            }
          }
        }
        json.key("sentence")
        json.string(difference.sentence)
      }
      json.newline()
    }
    return json.take()
  }
}

extension RuleComparison.Difference {
  fileprivate var text: String {
    let shown = fields.filter { $0.name != "quote" || kind == .changed }
    var text =
      "  \(sign) \(group)  " + shown.map { RuleComparison.Difference.text(of: $0) }.joined(separator: "  ")
    if !sentence.isEmpty { text += "\n      \"\(sentence)\"" }
    return text + "\n"
  }

  private var sign: String {
    switch kind {
    case .gained: "+"
    case .lost: "-"
    case .changed: "~"
    }
  }

  private static func text(of field: Field) -> String {
    let old = field.old.map(quoted)
    let new = field.new.map(quoted)
    switch (old, new) {
    case (let old?, let new?): return field.name + "=" + (old == new ? new : "\(old)→\(new)")
    case (let old?, nil): return "\(field.name)=\(old)"
    case (nil, let new?): return "\(field.name)=\(new)"
    case (nil, nil): return field.name
    }
  }

  /// Values with spaces stand in quotes.
  private static func quoted(_ value: String) -> String {
    value.utf8.contains(UInt8(ascii: " ")) ? "'\(value)'" : value
  }
}

/// How many facts differ, over many documents.
public struct RuleDifferenceCounts: Sendable, Equatable {
  /// Documents that were read.
  public private(set) var documents = 0
  /// Documents in which something differs.
  public private(set) var differing = 0
  /// Facts that only the new rules find.
  public private(set) var gained = 0
  /// Facts that only the old rules find.
  public private(set) var lost = 0
  /// Facts that both find, with other fields.
  public private(set) var changed = 0

  /// Nothing yet.
  public init() {}

  /// Adds what differs in one document.
  public mutating func add(_ outcome: RuleComparison.Outcome) {
    guard outcome.failure == nil else { return }
    documents += 1
    if !outcome.differences.isEmpty { differing += 1 }
    for difference in outcome.differences {
      switch difference.kind {
      case .gained: gained += 1
      case .lost: lost += 1
      case .changed: changed += 1
      }
    }
  }
}
