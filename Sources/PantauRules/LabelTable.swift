import PantauText

/// Identifier of a label: the kind of a match.
public typealias LabelID = UInt16

/// The names of lexicons and of what rules find, each with an identifier.
public struct LabelTable: Sendable {
  /// The names, by identifier.
  public private(set) var names: [String] = []
  private var identifiers: [String: LabelID] = [:]

  /// An empty table.
  public init() {}

  /// What ``write(to:)`` wrote.
  init(from reader: inout ByteReader) throws(ByteReader.Fault) {
    let names = try reader.strings()
    for name in names { _ = intern(name) }
  }

  func write(to writer: inout ByteWriter) { writer.add(names) }

  /// The identifier of `name`, which becomes known if it is new.
  public mutating func intern(_ name: String) -> LabelID {
    if let known = identifiers[name] { return known }
    let identifier = LabelID(names.count)
    names.append(name)
    identifiers[name] = identifier
    return identifier
  }

  /// The identifier of a known name.
  public subscript(name: String) -> LabelID? { identifiers[name] }
}
