import Foundation
import PantauTestSupport
import Testing

@Suite("run, merge and track")
struct RunTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<30 {
      try folder.write(StreamTests.article + "Catatan nomor \(number).\n", to: "halaman/\(100 + number).txt")
    }
  }

  @Test("a second run does nothing, and says so")
  func again() throws {
    let first = try run()
    #expect(first.status == 0)
    #expect(first.messages.contains("30 articles: 30 new, 0 done already"))
    #expect(first.messages.contains("hasil/articles.jsonl"))
    let before = try folder.bytes("hasil/articles.jsonl")
    let second = try run()
    #expect(second.status == 0)
    #expect(second.messages.contains("nothing to do: 30 of 30 articles were done already"))
    #expect(second.text == first.text)
    #expect(try folder.bytes("hasil/articles.jsonl") == before)
  }

  @Test("inputs that fail are listed, on every run, with status 1")
  func failures() throws {
    try folder.write("", to: "halaman/105-kosong.txt")
    for _ in 0..<2 {
      let result = try run()
      #expect(result.status == 1)
      #expect(result.messages.contains("halaman/105-kosong.txt: "))
      #expect(result.messages.contains("1 input failed"))
    }
    #expect(try folder.bytes("hasil/articles.jsonl").split(separator: UInt8(ascii: "\n")).count == 31)
  }

  @Test(
    "an output folder that cannot be used ends with 2",
    arguments: ["berkas", "berkas/di-dalam", "/proc/tidak"])
  func unusableFolder(out: String) throws {
    try folder.write("x", to: "berkas")
    let result = try Command.run(["run", "halaman", "--out", out], in: folder.path)
    #expect(result.status == 2)
    #expect(result.messages.contains(out))
    #expect(result.output.isEmpty)
  }

  @Test("a ledger that is no ledger ends with 2 and is left alone")
  func foreignLedger() throws {
    try folder.write(StreamTests.noise(10_000), to: "hasil/ledger.sqlite")
    let result = try run()
    #expect(result.status == 2)
    #expect(result.messages.contains("ledger.sqlite"))
    #expect(try folder.bytes("hasil/ledger.sqlite") == StreamTests.noise(10_000))
  }

  @Test("a limit on file size ends with 2, and the next run finishes the work")
  func fileLimit() throws {
    let result = try Command.shell("ulimit -f 8; $P run halaman --out hasil", in: folder.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("hasil/"))
    #expect(try run().status == 0)
    #expect(try Command.run(["run", "halaman", "--out", "utuh"], in: folder.path).status == 0)
    #expect(try folder.bytes("hasil/articles.jsonl") == folder.bytes("utuh/articles.jsonl"))
  }

  @Test("an interrupt ends with 130, and the next run finishes the work")
  func interrupt() throws {
    // The program waits for lines that do not come.
    let input = Pipe()
    let process = try Command.start(["run", "-", "--out", "hasil"], in: folder.path, input: input)
    while !FileManager.default.fileExists(atPath: folder.path("hasil")) {
      Thread.sleep(forTimeInterval: 0.01)
    }
    process.interrupt()
    process.waitUntilExit()
    try input.fileHandleForWriting.close()
    #expect(process.terminationStatus == 130)
    #expect(try run().status == 0)
  }

  @Test("merge takes what extract writes, twice without effect")
  func merge() throws {
    let line = "$P extract halaman | $P merge - --store buku.sqlite"
    #expect(try Command.shell(line, in: folder.path).messages.contains("30 articles added"))
    let again = try Command.shell(line, in: folder.path)
    #expect(again.status == 0)
    #expect(again.messages.contains("0 articles added, 0 read anew, 30 known already"))
  }

  @Test("merge lists what is no record, and takes the rest")
  func mergeBad() throws {
    try folder.write("bukan json\n", to: "rusak.jsonl")
    let result = try Command.shell(
      "$P extract halaman > catatan.jsonl; $P merge rusak.jsonl hilang.jsonl catatan.jsonl --store buku.sqlite",
      in: folder.path)
    #expect(result.status == 1)
    #expect(result.messages.contains("rusak.jsonl: line 1"))
    #expect(result.messages.contains("hilang.jsonl: "))
    #expect(result.messages.contains("30 articles added"))
  }

  @Test("track without a ledger ends with 2 and makes none")
  func noLedger() throws {
    let result = try Command.run(["track", "--store", folder.path("tidak-ada.sqlite")])
    #expect(result.status == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path("tidak-ada.sqlite")))
  }

  @Test("track writes tables, CSV and JSON", arguments: [("csv", "programme,region"), ("json", "[")])
  func formats(format: String, start: String) throws {
    _ = try run()
    let result = try Command.run(
      ["track", "--store", "hasil/ledger.sqlite", "--format", format, "--as-of", "2025-06-30"],
      in: folder.path)
    #expect(result.status == 0)
    #expect(result.text.hasPrefix(start))
  }

  @Test("rules are found from any folder, and a folder that is none is an error")
  func rules() throws {
    let page = try folder.write(StreamTests.article, to: "a.txt")
    #expect(try Command.run(["extract", page], in: "/").status == 0)
    let wrong = try Command.run(["extract", page], environment: ["PANTAU_RULES": folder.path("tidak-ada")])
    #expect(wrong.status == 2)
    #expect(wrong.messages.contains("tidak-ada"))
  }

  private func run() throws -> Command.Result {
    try Command.run(["run", "halaman", "--out", "hasil"], in: folder.path)
  }
}
