internal import PantauFetch
public import PantauRecords

/// A folder that holds what the whole line makes of its inputs: `articles.jsonl`, `statements.csv`, `ledger.sqlite`.
///
/// A run does what is not done yet: records of pages that have not changed are kept as long as rules, gazetteer and
/// program are the same. A run that was killed at any moment is finished by running it again, with the same bytes.
public struct RunFolder: Sendable {
  /// What a run did.
  public struct Summary: Sendable, Equatable {
    /// Documents in the input.
    public var documents = 0
    /// Documents whose record an earlier run had made.
    public var reused = 0
    /// Documents that failed, now or in an earlier run.
    public var failed = 0
    /// Whether any file was written.
    public var isChanged = false
    /// Documents that were worked on and did not fail.
    public var made: Int { documents - reused - failed }
  }

  /// The folder, as the user named it; made where it is missing.
  public let path: String

  /// Path of the article records, JSON lines in the order of the input.
  public var articles: String { path + "/articles.jsonl" }
  /// Path of the statements.
  public var statements: String { path + "/statements.csv" }
  /// Path of the folder that fetched pages go to.
  public var pages: String { path + "/pages" }
  /// Path of the ledger.
  public var ledger: String { path + "/ledger.sqlite" }

  /// - Parameter path: a slash at its end does not matter.
  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Takes every document of `inputs` through the line and brings the folder's files up to date.
  ///
  /// - Parameters:
  ///   - inputs: folders, files, patterns, `-`.
  ///   - setup: rules and gazetteer.
  ///   - jobs: threads; the files do not depend on it.
  ///   - onFailure: told of each document that fails, in the order of the input.
  ///   - onProgress: told the number of documents done, after each.
  /// - Returns: how many documents were done, and how.
  /// - Throws: `RuleErrors`; ``RunError`` where the folder cannot be used; ``OutputError`` where a file cannot be
  ///   written; the store's error where the ledger is unusable.
  public func run(
    inputs: [String], setup: Setup, jobs: Int, onFailure: (Failure) -> Void = { _ in },
    onProgress: (Int) -> Void = { _ in }
  ) throws -> Summary {
    let line = try Line(setup)
    let folder = try OutputFolder(self)
    let fingerprint = setup.fingerprint()
    let state = FolderState(folder, fingerprint: fingerprint)
    var log = ArticleLog(present: state.present, partialPath: state.partialPath)
    var summary = Summary()
    let earlier = state.earlier
    let size = Line.together(inputs)
    try inOrder(
      Batches(LocalSource(inputs).makeIterator(), upTo: size), jobs: jobs, ahead: Line.ahead(size),
      work: { line.products(of: $0, earlier: earlier) }
    ) { products in
      for product in products {
        try log.append(product.line)
        summary.documents += 1
        if let failure = product.failure {
          summary.failed += 1
          onFailure(failure)
        } else if product.isReused {
          summary.reused += 1
        }
        onProgress(summary.documents)
      }
    }
    let (isChanged, digest) = try log.finish()
    summary.isChanged = isChanged || !state.isComplete
    guard summary.isChanged else {
      state.removePartials(from: folder)
      return summary
    }
    let stamp = RunStamp(fingerprint: fingerprint, articles: digest, lines: log.lines, complete: false)
    try publish(
      folder, articles: isChanged ? state.partialPath : nil, stamp: stamp,
      derivation: Derivation(folder: folder, extractor: setup.extractor, rules: setup.merger, jobs: jobs))
    state.removePartials(from: folder)
    return summary
  }

  /// Puts the new files in the place of the old ones. The stamp goes first: as long as `articles.jsonl` has not the
  /// digest that it names, the file's lines are not reused, but those of the partial file are.
  private func publish(
    _ folder: OutputFolder, articles: String?, stamp: RunStamp, derivation: Derivation
  ) throws {
    try folder.write(stamp.bytes, to: folder.stamp)
    if let articles { try folder.replace(folder.articles, with: articles) }
    try derivation.run()
    var finished = stamp
    finished.complete = true
    try folder.write(finished.bytes, to: folder.stamp)
  }
}

extension Line {
  /// What becomes of one line of `articles.jsonl`.
  fileprivate struct Product: Sendable {
    var line: [UInt8]
    var failure: Failure?
    var isReused = false
  }

  fileprivate func products(of entries: [Entry], earlier: EarlierRecords) -> [Product] {
    results(of: entries) { document in
      guard document.isUncleaned, let line = earlier.line(for: document.source) else { return nil }
      return Product(line: line, failure: RecordFile.failure(in: line), isReused: true)
    } made: { outcome in
      Product(line: RecordJSON.line(for: outcome), failure: outcome.failure)
    }
  }
}
