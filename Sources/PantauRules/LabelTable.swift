/// Identifier of a label: the kind of a match.
public typealias LabelID = UInt16

/// The names of lexicons and of what rules find, each with an identifier.
public struct LabelTable: Sendable {
  /// The names, by identifier.
  public private(set) var names: [String] = []
  /// Identifiers plus one by the hash of their names, 0 for a free slot: extraction asks for labels by name all the
  /// time, and the library's dictionary takes ten times as long to hash a short string.
  private var slots: [UInt16] = Array(repeating: 0, count: 256)

  /// An empty table.
  public init() {}

  /// The identifier of `name`, which becomes known if it is new.
  public mutating func intern(_ name: String) -> LabelID {
    if let known = self[name] { return known }
    if (names.count + 1) * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for (identifier, name) in names.enumerated() { slots[slot(of: name)] = UInt16(identifier + 1) }
    }
    let identifier = LabelID(names.count)
    slots[slot(of: name)] = identifier + 1
    names.append(name)
    return identifier
  }

  /// The identifier of a known name.
  public subscript(name: String) -> LabelID? {
    let found = slots[slot(of: name)]
    return found == 0 ? nil : found - 1
  }

  /// The slot that holds `name`, or the free one where it belongs.
  private func slot(of name: String) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var slot = Int(hash ^ (hash >> 15)) & (slots.count - 1)
    while slots[slot] != 0, names[Int(slots[slot]) - 1] != name { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
