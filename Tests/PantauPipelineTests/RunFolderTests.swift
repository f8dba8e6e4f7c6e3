import Foundation
import PantauRecords
import PantauRules
import PantauTestSupport
import Testing

@testable import PantauPipeline

@Suite("An output folder")
struct RunFolderTests {
  let folder: TemporaryFolder
  let pages: String

  init() throws {
    folder = try TemporaryFolder()
    pages = try Pages.write(12, to: folder)
  }

  @Test("holds records, statements, ledger and stamp, and nothing else")
  func files() throws {
    let summary = try run()
    #expect(summary == expected(documents: 14, failed: 2, isChanged: true))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted().filter {
        !$0.contains("-")
      }
        == ["articles.jsonl", "ledger.sqlite", "run.json", "statements.csv"])
    #expect(try lines("out").count == 14)
  }

  @Test("is left alone by a second run")
  func again() throws {
    _ = try run()
    let before = try snapshot("out")
    #expect(try run() == expected(documents: 14, reused: 12, failed: 2, isChanged: false))
    #expect(try snapshot("out") == before)
  }

  @Test("has the same bytes for any number of jobs")
  func jobs() throws {
    _ = try run("out", jobs: 1)
    _ = try run("two", jobs: 2)
    #expect(try folder.bytes("out/articles.jsonl") == folder.bytes("two/articles.jsonl"))
    #expect(try folder.bytes("out/statements.csv") == folder.bytes("two/statements.csv"))
    #expect(try folder.bytes("out/run.json") == folder.bytes("two/run.json"))
  }

  @Test("redoes the page that changed and keeps the others")
  func changed() throws {
    _ = try run()
    try folder.write(Pages.text(99), to: "pages/0004.txt")
    #expect(try run() == expected(documents: 14, reused: 11, failed: 2, isChanged: true))
    _ = try run("fresh")
    #expect(try folder.bytes("out/articles.jsonl") == folder.bytes("fresh/articles.jsonl"))
    #expect(try folder.bytes("out/statements.csv") == folder.bytes("fresh/statements.csv"))
  }

  @Test(
    "drops the record of a page that is gone, from the front, the middle and the end",
    arguments: [
      "0000.txt", "0006.txt", "0011.txt",
    ])
  func removed(name: String) throws {
    _ = try run()
    try FileManager.default.removeItem(atPath: "\(pages)/\(name)")
    #expect(try run() == expected(documents: 13, reused: 11, failed: 2, isChanged: true))
    #expect(try lines("out").count == 13)
    #expect(try !lines("out").contains { $0.contains("pages/\(name)") })
  }

  @Test("is made anew where the rules changed")
  func rules() throws {
    _ = try run()
    var files = RuleFolder.builtIn.files
    let last = try #require(files.indices.last)
    files[last].text += "\n"
    let setup = try Setup(rules: RuleFolder(files: files, origin: "test"))
    #expect(try run(setup: setup) == expected(documents: 14, failed: 2, isChanged: true))
  }

  @Test(
    "is mended where a file is gone",
    arguments: ["statements.csv", "ledger.sqlite", "articles.jsonl", "run.json"])
  func mended(name: String) throws {
    _ = try run()
    let before = try folder.bytes("out/articles.jsonl")
    let statements = try folder.bytes("out/statements.csv")
    try FileManager.default.removeItem(atPath: folder.path("out/\(name)"))
    #expect(try run().isChanged)
    #expect(try folder.bytes("out/articles.jsonl") == before)
    #expect(try folder.bytes("out/statements.csv") == statements)
    #expect(FileManager.default.fileExists(atPath: folder.path("out/\(name)")))
  }

  @Test("is made anew where someone has changed its records")
  func tampered() throws {
    _ = try run()
    let before = try folder.bytes("out/articles.jsonl")
    try folder.write(
      before.map { $0 == UInt8(ascii: "K") ? UInt8(ascii: "k") : $0 }, to: "out/articles.jsonl")
    #expect(try run().reused == 0)
    #expect(try folder.bytes("out/articles.jsonl") == before)
  }

  @Test(
    "takes over the complete lines of a partial file, wherever it was cut off", arguments: [0, 1, 900, 5000])
  func partial(cut: Int) throws {
    _ = try run("whole")
    let whole = try folder.bytes("whole/articles.jsonl")
    let cut = min(cut, whole.count - 1)
    let stamp = try #require(RunStamp(readingFrom: folder.path("whole/run.json")))
    try folder.write(whole[..<cut], to: "out/articles.jsonl.\(stamp.fingerprint.prefix(12))-0.partial")
    let complete = whole[..<cut].split(separator: 10, omittingEmptySubsequences: false).dropLast()
    let good = complete.count { !$0.starts(with: Array(#"{"schema":"pantau/error"#.utf8)) }
    #expect(try run().reused == good)
    #expect(try folder.bytes("out/articles.jsonl") == whole)
    #expect(try folder.names().contains("out"))
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: folder.path("out")).contains {
        $0.hasSuffix("partial")
      })
  }

  @Test("does not take over what other rules made")
  func foreign() throws {
    _ = try run("whole")
    let whole = try folder.bytes("whole/articles.jsonl")
    try folder.write(whole, to: "out/articles.jsonl.0123456789ab-0.partial")
    #expect(try run().reused == 0)
  }

  @Test("is held by one run at a time")
  func busy() throws {
    let held = try OutputFolder(RunFolder(folder.path("out")))
    let error = try #require(throws: RunError.self) { try run() }
    #expect(error.code == .busy)
    #expect(error.description.contains(held.path))
  }

  @Test("that is a file is refused")
  func notAFolder() throws {
    try folder.write("x", to: "out")
    let error = try #require(throws: RunError.self) { try run() }
    #expect(error.code == .unusableFolder)
  }

  @Test("keeps pages of standard input's form apart by their own paths")
  func pagesAsLines() throws {
    let lines = (1...3).map { #"{"path":"\#($0).html","html":"<p>Isi \#($0)</p>"}"# + "\n" }
    let file = try folder.write(lines.joined(), to: "halaman.jsonl")
    let first = try RunFolder(folder.path("out")).run(inputs: [file], setup: try Pages.setup(), jobs: 2)
    let second = try RunFolder(folder.path("out")).run(inputs: [file], setup: try Pages.setup(), jobs: 2)
    #expect(first.documents == 3)
    #expect(!second.isChanged)
  }

  private func run(_ name: String = "out", jobs: Int = 2, setup: Setup? = nil) throws -> RunFolder.Summary {
    try RunFolder(folder.path(name)).run(inputs: [pages], setup: try setup ?? Pages.setup(), jobs: jobs)
  }

  private func expected(documents: Int, reused: Int = 0, failed: Int, isChanged: Bool) -> RunFolder.Summary {
    var summary = RunFolder.Summary()
    (summary.documents, summary.reused, summary.failed) = (documents, reused, failed)
    summary.isChanged = isChanged
    return summary
  }

  private func lines(_ name: String) throws -> [String] {
    String(decoding: try folder.bytes("\(name)/articles.jsonl"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  /// Names, contents and times of modification.
  private func snapshot(_ name: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for file in ["articles.jsonl", "statements.csv", "run.json"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("\(name)/\(file)"))
      let date = try #require(attributes[.modificationDate] as? Date)
      found[file] = "\(date.timeIntervalSince1970) \(try folder.bytes("\(name)/\(file)").count)"
    }
    return found
  }
}
