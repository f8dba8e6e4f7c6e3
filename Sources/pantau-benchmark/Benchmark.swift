import CLibXML2
import FoundationEssentials
import PantauClean
import PantauExtract
import PantauFetch
import PantauGazetteer
import PantauPipeline
import PantauRecords
import PantauRules
import PantauText

/// Measures every part of the line against its floor.
struct Benchmark {
  private let options: Options
  private let watch: Stopwatch
  private let rules: RuleFolder
  private let setup: Setup
  private let cleaner: Cleaner
  private let extractor: Extractor
  private let pages: Pages

  /// Reads rules and pages.
  ///
  /// - Throws: what names the faulty file.
  init(_ options: Options) throws {
    self.options = options
    watch = Stopwatch(seconds: options.seconds)
    rules = try RuleFolder(readingFrom: options.rules)
    setup = try Setup(rules: rules)
    cleaner = try Cleaner(rules: rules)
    extractor = try Extractor(rules: rules, gazetteer: setup.gazetteer)
    var pages = try Pages(options.inputs)
    pages.addText(cleaner)
    self.pages = pages
  }

  /// All measurements.
  ///
  /// - Throws: where the folder for the measurement on threads cannot be written.
  func report() throws -> Report {
    var report = Report(input: options.inputs.joined(separator: " "))
    report.add("input.text", "text pages", Double(pages.text.count), "pages")
    report.add("input.text-bytes", "", Double(pages.textBytes) / 1e3, "kB")
    report.add("input.html", "HTML pages", Double(pages.html.count), "pages")
    report.add("input.html-bytes", "", Double(pages.htmlBytes) / 1e3, "kB")
    let parts: [(Options.Group, Bool, String, (inout Report) throws -> Void)] = [
      (.text, !pages.text.isEmpty, "plain text, from the page to JSON", measureText),
      (.html, !pages.html.isEmpty, "HTML against libxml2's parse", measureHTML),
      (.threads, true, "two threads against one", measureThreads),
      (.start, true, "the start", measureStart),
      (.rules, !pages.text.isEmpty, "twice the rules", measureRules),
      (.worst, !pages.text.isEmpty, "texts of 1 and of 10 MB that never end", measureWorst),
    ]
    for (group, hasPages, what, measure) in parts
    where hasPages && (options.only == nil || options.only == group) {
      Progress.begin(what)
      try measure(&report)
    }
    return report
  }

  // MARK: - Plain text

  private func measureText(_ report: inout Report) {
    let tokenizer = Tokenizer(vocabulary: extractor.rules.vocabulary)
    let texts = pages.articles(of: 3000)
    let articles = texts.compactMap { try? cleaner.article(from: $0) }
    let records = articles.map { extractor.record(of: $0) }
    func tokenise() -> Int { texts.reduce(0) { $0 + tokenizer.tokens(of: $1.bytes).count } }
    func clean() -> Int {
      texts.reduce(0) { $0 + ((try? cleaner.article(from: $1))?.body.utf8.count ?? 0) }
    }
    func annotate() -> Int {
      articles.reduce(0) { $0 + extractor.rules.annotate(Array($1.text.utf8)).matches.matches.count }
    }
    // Many together, as the line takes them.
    func inBatches<Element>(_ all: [Element], _ body: ([Element]) -> Int) -> Int {
      stride(from: 0, to: all.count, by: 32).reduce(0) { $0 + body(Array(all[$1..<min($1 + 32, all.count)])) }
    }
    func extract() -> Int {
      inBatches(articles) { extractor.records(of: $0).reduce(0) { $0 + count($1) } }
    }
    func write() -> Int { records.reduce(0) { $0 + RecordJSON.line(for: $1).count } }
    func all() -> Int {
      inBatches(texts) { pages in
        extractor.records(of: pages.compactMap { try? cleaner.article(from: $0) })
          .reduce(0) { $0 + RecordJSON.line(for: $1).count }
      }
    }
    let bytes = Double(texts.reduce(0) { $0 + $1.bytes.count })
    let whole = watch.compare(tokenise, all)
    report.add("text.bytes", "text, bytes an article", bytes / Double(texts.count), "B")
    report.add("tokenise.speed", "tokenising alone", bytes / whole.first / 1e6, "MB/s")
    report.add(
      "text.articles", "text to JSON, one core", Double(texts.count) / whole.second, "articles/s")
    report.add("text.speed", "", bytes / whole.second / 1e6, "MB/s")
    report.add("text.tokenise-share", "  tokenising is of it", 100 / whole.ratio, "%")
    func add(_ name: String, _ what: String, _ body: () -> Int) {
      let seconds = watch.compare(tokenise, body).second / Double(texts.count)
      report.add(name, what, 1e6 * seconds, "µs/article")
    }
    add("text.clean", "  clean takes", clean)
    add("text.annotate", "  tokens, sentences, lexicons take", annotate)
    add("text.extract", "  extract as a whole takes", extract)
    add("text.write", "  writing JSON takes", write)
  }

  private func line(_ page: Page) -> Int {
    guard let article = try? cleaner.article(from: page) else { return 0 }
    return RecordJSON.line(for: extractor.record(of: article)).count
  }

  private func record(_ page: Page) -> Int {
    guard let article = try? cleaner.article(from: page) else { return 0 }
    return count(extractor.record(of: article))
  }

  private func count(_ record: ArticleRecord) -> Int {
    record.targets.count + record.actuals.count + record.totals.count + record.regions.count
  }

