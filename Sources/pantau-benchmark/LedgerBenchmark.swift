#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import FoundationEssentials
import PantauGazetteer
import PantauPipeline
import PantauRecords
import PantauRules
import PantauStore

/// Measures merging and tracking on synthetic records: a tenth of them, all, then 1,000 more into the same ledger.
struct LedgerBenchmark {
  private let articles: Int
  private let setup: Setup
  private let records: SyntheticRecords

  init(_ options: Options) throws {
    articles = options.articles
    setup = try Setup(rules: try RuleFolder(readingFrom: options.rules))
    records = SyntheticRecords(setup.gazetteer)
  }

  /// - Throws: where the temporary folder or a ledger cannot be written.
  func report() throws -> Report {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pantau-ledger-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var report = Report(input: "synthetic records, five statements an article")
    report.add("ledger.articles", "articles", Double(articles), "")
    let tenth = try merge(0..<(articles / 10), into: "tenth.sqlite", in: folder)
    let all = try merge(0..<articles, into: "all.sqlite", in: folder)
    report.add("ledger.merge-tenth", "merging a tenth", tenth.wall, "s")
    report.add("ledger.merge-tenth-cpu", "  processor time", tenth.processor, "s")
    report.add("ledger.merge-tenth-writer", "  of which the thread that writes", tenth.writer, "s")
    report.add("ledger.merge", "merging all", all.wall, "s")
    report.add("ledger.merge-cpu", "  processor time", all.processor, "s")
    report.add("ledger.merge-writer", "  of which the thread that writes", all.writer, "s")
    report.add("ledger.statements", "  statements", Double(all.statements), "")
    report.add("ledger.growth", "  ten times the input in", all.wall / tenth.wall, "times the time")
    report.add("ledger.growth-cpu", "  and", all.processor / tenth.processor, "times the processor time")
    report.add("ledger.growth-writer", "  and", all.writer / tenth.writer, "times the writer's")
    let increment = try merge(articles..<(articles + 1000), into: "all.sqlite", in: folder)
    report.add("ledger.increment", "1,000 articles more", increment.wall, "s")
    report.add("ledger.increment-cpu", "  processor time", increment.processor, "s")
    try track(folder.appending(path: "all.sqlite").path, &report)
    report.add("ledger.memory", "most memory at any time", Usage.peakMegabytes, "MB")
    return report
  }

  private struct Cost {
    var wall: Double
    var processor: Double
    /// Processor time of the thread that writes, which is the one that calls.
    var writer: Double
    var statements: Int
  }

  /// Merges what `pantau merge` would read: a file of records. Writing the file is not measured.
  private func merge(_ range: Range<Int>, into ledger: String, in folder: URL) throws -> Cost {
    Progress.begin("making \(range.count) records")
    let file = folder.appending(path: "records.jsonl").path
    let output = try OutputFile(creating: file)
    for number in range { try output.write(RecordJSON.line(for: records.record(number))) }
    try output.flush()
    Progress.begin("merging them into \(ledger)")
    let (start, before) = (ContinuousClock.now, Usage.processorSeconds)
    let writer = Stopwatch(seconds: 0).now
    let store = try LedgerStore(path: folder.appending(path: ledger).path)
    let summary = try MergeRun(jobs: 2, setup: setup).run([file], into: store)
    try store.close()
    return Cost(
      wall: Usage.seconds(since: start), processor: Usage.processorSeconds - before,
      writer: Stopwatch(seconds: 0).now - writer, statements: summary.report.statementsAdded)
  }

  /// The table of one regency, as `pantau track` makes it after its start, from a ledger opened anew.
  private func track(_ path: String, _ report: inout Report) throws {
    guard let region = setup.gazetteer.regions.first(where: { $0.level == .regency }),
      let day = CalendarDate(year: 2027, month: 6, day: 1)
    else { return }
    Progress.begin("the table of one regency")
    var times: [Double] = []
    var lines = 0
    for _ in 0..<5 {
      let start = ContinuousClock.now
      let store = try LedgerStore(path: path)
      lines = try store.track(StatementFilter(region: region.label), asOf: day, setup: setup).count
      times.append(Usage.seconds(since: start))
      try store.close()
    }
    report.add("ledger.track", "track of one regency, \(lines) lines", times.sorted()[2] * 1e3, "ms")
    let store = try LedgerStore(path: path)
    let start = ContinuousClock.now
    let facts = try store.histories(StatementFilter(region: region.label), asOf: day, setup: setup)
    report.add(
      "ledger.facts", "facts of one regency, \(facts.reduce(0) { $0 + $1.targets.count + $1.actuals.count })",
      Usage.seconds(since: start) * 1e3, "ms")
  }
}

/// What the process has used.
private enum Usage {
  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  private static var usage: rusage {
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF, which Glibc gives a type of its own.
    return usage
  }

  /// User and system time of all threads.
  static var processorSeconds: Double {
    let usage = usage
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
  }

  /// Linux counts in kilobytes.
  static var peakMegabytes: Double { Double(usage.ru_maxrss) / 1024 }
}
