internal import PantauFetch
public import PantauRecords
public import PantauStore

/// Merges files of records into a ledger.
public struct MergeRun: Sendable {
  /// What was merged.
  public struct Summary: Sendable, Equatable {
    /// What the ledger took up.
    public var report = MergeReport()
    /// Lines that hold no record, and files that cannot be read.
    public var failed = 0
  }

  /// Threads that read records; one writes.
  public var jobs: Int

  /// Decides which articles are one report and which names one person.
  public var rules: any MergeRules

  /// A run that reads on `jobs` threads.
  public init(jobs: Int, setup: Setup) {
    self.jobs = jobs
    rules = setup.merger
  }

  /// Adds the records in the files at `paths` to `ledger`; a record that it holds adds nothing.
  ///
  /// Error lines, which stand for documents that failed before, are passed over.
  /// - Parameters:
  ///   - paths: files of JSON lines that `pantau extract` or `pantau run` wrote; `-` is standard input.
  ///   - ledger: takes the records, some thousand in one transaction.
  ///   - onFailure: told of each line or file that holds no record.
  ///   - onProgress: told the number of lines done, after each.
  /// - Returns: what the ledger took up.
  /// - Throws: `StoreError` where the ledger cannot be written.
  public func run(
    _ paths: [String], into ledger: LedgerStore, onFailure: (Failure) -> Void = { _ in },
    onProgress: (Int) -> Void = { _ in }
  ) throws -> Summary {
    var summary = Summary()
    var done = 0
    var batch = MergeBatch(ledger, rules)
    let rules = rules
    for path in paths {
      let lines: RecordLines
      do throws(Failure) {
        lines = RecordLines(reader: try LineReader(path: path))
      } catch {
        summary.failed += 1
        onFailure(error)
        continue
      }
      try inOrder(lines, jobs: jobs, work: { $0.map { MergeRun.item($0, path, rules) } }) { portion in
        for item in portion {
          done += 1
          switch item {
          case .success(let item?): try batch.add(item)
          case .success(nil): break
          case .failure(let failure):
            summary.failed += 1
            onFailure(failure)
          }
          onProgress(done)
        }
      }
    }
    summary.report = try batch.finish()
    return summary
  }

  private static func item(
    _ line: Result<LineReader.Line, Failure>, _ path: String, _ rules: any MergeRules
  ) -> Result<MergeItem?, Failure> {
    do throws(Failure) {
      return .success(try RecordReading(line, path: path)?.item(reader: "records", rules))
    } catch {
      return .failure(error)
    }
  }
}

/// Records on their way into a ledger, some thousand in one transaction.
struct MergeBatch {
  /// Records, and bytes of their texts, from which a batch is full: a kill takes back at most so many.
  private static let records = 4096
  private static let bytes = 32 << 20

  private let ledger: LedgerStore
  private let rules: any MergeRules
  private var items: [MergeItem] = []
  private var size = 0
  private var report = MergeReport()

  init(_ ledger: LedgerStore, _ rules: any MergeRules) {
    self.ledger = ledger
    self.rules = rules
  }

  mutating func add(_ item: MergeItem) throws {
    items.append(item)
    size += item.record.article.body.utf8.count
    if items.count == MergeBatch.records || size >= MergeBatch.bytes { try flush() }
  }

  /// Writes the rest, and decides what is open.
  mutating func finish() throws -> MergeReport {
    try flush()
    try ledger.settle(rules)
    return report
  }

  private mutating func flush() throws {
    report = report + (try ledger.merge(items, rules: rules))
    items.removeAll(keepingCapacity: true)
    size = 0
  }
}

extension RecordReading {
  /// The record with what the ledger wants to know beside it; worked out here, on the thread that read it.
  func item(reader: String, _ rules: any MergeRules) -> MergeItem {
    MergeItem(
      record: record, extractor: "\(reader).\(digest)", signature: rules.signature(of: record.article))
  }
}