  // MARK: - Worst cases

  /// Texts of ten times the length against ten times the time.
  private func measureWorst(_ report: inout Report) {
    let words = pages.text.flatMap { page in
      String(decoding: page.bytes, as: UTF8.self).split(whereSeparator: { !$0.isLetter }).map(String.init)
    }
    let regions = setup.gazetteer.regions.prefix(setup.gazetteer.ownCount).map(\.name)
    let (small, factor) = (1_000_000, 10)
    for kind in WorstCase.allCases {
      func page(_ bytes: Int) -> Page {
        let text = kind.text(bytes: bytes, words: words, regions: regions)
        return Page(source: Source(path: kind.rawValue, sha256: ""), kind: .text, bytes: text)
      }
      let (short, long) = (page(small), page(factor * small))
      Stopwatch.keep(line(short))
      // As much text on either side of a pair, and the two by turns: a machine's pace changes meanwhile.
      let pairs = (0..<3).map { _ in (watch.time({ line(short) }, factor), watch.time { line(long) }) }
      let seconds = watch.median(pairs.map { $0.1 })
      report.add(
        "worst.\(kind.rawValue)", "worst case \(kind.rawValue), 10 MB against 1 MB, of linear",
        watch.median(pairs.map { $0.1 / $0.0 }) / Double(factor), "×")
      report.add("worst.\(kind.rawValue)-speed", "", Double(factor * small) / seconds / 1e6, "MB/s")
    }
  }

  // MARK: - HTML

  private func measureHTML(_ report: inout Report) {
    xmlInitParser()
    var cleanRatios: [Double] = []
    var recordRatios: [Double] = []
    var sums = (parse: 0.0, clean: 0.0, record: 0.0)
    let share = Stopwatch(seconds: options.seconds * 2 / Double(pages.html.count))
    for page in pages.html {
      let clean = share.compare({ parse(page.bytes) }, { (try? cleaner.article(from: page)) == nil ? 0 : 1 })
      let whole = share.compare({ parse(page.bytes) }, { record(page) })
      cleanRatios.append(clean.ratio)
      recordRatios.append(whole.ratio)
      sums.parse += clean.first
      sums.clean += clean.second
      sums.record += whole.second
    }
    report.add(
      "html.parse", "HTML, libxml2's parse alone", Double(pages.htmlBytes) / sums.parse / 1e6, "MB/s")
    report.add("html.clean", "HTML, bytes to article, median", watch.median(cleanRatios), "× parse")
    report.add("html.clean-total", "  all pages together", sums.clean / sums.parse, "× parse")
    report.add("html.record", "HTML, bytes to record, median", watch.median(recordRatios), "× parse")
    report.add("html.record-worst", "  slowest page", recordRatios.max() ?? 0, "× parse")
    report.add("html.record-total", "  all pages together", sums.record / sums.parse, "× parse")
    report.add(
      "html.pages", "HTML, bytes to record, one core", Double(pages.html.count) / sums.record, "pages/s")
  }

  /// The floor: libxml2 builds its tree and frees it.
  private func parse(_ bytes: [UInt8]) -> Int {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let document else { return 0 }
    xmlFreeDoc(document)
    return 1
  }

  // MARK: - Threads, start, rules

  /// The line over a folder, files read and JSON written, on one thread and on two; rules are loaded before.
  private func measureThreads(_ report: inout Report) throws {
    let wall = Stopwatch(seconds: options.seconds, clock: .wall)
    let long = pages.articles(of: 3000)
    let one = try LineRun(setup, goal: .record, jobs: 1)
    var two = one
    two.jobs = 2
    for (name, what, some) in [
      ("threads.speedup", "two threads against one, files to JSON", pages.text + pages.html),
      ("threads.text", "  the same, text of 3 kB alone", long),
    ] where !some.isEmpty {
      let folder = try ScratchFolder()
      try folder.write(some, copies: max(1, 1200 / some.count))
      var errors: [any Error] = []
      func run(_ line: LineRun) -> Int {
        var bytes = 0
        do {
          try line.run(inputs: [folder.path]) { bytes += $0.line.count }
        } catch {
          errors.append(error)
        }
        return bytes
      }
      let pair = wall.compare({ run(two) }, { run(one) })
      if let error = errors.first { throw error }
      report.add(name, what, pair.ratio, "×")
    }
  }

  private func measureStart(_ report: inout Report) throws {
    try StartBenchmark(
      options: options, rules: rules, setup: setup, page: pages.text.first ?? pages.html.first
    )
    .measure(&report)
  }

  private func measureRules(_ report: inout Report) throws {
    let articles = pages.text.compactMap { try? cleaner.article(from: $0) }
    for (half, name, what) in [
      (DoubledRules.Half.untriggered, "rules.doubled", "extract with as many rules again, never triggered"),
      (.lastWord, "rules.doubled-late", "extract with each rule again, failing at its last word"),
    ] {
      let doubled = try Extractor(rules: DoubledRules.folder(rules, half), gazetteer: setup.gazetteer)
      for article in articles where extractor.record(of: article) != doubled.record(of: article) {
        throw DoubledRules.Fired(half: half, path: article.source.path)
      }
      let pair = watch.compare(
        { articles.reduce(0) { $0 + count(extractor.record(of: $1)) } },
        { articles.reduce(0) { $0 + count(doubled.record(of: $1)) } })
      report.add(name, what, pair.ratio, "×")
    }
  }
}
