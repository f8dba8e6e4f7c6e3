internal import PantauRecords

/// Brings `statements.csv` and `ledger.sqlite` to what `articles.jsonl` says.
struct Derivation {
  let folder: OutputFolder
  let jobs: Int

  func run() throws {}
}
