internal import PantauRecords

/// What earlier runs left in an output folder, as far as it may be kept.
struct FolderState {
  private(set) var earlier = EarlierRecords()
  /// `articles.jsonl` and its size, where its lines may be kept.
  private(set) var present: (path: String, count: Int)?
  /// Whether every file is there and belongs to `present`.
  private(set) var isComplete = false
  /// Where this run writes before it renames.
  let partialPath: String

  private static let prefix = "articles.jsonl."

  /// Reads `articles.jsonl` and the partial files of killed runs; linear in their size. Partial files that hold nothing
  /// of use are removed.
  init(_ folder: OutputFolder, fingerprint: String) {
    let mark = FolderState.prefix + fingerprint.prefix(12) + "-"
    let partials = folder.partials(of: FolderState.prefix)
    let number = partials.count { $0.hasPrefix("\(folder.path)/\(mark)") }
    partialPath = FolderState.unusedPath("\(folder.path)/\(mark)", from: number, in: folder)
    if let stamp = RunStamp(readingFrom: folder.stamp), stamp.fingerprint == fingerprint {
      let found = earlier.add(folder.articles)
      if found.isWhole, found.digest == stamp.articles {
        present = (folder.articles, found.count)
        isComplete = stamp.complete && folder.exists(folder.statements) && folder.exists(folder.ledger)
      } else {
        earlier.removeAll()
      }
    }
    // The longest first: a killed run's file begins with what a run killed before it had done.
    for partial in partials.sorted(by: { folder.size($0) > folder.size($1) }) {
      let isOurs = partial.hasPrefix("\(folder.path)/\(mark)")
      if !isOurs || earlier.add(partial).additions == 0 { folder.remove(partial) }
    }
  }

  /// Removes what killed runs left, when it is no longer needed.
  func removePartials(from folder: OutputFolder) {
    for partial in folder.partials(of: FolderState.prefix) { folder.remove(partial) }
  }

  private static func unusedPath(_ start: String, from number: Int, in folder: OutputFolder) -> String {
    var number = number
    while folder.exists("\(start)\(number).partial") { number += 1 }
    return "\(start)\(number).partial"
  }
}
