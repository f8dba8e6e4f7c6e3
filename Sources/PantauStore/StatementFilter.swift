public import PantauRecords

/// Which statements to read; nil means all.
public struct StatementFilter: Sendable, Equatable {
  /// A label ("Kota Batam"), a bare name ("Batam") or an official code ("21.71"), case-insensitive; regions below
  /// it by code, and those that name it as their parent, are included.
  public var region: String?
  /// One stage, as statements name it (`formed`).
  public var stage: String?
  /// One programme, by its identifier.
  public var programme: String?
  /// What the ledger held at this moment (transaction time); nil for now.
  public var knownAt: LedgerTime?

  /// A filter by what is not nil.
  public init(
    region: String? = nil, stage: String? = nil, programme: String? = nil, knownAt: LedgerTime? = nil
  ) {
    self.knownAt = knownAt
    self.region = region
    self.stage = stage
    self.programme = programme
  }
}
