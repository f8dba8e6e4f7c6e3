import PantauClean
import PantauExtract
import PantauFetch
import PantauGazetteer
import PantauPipeline
import PantauRecords
import PantauRules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How long a start takes: from rules as an earlier start left them compiled, and from their text.
///
/// By the clock on the wall: what is compiled is compiled on several threads, and the first one waits for the others.
struct StartBenchmark {
  let options: Options
  let rules: RuleFolder
  let setup: Setup
  let page: Page?
  private let cache: ScratchFolder
  private let wall: Stopwatch

  init(options: Options, rules: RuleFolder, setup: Setup, page: Page?) throws {
    self.options = options
    self.rules = rules
    self.setup = setup
    self.page = page
    cache = try ScratchFolder()
    wall = Stopwatch(seconds: options.seconds, clock: .wall)
  }

  func measure(_ report: inout Report) throws {
    try add("start.first", "start to first result, in all", nil, &report)
    measureParts(setup, "", &report)
    measureProgram(&report)
    guard let file = options.gazetteer else { return }
    try add("start.first-imported", "start to first result, imported table", file, &report)
    measureParts(try Setup(rules: rules, gazetteerFile: file), "-imported", &report)
  }

  private func milliseconds<Result>(_ body: () throws -> Result) -> Double {
    1e3 * wall.medianKeeping { try? body() }
  }

  /// From the rules on disk to the first record, in this process.
  private func first(_ gazetteer: String?, _ cache: String?) throws -> Line? {
    let rules = try RuleFolder(readingFrom: options.rules)
    let line = try Line(Setup(rules: rules, gazetteerFile: gazetteer, cache: cache))
    guard let page else { return nil }
    Stopwatch.keep(RecordJSON.line(for: line.outcome(of: .page(page))).count)
    return line
  }

  private func add(_ name: String, _ what: String, _ gazetteer: String?, _ report: inout Report) throws {
    // Leaves the rules compiled.
    _ = try first(gazetteer, cache.path)
    report.add(name, what, milliseconds { try first(gazetteer, cache.path) }, "ms")
    report.add(
      "\(name)-compiling", "  with all rules compiled", milliseconds { try first(gazetteer, nil) }, "ms")
  }

  private func measureParts(_ setup: Setup, _ suffix: String, _ report: inout Report) {
    if suffix.isEmpty {
      let folder = options.rules
      report.add(
        "start.read", "start: rules read from disk", milliseconds { try RuleFolder(readingFrom: folder) },
        "ms")
      report.add(
        "start.clean", "start: clean rules compiled", milliseconds { try Cleaner(rules: rules) }, "ms")
    }
    let imported = suffix.isEmpty ? nil : options.gazetteer
    let what = suffix.isEmpty ? "" : ", imported table"
    report.add(
      "start.setup\(suffix)", "start: gazetteer\(what)",
      milliseconds { try Setup(rules: rules, gazetteerFile: imported) }, "ms")
    report.add(
      "start.extract\(suffix)", "start: extraction rules compiled\(what)",
      milliseconds { try Extractor(rules: rules.withoutExamples(), gazetteer: setup.gazetteer) }, "ms")
  }

  /// The program's whole run, as its users see it.
  private func measureProgram(_ report: inout Report) {
    guard let program = ChildProcess.program, let page else { return }
    let arguments = ["extract", "--quiet", "--rules", options.rules, page.source.path]
    func add(_ name: String, _ what: String, _ cache: String) {
      setenv("PANTAU_CACHE", cache, 1)
      _ = ChildProcess.run(program, arguments)
      report.add(name, what, milliseconds { ChildProcess.run(program, arguments) ? true : nil }, "ms")
    }
    add("start.process", "start: the whole program, for one page", cache.path)
    add("start.process-compiling", "  with all rules compiled", "")
  }
}
