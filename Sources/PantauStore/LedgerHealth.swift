/// What an examination of a ledger found.
public struct LedgerHealth: Sendable, Equatable {
  /// One thing that was looked at.
  public struct Finding: Sendable, Equatable {
    /// What was looked at, in a few words.
    public var check: String
    /// What is wrong, one sentence each; empty where it is sound.
    public var faults: [String]
    /// What was found where it is sound, or nil.
    public var detail: String?
    /// What to do about the faults; nil where there are none.
    public var remedy: String?
    /// Whether the faults only slow the program or narrow what it finds; nothing shown is wrong.
    public var isMinor: Bool

    /// Whether nothing is wrong.
    public var isSound: Bool { faults.isEmpty }
  }

  /// How many rows of a kind the ledger holds.
  public struct Count: Sendable, Equatable {
    /// What is counted, in the plural.
    public var noun: String
    /// How many there are.
    public var number: Int
  }

  /// The examined file, as the caller named it.
  public var path: String
  /// Bytes of the file, from SQLite's count of pages.
  public var size: Int
  /// The steps of the schema that the file has gone through, oldest first.
  public var schema: [String]
  /// Everything that was looked at, in order.
  public var findings: [Finding]
  /// What the ledger holds.
  public var counts: [Count]
  /// First and last day of publication.
  public var published: (first: String, last: String)?

  /// Whether nothing is wrong.
  public var isSound: Bool { findings.allSatisfy(\.isSound) }
  /// Whether nothing that is shown can be wrong.
  public var isUsable: Bool { findings.allSatisfy { $0.isSound || $0.isMinor } }

  /// Whether both found the same.
  public static func == (left: LedgerHealth, right: LedgerHealth) -> Bool {
    left.path == right.path && left.size == right.size && left.schema == right.schema
      && left.findings == right.findings && left.counts == right.counts
      && left.published?.first == right.published?.first && left.published?.last == right.published?.last
  }
}
