internal import PantauStore

extension LedgerStore {
  /// The ledger at `path`; a command that only reads makes none.
  static func existing(at path: String) throws -> LedgerStore {
    guard FileSystem.exists(path) else { throw NoLedger(path: path) }
    return try LedgerStore(path: path)
  }
}

/// There is no ledger to read.
struct NoLedger: Error, CustomStringConvertible {
  var path: String
  var description: String { "\(path): there is no ledger; make one with 'pantau run' or 'pantau merge'" }
}
