import Foundation
import PantauRecords
import PantauTestSupport
import Testing

@testable import PantauPipeline

@Suite("The line over many documents")
struct LineRunTests {
  @Test("the bytes do not depend on the number of jobs", arguments: [LineRun.Goal.article, .record])
  func jobs(goal: LineRun.Goal) throws {
    let folder = try TemporaryFolder()
    let pages = try Pages.write(60, to: folder)
    let one = try bytes(goal, jobs: 1, pages)
    #expect(try bytes(goal, jobs: 2, pages) == one)
    #expect(try bytes(goal, jobs: 7, pages) == one)
    #expect(one.split(separator: UInt8(ascii: "\n")).count == 62)
  }

  @Test("what fails is an error line in its place, and the run goes on")
  func failures() throws {
    let folder = try TemporaryFolder()
    let pages = try Pages.write(8, to: folder)
    var names: [String] = []
    var failed: [String] = []
    try LineRun(try Pages.setup(), goal: .record, jobs: 2).run(inputs: [pages]) { product in
      let name = try path(of: product.line).dropFirst(pages.count + 1)
      names.append(String(name))
      if let failure = product.failure {
        failed.append(failure.code.rawValue)
        #expect(product.line == RecordJSON.line(for: failure))
      }
    }
    #expect(names == names.sorted())
    #expect(names.count == 10)
    #expect(failed == ["empty", "not-text"])
  }

  @Test("the output of clean is an input of extract, errors included")
  func stages() throws {
    let folder = try TemporaryFolder()
    let pages = try Pages.write(10, to: folder)
    let articles = try folder.write(try bytes(.article, jobs: 2, pages), to: "artikel.jsonl")
    #expect(try bytes(.record, jobs: 2, articles) == bytes(.record, jobs: 2, pages))
  }

  @Test("a sink that fails ends the run with its error")
  func sink() throws {
    struct Enough: Error {}
    let folder = try TemporaryFolder()
    let pages = try Pages.write(60, to: folder)
    var count = 0
    #expect(throws: Enough.self) {
      try LineRun(try Pages.setup(), goal: .article, jobs: 3).run(inputs: [pages]) { _ in
        count += 1
        if count == 5 { throw Enough() }
      }
    }
    #expect(count == 5)
  }

  private func bytes(_ goal: LineRun.Goal, jobs: Int, _ input: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try LineRun(try Pages.setup(), goal: goal, jobs: jobs).run(inputs: [input]) { bytes += $0.line }
    return bytes
  }

  private func path(of line: [UInt8]) throws -> String { try #require(SourceHead(line)).source.path }
}

@Suite("Results in order")
struct InOrderTests {
  @Test("results come in the order of the source, whoever is first", arguments: [1, 2, 3, 8])
  func order(jobs: Int) throws {
    var results: [Int] = []
    let source = (0..<500).makeIterator()
    try inOrder(
      source, jobs: jobs,
      work: { number in
        if number % 50 == 0 { usleep(2000) }
        return number * number
      }, sink: { results.append($0) })
    #expect(results == (0..<500).map { $0 * $0 })
  }

  @Test("an empty source gives nothing", arguments: [1, 2])
  func empty(jobs: Int) throws {
    try inOrder(
      (0..<0).makeIterator(), jobs: jobs, work: { $0 }, sink: { _ in Issue.record("a result of nothing") })
  }

  @Test("no more than eight elements a job are taken ahead of what is delivered")
  func bounded() throws {
    let taken = Counter()
    struct Counting: IteratorProtocol, Sendable {
      var number = 0
      let taken: Counter
      mutating func next() -> Int? {
        guard number < 300 else { return nil }
        number += 1
        taken.increment()
        return number
      }
    }
    var delivered = 0
    try inOrder(
      Counting(taken: taken), jobs: 2, work: { $0 },
      sink: { _ in
        #expect(taken.value - delivered <= 17)
        delivered += 1
      })
    #expect(delivered == 300)
  }
}

@Suite("Elements in batches")
struct BatchesTests {
  @Test(
    "batches double up to the largest and leave nothing out",
    arguments: [
      (0, 4, []), (1, 4, [1]), (6, 1, [1, 1, 1, 1, 1, 1]), (7, 4, [1, 2, 4]), (16, 4, [1, 2, 4, 4, 4, 1]),
    ])
  func sizes(count: Int, largest: Int, expected: [Int]) {
    var batches = Batches((0..<count).makeIterator(), upTo: largest)
    var all: [[Int]] = []
    while let batch = batches.next() { all.append(batch) }
    #expect(all.map(\.count) == expected)
    #expect(all.flatMap { $0 } == Array(0..<count))
  }
}

/// A number that several threads raise.
private final class Counter: @unchecked Sendable {
  private let lock = Lock()
  private var count = 0
  func increment() { lock.hold { count += 1 } }
  var value: Int { lock.hold { count } }
}

@Suite("The source of a line")
struct SourceHeadTests {
  @Test(
    "is read without the rest, whatever its strings hold",
    arguments: [
      "biasa.html", #"kutip"dan}kurung.html"#, #"miring\.html"#, "spasi dan é.html",
    ])
  func head(path: String) throws {
    let source = Source(path: path, url: "https://contoh.id/{1}", sha256: String(repeating: "a", count: 64))
    let record = RecordJSON.line(for: Article(source: source, title: "\"source\":{", body: "}"))
    let failure = RecordJSON.line(
      for: Failure(source: source, stage: "clean", code: .noArticle, message: "x"))
    #expect(SourceHead(record)?.source == source)
    #expect(SourceHead(record)?.isFailure == false)
    #expect(SourceHead(failure)?.source == source)
    #expect(SourceHead(failure)?.isFailure == true)
    #expect(SourceHead(Array(record.prefix(100))) == nil || record.count <= 100)
  }

  @Test(
    "is nil for lines of other programs", arguments: ["", "{}", #"{"source":3}"#, #"{"source":{"path":1}}"#])
  func foreign(line: String) { #expect(SourceHead(Array(line.utf8)) == nil) }
}
