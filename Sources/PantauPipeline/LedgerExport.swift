internal import PantauExport
public import PantauRecords
public import PantauStore

/// Writes everything that a ledger holds and what follows from it, as JSON lines.
public struct LedgerExport: Sendable {
  private let setup: Setup

  /// An export by the setup's regions.
  public init(_ setup: Setup) { self.setup = setup }

  /// Hands reports, persons, decisions and lines to `sink`, one JSON line at a time.
  ///
  /// The bytes depend on what was merged and judged alone: not on its order, its portions, the clock or the day.
  /// Linear in the ledger, of which it holds all statements at a time.
  /// - Parameters:
  ///   - ledger: where to read.
  ///   - asOf: the last day of publication to look at; nil for all.
  ///   - sink: takes the bytes of a line with its line feed.
  /// - Throws: `StoreError`, and what `sink` throws.
  public func write(
    _ ledger: LedgerStore, asOf: CalendarDate? = nil, sink: ([UInt8]) throws -> Void
  ) throws {
    for report in try ledger.reports(setup: setup) { try sink(LedgerJSON.line(for: report)) }
    for person in try ledger.persons(setup: setup) { try sink(LedgerJSON.line(for: person)) }
    for decision in try ledger.decisions() { try sink(LedgerJSON.line(for: decision)) }
    guard let end = asOf ?? CalendarDate(year: 9999, month: 12, day: 31) else { return }
    for history in try ledger.histories(asOf: end, setup: setup) {
      try sink(LedgerJSON.line(for: history))
    }
  }
}
