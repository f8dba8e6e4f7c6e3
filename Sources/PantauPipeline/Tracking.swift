internal import PantauMerge
public import PantauRecords
public import PantauStore

extension LedgerStore {
  /// The tracking table: for each programme, region and stage the newest target against the newest report.
  ///
  /// - Parameters:
  ///   - filter: which statements to look at.
  ///   - asOf: the day from which deadlines are judged; later articles are left out.
  ///   - setup: its gazetteer counts villages where an article says "all" without a number.
  /// - Returns: lines by region, programme and stage.
  /// - Throws: `StoreError`.
  public func track(
    _ filter: StatementFilter = StatementFilter(), asOf: CalendarDate, setup: Setup
  ) throws -> [TrackLine] {
    let tracker = Tracker { region, code, unit in setup.count(of: unit, in: region, code: code) }
    return tracker.lines(from: try statements(filter), asOf: asOf)
  }
}
