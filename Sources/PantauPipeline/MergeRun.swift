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

  /// A run that reads on `jobs` threads.
  public init(jobs: Int) { self.jobs = jobs }

  /// Adds the records in the files at `paths` to `ledger`; a record that it holds adds nothing.
  ///
  /// Error lines, which stand for documents that failed before, are passed over.
  /// - Parameters:
  ///   - paths: files of JSON lines that `pantau extract` or `pantau run` wrote; `-` is standard input.
  ///   - ledger: takes the records, one transaction each.
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
    for path in paths {
      let lines: RecordLines
      do throws(Failure) {
        lines = RecordLines(reader: try LineReader(path: path))
      } catch {
        summary.failed += 1
        onFailure(error)
        continue
      }
      try inOrder(lines, jobs: jobs, work: { MergeRun.reading($0, path) }) { reading in
        done += 1
        switch reading {
        case .success(let reading?):
          let report = try ledger.merge([reading.record], extractor: "records.\(reading.digest)")
          summary.report = summary.report + report
        case .success(nil): break
        case .failure(let failure):
          summary.failed += 1
          onFailure(failure)
        }
        onProgress(done)
      }
    }
    return summary
  }

  private static func reading(
    _ line: Result<LineReader.Line, Failure>, _ path: String
  ) -> Result<RecordReading?, Failure> {
    do throws(Failure) {
      return .success(try RecordReading(line, path: path))
    } catch {
      return .failure(error)
    }
  }
}
